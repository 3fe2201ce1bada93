//! What a request is made of: how each piece is written, what files it brings, and what is wrong with it.

use serde::Serialize;
use serde::ser::SerializeMap;

use super::Upload;
use crate::error::Error;
use crate::types::*;

/// A piece of a request.
pub(crate) trait Param: Serialize {
    /// Writes it: as one entry of the object, or several.
    fn put<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(name, self)
    }

    /// Names the entries that it may write.
    fn names(name: &'static str, names: &mut Vec<&'static str>) {
        names.push(name);
    }

    /// Looks for what can be known to be refused before it is sent.
    fn check(&self) -> Result<(), Error> {
        Ok(())
    }

    /// Finds the files that go along with it.
    fn uploads<'a>(&'a self, found: &mut Vec<&'a Upload>) {
        let _ = found;
    }

    /// Shows the chats and the messages that it names, in their order.
    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        let _ = seen;
    }
}

/// What a request names: a chat, or a message of one.
#[derive(Debug)]
#[non_exhaustive]
pub enum Mention<'a> {
    /// A chat, by its id.
    Chat(&'a mut ChatId),
    /// A message of the chat that was named before.
    Message,
    /// A message of the first chat that was named.
    Answered,
}

impl<T: Param> Param for Vec<T> {
    fn check(&self) -> Result<(), Error> {
        self.iter().try_for_each(T::check)
    }

    fn uploads<'a>(&'a self, found: &mut Vec<&'a Upload>) {
        for one in self {
            one.uploads(found);
        }
    }

    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        for one in self {
            one.mentions(seen);
        }
    }
}

impl<T: Param> Param for Box<T> {
    fn put<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        (**self).put(name, map)
    }

    fn names(name: &'static str, names: &mut Vec<&'static str>) {
        T::names(name, names);
    }

    fn check(&self) -> Result<(), Error> {
        (**self).check()
    }

    fn uploads<'a>(&'a self, found: &mut Vec<&'a Upload>) {
        (**self).uploads(found);
    }

    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        (**self).mentions(seen);
    }
}

impl Param for ChatId {
    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        seen(Mention::Chat(self));
    }
}

impl Param for MessageId {
    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        seen(Mention::Message);
    }
}

impl Param for BotCommandScope {
    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        match self {
            Self::Chat { chat_id }
            | Self::ChatAdministrators { chat_id }
            | Self::ChatMember { chat_id, .. } => {
                seen(Mention::Chat(chat_id));
            }
            Self::Default | Self::AllPrivateChats | Self::AllGroupChats | Self::AllChatAdministrators => {}
        }
    }
}

macro_rules! plain {
    ($($type:ty),+ $(,)?) => {
        $(impl Param for $type {})+
    };
}

plain! {
    bool, i32, i64, u32, u64, f64, String,
    Name, UserId, ThreadId, FileId, CallbackQueryId, InlineMessageId, CustomEmojiId, InlineQueryId,
    ShippingQueryId, PreCheckoutQueryId, WebAppQueryId, GuestQueryId, JoinRequestQueryId, BusinessConnectionId, PollId,
    PollOptionId, EffectId, PaymentChargeId,
    BotCommand, ChatAction, ChatAdministratorRights, ChatPermissions, LinkPreviewOptions, MaskPosition,
    MenuButton, MessageEntity, PollKind, ReactionType, SuggestedPostPrice, WebAppInfo,
}
