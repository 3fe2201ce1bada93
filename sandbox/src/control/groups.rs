//! What users do in chats beside writing, and what befalls chats: links, requests, pins, reactions, boosts, settings.

use ambigram_core::types::{ChatId, MessageId, UserId};
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::chats::{acting, group};
use super::error::Error;
use super::input::{Input, Name};
use super::{Here, Reply, Shown, account, user};
use crate::bot_api::write;
use crate::rules::reactions::{Offered, Reaction};
use crate::rules::{ChatRefusal, Refusal};
use crate::world::{Boost, BoostSource, GroupEvent, Invite, NewInvite, Queued, Subscription, World};

/// Lists an account's links; all that it ever made.
pub(super) async fn list_invites(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["by"])?;
    control.world.read(|world| {
        let (chat, by) = acting(world, &name, &input)?;
        let invites: Value =
            world.invites(by, chat, by)?.into_iter().map(|invite| invite_object(world, invite)).collect();
        Ok(json!({ "invites": invites }).into())
    })
}

/// Makes a link.
pub(super) async fn create_invite(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[
        "by",
        "name",
        "expire_date",
        "member_limit",
        "creates_join_request",
        "subscription_period",
        "subscription_price",
    ])?;
    let number = |name: &str| -> Result<u32, Error> {
        let number = input.integer(name)?.unwrap_or_default();
        u32::try_from(number).map_err(|_| Error::input(name, "a number, 0 or more", number))
    };
    let (period, price) = (number("subscription_period")?, number("subscription_price")?);
    let new = NewInvite {
        name: input.text("name")?.unwrap_or_default(),
        expire_date: input.integer("expire_date")?.unwrap_or_default(),
        member_limit: number("member_limit")?,
        needs_approval: input.flag("creates_join_request")?,
        subscription: (price > 0).then_some(Subscription { period, price }),
    };
    control.world.write(|world| {
        let (chat, by) = acting(world, &name, &input)?;
        let invite = world.create_invite(by, chat, new)?;
        Ok(Reply::created(invite_object(world, &invite)))
    })
}

/// A user opens a link: joins, or asks to be let in.
pub(super) async fn join(State(control): Here, Path(who): Path<String>, input: Input) -> Shown {
    input.only(&["invite_link"])?;
    let link = input.required_text("invite_link")?;
    control.world.write(|world| {
        let user = user(world, &who)?;
        match world.join_by_link(user, &link) {
            Ok(chat) => Ok(json!({ "joined": true, "chat": chat.0 }).into()),
            Err(Refusal::Chat(ChatRefusal::RequestSent)) => {
                Ok(json!({ "joined": false, "request_sent": true }).into())
            }
            Err(refusal) => Err(refusal.into()),
        }
    })
}

/// Lists who asks to be let in.
pub(super) async fn list_requests(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["by"])?;
    control.world.read(|world| {
        let (chat, by) = acting(world, &name, &input)?;
        let requests: Value = world
            .join_requests(by, chat)?
            .into_iter()
            .map(|request| {
                json!({
                    "user": write::user::user(world, request.user),
                    "date": request.date,
                    "invite_link": request.invite.as_ref().map(Invite::link),
                })
            })
            .collect();
        Ok(json!({ "requests": requests }).into())
    })
}

/// Lets somebody in, or doesn't.
pub(super) async fn answer_request(
    State(control): Here,
    Path((name, who)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["by", "approve"])?;
    let is_approved = input.flag_or("approve", true)?;
    control.world.write(|world| {
        let user = account(world, &Name::read(&who)?)?;
        let (chat, by) = acting(world, &name, &input)?;
        world.answer_join_request(by, chat, user, is_approved)?;
        Ok(Reply::done())
    })
}

/// A chat is boosted: by a user with Telegram Premium, or from another source.
pub(super) async fn boost(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["user", "source", "times", "message", "stars", "is_unclaimed"])?;
    let source = input.text("source")?.unwrap_or_else(|| "premium".to_owned());
    let times = input.integer("times")?.unwrap_or(1);
    let times = u32::try_from(times).map_err(|_| Error::input("times", "a number, 1 or more", times))?;
    control.world.write(|world| {
        let chat = group(world, &name)?.id;
        let who = input.name("user")?.map(|name| account(world, &name)).transpose()?;
        let required = || who.ok_or_else(|| Error::input("user", Name::EXPECTED, Value::Null));
        let boosts = match source.as_str() {
            "premium" => world.boost(required()?, chat, times)?,
            "gift_code" => vec![world.give_boost(chat, BoostSource::GiftCode(required()?))?],
            "giveaway" => {
                let message = input.message_id("message")?.map_or(0, |message| message.0);
                let (stars, is_unclaimed) = (input.integer("stars")?, input.flag("is_unclaimed")?);
                let source = BoostSource::Giveaway { message, winner: who, stars, is_unclaimed };
                vec![world.give_boost(chat, source)?]
            }
            other => return Err(Error::input("source", "premium, gift_code or giveaway", other)),
        };
        Ok(Reply::created(boosts_object(world, &boosts)))
    })
}

/// The boosts that still last.
pub(super) async fn list_boosts(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.read(|world| {
        let chat = group(world, &name)?.id;
        let boosts: Vec<_> = world.lasting_boosts(chat).cloned().collect();
        Ok(boosts_object(world, &boosts).into())
    })
}

/// Takes a boost away.
pub(super) async fn remove_boost(
    State(control): Here,
    Path((name, id)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let chat = group(world, &name)?.id;
        world.remove_boost(chat, &id)?;
        Ok(Reply::done())
    })
}

/// A user reacts to a message.
pub(super) async fn react(
    State(control): Here,
    Path((who, name, message)): Path<(String, String, i32)>,
    input: Input,
) -> Shown {
    input.only(&["reaction", "is_big"])?;
    let reactions = reactions(input.value("reaction"), "reaction")?;
    let is_big = input.flag("is_big")?;
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, super::chat(world, &name)?);
        world.react(user, chat, MessageId(message), reactions, is_big)?;
        Ok(Reply::done())
    })
}

/// A user pins a message.
pub(super) async fn pin(
    State(control): Here,
    Path((who, name, message)): Path<(String, String, i32)>,
    input: Input,
) -> Shown {
    input.only(&["is_silent"])?;
    let is_silent = input.flag("is_silent")?;
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, super::chat(world, &name)?);
        world.pin(user, chat, MessageId(message), is_silent)?;
        Ok(Reply::done())
    })
}

/// A user unpins a message.
pub(super) async fn unpin(
    State(control): Here,
    Path((who, name, message)): Path<(String, String, i32)>,
    input: Input,
) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, super::chat(world, &name)?);
        world.unpin(user, chat, Some(MessageId(message)))?;
        Ok(Reply::done())
    })
}

/// What can be changed of a chat, each by a field of its own.
pub(super) const CHANGES: [&str; 13] = [
    "title",
    "by",
    "description",
    "permissions",
    "slow_mode_delay",
    "has_protected_content",
    "message_auto_delete_time",
    "join_by_request",
    "join_to_send_messages",
    "has_visible_history",
    "available_reactions",
    "username",
    "is_forum",
];

/// Changes what a chat's settings are, in the order of [`CHANGES`].
pub(super) fn change(world: &mut World, by: UserId, chat: ChatId, input: &Input) -> Result<(), Error> {
    let number = |name: &str| -> Result<Option<u32>, Error> {
        let Some(number) = input.integer(name)? else { return Ok(None) };
        u32::try_from(number).map(Some).map_err(|_| Error::input(name, "seconds, 0 or more", number))
    };
    if let Some(title) = input.text("title")? {
        world.set_title(by, chat, &title)?;
    }
    if let Some(about) = input.text("description")? {
        world.set_about(by, chat, &about)?;
    }
    if input.has("permissions") {
        world.set_permissions(by, chat, super::members::permissions(input)?)?;
    }
    if let Some(seconds) = number("slow_mode_delay")? {
        world.set_slow_mode(by, chat, seconds)?;
    }
    if input.has("has_protected_content") {
        world.set_protected(by, chat, input.flag("has_protected_content")?)?;
    }
    if let Some(seconds) = number("message_auto_delete_time")? {
        world.set_auto_delete(by, chat, seconds)?;
    }
    if input.has("join_by_request") {
        world.set_join_by_request(by, chat, input.flag("join_by_request")?)?;
    }
    if input.has("join_to_send_messages") {
        world.set_join_to_send(by, chat, input.flag("join_to_send_messages")?)?;
    }
    if input.has("has_visible_history") {
        world.set_history_hidden(by, chat, !input.flag("has_visible_history")?)?;
    }
    if let Some(offered) = input.value("available_reactions") {
        let offered = match offered.as_str() {
            Some("all") => Offered::All,
            _ => Offered::Only(reactions(Some(offered), "available_reactions")?),
        };
        world.set_offered_reactions(by, chat, offered)?;
    }
    if let Some(username) = input.text("username")? {
        let username = Some(username.trim_start_matches('@').to_owned()).filter(|name| !name.is_empty());
        world.set_username(by, chat, username)?;
    }
    if input.has("is_forum") {
        world.set_forum(by, chat, input.flag("is_forum")?)?;
    }
    Ok(())
}

/// What the app of an account is told of chats: its kind, and what is in it.
pub(super) fn event(world: &World, queued: &Queued, event: &GroupEvent) -> (&'static str, Value) {
    let _ = queued;
    match event {
        GroupEvent::JoinRequested(request) => {
            ("join_request", json!({ "chat": request.chat.0, "user": request.user.0 }))
        }
        GroupEvent::RequestsPending { chat, users } => {
            let users: Value = users.iter().map(|user| user.0).collect();
            ("pending_requests", json!({ "chat": chat.0, "users": users }))
        }
        GroupEvent::Pinned { chat, messages, is_pinned } => {
            let messages: Value = messages.iter().map(|message| message.0).collect();
            ("pinned_messages", json!({ "chat": chat.0, "message_ids": messages, "pinned": is_pinned }))
        }
        GroupEvent::Reacted(change) => {
            ("reaction", json!({ "chat": change.chat.0, "message_id": change.message.0 }))
        }
        GroupEvent::ReactionsCounted { chat, message, .. } => {
            ("reaction_count", json!({ "chat": chat.0, "message_id": message.0 }))
        }
        GroupEvent::Reactions { chat, message, key, .. } => {
            let counts: Value = world
                .reaction_counts(*key)
                .iter()
                .map(|(kind, count)| json!({ "type": write::group::reaction(kind), "total_count": count }))
                .collect();
            ("reactions", json!({ "chat": chat.0, "message_id": message.0, "reactions": counts }))
        }
        GroupEvent::Boosted { chat, boost, removed } => {
            ("boost", json!({ "chat": chat.0, "boost_id": boost.id, "removed": removed.is_some() }))
        }
        GroupEvent::MenuButtonChanged { bot } => ("menu_button", json!({ "bot": bot.0 })),
    }
}

/// Reactions: emoji, the Bot API's objects, or one of them alone.
fn reactions(value: Option<&Value>, name: &str) -> Result<Vec<Reaction>, Error> {
    let expected = "emoji or the Bot API's ReactionType, in an array or alone";
    let read = |value: &Value| -> Result<Reaction, Error> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        match (value.as_str(), text("emoji"), text("custom_emoji_id").and_then(|id| id.parse().ok())) {
            (Some(emoji), ..) | (_, Some(emoji), _) => Ok(Reaction::emoji(emoji)),
            (.., Some(id)) => Ok(Reaction::CustomEmoji(id)),
            _ if text("type") == Some("paid") => Ok(Reaction::Paid),
            _ => Err(Error::input(name, expected, value.clone())),
        }
    };
    match value {
        None => Ok(Vec::new()),
        Some(Value::Array(values)) => values.iter().map(read).collect(),
        Some(value) => Ok(vec![read(value)?]),
    }
}

fn invite_object(world: &World, invite: &Invite) -> Value {
    write::group::invite(world, invite, invite.link())
}

fn boosts_object(world: &World, boosts: &[Boost]) -> Value {
    let boosts: Value = boosts.iter().map(|boost| write::group::boost(world, boost)).collect();
    json!({ "boosts": boosts })
}
