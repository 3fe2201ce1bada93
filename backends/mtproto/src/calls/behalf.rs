//! Calls in the name of a business account. <https://core.telegram.org/api/bots/connected-business-bots>

use ambigram_core::types::{BusinessConnectionId, Message};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{RemoteCall, enums, functions, types};

use super::{answer, asking};
use crate::wire::{Attempted, Wire};

fn wrapped<R>(business: &BusinessConnectionId, query: R) -> functions::InvokeWithBusinessConnection<R> {
    functions::InvokeWithBusinessConnection { connection_id: business.as_str().to_owned(), query }
}

/// As [`Wire::invoke`], in the name of a business account where one is given.
pub(super) async fn invoke<R: RemoteCall>(
    wire: &Wire,
    business: Option<&BusinessConnectionId>,
    call: R,
) -> Result<R::Return, Error> {
    attempt(wire, business, call).await.answer
}

/// As [`Wire::invoke_once`], in the name of a business account where one is given.
pub(super) async fn invoke_once<R: RemoteCall>(
    wire: &Wire,
    business: Option<&BusinessConnectionId>,
    call: R,
) -> Result<Option<R::Return>, Error> {
    match business {
        Some(business) => wire.invoke_once(&wrapped(business, call)).await,
        None => wire.invoke_once(&call).await,
    }
}

/// As [`Wire::attempt`], in the name of a business account where one is given.
pub(super) async fn attempt<R: RemoteCall>(
    wire: &Wire,
    business: Option<&BusinessConnectionId>,
    call: R,
) -> Attempted<R::Return> {
    match business {
        Some(business) => wire.attempt(&wrapped(business, call)).await,
        None => wire.attempt(&call).await,
    }
}

/// The messages that were sent or edited in the name of a business account, in their order.
pub(super) async fn messages(
    wire: &Wire,
    business: &BusinessConnectionId,
    updates: enums::Updates,
) -> Result<Vec<Message>, Error> {
    let own = wire.own().await?;
    let updates = answer::updates(wire, updates);
    let messages = updates.iter().filter_map(|update| match update {
        enums::Update::BotNewBusinessMessage(types::UpdateBotNewBusinessMessage {
            message,
            reply_to_message,
            ..
        })
        | enums::Update::BotEditBusinessMessage(types::UpdateBotEditBusinessMessage {
            message,
            reply_to_message,
            ..
        }) => {
            let peers = wire.peers();
            let answered =
                reply_to_message.as_ref().and_then(|answered| asking::read(peers, answered, own, None));
            let message = asking::read(peers, message, own, answered)?;
            Some(Message { business_connection_id: Some(business.clone()), ..message })
        }
        _ => None,
    });
    Ok(messages.collect())
}

/// The refusal of an answer that does not say what became of a message.
pub(super) fn unnumbered() -> Error {
    let text = "the message was sent, but Telegram's answer does not say under which number";
    Error::new(ErrorKind::UnexpectedAnswer, text)
}
