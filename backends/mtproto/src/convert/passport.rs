//! Telegram Passport: what a user hands to a bot. <https://core.telegram.org/bots/api#passportdata>

use ambigram_core::identity::{FileType, RemoteFile, RemoteLocation};
use ambigram_core::types::{
    EncryptedCredentials, EncryptedPassportElement, PassportData, PassportElementKind as Kind, PassportFile,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use grammers_tl_types::{enums, types};

use super::given;

pub(super) fn data(sent: &types::MessageActionSecureValuesSentMe) -> PassportData {
    let enums::SecureCredentialsEncrypted::Encrypted(credentials) = &sent.credentials;
    let credentials = EncryptedCredentials::new(
        STANDARD.encode(&credentials.data),
        STANDARD.encode(&credentials.hash),
        STANDARD.encode(&credentials.secret),
    );
    let elements = sent.values.iter().map(|enums::SecureValue::Value(value)| element(value));
    PassportData::new(elements.collect::<Vec<_>>(), credentials)
}

fn element(value: &types::SecureValue) -> EncryptedPassportElement {
    let one = |told: &Option<enums::SecureFile>| told.as_ref().and_then(file).map(Box::new);
    let all =
        |told: &Option<Vec<enums::SecureFile>>| told.iter().flatten().filter_map(file).collect::<Vec<_>>();
    let (phone_number, email) = match &value.plain_data {
        Some(enums::SecurePlainData::SecurePlainPhone(phone)) => (Some(phone.phone.as_str().into()), None),
        Some(enums::SecurePlainData::SecurePlainEmail(email)) => (None, Some(email.email.as_str().into())),
        None => (None, None),
    };
    EncryptedPassportElement {
        data: value.data.as_ref().map(|enums::SecureData::Data(data)| STANDARD.encode(&data.data)),
        phone_number,
        email,
        front_side: one(&value.front_side),
        reverse_side: one(&value.reverse_side),
        selfie: one(&value.selfie),
        files: all(&value.files),
        translation: all(&value.translation),
        ..EncryptedPassportElement::new(kind(&value.r#type), STANDARD.encode(&value.hash))
    }
}

fn kind(kind: &enums::SecureValueType) -> Kind {
    use enums::SecureValueType as Tl;
    match kind {
        Tl::PersonalDetails => Kind::PersonalDetails,
        Tl::Passport => Kind::Passport,
        Tl::DriverLicense => Kind::DriverLicense,
        Tl::IdentityCard => Kind::IdentityCard,
        Tl::InternalPassport => Kind::InternalPassport,
        Tl::Address => Kind::Address,
        Tl::UtilityBill => Kind::UtilityBill,
        Tl::BankStatement => Kind::BankStatement,
        Tl::RentalAgreement => Kind::RentalAgreement,
        Tl::PassportRegistration => Kind::PassportRegistration,
        Tl::TemporaryRegistration => Kind::TemporaryRegistration,
        Tl::Phone => Kind::PhoneNumber,
        Tl::Email => Kind::Email,
    }
}

/// <https://core.telegram.org/bots/api#passportfile>
fn file(file: &enums::SecureFile) -> Option<PassportFile> {
    let enums::SecureFile::File(file) = file else { return None };
    let remote = RemoteFile {
        kind: FileType::SecureEncrypted,
        dc_id: file.dc_id,
        file_reference: Vec::new(),
        location: RemoteLocation::Common { id: file.id, access_hash: file.access_hash },
    };
    let size = given::size(file.size).unwrap_or_default();
    Some(PassportFile::new(remote.encode(), remote.unique_id(), size, i64::from(file.date)))
}
