//! What users ask in the middle of a chat, and what they choose. <https://core.telegram.org/bots/inline>

use ambigram_core::identity::RemoteInlineMessage;
use serde_json::{Value, json};

use super::user::user;
use super::{Object, Put};
use crate::rules::ChatSort;
use crate::world::World;
use crate::world::files::DC_ID;
use crate::world::inline::{AskedIn, InlineId, InlineQuery};

/// <https://core.telegram.org/bots/api#inlinequery>
pub(super) fn query(world: &World, query: &InlineQuery) -> Value {
    let mut object = Object::new();
    object.put("id", query.id.0.to_string());
    object.put("from", user(world, query.from));
    object.put_some("location", query.location.map(location));
    let sort = match query.place {
        AskedIn::OwnChat => "sender",
        AskedIn::Private | AskedIn::OtherBot => "private",
        AskedIn::Chat(sort) => ChatSort::name(sort),
    };
    object.put("chat_type", sort);
    object.put("query", query.text.as_str());
    object.put("offset", query.offset.as_str());
    object.into()
}

/// <https://core.telegram.org/bots/api#choseninlineresult>
pub(super) fn chosen(world: &World, query: &InlineQuery, result: &str, inline: Option<InlineId>) -> Value {
    let mut object = Object::new();
    object.put("from", user(world, query.from));
    object.put_some("location", query.location.map(location));
    object.put_some("inline_message_id", inline.map(message_id));
    object.put("query", query.text.as_str());
    object.put("result_id", result);
    object.into()
}

/// The Bot API's name of a message that was sent by way of a bot.
pub(crate) fn message_id(id: InlineId) -> String {
    let InlineId { owner, id, access_hash } = id;
    let remote = RemoteInlineMessage::Id64 { dc_id: DC_ID, owner_id: owner, id, access_hash };
    remote.encode().as_str().to_owned()
}

fn location((latitude, longitude): (f64, f64)) -> Value {
    json!({ "latitude": latitude, "longitude": longitude })
}
