//! Texts, answers and buttons that cannot be sent.

use ambigram_core::text::Text;
use ambigram_core::types::{
    Button, ButtonKind, ChatId, EntityKind, InlineKeyboard, MessageEntity, MessageId, ThreadId,
};
use ambigram_sandbox::rules::{ChatSort, Refusal};
use ambigram_sandbox::world::{NewChat, NewContent, NewMessage, ReplyTo};

use super::{Case, send};
use crate::stage::{Stage, with_button};

fn entity(offset: u32, length: u32, kind: EntityKind) -> Text {
    Text { text: "a 👍 b".into(), entities: vec![MessageEntity::new(offset, length, kind)] }
}

fn forum(stage: &mut Stage) -> (ChatId, ThreadId) {
    let (alice, bob) = (stage.alice, stage.bob);
    let new = NewChat { is_forum: true, ..NewChat::new(ChatSort::Supergroup, "Forum") };
    let chat = stage.create_chat(alice, new.with([bob])).unwrap();
    let topic = stage.create_topic(alice, chat, "News").unwrap();
    (chat, topic)
}

pub(super) fn writing() -> Vec<Case> {
    vec![
        (
            "no text",
            |s| send(s, s.alice, s.bot, ""),
            (400, "Bad Request: message text is empty"),
            (400, "MESSAGE_EMPTY"),
        ),
        (
            "nothing but spaces",
            |s| send(s, s.alice, s.bot, " \n "),
            (400, "Bad Request: text must be non-empty"),
            (400, "MESSAGE_EMPTY"),
        ),
        (
            "a die that is none",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let new = NewMessage::new(NewContent::Dice("🙂".to_owned()));
                s.send_message(alice, bot.into(), new).map(drop)
            },
            (400, "Bad Request: EMOTICON_INVALID"),
            (400, "EMOTICON_INVALID"),
        ),
        (
            "4097 characters",
            |s| send(s, s.alice, s.bot, "é".repeat(4097)),
            (400, "Bad Request: message is too long"),
            (400, "MESSAGE_TOO_LONG"),
        ),
        (
            "an entity that begins inside a character",
            |s| send(s, s.alice, s.bot, entity(3, 2, EntityKind::Bold)),
            (400, "Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 6"),
            (400, "ENTITY_BOUNDS_INVALID"),
        ),
        (
            "a link that is none",
            |s| send(s, s.alice, s.bot, entity(0, 1, EntityKind::TextLink { url: "here".into() })),
            (400, "Bad Request: entity URL 'here' is invalid: Wrong HTTP URL"),
            (400, "ENTITY_BOUNDS_INVALID"),
        ),
        (
            "an answer to nothing",
            |s| {
                let new = NewMessage { reply_to: Some(MessageId(99).into()), .."hi".into() };
                send(s, s.alice, s.bot, new)
            },
            (400, "Bad Request: message to be replied not found"),
            (400, "REPLY_MESSAGE_ID_INVALID"),
        ),
        (
            "a quotation of what was not said",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let said = s.say(alice, bot, "one two");
                let reply_to = Some(ReplyTo { quote: Some(("three".into(), 0)), ..said.id.into() });
                send(s, alice, bot, NewMessage { reply_to, .."hi".into() })
            },
            (400, "Bad Request: QUOTE_TEXT_INVALID"),
            (400, "QUOTE_TEXT_INVALID"),
        ),
        (
            "a topic that is none",
            |s| {
                let (chat, _) = forum(s);
                send(s, s.alice, chat, NewMessage { thread: Some(ThreadId(99)), .."hi".into() })
            },
            (400, "Bad Request: message thread not found"),
            (400, "TOPIC_ID_INVALID"),
        ),
        (
            "a topic in a private chat",
            |s| send(s, s.alice, s.bot, NewMessage { thread: Some(ThreadId(1)), .."hi".into() }),
            (400, "Bad Request: message thread not found"),
            (400, "TOPIC_ID_INVALID"),
        ),
        (
            "a closed topic",
            |s| {
                let (chat, topic) = forum(s);
                let alice = s.alice;
                s.set_topic_closed(alice, chat, topic, true).unwrap();
                send(s, s.bob, chat, NewMessage { thread: Some(topic), .."hi".into() })
            },
            (400, "Bad Request: TOPIC_CLOSED"),
            (400, "TOPIC_CLOSED"),
        ),
    ]
}

fn send_button(stage: &mut Stage, kind: ButtonKind) -> Result<(), Refusal> {
    send_buttons(stage, vec![Button::new("press", kind)])
}

fn send_buttons(stage: &mut Stage, buttons: Vec<Button>) -> Result<(), Refusal> {
    let (alice, bot) = (stage.alice, stage.bot);
    stage.start_bot(alice, bot, None).unwrap();
    let rows = buttons.into_iter().map(|button| vec![button]).collect();
    send(stage, bot, alice, NewMessage { keyboard: Some(InlineKeyboard { rows }), .."hi".into() })
}

pub(super) fn buttons() -> Vec<Case> {
    const DATA: (u16, &str) = (400, "Bad Request: BUTTON_DATA_INVALID");
    const DATA_RPC: (i32, &str) = (400, "BUTTON_DATA_INVALID");
    vec![
        ("no data", |s| send_button(s, ButtonKind::Callback("".into())), DATA, DATA_RPC),
        ("65 bytes of data", |s| send_button(s, ButtonKind::Callback("x".repeat(65).into())), DATA, DATA_RPC),
        (
            "66 bytes of 33 characters",
            |s| send_button(s, ButtonKind::Callback("é".repeat(33).into())),
            DATA,
            DATA_RPC,
        ),
        (
            "an address that is none",
            |s| send_button(s, ButtonKind::Url("localhost".into())),
            (400, "Bad Request: inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL"),
            (400, "BUTTON_URL_INVALID"),
        ),
        (
            "the profile of somebody whom the bot never met",
            |s| send_button(s, ButtonKind::Url("tg://user?id=1".into())),
            (400, "Bad Request: BUTTON_USER_INVALID"),
            (400, "BUTTON_USER_INVALID"),
        ),
        (
            "a Web App without TLS",
            |s| send_button(s, ButtonKind::WebApp("http://example.com".into())),
            (
                400,
                "Bad Request: inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed",
            ),
            (400, "BUTTON_URL_INVALID"),
        ),
        (
            "a Web App in a group",
            |s| {
                let bot = s.bot;
                let chat = s.chat_of_alice(ChatSort::Group, &[bot]);
                let button = Button::new("open", ButtonKind::WebApp("https://example.com".into()));
                send(
                    s,
                    bot,
                    chat,
                    NewMessage { keyboard: Some(InlineKeyboard::row([button])), .."hi".into() },
                )
            },
            (400, "Bad Request: BUTTON_TYPE_INVALID"),
            (400, "BUTTON_TYPE_INVALID"),
        ),
        (
            "inline mode in a channel",
            |s| {
                let bot = s.bot;
                let chat = s.chat_of_alice(ChatSort::Channel, &[bot]);
                let button = Button::new("share", ButtonKind::SwitchInlineQuery("q".into()));
                send(
                    s,
                    bot,
                    chat,
                    NewMessage { keyboard: Some(InlineKeyboard::row([button])), .."hi".into() },
                )
            },
            (
                400,
                "Bad Request: can't use switch_inline_query button in a channel chat, because users will not be able to \
                  use the button without knowing bot's username",
            ),
            (400, "BUTTON_TYPE_INVALID"),
        ),
        (
            "257 characters to copy",
            |s| send_button(s, ButtonKind::CopyText("x".repeat(257))),
            (400, "Bad Request: BUTTON_COPY_TEXT_INVALID"),
            (400, "BUTTON_COPY_TEXT_INVALID"),
        ),
        (
            "101 buttons",
            |s| send_buttons(s, vec![Button::callback("x", "x"); 101]),
            (400, "Bad Request: reply markup is too long"),
            (400, "REPLY_MARKUP_TOO_LONG"),
        ),
        (
            "a person's buttons",
            |s| send(s, s.alice, s.bot, with_button("hi", "x", "x")),
            (400, "Bad Request: REPLY_MARKUP_INVALID"),
            (400, "REPLY_MARKUP_INVALID"),
        ),
    ]
}
