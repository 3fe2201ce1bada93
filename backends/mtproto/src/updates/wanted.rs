//! Which kinds of updates the bot is told of.

use std::collections::HashSet;

/// The kinds that bots are told of only where they ask for them, as on the Bot API.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// Which kinds of updates the bot is told of: those that it names, or all but those on request.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted(HashSet<Box<str>>);

impl Wanted {
    pub(super) fn of<K: Into<String>>(kinds: impl IntoIterator<Item = K>) -> Self {
        Self(kinds.into_iter().map(|kind| kind.into().into_boxed_str()).collect())
    }

    pub(super) fn has(&self, kind: &str) -> bool {
        if self.0.is_empty() { !ON_REQUEST.contains(&kind) } else { self.0.contains(kind) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_names_no_kinds_is_told_of_all_but_three() {
        let has = |wanted: &Wanted| ["message", "chat_member"].map(|kind| wanted.has(kind));
        assert_eq!(has(&Wanted::default()), [true, false]);
        assert_eq!(has(&Wanted::of(Vec::<String>::new())), [true, false]);
        assert_eq!(has(&Wanted::of(["chat_member"])), [false, true]);
    }
}
