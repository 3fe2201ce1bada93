//! The short forms of a text: for clients that know already whom it names.
//! <https://core.telegram.org/constructor/updateShortMessage>

use ambigram_core::types::ChatId;
use grammers_tl_types as tl;

use crate::mtproto::peers::bare;
use crate::mtproto::write;
use crate::world::{MessageView, Queued, Row, World};

/// A message of a private chat or a basic group in its short form; `None` where that has no room for all that it holds.
pub(super) fn message(world: &World, view: &MessageView, queued: &Queued) -> Option<tl::enums::Updates> {
    let Row::Common { pts, count: pts_count } = queued.row else { return None };
    let tl::types::Message { out, silent, id, reply_to, date, message, entities, .. } = plain(world, view)?;
    if view.chat.is_user() {
        return Some(
            tl::types::UpdateShortMessage {
                out,
                mentioned: false,
                media_unread: false,
                silent,
                id,
                user_id: view.chat.0,
                message,
                pts,
                pts_count,
                date,
                fwd_from: None,
                via_bot_id: None,
                reply_to,
                entities,
                ttl_period: None,
            }
            .into(),
        );
    }
    Some(
        tl::types::UpdateShortChatMessage {
            out,
            mentioned: false,
            media_unread: false,
            silent,
            id,
            from_id: view.message.author.0,
            chat_id: bare(view.chat),
            message,
            pts,
            pts_count,
            date,
            fwd_from: None,
            via_bot_id: None,
            reply_to,
            entities,
            ttl_period: None,
        }
        .into(),
    )
}

/// What a sender is told of a message in place of the message itself, which it knows; `None` where that would leave
/// something out. `given` is the text as the sender wrote it.
pub(crate) fn sent(
    world: &World,
    view: &MessageView,
    queued: &Queued,
    given: &str,
) -> Option<tl::enums::Updates> {
    let Row::Common { pts, count: pts_count } = queued.row else { return None };
    let tl::types::Message { out, id, date, message, entities, .. } = plain(world, view)?;
    (message == given).then(|| {
        tl::types::UpdateShortSentMessage {
            out,
            id,
            pts,
            pts_count,
            date,
            media: None,
            entities,
            ttl_period: None,
        }
        .into()
    })
}

/// A text with nothing beside it, outside of one's saved messages.
fn plain(world: &World, view: &MessageView) -> Option<tl::types::Message> {
    let tl::enums::Message::Message(message) = write::message::message(world, view) else { return None };
    let is_saved = view.chat == ChatId::from(view.viewer);
    let is_plain = message.reply_markup.is_none()
        && message.media.is_none()
        && message.fwd_from.is_none()
        && message.grouped_id.is_none()
        && message.via_bot_id.is_none()
        && message.effect.is_none()
        && message.edit_date.is_none()
        && message.rich_message.is_none()
        && message.suggested_post.is_none()
        && message.paid_message_stars.is_none()
        && message.from_boosts_applied.is_none()
        && message.from_rank.is_none()
        && message.via_business_bot_id.is_none()
        && message.guestchat_via_from.is_none()
        && !matches!(message.reply_to, Some(tl::enums::MessageReplyHeader::MessageReplyStoryHeader(_)))
        && !message.offline
        && !message.noforwards
        && !message.invert_media
        && !is_saved;
    is_plain.then_some(message)
}
