//! What is true: accounts, chats, members, messages, files, presses, menus, and what each account is told.
//!
//! A [`World`] does no input or output and knows no wire. Its clock and its randomness are given from outside;
//! a command goes in as a method call, and [events](Event) come out in the [queues](Queue) of all accounts
//! that Telegram would tell. Who may do what is asked of [`rules`](crate::rules).
//!
//! Chats are named as the asking account names them: a private chat by the other's id.

mod access;
mod account;
mod boosts;
mod bot_profile;
mod bringing;
mod business;
mod callback;
mod chat;
mod content;
mod deleting;
mod delivery;
mod dialog;
mod drafts;
mod editing;
mod event;
pub mod files;
mod forwarding;
mod games;
mod group_event;
mod group_service;
mod groups;
mod guests;
pub mod inline;
mod invites;
mod joining;
mod live_locations;
mod mailbox;
mod members;
mod menu;
mod message;
pub mod payments;
mod pins;
mod polls;
mod queue;
mod random;
mod ranks;
mod reactions;
mod reading;
mod records;
mod requested;
mod sending;
mod settings;
mod shared;
mod sticker_sets;
mod timing;
mod topics;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};

pub use access::Access;
pub use account::{Account, AccountKind, BotSettings, NewBot, NewUser};
pub use boosts::{Boost, BoostSource};
pub use bot_profile::{BotTexts, ChangedBotTexts, MenuButton};
pub use bringing::{Brought, Thing};
pub use business::{BusinessConnection, BusinessRights};
pub use callback::{CallbackAnswer, CallbackQuery, QueryId};
pub use chat::{Chat, ChatView, NewChat, Place, Topic};
pub use content::special::Currency;
pub use content::{
    Contact, Content, Dice, Extra, Location, Media, NewContent, PaidMedia, Preview, ReadyMedia, Service,
    Special, Venue, special,
};
pub use dialog::Dialog;
pub use drafts::Draft;
pub use editing::{NewCaption, NewText, NewVersion};
pub use event::{Event, MemberChange, PressedMessage, Side};
pub use forwarding::{Forward, Forwarding, Origin, TELEGRAM};
pub use games::{Game, GameMessage, HighScore, NewScore};
pub use group_event::{GroupEvent, ReactionChange};
pub use group_service::GroupService;
pub use guests::GuestQuery;
pub use invites::{ChangedInvite, Invite, NewInvite, Subscription};
pub use joining::JoinRequest;
pub use live_locations::NewPoint;
pub use members::MemberDetails;
pub use message::{Message, MessageKey, MessageView, Quote, Reply, Sender};
pub use polls::{Poll, PollOption, Sight};
pub use queue::{Queue, Queued, Row};
pub use reactions::PutReaction;
pub use reading::Listed;
pub use sending::{NewMessage, ReplyTo};
pub use settings::ChatSettings;
pub use shared::Shared;
pub use sticker_sets::{NewStickerSet, SetName, SetSticker, StickerSet};
pub use topics::{GENERAL_TOPIC, NewTopic, TOPIC_COLORS};

use mailbox::Mailbox;
use random::Random;

/// A whole small Telegram.
pub struct World {
    clock: Box<dyn Fn() -> i64 + Send + Sync>,
    random: Random,
    accounts: BTreeMap<UserId, Account>,
    chats: BTreeMap<ChatId, Chat>,
    /// Private chats, as each of the two has them: whose, with whom.
    dialogs: BTreeMap<(UserId, UserId), Dialog>,
    messages: HashMap<MessageKey, Arc<Message>>,
    /// The messages of private chats and basic groups, as each account numbers them.
    mailboxes: BTreeMap<UserId, Mailbox>,
    queries: BTreeMap<QueryId, Arc<CallbackQuery>>,
    menus: BTreeMap<UserId, menu::Menus>,
    queues: BTreeMap<UserId, Queue>,
    chat_instances: BTreeMap<Place, i64>,
    /// The last message that each account has read in each place.
    read_marks: BTreeMap<(UserId, Place), MessageKey>,
    last_message: u64,
    /// The pinned messages of each place, oldest first. Some may be gone.
    pins: BTreeMap<Place, Vec<MessageKey>>,
    reactions: HashMap<MessageKey, Vec<PutReaction>>,
    /// After how many seconds the messages of private chats go.
    auto_delete: BTreeMap<Place, u32>,
    profiles: BTreeMap<UserId, bot_profile::BotProfile>,
    files: files::Files,
    inline: inline::Inline,
    guest_queries: BTreeMap<QueryId, Arc<GuestQuery>>,
    /// Web Apps that wait for their bot's answer: who opened each, in which chat, and whose it is.
    web_apps: BTreeMap<String, (UserId, ChatId, UserId)>,
    /// Bots' connections to business accounts, by their names.
    business: BTreeMap<String, Arc<BusinessConnection>>,
    sticker_sets: BTreeMap<files::StickerSetId, StickerSet>,
    polls: BTreeMap<i64, Arc<Poll>>,
    games: games::Games,
    payments: payments::Payments,
    /// What ends by itself, and when.
    ends: BTreeSet<(i64, timing::End)>,
    /// Which live locations were told to have come near which.
    alerted: HashSet<(MessageKey, MessageKey)>,
    /// Who has paid for the files of which message.
    paid_media_buyers: BTreeSet<(MessageKey, UserId)>,
}

impl World {
    /// An empty world. `clock` tells seconds since 1970; the same `seed` and the same commands make the same ids.
    pub fn new(clock: impl Fn() -> i64 + Send + Sync + 'static, seed: u64) -> Self {
        Self {
            clock: Box::new(clock),
            random: Random::new(seed),
            accounts: BTreeMap::new(),
            chats: BTreeMap::new(),
            dialogs: BTreeMap::new(),
            messages: HashMap::new(),
            mailboxes: BTreeMap::new(),
            queries: BTreeMap::new(),
            menus: BTreeMap::new(),
            queues: BTreeMap::new(),
            chat_instances: BTreeMap::new(),
            read_marks: BTreeMap::new(),
            last_message: 0,
            pins: BTreeMap::new(),
            reactions: HashMap::new(),
            auto_delete: BTreeMap::new(),
            profiles: BTreeMap::new(),
            files: files::Files::default(),
            inline: inline::Inline::default(),
            guest_queries: BTreeMap::new(),
            web_apps: BTreeMap::new(),
            business: BTreeMap::new(),
            sticker_sets: BTreeMap::new(),
            polls: BTreeMap::new(),
            games: games::Games::default(),
            payments: payments::Payments::default(),
            ends: BTreeSet::new(),
            alerted: HashSet::new(),
            paid_media_buyers: BTreeSet::new(),
        }
    }

    /// The time, in seconds since 1970.
    pub fn now(&self) -> i64 {
        (self.clock)()
    }
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World")
            .field("now", &self.now())
            .field("accounts", &self.accounts.len())
            .field("chats", &self.chats.len())
            .field("messages", &self.messages.len())
            .finish_non_exhaustive()
    }
}
