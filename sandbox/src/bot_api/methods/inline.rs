//! Answers to those who ask in the middle of a chat, in a Web App, or as guests.

use ambigram_core::identity::RemoteInlineMessage;
use ambigram_core::types::InlineMessageId;
use serde_json::json;

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::inline;
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::inline_message_id;
use crate::world::QueryId;
use crate::world::inline::{InlineAnswer, InlineId, ResultKind};

/// <https://core.telegram.org/bots/api#answerinlinequery>
pub(super) fn answer_inline_query(call: &Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let query = QueryId(leading_integer(arguments.get("inline_query_id")));
    let is_personal = arguments.flag("is_personal");
    let cache_time = arguments.integer("cache_time", 300, 0, 24 * 60 * 60);
    let next_offset = arguments.get("next_offset").to_owned();
    let button = inline::button(arguments)?;
    let results = inline::results(arguments)?;
    // Pictures are shown beside each other where there is nothing else.
    let is_picture = |kind| matches!(kind, ResultKind::Photo | ResultKind::Gif | ResultKind::Sticker);
    let is_gallery = !results.is_empty() && results.iter().all(|result| is_picture(result.kind));
    let answer = InlineAnswer { results, cache_time, is_personal, next_offset, button, is_gallery, date: 0 };
    call.world().write(|world| world.answer_inline(call.bot, query, answer))?;
    Ok(Answer::done())
}

/// <https://core.telegram.org/bots/api#answerwebappquery>
pub(super) fn answer_web_app_query(call: &Call<'_>) -> Result<Answer, Failure> {
    let query = call.arguments.get("web_app_query_id").to_owned();
    let result = inline::single(&call.arguments)?;
    let fetched = result.fetch(call.world())?;
    let id = call.world().write(|world| world.answer_web_app(call.bot, &query, result, fetched))?;
    let mut sent = serde_json::Map::new();
    if let Some(id) = id {
        sent.insert("inline_message_id".to_owned(), inline_message_id(id).into());
    }
    Ok(serde_json::Value::from(sent).into())
}

/// <https://core.telegram.org/bots/api#answerguestquery>
pub(super) fn answer_guest_query(call: &Call<'_>) -> Result<Answer, Failure> {
    let query = QueryId(leading_integer(call.arguments.get("guest_query_id")));
    let result = inline::single(&call.arguments)?;
    let fetched = result.fetch(call.world())?;
    let id = call.world().write(|world| world.answer_guest(call.bot, query, result, fetched))?;
    Ok(json!({ "inline_message_id": inline_message_id(id) }).into())
}

/// The message that an `inline_message_id` names.
pub(super) fn named(text: &str) -> Result<InlineId, Failure> {
    let invalid = || Failure::bad_request("Invalid inline message identifier specified");
    match RemoteInlineMessage::decode(&InlineMessageId::from(text)) {
        Ok(RemoteInlineMessage::Id64 { owner_id, id, access_hash, .. }) => {
            Ok(InlineId { owner: owner_id, id, access_hash })
        }
        Ok(RemoteInlineMessage::Id { .. }) => Err(Failure::bad_request("MESSAGE_ID_INVALID")),
        Err(_) => Err(invalid()),
    }
}
