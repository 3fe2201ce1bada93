//! Waiting until something is so, that scripts need not sleep.

use std::time::Duration;

use ambigram_core::types::{ChatId, InlineKeyboard, MessageId, UserId};
use axum::extract::{Path, State};
use serde_json::{Value, json};
use tokio::time::{Instant, interval, sleep_until, timeout};

use super::error::Error;
use super::input::Input;
use super::{Control, Here, Reply, Shown, account, bot, chat, seen, user};
use crate::bot_api::Activity;
use crate::world::{MessageView, Sender, World};

/// How long is waited where nothing else is said, in seconds.
const DEFAULT_SECONDS: f64 = 10.0;

/// How often it is looked where nothing tells of a change.
const LOOK: Duration = Duration::from_millis(20);

/// Waits until `look` finds what it looks for; `None` where the time runs out before.
pub(super) async fn within<T>(
    control: &Control,
    seconds: f64,
    look: impl FnMut(&World) -> Option<T>,
) -> Result<Option<T>, Error> {
    let mut stopping = control.stopping.clone();
    tokio::select! {
        found = timeout(Duration::from_secs_f64(seconds), control.world.wait_for(look)) => Ok(found.ok()),
        _ = stopping.wait_for(|stopping| *stopping) => Err(Error::stopping()),
    }
}

/// Waits for a message that is as described; where several are, the latest counts.
pub(super) async fn for_message(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["timeout", "after", "message", "text", "contains", "from", "button", "edited", "gone"])?;
    let seconds = input.seconds("timeout", DEFAULT_SECONDS)?;
    let (user, chat) =
        control.world.read(|world| Ok::<_, Error>((user(world, &who)?, chat(world, &place)?)))?;
    if input.flag("gone")? {
        let Some(id) = input.message_id("message")? else {
            return Err(Error::input("message", "the message that is to be gone", Value::Null));
        };
        let is_gone = |world: &World| world.message_as_seen_by(user, chat, id).is_none().then_some(());
        return match within(&control, seconds, is_gone).await? {
            Some(()) => Ok(Reply::done()),
            None => Err(Error::timed_out("the message to be gone", id.0)),
        };
    }
    let wanted = Wanted {
        after: input.message_id("after")?,
        message: input.message_id("message")?,
        text: input.text("text")?,
        contains: input.text("contains")?,
        from: match input.name("from")? {
            Some(name) => Some(control.world.read(|world| account(world, &name))?),
            None => None,
        },
        button: input.text("button")?,
        edited: input.has("edited").then(|| input.flag("edited")).transpose()?,
    };
    let find = |world: &World| {
        let view = world.history(user, chat).into_iter().rev().find(|view| wanted.fits(view))?;
        Some(seen::message(world, &view))
    };
    match within(&control, seconds, find).await? {
        Some(message) => Ok(message.into()),
        None => {
            Err(Error::timed_out(wanted.describe(), control.world.read(|world| latest(world, user, chat))))
        }
    }
}

/// Waits until a bot is there: it asks for updates over the Bot API, or has signed in over MTProto, from when on it is
/// told all that happens.
pub(super) async fn until_there(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["timeout"])?;
    let seconds = input.seconds("timeout", DEFAULT_SECONDS)?;
    let id = control.world.read(|world| bot(world, &name))?;
    let activity = control.bot_api.session(id).activity();
    let is_there = || activity.borrow().polls > 0 || control.mtproto.programs_of(id) > 0;
    let mut stopping = control.stopping.clone();
    // Signing in changes nothing in the world that would tell.
    let looks = async {
        let mut looks = interval(LOOK);
        while !is_there() {
            looks.tick().await;
        }
    };
    tokio::select! {
        looked = timeout(Duration::from_secs_f64(seconds), looks) => match looked {
            Ok(()) => Ok(Reply::done()),
            Err(_) => Err(Error::timed_out("a bot that polls, or has signed in", Value::Null)),
        },
        _ = stopping.wait_for(|stopping| *stopping) => Err(Error::stopping()),
    }
}

/// Waits until a bot is quiet: no update waits, it polls for more, and nothing has come from it for a while.
pub(super) async fn until_quiet(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["timeout", "quiet_for"])?;
    let seconds = input.seconds("timeout", DEFAULT_SECONDS)?;
    let quiet_for = Duration::from_secs_f64(input.seconds("quiet_for", 0.2)?);
    let id = control.world.read(|world| bot(world, &name))?;
    let session = control.bot_api.session(id);
    let mut activity = session.activity();
    let mut changes = control.world.changes();
    let mut stopping = control.stopping.clone();
    let deadline = Instant::now() + Duration::from_secs_f64(seconds);
    loop {
        changes.borrow_and_update();
        let now: Activity = *activity.borrow_and_update();
        let waiting = session.inbox().len(&control.world);
        let is_idle = waiting == 0 && now.calls == 0 && now.polls > 0;
        let quiet_at = now.last + quiet_for;
        if is_idle && Instant::now() >= quiet_at {
            return Ok(Reply::done());
        }
        tokio::select! {
            () = sleep_until(deadline) => {
                let got = json!({ "waiting_updates": waiting, "calls": now.calls, "is_polling": now.polls > 0 });
                let expected = "a bot that has taken all updates, polls for more, and says nothing";
                return Err(Error::timed_out(expected, got));
            }
            () = sleep_until(quiet_at), if is_idle => {}
            _ = activity.changed() => {}
            _ = changes.changed() => {}
            _ = stopping.wait_for(|stopping| *stopping) => return Err(Error::stopping()),
        }
    }
}

/// A message as it is described; what is not said doesn't count.
struct Wanted {
    after: Option<MessageId>,
    message: Option<MessageId>,
    text: Option<String>,
    contains: Option<String>,
    from: Option<UserId>,
    button: Option<String>,
    edited: Option<bool>,
}

impl Wanted {
    fn fits(&self, view: &MessageView) -> bool {
        let message = &view.message;
        let text = message.text().map(|text| text.text.as_str());
        let has_button = |label: &String| {
            message.keyboard.iter().flat_map(InlineKeyboard::buttons).any(|button| button.text == *label)
        };
        self.after.is_none_or(|after| view.id > after)
            && self.message.is_none_or(|id| view.id == id)
            && self.text.as_deref().is_none_or(|wanted| text == Some(wanted))
            && self.contains.as_deref().is_none_or(|part| text.is_some_and(|text| text.contains(part)))
            && self.from.is_none_or(|from| message.sender == Sender::User(from))
            && self.button.as_ref().is_none_or(has_button)
            && self.edited.is_none_or(|edited| message.edit_date.is_some() == edited)
    }

    fn describe(&self) -> String {
        let said = [
            self.after.map(|id| format!("after {id}")),
            self.message.map(|id| format!("with the id {id}")),
            self.text.as_ref().map(|text| format!("whose text is `{text}`")),
            self.contains.as_ref().map(|part| format!("whose text contains `{part}`")),
            self.from.map(|from| format!("from {from}")),
            self.button.as_ref().map(|label| format!("with a button `{label}`")),
            self.edited
                .map(|edited| if edited { "that was edited" } else { "that was not edited" }.to_owned()),
        ];
        let said: Vec<_> = said.into_iter().flatten().collect();
        if said.is_empty() { "any message".to_owned() } else { format!("a message {}", said.join(", ")) }
    }
}

/// What is there instead: the texts of the latest messages.
fn latest(world: &World, user: UserId, chat: ChatId) -> Value {
    let history = world.history(user, chat);
    let latest = history.iter().skip(history.len().saturating_sub(5));
    latest
        .map(|view| {
            let text = view.message.text().map(|text| text.text.as_str());
            json!({ "message_id": view.id.0, "text": text })
        })
        .collect()
}
