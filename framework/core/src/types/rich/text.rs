//! The text within blocks.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::format::*;
use super::nesting;
use crate::types::Raw;
use crate::types::define::union;

/// Text with formatting that can stand within other formatting. <https://core.telegram.org/bots/api#richtext>
///
/// ```
/// # use ambigram_core::types::{RichText, RichTextBold, RichTextFormat};
/// let bold = RichTextFormat::Bold(Box::new(RichTextBold::new("everybody")));
/// let text = RichText::from(vec!["Hello, ".into(), bold.into(), "!".into()]);
/// assert_eq!(text.to_plain(), "Hello, everybody!");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum RichText {
    /// Without formatting.
    Plain(String),
    /// Several texts, one after the other.
    Parts(Vec<RichText>),
    /// With formatting.
    Formatted(RichTextFormat),
}

impl<'de> Deserialize<'de> for RichText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Raw::deserialize(deserializer)?;
        nesting::check(&raw)?;
        match raw.as_str().bytes().next() {
            Some(b'"') => raw.read().map(Self::Plain),
            Some(b'[') => raw.read().map(Self::Parts),
            _ => raw.read().map(Self::Formatted),
        }
        .map_err(D::Error::custom)
    }
}

impl RichText {
    /// The characters without their formatting; custom emoji as the emoji that they stand for, and expressions as
    /// they are written.
    pub fn to_plain(&self) -> String {
        let mut plain = String::new();
        self.push_plain(&mut plain);
        plain
    }

    fn push_plain(&self, plain: &mut String) {
        match self {
            Self::Plain(text) => plain.push_str(text),
            Self::Parts(parts) => parts.iter().for_each(|part| part.push_plain(plain)),
            Self::Formatted(RichTextFormat::CustomEmoji(emoji)) => plain.push_str(&emoji.alternative_text),
            Self::Formatted(RichTextFormat::MathematicalExpression(math)) => plain.push_str(&math.expression),
            Self::Formatted(format) => {
                if let Some(text) = format.text() {
                    text.push_plain(plain);
                }
            }
        }
    }
}

impl Default for RichText {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl From<Vec<RichText>> for RichText {
    fn from(parts: Vec<RichText>) -> Self {
        Self::Parts(parts)
    }
}

impl From<RichTextFormat> for RichText {
    fn from(format: RichTextFormat) -> Self {
        Self::Formatted(format)
    }
}

union! {
    /// Text with formatting, by what the formatting is. <https://core.telegram.org/bots/api#richtext>
    RichTextFormat by "type" {
        /// Bold text.
        Bold("bold"): Box<RichTextBold>,
        /// Italic text.
        Italic("italic"): Box<RichTextItalic>,
        /// Underlined text.
        Underline("underline"): Box<RichTextUnderline>,
        /// Text struck out.
        Strikethrough("strikethrough"): Box<RichTextStrikethrough>,
        /// Text that is covered until it is pressed.
        Spoiler("spoiler"): Box<RichTextSpoiler>,
        /// A date and time, shown in the reader's way.
        DateTime("date_time"): Box<RichTextDateTime>,
        /// A user who is mentioned by id.
        TextMention("text_mention"): Box<RichTextTextMention>,
        /// Text below the line.
        Subscript("subscript"): Box<RichTextSubscript>,
        /// Text above the line.
        Superscript("superscript"): Box<RichTextSuperscript>,
        /// Text with a marker's colour behind it.
        Marked("marked"): Box<RichTextMarked>,
        /// Text whose characters all have one width.
        Code("code"): Box<RichTextCode>,
        /// A custom emoji.
        CustomEmoji("custom_emoji"): Box<RichTextCustomEmoji>,
        /// A formula.
        MathematicalExpression("mathematical_expression"): Box<RichTextMathematicalExpression>,
        /// A link.
        Url("url"): Box<RichTextUrl>,
        /// An e-mail address.
        EmailAddress("email_address"): Box<RichTextEmailAddress>,
        /// A phone number.
        PhoneNumber("phone_number"): Box<RichTextPhoneNumber>,
        /// The number of a bank card.
        BankCardNumber("bank_card_number"): Box<RichTextBankCardNumber>,
        /// A user, chat or bot that is mentioned by username.
        Mention("mention"): Box<RichTextMention>,
        /// A hashtag.
        Hashtag("hashtag"): Box<RichTextHashtag>,
        /// A cashtag.
        Cashtag("cashtag"): Box<RichTextCashtag>,
        /// A bot's command.
        BotCommand("bot_command"): Box<RichTextBotCommand>,
        /// A spot that links can lead to.
        Anchor("anchor"): Box<RichTextAnchor>,
        /// A link to a spot in the same message.
        AnchorLink("anchor_link"): Box<RichTextAnchorLink>,
        /// A note that links can lead to.
        Reference("reference"): Box<RichTextReference>,
        /// A link to a note in the same message.
        ReferenceLink("reference_link"): Box<RichTextReferenceLink>,
    }
}

impl RichTextFormat {
    /// The text that is formatted; `None` for what holds none: custom emoji, formulas, anchors, and what this version
    /// does not know.
    pub fn text(&self) -> Option<&RichText> {
        Some(match self {
            Self::Bold(format) => &format.text,
            Self::Italic(format) => &format.text,
            Self::Underline(format) => &format.text,
            Self::Strikethrough(format) => &format.text,
            Self::Spoiler(format) => &format.text,
            Self::DateTime(format) => &format.text,
            Self::TextMention(format) => &format.text,
            Self::Subscript(format) => &format.text,
            Self::Superscript(format) => &format.text,
            Self::Marked(format) => &format.text,
            Self::Code(format) => &format.text,
            Self::Url(format) => &format.text,
            Self::EmailAddress(format) => &format.text,
            Self::PhoneNumber(format) => &format.text,
            Self::BankCardNumber(format) => &format.text,
            Self::Mention(format) => &format.text,
            Self::Hashtag(format) => &format.text,
            Self::Cashtag(format) => &format.text,
            Self::BotCommand(format) => &format.text,
            Self::AnchorLink(format) => &format.text,
            Self::Reference(format) => &format.text,
            Self::ReferenceLink(format) => &format.text,
            Self::CustomEmoji(_) | Self::MathematicalExpression(_) | Self::Anchor(_) | Self::Unknown(_) => {
                return None;
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rich_text_is_a_string_a_list_or_an_object() {
        for (json, plain) in [
            (r#""a""#, "a"),
            (r#"[]"#, ""),
            (r#"{"type":"bold","text":"a"}"#, "a"),
            (r#"["a",["b"],{"type":"url","text":["c",{"type":"code","text":"d"}],"url":"e"}]"#, "abcd"),
            (r#"{"type":"custom_emoji","custom_emoji_id":"7","alternative_text":"👍"}"#, "👍"),
            (r#"{"type":"mathematical_expression","expression":"x^2"}"#, "x^2"),
            (r#"{"type":"anchor","name":"top"}"#, ""),
            (r#"{"type":"added later","depth":3}"#, ""),
        ] {
            let text: RichText = serde_json::from_str(json).unwrap();
            assert_eq!(text.to_plain(), plain, "{json}");
            assert_eq!(serde_json::to_string(&text).unwrap(), json);
        }
        assert!(serde_json::from_str::<RichText>("7").is_err());
    }
}
