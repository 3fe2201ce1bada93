//! Links, requests to join, pins, topics, reactions and boosts.

use ambigram_core::types::UserId;
use ambigram_sandbox::rules::reactions::Reaction;
use ambigram_sandbox::rules::{AdministratorRights, ChatRefusal, ChatSort, MemberStatus, Refusal};
use ambigram_sandbox::world::{Event, GroupEvent, NewChat, NewInvite, NewUser, World};

use crate::stage::{BEGINNING, HOUR, Stage};

fn group_events(stage: &mut Stage, account: UserId) -> Vec<GroupEvent> {
    let events = stage.told(account).into_iter();
    events.filter_map(|event| if let Event::Group(event) = event { Some(event) } else { None }).collect()
}

fn is_in(world: &World, chat: ambigram_core::types::ChatId, user: UserId) -> bool {
    world.member_status(chat, user).is_some_and(|status| status.is_in_chat())
}

#[test]
fn a_link_lets_in_as_many_as_it_says_until_it_ends_or_is_revoked() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let carol = stage.another_user("Carol");
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[]);
    let new = NewInvite { member_limit: 1, expire_date: BEGINNING + HOUR, ..NewInvite::default() };
    let link = stage.create_invite(alice, chat, new.clone()).unwrap().link();
    assert_eq!(stage.join_by_link(bob, &link), Ok(chat));
    assert!(is_in(&stage, chat, bob));
    assert_eq!(stage.join_by_link(carol, &link), Err(ChatRefusal::LinkUsedUp.into()));
    let other = NewInvite { member_limit: 0, ..new };
    let (revoked, late) = (
        stage.create_invite(alice, chat, other.clone()).unwrap().link(),
        stage.create_invite(alice, chat, other).unwrap().link(),
    );
    stage.revoke_invite(alice, chat, &revoked).unwrap();
    assert_eq!(stage.join_by_link(carol, &revoked), Err(ChatRefusal::LinkExpired.into()));
    stage.wait(HOUR);
    assert_eq!(stage.join_by_link(carol, &late), Err(ChatRefusal::LinkExpired.into()));
    assert_eq!(stage.export_invite(bob, chat), Err(Refusal::NoRight("manage chat invite link")));
}

#[test]
fn whoever_asks_to_be_let_in_waits_and_the_bot_answers() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let carol = stage.another_user("Carol");
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot]);
    stage.promote(alice, chat, bot, AdministratorRights::USUAL).unwrap();
    let new = NewInvite { needs_approval: true, ..NewInvite::default() };
    let link = stage.create_invite(bot, chat, new).unwrap().link();
    stage.told(bot);
    for user in [bob, carol] {
        assert_eq!(stage.join_by_link(user, &link), Err(ChatRefusal::RequestSent.into()));
        assert!(!is_in(&stage, chat, user));
    }
    let asked = group_events(&mut stage, bot);
    let [GroupEvent::JoinRequested(first), GroupEvent::JoinRequested(_)] = asked.as_slice() else {
        panic!("{asked:?}");
    };
    assert_eq!(
        (first.user, first.invite.as_ref().map(ambigram_sandbox::world::Invite::link)),
        (bob, Some(link))
    );
    // Until it is answered the bot may write to whoever asks.
    assert!(stage.send_message(bot, bob.into(), "why?".into()).is_ok());
    stage.answer_join_request(bot, chat, bob, true).unwrap();
    stage.answer_join_request(bot, chat, carol, false).unwrap();
    assert_eq!((is_in(&stage, chat, bob), is_in(&stage, chat, carol)), (true, false));
    assert_eq!(stage.answer_join_request(bot, chat, carol, true), Err(ChatRefusal::RequestMissing.into()));
}

#[test]
fn a_pin_is_seen_until_it_is_taken_away() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bob]);
    let ids: Vec<_> = ["one", "two"].map(|text| stage.say(alice, chat, text).id).into();
    for id in &ids {
        stage.pin(alice, chat, *id, false).unwrap();
    }
    let pinned = |stage: &Stage| stage.pinned(bob, chat).iter().map(|view| view.id).collect::<Vec<_>>();
    assert_eq!(pinned(&stage), ids);
    assert_eq!(stage.pin(alice, chat, ids[0], false), Err(ChatRefusal::ChatNotModified.into()));
    stage.unpin(alice, chat, None).unwrap();
    assert_eq!(pinned(&stage), ids[..1]);
    assert_eq!(stage.unpin_all(alice, chat), Ok(1));
    assert_eq!(stage.unpin(alice, chat, None), Err(ChatRefusal::UnpinNotFound.into()));
}

#[test]
fn reactions_are_told_to_administrators_and_counted() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot, bob]);
    stage.promote(alice, chat, bot, AdministratorRights::USUAL).unwrap();
    let id = stage.say(alice, chat, "hi");
    stage.told(bot);
    let fire = || vec![Reaction::emoji("🔥")];
    stage.react(bob, chat, id.id, fire(), false).unwrap();
    stage.react(bot, chat, id.id, fire(), false).unwrap();
    let told = group_events(&mut stage, bot);
    let [GroupEvent::Reacted(change)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((change.old.len(), &change.new), (0, &fire()));
    assert_eq!(stage.reaction_counts(id.message.key), [(Reaction::emoji("🔥"), 2)]);
    let twice = vec![Reaction::emoji("🔥"), Reaction::emoji("👍")];
    assert_eq!(stage.react(bob, chat, id.id, twice, false), Err(ChatRefusal::TooManyReactions.into()));
}

#[test]
fn the_general_topic_is_closed_by_hiding_it() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let new = NewChat { is_forum: true, ..NewChat::new(ChatSort::Supergroup, "Forum") };
    let forum = stage.create_chat(alice, new.with([bob])).unwrap();
    stage.set_general_topic_hidden(alice, forum, true).unwrap();
    assert_eq!(stage.send_message(bob, forum, "hi".into()), Err(Refusal::ThreadClosed));
    let refused = stage.set_general_topic_hidden(alice, forum, true);
    assert_eq!(refused, Err(ChatRefusal::TopicNotModified.into()));
}

#[test]
fn slow_mode_makes_members_wait() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bob]);
    stage.set_slow_mode(alice, chat, 30).unwrap();
    stage.say(bob, chat, "one");
    stage.wait(10);
    assert_eq!(stage.send_message(bob, chat, "two".into()), Err(ChatRefusal::SlowMode(20).into()));
    stage.wait(20);
    stage.say(bob, chat, "two");
}

#[test]
fn boosts_are_premium_users_and_run_out() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot]);
    assert_eq!(stage.boost(alice, chat, 1), Err(ChatRefusal::BoostWithoutPremium.into()));
    let rich = stage.create_user(NewUser { is_premium: true, ..NewUser::named("Rich") }).unwrap().id;
    stage.add_member(alice, chat, rich).unwrap();
    stage.promote(alice, chat, bot, AdministratorRights::USUAL).unwrap();
    stage.boost(rich, chat, 2).unwrap();
    assert_eq!(stage.user_boosts(bot, chat, rich).map(|boosts| boosts.len()), Ok(2));
    stage.wait(31 * 24 * HOUR);
    assert_eq!(stage.user_boosts(bot, chat, rich).map(|boosts| boosts.len()), Ok(0));
}

#[test]
fn a_title_is_given_by_who_made_the_administrator() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot, bob]);
    stage.promote(alice, chat, bot, AdministratorRights::ALL).unwrap();
    stage.promote(bot, chat, bob, AdministratorRights::USUAL).unwrap();
    stage.set_rank(bot, chat, bob, "Boss").unwrap();
    assert_eq!(stage.chat(chat).unwrap().details(bob).rank.as_deref(), Some("Boss"));
    assert_eq!(stage.set_rank(bot, chat, alice, "Boss"), Err(ChatRefusal::RankForbidden.into()));
    assert_eq!(stage.set_rank(bot, chat, bob, "Boss 👑"), Err(ChatRefusal::RankEmoji.into()));
    stage.promote(bot, chat, bob, AdministratorRights::NONE).unwrap();
    assert_eq!(stage.member_status(chat, bob), Some(MemberStatus::Member));
}
