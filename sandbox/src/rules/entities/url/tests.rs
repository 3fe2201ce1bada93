//! Which parts of a text are links, which are e-mail addresses, and where they end.

use super::super::tests::{assert_finds, texts};
use super::{Addresses, Characters, Span, find};

fn urls(text: &Characters) -> Vec<Span> {
    find(text).urls
}

#[test]
fn links_without_a_scheme() {
    assert_finds(
        urls,
        &[
            ("", &[]),
            (".", &[]),
            ("..", &[]),
            (".?", &[]),
            ("@.", &[]),
            ("telegram.org", &["telegram.org"]),
            (" telegram.org ", &["telegram.org"]),
            ("\ntelegram.org\n", &["telegram.org"]),
            ("(telegram.org)", &["telegram.org"]),
            ("\"telegram.org\"", &["telegram.org"]),
            ("'telegram.org'", &["telegram.org"]),
            ("[telegram.org]", &["telegram.org"]),
            ("«telegram.org»", &["telegram.org"]),
            ("telegram.org.", &["telegram.org"]),
            (" telegram.org. ", &["telegram.org"]),
            ("telegram.org, core.telegram.org!", &["telegram.org", "core.telegram.org"]),
            ("a.b.google.com", &["a.b.google.com"]),
            ("one.two", &[]),
            ("end.Start of a sentence", &[]),
            ("Thanks.Bye", &[]),
            (".telegram.org)", &[]),
            (".com", &[]),
            ("URL: .com", &[]),
            ("a.b.c.com.a.b.c", &[]),
            (" telegram. org. www. com... telegram.org... ...google.com...", &["telegram.org"]),
            // What must not stand before.
            ("go#ogle.com", &[]),
            ("//AB.C.D.E.F.GH//", &[]),
            ("/telegram.org", &[]),
            ("#telegram.org", &[]),
            ("@telegram.org", &[]),
            ("://telegram.org", &[]),
            ("-telegram.org", &["-telegram.org"]),
            ("+telegram.org", &["telegram.org"]),
            ("=telegram.org", &["telegram.org"]),
            ("\\telegram.org", &["telegram.org"]),
            ("|telegram.org", &["telegram.org"]),
            ("$telegram.org", &["telegram.org"]),
            // Files look like links where their ending is a domain.
            ("File '/usr/views.py'", &[]),
            ("/views.py'", &[]),
            (".views.py", &[]),
            ("'views.py'", &["views.py"]),
            ("main.rs", &["main.rs"]),
            ("main.cpp", &[]),
        ],
    );
}

#[test]
fn top_level_domains() {
    assert_finds(
        urls,
        &[
            ("a.ab", &[]),
            ("test.abd", &[]),
            ("telegram.ORG", &["telegram.ORG"]),
            ("telegram.Org", &[]),
            ("TELEGRAM.ORG", &["TELEGRAM.ORG"]),
            ("telegram.onion", &["telegram.onion"]),
            ("telegram.ton", &["telegram.ton"]),
            ("telegram.tonsite", &[]),
            ("telegram.software", &["telegram.software"]),
            ("гришка.рф", &["гришка.рф"]),
            ("почта.РФ", &["почта.РФ"]),
            ("ТеСт.Москва", &[]),
            ("ТеСт.МоСкВΑ", &[]),
            ("ТеСт.МоСкВа", &["ТеСт.МоСкВа"]),
            ("ТеСт.МоСкВач", &[]),
            ("例え.みんな", &["例え.みんな"]),
            ("xn--80afpi2a3c.xn--p1ai", &["xn--80afpi2a3c.xn--p1ai"]),
            ("a.xn--p", &[]),
            ("a.xn--pp", &["a.xn--pp"]),
            ("a.xn--", &[]),
            ("a.xn--p_1", &[]),
            ("a.Xn--p1ai", &[]),
            // With a scheme, any will do that has two characters.
            ("http://1.0", &[]),
            ("http://a.0", &[]),
            ("http://a.a", &[]),
            ("http://a.ab", &["http://a.ab"]),
            ("http://a.Ab", &["http://a.Ab"]),
            ("http://a.12", &["http://a.12"]),
            ("http://1.12", &[]),
            ("http://ÀТеСт.МоСкВач", &["http://ÀТеСт.МоСкВач"]),
            ("http://a.a_b", &[]),
            ("http://a.a-b", &[]),
            ("http://a.я", &[]),
            ("http://a.яя", &["http://a.яя"]),
            ("https://t.m…", &[]),
            ("https://t.…", &[]),
            ("https://t…", &[]),
            ("https://t.me…", &["https://t.me"]),
        ],
    );
}

#[test]
fn domains() {
    let labels_of = |length: usize| format!("http://{}.com", "a".repeat(length));
    let (longest, too_long) = (labels_of(63), labels_of(64));
    let too_many_bytes = format!("http://{}.com", "я".repeat(32));
    assert_finds(
        urls,
        &[
            (&longest, &[&longest]),
            (&too_long, &[]),
            (&too_many_bytes, &[]),
            ("www.🤙.tk", &["www.🤙.tk"]),
            ("✪df.ws/123", &["✪df.ws/123"]),
            ("➡️.ws/䨹", &["➡️.ws/䨹"]),
            ("ÀÁ.com. ÀÁ.com.", &["ÀÁ.com", "ÀÁ.com"]),
            ("ÀÁ.com,ÀÁ.com.", &["ÀÁ.com", "ÀÁ.com"]),
            ("a..com", &[]),
            ("a.b..com", &[]),
            ("http://test-.google.com", &[]),
            ("http://-test.google.com", &["http://-test.google.com"]),
            ("http://test_.google.com", &["http://test_.google.com"]),
            ("http://google_.com", &[]),
            ("http://goo_gle.com", &[]),
            ("http://google._com_", &[]),
            ("http://test_.com", &[]),
            ("test_.com", &[]),
            ("_test.com", &[]),
            ("_.test.com", &["_.test.com"]),
            ("~a.com", &["~a.com"]),
            (
                "abcdefghijklmnopqrstuvwxyz0123456789qwe_sdfsdf.aweawe-sdfs.com",
                &["abcdefghijklmnopqrstuvwxyz0123456789qwe_sdfsdf.aweawe-sdfs.com"],
            ),
            ("/.b/..a    @.....@/. a.ba", &["a.ba"]),
            ("bbbbbbbbbbbbbb.@.@", &[]),
            // The one that looks like Telegram's.
            ("teiegram.org", &[]),
            ("teiegram.org/test", &[]),
            ("TeiegraM.org/test", &[]),
            ("http://teiegram.org", &[]),
            ("a.teiegram.org", &["a.teiegram.org"]),
        ],
    );
}

#[test]
fn ip_addresses() {
    assert_finds(
        urls,
        &[
            ("1.0", &[]),
            ("127.001", &[]),
            ("1.2.3", &[]),
            ("127.0.0.1", &["127.0.0.1"]),
            ("255.255.255.255", &["255.255.255.255"]),
            ("http://127.0.0.1:8080/a", &["http://127.0.0.1:8080/a"]),
            ("127.0.0.1.", &["127.0.0.1"]),
            ("127.0.0.01", &[]),
            ("127.0.0.256", &[]),
            ("127.0.0.260", &[]),
            ("127.0.0.300", &[]),
            ("127.0.0.1000", &[]),
            ("1.2.3.4.5", &[]),
            ("http://1.2.3.4.5", &[]),
            ("http://[2001:4860:0:2001::68]/", &[]),
        ],
    );
}

#[test]
fn schemes() {
    assert_finds(
        urls,
        &[
            ("http://telegram.org", &["http://telegram.org"]),
            ("https://telegram.org", &["https://telegram.org"]),
            ("ftp://telegram.org", &["ftp://telegram.org"]),
            ("tonsite://telegram.ton", &["tonsite://telegram.ton"]),
            ("hTtPs://telegram.org", &["hTtPs://telegram.org"]),
            ("HTTP://telegram.org", &["HTTP://telegram.org"]),
            ("ftps://telegram.org", &[]),
            ("sftp://telegram.org", &[]),
            ("tftp://telegram.org", &[]),
            ("gopher://telegram.org", &[]),
            ("ton://telegram.org", &[]),
            ("tg://resolve", &[]),
            ("tg://telegram.org", &[]),
            ("http:/telegram.org", &[]),
            ("http:telegram.org", &["telegram.org"]),
            ("http:///telegram.org", &[]),
            // Letters before the scheme are not its own, unless they name another.
            (",ahttp://google.com", &["http://google.com"]),
            (".ahttp://google.com", &[]),
            ("аHTTP://telegram.org", &["HTTP://telegram.org"]),
            ("sHTTP://telegram.org", &[]),
            ("asHTTP://telegram.org", &["HTTP://telegram.org"]),
            ("asftp://telegram.org", &["ftp://telegram.org"]),
            ("👉http://ab.com/cdefgh-1IJ", &["http://ab.com/cdefgh-1IJ"]),
            ("...👉http://ab.com/cdefgh-1IJ", &[]),
            ("bug.http://test.com/test/+#", &[]),
            ("http://", &[]),
            ("http://.", &[]),
            ("http://.com", &[]),
            ("http://  .com", &[]),
            ("http://  .", &[]),
            ("http://google", &[]),
            ("http://google,.com", &[]),
            ("rdar://1234 rdar:/1234", &[]),
            ("x-yojimbo-item://6303E4C1-xxxx-45A6-AB9D-3A908F59AE0E", &[]),
            ("message://%3c330e7f8409726r6a4ba78dkf1fd71420c1bf6ff@mail.gmail.com%3e", &[]),
            ("http://xn--80afpi2a3c.xn--p1ai/", &["http://xn--80afpi2a3c.xn--p1ai/"]),
            ("http://códuia.de/", &["http://códuia.de/"]),
            ("http://➡️.ws/䨹", &["http://➡️.ws/䨹"]),
        ],
    );
}

#[test]
fn ports() {
    assert_finds(
        urls,
        &[
            ("google.com:80", &["google.com:80"]),
            ("google.com:1#ab c", &["google.com:1#ab"]),
            ("google.com:1#", &["google.com:1"]),
            ("google.com:1#1", &["google.com:1#1"]),
            ("google.com:00000001/abs", &["google.com:00000001/abs"]),
            ("google.com:000000065535/abs", &["google.com:000000065535/abs"]),
            ("google.com:000000065536/abs", &["google.com"]),
            ("google.com:000000080/abs", &["google.com:000000080/abs"]),
            ("google.com:0000000/abs", &["google.com"]),
            ("google.com:0/abs", &["google.com"]),
            ("google.com:/abs", &["google.com"]),
            ("google.com:65535", &["google.com:65535"]),
            ("google.com:65536", &["google.com"]),
            ("google.com:99999", &["google.com"]),
            ("google.com:100000", &["google.com"]),
            ("google.com:99999999999999999999", &["google.com"]),
            ("google.com: 80", &["google.com"]),
            ("google.com:80a", &["google.com:80"]),
            ("google.com:᪉᪉᪉᪉᪉", &["google.com"]),
            ("google.com:᪀᪀", &["google.com"]),
            ("www.🤙.tk:1", &["www.🤙.tk:1"]),
        ],
    );
}

#[test]
fn paths() {
    assert_finds(
        urls,
        &[
            ("http://google.com/", &["http://google.com/"]),
            ("http://google.com?", &["http://google.com"]),
            ("http://google.com#", &["http://google.com"]),
            ("http://google.com##", &["http://google.com##"]),
            ("http://google.com/?", &["http://google.com/"]),
            ("http://google.com/#", &["http://google.com/#"]),
            ("google.com?qwe", &["google.com?qwe"]),
            ("google.com#qwe", &["google.com#qwe"]),
            ("google.com/?", &["google.com/"]),
            ("google.com/#", &["google.com/#"]),
            ("google.com?\ngoogle.com#\n", &["google.com", "google.com"]),
            ("http://test.com#a", &["http://test.com#a"]),
            ("http://test.com?#", &["http://test.com?#"]),
            ("http://test.com/?#", &["http://test.com/?#"]),
            ("http://telegram.org/?asd=123#123.", &["http://telegram.org/?asd=123#123"]),
            ("http://foo.com/blah_blah/.", &["http://foo.com/blah_blah/"]),
            ("https://www.google.com/ab,", &["https://www.google.com/ab"]),
            ("https://t.me/abcdef…", &["https://t.me/abcdef"]),
            ("https://ai.telegram.org/bot%20bot/test-...", &["https://ai.telegram.org/bot%20bot/test-"]),
            ("google.com/a.:;,('?!`", &["google.com/a"]),
            ("google.com/a.b", &["google.com/a.b"]),
            ("google.com/a b", &["google.com/a"]),
            ("google.com/a\u{a0}b", &["google.com/a"]),
            ("google.com/a\u{3000}b", &["google.com/a"]),
            ("http://google.com/‖", &["http://google.com/"]),
            ("http://google.com/a\u{200d}b\u{200b}c", &["http://google.com/a\u{200d}b"]),
            ("http://google.com/я?🏟", &["http://google.com/я?🏟"]),
            ("<http://example.com/a>", &["http://example.com/a"]),
            ("<tag>http://example.com</tag>", &["http://example.com"]),
            ("http://example.com/«a»", &["http://example.com/"]),
            ("http://example.com/\"a", &["http://example.com/"]),
            (
                "http://test―‑@―google―.―com―/―–―‐―/―/―/―?―‑―#―――",
                &["http://test―‑@―google―.―com―/―–―‐―/―/―/―?―‑―#―――"],
            ),
        ],
    );
}

#[test]
fn brackets_belong_to_a_path_that_opens_them() {
    assert_finds(
        urls,
        &[
            ("()telegram.org/?q=()", &["telegram.org/?q=()"]),
            ("[http://google.com](test)", &["http://google.com"]),
            (
                "http://foo.com/blah_blah_(wikipedi8989a_Вася)",
                &["http://foo.com/blah_blah_(wikipedi8989a_Вася)"],
            ),
            ("(Something like http://foo.com/blah_blah)", &["http://foo.com/blah_blah"]),
            ("(like http://foo.com/blah_(Стакан_007))", &["http://foo.com/blah_(Стакан_007)"]),
            ("cpia.de/())(\"", &["cpia.de/()"]),
            ("http://a.com/?q=abc()}[]def", &["http://a.com/?q=abc()"]),
            ("http://a.com/?q=abc([{)]}def", &["http://a.com/?q=abc([{)]}def"]),
            ("http://a.com/?q=abc(){}]def", &["http://a.com/?q=abc(){}"]),
            ("http://a.com/?q=abc){}[]def", &["http://a.com/?q=abc"]),
            ("http://a.com/?q=abc(){}[]def", &["http://a.com/?q=abc(){}[]def"]),
            ("http://a.com/a.)", &["http://a.com/a"]),
            ("http://a.com/.)", &["http://a.com/"]),
            ("http://a.com?)", &["http://a.com"]),
            ("http://a.com/a{b", &["http://a.com/a{b"]),
            ("http://a.com/a(b", &["http://a.com/a(b"]),
            ("http://a.com/a(", &["http://a.com/a"]),
            ("('http://telegram.org/a-b/?br=ie&lang=en',)", &["http://telegram.org/a-b/?br=ie&lang=en"]),
        ],
    );
}

#[test]
fn users_and_email_addresses() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        ("a.bc@c.com", &[], &["a.bc@c.com"]),
        ("write to security@telegram.org!", &[], &["security@telegram.org"]),
        ("test@test.software", &[], &["test@test.software"]),
        ("test@test.abd", &[], &["test@test.abd"]),
        ("Look mailto:test@example.com", &[], &["test@example.com"]),
        ("mailto:a.b@example.com?subject=x", &["mailto:a.b@example.com?subject=x"], &[]),
        ("Look :test@example.com", &[":test@example.com"], &[]),
        ("a@b@c.com", &[], &[]),
        ("abc@c.com@d.com", &[], &[]),
        ("a@b.com:c@1", &[], &["a@b.com"]),
        ("a@b.com, c@d.com", &[], &["a@b.com", "c@d.com"]),
        ("<a@b.com>", &[], &["a@b.com"]),
        ("я@b.com", &["я@b.com"], &[]),
        ("a@почта.рф", &["a@почта.рф"], &[]),
        // A user before the host.
        ("http://a@google.com", &["http://a@google.com"], &[]),
        ("http://test@google.com", &["http://test@google.com"], &[]),
        ("http://userid:password@example.com:8080", &["http://userid:password@example.com:8080"], &[]),
        ("http://userid@example.com:8080", &["http://userid@example.com:8080"], &[]),
        ("http://@google.com", &[], &[]),
        ("http://@@google.com", &[], &[]),
        ("https://a.bc@c.com", &["https://a.bc@c.com"], &[]),
        ("https://a.bcde.fg@c.com", &["https://a.bcde.fg@c.com"], &[]),
        ("https://a:h.bcde.fg@c.com", &["https://a:h.bcde.fg@c.com"], &[]),
        ("https://abc@c.com", &["https://abc@c.com"], &[]),
        ("https://bc:defg@c.com", &["https://bc:defg@c.com"], &[]),
        ("https://a:hbc:defg@c.com", &["https://a:hbc:defg@c.com"], &[]),
        ("https://a.bc@test.com:cd.com", &["https://a.bc@test.com", "cd.com"], &[]),
        ("https://a.de/bc@c.com", &["https://a.de/bc@c.com"], &[]),
        ("https://de/bc@c.com", &[], &[]),
        ("https://de\\bc@c.com", &["https://de\\bc@c.com"], &[]),
        ("a:b?@gmail.com", &[], &[]),
        ("a?:b@gmail.com", &[], &[]),
        ("a#:b@gmail.com", &[], &[]),
        ("a:b#@gmail.com", &[], &[]),
        ("a!:b@gmail.com", &["a!:b@gmail.com"], &[]),
        ("a:b!@gmail.com", &["a:b!@gmail.com"], &[]),
        ("@views.py'", &[], &[]),
        ("http://fo@@@@@@@@@^%#*@^&@$#*@#%^*&!^#o.com/blah_blah/", &[], &[]),
    ];
    for (text, urls, emails) in cases {
        assert_addresses(text, urls, emails);
    }
}

#[test]
fn brackets_and_quotes_part_a_link_from_an_email_address() {
    for delimiter in ['[', ']', '{', '}', '(', ')', '\'', '`', '<', '>', '"', '«', '»'] {
        assert_addresses(&format!("https://a.de{delimiter}bc@c.com"), &["https://a.de"], &["bc@c.com"]);
        assert_addresses(&format!("https://de{delimiter}bc@c.com"), &[], &["bc@c.com"]);
    }
    assert_addresses("https://a.debc@c.com", &["https://a.debc@c.com"], &[]);
}

#[test]
fn links_all_over_a_text() {
    assert_addresses(
        "Такой сайт: http://www.google.com или такой telegram.org (или 127.0.0.1), 12)(cpia.de/())(\" \
         I have a good time.Thanks, guys!\n\nhttp://www.example.com/wpstyle/?p=364.\n\
         <http://www.ics.uci.edu/pub/ietf/uri/historical.html#WARNING>\nJust a www.example.com link, \
         or one of news@example.com.",
        &[
            "http://www.google.com",
            "telegram.org",
            "127.0.0.1",
            "cpia.de/()",
            "http://www.example.com/wpstyle/?p=364",
            "http://www.ics.uci.edu/pub/ietf/uri/historical.html#WARNING",
            "www.example.com",
        ],
        &["news@example.com"],
    );
}

fn assert_addresses(text: &str, urls: &[&str], emails: &[&str]) {
    let characters = Characters::new(text);
    let found: Addresses = find(&characters);
    assert_eq!(texts(&characters, found.urls), urls, "links in {text:?}");
    assert_eq!(texts(&characters, found.emails), emails, "e-mail addresses in {text:?}");
}
