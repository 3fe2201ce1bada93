//! What the tests of this folder share: a short notation for entities, and chance that repeats itself.

use super::{Text, utf16_len};
use crate::types::{EntityKind, MessageEntity, User, UserId};

/// Entities in one line: `bold 0 4, text_link:http://t.me/ 5 3, date_time:60/wdt 9 1`.
pub(super) fn written(entities: &[MessageEntity]) -> String {
    let one = |entity: &MessageEntity| {
        let more = match &entity.kind {
            EntityKind::Pre { language: Some(language) } => format!(":{language}"),
            EntityKind::TextLink { url } => format!(":{url}"),
            EntityKind::TextMention { user } => format!(":{}", user.id),
            EntityKind::CustomEmoji { custom_emoji_id } => format!(":{custom_emoji_id}"),
            EntityKind::DateTime { unix_time, format: None } => format!(":{unix_time}"),
            EntityKind::DateTime { unix_time, format: Some(format) } => format!(":{unix_time}/{format}"),
            _ => String::new(),
        };
        format!("{}{more} {} {}", entity.kind.name(), entity.offset, entity.length)
    };
    entities.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Reads what [`written`] writes.
pub(super) fn read(line: &str) -> Vec<MessageEntity> {
    line.split(", ").filter(|entity| !entity.is_empty()).map(read_one).collect()
}

fn read_one(entity: &str) -> MessageEntity {
    let mut words = entity.rsplitn(3, ' ');
    let length = words.next().unwrap().parse().unwrap();
    let offset = words.next().unwrap().parse().unwrap();
    let name = words.next().unwrap();
    let (name, more) = name.split_once(':').unwrap_or((name, ""));
    MessageEntity::new(offset, length, kind(name, more))
}

pub(super) fn kind(name: &str, more: &str) -> EntityKind {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    match name {
        "mention" => EntityKind::Mention,
        "hashtag" => EntityKind::Hashtag,
        "bot_command" => EntityKind::BotCommand,
        "url" => EntityKind::Url,
        "bold" => EntityKind::Bold,
        "italic" => EntityKind::Italic,
        "underline" => EntityKind::Underline,
        "strikethrough" => EntityKind::Strikethrough,
        "spoiler" => EntityKind::Spoiler,
        "blockquote" => EntityKind::Blockquote,
        "expandable_blockquote" => EntityKind::ExpandableBlockquote,
        "code" => EntityKind::Code,
        "pre" => EntityKind::Pre { language: some(more) },
        "text_link" => EntityKind::TextLink { url: more.to_owned() },
        "text_mention" => {
            EntityKind::TextMention { user: Box::new(User::new(more.parse::<UserId>().unwrap(), "")) }
        }
        "custom_emoji" => EntityKind::CustomEmoji { custom_emoji_id: more.into() },
        "date_time" => {
            let (time, format) = more.split_once('/').unwrap_or((more, ""));
            EntityKind::DateTime { unix_time: time.parse().unwrap(), format: some(format) }
        }
        _ => panic!("no kind `{name}`"),
    }
}

/// Pseudo-random numbers, the same in every run (xorshift64*).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number under `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize) % end
    }

    pub(super) fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    /// Up to `longest` of the pieces in a row.
    pub(super) fn text(&mut self, pieces: &[&str], longest: usize) -> String {
        (0..self.below(longest + 1)).map(|_| self.pick(pieces)).collect()
    }
}

/// Fails unless all entities are within the text and start and end between characters.
pub(super) fn check_edges(text: &Text, source: &str) {
    let mut units = 0;
    let edges: Vec<u32> = std::iter::once(0)
        .chain(text.text.chars().map(|character| {
            units += character.len_utf16() as u32;
            units
        }))
        .collect();
    assert_eq!(units, utf16_len(&text.text), "{source:?}");
    for entity in &text.entities {
        assert!(entity.length > 0, "{entity:?} of {source:?}");
        assert!(edges.binary_search(&entity.offset).is_ok(), "{entity:?} of {source:?}");
        assert!(edges.binary_search(&entity.end()).is_ok(), "{entity:?} of {source:?}");
    }
}

/// Any text, with any entities in it.
pub(super) fn some_text(chance: &mut Chance) -> Text {
    let pieces =
        ["a", "b", " ", "<", ">", "&", "\"", "&lt;", "🎲", "я", "\n", "\r", "\t", "\u{2028}", "\u{200f}"];
    let kinds = [
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "pre:c&\"",
        "text_link:http://t.me/?\"<&>",
        "text_link:tg://x?y",
        "text_mention:7",
        "custom_emoji:-5",
        "date_time:5",
        "date_time:5/r",
        "date_time:9/wDt",
    ];
    let text = chance.text(&pieces, 12);
    // Entities start and end between characters, as they must.
    let edges: Vec<u32> = std::iter::once(0)
        .chain(text.chars().scan(0, |units, character| {
            *units += character.len_utf16() as u32;
            Some(*units)
        }))
        .collect();
    let entities = (0..chance.below(8))
        .map(|_| {
            let (a, b) = (edges[chance.below(edges.len())], edges[chance.below(edges.len())]);
            let name = chance.pick(&kinds);
            let (name, more) = name.split_once(':').unwrap_or((name, ""));
            MessageEntity::new(a.min(b), a.abs_diff(b), kind(name, more))
        })
        .collect();
    Text { text, entities }
}
