//! Which server the bot talks to, where it is not Telegram's own.

use std::fmt::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::str::FromStr;

use ambigram_core::{Error, ErrorKind};
use grammers_session::types::DcOption;

/// How an address starts.
const SCHEME: &str = "mtproto://";

/// How long an auth key is, in bytes.
const KEY_LENGTH: usize = 256;

/// What a wrong address is told.
const EXPECTED: &str = "expected the address of an MTProto server, in the form \
                        `mtproto://<auth key: 512 hex digits>@<ip:port>/<dc id>`, got";

/// A server other than Telegram's own: `mtproto://<auth key: 512 hex digits>@<ip:port>/<dc id>`.
///
/// The auth key, which a client and Telegram agree on when they first meet, is given: whoever has it can act as the
/// bot once it has signed in. [`Display`](fmt::Display) writes it, [`Debug`](fmt::Debug) does not.
///
/// ```
/// # use ambigram_mtproto::Server;
/// let key = "00".repeat(256);
/// let server: Server = format!("mtproto://{key}@127.0.0.1:4430/2").parse()?;
/// assert_eq!(format!("{server:?}"), "mtproto://…@127.0.0.1:4430/2");
/// # Ok::<(), ambigram_core::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    key: Box<[u8; KEY_LENGTH]>,
    address: SocketAddr,
    dc: i32,
}

impl Server {
    /// The data centre that it says it is.
    pub(crate) fn dc(&self) -> i32 {
        self.dc
    }

    /// Whether it is to be reached over IPv6.
    pub(crate) fn is_ipv6(&self) -> bool {
        self.address.is_ipv6()
    }

    /// The address of any of its data centres: they are all the same one.
    pub(crate) fn dc_option(&self, id: i32) -> DcOption {
        let (ipv4, ipv6) = match self.address {
            SocketAddr::V4(ipv4) => (ipv4, SocketAddrV6::new(ipv4.ip().to_ipv6_mapped(), ipv4.port(), 0, 0)),
            SocketAddr::V6(ipv6) => (SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, ipv6.port()), ipv6),
        };
        DcOption { id, ipv4, ipv6, auth_key: Some(*self.key) }
    }
}

impl FromStr for Server {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        // What is wrong is never shown whole: it may hold a key.
        let expected = |got: String| Error::new(ErrorKind::Configuration, format!("{EXPECTED} {got}"));
        let rest = text.trim().strip_prefix(SCHEME).ok_or_else(|| {
            expected(match text.split_once("://") {
                Some((scheme, _)) => format!("one of the scheme `{scheme}`"),
                None => "something without a scheme".to_owned(),
            })
        })?;
        let (key, place) = rest.split_once('@').ok_or_else(|| expected("one without a key".to_owned()))?;
        let key = read_key(key).map_err(expected)?;
        let (address, dc) =
            place.split_once('/').ok_or_else(|| expected("one without a dc id".to_owned()))?;
        let address =
            address.parse().map_err(|error| expected(format!("`{address}` for the ip and port: {error}")))?;
        let dc = match dc.trim_end_matches('/').parse() {
            Ok(dc @ 1..) => dc,
            _ => return Err(expected(format!("`{dc}` for the dc id"))),
        };
        Ok(Self { key, address, dc })
    }
}

/// Reads the key; says what came instead, without showing it.
fn read_key(hex: &str) -> Result<Box<[u8; KEY_LENGTH]>, String> {
    if hex.len() != KEY_LENGTH * 2 {
        return Err(format!("a key of {} characters", hex.chars().count()));
    }
    let mut key = Box::new([0; KEY_LENGTH]);
    for (byte, digits) in key.iter_mut().zip(hex.as_bytes().chunks(2)) {
        let digits = std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'));
        *byte = digits
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            .ok_or_else(|| "a key with something other than hex digits".to_owned())?;
    }
    Ok(key)
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut hex = String::with_capacity(KEY_LENGTH * 2);
        for byte in self.key.iter() {
            write!(hex, "{byte:02x}")?;
        }
        write!(f, "{SCHEME}{hex}@{}/{}", self.address, self.dc)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}…@{}/{}", self.address, self.dc)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written() {
        for place in ["127.0.0.1:4430/2", "[::1]:443/5"] {
            let text = format!("mtproto://{}@{place}", "0a".repeat(255) + "ff");
            let server: Server = text.parse().unwrap();
            assert_eq!(server.to_string(), text);
            assert_eq!(format!("{server:?}"), format!("mtproto://…@{place}"));
            let option = server.dc_option(3);
            assert_eq!((option.id, option.auth_key.unwrap()[255]), (3, 0xff));
            let address =
                if server.is_ipv6() { SocketAddr::V6(option.ipv6) } else { SocketAddr::V4(option.ipv4) };
            assert!(place.starts_with(&address.to_string()), "{address}");
        }
    }

    #[test]
    fn a_wrong_address_is_refused_without_showing_the_key() {
        let key = "5ec2e7".repeat(86).chars().take(512).collect::<String>();
        for (text, got) in [
            ("127.0.0.1:4430".to_owned(), "without a scheme"),
            (format!("https://{key}@127.0.0.1:4430/2"), "the scheme `https`"),
            ("mtproto://127.0.0.1:4430/2".to_owned(), "without a key"),
            ("mtproto://5ec2e7@127.0.0.1:4430/2".to_owned(), "a key of 6 characters"),
            (format!("mtproto://{}@127.0.0.1:4430/2", key.replace('7', "x")), "other than hex digits"),
            (format!("mtproto://{}@127.0.0.1:4430/2", key.replace("5e", "+e")), "other than hex digits"),
            (format!("mtproto://{key}@127.0.0.1:4430"), "without a dc id"),
            (format!("mtproto://{key}@localhost:4430/2"), "`localhost:4430` for the ip and port"),
            (format!("mtproto://{key}@127.0.0.1:4430/x"), "`x` for the dc id"),
            (format!("mtproto://{key}@127.0.0.1:4430/0"), "`0` for the dc id"),
        ] {
            let error = text.parse::<Server>().unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Configuration);
            let shown = format!("{error} {error:?}");
            assert!(shown.contains(got), "{shown}");
            assert!(!shown.contains("5ec2e7"), "{shown}");
        }
    }
}
