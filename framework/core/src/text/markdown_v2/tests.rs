//! MarkdownV2 is read as Telegram reads it.

use super::{MarkdownV2, escape, parse};
use crate::text::testing::{Chance, check_edges, written};
use crate::text::{ParseError, Text};

/// What is read, in one line: the text, and after a bar its entities; or the error.
fn outcome(markdown: &str) -> String {
    match parse(markdown) {
        Ok(text) if text.entities.is_empty() => text.text,
        Ok(text) => format!("{} | {}", text.text, written(&text.entities)),
        Err(error) => format!("! {error}"),
    }
}

fn check(cases: &[(&str, &str)]) {
    for (markdown, expected) in cases {
        assert_eq!(outcome(markdown), *expected, "{markdown:?}");
    }
}

#[test]
fn every_ascii_character_is_plain_reserved_or_starts_an_entity() {
    for character in (0..128_u8).map(char::from) {
        let text = character.to_string();
        let outcome = outcome(&text);
        if "]()#+-=|{}.!".contains(character) {
            let problem =
                format!("! Character '{character}' is reserved and must be escaped with the preceding '\\'");
            assert_eq!(outcome, problem);
        } else if "_*[~`".contains(character) {
            assert!(outcome.starts_with("! Can't find end of "), "{outcome}");
        } else if character == '>' {
            assert_eq!(outcome, "");
        } else {
            assert_eq!(outcome, text);
        }
    }
}

#[test]
fn a_backslash_makes_what_follows_stand_for_itself() {
    for character in (1..127_u8).map(char::from) {
        let escaped = format!("a\\{character}");
        assert_eq!(parse(&escaped), Ok(Text::plain(format!("a{character}"))), "{escaped:?}");
    }
    check(&[
        (r"\\", r"\"),
        (r"\", r"\"),
        (r"\\\", r"\\"),
        (r"\\\\\_\*\`", r"\\_*`"),
        (r"\\\a\b\c\d\e\f\1\2\3\4\➡️\", r"\abcdef1234\➡️\"),
        ("\\я", "\\я"),
        ("\\\u{7f}", "\\\u{7f}"),
        ("\\\0", "\\\0"),
        (r"*\**", "* | bold 0 1"),
        (r"\_a\_", "_a_"),
        (r"_abac \* asd _", "abac * asd  | italic 0 11"),
        (r"`\``", "` | code 0 1"),
        (r"`\\`", r"\ | code 0 1"),
        ("```\\```", "! Can't find end of Pre entity at byte offset 0"),
        ("```\n\\`\\`\\````", "``` | pre 0 3"),
    ]);
}

#[test]
fn each_mark_makes_its_entity() {
    check(&[
        ("", ""),
        ("*a*", "a | bold 0 1"),
        ("_a_", "a | italic 0 1"),
        ("__a__", "a | underline 0 1"),
        ("~a~", "a | strikethrough 0 1"),
        ("||a||", "a | spoiler 0 1"),
        ("`a`", "a | code 0 1"),
        ("```a```", "a | pre 0 1"),
        ("```\na```", "a | pre 0 1"),
        ("[a](t.me)", "a | text_link:http://t.me/ 0 1"),
        ("![👍](tg://emoji?id=5)", "👍 | custom_emoji:5 0 2"),
        ("![x](tg://time?unix=5)", "x | date_time:5 0 1"),
        (">a", "a | blockquote 0 1"),
        (">a||", "a | expandable_blockquote 0 1"),
        // Nothing inside, no entity.
        ("**", ""),
        ("____", ""),
        ("~~", ""),
        ("||||", ""),
        ("``", ""),
        ("``````", ""),
        ("[](t.me)", ""),
        ("![](tg://emoji?id=5)", ""),
        ("* *", "  | bold 0 1"),
        ("*\n*", "\n | bold 0 1"),
    ]);
}

#[test]
fn marks_nest_and_the_longer_underscore_comes_first() {
    check(&[
        ("*a _b_*", "a b | bold 0 3, italic 2 1"),
        ("_*a*_", "a | bold 0 1, italic 0 1"),
        ("*a**b*", "ab | bold 0 1, bold 1 1"),
        ("_a_*b*", "ab | italic 0 1, bold 1 1"),
        ("_a __b___", "a b | italic 0 3, underline 2 1"),
        ("__a _b_ __", "a b  | underline 0 4, italic 2 1"),
        ("___a___", "! Can't find end of Italic entity at byte offset 6"),
        ("||~*x*~||", "x | bold 0 1, strikethrough 0 1, spoiler 0 1"),
        ("*||a||b*", "ab | bold 0 2, spoiler 0 1"),
        ("_* * ` `_", "    | italic 0 3, bold 0 1, code 2 1"),
        ("`_* *_`__*` `*__", "_* *_  | code 0 5, code 5 1, bold 5 1, underline 5 1"),
        ("`*a*`", "*a* | code 0 3"),
        ("`[a](b)`", "[a](b) | code 0 6"),
        ("[*a*_b_](t.me)", "ab | text_link:http://t.me/ 0 2, bold 0 1, italic 1 1"),
        ("*[a](t.me)*", "a | text_link:http://t.me/ 0 1, bold 0 1"),
        ("[a[b](c.d)](e.f)", "ab | text_link:http://e.f/ 0 2, text_link:http://c.d/ 1 1"),
        ("*a_b*c_", "! Can't find end of Italic entity at byte offset 6"),
    ]);
}

#[test]
fn offsets_count_utf16_units() {
    check(&[
        ("я*я*", "яя | bold 1 1"),
        ("🏟*🏟*🏟", "🏟🏟🏟 | bold 2 2"),
        ("➡️ ➡️_➡️ ➡️_*➡️ ➡️*", "➡️ ➡️➡️ ➡️➡️ ➡️ | italic 5 5, bold 10 5"),
        (r"🏟 \.🏟_🏟\. 🏟_", "🏟 .🏟🏟. 🏟 | italic 6 6"),
        (r"🏟 🏟_🏟 \.🏟_", "🏟 🏟🏟 .🏟 | italic 5 6"),
        ("🏟 🏟_🏟 *🏟*_", "🏟 🏟🏟 🏟 | italic 5 5, bold 8 2"),
        ("🏟 🏟`🏟 🏟```", "🏟 🏟🏟 🏟 | code 5 5"),
    ]);
}

#[test]
fn pre_has_a_language_if_a_word_stands_right_behind_the_fence() {
    check(&[
        ("```rust\nx```", "x | pre:rust 0 1"),
        ("```rust x```", " x | pre:rust 0 2"),
        ("```rust\tx```", "\tx | pre:rust 0 2"),
        ("```c++\nx```", "x | pre:c++ 0 1"),
        ("```🏟 🏟```", " 🏟 | pre:🏟 0 3"),
        ("```🏟\n🏟```", "🏟 | pre:🏟 0 2"),
        // One line end behind it goes, however it is written.
        ("```🏟\r🏟```", "🏟 | pre:🏟 0 2"),
        ("```🏟\n\r🏟```", "🏟 | pre:🏟 0 2"),
        ("```🏟\r\n🏟```", "🏟 | pre:🏟 0 2"),
        ("```🏟\n\n🏟```", "\n🏟 | pre:🏟 0 3"),
        ("```🏟\r\r🏟```", "\r🏟 | pre:🏟 0 3"),
        ("```🏟\n\r\n🏟```", "\n🏟 | pre:🏟 0 3"),
        ("```\nx```", "x | pre 0 1"),
        ("```\r\nx```", "x | pre 0 1"),
        ("```\n\nx\n```", "\nx\n | pre 0 3"),
        ("``` x```", " x | pre 0 2"),
        ("```\n```", ""),
        ("```\n\n```", "\n | pre 0 1"),
        (r"```🏟 \\\`🏟```", " \\`🏟 | pre:🏟 0 5"),
        // Not if a backtick follows at once: then the word is text. A single one is code even here.
        ("```x```", "x | pre 0 1"),
        ("```x`y``", "! Can't find end of Code entity at byte offset 7"),
        ("```x`y````", "xy | pre 0 2, code 1 1"),
    ]);
}

#[test]
fn links_take_their_address_or_their_text() {
    check(&[
        ("[a](http://t.me/b?c#d)", "a | text_link:http://t.me/b?c#d 0 1"),
        ("[ ](telegram.org)", "  | text_link:http://telegram.org/ 0 1"),
        (r"[telegram\.org]", "telegram.org | text_link:http://telegram.org/ 0 12"),
        (r"[telegram\.org]a", "telegram.orga | text_link:http://telegram.org/ 0 12"),
        (r"[telegram\.org](telegram.dog)", "telegram.org | text_link:http://telegram.dog/ 0 12"),
        (r"[a](https://telegram.dog?)", "a | text_link:https://telegram.dog/? 0 1"),
        (r"[a](https://telegram.dog?\\\()", r"a | text_link:https://telegram.dog/?\( 0 1"),
        (r"[a](t.me/\))", "a | text_link:http://t.me/) 0 1"),
        (r"[a](t.me/(b)", "a | text_link:http://t.me/(b 0 1"),
        ("[a](t.me/я\\я*_)", "a | text_link:http://t.me/я\\я*_ 0 1"),
        ("[a](t.me/\n)", "a | text_link:http://t.me/ 0 1"),
        // What is no link stays text.
        ("[a](as)", "a"),
        ("[a]()", "a"),
        ("[a]", "a"),
        ("[a](ftp://t.me)", "a"),
        ("[a](tg:user?id=123456)", "a | text_mention:123456 0 1"),
        ("[a](TG://USER/?x&Id=5#id=6)", "a | text_mention:5 0 1"),
        ("[a](tg://user?id=-5)", "a | text_link:tg://user?id=-5 0 1"),
        ("[](tg://user?id=5)", ""),
    ]);
}

#[test]
fn emoji_and_dates_need_a_url_of_theirs() {
    let invalid = "! Invalid tg://emoji or tg://time URL specified";
    check(&[
        ("🏟 🏟![👍](TG://EMoJI/?test=1231&id=25#id=32)a", "🏟 🏟👍a | custom_emoji:25 5 2"),
        ("![x](tg:emoji?id=5&id=6)", "x | custom_emoji:5 0 1"),
        ("![x](tg:emoji?id=-5)", "x | custom_emoji:-5 0 1"),
        ("![*x*](tg:emoji?id=5)", "x | bold 0 1, custom_emoji:5 0 1"),
        ("![x]", "! The entity must contain a tg://emoji or tg://time URL"),
        ("![x] (tg://emoji?id=5)", "! The entity must contain a tg://emoji or tg://time URL"),
        ("![x]()", invalid),
        ("![x](t://emoji?id=1234)", invalid),
        ("![x](tg:emojis?id=1234)", invalid),
        ("![x](tg://emoji#test)", invalid),
        ("![x](tg://emoji?test=1#&id=25)", invalid),
        ("![x](tg://emoji?test=1231&id=025)", invalid),
        ("![x](tg://emoji?ID=5)", invalid),
        ("![x](tg://emoji?id=0)", invalid),
        ("![](tg://emoji?id=0)", invalid),
        ("🏟![x](TG://TiME/?test=1231&unix=25#unix=32)a", "🏟xa | date_time:25 2 1"),
        ("![x](tg://time?format=R&unix=25)", "x | date_time:25/r 0 1"),
        ("![x](tg://time?format=dt&unix=25)", "x | date_time:25/dt 0 1"),
        ("![x](tg://time?format=TD&unix=25)", "x | date_time:25/DT 0 1"),
        ("![x](tg://time?format=Wt&unix=25)", "x | date_time:25/wt 0 1"),
        ("![x](tg://time?format=tT&unix=25)", "x | date_time:25/t 0 1"),
        ("![x](tg://time?format=&unix=1&unix=2)", "x | date_time:2 0 1"),
        ("![x](tg://time?format=rt&unix=25)", invalid),
        ("![x](tg://time?format=r)", invalid),
        ("![x](tg://time?unix=0)", invalid),
        ("![x](tg://time?unix=-5)", invalid),
        ("![x](tg://time?unix=025)", invalid),
        ("![x](tg://time?unix=2147483648)", invalid),
        ("![x](tg://times?unix=5)", invalid),
        ("![x](tg://time#unix=5)", invalid),
    ]);
}

#[test]
fn quotations_go_from_line_to_line() {
    check(&[
        (">", ""),
        (">a", "a | blockquote 0 1"),
        (">a\nb", "a\nb | blockquote 0 2"),
        (">a\n>b\nc", "a\nb\nc | blockquote 0 4"),
        (">\n1", "\n1 | blockquote 0 1"),
        (">>a", "a | blockquote 0 1"),
        ("a\n>b", "a\nb | blockquote 2 1"),
        ("> \n> \n>", " \n \n | blockquote 0 4"),
        ("> \\>\n \\> \n>", " >\n > \n | blockquote 0 3"),
        ("abc\n> \n> \n>\ndef", "abc\n \n \n\ndef | blockquote 4 5"),
        ("\r>a", "\ra | blockquote 1 1"),
        ("\r\r>\r\ra\r\n\r", "\r\r\r\ra\r\n\r | blockquote 2 5"),
        ("\\\n>a", "\na | blockquote 1 1"),
        ("\\\r>a", "\ra | blockquote 1 1"),
        ("*a*\n>b", "a\nb | bold 0 1, blockquote 2 1"),
        ("**>a", "a | blockquote 0 1"),
        (">a\n**>b", "a\nb | blockquote 0 2, blockquote 2 1"),
        (">**\n>2", "\n2 | blockquote 0 2"),
        (">\n\r>2", "\n\r2 | blockquote 0 1, blockquote 2 1"),
        (">*abcd*", "abcd | blockquote 0 4, bold 0 4"),
        (">*abcd*\n", "abcd\n | blockquote 0 5, bold 0 4"),
        ("*>abcd\n*", "abcd\n | blockquote 0 5, bold 0 5"),
        (">*b\n>ld \n>bo\n>ld*\nasd", "b\nld \nbo\nld\nasd | blockquote 0 12, bold 0 11"),
        ("*a\n>b\n>ld\nasd*\ndef", "a\nb\nld\nasd\ndef | bold 0 10, blockquote 2 5"),
        (">`b\n>ld\nld`\n>a\ndef", "b\n>ld\nld\na\ndef | blockquote 0 11, code 0 8"),
        ("`>b\nld`\n>asd\ndef", ">b\nld\nasd\ndef | code 0 5, blockquote 6 4"),
        ("abc\n>d\n>d\n\r>g\njkl", "abc\nd\nd\n\rg\njkl | blockquote 4 4, blockquote 9 2"),
    ]);
}

#[test]
fn an_empty_spoiler_at_the_end_makes_a_quotation_expandable() {
    check(&[
        (">||", ""),
        (">a||", "a | expandable_blockquote 0 1"),
        (">a||\n", "a\n | expandable_blockquote 0 2"),
        (">a||\nb", "a\nb | expandable_blockquote 0 2"),
        (">a||\r\nb", "a\r\nb | expandable_blockquote 0 3"),
        ("**>a\n>b||\n**>c||", "a\nb\nc | expandable_blockquote 0 4, expandable_blockquote 4 1"),
        (">a\n>q||e||w||\nb", "a\nqew\nb | expandable_blockquote 0 6, spoiler 3 1"),
        (">a\n>q||ew||\nb", "a\nqew\nb | blockquote 0 6, spoiler 3 2"),
        (">a\r\n>q||e||w||\r\n", "a\r\nqew\r\n | expandable_blockquote 0 8, spoiler 4 1"),
        (">a\r\n>q||ew||\r\n", "a\r\nqew\r\n | blockquote 0 8, spoiler 4 2"),
        (">a\r\n>q||e||w||", "a\r\nqew | expandable_blockquote 0 6, spoiler 4 1"),
        // TDLib's own slip: a second `>` after a carriage return goes unseen.
        (">\r||>\n", "\r\n | expandable_blockquote 0 2"),
        (">a||\r", "! Can't find end of Spoiler entity at byte offset 2"),
        (">a|| \nb", "! Can't find end of Spoiler entity at byte offset 2"),
        ("a||", "! Can't find end of Spoiler entity at byte offset 1"),
    ]);
}

#[test]
fn mistakes_are_told_as_telegram_tells_them() {
    let reserved = |character| {
        format!("! Character '{character}' is reserved and must be escaped with the preceding '\\'")
    };
    for (markdown, character) in [
        ("Hello!", '!'),
        ("1.5", '.'),
        ("a-b", '-'),
        ("a(b)", '('),
        ("*a)*", ')'),
        ("a]", ']'),
        ("a|b", '|'),
        ("|", '|'),
        ("a>b", '>'),
        (">a>b", '>'),
        (">\n*a*>2", '>'),
        ("`a\n`>b", '>'),
        ("_a+b_", '+'),
        ("#a", '#'),
        ("a = b", '='),
        ("{a}", '{'),
        ("! [x](tg://emoji?id=5)", '!'),
    ] {
        assert_eq!(outcome(markdown), reserved(character), "{markdown}");
    }
    check(&[
        ("🏟 🏟_abacaba", "! Can't find end of Italic entity at byte offset 9"),
        ("🏟 🏟_abac * asd ", "! Can't find end of Bold entity at byte offset 15"),
        ("🏟 🏟_abac * asd _", "! Can't find end of Italic entity at byte offset 21"),
        ("🏟 🏟`", "! Can't find end of Code entity at byte offset 9"),
        ("🏟 🏟```", "! Can't find end of Pre entity at byte offset 9"),
        ("🏟 🏟```a", "! Can't find end of Pre entity at byte offset 9"),
        ("🏟 🏟```a ", "! Can't find end of PreCode entity at byte offset 9"),
        ("🏟 🏟__🏟 🏟_", "! Can't find end of Italic entity at byte offset 20"),
        ("🏟 🏟_🏟 🏟__", "! Can't find end of Underline entity at byte offset 19"),
        ("🏟 🏟```🏟 🏟`", "! Can't find end of Code entity at byte offset 21"),
        ("🏟 🏟```🏟 🏟_", "! Can't find end of PreCode entity at byte offset 9"),
        ("🏟 🏟```🏟 🏟\\`", "! Can't find end of PreCode entity at byte offset 9"),
        ("🏟 🏟__🏟 _🏟___", "! Can't find end of Italic entity at byte offset 23"),
        ("🏟 🏟__", "! Can't find end of Underline entity at byte offset 9"),
        ("~a", "! Can't find end of Strikethrough entity at byte offset 0"),
        ("🏟 🏟||test\\|", "! Can't find end of Spoiler entity at byte offset 9"),
        ("[a", "! Can't find end of TextUrl entity at byte offset 0"),
        ("🏟 🏟![", "! Can't find end of CustomEmoji entity at byte offset 9"),
        ("🏟 🏟![👍", "! Can't find end of CustomEmoji entity at byte offset 9"),
        ("*>a", "! Can't find end of Bold entity at byte offset 0"),
        (">a\n>*b", "! Can't find end of Bold entity at byte offset 4"),
        ("[telegram\\.org](asd\\)", "! Can't find end of a URL at byte offset 16"),
        ("[telegram\\.org](", "! Can't find end of a URL at byte offset 16"),
        ("[telegram\\.org](asd", "! Can't find end of a URL at byte offset 16"),
        ("🏟 🏟![👍](tg://emoji?id=1234", "! Can't find end of a URL at byte offset 17"),
        // The end of a quotation must not leave anything open.
        (">*b\n>ld \n>bo\nld*\nasd\ndef", "! Can't find end of Bold entity at byte offset 1"),
        (">asd\n>q||e||w||\n||asdad", "! Can't find end of Spoiler entity at byte offset 16"),
        (">asd\n>q||ew\n||asdad", "! Can't find end of Spoiler entity at byte offset 7"),
        (">asd\n>q||e||w__\n||asdad", "! Can't find end of Underline entity at byte offset 13"),
        (">asd\n>q||e||w||a\n||asdad", "! Can't find end of Spoiler entity at byte offset 13"),
        (">*a||\nb", "! Can't find end of Bold entity at byte offset 1"),
    ]);
}

#[test]
fn every_mistake_knows_its_place() {
    for (markdown, offset) in
        [("aя.", 3), ("a*b", 1), ("[a](b", 4), ("a![b]", 1), ("a![b](c)", 6), (">a*b\n", 2)]
    {
        assert_eq!(parse(markdown).unwrap_err().offset(), offset, "{markdown}");
    }
    assert_eq!(parse("a.b"), Err(ParseError::Reserved { character: '.', offset: 1 }));
}

#[test]
fn escaped_text_is_read_as_it_was_wherever_it_stands() {
    assert_eq!(escape("1. *a* [b](c) \\ `d` > e"), r"1\. \*a\* \[b\]\(c\) \\ \`d\` \> e");
    assert!(matches!(escape("it's plain, 🎲 & all"), std::borrow::Cow::Borrowed(_)));
    let pieces =
        ["*", "_", "~", "`", "|", ">", "[", "]", "(", ")", "!", ".", "\\", "\n", "\r", " ", "a", "🎲", "я"];
    let mut chance = Chance::new(1);
    for _ in 0..20_000 {
        let text = chance.text(&pieces, 8);
        let escaped = escape(&text);
        assert_eq!(parse(&escaped), Ok(Text::plain(&*text)), "{text:?}");
        assert_eq!(parse(&format!("*a{escaped}*")).unwrap().text, format!("a{text}"));
        assert_eq!(parse(&format!("`a{escaped}`")).unwrap().text, format!("a{text}"));
    }
}

#[test]
fn no_markup_breaks_the_parser() {
    let pieces = [
        "*",
        "_",
        "__",
        "~",
        "|",
        "||",
        "`",
        "```",
        "[",
        "]",
        "(",
        ")",
        "](",
        "!",
        "![",
        ">",
        "\n>",
        "**>",
        "||\n",
        "\\",
        "\n",
        "\r",
        "\0",
        " ",
        "a",
        "b",
        "rust",
        "🎲",
        "я",
        "€",
        "\u{7f}",
        "t.me",
        "tg://user?id=5",
        "tg://emoji?id=5",
        "tg://time?unix=5",
        "&format=r",
        "\\.",
        "\\*",
    ];
    let mut chance = Chance::new(2);
    let mut read = 0;
    for _ in 0..150_000 {
        let markdown = chance.text(&pieces, 10);
        match parse(&markdown) {
            Ok(text) => {
                check_edges(&text, &markdown);
                read += 1;
            }
            Err(error) => assert!(error.offset() <= markdown.len(), "{markdown:?}: {error:?}"),
        }
    }
    assert!(read > 10_000, "only {read} were read");
}

#[test]
fn the_source_is_kept_until_it_is_read() {
    let markdown = MarkdownV2::new("*a*");
    assert_eq!((markdown.as_str(), markdown.to_string().as_str()), ("*a*", "*a*"));
    assert_eq!(Text::try_from(&markdown), parse("*a*"));
    assert_eq!(Text::try_from(markdown), parse("*a*"));
    assert!(Text::try_from(MarkdownV2::new("*a")).is_err());
}
