//! Links to the web: `https://telegram.org`, `telegram.org`, and what looks like one but is an e-mail address.

use super::characters::{Characters, Span};
use super::email::is_email;
use super::{top_level_domains, url_candidates};

/// What was found at the dots of a text.
#[derive(Default)]
pub(super) struct Addresses {
    pub(super) urls: Vec<Span>,
    pub(super) emails: Vec<Span>,
}

/// Links, with a scheme or without, and e-mail addresses.
pub(super) fn find(text: &Characters) -> Addresses {
    let mut found = Addresses::default();
    for span in url_candidates::find(text) {
        let candidate = text.text(span.clone());
        if is_email(&candidate) {
            found.emails.push(span);
        } else if let Some(address) = candidate.strip_prefix("mailto:").filter(|address| is_email(address)) {
            found.emails.push(span.end - address.chars().count()..span.end);
        } else if let Some(url) = checked(&candidate) {
            found.urls.push(span.start..span.start + url.chars().count());
        }
    }
    found
}

/// A link without what doesn't belong to its path; `None` if it has no proper host.
fn checked(candidate: &str) -> Option<&str> {
    let (has_scheme, rest) = split_scheme(candidate);
    let (authority, path) = rest.split_at_checked(rest.find(['/', '?', '#']).unwrap_or(rest.len()))?;
    let host = authority.split_once('@').map_or(authority, |(_, host)| host);
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    if !is_host(host, has_scheme) {
        return None;
    }
    let superfluous = path.len() - balanced(path).len();
    candidate.get(..candidate.len() - superfluous)
}

fn split_scheme(url: &str) -> (bool, &str) {
    let rest = ["http://", "https://", "ftp://", "tonsite://"].into_iter().find_map(|scheme| {
        let (start, rest) = url.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    (rest.is_some(), rest.unwrap_or(url))
}

/// A path up to the first bracket that it doesn't open itself, without the punctuation then at its end.
fn balanced(path: &str) -> &str {
    let mut open = [0_i32; 3];
    let end = path.find(|c| {
        let (bracket, change) = match c {
            '(' => (0, 1),
            '[' => (1, 1),
            '{' => (2, 1),
            ')' => (0, -1),
            ']' => (1, -1),
            '}' => (2, -1),
            _ => return false,
        };
        open.get_mut(bracket).is_some_and(|open| {
            *open += change;
            *open < 0
        })
    });
    let path = end.and_then(|end| path.get(..end)).unwrap_or(path);
    path.trim_end_matches(super::characters::is_punctuation_after_url)
}

fn is_host(host: &str, has_scheme: bool) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let [.., second, top] = labels.as_slice() else { return false };
    if labels.iter().any(|label| label.is_empty() || label.len() >= 64 || label.ends_with('-')) {
        return false;
    }
    if labels.len() == 4 && labels.iter().all(|label| is_ipv4_part(label)) {
        return true;
    }
    let is_number = labels.iter().all(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
    !is_number
        && is_top_level(top, has_scheme)
        && !second.contains('_')
        // Made to be taken for telegram.org, and refused by Telegram ever since.
        && !host.eq_ignore_ascii_case("teiegram.org")
}

fn is_ipv4_part(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
        && part.parse::<u8>().is_ok()
        && (part.len() == 1 || !part.starts_with('0'))
}

/// A scheme makes a link of any top-level domain; without one it has to be known.
fn is_top_level(label: &str, has_scheme: bool) -> bool {
    if let Some(punycode) = label.strip_prefix("xn--") {
        return punycode.len() >= 2 && punycode.bytes().all(|byte| byte.is_ascii_alphanumeric());
    }
    label.chars().nth(1).is_some()
        && !label.contains(['_', '-'])
        && (has_scheme || top_level_domains::is_known(label))
}

#[cfg(test)]
mod tests;
