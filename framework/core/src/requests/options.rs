//! What most requests that send a message have in common: where in the chat, in answer to what, with which buttons.

use serde::Serialize;
use serde::ser::SerializeMap;

use super::define::input;
use super::param::{Mention, Param};
use super::{InputText, Recipient};
use crate::error::{Error, ErrorKind};
use crate::types::*;

/// How a message is sent: what the requests of sending have in common. Each takes some of it, by its own setters.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SendOptions {
    /// The topic of a forum, or of a private chat with topics.
    pub message_thread_id: Option<ThreadId>,
    /// The topic of a channel's direct messages.
    pub direct_messages_topic_id: Option<i64>,
    /// The business account in whose name it is sent.
    pub business_connection_id: Option<BusinessConnectionId>,
    /// The effect that is added to it, in a private chat.
    pub message_effect_id: Option<EffectId>,
    /// What is suggested for it, in a channel's direct messages.
    pub suggested_post_parameters: Option<SuggestedPostParameters>,
    /// What it answers.
    pub reply_parameters: Option<ReplyParameters>,
    /// Its buttons, or what it does to the keyboard of its reader's app.
    pub reply_markup: Option<ReplyMarkup>,
    /// Whether it arrives without a sound.
    pub disable_notification: bool,
    /// Whether it can be neither forwarded nor saved.
    pub protect_content: bool,
    /// Whether 0.1 Star is paid to send it beyond the limit of messages per second.
    pub allow_paid_broadcast: bool,
}

/// The setter of one option.
macro_rules! option {
    (message_thread_id, $this:ident => $options:expr) => {
        /// Sends it to this topic of a forum.
        pub fn thread(mut self, thread: impl Into<crate::types::ThreadId>) -> Self {
            let $this = &mut self;
            $options.message_thread_id = Some(thread.into());
            self
        }
    };
    (direct_messages_topic_id, $this:ident => $options:expr) => {
        /// Sends it to this topic of a channel's direct messages.
        pub fn direct_messages_topic(mut self, topic: impl Into<i64>) -> Self {
            let $this = &mut self;
            $options.direct_messages_topic_id = Some(topic.into());
            self
        }
    };
    (business_connection_id, $this:ident => $options:expr) => {
        /// Sends it in the name of this business account.
        pub fn business_connection(
            mut self,
            connection: impl Into<crate::types::BusinessConnectionId>,
        ) -> Self {
            let $this = &mut self;
            $options.business_connection_id = Some(connection.into());
            self
        }
    };
    (message_effect_id, $this:ident => $options:expr) => {
        /// Adds an effect to it, in a private chat.
        pub fn effect(mut self, effect: impl Into<crate::types::EffectId>) -> Self {
            let $this = &mut self;
            $options.message_effect_id = Some(effect.into());
            self
        }
    };
    (suggested_post_parameters, $this:ident => $options:expr) => {
        /// Suggests it as a post, in a channel's direct messages.
        pub fn suggested_post(
            mut self,
            parameters: impl Into<crate::requests::SuggestedPostParameters>,
        ) -> Self {
            let $this = &mut self;
            $options.suggested_post_parameters = Some(parameters.into());
            self
        }
    };
    (reply_parameters, $this:ident => $options:expr) => {
        /// Sends it in answer to a message.
        pub fn reply_to(mut self, message: impl Into<crate::requests::ReplyParameters>) -> Self {
            let $this = &mut self;
            $options.reply_parameters = Some(message.into());
            self
        }
    };
    (reply_markup, $this:ident => $options:expr) => {
        /// Puts buttons under it, or does something to the keyboard of its reader's app.
        pub fn keyboard(mut self, keyboard: impl Into<crate::requests::ReplyMarkup>) -> Self {
            let $this = &mut self;
            $options.reply_markup = Some(keyboard.into());
            self
        }
    };
    (disable_notification, $this:ident => $options:expr) => {
        /// Sends it without a sound.
        pub fn disable_notification(mut self) -> Self {
            let $this = &mut self;
            $options.disable_notification = true;
            self
        }
    };
    (protect_content, $this:ident => $options:expr) => {
        /// Keeps it from being forwarded and saved.
        pub fn protect_content(mut self) -> Self {
            let $this = &mut self;
            $options.protect_content = true;
            self
        }
    };
    (allow_paid_broadcast, $this:ident => $options:expr) => {
        /// Pays 0.1 Star to send it beyond the limit of messages per second.
        pub fn allow_paid_broadcast(mut self) -> Self {
            let $this = &mut self;
            $options.allow_paid_broadcast = true;
            self
        }
    };
}
pub(crate) use option;

impl Serialize for SendOptions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.put("", &mut map)?;
        map.end()
    }
}

impl Param for SendOptions {
    fn put<M: SerializeMap>(&self, _: &'static str, map: &mut M) -> Result<(), M::Error> {
        fn put<T: Param, M: SerializeMap>(
            name: &'static str,
            value: Option<&T>,
            map: &mut M,
        ) -> Result<(), M::Error> {
            value.map_or(Ok(()), |value| value.put(name, map))
        }
        put("message_thread_id", self.message_thread_id.as_ref(), map)?;
        put("direct_messages_topic_id", self.direct_messages_topic_id.as_ref(), map)?;
        put("business_connection_id", self.business_connection_id.as_ref(), map)?;
        put("message_effect_id", self.message_effect_id.as_ref(), map)?;
        put("suggested_post_parameters", self.suggested_post_parameters.as_ref(), map)?;
        put("reply_parameters", self.reply_parameters.as_ref(), map)?;
        put("reply_markup", self.reply_markup.as_ref(), map)?;
        for (name, is_set) in [
            ("disable_notification", self.disable_notification),
            ("protect_content", self.protect_content),
            ("allow_paid_broadcast", self.allow_paid_broadcast),
        ] {
            if is_set {
                map.serialize_entry(name, &true)?;
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<(), Error> {
        if let Some(reply) = &self.reply_parameters {
            reply.check()?;
        }
        self.reply_markup.as_ref().map_or(Ok(()), ReplyMarkup::check)
    }

    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        let Some(reply) = &mut self.reply_parameters else { return };
        match &mut reply.chat_id {
            Some(chat) => {
                chat.mentions(seen);
                seen(Mention::Message);
            }
            None => seen(Mention::Answered),
        }
    }
}

input! {
    /// What a message answers. <https://core.telegram.org/bots/api#replyparameters>
    ReplyParameters {
        required {
            /// The message that is answered.
            message_id: MessageId,
        }
        optional {
            /// Its chat, where that is another one.
            chat_id(in_chat): Recipient,
            /// The part of that message that is quoted, 0–1024 characters.
            quote: InputText,
            /// Where that part is looked for first, in UTF-16 code units.
            quote_position: u32,
            /// The task of a checklist that is answered.
            checklist_task_id(checklist_task): i32,
            /// The option of a poll that is answered.
            poll_option_id(poll_option): PollOptionId,
        }
        flags {
            /// Sends the answer even when the answered message is gone.
            allow_sending_without_reply,
        }
    }
}

impl From<MessageId> for ReplyParameters {
    fn from(message_id: MessageId) -> Self {
        Self::new(message_id)
    }
}

impl From<&Message> for ReplyParameters {
    /// Answers a message in whichever chat.
    fn from(message: &Message) -> Self {
        Self::new(message.id).in_chat(message.chat.id)
    }
}

impl ReplyParameters {
    /// Sends the answer even when the answered message is gone.
    pub fn or_without(self) -> Self {
        self.allow_sending_without_reply()
    }
}

input! {
    /// What is suggested for a post. <https://core.telegram.org/bots/api#suggestedpostparameters>
    SuggestedPostParameters {
        optional {
            /// What is offered for it; nothing where absent.
            price: SuggestedPostPrice,
            /// When it is to be published, in seconds since 1970: between 5 minutes and 30 days from now; as the
            /// channel pleases where absent.
            send_date: i64,
        }
    }
}

/// What a message has to press, or does to the keyboard of its reader's app.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ReplyMarkup {
    /// Buttons under the message.
    Inline(InlineKeyboard),
    /// Buttons in the place of the app's keyboard.
    Keyboard(ReplyKeyboard),
    /// Takes the buttons in the place of the app's keyboard away.
    Remove(KeyboardRemove),
    /// Has the app answer this message at once.
    ForceReply(ForceReply),
}

macro_rules! from_markup {
    ($($variant:ident($type:ty)),+) => {
        $(impl From<$type> for ReplyMarkup {
            fn from(markup: $type) -> Self {
                Self::$variant(markup)
            }
        })+
    };
}

from_markup!(Inline(InlineKeyboard), Keyboard(ReplyKeyboard), Remove(KeyboardRemove), ForceReply(ForceReply));

impl Param for ReplyMarkup {
    fn check(&self) -> Result<(), Error> {
        match self {
            Self::Inline(keyboard) => keyboard.check(),
            Self::Keyboard(_) | Self::Remove(_) | Self::ForceReply(_) => Ok(()),
        }
    }
}

impl Param for InlineKeyboard {
    /// Refuses callback data that Telegram would refuse.
    fn check(&self) -> Result<(), Error> {
        for button in self.buttons() {
            let ButtonKind::Callback(data) = &button.kind else { continue };
            if let Err(length) = data.check() {
                return Err(Error::new(
                    ErrorKind::InvalidButton,
                    format!(
                        "the button “{}” carries {length} bytes of callback data; Telegram takes 1 to 64: `{data}`",
                        button.text
                    ),
                ));
            }
        }
        Ok(())
    }
}
