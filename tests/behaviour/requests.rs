//! Each request, and what comes of it in the world.

use ambigram::Bot;
use ambigram::prelude::*;
use ambigram::requests::ReplyParameters;
use ambigram::types::LinkPreviewOptions;
use ambigram::types::{BotCommand, BotCommandScope, ButtonKind, ButtonStyle};
use ambigram_sandbox::play::{BotAccount, Conversation, Happening};
use ambigram_tests::{Stage, on_both_wires};

/// A bot's handle, and a user who has started it.
async fn introduced(stage: &Stage) -> (Bot, BotAccount, Conversation) {
    let account = stage.account("test_bot").await;
    let chat = stage.user("Alice").open(&account);
    chat.say("/start");
    (stage.bot(&account), account, chat)
}

/// The private chat as the bot names it: by the user's id.
fn alice(stage: &Stage) -> ChatId {
    stage.telegram().world().read(|world| {
        world
            .accounts()
            .find(|account| account.first_name == "Alice")
            .map(|account| account.id.into())
            .unwrap()
    })
}

#[tokio::test]
async fn get_me_tells_who_the_bot_is() {
    on_both_wires(async |stage| {
        let (bot, account, _) = introduced(stage).await;
        let me = bot.get_me().await.unwrap();
        assert_eq!((me.user.id, me.username(), me.user.is_bot), (account.id, "test_bot", true));
        assert!(me.can_join_groups && !me.can_read_all_group_messages, "{me:?}");
    })
    .await;
}

#[tokio::test]
async fn a_message_arrives_as_it_was_sent() {
    on_both_wires(async |stage| {
        let (bot, account, chat) = introduced(stage).await;
        let first =
            bot.send_message(alice(stage), Html::new("<u>one</u>")).disable_notification().await.unwrap();
        assert_eq!((first.from.unwrap().id, first.chat.id), (account.id, alice(stage)));
        let text = first.kind;
        let styled = Button::callback("a", "b").style(ButtonStyle::Danger).icon("5368");
        let keyboard = InlineKeyboard::row([styled, Button::url("c", "https://example.com/")]).and_row([
            Button::copy_text("d", "e"),
            Button::new("f", ButtonKind::SwitchInlineQuery("g".into())),
        ]);
        let second = bot
            .send_message(alice(stage), "two https://example.com/")
            .reply_to(ReplyParameters::from(first.id).or_without())
            .keyboard(keyboard.clone())
            .link_preview(LinkPreviewOptions::disabled())
            .protect_content()
            .await
            .unwrap();
        assert_eq!(second.reply_markup, Some(keyboard));
        let answered = second.reply_to_message.as_deref().unwrap();
        assert_eq!((answered.id, &answered.kind), (first.id, &text));

        let seen = chat.messages();
        assert_eq!(seen[1].entities.len(), 1);
        assert_eq!((seen[2].text.as_str(), seen[2].reply_to), ("two https://example.com/", Some(seen[1].id)));
        assert_eq!(seen[2].buttons, [["a", "c"], ["d", "f"]]);
    })
    .await;
}

#[tokio::test]
async fn a_message_is_edited_and_deleted() {
    on_both_wires(async |stage| {
        let (bot, _, chat) = introduced(stage).await;
        let keyboard = InlineKeyboard::row([Button::callback("a", "b")]);
        let sent = bot.send_message(alice(stage), "one").keyboard(keyboard.clone()).await.unwrap();
        let target = (alice(stage), sent.id);

        let edited = bot.edit_message_text(target, Html::new("<b>two</b>")).keyboard(keyboard).await.unwrap();
        let edited = edited.message().unwrap();
        assert_eq!(edited.as_text().unwrap().text, "two");
        assert!(edited.edit_date.is_some());
        assert_eq!((chat.last().text.as_str(), chat.last().labels().count()), ("two", 1));

        let bare = bot.edit_message_reply_markup(target).await.unwrap();
        assert_eq!(bare.message().unwrap().reply_markup, None);
        assert_eq!((chat.last().text.as_str(), chat.last().labels().count()), ("two", 0));

        bot.delete_message(alice(stage), sent.id).await.unwrap();
        assert_eq!(chat.last().text, "/start");
    })
    .await;
}

#[tokio::test]
async fn an_action_is_seen() {
    on_both_wires(async |stage| {
        let (bot, _, chat) = introduced(stage).await;
        let mut happenings = chat.events();
        bot.send_chat_action(alice(stage), ChatAction::Typing).await.unwrap();
        assert_eq!(happenings.next().await, Happening::Acting(ChatAction::Typing));
    })
    .await;
}

#[tokio::test]
async fn a_menu_is_shown_to_whom_it_is_for() {
    on_both_wires(async |stage| {
        let (bot, account, chat) = introduced(stage).await;
        bot.set_my_commands([BotCommand::new("all", "For all")]).await.unwrap();
        bot.set_my_commands([BotCommand::new("private", "In private")])
            .scope(BotCommandScope::AllPrivateChats)
            .await
            .unwrap();
        bot.set_my_commands([BotCommand::new("priwatnie", "Po polsku")])
            .scope(BotCommandScope::AllPrivateChats)
            .language("pl")
            .await
            .unwrap();
        let user = stage.telegram().world().read(|world| {
            world.accounts().find(|account| account.first_name == "Alice").map(|account| account.id).unwrap()
        });
        let menu = |chat| {
            stage.telegram().world().read(|world| world.commands_shown_to(user, chat, account.id).to_vec())
        };
        assert_eq!(menu(chat.id()), [BotCommand::new("private", "In private")]);
    })
    .await;
}
