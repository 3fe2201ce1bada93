//! Text with entities to HTML.

use super::source::{Html, ToHtml};
use crate::text::Text;
use crate::text::render::{self, Markup};
use crate::types::EntityKind;

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
        let tagged = self.entities.iter().filter(|entity| has_tag(&entity.kind));
        render::write(&self.text, tagged, html);
    }
}

impl Markup for Html {
    fn text(&mut self, text: &str) {
        self.push_text(text);
    }

    fn open(&mut self, kind: &EntityKind) {
        open_tag(self, kind);
    }

    fn close(&mut self, kind: &EntityKind) {
        self.push_source(closing_tags(kind));
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
