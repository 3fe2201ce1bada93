//! The buttons under games and invoices: the first starts or pays, and no other does.
//! <https://core.telegram.org/bots/api#inlinekeyboardbutton>

use ambigram_core::types::{Button, ButtonKind, InlineKeyboard};

use super::Content;
use crate::rules::{ContentRefusal, Refusal, payments};

impl Content {
    /// The buttons under it, with the one that starts or pays where there are none.
    ///
    /// # Errors
    /// When a button that starts or pays is not the first of a game or an invoice, or another is.
    pub(in crate::world) fn with_first_button(
        &self,
        keyboard: Option<InlineKeyboard>,
    ) -> Result<Option<InlineKeyboard>, Refusal> {
        let first = match self {
            Self::Game(found) => Some(Button::game(format!("Play {}", found.game.title))),
            Self::Invoice(invoice) => {
                Some(Button::pay(format!("Pay {}", payments::shown(invoice.total(), &invoice.currency))))
            }
            _ => None,
        };
        let is_special = |button: &Button| matches!(button.kind, ButtonKind::Pay | ButtonKind::CallbackGame);
        let Some(keyboard) = keyboard else { return Ok(first.map(|first| InlineKeyboard::row([first]))) };
        let mut buttons = keyboard.buttons();
        if let Some(first) = first
            && buttons.next().is_none_or(|own| own.kind != first.kind)
        {
            return Err(ContentRefusal::ButtonPositionInvalid.into());
        }
        let has_another = buttons.any(is_special);
        drop(buttons);
        match (has_another, self) {
            (false, _) => Ok(Some(keyboard)),
            (true, Self::Game(_) | Self::Invoice(_)) => Err(ContentRefusal::ButtonPositionInvalid.into()),
            (true, _) => Err(Refusal::ButtonTypeInvalid),
        }
    }
}
