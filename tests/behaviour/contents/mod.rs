//! What messages hold beside texts and files: places, contacts, dice, polls, games, invoices; and money.

mod dice;
mod drafts;
mod everywhere;
mod games;
mod inline;
mod invoices;
mod live;
mod paid_media;
mod payments;
mod people;
mod places;
mod polls;
mod quizzes;
mod shipping;
mod stars;
mod votes;

use ambigram::prelude::*;
use ambigram::types::{Message, Update, UserId};
use ambigram::{Bot, Error};
use ambigram_sandbox::play::{BotAccount, Conversation, UserHandle};
use ambigram_sandbox::world::{NewContent, NewMessage};
use ambigram_tests::Stage;
use serde_json::Value;

use crate::stages::{Listening, act};

/// A bot that listens, and Alice, who has opened it.
struct Meeting {
    account: BotAccount,
    bot: Bot,
    listening: Listening,
    alice: UserHandle,
    chat: Conversation,
}

impl Meeting {
    async fn new(stage: &Stage) -> Self {
        let account = stage.account("test_bot").await;
        Self::with(stage, account).await
    }

    async fn with(stage: &Stage, account: BotAccount) -> Self {
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let chat = alice.open(&account);
        chat.say("/start");
        listening.until("/start").await;
        Self { bot: stage.bot(&account), account, listening, alice, chat }
    }

    /// The private chat with Alice, as the bot names it.
    fn id(&self) -> ChatId {
        self.alice.id.into()
    }

    /// The next update.
    async fn next(&mut self) -> Update {
        self.listening.take(1).await.remove(0)
    }

    /// The next update's message.
    async fn message(&mut self) -> Message {
        let update = self.next().await;
        update.message().unwrap_or_else(|| panic!("no message: {update:?}")).clone()
    }
}

/// A user writes something into a chat.
#[track_caller]
fn say(stage: &Stage, who: UserId, chat: &Conversation, content: NewContent) -> MessageId {
    act(stage, |world| world.send_message(who, chat.id(), NewMessage::new(content))).id
}

/// What a message holds, in the Bot API's form.
fn held(message: &Message) -> Value {
    serde_json::to_value(message).unwrap()[message.kind.name()].clone()
}

/// Of what kind a refusal is.
#[track_caller]
fn kind<T: std::fmt::Debug>(result: std::result::Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}
