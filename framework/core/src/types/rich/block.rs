//! The blocks of rich messages.

use super::{
    RichBlockAnimation, RichBlockAudio, RichBlockCaption, RichBlockMap, RichBlockPhoto, RichBlockTable,
    RichBlockVideo, RichBlockVoiceNote, RichText, nesting,
};
use crate::types::Name;
use crate::types::define::{names, object, union};

union! {
    /// A block of a rich message. <https://core.telegram.org/bots/api#richblock>
    RichBlock by "type" {
        /// A paragraph.
        Paragraph("paragraph"): Box<RichBlockParagraph>,
        /// The heading of a section.
        SectionHeading("heading"): Box<RichBlockSectionHeading>,
        /// Text that is shown as it was written, such as a program.
        Preformatted("pre"): Box<RichBlockPreformatted>,
        /// A footer.
        Footer("footer"): Box<RichBlockFooter>,
        /// A line between blocks. <https://core.telegram.org/bots/api#richblockdivider>
        Divider("divider"),
        /// A formula.
        MathematicalExpression("mathematical_expression"): RichBlockMathematicalExpression,
        /// A spot that links can lead to.
        Anchor("anchor"): RichBlockAnchor,
        /// A list.
        List("list"): RichBlockList,
        /// A quotation that consists of blocks.
        BlockQuotation("blockquote"): Box<RichBlockBlockQuotation>,
        /// A quotation that stands out from the text.
        PullQuotation("pullquote"): Box<RichBlockPullQuotation>,
        /// Media side by side.
        Collage("collage"): Box<RichBlockCollage>,
        /// Media one after the other.
        Slideshow("slideshow"): Box<RichBlockSlideshow>,
        /// A table.
        Table("table"): Box<RichBlockTable>,
        /// Blocks that can be folded away.
        Details("details"): Box<RichBlockDetails>,
        /// A map.
        Map("map"): Box<RichBlockMap>,
        /// A GIF, or a video without sound.
        Animation("animation"): Box<RichBlockAnimation>,
        /// Music.
        Audio("audio"): Box<RichBlockAudio>,
        /// A photo.
        Photo("photo"): Box<RichBlockPhoto>,
        /// A video.
        Video("video"): Box<RichBlockVideo>,
        /// A voice message.
        VoiceNote("voice_note"): Box<RichBlockVoiceNote>,
        /// What stands in the place of text that is still being thought of; in drafts only.
        Thinking("thinking"): Box<RichBlockThinking>,
    }
}

object! {
    /// A paragraph. <https://core.telegram.org/bots/api#richblockparagraph>
    RichBlockParagraph {
        required {
            /// What it says.
            text: RichText,
        }
    }
}

object! {
    /// The heading of a section. <https://core.telegram.org/bots/api#richblocksectionheading>
    RichBlockSectionHeading {
        required {
            /// What it says.
            text: RichText,
            /// Its rank: 1 is the largest, 6 the smallest.
            size: u32,
        }
    }
}

object! {
    /// Text that is shown as it was written, such as a program.
    /// <https://core.telegram.org/bots/api#richblockpreformatted>
    RichBlockPreformatted {
        required {
            /// What it says.
            text: RichText,
        }
        optional {
            /// The programming language.
            language: Name,
        }
    }
}

object! {
    /// A footer. <https://core.telegram.org/bots/api#richblockfooter>
    RichBlockFooter {
        required {
            /// What it says.
            text: RichText,
        }
    }
}

object! {
    /// A formula. <https://core.telegram.org/bots/api#richblockmathematicalexpression>
    RichBlockMathematicalExpression {
        required {
            /// The formula, in LaTeX.
            expression: String,
        }
    }
}

object! {
    /// A spot that links can lead to. <https://core.telegram.org/bots/api#richblockanchor>
    RichBlockAnchor {
        required {
            /// What links call it.
            name: Name,
        }
    }
}

object! {
    /// A list. <https://core.telegram.org/bots/api#richblocklist>
    RichBlockList {
        required {
            /// Its items, from top to bottom.
            items: Vec<RichBlockListItem>,
        }
    }
}

object! {
    /// An item of a list. <https://core.telegram.org/bots/api#richblocklistitem>
    RichBlockListItem {
        required {
            /// What stands before it, such as `•` or `2.`.
            label: Name,
            /// What it holds.
            #[serde(deserialize_with = "nesting::blocks")]
            blocks: Vec<RichBlock>,
        }
        optional {
            /// Its number, in an ordered list.
            value: i32,
            /// How its number is written, in an ordered list.
            #[serde(rename = "type")]
            kind: RichBlockListLabel,
        }
        flags {
            /// Whether it has a box to tick.
            has_checkbox,
            /// Whether the box is ticked.
            is_checked,
        }
    }
}

names! {
    /// How the numbers of an ordered list are written.
    RichBlockListLabel {
        /// As small letters.
        Lowercase = "a",
        /// As capital letters.
        Uppercase = "A",
        /// As small Roman numerals.
        LowercaseRoman = "i",
        /// As capital Roman numerals.
        UppercaseRoman = "I",
        /// As decimal numbers.
        Decimal = "1",
    }
}

object! {
    /// A quotation that consists of blocks. <https://core.telegram.org/bots/api#richblockblockquotation>
    RichBlockBlockQuotation {
        required {
            /// What is quoted.
            #[serde(deserialize_with = "nesting::blocks")]
            blocks: Vec<RichBlock>,
        }
        optional {
            /// Who said so.
            credit: RichText,
        }
    }
}

object! {
    /// A quotation that stands out from the text. <https://core.telegram.org/bots/api#richblockpullquotation>
    RichBlockPullQuotation {
        required {
            /// What is quoted.
            text: RichText,
        }
        optional {
            /// Who said so.
            credit: RichText,
        }
    }
}

object! {
    /// Media side by side. <https://core.telegram.org/bots/api#richblockcollage>
    RichBlockCollage {
        required {
            /// The media.
            #[serde(deserialize_with = "nesting::blocks")]
            blocks: Vec<RichBlock>,
        }
        optional {
            /// What is written under them.
            caption: Box<RichBlockCaption>,
        }
    }
}

object! {
    /// Media one after the other. <https://core.telegram.org/bots/api#richblockslideshow>
    RichBlockSlideshow {
        required {
            /// The media.
            #[serde(deserialize_with = "nesting::blocks")]
            blocks: Vec<RichBlock>,
        }
        optional {
            /// What is written under them.
            caption: Box<RichBlockCaption>,
        }
    }
}

object! {
    /// Blocks that can be folded away. <https://core.telegram.org/bots/api#richblockdetails>
    RichBlockDetails {
        required {
            /// What is shown always.
            summary: RichText,
            /// What is shown where it is unfolded.
            #[serde(deserialize_with = "nesting::blocks")]
            blocks: Vec<RichBlock>,
        }
        flags {
            /// Whether it is unfolded to begin with.
            is_open,
        }
    }
}

object! {
    /// What stands in the place of text that is still being thought of; in drafts only.
    /// <https://core.telegram.org/bots/api#richblockthinking>
    RichBlockThinking {
        required {
            /// What it says.
            text: RichText,
        }
    }
}
