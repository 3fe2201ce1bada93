//! What a callback button carries.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a callback button carries: 1–64 bytes of UTF-8.
///
/// A longer one is kept as it is and refused, by name, by the call that would send it: see
/// [`CallbackData::check`].
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallbackData(String);

impl CallbackData {
    /// The most that Telegram takes, in bytes.
    pub const MAX_BYTES: usize = 64;

    /// The data as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether Telegram would take it.
    ///
    /// # Errors
    /// The number of bytes, when there are none or more than [`CallbackData::MAX_BYTES`].
    pub fn check(&self) -> Result<(), usize> {
        match self.0.len() {
            1..=Self::MAX_BYTES => Ok(()),
            length => Err(length),
        }
    }
}

impl From<String> for CallbackData {
    fn from(data: String) -> Self {
        Self(data)
    }
}

impl From<&str> for CallbackData {
    fn from(data: &str) -> Self {
        Self(data.to_owned())
    }
}

impl fmt::Debug for CallbackData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for CallbackData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
