//! Every refusal, shown once at least, in both of its spellings.

use std::collections::BTreeSet;

use ambigram_core::text::Text;
use ambigram_core::types::{
    BotCommand, BotCommandScope, Button, ButtonKind, ChatAction, ChatId, EntityKind, InlineKeyboard,
    MessageEntity, MessageId, ThreadId, UserId,
};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, Permissions, Refusal};
use ambigram_sandbox::world::{CallbackAnswer, NewBot, NewChat, NewMessage, NewUser, QueryId, ReplyTo};

use crate::stage::{BARE, HOUR, MUTE, Stage, with_button};

type Scene = fn(&mut Stage) -> Result<(), Refusal>;

/// What is tried, how the Bot API refuses it, how MTProto does.
type Case = (&'static str, Scene, (u16, &'static str), (i32, &'static str));

#[test]
fn every_refusal_is_spelt_as_telegram_spells_it() {
    let mut shown = BTreeSet::new();
    for (what, scene, (code, description), (rpc_code, rpc_name)) in all() {
        let mut stage = Stage::new();
        let Err(refusal) = scene(&mut stage) else { panic!("{what}: nothing was refused") };
        let rpc = refusal.rpc();
        assert_eq!((refusal.code(), refusal.description().as_str()), (code, description), "{what}");
        assert_eq!((rpc.code, rpc.name.as_ref()), (rpc_code, rpc_name), "{what}");
        shown.insert(name_of(&refusal));
    }
    let declared = declared();
    assert!(declared.len() > 60, "the refusals were not found in their source: {declared:?}");
    let forgotten: Vec<_> = declared.difference(&shown).collect();
    assert!(forgotten.is_empty(), "no scene is refused with {forgotten:?}");
}

fn name_of(refusal: &Refusal) -> String {
    let debug = format!("{refusal:?}");
    debug.split(['(', ' ']).next().unwrap().to_owned()
}

/// The names of all refusals, as their source has them.
fn declared() -> BTreeSet<String> {
    let source = include_str!("../../src/rules/refusal.rs");
    let body = source.split_once("pub enum Refusal {").unwrap().1.split_once("\n}").unwrap().0;
    let variants = body.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = variants.filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()));
    variants.map(|line| line.split(['(', ',', ' ']).next().unwrap().to_owned()).collect()
}

fn all() -> Vec<Case> {
    [
        reaching(),
        rights(),
        membership(),
        writing(),
        buttons(),
        editing(),
        deleting(),
        pressing(),
        menus(),
        making(),
    ]
    .concat()
}

fn send(
    stage: &mut Stage,
    by: UserId,
    chat: impl Into<ChatId>,
    new: impl Into<NewMessage>,
) -> Result<(), Refusal> {
    stage.send_message(by, chat.into(), new.into()).map(|_| ())
}

/// The bot writes into a chat of Alice's after something happened to it there.
fn after(stage: &mut Stage, sort: ChatSort, happens: fn(&mut Stage, ChatId)) -> Result<(), Refusal> {
    let bot = stage.bot;
    let chat = stage.chat_of_alice(sort, &[bot]);
    happens(stage, chat);
    send(stage, bot, chat, "hi")
}

fn remove_bot(stage: &mut Stage, chat: ChatId) {
    let (alice, bot) = (stage.alice, stage.bot);
    stage.remove_member(alice, chat, bot).unwrap();
}

fn bot_leaves(stage: &mut Stage, chat: ChatId) {
    let bot = stage.bot;
    stage.leave(bot, chat).unwrap();
}

fn reaching() -> Vec<Case> {
    vec![
        (
            "a bot writes to one whom it never met",
            |s| send(s, s.bot, s.alice, "hi"),
            (400, "Bad Request: chat not found"),
            (400, "PEER_ID_INVALID"),
        ),
        (
            "a bot writes to a group that it was never in",
            |s| {
                let chat = s.chat_of_alice(ChatSort::Group, &[]);
                send(s, s.bot, chat, "hi")
            },
            (400, "Bad Request: chat not found"),
            (400, "PEER_ID_INVALID"),
        ),
        (
            "a person is named by name, as only bots and chats can be",
            |s| {
                s.create_user(NewUser { username: Some("carol".into()), ..NewUser::named("Carol") }).unwrap();
                s.chat_named("@carol").map(|_| ())
            },
            (400, "Bad Request: chat not found"),
            (400, "PEER_ID_INVALID"),
        ),
        (
            "nobody has the name",
            |s| s.chat_named("@nobody_at_all").map(|_| ()),
            (400, "Bad Request: chat not found"),
            (400, "USERNAME_NOT_OCCUPIED"),
        ),
        (
            "an account that is none",
            |s| send(s, UserId(1), s.alice, "hi"),
            (400, "Bad Request: user not found"),
            (400, "USER_ID_INVALID"),
        ),
        (
            "a bot writes to one whom it knows from a group only",
            |s| {
                let (bot, bob) = (s.bot, s.bob);
                s.chat_of_alice(ChatSort::Group, &[bot, bob]);
                send(s, bot, bob, "hi")
            },
            (403, "Forbidden: bot can't initiate conversation with a user"),
            (400, "PEER_ID_INVALID"),
        ),
        (
            "a bot writes to a bot",
            |s| {
                let other = s.another_bot("other_bot");
                send(s, s.bot, other, "hi")
            },
            (403, "Forbidden: the bot can't send messages to the bot"),
            (400, "USER_IS_BOT"),
        ),
        (
            "a bot writes to one who blocked it",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.start_bot(alice, bot, None).unwrap();
                s.set_blocked(alice, bot, true).unwrap();
                send(s, bot, alice, "hi")
            },
            (403, "Forbidden: bot was blocked by the user"),
            (400, "USER_IS_BLOCKED"),
        ),
        (
            "a bot types to one who blocked it",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.start_bot(alice, bot, None).unwrap();
                s.set_blocked(alice, bot, true).unwrap();
                s.send_chat_action(bot, alice.into(), None, ChatAction::Typing)
            },
            (403, "Forbidden: bot was blocked by the user"),
            (400, "USER_IS_BLOCKED"),
        ),
        (
            "a person writes to a bot that they blocked",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.set_blocked(alice, bot, true).unwrap();
                send(s, alice, bot, "hi")
            },
            (400, "Bad Request: YOU_BLOCKED_USER"),
            (400, "YOU_BLOCKED_USER"),
        ),
        (
            "a bot writes to a deleted account",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                s.start_bot(alice, bot, None).unwrap();
                s.delete_account(alice).unwrap();
                send(s, bot, alice, "hi")
            },
            (403, "Forbidden: user is deactivated"),
            (400, "INPUT_USER_DEACTIVATED"),
        ),
        (
            "a bot was removed from the group",
            |s| after(s, ChatSort::Group, remove_bot),
            (403, "Forbidden: bot was kicked from the group chat"),
            (400, "PEER_ID_INVALID"),
        ),
        (
            "a bot was removed from the supergroup",
            |s| after(s, ChatSort::Supergroup, remove_bot),
            (403, "Forbidden: bot was kicked from the supergroup chat"),
            (400, "CHANNEL_PRIVATE"),
        ),
        (
            "a bot was removed from the channel",
            |s| after(s, ChatSort::Channel, remove_bot),
            (403, "Forbidden: bot was kicked from the channel chat"),
            (400, "CHANNEL_PRIVATE"),
        ),
        (
            "a bot left the group",
            |s| after(s, ChatSort::Group, bot_leaves),
            (403, "Forbidden: bot is not a member of the group chat"),
            (400, "PEER_ID_INVALID"),
        ),
        (
            "a bot left the supergroup",
            |s| after(s, ChatSort::Supergroup, bot_leaves),
            (403, "Forbidden: bot is not a member of the supergroup chat"),
            (400, "CHANNEL_PRIVATE"),
        ),
        (
            "a bot left the channel",
            |s| after(s, ChatSort::Channel, bot_leaves),
            (403, "Forbidden: bot is not a member of the channel chat"),
            (400, "CHANNEL_PRIVATE"),
        ),
        (
            "the group was deleted",
            |s| {
                after(s, ChatSort::Group, |s, chat| {
                    let alice = s.alice;
                    s.delete_chat(alice, chat).unwrap();
                })
            },
            (403, "Forbidden: the group chat was deleted"),
            (400, "CHAT_ID_INVALID"),
        ),
        (
            "the group became a supergroup",
            |s| {
                after(s, ChatSort::Group, |s, chat| {
                    let alice = s.alice;
                    s.upgrade_to_supergroup(alice, chat).unwrap();
                })
            },
            (400, "Bad Request: group chat was upgraded to a supergroup chat"),
            (400, "CHAT_WRITE_FORBIDDEN"),
        ),
    ]
}

fn rights() -> Vec<Case> {
    vec![
        (
            "members may not write",
            |s| {
                after(s, ChatSort::Supergroup, |s, chat| {
                    let alice = s.alice;
                    s.set_permissions(alice, chat, MUTE).unwrap();
                })
            },
            (400, "Bad Request: not enough rights to send text messages to the chat"),
            (403, "CHAT_WRITE_FORBIDDEN"),
        ),
        (
            "the bot may not write",
            |s| {
                after(s, ChatSort::Supergroup, |s, chat| {
                    let (alice, bot) = (s.alice, s.bot);
                    s.restrict(alice, chat, bot, MUTE, 0).unwrap();
                })
            },
            (400, "Bad Request: not enough rights to send text messages to the chat"),
            (403, "CHAT_WRITE_FORBIDDEN"),
        ),
        (
            "an administrator who may not post",
            |s| {
                after(s, ChatSort::Channel, |s, chat| {
                    let (alice, bot) = (s.alice, s.bot);
                    s.promote(alice, chat, bot, BARE).unwrap();
                })
            },
            (400, "Bad Request: need administrator rights in the channel chat"),
            (400, "CHAT_ADMIN_REQUIRED"),
        ),
        (
            "another than the creator deletes the chat",
            |s| {
                let bob = s.bob;
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bob]);
                s.delete_chat(bob, chat)
            },
            (400, "Bad Request: CHAT_ADMIN_REQUIRED"),
            (400, "CHAT_ADMIN_REQUIRED"),
        ),
        (
            "a member bans another",
            |s| {
                let (bot, bob) = (s.bot, s.bob);
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bot, bob]);
                s.ban(bot, chat, bob, 0)
            },
            (400, "Bad Request: not enough rights to restrict/unrestrict chat member"),
            (403, "RIGHT_FORBIDDEN"),
        ),
        (
            "an administrator gives a right that they lack",
            |s| {
                let (alice, bob, bot) = (s.alice, s.bob, s.bot);
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bob, bot]);
                let rights = AdministratorRights { can_promote_members: true, ..BARE };
                s.promote(alice, chat, bob, rights).unwrap();
                s.promote(bob, chat, bot, AdministratorRights::ALL)
            },
            (400, "Bad Request: not enough rights to promote/demote chat member"),
            (403, "RIGHT_FORBIDDEN"),
        ),
        (
            "an administrator bans the owner",
            |s| {
                let (alice, bob) = (s.alice, s.bob);
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bob]);
                s.promote(alice, chat, bob, AdministratorRights::USUAL).unwrap();
                s.ban(bob, chat, alice, 0)
            },
            (400, "Bad Request: user is an administrator of the chat"),
            (400, "USER_ADMIN_INVALID"),
        ),
        (
            "a bot makes a chat",
            |s| {
                let bot = s.bot;
                s.create_chat(bot, NewChat::new(ChatSort::Group, "Bots")).map(|_| ())
            },
            (400, "Bad Request: BOT_METHOD_INVALID"),
            (400, "BOT_METHOD_INVALID"),
        ),
        (
            "a person has a menu",
            |s| {
                let alice = s.alice;
                s.set_commands(alice, BotCommandScope::Default, "", Vec::new())
            },
            (400, "Bad Request: USER_BOT_REQUIRED"),
            (400, "USER_BOT_REQUIRED"),
        ),
    ]
}

fn membership() -> Vec<Case> {
    vec![
        (
            "a bot that may not join groups",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let chat = s.chat_of_alice(ChatSort::Group, &[]);
                s.set_can_join_groups(bot, false).unwrap();
                s.add_member(alice, chat, bot)
            },
            (400, "Bad Request: BOT_GROUPS_BLOCKED"),
            (400, "BOT_GROUPS_BLOCKED"),
        ),
        (
            "a bot as a channel's reader",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let chat = s.chat_of_alice(ChatSort::Channel, &[]);
                s.add_member(alice, chat, bot)
            },
            (400, "Bad Request: USER_BOT"),
            (400, "USER_BOT"),
        ),
        (
            "a member is added again",
            |s| {
                let (alice, bot) = (s.alice, s.bot);
                let chat = s.chat_of_alice(ChatSort::Group, &[bot]);
                s.add_member(alice, chat, bot)
            },
            (400, "Bad Request: USER_ALREADY_PARTICIPANT"),
            (400, "USER_ALREADY_PARTICIPANT"),
        ),
        (
            "one who is no member is removed",
            |s| {
                let (alice, bob) = (s.alice, s.bob);
                let chat = s.chat_of_alice(ChatSort::Group, &[]);
                s.remove_member(alice, chat, bob)
            },
            (400, "Bad Request: USER_NOT_PARTICIPANT"),
            (400, "USER_NOT_PARTICIPANT"),
        ),
        (
            "a member adds one who was banned",
            |s| {
                let (alice, bob, bot) = (s.alice, s.bob, s.bot);
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bob, bot]);
                s.ban(alice, chat, bot, 0).unwrap();
                s.add_member(bob, chat, bot)
            },
            (400, "Bad Request: USER_KICKED"),
            (400, "USER_KICKED"),
        ),
        (
            "the owner leaves",
            |s| {
                let alice = s.alice;
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[]);
                s.leave(alice, chat)
            },
            (400, "Bad Request: USER_CREATOR"),
            (400, "USER_CREATOR"),
        ),
        (
            "a topic where there are none",
            |s| {
                let alice = s.alice;
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[]);
                s.create_topic(alice, chat, "News").map(|_| ())
            },
            (400, "Bad Request: the chat is not a forum"),
            (400, "CHANNEL_FORUM_MISSING"),
        ),
        (
            "a private chat is left",
            |s| {
                let (alice, bob) = (s.alice, s.bob);
                s.leave(alice, bob.into())
            },
            (400, "Bad Request: method is available only for groups and supergroups"),
            (400, "PEER_ID_INVALID"),
        ),
        (
            "a member of a basic group is restricted",
            |s| {
                let (alice, bob) = (s.alice, s.bob);
                let chat = s.chat_of_alice(ChatSort::Group, &[bob]);
                s.restrict(alice, chat, bob, Permissions::NONE, 0)
            },
            (400, "Bad Request: method is available for supergroup and channel chats only"),
            (400, "CHANNEL_INVALID"),
        ),
    ]
}

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

fn writing() -> Vec<Case> {
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

fn buttons() -> Vec<Case> {
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

fn editing() -> Vec<Case> {
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

fn deleting() -> Vec<Case> {
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

fn pressing() -> Vec<Case> {
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

fn set(stage: &mut Stage, command: &str, description: &str) -> Result<(), Refusal> {
    let bot = stage.bot;
    stage.set_commands(bot, BotCommandScope::Default, "", vec![BotCommand::new(command, description)])
}

fn scope(stage: &mut Stage, scope: BotCommandScope) -> Result<(), Refusal> {
    let bot = stage.bot;
    stage.set_commands(bot, scope, "", vec![BotCommand::new("start", "Start")])
}

fn menus() -> Vec<Case> {
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

fn making() -> Vec<Case> {
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
    ]
}
