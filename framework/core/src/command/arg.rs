//! What a word of a command can be read as.

use std::fmt::Display;
use std::ops::{Bound, RangeBounds};

use crate::types::{ChatId, MessageId, UserId};

/// A type that an argument of a command, or a value of a button, can have.
///
/// ```
/// # use ambigram_core::command::FromArg;
/// #[derive(Debug, PartialEq)]
/// enum Colour { Red, Blue }
///
/// impl FromArg for Colour {
///     const EXPECTED: &'static str = "red or blue";
///
///     fn from_arg(word: &str) -> Option<Self> {
///         match word {
///             "red" => Some(Self::Red),
///             "blue" => Some(Self::Blue),
///             _ => None,
///         }
///     }
/// }
/// # assert_eq!(Colour::from_arg("red"), Some(Colour::Red));
/// ```
#[diagnostic::on_unimplemented(
    message = "an argument of a command or a button cannot be a `{Self}`",
    label = "cannot be read from a word",
    note = "numbers, `bool`, `char`, `String` and ids can; a type of yours can when it implements `FromArg`"
)]
pub trait FromArg: Sized {
    /// What a word must be, as the user is told: "a whole number".
    const EXPECTED: &'static str;

    /// The bounds of the type itself, which the user is told where the argument has no narrower ones:
    /// " from 0 to 255".
    const BOUNDS: &'static str = "";

    /// Reads a word; `None` where it is not one.
    fn from_arg(word: &str) -> Option<Self>;
}

macro_rules! from_str_args {
    ($($expected:literal, $bounds:literal: $($type:ty),+;)+) => {
        $($(impl FromArg for $type {
            const EXPECTED: &'static str = $expected;
            const BOUNDS: &'static str = $bounds;

            fn from_arg(word: &str) -> Option<Self> {
                word.parse().ok()
            }
        })+)+
    };
}

from_str_args! {
    "a whole number", "": i32, i64, i128, isize;
    "a whole number", " from 0 on": u32, u64, u128, usize;
    "a whole number", " from 0 to 255": u8;
    "a whole number", " from 0 to 65535": u16;
    "a whole number", " from -128 to 127": i8;
    "a whole number", " from -32768 to 32767": i16;
    "a single character", "": char;
    "text", "": String;
    "the number of a chat", "": ChatId;
    "the number of a user", "": UserId;
    "the number of a message", "": MessageId;
}

macro_rules! finite_args {
    ($($type:ty),+) => {
        $(impl FromArg for $type {
            const EXPECTED: &'static str = "a number";

            fn from_arg(word: &str) -> Option<Self> {
                word.parse().ok().filter(|number: &$type| number.is_finite())
            }
        })+
    };
}

finite_args!(f32, f64);

impl FromArg for bool {
    const EXPECTED: &'static str = "yes or no";

    fn from_arg(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "yes" | "on" | "true" | "1" => Some(true),
            "no" | "off" | "false" | "0" => Some(false),
            _ => None,
        }
    }
}

/// What an argument may be, beyond its type.
pub trait Limits<T> {
    /// Whether it may be this.
    fn allow(&self, value: &T) -> bool;

    /// The limits, as the user is told after the type: " from 2 to 1000"; `None` where there are none.
    fn describe(&self) -> Option<String>;
}

/// No limits.
#[derive(Debug, Clone, Copy)]
pub struct Anything;

impl<T> Limits<T> for Anything {
    fn allow(&self, _: &T) -> bool {
        true
    }

    fn describe(&self) -> Option<String> {
        None
    }
}

/// A range: `#[arg(2..=1000)]`.
#[derive(Debug, Clone, Copy)]
pub struct Within<R>(pub R);

impl<T: PartialOrd + Display, R: RangeBounds<T>> Limits<T> for Within<R> {
    fn allow(&self, value: &T) -> bool {
        self.0.contains(value)
    }

    fn describe(&self) -> Option<String> {
        let low = match self.0.start_bound() {
            Bound::Included(low) => Some(format!("from {low}")),
            Bound::Excluded(low) => Some(format!("above {low}")),
            Bound::Unbounded => None,
        };
        let high = match (self.0.end_bound(), &low) {
            (Bound::Included(high), Some(_)) => Some(format!("to {high}")),
            (Bound::Included(high), None) => Some(format!("up to {high}")),
            (Bound::Excluded(high), Some(_)) => Some(format!("and below {high}")),
            (Bound::Excluded(high), None) => Some(format!("below {high}")),
            (Bound::Unbounded, Some(_)) => Some("on".to_owned()),
            (Bound::Unbounded, None) => None,
        };
        Some(low.into_iter().chain(high).map(|part| format!(" {part}")).collect())
    }
}
