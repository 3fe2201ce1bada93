//! What was said and what happened, as an account sees it.

use ambigram_core::types::UserId;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::error::Error;
use super::input::Input;
use super::speaking::message_id;
use super::waiting::within;
use super::{Here, Shown, account, bot, chat, seen, user};
use crate::bot_api::write;
use crate::world::{Event, Queued, Side, World};

/// The messages of a chat, oldest first.
pub(super) async fn messages(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["after", "limit"])?;
    let after = input.message_id("after")?;
    let limit = input.position("limit")?.unwrap_or(usize::MAX);
    control.world.read(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let mut history = world.history(user, chat);
        history.retain(|view| after.is_none_or(|after| view.id > after));
        let latest = history.iter().skip(history.len().saturating_sub(limit));
        let messages: Value = latest.map(|view| seen::message(world, view)).collect();
        Ok(json!({ "messages": messages }).into())
    })
}

/// One message.
pub(super) async fn message(
    State(control): Here,
    Path((who, place, id)): Path<(String, String, String)>,
    input: Input,
) -> Shown {
    input.only(&[])?;
    let id = message_id(&id)?;
    control.world.read(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let view = world.message_as_seen_by(user, chat, id);
        let view = view.ok_or_else(|| Error::missing("a message of this chat", id.0))?;
        Ok(seen::message(world, &view).into())
    })
}

/// All that a bot said, in every chat, oldest first, as the bot itself sees it.
pub(super) async fn said(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.read(|world| {
        let bot = bot(world, &name)?;
        let messages: Value = world.written_by(bot).iter().map(|view| seen::message(world, view)).collect();
        Ok(json!({ "messages": messages }).into())
    })
}

/// A bot's command menu, as a user is shown it in a chat.
pub(super) async fn commands(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["bot"])?;
    control.world.read(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let bot = match input.name("bot")? {
            Some(name) => account(world, &name)?,
            None if chat.is_user() => bot(world, &place)?,
            None => return Err(Error::input("bot", "whose menu in this group", Value::Null)),
        };
        let commands = world.commands_shown_to(user, chat, bot).iter();
        let commands: Value = commands
            .map(|command| json!({ "command": command.command, "description": command.description }))
            .collect();
        Ok(json!({ "commands": commands }).into())
    })
}

/// What a user's app was told, in order; with a time-out, waits where there is nothing new.
pub(super) async fn events(State(control): Here, Path(who): Path<String>, input: Input) -> Shown {
    input.only(&["after", "timeout"])?;
    let after = u64::try_from(input.integer("after")?.unwrap_or_default()).unwrap_or_default();
    let seconds = input.seconds("timeout", 0.0)?;
    let id = control.world.read(|world| user(world, &who))?;
    let find = |world: &World| {
        let events: Vec<_> =
            world.queue(id)?.after(after).map(|queued| event_object(world, id, queued)).collect();
        (!events.is_empty()).then_some(events)
    };
    let events = within(&control, seconds, find).await?.unwrap_or_default();
    Ok(json!({ "events": events }).into())
}

fn event_object(world: &World, viewer: UserId, queued: &Queued) -> Value {
    let (kind, content) = match &queued.event {
        Event::NewMessage(view) => ("message", seen::message(world, view)),
        Event::EditedMessage(view) => ("edited_message", seen::message(world, view)),
        Event::DeletedMessages { chat, messages } => {
            let ids: Value = messages.iter().map(|id| id.0).collect();
            ("deleted_messages", json!({ "chat": chat.0, "message_ids": ids }))
        }
        Event::InlineQuery(query) => ("inline_query", json!({ "query": query.id.0.to_string() })),
        Event::ChosenInlineResult { result, .. } => ("chosen_inline_result", json!({ "result": result })),
        Event::GuestQuery(query) => ("guest_query", json!({ "query": query.id.0.to_string() })),
        Event::BusinessConnection(connection) => {
            ("business_connection", json!({ "connection": connection.id }))
        }
        Event::BusinessMessage { message, .. } => ("business_message", seen::message(world, message)),
        Event::BusinessDeleted { chat, messages, .. } => {
            let ids: Value = messages.iter().map(|id| id.0).collect();
            ("deleted_business_messages", json!({ "chat": chat.0, "message_ids": ids }))
        }
        Event::ManagedBot { bot, .. } => ("managed_bot", json!({ "bot": bot.0 })),
        Event::CallbackQuery { query, .. } => ("callback_query", json!({ "query": query.id.0.to_string() })),
        Event::CallbackAnswered { query, bot, answer } => (
            "callback_answer",
            json!({
                "query": query.0.to_string(),
                "bot": bot.0,
                "text": answer.text,
                "show_alert": answer.show_alert,
                "url": answer.url,
            }),
        ),
        Event::MemberChanged(change) => {
            let told = json!({
                "chat": change.chat.0,
                "by": change.by.0,
                "user": change.user.0,
                "old": change.old.name(),
                "new": change.new.name(),
            });
            ("member", told)
        }
        Event::ChatAction { chat, user, thread, action } => {
            let told = json!({
                "chat": chat.0,
                "user": user.0,
                "message_thread_id": thread.map(|thread| thread.0),
                "action": serde_json::to_value(action).unwrap_or_default(),
            });
            ("chat_action", told)
        }
        Event::Read { chat, through, side } => {
            let told = json!({ "chat": chat.0, "through": through.0, "own": *side == Side::Own });
            ("read", told)
        }
        Event::PollChanged { poll } => ("poll", write::poll::poll(world, viewer, poll)),
        Event::PollVote { voter, .. } => ("poll_answer", json!({ "user": voter.0 })),
        Event::ShippingQuery(shipping) => ("shipping_query", json!({ "query": shipping.id.0.to_string() })),
        Event::PreCheckoutQuery(checkout) => {
            ("pre_checkout_query", json!({ "query": checkout.id.0.to_string() }))
        }
        Event::PaidMediaPurchased { user, .. } => ("purchased_paid_media", json!({ "user": user.0 })),
        Event::StarsChanged { balance } => ("stars", json!({ "balance": balance })),
        Event::Draft { chat, user, thread, draft } => {
            let told = json!({
                "chat": chat.0,
                "user": user.0,
                "message_thread_id": thread.map(|thread| thread.0),
                "draft_id": draft.id,
                "text": draft.text.text,
            });
            ("draft", told)
        }
        Event::Group(event) => super::groups::event(world, queued, event),
        Event::CommandsChanged { bot } => ("commands", json!({ "bot": bot.0 })),
    };
    json!({ "seq": queued.seq, "date": queued.date, "kind": kind, kind: content })
}
