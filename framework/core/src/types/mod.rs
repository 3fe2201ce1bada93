//! What Telegram's things are: the vocabulary that handlers speak on either wire.
//!
//! Names, fields and meanings are the [Bot API's](https://core.telegram.org/bots/api#available-types).
//! Every enum that Telegram may extend has an `Unknown` case, so that whatever arrives has a place.

mod bot;
mod callback_query;
mod chat;
mod entity;
mod ids;
mod keyboard;
mod message;
mod raw;
mod update;
mod user;

pub use bot::{BotCommand, BotCommandScope, ChatAction, Me};
pub use callback_query::{CallbackMessage, CallbackQuery, InaccessibleMessage};
pub use chat::{Chat, ChatKind};
pub use entity::{EntityKind, MessageEntity};
pub use ids::{
    CallbackQueryId, ChatId, CustomEmojiId, FileId, FileUniqueId, InlineMessageId, MessageId, ParseIdError,
    ThreadId, UpdateId, UserId,
};
pub use keyboard::{Button, ButtonKind, ButtonStyle, CallbackData, InlineKeyboard};
pub use message::{Message, MessageKind};
pub use raw::Raw;
pub use update::{Update, UpdateKind, UpdateOrder};
pub use user::User;
