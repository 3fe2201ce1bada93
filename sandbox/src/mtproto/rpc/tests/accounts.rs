//! Logging in and out, and whom an account can know.

use super::*;

fn send_code(phone: &str) -> functions::auth::SendCode {
    functions::auth::SendCode {
        phone_number: phone.to_owned(),
        api_id: 1,
        api_hash: "hash".to_owned(),
        settings: types::CodeSettings {
            allow_flashcall: false,
            current_number: false,
            allow_app_hash: false,
            allow_missed_call: false,
            allow_firebase: false,
            unknown_number: false,
            logout_tokens: None,
            token: None,
            app_sandbox: None,
        }
        .into(),
    }
}

fn sign_in(phone: &str, hash: &str, code: &str) -> functions::auth::SignIn {
    functions::auth::SignIn {
        phone_number: phone.to_owned(),
        phone_code_hash: hash.to_owned(),
        phone_code: Some(code.to_owned()),
        email_verification: None,
    }
}

fn token(token: &str) -> functions::auth::ImportBotAuthorization {
    functions::auth::ImportBotAuthorization {
        flags: 0,
        api_id: 1,
        api_hash: "hash".to_owned(),
        bot_auth_token: token.to_owned(),
    }
}

fn me() -> functions::users::GetUsers {
    functions::users::GetUsers { id: vec![enums::InputUser::UserSelf] }
}

async fn hash_of(client: &Client, phone: &str) -> String {
    match client.call(&send_code(phone)).await.unwrap() {
        enums::auth::SentCode::Code(sent) => sent.phone_code_hash,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_user_logs_in_by_the_code_that_was_sent_last() {
    let stage = Stage::new();
    let ada = stage.telegram.user("Ada").id;
    let phone = stage.telegram.world().read(|world| world.account(ada).unwrap().phone().unwrap().to_owned());
    let client = stage.client().await;
    assert_eq!(client.refused(&me()).await, refusal(401, "AUTH_KEY_UNREGISTERED"));
    assert_eq!(client.refused(&send_code("12")).await, refusal(400, "PHONE_NUMBER_INVALID"));
    let hash = hash_of(&client, &phone).await;
    let code = stage.front.code(ada).unwrap();
    let wrong = if code == "00000" { "11111" } else { "00000" };
    for (hash, code, name) in [
        (hash.as_str(), "", "PHONE_CODE_EMPTY"),
        (hash.as_str(), wrong, "PHONE_CODE_INVALID"),
        ("beef", code.as_str(), "PHONE_CODE_EXPIRED"),
    ] {
        assert_eq!(client.refused(&sign_in(&phone, hash, code)).await, refusal(400, name));
    }
    client.call(&sign_in(&format!("+{phone}"), &hash, &code)).await.unwrap();
    let users = client.call(&me()).await.unwrap();
    let enums::User::User(user) = &users[0] else { panic!("{users:?}") };
    assert_eq!((user.id, user.is_self, user.phone.as_deref()), (ada.0, true, Some(phone.as_str())));
    assert_eq!(stage.front.code(ada), None);
    // Another key needs a code of its own.
    let other = stage.client().await;
    let refused = other.refused(&sign_in(&phone, &hash, &code)).await;
    assert_eq!(refused, refusal(400, "PHONE_CODE_EXPIRED"));
}

#[tokio::test]
async fn a_number_that_nobody_has_signs_up() {
    let stage = Stage::new();
    let client = stage.client().await;
    let hash = hash_of(&client, "99977777").await;
    let answered = client.call(&sign_in("99977777", &hash, "12345")).await.unwrap();
    assert!(matches!(answered, enums::auth::Authorization::SignUpRequired(_)));
    let sign_up = functions::auth::SignUp {
        no_joined_notifications: false,
        phone_number: "99977777".to_owned(),
        phone_code_hash: hash,
        first_name: "Eve".to_owned(),
        last_name: String::new(),
    };
    client.call(&sign_up).await.unwrap();
    let users = client.call(&me()).await.unwrap();
    assert!(matches!(&users[0], enums::User::User(user) if user.first_name.as_deref() == Some("Eve")));
}

#[tokio::test]
async fn a_bot_is_in_as_long_as_its_token_is_good() {
    let stage = Stage::new();
    let bot = stage.telegram.bot("hello_bot");
    let client = stage.client().await;
    let nobody = functions::auth::ImportBotAuthorization { api_id: 0, ..token(&bot.token) };
    assert_eq!(client.refused(&nobody).await, refusal(400, "API_ID_INVALID"));
    assert_eq!(client.refused(&token("42:nobody")).await, refusal(400, "ACCESS_TOKEN_INVALID"));
    client.call(&token(&bot.token)).await.unwrap();
    client.call(&me()).await.unwrap();
    stage.telegram.world().write(|world| world.revoke_token(bot.id)).unwrap();
    assert_eq!(client.refused(&me()).await, refusal(401, "SESSION_REVOKED"));
    assert_eq!(client.refused(&token(&bot.token)).await, refusal(400, "ACCESS_TOKEN_EXPIRED"));
}

#[tokio::test]
async fn logging_out_ends_one_key_and_a_deleted_account_all() {
    let stage = Stage::new();
    let ada = stage.telegram.user("Ada").id;
    let (one, other) = (stage.of(ada).await, stage.of(ada).await);
    one.call(&functions::auth::LogOut {}).await.unwrap();
    assert_eq!(one.refused(&me()).await, refusal(401, "AUTH_KEY_UNREGISTERED"));
    other.call(&me()).await.unwrap();
    stage.telegram.world().write(|world| world.delete_account(ada)).unwrap();
    assert_eq!(other.refused(&me()).await, refusal(401, "USER_DEACTIVATED"));
}

#[tokio::test]
async fn an_account_ends_its_authorizations_elsewhere() {
    let stage = Stage::new();
    let ada = stage.telegram.user("Ada").id;
    let (here, there) = (stage.of(ada).await, stage.of(ada).await);
    let enums::account::Authorizations::Authorizations(list) =
        here.call(&functions::account::GetAuthorizations {}).await.unwrap();
    let hashes = list.authorizations.iter().map(|enums::Authorization::Authorization(one)| one.hash);
    let mut hashes: Vec<_> = hashes.collect();
    hashes.retain(|hash| *hash != 0);
    assert_eq!((list.authorizations.len(), hashes.len()), (2, 1));
    let reset = |hash| functions::account::ResetAuthorization { hash };
    assert_eq!(here.refused(&reset(0)).await, refusal(400, "HASH_INVALID"));
    here.call(&reset(hashes[0])).await.unwrap();
    assert_eq!(there.refused(&me()).await, refusal(401, "SESSION_REVOKED"));
    here.call(&me()).await.unwrap();
}

#[tokio::test]
async fn an_account_is_named_by_the_hash_that_the_naming_one_was_told() {
    let stage = Stage::new();
    let (ada, bob) = (stage.telegram.user("Ada").id, stage.telegram.user("Bob").id);
    let bot = stage.telegram.bot("hello_bot").id;
    let (user, robot) = (stage.of(ada).await, stage.of(bot).await);
    let zero = |user: UserId| types::InputUser { user_id: user.0, access_hash: 0 }.into();
    let get = |user: enums::InputUser| functions::users::GetUsers { id: vec![user] };
    let is_known = |users: &[enums::User]| matches!(users, [enums::User::User(_)]);
    for (client, named, is_there) in [
        (&user, stage.input_user(ada, bob), true),
        (&user, stage.input_user(bob, bob), false),
        (&user, zero(bob), false),
        // It has never met Bob, but may be told his hash.
        (&robot, zero(bob), false),
        (&robot, stage.input_user(bot, bob), true),
    ] {
        let users = client.call(&get(named.clone())).await.unwrap();
        assert_eq!(is_known(&users), is_there, "{named:?}");
    }
    stage.telegram.world().write(|world| world.start_bot(bob, bot, None)).unwrap();
    assert!(is_known(&robot.call(&get(zero(bob))).await.unwrap()));
}

#[tokio::test]
async fn numbers_that_cannot_be_are_nobody() {
    let stage = Stage::new();
    let ada = stage.telegram.user("Ada").id;
    let robot = stage.telegram.bot("hello_bot").id;
    let channel = stage.telegram.world().write(|world| {
        let news = crate::world::NewChat::new(crate::rules::ChatSort::Channel, "News");
        world.create_chat(ada, news.with([robot])).unwrap()
    });
    let client = stage.of(robot).await;
    for user_id in [channel.0, 0, -1, i64::MIN, i64::MAX] {
        let named = types::InputUser { user_id, access_hash: 0 };
        let full = functions::users::GetFullUser { id: named.into() };
        assert_eq!(client.refused(&full).await, refusal(400, "USER_ID_INVALID"), "{user_id}");
        let named = types::InputChannel { channel_id: user_id, access_hash: 0 };
        let full = functions::channels::GetFullChannel { channel: named.into() };
        assert_eq!(client.refused(&full).await, refusal(400, "CHANNEL_INVALID"), "{user_id}");
        let full = functions::messages::GetFullChat { chat_id: user_id };
        assert_eq!(client.refused(&full).await, refusal(400, "CHAT_ID_INVALID"), "{user_id}");
    }
}

#[tokio::test]
async fn names_that_nobody_has_are_told_from_those_that_nobody_can_have() {
    let stage = Stage::new();
    let ada = stage.of(stage.telegram.user("Ada").id).await;
    stage.telegram.bot("hello_bot");
    let resolve = |username: &str| functions::contacts::ResolveUsername {
        username: username.to_owned(),
        referer: None,
    };
    assert!(ada.call(&resolve("@Hello_Bot")).await.is_ok());
    assert_eq!(ada.refused(&resolve("hello_all_bot")).await, refusal(400, "USERNAME_NOT_OCCUPIED"));
    assert_eq!(ada.refused(&resolve("x")).await, refusal(400, "USERNAME_INVALID"));
}

#[tokio::test]
async fn a_bot_keeps_a_menu_for_each_scope_and_language() {
    let stage = Stage::new();
    let bot = stage.of(stage.telegram.bot("hello_bot").id).await;
    let command = |name: &str| types::BotCommand {
        ephemeral: false,
        command: name.to_owned(),
        description: "What it does".to_owned(),
    };
    let set = |scope, name: &str| functions::bots::SetBotCommands {
        scope,
        lang_code: String::new(),
        commands: vec![command(name).into()],
    };
    let get = |scope| functions::bots::GetBotCommands { scope, lang_code: String::new() };
    let scopes = [
        enums::BotCommandScope::Default,
        enums::BotCommandScope::Users,
        enums::BotCommandScope::Chats,
        enums::BotCommandScope::ChatAdmins,
    ];
    for (number, scope) in scopes.iter().enumerate() {
        bot.call(&set(scope.clone(), &format!("command{number}"))).await.unwrap();
    }
    for (number, scope) in scopes.iter().enumerate() {
        let commands = bot.call(&get(scope.clone())).await.unwrap();
        assert_eq!(commands, [command(&format!("command{number}")).into()]);
    }
    let bad = set(enums::BotCommandScope::Default, "Not One");
    assert_eq!(bot.refused(&bad).await, refusal(400, "BOT_COMMAND_INVALID"));
    let ada = stage.of(stage.telegram.user("Ada").id).await;
    let refused = ada.refused(&get(enums::BotCommandScope::Default)).await;
    assert_eq!(refused, refusal(400, "USER_BOT_REQUIRED"));
}
