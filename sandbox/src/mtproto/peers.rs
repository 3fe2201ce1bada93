//! How accounts name each other and chats: ids with access hashes, different for each account that names.
//! <https://core.telegram.org/api/peers>

use ambigram_core::types::{ChatId, EntityKind, MessageEntity, MessageId, UserId};
use grammers_tl_types::{enums, types};
use sha2::{Digest, Sha256};

use super::MtProto;
use super::error::RpcError;
use crate::world::{Access, Account, MessageView, Sender, World};

/// What the numbers of supergroups and channels are below, in the Bot API's marked form.
const CHANNEL_BASE: i64 = -1_000_000_000_000;

/// The hash by which `viewer` names an account, a supergroup or a channel. It is never 0, which bots may say for it.
pub(crate) fn access_hash(front: &MtProto, viewer: UserId, named: ChatId) -> i64 {
    let hash = Sha256::new()
        .chain_update(front.access_hash_seed.to_le_bytes())
        .chain_update(viewer.0.to_le_bytes())
        .chain_update(named.0.to_le_bytes())
        .finalize();
    let hash = hash.iter().take(8).fold(0_i64, |hash, byte| (hash << 8) | i64::from(*byte));
    if hash == 0 { 1 } else { hash }
}

/// A chat's number without the Bot API's mark.
pub(crate) fn bare(chat: ChatId) -> i64 {
    if chat.is_channel() { CHANNEL_BASE.saturating_sub(chat.0) } else { chat.0.saturating_abs() }
}

/// A chat as TL names it.
pub(crate) fn peer(chat: ChatId) -> enums::Peer {
    let id = bare(chat);
    if chat.is_user() {
        types::PeerUser { user_id: id }.into()
    } else if chat.is_channel() {
        types::PeerChannel { channel_id: id }.into()
    } else {
        types::PeerChat { chat_id: id }.into()
    }
}

/// A basic group by its bare number; `None` for what cannot be one.
pub(crate) fn basic_group(id: i64) -> Option<ChatId> {
    (1..-CHANNEL_BASE).contains(&id).then(|| ChatId(-id))
}

/// A supergroup or channel by its bare number; `None` for what cannot be one.
pub(crate) fn channel_numbered(id: i64) -> Option<ChatId> {
    Some(ChatId(CHANNEL_BASE.checked_sub(id).filter(|_| id > 0)?))
}

/// Reads whom and what a client names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'a> {
    front: &'a MtProto,
    world: &'a World,
    viewer: UserId,
}

impl<'a> Names<'a> {
    /// As the account `viewer` names them.
    pub(crate) fn new(front: &'a MtProto, world: &'a World, viewer: UserId) -> Self {
        Self { front, world, viewer }
    }

    /// Any chat.
    ///
    /// # Errors
    /// 400 `PEER_ID_INVALID` and the like, where there is none, or the account cannot know it.
    pub(crate) fn chat(&self, peer: &enums::InputPeer) -> Result<ChatId, RpcError> {
        let invalid = || RpcError::bad_request("PEER_ID_INVALID");
        match peer {
            enums::InputPeer::Empty => Err(invalid()),
            enums::InputPeer::PeerSelf => Ok(self.viewer.into()),
            enums::InputPeer::User(user) => self.person(user.user_id, user.access_hash).ok_or_else(invalid),
            enums::InputPeer::Chat(chat) => self.group(chat.chat_id).map_err(|_| invalid()),
            enums::InputPeer::Channel(channel) => self.numbered(channel.channel_id, channel.access_hash),
            enums::InputPeer::UserFromMessage(user) => {
                let id = Some(ChatId(user.user_id)).filter(|id| id.is_user()).ok_or_else(invalid)?;
                self.of_message(&user.peer, user.msg_id, id)
            }
            enums::InputPeer::ChannelFromMessage(channel) => {
                let id = channel_numbered(channel.channel_id).ok_or_else(invalid)?;
                self.of_message(&channel.peer, channel.msg_id, id)
            }
        }
    }

    /// An account.
    ///
    /// # Errors
    /// 400 `USER_ID_INVALID`, where there is none, or this one cannot know it.
    pub(crate) fn user(&self, user: &enums::InputUser) -> Result<UserId, RpcError> {
        let invalid = || RpcError::bad_request("USER_ID_INVALID");
        let id = match user {
            enums::InputUser::Empty => return Err(invalid()),
            enums::InputUser::UserSelf => return Ok(self.viewer),
            enums::InputUser::User(user) => {
                self.person(user.user_id, user.access_hash).ok_or_else(invalid)?
            }
            enums::InputUser::FromMessage(user) => {
                self.of_message(&user.peer, user.msg_id, ChatId(user.user_id))?
            }
        };
        if id.is_user() { Ok(UserId(id.0)) } else { Err(invalid()) }
    }

    /// An account, where a chat could be named as well.
    ///
    /// # Errors
    /// 400 `PARTICIPANT_ID_INVALID`, where it is none.
    pub(crate) fn participant(&self, peer: &enums::InputPeer) -> Result<UserId, RpcError> {
        let invalid = |_| RpcError::bad_request("PARTICIPANT_ID_INVALID");
        match self.chat(peer).map_err(invalid)? {
            id if id.is_user() => Ok(UserId(id.0)),
            _ => Err(invalid(RpcError::unreadable())),
        }
    }

    /// A supergroup or channel.
    ///
    /// # Errors
    /// 400 `CHANNEL_INVALID`, where there is none, or the account cannot know it.
    pub(crate) fn channel(&self, channel: &enums::InputChannel) -> Result<ChatId, RpcError> {
        match channel {
            enums::InputChannel::Empty => Err(RpcError::bad_request("CHANNEL_INVALID")),
            enums::InputChannel::Channel(channel) => self.numbered(channel.channel_id, channel.access_hash),
            enums::InputChannel::FromMessage(channel) => {
                let id = channel_numbered(channel.channel_id)
                    .ok_or_else(|| RpcError::bad_request("CHANNEL_INVALID"))?;
                self.of_message(&channel.peer, channel.msg_id, id)
            }
        }
    }

    /// A basic group, which has no hash: only those who were in it know it.
    ///
    /// # Errors
    /// 400 `CHAT_ID_INVALID`, where there is none, or the account was never in it.
    pub(crate) fn group(&self, id: i64) -> Result<ChatId, RpcError> {
        basic_group(id)
            .filter(|chat| self.world.reach(self.viewer, *chat, Access::Read).is_ok())
            .ok_or_else(|| RpcError::bad_request("CHAT_ID_INVALID"))
    }

    fn numbered(&self, id: i64, hash: i64) -> Result<ChatId, RpcError> {
        channel_numbered(id)
            .and_then(|id| self.hashed(id, hash))
            .ok_or_else(|| RpcError::bad_request("CHANNEL_INVALID"))
    }

    fn person(&self, id: i64, hash: i64) -> Option<ChatId> {
        self.hashed(Some(ChatId(id)).filter(|id| id.is_user())?, hash)
    }

    /// An account or a channel that is there and is named by the right hash. A bot may say 0 for that, where it has come
    /// across the other.
    fn hashed(&self, id: ChatId, hash: i64) -> Option<ChatId> {
        self.world.place(self.viewer, id)?;
        let is_right = hash == access_hash(self.front, self.viewer, id)
            || (id.is_user() && id.0 == self.viewer.0)
            || (hash == 0 && self.is_bot() && self.has_met(id));
        is_right.then_some(id)
    }

    fn is_bot(&self) -> bool {
        self.world.account(self.viewer).is_some_and(Account::is_bot)
    }

    /// A chat that the bot was put out of is known to it all the same: what it wants there is refused by another name.
    fn has_met(&self, id: ChatId) -> bool {
        !matches!(
            self.world.reach(self.viewer, id, Access::Read),
            Err(crate::rules::Refusal::ChatNotFound | crate::rules::Refusal::UserNotFound)
        )
    }

    /// What is named by a message in which it occurs.
    fn of_message(&self, chat: &enums::InputPeer, id: i32, named: ChatId) -> Result<ChatId, RpcError> {
        let chat = self.chat(chat)?;
        let message = self.world.message_as_seen_by(self.viewer, chat, MessageId(id));
        let is_named = message.is_some_and(|message| names(&message, named));
        if is_named { Ok(named) } else { Err(RpcError::bad_request("MSG_ID_INVALID")) }
    }
}

/// Whether an account or a chat occurs in a message.
fn names(view: &MessageView, named: ChatId) -> bool {
    let sender = match view.message.sender {
        Sender::User(user) => user.into(),
        Sender::Chat(chat) => chat,
    };
    let mentions = |entity: &MessageEntity| matches!(&entity.kind, EntityKind::TextMention { user } if ChatId::from(user.id) == named);
    let is_mentioned = view.message.text().is_some_and(|text| text.entities.iter().any(mentions));
    sender == named
        || is_mentioned
        || view.message.content.named().contains(&named)
        || view.message.forward.as_ref().and_then(|forward| forward.origin.named()) == Some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_is_named_alike_on_both_wires() {
        let cases: [(i64, i64, enums::Peer); 3] = [
            (7, 7, types::PeerUser { user_id: 7 }.into()),
            (-7, 7, types::PeerChat { chat_id: 7 }.into()),
            (-1_001_234_567_890, 1_234_567_890, types::PeerChannel { channel_id: 1_234_567_890 }.into()),
        ];
        for (marked, number, named) in cases {
            assert_eq!((bare(ChatId(marked)), peer(ChatId(marked))), (number, named));
        }
        assert_eq!(basic_group(7), Some(ChatId(-7)));
        assert_eq!(channel_numbered(1_234_567_890), Some(ChatId(-1_001_234_567_890)));
        for nothing in [0, -7, i64::MIN] {
            assert_eq!((basic_group(nothing), channel_numbered(nothing)), (None, None), "{nothing}");
        }
        assert_eq!((basic_group(i64::MAX), channel_numbered(i64::MAX)), (None, None));
    }
}
