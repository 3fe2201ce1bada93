//! Phone numbers with names, and dice.

use ambigram_core::types::UserId;

use super::super::World;
use crate::rules::{ContentRefusal, Refusal, dice};

/// The most bytes of a vCard. <https://core.telegram.org/bots/api#sendcontact>
const VCARD: usize = 2048;

/// The most characters of a phone number, and of a name.
const SHORT: usize = 64;

/// A phone number with a name. <https://core.telegram.org/bots/api#contact>
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The number.
    pub phone_number: String,
    /// The first name.
    pub first_name: String,
    /// The last name; may be empty.
    pub last_name: String,
    /// What else there is, as a vCard; may be empty.
    pub vcard: String,
    /// Who has that number on Telegram.
    pub user: Option<UserId>,
}

/// Something that fell by chance. <https://core.telegram.org/bots/api#dice>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dice {
    /// What was thrown.
    pub emoji: String,
    /// How it fell: from 1.
    pub value: u32,
}

impl World {
    /// A contact as Telegram keeps it: with the account that has the number.
    pub(super) fn accept_contact(&self, new: Contact) -> Result<Contact, Refusal> {
        let digits: String = new.phone_number.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() || new.phone_number.chars().count() > SHORT {
            return Err(ContentRefusal::PhoneNumberInvalid.into());
        }
        if new.first_name.trim().is_empty() {
            return Err(ContentRefusal::ContactNameEmpty.into());
        }
        if new.vcard.len() > VCARD {
            return Err(ContentRefusal::VcardTooLong.into());
        }
        let short = |text: &str| text.trim().chars().take(SHORT).collect::<String>();
        Ok(Contact {
            first_name: short(&new.first_name),
            last_name: short(&new.last_name),
            user: self.user_by_phone(&digits).map(|user| user.id),
            phone_number: new.phone_number,
            vcard: new.vcard,
        })
    }

    /// Throws a die.
    pub(super) fn throw(&mut self, emoji: &str) -> Result<Dice, Refusal> {
        let emoji = dice::plain(emoji);
        let sides = dice::sides(emoji).ok_or(ContentRefusal::DiceEmojiInvalid)?;
        let value = 1 + u32::try_from(self.random.below(sides.into())).unwrap_or_default();
        Ok(Dice { emoji: emoji.to_owned(), value })
    }
}
