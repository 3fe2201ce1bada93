//! Documents that users give bots. <https://core.telegram.org/passport>

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use grammers_tl_types as tl;
use tl::enums::SecureValueType as Type;

use crate::world::special::{PassportData, PassportElement};

/// As the bot is told.
pub(super) fn sent_to_bot(given: &PassportData) -> tl::enums::MessageAction {
    tl::types::MessageActionSecureValuesSentMe {
        values: given.elements.iter().map(value).collect(),
        credentials: tl::types::SecureCredentialsEncrypted {
            data: bytes(&given.credentials),
            hash: bytes(&given.hash),
            secret: bytes(&given.secret),
        }
        .into(),
    }
    .into()
}

/// As the user is told.
pub(super) fn sent(given: &PassportData) -> tl::enums::MessageAction {
    let types = given.elements.iter().map(|element| sort(&element.element)).collect();
    tl::types::MessageActionSecureValuesSent { types }.into()
}

fn value(element: &PassportElement) -> tl::enums::SecureValue {
    let phone = element.phone_number.clone().map(|phone| tl::types::SecurePlainPhone { phone }.into());
    let email = element.email.clone().map(|email| tl::types::SecurePlainEmail { email }.into());
    tl::types::SecureValue {
        r#type: sort(&element.element),
        data: element.data.as_deref().map(|data| {
            tl::types::SecureData { data: bytes(data), data_hash: Vec::new(), secret: Vec::new() }.into()
        }),
        front_side: None,
        reverse_side: None,
        selfie: None,
        translation: None,
        files: None,
        plain_data: phone.or(email),
        hash: bytes(&element.hash),
    }
    .into()
}

/// What is no base64 is taken as it stands there.
fn bytes(text: &str) -> Vec<u8> {
    STANDARD.decode(text).unwrap_or_else(|_| text.as_bytes().to_vec())
}

fn sort(name: &str) -> Type {
    match name {
        "passport" => Type::Passport,
        "driver_license" => Type::DriverLicense,
        "identity_card" => Type::IdentityCard,
        "internal_passport" => Type::InternalPassport,
        "address" => Type::Address,
        "utility_bill" => Type::UtilityBill,
        "bank_statement" => Type::BankStatement,
        "rental_agreement" => Type::RentalAgreement,
        "passport_registration" => Type::PassportRegistration,
        "temporary_registration" => Type::TemporaryRegistration,
        "phone_number" => Type::Phone,
        "email" => Type::Email,
        _ => Type::PersonalDetails,
    }
}
