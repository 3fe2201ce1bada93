//! How the kinds of entities get along: their order, and which may be inside which.

use std::cmp::{Ordering, Reverse};

use crate::types::{EntityKind, MessageEntity};

/// What a kind may contain, and be contained in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Bold and its like: cut wherever another entity starts or ends, and joined where two touch.
    Style(Style),
    /// A block quotation: holds anything but another quotation.
    Quote,
    /// Code and dates: hold nothing, and are only ever inside a quotation.
    Verbatim,
    /// Links, mentions and the like: never cut, and hold nothing but styles.
    Whole,
}

/// The kinds that may be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
}

impl Style {
    pub(super) const ALL: [Self; 5] =
        [Self::Bold, Self::Italic, Self::Underline, Self::Strikethrough, Self::Spoiler];

    pub(super) fn kind(self) -> EntityKind {
        match self {
            Self::Bold => EntityKind::Bold,
            Self::Italic => EntityKind::Italic,
            Self::Underline => EntityKind::Underline,
            Self::Strikethrough => EntityKind::Strikethrough,
            Self::Spoiler => EntityKind::Spoiler,
        }
    }
}

impl Class {
    pub(super) fn of(kind: &EntityKind) -> Self {
        match kind {
            EntityKind::Bold => Self::Style(Style::Bold),
            EntityKind::Italic => Self::Style(Style::Italic),
            EntityKind::Underline => Self::Style(Style::Underline),
            EntityKind::Strikethrough => Self::Style(Style::Strikethrough),
            EntityKind::Spoiler => Self::Style(Style::Spoiler),
            EntityKind::Blockquote | EntityKind::ExpandableBlockquote => Self::Quote,
            EntityKind::Code | EntityKind::Pre { .. } | EntityKind::DateTime { .. } => Self::Verbatim,
            EntityKind::Mention
            | EntityKind::Hashtag
            | EntityKind::Cashtag
            | EntityKind::BotCommand
            | EntityKind::Url
            | EntityKind::Email
            | EntityKind::PhoneNumber
            | EntityKind::TextLink { .. }
            | EntityKind::TextMention { .. }
            | EntityKind::CustomEmoji { .. }
            | EntityKind::Unknown(_) => Self::Whole,
        }
    }

    /// Whether an entity of this class may have one of the other inside.
    pub(super) fn may_hold(self, inner: Self) -> bool {
        match self {
            Self::Quote => inner != Self::Quote,
            Self::Whole => matches!(inner, Self::Style(_)),
            // What is in a style cuts it.
            Self::Style(_) | Self::Verbatim => false,
        }
    }
}

/// Whether Telegram finds entities of the kind in the text by itself, and takes nobody's word for them.
pub(super) fn is_found(kind: &EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Mention
            | EntityKind::Hashtag
            | EntityKind::Cashtag
            | EntityKind::BotCommand
            | EntityKind::Url
            | EntityKind::Email
            | EntityKind::PhoneNumber
    )
}

/// Telegram's order: by start, then the longer first, then what is to be outside.
pub(super) fn order(a: &MessageEntity, b: &MessageEntity) -> Ordering {
    let key = |entity: &MessageEntity| (entity.offset, Reverse(entity.length), depth(&entity.kind));
    key(a).cmp(&key(b))
}

/// Sorts, if need be.
pub(super) fn sort(entities: &mut [MessageEntity]) {
    if !entities.is_sorted_by(|a, b| order(a, b).is_le()) {
        entities.sort_by(order);
    }
}

/// Of two entities over the same stretch the one of lesser depth is outside.
fn depth(kind: &EntityKind) -> u8 {
    match kind {
        EntityKind::Blockquote | EntityKind::ExpandableBlockquote => 0,
        EntityKind::Pre { language: Some(_) } => 10,
        EntityKind::Pre { language: None } => 11,
        EntityKind::Code => 20,
        EntityKind::DateTime { .. } => 30,
        EntityKind::TextLink { .. } | EntityKind::TextMention { .. } => 49,
        EntityKind::Bold => 90,
        EntityKind::Italic => 91,
        EntityKind::Underline => 92,
        EntityKind::Strikethrough => 93,
        EntityKind::Spoiler => 94,
        EntityKind::CustomEmoji { .. } => 99,
        EntityKind::Mention
        | EntityKind::Hashtag
        | EntityKind::Cashtag
        | EntityKind::BotCommand
        | EntityKind::Url
        | EntityKind::Email
        | EntityKind::PhoneNumber
        | EntityKind::Unknown(_) => 50,
    }
}
