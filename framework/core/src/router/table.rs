//! All routes of a bot, as data.

use std::fmt;

use super::route::{RouteInfo, Trigger};
use crate::command::CommandSpec;
use crate::types::BotCommand;

/// All routes of a bot, in the order in which they were declared.
///
/// Its `Display` is a table: what each route matches, its handler, and where that stands.
#[derive(Debug, Clone, Default)]
pub struct RouteTable(pub(super) Vec<RouteInfo>);

impl RouteTable {
    /// The routes.
    pub fn iter(&self) -> impl Iterator<Item = &RouteInfo> {
        self.0.iter()
    }

    /// The commands, and the documentation of their handlers.
    pub fn commands(&self) -> impl Iterator<Item = (&'static CommandSpec, &'static str)> {
        self.iter().filter_map(|route| match route.trigger {
            Trigger::Command(spec) => Some((spec, route.help)),
            _ => None,
        })
    }

    /// The lines of a command menu, for [`SetMyCommands`](crate::requests::SetMyCommands).
    pub fn menu(&self) -> Vec<BotCommand> {
        let line = |(spec, help): (&CommandSpec, &str)| {
            let summary = help.lines().next().unwrap_or_default().trim();
            BotCommand::new(spec.name, if summary.is_empty() { spec.name } else { summary })
        };
        self.commands().map(line).collect()
    }
}

impl fmt::Display for RouteTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let triggers: Vec<_> = self.iter().map(|route| route.trigger.to_string()).collect();
        let width = triggers.iter().map(|trigger| trigger.chars().count()).max().unwrap_or_default();
        let names = self.iter().map(|route| route.name.chars().count()).max().unwrap_or_default();
        for (route, trigger) in self.iter().zip(&triggers) {
            writeln!(f, "{trigger:width$}  {:names$}  {}", route.name, route.location)?;
        }
        Ok(())
    }
}
