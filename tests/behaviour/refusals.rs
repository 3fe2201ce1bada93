//! What Telegram refuses arrives as an error of a kind, with Telegram's own words.

use ambigram::prelude::*;
use ambigram::types::CallbackQueryId;
use ambigram::{Error, Wire};
use ambigram_sandbox::world::World;
use ambigram_tests::on_both_wires;

fn told<T: std::fmt::Debug>(result: std::result::Result<T, Error>) -> (ErrorKind, String) {
    let error = result.unwrap_err();
    (error.kind().clone(), error.to_string())
}

fn expected(kind: ErrorKind, text: &str) -> (ErrorKind, String) {
    (kind, text.to_owned())
}

#[tokio::test]
async fn each_refusal_has_its_kind_and_telegrams_words() {
    on_both_wires(async |stage| {
    let account = stage.account("test_bot").await;
    let rival = stage.telegram().bot("rival_bot");
    let bot = stage.bot(&account);
    let alice = stage.user("Alice");
    let blocker = stage.user("Blocker");
    blocker.open(&account).say("/start");
    blocker.block(&account);
    let stranger = stage.user("Stranger");
    let elsewhere = alice.group("Elsewhere", [rival.id]);
    let group = alice.supergroup("Friends", [account.id]);
    let remove = |world: &mut World| world.ban(alice.id, group.id(), account.id, 0);
    stage.telegram().world().write(remove).unwrap();
    alice.open(&account).say("/start");
    let sent = bot.send_message(alice.id, "sent").await.unwrap();
    // A private chat's messages are numbered by account: what Alice said stands right before.
    let theirs = sent.id.0 - 1;

    let long = "x".repeat(4097);
    let data = "x".repeat(65);
    let table = [
        (
            told(bot.send_message(ChatId(999), "x").await),
            expected(ErrorKind::ChatNotFound, "sendMessage: Bad Request: chat not found"),
        ),
        (
            told(bot.send_message(blocker.id, "x").await),
            expected(ErrorKind::BotBlocked, "sendMessage: Forbidden: bot was blocked by the user"),
        ),
        (
            told(bot.send_message(elsewhere.id(), "x").await),
            expected(ErrorKind::ChatNotFound, "sendMessage: Bad Request: chat not found"),
        ),
        (
            told(bot.send_message(group.id(), "x").await),
            expected(
                ErrorKind::BotNotMember,
                "sendMessage: Forbidden: bot was kicked from the supergroup chat",
            ),
        ),
        (
            told(bot.send_message(rival.id, "x").await),
            expected(ErrorKind::Forbidden, "sendMessage: Forbidden: the bot can't send messages to the bot"),
        ),
        (
            told(bot.send_message(stranger.id, "x").await),
            expected(ErrorKind::ChatNotFound, "sendMessage: Bad Request: chat not found"),
        ),
        (
            told(bot.send_message(alice.id, "").await),
            expected(ErrorKind::MessageEmpty, "sendMessage: Bad Request: message text is empty"),
        ),
        (
            told(bot.send_message(alice.id, long).await),
            expected(ErrorKind::MessageTooLong, "sendMessage: Bad Request: message is too long"),
        ),
        (
            told(bot.send_message(alice.id, Html::new("<b>x")).await),
            expected(
                ErrorKind::InvalidEntities,
                "sendMessage: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
            ),
        ),
        (
            told(bot.send_message(alice.id, "x").reply_to(MessageId(12345)).await),
            expected(ErrorKind::MessageNotFound, "sendMessage: Bad Request: message to be replied not found"),
        ),
        (
            told(
                bot.send_message(alice.id, "x")
                    .keyboard(InlineKeyboard::row([Button::callback("b", data.as_str())]))
                    .await,
            ),
            expected(
                ErrorKind::InvalidButton,
                &format!(
                    "sendMessage: the button “b” carries 65 bytes of callback data; Telegram takes 1 to 64: `{data}`"
                ),
            ),
        ),
        (
            told(bot.edit_message_text((alice.id, sent.id), "sent").await),
            expected(
                ErrorKind::MessageNotModified,
                "editMessageText: Bad Request: message is not modified: specified new message content and reply markup \
             are exactly the same as a current content and reply markup of the message",
            ),
        ),
        (
            told(bot.edit_message_text((alice.id, MessageId(12345)), "x").await),
            expected(ErrorKind::MessageNotFound, "editMessageText: Bad Request: message to edit not found"),
        ),
        (
            told(bot.edit_message_text((alice.id, MessageId(theirs)), "x").await),
            expected(ErrorKind::MessageNotEditable, "editMessageText: Bad Request: message can't be edited"),
        ),
        (
            told(bot.delete_message(alice.id, MessageId(12345)).await),
            expected(ErrorKind::MessageNotFound, "deleteMessage: Bad Request: message to delete not found"),
        ),
        (
            told(bot.answer_callback_query(CallbackQueryId::from("12345")).await),
            expected(
                ErrorKind::QueryExpired,
                "answerCallbackQuery: Bad Request: query is too old and response timeout expired or query ID is invalid",
            ),
        ),
    ];
    for (told, expected) in table {
        assert_eq!(told.0, expected.0, "{}", told.1);
        // Over MTProto the words are other ones.
        if stage.wire() == Wire::Http {
            assert_eq!(told, expected);
        }
    }
    })
    .await;
}
