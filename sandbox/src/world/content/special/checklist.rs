//! Lists of tasks. <https://core.telegram.org/bots/api#checklist>

use ambigram_core::types::{ChatId, MessageEntity};
use serde::Deserialize;

/// A list of tasks.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// What it is called, 1–255 characters.
    pub title: String,
    /// The formatting of that.
    #[serde(default)]
    pub title_entities: Vec<MessageEntity>,
    /// Its tasks, 1–30.
    pub tasks: Vec<Task>,
    /// Whether others than the author may add tasks.
    #[serde(default)]
    pub others_can_add_tasks: bool,
    /// Whether others than the author may mark tasks as done.
    #[serde(default)]
    pub others_can_mark_tasks_as_done: bool,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its number, unique in the list.
    pub id: i32,
    /// What is to be done, 1–100 characters.
    pub text: String,
    /// The formatting of that.
    #[serde(default)]
    pub text_entities: Vec<MessageEntity>,
    /// That it was done.
    #[serde(default)]
    pub done: Option<TaskDone>,
}

/// By whom and when a task was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskDone {
    /// By whom: an account, or a chat in whose name it was marked.
    pub by: ChatId,
    /// When, in seconds since 1970.
    pub date: i64,
}

/// Tasks were marked; the message of the list is the one that is answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct TasksDone {
    /// Which are done.
    pub marked_as_done_task_ids: Vec<i32>,
    /// Which are not done after all.
    pub marked_as_not_done_task_ids: Vec<i32>,
}

/// Tasks were added; the message of the list is the one that is answered.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct TasksAdded {
    /// They.
    pub tasks: Vec<Task>,
}
