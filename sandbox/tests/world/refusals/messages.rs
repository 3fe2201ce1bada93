//! Edits, deletions and presses.

use ambigram_core::types::MessageId;
use ambigram_sandbox::rules::{ChatSort, Refusal};
use ambigram_sandbox::world::{CallbackAnswer, QueryId};

use super::Case;
use crate::stage::{HOUR, Stage};

pub(super) fn editing() -> Vec<Case> {
    const CANNOT: (u16, &str) = (400, "Bad Request: message can't be edited");
    vec![
        (
            "an edit of nothing",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.edit_text(alice, bot.into(), MessageId(9), "x".into()).map(|_| ())
            },
            (400, "Bad Request: message to edit not found"),
            (400, "MESSAGE_ID_INVALID"),
        ),
        (
            "an edit of another's",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let said = s.say(alice, bot, "hi");
                let id = s.view(bot, said.message.key).unwrap().id;
                s.edit_text(bot, alice.into(), id, "ho".into()).map(|_| ())
            },
            CANNOT,
            (403, "MESSAGE_AUTHOR_REQUIRED"),
        ),
        (
            "a person's edit after two days",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let said = s.say(alice, bot, "hi");
                s.wait(48 * HOUR + 300);
                s.edit_text(alice, bot.into(), said.id, "ho".into()).map(|_| ())
            },
            CANNOT,
            (400, "MESSAGE_EDIT_TIME_EXPIRED"),
        ),
        (
            "an edit that changes nothing",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.start_bot(alice, bot, None).unwrap();
                let said = s.say(bot, alice, "hi");
                s.edit_text(bot, alice.into(), said.id, " hi ".into()).map(|_| ())
            },
            (
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the \
                  same as a current content and reply markup of the message",
            ),
            (400, "MESSAGE_NOT_MODIFIED"),
        ),
    ]
}

pub(super) fn deleting() -> Vec<Case> {
    vec![
        (
            "nothing is deleted",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.delete_messages(alice, bot.into(), &[MessageId(9)], true)
            },
            (400, "Bad Request: message to delete not found"),
            (400, "MESSAGE_ID_INVALID"),
        ),
        (
            "a member deletes another's in a supergroup",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bot]);
                let said = s.say(alice, chat, "/hi");
                s.delete_messages(bot, chat, &[said.id], true)
            },
            (400, "Bad Request: message can't be deleted"),
            (403, "MESSAGE_DELETE_FORBIDDEN"),
        ),
        (
            "a member deletes another's in a basic group",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let chat = s.chat_of_alice(ChatSort::Group, &[bot]);
                let said = s.say(alice, chat, "/hi");
                let id = s.view(bot, said.message.key).unwrap().id;
                s.delete_messages(bot, chat, &[id], true)
            },
            (400, "Bad Request: message can't be deleted for everyone"),
            (403, "MESSAGE_DELETE_FORBIDDEN"),
        ),
        (
            "101 are deleted",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let ids: Vec<_> = (1..=101).map(MessageId).collect();
                s.delete_messages(alice, bot.into(), &ids, true)
            },
            (400, "Bad Request: too many message identifiers specified"),
            (400, "LIMIT_INVALID"),
        ),
    ]
}

pub(super) fn pressing() -> Vec<Case> {
    const GONE: (u16, &str) =
        (400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    const GONE_RPC: (i32, &str) = (400, "QUERY_ID_INVALID");
    fn answer(stage: &mut Stage, answer: CallbackAnswer) -> Result<(), Refusal> {
        let (alice, bot) = (stage.alice, stage.bot);
        stage.start_bot(alice, bot, None).unwrap();
        let (id, _) = stage.button("+1", "up");
        let query = stage.press(alice, bot.into(), id, "up").unwrap();
        stage.answer_callback(bot, query, answer)
    }
    vec![
        (
            "a message that is not there",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.press(alice, bot.into(), MessageId(9), "x").map(|_| ())
            },
            (400, "Bad Request: message not found"),
            (400, "MESSAGE_ID_INVALID"),
        ),
        (
            "data that no button has",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.start_bot(alice, bot, None).unwrap();
                let (id, _) = s.button("+1", "up");
                s.press(alice, bot.into(), id, "down").map(|_| ())
            },
            (400, "Bad Request: DATA_INVALID"),
            (400, "DATA_INVALID"),
        ),
        (
            "a press that nobody made",
            |s| {
                let bot = s.bot;
                s.answer_callback(bot, QueryId(1), CallbackAnswer::default())
            },
            GONE,
            GONE_RPC,
        ),
        (
            "an answer of 201 characters",
            |s| answer(s, CallbackAnswer { text: Some("x".repeat(201)), ..CallbackAnswer::default() }),
            (400, "Bad Request: MESSAGE_TOO_LONG"),
            (400, "MESSAGE_TOO_LONG"),
        ),
        (
            "an answer that opens another's address",
            |s| {
                answer(
                    s,
                    CallbackAnswer { url: Some("https://example.com".into()), ..CallbackAnswer::default() },
                )
            },
            (400, "Bad Request: URL_INVALID"),
            (400, "URL_INVALID"),
        ),
    ]
}
