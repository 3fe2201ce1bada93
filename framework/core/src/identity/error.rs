//! Why a text is no id.

/// A text that was expected to be an id of Telegram's and is not. It says what was expected, and what came.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// There is no text.
    #[error("expected an id, got an empty text")]
    Empty,
    /// The text is not base64url.
    #[error("expected base64url text, got `{got}`: {fault}")]
    Base64 {
        /// What is wrong with it, in Telegram's words.
        fault: &'static str,
        /// The text, or its beginning where it is long.
        got: String,
    },
    /// The id is of a version that this function does not read.
    #[error("expected an id of version {expected}, got version {got}")]
    Version {
        /// The versions that are read.
        expected: &'static str,
        /// The last byte of the id.
        got: u8,
    },
    /// The id ends before all of it was there.
    #[error("expected {expected} bytes of {field}, got {got}")]
    TooShort {
        /// What should have stood there.
        field: &'static str,
        /// How many bytes it takes.
        expected: usize,
        /// How many bytes were left.
        got: usize,
    },
    /// The id goes on after its end.
    #[error("expected the id to end, got {extra} more bytes")]
    TooLong {
        /// How many bytes are left over.
        extra: usize,
    },
    /// A part of the id has a value that it can't have.
    #[error("expected {expected} as {field}, got {got}")]
    Field {
        /// Which part.
        field: &'static str,
        /// What it can be.
        expected: &'static str,
        /// What it is.
        got: String,
    },
}

impl DecodeError {
    pub(super) fn field(field: &'static str, expected: &'static str, got: impl ToString) -> Self {
        Self::Field { field, expected, got: got.to_string() }
    }

    /// The words with which Telegram refuses such a *file id* in a method that sends files; the Bot API answers
    /// `Bad Request: {text}` with the first letter in lower case. (`getFile` says `Bad Request: invalid file_id` to all.)
    pub fn file_id_text(&self) -> String {
        const WRONG: &str = "Wrong remote file identifier specified: ";
        match self {
            Self::Empty => "Remote file identifier must be non-empty".to_owned(),
            Self::Base64 { fault, .. } => format!("{WRONG}{fault}"),
            Self::Version { .. } => format!("{WRONG}can't unserialize it. Wrong last symbol"),
            Self::TooShort { .. } | Self::TooLong { .. } | Self::Field { .. } => {
                format!("{WRONG}can't unserialize it")
            }
        }
    }
}
