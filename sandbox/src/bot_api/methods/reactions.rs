//! Reactions. <https://core.telegram.org/bots/api#setmessagereaction>

use ambigram_core::types::UserId;

use super::{Call, resolve_chat};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::reactions;
use crate::rules::{ChatRefusal, Refusal};
use crate::world::{Sender, World};

/// The same reactions as before are no error here, unlike on MTProto.
/// <https://core.telegram.org/bots/api#setmessagereaction>
pub(super) fn set_message_reaction(call: &Call<'_>) -> Result<Answer, Failure> {
    let new = reactions::read(&call.arguments)?;
    let id = call.arguments.message_id("message_id");
    let is_big = call.arguments.flag("is_big");
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let id = id.ok_or(ChatRefusal::ReactNotFound).map_err(Refusal::from)?;
        match world.react(call.bot, chat, id, new, is_big) {
            Ok(()) | Err(Refusal::Chat(ChatRefusal::ReactionsNotModified)) => Ok(Answer::done()),
            Err(refusal) => Err(refusal.into()),
        }
    })
}

/// <https://core.telegram.org/bots/api#deletemessagereaction>
pub(super) fn delete_message_reaction(call: &Call<'_>) -> Result<Answer, Failure> {
    let id = call.arguments.message_id("message_id");
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let of = sender(call, world)?;
        let id = id.ok_or_else(|| Failure::bad_request("message to delete reactions not found"))?;
        world.delete_reactions(call.bot, chat, id, of).map_err(|refusal| match refusal {
            Refusal::Chat(ChatRefusal::ReactNotFound) => {
                Failure::bad_request("message to delete reactions not found")
            }
            refusal => refusal.into(),
        })?;
        Ok(Answer::done())
    })
}

/// <https://core.telegram.org/bots/api#deleteallmessagereactions>
pub(super) fn delete_all_message_reactions(call: &Call<'_>) -> Result<Answer, Failure> {
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let of = sender(call, world)?;
        world.delete_all_reactions(call.bot, chat, of)?;
        Ok(Answer::done())
    })
}

/// Whose reactions are meant: a user's, or a chat's.
fn sender(call: &Call<'_>, world: &World) -> Result<Sender, Failure> {
    if call.arguments.get("user_id").is_empty() {
        return Ok(Sender::Chat(resolve_chat(world, call.arguments.get("actor_chat_id"))?));
    }
    let UserId(user) = call.user()?;
    Ok(Sender::User(UserId(user)))
}
