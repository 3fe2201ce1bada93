//! What Telegram refuses: codes and words.

use ambigram_core::types::MessageId;
use serde_json::{Value, json};

use crate::stage::Stage;

#[tokio::test]
async fn without_a_token_of_a_bot_nothing_works() {
    let (stage, bot, _) = Stage::with_bot().await;
    let url = stage.sandbox.bot_api_url();
    let wrong = format!("{}x", bot.token);
    for (path, status, description) in [
        (format!("/bot{wrong}/getMe"), 401, "Unauthorized"),
        ("/bot1:AAxyz/getMe".to_owned(), 401, "Unauthorized"),
        ("/botnonsense/getMe".to_owned(), 401, "Unauthorized: invalid token specified"),
        ("/bot0:x/getMe".to_owned(), 401, "Unauthorized: invalid token specified"),
        (format!("/bot{}", bot.token), 404, "Not Found"),
        ("/".to_owned(), 404, "Not Found"),
        (format!("/file/bot{}/a.txt", bot.token), 404, "Not Found"),
        (format!("/bot{}/teleport", bot.token), 404, "Not Found: method not found"),
        (
            format!("/bot{}/poststory", bot.token),
            501,
            "Not Implemented: the sandbox lacks the method postStory",
        ),
        (
            format!("/bot{}/setWebhook?url=https://a.b", bot.token),
            501,
            "Not Implemented: the sandbox lacks webhooks",
        ),
    ] {
        let heard = stage.get(&format!("{url}{path}")).await;
        let expected = json!({ "ok": false, "error_code": status, "description": description });
        assert_eq!((heard.status, &heard.body), (status, &expected), "{path}");
    }
}

#[tokio::test]
async fn what_cannot_be_sent() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.id.0;
    let stranger = stage.user("Stranger").id.0;
    let blocker = stage.user("Blocker");
    blocker.open(&bot).say("/start");
    let world = stage.sandbox.telegram().world();
    world.write(|world| world.set_blocked(blocker.id, bot.id, true)).unwrap();
    let other_bot = stage.bot("other_bot");
    let button = |button: Value| json!({ "inline_keyboard": [[button]] });
    let text = |extra: Value| {
        let mut arguments = json!({ "chat_id": chat, "text": "x" });
        arguments.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        arguments
    };
    for (arguments, code, description) in [
        (json!({ "text": "x" }), 400, "Bad Request: chat_id is empty"),
        (json!({ "chat_id": chat }), 400, "Bad Request: message text is empty"),
        (text(json!({ "text": " \n " })), 400, "Bad Request: text must be non-empty"),
        (text(json!({ "text": "x".repeat(4097) })), 400, "Bad Request: message is too long"),
        (text(json!({ "text": "x".repeat(32_769) })), 400, "Bad Request: text is too long"),
        (text(json!({ "chat_id": 1 })), 400, "Bad Request: chat not found"),
        (text(json!({ "chat_id": "nonsense" })), 400, "Bad Request: chat not found"),
        (text(json!({ "chat_id": "@nobody" })), 400, "Bad Request: chat not found"),
        (text(json!({ "chat_id": -5 })), 400, "Bad Request: chat not found"),
        (text(json!({ "chat_id": stranger })), 400, "Bad Request: chat not found"),
        (text(json!({ "chat_id": blocker.id.0 })), 403, "Forbidden: bot was blocked by the user"),
        (text(json!({ "chat_id": "@other_bot" })), 403, "Forbidden: the bot can't send messages to the bot"),
        (text(json!({ "parse_mode": "BBCode" })), 400, "Bad Request: unsupported parse_mode"),
        (
            text(json!({ "parse_mode": "HTML", "text": "<b>x" })),
            400,
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            text(json!({ "parse_mode": "MarkdownV2", "text": "1.5" })),
            400,
            "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        (
            text(json!({ "parse_mode": "markdown", "text": "*x" })),
            400,
            "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 0",
        ),
        (
            text(json!({ "entities": [{ "type": "loud", "offset": 0, "length": 1 }] })),
            400,
            "Bad Request: can't parse MessageEntity: Unsupported type specified",
        ),
        (
            text(json!({ "link_preview_options": "[" })),
            400,
            "Bad Request: can't parse link preview options JSON object",
        ),
        (
            text(json!({ "link_preview_options": [] })),
            400,
            "Bad Request: object expected as link preview options",
        ),
        (
            text(json!({ "reply_parameters": "[" })),
            400,
            "Bad Request: can't parse reply parameters JSON object",
        ),
        (
            text(json!({ "reply_parameters": {"chat_id": 1} })),
            400,
            "Bad Request: can't find field \"message_id\"",
        ),
        (
            text(json!({ "reply_parameters": {"message_id": 77} })),
            400,
            "Bad Request: message to be replied not found",
        ),
        (text(json!({ "reply_to_message_id": 77 })), 400, "Bad Request: message to be replied not found"),
        (
            text(json!({ "reply_markup": "{" })),
            400,
            "Bad Request: can't parse reply keyboard markup JSON object",
        ),
        (text(json!({ "reply_markup": [] })), 400, "Bad Request: object expected as reply markup"),
        (text(json!({ "reply_markup": null })), 400, "Bad Request: object expected as reply markup"),
        (
            text(json!({ "reply_markup": {"inline_keyboard": {}} })),
            400,
            "Bad Request: field \"inline_keyboard\" must be of type Array",
        ),
        (
            text(json!({ "reply_markup": {"inline_keyboard": [{}]} })),
            400,
            "Bad Request: field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
        ),
        (
            text(json!({ "reply_markup": button(json!("x")) })),
            400,
            "Bad Request: can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            text(json!({ "reply_markup": button(json!({ "callback_data": "x" })) })),
            400,
            "Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            text(json!({ "reply_markup": button(json!({ "text": "x" })) })),
            400,
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            text(
                json!({ "reply_markup": button(json!({ "text": "x", "callback_data": "d", "style": "shiny" })) }),
            ),
            400,
            "Bad Request: can't parse inline keyboard button: invalid button style specified",
        ),
        (
            text(json!({ "reply_markup": {"keyboard": [[7]]} })),
            400,
            "Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        (
            text(json!({ "reply_markup": {"force_reply": "yes"} })),
            400,
            "Bad Request: field \"force_reply\" must be of type Boolean",
        ),
        (
            text(json!({ "reply_markup": button(json!({ "text": "x", "callback_data": "d".repeat(65) })) })),
            400,
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (text(json!({ "business_connection_id": "x" })), 400, "Bad Request: business connection not found"),
        (
            text(json!({ "suggested_post_parameters": {} })),
            501,
            "Not Implemented: the sandbox lacks the argument suggested_post_parameters",
        ),
    ] {
        let refused = stage.refused(&bot, "sendMessage", arguments.clone()).await;
        assert_eq!(refused, (code, description.to_owned()), "{arguments}");
    }
    assert_eq!(stage.updates(&other_bot).await, [] as [Value; 0]);
}

#[tokio::test]
async fn what_cannot_be_edited_or_deleted() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.id.0;
    let theirs = user.open(&bot).say("mine").0;
    let theirs =
        stage.updates(&bot).await[0]["message"]["message_id"].as_i64().map_or(theirs, |id| id as i32);
    let own =
        stage.ok(&bot, "sendMessage", json!({ "chat_id": chat, "text": "x" })).await["message_id"].clone();
    const NOT_MODIFIED: &str = "Bad Request: message is not modified: specified new message content and reply \
                                markup are exactly the same as a current content and reply markup of the message";
    for (method, arguments, code, description) in [
        (
            "editMessageText",
            json!({ "chat_id": chat, "message_id": own }),
            400,
            "Bad Request: message text is empty",
        ),
        ("editMessageText", json!({ "text": "y" }), 400, "Bad Request: message identifier is not specified"),
        ("editMessageText", json!({ "text": "y", "message_id": own }), 400, "Bad Request: chat_id is empty"),
        (
            "editMessageText",
            json!({ "text": "y", "chat_id": chat }),
            400,
            "Bad Request: message to edit not found",
        ),
        (
            "editMessageText",
            json!({ "text": "y", "chat_id": chat, "message_id": 99 }),
            400,
            "Bad Request: message to edit not found",
        ),
        (
            "editMessageText",
            json!({ "text": "y", "chat_id": chat, "message_id": theirs }),
            400,
            "Bad Request: message can't be edited",
        ),
        ("editMessageText", json!({ "text": "x", "chat_id": chat, "message_id": own }), 400, NOT_MODIFIED),
        ("editMessageReplyMarkup", json!({ "chat_id": chat, "message_id": own }), 400, NOT_MODIFIED),
        (
            "editMessageReplyMarkup",
            json!({ "chat_id": chat, "message_id": own, "reply_markup": {"force_reply": true} }),
            400,
            "Bad Request: inline keyboard expected",
        ),
        (
            "editMessageText",
            json!({ "text": "y", "inline_message_id": "abc" }),
            400,
            "Bad Request: invalid inline message identifier specified",
        ),
        ("deleteMessage", json!({ "message_id": own }), 400, "Bad Request: chat identifier is not specified"),
        (
            "deleteMessage",
            json!({ "chat_id": chat }),
            400,
            "Bad Request: message identifier is not specified",
        ),
        (
            "deleteMessage",
            json!({ "chat_id": chat, "message_id": 99 }),
            400,
            "Bad Request: message to delete not found",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": chat }),
            400,
            "Bad Request: message identifiers are not specified",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": chat, "message_ids": "x" }),
            400,
            "Bad Request: can't parse message_ids JSON object",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": chat, "message_ids": 5 }),
            400,
            "Bad Request: expected an Array of message identifiers",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": chat, "message_ids": [true] }),
            400,
            "Bad Request: message identifier must be a Number",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": chat, "message_ids": ["a"] }),
            400,
            "Bad Request: can't parse message identifier as a Number",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": chat, "message_ids": [0] }),
            400,
            "Bad Request: invalid message identifier specified",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": chat, "message_ids": (1..=101).collect::<Vec<_>>() }),
            400,
            "Bad Request: too many message identifiers specified",
        ),
    ] {
        let refused = stage.refused(&bot, method, arguments.clone()).await;
        assert_eq!(refused, (code, description.to_owned()), "{method} {arguments}");
    }
}

#[tokio::test]
async fn what_is_too_late() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    let keyboard = json!({ "inline_keyboard": [[{ "text": "a", "callback_data": "d" }]] });
    let arguments = json!({ "chat_id": user.id.0, "text": "x", "reply_markup": keyboard });
    let own = stage.ok(&bot, "sendMessage", arguments).await["message_id"].clone();
    let query = chat.press("a").unwrap().0.to_string();
    let too_old =
        (400, "Bad Request: query is too old and response timeout expired or query ID is invalid".to_owned());
    for id in [json!("1"), json!("x"), json!(null)] {
        let refused = stage.refused(&bot, "answerCallbackQuery", json!({ "callback_query_id": id })).await;
        assert_eq!(refused, too_old, "{id}");
    }
    let other = stage.bot("other_bot");
    let arguments = json!({ "callback_query_id": query });
    assert_eq!(stage.refused(&other, "answerCallbackQuery", arguments.clone()).await, too_old);
    stage.pass(3600);
    assert_eq!(stage.refused(&bot, "answerCallbackQuery", arguments).await, too_old);

    stage.pass(2 * 86_400);
    let refused =
        stage.refused(&bot, "deleteMessage", json!({ "chat_id": user.id.0, "message_id": own })).await;
    assert_eq!(refused, (400, "Bad Request: message can't be deleted for everyone".to_owned()));
}

#[tokio::test]
async fn what_cannot_be_asked() {
    let (stage, bot, user) = Stage::with_bot().await;
    let stranger = stage.user("Stranger").id.0;
    let chat = user.id.0;
    let commands = json!([{ "command": "start", "description": "Start" }]);
    for (method, arguments, code, description) in [
        ("getChat", json!({}), 400, "Bad Request: chat_id is empty"),
        ("getChat", json!({ "chat_id": stranger }), 400, "Bad Request: chat not found"),
        ("getChatMember", json!({ "chat_id": chat }), 400, "Bad Request: invalid user_id specified"),
        (
            "getChatMember",
            json!({ "chat_id": chat, "user_id": stranger }),
            400,
            "Bad Request: member not found",
        ),
        (
            "getChatAdministrators",
            json!({ "chat_id": chat }),
            400,
            "Bad Request: there are no administrators in the private chat",
        ),
        ("leaveChat", json!({ "chat_id": chat }), 400, "Bad Request: can't leave private chats"),
        ("sendChatAction", json!({ "chat_id": chat }), 400, "Bad Request: wrong parameter action in request"),
        ("sendChatAction", json!({ "action": "typing" }), 400, "Bad Request: chat_id is empty"),
        ("setMyCommands", json!({ "commands": "x" }), 400, "Bad Request: can't parse commands JSON object"),
        ("setMyCommands", json!({ "commands": {} }), 400, "Bad Request: expected an Array of BotCommand"),
        (
            "setMyCommands",
            json!({ "commands": [1] }),
            400,
            "Bad Request: can't parse BotCommand: expected an Object",
        ),
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "a" }] }),
            400,
            "Bad Request: can't parse BotCommand: Can't find field \"description\"",
        ),
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "A B", "description": "x" }] }),
            400,
            "Bad Request: BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "a", "description": " " }] }),
            400,
            "Bad Request: command description must be non-empty",
        ),
        (
            "setMyCommands",
            json!({ "commands": commands, "scope": "[" }),
            400,
            "Bad Request: can't parse BotCommandScope JSON object",
        ),
        (
            "setMyCommands",
            json!({ "commands": commands, "scope": {"type": "all"} }),
            400,
            "Bad Request: can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            "setMyCommands",
            json!({ "commands": commands, "scope": {"type": "chat"} }),
            400,
            "Bad Request: can't parse BotCommandScope: Can't find field \"chat_id\"",
        ),
        (
            "setMyCommands",
            json!({ "commands": commands, "scope": {"type": "chat_member", "chat_id": 1, "user_id": 0} }),
            400,
            "Bad Request: can't parse BotCommandScope: Invalid user_id specified",
        ),
        (
            "setMyCommands",
            json!({ "commands": commands, "language_code": "english" }),
            400,
            "Bad Request: invalid language code specified",
        ),
    ] {
        let refused = stage.refused(&bot, method, arguments.clone()).await;
        assert_eq!(refused, (code, description.to_owned()), "{method} {arguments}");
    }
}

#[tokio::test]
async fn where_a_bot_is_not() {
    let stage = Stage::new().await;
    let (bot, alice) = (stage.bot("testing_bot"), stage.user("Alice"));
    let world = stage.sandbox.telegram().world();
    let (group, supergroup) = (alice.group("Group", [bot.id]), alice.supergroup("Supergroup", [bot.id]));
    let send =
        async |chat: i64| stage.refused(&bot, "sendMessage", json!({ "chat_id": chat, "text": "x" })).await;
    for (chat, name) in [(group.id(), "group"), (supergroup.id(), "supergroup")] {
        world.write(|world| world.ban(alice.id, chat, bot.id, 0)).unwrap();
        assert_eq!(send(chat.0).await, (403, format!("Forbidden: bot was kicked from the {name} chat")));
    }
    world.write(|world| world.unban(alice.id, supergroup.id(), bot.id)).unwrap();
    assert_eq!(
        send(supergroup.id().0).await,
        (403, "Forbidden: bot is not a member of the supergroup chat".to_owned())
    );

    let group = alice.group("Growing", [bot.id]);
    let grown = world.write(|world| world.upgrade_to_supergroup(alice.id, group.id())).unwrap();
    let heard = stage.call(&bot, "sendMessage", json!({ "chat_id": group.id().0, "text": "x" })).await;
    assert_eq!(
        heard.body,
        json!({
            "ok": false,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": { "migrate_to_chat_id": grown.0 },
        })
    );

    let silent = alice.supergroup("Silent", [bot.id]);
    let nothing = ambigram_sandbox::rules::Permissions::NONE;
    world.write(|world| world.set_permissions(alice.id, silent.id(), nothing)).unwrap();
    let refused = (400, "Bad Request: not enough rights to send text messages to the chat".to_owned());
    assert_eq!(send(silent.id().0).await, refused);

    let unseen = MessageId(1);
    let arguments = json!({ "chat_id": silent.id().0, "message_id": unseen.0 });
    assert_eq!(stage.refused(&bot, "deleteMessage", arguments).await.0, 400);
}
