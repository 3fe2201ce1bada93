//! What users and Telegram bring about that bots cannot: for whoever sets the stage.

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, MessageId, ThreadId, UserId};

use super::access::Access;
use super::content::special::{Checklist, Task, TaskDone, TasksAdded, TasksDone};
use super::{Content, Extra, Message, MessageView, Place, Reply, Special, World};
use crate::rules::Refusal;

/// Something that a user brings about, or Telegram in the user's name.
#[derive(Debug, Clone)]
pub struct Brought {
    /// What.
    pub thing: Thing,
    /// The message that it is about, or answers.
    pub reply_to: Option<MessageId>,
    /// The topic of a forum.
    pub thread: Option<ThreadId>,
    /// What else the message tells of itself.
    pub extra: Option<Extra>,
}

/// What is brought about.
#[derive(Debug, Clone)]
pub enum Thing {
    /// Something special.
    Special(Box<Special>),
    /// A text, for what it tells of itself beside.
    Text(Text),
}

impl World {
    /// Has a user, or Telegram in the user's name, bring something about.
    ///
    /// # Errors
    /// When the user cannot reach the chat, or the message that it is about is not there.
    pub fn bring_about(
        &mut self,
        by: UserId,
        chat: ChatId,
        brought: Brought,
    ) -> Result<MessageView, Refusal> {
        if self.account(by).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let place = self.reach(by, chat, Access::Write)?;
        let reply = brought.reply_to.map(|id| {
            let message = self.key_of(by, place, id).filter(|key| self.message(*key).is_some());
            message.map(|message| Reply { message, quote: None }).ok_or(Refusal::ReplyNotFound)
        });
        let reply = reply.transpose()?;
        let topic = self.topic_in(place, brought.thread)?;
        let (thread, is_topic_message) = self.thread_of(place, topic, reply.as_ref());
        let content = match brought.thing {
            Thing::Special(mut special) => {
                special.complete(self);
                Content::Special(special)
            }
            Thing::Text(text) => Content::Text(self.accept_text(by, text)?),
        };
        let sender = self.sender_in(place, by);
        let message = Message {
            thread,
            is_topic_message,
            reply,
            extra: brought.extra.map(Box::new),
            ..Message::new(place, by, sender, self.now(), content)
        };
        if let Place::Private(..) = place {
            let other = UserId(chat.0);
            self.dialogs.entry((by, other)).or_default().has_written = true;
            self.meet(by, other);
        }
        let key = self.post(message);
        self.view(by, key).ok_or(Refusal::ChatNotFound)
    }

    /// Marks tasks of a checklist as done, and others as not done after all.
    /// <https://core.telegram.org/method/messages.toggleTodoCompleted>
    ///
    /// # Errors
    /// When there is no such list, others than its author may not, or nothing would change.
    pub fn mark_tasks(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        marks: TasksDone,
    ) -> Result<MessageView, Refusal> {
        let (message, mut list) = self.checklist(by, chat, id)?;
        if message.author != by && !list.others_can_mark_tasks_as_done {
            return Err(Refusal::Same("TODO_COMPLETION_FORBIDDEN"));
        }
        let date = self.now();
        let mut has_changed = false;
        for task in &mut list.tasks {
            let is_marked = marks.marked_as_done_task_ids.contains(&task.id);
            let is_unmarked = marks.marked_as_not_done_task_ids.contains(&task.id);
            if is_marked && task.done.is_none() {
                task.done = Some(TaskDone { by: by.into(), date });
                has_changed = true;
            } else if is_unmarked && task.done.take().is_some() {
                has_changed = true;
            }
        }
        if !has_changed {
            return Err(Refusal::Same("TODO_NOT_MODIFIED"));
        }
        self.tell_of_tasks(by, message, list, Special::ChecklistTasksDone(marks))
    }

    /// Adds tasks to a checklist. <https://core.telegram.org/method/messages.appendTodoList>
    ///
    /// # Errors
    /// When there is no such list, others than its author may not, or there would be too many.
    pub fn add_tasks(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        tasks: Vec<Task>,
    ) -> Result<MessageView, Refusal> {
        let (message, mut list) = self.checklist(by, chat, id)?;
        if message.author != by && !list.others_can_add_tasks {
            return Err(Refusal::Same("TODO_APPEND_FORBIDDEN"));
        }
        if tasks.is_empty() || tasks.iter().any(|task| task.text.is_empty()) {
            return Err(Refusal::Same("TODO_ITEMS_EMPTY"));
        }
        for task in &tasks {
            if list.tasks.iter().any(|known| known.id == task.id) {
                return Err(Refusal::Same("TODO_ITEM_DUPLICATE"));
            }
            list.tasks.push(task.clone());
        }
        self.tell_of_tasks(by, message, list, Special::ChecklistTasksAdded(TasksAdded { tasks }))
    }

    fn checklist(&self, by: UserId, chat: ChatId, id: MessageId) -> Result<(Message, Checklist), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let key = self.key_of(by, place, id).ok_or(Refusal::EditNotFound)?;
        let message = self.message(key).ok_or(Refusal::EditNotFound)?;
        match &message.content {
            Content::Special(special) => match special.as_ref() {
                Special::Checklist(list) => Ok((Message::clone(message), list.clone())),
                _ => Err(Refusal::EditNotFound),
            },
            _ => Err(Refusal::EditNotFound),
        }
    }

    /// Keeps the list as it is now, and tells what became of it.
    fn tell_of_tasks(
        &mut self,
        by: UserId,
        message: Message,
        list: Checklist,
        happened: Special,
    ) -> Result<MessageView, Refusal> {
        let (place, answered) = (message.place, message.key);
        self.replace(
            Message { content: Content::Special(Box::new(Special::Checklist(list))), ..message },
            by,
        );
        let content = Content::Special(Box::new(happened));
        let reply = Some(Reply { message: answered, quote: None });
        let sender = self.sender_in(place, by);
        let told = Message { reply, ..Message::new(place, by, sender, self.now(), content) };
        let key = self.post(told);
        self.view(by, key).ok_or(Refusal::ChatNotFound)
    }
}
