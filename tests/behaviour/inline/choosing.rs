//! A result that was chosen: who is told, and by which name the bot can change it.

use ambigram::prelude::*;
use ambigram::requests::{InlineQueryResult, InlineQueryResultArticle};
use ambigram_sandbox::play::Conversation;
use ambigram_sandbox::rules::Refusal;
use ambigram_sandbox::world::Special;
use ambigram_sandbox::world::inline::NewInlineQuery;
use ambigram_sandbox::world::special::WebAppData;
use ambigram_tests::on_both_wires;

use super::Asking;
use crate::stages::act;

fn article(id: &str) -> InlineQueryResultArticle {
    InlineQueryResultArticle::new(id, "Tea", Html::new("A <b>cup</b> of tea"))
}

fn keyboard() -> InlineKeyboard {
    InlineKeyboard::row([Button::callback("More", "more"), Button::url("Shop", "https://example.com/")])
}

#[tokio::test]
async fn a_message_with_buttons_has_a_name_for_the_bot() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let results: Vec<InlineQueryResult> =
            vec![article("bare").into(), article("with buttons").keyboard(keyboard()).into()];
        let (query, _) = asking.offer(stage, results).await;
        let bare = asking.choose(query, "bare").await;
        assert_eq!(bare.inline_message_id, None);
        let named = asking.choose(query, "with buttons").await;
        let name = named.inline_message_id.unwrap();
        let bobs = asking.bob.chat(asking.alice.id.into());
        assert_eq!(bobs.last().labels().collect::<Vec<_>>(), ["More", "Shop"]);

        let pressed = bobs.press("More").unwrap();
        let update = asking.listening.take(1).await.remove(0);
        let UpdateKind::CallbackQuery(press) = &update.kind else { panic!("{update:?}") };
        assert_eq!((press.from.id, press.data.as_deref()), (asking.bob.id, Some("more")));
        assert_eq!((press.inline_message_id.as_ref(), &press.message), (Some(&name), &None));
        asking.bot.answer_callback_query(pressed).text("There is more").show_alert().await.unwrap();
        let answer =
            stage.telegram().world().read(|world| world.callback_query(pressed).unwrap().answer.clone());
        assert_eq!(answer.unwrap().text.as_deref(), Some("There is more"));
    })
    .await;
}

#[tokio::test]
async fn a_bot_in_the_group_sees_the_message_that_was_sent_by_way_of_it() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let members = [asking.bob.id, asking.account.id];
        let group: Conversation = asking.alice.group("Group", members);
        let supergroup = asking.alice.supergroup("Supergroup", members);
        group.say("/end@inline_bot");
        asking.listening.until("/end@inline_bot").await;
        supergroup.say("/end@inline_bot");
        asking.listening.until("/end@inline_bot").await;
        for chat in [group, supergroup] {
            let new = NewInlineQuery { text: "tea".to_owned(), ..NewInlineQuery::default() };
            let (id, query) = asking.ask_in(stage, &chat, new).await;
            let results: Vec<InlineQueryResult> = vec![article("1").keyboard(keyboard()).into()];
            asking.bot.answer_inline_query(query.id, results).cache_time(0u32).await.unwrap();
            chat.choose(id, "1").unwrap();
            let mut updates = asking.listening.take(2).await;
            updates.sort_by_key(|update| update.name().to_owned());
            let UpdateKind::ChosenInlineResult(chosen) = &updates[0].kind else { panic!("{updates:?}") };
            assert!(chosen.inline_message_id.is_some());
            let message = updates[1].message().unwrap();
            assert_eq!(message.via_bot.as_ref().unwrap().id, asking.account.id);
            assert_eq!((message.chat.id, message.from.as_ref().unwrap().id), (chat.id(), asking.alice.id));
            assert_eq!(message.reply_markup, Some(keyboard()));
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_web_app_sends_goes_out_in_the_users_name() {
    on_both_wires(async |stage| {
        let asking = Asking::new(stage).await;
        let (alice, chat, bot) = (asking.alice.id, asking.chat.id(), asking.account.id);
        for has_buttons in [false, true] {
            let query = act(stage, |world| world.open_web_app(alice, chat, bot));
            let mut result = article("1");
            if has_buttons {
                result = result.keyboard(keyboard());
            }
            let result = InlineQueryResult::from(result);
            let sent = asking.bot.answer_web_app_query(query.clone(), result.clone()).await.unwrap();
            assert_eq!(sent.inline_message_id.is_some(), has_buttons);
            let seen = asking.seen_by_bob(stage);
            assert_eq!(seen.message.text().unwrap().text, "A cup of tea");
            assert_eq!((seen.message.author, seen.message.via_bot), (alice, Some(bot)));
            let again = asking.bot.answer_web_app_query(query, result).await.unwrap_err();
            assert_eq!(*again.kind(), ErrorKind::QueryExpired);
            if let Some(name) = sent.inline_message_id {
                asking.bot.edit_message_text(name, "A pot of tea").await.unwrap();
                assert_eq!(asking.seen_by_bob(stage).message.text().unwrap().text, "A pot of tea");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_web_app_of_a_keyboard_tells_arrives() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let own = asking.alice.open(&asking.account);
        let data = WebAppData { data: "{\"cups\":2}".into(), button_text: "Shop".into() };
        own.bring_about(Special::WebAppData(data)).unwrap();
        let update = asking.listening.take(1).await.remove(0);
        let MessageKind::WebAppData(told) = &update.message().unwrap().kind else { panic!("{update:?}") };
        assert_eq!((told.data.as_str(), told.button_text.as_str()), ("{\"cups\":2}", "Shop"));
    })
    .await;
}

#[tokio::test]
async fn a_result_that_was_not_offered_cannot_be_chosen() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let (query, _) = asking.offer(stage, vec![article("1").into()]).await;
        assert_eq!(asking.chat.choose(query, "2"), Err(Refusal::Same("RESULT_ID_INVALID")));
        let bobs = asking.bob.chat(asking.alice.id.into());
        assert_eq!(bobs.choose(query, "1"), Err(Refusal::Same("QUERY_ID_INVALID")));
        assert!(asking.chat.messages().is_empty());
    })
    .await;
}
