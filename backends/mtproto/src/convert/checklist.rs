//! Checklists. <https://core.telegram.org/bots/api#checklist>

use ambigram_core::types::{Checklist, ChecklistTask};
use grammers_tl_types::{enums, types};

use super::Known;
use super::entity::formatted;
use super::peer::chat_id;

/// A checklist, with what is done of it.
pub(super) fn checklist(media: &types::MessageMediaToDo, known: &Known) -> Checklist {
    let enums::TodoList::List(list) = &media.todo;
    let title = formatted(&list.title, known);
    let done = |id| {
        let done = media.completions.iter().flatten();
        done.map(|enums::TodoCompletion::Completion(done)| done).find(|done| done.id == id)
    };
    let tasks: Vec<_> = list
        .list
        .iter()
        .map(|item| {
            let mut task = task(item, known);
            if let Some(done) = done(task.id) {
                (task.completed_by_user, task.completed_by_chat) = known.either(chat_id(&done.completed_by));
                task.completion_date = Some(done.date.into());
            }
            task
        })
        .collect();
    Checklist {
        title_entities: title.entities,
        others_can_add_tasks: list.others_can_append,
        others_can_mark_tasks_as_done: list.others_can_complete,
        ..Checklist::new(title.text, tasks)
    }
}

/// A task of which nothing is known but what is to be done.
pub(super) fn task(item: &enums::TodoItem, known: &Known) -> ChecklistTask {
    let enums::TodoItem::Item(item) = item;
    let text = formatted(&item.title, known);
    ChecklistTask { text_entities: text.entities, ..ChecklistTask::new(item.id, text.text) }
}
