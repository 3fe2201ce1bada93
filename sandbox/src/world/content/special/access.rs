//! What users let bots do, and what Web Apps tell them.

use serde::Deserialize;

/// How the user came to let the bot write. <https://core.telegram.org/bots/api#writeaccessallowed>
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WriteAccess {
    /// A Web App asked for it.
    pub from_request: bool,
    /// The Web App of this name was launched from a link.
    pub web_app_name: Option<String>,
    /// The bot was added to the attachment menu.
    pub from_attachment_menu: bool,
}

/// A website of the bot's on which the user logged in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConnectedWebsite {
    /// Its domain.
    pub domain: String,
}

/// What a Web App sent. <https://core.telegram.org/bots/api#webappdata>
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebAppData {
    /// Whatever it sent.
    pub data: String,
    /// What stands on the button by which it was opened.
    pub button_text: String,
}
