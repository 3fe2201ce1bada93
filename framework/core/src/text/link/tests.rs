//! Links are known and spelt as Telegram knows and spells them.

use super::check;

#[test]
fn links_are_spelt_in_one_way() {
    for (link, expected) in [
        ("t.me", "http://t.me/"),
        ("T.Me/Durov", "http://t.me/Durov"),
        ("http://t.me", "http://t.me/"),
        ("HTTPS://T.ME", "https://t.me/"),
        ("https://t.me?a=B#c", "https://t.me/?a=B#c"),
        ("t.me#a", "http://t.me/#a"),
        ("t.me/a b", "http://t.me/a%20b"),
        ("t.me/a\t\n ", "http://t.me/a"),
        ("t.me/\u{1}я", "http://t.me/%01я"),
        ("t.me:80", "http://t.me:80/"),
        ("t.me:0080/a", "http://t.me:80/a"),
        ("https://a:b@t.me:65535/", "https://a:b@t.me:65535/"),
        ("a@b@t.me", "! Disallowed character in URL userinfo"),
        ("президент.рф", "http://президент.рф/"),
        ("a%4fb.c", "http://a%4fb.c/"),
        ("[::1]", "http://[::1]/"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("[::ffff:127.0.0.1]", "http://[::ffff:127.0.0.1]/"),
        ("http:t.me", "! Wrong port number specified in the URL"),
        ("http:/t.me", "! Wrong port number specified in the URL"),
        ("a/http://t.me", "! Wrong HTTP URL"),
        ("a.b/http://t.me", "http://a.b/http://t.me"),
        ("mailto:a@t.me", "http://mailto:a@t.me/"),
        (":t.me", "! Disallowed character in URL host"),
    ] {
        let spelt = check(link).unwrap_or_else(|error| format!("! {error}"));
        assert_eq!(spelt, expected, "{link:?}");
        if !spelt.starts_with('!') {
            assert_eq!(check(&spelt).as_deref(), Ok(&*spelt));
        }
    }
}

#[test]
fn telegram_has_schemes_of_its_own() {
    for (link, expected) in [
        ("tg://resolve?domain=durov", "tg://resolve?domain=durov"),
        ("tg:resolve?domain=durov", "tg://resolve?domain=durov"),
        ("TG:Resolve/?Domain", "tg://resolve?Domain"),
        ("tg://resolve", "tg://resolve/"),
        ("tg://a-b_c/d e", "tg://a-b_c/d%20e"),
        ("ton://transfer?a", "ton://transfer?a"),
        ("ton:a", "ton://a/"),
        ("tonsite://a.ton/b", "tonsite://a.ton/b"),
        ("tg://a.b", "! Unallowed characters in URL host"),
        ("ton://a.b", "! Unallowed characters in URL host"),
        ("tg://я", "! Unallowed characters in URL host"),
        ("tg://a:80", "! Wrong tg URL"),
        ("tg://a@b", "! Wrong tg URL"),
        ("tg:http://a", "! Wrong tg URL"),
        ("tg:https://a", "! Wrong tg URL"),
        ("tg://[::1]", "! Wrong tg URL"),
        ("ton://a:80", "! Wrong ton URL"),
        ("tonsite:http://a", "! Wrong ton URL"),
        ("tg:", "! URL host is empty"),
        ("tg://", "! URL host is empty"),
        ("tgs://a", "! Unsupported URL protocol"),
    ] {
        let spelt = check(link).unwrap_or_else(|error| format!("! {error}"));
        assert_eq!(spelt, expected, "{link:?}");
    }
}

#[test]
fn what_is_no_link_says_why() {
    for (link, expected) in [
        ("", "URL host is empty"),
        ("http://", "URL host is empty"),
        ("/a", "URL host is empty"),
        ("@", "URL host is empty"),
        (".", "Host is invalid"),
        ("localhost", "Wrong HTTP URL"),
        ("http://localhost/a.b", "Wrong HTTP URL"),
        ("ftp://t.me", "Unsupported URL protocol"),
        ("://t.me", "Unsupported URL protocol"),
        ("t.me:", "Wrong port number specified in the URL"),
        ("t.me:0", "Wrong port number specified in the URL"),
        ("t.me:65536", "Wrong port number specified in the URL"),
        ("t.me:+80", "Wrong port number specified in the URL"),
        ("t.me:-80", "Wrong port number specified in the URL"),
        ("t.me:8a", "Wrong port number specified in the URL"),
        ("[::g]", "Wrong IPv6 address specified in the URL"),
        ("[]", "Wrong IPv6 address specified in the URL"),
        ("[127.0.0.1]", "Wrong IPv6 address specified in the URL"),
        ("t.m%", "Wrong percent-encoded symbol in URL host"),
        ("t.m%4", "Wrong percent-encoded symbol in URL host"),
        ("t.m%4g", "Wrong percent-encoded symbol in URL host"),
        ("%x@t.me", "Wrong percent-encoded symbol in URL userinfo"),
        ("t .me", "Disallowed character in URL host"),
        ("<t.me>", "Disallowed character in URL host"),
        ("[t.me", "Disallowed character in URL host"),
        ("a\"@t.me", "Disallowed character in URL userinfo"),
    ] {
        assert_eq!(check(link).map_err(|error| error.to_string()), Err(expected.to_owned()), "{link:?}");
    }
}
