//! What the bot itself becomes in chats: `my_chat_member`.

use ambigram::types::{Update, UpdateKind};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, Permissions};
use ambigram_sandbox::world::NewChat;
use ambigram_tests::on_both_wires;

use crate::stages::{Listening, act};

/// What the bot was, and what it is.
fn change(update: &Update) -> (String, String) {
    let UpdateKind::MyChatMember(changed) = &update.kind else { panic!("{update:?}") };
    (changed.old_chat_member.status().to_owned(), changed.new_chat_member.status().to_owned())
}

fn changes(updates: &[Update]) -> Vec<(String, String)> {
    updates.iter().filter(|update| update.name() == "my_chat_member").map(change).collect()
}

fn pairs<const N: usize>(statuses: [&str; N]) -> Vec<(String, String)> {
    statuses.windows(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

#[tokio::test]
async fn a_user_blocks_and_unblocks_the_bot() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        alice.open(&account).say("/start");
        alice.block(&account);
        alice.unblock(&account);
        let updates = listening.take(3).await;
        assert_eq!(changes(&updates), pairs(["member", "kicked", "member"]));
    })
    .await;
}

#[tokio::test]
async fn the_bot_comes_and_goes_in_a_group() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let group = alice.group("Friends", [account.id]);
        act(stage, |world| world.remove_member(alice.id, group.id(), account.id));
        act(stage, |world| world.add_member(alice.id, group.id(), account.id));
        group.say("/end@test_bot");
        let updates = listening.until("/end@test_bot").await;
        assert_eq!(changes(&updates), pairs(["left", "member", "left", "member"]));
    })
    .await;
}

#[tokio::test]
async fn the_bot_becomes_everything_in_a_supergroup() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let group = alice.supergroup("Friends", [account.id]);
        let (id, bot) = (group.id(), account.id);
        let pins = AdministratorRights { can_pin_messages: true, ..AdministratorRights::NONE };
        let mute = Permissions { can_send_messages: false, can_send_photos: false, ..Permissions::ALL };
        act(stage, |world| world.promote(alice.id, id, bot, AdministratorRights::USUAL));
        act(stage, |world| world.promote(alice.id, id, bot, pins));
        act(stage, |world| world.promote(alice.id, id, bot, AdministratorRights::NONE));
        act(stage, |world| world.restrict(alice.id, id, bot, mute, 1_800_086_400));
        act(stage, |world| world.restrict(alice.id, id, bot, Permissions::NONE, 0));
        act(stage, |world| world.restrict(alice.id, id, bot, Permissions::ALL, 0));
        act(stage, |world| world.ban(alice.id, id, bot, 1_800_086_400));
        act(stage, |world| world.unban(alice.id, id, bot));
        act(stage, |world| world.promote(alice.id, id, bot, AdministratorRights::USUAL));
        act(stage, |world| world.ban(alice.id, id, bot, 0));
        act(stage, |world| world.add_member(alice.id, id, bot));
        group.say("/end@test_bot");
        let updates = listening.until("/end@test_bot").await;
        let expected = [
            "left",
            "member",
            "administrator",
            "administrator",
            "member",
            "restricted",
            "restricted",
            "member",
            "kicked",
            "left",
            "administrator",
            "kicked",
            "member",
        ];
        assert_eq!(changes(&updates), pairs(expected));
    })
    .await;
}

#[tokio::test]
async fn the_bot_comes_and_goes_in_a_channel() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let channel = alice.create(NewChat {
            username: Some("some_channel".to_owned()),
            ..NewChat::new(ChatSort::Channel, "Channel")
        });
        let (id, bot) = (channel.id(), account.id);
        let posts = AdministratorRights { can_post_messages: true, ..AdministratorRights::NONE };
        act(stage, |world| world.promote(alice.id, id, bot, AdministratorRights::USUAL));
        act(stage, |world| world.promote(alice.id, id, bot, posts));
        act(stage, |world| world.ban(alice.id, id, bot, 0));
        act(stage, |world| world.promote(alice.id, id, bot, posts));
        channel.say("end");
        let updates = listening.until("end").await;
        let expected = ["left", "administrator", "administrator", "kicked", "administrator"];
        assert_eq!(changes(&updates), pairs(expected));
    })
    .await;
}

#[tokio::test]
async fn who_is_thrown_out_of_a_deleted_group_is_told() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        for (sort, was) in [
            (ChatSort::Group, "member"),
            (ChatSort::Supergroup, "member"),
            (ChatSort::Channel, "administrator"),
        ] {
            let chat = alice.create(NewChat::new(sort, "Short-lived").with([account.id]));
            act(stage, |world| world.delete_chat(alice.id, chat.id()));
            let updates = listening.take(if was == "member" { 3 } else { 2 }).await;
            assert_eq!(changes(&updates), pairs(["left", was, "left"]));
        }
    })
    .await;
}
