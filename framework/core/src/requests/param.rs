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

    /// Looks for what can be known to be refused before it is sent.
    fn check(&self) -> Result<(), Error> {
        Ok(())
    }

    /// Finds the files that go along with it.
    fn uploads<'a>(&'a self, found: &mut Vec<&'a Upload>) {
        let _ = found;
    }
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
}

impl<T: Param> Param for Box<T> {
    fn put<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        (**self).put(name, map)
    }

    fn check(&self) -> Result<(), Error> {
        (**self).check()
    }

    fn uploads<'a>(&'a self, found: &mut Vec<&'a Upload>) {
        (**self).uploads(found);
    }
}

macro_rules! plain {
    ($($type:ty),+ $(,)?) => {
        $(impl Param for $type {})+
    };
}

plain! {
    bool, i32, i64, u32, u64, f64, String,
    Name, ChatId, UserId, MessageId, ThreadId, FileId, CallbackQueryId, InlineMessageId, CustomEmojiId, InlineQueryId,
    ShippingQueryId, PreCheckoutQueryId, WebAppQueryId, GuestQueryId, JoinRequestQueryId, BusinessConnectionId, PollId,
    PollOptionId, EffectId, PaymentChargeId,
    BotCommand, BotCommandScope, ChatAction, ChatAdministratorRights, ChatPermissions, LinkPreviewOptions, MaskPosition,
    MenuButton, MessageEntity, PollKind, ReactionType, SuggestedPostPrice, WebAppInfo,
}
