//! Text with entities is written as HTML that says the same.

use crate::text::Text;
use crate::text::html::parse;
use crate::text::testing::{Chance, read, some_text};

fn rendered(text: &str, entities: &str) -> String {
    Text { text: text.to_owned(), entities: read(entities) }.to_html().to_string()
}

#[test]
fn each_entity_is_written_as_its_tag() {
    for (entities, expected) in [
        ("", "x"),
        ("bold 0 1", "<b>x</b>"),
        ("italic 0 1", "<i>x</i>"),
        ("underline 0 1", "<u>x</u>"),
        ("strikethrough 0 1", "<s>x</s>"),
        ("spoiler 0 1", "<tg-spoiler>x</tg-spoiler>"),
        ("blockquote 0 1", "<blockquote>x</blockquote>"),
        ("expandable_blockquote 0 1", "<blockquote expandable>x</blockquote>"),
        ("code 0 1", "<code>x</code>"),
        ("pre 0 1", "<pre>x</pre>"),
        ("pre:c\"<> 0 1", "<pre><code class=\"language-c&quot;&lt;&gt;\">x</code></pre>"),
        ("text_link:http://t.me/?a&\" 0 1", "<a href=\"http://t.me/?a&amp;&quot;\">x</a>"),
        ("text_mention:7 0 1", "<a href=\"tg://user?id=7\">x</a>"),
        ("custom_emoji:5 0 1", "<tg-emoji emoji-id=\"5\">x</tg-emoji>"),
        ("date_time:5 0 1", "<tg-time unix=\"5\">x</tg-time>"),
        ("date_time:5/wdt 0 1", "<tg-time unix=\"5\" format=\"wdt\">x</tg-time>"),
        // Telegram finds these by itself.
        ("url 0 1", "x"),
        ("bot_command 0 1, bold 0 1", "<b>x</b>"),
    ] {
        assert_eq!(rendered("x", entities), expected, "{entities}");
    }
}

#[test]
fn tags_stand_between_characters_and_inside_each_other() {
    for (text, entities, expected) in [
        ("<&>", "bold 1 1", "&lt;<b>&amp;</b>&gt;"),
        ("🎲я🎲", "bold 2 1, italic 3 2", "🎲<b>я</b><i>🎲</i>"),
        ("abc", "bold 0 3, italic 1 1", "<b>a<i>b</i>c</b>"),
        ("abc", "italic 1 1, bold 0 3", "<b>a<i>b</i>c</b>"),
        ("abc", "italic 0 3, bold 0 3", "<b><i>abc</i></b>"),
        ("abc", "bold 0 1, bold 1 2", "<b>a</b><b>bc</b>"),
        // Where they overlap, the inner one is written twice.
        ("abc", "bold 0 2, italic 1 2", "<b>a<i>b</i></b><i>c</i>"),
        (
            "abcd",
            "bold 0 2, italic 0 3, code 1 3",
            "<i><b>a<code>b</code></b><code>c</code></i><code>d</code>",
        ),
        ("abcd", "bold 0 2, italic 1 1, underline 1 3", "<b>a<u><i>b</i></u></b><u>cd</u>"),
    ] {
        assert_eq!(rendered(text, entities), expected, "{text} {entities}");
    }
}

#[test]
fn entities_that_cannot_be_still_give_html() {
    for (text, entities, expected) in [
        ("ab", "bold 1 9", "a<b>b</b>"),
        ("ab", "bold 2 1", "ab"),
        ("ab", "bold 9 1", "ab"),
        ("ab", "bold 1 0", "ab"),
        ("🎲a", "bold 1 2", "🎲<b>a</b>"),
        ("🎲a", "bold 0 1", "<b>🎲</b>a"),
        ("🎲a", "bold 1 1", "🎲a"),
        ("", "bold 0 1", ""),
    ] {
        assert_eq!(rendered(text, entities), expected, "{text} {entities}");
    }
}

#[test]
fn text_as_telegram_keeps_it_survives_html() {
    let mut chance = Chance::new(3);
    let mut kept = 0;
    for _ in 0..20_000 {
        let given = some_text(&mut chance);
        let Ok(text) = given.clone().normalized() else { continue };
        let html = text.to_html();
        assert_eq!(parse(html.as_str()).as_ref(), Ok(&text), "{given:?} as {html}");
        assert_eq!(text.clone().normalized().as_ref(), Ok(&text), "{given:?}");
        kept += 1;
    }
    assert!(kept > 10_000, "only {kept} were kept");
}

#[test]
fn any_text_gives_html_that_can_be_read() {
    let mut chance = Chance::new(4);
    for _ in 0..20_000 {
        let mut text = some_text(&mut chance);
        for entity in &mut text.entities {
            entity.offset = chance.below(16) as u32;
            entity.length = chance.below(16) as u32;
        }
        let html = text.to_html();
        assert_eq!(parse(html.as_str()).unwrap().text, text.text, "{text:?} as {html}");
    }
}
