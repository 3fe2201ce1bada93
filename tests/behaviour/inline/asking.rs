//! A question reaches the bot, and its answer the user.

use ambigram::requests::{InlineQueryResult, InlineQueryResultArticle, InlineQueryResultsButton};
use ambigram::types::{ChatKind, WebAppInfo};
use ambigram_sandbox::world::inline::{AnswerButton, NewInlineQuery};
use ambigram_tests::on_both_wires;

use super::Asking;

fn article() -> InlineQueryResult {
    InlineQueryResultArticle::new("1", "Tea", "A cup of tea").into()
}

#[tokio::test]
async fn a_question_tells_who_asks_for_what_and_where() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let (alice, bot) = (asking.alice.clone(), asking.account.clone());
        let other = stage.telegram().bot("other_bot");
        let chats = [
            (alice.open(&bot), ChatKind::Sender),
            (alice.chat(asking.bob.id.into()), ChatKind::Private),
            (alice.open(&other), ChatKind::Private),
            (alice.group("Group", [asking.bob.id]), ChatKind::Group),
            (alice.supergroup("Supergroup", [asking.bob.id]), ChatKind::Supergroup),
            (alice.channel("Channel", []), ChatKind::Channel),
        ];
        for (index, (chat, kind)) in chats.into_iter().enumerate() {
            let text = format!("question {index} 😀");
            let new = NewInlineQuery { text: text.clone(), ..NewInlineQuery::default() };
            let (_, query) = asking.ask_in(stage, &chat, new).await;
            assert_eq!((query.from.id, query.query.as_str(), &*query.offset), (alice.id, text.as_str(), ""));
            assert_eq!(query.location, None);
            assert_eq!(query.chat_type, Some(kind), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_question_tells_where_the_user_is_and_from_where_on() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let chat = asking.chat.clone();
        for (text, offset) in [("", ""), ("tea", "50"), (&"x".repeat(300), "next page")] {
            let location = Some((52.5, 4.75));
            let new = NewInlineQuery { text: text.to_owned(), offset: offset.to_owned(), location };
            let (_, query) = asking.ask_in(stage, &chat, new).await;
            let told: String = text.chars().take(256).collect();
            assert_eq!((query.query.as_str(), &*query.offset), (told.as_str(), offset));
            let place = query.location.unwrap();
            assert_eq!((place.latitude, place.longitude), (52.5, 4.75));
        }
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_kept_for_those_whom_it_is_meant_for() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let bob = asking.bob.chat(asking.alice.id.into());
        let asked = |chat: &ambigram_sandbox::play::Conversation, asking: &Asking, text: &str| {
            chat.ask_inline(asking.account.id, text).unwrap()
        };
        let (_, query) = asking.ask(stage, "for all").await;
        asking.bot.answer_inline_query(query.id, vec![article()]).await.unwrap();
        let known = bob.offers(asked(&bob, &asking, "for all")).await;
        assert_eq!((known.cache_time, known.is_personal, known.results.len()), (300, false, 1));

        let (_, query) = asking.ask(stage, "for Alice").await;
        let call = asking.bot.answer_inline_query(query.id, vec![article()]);
        call.is_personal().cache_time(60u32).next_offset("more").await.unwrap();
        let chat = asking.chat.clone();
        let known = chat.offers(asked(&chat, &asking, "for Alice")).await;
        assert_eq!((known.cache_time, known.is_personal, known.next_offset.as_str()), (60, true, "more"));
        // Bob's question is another one: the bot is asked.
        let new = NewInlineQuery { text: "for Alice".to_owned(), ..NewInlineQuery::default() };
        let (_, query) = asking.ask_in(stage, &bob, new).await;
        assert_eq!(query.from.id, asking.bob.id);
    })
    .await;
}

#[tokio::test]
async fn a_button_above_the_results_leads_to_the_bot_or_a_web_app() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let start = InlineQueryResultsButton::new("Sign in").start_parameter("from_inline");
        let app = InlineQueryResultsButton::new("Shop").web_app(WebAppInfo::new("https://example.com/shop"));
        let cases = [
            (start, AnswerButton::Start { text: "Sign in".into(), parameter: "from_inline".into() }),
            (app, AnswerButton::WebApp { text: "Shop".into(), url: "https://example.com/shop".into() }),
        ];
        for (index, (button, shown)) in cases.into_iter().enumerate() {
            let (id, query) = asking.ask(stage, &format!("question {index}")).await;
            asking.bot.answer_inline_query(query.id, Vec::new()).button(button).await.unwrap();
            let offered = asking.chat.offers(id).await;
            assert_eq!((offered.button, offered.results.len()), (Some(shown), 0));
        }
    })
    .await;
}
