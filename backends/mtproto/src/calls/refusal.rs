//! What stands behind a refusal whose name says less than the Bot API's words: looked up once it is there.

use ambigram_core::types::{ChatId, MessageId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{RemoteCall, enums, functions};

use crate::convert::peer::{Place, channel_id};
use crate::meeting;
use crate::wire::Wire;

/// Names by which Telegram refuses a basic group for several reasons.
const OF_GROUPS: [&str; 4] = ["PEER_ID_INVALID", "CHAT_ID_INVALID", "CHAT_WRITE_FORBIDDEN", "CHAT_FORBIDDEN"];

/// Calls an RPC about a chat: it is refused as on the Bot API.
pub(super) async fn ask<R: RemoteCall>(wire: &Wire, chat: ChatId, request: &R) -> Result<R::Return, Error> {
    match wire.invoke(request).await {
        Ok(answer) => Ok(answer),
        Err(error) => Err(explain(wire, chat, error).await),
    }
}

/// The refusal of a call about a chat, with the kind that it has on the Bot API.
pub(super) async fn explain(wire: &Wire, chat: ChatId, error: Error) -> Error {
    let kind = match Place::of(chat) {
        // Whom the bot has come across is there, and just has not spoken to it.
        Some(Place::User(user)) if error.description() == "PEER_ID_INVALID" => {
            meeting::user(wire, user).await.map(|_| ErrorKind::BotCantInitiate)
        }
        Some(Place::Group(id)) if OF_GROUPS.contains(&error.description()) => group(wire, id).await,
        _ => None,
    };
    match kind {
        Some(kind) => Error::new(kind, error.description()).because(error),
        None => error,
    }
}

/// Whether a chat is in the bot's reach.
pub(super) async fn is_reached(wire: &Wire, chat: ChatId) -> bool {
    match Place::of(chat) {
        Some(Place::User(user)) => meeting::user(wire, user).await.is_some(),
        _ => super::asking::fetch(wire, chat, &[MessageId(1)]).await.is_ok(),
    }
}

/// Why a basic group is out of reach; `None` where the group itself is no reason.
pub(super) async fn group(wire: &Wire, id: i64) -> Option<ErrorKind> {
    let answer = wire.invoke(&functions::messages::GetChats { id: vec![id] }).await.ok()?;
    let chats = match answer {
        enums::messages::Chats::Chats(answer) => answer.chats,
        enums::messages::Chats::Slice(answer) => answer.chats,
    };
    wire.peers().learn(&[], &chats);
    chats.iter().find(|chat| chat.id() == id).and_then(standing)
}

/// Why a basic group is out of reach, by what Telegram tells of it.
pub(super) fn standing(chat: &enums::Chat) -> Option<ErrorKind> {
    match chat {
        enums::Chat::Chat(chat) => match &chat.migrated_to {
            Some(enums::InputChannel::Channel(to)) => Some(ErrorKind::MigratedTo(channel_id(to.channel_id))),
            _ if chat.deactivated => Some(ErrorKind::ChatNotFound),
            _ => chat.left.then_some(ErrorKind::BotNotMember),
        },
        enums::Chat::Forbidden(_) => Some(ErrorKind::BotNotMember),
        enums::Chat::Empty(_) => Some(ErrorKind::ChatNotFound),
        _ => None,
    }
}

/// The refusal of a message that is not there.
pub(super) fn message_not_found() -> Error {
    Error::new(ErrorKind::MessageNotFound, "MESSAGE_ID_INVALID")
}

#[cfg(test)]
mod tests {
    use grammers_tl_types::types;

    use super::*;

    fn chat(left: bool, deactivated: bool, migrated_to: Option<i64>) -> enums::Chat {
        types::Chat {
            creator: false,
            left,
            deactivated,
            call_active: false,
            call_not_empty: false,
            noforwards: false,
            id: 7,
            title: "Friends".to_owned(),
            photo: enums::ChatPhoto::Empty,
            participants_count: 0,
            date: 0,
            version: 0,
            migrated_to: migrated_to
                .map(|channel_id| types::InputChannel { channel_id, access_hash: 1 }.into()),
            admin_rights: None,
            default_banned_rights: None,
        }
        .into()
    }

    #[test]
    fn a_group_out_of_reach_says_why() {
        let forbidden = types::ChatForbidden { id: 7, title: "Friends".to_owned() };
        let table = [
            (chat(false, false, None), None),
            (chat(true, false, None), Some(ErrorKind::BotNotMember)),
            (chat(false, true, None), Some(ErrorKind::ChatNotFound)),
            (chat(false, true, Some(1_234_567_890)), Some(ErrorKind::MigratedTo(ChatId(-1_001_234_567_890)))),
            (forbidden.into(), Some(ErrorKind::BotNotMember)),
            (types::ChatEmpty { id: 7 }.into(), Some(ErrorKind::ChatNotFound)),
        ];
        for (chat, expected) in table {
            assert_eq!(standing(&chat), expected, "{chat:?}");
        }
    }
}
