//! Writing in the name of business accounts. <https://core.telegram.org/api/business#connected-bots>

use ambigram_core::types::UserId;
use grammers_tl_types::enums;

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::told;
use crate::world::{NewMessage, World};

/// Sends a message under a client's own number, once, in the name of the account that `connection` names.
pub(super) fn send(
    caller: &Caller,
    connection: &str,
    bot: UserId,
    random_id: i64,
    peer: &enums::InputPeer,
    message: impl FnOnce(&mut World) -> Result<NewMessage, RpcError>,
) -> Result<enums::Updates, RpcError> {
    if random_id == 0 {
        return Err(RpcError::bad_request("RANDOM_ID_EMPTY"));
    }
    let front = &caller.front;
    front.world.write(|world| {
        if front.random_ids.has(bot, random_id) {
            return Err(RpcError::new(500, "RANDOM_ID_DUPLICATE"));
        }
        let before = world.queue_mut(bot).last();
        let chat = Names::new(front, world, bot).chat(peer)?;
        let new = message(world)?;
        world.send_as_business(bot, connection, chat, new)?;
        front.random_ids.put(bot, random_id);
        let answer = told(front, world, bot, before);
        caller.answered(before + 1..=world.queue(bot).map_or(before, crate::world::Queue::last));
        Ok(answer)
    })
}
