//! The parts of an update.

use std::sync::Arc;

use super::{FromUpdate, OptionalFromUpdate};
use crate::Bot;
use crate::context::Context;
use crate::rejection::{Rejection, Result};
use crate::text::Text;
use crate::types::{CallbackQuery, Chat, Me, Message, Update, UpdateKind, User};

/// Parts that every update has.
macro_rules! always {
    ($($type:ty: |$cx:ident| $value:expr;)+) => {
        $(impl<S: Sync, B> FromUpdate<S, B> for $type {
            async fn from_update($cx: &Context, _: &S) -> Result<Self> {
                Ok($value)
            }
        })+
    };
}

always! {
    Bot: |cx| cx.bot().clone();
    Me: |cx| cx.me().clone();
    Update: |cx| cx.update().clone();
    Arc<Update>: |cx| cx.shared_update();
    Context: |cx| cx.clone();
}

/// Parts that only some updates have.
macro_rules! sometimes {
    ($($type:ty: |$update:ident| $value:expr;)+) => {
        $(
            impl<S: Sync, B> FromUpdate<S, B> for $type {
                async fn from_update(cx: &Context, _: &S) -> Result<Self> {
                    let $update = cx.update();
                    $value.cloned().ok_or(Rejection::Skip)
                }
            }
            impl<S: Sync, B> OptionalFromUpdate<S, B> for $type {
                async fn from_update(cx: &Context, _: &S) -> Result<Option<Self>> {
                    let $update = cx.update();
                    Ok($value.cloned())
                }
            }
        )+
    };
}

sometimes! {
    User: |update| update.user();
    Chat: |update| update.chat();
    Message: |update| update.message();
    Text: |update| update.message().and_then(Message::as_text);
    CallbackQuery: |update| match &update.kind {
        UpdateKind::CallbackQuery(query) => Some(&**query),
        _ => None,
    };
}
