//! Previews of the addresses in texts.

use super::define::object;

object! {
    /// How the address in a message is previewed. <https://core.telegram.org/bots/api#linkpreviewoptions>
    #[derive(Default, Eq)]
    LinkPreviewOptions {
        optional {
            /// The address to preview instead of the first in the text.
            url: String,
        }
        flags {
            /// Whether there is no preview.
            is_disabled,
            /// Whether the picture is to be small.
            prefer_small_media,
            /// Whether the picture is to be large.
            prefer_large_media,
            /// Whether the preview stands above the text.
            show_above_text,
        }
    }
}

impl LinkPreviewOptions {
    /// No preview.
    pub fn disabled() -> Self {
        Self { is_disabled: true, ..Self::default() }
    }
}
