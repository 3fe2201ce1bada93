//! Messages with headings, lists and tables. <https://core.telegram.org/bots/api#richmessage>

use serde::{Deserialize, Serialize};

/// A message of several blocks, in the Bot API's form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RichMessage {
    /// They.
    pub blocks: Vec<Block>,
    /// Whether it is written from right to left.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_rtl: bool,
}

/// A block of such a message; those that hold files are not among them.
/// <https://core.telegram.org/bots/api#richblock>
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are Telegram's own")]
pub enum Block {
    Paragraph {
        text: Rich,
    },
    Heading {
        text: Rich,
        size: i32,
    },
    Pre {
        text: Rich,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    Footer {
        text: Rich,
    },
    Divider,
    MathematicalExpression {
        expression: String,
    },
    Anchor {
        name: String,
    },
    List {
        items: Vec<ListItem>,
    },
    Blockquote {
        blocks: Vec<Block>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        credit: Option<Rich>,
    },
    Pullquote {
        text: Rich,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        credit: Option<Rich>,
    },
    Table {
        cells: Vec<Vec<Cell>>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        is_bordered: bool,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        is_striped: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        caption: Option<Rich>,
    },
    Details {
        summary: Rich,
        blocks: Vec<Block>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        is_open: bool,
    },
    Thinking {
        text: Rich,
    },
}

/// An item of a list. <https://core.telegram.org/bots/api#richblocklistitem>
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// What stands before it.
    pub label: String,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Whether there is a box to be checked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_checkbox: bool,
    /// Whether it is checked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_checked: bool,
}

/// A cell of a table. <https://core.telegram.org/bots/api#richblocktablecell>
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// What it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Rich>,
    /// Whether it is one of a header.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_header: bool,
    /// `left`, `center` or `right`.
    #[serde(default = "left")]
    pub align: String,
    /// `top`, `middle` or `bottom`.
    #[serde(default = "top")]
    pub valign: String,
}

/// Text with formatting in it. <https://core.telegram.org/bots/api#richtext>
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Rich {
    /// Nothing but characters.
    Plain(String),
    /// One after another.
    Several(Vec<Rich>),
    /// With a style.
    Styled(Box<Styled>),
}

/// Text with a style.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are Telegram's own")]
pub enum Styled {
    Bold { text: Rich },
    Italic { text: Rich },
    Underline { text: Rich },
    Strikethrough { text: Rich },
    Spoiler { text: Rich },
    Subscript { text: Rich },
    Superscript { text: Rich },
    Marked { text: Rich },
    Code { text: Rich },
    CustomEmoji { custom_emoji_id: String, alternative_text: String },
    MathematicalExpression { expression: String },
    Url { text: Rich, url: String },
    EmailAddress { text: Rich, email_address: String },
    PhoneNumber { text: Rich, phone_number: String },
    Anchor { name: String },
    AnchorLink { text: Rich, anchor_name: String },
}

fn left() -> String {
    "left".to_owned()
}

fn top() -> String {
    "top".to_owned()
}
