//! Gifts: those that everybody can buy, and those of which there is one.

use serde_json::{Value, json};

use super::{Case, Cast, are_told};

fn gift() -> Value {
    json!({
        "id": 77, "star_count": 50, "upgrade_star_count": 25, "total_count": 10, "remaining_count": 3,
        "personal_total_count": 5, "personal_remaining_count": 4, "is_premium": true, "has_colors": true,
        "unique_gift_variant_count": 300,
        "background": { "center_color": 1, "edge_color": 2, "text_color": 3 },
    })
}

fn unique(publisher: Option<i64>) -> Value {
    let part = |name: &str, rarity: i32| json!({ "name": name, "rarity_per_mille": rarity });
    json!({
        "gift_id": 77, "base_name": "Star", "name": "Star-3", "number": 3, "model": part("Gold", 15),
        "symbol": part("Moon", 7), "backdrop": part("Night", 20), "backdrop_colors": [1, 2, 3, 4],
        "publisher_chat": publisher,
    })
}

/// Gifts of each kind.
pub(super) fn gifts(cast: &Cast) -> Vec<Case> {
    let channel = cast.id("channel");
    let case = |name, given, told| Case::new(name, "private chat", given, told);
    let bold = json!([{ "type": "bold", "offset": 0, "length": 3 }]);
    let published = json!({ "id": 78, "star_count": 5, "publisher_chat": channel });
    vec![
        case(
            "gift",
            json!({
                "gift": gift(), "text": "for you", "entities": bold, "is_private": true, "convert_star_count": 40,
                "can_be_upgraded": true, "prepaid_upgrade_star_count": 25,
            }),
            json!({
                "gift": {
                    "id": "77", "star_count": 50, "upgrade_star_count": 25, "total_count": 10, "remaining_count": 3,
                    "personal_total_count": 5, "personal_remaining_count": 4, "is_premium": true, "has_colors": true,
                    "unique_gift_variant_count": 300,
                    "background": { "center_color": 1, "edge_color": 2, "text_color": 3 },
                    "sticker": { "emoji": "🎁", "is_animated": true, "type": "regular" },
                },
                "text": "for you", "entities": bold, "is_private": true, "convert_star_count": 40,
                "can_be_upgraded": true, "prepaid_upgrade_star_count": 25,
            }),
        ),
        case(
            "gift",
            json!({ "gift": published }),
            json!({ "gift": { "id": "78", "publisher_chat": { "id": channel } } }),
        ),
        case(
            "gift_upgrade_sent",
            json!({
                "gift": gift(), "prepaid_upgrade_star_count": 25, "is_upgrade_separate": true,
                "can_be_upgraded": true, "unique_gift_number": 9,
            }),
            json!({ "prepaid_upgrade_star_count": 25, "is_upgrade_separate": true, "unique_gift_number": 9 }),
        ),
    ]
}

/// Unique gifts, by the ways in which one comes to have them.
pub(super) fn unique_gifts(cast: &Cast) -> Vec<Case> {
    let case = |mut given: Value, told: Value| {
        given["gift"] = given.get("gift").cloned().unwrap_or_else(|| unique(None));
        Case::new("unique_gift", "private chat", given, told)
    };
    let mut colored = unique(Some(cast.id("channel")));
    colored["is_premium"] = true.into();
    colored["is_burned"] = true.into();
    colored["colors"] = json!({
        "model_custom_emoji_id": 5, "symbol_custom_emoji_id": 6, "light_theme_main_color": 1,
        "light_theme_other_colors": [2], "dark_theme_main_color": 3, "dark_theme_other_colors": [4, 5],
    });
    let mut cases: Vec<_> = ["upgrade", "transfer", "gifted_upgrade"]
        .map(|origin| {
            let part = json!({ "name": "Moon", "rarity_per_mille": 7 });
            let gift = json!({ "base_name": "Star", "name": "Star-3", "number": 3, "symbol": part });
            case(json!({ "origin": origin }), json!({ "origin": origin, "gift": gift }))
        })
        .into();
    cases.extend([
        case(
            json!({ "origin": "resale", "resale": { "currency": "XTR", "amount": 700 } }),
            json!({ "origin": "resale", "last_resale_currency": "XTR", "last_resale_amount": 700 }),
        ),
        case(
            json!({ "origin": "resale", "resale": { "currency": "TON", "amount": 7 } }),
            json!({ "origin": "resale", "last_resale_currency": "TON", "last_resale_amount": 7 }),
        ),
        case(
            json!({ "origin": "transfer", "transfer_star_count": 25, "next_transfer_date": 1_900_000_000 }),
            json!({ "transfer_star_count": 25, "next_transfer_date": 1_900_000_000 }),
        ),
        case(
            json!({ "origin": "upgrade", "gift": colored }),
            json!({ "gift": {
                "is_premium": true, "is_burned": true, "publisher_chat": { "id": cast.id("channel") },
                "colors": { "light_theme_main_color": 1, "dark_theme_other_colors": [4, 5] },
                "backdrop": { "colors": { "center_color": 1, "edge_color": 2, "symbol_color": 3, "text_color": 4 } },
            } }),
        ),
    ]);
    cases
}

#[tokio::test]
async fn a_gift_is_told_with_its_price_and_what_was_written() {
    are_told(gifts).await;
}

#[tokio::test]
async fn a_unique_gift_is_told_with_how_one_came_to_have_it() {
    are_told(unique_gifts).await;
}
