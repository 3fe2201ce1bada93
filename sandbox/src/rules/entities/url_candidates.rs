//! What might be a link: the stretch of text around a dot, before anybody has looked at the domain.

use super::characters::{Category, Characters, Span, is_name, is_url, is_word};

/// The stretches around the dots of a text that have the shape of a link or an e-mail address.
pub(super) fn find(text: &Characters) -> Vec<Span> {
    let mut found = Vec::new();
    // What is before `from` is taken, and no longer looked at.
    let mut from = 0;
    while let Some(dot) = text.find('.', from) {
        match text.get(dot + 1) {
            None => break,
            Some(' ') => from = dot + 2,
            Some(_) => {
                let around = Surroundings::of_dot(text, from, dot);
                from = match around.start(text, from) {
                    Some(start) => {
                        if around.end > dot + 1 {
                            found.push(start..around.end);
                        }
                        text.run(around.end, |c| c == '.')
                    }
                    // Another dot of the same stretch may do.
                    None => text.run_back(around.end, dot + 1, |c| c != '.'),
                };
                from = from.max(dot + 1);
            }
        }
    }
    found
}

/// What is around a dot: `user@domain:port/path`, or without the user if the domain has a dot before the `@`.
struct Surroundings {
    domain: usize,
    /// The end of domain, port and path.
    end: usize,
    /// Whether what was taken for the domain has an `@` in it, so that its start is a user's name.
    has_user: bool,
}

impl Surroundings {
    fn of_dot(text: &Characters, from: usize, dot: usize) -> Self {
        let mut domain = text.run_back(dot, from, is_domain);
        let domain_end = text.run(dot, |c| c == '@' || is_domain(c));
        let has_user = text.slice(dot..domain_end).contains(&'@');
        if has_user {
            domain = text.run_back(domain, from, is_user);
        }
        let end = text.url_path_end(port_end(text, domain_end));
        let end = text.run_back(end, dot + 1, |c| c == '.');
        Self { domain, end, has_user }
    }

    /// Where the link starts, with its user and its scheme; `None` if it can't be one for what is before it.
    fn start(&self, text: &Characters, from: usize) -> Option<usize> {
        let before = |at: usize| if at > from { text.before(at) } else { None };
        let mut start = self.domain;
        if before(start) == Some('@') {
            let user = text.run_back(start - 1, from, is_user);
            if self.has_user || user == start - 1 {
                return None;
            }
            start = user;
        }
        match before(start) {
            None => Some(start),
            Some('/') => scheme_start(text, from, start),
            Some(c) => (!is_word(c) && c != '#' && c != '@').then_some(start),
        }
    }
}

/// The end of a port from 1 to 65535; `at` itself if there is none.
fn port_end(text: &Characters, at: usize) -> usize {
    if text.get(at) != Some(':') {
        return at;
    }
    let end = text.run(at + 1, |c| c.is_ascii_digit());
    let significant = text.run(at + 1, |c| c == '0');
    let port: Result<u16, _> = text.text(significant..end).parse();
    if port.is_ok() { end } else { at }
}

/// Where the scheme starts that ends here with `://`; `None` if it is none that may start a link.
///
/// Letters before it are let be, but not those that would make another scheme of it.
fn scheme_start(text: &Characters, from: usize, end: usize) -> Option<usize> {
    let scheme_end = end.checked_sub("://".len()).filter(|at| *at >= from && text.has(*at, "://"))?;
    let scheme = text.text(text.run_back(scheme_end, from, is_scheme)..scheme_end).to_ascii_lowercase();
    let known =
        [("http", &["shttp"] as &[&str]), ("https", &[]), ("ftp", &["tftp", "sftp"]), ("tonsite", &[])];
    let (name, _) =
        known.iter().find(|(name, but)| scheme.ends_with(name) && !but.contains(&scheme.as_str()))?;
    scheme_end.checked_sub(name.len())
}

fn is_domain(c: char) -> bool {
    // Below U+00C0 there are no letters of any use in a domain but ASCII's.
    if c < '\u{c0}' { is_name(c) || matches!(c, '.' | '-' | '~') } else { is_url(c) }
}

fn is_user(c: char) -> bool {
    let is_delimiter = matches!(
        c,
        '\n' | '/' | '[' | ']' | '{' | '}' | '(' | ')' | '\'' | '`' | '<' | '>' | '"' | '@' | '«' | '»'
    );
    !is_delimiter && is_url(c)
}

/// No dots; and other scripts only to be refused.
fn is_scheme(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || c == '+' || c == '-'
    } else {
        Category::of(c) != Category::Separator
    }
}
