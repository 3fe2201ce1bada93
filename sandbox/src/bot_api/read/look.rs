//! How a button looks, on an inline keyboard or another.

use ambigram_core::types::{ButtonStyle, CustomEmojiId};

use super::fields::{Fields, Reason};

/// Colour and icon.
pub(super) fn read(fields: Fields<'_>) -> Result<(Option<ButtonStyle>, Option<CustomEmojiId>), Reason> {
    let icon = fields.long("icon_custom_emoji_id")?;
    let style = match fields.text("style")?.to_ascii_lowercase().as_str() {
        "" | "default" => None,
        "primary" => Some(ButtonStyle::Primary),
        "danger" => Some(ButtonStyle::Danger),
        "success" => Some(ButtonStyle::Success),
        _ => return Err("invalid button style specified".to_owned()),
    };
    Ok((style, (icon != 0).then(|| icon.to_string().into())))
}
