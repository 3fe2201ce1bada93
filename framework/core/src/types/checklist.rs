//! Checklists and what happens to them.

use super::define::object;
use super::{Chat, Message, MessageEntity, User};

object! {
    /// A checklist. <https://core.telegram.org/bots/api#checklist>
    Checklist {
        required {
            /// The title: 1–255 characters.
            title: String,
            /// The tasks.
            tasks: Vec<ChecklistTask>,
        }
        lists {
            /// The formatting of the title.
            title_entities: MessageEntity,
        }
        flags {
            /// Whether others than the author can add tasks.
            others_can_add_tasks,
            /// Whether others than the author can mark tasks as done or not done.
            others_can_mark_tasks_as_done,
        }
    }
}

impl Checklist {
    /// The task with this number.
    pub fn task(&self, id: i32) -> Option<&ChecklistTask> {
        self.tasks.iter().find(|task| task.id == id)
    }
}

object! {
    /// A task of a checklist. <https://core.telegram.org/bots/api#checklisttask>
    ChecklistTask {
        required {
            /// Its number, unique within the checklist.
            id: i32,
            /// What is to be done: 1–100 characters.
            text: String,
        }
        optional {
            /// The user who did it, if it is done.
            completed_by_user: Box<User>,
            /// The chat that did it, if it is done.
            completed_by_chat: Box<Chat>,
            /// When it was done, in seconds since 1970.
            completion_date: i64,
        }
        lists {
            /// The formatting of the text.
            text_entities: MessageEntity,
        }
    }
}

impl ChecklistTask {
    /// Whether the task is done.
    pub fn is_done(&self) -> bool {
        // Telegram tells 0 for a task that is not done.
        self.completion_date.is_some_and(|date| date != 0)
    }
}

object! {
    /// Tasks of a checklist were marked as done or not done. <https://core.telegram.org/bots/api#checklisttasksdone>
    ChecklistTasksDone {
        optional {
            /// The message with the checklist, without what it answers.
            checklist_message: Box<Message>,
        }
        lists {
            /// The tasks that were marked as done.
            marked_as_done_task_ids: i32,
            /// The tasks that were marked as not done.
            marked_as_not_done_task_ids: i32,
        }
    }
}

object! {
    /// Tasks were added to a checklist. <https://core.telegram.org/bots/api#checklisttasksadded>
    ChecklistTasksAdded {
        required {
            /// The tasks.
            tasks: Vec<ChecklistTask>,
        }
        optional {
            /// The message with the checklist, without what it answers.
            checklist_message: Box<Message>,
        }
    }
}
