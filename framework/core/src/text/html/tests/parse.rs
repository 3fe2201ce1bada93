//! HTML is read as Telegram reads it.

use crate::text::html::{escape, parse};
use crate::text::testing::{Chance, check_edges, written};
use crate::text::{ParseError, Text};

/// What is read, in one line: the text, and after a bar its entities; or the error.
fn outcome(html: &str) -> String {
    match parse(html) {
        Ok(text) if text.entities.is_empty() => text.text,
        Ok(text) => format!("{} | {}", text.text, written(&text.entities)),
        Err(error) => format!("! {error}"),
    }
}

fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(outcome(html), *expected, "{html}");
    }
}

#[test]
fn each_tag_makes_its_entity() {
    check(&[
        ("", ""),
        ("plain", "plain"),
        ("<b>a</b>", "a | bold 0 1"),
        ("<strong>a</strong>", "a | bold 0 1"),
        ("<i>a</i>", "a | italic 0 1"),
        ("<em>a</em>", "a | italic 0 1"),
        ("<u>a</u>", "a | underline 0 1"),
        ("<ins>a</ins>", "a | underline 0 1"),
        ("<s>a</s>", "a | strikethrough 0 1"),
        ("<strike>a</strike>", "a | strikethrough 0 1"),
        ("<del>a</del>", "a | strikethrough 0 1"),
        ("<tg-spoiler>a</tg-spoiler>", "a | spoiler 0 1"),
        ("<span class=\"tg-spoiler\">a</span>", "a | spoiler 0 1"),
        ("<span class=tg-spoiler>a</span>", "a | spoiler 0 1"),
        ("<span class='tg-spoiler' title='x'>a</span>", "a | spoiler 0 1"),
        ("<code>a</code>", "a | code 0 1"),
        ("<pre>a</pre>", "a | pre 0 1"),
        ("<blockquote>a</blockquote>", "a | blockquote 0 1"),
        ("<blockquote expandable>a</blockquote>", "a | expandable_blockquote 0 1"),
        ("<blockquote cite=\"\" expandable x>a</blockquote>", "a | expandable_blockquote 0 1"),
        ("<blockquote expandable=false>a</blockquote>", "a | expandable_blockquote 0 1"),
        ("<blockquote expandable=''>a</blockquote>", "a | expandable_blockquote 0 1"),
        ("<blockquote expandables>a</blockquote>", "a | blockquote 0 1"),
        (
            "<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji>",
            "👍 | custom_emoji:5368324170671202286 0 2",
        ),
        ("<tg-emoji emoji-id=5>👍</tg-emoji>", "👍 | custom_emoji:5 0 2"),
        ("<tg-emoji emoji-id='-5'>👍</tg-emoji>", "👍 | custom_emoji:-5 0 2"),
    ]);
}

#[test]
fn names_are_read_in_any_case_and_close_with_a_slash_alone() {
    check(&[
        ("<B>a</b>", "a | bold 0 1"),
        ("<STRONG>a</Strong>", "a | bold 0 1"),
        ("<b>a</>", "a | bold 0 1"),
        ("<b>a</ >", "a | bold 0 1"),
        ("<b>a</b   >", "a | bold 0 1"),
        ("<b >a</b\n>", "a | bold 0 1"),
        ("<b\t\r\n\u{b}>a</b>", "a | bold 0 1"),
        ("<b>a<i>b</></>", "ab | bold 0 2, italic 1 1"),
        // Names of attributes are not.
        ("<a HREF=t.me>x</a>", "x"),
        ("<span CLASS=tg-spoiler>x</span>", "! Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
    ]);
}

#[test]
fn attributes_are_quoted_in_either_way_or_not_at_all() {
    check(&[
        ("<a href=\"t.me\">x</a>", "x | text_link:http://t.me/ 0 1"),
        ("<a href='t.me'>x</a>", "x | text_link:http://t.me/ 0 1"),
        ("<a href=t.me>x</a>", "x | text_link:http://t.me/ 0 1"),
        ("<a  href  =  t.me  >x</a>", "x | text_link:http://t.me/ 0 1"),
        ("<a\nhref\n=\n't.me'\n>x</a>", "x | text_link:http://t.me/ 0 1"),
        ("<a href='t.me/\"'>x</a>", "x | text_link:http://t.me/\" 0 1"),
        ("<a href=\"t.me/'>\">x</a>", "x | text_link:http://t.me/'> 0 1"),
        (
            "<a href='t.me/?a&amp;b&lt&#60;&#x3C;&nbsp;&'>x</a>",
            "x | text_link:http://t.me/?a&b<<<&nbsp;& 0 1",
        ),
        // A value without quotes is read in lower case.
        ("<a href=T.ME>x</a>", "x | text_link:http://t.me/ 0 1"),
        ("<pre><code class=language-Rust>x</code></pre>", "x | pre:rust 0 1"),
        ("<pre><code class='language-Rust'>x</code></pre>", "x | pre:Rust 0 1"),
        // The last of the same name counts.
        ("<a href=a.b href=c.d>x</a>", "x | text_link:http://c.d/ 0 1"),
        ("<a href=a.b id=c.d>x</a>", "x | text_link:http://a.b/ 0 1"),
        // No space is needed after quotes, and commas make names.
        ("<a id='1'href='t.me'>x</a>", "x | text_link:http://t.me/ 0 1"),
        ("<tg-time unix='5', format='r'>x</tg-time>", "x | date_time:5/r 0 1"),
        ("<b aba   =   caba>x</b>", "x | bold 0 1"),
        ("<i    aba  =  190azAz-.>x</i>", "x | italic 0 1"),
    ]);
}

#[test]
fn links_are_spelt_out_and_what_is_no_link_stays_text() {
    check(&[
        ("<a href=\"http://t.me/a?b#c\">x</a>", "x | text_link:http://t.me/a?b#c 0 1"),
        ("<a href=\"HTTPS://T.me\">x</a>", "x | text_link:https://t.me/ 0 1"),
        ("<a href=\"tg://resolve?domain=durov\">x</a>", "x | text_link:tg://resolve?domain=durov 0 1"),
        ("<a href=\"\">t.me</a>", "t.me | text_link:http://t.me/ 0 4"),
        ("<a>t.me</a>", "t.me | text_link:http://t.me/ 0 4"),
        ("<a>t.me </a>", "t.me "),
        ("<a>a<b>.b</b></a>", "a.b | text_link:http://a.b/ 0 3, bold 1 2"),
        ("<a>x</a>", "x"),
        ("<a href=\"localhost\">x</a>", "x"),
        ("<a href=\"ftp://t.me\">x</a>", "x"),
        ("<a href=\"t.me\"></a>", ""),
        ("<a href=\"tg://user?id=123456789\">x</a>", "x | text_mention:123456789 0 1"),
        ("<a href=\"TG:USER?ID=7\">x</a>", "x | text_mention:7 0 1"),
        ("<a href=\"tg:user/?a=b&id=7#c\">x</a>", "x | text_mention:7 0 1"),
        ("<a href=\"tg://user?id=0\">x</a>", "x | text_link:tg://user?id=0 0 1"),
        ("<a href=\"tg://user?id=07\">x</a>", "x | text_link:tg://user?id=07 0 1"),
        ("<a href=\"tg://user?id=1099511627775\">x</a>", "x | text_mention:1099511627775 0 1"),
        ("<a href=\"tg://user?id=1099511627776\">x</a>", "x | text_link:tg://user?id=1099511627776 0 1"),
        ("<a href=\"tg://users?id=7\">x</a>", "x | text_link:tg://users?id=7 0 1"),
    ]);
}

#[test]
fn dates_take_a_moment_and_a_format() {
    check(&[
        ("<tg-time unix=5>x</tg-time>", "x | date_time:5 0 1"),
        ("<tg-time unix=\"1647531900\" format=\"wDT\">x</tg-time>", "x | date_time:1647531900/wDT 0 1"),
        ("<tg-time unix=5 format='r'>x</tg-time>", "x | date_time:5/r 0 1"),
        ("<tg-time unix=5 format='R'>x</tg-time>", "x | date_time:5/r 0 1"),
        ("<tg-time unix=5 format='t'>x</tg-time>", "x | date_time:5/t 0 1"),
        ("<tg-time unix=5 format='T'>x</tg-time>", "x | date_time:5/T 0 1"),
        ("<tg-time unix=5 format='d'>x</tg-time>", "x | date_time:5/d 0 1"),
        ("<tg-time unix=5 format='D'>x</tg-time>", "x | date_time:5/D 0 1"),
        ("<tg-time unix=5 format='W'>x</tg-time>", "x | date_time:5/w 0 1"),
        ("<tg-time unix=5 format='TDW'>x</tg-time>", "x | date_time:5/wDT 0 1"),
        // Of two lengths the short one counts.
        ("<tg-time unix=5 format='tttTTdDwW'>x</tg-time>", "x | date_time:5/wdt 0 1"),
        ("<tg-time unix=5 format='TtDd'>x</tg-time>", "x | date_time:5/dt 0 1"),
        // Unless it is in quotes, the format is read in lower case.
        ("<tg-time unix=5 format=TD>x</tg-time>", "x | date_time:5/dt 0 1"),
        // What follows the number does not matter, and one that is too large wraps around.
        ("<tg-time unix='5x'>x</tg-time>", "x | date_time:5 0 1"),
        ("<tg-time unix=99999999999>x</tg-time>", "x | date_time:1215752191 0 1"),
        ("<tg-time unix=-4294967291>x</tg-time>", "x | date_time:5 0 1"),
        ("<tg-time unix=-2147483649>x</tg-time>", "x | date_time:2147483647 0 1"),
        ("<tg-time unix=2147483647>x</tg-time>", "x | date_time:2147483647 0 1"),
        ("<tg-time unix=2147483648>x</tg-time>", "x"),
        ("<tg-time unix=-2147483648>x</tg-time>", "x"),
        ("<tg-time unix=0>x</tg-time>", "x"),
        ("<tg-time unix=-5>x</tg-time>", "x"),
        ("<tg-time>x</tg-time>", "x"),
        ("<tg-time unix=5 format='rt'>x</tg-time>", "! Invalid date format used"),
        ("<tg-time format='x'>x</tg-time>", "! Invalid date format used"),
        ("<tg-time unix=5 format='x'></tg-time>", ""),
    ]);
}

#[test]
fn code_in_pre_is_one_entity_if_it_names_its_language() {
    check(&[
        ("<pre><code class=\"language-rust\">x</code></pre>", "x | pre:rust 0 1"),
        ("<code class=\"language-rust\"><pre>x</pre></code>", "x | pre:rust 0 1"),
        ("<pre><code class=\"language-c++ &lt;\">x</code></pre>", "x | pre:c++ < 0 1"),
        ("<pre><code>x</code></pre>", "x | pre 0 1, code 0 1"),
        ("<code><pre>x</pre></code>", "x | pre 0 1, code 0 1"),
        ("<pre><code class=\"language-\">x</code></pre>", "x | pre 0 1, code 0 1"),
        ("<pre><code class=\"rust\">x</code></pre>", "x | pre 0 1, code 0 1"),
        ("<code class=\"language-rust\">x</code>", "x | code 0 1"),
        ("<pre class=\"language-rust\">x</pre>", "x | pre 0 1"),
        ("<pre><code class=\"language-rust\">x</code> </pre>", "x  | pre 0 2, code 0 1"),
        ("<pre> <code class=\"language-rust\">x</code></pre>", " x | pre 0 2, code 1 1"),
        ("<pre><code class=\"language-rust\"><b>x</b></code></pre>", "x | pre:rust 0 1, bold 0 1"),
        ("<pre><b><code class=\"language-rust\">x</code></b></pre>", "x | pre 0 1, code 0 1, bold 0 1"),
        ("<pre><a><code class=\"language-rust\">x</code></a></pre>", "x | pre:rust 0 1"),
        ("<pre><code class=\"language-rust\">x</code><b></b></pre>", "x | pre:rust 0 1"),
        ("<pre><pre><code class=\"language-rust\">x</code></pre></pre>", "x | pre:rust 0 1, pre 0 1"),
        (
            "<code class=\"language-a\"><code class=\"language-b\"><pre>x</pre></code></code>",
            "x | pre:b 0 1, code 0 1",
        ),
    ]);
}

#[test]
fn tags_nest_in_the_order_of_their_entities() {
    check(&[
        ("<i>a</i><b>b</b>", "ab | italic 0 1, bold 1 1"),
        ("<b>a</b><b>b</b>", "ab | bold 0 1, bold 1 1"),
        ("<b><b>a</b></b>", "a | bold 0 1, bold 0 1"),
        ("<i><b>a</b></i>", "a | bold 0 1, italic 0 1"),
        ("<i>a<b>b</b></i>", "ab | italic 0 2, bold 1 1"),
        ("<s><u><i><b>a</b></i></u></s>", "a | bold 0 1, italic 0 1, underline 0 1, strikethrough 0 1"),
        ("<tg-spoiler><s>a</s></tg-spoiler>", "a | strikethrough 0 1, spoiler 0 1"),
        ("<b><a href=t.me>a</a></b>", "a | text_link:http://t.me/ 0 1, bold 0 1"),
        ("<b><tg-emoji emoji-id=1>🏟</tg-emoji>1</b>", "🏟1 | bold 0 3, custom_emoji:1 0 2"),
        ("<b><blockquote>a</blockquote></b>", "a | blockquote 0 1, bold 0 1"),
        ("<blockquote>a<pre>b</pre></blockquote>", "ab | blockquote 0 2, pre 1 1"),
        (
            "<code><i><b> </b></i></code><i><b><code> </code></b></i>",
            "   | code 0 1, bold 0 1, italic 0 1, code 1 1, bold 1 1, italic 1 1",
        ),
        ("<b></b>", ""),
        ("<b><i></i></b>a", "a"),
        ("<i> </i>", "  | italic 0 1"),
        ("<i>\r\n\t</i>", "\r\n\t | italic 0 3"),
    ]);
}

#[test]
fn offsets_count_utf16_units() {
    check(&[
        ("я<b>яя</b>", "яяя | bold 1 2"),
        ("€<b>€</b>", "€€ | bold 1 1"),
        ("🏟<b>🏟</b>🏟", "🏟🏟🏟 | bold 2 2"),
        ("➡️ ➡️<i>➡️ ➡️</i>", "➡️ ➡️➡️ ➡️ | italic 5 5"),
        ("👨‍👩‍👧<u>a</u>", "👨‍👩‍👧a | underline 8 1"),
        ("&#128512;<b>&#x1F600;</b>", "😀😀 | bold 2 2"),
        ("🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>", "🏟 🏟🏟 ><🏟 | italic 5 7, bold 9 3"),
    ]);
}

#[test]
fn references_stand_for_their_characters() {
    check(&[
        ("&lt;&gt;&amp;&quot;", "<>&\""),
        ("&lt&gt&amp&quot", "<>&\""),
        ("&lt;b&gt;", "<b>"),
        ("&amp;lt;", "&lt;"),
        ("&#60;&#x3c;&#x3C;", "<<<"),
        ("&#60&#x3cx", "<<x"),
        ("&#97b", "ab"),
        ("&#x61g", "ag"),
        // Anything else stands for itself.
        ("&", "&"),
        ("&&lt;", "&<"),
        ("& lt;", "& lt;"),
        ("&;", "&;"),
        ("&nbsp;&laquo;&ge;", "&nbsp;&laquo;&ge;"),
        ("&LT;&Amp;", "&LT;&Amp;"),
        ("&ltx;", "&ltx;"),
        ("&lt1", "<1"),
        ("&#;&#x;&#X3c;", "&#;&#x;&#X3c;"),
        ("&#0;&#x0;", "&#0;&#x0;"),
        ("&#1114110;", "\u{10FFFE}"),
        ("&#x10fffe;", "\u{10FFFE}"),
        ("&#1114111;", "&#1114111;"),
        ("&#x10ffff;", "&#x10ffff;"),
        // Ten bytes are too many, leading zeros or not.
        ("&#0000060;", "<"),
        ("&#00000060;", "&#00000060;"),
        ("&#x00003c;", "<"),
        ("&#x000003c;", "&#x000003c;"),
        ("&#12345678;", "&#12345678;"),
        ("&#4294967356;", "&#4294967356;"),
    ]);
}

#[test]
fn half_a_surrogate_pair_is_refused_wherever_it_gets_into_the_text() {
    let refused = "! Text contains invalid Unicode characters after decoding HTML entities, check for unmatched \
                   surrogate code units";
    check(&[
        ("&#57311;", refused),
        ("&#xDFDF;", refused),
        ("&#xDFDF", refused),
        ("&#xD83D;&#xDE00;", refused),
        ("<a href=\"t.me/&#xD800;\">x</a>", refused),
        ("<pre><code class=\"language-&#xD800;\">x</code></pre>", refused),
        // Not if it gets nowhere, and not before other mistakes.
        ("<b title=\"&#xD800;\">x</b>", "x | bold 0 1"),
        ("<a href=\"&#xD800;\">x</a>", "x"),
        ("&#xD800;<b>", "! Can't find end tag corresponding to start tag \"b\""),
        ("<tg-emoji emoji-id=\"5&#xD800;\">x</tg-emoji>", "! Invalid custom emoji identifier specified"),
    ]);
    assert_eq!(parse("ab&#xDFDF;").unwrap_err().offset(), 2);
    assert_eq!(parse("ab<a href='t.me/&#xDFDF;'>c</a>").unwrap_err().offset(), 2);
}

#[test]
fn mistakes_are_told_as_telegram_tells_them() {
    check(&[
        ("<", "! Unclosed start tag at byte offset 0"),
        ("a<b", "! Unclosed start tag at byte offset 1"),
        ("🏟 🏟&lt;<abacaba", "! Unclosed start tag at byte offset 13"),
        ("<b\0>", "! Unclosed start tag at byte offset 0"),
        ("<>", "! Unsupported start tag \"\" at byte offset 0"),
        ("< b>", "! Unsupported start tag \"\" at byte offset 0"),
        ("1 < 2 > 1", "! Unsupported start tag \"\" at byte offset 2"),
        ("<abac>", "! Unsupported start tag \"abac\" at byte offset 0"),
        ("🏟 🏟&lt;<abac aba>", "! Unsupported start tag \"abac\" at byte offset 13"),
        ("<DIV>", "! Unsupported start tag \"div\" at byte offset 0"),
        ("<br/>", "! Unsupported start tag \"br/\" at byte offset 0"),
        ("<b/>", "! Unsupported start tag \"b/\" at byte offset 0"),
        ("<b<i>", "! Unsupported start tag \"b<i\" at byte offset 0"),
        ("<Я>", "! Unsupported start tag \"Я\" at byte offset 0"),
        ("<!-- -->", "! Unsupported start tag \"!--\" at byte offset 0"),
        ("<b />", "! Empty attribute name in the tag \"b\" at byte offset 0"),
        ("<I   =aba>", "! Empty attribute name in the tag \"i\" at byte offset 0"),
        ("<i \"a\">", "! Empty attribute name in the tag \"i\" at byte offset 0"),
        ("<i a/b>", "! Empty attribute name in the tag \"i\" at byte offset 0"),
        ("<i ", "! Empty attribute name in the tag \"i\" at byte offset 0"),
        ("<i a=b ", "! Empty attribute name in the tag \"i\" at byte offset 0"),
        ("<i \0>", "! Empty attribute name in the tag \"i\" at byte offset 0"),
        ("<i    aba", "! Unclosed start tag \"i\" at byte offset 0"),
        ("<i    aba  ", "! Unclosed start tag \"i\" at byte offset 0"),
        ("🏟 🏟&lt;<i    aba  =  ", "! Unclosed start tag \"i\" at byte offset 13"),
        ("<i aba=", "! Unclosed start tag \"i\" at byte offset 0"),
        ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "! Unexpected end of name token at byte offset 27"),
        ("<a href=https://t.me>x</a>", "! Unexpected end of name token at byte offset 8"),
        ("<a href=я>x</a>", "! Unexpected end of name token at byte offset 8"),
        ("<a href==t.me>x</a>", "! Unexpected end of name token at byte offset 8"),
        ("<i aba=b", "! Unclosed start tag at byte offset 0"),
        ("<i aba=\"b", "! Unclosed start tag at byte offset 0"),
        ("<i aba=\"b\"", "! Unclosed start tag at byte offset 0"),
        ("<i aba='b\0'>", "! Unclosed start tag at byte offset 0"),
        ("🏟 🏟&lt;<i    aba  =  \"&lt;&gt;&quot;>", "! Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;>", "! Unclosed start tag at byte offset 13"),
        ("<span>a</span>", "! Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("x<span class=\"spoiler\">", "! Tag \"span\" must have class \"tg-spoiler\" at byte offset 1"),
        ("<span class=\"tg-spoilers\">", "! Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("🏟 🏟&lt;</", "! Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "! Unexpected end tag at byte offset 20"),
        ("a</b>", "! Unexpected end tag at byte offset 1"),
        ("<i>a</", "! Unclosed end tag at byte offset 4"),
        ("<i>a</i", "! Unclosed end tag at byte offset 4"),
        ("🏟 🏟&lt;<i>a</i   ", "! Unclosed end tag at byte offset 17"),
        ("<i>a</i b>", "! Unclosed end tag at byte offset 4"),
        ("<i>a</i\0>", "! Unclosed end tag at byte offset 4"),
        ("🏟 🏟&lt;<i>a</em   >", "! Unmatched end tag at byte offset 17, expected \"</i>\", found \"</em>\""),
        ("<b>a<i>b</B></i>", "! Unmatched end tag at byte offset 8, expected \"</i>\", found \"</b>\""),
        ("<STRONG>a</b>", "! Unmatched end tag at byte offset 9, expected \"</strong>\", found \"</b>\""),
        ("<b>a", "! Can't find end tag corresponding to start tag \"b\""),
        ("<b><EM>a", "! Can't find end tag corresponding to start tag \"em\""),
        ("<b><i>a</i>", "! Can't find end tag corresponding to start tag \"b\""),
        ("<tg-emoji>a</tg-emoji>", "! Invalid custom emoji identifier specified"),
        ("<tg-emoji emoji-id=0>a</tg-emoji>", "! Invalid custom emoji identifier specified"),
        ("<tg-emoji emoji-id=05>a</tg-emoji>", "! Invalid custom emoji identifier specified"),
        ("<tg-emoji emoji-id='+5'>a</tg-emoji>", "! Invalid custom emoji identifier specified"),
        ("<tg-emoji emoji-id=x>a</tg-emoji>", "! Invalid custom emoji identifier specified"),
        (
            "<tg-emoji emoji-id=9223372036854775808>a</tg-emoji>",
            "! Invalid custom emoji identifier specified",
        ),
        ("<tg-emoji emoji-id=x></tg-emoji>", ""),
    ]);
}

#[test]
fn every_mistake_knows_its_place() {
    let offsets = [
        ("ab<b", 2),
        ("ab<b c", 2),
        ("ab<c>", 2),
        ("ab<b =>", 2),
        ("ab<b c=,>", 7),
        ("ab<span>", 2),
        ("ab</b>", 2),
        ("<b>ab</b", 5),
        ("<b>ab</i>", 5),
        ("ab<b>c<i>d</i>", 2),
        ("ab<tg-emoji>c</tg-emoji>", 2),
        ("ab<tg-time format=x>c</tg-time>", 2),
    ];
    for (html, offset) in offsets {
        assert_eq!(parse(html).unwrap_err().offset(), offset, "{html}");
    }
    let error = parse("<b>x</i>").unwrap_err();
    assert_eq!(error, ParseError::UnmatchedEndTag { expected: "b", found: "i".to_owned(), offset: 4 });
}

#[test]
fn zero_bytes_and_other_controls_are_characters_of_the_text() {
    check(&[("a\0b", "a\0b"), ("<b>\0</b>", "\0 | bold 0 1"), ("\u{7f}\u{c}", "\u{7f}\u{c}")]);
}

#[test]
fn escaped_text_is_read_as_it_was() {
    assert_eq!(escape("<a href=\"x\">&amp;</a>"), "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;");
    assert!(matches!(escape("it's plain, 🎲 and all"), std::borrow::Cow::Borrowed(_)));
    let pieces = ["<", ">", "&", "\"", "'", ";", "lt", "amp;", "#60;", "b", "/", " ", "🎲", "я", "\n", "\0"];
    let mut chance = Chance::new(1);
    for _ in 0..20_000 {
        let text = chance.text(&pieces, 8);
        assert_eq!(parse(&escape(&text)), Ok(Text::plain(&*text)), "{text:?}");
    }
}

#[test]
fn no_markup_breaks_the_parser() {
    let pieces = [
        "<",
        ">",
        "/",
        "</",
        "</>",
        "&",
        ";",
        "=",
        "\"",
        "'",
        " ",
        "\n",
        "\r",
        "\0",
        "\u{b}",
        "a",
        "b",
        "🎲",
        "я",
        "€",
        "<b>",
        "</b>",
        "<a href=",
        "<a>",
        "</a>",
        "<pre>",
        "</pre>",
        "<code class=\"language-",
        "<code>",
        "</code>",
        "<blockquote expandable>",
        "</blockquote>",
        "<span class=tg-spoiler>",
        "<tg-emoji emoji-id=5>",
        "<tg-time ",
        "unix=5",
        " format=r",
        "&lt;",
        "&#",
        "&#x",
        "&#x1f600;",
        "&#xd800;",
        "1114111",
        "d",
        "-9",
        "t.me",
        "tg://user?id=5",
    ];
    let mut chance = Chance::new(2);
    let mut read = 0;
    for _ in 0..150_000 {
        let html = chance.text(&pieces, 12);
        match parse(&html) {
            Ok(text) => {
                check_edges(&text, &html);
                read += 1;
            }
            Err(error) => assert!(error.offset() < html.len(), "{html:?}: {error:?}"),
        }
    }
    assert!(read > 10_000, "only {read} were read");
}
