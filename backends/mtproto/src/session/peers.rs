//! The users and chats that the account has come across.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ambigram_core::types::{Chat, ChatId, Name, User, UserId};
use grammers_tl_types::{enums, types};
use hashlink::LruCache;
use tokio::time::Instant;

use super::store::Store;
use crate::convert::{self, peer::bare_channel};

/// How many of them are kept in memory: a few megabytes.
const REMEMBERED: usize = 10_000;

/// How many public names are, of users and chats and of sticker sets.
const REMEMBERED_NAMES: usize = 1_000;

/// How long a public name is taken to be whose it was: Telegram answers only some hundreds of such questions a day.
const NAMES_LAST: Duration = Duration::from_secs(24 * 60 * 60);

/// The users and chats that the account has come across: their names, and the access hashes by which it names them.
///
/// Kept in memory (the most recent of them) and written behind to the session's file.
#[derive(Debug)]
pub(crate) struct Peers {
    memory: Mutex<LruCache<i64, Peer>>,
    /// Who has a public name, by its small letters, and until when that is taken for true.
    names: Mutex<LruCache<Box<str>, (ChatId, Instant)>>,
    /// The names of sticker sets; empty for such as there are not.
    sticker_sets: Mutex<LruCache<i64, Name>>,
    store: Arc<Store>,
}

/// A user or a chat.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Peer {
    /// The access hash, where it is known.
    pub(super) hash: Option<i64>,
    /// Whether it was told in part only.
    pub(super) min: bool,
    about: About,
}

#[derive(Debug, Clone, PartialEq)]
enum About {
    User(User),
    Chat(Chat),
}

impl Peer {
    /// Reads what [`write`](Self::write) wrote; nothing where that cannot be read, so that it is asked for anew.
    pub(super) fn read(id: i64, hash: Option<i64>, min: bool, about: &str) -> Option<Self> {
        let about = if id > 0 {
            serde_json::from_str(about).map(About::User)
        } else {
            serde_json::from_str(about).map(About::Chat)
        };
        Some(Self { hash, min, about: about.ok()? })
    }

    /// The name and the like, as JSON.
    pub(super) fn write(&self) -> String {
        let json = match &self.about {
            About::User(user) => serde_json::to_string(user),
            About::Chat(chat) => serde_json::to_string(chat),
        };
        json.unwrap_or_default()
    }

    fn id(&self) -> i64 {
        match &self.about {
            About::User(user) => user.id.0,
            About::Chat(chat) => chat.id.0,
        }
    }

    fn from_user(user: &enums::User) -> Option<Self> {
        let enums::User::User(raw) = user else { return None };
        let about = About::User(convert::user(user)?);
        // The hash of a user told in part serves other ends than naming them.
        Some(Self { hash: raw.access_hash.filter(|_| !raw.min), min: raw.min, about })
    }

    fn from_chat(chat: &enums::Chat) -> Option<Self> {
        let (hash, min) = match chat {
            enums::Chat::Channel(raw) => (raw.access_hash, raw.min),
            enums::Chat::ChannelForbidden(raw) => (Some(raw.access_hash), false),
            _ => (None, false),
        };
        let about = About::Chat(convert::chat(chat)?);
        Some(Self { hash: hash.filter(|_| !min), min, about })
    }
}

impl Peers {
    pub(super) fn new(store: Arc<Store>) -> Self {
        let memory = Mutex::new(LruCache::new(REMEMBERED));
        Self {
            memory,
            names: Mutex::new(LruCache::new(REMEMBERED_NAMES)),
            sticker_sets: Mutex::new(LruCache::new(REMEMBERED_NAMES)),
            store,
        }
    }

    /// Notes who has a public name.
    pub(crate) fn name(&self, name: &str, chat: ChatId) {
        let until = Instant::now() + NAMES_LAST;
        self.lock_names().insert(name.to_ascii_lowercase().into(), (chat, until));
    }

    /// Who has a public name, as far as was noted of late.
    pub(crate) fn named(&self, name: &str) -> Option<ChatId> {
        let mut names = self.lock_names();
        let (chat, until) = *names.get(name.to_ascii_lowercase().as_str())?;
        (Instant::now() < until).then_some(chat)
    }

    /// Notes the name of a sticker set; an empty one for a set that there is not.
    pub(crate) fn name_sticker_set(&self, set: i64, name: Name) {
        self.lock_sticker_sets().insert(set, name);
    }

    /// The name of a sticker set, as far as it was noted; empty for a set that there is not.
    pub(crate) fn sticker_set(&self, set: i64) -> Option<Name> {
        self.lock_sticker_sets().get(&set).cloned()
    }

    /// Remembers users and chats that came along with an answer or an update. What is told in full is not replaced by
    /// what is told in part (`min`).
    pub(crate) fn learn(&self, users: &[enums::User], chats: &[enums::Chat]) {
        for peer in users.iter().filter_map(Peer::from_user) {
            self.keep(peer);
        }
        for peer in chats.iter().filter_map(Peer::from_chat) {
            self.keep(peer);
        }
    }

    /// A user, as far as known.
    pub(crate) fn user(&self, id: UserId) -> Option<User> {
        self.find(id.0, |peer| match &peer.about {
            About::User(user) => Some(user.clone()),
            About::Chat(_) => None,
        })
    }

    /// A chat (private ones aside), as far as known.
    pub(crate) fn chat(&self, id: ChatId) -> Option<Chat> {
        self.find(id.0, |peer| match &peer.about {
            About::Chat(chat) => Some(chat.clone()),
            About::User(_) => None,
        })
    }

    /// A chat as RPCs name it. One that was never met is named with the access hash 0, as bots may.
    pub(crate) fn input_peer(&self, chat: ChatId) -> enums::InputPeer {
        let id = chat.0;
        if chat.is_user() {
            types::InputPeerUser { user_id: id, access_hash: self.hash(id) }.into()
        } else if chat.is_group() {
            types::InputPeerChat { chat_id: -id }.into()
        } else if chat.is_channel() {
            types::InputPeerChannel { channel_id: bare_channel(chat), access_hash: self.hash(id) }.into()
        } else {
            enums::InputPeer::Empty
        }
    }

    /// A user as RPCs name them.
    pub(crate) fn input_user(&self, user: UserId) -> enums::InputUser {
        if user.0 > 0 {
            types::InputUser { user_id: user.0, access_hash: self.hash(user.0) }.into()
        } else {
            enums::InputUser::Empty
        }
    }

    /// A supergroup or channel as RPCs name it; `None` where the id is not one's.
    pub(crate) fn input_channel(&self, chat: ChatId) -> Option<enums::InputChannel> {
        let id = chat.0;
        chat.is_channel().then(|| {
            types::InputChannel { channel_id: bare_channel(chat), access_hash: self.hash(id) }.into()
        })
    }

    /// The access hash, or the one that bots may use instead.
    fn hash(&self, id: i64) -> i64 {
        self.find(id, |peer| peer.hash).unwrap_or(0)
    }

    fn keep(&self, mut peer: Peer) {
        let id = peer.id();
        let mut memory = self.lock();
        if memory.get(&id) == Some(&peer) {
            return;
        }
        // What is told in full needs no look into the file: it is the newest there is.
        let known = match memory.peek(&id) {
            Some(known) => Some(known.clone()),
            None if peer.min => self.store.peer(id),
            None => None,
        };
        if let Some(known) = known {
            if peer.min && !known.min {
                memory.insert(id, known);
                return;
            }
            peer.hash = peer.hash.or(known.hash);
        }
        self.store.change_peer(id, peer.clone());
        memory.insert(id, peer);
    }

    fn find<T>(&self, id: i64, pick: impl FnOnce(&Peer) -> Option<T>) -> Option<T> {
        let mut memory = self.lock();
        if let Some(peer) = memory.get(&id) {
            return pick(peer);
        }
        let peer = self.store.peer(id)?;
        let picked = pick(&peer);
        memory.insert(id, peer);
        picked
    }

    fn lock_names(&self) -> MutexGuard<'_, LruCache<Box<str>, (ChatId, Instant)>> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_sticker_sets(&self) -> MutexGuard<'_, LruCache<i64, Name>> {
        self.sticker_sets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<i64, Peer>> {
        // Nothing panics while the lock is held, so a poisoned lock is as good as any.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
