//! Commands: what a template declares, and how a message is read by it.
//!
//! The `#[command]` attribute turns its template into a [`CommandSpec`] and calls [`Args`]; all reading and all
//! words to the user are here.

mod arg;
mod args;
mod words;

use std::fmt::Write;

pub use arg::{Anything, FromArg, Limits, Within};
pub use args::Args;

/// What a command's template declares.
#[derive(Debug, Clone, Copy)]
pub struct CommandSpec {
    /// The name, without the slash.
    pub name: &'static str,
    /// The arguments, in order.
    pub args: &'static [ArgSpec],
}

/// One argument of a template.
#[derive(Debug, Clone, Copy)]
pub struct ArgSpec {
    /// The name, which is also the parameter's.
    pub name: &'static str,
    /// Whether it may be left out.
    pub presence: Presence,
    /// Whether it takes all that follows, rather than one word.
    pub rest: bool,
}

/// Whether an argument may be left out.
#[derive(Debug, Clone, Copy)]
pub enum Presence {
    /// It may not: `<name>`.
    Required,
    /// It may: `<name?>`.
    Optional,
    /// It may, and this stands for it then: `<name=6>`.
    Default {
        /// The text that is read in its place.
        text: &'static str,
        /// Reads the text, so that a default of the wrong type is found at the start.
        check: fn(&str) -> Result<(), String>,
    },
}

impl CommandSpec {
    /// How the command is written: `/ban <user> [reason...]`.
    pub fn usage(&self) -> String {
        let mut usage = format!("/{}", self.name);
        for arg in self.args {
            let dots = if arg.rest { "..." } else { "" };
            let (open, close) = match arg.presence {
                Presence::Required => ('<', '>'),
                Presence::Optional | Presence::Default { .. } => ('[', ']'),
            };
            // Writing to a string cannot fail.
            let _ = write!(usage, " {open}{}{dots}{close}", arg.name);
        }
        usage
    }

    /// Looks for what makes the template unusable.
    pub(crate) fn check(&self) -> Result<(), String> {
        for arg in self.args {
            if let Presence::Default { text, check } = arg.presence {
                check(text).map_err(|expected| {
                    format!(
                        "the default `{text}` of `<{}>` in `{}` is not {expected}",
                        arg.name,
                        self.usage()
                    )
                })?;
            }
        }
        Ok(())
    }
}

/// For [`Presence::Default`]: whether a text reads as a `T`; else what was expected.
///
/// # Errors
/// What a `T` looks like.
pub fn reads_as<T: FromArg>(text: &str) -> Result<(), String> {
    T::from_arg(text).map(drop).ok_or_else(|| T::EXPECTED.to_owned())
}

/// The command at the start of a text: its name, the bot it is addressed to, and all that follows.
///
/// ```
/// # use ambigram_core::command::split;
/// assert_eq!(split("/roll@dice_bot 6 7"), Some(("roll", Some("dice_bot"), "6 7")));
/// assert_eq!(split("no command"), None);
/// ```
pub fn split(text: &str) -> Option<(&str, Option<&str>, &str)> {
    let text = text.strip_prefix('/')?;
    let (head, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (name, bot) = match head.split_once('@') {
        Some((name, bot)) => (name, Some(bot)),
        None => (head, None),
    };
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_name.then(|| (name, bot, rest.trim()))
}
