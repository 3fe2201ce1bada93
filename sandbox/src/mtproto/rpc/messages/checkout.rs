//! What bots say of payments that are about to be made. <https://core.telegram.org/api/payments>

use grammers_tl_types::{enums, functions};

use crate::mtproto::error::RpcError;
use crate::mtproto::read::written as read;
use crate::mtproto::rpc::Caller;
use crate::world::QueryId;
use crate::world::payments::ShippingOption;

/// <https://core.telegram.org/method/messages.setBotPrecheckoutResults>
pub(super) fn set_precheckout_results(
    caller: Caller,
    request: functions::messages::SetBotPrecheckoutResults,
) -> Result<bool, RpcError> {
    let bot = caller.bot()?;
    let answer = match (request.success, request.error) {
        (true, None) => Ok(()),
        (false, Some(error)) if !error.is_empty() => Err(error),
        _ => return Err(RpcError::bad_request("ERROR_TEXT_EMPTY")),
    };
    caller.front.world.write(|world| world.answer_pre_checkout(bot, QueryId(request.query_id), answer))?;
    Ok(true)
}

/// <https://core.telegram.org/method/messages.setBotShippingResults>
pub(super) fn set_shipping_results(
    caller: Caller,
    request: functions::messages::SetBotShippingResults,
) -> Result<bool, RpcError> {
    let bot = caller.bot()?;
    let option = |enums::ShippingOption::Option(given)| ShippingOption {
        id: given.id,
        title: given.title,
        prices: read::prices(given.prices),
    };
    let answer = match (request.error, request.shipping_options) {
        (Some(error), None) if !error.is_empty() => Err(error),
        (None, Some(options)) => Ok(options.into_iter().map(option).collect()),
        _ => return Err(RpcError::bad_request("ERROR_TEXT_EMPTY")),
    };
    caller.front.world.write(|world| world.answer_shipping(bot, QueryId(request.query_id), answer))?;
    Ok(true)
}
