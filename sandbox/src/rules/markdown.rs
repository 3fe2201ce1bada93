//! The legacy parse mode `Markdown`: text with `*`, `_`, `` ` `` and `[` to text with entities.
//!
//! <https://core.telegram.org/bots/api#markdown-style>. Entities don't nest, and nothing can be escaped
//! inside of one. Bots that use Ambigram have no need of it, others still send it.

use ambigram_core::text::{Text, link, utf16_len};
use ambigram_core::types::{EntityKind, MessageEntity};

/// What opens an entity, and what a backslash keeps from it.
const OPENING: [char; 4] = ['_', '*', '`', '['];

/// What TDLib takes for white space.
const SPACES: [char; 6] = [' ', '\t', '\r', '\n', '\0', '\u{b}'];

/// An entity that is opened and not closed, in Telegram's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Can't find end of the entity starting at byte offset {offset}")]
pub struct UnclosedEntity {
    /// Where in the markup it is opened, in bytes.
    pub offset: usize,
}

/// Reads a text in the legacy markup.
///
/// Links are spelt in Telegram's way, and those that are none are plain text. One to `tg://user?id=…`
/// is left a link; normalising the text makes the mention of it.
///
/// # Errors
/// When an entity is not closed. Nothing else is wrong in this mode.
pub fn parse(markdown: &str) -> Result<Text, UnclosedEntity> {
    let mut text = Text::default();
    let mut units = 0;
    let mut rest = markdown;
    loop {
        let (plain, opening, after) = read_plain(rest);
        text.text.push_str(&plain);
        units += utf16_len(&plain);
        let Some(opening) = opening else { return Ok(text) };

        let offset = markdown.len() - after.len() - opening.len_utf8();
        let entity = Entity::read(opening, after).ok_or(UnclosedEntity { offset })?;
        let length = utf16_len(entity.text);
        let removed = offset - text.text.len();
        rest = entity.rest;
        text.text.push_str(entity.text);
        // Nothing is of no kind; and what follows empty square brackets is no address.
        if length > 0 {
            let kind = match entity.style {
                Style::Formatted(kind) => Some(kind),
                Style::Link => {
                    let (url, after) = bracketed_address(rest)
                        .unwrap_or_else(|| (address_of_label(entity.text, removed), rest));
                    rest = after;
                    link::check(&url).ok().map(|url| EntityKind::TextLink { url })
                }
            };
            text.entities.extend(kind.map(|kind| MessageEntity::new(units, length, kind)));
            units += length;
        }
    }
}

/// The text up to where the next entity is opened, the character that opens it, and what is after that.
fn read_plain(markdown: &str) -> (String, Option<char>, &str) {
    let mut plain = String::new();
    let mut characters = markdown.chars();
    while let Some(c) = characters.next() {
        if OPENING.contains(&c) {
            return (plain, Some(c), characters.as_str());
        }
        let escaped = characters.clone().next().filter(|next| c == '\\' && OPENING.contains(next));
        plain.push(escaped.unwrap_or(c));
        if escaped.is_some() {
            characters.next();
        }
    }
    (plain, None, "")
}

/// An entity's text, and what is after its end.
struct Entity<'a> {
    style: Style,
    text: &'a str,
    rest: &'a str,
}

enum Style {
    Formatted(EntityKind),
    /// A link whose address is still to be read.
    Link,
}

impl<'a> Entity<'a> {
    /// Reads on after the opening character; `None` if the end is missing.
    fn read(opening: char, after: &'a str) -> Option<Self> {
        let (style, end, after) = match opening {
            '_' => (Style::Formatted(EntityKind::Italic), "_", after),
            '*' => (Style::Formatted(EntityKind::Bold), "*", after),
            '[' => (Style::Link, "]", after),
            _ => match after.strip_prefix("``") {
                None => (Style::Formatted(EntityKind::Code), "`", after),
                Some(block) => {
                    let (language, code) = split_language(block);
                    let kind = EntityKind::Pre { language: language.map(str::to_owned) };
                    (Style::Formatted(kind), "```", without_line_break(code))
                }
            },
        };
        let (text, rest) = after.split_once(end)?;
        Some(Self { style, text, rest })
    }
}

/// The address in round brackets that is next, and what is after it; the closing bracket may be missing.
fn bracketed_address(rest: &str) -> Option<(String, &str)> {
    let address = rest.strip_prefix('(')?;
    let (url, rest) = address.split_once(')').unwrap_or((address, ""));
    Some((url.to_owned(), rest))
}

/// The address of a link that has none but its label, behind markup of which so many bytes were removed.
///
/// It isn't the label. Telegram's parser writes its output over its input, and takes the address from
/// where the label stood when the label has been written again `removed + 1` bytes ahead of it: so
/// `[telegram.org]` links to `elegram.orgg`. A bot is to find that out in the sandbox, not after it.
fn address_of_label(label: &str, removed: usize) -> String {
    let label = label.as_bytes();
    let overwritten = label.get(removed + 1..).unwrap_or_default();
    let left = label.get(overwritten.len()..).unwrap_or_default();
    // Where a character is cut, the bytes are no text and so no address.
    String::from_utf8([overwritten, left].concat()).unwrap_or_default()
}

/// The language that a block starts with, which white space has to follow: without, it is the block's text.
fn split_language(block: &str) -> (Option<&str>, &str) {
    let end = block.find(|c| c == '`' || SPACES.contains(&c)).unwrap_or(block.len());
    match block.split_at_checked(end) {
        Some((language, code)) if !language.is_empty() && code.starts_with(SPACES) => (Some(language), code),
        _ => (None, block),
    }
}

/// The text without the one line break that it starts with, in any of the four spellings.
fn without_line_break(text: &str) -> &str {
    ["\r\n", "\n\r", "\r", "\n"]
        .into_iter()
        .find_map(|line_break| text.strip_prefix(line_break))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{RngExt, SeedableRng};

    use super::*;

    /// An entity in short: its kind and the argument of that, offset and length.
    fn short(entity: &MessageEntity) -> (String, u32, u32) {
        let kind = match &entity.kind {
            EntityKind::Pre { language: Some(language) } => format!("pre {language}"),
            EntityKind::TextLink { url } => format!("text_link {url}"),
            kind => kind.name().into_owned(),
        };
        (kind, entity.offset, entity.length)
    }

    /// Markup, and the text and the entities that it stands for.
    type Case<'a> = (&'a str, &'a str, &'a [(&'a str, u32, u32)]);

    fn assert_reads(cases: &[Case<'_>]) {
        for (markdown, text, entities) in cases {
            let read = parse(markdown).unwrap();
            let found: Vec<_> = read.entities.iter().map(short).collect();
            let found: Vec<_> =
                found.iter().map(|(kind, offset, length)| (kind.as_str(), *offset, *length)).collect();
            assert_eq!((read.text.as_str(), found.as_slice()), (*text, *entities), "of {markdown:?}");
        }
    }

    #[test]
    fn text_without_markup_stays() {
        assert_reads(&[
            ("", "", &[]),
            ("plain", "plain", &[]),
            ("a ] ( ) ~ | > # . ! {", "a ] ( ) ~ | > # . ! {", &[]),
            ("🏟 ➡️ é\n\r\n", "🏟 ➡️ é\n\r\n", &[]),
            ("<b>bold</b> &amp;", "<b>bold</b> &amp;", &[]),
        ]);
    }

    #[test]
    fn a_backslash_escapes_what_opens_an_entity() {
        assert_reads(&[
            ("\\_\\*\\`\\[", "_*`[", &[]),
            ("snake\\_case", "snake_case", &[]),
            ("\\", "\\", &[]),
            ("\\\\", "\\\\", &[]),
            ("\\\\_", "\\_", &[]),
            ("\\a\\]\\(\\.", "\\a\\]\\(\\.", &[]),
            ("\\🏟", "\\🏟", &[]),
            ("\\_*a*\\_", "_a_", &[("bold", 1, 1)]),
            // Inside of an entity it escapes nothing.
            ("*a\\*", "a\\", &[("bold", 0, 2)]),
            ("*a\\_b*", "a\\_b", &[("bold", 0, 4)]),
            ("[a\\](b.com)", "a\\", &[("text_link http://b.com/", 0, 2)]),
        ]);
    }

    #[test]
    fn styles() {
        assert_reads(&[
            ("*a*", "a", &[("bold", 0, 1)]),
            ("_a_", "a", &[("italic", 0, 1)]),
            ("`a`", "a", &[("code", 0, 1)]),
            ("a *b* _c_ `d` e", "a b c d e", &[("bold", 2, 1), ("italic", 4, 1), ("code", 6, 1)]),
            ("*a**b*", "ab", &[("bold", 0, 1), ("bold", 1, 1)]),
            ("a_b_c", "abc", &[("italic", 1, 1)]),
            ("* a\n*", " a\n", &[("bold", 0, 3)]),
            ("🏟*🏟é*🏟", "🏟🏟é🏟", &[("bold", 2, 3)]),
            ("➡️ ➡️_➡️ ➡️_*➡️ ➡️*", "➡️ ➡️➡️ ➡️➡️ ➡️", &[("italic", 5, 5), ("bold", 10, 5)]),
            // They don't nest.
            ("*a _b_ c*", "a _b_ c", &[("bold", 0, 7)]),
            ("_a*b_c", "a*bc", &[("italic", 0, 3)]),
            ("`*a*`", "*a*", &[("code", 0, 3)]),
            ("*[a](b.com)*", "[a](b.com)", &[("bold", 0, 10)]),
            // Nothing has no style.
            ("**", "", &[]),
            ("a__b", "ab", &[]),
            ("``", "", &[]),
            ("__a__", "a", &[]),
            ("**a**", "a", &[]),
        ]);
    }

    #[test]
    fn blocks() {
        assert_reads(&[
            ("```a```", "a", &[("pre", 0, 1)]),
            ("🏟```🏟```🏟", "🏟🏟🏟", &[("pre", 2, 2)]),
            ("```a*b_c`d``e```", "a*b_c`d``e", &[("pre", 0, 10)]),
            ("```a\\```", "a\\", &[("pre", 0, 2)]),
            ("``````", "", &[]),
            ("``````a", "a", &[]),
            ("```\n```", "", &[]),
            // One line break at the start is not part of it.
            ("```\na\n```", "a\n", &[("pre", 0, 2)]),
            ("```\r\na```", "a", &[("pre", 0, 1)]),
            ("```\n\ra```", "a", &[("pre", 0, 1)]),
            ("```\ra```", "a", &[("pre", 0, 1)]),
            ("```\n\na```", "\na", &[("pre", 0, 2)]),
            ("```\r\ra```", "\ra", &[("pre", 0, 2)]),
            ("``` a```", " a", &[("pre", 0, 2)]),
            ("``` \na```", " \na", &[("pre", 0, 3)]),
            // The language.
            ("```py\nx = 1```", "x = 1", &[("pre py", 0, 5)]),
            ("```py\r\nx```", "x", &[("pre py", 0, 1)]),
            ("```py x```", " x", &[("pre py", 0, 2)]),
            ("```c++\tx```", "\tx", &[("pre c++", 0, 2)]),
            ("```a *b* `c` _d```", " *b* `c` _d", &[("pre a", 0, 11)]),
            ("```🏟\n🏟```", "🏟", &[("pre 🏟", 0, 2)]),
            ("```py```", "py", &[("pre", 0, 2)]),
            ("```py`\n```", "py`\n", &[("pre", 0, 4)]),
            ("```py\n```", "", &[]),
            ("```\npy x```", "py x", &[("pre", 0, 4)]),
            ("``` py\nx```", " py\nx", &[("pre", 0, 5)]),
        ]);
    }

    #[test]
    fn links() {
        assert_reads(&[
            ("[a](telegram.org)", "a", &[("text_link http://telegram.org/", 0, 1)]),
            ("[a](https://telegram.org?x=1)", "a", &[("text_link https://telegram.org/?x=1", 0, 1)]),
            ("x [🏟](HTTP://T.me/a#b) y", "x 🏟 y", &[("text_link http://t.me/a#b", 2, 2)]),
            ("[a](tg:resolve?domain=b)", "a", &[("text_link tg://resolve?domain=b", 0, 1)]),
            ("[a](tg://user?id=123456)", "a", &[("text_link tg://user?id=123456", 0, 1)]),
            ("[*a*](b.com)", "*a*", &[("text_link http://b.com/", 0, 3)]),
            ("[a](b.com/c_d*e`f)", "a", &[("text_link http://b.com/c_d*e`f", 0, 1)]),
            (
                "[a](b.com)[c](d.com)",
                "ac",
                &[("text_link http://b.com/", 0, 1), ("text_link http://d.com/", 1, 1)],
            ),
            ("[[a](b.com)", "[a", &[("text_link http://b.com/", 0, 2)]),
            // An address ends with the first bracket, or with the text.
            ("[a](b.com/(c))", "a)", &[("text_link http://b.com/(c", 0, 1)]),
            ("[a](b.com", "a", &[("text_link http://b.com/", 0, 1)]),
            ("[a](b.com *c*", "a", &[]),
            ("[a](", "a", &[]),
            // What is no link is text.
            ("[a]()", "a", &[]),
            ("[a](b)", "a", &[]),
            ("[a](http://)", "a", &[]),
            ("[a](smb://b.com)", "a", &[]),
            ("[a] (b.com)", "a (b.com)", &[]),
            ("[](b.com)", "(b.com)", &[]),
            ("[]", "", &[]),
        ]);
    }

    #[test]
    fn a_label_for_an_address_is_misread_as_telegram_does() {
        assert_reads(&[
            ("[telegram.org]", "telegram.org", &[("text_link http://elegram.orgg/", 0, 12)]),
            (
                "a*b*[telegram.org] c",
                "abtelegram.org c",
                &[("bold", 1, 1), ("text_link http://egram.orgorg/", 2, 12)],
            ),
            (
                "`__`[a.example.org]",
                "__a.example.org",
                &[("code", 0, 2), ("text_link http://xample.orgorg/", 2, 13)],
            ),
            // So much was removed before that the label stands where it stood.
            ("\\_\\_\\_\\_\\_[a.com]", "_____a.com", &[("text_link http://a.com/", 5, 5)]),
            ("[é.com]", "é.com", &[]),
            ("[a]", "a", &[]),
        ]);
    }

    #[test]
    fn entities_without_an_end_are_refused_with_their_place() {
        let cases = [
            ("_", 0),
            ("*a", 0),
            ("`a", 0),
            ("[a", 0),
            ("[a(b.com)", 0),
            ("a *b* _c", 6),
            ("🏟 🏟_abacaba", 9),
            ("🏟 🏟_abac * asd ", 9),
            ("🏟 🏟_abac * asd _ *", 23),
            ("🏟 🏟`", 9),
            ("🏟 🏟```", 9),
            ("```a", 0),
            ("```a``", 0),
            ("```a\nb``", 0),
            ("```a````", 7),
            ("````", 0),
            ("\\_a_", 3),
            ("*a\\*b*", 5),
            ("[a](b.com) *c", 11),
            ("[](*b)", 3),
        ];
        for (markdown, offset) in cases {
            let error = parse(markdown).unwrap_err();
            let expected = format!("Can't find end of the entity starting at byte offset {offset}");
            assert_eq!(error.to_string(), expected, "of {markdown:?}");
            assert_eq!(error.offset, offset);
        }
    }

    #[test]
    fn whatever_is_read_its_entities_are_sorted_apart_and_whole() {
        let pieces = [
            "*",
            "_",
            "`",
            "```",
            "[",
            "]",
            "](",
            "(",
            ")",
            "\\",
            "a",
            "b.com",
            "tg://user?id=1",
            "py",
            " ",
            "\n",
            "\r",
            "é",
            "🏟",
            "👨‍👩‍👧",
            "\u{200d}",
            "\0",
        ];
        let mut random = StdRng::seed_from_u64(1);
        let (mut read, mut refused, mut entities) = (0, 0, 0);
        for _ in 0..20_000 {
            let length = random.random_range(0..16);
            let markdown: String =
                (0..length).map(|_| pieces[random.random_range(0..pieces.len())]).collect();
            let text = match parse(&markdown) {
                Ok(text) => text,
                Err(UnclosedEntity { offset }) => {
                    let there = markdown.get(offset..).unwrap();
                    assert!(there.starts_with(OPENING), "{offset} in {markdown:?}");
                    refused += 1;
                    continue;
                }
            };
            let units: Vec<u16> = text.text.encode_utf16().collect();
            let mut free_from = 0;
            for entity in &text.entities {
                let (start, end) = (entity.offset as usize, entity.end() as usize);
                assert!(entity.offset >= free_from && end <= units.len(), "{entity:?} of {markdown:?}");
                assert!(String::from_utf16(&units[start..end]).is_ok(), "{entity:?} of {markdown:?}");
                free_from = entity.end();
                entities += 1;
            }
            read += 1;
        }
        // Random markup is worth something only if it comes out either way.
        assert!(read > 1_000 && refused > 1_000 && entities > 1_000, "{read}, {refused}, {entities}");
    }
}
