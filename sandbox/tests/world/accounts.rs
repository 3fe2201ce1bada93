//! Accounts, and private chats between them.

use ambigram_core::types::{ChatId, UserId};
use ambigram_sandbox::rules::{ChatSort, MemberStatus, Refusal};
use ambigram_sandbox::world::{Event, NewBot, NewUser, World};

use crate::stage::Stage;

#[test]
fn a_token_is_made_as_botfather_makes_it_and_proves_one_bot() {
    let mut stage = Stage::new();
    let bot = stage.bot;
    let token = stage.account(bot).unwrap().bot().unwrap().token.clone();
    let (id, secret) = token.split_once(':').unwrap();
    assert_eq!((id, secret.len(), secret.starts_with("AA")), (bot.to_string().as_str(), 35, true));
    assert_eq!(stage.bot_by_token(&token).unwrap().id, bot);
    let new = stage.revoke_token(bot).unwrap();
    assert!(stage.bot_by_token(&token).is_none());
    assert_eq!(stage.bot_by_token(&new).unwrap().id, bot);
    for wrong in ["", ":", "1:", "x:AA", "0:AA", &format!("{bot}:AAwrong")] {
        assert!(stage.bot_by_token(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn a_token_of_one_s_own_gives_the_bot_its_number() {
    let mut stage = Stage::new();
    let token = "42:TEST".to_owned();
    let bot = stage.create_bot(NewBot { token: Some(token.clone()), ..NewBot::named("test_bot") }).unwrap();
    assert_eq!((bot.id, bot.bot().unwrap().token.as_str()), (UserId(42), "42:TEST"));
    let again = stage.create_bot(NewBot { token: Some(token), ..NewBot::named("test2_bot") });
    assert_eq!(again.map(|account| account.id), Err(Refusal::TokenInvalid));
}

#[test]
fn the_same_seed_makes_the_same_world() {
    let make = |seed| {
        let mut world = World::new(|| 0, seed);
        let user = world.create_user(NewUser::named("Alice")).unwrap().id;
        let bot = world.create_bot(NewBot::named("a_bot")).unwrap().bot().unwrap().token.clone();
        (user, bot)
    };
    assert_eq!(make(1), make(1));
    assert_ne!(make(1), make(2));
}

#[test]
fn names_are_found_in_any_case_of_letters() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    assert_eq!(stage.account_by_username("@Counting_BOT").unwrap().id, bot);
    assert_eq!(stage.chat_named("counting_bot"), Ok(ChatId::from(bot)));
    let mut new = ambigram_sandbox::world::NewChat::new(ChatSort::Channel, "News");
    new.username = Some("the_news".into());
    let channel = stage.create_chat(alice, new).unwrap();
    assert_eq!(stage.chat_named("@The_News"), Ok(channel));
}

#[test]
fn a_bot_writes_once_it_was_written_to() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    assert_eq!(stage.send_message(bot, alice.into(), "hi".into()), Err(Refusal::ChatNotFound));
    stage.start_bot(alice, bot, Some("deep")).unwrap();
    assert_eq!(stage.heard(bot), ["/start deep"]);
    assert!(stage.send_message(bot, alice.into(), "hi".into()).is_ok());
}

#[test]
fn blocking_and_unblocking_is_told_to_the_bot() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    stage.told(bot);
    let banned = MemberStatus::Banned { until_date: 0 };
    for (is_blocked, old, new) in
        [(true, MemberStatus::Member, banned.clone()), (false, banned, MemberStatus::Member)]
    {
        stage.set_blocked(alice, bot, is_blocked).unwrap();
        stage.set_blocked(alice, bot, is_blocked).unwrap();
        let events = stage.told(bot);
        let [Event::MemberChanged(change)] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!((change.chat, change.by, change.user), (ChatId::from(alice), alice, bot));
        assert_eq!((&change.old, &change.new), (&old, &new));
        let sent = stage.send_message(bot, alice.into(), "hi".into());
        assert_eq!(sent.is_ok(), !is_blocked);
    }
}

#[test]
fn what_a_blocked_person_writes_never_arrives() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    stage.set_blocked(bob, alice, true).unwrap();
    stage.say(alice, bob, "hello?");
    assert_eq!(stage.heard(bob), [""; 0]);
    assert_eq!((stage.history(alice, bob.into()).len(), stage.history(bob, alice.into()).len()), (1, 0));
}

#[test]
fn what_a_deleted_account_wrote_stays() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    stage.delete_account(alice).unwrap();
    let account = stage.account(alice).unwrap();
    assert_eq!((account.first_name.as_str(), account.is_deleted), ("", true));
    assert_eq!(stage.history(bot, alice.into()).len(), 1);
    assert_eq!(stage.delete_account(bot), Err(Refusal::UserNotFound));
}
