//! Command menus: who is shown which, and which cannot be.

use ambigram::prelude::*;
use ambigram::types::{BotCommand, BotCommandScope as Scope};
use ambigram_sandbox::rules::AdministratorRights;
use ambigram_sandbox::world::NewUser;
use ambigram_tests::on_both_wires;

use crate::stages::{Everywhere, act};

#[tokio::test]
async fn each_user_is_shown_the_narrowest_menu() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, id) = (&everywhere.bot, everywhere.account.id);
        let alice = everywhere.alice.id;
        let (bob, carol) = (stage.user("Bob"), stage.user("Carol"));
        let polish = NewUser { language_code: Some("pl-PL".to_owned()), ..NewUser::named("Piotr") };
        let piotr = stage.telegram().user_with(polish);
        piotr.open(&everywhere.account).say("/start");
        let (supergroup, group) = (everywhere.place("supergroup").id, everywhere.place("group").id);
        for user in [bob.id, carol.id, piotr.id] {
            act(stage, |world| world.add_member(alice, supergroup, user));
            act(stage, |world| world.add_member(alice, group, user));
        }
        act(stage, |world| world.promote(alice, supergroup, carol.id, AdministratorRights::USUAL));
        let private = |user: UserId| (user, ChatId::from(id));
        let shown = |(user, chat): (UserId, ChatId)| {
            let menu =
                stage.telegram().world().read(|world| world.commands_shown_to(user, chat, id).to_vec());
            menu.first().map(|command| command.command.clone()).unwrap_or_default()
        };
        let everybody = [
            private(alice),
            private(piotr.id),
            (bob.id, group),
            (alice, group),
            (bob.id, supergroup),
            (carol.id, supergroup),
            (alice, supergroup),
        ];
        let steps: [(Option<Scope>, &str, [&str; 7]); 9] = [
            (None, "default", ["default"; 7]),
            (
                Some(Scope::AllPrivateChats),
                "private",
                ["private", "private", "default", "default", "default", "default", "default"],
            ),
            (
                Some(Scope::AllGroupChats),
                "groups",
                ["private", "private", "groups", "groups", "groups", "groups", "groups"],
            ),
            (
                Some(Scope::AllChatAdministrators),
                "admins",
                ["private", "private", "groups", "admins", "groups", "admins", "admins"],
            ),
            (
                Some(Scope::Chat { chat_id: supergroup }),
                "chat",
                ["private", "private", "groups", "admins", "chat", "chat", "chat"],
            ),
            (
                Some(Scope::ChatAdministrators { chat_id: supergroup }),
                "chat_admins",
                ["private", "private", "groups", "admins", "chat", "chat_admins", "chat_admins"],
            ),
            (
                Some(Scope::ChatMember { chat_id: supergroup, user_id: bob.id }),
                "bob",
                ["private", "private", "groups", "admins", "bob", "chat_admins", "chat_admins"],
            ),
            (
                Some(Scope::Chat { chat_id: alice.into() }),
                "alice",
                ["alice", "private", "groups", "admins", "bob", "chat_admins", "chat_admins"],
            ),
            (
                Some(Scope::ChatMember { chat_id: group, user_id: bob.id }),
                "bob_too",
                ["alice", "private", "bob_too", "admins", "bob", "chat_admins", "chat_admins"],
            ),
        ];
        for (scope, name, expected) in steps {
            let call = bot.set_my_commands([BotCommand::new(name, "Described"), BotCommand::new("b", "2")]);
            match scope {
                Some(scope) => call.scope(scope).await.unwrap(),
                None => call.await.unwrap(),
            }
            assert_eq!(everybody.map(shown), expected, "{name}");
        }
        bot.set_my_commands([BotCommand::new("prywatne", "Po polsku")])
            .scope(Scope::AllPrivateChats)
            .language("pl")
            .await
            .unwrap();
        assert_eq!((shown(private(piotr.id)), shown(private(alice))), ("prywatne".into(), "alice".into()));
        // A menu without lines is no menu.
        bot.set_my_commands([]).scope(Scope::Chat { chat_id: alice.into() }).await.unwrap();
        assert_eq!(shown(private(alice)), "private");
    })
    .await;
}

#[tokio::test]
async fn a_menu_that_cannot_be_is_refused_alike() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        let alice = everywhere.alice.id;
        let line = |command: &str, description: &str| vec![BotCommand::new(command, description)];
        let refused = [
            line("", "x"),
            line("/", "x"),
            line("with space", "x"),
            line("ümlaut", "x"),
            line("UPPER", "x"),
            line("dash-ed", "x"),
            line(&"x".repeat(33), "x"),
            line("x", ""),
            line("x", "   "),
            line("x", &"x".repeat(257)),
            (0..101).map(|n| BotCommand::new(format!("c{n}"), "x")).collect(),
        ];
        for commands in refused {
            let error = bot.set_my_commands(commands.clone()).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}: {:?}", commands[0]);
        }
        for commands in [line("/slash", " x "), line(&"x".repeat(32), &"é".repeat(256)), line("a_1", "😀")]
        {
            bot.set_my_commands(commands).await.unwrap();
        }
        for language in ["english", "E", "EN", "1", "p l"] {
            let error = bot.set_my_commands(line("a", "b")).language(language).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}: {language}");
        }
        let (channel, group) = (everywhere.place("channel").id, everywhere.place("group").id);
        let scopes = [
            (Scope::Chat { chat_id: channel }, ErrorKind::BadRequest),
            (Scope::ChatAdministrators { chat_id: channel }, ErrorKind::BadRequest),
            (Scope::ChatMember { chat_id: channel, user_id: alice }, ErrorKind::BadRequest),
            (Scope::ChatAdministrators { chat_id: alice.into() }, ErrorKind::BadRequest),
            (Scope::ChatMember { chat_id: alice.into(), user_id: alice }, ErrorKind::BadRequest),
            (Scope::Chat { chat_id: ChatId(999) }, ErrorKind::ChatNotFound),
            (Scope::Chat { chat_id: ChatId(-999) }, ErrorKind::ChatNotFound),
            (Scope::Chat { chat_id: ChatId(-1_000_000_000_999) }, ErrorKind::ChatNotFound),
            (Scope::ChatMember { chat_id: group, user_id: UserId(999) }, ErrorKind::UserNotFound),
        ];
        for (scope, expected) in scopes {
            let error = bot.set_my_commands(line("a", "b")).scope(scope.clone()).await.unwrap_err();
            assert_eq!(*error.kind(), expected, "{error}: {scope:?}");
        }
    })
    .await;
}
