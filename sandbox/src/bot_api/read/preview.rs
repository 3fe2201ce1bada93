//! How the link in a message is previewed. <https://core.telegram.org/bots/api#linkpreviewoptions>

use ambigram_core::types::LinkPreviewOptions;
use serde_json::Value;

use super::fields::{Fields, Reason};
use crate::bot_api::request::Arguments;

/// Reads `link_preview_options`, or the flag that stood there before it.
pub(crate) fn read(arguments: &Arguments) -> Result<Option<LinkPreviewOptions>, Reason> {
    let json = arguments.get("link_preview_options");
    if json.is_empty() {
        return Ok(arguments.flag("disable_web_page_preview").then(LinkPreviewOptions::disabled));
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse link preview options JSON object".to_owned())?;
    of_value(&value).map(Some)
}

/// Reads options that stand in another object.
pub(crate) fn of_value(value: &Value) -> Result<LinkPreviewOptions, Reason> {
    let fields = Fields::of(value).ok_or("Object expected as link preview options")?;
    Ok(LinkPreviewOptions {
        is_disabled: fields.flag("is_disabled")?,
        url: Some(fields.text("url")?).filter(|url| !url.is_empty()),
        prefer_small_media: fields.flag("prefer_small_media")?,
        prefer_large_media: fields.flag("prefer_large_media")?,
        show_above_text: fields.flag("show_above_text")?,
    })
}
