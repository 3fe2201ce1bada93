//! Entities that a client gives beside its text. <https://core.telegram.org/api/entities>

use ambigram_core::types::{CustomEmojiId, EntityKind, MessageEntity, User};
use grammers_tl_types::enums::MessageEntity as Given;
use grammers_tl_types::types::MessageEntityFormattedDate;

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;

/// Reads entities. Kinds that Telegram finds in the text by itself are passed over.
pub(crate) fn entities(names: Names<'_>, given: Option<Vec<Given>>) -> Result<Vec<MessageEntity>, RpcError> {
    let given = given.unwrap_or_default();
    given.iter().filter_map(|given| entity(names, given).transpose()).collect()
}

fn entity(names: Names<'_>, given: &Given) -> Result<Option<MessageEntity>, RpcError> {
    let (offset, length, kind) = match given {
        Given::Bold(given) => (given.offset, given.length, EntityKind::Bold),
        Given::Italic(given) => (given.offset, given.length, EntityKind::Italic),
        Given::Underline(given) => (given.offset, given.length, EntityKind::Underline),
        Given::Strike(given) => (given.offset, given.length, EntityKind::Strikethrough),
        Given::Spoiler(given) => (given.offset, given.length, EntityKind::Spoiler),
        Given::Code(given) => (given.offset, given.length, EntityKind::Code),
        Given::Blockquote(given) => {
            let kind =
                if given.collapsed { EntityKind::ExpandableBlockquote } else { EntityKind::Blockquote };
            (given.offset, given.length, kind)
        }
        Given::Pre(given) => {
            let language = Some(given.language.clone()).filter(|language| !language.is_empty());
            (given.offset, given.length, EntityKind::Pre { language })
        }
        Given::TextUrl(given) => {
            (given.offset, given.length, EntityKind::TextLink { url: given.url.clone() })
        }
        Given::InputMessageEntityMentionName(given) => {
            let id = names.user(&given.user_id)?;
            // What the account is called, only the world can say.
            let user = Box::new(User::new(id, ""));
            (given.offset, given.length, EntityKind::TextMention { user })
        }
        Given::CustomEmoji(given) => {
            let custom_emoji_id = CustomEmojiId::from(given.document_id.to_string());
            (given.offset, given.length, EntityKind::CustomEmoji { custom_emoji_id })
        }
        Given::FormattedDate(given) => {
            let kind = EntityKind::DateTime { unix_time: given.date.into(), format: format(given) };
            (given.offset, given.length, kind)
        }
        Given::DiffInsert(_) | Given::DiffReplace(_) | Given::DiffDelete(_) => {
            return Err(RpcError::lacks("differences of texts"));
        }
        Given::Unknown(_)
        | Given::Mention(_)
        | Given::MentionName(_)
        | Given::Hashtag(_)
        | Given::Cashtag(_)
        | Given::BotCommand(_)
        | Given::Url(_)
        | Given::Email(_)
        | Given::Phone(_)
        | Given::BankCard(_)
        | Given::TonAddress(_) => return Ok(None),
    };
    match (u32::try_from(offset), u32::try_from(length)) {
        (Ok(offset), Ok(length)) => Ok(Some(MessageEntity::new(offset, length, kind))),
        _ => Err(RpcError::bad_request("ENTITY_BOUNDS_INVALID")),
    }
}

/// The letters of a format in the order in which the Bot API writes them.
fn format(given: &MessageEntityFormattedDate) -> Option<String> {
    let letters = [
        (given.relative, 'r'),
        (given.day_of_week, 'w'),
        (given.short_date, 'd'),
        (given.long_date, 'D'),
        (given.short_time, 't'),
        (given.long_time, 'T'),
    ];
    let format: String = letters.into_iter().filter(|(is_on, _)| *is_on).map(|(_, letter)| letter).collect();
    (!format.is_empty()).then_some(format)
}
