//! How accounts name each other and chats: ids with access hashes, different for each account that names.

/// The access hash by which `viewer` names an account or a channel.
pub(crate) fn access_hash(front: &MtProto, viewer: UserId, named: ...) -> i64;
// and: reading InputPeer / InputUser / InputChannel / Peer into the world's names, with Telegram's refusals:
// bots may use the hash 0; users must give the right one (PEER_ID_INVALID, USER_ID_INVALID, CHANNEL_INVALID)
