//! Lists of tasks: as they are written, as their tasks are done, and as others are added.

use ambigram::prelude::*;
use ambigram_sandbox::world::special::{Task, TasksDone};
use ambigram_tests::on_both_wires;
use serde_json::{Value, json};

use super::{Case, Cast, are_told};
use crate::stages::act;

pub(super) fn lists(cast: &Cast) -> Vec<Case> {
    let bob = cast.bob.id.0;
    let bold = json!([{ "type": "bold", "offset": 0, "length": 4 }]);
    let done = json!({ "by": bob, "date": 1_700_000_000 });
    let list = json!({
        "title": "Trip to Rome", "title_entities": bold, "others_can_add_tasks": true,
        "others_can_mark_tasks_as_done": true,
        "tasks": [{ "id": 1, "text": "pack bags", "text_entities": bold }, { "id": 7, "text": "go", "done": done }],
    });
    let told = json!({
        "title": "Trip to Rome", "title_entities": bold, "others_can_add_tasks": true,
        "others_can_mark_tasks_as_done": true,
        "tasks": [
            { "id": 1, "text": "pack bags", "text_entities": bold },
            {
                "id": 7, "text": "go", "completed_by_user": { "id": bob, "first_name": "Bob" },
                "completion_date": 1_700_000_000,
            },
        ],
    });
    let bare = json!({ "title": "Mine", "tasks": [{ "id": 1, "text": "one" }] });
    let case =
        |place, given: &Value, told: &Value| Case::new("checklist", place, given.clone(), told.clone());
    vec![
        case("private chat", &list, &told),
        case("supergroup", &list, &told),
        case("group", &bare, &bare),
        case("channel", &bare, &bare),
        Case::new(
            "checklist_tasks_done",
            "private chat",
            json!({ "marked_as_done_task_ids": [1, 2], "marked_as_not_done_task_ids": [3] }),
            json!({ "marked_as_done_task_ids": [1, 2], "marked_as_not_done_task_ids": [3] }),
        ),
        Case::new(
            "checklist_tasks_added",
            "private chat",
            json!({ "tasks": [{ "id": 4, "text": "four", "text_entities": bold }] }),
            json!({ "tasks": [{ "id": 4, "text": "four", "text_entities": bold }] }),
        ),
    ]
}

#[tokio::test]
async fn a_list_of_tasks_is_told_with_what_is_done() {
    are_told(lists).await;
}

#[tokio::test]
async fn tasks_that_are_marked_and_added_are_told_with_their_list() {
    on_both_wires(async |stage| {
        let mut cast = Cast::new(stage).await;
        let list = cast.bring(&lists(&cast).remove(0)).await;
        let (alice, chat) = (cast.everywhere.alice.id, cast.everywhere.place("private chat").chat.id());
        let kept = stage.telegram().world().read(|world| world.history(alice, chat).pop().unwrap().id);

        let marks = TasksDone { marked_as_done_task_ids: vec![1], marked_as_not_done_task_ids: vec![7] };
        act(stage, |world| world.mark_tasks(alice, chat, kept, marks));
        let update = cast.listening.take(1).await.remove(0);
        let MessageKind::ChecklistTasksDone(done) = &update.message().unwrap().kind else {
            panic!("{update:?}")
        };
        assert_eq!(
            (&done.marked_as_done_task_ids[..], &done.marked_as_not_done_task_ids[..]),
            (&[1][..], &[7][..])
        );
        assert_eq!(done.checklist_message.as_ref().unwrap().id, list.id);

        let task = Task { id: 9, text: "come back".to_owned(), text_entities: Vec::new(), done: None };
        act(stage, |world| world.add_tasks(alice, chat, kept, vec![task]));
        let update = cast.listening.take(1).await.remove(0);
        let MessageKind::ChecklistTasksAdded(added) = &update.message().unwrap().kind else {
            panic!("{update:?}")
        };
        assert_eq!((added.tasks[0].id, added.tasks[0].text.as_str()), (9, "come back"));
    })
    .await;
}
