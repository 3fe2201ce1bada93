//! People in a play: users of a shared world who write, press and read, for tests and for a chat in the terminal.
//!
//! ```
//! use ambigram_sandbox::play::Telegram;
//!
//! let telegram = Telegram::new();
//! let bot = telegram.bot("quickstart_bot");
//! let alice = telegram.user("Alice");
//! let chat = alice.open(&bot);
//! chat.say("/start");
//! assert_eq!(chat.last().text, "/start");
//! ```
//!
//! Setting the stage panics where Telegram would refuse (a username that is taken, say): that is a mistake in the
//! play. What a person may get wrong while it runs comes back as an error.

mod conversation;
mod happening;
mod media;
mod progress;
mod seen;
mod special;

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use ambigram_core::types::{ChatId, UserId};

pub use conversation::{Conversation, PressError};
pub use happening::{Happening, Happenings};
pub use progress::{Progress, Watched};
pub use seen::SeenMessage;

use crate::rules::{ChatSort, Refusal};
use crate::world::{NewBot, NewChat, NewUser, Queue, Shared, World};

/// A shared world, and what makes people for it. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Telegram {
    world: Arc<Shared>,
}

/// A bot's account: what the program that is the bot must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BotAccount {
    /// Its number.
    pub id: UserId,
    /// Its public name, without the `@`.
    pub username: String,
    /// Its token.
    pub token: String,
}

/// A person with an account.
#[derive(Debug, Clone)]
pub struct UserHandle {
    /// The account's number.
    pub id: UserId,
    telegram: Telegram,
}

impl Default for Telegram {
    fn default() -> Self {
        Self::new()
    }
}

impl Telegram {
    /// An empty world that keeps the machine's time; ids and tokens are the same in every run.
    pub fn new() -> Self {
        Self::over(Arc::new(Shared::new(World::new(wall_clock, 0))))
    }

    /// People for a world that others share.
    pub fn over(world: Arc<Shared>) -> Self {
        Self { world }
    }

    /// The world, to look at or change in ways that the handles do not offer.
    pub fn world(&self) -> &Arc<Shared> {
        &self.world
    }

    /// Makes a bot as @BotFather does.
    ///
    /// # Panics
    /// When the username is taken or cannot be a bot's.
    #[track_caller]
    pub fn bot(&self, username: &str) -> BotAccount {
        self.bot_with(NewBot::named(username))
    }

    /// Makes a bot with settings of its own.
    ///
    /// # Panics
    /// When the username or the token cannot be had.
    #[track_caller]
    pub fn bot_with(&self, new: NewBot) -> BotAccount {
        staged(self.world.write(|world| {
            let account = world.create_bot(new)?;
            let token = account.bot().map(|settings| settings.token.clone()).unwrap_or_default();
            Ok(BotAccount { id: account.id, username: account.username.clone().unwrap_or_default(), token })
        }))
    }

    /// Makes a person of this first name.
    ///
    /// # Panics
    /// When it is empty or longer than 64 characters.
    #[track_caller]
    pub fn user(&self, first_name: &str) -> UserHandle {
        self.user_with(NewUser { language_code: Some("en".to_owned()), ..NewUser::named(first_name) })
    }

    /// Makes a person.
    ///
    /// # Panics
    /// When the names, the phone number or the id cannot be had.
    #[track_caller]
    pub fn user_with(&self, new: NewUser) -> UserHandle {
        let id = staged(self.world.write(|world| Ok(world.create_user(new)?.id)));
        UserHandle { id, telegram: self.clone() }
    }

    /// A person who was made elsewhere; `None` where there is no such person.
    pub fn user_by_id(&self, id: UserId) -> Option<UserHandle> {
        let is_person = self.world.read(|world| world.account(id).is_some_and(|account| !account.is_bot()));
        is_person.then(|| UserHandle { id, telegram: self.clone() })
    }

    /// Waits until `look` finds what it looks for: it is asked now, and again after each change.
    pub async fn wait_for<T>(&self, look: impl FnMut(&World) -> Option<T>) -> T {
        self.world.wait_for(look).await
    }

    /// Waits until the bot has confirmed all that it was told over the Bot API: taken it and, as long as the program
    /// confirms only then, done with it. A bot in this process is better [watched](Watched).
    pub async fn until_quiet(&self, bot: &BotAccount) {
        let id = bot.id;
        self.wait_for(|world| world.queue(id).is_none_or(Queue::is_quiet).then_some(())).await;
    }
}

impl UserHandle {
    /// Opens the private chat with a bot. Nothing is written yet: press Start with
    /// [`say("/start")`](Conversation::say).
    pub fn open(&self, bot: &BotAccount) -> Conversation {
        self.chat(bot.id.into())
    }

    /// Any chat, as this person knows it: another user's id, or that of a group.
    pub fn chat(&self, chat: ChatId) -> Conversation {
        Conversation::new(self.telegram.clone(), self.id, chat)
    }

    /// Makes a basic group with these accounts in it.
    ///
    /// # Panics
    /// When the title or the members cannot be had.
    #[track_caller]
    pub fn group(&self, title: &str, members: impl IntoIterator<Item = UserId>) -> Conversation {
        self.create(NewChat::new(ChatSort::Group, title).with(members))
    }

    /// Makes a supergroup with these accounts in it.
    ///
    /// # Panics
    /// When the title or the members cannot be had.
    #[track_caller]
    pub fn supergroup(&self, title: &str, members: impl IntoIterator<Item = UserId>) -> Conversation {
        self.create(NewChat::new(ChatSort::Supergroup, title).with(members))
    }

    /// Makes a channel with these accounts in it; bots become administrators.
    ///
    /// # Panics
    /// When the title or the members cannot be had.
    #[track_caller]
    pub fn channel(&self, title: &str, members: impl IntoIterator<Item = UserId>) -> Conversation {
        self.create(NewChat::new(ChatSort::Channel, title).with(members))
    }

    /// Makes a chat of any sort.
    ///
    /// # Panics
    /// When Telegram would refuse it.
    #[track_caller]
    pub fn create(&self, new: NewChat) -> Conversation {
        let chat = staged(self.telegram.world.write(|world| world.create_chat(self.id, new)));
        self.chat(chat)
    }

    /// Blocks a bot.
    ///
    /// # Panics
    /// When the bot is of another world.
    #[track_caller]
    pub fn block(&self, bot: &BotAccount) {
        staged(self.telegram.world.write(|world| world.set_blocked(self.id, bot.id, true)));
    }

    /// Unblocks a bot.
    ///
    /// # Panics
    /// When the bot is of another world.
    #[track_caller]
    pub fn unblock(&self, bot: &BotAccount) {
        staged(self.telegram.world.write(|world| world.set_blocked(self.id, bot.id, false)));
    }
}

/// The machine's time, in seconds since 1970.
fn wall_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// What setting the stage came to.
#[track_caller]
#[expect(
    clippy::panic,
    reason = "a stage that cannot be set is a mistake in the test, and is shown at its line"
)]
fn staged<T>(result: Result<T, Refusal>) -> T {
    match result {
        Ok(made) => made,
        Err(refusal) => panic!("Telegram refuses this: {refusal}"),
    }
}
