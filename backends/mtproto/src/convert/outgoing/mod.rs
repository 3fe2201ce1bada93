//! Requests as TL has them: what is sent, how, and in answer to what.

mod action;
mod file;
mod inline;
mod invoice;
pub(crate) mod location;
mod media;
mod medium;
mod menu;
mod menu_button;
mod place;
mod poll;
mod preview;
mod reaction;
mod reply;
mod reply_keyboard;
pub(crate) mod rights;
#[cfg(test)]
pub(super) mod testing;

use ambigram_core::Error;
use ambigram_core::requests::InputText;
use ambigram_core::text::{Text, TextError};
use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, types};

use super::error;

pub(crate) use super::entity::entities_out as entities;
pub(crate) use super::keyboard::{keyboard_out, named_bots};
pub(crate) use action::{action, draft};
pub(crate) use file::{Located, located};
pub(crate) use inline::{inline_result, is_gallery, keyboard_of};
pub(crate) use invoice::{Invoice, prices};
pub(crate) use media::{again, forget_references};
pub(crate) use medium::{Attached, Kind, Medium, Source};
pub(crate) use menu::{commands, scope};
pub(crate) use menu_button::menu_button;
pub(crate) use place::{Contact, Location, Venue, dice, game, point, stopped};
pub(crate) use poll::{PollContent, closed, poll};
pub(crate) use preview::Preview;
pub(crate) use reaction::reaction;
pub(crate) use reply::{Answered, Thread, reply};
pub(crate) use reply_keyboard::markup;

/// How those whom a request names by number are named to Telegram.
pub(crate) trait Naming {
    /// A chat.
    fn peer(&self, chat: ChatId) -> enums::InputPeer;
    /// A user.
    fn user(&self, user: UserId) -> enums::InputUser;
    /// Whoever has a public name, where that is known.
    fn named(&self, username: &str) -> Option<ChatId>;
}

/// A text as Telegram keeps it.
///
/// # Errors
/// When it is markup that cannot be read, or there is nothing to see in it.
pub(crate) fn message_text(text: &InputText) -> Result<Text, Error> {
    text.get()?.clone().normalized().map_err(error::text)
}

/// A text that may be empty, as Telegram keeps it.
///
/// # Errors
/// When it is markup that cannot be read.
pub(crate) fn caption_text(text: &InputText) -> Result<Text, Error> {
    match text.get()?.clone().normalized() {
        Err(TextError::Empty) => Ok(Text::default()),
        text => text.map_err(error::text),
    }
}

/// A number that TL has signed. What is too large for it is as large as can be.
fn number(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The width and the height of a picture, where both are known.
fn image_size(width: Option<u32>, height: Option<u32>) -> Option<enums::DocumentAttribute> {
    let (w, h) = (width.filter(|width| *width != 0)?, height.filter(|height| *height != 0)?);
    Some(types::DocumentAttributeImageSize { w: number(w), h: number(h) }.into())
}

/// A file on the web.
fn web_document(
    url: &str,
    mime_type: &str,
    size: Option<i32>,
    attributes: Vec<enums::DocumentAttribute>,
) -> enums::InputWebDocument {
    let (url, mime_type) = (url.to_owned(), mime_type.to_owned());
    types::InputWebDocument { url, size: size.unwrap_or_default(), mime_type, attributes }.into()
}
