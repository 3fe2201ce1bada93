//! Lists of tasks: as they are written, as their tasks are done, and as others are added.

use serde_json::{Value, json};

use super::{Case, Cast, are_told};

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
