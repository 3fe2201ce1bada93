//! Phone contacts.

use super::define::object;
use super::{Name, UserId};

object! {
    /// A phone contact. <https://core.telegram.org/bots/api#contact>
    Contact {
        required {
            /// The phone number.
            phone_number: Name,
            /// The first name.
            first_name: Name,
        }
        optional {
            /// The last name.
            last_name: Name,
            /// The contact's number at Telegram. Whoever sends a contact can claim any: it is the sender's own only if
            /// it equals the sender's number.
            user_id: UserId,
            /// More about the contact, as a vCard.
            vcard: String,
        }
    }
}
