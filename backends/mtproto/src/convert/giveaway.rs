//! Giveaways: announced, drawn, completed.

use ambigram_core::types::{Giveaway, GiveawayWinners, MessageId, Name, UserId};
use grammers_tl_types::types;

use super::peer::channel_id;
use super::{Known, given};

/// <https://core.telegram.org/bots/api#giveaway>
pub(super) fn giveaway(giveaway: &types::MessageMediaGiveaway, known: &Known) -> Giveaway {
    let chats: Vec<_> = giveaway.channels.iter().map(|channel| known.chat(channel_id(*channel))).collect();
    Giveaway {
        prize_description: giveaway.prize_description.as_deref().and_then(given::text),
        prize_star_count: given::amount(giveaway.stars),
        premium_subscription_month_count: given::some(giveaway.months),
        country_codes: giveaway.countries_iso2.iter().flatten().map(Name::from).collect(),
        only_new_members: giveaway.only_new_subscribers,
        has_public_winners: giveaway.winners_are_visible,
        ..Giveaway::new(chats, i64::from(giveaway.until_date), given::count(giveaway.quantity))
    }
}

/// <https://core.telegram.org/bots/api#giveawaywinners>
pub(super) fn winners(results: &types::MessageMediaGiveawayResults, known: &Known) -> GiveawayWinners {
    let winners: Vec<_> = results.winners.iter().map(|winner| known.user(UserId(*winner))).collect();
    GiveawayWinners {
        additional_chat_count: given::some(results.additional_peers_count),
        prize_star_count: given::amount(results.stars),
        premium_subscription_month_count: given::some(results.months),
        unclaimed_prize_count: given::some(Some(results.unclaimed_count)),
        prize_description: results.prize_description.as_deref().and_then(given::text),
        only_new_members: results.only_new_subscribers,
        was_refunded: results.refunded,
        ..GiveawayWinners::new(
            known.chat(channel_id(results.channel_id)),
            MessageId(results.launch_msg_id),
            i64::from(results.until_date),
            given::count(results.winners_count),
            winners,
        )
    }
}
