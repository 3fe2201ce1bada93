//! Sending contacts and dice.

use crate::requests::Recipient;
use crate::requests::define::sending;
use crate::types::{Message, Name};

sending! {
    /// Sends a phone contact. <https://core.telegram.org/bots/api#sendcontact>
    SendContact("sendContact", send_contact) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The phone number.
            phone_number: Name,
            /// The contact's first name.
            first_name: Name,
        }
        optional {
            /// The contact's last name.
            last_name: Name,
            /// More about the contact as a vCard, 0–2048 bytes.
            vcard: String,
        }
    }
}

sending! {
    /// Sends an emoji with a random value. <https://core.telegram.org/bots/api#senddice>
    SendDice("sendDice", send_dice) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
        }
        optional {
            /// Which: 🎲, 🎯 or 🎳 (1–6), 🏀 or ⚽ (1–5), 🎰 (1–64); 🎲 where absent.
            emoji: Name,
        }
    }
}
