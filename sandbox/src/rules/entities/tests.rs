//! What is found in a whole text: who wins where finds overlap, and where the finds are.

use ambigram_core::types::MessageEntity;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::characters::{Characters, Span};
use super::find;

/// Asserts what one kind's finder finds, kind by kind, before anything overlaps.
pub(super) fn assert_finds(finder: impl Fn(&Characters) -> Vec<Span>, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let characters = Characters::new(text);
        assert_eq!(texts(&characters, finder(&characters)), *expected, "in {text:?}");
    }
}

pub(super) fn texts(characters: &Characters, spans: Vec<Span>) -> Vec<String> {
    spans.into_iter().map(|span| characters.text(span)).collect()
}

/// The stretch of text that an entity covers, if it is one.
fn covered(text: &str, entity: &MessageEntity) -> Option<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let range = usize::try_from(entity.offset).ok()?..usize::try_from(entity.end()).ok()?;
    String::from_utf16(units.get(range)?).ok()
}

#[test]
fn every_kind_is_found_with_its_name() {
    let text = "🏟 /start@jobs_bot @mention #hashtag $USD@username https://telegram.org tg://resolve \
                do-not-reply@telegram.org +1-212-555-0123 4916338506082832 1:23";
    let expected = [
        ("bot_command", "/start@jobs_bot"),
        ("mention", "@mention"),
        ("hashtag", "#hashtag"),
        ("cashtag", "$USD@username"),
        ("url", "https://telegram.org"),
        ("url", "tg://resolve"),
        ("email", "do-not-reply@telegram.org"),
        ("phone_number", "+1-212-555-0123"),
    ];
    assert_kinds(text, &expected);
}

#[test]
fn offsets_and_lengths_count_utf16_units() {
    let cases: [(&str, &[(u32, u32)]); 8] = [
        ("", &[]),
        ("plain", &[]),
        ("/start", &[(0, 6)]),
        ("é/start", &[]),
        ("é /start", &[(2, 6)]),
        ("漢 #漢", &[(2, 2)]),
        ("🏟#𝐚𝐚 🏟@mention", &[(2, 5), (10, 8)]),
        ("👨‍👩‍👧 https://🤙.tk/🤙 /a", &[(9, 16), (26, 2)]),
    ];
    for (text, expected) in cases {
        let found: Vec<(u32, u32)> = find(text).iter().map(|entity| (entity.offset, entity.length)).collect();
        assert_eq!(found, expected, "in {text:?}");
    }
}

#[test]
fn of_overlapping_finds_the_first_then_the_longest_stays() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("/start@jobs_bot", &[("bot_command", "/start@jobs_bot")]),
        ("/start @jobs_bot", &[("bot_command", "/start"), ("mention", "@jobs_bot")]),
        ("/start@b @jobs_bot", &[("mention", "@jobs_bot")]),
        ("#tag@username", &[("hashtag", "#tag@username")]),
        ("$USD@username", &[("cashtag", "$USD@username")]),
        // The `@` that adjoins no word any more.
        ("#tag-@username", &[("hashtag", "#tag"), ("mention", "@username")]),
        ("user@example.com", &[("email", "user@example.com")]),
        ("@user@example.com", &[("mention", "@user")]),
        ("https://t.me/#tag", &[("url", "https://t.me/#tag")]),
        ("https://t.me/@user", &[("url", "https://t.me/@user")]),
        ("https://t.me/ /start", &[("url", "https://t.me/"), ("bot_command", "/start")]),
        ("#a.com", &[("hashtag", "#a")]),
        ("/a.com", &[("bot_command", "/a")]),
        ("$A.com", &[("cashtag", "$A")]),
        ("/start.com/x", &[("bot_command", "/start")]),
        ("tg://resolve?domain=telegram.org", &[("url", "tg://resolve?domain=telegram.org")]),
        ("tg://google.com", &[("url", "tg://google")]),
        ("tonsite://telegram.ton/a", &[("url", "tonsite://telegram.ton/a")]),
        ("http://example.com/tg://resolve", &[("url", "http://example.com/tg://resolve")]),
        ("+12125550123@example.com", &[("email", "+12125550123@example.com")]),
        ("+12125550123", &[("phone_number", "+12125550123")]),
        ("+1.212.155.123", &[("phone_number", "+1.212.155.123")]),
        ("https://wa.me/?p=+12125550123", &[("url", "https://wa.me/?p=+12125550123")]),
        ("tg://resolve?phone=+12125550123", &[("url", "tg://resolve?phone=+12125550123")]),
        ("1:23", &[]),
        ("1:23.com", &[("url", "23.com")]),
        // A bank card is not shown, but takes its place.
        ("4916338506082832", &[]),
        ("4916-3385-0608-2832.com", &[("url", "4916-3385-0608-2832.com")]),
        ("4916 3385 0608 2832.com", &[]),
        ("4916 3385 0608 2833.com", &[("url", "2833.com")]),
        (
            "  /test @abaca #ORD $ABC  telegram.org ",
            &[
                ("bot_command", "/test"),
                ("mention", "@abaca"),
                ("hashtag", "#ORD"),
                ("cashtag", "$ABC"),
                ("url", "telegram.org"),
            ],
        ),
    ];
    for (text, expected) in cases {
        assert_kinds(text, expected);
    }
}

fn assert_kinds(text: &str, expected: &[(&str, &str)]) {
    let found = find(text);
    let found: Vec<(String, String)> = found
        .iter()
        .map(|entity| (entity.kind.name().into_owned(), covered(text, entity).unwrap()))
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(kind, text)| (kind.as_str(), text.as_str())).collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn whatever_a_text_is_made_of_its_finds_are_sorted_apart_and_whole() {
    let pieces = [
        "@",
        "/",
        "#",
        "$",
        "+",
        ".",
        ":",
        "://",
        "-",
        "_",
        "?",
        "(",
        ")",
        "[",
        "]",
        "<",
        "'",
        ",",
        " ",
        "\n",
        "1",
        "23",
        "555",
        "4916338506082832",
        "a",
        "Z",
        "USD",
        "1INCH",
        "start",
        "tg",
        "ton",
        "http",
        "mailto:",
        "com",
        "xn--p1ai",
        "user",
        "me@a.ru",
        "+1212555",
        "я",
        "рф",
        "é",
        "e\u{301}",
        "ං",
        "·",
        "\u{200c}",
        "\u{200d}",
        "\u{2028}",
        "\u{a0}",
        "…",
        "«",
        "🏟",
        "👨‍👩‍👧",
        "𝐚",
        "漢",
        "١",
        "½",
        "\0",
        "\u{10ffff}",
    ];
    let mut random = StdRng::seed_from_u64(1);
    let mut kinds = std::collections::BTreeSet::new();
    for _ in 0..40_000 {
        let length = random.random_range(0..24);
        let text: String = (0..length).map(|_| pieces[random.random_range(0..pieces.len())]).collect();
        let found = find(&text);
        let mut free_from = 0;
        for entity in &found {
            assert!(entity.offset >= free_from && entity.length > 0, "{found:?} in {text:?}");
            assert!(covered(&text, entity).is_some(), "{entity:?} splits a character of {text:?}");
            free_from = entity.end();
            kinds.insert(entity.kind.name().into_owned());
        }
    }
    // The random texts are worth something only if there is something in them.
    assert_eq!(kinds.len(), 7, "{kinds:?}");
}
