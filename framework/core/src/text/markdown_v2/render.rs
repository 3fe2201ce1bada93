//! Text with entities to MarkdownV2.

use super::{MarkdownV2, escape};
use crate::text::render::{self, Markup};
use crate::text::{Text, normalize};
use crate::types::{EntityKind, MessageEntity};

impl Text {
    /// The text as MarkdownV2.
    ///
    /// [`markdown_v2::parse`](super::parse) makes the same text of it, if it was [normalised](Text::normalized), save
    /// that users who are mentioned lose their names, and for what MarkdownV2 has no way to say: its quotations are
    /// whole lines (one that ends amid a line goes on to the line's end, one that begins amid a line is left out), and
    /// a block's language is one word. Entities that Telegram finds by itself (mentions, links, commands…) need no
    /// markup; kinds unknown to this version have none.
    ///
    /// ```
    /// use ambigram_core::text::Text;
    /// use ambigram_core::types::{EntityKind, MessageEntity};
    ///
    /// let mut text = Text::plain("2 + 2");
    /// text.entities.push(MessageEntity::new(0, 1, EntityKind::Bold));
    /// assert_eq!(text.to_markdown_v2().as_str(), r"*2* \+ 2");
    /// ```
    pub fn to_markdown_v2(&self) -> MarkdownV2 {
        let mut entities: Vec<_> =
            self.entities.iter().filter(|entity| has_mark(&entity.kind)).cloned().collect();
        if entities.iter().any(|entity| is_quote(&entity.kind)) {
            let line_feeds = fit_quotes(&self.text, &mut entities);
            normalize::nested(&mut entities);
            leave_free(&line_feeds, &mut entities);
        } else {
            normalize::nested(&mut entities);
        }
        let mut writer = Writer::default();
        render::write(&self.text, &entities, &mut writer);
        MarkdownV2::new(writer.markdown)
    }
}

/// Makes quotations begin and end with lines, and tells which line feeds end them: these are no part of them in the
/// markup.
fn fit_quotes(text: &str, entities: &mut Vec<MessageEntity>) -> Vec<u32> {
    let (mut line_feeds, mut units) = (Vec::new(), 0_u32);
    for character in text.chars() {
        if character == '\n' {
            line_feeds.push(units);
        }
        units = units.saturating_add(character.len_utf16() as u32);
    }
    let is_line_feed = |at: u32| line_feeds.binary_search(&at).is_ok();
    let mut ends = Vec::new();
    entities.retain_mut(|entity| {
        if !is_quote(&entity.kind) {
            return true;
        }
        if entity.offset > 0 && !is_line_feed(entity.offset - 1) {
            return false;
        }
        let last = entity.end().saturating_sub(1);
        let end = if is_line_feed(last) {
            last
        } else {
            line_feeds.iter().copied().find(|feed| *feed >= entity.end()).unwrap_or(units)
        };
        entity.length = end.saturating_sub(entity.offset);
        ends.push(end);
        true
    });
    ends.retain(|end| is_line_feed(*end));
    ends
}

/// Keeps entities that are nested off line feeds: nothing is open where one ends a quotation.
fn leave_free(line_feeds: &[u32], entities: &mut Vec<MessageEntity>) {
    // A line feed in code begins no line for a quotation behind it.
    let begins: Vec<u32> =
        entities.iter().filter(|entity| is_quote(&entity.kind)).map(|quote| quote.offset).collect();
    for entity in entities.iter_mut() {
        if is_code(&entity.kind) && begins.contains(&entity.end()) {
            entity.length -= 1;
        }
        if line_feeds.contains(&entity.offset) {
            entity.offset += 1;
            entity.length = entity.length.saturating_sub(1);
        }
        // Others end before the quotation does, or go over it as a whole.
        if entity.length > 0 && line_feeds.contains(&(entity.end() - 1)) {
            entity.length -= 1;
        }
    }
    entities.retain(|entity| entity.length > 0);
}

fn is_quote(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Blockquote | EntityKind::ExpandableBlockquote)
}

fn is_code(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Code | EntityKind::Pre { .. })
}

fn has_mark(kind: &EntityKind) -> bool {
    is_quote(kind) || !marks(kind).0.is_empty()
}

/// What stands before and behind an entity, but for addresses and languages.
fn marks(kind: &EntityKind) -> (&'static str, &'static str) {
    match kind {
        EntityKind::Bold => ("*", "*"),
        EntityKind::Italic => ("_", "_"),
        EntityKind::Underline => ("__", "__"),
        EntityKind::Strikethrough => ("~", "~"),
        EntityKind::Spoiler => ("||", "||"),
        EntityKind::Code => ("`", "`"),
        EntityKind::Pre { .. } => ("```", "```"),
        EntityKind::TextLink { .. } | EntityKind::TextMention { .. } => ("[", "]"),
        EntityKind::CustomEmoji { .. } | EntityKind::DateTime { .. } => ("![", "]"),
        _ => ("", ""),
    }
}

#[derive(Default)]
struct Writer {
    markdown: String,
    /// What is open, the innermost last.
    open: Vec<EntityKind>,
    /// Whether the last character is an underscore that is a mark.
    ends_with_underscore: bool,
    /// Whether nothing but its line's end stands behind the last quotation.
    is_behind_quote: bool,
}

impl Writer {
    fn mark(&mut self, mark: &str) {
        if mark.starts_with('_') && self.ends_with_underscore {
            // Three in a row would be read as two and one. An entity of nothing keeps them apart.
            let is_in_bold = self.open.last() == Some(&EntityKind::Bold);
            self.markdown.push_str(if is_in_bold { "~~" } else { "**" });
        }
        self.markdown.push_str(mark);
        self.ends_with_underscore = mark.ends_with('_');
    }

    /// Writes the address of a link in its parentheses.
    fn address(&mut self, address: &str) {
        self.markdown.push('(');
        self.markdown.push_str(&escape(address));
        self.markdown.push(')');
        self.ends_with_underscore = false;
    }

    fn is_in(&self, is_it: impl Fn(&EntityKind) -> bool) -> bool {
        self.open.iter().any(is_it)
    }
}

impl Markup for Writer {
    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.is_behind_quote = self.is_behind_quote && text == "\n";
        self.ends_with_underscore = false;
        // In code a line of a quotation begins as it is.
        let begins_lines = self.is_in(is_quote) && !self.is_in(is_code);
        let escaped = escape(text);
        if begins_lines {
            self.markdown.push_str(&escaped.replace('\n', "\n>"));
        } else {
            self.markdown.push_str(&escaped);
        }
    }

    fn open(&mut self, kind: &EntityKind) {
        if is_quote(kind) {
            // Two quotations in a row are kept apart by an entity of nothing.
            self.markdown.push_str(if self.is_behind_quote { "**>" } else { ">" });
            self.ends_with_underscore = false;
        } else {
            self.mark(marks(kind).0);
        }
        if let EntityKind::Pre { language } = kind {
            let is_word = |language: &&String| !language.contains([' ', '\t', '\r', '\n', '\0', '\x0b', '`']);
            self.markdown.push_str(language.as_ref().filter(is_word).map_or("", String::as_str));
            self.markdown.push('\n');
        }
        self.is_behind_quote = false;
        self.open.push(kind.clone());
    }

    fn close(&mut self, kind: &EntityKind) {
        if is_quote(kind) {
            if *kind == EntityKind::ExpandableBlockquote {
                self.markdown.push_str("||");
            }
            self.is_behind_quote = true;
            self.ends_with_underscore = false;
        } else {
            self.mark(marks(kind).1);
        }
        self.open.pop();
        match kind {
            EntityKind::TextLink { url } => self.address(url),
            EntityKind::TextMention { user } => self.address(&format!("tg://user?id={}", user.id)),
            EntityKind::CustomEmoji { custom_emoji_id } => {
                self.address(&format!("tg://emoji?id={custom_emoji_id}"));
            }
            EntityKind::DateTime { unix_time, format } => {
                let format = format.as_deref().map(|format| format!("&format={format}")).unwrap_or_default();
                self.address(&format!("tg://time?unix={unix_time}{format}"));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::markdown_v2::parse;
    use crate::text::testing::{Chance, read, some_text};
    use crate::text::utf16_len;

    fn rendered(text: &str, entities: &str) -> String {
        Text { text: text.to_owned(), entities: read(entities) }.to_markdown_v2().to_string()
    }

    #[test]
    fn each_entity_is_written_with_its_marks() {
        for (text, entities, expected) in [
            ("x", "", "x"),
            ("x.", "bold 0 1", r"*x*\."),
            ("x", "italic 0 1", "_x_"),
            ("x", "underline 0 1", "__x__"),
            ("x", "italic 0 1, underline 0 1", "_**__x__**_"),
            ("ab", "italic 0 1, underline 1 1", "_a_**__b__"),
            ("abc", "bold 0 3, italic 0 1, underline 1 1", "*_a_**__b__c*"),
            ("x", "strikethrough 0 1, spoiler 0 1", "~||x||~"),
            ("a`\\b", "code 0 4", r"`a\`\\b`"),
            ("x", "pre 0 1", "```\nx```"),
            ("x", "pre:rust 0 1", "```rust\nx```"),
            ("x", "text_link:http://t.me/(a) 0 1", r"[x](http://t\.me/\(a\))"),
            ("x", "text_mention:7 0 1", r"[x](tg://user?id\=7)"),
            ("👍", "custom_emoji:5 0 2", r"![👍](tg://emoji?id\=5)"),
            ("x", "date_time:5/wdt 0 1", r"![x](tg://time?unix\=5&format\=wdt)"),
            ("a\nb", "blockquote 0 3", ">a\n>b"),
            ("a\nb", "blockquote 0 2", ">a\nb"),
            ("a\nb", "expandable_blockquote 0 2", ">a||\nb"),
            ("a\nb", "blockquote 0 2, blockquote 2 1", ">a\n**>b"),
            ("ab\nc", "blockquote 0 1", ">ab\nc"),
            ("ab", "blockquote 1 1", "ab"),
            ("a\nb", "blockquote 0 3, pre 0 3", ">```\na\nb```"),
            // Telegram finds these by itself.
            ("x", "url 0 1", "x"),
        ] {
            assert_eq!(rendered(text, entities), expected, "{text:?} {entities}");
        }
    }

    /// Whether MarkdownV2 can say of all quotations where they begin and end.
    fn has_whole_quotes(text: &Text) -> bool {
        let units: Vec<u16> = text.text.encode_utf16().collect();
        let feed = u16::from(b'\n');
        let at = |at: u32| units.get(at as usize);
        text.entities.iter().filter(|entity| is_quote(&entity.kind)).all(|quote| {
            let begins = quote.offset == 0 || at(quote.offset - 1) == Some(&feed);
            let ends = quote.end() == utf16_len(&text.text)
                || (quote.length > 1 && at(quote.end() - 1) == Some(&feed));
            let within = text.entities.iter().filter(|other| other.offset >= quote.offset && *other != quote);
            // What ends with a line feed inside of the quotation's own end ends before it in the markup.
            let is_cut =
                |other: &MessageEntity| other.end() == quote.end() && at(quote.end() - 1) == Some(&feed);
            let is_before = |other: &MessageEntity| is_code(&other.kind) && other.end() == quote.offset;
            begins && ends && !within.into_iter().any(is_cut) && !text.entities.iter().any(is_before)
        })
    }

    #[test]
    fn text_as_telegram_keeps_it_survives_markdown() {
        let mut chance = Chance::new(5);
        let mut kept = 0;
        for _ in 0..40_000 {
            let Ok(text) = some_text(&mut chance).normalized() else { continue };
            let markdown = text.to_markdown_v2();
            let read = parse(markdown.as_str()).map(|read| read.normalized().unwrap());
            assert!(read.is_ok(), "{read:?}: {text:?} as {markdown}");
            if has_whole_quotes(&text) {
                assert_eq!(read.as_ref(), Ok(&text), "{text:?} as {markdown}");
                kept += 1;
            } else {
                // Spaces at the start go where the quotation around them does.
                let (read, given) = (read.unwrap().text, text.text.as_str());
                assert_eq!(read.trim_start(), given.trim_start(), "{text:?} as {markdown}");
            }
        }
        assert!(kept > 10_000, "only {kept} were kept");
    }
}
