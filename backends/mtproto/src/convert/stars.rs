//! Telegram Stars: amounts, and transactions of the bot. <https://core.telegram.org/bots/api#startransaction>

use ambigram_core::types::{
    AffiliateInfo, DigitalCurrency, PaymentChargeId, RevenueWithdrawalState, RevenueWithdrawalStateSucceeded,
    StarAmount, StarTransaction, StarTransactions, SuggestedPostPrice, TransactionKind, TransactionPartner,
    TransactionPartnerAffiliateProgram, TransactionPartnerChat, TransactionPartnerFragment,
    TransactionPartnerTelegramApi, TransactionPartnerUser,
};
use grammers_tl_types::{enums, types};

use super::gift::gift;
use super::peer::chat_id;
use super::{Known, given, paid_media};

/// An amount of Stars; `None` for one of toncoins.
pub(crate) fn star_amount(amount: &enums::StarsAmount) -> Option<StarAmount> {
    let enums::StarsAmount::Amount(stars) = amount else { return None };
    let nanostar_amount = Some(stars.nanos).filter(|nanos| *nanos != 0);
    Some(StarAmount { nanostar_amount, ..StarAmount::new(stars.amount) })
}

/// A price in either currency. <https://core.telegram.org/bots/api#suggestedpostprice>
pub(super) fn price(amount: &enums::StarsAmount) -> SuggestedPostPrice {
    match amount {
        enums::StarsAmount::Amount(stars) => SuggestedPostPrice::new(DigitalCurrency::Stars, stars.amount),
        enums::StarsAmount::StarsTonAmount(ton) => {
            SuggestedPostPrice::new(DigitalCurrency::Toncoin, ton.amount)
        }
    }
}

/// How many Stars the bot has. <https://core.telegram.org/bots/api#getmystarbalance>
pub(crate) fn star_balance(status: &enums::payments::StarsStatus) -> Option<StarAmount> {
    let enums::payments::StarsStatus::Status(status) = status;
    star_amount(&status.balance)
}

/// The bot's transactions; none in toncoins is among them. The names of the sticker sets of gifts are taken from what
/// is known, all others come along.
pub(crate) fn star_transactions(status: &enums::payments::StarsStatus, known: &Known) -> StarTransactions {
    let enums::payments::StarsStatus::Status(status) = status;
    let told = Known::of(&status.users, &status.chats);
    let known = Known { sticker_sets: known.sticker_sets.clone(), ..told };
    let history = status.history.iter().flatten();
    let transactions =
        history.filter_map(|enums::StarsTransaction::Transaction(told)| transaction(told, &known));
    StarTransactions::new(transactions.collect::<Vec<_>>())
}

fn transaction(told: &types::StarsTransaction, known: &Known) -> Option<StarTransaction> {
    let enums::StarsAmount::Amount(amount) = &told.amount else { return None };
    let is_incoming = amount.amount > 0 || amount.nanos > 0;
    let sign = if is_incoming { 1 } else { -1 };
    let partner = Some(partner(told, is_incoming == told.refund, known));
    let (source, receiver) = if is_incoming { (partner, None) } else { (None, partner) };
    let nanos = amount.nanos.saturating_mul(sign);
    Some(StarTransaction {
        nanostar_amount: Some(nanos).filter(|nanos| *nanos != 0),
        source,
        receiver,
        ..StarTransaction::new(
            PaymentChargeId::from(told.id.as_str()),
            amount.amount.saturating_mul(sign.into()),
            i64::from(told.date),
        )
    })
}

fn partner(told: &types::StarsTransaction, is_purchase: bool, known: &Known) -> TransactionPartner {
    use enums::StarsTransactionPeer as Peer;
    match &told.peer {
        Peer::Unsupported | Peer::AppStore | Peer::PlayMarket | Peer::PremiumBot => TransactionPartner::Other,
        Peer::Fragment => {
            let withdrawal_state = withdrawal(told).map(Box::new);
            TransactionPartner::Fragment(TransactionPartnerFragment { withdrawal_state })
        }
        Peer::Ads => TransactionPartner::TelegramAds,
        Peer::Api => TransactionPartner::TelegramApi(TransactionPartnerTelegramApi::new(given::count(
            told.floodskip_number.unwrap_or_default(),
        ))),
        Peer::Peer(peer) => {
            let (user, chat) = known.either(chat_id(&peer.peer));
            match (user, chat) {
                (user, None) if has_commission(told) => {
                    let commission = given::count(told.starref_commission_permille.unwrap_or_default());
                    TransactionPartner::AffiliateProgram(Box::new(TransactionPartnerAffiliateProgram {
                        sponsor_user: user,
                        ..TransactionPartnerAffiliateProgram::new(commission)
                    }))
                }
                (Some(user), _) => match with_user(told, is_purchase, *user, known) {
                    Some(partner) => TransactionPartner::User(Box::new(partner)),
                    None => TransactionPartner::Other,
                },
                (None, Some(chat)) => match told.stargift.as_ref().and_then(|told| gift(told, known)) {
                    Some(gift) if is_purchase => TransactionPartner::Chat(Box::new(TransactionPartnerChat {
                        gift: Some(Box::new(gift)),
                        ..TransactionPartnerChat::new(*chat)
                    })),
                    _ => TransactionPartner::Other,
                },
                (None, None) => TransactionPartner::Other,
            }
        }
    }
}

/// Whether it is what an affiliate is paid: a share, and nobody to share it with.
fn has_commission(told: &types::StarsTransaction) -> bool {
    told.starref_peer.is_none() && told.starref_commission_permille.is_some_and(|share| share > 0)
}

fn withdrawal(told: &types::StarsTransaction) -> Option<RevenueWithdrawalState> {
    match (told.transaction_date, &told.transaction_url) {
        (Some(date @ 1..), url) => {
            let url = url.clone().unwrap_or_default();
            let state = RevenueWithdrawalStateSucceeded::new(i64::from(date), url);
            Some(RevenueWithdrawalState::Succeeded(state))
        }
        _ if told.pending => Some(RevenueWithdrawalState::Pending),
        _ if told.failed => Some(RevenueWithdrawalState::Failed),
        _ => None,
    }
}

fn with_user(
    told: &types::StarsTransaction,
    is_purchase: bool,
    user: ambigram_core::types::User,
    known: &Known,
) -> Option<TransactionPartnerUser> {
    let of = |kind| TransactionPartnerUser::new(kind, user);
    let payload = told.bot_payload.as_deref().map(given::utf8).filter(|payload| !payload.is_empty());
    if told.paid_messages.is_some() || told.posts_search {
        return None;
    }
    if told.business_transfer {
        return (!is_purchase).then(|| of(TransactionKind::BusinessAccountTransfer));
    }
    if let Some(bought) = &told.stargift {
        let gift = gift(bought, known).filter(|_| is_purchase)?;
        return Some(TransactionPartnerUser {
            gift: Some(Box::new(gift)),
            ..of(TransactionKind::GiftPurchase)
        });
    }
    if let Some(months) = given::some(told.premium_gift_months) {
        return is_purchase.then(|| TransactionPartnerUser {
            premium_subscription_duration: Some(months),
            ..of(TransactionKind::PremiumPurchase)
        });
    }
    if let Some(media) = told.extended_media.as_deref().filter(|media| !media.is_empty()) {
        return Some(TransactionPartnerUser {
            affiliate: affiliate(told, known),
            paid_media_payload: payload,
            paid_media: media.iter().map(|media| paid_media::bought(media, known)).collect(),
            ..of(TransactionKind::PaidMediaPayment)
        });
    }
    Some(TransactionPartnerUser {
        affiliate: affiliate(told, known),
        invoice_payload: payload,
        subscription_period: given::some(told.subscription_period),
        ..of(TransactionKind::InvoicePayment)
    })
}

fn affiliate(told: &types::StarsTransaction, known: &Known) -> Option<Box<AffiliateInfo>> {
    let share = given::some(told.starref_commission_permille)?;
    let amount = star_amount(told.starref_amount.as_ref()?)?;
    let (affiliate_user, affiliate_chat) = known.either(chat_id(told.starref_peer.as_ref()?));
    Some(Box::new(AffiliateInfo {
        affiliate_user,
        affiliate_chat,
        nanostar_amount: amount.nanostar_amount,
        ..AffiliateInfo::new(share, amount.amount)
    }))
}

/// The sticker sets of the gifts among the bot's transactions: their names must be asked for.
pub(crate) fn sticker_sets_of_transactions(
    status: &enums::payments::StarsStatus,
) -> Vec<super::StickerSetId> {
    let enums::payments::StarsStatus::Status(status) = status;
    let history = status.history.iter().flatten();
    let gifts = history.filter_map(|enums::StarsTransaction::Transaction(told)| told.stargift.as_ref());
    gifts.flat_map(super::gift::sticker_sets).collect()
}
