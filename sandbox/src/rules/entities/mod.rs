//! What Telegram's server finds in plain text by itself: commands, mentions, tags, links, addresses, numbers.

mod bank_card;
mod bot_command;
mod cashtag;
mod characters;
mod email;
mod hashtag;
mod mention;
mod phone_number;
mod tg_link;
mod top_level_domains;
mod url;
mod url_candidates;

use std::cmp::Reverse;

use ambigram_core::types::{EntityKind, MessageEntity};

use self::characters::{Characters, Span};

/// The entities in a text that nobody formatted, sorted and apart from each other, in UTF-16 units.
///
/// The text is expected as the server keeps it: no control characters but line feeds. Where two
/// finds share characters, the one that starts first stays, of two that start together the longer.
/// Bank cards have no name in the Bot API but are found all the same, as they take the place of
/// other finds. (Timestamps such as `1:23` are not: apps find those for themselves.)
///
/// How many there may be is not limited; Telegram's limit of a hundred is on what a sender formats.
pub fn find(text: &str) -> Vec<MessageEntity> {
    let characters = Characters::new(text);
    let mut finds = Vec::new();
    let mut take = |kind: Option<EntityKind>, spans: Vec<Span>| {
        finds.extend(spans.into_iter().map(|span| Find { span, kind: kind.clone() }));
    };
    take(Some(EntityKind::Mention), mention::find(&characters));
    take(Some(EntityKind::BotCommand), bot_command::find(&characters));
    take(Some(EntityKind::Hashtag), hashtag::find(&characters));
    take(Some(EntityKind::Cashtag), cashtag::find(&characters));
    take(Some(EntityKind::PhoneNumber), phone_number::find(&characters));
    take(None, bank_card::find(&characters));
    take(Some(EntityKind::Url), tg_link::find(&characters));
    let addresses = url::find(&characters);
    take(Some(EntityKind::Url), addresses.urls);
    take(Some(EntityKind::Email), addresses.emails);

    finds.sort_by_key(|find| (find.span.start, Reverse(find.span.end)));
    let mut free_from = 0;
    finds.retain(|find| {
        let stays = find.span.start >= free_from;
        if stays {
            free_from = find.span.end;
        }
        stays
    });
    let mut position = Utf16Position::default();
    finds
        .into_iter()
        .filter_map(|Find { span, kind }| {
            let offset = position.advance(&characters, span.start);
            let end = position.advance(&characters, span.end);
            Some(MessageEntity::new(offset, end - offset, kind?))
        })
        .collect()
}

/// A stretch of the text, and what it is; `None` for what the Bot API doesn't show.
struct Find {
    span: Span,
    kind: Option<EntityKind>,
}

/// How many UTF-16 units the characters make up that were passed so far.
#[derive(Default)]
struct Utf16Position {
    characters: usize,
    units: u32,
}

impl Utf16Position {
    fn advance(&mut self, text: &Characters, to: usize) -> u32 {
        let passed = text.slice(self.characters..to);
        self.units += passed.iter().map(|c| if c.len_utf16() == 2 { 2 } else { 1 }).sum::<u32>();
        self.characters = to;
        self.units
    }
}

#[cfg(test)]
mod tests;
