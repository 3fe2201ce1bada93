//! What is told of chats beside messages and members: links, requests, reactions, boosts, topics, rights, menu buttons.

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use super::chat::chat;
use super::member::put_rights;
use super::user::user;
use super::{Object, Put};
use crate::rules::reactions::Reaction;
use crate::rules::{AdministratorRights, ChatSort};
use crate::world::{
    Boost, BoostSource, GroupEvent, Invite, JoinRequest, MenuButton, ReactionChange, Sender, World,
};

/// An update's content; `None` for what bots are not told.
pub(crate) fn event(world: &World, bot: UserId, event: &GroupEvent) -> Option<Value> {
    Some(match event {
        GroupEvent::JoinRequested(request) => join_request(world, bot, request),
        GroupEvent::Reacted(change) => reaction_change(world, bot, change),
        GroupEvent::ReactionsCounted { chat: place, message, date, counts } => {
            let counts: Value = counts
                .iter()
                .map(|(kind, count)| json!({ "type": reaction(kind), "total_count": count }))
                .collect();
            json!({ "chat": chat(world, bot, *place), "message_id": message.0, "date": date, "reactions": counts })
        }
        GroupEvent::Boosted { chat: place, boost: told, removed: None } => {
            json!({ "chat": chat(world, bot, *place), "boost": boost(world, told) })
        }
        GroupEvent::Boosted { chat: place, boost: told, removed: Some(date) } => json!({
            "chat": chat(world, bot, *place),
            "boost_id": told.id,
            "remove_date": date,
            "source": boost_source(world, &told.source),
        }),
        GroupEvent::RequestsPending { .. }
        | GroupEvent::Pinned { .. }
        | GroupEvent::Reactions { .. }
        | GroupEvent::MenuButtonChanged { .. } => return None,
    })
}

/// An invite link; `link` is as much of it as the bot is shown. <https://core.telegram.org/bots/api#chatinvitelink>
pub(crate) fn invite(world: &World, invite: &Invite, link: String) -> Value {
    let mut object = Object::new();
    object.put("invite_link", link);
    object.put_some("name", Some(invite.name.as_str()).filter(|name| !name.is_empty()));
    object.put("creator", user(world, invite.creator));
    object.put_some("expire_date", Some(invite.expire_date).filter(|date| *date != 0));
    object.put_some("member_limit", Some(invite.member_limit).filter(|limit| *limit != 0));
    object.put_some("pending_join_request_count", Some(invite.requested).filter(|count| *count != 0));
    object.put_some("subscription_period", invite.subscription.map(|paid| paid.period));
    object.put_some("subscription_price", invite.subscription.map(|paid| paid.price));
    object.put("creates_join_request", invite.needs_approval);
    object.put("is_primary", invite.is_primary);
    object.put("is_revoked", invite.is_revoked);
    object.into()
}

/// <https://core.telegram.org/bots/api#chatjoinrequest>
fn join_request(world: &World, bot: UserId, request: &JoinRequest) -> Value {
    let mut object = Object::new();
    object.put("chat", chat(world, bot, request.chat));
    object.put("from", user(world, request.user));
    object.put("user_chat_id", request.user.0);
    object.put("date", request.date);
    let by_link = request.invite.as_ref().map(|link| invite(world, link, link.link_for(bot)));
    object.put_some("invite_link", by_link);
    object.into()
}

/// <https://core.telegram.org/bots/api#messagereactionupdated>
fn reaction_change(world: &World, bot: UserId, change: &ReactionChange) -> Value {
    let mut object = Object::new();
    object.put("chat", chat(world, bot, change.chat));
    object.put("message_id", change.message.0);
    match change.by {
        Sender::User(id) => object.put("user", user(world, id)),
        Sender::Chat(id) => object.put("actor_chat", chat(world, bot, id)),
    }
    object.put("date", change.date);
    object.put("old_reaction", change.old.iter().map(reaction).collect::<Value>());
    object.put("new_reaction", change.new.iter().map(reaction).collect::<Value>());
    object.into()
}

/// <https://core.telegram.org/bots/api#reactiontype>
pub(crate) fn reaction(reaction: &Reaction) -> Value {
    match reaction {
        Reaction::Emoji(emoji) => json!({ "type": "emoji", "emoji": emoji }),
        Reaction::CustomEmoji(id) => json!({ "type": "custom_emoji", "custom_emoji_id": id.to_string() }),
        Reaction::Paid => json!({ "type": "paid" }),
    }
}

/// <https://core.telegram.org/bots/api#chatboost>
pub(crate) fn boost(world: &World, boost: &Boost) -> Value {
    json!({
        "boost_id": boost.id,
        "add_date": boost.date,
        "expiration_date": boost.expires,
        "source": boost_source(world, &boost.source),
    })
}

/// <https://core.telegram.org/bots/api#chatboostsource>
fn boost_source(world: &World, source: &BoostSource) -> Value {
    match *source {
        BoostSource::Premium(id) => json!({ "source": "premium", "user": user(world, id) }),
        BoostSource::GiftCode(id) => json!({ "source": "gift_code", "user": user(world, id) }),
        BoostSource::Giveaway { message, winner, stars, is_unclaimed } => {
            let mut object = Object::new();
            object.put("source", "giveaway");
            object.put("giveaway_message_id", message);
            object.put_some("prize_star_count", stars);
            object.put_some("user", winner.map(|winner| user(world, winner)));
            object.put_true("is_unclaimed", is_unclaimed && winner.is_none());
            object.into()
        }
    }
}

/// The rights that a bot asks for. <https://core.telegram.org/bots/api#chatadministratorrights>
pub(crate) fn rights(rights: &AdministratorRights, for_channels: bool) -> Value {
    let sort = if for_channels { ChatSort::Channel } else { ChatSort::Supergroup };
    let mut object = Object::new();
    put_rights(&mut object, Some(sort), rights);
    object.into()
}

/// <https://core.telegram.org/bots/api#menubutton>
pub(crate) fn menu_button(button: &MenuButton) -> Value {
    match button {
        MenuButton::Default => json!({ "type": "default" }),
        MenuButton::Commands => json!({ "type": "commands" }),
        MenuButton::WebApp { text, url } => {
            json!({ "type": "web_app", "text": text, "web_app": { "url": url } })
        }
    }
}
