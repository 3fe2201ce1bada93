//! The sandbox's web: what stands under the addresses that files are fetched from. Nothing else is ever fetched.

use super::Blob;
use crate::world::World;

/// What stands under an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebFile {
    /// The bytes.
    pub bytes: Blob,
    /// What the server says that they are: `image/jpeg` and the like.
    pub content_type: String,
}

impl WebFile {
    /// The name that a file from an address is given: the last part of its path.
    pub(super) fn name(&self, url: &str) -> String {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let path = path.split_once("://").map_or(path, |(_, rest)| rest);
        match path.rsplit_once('/') {
            Some((_, name)) => name.to_owned(),
            None => String::new(),
        }
    }
}

impl World {
    /// Puts something under an address, or takes it away.
    pub fn set_web_file(&mut self, url: &str, file: Option<WebFile>) {
        match file {
            Some(file) => self.files.web.insert(address(url), file),
            None => self.files.web.remove(&address(url)),
        };
    }

    /// What stands under an address.
    pub fn web_file(&self, url: &str) -> Option<&WebFile> {
        self.files.web.get(&address(url))
    }
}

/// An address as it is looked up: the protocol and the host have no capitals, a fragment is the reader's own, and a
/// host alone is its root. Without a protocol it is taken for `http`.
fn address(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    let (protocol, rest) = url.split_once("://").unwrap_or(("http", url));
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("{}://{}{slash}{path}", protocol.to_ascii_lowercase(), host.to_ascii_lowercase())
}
