//! Groups, supergroups and channels, and who is in them as what.

use ambigram_core::types::{ChatId, UserId};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, MemberStatus, Permissions, Refusal};
use ambigram_sandbox::world::{Content, Event, NewChat, Service};

use crate::stage::{BARE, BEGINNING, HOUR, MUTE, Stage};

/// The changes of status that an account was told of: whose, from what, to what.
fn changes(stage: &mut Stage, account: UserId) -> Vec<(UserId, &'static str, &'static str)> {
    let events = stage.told(account);
    let changes = events.iter().filter_map(|event| match event {
        Event::MemberChanged(change) => Some((change.user, change.old.name(), change.new.name())),
        _ => None,
    });
    changes.collect()
}

fn services(stage: &Stage, viewer: UserId, chat: ChatId) -> Vec<Service> {
    let history = stage.history(viewer, chat);
    let services = history.iter().filter_map(|view| match &view.message.content {
        Content::Service(service) => Some(service.clone()),
        _ => None,
    });
    services.collect()
}

#[test]
fn a_new_chat_tells_its_bots_that_they_are_in_it() {
    for (sort, status) in
        [(ChatSort::Group, "member"), (ChatSort::Supergroup, "member"), (ChatSort::Channel, "administrator")]
    {
        let mut stage = Stage::new();
        let bot = stage.bot;
        stage.chat_of_alice(sort, &[bot]);
        assert_eq!(changes(&mut stage, bot), [(bot, "left", status)], "{sort:?}");
    }
}

#[test]
fn a_new_chat_says_so() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let title = || "Friends".to_owned();
    let group = stage.chat_of_alice(ChatSort::Group, &[bot]);
    assert_eq!(services(&stage, bot, group), [Service::GroupCreated { title: title(), members: vec![bot] }]);
    let supergroup = stage.chat_of_alice(ChatSort::Supergroup, &[bot]);
    let made = [Service::SupergroupCreated { title: title() }, Service::MembersAdded(vec![bot])];
    assert_eq!(services(&stage, alice, supergroup), made);
    let channel = stage.chat_of_alice(ChatSort::Channel, &[bot]);
    assert_eq!(services(&stage, alice, channel), [Service::ChannelCreated { title: title() }]);
}

#[test]
fn coming_and_going_is_said_in_groups_and_not_in_channels() {
    for (sort, is_said) in [(ChatSort::Group, true), (ChatSort::Supergroup, true), (ChatSort::Channel, false)]
    {
        let mut stage = Stage::new();
        let (alice, bob) = (stage.alice, stage.bob);
        let chat = stage.chat_of_alice(sort, &[]);
        let before = services(&stage, alice, chat).len();
        stage.add_member(alice, chat, bob).unwrap();
        stage.remove_member(alice, chat, bob).unwrap();
        stage.add_member(alice, chat, bob).unwrap();
        stage.leave(bob, chat).unwrap();
        let added = || Service::MembersAdded(vec![bob]);
        let said = [added(), Service::MemberLeft(bob), added(), Service::MemberLeft(bob)];
        assert_eq!(services(&stage, alice, chat)[before..], said[..if is_said { 4 } else { 0 }], "{sort:?}");
    }
}

#[test]
fn one_who_was_removed_is_banned_but_for_basic_groups_where_they_are_gone() {
    for (sort, told) in
        [(ChatSort::Group, "left"), (ChatSort::Supergroup, "kicked"), (ChatSort::Channel, "kicked")]
    {
        let mut stage = Stage::new();
        let (bot, alice) = (stage.bot, stage.alice);
        let chat = stage.chat_of_alice(sort, &[bot]);
        changes(&mut stage, bot);
        stage.remove_member(alice, chat, bot).unwrap();
        assert_eq!(changes(&mut stage, bot).last().map(|change| change.2), Some(told), "{sort:?}");
        assert_eq!(stage.send_message(bot, chat, "hi".into()), Err(Refusal::Kicked(sort)));
    }
}

#[test]
fn administrators_are_told_of_others_statuses_and_members_are_not() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let member = stage.another_bot("member_bot");
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot, member]);
    stage.promote(alice, chat, bot, BARE).unwrap();
    stage.told(bot);
    stage.told(member);
    stage.add_member(alice, chat, bob).unwrap();
    stage.restrict(alice, chat, bob, MUTE, 0).unwrap();
    stage.ban(alice, chat, bob, 0).unwrap();
    stage.unban(alice, chat, bob).unwrap();
    let expected = [
        (bob, "left", "member"),
        (bob, "member", "restricted"),
        (bob, "restricted", "kicked"),
        (bob, "kicked", "left"),
    ];
    assert_eq!(changes(&mut stage, bot), expected);
    assert_eq!(changes(&mut stage, member), []);
}

#[test]
fn bans_and_restrictions_run_out() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bob]);
    stage.restrict(alice, chat, bob, MUTE, BEGINNING + HOUR).unwrap();
    assert_eq!(stage.send_message(bob, chat, "hi".into()), Err(Refusal::NoRightToSendText));
    stage.wait(HOUR);
    assert!(stage.send_message(bob, chat, "hi".into()).is_ok());
    stage.ban(alice, chat, bob, BEGINNING + 2 * HOUR).unwrap();
    assert_eq!(
        stage.member_status(chat, bob),
        Some(MemberStatus::Banned { until_date: BEGINNING + 2 * HOUR })
    );
    stage.wait(HOUR);
    assert_eq!(stage.member_status(chat, bob), Some(MemberStatus::Left));
}

#[test]
fn a_ban_for_less_than_half_a_minute_or_more_than_366_days_is_for_ever() {
    for (ahead, until_date) in
        [(29, 0), (30, BEGINNING + 30), (366 * 24 * HOUR, BEGINNING + 366 * 24 * HOUR), (367 * 24 * HOUR, 0)]
    {
        let mut stage = Stage::new();
        let (alice, bob) = (stage.alice, stage.bob);
        let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bob]);
        stage.ban(alice, chat, bob, BEGINNING + ahead).unwrap();
        assert_eq!(stage.member_status(chat, bob), Some(MemberStatus::Banned { until_date }));
    }
}

#[test]
fn a_restriction_outlives_leaving_and_coming_back() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let mut new = NewChat::new(ChatSort::Supergroup, "Public").with([bob]);
    new.username = Some("public_group".into());
    let chat = stage.create_chat(alice, new).unwrap();
    stage.restrict(alice, chat, bob, MUTE, 0).unwrap();
    stage.leave(bob, chat).unwrap();
    assert!(!stage.member_status(chat, bob).unwrap().is_in_chat());
    stage.join(bob, chat).unwrap();
    assert_eq!(stage.send_message(bob, chat, "hi".into()), Err(Refusal::NoRightToSendText));
    stage.restrict(alice, chat, bob, Permissions::ALL, 0).unwrap();
    assert_eq!(stage.member_status(chat, bob), Some(MemberStatus::Member));
}

#[test]
fn only_public_chats_are_joined_and_only_by_those_who_are_not_barred() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let closed = stage.chat_of_alice(ChatSort::Supergroup, &[]);
    assert_eq!(stage.join(bob, closed), Err(Refusal::ChatNotFound));
    let mut new = NewChat::new(ChatSort::Channel, "Public");
    new.username = Some("public_news".into());
    let open = stage.create_chat(alice, new).unwrap();
    assert_eq!(stage.send_message(bob, open, "hi".into()), Err(Refusal::NotMember(ChatSort::Channel)));
    stage.join(bob, open).unwrap();
    assert_eq!(stage.send_message(bob, open, "hi".into()), Err(Refusal::NoRightToPost));
    stage.ban(alice, open, bob, 0).unwrap();
    assert_eq!(stage.join(bob, open), Err(Refusal::Kicked(ChatSort::Channel)));
}

#[test]
fn an_administrator_acts_on_members_but_not_on_administrators() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let carol = stage.another_user("Carol");
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot, bob, carol]);
    for account in [bot, bob] {
        stage.promote(alice, chat, account, AdministratorRights::USUAL).unwrap();
    }
    assert_eq!(stage.ban(bot, chat, bob, 0), Err(Refusal::UserIsAdministrator));
    assert_eq!(stage.ban(bot, chat, alice, 0), Err(Refusal::UserIsAdministrator));
    assert_eq!(stage.ban(bot, chat, carol, 0), Ok(()));
    stage.promote(alice, chat, bob, AdministratorRights::NONE).unwrap();
    assert_eq!(stage.member_status(chat, bob), Some(MemberStatus::Member));
    assert_eq!(stage.ban(bot, chat, bob, 0), Ok(()));
}

#[test]
fn a_title_is_changed_by_those_who_may() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Group, &[bob]);
    stage.set_title(bob, chat, "Ours").unwrap();
    assert_eq!(stage.chat(chat).unwrap().title, "Ours");
    let permissions = Permissions { can_change_info: false, ..Permissions::ALL };
    stage.set_permissions(alice, chat, permissions).unwrap();
    assert_eq!(stage.set_title(bob, chat, "Mine"), Err(Refusal::NoRight("change chat title")));
    stage.set_title(alice, chat, "Mine").unwrap();
}

#[test]
fn what_a_chat_is_about_is_said_by_those_who_may() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let channel = stage.chat_of_alice(ChatSort::Channel, &[bob]);
    assert_eq!(stage.chat(channel).unwrap().about, "");
    stage.set_about(alice, channel, " News ").unwrap();
    let refused = stage.set_about(bob, channel, "Mine");
    assert_eq!(refused, Err(Refusal::NoRight("set chat description")));
    assert_eq!(stage.chat(channel).unwrap().about, "News");
    stage.set_about(alice, channel, "").unwrap();
    assert_eq!(stage.chat(channel).unwrap().about, "");
}

#[test]
fn a_deleted_chat_is_closed_to_all() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let chat = stage.chat_of_alice(ChatSort::Group, &[bot]);
    changes(&mut stage, bot);
    stage.delete_chat(alice, chat).unwrap();
    assert_eq!(changes(&mut stage, bot), [(bot, "member", "left")]);
    assert_eq!(stage.send_message(alice, chat, "hi".into()), Err(Refusal::GroupDeleted));
}

#[test]
fn those_who_manage_topics_write_in_closed_ones() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    let new = NewChat { is_forum: true, ..NewChat::new(ChatSort::Supergroup, "Forum") };
    let forum = stage.create_chat(alice, new.with([bob])).unwrap();
    let topic = stage.create_topic(alice, forum, "News").unwrap();
    let write = |stage: &mut Stage, by| {
        let new = ambigram_sandbox::world::NewMessage { thread: Some(topic), .."hi".into() };
        stage.send_message(by, forum, new).map(|_| ())
    };
    assert_eq!(
        stage.set_topic_closed(bob, forum, topic, true),
        Err(Refusal::NoRight("close or open the topic"))
    );
    stage.set_topic_closed(alice, forum, topic, true).unwrap();
    assert_eq!((write(&mut stage, bob), write(&mut stage, alice)), (Err(Refusal::ThreadClosed), Ok(())));
    stage.set_topic_closed(alice, forum, topic, false).unwrap();
    assert_eq!(write(&mut stage, bob), Ok(()));
}
