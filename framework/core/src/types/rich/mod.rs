//! Rich messages: texts that are laid out in blocks.

mod block;
mod format;
mod media;
mod nesting;
mod table;
mod text;

pub use block::*;
pub use format::*;
pub use media::*;
pub use table::*;
pub use text::*;

use super::define::object;

object! {
    /// A text with blocks: headings, lists, tables, media. <https://core.telegram.org/bots/api#richmessage>
    RichMessage {
        required {
            /// The blocks, from top to bottom.
            #[serde(deserialize_with = "nesting::blocks")]
            blocks: Vec<RichBlock>,
        }
        flags {
            /// Whether the text runs from right to left.
            is_rtl,
        }
    }
}
