//! Telegram Passport: documents that a user hands to a bot, encrypted for it.
//!
//! How they are decrypted stands in <https://core.telegram.org/passport>.

use super::define::{names, object};
use super::{FileId, FileUniqueId, Name};

object! {
    /// What a user handed to the bot. <https://core.telegram.org/bots/api#passportdata>
    PassportData {
        required {
            /// The documents and other elements.
            data: Vec<EncryptedPassportElement>,
            /// What they are decrypted by.
            credentials: EncryptedCredentials,
        }
    }
}

object! {
    /// A file of Telegram Passport: a JPEG of up to 10 MB, once it is decrypted.
    /// <https://core.telegram.org/bots/api#passportfile>
    PassportFile {
        required {
            /// By what it is fetched.
            file_id: FileId,
            /// What it is, for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// Its size in bytes.
            file_size: u64,
            /// When it was uploaded, in seconds since 1970.
            file_date: i64,
        }
    }
}

names! {
    /// The kind of an element of Telegram Passport.
    PassportElementKind {
        /// Name, birth, gender, country and the like.
        PersonalDetails = "personal_details",
        /// A passport.
        Passport = "passport",
        /// A driver's license.
        DriverLicense = "driver_license",
        /// An identity card.
        IdentityCard = "identity_card",
        /// A passport for use within the country.
        InternalPassport = "internal_passport",
        /// An address.
        Address = "address",
        /// A bill for water, energy or the like.
        UtilityBill = "utility_bill",
        /// A statement of a bank.
        BankStatement = "bank_statement",
        /// An agreement of rent.
        RentalAgreement = "rental_agreement",
        /// The page of a passport that tells the residence.
        PassportRegistration = "passport_registration",
        /// A temporary registration of residence.
        TemporaryRegistration = "temporary_registration",
        /// A phone number.
        PhoneNumber = "phone_number",
        /// An e-mail address.
        Email = "email",
    }
}

object! {
    /// A document or another element, encrypted. <https://core.telegram.org/bots/api#encryptedpassportelement>
    EncryptedPassportElement {
        required {
            /// What it is.
            #[serde(rename = "type")]
            kind: PassportElementKind,
            /// By what the element is named when the bot reports an error in the whole of it; base64.
            hash: String,
        }
        optional {
            /// What stands in it, encrypted; base64. For personal details, addresses and documents of identity.
            data: String,
            /// The verified phone number, in the clear.
            phone_number: Name,
            /// The verified e-mail address, in the clear.
            email: Name,
            /// The front side of a document.
            front_side: Box<PassportFile>,
            /// The reverse side of a driver's license or an identity card.
            reverse_side: Box<PassportFile>,
            /// The user, holding the document.
            selfie: Box<PassportFile>,
        }
        lists {
            /// The pages of a document that proves an address.
            files: PassportFile,
            /// The pages of its translation.
            translation: PassportFile,
        }
    }
}

object! {
    /// What the elements are decrypted by, itself encrypted. <https://core.telegram.org/bots/api#encryptedcredentials>
    EncryptedCredentials {
        required {
            /// The hashes and secrets of all elements, and the bot's payload, as encrypted JSON; base64.
            data: String,
            /// The hash of the data, by which they are verified; base64.
            hash: String,
            /// The secret of the data, encrypted with the bot's public RSA key; base64.
            secret: String,
        }
    }
}
