//! Where a forwarded message, or one answered from another chat, comes from.
//! <https://core.telegram.org/bots/api#messageorigin>

use ambigram_core::types::{
    MessageId, MessageOrigin, MessageOriginChannel, MessageOriginChat, MessageOriginHiddenUser,
    MessageOriginUser, UserId,
};
use grammers_tl_types::{enums, types};

use crate::convert::peer::chat_id;
use crate::convert::{Known, given};

/// The origin.
pub(super) fn origin(from: &types::MessageFwdHeader, known: &Known) -> MessageOrigin {
    let date = i64::from(from.date);
    let author_signature = from.post_author.as_deref().and_then(given::name);
    match (&from.from_id, from.channel_post) {
        (Some(enums::Peer::User(user)), _) => {
            MessageOrigin::User(MessageOriginUser::new(date, known.user(UserId(user.user_id))))
        }
        (Some(chat), Some(post)) => {
            let origin = MessageOriginChannel::new(date, known.chat(chat_id(chat)), MessageId(post));
            MessageOrigin::Channel(MessageOriginChannel { author_signature, ..origin })
        }
        (Some(chat), None) => {
            let origin = MessageOriginChat::new(date, known.chat(chat_id(chat)));
            MessageOrigin::Chat(MessageOriginChat { author_signature, ..origin })
        }
        (None, _) => {
            let name = from.from_name.as_deref().unwrap_or_default();
            MessageOrigin::HiddenUser(MessageOriginHiddenUser::new(date, name))
        }
    }
}
