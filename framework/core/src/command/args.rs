//! Reads the arguments of a command, one after another, and tells the user what is wrong with them.

use super::words::Words;
use super::{ArgSpec, CommandSpec, FromArg, Limits, Presence, split};
use crate::context::Context;
use crate::rejection::{Rejection, Result};
use crate::types::Message;

/// The arguments of a command, read in the order of its template.
#[derive(Debug)]
pub struct Args<'a> {
    spec: &'static CommandSpec,
    left: std::slice::Iter<'static, ArgSpec>,
    words: Words<'a>,
}

impl<'a> Args<'a> {
    /// The arguments of the command that an update holds.
    pub fn new(cx: &'a Context, spec: &'static CommandSpec) -> Self {
        let text = cx.update().message().and_then(Message::as_text);
        let (_, _, rest) = text.and_then(|text| split(&text.text)).unwrap_or_default();
        Self::read(rest, spec)
    }

    /// The arguments that a text holds.
    pub(crate) fn read(text: &'a str, spec: &'static CommandSpec) -> Self {
        Self { spec, left: spec.args.iter(), words: Words::new(text) }
    }

    /// Takes the next argument, which must be there or have a default.
    ///
    /// # Errors
    /// [`Rejection::Tell`]: what was expected, what came, and the usage.
    pub fn required<T: FromArg>(&mut self, limits: impl Limits<T>) -> Result<T> {
        let arg = self.left.next();
        let word = self.word(arg).or(match arg.map(|arg| arg.presence) {
            Some(Presence::Default { text, .. }) => Some(text),
            _ => None,
        });
        match word {
            Some(word) => self.parse(arg, word, &limits),
            None => {
                let name = arg.map_or("", |arg| arg.name);
                Err(self.refuse(&format!("<{name}> is missing: {}.", expected::<T>(&limits))))
            }
        }
    }

    /// Takes the next argument, which may be left out.
    ///
    /// # Errors
    /// [`Rejection::Tell`]: what was expected, what came, and the usage.
    pub fn optional<T: FromArg>(&mut self, limits: impl Limits<T>) -> Result<Option<T>> {
        let arg = self.left.next();
        self.word(arg).map(|word| self.parse(arg, word, &limits)).transpose()
    }

    /// Refuses what is left over. A command without arguments doesn't mind: `/start` comes with whatever its link
    /// carried.
    ///
    /// # Errors
    /// [`Rejection::Tell`]: what is left over, and the usage.
    pub fn finish(self) -> Result<()> {
        match self.words.rest() {
            "" => Ok(()),
            _ if self.spec.args.is_empty() => Ok(()),
            rest => Err(self.refuse(&format!("There is more than expected: “{rest}”."))),
        }
    }

    fn word(&mut self, arg: Option<&ArgSpec>) -> Option<&'a str> {
        if arg.is_some_and(|arg| arg.rest) {
            let rest = self.words.rest();
            self.words = Words::new("");
            return (!rest.is_empty()).then_some(rest);
        }
        self.words.next()
    }

    fn parse<T: FromArg>(&self, arg: Option<&ArgSpec>, word: &str, limits: &impl Limits<T>) -> Result<T> {
        T::from_arg(word).filter(|value| limits.allow(value)).ok_or_else(|| {
            let name = arg.map_or("", |arg| arg.name);
            self.refuse(&format!("<{name}> must be {}, not “{word}”.", expected::<T>(limits)))
        })
    }

    fn refuse(&self, problem: &str) -> Rejection {
        Rejection::tell(format!("{problem}\nUsage: {}", self.spec.usage()))
    }
}

/// What an argument must be: "a whole number from 2 to 1000".
fn expected<T: FromArg>(limits: &impl Limits<T>) -> String {
    T::EXPECTED.to_owned() + limits.describe().as_deref().unwrap_or(T::BOUNDS)
}

#[cfg(test)]
mod tests {
    use super::super::{Anything, Within, reads_as};
    use super::*;

    const ROLL: CommandSpec = CommandSpec {
        name: "roll",
        args: &[ArgSpec {
            name: "sides",
            presence: Presence::Default { text: "6", check: reads_as::<u32> },
            rest: false,
        }],
    };

    const BAN: CommandSpec = CommandSpec {
        name: "ban",
        args: &[
            ArgSpec { name: "user", presence: Presence::Required, rest: false },
            ArgSpec { name: "reason", presence: Presence::Optional, rest: true },
        ],
    };

    fn told<T: std::fmt::Debug>(result: Result<T>) -> String {
        match result {
            Err(Rejection::Tell(reply)) => reply.as_text().unwrap().text.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn roll(text: &str) -> Result<u32> {
        let mut args = Args::read(text, &ROLL);
        let sides = args.required(Within(2..=1000))?;
        args.finish()?;
        Ok(sides)
    }

    #[test]
    fn a_number_is_read_within_its_range_or_from_its_default() {
        assert_eq!(roll("20").unwrap(), 20);
        assert_eq!(roll("").unwrap(), 6);
        assert_eq!(
            told(roll("1")),
            "<sides> must be a whole number from 2 to 1000, not “1”.\nUsage: /roll [sides]"
        );
        assert_eq!(told(roll("6 7")), "There is more than expected: “7”.\nUsage: /roll [sides]");
    }

    fn ban(text: &str) -> Result<(i64, Option<String>)> {
        let mut args = Args::read(text, &BAN);
        let read = (args.required(Anything)?, args.optional(Anything)?);
        args.finish()?;
        Ok(read)
    }

    #[test]
    fn the_rest_is_taken_as_it_is() {
        assert_eq!(ban("7 was \"rude\"  twice ").unwrap(), (7, Some("was \"rude\"  twice".to_owned())));
        assert_eq!(ban("7").unwrap(), (7, None));
        assert_eq!(told(ban("")), "<user> is missing: a whole number.\nUsage: /ban <user> [reason...]");
    }
}
