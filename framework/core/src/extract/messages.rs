//! Messages by their numbers.

use super::{FromUpdate, OptionalFromUpdate};
use crate::Bot;
use crate::capability::{Capability, FetchMessages};
use crate::context::Context;
use crate::error::Error;
use crate::rejection::{Rejection, Result};
use crate::requests::GetMessages;
use crate::types::{ChatId, Message, MessageId};

/// Fetches messages of the chat by their numbers.
///
/// Only some wires can: a handler that takes `Messages` compiles for those; one that takes `Option<Messages>`
/// compiles for all and gets `None` where the wire cannot.
#[derive(Debug, Clone)]
pub struct Messages {
    bot: Bot,
    chat: ChatId,
}

impl Messages {
    /// The message with this number; `None` where there is none.
    ///
    /// # Errors
    /// When Telegram refuses, or the wire fails.
    pub async fn get(&self, id: impl Into<MessageId>) -> Result<Option<Message>, Error> {
        Ok(self.get_many([id.into()]).await?.pop().flatten())
    }

    /// The messages with these numbers, at most 100, in the same order; `None` where there is none.
    ///
    /// # Errors
    /// When Telegram refuses, or the wire fails.
    pub async fn get_many(
        &self,
        ids: impl IntoIterator<Item = MessageId>,
    ) -> Result<Vec<Option<Message>>, Error> {
        self.bot.call(GetMessages::new(self.chat, ids.into_iter().collect::<Vec<_>>())).await
    }
}

impl<S: Sync, B: FetchMessages> FromUpdate<S, B> for Messages {
    async fn from_update(cx: &Context, _: &S) -> Result<Self> {
        let chat = cx.update().chat().ok_or(Rejection::Skip)?;
        Ok(Self { bot: cx.bot().clone(), chat: chat.id })
    }
}

impl<S: Sync, B> OptionalFromUpdate<S, B> for Messages {
    async fn from_update(cx: &Context, _: &S) -> Result<Option<Self>> {
        if !cx.bot().can(Capability::FetchMessages) {
            return Ok(None);
        }
        Ok(cx.update().chat().map(|chat| Self { bot: cx.bot().clone(), chat: chat.id }))
    }
}
