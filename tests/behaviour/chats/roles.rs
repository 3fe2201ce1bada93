//! What a bot makes of members: banned, restricted, administrators, with titles and tags; and what it is told of others
//! who do so.

use ambigram::Bot;
use ambigram::prelude::*;
use ambigram::types::{ChatMember, ChatMemberAdministrator, ChatMemberRestricted, ChatPermissions};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, MemberStatus, Permissions};
use ambigram_sandbox::world::NewChat;
use ambigram_tests::on_both_wires;

use super::{changes, member_updates, refused};
use crate::stages::{Listening, Ruled, act};

/// A day after now, which stands still on the stage.
const TOMORROW: i64 = 1_800_086_400;

fn pairs(name: &str, statuses: &[&'static str]) -> Vec<(String, &'static str, &'static str)> {
    statuses.windows(2).map(|pair| (name.to_owned(), pair[0], pair[1])).collect()
}

async fn restricted(bot: &Bot, chat: ChatId, user: UserId) -> Box<ChatMemberRestricted> {
    match bot.get_chat_member(chat, user).await.unwrap() {
        ChatMember::Restricted(member) => member,
        other => panic!("{other:?}"),
    }
}

async fn administrator(bot: &Bot, chat: ChatId, user: UserId) -> Box<ChatMemberAdministrator> {
    match bot.get_chat_member(chat, user).await.unwrap() {
        ChatMember::Administrator(member) => member,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_bot_bans_for_a_time_and_for_ever_and_lifts_the_ban() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        ruled.heard().await;
        let until = async |date: i64| {
            bot.ban_chat_member(id, bob.id).until_date(date).await.unwrap();
            match bot.get_chat_member(id, bob.id).await.unwrap() {
                ChatMember::Banned(banned) => banned.until_date,
                other => panic!("until {date}: {other:?}"),
            }
        };
        assert_eq!(until(TOMORROW).await, TOMORROW);
        assert!(bob.chat(id).try_say("let me in").is_err());
        // Less than 30 seconds or more than 366 days are for ever.
        assert_eq!(until(1_800_000_029).await, 0);
        assert_eq!(until(1_800_000_000 + 367 * 86_400).await, 0);
        bot.unban_chat_member(id, bob.id).only_if_banned().await.unwrap();
        assert_eq!(bot.get_chat_member(id, bob.id).await.unwrap().status(), "left");
        let told = changes(&ruled.heard().await);
        assert_eq!(told.first(), Some(&("Bob".to_owned(), "member", "kicked")));
        assert_eq!(told.last(), Some(&("Bob".to_owned(), "kicked", "left")));
    })
    .await;
}

#[tokio::test]
async fn to_unban_a_member_puts_them_out_unless_told_otherwise() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        ruled.heard().await;
        bot.unban_chat_member(id, bob.id).only_if_banned().await.unwrap();
        assert!(bot.get_chat_member(id, bob.id).await.unwrap().is_present());
        bot.unban_chat_member(id, bob.id).await.unwrap();
        assert_eq!(bot.get_chat_member(id, bob.id).await.unwrap().status(), "left");
        assert_eq!(changes(&ruled.heard().await).last().unwrap().2, "left");
        act(stage, |world| world.add_member(ruled.alice.id, id, bob.id));
        assert_eq!(changes(&ruled.heard().await), pairs("Bob", &["left", "member"]));
    })
    .await;
}

#[tokio::test]
async fn a_bot_restricts_a_member_and_sets_them_free() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        ruled.heard().await;
        let mut only_texts = ChatPermissions::none();
        only_texts.can_send_messages = Some(true);
        bot.restrict_chat_member(id, bob.id, only_texts.clone()).until_date(TOMORROW).await.unwrap();
        let member = restricted(&bot, id, bob.id).await;
        assert_eq!((&member.permissions, member.until_date), (&only_texts, TOMORROW));
        bob.chat(id).say("I may write");

        bot.restrict_chat_member(id, bob.id, ChatPermissions::none()).await.unwrap();
        assert!(bob.chat(id).try_say("may I still?").is_err());

        // The wider permissions include the narrower ones unless each is taken by itself.
        let mut previews = ChatPermissions::new();
        previews.can_add_web_page_previews = Some(true);
        for (is_independent, may_write) in [(true, false), (false, true)] {
            let mut call = bot.restrict_chat_member(id, bob.id, previews.clone());
            if is_independent {
                call = call.use_independent_chat_permissions();
            }
            call.await.unwrap();
            let member = restricted(&bot, id, bob.id).await;
            assert_eq!(member.permissions.can_send_messages, Some(may_write), "{is_independent}");
            assert_eq!(bob.chat(id).try_say("now?").is_ok(), may_write, "{is_independent}");
        }
        bot.restrict_chat_member(id, bob.id, ChatPermissions::all()).await.unwrap();
        assert_eq!(bot.get_chat_member(id, bob.id).await.unwrap().status(), "member");
        let told = changes(&ruled.heard().await);
        assert_eq!(told.first().unwrap().2, "restricted");
        assert_eq!(told.last(), Some(&("Bob".to_owned(), "restricted", "member")));
    })
    .await;
}

#[tokio::test]
async fn a_bot_makes_administrators_and_takes_their_rights_back() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        ruled.heard().await;
        bot.promote_chat_member(id, bob.id).can_pin_messages(true).can_manage_topics(false).await.unwrap();
        let member = administrator(&bot, id, bob.id).await;
        assert!(member.can_be_edited && member.rights.can_manage_chat);
        assert_eq!(member.rights.can_pin_messages, Some(true));
        assert!(!member.rights.can_delete_messages && !member.rights.can_invite_users);
        bot.set_chat_administrator_custom_title(id, bob.id, "pinner").await.unwrap();
        assert_eq!(administrator(&bot, id, bob.id).await.custom_title.as_deref(), Some("pinner"));
        bot.promote_chat_member(id, bob.id).can_delete_messages(true).can_change_info(true).await.unwrap();
        assert!(administrator(&bot, id, bob.id).await.rights.can_delete_messages);
        bot.promote_chat_member(id, bob.id).await.unwrap();
        assert_eq!(bot.get_chat_member(id, bob.id).await.unwrap().status(), "member");
        let told = changes(&ruled.heard().await);
        assert_eq!(told.first(), Some(&("Bob".to_owned(), "member", "administrator")));
        assert_eq!(told.last(), Some(&("Bob".to_owned(), "administrator", "member")));
    })
    .await;
}

#[tokio::test]
async fn a_bot_rules_a_channel() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::channel(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        ruled.heard().await;
        let posts = bot.promote_chat_member(id, bob.id).can_post_messages(true).can_restrict_members(false);
        posts.await.unwrap();
        let rights = administrator(&bot, id, bob.id).await.rights;
        assert_eq!((rights.can_post_messages, rights.can_pin_messages), (Some(true), None));
        bob.chat(id).say("a post by Bob");
        bot.promote_chat_member(id, bob.id).can_post_messages(false).await.unwrap();
        assert_eq!(bot.get_chat_member(id, bob.id).await.unwrap().status(), "member");
        bot.ban_chat_member(id, bob.id).await.unwrap();
        bot.unban_chat_member(id, bob.id).await.unwrap();
        let told = changes(&ruled.heard().await);
        assert_eq!(told, pairs("Bob", &["member", "administrator", "member", "kicked", "left"]));
    })
    .await;
}

#[tokio::test]
async fn a_tag_stands_beside_a_member_until_it_is_taken_away() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        ruled.heard().await;
        let tag = async || match bot.get_chat_member(id, bob.id).await.unwrap() {
            ChatMember::Member(member) => member.tag.map(|tag| tag.to_string()),
            other => panic!("{other:?}"),
        };
        bot.set_chat_member_tag(id, bob.id).tag("helper").await.unwrap();
        assert_eq!(tag().await.as_deref(), Some("helper"));
        bob.chat(id).say("Whom may I help?");
        bot.set_chat_member_tag(id, bob.id).await.unwrap();
        assert_eq!(tag().await, None);
        let said = ruled.heard().await;
        assert_eq!(super::message(&said, "text").from.as_ref().unwrap().id, bob.id);
        let kinds = [
            refused(bot.set_chat_member_tag(id, bob.id).tag("a tag of 17 signs").await),
            refused(bot.set_chat_member_tag(id, bob.id).tag("🎉").await),
            refused(bot.set_chat_administrator_custom_title(id, bob.id, "boss").await),
        ];
        assert_eq!(kinds, [ErrorKind::BadRequest, ErrorKind::BadRequest, ErrorKind::BadRequest]);
    })
    .await;
}

#[tokio::test]
async fn a_channel_is_kept_from_writing_in_a_group() {
    on_both_wires(async |stage| {
        let ruled = Ruled::supergroup(stage).await;
        let (bot, id) = (&ruled.bot, ruled.id);
        let username = Some("loud_channel".to_owned());
        let channel = ruled.alice.create(NewChat { username, ..NewChat::new(ChatSort::Channel, "Loud") });
        bot.get_chat("@loud_channel").await.unwrap();
        let banned =
            || -> Vec<ChatId> { stage.telegram().world().read(|world| world.banned_senders(id).collect()) };
        bot.ban_chat_sender_chat(id, channel.id()).await.unwrap();
        assert_eq!(banned(), [channel.id()]);
        bot.unban_chat_sender_chat(id, channel.id()).await.unwrap();
        assert!(banned().is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_others_make_of_members_is_told() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let bob = ruled.member(stage, "Bob").id;
        let (by, id) = (ruled.alice.id, ruled.id);
        let mute = Permissions { can_send_messages: false, ..Permissions::ALL };
        act(stage, |world| world.promote(by, id, bob, AdministratorRights::USUAL));
        act(stage, |world| world.set_rank(by, id, bob, "vice"));
        act(stage, |world| world.promote(by, id, bob, AdministratorRights::NONE));
        act(stage, |world| world.restrict(by, id, bob, mute, TOMORROW));
        act(stage, |world| world.leave(bob, id));
        act(stage, |world| world.add_member(by, id, bob));
        act(stage, |world| world.restrict(by, id, bob, Permissions::ALL, 0));
        act(stage, |world| world.ban(by, id, bob, 0));
        act(stage, |world| world.unban(by, id, bob));
        let told = ruled.heard().await;
        let (usual, muted) = ("administrator", "restricted");
        let expected =
            ["left", "member", usual, usual, "member", muted, muted, muted, "member", "kicked", "left"];
        assert_eq!(changes(&told), pairs("Bob", &expected));
        // That he left was his own doing.
        let own = member_updates(&told).into_iter().filter(|change| change.from.id == bob);
        assert_eq!(own.count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_bot_without_rights_is_told_of_no_other_member() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::to_all(stage, &account).await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        let group = alice.supergroup("Friends", [account.id]);
        act(stage, |world| world.add_member(alice.id, group.id(), bob.id));
        act(stage, |world| world.ban(alice.id, group.id(), bob.id, 0));
        group.say("/end@test_bot");
        let told = listening.until("/end@test_bot").await;
        assert!(changes(&told).is_empty(), "{told:?}");
        let status = stage.telegram().world().read(|world| world.member_status(group.id(), bob.id));
        assert_eq!(status, Some(MemberStatus::Banned { until_date: 0 }));
    })
    .await;
}
