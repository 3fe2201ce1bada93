//! Menus, and accounts that cannot be had.

use ambigram_core::types::{BotCommand, BotCommandScope};
use ambigram_sandbox::rules::{ChatSort, Refusal};
use ambigram_sandbox::world::{NewBot, NewChat, NewUser};

use super::Case;
use crate::stage::Stage;

fn set(stage: &mut Stage, command: &str, description: &str) -> Result<(), Refusal> {
    let bot = stage.bot;
    stage.set_commands(bot, BotCommandScope::Default, "", vec![BotCommand::new(command, description)])
}

fn scope(stage: &mut Stage, scope: BotCommandScope) -> Result<(), Refusal> {
    let bot = stage.bot;
    stage.set_commands(bot, scope, "", vec![BotCommand::new("start", "Start")])
}

pub(super) fn menus() -> Vec<Case> {
    vec![
        (
            "101 commands",
            |s| {
                let bot = s.bot;
                s.set_commands(bot, BotCommandScope::Default, "", vec![BotCommand::new("a", "b"); 101])
            },
            (400, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
            (400, "BOT_COMMANDS_TOO_MUCH"),
        ),
        (
            "no name",
            |s| set(s, " / ", "x"),
            (400, "Bad Request: command must be non-empty"),
            (400, "BOT_COMMAND_INVALID"),
        ),
        (
            "a name of 33 characters",
            |s| set(s, &"a".repeat(33), "x"),
            (400, "Bad Request: command length must not exceed 32"),
            (400, "BOT_COMMAND_INVALID"),
        ),
        (
            "a name with a capital",
            |s| set(s, "Start", "x"),
            (400, "Bad Request: BOT_COMMAND_INVALID"),
            (400, "BOT_COMMAND_INVALID"),
        ),
        (
            "no description",
            |s| set(s, "start", " "),
            (400, "Bad Request: command description must be non-empty"),
            (400, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ),
        (
            "a description of 257 characters",
            |s| set(s, "start", &"x".repeat(257)),
            (400, "Bad Request: command description length must not exceed 256"),
            (400, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ),
        (
            "a language that is none",
            |s| {
                let bot = s.bot;
                s.set_commands(bot, BotCommandScope::Default, "english", Vec::new())
            },
            (400, "Bad Request: invalid language code specified"),
            (400, "LANG_CODE_INVALID"),
        ),
        (
            "the administrators of a private chat",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.start_bot(alice, bot, None).unwrap();
                scope(s, BotCommandScope::ChatAdministrators { chat_id: alice.into() })
            },
            (400, "Bad Request: can't use specified scope in private chats"),
            (400, "PEER_ID_INVALID"),
        ),
        (
            "a channel",
            |s| {
                let bot = s.bot;
                let chat_id = s.chat_of_alice(ChatSort::Channel, &[bot]);
                scope(s, BotCommandScope::Chat { chat_id })
            },
            (400, "Bad Request: can't change commands in channel chats"),
            (400, "PEER_ID_INVALID"),
        ),
    ]
}

pub(super) fn making() -> Vec<Case> {
    fn named(stage: &mut Stage, username: &str) -> Result<(), Refusal> {
        stage.create_user(NewUser { username: Some(username.into()), ..NewUser::named("Carol") }).map(|_| ())
    }
    vec![
        (
            "a username with a dash",
            |s| named(s, "a-b-c-d"),
            (400, "Bad Request: USERNAME_INVALID"),
            (400, "USERNAME_INVALID"),
        ),
        (
            "a username that is taken",
            |s| named(s, "Counting_Bot"),
            (400, "Bad Request: USERNAME_OCCUPIED"),
            (400, "USERNAME_OCCUPIED"),
        ),
        (
            "a bot that is not called so",
            |s| s.create_bot(NewBot::named("counting")).map(|_| ()),
            (400, "Bad Request: BOT_USERNAME_INVALID"),
            (400, "BOT_USERNAME_INVALID"),
        ),
        (
            "a token without a number",
            |s| s.create_bot(NewBot { token: Some("secret".into()), ..NewBot::named("new_bot") }).map(|_| ()),
            (400, "Bad Request: ACCESS_TOKEN_INVALID"),
            (400, "ACCESS_TOKEN_INVALID"),
        ),
        (
            "a number that is taken",
            |s| {
                let id = Some(s.alice);
                s.create_user(NewUser { id, ..NewUser::named("Carol") }).map(|_| ())
            },
            (400, "Bad Request: USER_ID_INVALID"),
            (400, "USER_ID_INVALID"),
        ),
        (
            "a phone number that is taken",
            |s| {
                let phone = Some("9996612345".to_owned());
                s.create_user(NewUser { phone: phone.clone(), ..NewUser::named("Carol") }).unwrap();
                s.create_user(NewUser { phone, ..NewUser::named("Dave") }).map(|_| ())
            },
            (400, "Bad Request: PHONE_NUMBER_OCCUPIED"),
            (400, "PHONE_NUMBER_OCCUPIED"),
        ),
        (
            "no name",
            |s| s.create_user(NewUser::named(" ")).map(|_| ()),
            (400, "Bad Request: FIRSTNAME_INVALID"),
            (400, "FIRSTNAME_INVALID"),
        ),
        (
            "no title",
            |s| {
                let alice = s.alice;
                s.create_chat(alice, NewChat::new(ChatSort::Group, "")).map(|_| ())
            },
            (400, "Bad Request: CHAT_TITLE_EMPTY"),
            (400, "CHAT_TITLE_EMPTY"),
        ),
        (
            "a chat with too much to say of itself",
            |s| {
                let alice = s.alice;
                let chat = s.chat_of_alice(ChatSort::Group, &[]);
                s.set_about(alice, chat, &"x".repeat(256))
            },
            (400, "Bad Request: CHAT_ABOUT_TOO_LONG"),
            (400, "CHAT_ABOUT_TOO_LONG"),
        ),
    ]
}
