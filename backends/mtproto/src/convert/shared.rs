//! Users and chats that a user shared by a button of a reply keyboard.

use ambigram_core::types::{ChatShared, MessageKind, SharedUser, UserId, UsersShared};
use grammers_tl_types::{enums, types};

use super::given;
use super::peer::{channel_id, group_id};
use super::photo::photo;

/// What was shared: several users, or one chat; `None` for nothing.
pub(super) fn shared(sent: &types::MessageActionRequestedPeerSentMe) -> Option<MessageKind> {
    use enums::RequestedPeer as Tl;
    let chat = match sent.peers.first()? {
        Tl::User(_) => {
            let users: Vec<_> = sent.peers.iter().filter_map(user).collect();
            return Some(MessageKind::UsersShared(Box::new(UsersShared::new(sent.button_id, users))));
        }
        Tl::Chat(chat) => ChatShared {
            title: chat.title.as_deref().and_then(given::name),
            photo: chat.photo.as_ref().and_then(photo),
            ..ChatShared::new(sent.button_id, group_id(chat.chat_id))
        },
        Tl::Channel(chat) => ChatShared {
            title: chat.title.as_deref().and_then(given::name),
            username: chat.username.as_deref().and_then(given::name),
            photo: chat.photo.as_ref().and_then(photo),
            ..ChatShared::new(sent.button_id, channel_id(chat.channel_id))
        },
    };
    Some(MessageKind::ChatShared(Box::new(chat)))
}

/// <https://core.telegram.org/bots/api#shareduser>
fn user(peer: &enums::RequestedPeer) -> Option<SharedUser> {
    let enums::RequestedPeer::User(user) = peer else { return None };
    Some(SharedUser {
        first_name: user.first_name.as_deref().and_then(given::name),
        last_name: user.last_name.as_deref().and_then(given::name),
        username: user.username.as_deref().and_then(given::name),
        photo: user.photo.as_ref().and_then(photo),
        ..SharedUser::new(UserId(user.user_id))
    })
}
