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
    Chat { title: Some(title.into()), ..chat }
}

impl Known {
    /// Those who came along with an answer.
    pub(crate) fn of(users: &[enums::User], chats: &[enums::Chat]) -> Self {
        Self {
            users: users.iter().filter_map(super::user).map(|user| (user.id, user)).collect(),
            chats: chats.iter().filter_map(chat).map(|chat| (chat.id, chat)).collect(),
            ..Self::default()
        }
    }

    /// A chat as far as it is known; of one that is not, the number tells the kind.
    pub(super) fn chat(&self, id: ChatId) -> Chat {
        if id.is_user() {
            return Chat::private(&self.user(UserId(id.0)));
        }
        let kind = if id.is_group() { ChatKind::Group } else { ChatKind::Supergroup };
        self.chats.get(&id).cloned().unwrap_or_else(|| Chat::new(id, kind))
    }

    /// What a peer is: a user or a chat.
    pub(super) fn either(&self, id: ChatId) -> (Option<Box<User>>, Option<Box<Chat>>) {
        if id.is_user() {
            (Some(Box::new(self.user(UserId(id.0)))), None)
        } else {
            (None, Some(Box::new(self.chat(id))))
        }
    }

    /// A user as far as they are known.
    pub(super) fn user(&self, id: UserId) -> User {
        self.users.get(&id).cloned().unwrap_or_else(|| User::new(id, ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::testing;

    #[test]
    fn a_chat_is_read_field_by_field() {
        let supergroup = || types::Channel { megagroup: true, ..testing::channel(9, "Title") };
        let broadcast = || types::Channel { broadcast: true, ..testing::channel(9, "Title") };
        let is = |id: i64, kind| Chat { title: Some("Title".into()), ..Chat::new(id, kind) };
        let id = -1_000_000_000_009;
        let forbidden = |broadcast| types::ChannelForbidden {
            broadcast,
            megagroup: !broadcast,
            monoforum: false,
            id: 9,
            access_hash: 1,
            title: "Title".to_owned(),
            until_date: None,
        };
        let table: [(enums::Chat, Option<Chat>); 9] = [
            (types::ChatEmpty { id: 9 }.into(), None),
            (types::ChatForbidden { id: 9, title: "Title".to_owned() }.into(), Some(is(-9, ChatKind::Group))),
            (supergroup().into(), Some(is(id, ChatKind::Supergroup))),
            (broadcast().into(), Some(is(id, ChatKind::Channel))),
            (types::Channel { gigagroup: true, ..broadcast() }.into(), Some(is(id, ChatKind::Supergroup))),
            (
                types::Channel { forum: true, username: Some("name".to_owned()), ..supergroup() }.into(),
                Some(Chat { is_forum: true, username: Some("name".into()), ..is(id, ChatKind::Supergroup) }),
            ),
            (
                types::Channel { monoforum: true, ..supergroup() }.into(),
                Some(Chat { is_direct_messages: true, ..is(id, ChatKind::Supergroup) }),
            ),
            (forbidden(false).into(), Some(is(id, ChatKind::Supergroup))),
            (forbidden(true).into(), Some(is(id, ChatKind::Channel))),
        ];
        for (tl, expected) in table {
            assert_eq!(chat(&tl), expected, "{tl:?}");
        }
    }

    #[test]
    fn of_those_who_are_not_known_the_number_tells_the_kind() {
        let known = Known::default();
        let kind = |id| known.chat(ChatId(id)).kind;
        assert_eq!(
            (kind(7), kind(-7), kind(-1_001_234_567_890)),
            (ChatKind::Private, ChatKind::Group, ChatKind::Supergroup)
        );
    }
}
