//! Invite links of every kind, and users who come by them.

use ambigram::prelude::*;
use ambigram::types::{ChatInviteLink, ChatMember};
use ambigram_sandbox::play::UserHandle;
use ambigram_sandbox::rules::{ChatRefusal, Refusal};
use ambigram_tests::{Stage, on_both_wires};

use super::{member_updates, message, refused};
use crate::stages::{Everywhere, Ruled, act};

fn join(stage: &Stage, user: &UserHandle, link: &str) -> Result<ChatId, Refusal> {
    stage.telegram().world().write(|world| world.join_by_link(user.id, link))
}

#[tokio::test]
async fn a_primary_link_takes_the_place_of_the_one_before() {
    on_both_wires(async |stage| {
        let ruled = Ruled::supergroup(stage).await;
        let (bot, id) = (&ruled.bot, ruled.id);
        let first = bot.export_chat_invite_link(id).await.unwrap();
        let second = bot.export_chat_invite_link(id).await.unwrap();
        assert_ne!(first, second);
        let (bob, carol) = (stage.user("Bob"), stage.user("Carol"));
        assert_eq!(join(stage, &bob, &first), Err(ChatRefusal::LinkExpired.into()));
        assert_eq!(join(stage, &carol, &second), Ok(id));
        assert_eq!(bot.get_chat(id).await.unwrap().invite_link.as_deref(), Some(second.as_str()));
        let revoked = bot.revoke_chat_invite_link(id, &second).await.unwrap();
        assert!(revoked.is_revoked && revoked.invite_link == *second);
        let third = bot.get_chat(id).await.unwrap().invite_link.unwrap();
        assert!(third != *second, "another takes its place");
    })
    .await;
}

#[tokio::test]
async fn a_link_is_made_changed_and_revoked() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::channel(stage).await;
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        let made = bot.create_chat_invite_link(id).name("Friends").member_limit(2_u32);
        let made = made.expire_date(1_800_003_600).await.unwrap();
        assert_eq!((made.name.as_deref(), made.member_limit), (Some("Friends"), Some(2)));
        assert_eq!((made.expire_date, made.creates_join_request), (Some(1_800_003_600), false));
        assert!(!made.is_primary && !made.is_revoked && made.creator.id == ruled.account.id);
        let link = made.invite_link.to_string();

        // What is not said again is taken back.
        let changed = bot.edit_chat_invite_link(id, &link).name("All").await.unwrap();
        assert_eq!((changed.name.as_deref(), plain(&changed)), (Some("All"), plain(&made)));
        let asks = bot.edit_chat_invite_link(id, &link).creates_join_request().await.unwrap();
        assert!(asks.creates_join_request && asks.name.is_none(), "{asks:?}");

        assert!(bot.revoke_chat_invite_link(id, &link).await.unwrap().is_revoked);
        let bob = stage.user("Bob");
        assert_eq!(join(stage, &bob, &link), Err(ChatRefusal::LinkExpired.into()));
        assert_eq!(refused(bot.revoke_chat_invite_link(id, &link).await), ErrorKind::InviteLinkInvalid);
        assert!(member_updates(&ruled.heard().await).is_empty());
    })
    .await;
}

/// A link without a name, an end and a limit.
fn plain(link: &ChatInviteLink) -> ChatInviteLink {
    let mut link = link.clone();
    (link.name, link.expire_date, link.member_limit) = (None, None, None);
    link
}

#[tokio::test]
async fn who_comes_by_a_link_is_told_with_it() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        let link = bot.create_chat_invite_link(id).name("One").member_limit(1_u32).await.unwrap();
        let alices = act(stage, |world| world.export_invite(ruled.alice.id, id)).link();
        let (bob, carol, dave) = (stage.user("Bob"), stage.user("Carol"), stage.user("Dave"));
        assert_eq!(join(stage, &bob, &link.invite_link), Ok(id));
        assert_eq!(join(stage, &carol, &link.invite_link), Err(ChatRefusal::LinkUsedUp.into()));
        assert_eq!(join(stage, &dave, &alices), Ok(id));
        let told = ruled.heard().await;
        let [by_own, by_alices] = member_updates(&told)[..] else { panic!("{told:?}") };
        assert!(by_own.has_joined() && by_alices.has_joined());
        assert_eq!(by_own.invite_link.as_deref(), Some(&link));
        // Of others' links a bot sees the first half only.
        let half = &by_alices.invite_link.as_ref().unwrap().invite_link;
        assert!(half.ends_with("...") && alices.starts_with(half.trim_end_matches("...")), "{half} {alices}");
        let MessageKind::NewChatMembers(joined) = &message(&told, "new_chat_members").kind else { panic!() };
        assert_eq!(joined[0].id, bob.id);
    })
    .await;
}

#[tokio::test]
async fn subscribers_come_by_a_link_with_a_price_and_stay_as_long_as_they_pay() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::channel(stage).await;
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        let month = 30 * 86_400_u32;
        let link = bot.create_chat_subscription_invite_link(id, month, 500).name("Paid").await.unwrap();
        assert_eq!((link.subscription_period, link.subscription_price), (Some(month), Some(500)));
        let renamed = bot.edit_chat_subscription_invite_link(id, link.invite_link.to_string()).name("Dear");
        assert_eq!(renamed.await.unwrap().name.as_deref(), Some("Dear"));
        let bob = stage.user("Bob");
        assert_eq!(join(stage, &bob, &link.invite_link), Ok(id));
        let told = ruled.heard().await;
        let change = member_updates(&told)[0];
        let ChatMember::Member(member) = &change.new_chat_member else { panic!("{change:?}") };
        assert_eq!((member.user.id, member.until_date), (bob.id, Some(1_800_000_000 + i64::from(month))));
        assert_eq!(change.invite_link.as_ref().unwrap().subscription_price, Some(500));
        for (period, price) in [(86_400, 500), (month, 0), (month, 10_001)] {
            let strange = bot.create_chat_subscription_invite_link(id, period, price).await;
            assert_eq!(refused(strange), ErrorKind::BadRequest, "{period} {price}");
        }
    })
    .await;
}

#[tokio::test]
async fn links_that_cannot_be_are_refused() {
    on_both_wires(async |stage| {
        let ruled = Ruled::supergroup(stage).await;
        let (bot, id) = (&ruled.bot, ruled.id);
        let alices = act(stage, |world| world.export_invite(ruled.alice.id, id)).link();
        let primary = bot.export_chat_invite_link(id).await.unwrap();
        let both = bot.create_chat_invite_link(id).member_limit(5_u32).creates_join_request().await;
        assert_eq!(refused(both), ErrorKind::BadRequest);
        let past = bot.create_chat_invite_link(id).expire_date(1_700_000_000).await;
        assert_eq!(refused(past), ErrorKind::BadRequest);
        for (link, expected) in [
            ("", ErrorKind::InviteLinkInvalid),
            ("https://t.me/+NobodyMadeThisOne", ErrorKind::InviteLinkInvalid),
            (&primary, ErrorKind::BadRequest),
            (&alices, ErrorKind::NotEnoughRights),
        ] {
            assert_eq!(refused(bot.edit_chat_invite_link(id, link).name("x").await), expected, "{link}");
        }
        assert_eq!(refused(bot.revoke_chat_invite_link(id, &alices).await), ErrorKind::NotEnoughRights);
        let paid = bot.create_chat_subscription_invite_link(id, 30 * 86_400_u32, 5).await;
        assert_eq!(refused(paid), ErrorKind::BadRequest, "a group has no subscribers");
    })
    .await;
}

#[tokio::test]
async fn a_bot_without_the_right_makes_no_links() {
    on_both_wires(async |stage| {
        let Everywhere { bot, places, .. } = Everywhere::new(stage).await;
        for place in places.iter().filter(|place| !place.is_channel() && place.name != "topic") {
            let private = place.name == "private chat";
            let expected = if private { ErrorKind::BadRequest } else { ErrorKind::NotEnoughRights };
            assert_eq!(refused(bot.export_chat_invite_link(place.id).await), expected, "{}", place.name);
            assert_eq!(refused(bot.create_chat_invite_link(place.id).await), expected, "{}", place.name);
        }
    })
    .await;
}
