//! Finds the routes for an update: by kind, commands by name, callbacks by prefix; only filters one by one.

use std::collections::HashMap;
use std::fmt;

use super::route::{MessageFilter, RouteInfo, Trigger};
use crate::command;
use crate::types::{Message, Update, UpdateKind};

/// Routes by what they match; a route stands for itself by its number.
#[derive(Debug, Default)]
pub(crate) struct Matcher {
    commands: HashMap<&'static str, usize>,
    callbacks: HashMap<&'static str, Vec<usize>>,
    /// The lengths of the prefixes in `callbacks`, the longest first.
    prefix_lengths: Vec<usize>,
    messages: Vec<(MessageFilter, usize)>,
}

/// The routes cannot be a bot: two are the same, or one can never work.
#[derive(Debug, Clone)]
pub struct RouteError {
    problem: String,
    places: Vec<RouteInfo>,
}

impl std::error::Error for RouteError {}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refusing to start: {}", self.problem)?;
        let places: Vec<_> = self.places.iter().map(|place| place.location.to_string()).collect();
        let width = places.iter().map(String::len).max().unwrap_or_default();
        for (place, route) in places.iter().zip(&self.places) {
            write!(f, "\n  {place:width$}   {}", route.name)?;
        }
        Ok(())
    }
}

impl Matcher {
    pub(super) fn new(routes: &[RouteInfo]) -> Result<Self, RouteError> {
        let mut matcher = Self::default();
        let mut first_of: HashMap<String, &RouteInfo> = HashMap::new();
        for (number, route) in routes.iter().enumerate() {
            let declared = match route.trigger {
                Trigger::Command(spec) => {
                    spec.check().map_err(|problem| RouteError { problem, places: vec![route.clone()] })?;
                    matcher.commands.insert(spec.name, number);
                    Some(format!("/{}", spec.name))
                }
                Trigger::Callback(template) => {
                    matcher.callbacks.entry(template.prefix()).or_default().push(number);
                    Some(template.pattern())
                }
                Trigger::Message(filter) => {
                    matcher.messages.push((filter, number));
                    None
                }
            };
            let Some(declared) = declared else { continue };
            if let Some(first) = first_of.get(&declared) {
                let problem = format!("`{declared}` is declared twice");
                return Err(RouteError { problem, places: vec![(*first).clone(), route.clone()] });
            }
            first_of.insert(declared, route);
        }
        matcher.prefix_lengths = matcher.callbacks.keys().map(|prefix| prefix.len()).collect();
        matcher.prefix_lengths.sort_unstable_by(|a, b| b.cmp(a));
        matcher.prefix_lengths.dedup();
        Ok(matcher)
    }

    /// The numbers of the routes that may be for an update, the likeliest first.
    pub(crate) fn candidates(
        &self,
        update: &Update,
        username: &str,
    ) -> impl Iterator<Item = usize> + use<'_> {
        let (mut command, mut callbacks, mut others) = (None, Vec::new(), Vec::new());
        match &update.kind {
            UpdateKind::Message(message) => match self.command(message, username) {
                CommandMatch::Mine(number) => {
                    command = Some(number);
                    others = self.filtered(message);
                }
                CommandMatch::NotMine => {}
                CommandMatch::None => others = self.filtered(message),
            },
            UpdateKind::CallbackQuery(query) => {
                callbacks = query.data.as_deref().map(|data| self.callbacks(data)).unwrap_or_default();
            }
            _ => {}
        }
        command.into_iter().chain(callbacks).chain(others)
    }

    fn command(&self, message: &Message, username: &str) -> CommandMatch {
        let Some((name, bot, _)) = message.as_text().and_then(|text| command::split(&text.text)) else {
            return CommandMatch::None;
        };
        if bot.is_some_and(|bot| !bot.eq_ignore_ascii_case(username)) {
            return CommandMatch::NotMine;
        }
        let number = self.commands.get(name).or_else(|| self.commands.get(name.to_lowercase().as_str()));
        number.map_or(CommandMatch::None, |number| CommandMatch::Mine(*number))
    }

    fn callbacks(&self, data: &str) -> Vec<usize> {
        let prefixes = self.prefix_lengths.iter().filter_map(|length| data.get(..*length));
        prefixes.filter_map(|prefix| self.callbacks.get(prefix)).flatten().copied().collect()
    }

    fn filtered(&self, message: &Message) -> Vec<usize> {
        let matching = self.messages.iter().filter(|(filter, _)| filter.matches(message));
        matching.map(|(_, number)| *number).collect()
    }
}

enum CommandMatch {
    Mine(usize),
    /// It is addressed to another bot.
    NotMine,
    None,
}
