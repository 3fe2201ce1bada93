//! What belongs to the bot itself: its menu by scope and language, its texts, its button, its rights, its photo.

use ambigram::Wire;
use ambigram::prelude::*;
use ambigram::requests::{InputProfilePhoto, InputProfilePhotoStatic};
use ambigram::types::{BotCommand, BotCommandScope as Scope, ChatAdministratorRights, MenuButton};
use ambigram_tests::files::jpeg;
use ambigram_tests::{on_both_wires, on_each_wire};

use super::refused;
use crate::stages::Everywhere;

#[tokio::test]
async fn a_menu_is_kept_for_each_scope_and_language() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, alice) = (&everywhere.bot, everywhere.alice.id);
        let chat_id = everywhere.place("supergroup").id;
        let scopes = [
            Scope::Default,
            Scope::AllPrivateChats,
            Scope::AllGroupChats,
            Scope::AllChatAdministrators,
            Scope::Chat { chat_id },
            Scope::Chat { chat_id: alice.into() },
            Scope::ChatAdministrators { chat_id },
            Scope::ChatMember { chat_id, user_id: alice },
        ];
        for (number, scope) in scopes.iter().enumerate() {
            for language in ["", "pl"] {
                let name = format!("c{number}{language}");
                let set = bot.set_my_commands([BotCommand::new(&name, "Described")]).scope(scope.clone());
                set.language(language).await.unwrap();
            }
        }
        for (number, scope) in scopes.iter().enumerate() {
            for language in ["", "pl"] {
                let menu = bot.get_my_commands().scope(scope.clone()).language(language).await.unwrap();
                let expected = [BotCommand::new(format!("c{number}{language}"), "Described")];
                assert_eq!(menu, expected, "{scope:?} {language}");
            }
            // There is no falling back.
            assert!(bot.get_my_commands().scope(scope.clone()).language("de").await.unwrap().is_empty());
            bot.delete_my_commands().scope(scope.clone()).language("pl").await.unwrap();
            assert!(bot.get_my_commands().scope(scope.clone()).language("pl").await.unwrap().is_empty());
            assert_eq!(bot.get_my_commands().scope(scope.clone()).await.unwrap().len(), 1, "{scope:?}");
        }
        assert_eq!(bot.get_my_commands().await.unwrap()[0].command, "c0");
        bot.delete_my_commands().await.unwrap();
        bot.delete_my_commands().await.unwrap();
        assert!(bot.get_my_commands().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_bots_texts_are_kept_for_each_language() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let own = bot.get_my_name().await.unwrap().name;
        assert_eq!(own, bot.get_me().await.unwrap().user.first_name);
        bot.set_my_name().name("Tester").await.unwrap();
        bot.set_my_name().name("Testujący").language("pl").await.unwrap();
        bot.set_my_description().description("It tests").await.unwrap();
        bot.set_my_description().description("Testuje").language("pl").await.unwrap();
        bot.set_my_short_description().short_description("Tests").await.unwrap();
        bot.set_my_short_description().short_description("Testy").language("pl").await.unwrap();
        for (language, expected) in [
            ("", ["Tester", "It tests", "Tests"]),
            ("pl", ["Testujący", "Testuje", "Testy"]),
            ("de", ["Tester", "It tests", "Tests"]),
        ] {
            let name = bot.get_my_name().language(language).await.unwrap().name;
            let description = bot.get_my_description().language(language).await.unwrap().description;
            let short = bot.get_my_short_description().language(language).await.unwrap().short_description;
            assert_eq!([name.as_str(), &description, &short], expected, "{language}");
        }
        assert_eq!(bot.get_me().await.unwrap().user.first_name, "Tester");
        bot.set_my_description().language("pl").await.unwrap();
        assert_eq!(bot.get_my_description().language("pl").await.unwrap().description, "It tests");
        let kinds = [
            refused(bot.set_my_name().name("x".repeat(65)).await),
            refused(bot.set_my_description().description("x".repeat(513)).await),
            refused(bot.set_my_short_description().short_description("x".repeat(121)).await),
            refused(bot.set_my_name().name("x").language("english").await),
        ];
        assert!(kinds.iter().all(|kind| *kind == ErrorKind::BadRequest), "{kinds:?}");
    })
    .await;
}

#[tokio::test]
async fn a_menu_button_is_set_for_all_and_for_one() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        for user in [&alice, &bob] {
            user.open(&account).say("/start");
        }
        let app = MenuButton::web_app("Shop", "https://example.com/shop");
        // Where none is set, that is the one for all.
        assert_eq!(bot.get_chat_menu_button().await.unwrap(), MenuButton::Commands);
        bot.set_chat_menu_button().menu_button(app.clone()).await.unwrap();
        assert_eq!(bot.get_chat_menu_button().await.unwrap(), app);
        bot.set_chat_menu_button().menu_button(MenuButton::Commands).await.unwrap();
        bot.set_chat_menu_button().chat(alice.id).menu_button(app.clone()).await.unwrap();
        assert_eq!(bot.get_chat_menu_button().await.unwrap(), MenuButton::Commands);
        assert_eq!(bot.get_chat_menu_button().chat(alice.id).await.unwrap(), app);
        assert_eq!(bot.get_chat_menu_button().chat(bob.id).await.unwrap(), MenuButton::Default);
        let shown = |user: UserId| {
            let button = stage.telegram().world().read(|world| world.menu_button_shown_to(user, account.id));
            format!("{button:?}")
        };
        assert!(shown(alice.id).contains("Shop") && shown(bob.id).contains("Commands"));
        bot.set_chat_menu_button().chat(alice.id).await.unwrap();
        assert!(shown(alice.id).contains("Commands"), "{}", shown(alice.id));
        let insecure = MenuButton::web_app("Shop", "http://example.com/shop");
        let kinds = [
            refused(bot.set_chat_menu_button().menu_button(insecure).await),
            refused(bot.set_chat_menu_button().chat(ChatId(-7)).menu_button(MenuButton::Commands).await),
        ];
        assert_eq!(kinds, [ErrorKind::InvalidButton, ErrorKind::BadRequest]);
    })
    .await;
}

#[tokio::test]
async fn rights_are_suggested_for_groups_and_for_channels_apart() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let none = bot.get_my_default_administrator_rights().await.unwrap();
        assert!(!none.can_manage_chat && none.can_pin_messages == Some(false), "{none:?}");
        let mut rights = ChatAdministratorRights::none();
        rights.can_manage_chat = true;
        rights.can_delete_messages = true;
        rights.can_pin_messages = Some(true);
        bot.set_my_default_administrator_rights().rights(rights.clone()).await.unwrap();
        let mut posting = ChatAdministratorRights::none();
        posting.can_post_messages = Some(true);
        bot.set_my_default_administrator_rights().rights(posting).for_channels().await.unwrap();
        let groups = bot.get_my_default_administrator_rights().await.unwrap();
        assert!(groups.can_delete_messages && groups.can_pin_messages == Some(true), "{groups:?}");
        assert_eq!(groups.can_post_messages, None);
        let channels = bot.get_my_default_administrator_rights().for_channels().await.unwrap();
        assert!(!channels.can_delete_messages && channels.can_post_messages == Some(true), "{channels:?}");
        assert_eq!(channels.can_pin_messages, None);
        bot.set_my_default_administrator_rights().await.unwrap();
        assert!(!bot.get_my_default_administrator_rights().await.unwrap().can_delete_messages);
    })
    .await;
}

#[tokio::test]
async fn a_bots_photo_is_set_and_taken_away() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let photo = InputProfilePhotoStatic::new(InputFile::bytes("me.jpg", jpeg(640, 640)));
        bot.set_my_profile_photo(InputProfilePhoto::Static(Box::new(photo))).await.unwrap();
        assert_eq!(bot.get_user_profile_photos(account.id).await.unwrap().total_count, 1);
        bot.remove_my_profile_photo().await.unwrap();
        assert_eq!(bot.get_user_profile_photos(account.id).await.unwrap().total_count, 0);
        let again = bot.remove_my_profile_photo().await;
        assert!(again.is_ok(), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_bot_that_logged_out_signs_in_anew() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let alice = stage.user("Alice");
        alice.open(&account).say("/start");
        bot.log_out().await.unwrap();
        assert_eq!(bot.get_me().await.unwrap().user.id, account.id);
        bot.send_message(alice.id, "Here I am again").await.unwrap();
        assert_eq!(alice.open(&account).last().text, "Here I am again");
    })
    .await;
}

/// Only the Bot API has servers that a bot could move between.
#[tokio::test]
async fn to_close_says_why_it_cannot_be_done() {
    on_each_wire(async |stage| {
        let account = stage.account("test_bot").await;
        let closed = stage.bot(&account).close().await;
        match stage.wire() {
            Wire::Http => closed.unwrap(),
            _ => {
                let error = closed.unwrap_err();
                assert!(matches!(error.kind(), ErrorKind::Unsupported { backend: "MTProto" }), "{error:?}");
                assert!(error.description().contains("Bot API server"), "{error}");
            }
        }
    })
    .await;
}
