//! The bot's Stars.

use ambigram_core::requests::{
    EditUserStarSubscription, GetMyStarBalance, GetStarTransactions, RefundStarPayment, Response,
};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::{answer, refused};
use crate::convert::{self, Known};
use crate::meeting;
use crate::wire::Wire;

/// How many transactions are told at most, where nothing else is said.
const AT_ONCE: u32 = 100;

/// <https://core.telegram.org/method/payments.getStarsStatus>
pub(super) async fn get_my_star_balance(wire: &Wire, _: &GetMyStarBalance) -> Result<Response, Error> {
    let called = functions::payments::GetStarsStatus { ton: false, peer: enums::InputPeer::PeerSelf };
    let told = wire.invoke(&called).await?;
    let other = || Error::new(ErrorKind::UnexpectedAnswer, "asked for Stars, told of another currency");
    convert::star_balance(&told).map(Response::of).ok_or_else(other)
}

/// <https://core.telegram.org/method/payments.getStarsTransactions>
pub(super) async fn get_star_transactions(
    wire: &Wire,
    request: &GetStarTransactions,
) -> Result<Response, Error> {
    let called = functions::payments::GetStarsTransactions {
        inbound: false,
        outbound: false,
        // From the oldest to the latest, as on the Bot API.
        ascending: true,
        ton: false,
        subscription_id: None,
        peer: enums::InputPeer::PeerSelf,
        offset: request.offset.unwrap_or_default().to_string(),
        limit: request.limit.unwrap_or(AT_ONCE).clamp(1, AT_ONCE).cast_signed(),
    };
    let told = wire.invoke(&called).await?;
    let enums::payments::StarsStatus::Status(status) = &told;
    wire.peers().learn(&status.users, &status.chats);
    let sticker_sets = meeting::sticker_sets(wire, &convert::sticker_sets_of_transactions(&told)).await;
    Ok(Response::of(convert::star_transactions(&told, &Known { sticker_sets, ..Known::default() })))
}

/// <https://core.telegram.org/method/payments.refundStarsCharge>
pub(super) async fn refund_star_payment(wire: &Wire, request: &RefundStarPayment) -> Result<Response, Error> {
    let charge_id = request.telegram_payment_charge_id.to_string();
    if charge_id.is_empty() {
        return refused("parameter \"telegram_payment_charge_id\" is required");
    }
    let user_id = wire.peers().input_user(request.user_id);
    let attempted = wire.attempt(&functions::payments::RefundStarsCharge { user_id, charge_id }).await;
    match attempted.answer {
        // Sent twice, the first gave the Stars back.
        Err(error) if attempted.resent && *error.kind() == ErrorKind::AlreadyRefunded => Ok(Response::done()),
        Err(error) => Err(error),
        Ok(updates) => {
            answer::updates(wire, updates);
            Ok(Response::done())
        }
    }
}

/// <https://core.telegram.org/method/payments.botCancelStarsSubscription>
pub(super) async fn edit_user_star_subscription(
    wire: &Wire,
    request: &EditUserStarSubscription,
) -> Result<Response, Error> {
    let called = functions::payments::BotCancelStarsSubscription {
        restore: !request.is_canceled,
        user_id: wire.peers().input_user(request.user_id),
        charge_id: request.telegram_payment_charge_id.to_string(),
    };
    wire.invoke(&called).await?;
    Ok(Response::done())
}
