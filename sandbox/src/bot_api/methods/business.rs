//! Business accounts that the bot is connected to.

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::write::business;

/// <https://core.telegram.org/bots/api#getbusinessconnection>
pub(super) fn get_business_connection(call: &Call<'_>) -> Result<Answer, Failure> {
    let id = call.arguments.get("business_connection_id");
    if id.is_empty() {
        return Err(Failure::bad_request("business connection not found"));
    }
    call.world().read(|world| {
        let connection = world.business_connection(call.bot, id)?;
        Ok(business::connection(world, &connection).into())
    })
}
