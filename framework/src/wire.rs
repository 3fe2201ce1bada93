//! Which wire a program uses: decided when it is built, or, with both built in, when it starts.

use std::env::{self, VarError};

use ambigram_core::{Error, ErrorKind};

/// The variable that picks the wire.
const VARIABLE: &str = "AMBIGRAM_BACKEND";

/// A wire that the program was built with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Wire {
    /// The Bot API. (Not called so: the compiler then shortens the name of the backend's type in what it says.)
    #[cfg(feature = "bot-api")]
    Http,
    /// MTProto.
    #[cfg(feature = "mtproto")]
    Mtproto,
}

impl Wire {
    /// All that were built in.
    pub const ALL: &[Self] = &[
        #[cfg(feature = "bot-api")]
        Self::Http,
        #[cfg(feature = "mtproto")]
        Self::Mtproto,
    ];

    /// What it is called, in the environment and among the features.
    pub fn name(self) -> &'static str {
        match self {
            #[cfg(feature = "bot-api")]
            Self::Http => "bot-api",
            #[cfg(feature = "mtproto")]
            Self::Mtproto => "mtproto",
        }
    }

    /// The wire that the environment variable `AMBIGRAM_BACKEND` picks; where it is not set, the Bot API if it was built
    /// in.
    ///
    /// # Errors
    /// [`Configuration`](ErrorKind::Configuration), for a name that is none of a wire that was built in.
    pub fn from_env() -> Result<Self, Error> {
        Self::picked_by(env::var(VARIABLE))
    }

    fn picked_by(variable: Result<String, VarError>) -> Result<Self, Error> {
        let got = match variable {
            Ok(name) => name,
            Err(VarError::NotPresent) => String::new(),
            Err(VarError::NotUnicode(bytes)) => bytes.to_string_lossy().into_owned(),
        };
        let name = got.trim();
        let found = Self::ALL.iter().find(|wire| name.is_empty() || wire.name() == name);
        found.copied().ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|wire| format!("`{}`", wire.name())).collect();
            let what = format!(
                "expected {} in the environment variable {VARIABLE}, got `{name}`",
                names.join(" or ")
            );
            Error::new(ErrorKind::Configuration, what)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_picks_among_the_wires_that_are_built_in() {
        for wire in Wire::ALL {
            assert_eq!(Wire::picked_by(Ok(format!(" {} ", wire.name()))).unwrap(), *wire);
        }
        for nothing in [Ok(String::new()), Err(VarError::NotPresent)] {
            assert_eq!(Wire::picked_by(nothing).unwrap(), Wire::ALL[0]);
        }
        let error = Wire::picked_by(Ok("pigeon".to_owned())).unwrap_err();
        let names: Vec<_> = Wire::ALL.iter().map(|wire| format!("`{}`", wire.name())).collect();
        let expected = format!(
            "expected {} in the environment variable AMBIGRAM_BACKEND, got `pigeon`",
            names.join(" or ")
        );
        assert_eq!((error.kind(), error.description()), (&ErrorKind::Configuration, expected.as_str()));
    }
}
