//! Whom TL means by a peer, in the Bot API's marked ids.

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::enums;

/// The id of -1 as a channel's; a channel's is this less its bare number.
const CHANNEL_BASE: i64 = -1_000_000_000_000;

/// What a chat's id stands for, with the number that TL has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A private chat.
    User(UserId),
    /// A basic group.
    Group(i64),
    /// A supergroup or a channel.
    Channel(i64),
}

impl Place {
    /// `None` for a number that Telegram gives to no chat.
    pub(crate) fn of(chat: ChatId) -> Option<Self> {
        Some(match chat.0 {
            id @ 1..=0xff_ffff_ffff => Self::User(UserId(id)),
            id @ -999_999_999_999..=-1 => Self::Group(-id),
            // What lies between the two is secret chats, which bots have none of.
            id @ (-1_997_852_516_352..=-1_000_000_000_001 | -4_000_000_000_000..=-2_002_147_483_649) => {
                Self::Channel(bare_channel(ChatId(id)))
            }
            _ => return None,
        })
    }
}

/// The id of a basic group.
pub(crate) fn group_id(bare: i64) -> ChatId {
    ChatId(bare.saturating_neg())
}

/// The id of a supergroup or a channel.
pub(crate) fn channel_id(bare: i64) -> ChatId {
    ChatId(CHANNEL_BASE.saturating_sub(bare))
}

/// The number that TL has for a supergroup or a channel.
pub(crate) fn bare_channel(chat: ChatId) -> i64 {
    CHANNEL_BASE.saturating_sub(chat.0)
}

/// The chat that a peer is.
pub(crate) fn chat_id(peer: &enums::Peer) -> ChatId {
    match peer {
        enums::Peer::User(peer) => ChatId(peer.user_id),
        enums::Peer::Chat(peer) => group_id(peer.chat_id),
        enums::Peer::Channel(peer) => channel_id(peer.channel_id),
    }
}

#[cfg(test)]
mod tests {
    use grammers_tl_types::types;

    use super::*;

    #[test]
    fn ids_are_marked_as_on_the_bot_api() {
        let table: [(enums::Peer, i64, Place); 4] = [
            (types::PeerUser { user_id: 7 }.into(), 7, Place::User(UserId(7))),
            (types::PeerChat { chat_id: 7 }.into(), -7, Place::Group(7)),
            (
                types::PeerChannel { channel_id: 1_234_567_890 }.into(),
                -1_001_234_567_890,
                Place::Channel(1_234_567_890),
            ),
            (
                types::PeerChannel { channel_id: 1_002_147_483_650 }.into(),
                -2_002_147_483_650,
                Place::Channel(1_002_147_483_650),
            ),
        ];
        for (peer, id, place) in table {
            assert_eq!((chat_id(&peer), Place::of(ChatId(id))), (ChatId(id), Some(place)));
        }
    }

    #[test]
    fn some_numbers_are_no_chats() {
        for id in [0, CHANNEL_BASE, -2_000_000_000_000, 1 << 40, i64::MIN, i64::MAX] {
            assert_eq!(Place::of(ChatId(id)), None, "{id}");
        }
    }
}
