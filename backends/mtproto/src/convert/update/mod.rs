//! Updates: which of them bots are told of, and as what.

mod business;
mod event;
mod member;
mod press;
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
    Status { change: Box<member::Change>, is_own: bool },
    Business(Box<business::Business>),
    Event { name: &'static str, update: Box<enums::Update> },
}

/// Takes an update up; `None` for what bots are not told: what they did themselves, who is typing, what was read.
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
        other => match business::Business::of(other) {
            Ok(business) => business.is_told().then(|| Kind::Business(Box::new(business)))?,
            Err(other) => match member::Change::of(&other, own) {
                // A channel that may no longer write in a group is no user.
                Some(change) if !change.is_of_user() => return None,
                Some(change) => Kind::Status { is_own: change.is_of(own), change: Box::new(change) },
                None => Kind::Event { name: event::name(&other)?, update: other },
            },
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
        Kind::Status { change, .. } => change.name(&mut names),
        Kind::Business(business) => business.name(&mut names),
        Kind::Event { update, .. } => event::add_names(update, &mut names),
    }
    Some(Incoming { names, kind })
}

/// A bot is not told what it wrote itself, and of what it did only what others could have done as well.
fn is_told(message: &enums::Message) -> bool {
    match message {
        enums::Message::Empty(_) => false,
        enums::Message::Message(message) => {
            message::is_shown(message) && (!message.out || message::is_told_to_author(message))
        }
        enums::Message::Service(message) => {
            message::is_told(&message.action) && (!message.out || message::tells_author(&message.action))
        }
    }
}

/// Whether a new version is one to its readers: reactions and views make new versions as well.
fn is_seen_as_edited(message: &enums::Message) -> bool {
    !matches!(message, enums::Message::Message(message) if message.edit_hide || message.edit_date.is_none())
}

impl Incoming {
    /// All whom it names, the bot itself included.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// The Bot API's name of its kind.
    pub(crate) fn name(&self) -> &'static str {
        match &self.kind {
            Kind::Message { message, is_edited } => match (is_post(message), is_edited) {
                (false, false) => "message",
                (false, true) => "edited_message",
                (true, false) => "channel_post",
                (true, true) => "edited_channel_post",
            },
            Kind::Press(_) | Kind::InlinePress(_) => "callback_query",
            Kind::Status { is_own: true, .. } => "my_chat_member",
            Kind::Status { is_own: false, .. } => "chat_member",
            Kind::Business(business) => business.kind_name(),
            Kind::Event { name, .. } => name,
        }
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
        let kind = match self.kind {
            Kind::Message { message, is_edited } => match message::message(&message, own, known) {
                Some(message) => told(message, is_edited),
                None => unreadable("message", &*message),
            },
            Kind::Press(press) => UpdateKind::CallbackQuery(Box::new(press::in_chat(&press, known))),
            Kind::InlinePress(press) => UpdateKind::CallbackQuery(Box::new(press::inline(&press, known))),
            Kind::Status { change, is_own: true } => UpdateKind::MyChatMember(Box::new(change.finish(known))),
            Kind::Status { change, is_own: false } => UpdateKind::ChatMember(Box::new(change.finish(known))),
            Kind::Business(business) => business.finish(own, known),
            Kind::Event { name, update } => event::finish(name, &update, known),
        };
        Update::new(id, kind)
    }
}

fn is_post(message: &enums::Message) -> bool {
    match message {
        enums::Message::Message(message) => message.post,
        enums::Message::Service(message) => message.post,
        enums::Message::Empty(_) => false,
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

/// What cannot be read is kept whole, under the Bot API's name.
fn unreadable(name: &str, tl: &impl grammers_tl_types::Serializable) -> UpdateKind {
    let mut content = Object::new();
    content.put_tl(tl);
    UpdateKind::Unknown { name: name.into(), content: raw(content), error: None }
}
