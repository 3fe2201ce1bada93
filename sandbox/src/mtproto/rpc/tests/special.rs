//! What only users and Telegram bring about, inline mode and business accounts, as programs of MTProto meet them.

use grammers_tl_types::{Serializable, enums, functions, types};
use serde_json::json;

use super::{Stage, Written};
use crate::mtproto::rpc::answer;
use crate::world::special::Special;
use crate::world::{Brought, BusinessRights, NewBot, Thing};

/// Names of what came in: the actions of service messages, the media of others.
async fn told(client: &super::Client, pts: i32) -> Vec<String> {
    let request = functions::updates::GetDifference {
        pts,
        pts_limit: None,
        pts_total_limit: None,
        date: 1,
        qts: 1,
        qts_limit: None,
    };
    let enums::updates::Difference::Difference(difference) = client.call(&request).await.unwrap() else {
        return Vec::new();
    };
    let name = |thing: String| thing.split(['(', ' ', '{']).next().unwrap_or_default().to_owned();
    difference
        .new_messages
        .into_iter()
        .map(|message| match message {
            enums::Message::Service(message) => name(format!("{:?}", message.action)),
            enums::Message::Message(message) => {
                message.media.map_or(message.message, |media| name(format!("{media:?}")))
            }
            enums::Message::Empty(_) => "Empty".to_owned(),
        })
        .collect()
}

#[tokio::test]
async fn everything_special_has_a_constructor_of_its_own() {
    let stage = Stage::new();
    let bot = stage.telegram.bot("testing_bot");
    let alice = stage.telegram.user("Alice");
    alice.open(&bot).say("/start");
    let client = stage.of(bot.id).await;
    let gift = json!({ "id": 7, "star_count": 5 });
    let part = json!({ "name": "n", "rarity_per_mille": 5 });
    let unique = json!({
        "gift_id": 7, "base_name": "b", "name": "b-1", "number": 1, "model": part, "symbol": part, "backdrop": part,
        "backdrop_colors": [1, 2, 3, 4],
    });
    let price = json!({ "currency": "TON", "amount": 5 });
    let cases = [
        ("story", json!({ "chat": alice.id.0, "id": 5 }), "Story"),
        ("giveaway", json!({ "chats": [], "winners_selection_date": 9, "winner_count": 2 }), "Giveaway"),
        (
            "giveaway_winners",
            json!({
                "chat": -1_000_000_000_005_i64, "giveaway_message_id": 4, "winners_selection_date": 9,
                "winner_count": 1, "winners": [],
            }),
            "GiveawayResults",
        ),
        ("checklist", json!({ "title": "t", "tasks": [] }), "ToDo"),
        ("giveaway_created", json!({}), "GiveawayLaunch"),
        ("giveaway_completed", json!({ "winner_count": 3 }), "GiveawayResults"),
        ("gift", json!({ "gift": gift }), "StarGift"),
        ("gift_upgrade_sent", json!({ "gift": gift }), "StarGift"),
        ("unique_gift", json!({ "gift": unique, "origin": "upgrade" }), "StarGiftUnique"),
        ("video_chat_scheduled", json!({ "start_date": 9 }), "GroupCallScheduled"),
        ("video_chat_started", json!({}), "GroupCall"),
        ("video_chat_ended", json!({ "duration": 9 }), "GroupCall"),
        ("video_chat_participants_invited", json!({ "users": [] }), "InviteToGroupCall"),
        (
            "chat_background_set",
            json!({ "background": "chat_theme", "theme_name": "🐥" }),
            "SetChatWallPaper",
        ),
        ("users_shared", json!({ "request_id": 3, "users": [alice.id.0] }), "RequestedPeerSentMe"),
        ("chat_shared", json!({ "request_id": 3, "chat": -5 }), "RequestedPeerSentMe"),
        ("write_access_allowed", json!({ "from_request": true }), "BotAllowed"),
        ("connected_website", json!({ "domain": "a.org" }), "BotAllowed"),
        ("web_app_data", json!({ "data": "d", "button_text": "b" }), "WebViewDataSentMe"),
        (
            "passport_data",
            json!({ "elements": [], "credentials": "", "hash": "", "secret": "" }),
            "SecureValuesSentMe",
        ),
        ("chat_owner_left", json!({}), "NewCreatorPending"),
        ("chat_owner_changed", json!({ "new_owner": alice.id.0 }), "ChangeCreator"),
        ("checklist_tasks_done", json!({ "marked_as_done_task_ids": [1] }), "TodoCompletions"),
        ("checklist_tasks_added", json!({ "tasks": [] }), "TodoAppendTasks"),
        ("boost_added", json!({ "boost_count": 2 }), "BoostApply"),
        ("direct_message_price_changed", json!({ "are_direct_messages_enabled": true }), "PaidMessagesPrice"),
        ("paid_message_price_changed", json!({ "paid_message_star_count": 4 }), "PaidMessagesPrice"),
        ("managed_bot_created", json!({ "bot": bot.id.0 }), "ManagedBotCreated"),
        ("suggested_post_approved", json!({ "send_date": 9 }), "SuggestedPostApproval"),
        ("suggested_post_approval_failed", json!({ "price": price }), "SuggestedPostApproval"),
        ("suggested_post_declined", json!({}), "SuggestedPostApproval"),
        ("suggested_post_paid", json!({ "price": price }), "SuggestedPostSuccess"),
        ("suggested_post_refunded", json!({}), "SuggestedPostRefund"),
    ];
    for (kind, mut fields, expected) in cases {
        fields["type"] = json!(kind);
        let special: Special = serde_json::from_value::<Special>(fields).unwrap();
        let pts = stage.telegram.world().read(|world| world.queue(bot.id).unwrap().pts());
        let thing = Thing::Special(Box::new(special));
        let brought = Brought { thing, reply_to: None, thread: None, extra: None };
        stage.telegram.world().write(|world| world.bring_about(alice.id, bot.id.into(), brought)).unwrap();
        assert_eq!(told(&client, pts).await, [expected], "{kind}");
    }
    // The user who picked and sent is told less.
    let own = told(&stage.of(alice.id).await, 1).await;
    for name in ["RequestedPeer", "WebViewDataSent", "SecureValuesSent"] {
        assert!(own.iter().any(|told| told == name), "{name}: {own:?}");
    }
}

#[tokio::test]
async fn what_a_bot_offers_is_shown_chosen_and_edited() {
    let stage = Stage::new();
    let bot = stage.telegram.bot_with(NewBot {
        supports_inline_queries: true,
        inline_feedback: true,
        ..NewBot::named("inline_bot")
    });
    let (alice, robert) = (stage.telegram.user("Alice"), stage.telegram.user("Robert"));
    let (asker, answerer) = (stage.of(alice.id).await, stage.of(bot.id).await);
    let ask = functions::messages::GetInlineBotResults {
        bot: stage.input_user(alice.id, bot.id),
        peer: stage.input_peer(alice.id, robert.id),
        geo_point: None,
        query: "q".to_owned(),
        offset: String::new(),
    };
    let button = types::KeyboardInlineButton {
        style: None,
        text: "Go".to_owned(),
        r#type: types::InlineButtonTypeCallback { requires_password: false, data: b"go".to_vec() }.into(),
    };
    let row = types::KeyboardInlineButtonRow { buttons: vec![button.into()] };
    let markup = types::ReplyInlineMarkup { force_reply: false, rows: vec![row.into()] };
    let result = types::InputBotInlineResult {
        id: "a".to_owned(),
        r#type: "article".to_owned(),
        title: Some("Title".to_owned()),
        description: None,
        url: None,
        thumb: None,
        content: None,
        send_message: types::InputBotInlineMessageText {
            no_webpage: false,
            invert_media: false,
            message: "chosen".to_owned(),
            entities: None,
            reply_markup: Some(markup.into()),
        }
        .into(),
    };
    let answering = async {
        let query_id = stage
            .telegram
            .wait_for(|world| {
                let mut told = world.queue(bot.id)?.since(0);
                told.find_map(|queued| match &queued.event {
                    crate::world::Event::InlineQuery(query) => Some(query.id.0),
                    _ => None,
                })
            })
            .await;
        let answer = functions::messages::SetInlineBotResults {
            gallery: false,
            private: false,
            query_id,
            results: vec![result.into()],
            cache_time: 300,
            next_offset: None,
            switch_pm: None,
            switch_webview: None,
        };
        assert!(answerer.call(&answer).await.unwrap());
    };
    let (shown, ()) = tokio::join!(asker.call(&ask), answering);
    let enums::messages::BotResults::Results(shown) = shown.unwrap();
    let Some(enums::BotInlineResult::Result(first)) = shown.results.first() else { panic!("{shown:?}") };
    assert_eq!((first.id.as_str(), first.title.as_deref()), ("a", Some("Title")));

    let choose = functions::messages::SendInlineBotResult {
        silent: false,
        background: false,
        clear_draft: false,
        hide_via: false,
        peer: stage.input_peer(alice.id, robert.id),
        reply_to: None,
        random_id: 5,
        query_id: shown.query_id,
        id: "a".to_owned(),
        schedule_date: None,
        send_as: None,
        quick_reply_shortcut: None,
        allow_paid_stars: None,
    };
    asker.call(&choose).await.unwrap();
    let chat = robert.chat(alice.id.into());
    assert_eq!(chat.last().text, "chosen");
    let id = stage.telegram.world().read(|world| {
        let mut told = world.queue(bot.id).unwrap().since(0);
        told.find_map(|queued| match &queued.event {
            crate::world::Event::ChosenInlineResult { inline, .. } => *inline,
            _ => None,
        })
    });
    let edit = |text: &str| functions::messages::EditInlineBotMessage {
        no_webpage: false,
        invert_media: false,
        id: crate::mtproto::write::inline::message_id(id.unwrap()),
        message: Some(text.to_owned()),
        media: None,
        reply_markup: None,
        entities: None,
        rich_message: None,
    };
    assert!(answerer.call(&edit("edited")).await.unwrap());
    assert_eq!(chat.last().text, "edited");
    assert_eq!(answerer.refused(&edit("edited")).await.1, "MESSAGE_NOT_MODIFIED");
}

#[tokio::test]
async fn a_business_account_is_written_for() {
    let stage = Stage::new();
    let bot =
        stage.telegram.bot_with(NewBot { can_connect_to_business: true, ..NewBot::named("business_bot") });
    let (alice, robert) = (stage.telegram.user("Alice"), stage.telegram.user("Robert"));
    let rights = BusinessRights { can_reply: true, ..BusinessRights::default() };
    let connect = |world: &mut crate::world::World| world.connect_business(alice.id, bot.id, Some(rights));
    let connection = stage.telegram.world().write(connect).unwrap();
    let chat = robert.chat(alice.id.into());
    chat.say("open?");
    let client = stage.of(bot.id).await;
    let send = functions::messages::SendMessage {
        no_webpage: false,
        silent: false,
        background: false,
        clear_draft: false,
        noforwards: false,
        update_stickersets_order: false,
        invert_media: false,
        allow_paid_floodskip: false,
        peer: stage.input_peer(bot.id, robert.id),
        reply_to: None,
        message: "we are".to_owned(),
        random_id: 9,
        reply_markup: None,
        entities: None,
        schedule_date: None,
        schedule_repeat_period: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: None,
        allow_paid_stars: None,
        suggested_post: None,
        rich_message: None,
    };
    let query = Written(send.to_bytes());
    let wrapped =
        functions::InvokeWithBusinessConnection { connection_id: connection.id.clone(), query }.to_bytes();
    let bytes = answer(client.caller.clone(), &wrapped).await.unwrap();
    let updates = <enums::Updates as grammers_tl_types::Deserializable>::from_bytes(&bytes).unwrap();
    let enums::Updates::Updates(updates) = updates else { panic!("{updates:?}") };
    let [enums::Update::BotNewBusinessMessage(told)] = updates.updates.as_slice() else {
        panic!("{:?}", updates.updates)
    };
    let enums::Message::Message(message) = &told.message else { panic!("{told:?}") };
    assert_eq!((told.connection_id.as_str(), message.message.as_str()), (connection.id.as_str(), "we are"));
    assert_eq!(message.via_business_bot_id, Some(bot.id.0));
    assert_eq!(chat.last().text, "we are");
}
