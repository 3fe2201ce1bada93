//! The list of commands, as the routes declare them.

use std::fmt;

use super::FromUpdate;
use crate::context::Context;
use crate::rejection::Result;

/// A line for each command of the bot: its usage, and the first line of its handler's documentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    lines: Vec<String>,
}

impl fmt::Display for Help {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines.join("\n"))
    }
}

impl<S: Sync, B> FromUpdate<S, B> for Help {
    async fn from_update(cx: &Context, _: &S) -> Result<Self> {
        let lines = cx.routes().commands().map(|(spec, help)| match help.lines().next() {
            Some(summary) => format!("{} – {}", spec.usage(), summary.trim()),
            None => spec.usage(),
        });
        Ok(Self { lines: lines.collect() })
    }
}
