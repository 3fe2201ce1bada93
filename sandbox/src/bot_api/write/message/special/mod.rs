//! What only users and Telegram bring about. <https://core.telegram.org/bots/api#message>

mod background;
mod gift;
mod giveaway;

use ambigram_core::types::{MessageEntity, UserId};
use serde_json::{Value, json};

use crate::bot_api::write::chat::chat;
use crate::bot_api::write::user::user;
use crate::bot_api::write::{Object, Put, entities, files};
use crate::rules::app_keyboard::AskedDetails;
use crate::world::special::{
    ChatShared, Checklist, PassportData, PassportElement, Price, Special, StoryName, SuggestedPost, Task,
    UsersShared, WriteAccess,
};
use crate::world::{Currency, Extra, MessageView, World};

/// Puts the field that tells of it.
pub(super) fn put(object: &mut Object, world: &World, view: &MessageView, special: &Special) {
    let (name, mut value) = field(world, view, special);
    let is_gift = matches!(special, Special::Gift(_) | Special::GiftUpgradeSent(_) | Special::UniqueGift(_));
    if let (true, Some(fields)) = (is_gift && !view.is_outgoing(), value.as_object_mut()) {
        // Whoever has got a gift names it by the message that brought it.
        fields.insert("owned_gift_id".to_owned(), view.id.0.to_string().into());
    }
    object.put(name, value);
}

fn field(world: &World, view: &MessageView, special: &Special) -> (&'static str, Value) {
    let viewer = view.viewer;
    let of = |name| about(world, view, name);
    match special {
        Special::Story(name) => ("story", story(world, viewer, name)),
        Special::Giveaway(given) => ("giveaway", giveaway::giveaway(world, viewer, given)),
        Special::GiveawayWinners(over) => ("giveaway_winners", giveaway::winners(world, viewer, over)),
        Special::Checklist(list) => ("checklist", checklist(world, viewer, list)),
        Special::RichMessage(rich) => ("rich_message", serde_json::to_value(rich).unwrap_or_default()),
        Special::GiveawayCreated(created) => {
            let mut object = Object::new();
            object.put_some("prize_star_count", created.prize_star_count);
            ("giveaway_created", object.into())
        }
        Special::GiveawayCompleted(over) => {
            ("giveaway_completed", giveaway::completed(of("giveaway_message"), over))
        }
        Special::Gift(given) => ("gift", gift::message(world, viewer, given)),
        Special::GiftUpgradeSent(given) => ("gift_upgrade_sent", gift::message(world, viewer, given)),
        Special::UniqueGift(given) => ("unique_gift", gift::unique_message(world, viewer, given)),
        Special::VideoChatScheduled(call) => {
            ("video_chat_scheduled", json!({ "start_date": call.start_date }))
        }
        Special::VideoChatStarted(_) => ("video_chat_started", json!({})),
        Special::VideoChatEnded(call) => ("video_chat_ended", json!({ "duration": call.duration })),
        Special::VideoChatParticipantsInvited(invited) => {
            let users: Value = invited.users.iter().map(|id| user(world, *id)).collect();
            ("video_chat_participants_invited", json!({ "users": users }))
        }
        Special::ChatBackgroundSet(set) => {
            ("chat_background_set", json!({ "type": background::background(world, viewer, set) }))
        }
        Special::UsersShared(shared) => ("users_shared", users_shared(world, viewer, shared)),
        Special::ChatShared(shared) => ("chat_shared", chat_shared(world, shared)),
        Special::WriteAccessAllowed(access) => ("write_access_allowed", write_access(access)),
        Special::ConnectedWebsite(website) => ("connected_website", website.domain.as_str().into()),
        Special::WebAppData(sent) => {
            ("web_app_data", json!({ "button_text": sent.button_text, "data": sent.data }))
        }
        Special::PassportData(given) => ("passport_data", passport(given)),
        Special::ChatOwnerLeft { new_owner } => {
            let mut object = Object::new();
            object.put_some("new_owner", new_owner.map(|id| user(world, id)));
            ("chat_owner_left", object.into())
        }
        Special::ChatOwnerChanged { new_owner } => {
            ("chat_owner_changed", json!({ "new_owner": user(world, *new_owner) }))
        }
        Special::ChecklistTasksDone(marked) => {
            let mut object = of("checklist_message");
            let put = |object: &mut Object, name, ids: &[i32]| {
                if !ids.is_empty() {
                    object.put(name, ids);
                }
            };
            put(&mut object, "marked_as_done_task_ids", &marked.marked_as_done_task_ids);
            put(&mut object, "marked_as_not_done_task_ids", &marked.marked_as_not_done_task_ids);
            ("checklist_tasks_done", object.into())
        }
        Special::ChecklistTasksAdded(added) => {
            let mut object = of("checklist_message");
            object.put("tasks", tasks(world, viewer, &added.tasks));
            ("checklist_tasks_added", object.into())
        }
        Special::BoostAdded { boost_count } => ("boost_added", json!({ "boost_count": boost_count })),
        Special::DirectMessagePriceChanged { are_direct_messages_enabled, direct_message_star_count } => {
            let mut object = Object::new();
            object.put("are_direct_messages_enabled", *are_direct_messages_enabled);
            let price = Some(*direct_message_star_count).filter(|stars| *stars > 0);
            object.put_some("direct_message_star_count", price);
            ("direct_message_price_changed", object.into())
        }
        Special::PaidMessagePriceChanged { paid_message_star_count } => {
            ("paid_message_price_changed", json!({ "paid_message_star_count": paid_message_star_count }))
        }
        Special::ManagedBotCreated { bot } => ("managed_bot_created", json!({ "bot": user(world, *bot) })),
        Special::SuggestedPostApproved(post) => {
            let mut object = of("suggested_post_message");
            object.put_some("price", post.price.as_ref().map(price));
            object.put("send_date", post.send_date);
            ("suggested_post_approved", object.into())
        }
        Special::SuggestedPostApprovalFailed(post) => {
            let mut object = of("suggested_post_message");
            object.put("price", price(&post.price));
            ("suggested_post_approval_failed", object.into())
        }
        Special::SuggestedPostDeclined(post) => {
            let mut object = of("suggested_post_message");
            object.put_some("comment", post.comment.as_deref().filter(|comment| !comment.is_empty()));
            ("suggested_post_declined", object.into())
        }
        Special::SuggestedPostPaid(post) => {
            let mut object = of("suggested_post_message");
            object.put("currency", post.price.currency.name());
            match post.price.currency {
                Currency::Stars => object.put("star_amount", json!({ "amount": post.price.amount })),
                Currency::Toncoin => object.put("amount", post.price.amount),
            }
            ("suggested_post_paid", object.into())
        }
        Special::SuggestedPostRefunded(post) => {
            let mut object = of("suggested_post_message");
            let reason = if post.is_payment_refunded { "payment_refunded" } else { "post_deleted" };
            object.put("reason", reason);
            ("suggested_post_refunded", object.into())
        }
    }
}

/// An object with the message that it is about, where that is still there.
fn about(world: &World, view: &MessageView, name: &str) -> Object {
    let mut object = Object::new();
    object.put_some(name, view.reply_to.as_deref().map(|message| super::without_reply(world, message)));
    object
}

/// Puts what a message tells of itself beside its content.
pub(super) fn put_extra(object: &mut Object, world: &World, viewer: UserId, extra: &Extra) {
    object.put_some("author_signature", extra.author_signature.as_deref());
    object.put_some("reply_to_story", extra.reply_to_story.as_ref().map(|name| story(world, viewer, name)));
    object.put_some("reply_to_checklist_task_id", extra.reply_to_checklist_task_id);
    object.put_some(
        "direct_messages_topic",
        extra.direct_messages_topic.map(|id| json!({ "topic_id": id.0, "user": user(world, id) })),
    );
    object.put_some("sender_business_bot", extra.business_bot.map(|id| user(world, id)));
    object.put_some("guest_bot_caller_user", extra.guest_caller.map(|id| user(world, id)));
    object.put_true("is_from_offline", extra.is_from_offline);
    object.put_some("sender_boost_count", extra.sender_boost_count);
    object.put_some("sender_tag", extra.sender_tag.as_deref());
    object.put_some("paid_star_count", extra.paid_star_count);
    object.put_true("is_paid_post", extra.paid_post.is_some());
    object.put_some("suggested_post_info", extra.suggested_post.as_ref().map(suggested_post));
}

/// <https://core.telegram.org/bots/api#suggestedpostinfo>
fn suggested_post(post: &SuggestedPost) -> Value {
    let mut object = Object::new();
    object.put("state", post.state.name());
    object.put_some("price", post.price.as_ref().map(price));
    object.put_some("send_date", post.send_date);
    object.into()
}

fn price(price: &Price) -> Value {
    json!({ "currency": price.currency.name(), "amount": price.amount })
}

fn story(world: &World, viewer: UserId, name: &StoryName) -> Value {
    json!({ "chat": chat(world, viewer, name.chat), "id": name.id })
}

/// <https://core.telegram.org/bots/api#checklist>
fn checklist(world: &World, viewer: UserId, list: &Checklist) -> Value {
    let mut object = Object::new();
    put_text(&mut object, world, "title", &list.title, "title_entities", &list.title_entities);
    object.put("tasks", tasks(world, viewer, &list.tasks));
    object.put_true("others_can_add_tasks", list.others_can_add_tasks);
    object.put_true("others_can_mark_tasks_as_done", list.others_can_mark_tasks_as_done);
    object.into()
}

fn tasks(world: &World, viewer: UserId, tasks: &[Task]) -> Value {
    let task = |task: &Task| {
        let mut object = Object::new();
        object.put("id", task.id);
        put_text(&mut object, world, "text", &task.text, "text_entities", &task.text_entities);
        if let Some(done) = task.done {
            if done.by.is_user() {
                object.put("completed_by_user", user(world, UserId(done.by.0)));
            } else {
                object.put("completed_by_chat", chat(world, viewer, done.by));
            }
            object.put("completion_date", done.date);
        }
        Value::from(object)
    };
    tasks.iter().map(task).collect()
}

fn put_text(
    object: &mut Object,
    world: &World,
    name: &str,
    text: &str,
    entities_name: &str,
    formatting: &[MessageEntity],
) {
    object.put(name, text);
    if !formatting.is_empty() {
        object.put(entities_name, entities(world, formatting));
    }
}

fn users_shared(world: &World, viewer: UserId, shared: &UsersShared) -> Value {
    let users = shared.users.iter().map(|id| shared_user(world, viewer, *id, shared.told)).collect::<Value>();
    let mut object = Object::new();
    // Two older ways to say the same.
    object.put("user_ids", shared.users.iter().map(|id| id.0).collect::<Value>());
    object.put("users", users);
    object.put("request_id", shared.request_id);
    object.into()
}

fn shared_user(world: &World, _viewer: UserId, id: UserId, told: AskedDetails) -> Value {
    let mut object = Object::new();
    object.put("user_id", id.0);
    if let Some(account) = world.account(id) {
        if told.name {
            object.put("first_name", account.first_name.as_str());
            object.put_some("last_name", account.last_name.as_deref());
        }
        if told.username {
            object.put_some("username", account.username.as_deref());
        }
    }
    object.into()
}

fn chat_shared(world: &World, shared: &ChatShared) -> Value {
    let mut object = Object::new();
    object.put("chat_id", shared.chat.0);
    if let Some(chat) = world.chat(shared.chat) {
        if shared.told.name {
            object.put("title", chat.title.as_str());
        }
        if shared.told.username {
            object.put_some("username", chat.username.as_deref());
        }
    }
    object.put("request_id", shared.request_id);
    object.into()
}

fn write_access(access: &WriteAccess) -> Value {
    let mut object = Object::new();
    object.put_true("from_request", access.from_request);
    object.put_some("web_app_name", access.web_app_name.as_deref());
    object.put_true("from_attachment_menu", access.from_attachment_menu);
    object.into()
}

fn passport(given: &PassportData) -> Value {
    let element = |element: &PassportElement| {
        let mut object = Object::new();
        object.put("type", element.element.as_str());
        object.put_some("data", element.data.as_deref());
        object.put_some("phone_number", element.phone_number.as_deref());
        object.put_some("email", element.email.as_deref());
        object.put("hash", element.hash.as_str());
        Value::from(object)
    };
    json!({
        "data": given.elements.iter().map(element).collect::<Value>(),
        "credentials": { "data": given.credentials, "hash": given.hash, "secret": given.secret },
    })
}

/// A document that the world made for something special.
fn document(world: &World, viewer: UserId, id: i64) -> Option<Value> {
    world.document(id).map(|document| files::background(world, viewer, document))
}

/// A sticker that the world made for something special.
fn sticker(world: &World, viewer: UserId, id: i64) -> Option<Value> {
    world.document(id).map(|document| files::sticker(world, viewer, document))
}
