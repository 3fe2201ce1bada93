//! Chats in an account's list. <https://core.telegram.org/constructor/dialog>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::settings;
use crate::mtproto::peers::peer;
use crate::world::{Listed, World};

/// A chat as it stands in an account's list.
pub(crate) fn dialog(world: &World, account: UserId, listed: &Listed) -> tl::enums::Dialog {
    tl::types::Dialog {
        pinned: false,
        unread_mark: false,
        view_forum_as_messages: false,
        peer: peer(listed.chat),
        top_message: listed.top.as_ref().map_or(0, |top| top.id.0),
        read_inbox_max_id: listed.read.0,
        read_outbox_max_id: listed.read_by_others.0,
        unread_count: i32::try_from(listed.unread).unwrap_or(i32::MAX),
        unread_mentions_count: 0,
        unread_reactions_count: 0,
        unread_poll_votes_count: 0,
        notify_settings: settings::notifications(),
        pts: world.channel_pts(account, listed.chat).filter(|_| listed.chat.is_channel()),
        draft: None,
        folder_id: None,
        ttl_period: None,
    }
    .into()
}
