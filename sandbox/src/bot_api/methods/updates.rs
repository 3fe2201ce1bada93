//! Getting updates. <https://core.telegram.org/bots/api#getting-updates>

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, sleep_until};

use super::{Call, lacks};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::updates::AllowedUpdates;

/// The longest that Telegram waits, in seconds.
const MAX_TIMEOUT: i32 = 50;

/// <https://core.telegram.org/bots/api#getupdates>
pub(super) async fn get_updates(call: Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let offset = arguments.integer("offset", 0, i32::MIN, i32::MAX);
    let limit = usize::try_from(arguments.integer("limit", 100, 1, 100)).unwrap_or(1);
    let timeout = u64::try_from(arguments.integer("timeout", 0, 0, MAX_TIMEOUT)).unwrap_or_default();
    let world = &call.bot_api.world;
    {
        let mut inbox = call.session.inbox();
        if let Some(allowed) = AllowedUpdates::read(arguments.get("allowed_updates")) {
            inbox.allow(world, allowed);
        }
        inbox.confirm(world, offset);
        if let Some(updates) = inbox.first(world, limit) {
            return Ok(Answer::raw(updates));
        }
    }
    if timeout == 0 {
        return Ok(Answer::json(&json!([])));
    }
    let deadline = Instant::now() + Duration::from_secs(timeout);
    let mut poll = call.session.poll();
    let mut changes = world.changes();
    let mut stopping = call.bot_api.stopping.clone();
    loop {
        changes.borrow_and_update();
        if let Some(updates) = call.session.inbox().first(world, limit) {
            return Ok(Answer::raw(updates));
        }
        tokio::select! {
            _ = changes.changed() => {}
            () = sleep_until(deadline) => return Ok(Answer::json(&json!([]))),
            () = poll.superseded() => return Err(Failure::new(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )),
            _ = stopping.wait_for(|stopping| *stopping) => {
                return Err(Failure::new(500, "Internal Server Error: restart"));
            }
        }
    }
}

/// <https://core.telegram.org/bots/api#getwebhookinfo>
pub(super) fn get_webhook_info(call: &Call<'_>) -> Result<Answer, Failure> {
    let mut inbox = call.session.inbox();
    let pending = inbox.len(&call.bot_api.world);
    let mut info = json!({ "url": "", "has_custom_certificate": false, "pending_update_count": pending });
    let allowed = inbox.allowed();
    if let (true, Some(info)) = (allowed != AllowedUpdates::default(), info.as_object_mut()) {
        info.insert("allowed_updates".to_owned(), allowed.names().collect::<Value>());
    }
    Ok(Answer::json(&info))
}

/// There never is one. <https://core.telegram.org/bots/api#deletewebhook>
pub(super) fn delete_webhook(call: &Call<'_>) -> Result<Answer, Failure> {
    if call.arguments.flag("drop_pending_updates") {
        call.session.inbox().clear(&call.bot_api.world);
    }
    Ok(Answer::done().remark("Webhook is already deleted"))
}

/// Without an address it is the same as [`delete_webhook`]. <https://core.telegram.org/bots/api#setwebhook>
pub(super) fn set_webhook(call: &Call<'_>) -> Result<Answer, Failure> {
    match call.arguments.get("url") {
        "" => delete_webhook(call),
        _ => Err(lacks("webhooks")),
    }
}
