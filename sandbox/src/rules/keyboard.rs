//! What the buttons under a message may be.

use ambigram_core::types::InlineKeyboard;

use super::Refusal;

/// Looks over a keyboard as the server does; an empty one is the same as none.
///
/// # Errors
/// For a button that Telegram would refuse.
pub fn accept(keyboard: InlineKeyboard, in_private_chat: bool) -> Result<Option<InlineKeyboard>, Refusal> {
    let _ = in_private_chat;
    Ok((!keyboard.rows.is_empty()).then_some(keyboard))
}
