//! What can be wrong with a text: its markup, or the entities laid over it.

use super::link::LinkError;

/// Markup that cannot be read as text with entities.
///
/// The message is Telegram's own, word for word. The Bot API puts it behind a prefix and answers
/// `Bad Request: can't parse entities: {error}`.
///
/// Every variant knows [where](ParseError::offset) in the markup it happened, also where Telegram's
/// message keeps silent about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseError {
    /// HTML: the markup ends inside a start tag, within its name or an attribute's value.
    #[error("Unclosed start tag at byte offset {offset}")]
    UnclosedStartTag {
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: the markup ends inside a start tag, around an attribute's name.
    #[error("Unclosed start tag \"{tag}\" at byte offset {offset}")]
    UnclosedNamedTag {
        /// The tag's name, in lower case.
        tag: &'static str,
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: a tag that Telegram does not know.
    #[error("Unsupported start tag \"{tag}\" at byte offset {offset}")]
    UnsupportedTag {
        /// The tag's name, in lower case.
        tag: String,
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: something that is no attribute stands where one was expected, as the slash in `<b />`.
    #[error("Empty attribute name in the tag \"{tag}\" at byte offset {offset}")]
    EmptyAttributeName {
        /// The tag's name, in lower case.
        tag: &'static str,
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: an attribute's value without quotes has a character other than letters, digits, `.` and `-`.
    #[error("Unexpected end of name token at byte offset {offset}")]
    BadNameToken {
        /// Where the value starts.
        offset: usize,
    },
    /// HTML: a `<span>` that is not a spoiler.
    #[error("Tag \"span\" must have class \"tg-spoiler\" at byte offset {offset}")]
    PlainSpan {
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: an end tag, and nothing is open.
    #[error("Unexpected end tag at byte offset {offset}")]
    UnexpectedEndTag {
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: an end tag that lacks its `>`.
    #[error("Unclosed end tag at byte offset {offset}")]
    UnclosedEndTag {
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: an end tag of another name than the tag that is open.
    #[error("Unmatched end tag at byte offset {offset}, expected \"</{expected}>\", found \"</{found}>\"")]
    UnmatchedEndTag {
        /// The name of the tag that is open.
        expected: &'static str,
        /// The name that came, in lower case.
        found: String,
        /// Where the end tag starts.
        offset: usize,
    },
    /// HTML: a tag that is never closed.
    #[error("Can't find end tag corresponding to start tag \"{tag}\"")]
    NoEndTag {
        /// The tag's name, in lower case.
        tag: &'static str,
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: the `emoji-id` of a `<tg-emoji>` is not a custom emoji's identifier.
    #[error("Invalid custom emoji identifier specified")]
    BadCustomEmoji {
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: the `format` of a `<tg-time>` is not one that Telegram knows.
    #[error("Invalid date format used")]
    BadDateFormat {
        /// Where the tag starts.
        offset: usize,
    },
    /// HTML: a character reference to a half of a surrogate pair, which is no character.
    #[error(
        "Text contains invalid Unicode characters after decoding HTML entities, \
         check for unmatched surrogate code units"
    )]
    Surrogate {
        /// Where the reference starts; for one in an attribute, where the tag starts.
        offset: usize,
    },
    /// MarkdownV2: a character that needs a backslash in front.
    #[error("Character '{character}' is reserved and must be escaped with the preceding '\\'")]
    Reserved {
        /// The character.
        character: char,
        /// Where it stands.
        offset: usize,
    },
    /// MarkdownV2: an entity that is never closed.
    #[error("Can't find end of {entity} entity at byte offset {offset}")]
    UnclosedEntity {
        /// TDLib's name of the entity's kind.
        entity: &'static str,
        /// Where the entity starts.
        offset: usize,
    },
    /// MarkdownV2: a URL that is never closed.
    #[error("Can't find end of a URL at byte offset {offset}")]
    UnclosedUrl {
        /// Where the URL starts.
        offset: usize,
    },
    /// MarkdownV2: `![…]` without a URL.
    #[error("The entity must contain a tg://emoji or tg://time URL")]
    NoEmojiUrl {
        /// Where the entity starts.
        offset: usize,
    },
    /// MarkdownV2: `![…](…)` whose URL names neither a custom emoji nor a moment.
    #[error("Invalid tg://emoji or tg://time URL specified")]
    BadEmojiUrl {
        /// Where the URL starts.
        offset: usize,
    },
}

impl ParseError {
    /// Where in the markup it happened, in bytes.
    pub fn offset(&self) -> usize {
        match self {
            Self::UnclosedStartTag { offset }
            | Self::UnclosedNamedTag { offset, .. }
            | Self::UnsupportedTag { offset, .. }
            | Self::EmptyAttributeName { offset, .. }
            | Self::BadNameToken { offset }
            | Self::PlainSpan { offset }
            | Self::UnexpectedEndTag { offset }
            | Self::UnclosedEndTag { offset }
            | Self::UnmatchedEndTag { offset, .. }
            | Self::NoEndTag { offset, .. }
            | Self::BadCustomEmoji { offset }
            | Self::BadDateFormat { offset }
            | Self::Surrogate { offset }
            | Self::Reserved { offset, .. }
            | Self::UnclosedEntity { offset, .. }
            | Self::UnclosedUrl { offset }
            | Self::NoEmojiUrl { offset }
            | Self::BadEmojiUrl { offset } => *offset,
        }
    }
}

/// A text that Telegram would not take, whatever its length.
///
/// The message is Telegram's own; the Bot API answers `Bad Request: {error}` with the first letter
/// in lower case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// Nothing is left to be seen. Where a text may be absent, as in a caption, that is no error
    /// but an empty text.
    #[error("Text must be non-empty")]
    Empty,
    /// An entity that starts beyond any text.
    #[error("Receive an entity with incorrect offset {offset}")]
    Offset {
        /// The entity's offset.
        offset: u32,
    },
    /// An entity that is longer than any text.
    #[error("Receive an entity with incorrect length {length}")]
    Length {
        /// The entity's length.
        length: u32,
    },
    /// An entity that starts between the two halves of a surrogate pair.
    #[error("Entity begins in a middle of a UTF-16 symbol at byte offset {position}")]
    BeginsInsideCharacter {
        /// Where in the text the character ends, in bytes.
        position: usize,
    },
    /// An entity that ends between the two halves of a surrogate pair.
    #[error(
        "Entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol \
         at byte offset {position}"
    )]
    EndsInsideCharacter {
        /// The entity's offset.
        offset: u32,
        /// Where in the text the character ends, in bytes.
        position: usize,
    },
    /// An entity that starts after the text's end.
    #[error("Entity begins after the end of the text at UTF-16 offset {offset}")]
    BeginsAfterEnd {
        /// The entity's offset.
        offset: u32,
    },
    /// An entity that ends after the text's end.
    #[error(
        "Entity beginning at UTF-16 offset {offset} ends after the end of the text \
         at UTF-16 offset {end}"
    )]
    EndsAfterEnd {
        /// The entity's offset.
        offset: u32,
        /// The entity's end.
        end: u32,
    },
    /// A link whose address is no link.
    #[error("Entity URL '{url}' is invalid: {source}")]
    Link {
        /// The address.
        url: String,
        /// What is wrong with it.
        source: LinkError,
    },
    /// A custom emoji whose identifier is none.
    #[error("Invalid custom emoji identifier specified")]
    CustomEmoji,
    /// A date that is not within the years 1970 to 2038.
    #[error("Invalid date specified")]
    Date,
    /// A date in a format that Telegram does not know.
    #[error("Invalid date-time format specified")]
    DateFormat,
}
