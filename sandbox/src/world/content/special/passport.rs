//! Documents that users give bots, encrypted so that only the bot can read them.
//! <https://core.telegram.org/bots/api#passportdata>

use serde::Deserialize;

/// Documents, as the bot is given them. Nothing of it is looked into: it is base64 here as it is there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassportData {
    /// They.
    pub elements: Vec<PassportElement>,
    /// The encrypted key to them, in base64.
    pub credentials: String,
    /// Its hash, in base64.
    pub hash: String,
    /// The key to that, encrypted for the bot, in base64.
    pub secret: String,
}

/// A document. <https://core.telegram.org/bots/api#encryptedpassportelement>
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassportElement {
    /// Which: `personal_details`, `passport`, `phone_number` …
    pub element: String,
    /// What stands in it, encrypted, in base64.
    pub data: Option<String>,
    /// The phone number.
    pub phone_number: Option<String>,
    /// The email address.
    pub email: Option<String>,
    /// Its hash, in base64.
    pub hash: String,
}
