//! Boosts. <https://core.telegram.org/bots/api#chatboost>

use ambigram_core::types::{
    ChatBoost, ChatBoostRemoved, ChatBoostSource, ChatBoostSourceGiftCode, ChatBoostSourceGiveaway,
    ChatBoostSourcePremium, ChatBoostUpdated, MessageId, UpdateKind, UserChatBoosts, UserId,
};
use grammers_tl_types::{enums, types};

use super::peer::chat_id;
use super::{Known, given};

fn source(boost: &types::Boost, known: &Known) -> ChatBoostSource {
    let user = boost.user_id.filter(|id| *id != 0).map(|id| known.user(UserId(id)));
    if boost.giveaway {
        let message = boost.giveaway_msg_id.unwrap_or_default();
        let is_unclaimed = user.is_none() && boost.unclaimed;
        return ChatBoostSource::Giveaway(Box::new(ChatBoostSourceGiveaway {
            user: user.map(Box::new),
            prize_star_count: given::amount(boost.stars),
            is_unclaimed,
            ..ChatBoostSourceGiveaway::new(MessageId(message))
        }));
    }
    let user = user.unwrap_or_else(|| known.user(UserId(0)));
    if boost.gift {
        ChatBoostSource::GiftCode(Box::new(ChatBoostSourceGiftCode::new(user)))
    } else {
        ChatBoostSource::Premium(Box::new(ChatBoostSourcePremium::new(user)))
    }
}

fn read(boost: &types::Boost, known: &Known) -> ChatBoost {
    let source = source(boost, known);
    ChatBoost::new(boost.id.as_str(), i64::from(boost.date), i64::from(boost.expires), source)
}

/// A boost was given, or ended: then Telegram says that it expires never.
pub(super) fn changed(change: &types::UpdateBotChatBoost, known: &Known) -> UpdateKind {
    let enums::Boost::Boost(boost) = &change.boost;
    let chat = known.chat(chat_id(&change.peer));
    if boost.expires == 0 {
        let (date, source) = (i64::from(boost.date), source(boost, known));
        let removed = ChatBoostRemoved::new(chat, boost.id.as_str(), date, source);
        return UpdateKind::RemovedChatBoost(Box::new(removed));
    }
    UpdateKind::ChatBoost(Box::new(ChatBoostUpdated::new(chat, read(boost, known))))
}

/// All boosts that a user gave to a chat. <https://core.telegram.org/bots/api#userchatboosts>
pub(crate) fn user_boosts(boosts: &enums::premium::BoostsList) -> UserChatBoosts {
    let enums::premium::BoostsList::List(told) = boosts;
    let known = Known::of(&told.users, &[]);
    let boosts = told.boosts.iter().map(|enums::Boost::Boost(boost)| read(boost, &known));
    UserChatBoosts::new(boosts.collect::<Vec<_>>())
}

/// Whom an update of a boost names.
pub(super) fn booster(boost: &enums::Boost) -> Option<UserId> {
    let enums::Boost::Boost(boost) = boost;
    boost.user_id.filter(|id| *id != 0).map(UserId)
}
