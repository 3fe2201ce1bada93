//! Links into Telegram's apps and to TON: `tg://`, `ton://`, `tonsite://`.

use super::characters::{Characters, Span};

const SCHEMES: [&str; 3] = ["tonsite", "ton", "tg"];

/// The links of these schemes, wherever they stand: nothing is asked of what is before them.
pub(super) fn find(text: &Characters) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(colon) = text.find(':', from) {
        from = colon + 1;
        let Some(start) = scheme_start(text, colon) else { continue };
        let host = colon + "://".len();
        let host_end = text.run(host, is_host).min(host + 253);
        from = host_end;
        if host_end > host {
            from = text.url_path_end(host_end);
            found.push(start..from);
        }
    }
    found
}

/// Where the scheme starts that ends before this colon.
fn scheme_start(text: &Characters, colon: usize) -> Option<usize> {
    if !text.has(colon, "://") {
        return None;
    }
    SCHEMES.iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme.len())?;
        text.has(start, scheme).then_some(start)
    })
}

fn is_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_finds;

    #[test]
    fn tg_links() {
        assert_finds(
            super::find,
            &[
                ("", &[]),
                ("a", &[]),
                ("://", &[]),
                ("tg", &[]),
                ("tg:", &[]),
                ("tg:/", &[]),
                ("tg://", &[]),
                ("tg:// a", &[]),
                ("tg://a", &["tg://a"]),
                ("tg:///a", &[]),
                ("tg:test/", &[]),
                ("tg:/test/", &[]),
                ("g://a", &[]),
                ("atg://a", &["tg://a"]),
                ("яtg://a", &["tg://a"]),
                ("(tg://a)", &["tg://a"]),
                (
                    "ton:asd tg:test ton://resolve tg://resolve TON://_-RESOLVE_- TG://-_RESOLVE-_",
                    &["ton://resolve", "tg://resolve", "TON://_-RESOLVE_-", "TG://-_RESOLVE-_"],
                ),
                ("tG://x Ton://x tonSite://x", &["tG://x", "Ton://x", "tonSite://x"]),
                ("tonsite://foundation", &["tonsite://foundation"]),
                ("tonsite://a/b", &["tonsite://a/b"]),
                ("tg://a tg://b", &["tg://a", "tg://b"]),
                ("tg://a:tg://b", &["tg://a", "tg://b"]),
                ("https://a", &[]),
                // The host.
                ("tg://%30/sccct", &[]),
                ("tg://test:asd@google.com:80", &["tg://test"]),
                ("tg://google.com", &["tg://google"]),
                ("tg://127.0.0.1", &["tg://127"]),
                ("tg://б.а.н.а.на", &[]),
                ("tg://tést", &["tg://t"]),
            ],
        );
        let longest = format!("tg://{}", "a".repeat(253));
        assert_finds(super::find, &[(&format!("{longest}a/b"), &[&longest]), (&longest, &[&longest])]);
    }

    #[test]
    fn what_follows_the_host() {
        assert_finds(
            super::find,
            &[
                ("tg://test/", &["tg://test/"]),
                ("tg://test//", &["tg://test//"]),
                ("tg://test?", &["tg://test"]),
                ("tg://test#", &["tg://test"]),
                ("tg://test/?", &["tg://test/"]),
                ("tg://test/#", &["tg://test/#"]),
                ("tg://test/?asd", &["tg://test/?asd"]),
                ("tg://test/#asdf", &["tg://test/#asdf"]),
                ("tg://test?asdf", &["tg://test?asdf"]),
                ("tg://test#asdf", &["tg://test#asdf"]),
                ("tg://google/.com", &["tg://google/.com"]),
                ("tg://resolve?domain=telegram.", &["tg://resolve?domain=telegram"]),
                ("tg://test/―asd―?asd=asd&asdas=―#――――", &["tg://test/―asd―?asd=asd&asdas=―#――――"]),
                ("tg://test/?.:;,('?!`.:;,('?!`", &["tg://test/"]),
                ("tg://test?.:;,('?!`", &["tg://test"]),
                ("tg://test/a.:b", &["tg://test/a.:b"]),
                ("tg://test?as df", &["tg://test?as"]),
                ("tg://test?as\ndf", &["tg://test?as"]),
                ("tg://test?as\u{a0}df", &["tg://test?as"]),
                ("tg://test?as‖df", &["tg://test?as"]),
                ("tg://test?as\u{200b}df", &["tg://test?as"]),
                ("tg://test?as\u{200d}df", &["tg://test?as\u{200d}df"]),
                ("tg://test?sa<df", &["tg://test?sa"]),
                ("tg://test?as>df", &["tg://test?as"]),
                ("tg://test?as\"df", &["tg://test?as"]),
                ("tg://test?as«df", &["tg://test?as"]),
                ("tg://test?as»df", &["tg://test?as"]),
                ("tg://test?as(df", &["tg://test?as(df"]),
                ("tg://test?as)df", &["tg://test?as)df"]),
                ("tg://test?as)", &["tg://test?as)"]),
                ("tg://test?as[df", &["tg://test?as[df"]),
                ("tg://test?as]df", &["tg://test?as]df"]),
                ("tg://test?as{df", &["tg://test?as{df"]),
                ("tg://test?as}df", &["tg://test?as}df"]),
                ("tg://test?as'df", &["tg://test?as'df"]),
                ("tg://test?as$df", &["tg://test?as$df"]),
                ("tg://test?as%df", &["tg://test?as%df"]),
                ("tg://test?я=🏟", &["tg://test?я=🏟"]),
            ],
        );
    }
}
