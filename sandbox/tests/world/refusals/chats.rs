//! Chats that cannot be reached, and what members may not do.

use ambigram_core::types::{BotCommandScope, ChatAction, ChatId, UserId};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, Permissions, Refusal};
use ambigram_sandbox::world::{NewChat, NewUser};

use super::{Case, send};
use crate::stage::{BARE, MUTE, Stage};

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

pub(super) fn reaching() -> Vec<Case> {
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

pub(super) fn rights() -> Vec<Case> {
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

pub(super) fn membership() -> Vec<Case> {
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
