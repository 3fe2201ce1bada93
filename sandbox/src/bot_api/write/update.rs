//! Updates. <https://core.telegram.org/bots/api#update>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use super::{Object, Put, business, group, guest, inline, member, message, payment, poll, user};
use crate::bot_api::updates::UpdateType;
use crate::world::{
    CallbackQuery, Chat, Content, Event, GroupEvent, MessageView, PressedMessage, Queued, World,
};

/// The kind of update that an event is for a bot; `None` for what bots are not told.
pub(crate) fn kind(world: &World, bot: UserId, queued: &Queued) -> Option<UpdateType> {
    if queued.is_own && !is_told_though_own(&queued.event) {
        return None;
    }
    let is_channel =
        |view: &MessageView| view.chat.is_channel() && world.chat(view.chat).is_some_and(Chat::is_channel);
    Some(match &queued.event {
        Event::NewMessage(view) if is_for_others(view) => return None,
        Event::NewMessage(view) if is_channel(view) => UpdateType::ChannelPost,
        Event::NewMessage(_) => UpdateType::Message,
        // A list whose tasks were marked, and the like: the message does not say that it was edited.
        Event::EditedMessage(view) if view.message.edit_date.is_none() => return None,
        Event::EditedMessage(view) if is_channel(view) => UpdateType::EditedChannelPost,
        Event::EditedMessage(_) => UpdateType::EditedMessage,
        Event::CallbackQuery { .. } => UpdateType::CallbackQuery,
        Event::InlineQuery(_) => UpdateType::InlineQuery,
        Event::ChosenInlineResult { .. } => UpdateType::ChosenInlineResult,
        Event::GuestQuery(_) => UpdateType::GuestMessage,
        Event::BusinessConnection(_) => UpdateType::BusinessConnection,
        Event::BusinessMessage { is_edit: false, .. } => UpdateType::BusinessMessage,
        Event::BusinessMessage { is_edit: true, .. } => UpdateType::EditedBusinessMessage,
        Event::BusinessDeleted { .. } => UpdateType::DeletedBusinessMessages,
        Event::ManagedBot { .. } => UpdateType::ManagedBot,
        Event::MemberChanged(change) if change.user == bot => UpdateType::MyChatMember,
        Event::MemberChanged(_) => UpdateType::ChatMember,
        Event::PollChanged { .. } => UpdateType::Poll,
        Event::PollVote { .. } => UpdateType::PollAnswer,
        Event::ShippingQuery(_) => UpdateType::ShippingQuery,
        Event::PreCheckoutQuery(_) => UpdateType::PreCheckoutQuery,
        Event::PaidMediaPurchased { .. } => UpdateType::PurchasedPaidMedia,
        Event::Group(GroupEvent::JoinRequested(_)) => UpdateType::ChatJoinRequest,
        Event::Group(GroupEvent::Reacted(_)) => UpdateType::MessageReaction,
        Event::Group(GroupEvent::ReactionsCounted { .. }) => UpdateType::MessageReactionCount,
        Event::Group(GroupEvent::Boosted { removed: None, .. }) => UpdateType::ChatBoost,
        Event::Group(GroupEvent::Boosted { removed: Some(_), .. }) => UpdateType::RemovedChatBoost,
        Event::StarsChanged { .. }
        | Event::Draft { .. }
        | Event::Group(_)
        | Event::DeletedMessages { .. }
        | Event::CallbackAnswered { .. }
        | Event::ChatAction { .. }
        | Event::Read { .. }
        | Event::CommandsChanged { .. } => return None,
    })
}

/// An update's JSON; `None` for what bots are not told.
pub(crate) fn update(world: &World, bot: UserId, id: i64, queued: &Queued) -> Option<String> {
    let kind = kind(world, bot, queued)?;
    let content = match &queued.event {
        Event::NewMessage(view) | Event::EditedMessage(view) => message::message(world, view),
        Event::CallbackQuery { query, message } => callback_query(world, bot, query, message),
        Event::MemberChanged(change) => member::change(world, bot, change),
        Event::InlineQuery(query) => inline::query(world, query),
        Event::ChosenInlineResult { query, result, inline: id } => inline::chosen(world, query, result, *id),
        Event::GuestQuery(query) => guest::message(world, bot, query),
        Event::BusinessConnection(connection) => business::connection(world, connection),
        Event::BusinessMessage { connection, message: view, .. } => {
            business::message(world, connection, view)
        }
        Event::BusinessDeleted { connection, chat, messages } => {
            business::deleted(world, bot, connection, *chat, messages)
        }
        Event::ManagedBot { user: owner, bot: managed } => {
            json!({ "user": user::user(world, *owner), "bot": user::user(world, *managed) })
        }
        Event::PollChanged { poll } => poll::poll(world, bot, poll),
        Event::PollVote { poll, voter, chosen } => poll::answer(world, poll, *voter, chosen),
        Event::ShippingQuery(shipping) => payment::shipping_query(world, shipping),
        Event::PreCheckoutQuery(checkout) => payment::pre_checkout_query(world, checkout),
        Event::PaidMediaPurchased { user, payload } => payment::paid_media_purchased(world, *user, payload),
        Event::Group(event) => group::event(world, bot, event)?,
        _ => return None,
    };
    Some(format!(r#"{{"update_id":{id},"{}":{content}}}"#, kind.name()))
}

/// Of what a bot did itself it is told only what others could have done as well: a new title, a leave, a topic.
fn is_told_though_own(event: &Event) -> bool {
    let Event::NewMessage(view) = event else { return false };
    matches!(&view.message.content, Content::Service(service) if service.is_told_to_author())
}

/// What only apps show: the Bot API has no words for it.
fn is_for_others(view: &MessageView) -> bool {
    matches!(view.message.content, Content::Service(crate::world::Service::GameScore { .. }))
}

/// <https://core.telegram.org/bots/api#callbackquery>
fn callback_query(world: &World, bot: UserId, query: &CallbackQuery, pressed: &PressedMessage) -> Value {
    let mut object = Object::new();
    object.put("id", query.id.0.to_string());
    object.put("from", user::user(world, query.from));
    match query.inline {
        Some(id) => object.put("inline_message_id", inline::message_id(id)),
        None => object.put("message", message::pressed(world, bot, pressed)),
    }
    object.put("chat_instance", query.chat_instance.to_string());
    match &query.game {
        Some(game) => object.put("game_short_name", game.as_str()),
        None => object.put("data", query.data.as_str()),
    }
    object.into()
}
