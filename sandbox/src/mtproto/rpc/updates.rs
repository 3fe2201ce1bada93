//! Where a client is, and what it missed. <https://core.telegram.org/api/updates>

use grammers_tl_types::{enums, functions};

use super::Caller;
use super::table::table;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::updates::difference::{self, Position};
use crate::mtproto::updates::state;
use crate::world::{Access, Account};

table! {
    functions::updates::GetState => get_state,
    functions::updates::GetDifference => get_difference,
    functions::updates::GetChannelDifference => get_channel_difference,
}

/// The most events of a channel that a user is told at once, and a bot.
const LIMITS: (i32, i32) = (100, 100_000);

/// <https://core.telegram.org/method/updates.getState>
fn get_state(caller: Caller, _: functions::updates::GetState) -> Result<enums::updates::State, RpcError> {
    let account = caller.account()?;
    Ok(caller.read(|world| state(world, account)).into())
}

/// <https://core.telegram.org/method/updates.getDifference>
fn get_difference(
    caller: Caller,
    request: functions::updates::GetDifference,
) -> Result<enums::updates::Difference, RpcError> {
    let account = caller.account()?;
    let position = Position {
        pts: request.pts,
        qts: request.qts,
        date: request.date,
        total_limit: request.pts_total_limit,
        limit: request.pts_limit,
    };
    caller.read(|world| difference::difference(&caller.front, world, account, position))
}

/// <https://core.telegram.org/method/updates.getChannelDifference>
fn get_channel_difference(
    caller: Caller,
    request: functions::updates::GetChannelDifference,
) -> Result<enums::updates::ChannelDifference, RpcError> {
    let account = caller.account()?;
    if !matches!(request.filter, enums::ChannelMessagesFilter::Empty) {
        return Err(RpcError::lacks("channelMessagesFilter"));
    }
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).channel(&request.channel)?;
        world.reach(account, chat, Access::Read).map_err(|_| RpcError::bad_request("CHANNEL_PRIVATE"))?;
        let is_bot = world.account(account).is_some_and(Account::is_bot);
        let most = if is_bot { LIMITS.1 } else { LIMITS.0 };
        let limit = usize::try_from(request.limit.clamp(1, most)).unwrap_or(1);
        difference::channel_difference(&caller.front, world, account, chat, request.pts, limit)
    })
}
