//! Who is in a chat, and as what.

use ambigram::prelude::*;
use ambigram::types::ChatMember;
use ambigram_sandbox::rules::{AdministratorRights, Permissions};
use ambigram_tests::on_both_wires;

use super::refused;
use crate::stages::{Everywhere, Ruled, act};

#[tokio::test]
async fn members_are_counted_and_told_one_by_one() {
    on_both_wires(async |stage| {
        let Everywhere { bot, alice, account, places } = Everywhere::new(stage).await;
        let bob = stage.user("Bob");
        bob.open(&account).say("/start");
        for place in &places {
            let name = place.name;
            assert_eq!(bot.get_chat_member_count(place.id).await.unwrap(), 2, "{name}");
            let creator = bot.get_chat_member(place.id, alice.id).await.unwrap();
            let own = bot.get_chat_member(place.id, account.id).await.unwrap();
            assert!(creator.is_present() && own.is_present(), "{name}");
            assert_eq!(matches!(creator, ChatMember::Owner(_)), name != "private chat", "{name}");
            match bot.get_chat_member(place.id, bob.id).await {
                Ok(outside) => assert!(!outside.is_present(), "{name}"),
                // In a private chat there is nobody else.
                Err(error) => {
                    assert_eq!((error.kind(), name), (&ErrorKind::UserNotMember, "private chat"));
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn somebody_whom_the_bot_never_met_is_no_member() {
    on_both_wires(async |stage| {
        let Everywhere { bot, places, .. } = Everywhere::new(stage).await;
        let stranger = stage.user("Stranger");
        for place in &places {
            for user in [stranger.id, UserId(424_242)] {
                let kind = refused(bot.get_chat_member(place.id, user).await);
                assert_eq!(kind, ErrorKind::UserNotMember, "{}: {user}", place.name);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn administrators_are_told_except_where_there_are_none() {
    on_both_wires(async |stage| {
        let Everywhere { bot, alice, places, account } = Everywhere::new(stage).await;
        let rival = stage.account("rival_bot").await;
        for place in &places {
            let name = place.name;
            if name == "private chat" {
                assert_eq!(refused(bot.get_chat_administrators(place.id).await), ErrorKind::BadRequest);
                continue;
            }
            if place.is_channel() {
                act(stage, |world| world.promote(alice.id, place.id, rival.id, AdministratorRights::USUAL));
            }
            let members = bot.get_chat_administrators(place.id).await.unwrap();
            let ids: Vec<_> = members.iter().filter_map(|member| Some(member.user()?.id)).collect();
            assert_eq!((ids.contains(&alice.id), ids.contains(&rival.id)), (true, false), "{name}");
            assert_eq!(ids.contains(&account.id), place.is_channel(), "{name}");
            let with_bots = bot.get_chat_administrators(place.id).return_bots().await.unwrap();
            let has_rival = with_bots.iter().any(|member| member.user().unwrap().id == rival.id);
            assert_eq!(has_rival, place.is_channel(), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_member_of_each_status_is_told_with_all_that_belongs_to_it() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let names = ["Ann", "Ben", "Cid", "Dan", "Eve", "Flo", "Gus"];
        let [ann, ben, cid, dan, eve, flo, gus] = names.map(|name| ruled.member(stage, name).id);
        let (bot, id, by) = (ruled.bot.clone(), ruled.id, ruled.alice.id);
        let hidden = AdministratorRights { is_anonymous: true, ..AdministratorRights::USUAL };
        let mute = Permissions { can_send_messages: false, ..Permissions::ALL };
        act(stage, |world| world.promote(by, id, ann, hidden));
        act(stage, |world| world.set_rank(by, id, ann, "ghost"));
        act(stage, |world| world.set_rank(by, id, by, "boss"));
        bot.set_chat_member_tag(id, ben).tag("helper").await.unwrap();
        act(stage, |world| world.restrict(by, id, cid, mute, 1_800_086_400));
        act(stage, |world| world.restrict(by, id, dan, Permissions::NONE, 0));
        act(stage, |world| world.leave(dan, id));
        act(stage, |world| world.leave(eve, id));
        act(stage, |world| world.ban(by, id, flo, 1_800_086_400));
        act(stage, |world| world.ban(by, id, gus, 0));
        ruled.heard().await;

        let told = async |user| bot.get_chat_member(id, user).await.unwrap();
        let ChatMember::Owner(boss) = told(by).await else { panic!("{:?}", told(by).await) };
        assert_eq!((boss.custom_title.as_deref(), boss.is_anonymous), (Some("boss"), false));
        let ChatMember::Administrator(ghost) = told(ann).await else { panic!("{:?}", told(ann).await) };
        assert_eq!((ghost.custom_title.as_deref(), ghost.can_be_edited), (Some("ghost"), false));
        assert!(ghost.rights.is_anonymous && !ghost.rights.can_promote_members);
        assert_eq!((ghost.rights.can_pin_messages, ghost.rights.can_post_messages), (Some(true), None));
        let ChatMember::Member(helper) = told(ben).await else { panic!("{:?}", told(ben).await) };
        assert_eq!(helper.tag.as_deref(), Some("helper"));
        let ChatMember::Restricted(muted) = told(cid).await else { panic!("{:?}", told(cid).await) };
        assert_eq!((muted.is_member, muted.until_date), (true, 1_800_086_400));
        let permissions = (muted.permissions.can_send_messages, muted.permissions.can_send_photos);
        assert_eq!(permissions, (Some(false), Some(true)));
        let ChatMember::Restricted(outside) = told(dan).await else { panic!("{:?}", told(dan).await) };
        assert_eq!((outside.is_member, outside.until_date), (false, 0));
        assert!(matches!(told(eve).await, ChatMember::Left(_)));
        let ChatMember::Banned(for_a_day) = told(flo).await else { panic!("{:?}", told(flo).await) };
        assert_eq!(for_a_day.until_date, 1_800_086_400);
        let ChatMember::Banned(for_ever) = told(gus).await else { panic!("{:?}", told(gus).await) };
        assert_eq!(for_ever.until_date, 0);
        assert_eq!(bot.get_chat_member_count(id).await.unwrap(), 5);
    })
    .await;
}

#[tokio::test]
async fn a_bot_leaves_and_is_in_the_chat_no_more() {
    on_both_wires(async |stage| {
        let Everywhere { bot, places, .. } = Everywhere::new(stage).await;
        for place in places.iter().filter(|place| place.name != "topic") {
            let (name, id) = (place.name, place.id);
            if name == "private chat" {
                assert_eq!(refused(bot.leave_chat(id).await), ErrorKind::BadRequest);
                continue;
            }
            bot.leave_chat(id).await.unwrap();
            assert_eq!(refused(bot.send_message(id, "x").await), ErrorKind::BotNotMember, "{name}");
            assert_eq!(refused(bot.leave_chat(id).await), ErrorKind::BotNotMember, "{name}");
        }
    })
    .await;
}
