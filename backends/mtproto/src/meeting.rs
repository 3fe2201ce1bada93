//! What an answer or an update names by number only, users, chats, sticker sets and messages: asked for where the bot has not got it.

use std::collections::HashMap;

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, EntityKind, MessageEntity, Name, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};

use crate::convert::{Known, Names, StickerSetId};
use crate::session::Peers;
use crate::wire::Wire;

/// Those whom something names as far as they are known, and whether all of them are.
pub(crate) fn known(peers: &Peers, users: &[UserId], chats: &[ChatId]) -> (Known, bool) {
    let mut known = Known::default();
    known.users.extend(users.iter().filter_map(|&id| Some((id, peers.user(id)?))));
    known.chats.extend(chats.iter().filter_map(|&id| Some((id, peers.chat(id)?))));
    let is_whole = known.users.len() == users.len() && known.chats.len() == chats.len();
    (known, is_whole)
}

/// The same, once those who are not known were asked for. Who cannot be had stays a number: what names them goes
/// without.
pub(crate) async fn meet(wire: &Wire, users: &[UserId], chats: &[ChatId]) -> Known {
    let peers = wire.peers();
    let (all, is_whole) = known(peers, users, chats);
    if is_whole {
        return all;
    }
    let strangers = users.iter().filter(|id| !all.users.contains_key(id));
    let id: Vec<_> = strangers.map(|user| peers.input_user(*user)).collect();
    if !id.is_empty()
        && let Some(users) = told("users", wire.invoke(&functions::users::GetUsers { id }).await)
    {
        peers.learn(&users, &[]);
    }
    let unknown = || chats.iter().filter(|id| !all.chats.contains_key(id));
    let id: Vec<_> = unknown().filter(|chat| chat.is_group()).map(|chat| -chat.0).collect();
    if !id.is_empty() {
        learn(wire, told("groups", wire.invoke(&functions::messages::GetChats { id }).await));
    }
    let id: Vec<_> = unknown().filter_map(|chat| peers.input_channel(*chat)).collect();
    if !id.is_empty() {
        learn(wire, told("channels", wire.invoke(&functions::channels::GetChannels { id }).await));
    }
    known(peers, users, chats).0
}

/// All whom something names as far as they are known, and whether all of them are.
pub(crate) fn known_names(peers: &Peers, names: &Names) -> (Known, bool) {
    let (mut known, is_whole) = known(peers, &names.users, &names.chats);
    let noted = names.sticker_sets.iter().map(|set| (set.id, peers.sticker_set(set.id)));
    let are_noted = noted.clone().all(|(_, name)| name.is_some());
    known.sticker_sets =
        noted.filter_map(|(set, name)| Some((set, name.filter(|name| !name.is_empty())?))).collect();
    (known, is_whole && are_noted)
}

/// The same, once those who are not known were asked for.
pub(crate) async fn meet_names(wire: &Wire, names: &Names) -> Known {
    let known = meet(wire, &names.users, &names.chats).await;
    Known { sticker_sets: sticker_sets(wire, &names.sticker_sets).await, ..known }
}

/// The names of sticker sets that are told by number. <https://core.telegram.org/method/messages.getStickerSet>
pub(crate) async fn sticker_sets(wire: &Wire, sets: &[StickerSetId]) -> HashMap<i64, Name> {
    let peers = wire.peers();
    let mut names = HashMap::new();
    for set in sets {
        let name = match peers.sticker_set(set.id) {
            Some(name) => name,
            None => {
                let stickerset = types::InputStickerSetId { id: set.id, access_hash: set.access_hash }.into();
                let answer = wire.invoke(&functions::messages::GetStickerSet { stickerset, hash: 0 }).await;
                let is_none = matches!(&answer, Err(error) if *error.kind() == ErrorKind::BadRequest);
                let name = match told("a sticker set", answer) {
                    Some(enums::messages::StickerSet::Set(told)) => {
                        let enums::StickerSet::Set(told) = told.set;
                        Name::from(told.short_name)
                    }
                    _ if is_none => Name::default(),
                    _ => continue,
                };
                peers.name_sticker_set(set.id, name.clone());
                name
            }
        };
        if !name.is_empty() {
            names.insert(set.id, name);
        }
    }
    names
}

/// Messages of a chat, by whatever names them; whom they name is learnt.
pub(crate) async fn messages(
    wire: &Wire,
    chat: ChatId,
    id: Vec<enums::InputMessage>,
) -> Result<Vec<enums::Message>, Error> {
    use enums::messages::Messages as Tl;

    let answer = match wire.peers().input_channel(chat) {
        Some(channel) => wire.invoke(&functions::channels::GetMessages { channel, id }).await?,
        None => wire.invoke(&functions::messages::GetMessages { id }).await?,
    };
    let (messages, users, chats) = match answer {
        Tl::Messages(answer) => (answer.messages, answer.users, answer.chats),
        Tl::Slice(answer) => (answer.messages, answer.users, answer.chats),
        Tl::ChannelMessages(answer) => (answer.messages, answer.users, answer.chats),
        Tl::NotModified(_) => (Vec::new(), Vec::new(), Vec::new()),
    };
    wire.peers().learn(&users, &chats);
    Ok(messages)
}

/// A user as they are now; `None` for one whom the bot has not come across, in this session or before.
pub(crate) async fn user(wire: &Wire, user: UserId) -> Option<types::User> {
    let id = vec![wire.peers().input_user(user)];
    let users = told("a user", wire.invoke(&functions::users::GetUsers { id }).await)?;
    wire.peers().learn(&users, &[]);
    users.into_iter().find_map(|user| match user {
        enums::User::User(user) => Some(user),
        enums::User::Empty(_) => None,
    })
}

/// A text without mentions of those whom the bot has not come across, as the Bot API sends it.
pub(crate) async fn mentioning_acquaintances(wire: &Wire, mut text: Text) -> Text {
    let mentioned = |entity: &MessageEntity| match &entity.kind {
        EntityKind::TextMention { user } => Some(user.id),
        _ => None,
    };
    let mut strangers = Vec::new();
    for id in text.entities.iter().filter_map(mentioned) {
        if wire.peers().user(id).is_none() && user(wire, id).await.is_none() {
            strangers.push(id);
        }
    }
    text.entities.retain(|entity| mentioned(entity).is_none_or(|id| !strangers.contains(&id)));
    text
}

fn learn(wire: &Wire, answer: Option<enums::messages::Chats>) {
    if let Some(
        enums::messages::Chats::Chats(types::messages::Chats { chats })
        | enums::messages::Chats::Slice(types::messages::ChatsSlice { chats, .. }),
    ) = answer
    {
        wire.peers().learn(&[], &chats);
    }
}

/// What was asked for, unless it is not to be had: then what needs it goes without.
pub(crate) fn told<T>(what: &str, answer: Result<T, Error>) -> Option<T> {
    let error = match answer {
        Ok(answer) => return Some(answer),
        Err(error) => error,
    };
    // A message that was deleted meanwhile, a user whom the bot may not see.
    let is_refusal = matches!(
        error.kind(),
        ErrorKind::BadRequest | ErrorKind::Forbidden | ErrorKind::ChatNotFound | ErrorKind::MessageNotFound
    );
    if is_refusal {
        tracing::debug!(error = &error as &dyn std::error::Error, what, "goes without what it names");
    } else {
        tracing::warn!(error = &error as &dyn std::error::Error, what, "goes without what it names");
    }
    None
}
