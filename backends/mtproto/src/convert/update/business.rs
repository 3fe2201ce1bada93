//! Messages that come along whole, with what they answer: those of business accounts, and those by which a bot is asked
//! in chats that it is not in.

use ambigram_core::types::{
    BusinessConnectionId, CallbackQuery, GuestQueryId, MaybeInaccessibleMessage, Message, UpdateKind, UserId,
};
use grammers_tl_types::{enums, types};

use super::{is_told, press};
use crate::convert::Known;
use crate::convert::message::{self, Names};

/// Such a message.
#[derive(Debug)]
pub(super) struct Business {
    message: enums::Message,
    /// Messages among which is the one that it answers.
    answered: Vec<enums::Message>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    New { connection: String },
    Edited { connection: String },
    Pressed { connection: String, press: press::Press },
    Guest { query_id: i64 },
}

impl Business {
    /// The message that an update brings, or the update back if it brings none.
    pub(super) fn of(update: enums::Update) -> Result<Self, Box<enums::Update>> {
        use enums::Update as Tl;
        Ok(match update {
            Tl::BotNewBusinessMessage(update) => Self {
                message: update.message,
                answered: update.reply_to_message.into_iter().collect(),
                kind: Kind::New { connection: update.connection_id },
            },
            Tl::BotEditBusinessMessage(update) => Self {
                message: update.message,
                answered: update.reply_to_message.into_iter().collect(),
                kind: Kind::Edited { connection: update.connection_id },
            },
            Tl::BusinessBotCallbackQuery(update) => Self {
                message: update.message,
                answered: update.reply_to_message.into_iter().collect(),
                kind: Kind::Pressed {
                    connection: update.connection_id,
                    press: press::Press {
                        query_id: update.query_id,
                        user_id: update.user_id,
                        chat_instance: update.chat_instance,
                        data: update.data,
                    },
                },
            },
            Tl::BotGuestChatQuery(types::UpdateBotGuestChatQuery {
                query_id,
                message,
                reference_messages,
                ..
            }) => Self {
                message,
                answered: reference_messages.unwrap_or_default(),
                kind: Kind::Guest { query_id },
            },
            other => return Err(Box::new(other)),
        })
    }

    /// Whether bots are told of it. Of a business account they are told what it writes itself as well.
    pub(super) fn is_told(&self) -> bool {
        match (&self.message, &self.kind) {
            (_, Kind::Pressed { .. }) => true,
            (enums::Message::Message(message), _) => message::is_shown(message),
            (message, _) => is_told(message),
        }
    }

    pub(super) fn kind_name(&self) -> &'static str {
        match self.kind {
            Kind::New { .. } => "business_message",
            Kind::Edited { .. } => "edited_business_message",
            Kind::Pressed { .. } => "callback_query",
            Kind::Guest { .. } => "guest_message",
        }
    }

    /// Names those whom it is about.
    pub(super) fn name(&self, names: &mut Names) {
        names.add_message(&self.message);
        for message in &self.answered {
            names.add_message(message);
        }
        if let Kind::Pressed { press, .. } = &self.kind {
            names.add_user(UserId(press.user_id));
        }
    }

    /// The update's content.
    pub(super) fn finish(self, own: UserId, known: &Known) -> UpdateKind {
        let connection = match &self.kind {
            Kind::New { connection } | Kind::Edited { connection } | Kind::Pressed { connection, .. } => {
                Some(BusinessConnectionId::from(connection.as_str()))
            }
            Kind::Guest { .. } => None,
        };
        let read = |tl: &enums::Message, known: &Known| {
            let message = message::message(tl, own, known)?;
            Some(Message { business_connection_id: connection.clone(), ..message })
        };
        let replied = message::replied(&self.message);
        let answered = self.answered.iter().find(|tl| replied.is_some_and(|(_, id)| tl.id() == id.0));
        let known = Known { answered: answered.and_then(|tl| read(tl, known)), ..known.clone() };
        let Some(message) = read(&self.message, &known) else {
            return super::unreadable(self.kind_name(), &self.message);
        };
        let mut message = Box::new(message);
        match self.kind {
            Kind::New { .. } => UpdateKind::BusinessMessage(message),
            Kind::Edited { .. } => UpdateKind::EditedBusinessMessage(message),
            Kind::Guest { query_id } => {
                message.guest_query_id = Some(GuestQueryId::from(query_id.to_string()));
                UpdateKind::GuestMessage(message)
            }
            Kind::Pressed { press, .. } => {
                let message = Some(MaybeInaccessibleMessage::Message(message));
                let query = CallbackQuery { message, ..press.query(&known) };
                UpdateKind::CallbackQuery(Box::new(query))
            }
        }
    }
}
