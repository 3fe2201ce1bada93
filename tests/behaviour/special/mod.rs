//! What only users and Telegram bring about: the bot is told the same of it over both wires.

mod business;
mod checklists;
mod everything;
mod extras;
mod gifts;
mod giveaways;
mod groups;
mod guests;
mod personal;
mod posts;
mod rich;

use ambigram::prelude::*;
use ambigram_sandbox::play::UserHandle;
use ambigram_sandbox::world::{Brought, Special, Thing};
use ambigram_tests::{Stage, on_both_wires};
use serde_json::{Value, json};

use crate::stages::{Everywhere, Listening, act};

/// Something that is brought about.
pub(crate) struct Case {
    /// The content's name.
    name: &'static str,
    /// The chat.
    place: &'static str,
    /// What the sandbox is given, in its own words.
    given: Value,
    /// Whether it is about a message that was there before.
    is_about_another: bool,
    /// What must be told among the rest.
    told: Value,
}

impl Case {
    fn new(name: &'static str, place: &'static str, given: Value, told: Value) -> Self {
        Self { name, place, given, is_about_another: false, told }
    }

    fn about_another(self) -> Self {
        Self { is_about_another: true, ..self }
    }

    fn special(&self) -> Special {
        let mut given = self.given.clone();
        given["type"] = self.name.into();
        serde_json::from_value(given).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }
}

/// A bot everywhere, with all that it can be told of, and the people whom things are about.
pub(crate) struct Cast {
    pub(crate) everywhere: Everywhere,
    pub(crate) listening: Listening,
    pub(crate) bob: UserHandle,
}

impl Cast {
    pub(crate) async fn new(stage: &Stage) -> Self {
        let (everywhere, listening) = Everywhere::listening(stage).await;
        act(stage, |world| world.set_privacy_mode(everywhere.account.id, false));
        Self { everywhere, listening, bob: stage.user("Bob") }
    }

    pub(crate) fn id(&self, place: &str) -> i64 {
        self.everywhere.place(place).id.0
    }

    /// Brings a case about, and takes what the bot is told of it.
    pub(crate) async fn bring(&mut self, case: &Case) -> Message {
        let place = self.everywhere.place(case.place);
        let reply_to = case.is_about_another.then(|| place.chat.say("about this"));
        if reply_to.is_some() {
            self.listening.take(1).await;
        }
        let brought = Brought {
            thing: Thing::Special(Box::new(case.special())),
            reply_to,
            thread: place.thread,
            extra: None,
        };
        place.chat.bring(brought).unwrap_or_else(|error| panic!("{}: {error}", case.name));
        let update = self.listening.take(1).await.remove(0);
        let message = update.message().unwrap_or_else(|| panic!("{update:?}")).clone();
        assert_eq!((message.kind.name(), message.chat.id), (case.name, place.id), "{message:?}");
        message
    }
}

/// Brings everything of a table about, over both wires: the bot is told what the table says, and the same.
pub(crate) async fn are_told(cases: impl Fn(&Cast) -> Vec<Case>) {
    on_both_wires(async |stage| {
        let mut cast = Cast::new(stage).await;
        for case in cases(&cast) {
            let message = cast.bring(&case).await;
            let told = serde_json::to_value(&message).unwrap();
            let found = &told[case.name];
            assert!(has(found, &case.told), "{}: expected {}, found {found}", case.name, case.told);
            if case.is_about_another {
                assert_eq!(told["reply_to_message"], Value::Null, "it is part of what is told: {told}");
            }
        }
    })
    .await;
}

/// Whether all that is expected stands in what was found, which may have more.
pub(crate) fn has(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            expected.iter().all(|(name, value)| found.get(name).is_some_and(|found| has(found, value)))
        }
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len() && found.iter().zip(expected).all(|(found, one)| has(found, one))
        }
        _ => found == expected,
    }
}

/// The message to which something is, as it is told.
fn about_this() -> Value {
    json!({ "text": "about this" })
}
