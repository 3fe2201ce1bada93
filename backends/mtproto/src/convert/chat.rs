//! Chats of several.

use ambigram_core::types::{Chat, ChatId, ChatKind, User, UserId};
use grammers_tl_types::{enums, types};

use super::Known;
use super::peer::{channel_id, group_id};
use super::user::username;

/// A basic group, supergroup or channel; `None` for one of which Telegram tells nothing.
pub(crate) fn chat(chat: &enums::Chat) -> Option<Chat> {
    let group = |id, title: &str| named(Chat::new(group_id(id), ChatKind::Group), title);
    Some(match chat {
        // Communities are collections of chats; nothing is written in them.
        enums::Chat::Empty(_) | enums::Chat::Community(_) | enums::Chat::CommunityForbidden(_) => {
            return None;
        }
        enums::Chat::Chat(chat) => group(chat.id, &chat.title),
        enums::Chat::Forbidden(chat) => group(chat.id, &chat.title),
        enums::Chat::Channel(chat) => read(chat),
        enums::Chat::ChannelForbidden(chat) => {
            let is_direct_messages = chat.monoforum;
            let known = Chat::new(channel_id(chat.id), kind(chat.broadcast, chat.megagroup));
            Chat { is_direct_messages, ..named(known, &chat.title) }
        }
    })
}

fn read(chat: &types::Channel) -> Chat {
    Chat {
        username: username(chat.username.as_ref(), chat.usernames.as_deref()),
        is_forum: chat.forum,
        is_direct_messages: chat.monoforum,
        ..named(
            Chat::new(channel_id(chat.id), kind(chat.broadcast, chat.megagroup || chat.gigagroup)),
            &chat.title,
        )
    }
}

fn kind(is_broadcast: bool, is_group: bool) -> ChatKind {
    if is_broadcast && !is_group { ChatKind::Channel } else { ChatKind::Supergroup }
}

fn named(chat: Chat, title: &str) -> Chat {
    Chat { title: Some(title.to_owned()), ..chat }
}

impl Known {
    /// A chat as far as it is known; of one that is not, the number tells the kind.
    pub(super) fn chat(&self, id: ChatId) -> Chat {
        if id.is_user() {
            return Chat::private(&self.user(UserId(id.0)));
        }
        let kind = if id.is_group() { ChatKind::Group } else { ChatKind::Supergroup };
        self.chats.get(&id).cloned().unwrap_or_else(|| Chat::new(id, kind))
    }

    /// A user as far as they are known.
    pub(super) fn user(&self, id: UserId) -> User {
        self.users.get(&id).cloned().unwrap_or_else(|| User::new(id, ""))
    }
}
