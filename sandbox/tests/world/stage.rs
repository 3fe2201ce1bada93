//! What the tests begin with: a world with a clock that is set by hand, a bot, and people.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ambigram_core::types::{Button, ChatId, InlineKeyboard, MessageId, UserId};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, Permissions};
use ambigram_sandbox::world::{Event, MessageView, NewBot, NewChat, NewMessage, NewUser, Queued, World};

/// When every world of these tests begins.
pub(crate) const BEGINNING: i64 = 1_700_000_000;

pub(crate) const HOUR: i64 = 3_600;

pub(crate) struct Stage {
    world: World,
    clock: Arc<AtomicI64>,
    /// A bot as @BotFather makes it, which nobody has started.
    pub(crate) bot: UserId,
    pub(crate) alice: UserId,
    pub(crate) bob: UserId,
}

impl Deref for Stage {
    type Target = World;

    fn deref(&self) -> &World {
        &self.world
    }
}

impl DerefMut for Stage {
    fn deref_mut(&mut self) -> &mut World {
        &mut self.world
    }
}

impl Stage {
    pub(crate) fn new() -> Self {
        let clock = Arc::new(AtomicI64::new(BEGINNING));
        let mut world = World::new(
            {
                let clock = Arc::clone(&clock);
                move || clock.load(Ordering::Relaxed)
            },
            7,
        );
        let bot = world.create_bot(NewBot::named("counting_bot")).unwrap().id;
        let alice = world.create_user(NewUser::named("Alice")).unwrap().id;
        let bob = world.create_user(NewUser::named("Bob")).unwrap().id;
        Self { world, clock, bot, alice, bob }
    }

    /// A stage on which Alice has started the bot.
    pub(crate) fn started() -> Self {
        let mut stage = Self::new();
        let (alice, bot) = (stage.alice, stage.bot);
        stage.start_bot(alice, bot, None).unwrap();
        stage
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    /// One more bot.
    pub(crate) fn another_bot(&mut self, username: &str) -> UserId {
        self.create_bot(NewBot::named(username)).unwrap().id
    }

    /// One more person.
    pub(crate) fn another_user(&mut self, name: &str) -> UserId {
        self.create_user(NewUser::named(name)).unwrap().id
    }

    /// A chat of Alice's, with these accounts in it.
    pub(crate) fn chat_of_alice(&mut self, sort: ChatSort, members: &[UserId]) -> ChatId {
        let alice = self.alice;
        self.create_chat(alice, NewChat::new(sort, "Friends").with(members.iter().copied())).unwrap()
    }

    pub(crate) fn say(&mut self, by: UserId, chat: impl Into<ChatId>, text: &str) -> MessageView {
        self.send_message(by, chat.into(), text.into()).unwrap()
    }

    /// What Alice and the bot call the same message of the bot's, with one button under it.
    pub(crate) fn button(&mut self, label: &str, data: &str) -> (MessageId, MessageId) {
        let (bot, alice) = (self.bot, self.alice);
        let sent = self.send_message(bot, alice.into(), with_button("press", label, data)).unwrap();
        let seen = self.view(alice, sent.message.key).unwrap();
        (seen.id, sent.id)
    }

    /// What an account was told since it was last asked, its own doings left out.
    pub(crate) fn told(&mut self, account: UserId) -> Vec<Event> {
        let entries: Vec<Queued> =
            self.queue(account).map(|queue| queue.after(0).cloned().collect()).unwrap_or_default();
        if let Some(last) = entries.last() {
            self.queue_mut(account).confirm_through(last.seq);
        }
        entries.into_iter().filter(|entry| !entry.is_own).map(|entry| entry.event).collect()
    }

    /// The texts of the messages that an account was told of since it was last asked.
    pub(crate) fn heard(&mut self, account: UserId) -> Vec<String> {
        let events = self.told(account);
        events
            .into_iter()
            .filter_map(|event| match event {
                Event::NewMessage(view) => Some(view.message.text()?.text.clone()),
                _ => None,
            })
            .collect()
    }
}

pub(crate) fn with_button(text: &str, label: &str, data: &str) -> NewMessage {
    let keyboard = Some(InlineKeyboard::row([Button::callback(label, data)]));
    NewMessage { keyboard, ..text.into() }
}

/// An administrator who may do nothing but be one.
pub(crate) const BARE: AdministratorRights =
    AdministratorRights { can_manage_chat: true, ..AdministratorRights::NONE };

/// All that members may do, but not writing.
pub(crate) const MUTE: Permissions = Permissions { can_send_messages: false, ..Permissions::ALL };
