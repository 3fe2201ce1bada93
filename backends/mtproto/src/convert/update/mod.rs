//! Updates: which of them bots are told of, and as what.

mod member;
mod press;
mod rest;
#[cfg(test)]
mod tests;

use ambigram_core::types::{ChatId, ChatKind, Message, MessageId, Update, UpdateId, UpdateKind, UserId};
use grammers_tl_types::{enums, types};

use super::Known;
use super::message::{self, Names};
use super::peer::chat_id;
use super::raw::{Object, Put, raw};

/// An update that the Bot API would tell the bot of. It names users and chats by number: [`finish`](Self::finish)
/// makes it whole once it is known who they are.
#[derive(Debug)]
pub(crate) struct Incoming {
    names: Names,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Message { message: Box<enums::Message>, is_edited: bool },
    Press(Box<types::UpdateBotCallbackQuery>),
    InlinePress(Box<types::UpdateInlineBotCallbackQuery>),
    Status(Box<member::Change>),
    Rest(Box<rest::Rest>),
}

/// Takes an update up; `None` for what bots are not told: what they did themselves, who is typing, what was read,
/// and what others become in a chat, which the Bot API tells on request only.
pub(crate) fn incoming(update: enums::Update, own: UserId) -> Option<Incoming> {
    use enums::Update as Tl;
    let kind = match update {
        Tl::NewMessage(types::UpdateNewMessage { message, .. })
        | Tl::NewChannelMessage(types::UpdateNewChannelMessage { message, .. }) => {
            is_told(&message).then(|| Kind::Message { message: Box::new(message), is_edited: false })?
        }
        Tl::EditMessage(types::UpdateEditMessage { message, .. })
        | Tl::EditChannelMessage(types::UpdateEditChannelMessage { message, .. }) => {
            let is_told = is_told(&message) && is_seen_as_edited(&message);
            is_told.then(|| Kind::Message { message: Box::new(message), is_edited: true })?
        }
        Tl::BotCallbackQuery(press) => Kind::Press(Box::new(press)),
        Tl::InlineBotCallbackQuery(press) => Kind::InlinePress(Box::new(press)),
        other => match member::Change::of(&other, own) {
            Some(change) if change.is_of(own) => Kind::Status(Box::new(change)),
            Some(_) => return None,
            None => Kind::Rest(Box::new(rest::Rest::of(other)?)),
        },
    };
    let mut names = Names::default();
    // In a private chat a message may not say that it is by one of the two.
    names.add_user(own);
    match &kind {
        Kind::Message { message, .. } => names.add_message(message),
        Kind::Press(press) => {
            names.add_user(UserId(press.user_id));
            names.add_peers([&press.peer]);
        }
        Kind::InlinePress(press) => names.add_user(UserId(press.user_id)),
        Kind::Status(change) => change.name(&mut names),
        // Numbers are all that is told of these.
        Kind::Rest(_) => {}
    }
    Some(Incoming { names, kind })
}

/// A bot is not told what it wrote itself, and of what it did only what others could have done as well.
fn is_told(message: &enums::Message) -> bool {
    match message {
        enums::Message::Empty(_) => false,
        enums::Message::Message(message) => !message.out,
        enums::Message::Service(message) => !message.out || message::tells_author(&message.action),
    }
}

/// Whether a new version is one to its readers: reactions and views make new versions as well.
fn is_seen_as_edited(message: &enums::Message) -> bool {
    !matches!(message, enums::Message::Message(message) if message.edit_hide || message.edit_date.is_none())
}

impl Incoming {
    /// The users whom it names, the bot itself included.
    pub(crate) fn users(&self) -> &[UserId] {
        &self.names.users
    }

    /// The chats that it names, private ones aside.
    pub(crate) fn chats(&self) -> &[ChatId] {
        &self.names.chats
    }

    /// The message that its message answers, in the same chat.
    pub(crate) fn replied(&self) -> Option<(ChatId, MessageId)> {
        match &self.kind {
            Kind::Message { message, .. } => message::replied(message),
            _ => None,
        }
    }

    /// The message under which a button was pressed, and the press: by both a bot may ask for it.
    pub(crate) fn pressed(&self) -> Option<(ChatId, MessageId, i64)> {
        match &self.kind {
            Kind::Press(press) => Some((chat_id(&press.peer), MessageId(press.msg_id), press.query_id)),
            _ => None,
        }
    }

    /// The update under a number, with what is known of those whom it names.
    pub(crate) fn finish(self, id: UpdateId, own: UserId, known: &Known) -> Update {
        Update::new(
            id,
            match self.kind {
                Kind::Message { message, is_edited } => match message::message(&message, own, known) {
                    Some(message) => told(message, is_edited),
                    None => unreadable(&message),
                },
                Kind::Press(press) => UpdateKind::CallbackQuery(Box::new(press::in_chat(&press, known))),
                Kind::InlinePress(press) => UpdateKind::CallbackQuery(Box::new(press::inline(&press, known))),
                Kind::Status(change) => change.finish(known),
                Kind::Rest(rest) => rest.finish(),
            },
        )
    }
}

fn told(message: Message, is_edited: bool) -> UpdateKind {
    let is_post = message.chat.kind == ChatKind::Channel;
    let message = Box::new(message);
    match (is_post, is_edited) {
        (false, false) => UpdateKind::Message(message),
        (false, true) => UpdateKind::EditedMessage(message),
        (true, false) => UpdateKind::ChannelPost(message),
        (true, true) => UpdateKind::EditedChannelPost(message),
    }
}

/// Empty messages are not taken up, so nothing comes to this.
fn unreadable(message: &enums::Message) -> UpdateKind {
    let mut content = Object::new();
    content.put_tl(message);
    unknown("message", content)
}

fn unknown(name: &str, content: Object) -> UpdateKind {
    UpdateKind::Unknown { name: name.into(), content: raw(content), error: None }
}
