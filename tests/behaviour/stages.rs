//! Stages that several scenarios are set on: a bot in every kind of chat, one that administers a chat, and one that
//! listens.

use ambigram::backend::UpdateSource;
use ambigram::requests::InputText;
use ambigram::requests::SendMessage;
use ambigram::types::{ThreadId, Update};
use ambigram::{Bot, Call, prelude::*};
use ambigram_sandbox::play::{BotAccount, Conversation, UserHandle};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, Refusal};
use ambigram_sandbox::world::{NewChat, World};
use ambigram_tests::Stage;

/// A bot in every kind of chat, together with Alice, who made them all.
pub(crate) struct Everywhere {
    pub(crate) account: BotAccount,
    pub(crate) bot: Bot,
    pub(crate) alice: UserHandle,
    pub(crate) places: Vec<Place>,
}

/// A chat, or a topic of one.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    /// In Alice's hands.
    pub(crate) chat: Conversation,
    /// As the bot names it.
    pub(crate) id: ChatId,
    pub(crate) thread: Option<ThreadId>,
}

impl Everywhere {
    pub(crate) async fn new(stage: &Stage) -> Self {
        let account = stage.account("test_bot").await;
        Self::with(stage, account)
    }

    /// With the bot listening from the beginning on; what came of the chats' making is taken already.
    pub(crate) async fn listening(stage: &Stage) -> (Self, Listening) {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let everywhere = Self::with(stage, account);
        // A start; a new status and a message from each kind of group, and a topic; a new status in the channel.
        listening.take(1 + 2 + 2 + 3 + 1).await;
        (everywhere, listening)
    }

    fn with(stage: &Stage, account: BotAccount) -> Self {
        let alice = stage.user("Alice");
        let private = alice.open(&account);
        private.say("/start");
        let group = alice.group("Group", [account.id]);
        let supergroup = alice.supergroup("Supergroup", [account.id]);
        let channel = alice.channel("Channel", [account.id]);
        let forum = NewChat { is_forum: true, ..NewChat::new(ChatSort::Supergroup, "Forum") };
        let forum = alice.create(forum.with([account.id]));
        let topic = act(stage, |world| world.create_topic(alice.id, forum.id(), "Topic"));
        let place = |name, chat: Conversation, thread| {
            let id = if chat.id().is_user() { alice.id.into() } else { chat.id() };
            Place { name, chat, id, thread }
        };
        let places = vec![
            place("private chat", private, None),
            place("group", group, None),
            place("supergroup", supergroup, None),
            place("topic", forum.clone(), Some(topic)),
            place("forum", forum, None),
            place("channel", channel, None),
        ];
        Self { bot: stage.bot(&account), account, alice, places }
    }

    pub(crate) fn place(&self, name: &str) -> &Place {
        self.places.iter().find(|place| place.name == name).unwrap()
    }
}

impl Place {
    /// Prepares a message for here.
    pub(crate) fn send(&self, bot: &Bot, text: impl Into<InputText>) -> Call<SendMessage> {
        let call = bot.send_message(self.id, text);
        match self.thread {
            Some(thread) => call.thread(thread),
            None => call,
        }
    }

    pub(crate) fn is_channel(&self) -> bool {
        self.name == "channel"
    }
}

/// A chat that a bot administers, and what the bot is told there.
pub(crate) struct Ruled {
    pub(crate) account: BotAccount,
    pub(crate) bot: Bot,
    pub(crate) listening: Listening,
    pub(crate) alice: UserHandle,
    /// In the hands of Alice, who owns it.
    pub(crate) chat: Conversation,
    pub(crate) id: ChatId,
}

impl Ruled {
    /// With all rights but that to act unseen; what came of the chat's making is taken already.
    pub(crate) async fn new(stage: &Stage, new: NewChat) -> Self {
        let account = stage.account("test_bot").await;
        let listening = Listening::to_all(stage, &account).await;
        let alice = stage.user("Alice");
        let chat = alice.create(new.with([account.id]));
        let id = chat.id();
        let rights = AdministratorRights { can_promote_members: true, ..AdministratorRights::USUAL };
        act(stage, |world| world.promote(alice.id, id, account.id, rights));
        let mut ruled = Self { bot: stage.bot(&account), account, listening, alice, chat, id };
        ruled.heard().await;
        ruled
    }

    pub(crate) async fn supergroup(stage: &Stage) -> Self {
        Self::new(stage, NewChat::new(ChatSort::Supergroup, "Supergroup")).await
    }

    pub(crate) async fn channel(stage: &Stage) -> Self {
        Self::new(stage, NewChat::new(ChatSort::Channel, "Channel")).await
    }

    pub(crate) async fn forum(stage: &Stage) -> Self {
        Self::new(stage, NewChat { is_forum: true, ..NewChat::new(ChatSort::Supergroup, "Forum") }).await
    }

    /// A user whom Alice takes in.
    pub(crate) fn member(&self, stage: &Stage, name: &str) -> UserHandle {
        let user = stage.user(name);
        act(stage, |world| world.add_member(self.alice.id, self.id, user.id));
        user
    }

    /// What the bot is told up to now.
    pub(crate) async fn heard(&mut self) -> Vec<Update> {
        self.chat.say("/end@test_bot");
        self.listening.until("/end@test_bot").await
    }
}

/// Has something done that the handles do not offer.
#[track_caller]
pub(crate) fn act<T>(stage: &Stage, deed: impl FnOnce(&mut World) -> Result<T, Refusal>) -> T {
    stage.telegram().world().write(deed).unwrap()
}

/// A bot's updates as they come in.
pub(crate) struct Listening(Box<dyn UpdateSource>);

impl Listening {
    /// Listens from now on. What happens before the first update has come in may be told another way over MTProto: as
    /// what became of it.
    pub(crate) async fn new(stage: &Stage, account: &BotAccount) -> Self {
        Self::to(stage, account, Box::new(stage.updates(account))).await
    }

    /// Listens to what is told on request only as well: members, reactions.
    pub(crate) async fn to_all(stage: &Stage, account: &BotAccount) -> Self {
        Self::to(stage, account, Box::new(stage.all_updates(account))).await
    }

    async fn to(stage: &Stage, account: &BotAccount, source: Box<dyn UpdateSource>) -> Self {
        let mut listening = Self(source);
        stage.user("Usher").open(account).say("/ready");
        listening.until("/ready").await;
        listening
    }

    /// Takes the next updates and confirms them.
    pub(crate) async fn take(&mut self, count: usize) -> Vec<Update> {
        let mut updates = Vec::new();
        for _ in 0..count {
            let delivery = self.0.next().await.unwrap();
            delivery.receipt.settle();
            updates.push(delivery.update);
        }
        updates
    }

    /// Takes what comes before a message with this text, and that.
    pub(crate) async fn until(&mut self, text: &str) -> Vec<Update> {
        let mut updates = Vec::new();
        loop {
            let update = self.take(1).await.remove(0);
            let said = update.message().and_then(|message| message.as_text());
            if said.is_some_and(|said| said.text == text) {
                return updates;
            }
            updates.push(update);
        }
    }
}
