//! MarkdownV2 to text with entities, with the rules and the error texts of TDLib, which reads it for the Bot API.

use crate::text::{ParseError, Text, kind, link, utf16_len};
use crate::types::{EntityKind, MessageEntity};

/// Reads MarkdownV2 as Telegram does. <https://core.telegram.org/bots/api#markdownv2-style>
///
/// Entities come sorted, as they were nested, and are neither merged nor checked against each other:
/// that happens when the text is [normalised](Text::normalized). Of a mention by `tg://user?id=…` only
/// the number is known, so that its user has no name until the message is sent.
///
/// ```
/// use ambigram_core::text::markdown_v2;
/// use ambigram_core::types::{EntityKind, MessageEntity};
///
/// let text = markdown_v2::parse(r"Hello, *world*\!").unwrap();
/// assert_eq!(text.text, "Hello, world!");
/// assert_eq!(text.entities, [MessageEntity::new(7, 5, EntityKind::Bold)]);
/// ```
///
/// # Errors
/// When the markup is not what Telegram takes.
pub fn parse(markdown: &str) -> Result<Text, ParseError> {
    let mut parser = Parser::new(markdown);
    while parser.at < markdown.len() {
        parser.step()?;
    }
    parser.finish()
}

/// Whether the character has a meaning outside of code, or is kept for one.
pub(super) fn is_reserved(byte: u8) -> bool {
    b"_*[]()~`>#+-=|{}.!".contains(&byte)
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Mark {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre { language: Option<String> },
    Link,
    Emoji,
    Quote,
}

impl Mark {
    /// TDLib's name, which its errors use.
    fn name(&self) -> &'static str {
        match self {
            Self::Bold => "Bold",
            Self::Italic => "Italic",
            Self::Underline => "Underline",
            Self::Strikethrough => "Strikethrough",
            Self::Spoiler => "Spoiler",
            Self::Code => "Code",
            Self::Pre { language: None } => "Pre",
            Self::Pre { language: Some(_) } => "PreCode",
            Self::Link => "TextUrl",
            Self::Emoji => "CustomEmoji",
            Self::Quote => "BlockQuote",
        }
    }
}

/// An entity that has not been closed.
struct Open {
    mark: Mark,
    /// Where it starts in the markup, in bytes.
    at: usize,
    /// How much text was before it, in bytes.
    text_start: usize,
    /// The same in UTF-16 units.
    offset: u32,
}

impl Open {
    fn unclosed(&self) -> ParseError {
        ParseError::UnclosedEntity { entity: self.mark.name(), offset: self.at }
    }
}

struct Parser<'a> {
    markdown: &'a str,
    /// How far it has been read, in bytes.
    at: usize,
    text: String,
    /// How long the text is, in UTF-16 units.
    units: u32,
    /// The innermost last. Of quotations there is at most one.
    open: Vec<Open>,
    is_in_quote: bool,
    /// Whether nothing but carriage returns is before us in the line.
    is_line_start: bool,
    entities: Vec<MessageEntity>,
}

impl<'a> Parser<'a> {
    fn new(markdown: &'a str) -> Self {
        Self {
            markdown,
            at: 0,
            text: String::with_capacity(markdown.len()),
            units: 0,
            open: Vec::new(),
            is_in_quote: false,
            is_line_start: true,
            entities: Vec::new(),
        }
    }

    /// Reads an escaped character, a stretch of plain text, or what starts or ends an entity.
    fn step(&mut self) -> Result<(), ParseError> {
        let byte = self.byte(0);
        if byte == b'\\' && is_escapable(self.byte(1)) {
            let escaped = char::from(self.byte(1));
            self.push(escaped);
            if escaped != '\r' {
                self.is_line_start = escaped == '\n';
            }
            self.at += 2;
            return Ok(());
        }
        let is_in_code = matches!(self.innermost(), Some(Mark::Code | Mark::Pre { .. }));
        let has_meaning = |byte: u8| {
            if is_in_code { byte == b'`' } else { byte == b'\n' || is_reserved(byte) }
        };
        if !has_meaning(byte) {
            self.plain(has_meaning);
            return Ok(());
        }
        if byte == b'\n' && self.is_in_quote && self.byte(1) != b'>' {
            return self.end_quote();
        }
        if self.is_end(byte) { self.end() } else { self.start(byte) }
    }

    /// Takes at least one character, and all that follow and mean nothing.
    fn plain(&mut self, has_meaning: impl Fn(u8) -> bool) {
        let rest = self.markdown.as_bytes().get(self.at..).unwrap_or_default();
        let more = rest.iter().skip(1).take_while(|byte| **byte != b'\\' && !has_meaning(**byte)).count();
        let plain = self.markdown.get(self.at..self.at + 1 + more).unwrap_or_default();
        if plain.bytes().any(|byte| byte != b'\r') {
            self.is_line_start = false;
        }
        self.text.push_str(plain);
        self.units = self.units.saturating_add(utf16_len(plain));
        self.at += 1 + more;
    }

    /// Whether the innermost entity ends here.
    fn is_end(&self, byte: u8) -> bool {
        match self.innermost() {
            Some(Mark::Bold) => byte == b'*',
            Some(Mark::Italic) => byte == b'_' && self.byte(1) != b'_',
            Some(Mark::Underline) => self.is_at("__"),
            Some(Mark::Strikethrough) => byte == b'~',
            Some(Mark::Spoiler) => self.is_at("||"),
            Some(Mark::Code) => byte == b'`',
            Some(Mark::Pre { .. }) => self.is_at("```"),
            Some(Mark::Link | Mark::Emoji) => byte == b']',
            Some(Mark::Quote) | None => false,
        }
    }

    fn start(&mut self, byte: u8) -> Result<(), ParseError> {
        let start = self.at;
        let (mark, length) = match byte {
            b'_' if self.byte(1) == b'_' => (Mark::Underline, 2),
            b'_' => (Mark::Italic, 1),
            b'*' => (Mark::Bold, 1),
            b'~' => (Mark::Strikethrough, 1),
            b'|' if self.byte(1) == b'|' => (Mark::Spoiler, 2),
            b'[' => (Mark::Link, 1),
            b'!' if self.byte(1) == b'[' => (Mark::Emoji, 2),
            b'`' if self.is_at("```") => {
                self.at += 3;
                let language = self.language();
                self.skip_line_end();
                (Mark::Pre { language }, self.at - start)
            }
            b'`' => (Mark::Code, 1),
            b'\n' => {
                self.push('\n');
                self.is_line_start = true;
                self.at += 1;
                return Ok(());
            }
            b'>' if self.is_line_start => {
                if self.is_in_quote {
                    self.at += 1;
                    return Ok(());
                }
                self.is_in_quote = true;
                (Mark::Quote, 1)
            }
            _ => return Err(ParseError::Reserved { character: char::from(byte), offset: start }),
        };
        self.at = start + length;
        self.open.push(Open { mark, at: start, text_start: self.text.len(), offset: self.units });
        Ok(())
    }

    /// The word right behind the fence, if there is more in the markup and it is not the closing fence.
    fn language(&mut self) -> Option<String> {
        let rest = self.markdown.get(self.at..).unwrap_or_default();
        let word = rest.split(|character| is_space(character) || character == '`').next().unwrap_or_default();
        let next = rest.as_bytes().get(word.len());
        if word.is_empty() || matches!(next, None | Some(b'`')) {
            return None;
        }
        self.at += word.len();
        Some(word.to_owned())
    }

    /// Skips one line end, however it is written.
    fn skip_line_end(&mut self) {
        match (self.byte(0), self.byte(1)) {
            (b'\n', b'\r') | (b'\r', b'\n') => self.at += 2,
            (b'\n' | b'\r', _) => self.at += 1,
            _ => {}
        }
    }

    /// Ends the innermost entity.
    fn end(&mut self) -> Result<(), ParseError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let (kind, length) = match open.mark {
            Mark::Bold => (Some(EntityKind::Bold), 1),
            Mark::Italic => (Some(EntityKind::Italic), 1),
            Mark::Underline => (Some(EntityKind::Underline), 2),
            Mark::Strikethrough => (Some(EntityKind::Strikethrough), 1),
            Mark::Spoiler => (Some(EntityKind::Spoiler), 2),
            Mark::Code => (Some(EntityKind::Code), 1),
            Mark::Pre { language } => (Some(EntityKind::Pre { language }), 3),
            Mark::Link => {
                self.at += 1;
                let kind = if self.byte(0) == b'(' {
                    link::kind(&self.url()?)
                } else {
                    self.text.get(open.text_start..).and_then(link::kind)
                };
                (kind, 0)
            }
            Mark::Emoji => {
                self.at += 1;
                if self.byte(0) != b'(' {
                    return Err(ParseError::NoEmojiUrl { offset: open.at });
                }
                let offset = self.at + 1;
                let url = self.url()?;
                let kind = link::custom_emoji(&url).or_else(|| link::date_time(&url));
                (Some(kind.ok_or(ParseError::BadEmojiUrl { offset })?), 0)
            }
            // Ended by the line only.
            Mark::Quote => (None, 0),
        };
        self.at += length;
        if let Some(kind) = kind
            && self.units > open.offset
        {
            self.entities.push(MessageEntity::new(open.offset, self.units - open.offset, kind));
        }
        Ok(())
    }

    /// Reads a URL in parentheses.
    fn url(&mut self) -> Result<String, ParseError> {
        self.at += 1;
        let start = self.at;
        let mut url = String::new();
        loop {
            let rest = self.markdown.get(self.at..).unwrap_or_default();
            let length = rest.find([')', '\\']).unwrap_or(rest.len());
            url.push_str(rest.get(..length).unwrap_or_default());
            self.at += length;
            match self.byte(0) {
                b')' => {
                    self.at += 1;
                    return Ok(url);
                }
                b'\\' if is_escapable(self.byte(1)) => {
                    url.push(char::from(self.byte(1)));
                    self.at += 2;
                }
                b'\\' => {
                    url.push('\\');
                    self.at += 1;
                }
                _ => return Err(ParseError::UnclosedUrl { offset: start }),
            }
        }
    }

    /// Ends the quotation at the end of its last line. An empty spoiler at the line's end says that the
    /// quotation is to start collapsed.
    fn end_quote(&mut self) -> Result<(), ParseError> {
        let Some(mut open) = self.open.pop() else { return Ok(()) };
        let mut kind = EntityKind::Blockquote;
        if open.mark == Mark::Spoiler {
            let is_empty = match self.at - open.at {
                2 => true,
                // A carriage return may stand before the line feed.
                3 => self.text.ends_with('\r'),
                _ => false,
            };
            match self.open.pop() {
                Some(quote) if is_empty => open = quote,
                _ => return Err(open.unclosed()),
            }
            kind = EntityKind::ExpandableBlockquote;
        }
        if open.mark != Mark::Quote {
            return Err(open.unclosed());
        }
        self.is_in_quote = false;
        self.push('\n');
        self.is_line_start = true;
        self.at += 1;
        self.entities.push(MessageEntity::new(open.offset, self.units - open.offset, kind));
        Ok(())
    }

    fn finish(mut self) -> Result<Text, ParseError> {
        if self.is_in_quote {
            let mut kind = EntityKind::Blockquote;
            let end = self.markdown.len();
            if self.open.pop_if(|open| open.mark == Mark::Spoiler && open.at + 2 == end).is_some() {
                kind = EntityKind::ExpandableBlockquote;
            }
            if let Some(quote) = self.open.pop_if(|open| open.mark == Mark::Quote)
                && self.units > quote.offset
            {
                self.entities.push(MessageEntity::new(quote.offset, self.units - quote.offset, kind));
            }
        }
        if let Some(open) = self.open.last() {
            return Err(open.unclosed());
        }
        kind::sort(&mut self.entities);
        Ok(Text { text: self.text, entities: self.entities })
    }

    fn push(&mut self, character: char) {
        self.text.push(character);
        self.units = self.units.saturating_add(1);
    }

    fn innermost(&self) -> Option<&Mark> {
        self.open.last().map(|open| &open.mark)
    }

    /// The byte so many places ahead, and zero after the end.
    fn byte(&self, ahead: usize) -> u8 {
        self.markdown.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn is_at(&self, marks: &str) -> bool {
        self.markdown.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(marks.as_bytes()))
    }
}

/// Whether a backslash before the character makes it stand for itself: so it is with all of ASCII
/// but the first and the last.
fn is_escapable(byte: u8) -> bool {
    (1..=126).contains(&byte)
}

/// TDLib's spaces. The zero byte is among them.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\r' | '\n' | '\0' | '\x0b')
}
