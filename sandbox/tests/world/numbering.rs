//! How messages are numbered. <https://core.telegram.org/api/updates#message-related-event-sequences>

use ambigram_core::types::{ChatId, MessageId, UserId};
use ambigram_sandbox::rules::ChatSort;
use ambigram_sandbox::world::{MessageView, World};

use crate::stage::Stage;

/// What each account calls a message; 0 where it does not know it.
fn ids(world: &World, message: &MessageView, accounts: &[UserId]) -> Vec<i32> {
    let id = |account: &UserId| world.view(*account, message.message.key).map_or(0, |view| view.id.0);
    accounts.iter().map(id).collect()
}

#[test]
fn each_account_counts_its_private_chats_and_basic_groups_in_one_row() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let who = [alice, bob, bot];
    let first = stage.say(alice, bot, "one");
    let second = stage.say(bob, bot, "one for Bob, two for the bot");
    let third = stage.say(alice, bob, "two for both");
    assert_eq!(ids(&stage, &first, &who), [1, 0, 1]);
    assert_eq!(ids(&stage, &second, &who), [0, 1, 2]);
    assert_eq!(ids(&stage, &third, &who), [2, 2, 0]);
    // That the group was made is everyone's third.
    let group = stage.chat_of_alice(ChatSort::Group, &[bot, bob]);
    let in_group = stage.say(bob, group, "/start");
    assert_eq!(ids(&stage, &in_group, &who), [4, 4, 4]);
    let unseen = stage.say(bob, group, "not for the bot, which counts on without it");
    let answer = stage.say(alice, bot, "back in private");
    assert_eq!(ids(&stage, &unseen, &who), [5, 5, 0]);
    assert_eq!(ids(&stage, &answer, &who), [6, 0, 5]);
}

#[test]
fn supergroups_and_channels_count_for_themselves() {
    let mut stage = Stage::started();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let who = [alice, bob, bot];
    let supergroup = stage.chat_of_alice(ChatSort::Supergroup, &[bot, bob]);
    let channel = stage.chat_of_alice(ChatSort::Channel, &[bot, bob]);
    // The first three tell that the supergroup was made, and who was added.
    let said = stage.say(bob, supergroup, "/start");
    assert_eq!(ids(&stage, &said, &who), [4, 4, 4]);
    let unseen = stage.say(bob, supergroup, "not for the bot");
    assert_eq!(ids(&stage, &unseen, &who), [5, 5, 0]);
    let said = stage.say(bot, supergroup, "hi");
    assert_eq!(ids(&stage, &said, &who), [6, 6, 6]);
    let post = stage.say(bot, channel, "news");
    assert_eq!(ids(&stage, &post, &who), [2, 2, 2]);
    // Neither moves the row of private chats.
    let private = stage.say(alice, bot, "hi");
    assert_eq!(ids(&stage, &private, &[alice, bot]), [2, 2]);
}

#[test]
fn a_number_is_never_given_again() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let supergroup = stage.chat_of_alice(ChatSort::Supergroup, &[]);
    for chat in [ChatId::from(bot), supergroup] {
        let gone = stage.say(alice, chat, "gone");
        stage.delete_messages(alice, chat, &[gone.id], true).unwrap();
        assert_eq!(stage.message_as_seen_by(alice, chat, gone.id), None);
        let next = stage.say(alice, chat, "next");
        assert_eq!(next.id, MessageId(gone.id.0 + 1));
    }
}

#[test]
fn a_number_means_a_message_in_its_own_chat_only() {
    let mut stage = Stage::started();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let to_bot = stage.say(alice, bot, "hi");
    assert!(stage.message_as_seen_by(alice, bot.into(), to_bot.id).is_some());
    assert_eq!(stage.message_as_seen_by(alice, bob.into(), to_bot.id), None);
    assert_eq!(stage.message_as_seen_by(bob, bot.into(), to_bot.id), None);
}

#[test]
fn a_private_chat_has_the_id_of_the_other() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let said = stage.say(alice, bot, "hi");
    assert_eq!(said.chat, ChatId::from(bot));
    assert_eq!(stage.view(bot, said.message.key).unwrap().chat, ChatId::from(alice));
}

#[test]
fn a_group_that_becomes_a_supergroup_counts_anew_and_names_both_ids() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let group = stage.chat_of_alice(ChatSort::Group, &[bot]);
    stage.told(bot);
    let supergroup = stage.upgrade_to_supergroup(alice, group).unwrap();
    assert!(group.is_group() && supergroup.is_channel());
    let chats: Vec<_> = stage.history(bot, supergroup).iter().map(|view| (view.chat, view.id)).collect();
    assert_eq!(chats, [(supergroup, MessageId(1))]);
    assert_eq!(stage.say(bot, supergroup, "hi").id, MessageId(2));
    assert_eq!(stage.told(bot).len(), 2, "the bot is told in both chats");
}
