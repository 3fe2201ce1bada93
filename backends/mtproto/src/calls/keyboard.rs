//! Inline keyboards, with the bots that their buttons name.

use ambigram_core::requests::Recipient;
use ambigram_core::types::InlineKeyboard;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::enums;

use super::chat;
use crate::convert::outgoing::{self, keyboard_out};
use crate::wire::Wire;

/// A keyboard as TL has it; `None` for one without buttons.
pub(super) async fn inline(
    wire: &Wire,
    keyboard: &InlineKeyboard,
) -> Result<Option<enums::ReplyMarkup>, Error> {
    meet_bots(wire, keyboard).await?;
    keyboard_out(keyboard, wire.peers())
}

/// The same, where there may be none.
pub(super) async fn maybe(
    wire: &Wire,
    keyboard: Option<&InlineKeyboard>,
) -> Result<Option<enums::ReplyMarkup>, Error> {
    match keyboard {
        Some(keyboard) => inline(wire, keyboard).await,
        None => Ok(None),
    }
}

/// Asks who the bots are that buttons name; whoever is none is told when the keyboard is written.
pub(super) async fn meet_bots(wire: &Wire, keyboard: &InlineKeyboard) -> Result<(), Error> {
    for name in outgoing::named_bots(keyboard) {
        match chat(wire, &Recipient::Username(name.trim_start_matches('@').into())).await {
            Err(error) if *error.kind() != ErrorKind::ChatNotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
