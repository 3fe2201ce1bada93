//! Entities as they were given: what Telegram lets a sender say about a text.

use super::super::date_format::{self, Clash};
use super::super::{TextError, kind, link};
use super::clean;
use crate::types::{EntityKind, MessageEntity};

/// No text is as long as this, so that an entity beyond it is a mistake of another sort.
const FAR: u32 = 1_000_000;

/// Leaves those entities that a sender may make, each in Telegram's spelling.
pub(super) fn accept(entities: &mut Vec<MessageEntity>) -> Result<(), TextError> {
    entities.retain(|entity| !kind::is_found(&entity.kind) && !matches!(entity.kind, EntityKind::Unknown(_)));
    for entity in entities.iter_mut() {
        check(&mut entity.kind)?;
    }
    for entity in entities.iter() {
        if entity.offset > FAR {
            return Err(TextError::Offset { offset: entity.offset });
        }
        if entity.length > FAR {
            return Err(TextError::Length { length: entity.length });
        }
    }
    entities.retain(|entity| {
        let is_of_nobody =
            matches!(&entity.kind, EntityKind::TextMention { user } if !link::is_user(user.id));
        entity.length > 0 && !is_of_nobody
    });
    Ok(())
}

fn check(kind: &mut EntityKind) -> Result<(), TextError> {
    match kind {
        EntityKind::Pre { language } => {
            *language = language.take().map(clean::clean_plain).filter(|language| !language.is_empty());
        }
        EntityKind::TextLink { url } => {
            let address = clean::clean_plain(std::mem::take(url));
            *kind = match link::kind(&address) {
                Some(kind) => kind,
                None => {
                    let source = link::check(&address).err().unwrap_or(link::LinkError::NoDot);
                    return Err(TextError::Link { url: address, source });
                }
            };
        }
        EntityKind::CustomEmoji { custom_emoji_id } => {
            link::custom_emoji_id(custom_emoji_id.as_str()).ok_or(TextError::CustomEmoji)?;
        }
        EntityKind::DateTime { unix_time, format } => {
            let given = format.as_deref().unwrap_or_default();
            *format = date_format::canonical(given, Clash::LastWins).ok_or(TextError::DateFormat)?;
            if !link::is_date(*unix_time) {
                return Err(TextError::Date);
            }
        }
        _ => {}
    }
    Ok(())
}
