//! Telegram Stars: how many there are, where they came from, and paying them back.
//! <https://core.telegram.org/api/stars>

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::Named;
use crate::mtproto::write::payment as write;
use crate::world::World;
use crate::world::payments::{Partner, StarTransaction};

/// How many transactions a list has at most.
const LIMIT: i32 = 100;

/// <https://core.telegram.org/method/payments.getStarsStatus>
pub(super) fn get_stars_status(
    caller: Caller,
    request: functions::payments::GetStarsStatus,
) -> Result<enums::payments::StarsStatus, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        own(&caller, world, account, &request.peer, request.ton)?;
        Ok(status(&caller, world, account, Vec::new(), None))
    })
}

/// <https://core.telegram.org/method/payments.getStarsTransactions>
pub(super) fn get_stars_transactions(
    caller: Caller,
    request: functions::payments::GetStarsTransactions,
) -> Result<enums::payments::StarsStatus, RpcError> {
    let account = caller.account()?;
    if request.subscription_id.is_some() {
        return Err(RpcError::lacks("subscription_id"));
    }
    caller.read(|world| {
        own(&caller, world, account, &request.peer, request.ton)?;
        let is_wanted = |transaction: &&StarTransaction| match (request.inbound, request.outbound) {
            (true, false) => transaction.amount > 0,
            (false, true) => transaction.amount < 0,
            _ => true,
        };
        let mut all: Vec<_> = world.star_transactions(account).iter().filter(is_wanted).collect();
        if !request.ascending {
            all.reverse();
        }
        let offset = match request.offset.as_str() {
            "" => 0,
            offset => offset.parse().map_err(|_| RpcError::bad_request("OFFSET_INVALID"))?,
        };
        let limit = usize::try_from(request.limit.clamp(0, LIMIT)).unwrap_or_default();
        let next = offset + limit;
        let next = (limit > 0 && next < all.len()).then(|| next.to_string());
        let shown = all.into_iter().skip(offset).take(limit).collect();
        Ok(status(&caller, world, account, shown, next))
    })
}

/// <https://core.telegram.org/method/payments.getStarsTransactionsByID>
pub(super) fn get_stars_transactions_by_id(
    caller: Caller,
    request: functions::payments::GetStarsTransactionsById,
) -> Result<enums::payments::StarsStatus, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        own(&caller, world, account, &request.peer, request.ton)?;
        let find = |enums::InputStarsTransaction::Transaction(wanted): &enums::InputStarsTransaction| {
            let is_it = |own: &&StarTransaction| own.id == wanted.id && own.is_refund() == wanted.refund;
            world.star_transactions(account).iter().find(is_it)
        };
        let found: Option<Vec<_>> = request.id.iter().map(find).collect();
        let found = found.ok_or_else(|| RpcError::bad_request("TRANSACTION_ID_INVALID"))?;
        Ok(status(&caller, world, account, found, None))
    })
}

/// <https://core.telegram.org/method/payments.refundStarsCharge>
pub(super) fn refund_stars_charge(
    caller: Caller,
    request: functions::payments::RefundStarsCharge,
) -> Result<enums::Updates, RpcError> {
    let bot = caller.bot()?;
    let (_, updates) = caller.tell(bot, |world| {
        let user = Names::new(&caller.front, world, bot).user(&request.user_id)?;
        Ok(world.refund(bot, user, &request.charge_id)?)
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/payments.botCancelStarsSubscription>
pub(super) fn bot_cancel_stars_subscription(
    caller: Caller,
    request: functions::payments::BotCancelStarsSubscription,
) -> Result<bool, RpcError> {
    let bot = caller.bot()?;
    caller.front.world.write(|world| {
        let user = Names::new(&caller.front, world, bot).user(&request.user_id)?;
        world.set_subscription_cancelled(bot, user, &request.charge_id, !request.restore)?;
        Ok(true)
    })
}

/// An account sees its own Stars only.
fn own(
    caller: &Caller,
    world: &World,
    account: UserId,
    peer: &enums::InputPeer,
    ton: bool,
) -> Result<(), RpcError> {
    if ton {
        return Err(RpcError::lacks("toncoins"));
    }
    let chat = Names::new(&caller.front, world, account).chat(peer)?;
    if chat == ChatId::from(account) { Ok(()) } else { Err(RpcError::bad_request("PEER_ID_INVALID")) }
}

fn status(
    caller: &Caller,
    world: &World,
    account: UserId,
    shown: Vec<&StarTransaction>,
    next_offset: Option<String>,
) -> enums::payments::StarsStatus {
    let mut named = Named::default();
    for transaction in &shown {
        if let Partner::Account { account, .. } = &transaction.partner {
            named.user(*account);
        }
    }
    let history: Vec<_> = shown.iter().map(|shown| write::star_transaction(world, account, shown)).collect();
    types::payments::StarsStatus {
        balance: write::stars(world.stars(account)),
        subscriptions: None,
        subscriptions_next_offset: None,
        subscriptions_missing_balance: None,
        history: (!history.is_empty()).then_some(history),
        next_offset,
        chats: Vec::new(),
        users: named.users(&caller.front, world, account),
    }
    .into()
}
