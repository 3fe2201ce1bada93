//! Text with entities to HTML.

use super::source::{Html, ToHtml};
use crate::text::{Text, kind};
use crate::types::{EntityKind, MessageEntity};

impl Text {
    /// The text as HTML, so that it can be put into other HTML.
    ///
    /// [`html::parse`](super::parse) makes the same text of it, if it was [normalised](Text::normalized), save
    /// that users who are mentioned lose their names. Where entities overlap, the inner one is written in two
    /// pieces. Entities that Telegram finds by itself (mentions, links, commands…) need no HTML; kinds unknown
    /// to this version have none.
    ///
    /// ```
    /// use ambigram_core::text::Text;
    /// use ambigram_core::types::{EntityKind, MessageEntity};
    ///
    /// let mut text = Text::plain("1 < 2");
    /// text.entities.push(MessageEntity::new(0, 3, EntityKind::Bold));
    /// assert_eq!(text.to_html().as_str(), "<b>1 &lt;</b> 2");
    /// ```
    pub fn to_html(&self) -> Html {
        let mut html = Html::default();
        self.write_html(&mut html);
        html
    }
}

impl ToHtml for Text {
    fn write_html(&self, html: &mut Html) {
        let mut entities: Vec<&MessageEntity> =
            self.entities.iter().filter(|entity| entity.length > 0 && has_tag(&entity.kind)).collect();
        if entities.is_empty() {
            return html.push_text(&self.text);
        }
        entities.sort_by(|a, b| kind::order(a, b));
        let mut writer = Writer { html, entities: entities.iter(), open: Vec::new() };
        let (mut units, mut start) = (0_u32, 0);
        for (at, character) in self.text.char_indices() {
            if writer.has_edge(units) {
                writer.html.push_text(self.text.get(start..at).unwrap_or_default());
                start = at;
                writer.pass(units);
            }
            units = units.saturating_add(character.len_utf16() as u32);
        }
        writer.html.push_text(self.text.get(start..).unwrap_or_default());
        writer.close(u32::MAX);
    }
}

struct Writer<'a> {
    html: &'a mut Html,
    /// Those that have not started.
    entities: std::slice::Iter<'a, &'a MessageEntity>,
    /// Those whose tags are open, the innermost last.
    open: Vec<&'a MessageEntity>,
}

impl Writer<'_> {
    fn has_edge(&self, units: u32) -> bool {
        let starts = self.entities.as_slice().first().is_some_and(|next| next.offset <= units);
        starts || self.open.iter().any(|entity| entity.end() <= units)
    }

    /// Closes and opens what ends and starts here, or in the middle of the character before.
    fn pass(&mut self, units: u32) {
        self.close(units);
        while let Some((next, rest)) = self.entities.as_slice().split_first()
            && next.offset <= units
        {
            self.entities = rest.iter();
            if next.end() > units {
                open_tag(self.html, &next.kind);
                self.open.push(next);
            }
        }
    }

    /// Closes what has ended; what is inside of that and goes on is opened again.
    fn close(&mut self, units: u32) {
        let Some(outermost) = self.open.iter().position(|entity| entity.end() <= units) else { return };
        let closed = self.open.split_off(outermost);
        for entity in closed.iter().rev() {
            self.html.push_source(closing_tags(&entity.kind));
        }
        for entity in closed.into_iter().filter(|entity| entity.end() > units) {
            open_tag(self.html, &entity.kind);
            self.open.push(entity);
        }
    }
}

fn has_tag(kind: &EntityKind) -> bool {
    !closing_tags(kind).is_empty()
}

fn open_tag(html: &mut Html, kind: &EntityKind) {
    let mut tag = |start: &str, value: &str, end: &str| {
        html.push_source(start);
        html.push_text(value);
        html.push_source(end);
    };
    match kind {
        EntityKind::Bold => tag("<b>", "", ""),
        EntityKind::Italic => tag("<i>", "", ""),
        EntityKind::Underline => tag("<u>", "", ""),
        EntityKind::Strikethrough => tag("<s>", "", ""),
        EntityKind::Spoiler => tag("<tg-spoiler>", "", ""),
        EntityKind::Blockquote => tag("<blockquote>", "", ""),
        EntityKind::ExpandableBlockquote => tag("<blockquote expandable>", "", ""),
        EntityKind::Code => tag("<code>", "", ""),
        EntityKind::Pre { language: None } => tag("<pre>", "", ""),
        EntityKind::Pre { language: Some(language) } => tag("<pre><code class=\"language-", language, "\">"),
        EntityKind::TextLink { url } => tag("<a href=\"", url, "\">"),
        EntityKind::TextMention { user } => tag("<a href=\"tg://user?id=", &user.id.to_string(), "\">"),
        EntityKind::CustomEmoji { custom_emoji_id } => {
            tag("<tg-emoji emoji-id=\"", custom_emoji_id.as_str(), "\">");
        }
        EntityKind::DateTime { unix_time, format } => {
            tag("<tg-time unix=\"", &unix_time.to_string(), "\"");
            match format {
                Some(format) => tag(" format=\"", format, "\">"),
                None => tag(">", "", ""),
            }
        }
        _ => {}
    }
}

fn closing_tags(kind: &EntityKind) -> &'static str {
    match kind {
        EntityKind::Bold => "</b>",
        EntityKind::Italic => "</i>",
        EntityKind::Underline => "</u>",
        EntityKind::Strikethrough => "</s>",
        EntityKind::Spoiler => "</tg-spoiler>",
        EntityKind::Blockquote | EntityKind::ExpandableBlockquote => "</blockquote>",
        EntityKind::Code => "</code>",
        EntityKind::Pre { language: None } => "</pre>",
        EntityKind::Pre { language: Some(_) } => "</code></pre>",
        EntityKind::TextLink { .. } | EntityKind::TextMention { .. } => "</a>",
        EntityKind::CustomEmoji { .. } => "</tg-emoji>",
        EntityKind::DateTime { .. } => "</tg-time>",
        _ => "",
    }
}
