//! HTML to text with entities, with the rules and the error texts of TDLib, which reads it for the Bot API.

use super::reference;
use crate::text::date_format::{self, Clash};
use crate::text::{ParseError, Text, kind, link, utf16_len};
use crate::types::{EntityKind, MessageEntity};

/// Reads HTML as Telegram does. <https://core.telegram.org/bots/api#html-style>
///
/// Entities come sorted, as they were nested, and are neither merged nor checked against each other:
/// that happens when the text is [normalised](Text::normalized). Of a mention by `tg://user?id=…` only
/// the number is known, so that its user has no name until the message is sent.
///
/// ```
/// use ambigram_core::text::html;
/// use ambigram_core::types::{EntityKind, MessageEntity};
///
/// let text = html::parse("Hello, <b>Alice &amp; Bob</b>!").unwrap();
/// assert_eq!(text.text, "Hello, Alice & Bob!");
/// assert_eq!(text.entities, [MessageEntity::new(7, 11, EntityKind::Bold)]);
/// ```
///
/// # Errors
/// When the markup is not what Telegram takes.
pub fn parse(html: &str) -> Result<Text, ParseError> {
    let mut parser = Parser::new(html);
    while parser.at < html.len() {
        parser.step()?;
    }
    parser.finish()
}

/// What a tag is for; synonyms are told apart by name only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Link,
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Emoji,
    Time,
    Span,
    Pre,
    Code,
    Quote,
}

const TAGS: [(&str, Tag); 17] = [
    ("a", Tag::Link),
    ("b", Tag::Bold),
    ("strong", Tag::Bold),
    ("i", Tag::Italic),
    ("em", Tag::Italic),
    ("s", Tag::Strikethrough),
    ("strike", Tag::Strikethrough),
    ("del", Tag::Strikethrough),
    ("u", Tag::Underline),
    ("ins", Tag::Underline),
    ("tg-spoiler", Tag::Spoiler),
    ("tg-emoji", Tag::Emoji),
    ("tg-time", Tag::Time),
    ("span", Tag::Span),
    ("pre", Tag::Pre),
    ("code", Tag::Code),
    ("blockquote", Tag::Quote),
];

/// A tag that has not been closed.
struct Open {
    tag: Tag,
    name: &'static str,
    /// Where the tag starts in the markup, in bytes.
    at: usize,
    /// How much text was before it, in bytes.
    text_start: usize,
    /// The same in UTF-16 units.
    offset: u32,
    attributes: Attributes,
}

/// What the tag's attributes say; of repeated ones the last counts.
#[derive(Default)]
struct Attributes {
    /// The one that matters for the tag: a link's address, a language, a format, …
    value: String,
    unix_time: i32,
    has_surrogate: bool,
}

struct Parser<'a> {
    html: &'a str,
    /// How far it has been read, in bytes.
    at: usize,
    text: String,
    /// How long the text is, in UTF-16 units.
    units: u32,
    open: Vec<Open>,
    entities: Vec<MessageEntity>,
    /// The language of the entity that was added last, if that was code: a `<pre>` around it may want to know.
    language: Option<String>,
    surrogate_at: Option<usize>,
}

impl<'a> Parser<'a> {
    fn new(html: &'a str) -> Self {
        Self {
            html,
            at: 0,
            text: String::with_capacity(html.len()),
            units: 0,
            open: Vec::new(),
            entities: Vec::new(),
            language: None,
            surrogate_at: None,
        }
    }

    /// Reads a stretch of plain text, a character reference or a tag.
    fn step(&mut self) -> Result<(), ParseError> {
        let start = self.at;
        match self.peek() {
            b'<' if self.byte(start + 1) == b'/' => return self.end_tag(start),
            b'<' => return self.start_tag(start),
            b'&' => {
                if let Some(reference) = reference::read(self.html.as_bytes(), start) {
                    if reference.character.is_none() {
                        self.surrogate_at.get_or_insert(start);
                    }
                    let character = reference.character.unwrap_or(char::REPLACEMENT_CHARACTER);
                    self.text.push(character);
                    self.units = self.units.saturating_add(character.len_utf16() as u32);
                    self.at = reference.end;
                    return Ok(());
                }
            }
            _ => {}
        }
        self.at += 1;
        self.skip_while(|byte| !matches!(byte, b'<' | b'&'));
        let plain = self.since(start);
        self.text.push_str(plain);
        self.units = self.units.saturating_add(utf16_len(plain));
        Ok(())
    }

    fn start_tag(&mut self, start: usize) -> Result<(), ParseError> {
        self.at = start + 1;
        self.skip_while(|byte| !is_space(byte) && byte != b'>');
        if self.peek() == 0 {
            return Err(ParseError::UnclosedStartTag { offset: start });
        }
        let name = self.since(start + 1).to_ascii_lowercase();
        let Some(&(name, tag)) = TAGS.iter().find(|(known, _)| *known == name) else {
            return Err(ParseError::UnsupportedTag { tag: name, offset: start });
        };
        let attributes = self.attributes(tag, name, start)?;
        if tag == Tag::Span && attributes.value != "spoiler" {
            return Err(ParseError::PlainSpan { offset: start });
        }
        // Over the closing bracket.
        self.at += 1;
        let text_start = self.text.len();
        self.open.push(Open { tag, name, at: start, text_start, offset: self.units, attributes });
        Ok(())
    }

    /// Reads all attributes, up to the bracket that closes the tag.
    fn attributes(
        &mut self,
        tag: Tag,
        tag_name: &'static str,
        start: usize,
    ) -> Result<Attributes, ParseError> {
        let mut attributes = Attributes::default();
        loop {
            self.skip_spaces();
            if self.peek() == b'>' {
                return Ok(attributes);
            }
            let name_start = self.at;
            self.skip_while(|byte| !is_space(byte) && !matches!(byte, b'=' | b'>' | b'/' | b'"' | b'\''));
            let name = self.since(name_start);
            if name.is_empty() {
                return Err(ParseError::EmptyAttributeName { tag: tag_name, offset: start });
            }
            self.skip_spaces();
            let has_value = self.peek() == b'=';
            if has_value {
                self.at += 1;
                self.skip_spaces();
            }
            if self.peek() == 0 {
                return Err(ParseError::UnclosedNamedTag { tag: tag_name, offset: start });
            }
            if has_value {
                let value = self.attribute_value(start)?;
                attributes.take(tag, name, value);
            } else if (tag, name) == (Tag::Quote, "expandable") {
                attributes.value = name.to_owned();
            }
        }
    }

    fn attribute_value(&mut self, tag_start: usize) -> Result<Value, ParseError> {
        let start = self.at;
        let quote = self.peek();
        let mut value = Value::default();
        if matches!(quote, b'"' | b'\'') {
            self.at += 1;
            self.quoted(quote, &mut value);
        } else {
            self.skip_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
            value.text = self.since(start).to_ascii_lowercase();
            if !is_space(self.peek()) && self.peek() != b'>' {
                return Err(ParseError::BadNameToken { offset: start });
            }
        }
        if self.peek() == 0 {
            return Err(ParseError::UnclosedStartTag { offset: tag_start });
        }
        Ok(value)
    }

    /// Reads up to the closing quote and over it.
    fn quoted(&mut self, quote: u8, value: &mut Value) {
        loop {
            let start = self.at;
            self.skip_while(|byte| byte != quote && !matches!(byte, 0 | b'&'));
            value.text.push_str(self.since(start));
            match self.peek() {
                b'&' => match reference::read(self.html.as_bytes(), self.at) {
                    Some(reference) => {
                        value.has_surrogate |= reference.character.is_none();
                        value.text.push(reference.character.unwrap_or(char::REPLACEMENT_CHARACTER));
                        self.at = reference.end;
                    }
                    None => {
                        value.text.push('&');
                        self.at += 1;
                    }
                },
                0 => return,
                _ => {
                    self.at += 1;
                    return;
                }
            }
        }
    }

    fn end_tag(&mut self, start: usize) -> Result<(), ParseError> {
        let Some(open) = self.open.pop() else {
            return Err(ParseError::UnexpectedEndTag { offset: start });
        };
        self.at = start + 2;
        self.skip_while(|byte| !is_space(byte) && byte != b'>');
        let name = self.since(start + 2);
        self.skip_spaces();
        if self.peek() != b'>' {
            return Err(ParseError::UnclosedEndTag { offset: start });
        }
        // `</>` closes whatever is open.
        if !name.is_empty() && !name.eq_ignore_ascii_case(open.name) {
            let found = name.to_ascii_lowercase();
            return Err(ParseError::UnmatchedEndTag { expected: open.name, found, offset: start });
        }
        self.at += 1;
        if self.units > open.offset { self.close(open) } else { Ok(()) }
    }

    /// Turns a tag around some text into an entity.
    fn close(&mut self, open: Open) -> Result<(), ParseError> {
        let language = self.language.take();
        let length = self.units - open.offset;
        let Attributes { value, unix_time, has_surrogate } = open.attributes;
        let kind = match open.tag {
            Tag::Bold => EntityKind::Bold,
            Tag::Italic => EntityKind::Italic,
            Tag::Underline => EntityKind::Underline,
            Tag::Strikethrough => EntityKind::Strikethrough,
            Tag::Spoiler | Tag::Span => EntityKind::Spoiler,
            Tag::Quote if value.is_empty() => EntityKind::Blockquote,
            Tag::Quote => EntityKind::ExpandableBlockquote,
            Tag::Emoji => match link::custom_emoji_id(&value) {
                Some(custom_emoji_id) => EntityKind::CustomEmoji { custom_emoji_id },
                None => return Err(ParseError::BadCustomEmoji { offset: open.at }),
            },
            Tag::Time => {
                let format = date_format::canonical(&value, Clash::ShortWins);
                let format = format.ok_or(ParseError::BadDateFormat { offset: open.at })?;
                if unix_time <= 0 {
                    self.language = language;
                    return Ok(());
                }
                EntityKind::DateTime { unix_time: unix_time.into(), format }
            }
            Tag::Link => {
                let address = if value.is_empty() { self.text.get(open.text_start..) } else { Some(&*value) };
                let Some(kind) = address.and_then(link::kind) else {
                    self.language = language;
                    return Ok(());
                };
                kind
            }
            // `<pre><code class="language-…">` and the other way round are one entity.
            Tag::Pre => match (language, self.last_over(open.offset, length)) {
                (Some(language), Some(code)) => {
                    code.kind = EntityKind::Pre { language: Some(language) };
                    return Ok(());
                }
                _ => EntityKind::Pre { language: None },
            },
            Tag::Code if value.is_empty() => EntityKind::Code,
            Tag::Code => match self.last_over(open.offset, length) {
                Some(MessageEntity { kind: EntityKind::Pre { language: known @ None }, .. }) => {
                    *known = Some(value);
                    self.note_surrogate(has_surrogate, open.at);
                    return Ok(());
                }
                _ => {
                    self.language = Some(value);
                    EntityKind::Code
                }
            },
        };
        self.note_surrogate(has_surrogate, open.at);
        self.entities.push(MessageEntity::new(open.offset, length, kind));
        Ok(())
    }

    /// The entity that was added last, if it is over this very stretch.
    fn last_over(&mut self, offset: u32, length: u32) -> Option<&mut MessageEntity> {
        self.entities.last_mut().filter(|last| (last.offset, last.length) == (offset, length))
    }

    fn note_surrogate(&mut self, is_there: bool, at: usize) {
        if is_there {
            self.surrogate_at.get_or_insert(at);
        }
    }

    fn finish(mut self) -> Result<Text, ParseError> {
        if let Some(open) = self.open.last() {
            return Err(ParseError::NoEndTag { tag: open.name, offset: open.at });
        }
        if let Some(offset) = self.surrogate_at {
            return Err(ParseError::Surrogate { offset });
        }
        kind::sort(&mut self.entities);
        Ok(Text { text: self.text, entities: self.entities })
    }

    /// The byte at a place, and zero after the end.
    fn byte(&self, at: usize) -> u8 {
        self.html.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn peek(&self) -> u8 {
        self.byte(self.at)
    }

    fn skip_while(&mut self, mut matches: impl FnMut(u8) -> bool) {
        let rest = self.html.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|byte| matches(**byte)).count();
    }

    /// Skips spaces, but not a zero byte, which ends a tag as the end of the markup does.
    fn skip_spaces(&mut self) {
        self.skip_while(|byte| byte != 0 && is_space(byte));
    }

    /// What has been read from a place on.
    fn since(&self, start: usize) -> &'a str {
        self.html.get(start..self.at).unwrap_or_default()
    }
}

/// An attribute's value.
#[derive(Default)]
struct Value {
    text: String,
    has_surrogate: bool,
}

impl Attributes {
    /// Takes an attribute, if it says something about this tag.
    fn take(&mut self, tag: Tag, name: &str, value: Value) {
        let taken = match (tag, name) {
            (Tag::Link, "href") | (Tag::Emoji, "emoji-id") | (Tag::Time, "format") => Some(value.text),
            (Tag::Quote, "expandable") => Some(name.to_owned()),
            (Tag::Code, "class") => value.text.strip_prefix("language-").map(str::to_owned),
            (Tag::Span, "class") => value.text.strip_prefix("tg-").map(str::to_owned),
            (Tag::Time, "unix") => {
                self.unix_time = leading_integer(&value.text);
                None
            }
            _ => None,
        };
        if let Some(taken) = taken {
            self.value = taken;
            self.has_surrogate = value.has_surrogate;
        }
    }
}

/// The number at a text's start, zero if there is none; too large ones wrap around.
fn leading_integer(text: &str) -> i32 {
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let digits = digits.bytes().take_while(u8::is_ascii_digit);
    let number =
        digits.fold(0_u32, |number, digit| number.wrapping_mul(10).wrapping_add((digit - b'0').into()));
    let number = number.cast_signed();
    if is_negative { number.wrapping_neg() } else { number }
}

/// TDLib's spaces. The zero byte is among them.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'\0' | b'\x0b')
}
