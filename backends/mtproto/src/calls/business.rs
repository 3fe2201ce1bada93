//! Business accounts that the bot is connected to.

use ambigram_core::requests::{GetBusinessConnection, Response};
use ambigram_core::types::UserId;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::answer;
use crate::convert;
use crate::meeting;
use crate::wire::Wire;

/// <https://core.telegram.org/method/account.getBotBusinessConnection>
pub(super) async fn get_business_connection(
    wire: &Wire,
    request: &GetBusinessConnection,
) -> Result<Response, Error> {
    let connection_id = request.business_connection_id.to_string();
    let told = wire.invoke(&functions::account::GetBotBusinessConnection { connection_id }).await?;
    let connection = answer::updates(wire, told).into_iter().find_map(|update| match update {
        enums::Update::BotBusinessConnect(update) => Some(update.connection),
        _ => None,
    });
    let Some(connection) = connection else {
        let problem = "asked about a business connection, got none";
        return Err(Error::new(ErrorKind::UnexpectedAnswer, problem));
    };
    let enums::BotBusinessConnection::Connection(raw) = &connection;
    let known = meeting::meet(wire, &[UserId(raw.user_id)], &[]).await;
    Ok(Response::of(convert::business_connection(&connection, &known)))
}
