//! Entities. <https://core.telegram.org/api/entities>

use ambigram_core::types::{EntityKind, MessageEntity};
use grammers_tl_types as tl;

use super::seconds;

/// The entities of a text; `None` where there are none, as an absent field says it.
pub(crate) fn entities(entities: &[MessageEntity]) -> Option<Vec<tl::enums::MessageEntity>> {
    let written: Vec<_> = entities.iter().filter_map(entity).collect();
    (!written.is_empty()).then_some(written)
}

/// Builds TL entities that have nothing but a place in the text.
macro_rules! plain {
    ($kind:ident, $offset:expr, $length:expr) => {
        tl::types::$kind { offset: $offset, length: $length }.into()
    };
}

/// `None` for a kind that TL has no name for: nothing of that sort is ever read.
fn entity(entity: &MessageEntity) -> Option<tl::enums::MessageEntity> {
    let offset = i32::try_from(entity.offset).ok()?;
    let length = i32::try_from(entity.length).ok()?;
    Some(match &entity.kind {
        EntityKind::Mention => plain!(MessageEntityMention, offset, length),
        EntityKind::Hashtag => plain!(MessageEntityHashtag, offset, length),
        EntityKind::Cashtag => plain!(MessageEntityCashtag, offset, length),
        EntityKind::BotCommand => plain!(MessageEntityBotCommand, offset, length),
        EntityKind::Url => plain!(MessageEntityUrl, offset, length),
        EntityKind::Email => plain!(MessageEntityEmail, offset, length),
        EntityKind::PhoneNumber => plain!(MessageEntityPhone, offset, length),
        EntityKind::Bold => plain!(MessageEntityBold, offset, length),
        EntityKind::Italic => plain!(MessageEntityItalic, offset, length),
        EntityKind::Underline => plain!(MessageEntityUnderline, offset, length),
        EntityKind::Strikethrough => plain!(MessageEntityStrike, offset, length),
        EntityKind::Spoiler => plain!(MessageEntitySpoiler, offset, length),
        EntityKind::Code => plain!(MessageEntityCode, offset, length),
        EntityKind::Blockquote => {
            tl::types::MessageEntityBlockquote { collapsed: false, offset, length }.into()
        }
        EntityKind::ExpandableBlockquote => {
            tl::types::MessageEntityBlockquote { collapsed: true, offset, length }.into()
        }
        EntityKind::Pre { language } => {
            let language = language.clone().unwrap_or_default();
            tl::types::MessageEntityPre { offset, length, language }.into()
        }
        EntityKind::TextLink { url } => {
            tl::types::MessageEntityTextUrl { offset, length, url: url.clone() }.into()
        }
        EntityKind::TextMention { user } => {
            tl::types::MessageEntityMentionName { offset, length, user_id: user.id.0 }.into()
        }
        EntityKind::CustomEmoji { custom_emoji_id } => {
            let document_id = custom_emoji_id.as_str().parse().ok()?;
            tl::types::MessageEntityCustomEmoji { offset, length, document_id }.into()
        }
        EntityKind::DateTime { unix_time, format } => {
            let has = |letter| format.as_deref().unwrap_or_default().contains(letter);
            tl::types::MessageEntityFormattedDate {
                relative: has('r'),
                short_time: has('t'),
                long_time: has('T'),
                short_date: has('d'),
                long_date: has('D'),
                day_of_week: has('w'),
                offset,
                length,
                date: seconds(*unix_time),
            }
            .into()
        }
        EntityKind::Unknown(_) => return None,
    })
}
