//! Reactions: which there are, and how many one account may put under one message.
//! <https://core.telegram.org/api/reactions>, <https://core.telegram.org/bots/api#reactiontypeemoji>

use super::ChatRefusal;

/// A reaction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reaction {
    /// One of [the usual emoji](EMOJI).
    Emoji(String),
    /// A custom emoji, by its number.
    CustomEmoji(i64),
    /// Paid for with Telegram Stars; users only.
    Paid,
}

/// Which reactions a chat offers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Offered {
    /// All of the usual emoji, and any custom ones.
    #[default]
    All,
    /// Only these; none at all where the list is empty.
    Only(Vec<Reaction>),
}

/// The emoji that are reactions everywhere.
pub const EMOJI: [&str; 73] = [
    "❤",
    "👍",
    "👎",
    "🔥",
    "🥰",
    "👏",
    "😁",
    "🤔",
    "🤯",
    "😱",
    "🤬",
    "😢",
    "🎉",
    "🤩",
    "🤮",
    "💩",
    "🙏",
    "👌",
    "🕊",
    "🤡",
    "🥱",
    "🥴",
    "😍",
    "🐳",
    "❤‍🔥",
    "🌚",
    "🌭",
    "💯",
    "🤣",
    "⚡",
    "🍌",
    "🏆",
    "💔",
    "🤨",
    "😐",
    "🍓",
    "🍾",
    "💋",
    "🖕",
    "😈",
    "😴",
    "😭",
    "🤓",
    "👻",
    "👨‍💻",
    "👀",
    "🎃",
    "🙈",
    "😇",
    "😨",
    "🤝",
    "✍",
    "🤗",
    "🫡",
    "🎅",
    "🎄",
    "☃",
    "💅",
    "🤪",
    "🗿",
    "🆒",
    "💘",
    "🙉",
    "🦄",
    "😘",
    "💊",
    "🙊",
    "😎",
    "👾",
    "🤷‍♂",
    "🤷",
    "🤷‍♀",
    "😡",
];

/// The most different reactions under one message.
pub const MOST_UNDER_MESSAGE: usize = 11;

/// The sign that asks for an emoji's coloured form. Telegram's names of reactions leave it out.
const COLOURED: char = '\u{fe0f}';

impl Reaction {
    /// The usual emoji, with or without the sign for its coloured form.
    pub fn emoji(emoji: &str) -> Self {
        Self::Emoji(emoji.chars().filter(|character| *character != COLOURED).collect())
    }
}

impl Offered {
    /// Whether a reaction is among them.
    pub fn includes(&self, reaction: &Reaction) -> bool {
        match (self, reaction) {
            (_, Reaction::Paid) => false,
            (Self::All, Reaction::Emoji(emoji)) => EMOJI.contains(&emoji.as_str()),
            (Self::All, Reaction::CustomEmoji(_)) => false,
            (Self::Only(offered), reaction) => offered.contains(reaction),
        }
    }
}

/// Who reacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reactor {
    /// A bot: one reaction.
    Bot,
    /// A user: one reaction, and those of their own choosing only with Telegram Premium.
    User,
    /// A user with Telegram Premium: three reactions, custom ones anywhere.
    Premium,
}

/// Whether an account may put these reactions under a message where others have put `present`.
///
/// # Errors
/// When there are too many of them, or one that may not be there.
pub fn check(
    reactor: Reactor,
    new: &[Reaction],
    offered: &Offered,
    present: &[Reaction],
) -> Result<(), ChatRefusal> {
    let most = if reactor == Reactor::Premium { 3 } else { 1 };
    let is_paid = |reaction: &&Reaction| **reaction == Reaction::Paid;
    if new.iter().filter(|reaction| !is_paid(reaction)).count() > most {
        return Err(ChatRefusal::TooManyReactions);
    }
    for reaction in new {
        let is_free_choice = reactor == Reactor::Premium
            && *offered == Offered::All
            && matches!(reaction, Reaction::CustomEmoji(_));
        if !is_free_choice && !offered.includes(reaction) && !present.contains(reaction) {
            return Err(ChatRefusal::ReactionInvalid);
        }
        if *reaction == Reaction::Paid {
            return Err(ChatRefusal::ReactionInvalid);
        }
    }
    let mut different: Vec<_> = present.iter().chain(new).collect();
    different.sort_unstable();
    different.dedup();
    if different.len() > MOST_UNDER_MESSAGE { Err(ChatRefusal::TooManyReactions) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_react_how() {
        let (heart, fire) = (Reaction::emoji("❤️"), Reaction::emoji("🔥"));
        let custom = Reaction::CustomEmoji(7);
        let only_fire = Offered::Only(vec![fire.clone()]);
        let (invalid, many) = (Err(ChatRefusal::ReactionInvalid), Err(ChatRefusal::TooManyReactions));
        type Case<'a> = (Reactor, &'a [Reaction], &'a Offered, &'a [Reaction], Result<(), ChatRefusal>);
        let cases: [Case<'_>; 11] = [
            (Reactor::Bot, &[], &Offered::All, &[], Ok(())),
            (Reactor::Bot, std::slice::from_ref(&heart), &Offered::All, &[], Ok(())),
            (Reactor::Bot, &[heart.clone(), fire.clone()], &Offered::All, &[], many),
            (Reactor::User, &[heart.clone(), fire.clone()], &Offered::All, &[], many),
            (Reactor::Premium, &[heart.clone(), fire.clone()], &Offered::All, &[], Ok(())),
            (Reactor::Bot, std::slice::from_ref(&heart), &only_fire, &[], invalid),
            (Reactor::Bot, &[Reaction::emoji("🐀")], &Offered::All, &[], invalid),
            (Reactor::Bot, std::slice::from_ref(&custom), &Offered::All, &[], invalid),
            (
                Reactor::Bot,
                std::slice::from_ref(&custom),
                &Offered::All,
                std::slice::from_ref(&custom),
                Ok(()),
            ),
            (Reactor::Premium, std::slice::from_ref(&custom), &Offered::All, &[], Ok(())),
            (Reactor::Bot, &[Reaction::Paid], &Offered::All, &[Reaction::Paid], invalid),
        ];
        for (reactor, new, offered, present, expected) in cases {
            assert_eq!(check(reactor, new, offered, present), expected, "{reactor:?} {new:?}");
        }
    }

    #[test]
    fn no_emoji_is_named_twice_or_with_a_sign_of_colour() {
        let mut sorted = EMOJI;
        sorted.sort_unstable();
        assert!(sorted.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(EMOJI.iter().all(|emoji| Reaction::emoji(emoji) == Reaction::Emoji((*emoji).to_owned())));
    }
}
