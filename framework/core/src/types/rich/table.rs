//! Tables of rich messages.

use super::RichText;
use crate::types::define::{names, object};

object! {
    /// A table. <https://core.telegram.org/bots/api#richblocktable>
    RichBlockTable {
        required {
            /// Its rows, each with its cells.
            cells: Vec<Vec<RichBlockTableCell>>,
        }
        optional {
            /// What is written beside it.
            caption: RichText,
        }
        flags {
            /// Whether lines are drawn between the cells.
            is_bordered,
            /// Whether every other row is shaded.
            is_striped,
        }
    }
}

object! {
    /// A cell of a table. <https://core.telegram.org/bots/api#richblocktablecell>
    RichBlockTableCell {
        required {
            /// Where its text stands from left to right.
            align: HorizontalAlign,
            /// Where its text stands from top to bottom.
            valign: VerticalAlign,
        }
        optional {
            /// What it says; absent where the cell is not to be seen.
            text: RichText,
            /// How many columns it spans, where more than one.
            colspan: u32,
            /// How many rows it spans, where more than one.
            rowspan: u32,
        }
        flags {
            /// Whether it is a heading.
            is_header,
        }
    }
}

names! {
    /// Where text stands from left to right.
    HorizontalAlign {
        /// At the left.
        Left = "left",
        /// In the middle.
        Center = "center",
        /// At the right.
        Right = "right",
    }
}

names! {
    /// Where text stands from top to bottom.
    VerticalAlign {
        /// At the top.
        Top = "top",
        /// In the middle.
        Middle = "middle",
        /// At the bottom.
        Bottom = "bottom",
    }
}
