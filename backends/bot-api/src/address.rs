//! Where calls go: the server and the bot's token, which never shows in any message.

use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::sync::{PoisonError, RwLock};

use ambigram_core::{Error, ErrorKind};
use reqwest::Url;

/// What is named when a token is wrong: it cannot be the token itself.
const TOKEN_SHAPE: &str =
    "a bot token as @BotFather gives it, such as `123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11`";

/// The server's address and the bot's token, checked.
pub(crate) struct Address {
    /// The server, with a slash at the end.
    base: Url,
    token: String,
    /// The methods that have been called. Reading an address takes longer than everything else that is done here
    /// for a call.
    methods: RwLock<HashMap<Box<str>, Url>>,
}

impl Address {
    pub(crate) fn new(base: &str, token: &str) -> Result<Self, Error> {
        let token = token.trim();
        check_token(token).map_err(|got| {
            Error::new(ErrorKind::Configuration, format!("expected {TOKEN_SHAPE}, got {got}"))
        })?;
        let base = read_base(base.trim())?;
        Ok(Self { base, token: token.to_owned(), methods: RwLock::default() })
    }

    /// The address of a method.
    pub(crate) fn of(&self, method: &str) -> Result<Url, Error> {
        // Nothing panics while a lock is held, so a poisoned one is as good as any.
        if let Some(url) = self.methods.read().unwrap_or_else(PoisonError::into_inner).get(method) {
            return Ok(url.clone());
        }
        let url = Url::parse(&format!("{}bot{}/{method}", self.base, self.token)).map_err(|error| {
            Error::new(ErrorKind::Configuration, "the method's name is not part of an address").because(error)
        })?;
        self.methods.write().unwrap_or_else(PoisonError::into_inner).insert(method.into(), url.clone());
        Ok(url)
    }

    /// The address of a file, by the path that the server told.
    pub(crate) fn of_file(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        // Any address of the web has segments.
        if let Ok(mut segments) = url.path_segments_mut() {
            let bot = format!("bot{}", self.token);
            segments.pop_if_empty().extend(["file", &bot]).extend(path.split('/'));
        }
        url
    }

    /// Whether calls are encrypted.
    pub(crate) fn is_https(&self) -> bool {
        self.base.scheme() == "https"
    }

    /// Whether the server is on this machine, where no proxy leads to it.
    pub(crate) fn is_loopback(&self) -> bool {
        self.base.host_str().is_some_and(|host| {
            let host = host.trim_start_matches('[').trim_end_matches(']');
            host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
        })
    }

    /// The bot's id, which is the public part of its token.
    pub(crate) fn bot_id(&self) -> &str {
        self.token.split_once(':').map_or("", |(id, _)| id)
    }

    /// A text from outside, which must not carry the token on.
    pub(crate) fn redact(&self, text: &str) -> String {
        text.replace(&self.token, "<token>")
    }
}

/// Prints neither the token nor what a user may have put before an `@` in the address.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, host) = (self.base.scheme(), self.base.host_str().unwrap_or_default());
        write!(f, "{scheme}://{host}")?;
        if let Some(port) = self.base.port() {
            write!(f, ":{port}")?;
        }
        f.write_str(self.base.path())
    }
}

/// What is wrong with a token, without showing it.
fn check_token(token: &str) -> Result<(), String> {
    let Some((id, secret)) = token.split_once(':') else {
        return Err(match token.len() {
            0 => "nothing".to_owned(),
            length => format!("{length} bytes without a `:`"),
        });
    };
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("something other than digits before the `:`".to_owned());
    }
    if secret.is_empty() {
        return Err("nothing after the `:`".to_owned());
    }
    if !secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return Err("something other than letters, digits, `-` and `_` after the `:`".to_owned());
    }
    Ok(())
}

fn read_base(text: &str) -> Result<Url, Error> {
    let expected = |got: String| {
        Error::new(
            ErrorKind::Configuration,
            format!(
                "expected the address of a Bot API server, such as `https://api.telegram.org`, got {got}"
            ),
        )
    };
    let mut base = Url::parse(text).map_err(|error| expected(format!("`{text}`: {error}")))?;
    if !matches!(base.scheme(), "http" | "https") {
        return Err(expected(format!("one of the scheme `{}`", base.scheme())));
    }
    if base.query().is_some() || base.fragment().is_some() {
        return Err(expected("one with a `?` or `#`".to_owned()));
    }
    if !base.path().ends_with('/') {
        base.set_path(&format!("{}/", base.path()));
    }
    Ok(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

    #[test]
    fn a_method_has_its_address() {
        for (base, expected) in [
            ("https://api.telegram.org", "https://api.telegram.org/bot123456:ABC/getMe"),
            ("http://127.0.0.1:8081/", "http://127.0.0.1:8081/bot123456:ABC/getMe"),
            ("https://example.com/tg", "https://example.com/tg/bot123456:ABC/getMe"),
        ] {
            let address = Address::new(base, "123456:ABC").unwrap();
            for _ in 0..2 {
                assert_eq!(address.of("getMe").unwrap().as_str(), expected);
            }
            assert!(address.of("sendMessage").unwrap().as_str().ends_with("/sendMessage"));
        }
    }

    #[test]
    fn a_file_has_its_address() {
        let address = Address::new("https://example.com/tg", "123456:ABC").unwrap();
        for (path, expected) in [
            ("photos/file_1.jpg", "photos/file_1.jpg"),
            ("documents/a b?c#%2F..", "documents/a%20b%3Fc%23%252F.."),
        ] {
            let url = address.of_file(path);
            assert_eq!(url.as_str(), format!("https://example.com/tg/file/bot123456:ABC/{expected}"));
        }
    }

    #[test]
    fn a_wrong_token_is_refused_without_being_shown() {
        for (token, got) in [
            ("", "nothing"),
            ("secret", "6 bytes without a `:`"),
            ("@secret:secret", "other than digits before"),
            (":secret", "other than digits before"),
            ("123456:", "nothing after"),
            ("123456:secret/x", "other than letters"),
            ("123456:secret secret", "other than letters"),
        ] {
            let error = Address::new("https://api.telegram.org", token).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Configuration);
            let text = error.to_string();
            assert!(text.contains(got) && text.contains("@BotFather"), "{text}");
            assert!(!text.contains("secret"), "{text}");
        }
    }

    #[test]
    fn a_wrong_server_is_refused_with_what_came() {
        for (base, got) in [
            ("api.telegram.org", "`api.telegram.org`"),
            ("", "``"),
            ("ftp://api.telegram.org", "the scheme `ftp`"),
            ("https://api.telegram.org?x=y", "a `?` or `#`"),
        ] {
            let error = Address::new(base, TOKEN).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Configuration);
            assert!(error.to_string().contains(got), "{error}");
        }
    }

    #[test]
    fn white_space_around_a_token_is_no_part_of_it() {
        let address = Address::new("https://api.telegram.org", &format!(" {TOKEN}\n")).unwrap();
        assert_eq!((address.token.as_str(), address.bot_id()), (TOKEN, "123456"));
    }

    #[test]
    fn only_this_machine_is_loopback() {
        for (base, expected) in [
            ("http://127.0.0.1:8081", true),
            ("http://localhost:8081", true),
            ("http://[::1]:8081", true),
            ("https://api.telegram.org", false),
            ("http://10.0.0.1", false),
        ] {
            assert_eq!(Address::new(base, TOKEN).unwrap().is_loopback(), expected, "{base}");
        }
    }

    #[test]
    fn nothing_secret_is_printed() {
        let address = Address::new("http://user:password@127.0.0.1:8081/tg", TOKEN).unwrap();
        assert_eq!(format!("{address:?}"), "http://127.0.0.1:8081/tg/");
        assert_eq!(address.redact(&format!("no page /bot{TOKEN}/x")), "no page /bot<token>/x");
    }
}
