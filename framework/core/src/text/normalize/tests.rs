//! Text becomes what Telegram makes of it.

use super::normalize_with;
use crate::text::testing::{Chance, check_edges, kind, read, written};
use crate::text::{LinkError, Text, TextError, utf16_len};
use crate::types::{EntityKind, MessageEntity, Raw};

fn text(text: &str, entities: &str) -> Text {
    Text { text: text.to_owned(), entities: read(entities) }
}

/// What a text becomes, in one line: the text, and after a bar its entities; or the error.
fn outcome(given: Text, found: &str) -> String {
    match normalize_with(given, |_| read(found)) {
        Ok(text) if text.entities.is_empty() => text.text,
        Ok(text) => format!("{} | {}", text.text, written(&text.entities)),
        Err(error) => format!("! {error}"),
    }
}

/// Text, entities, and what becomes of them.
fn check(cases: &[(&str, &str, &str)]) {
    for (given, entities, expected) in cases {
        assert_eq!(outcome(text(given, entities), ""), *expected, "{given:?} {entities}");
    }
}

#[test]
fn control_characters_become_spaces_or_go() {
    check(&[
        ("a\tb", "", "a b"),
        ("a\0b\u{1f}c", "", "a b c"),
        ("a\u{7f}b", "", "a\u{7f}b"),
        ("a\r\nb", "", "a\nb"),
        ("\ra\r", "", "a"),
        ("a\n\nb", "", "a\n\nb"),
        ("a  b", "", "a  b"),
        ("a\u{2028}\u{2029}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}b", "", "ab"),
        ("a\u{2027}\u{202f}b", "", "a\u{2027}\u{202f}b"),
        ("a\u{30a}b\u{333}c\u{33f}", "", "abc"),
        ("a\u{309}\u{30b}", "", "a\u{309}\u{30b}"),
        ("a\u{200b}\u{a0}b", "", "a\u{200b}\u{a0}b"),
        // Of direction marks in a row only the last has a direction.
        ("\u{200e}a\u{200f}", "", "\u{200e}a\u{200f}"),
        ("\u{200f}\u{200f} a", "", "\u{200c}\u{200f} a"),
        ("a\u{200e}\u{200f}\u{200e}\u{200c}\u{200f}", "", "a\u{200c}\u{200c}\u{200e}\u{200c}\u{200f}"),
        ("a\u{200e}\u{2028}\u{200e}", "", "a\u{200c}\u{200e}"),
    ]);
}

#[test]
fn entities_move_along_with_their_characters() {
    check(&[
        ("a\rbc", "bold 2 1", "abc | bold 1 1"),
        ("a\rbc", "bold 1 2", "abc | bold 1 1"),
        ("a\rbc", "bold 0 2", "abc | bold 0 1"),
        ("a\rbc", "bold 0 4", "abc | bold 0 3"),
        ("a\rbc", "bold 1 1", "abc"),
        ("a\tbc", "bold 1 1", "a bc | bold 1 1"),
        ("\r🎲\u{2028}🎲x", "bold 1 3, italic 4 2", "🎲🎲x | bold 0 2, italic 2 2"),
        ("\u{200f}\u{200f}ab", "bold 2 1", "\u{200c}\u{200f}ab | bold 2 1"),
        ("a\rb", "code 0 3, bold 0 3", "ab | code 0 2"),
        (
            "a\rbc\r",
            "italic 0 1, bold 0 2, italic 3 2, bold 3 1",
            "abc | bold 0 1, italic 0 1, bold 2 1, italic 2 1",
        ),
        // What touches now is one.
        ("a\rb", "bold 0 1, italic 0 1, bold 2 1, italic 2 1", "ab | bold 0 2, italic 0 2"),
        ("a\nb", "bold 0 1, italic 0 1, bold 2 1", "a\nb | bold 0 1, italic 0 1, bold 2 1"),
        ("a \rb", "bold 0 4, underline 2 1", "a b | bold 0 3"),
    ]);
}

#[test]
fn spaces_at_both_ends_go() {
    check(&[
        (" a ", "", "a"),
        ("\n \n a b\n\n", "", "a b"),
        ("\t\r a\t", "", "a"),
        ("\u{a0}a\u{a0}", "", "\u{a0}a\u{a0}"),
        ("a  ", "bold 0 2", "a | bold 0 1"),
        ("a  ", "bold 1 1", "a"),
        ("a  ", "bold 0 1, italic 1 2", "a | bold 0 1"),
        ("a ", "italic 0 2, bold 0 1", "a | bold 0 1, italic 0 1"),
        ("🎲 ", "bold 0 3", "🎲 | bold 0 2"),
        // In front only up to the first entity.
        ("  a", "bold 2 1", "a | bold 0 1"),
        ("  a", "bold 1 2", " a | bold 0 2"),
        ("  a", "bold 0 3", "  a | bold 0 3"),
        ("  a", "bold 0 1", "  a | bold 0 1"),
        ("\n  a ", "pre 2 3", " a | pre 0 2"),
        (
            " \n ➡️ ➡️  \n ",
            "bold 3 2, italic 5 1, bold 6 2, italic 8 1",
            "➡️ ➡️ | bold 0 2, italic 2 1, bold 3 2",
        ),
    ]);
}

#[test]
fn a_text_of_which_nothing_is_to_be_seen_is_refused() {
    for blank in [
        "",
        " ",
        "\n",
        "\t",
        "\r",
        "\0",
        " \n \r\n ",
        "\u{200b}",
        "\u{200e}\u{200f}",
        "\u{a0}",
        "\u{feff}",
        "\u{3000}\u{2800}",
        "\u{1680}\u{180e}\u{2000}\u{200a}\u{202f}\u{205f}\u{fffc}",
        "\u{e0000}\u{e007f}",
        "\u{202e}",
        "\u{333}",
        "\u{200c}\u{200d}",
    ] {
        assert_eq!(Text::plain(blank).normalized(), Err(TextError::Empty), "{blank:?}");
        if !blank.is_empty() {
            let bold = text(blank, &format!("bold 0 {}", utf16_len(blank)));
            assert_eq!(bold.normalized(), Err(TextError::Empty), "{blank:?}");
        }
    }
    for visible in [".", "\u{7f}", "\u{ad}", "\u{2060}", "\u{e0080}", "\u{200b}a\u{200b}"] {
        assert_eq!(outcome(Text::plain(visible), ""), visible);
    }
    assert_eq!(TextError::Empty.to_string(), "Text must be non-empty");
}

#[test]
fn an_entity_over_spaces_alone_stays_where_text_follows() {
    check(&[
        ("a  b", "bold 1 2", "a  b | bold 1 2"),
        ("a\t\tb", "code 1 2", "a  b | code 1 2"),
        (" a", "italic 0 1", " a | italic 0 1"),
        ("a\n\nb", "text_link:t.me 1 2", "a\n\nb | text_link:http://t.me/ 1 2"),
    ]);
}

#[test]
fn styles_are_joined_where_they_touch() {
    check(&[
        ("abc", "italic 1 1, italic 0 1", "abc | italic 0 2"),
        ("abc", "italic 1 1, italic 1 1", "abc | italic 1 1"),
        ("abc", "italic 0 2, italic 1 2", "abc | italic 0 3"),
        ("abc", "italic 0 2, italic 2 1", "abc | italic 0 3"),
        ("abc", "italic 0 3, italic 1 1", "abc | italic 0 3"),
        ("abc", "italic 0 1, italic 2 1", "abc | italic 0 1, italic 2 1"),
        ("abcd", "bold 0 1, bold 1 1, bold 2 1, bold 3 1", "abcd | bold 0 4"),
        ("abc", "code 0 1, code 1 1", "abc | code 0 1, code 1 1"),
        (
            "abc",
            "text_link:t.me 0 1, text_link:t.me 1 1",
            "abc | text_link:http://t.me/ 0 1, text_link:http://t.me/ 1 1",
        ),
        ("abc", "blockquote 0 1, blockquote 1 1", "abc | blockquote 0 1, blockquote 1 1"),
    ]);
}

#[test]
fn styles_are_cut_where_they_overlap() {
    check(&[
        ("abc", "italic 0 2, bold 1 2", "abc | italic 0 1, bold 1 2, italic 1 1"),
        ("abc", "italic 0 2, bold 2 1", "abc | italic 0 2, bold 2 1"),
        ("abc", "italic 0 3, bold 0 3", "abc | bold 0 3, italic 0 3"),
        ("ab", "underline 0 2, strikethrough 1 1", "ab | underline 0 1, underline 1 1, strikethrough 1 1"),
        (
            "ab",
            "strikethrough 0 2, underline 1 1",
            "ab | strikethrough 0 1, underline 1 1, strikethrough 1 1",
        ),
        ("ab", "underline 0 2, spoiler 0 1", "ab | underline 0 2, spoiler 0 1"),
        ("ab", "underline 0 1, underline 1 1, spoiler 0 1", "ab | underline 0 2, spoiler 0 1"),
        (
            "ab",
            "underline 0 1, underline 1 1, strikethrough 1 1",
            "ab | underline 0 1, underline 1 1, strikethrough 1 1",
        ),
        (
            "abc",
            "bold 0 3, italic 0 3, underline 0 3, strikethrough 0 3, spoiler 0 3",
            "abc | bold 0 3, italic 0 3, underline 0 3, strikethrough 0 3, spoiler 0 3",
        ),
    ]);
}

#[test]
fn styles_are_cut_at_links_and_quotations() {
    check(&[
        (
            "abc",
            "bold 0 3, text_link:t.me 1 1",
            "abc | bold 0 1, text_link:http://t.me/ 1 1, bold 1 1, bold 2 1",
        ),
        ("abc", "bold 0 2, text_link:t.me 1 2", "abc | bold 0 1, text_link:http://t.me/ 1 2, bold 1 1"),
        ("abc", "text_link:t.me 0 3, bold 1 1", "abc | text_link:http://t.me/ 0 3, bold 1 1"),
        ("abc", "text_link:t.me 0 2, bold 1 2", "abc | text_link:http://t.me/ 0 2, bold 1 1, bold 2 1"),
        ("abc", "bold 0 3, blockquote 1 1", "abc | bold 0 1, blockquote 1 1, bold 1 1, bold 2 1"),
        ("abc", "custom_emoji:5 0 1, bold 0 1", "abc | bold 0 1, custom_emoji:5 0 1"),
        ("abc", "bold 0 3, custom_emoji:5 1 1", "abc | bold 0 1, bold 1 1, custom_emoji:5 1 1, bold 2 1"),
    ]);
}

#[test]
fn code_and_dates_hold_nothing_and_stand_in_quotations_only() {
    check(&[
        ("a", "pre 0 1, spoiler 0 1", "a | pre 0 1"),
        ("a", "spoiler 0 1, code 0 1", "a | code 0 1"),
        ("abc", "pre 0 3, strikethrough 1 1", "abc | pre 0 3"),
        ("abc", "pre 1 1, strikethrough 0 3", "abc | strikethrough 0 1, pre 1 1, strikethrough 2 1"),
        ("abc", "pre 1 1, strikethrough 1 2", "abc | pre 1 1, strikethrough 2 1"),
        ("abc", "pre 1 1, strikethrough 0 2", "abc | strikethrough 0 1, pre 1 1"),
        ("abc", "date_time:5 1 1, bold 0 3", "abc | bold 0 1, date_time:5 1 1, bold 2 1"),
        ("abc", "code 0 3, pre 0 3", "abc | pre 0 3"),
        ("abc", "pre 0 3, pre:rust 0 3", "abc | pre:rust 0 3"),
        ("abc", "code 0 2, code 1 2", "abc | code 0 2"),
        ("abc", "code 1 1, text_link:t.me 0 3", "abc | text_link:http://t.me/ 0 3"),
        ("abc", "code 0 3, text_link:t.me 0 3", "abc | code 0 3"),
        ("abc", "blockquote 0 3, pre 1 1", "abc | blockquote 0 3, pre 1 1"),
        ("abc", "blockquote 0 3, pre 0 3", "abc | blockquote 0 3, pre 0 3"),
        ("abc", "pre 0 3, blockquote 1 1", "abc | blockquote 1 1"),
        ("abc", "blockquote 0 3, code 1 1, bold 1 1", "abc | blockquote 0 3, code 1 1"),
    ]);
}

#[test]
fn quotations_hold_no_quotations_and_nothing_crosses_their_edges() {
    check(&[
        ("abc", "blockquote 0 3, blockquote 1 1", "abc | blockquote 0 3"),
        ("abc", "blockquote 0 3, expandable_blockquote 1 1", "abc | blockquote 0 3"),
        ("abc", "blockquote 0 2, blockquote 1 2", "abc | blockquote 0 2"),
        ("abc", "blockquote 0 2, text_link:t.me 1 2", "abc | blockquote 0 2"),
        ("abc", "blockquote 1 2, text_link:t.me 0 2", "abc | blockquote 1 2"),
        ("abc", "blockquote 1 1, text_link:t.me 0 3", "abc | blockquote 1 1"),
        ("abc", "blockquote 1 1, text_link:t.me 1 1", "abc | blockquote 1 1, text_link:http://t.me/ 1 1"),
        ("abc", "blockquote 1 2, text_link:t.me 0 1", "abc | text_link:http://t.me/ 0 1, blockquote 1 2"),
        ("abc", "text_link:t.me 1 1, blockquote 0 3", "abc | blockquote 0 3, text_link:http://t.me/ 1 1"),
    ]);
}

#[test]
fn of_links_mentions_and_emoji_that_overlap_the_first_stays() {
    check(&[
        ("abc", "text_link:t.me 1 2, text_link:a.b 0 2", "abc | text_link:http://a.b/ 0 2"),
        ("abc", "text_link:t.me 0 2, text_link:a.b 0 3", "abc | text_link:http://a.b/ 0 3"),
        ("abc", "text_mention:7 0 1, text_link:t.me 0 1", "abc | text_mention:7 0 1"),
        ("abc", "text_link:t.me 0 3, custom_emoji:5 1 1", "abc | text_link:http://t.me/ 0 3"),
        (
            "abc",
            "text_link:t.me 0 1, custom_emoji:5 1 1",
            "abc | text_link:http://t.me/ 0 1, custom_emoji:5 1 1",
        ),
    ]);
}

#[test]
fn entities_outside_of_the_text_or_within_a_character_are_refused() {
    check(&[
        (
            "abc",
            "bold 3 1",
            "! Entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 4",
        ),
        (
            "abc",
            "bold 2 2",
            "! Entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 4",
        ),
        ("abc", "bold 4 1", "! Entity begins after the end of the text at UTF-16 offset 4"),
        ("abc", "bold 0 9, italic 9 9", "! Entity begins after the end of the text at UTF-16 offset 9"),
        ("abc", "bold 9 0", "abc"),
        ("я🎲", "bold 2 1", "! Entity begins in a middle of a UTF-16 symbol at byte offset 6"),
        ("я🎲a", "bold 2 2", "! Entity begins in a middle of a UTF-16 symbol at byte offset 6"),
        (
            "я🎲",
            "bold 0 2",
            "! Entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 6",
        ),
        ("abc", "bold 1000001 1", "! Receive an entity with incorrect offset 1000001"),
        ("abc", "bold 0 1000001", "! Receive an entity with incorrect length 1000001"),
        ("abc", "bold 1000000 1000000", "! Entity begins after the end of the text at UTF-16 offset 1000000"),
        ("abc", "bold 4294967295 4294967295", "! Receive an entity with incorrect offset 4294967295"),
        // Also where the text is all spaces.
        (
            " ",
            "bold 0 2",
            "! Entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
        ),
    ]);
}

#[test]
fn each_kind_is_checked_and_spelt_as_telegram_spells_it() {
    check(&[
        ("a", "text_link:T.ME 0 1", "a | text_link:http://t.me/ 0 1"),
        ("a", "text_link:t\r.me/\t 0 1", "a | text_link:http://t.me/ 0 1"),
        ("a", "text_link:tg://user?id=7 0 1", "a | text_mention:7 0 1"),
        ("a", "text_link:a 0 1", "! Entity URL 'a' is invalid: Wrong HTTP URL"),
        ("a", "text_link: 0 1", "! Entity URL '' is invalid: URL host is empty"),
        ("a", "text_link:ftp://a.b 9 9", "! Entity URL 'ftp://a.b' is invalid: Unsupported URL protocol"),
        ("a", "text_mention:0 0 1", "a"),
        ("a", "text_mention:-7 0 1", "a"),
        ("a", "text_mention:1099511627776 0 1", "a"),
        ("a", "text_mention:1099511627775 0 1", "a | text_mention:1099511627775 0 1"),
        ("a", "custom_emoji:0 0 1", "! Invalid custom emoji identifier specified"),
        ("a", "custom_emoji:x 0 1", "! Invalid custom emoji identifier specified"),
        ("a", "pre:\r 0 1", "a | pre 0 1"),
        ("a", "pre:c\tb 0 1", "a | pre:c b 0 1"),
        ("a", "date_time:5/R 0 1", "a | date_time:5/r 0 1"),
        ("a", "date_time:5/TDW 0 1", "a | date_time:5/wDT 0 1"),
        // Unlike in markup, of two lengths the last counts.
        ("a", "date_time:5/tTDd 0 1", "a | date_time:5/dT 0 1"),
        ("a", "date_time:5/x 0 1", "! Invalid date-time format specified"),
        ("a", "date_time:0 0 1", "! Invalid date specified"),
        ("a", "date_time:-1 0 1", "! Invalid date specified"),
        ("a", "date_time:2147483648 0 1", "! Invalid date specified"),
    ]);
    let error = text("a", "text_link:a 0 1").normalized().unwrap_err();
    assert_eq!(error, TextError::Link { url: "a".to_owned(), source: LinkError::NoDot });
    let empty = MessageEntity::new(0, 1, EntityKind::Pre { language: Some(String::new()) });
    let normal = Text { text: "a".to_owned(), entities: vec![empty] }.normalized().unwrap();
    assert_eq!(normal.entities, read("pre 0 1"));
}

#[test]
fn entities_that_only_telegram_makes_are_dropped() {
    check(&[
        ("t.me @a #b /c", "url 0 4, mention 5 2, hashtag 8 2, bot_command 11 2", "t.me @a #b /c"),
        ("abc", "url 0 2, bold 1 2", "abc | bold 1 2"),
        ("abc", "url 9 9", "abc"),
    ]);
    let unknown = EntityKind::Unknown(r#"{"type":"hologram"}"#.parse::<Raw>().unwrap());
    let text = Text { text: "a".to_owned(), entities: vec![MessageEntity::new(0, 1, unknown)] };
    assert_eq!(text.normalized(), Ok(Text::plain("a")));
}

#[test]
fn what_is_found_gives_way_to_what_was_made() {
    for (given, entities, found, expected) in [
        ("t.me", "", "url 0 4", "t.me | url 0 4"),
        ("t.me", "pre 0 3", "url 0 4", "t.me | pre 0 3"),
        ("t.me", "text_link:a.b 1 1", "url 0 4", "t.me | text_link:http://a.b/ 1 1"),
        ("t.me", "text_mention:7 3 1", "url 0 4", "t.me | text_mention:7 3 1"),
        ("t.me", "custom_emoji:5 0 1", "url 0 4", "t.me | custom_emoji:5 0 1"),
        ("t.me", "date_time:5 0 1", "url 0 4", "t.me | date_time:5 0 1"),
        ("t.me a", "code 5 1", "url 0 4", "t.me a | url 0 4, code 5 1"),
        ("t.me", "blockquote 0 3", "url 0 4", "t.me | blockquote 0 3"),
        ("t.me", "blockquote 1 3", "url 0 4", "t.me | blockquote 1 3"),
        ("t.me", "blockquote 1 1", "url 0 4", "t.me | blockquote 1 1"),
        ("t.me", "blockquote 0 4", "url 0 4", "t.me | blockquote 0 4, url 0 4"),
        ("t.me a", "blockquote 0 6", "url 0 4", "t.me a | blockquote 0 6, url 0 4"),
        ("t.me a", "blockquote 4 2", "url 0 4", "t.me a | url 0 4, blockquote 4 2"),
        ("t.me", "italic 0 4", "url 0 4", "t.me | url 0 4, italic 0 4"),
        ("t.me", "italic 0 2", "url 0 4", "t.me | url 0 4, italic 0 2"),
        ("t.me a", "italic 0 6", "url 0 4", "t.me a | url 0 4, italic 0 4, italic 4 2"),
        ("a t.me", "italic 0 6", "url 2 4", "a t.me | italic 0 2, url 2 4, italic 2 4"),
        (
            "@a @b",
            "italic 0 5",
            "mention 0 2, mention 3 2",
            "@a @b | mention 0 2, italic 0 2, italic 2 1, mention 3 2, italic 3 2",
        ),
        ("@a/b", "", "bot_command 2 2, mention 0 2, url 0 4", "@a/b | url 0 4"),
        ("@a/b", "", "url 1 3, mention 0 2", "@a/b | mention 0 2"),
        ("@a", "", "mention 0 0", "@a"),
        (" @a", "", "mention 0 2", "@a | mention 0 2"),
    ] {
        assert_eq!(outcome(text(given, entities), found), expected, "{given:?} {entities} {found}");
    }
}

#[test]
fn it_is_the_final_text_that_is_searched() {
    let mut searched = String::new();
    let given = text(" \t/start\r\n ", "");
    normalize_with(given, |text| {
        searched = text.to_owned();
        Vec::new()
    })
    .unwrap();
    assert_eq!(searched, "/start");
    normalize_with(Text::plain(" "), |_| panic!("there is nothing to search")).unwrap_err();
}

#[test]
fn plain_text_is_not_copied() {
    let given = Text::plain("just — plain text, 🎲 and all \n");
    let place = given.text.as_ptr();
    let normal = given.normalized().unwrap();
    assert_eq!((normal.text.as_str(), normal.text.as_ptr()), ("just — plain text, 🎲 and all", place));
}

#[test]
fn no_entities_break_it_and_what_comes_out_is_in_order() {
    let pieces = ["a", "b", " ", "\n", "\r", "\t", "🎲", "я", "\u{2028}", "\u{200e}", "\u{33f}", "\u{3000}"];
    let kinds = [
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
        "url",
    ];
    let some_entities = |chance: &mut Chance, most| -> Vec<MessageEntity> {
        let one = |chance: &mut Chance| {
            let name = chance.pick(&kinds);
            let more = if name == "text_link" { "t.me" } else { "5" };
            MessageEntity::new(chance.below(14) as u32, chance.below(10) as u32, kind(name, more))
        };
        (0..chance.below(most)).map(|_| one(chance)).collect()
    };
    let mut chance = Chance::new(5);
    let mut kept = 0;
    for _ in 0..60_000 {
        let given = Text { text: chance.text(&pieces, 14), entities: some_entities(&mut chance, 5) };
        let Ok(text) = given.clone().normalized() else { continue };
        kept += 1;
        check_edges(&text, &given.text);
        for (index, outer) in text.entities.iter().enumerate() {
            for inner in &text.entities[index + 1..] {
                assert!(super::super::kind::order(outer, inner).is_le(), "{text:?}");
                let is_inside = inner.offset < outer.end();
                assert!(!is_inside || inner.end() <= outer.end(), "{text:?} of {given:?}");
                assert!(!is_inside || inner.kind != outer.kind, "{text:?} of {given:?}");
            }
        }
        assert_eq!(text.clone().normalized().as_ref(), Ok(&text), "{given:?}");
        let found = some_entities(&mut chance, 4);
        assert!(normalize_with(text, |_| found).is_ok(), "{given:?}");
    }
    assert!(kept > 10_000, "only {kept} were kept");
}
