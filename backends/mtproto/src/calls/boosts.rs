//! Boosts of chats.

use ambigram_core::Error;
use ambigram_core::requests::{GetUserChatBoosts, Response};
use grammers_tl_types::{enums, functions};

use super::located;
use super::refusal::ask;
use crate::convert;
use crate::wire::Wire;

/// <https://core.telegram.org/method/premium.getUserBoosts>
pub(super) async fn get_user_chat_boosts(
    wire: &Wire,
    request: &GetUserChatBoosts,
) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    let called = functions::premium::GetUserBoosts {
        peer: wire.peers().input_peer(chat),
        user_id: wire.peers().input_user(request.user_id),
    };
    let told = ask(wire, chat, &called).await?;
    let enums::premium::BoostsList::List(list) = &told;
    wire.peers().learn(&list.users, &[]);
    Ok(Response::of(convert::user_boosts(&told)))
}
