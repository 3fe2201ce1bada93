//! Answers that cannot be given.

use ambigram::prelude::*;
use ambigram::requests::*;
use ambigram::types::WebAppInfo;
use ambigram_tests::on_both_wires;

use super::{Asking, PHOTO, THUMBNAIL};

fn article(id: &str) -> InlineQueryResult {
    InlineQueryResultArticle::new(id, "Tea", "A cup of tea").into()
}

/// Results that cannot be offered, each list with why.
fn results() -> Vec<(&'static str, Vec<InlineQueryResult>)> {
    let long = "x".repeat(65);
    vec![
        ("more than 50", (0..51).map(|index| article(&index.to_string())).collect()),
        ("no id", vec![article("")]),
        ("too long an id", vec![article(&long)]),
        ("the same id twice", vec![article("1"), article("1")]),
        ("an article without a title", vec![InlineQueryResultArticle::new("1", "", "text").into()]),
        ("nothing to send", vec![InlineQueryResultArticle::new("1", "Tea", "").into()]),
        ("no photo", vec![InlineQueryResultPhoto::new("1", "", THUMBNAIL).into()]),
        ("no such file", vec![InlineQueryResultCachedPhoto::new("1", FileId::from("nonsense")).into()]),
        ("no such game", vec![InlineQueryResultGame::new("1", "nonsense").into()]),
        (
            "broken entities",
            vec![InlineQueryResultPhoto::new("1", PHOTO, THUMBNAIL).caption(Html::new("<b>x")).into()],
        ),
        (
            "a button that cannot be",
            vec![
                InlineQueryResultArticle::new("1", "Tea", "text")
                    .keyboard(InlineKeyboard::row([Button::url("a", "no address")]))
                    .into(),
            ],
        ),
    ]
}

#[tokio::test]
async fn an_answer_that_cannot_be_offered_is_refused() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let (id, query) = asking.ask(stage, "tea").await;
        for (why, results) in results() {
            let refused = asking.bot.answer_inline_query(query.id.clone(), results).await;
            let error = refused.expect_err(why);
            assert!(!matches!(error.kind(), ErrorKind::Unauthorized), "{why}: {error}");
        }
        let answer = |results| asking.bot.answer_inline_query(query.id.clone(), results);
        let buttons = [
            InlineQueryResultsButton::new("").start_parameter("a"),
            InlineQueryResultsButton::new("Start").start_parameter("a space"),
            InlineQueryResultsButton::new("Start").start_parameter("x".repeat(65)),
            InlineQueryResultsButton::new("App").web_app(WebAppInfo::new("http://example.com/")),
        ];
        for button in buttons {
            let error = answer(vec![article("1")]).button(button.clone()).await.expect_err("a button");
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{button:?}");
        }
        let error = answer(vec![article("1")]).next_offset("x".repeat(65)).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::BadRequest);
        // The question is open still.
        answer(vec![article("1")]).await.unwrap();
        assert_eq!(asking.chat.offers(id).await.results.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_question_is_answered_once_and_by_whom_it_was_asked() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let other = stage.bot(&stage.account("other_bot").await);
        let (id, query) = asking.ask(stage, "tea").await;
        let error = other.answer_inline_query(query.id.clone(), vec![article("1")]).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::QueryExpired);
        asking.bot.answer_inline_query(query.id.clone(), vec![article("1")]).await.unwrap();
        let error = asking.bot.answer_inline_query(query.id, vec![article("2")]).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::QueryExpired);
        assert_eq!(asking.chat.offers(id).await.results[0].id, "1");
        let error = asking.bot.answer_inline_query("1234", vec![article("1")]).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::QueryExpired);
    })
    .await;
}

#[tokio::test]
async fn a_bot_without_inline_mode_is_not_asked() {
    on_both_wires(async |stage| {
        let account = stage.account("plain_bot").await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        let refused = alice.chat(bob.id.into()).ask_inline(account.id, "tea").unwrap_err();
        assert_eq!(
            refused.to_string(),
            ambigram_sandbox::rules::Refusal::Same("BOT_INLINE_DISABLED").to_string()
        );
    })
    .await;
}
