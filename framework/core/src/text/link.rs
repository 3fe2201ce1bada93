//! Links as Telegram takes them: which addresses are links at all, and how they are spelt.

use std::net::Ipv6Addr;

use super::date_format::{self, Clash};
use crate::types::{CustomEmojiId, EntityKind, UserId};

/// Why an address is no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinkError {
    /// A protocol other than `http`, `https`, `tg`, `ton` and `tonsite`.
    #[error("Unsupported URL protocol")]
    Protocol,
    /// A port that is not a number from 1 to 65535.
    #[error("Wrong port number specified in the URL")]
    Port,
    /// Brackets around something that is no IPv6 address.
    #[error("Wrong IPv6 address specified in the URL")]
    Ipv6,
    /// No host.
    #[error("URL host is empty")]
    EmptyHost,
    /// A host that is a single dot.
    #[error("Host is invalid")]
    DotHost,
    /// A percent sign without two hexadecimal digits behind it.
    #[error("Wrong percent-encoded symbol in URL {part}")]
    PercentEncoding {
        /// `host` or `userinfo`.
        part: &'static str,
    },
    /// A character that may not stand there.
    #[error("Disallowed character in URL {part}")]
    Character {
        /// `host` or `userinfo`.
        part: &'static str,
    },
    /// A `tg:` link with a port, a user or another protocol inside.
    #[error("Wrong tg URL")]
    Tg,
    /// A `ton:` or `tonsite:` link with a port, a user or another protocol inside.
    #[error("Wrong ton URL")]
    Ton,
    /// A `tg:`, `ton:` or `tonsite:` link whose host is not made of Latin letters, digits, `-` and `_`.
    #[error("Unallowed characters in URL host")]
    SchemeHost,
    /// A host without a dot.
    #[error("Wrong HTTP URL")]
    NoDot,
}

/// The address as Telegram spells it, if it is one.
///
/// ```
/// use ambigram_core::text::link;
///
/// assert_eq!(link::check("Example.COM").unwrap(), "http://example.com/");
/// assert_eq!(link::check("tg:resolve?domain=durov").unwrap(), "tg://resolve?domain=durov");
/// assert_eq!(link::check("localhost").unwrap_err().to_string(), "Wrong HTTP URL");
/// ```
///
/// # Errors
/// When the address is no link. Telegram takes such a link in markup for plain text, and refuses
/// it in an entity or a button.
pub fn check(link: &str) -> Result<String, LinkError> {
    let own =
        ["tg", "ton", "tonsite"].into_iter().find_map(|scheme| Some((scheme, after_scheme(link, scheme)?)));
    let Some((scheme, link)) = own else {
        let url = Url::read(link)?;
        if !url.is_ipv6 && !url.host.contains('.') {
            return Err(LinkError::NoDot);
        }
        return Ok(url.spell());
    };
    let url = Url::read(link)?;
    let names_http = after_prefix(link, "http://").is_some();
    if names_http || url.protocol == "https" || !url.userinfo.is_empty() || url.port.is_some() || url.is_ipv6
    {
        return Err(if scheme == "tg" { LinkError::Tg } else { LinkError::Ton });
    }
    let allowed =
        |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_') || (scheme == "tonsite" && b == b'.');
    if !url.host.bytes().all(allowed) {
        return Err(LinkError::SchemeHost);
    }
    let query = url.query.strip_prefix('/').filter(|rest| rest.starts_with('?')).unwrap_or(&url.query);
    Ok(format!("{scheme}://{}{query}", url.host))
}

/// What text with this address behind it is: a mention for `tg://user?id=…`, else a link,
/// or nothing if the address is none.
pub(super) fn kind(url: &str) -> Option<EntityKind> {
    match user_id(url) {
        Some(user) => Some(EntityKind::TextMention { user: Box::new(crate::types::User::new(user, "")) }),
        None => Some(EntityKind::TextLink { url: check(url).ok()? }),
    }
}

/// The user whom `tg://user?id=…` stands for.
pub(super) fn user_id(url: &str) -> Option<UserId> {
    let id = parameters(tg_query(url, "user")?).find(|(key, _)| key.eq_ignore_ascii_case("id"))?.1;
    integer(id).map(UserId).filter(|id| is_user(*id))
}

/// Whether there can be a user of this number.
pub(super) fn is_user(id: UserId) -> bool {
    (1..1 << 40).contains(&id.0)
}

/// The custom emoji that `tg://emoji?id=…` stands for.
pub(super) fn custom_emoji(url: &str) -> Option<EntityKind> {
    let id = parameters(tg_query(url, "emoji")?).find(|(key, _)| *key == "id")?.1;
    Some(EntityKind::CustomEmoji { custom_emoji_id: custom_emoji_id(id)? })
}

/// A custom emoji's identifier: a number, spelt in the one way in which Telegram writes it.
pub(super) fn custom_emoji_id(id: &str) -> Option<CustomEmojiId> {
    integer(id).filter(|id| *id != 0)?;
    Some(CustomEmojiId::from(id))
}

/// The moment that `tg://time?unix=…&format=…` stands for.
pub(super) fn date_time(url: &str) -> Option<EntityKind> {
    let (mut unix_time, mut format) = (None, "");
    for (key, value) in parameters(tg_query(url, "time")?) {
        match key {
            "unix" => unix_time = Some(integer(value).filter(|time| is_date(*time))?),
            "format" => format = value,
            _ => {}
        }
    }
    let format = date_format::canonical(format, Clash::ShortWins)?;
    Some(EntityKind::DateTime { unix_time: unix_time?, format })
}

/// Whether Telegram can write the moment down: it has 31 bits for it.
pub(super) fn is_date(unix_time: i64) -> bool {
    (1..=i64::from(i32::MAX)).contains(&unix_time)
}

/// The query of a `tg:` link to `host`.
fn tg_query<'a>(url: &'a str, host: &str) -> Option<&'a str> {
    let rest = after_prefix(after_scheme(url, "tg")?, host)?;
    let query = rest.strip_prefix('/').unwrap_or(rest).strip_prefix('?')?;
    query.split('#').next()
}

fn parameters(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")))
}

/// A number that reads back as it was written: no plus sign, no leading zeros.
fn integer(digits: &str) -> Option<i64> {
    digits.parse().ok().filter(|number: &i64| number.to_string() == digits)
}

/// What follows `scheme:` and, if they are there, two slashes.
fn after_scheme<'a>(link: &'a str, scheme: &str) -> Option<&'a str> {
    let rest = after_prefix(link, scheme)?.strip_prefix(':')?;
    Some(rest.strip_prefix("//").unwrap_or(rest))
}

/// What follows the prefix, whatever its case.
fn after_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// An address in its parts.
struct Url<'a> {
    protocol: &'static str,
    userinfo: &'a str,
    host: String,
    is_ipv6: bool,
    port: Option<u16>,
    /// Path, query and fragment; starts with a slash.
    query: String,
}

impl<'a> Url<'a> {
    /// Reads `[http[s]://][userinfo@]host[:port][/…]`.
    fn read(url: &'a str) -> Result<Self, LinkError> {
        let (protocol, rest) = match url.split_once("://") {
            Some((protocol, rest)) if !protocol.contains([':', '/', '?', '#', '@', '[', ']']) => {
                let known = ["http", "https"].into_iter().find(|known| protocol.eq_ignore_ascii_case(known));
                (known.ok_or(LinkError::Protocol)?, rest)
            }
            _ => ("http", url),
        };
        let authority_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, query) = rest.split_at_checked(authority_end).unwrap_or((rest, ""));
        let (address, port) = split_port(authority)?;
        let (userinfo, host) = address.rsplit_once('@').unwrap_or(("", address));

        let bracketed = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        if bracketed.is_some_and(|address| address.parse::<Ipv6Addr>().is_err()) {
            return Err(LinkError::Ipv6);
        }
        match host {
            "" => return Err(LinkError::EmptyHost),
            "." => return Err(LinkError::DotHost),
            _ => {}
        }
        if bracketed.is_none() {
            check_part(host, "host", false)?;
            check_part(userinfo, "userinfo", true)?;
        }
        let is_ipv6 = bracketed.is_some();
        Ok(Self {
            protocol,
            userinfo,
            host: host.to_ascii_lowercase(),
            is_ipv6,
            port,
            query: spell_query(query),
        })
    }

    fn spell(&self) -> String {
        let mut spelt = format!("{}://", self.protocol);
        if !self.userinfo.is_empty() {
            spelt.push_str(self.userinfo);
            spelt.push('@');
        }
        spelt.push_str(&self.host);
        if let Some(port) = self.port {
            spelt.push(':');
            spelt.push_str(&port.to_string());
        }
        spelt.push_str(&self.query);
        spelt
    }
}

/// The address before the port, and the port.
fn split_port(authority: &str) -> Result<(&str, Option<u16>), LinkError> {
    // A colon in front of everything is not a port's.
    let colon = authority.rfind([':', ']', '@']).filter(|at| *at > 0);
    let Some((address, port)) = colon.and_then(|at| authority.split_at_checked(at)) else {
        return Ok((authority, None));
    };
    let Some(port) = port.strip_prefix(':') else { return Ok((authority, None)) };
    let digits = port.trim_start_matches('0');
    let port = integer(digits).and_then(|port| u16::try_from(port).ok()).filter(|port| *port != 0);
    Ok((address, Some(port.ok_or(LinkError::Port)?)))
}

/// Only what RFC 7230 and RFC 3986 allow there, and whatever is not ASCII.
fn check_part(part: &str, name: &'static str, may_have_colons: bool) -> Result<(), LinkError> {
    let mut bytes = part.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'%' => {
                let mut is_digit = || bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit());
                if !(is_digit() && is_digit()) {
                    return Err(LinkError::PercentEncoding { part: name });
                }
            }
            b':' if may_have_colons => {}
            b'.' | b'-' | b'_' | b'!' | b'$' | b',' | b'~' | b'*' | b'\'' | b'(' | b')' | b';' | b'&'
            | b'+' | b'=' => {}
            _ if byte.is_ascii_alphanumeric() || !byte.is_ascii() => {}
            _ => return Err(LinkError::Character { part: name }),
        }
    }
    Ok(())
}

/// The query with a slash in front, and with spaces and control characters encoded.
fn spell_query(query: &str) -> String {
    let query = query.trim_end_matches([' ', '\t', '\r', '\n', '\0', '\x0b']);
    let mut spelt = String::with_capacity(query.len() + 1);
    if !query.starts_with('/') {
        spelt.push('/');
    }
    for character in query.chars() {
        if character <= ' ' {
            spelt.push_str(&format!("%{:02X}", u32::from(character)));
        } else {
            spelt.push(character);
        }
    }
    spelt
}

#[cfg(test)]
mod tests;
