//! What happens in groups and channels by the hands of users: video chats, boosts, owners, prices, backgrounds.

use serde_json::{Value, json};

use super::{Case, Cast, are_told};

pub(super) fn video_chats(cast: &Cast) -> Vec<Case> {
    let (alice, bob) = (cast.everywhere.alice.id.0, cast.bob.id.0);
    let mut cases = Vec::new();
    for place in ["group", "supergroup", "channel"] {
        let case = |name, given: Value, told| Case::new(name, place, given, told);
        let invited = json!([{ "id": bob, "first_name": "Bob" }, { "id": alice, "first_name": "Alice" }]);
        cases.extend([
            case(
                "video_chat_scheduled",
                json!({ "start_date": 1_900_000_000 }),
                json!({ "start_date": 1_900_000_000 }),
            ),
            case("video_chat_started", json!({}), json!({})),
            case(
                "video_chat_participants_invited",
                json!({ "users": [bob, alice] }),
                json!({ "users": invited }),
            ),
            case("video_chat_ended", json!({ "duration": 60 }), json!({ "duration": 60 })),
        ]);
    }
    cases
}

pub(super) fn owners(cast: &Cast) -> Vec<Case> {
    let bob = cast.bob.id.0;
    let new_owner = json!({ "new_owner": { "id": bob, "first_name": "Bob", "is_bot": false } });
    let mut cases = Vec::new();
    for place in ["group", "supergroup"] {
        cases.extend([
            Case::new("chat_owner_left", place, json!({}), json!({})),
            Case::new("chat_owner_left", place, json!({ "new_owner": bob }), new_owner.clone()),
            Case::new("chat_owner_changed", place, json!({ "new_owner": bob }), new_owner.clone()),
        ]);
    }
    cases
}

pub(super) fn prices(_: &Cast) -> Vec<Case> {
    let boosts = json!({ "boost_count": 2 });
    let on = json!({ "are_direct_messages_enabled": true, "direct_message_star_count": 4 });
    let free = json!({ "are_direct_messages_enabled": true });
    let off = json!({ "are_direct_messages_enabled": false });
    let price = |stars: i64| json!({ "paid_message_star_count": stars });
    vec![
        Case::new("boost_added", "supergroup", boosts.clone(), boosts),
        Case::new("direct_message_price_changed", "channel", on.clone(), on),
        Case::new("direct_message_price_changed", "channel", free.clone(), free),
        Case::new("direct_message_price_changed", "channel", off.clone(), off),
        Case::new("paid_message_price_changed", "supergroup", price(4), price(4)),
        Case::new("paid_message_price_changed", "supergroup", price(0), price(0)),
    ]
}

pub(super) fn backgrounds(_: &Cast) -> Vec<Case> {
    let case =
        |given, told: Value| Case::new("chat_background_set", "private chat", given, json!({ "type": told }));
    let solid = json!({ "fill": "solid", "color": 255 });
    let gradient = json!({ "fill": "gradient", "top_color": 1, "bottom_color": 2, "rotation_angle": 45 });
    let freeform = json!({ "fill": "freeform_gradient", "colors": [1, 2, 3, 4] });
    vec![
        case(
            json!({ "background": "fill", "fill": solid, "dark_theme_dimming": 30 }),
            json!({ "type": "fill", "fill": { "type": "solid", "color": 255 }, "dark_theme_dimming": 30 }),
        ),
        case(
            json!({ "background": "fill", "fill": gradient, "dark_theme_dimming": 0 }),
            json!({ "fill": { "type": "gradient", "top_color": 1, "bottom_color": 2, "rotation_angle": 45 } }),
        ),
        case(
            json!({ "background": "fill", "fill": freeform, "dark_theme_dimming": 100 }),
            json!({ "fill": { "type": "freeform_gradient", "colors": [1, 2, 3, 4] }, "dark_theme_dimming": 100 }),
        ),
        case(
            json!({ "background": "wallpaper", "dark_theme_dimming": 10, "is_blurred": true, "is_moving": true }),
            json!({
                "type": "wallpaper", "dark_theme_dimming": 10, "is_blurred": true, "is_moving": true,
                "document": { "mime_type": "image/jpeg" },
            }),
        ),
        case(
            json!({ "background": "pattern", "intensity": 40, "is_inverted": true, "fill": gradient }),
            json!({
                "type": "pattern", "intensity": 40, "is_inverted": true,
                "fill": { "type": "gradient", "top_color": 1, "bottom_color": 2, "rotation_angle": 45 },
                "document": { "mime_type": "application/x-tgwallpattern" },
            }),
        ),
        case(
            json!({ "background": "pattern", "intensity": 0, "is_moving": true, "fill": solid }),
            json!({ "type": "pattern", "is_moving": true, "fill": { "type": "solid", "color": 255 } }),
        ),
        case(
            json!({ "background": "chat_theme", "theme_name": "🐥" }),
            json!({ "type": "chat_theme", "theme_name": "🐥" }),
        ),
    ]
}

#[tokio::test]
async fn a_video_chat_is_told_from_its_date_to_its_end() {
    are_told(video_chats).await;
}

#[tokio::test]
async fn a_new_owner_is_told() {
    are_told(owners).await;
}

#[tokio::test]
async fn boosts_and_prices_are_told() {
    are_told(prices).await;
}

#[tokio::test]
async fn a_background_is_told_as_it_was_made() {
    are_told(backgrounds).await;
}
