//! Giveaways, from their making to their winners.

use serde_json::json;

use super::{Case, Cast, about_this, are_told};

pub(super) fn giveaways(cast: &Cast) -> Vec<Case> {
    let (channel, supergroup) = (cast.id("channel"), cast.id("supergroup"));
    let (alice, bob) = (cast.everywhere.alice.id.0, cast.bob.id.0);
    let date = 1_900_000_000;
    let case = |name, given, told| Case::new(name, "channel", given, told);
    vec![
        case("giveaway_created", json!({}), json!({})),
        case("giveaway_created", json!({ "prize_star_count": 500 }), json!({ "prize_star_count": 500 })),
        case(
            "giveaway",
            json!({ "chats": [channel], "winners_selection_date": date, "winner_count": 2, "prize_star_count": 500 }),
            json!({
                "chats": [{ "id": channel, "type": "channel" }], "winners_selection_date": date, "winner_count": 2,
                "prize_star_count": 500,
            }),
        ),
        case(
            "giveaway",
            json!({
                "chats": [channel, supergroup], "winners_selection_date": date, "winner_count": 2,
                "premium_subscription_month_count": 3, "only_new_members": true, "has_public_winners": true,
                "prize_description": "and a mug", "country_codes": ["NL", "JP"],
            }),
            json!({
                "chats": [{ "id": channel }, { "id": supergroup }], "premium_subscription_month_count": 3,
                "only_new_members": true, "has_public_winners": true, "prize_description": "and a mug",
                "country_codes": ["NL", "JP"],
            }),
        ),
        case(
            "giveaway_completed",
            json!({ "winner_count": 3, "unclaimed_prize_count": 1, "is_star_giveaway": true }),
            json!({ "winner_count": 3, "unclaimed_prize_count": 1, "is_star_giveaway": true,
                    "giveaway_message": about_this() }),
        )
        .about_another(),
        case("giveaway_completed", json!({ "winner_count": 3 }), json!({ "winner_count": 3 })),
        case(
            "giveaway_winners",
            json!({
                "chat": channel, "giveaway_message_id": 4, "winners_selection_date": date, "winner_count": 2,
                "winners": [alice, bob], "prize_star_count": 500,
            }),
            json!({
                "chat": { "id": channel }, "giveaway_message_id": 4, "winner_count": 2,
                "winners": [{ "id": alice, "first_name": "Alice" }, { "id": bob, "first_name": "Bob" }],
                "prize_star_count": 500,
            }),
        ),
        case(
            "giveaway_winners",
            json!({
                "chat": channel, "giveaway_message_id": 4, "winners_selection_date": date, "winner_count": 1,
                "winners": [bob], "additional_chat_count": 2, "premium_subscription_month_count": 6,
                "unclaimed_prize_count": 2, "only_new_members": true, "was_refunded": true,
                "prize_description": "and a mug",
            }),
            json!({
                "additional_chat_count": 2, "premium_subscription_month_count": 6, "unclaimed_prize_count": 2,
                "only_new_members": true, "was_refunded": true, "prize_description": "and a mug",
            }),
        ),
    ]
}

#[tokio::test]
async fn a_giveaway_is_told_from_its_making_to_its_winners() {
    are_told(giveaways).await;
}
