//! What bots are shown of groups. <https://core.telegram.org/bots/features#privacy-mode>

use ambigram_core::types::{ChatId, MessageId, UserId};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort};
use ambigram_sandbox::world::{Event, NewMessage};

use crate::stage::Stage;

fn reply(stage: &mut Stage, by: UserId, chat: ChatId, to: MessageId, text: &str) {
    stage.send_message(by, chat, NewMessage { reply_to: Some(to.into()), ..text.into() }).unwrap();
}

/// What the bot hears of what Alice says in a group.
fn hears(sort: ChatSort, says: &[&str]) -> Vec<String> {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let chat = stage.chat_of_alice(sort, &[bot]);
    for text in says {
        stage.say(alice, chat, text);
    }
    stage.heard(bot)
}

#[test]
fn in_privacy_mode_a_bot_hears_what_is_meant_for_it() {
    let cases = [
        ("hello", false),
        ("/start", true),
        ("/start@counting_bot", true),
        ("/start@COUNTING_BOT now", true),
        ("/start@other_bot", false),
        ("well, /start@counting_bot", true),
        ("well, /start", false),
        ("hello @counting_bot!", true),
        ("hello @Counting_Bot", true),
        ("hello @counting_bots", false),
        ("mail counting_bot@example.com", false),
        ("😀 @counting_bot", true),
    ];
    for sort in [ChatSort::Group, ChatSort::Supergroup] {
        for (text, is_heard) in cases {
            let heard = hears(sort, &[text]);
            assert_eq!(!heard.is_empty(), is_heard, "“{text}” in a {}", sort.name());
        }
    }
}

#[test]
fn without_privacy_mode_and_as_administrator_a_bot_hears_all() {
    let changes: [fn(&mut Stage, ChatId); 2] = [
        |stage, _| {
            let bot = stage.bot;
            stage.set_privacy_mode(bot, false).unwrap();
        },
        |stage, chat| {
            let (alice, bot) = (stage.alice, stage.bot);
            stage.promote(alice, chat, bot, AdministratorRights::USUAL).unwrap();
        },
    ];
    for change in changes {
        let mut stage = Stage::new();
        let (bot, alice) = (stage.bot, stage.alice);
        let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot]);
        stage.say(alice, chat, "before");
        change(&mut stage, chat);
        stage.say(alice, chat, "after");
        assert_eq!(stage.heard(bot), ["after"]);
    }
}

#[test]
fn answers_to_the_bot_and_to_what_was_meant_for_it_are_heard() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot, bob]);
    let of_bot = stage.say(bot, chat, "hi").id;
    let to_bot = stage.say(alice, chat, "@counting_bot?").id;
    let to_none = stage.say(alice, chat, "hello").id;
    stage.told(bot);
    reply(&mut stage, bob, chat, of_bot, "to the bot");
    reply(&mut stage, bob, chat, to_bot, "to what was meant for it");
    reply(&mut stage, bob, chat, to_none, "to somebody else");
    assert_eq!(stage.heard(bot), ["to the bot", "to what was meant for it"]);
}

#[test]
fn a_command_to_nobody_goes_to_the_bot_that_wrote_last() {
    let mut stage = Stage::new();
    let (one, alice) = (stage.bot, stage.alice);
    let other = stage.another_bot("other_bot");
    let chat = stage.chat_of_alice(ChatSort::Group, &[one, other]);
    let heard = |stage: &mut Stage| {
        stage.say(alice, chat, "/go");
        (stage.heard(one).len(), stage.heard(other).len())
    };
    assert_eq!(heard(&mut stage), (1, 1), "none has written yet");
    stage.say(other, chat, "hi");
    assert_eq!(heard(&mut stage), (0, 1));
    stage.say(one, chat, "hi");
    assert_eq!(heard(&mut stage), (1, 0));
}

#[test]
fn bots_never_hear_each_other_in_groups() {
    let mut stage = Stage::new();
    let (one, alice) = (stage.bot, stage.alice);
    let other = stage.another_bot("other_bot");
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[one, other]);
    stage.set_privacy_mode(one, false).unwrap();
    stage.promote(alice, chat, one, AdministratorRights::USUAL).unwrap();
    stage.told(one);
    let said = stage.say(other, chat, "/start@counting_bot");
    assert_eq!(stage.told(one), []);
    assert_eq!(stage.message_as_seen_by(one, chat, said.id), None);
    assert!(stage.message_as_seen_by(alice, chat, said.id).is_some());
}

#[test]
fn what_happens_in_the_group_is_told_to_all_bots() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Group, &[bot]);
    stage.told(bot);
    stage.add_member(alice, chat, bob).unwrap();
    stage.leave(bob, chat).unwrap();
    stage.set_title(alice, chat, "Us").unwrap();
    let is_service = |event: &Event| matches!(event, Event::NewMessage(view) if view.message.is_service());
    assert_eq!(stage.told(bot).iter().filter(|event| is_service(event)).count(), 3);
}

#[test]
fn what_was_hidden_stays_hidden_when_it_is_edited_or_deleted() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[bot]);
    stage.told(bot);
    let said = stage.say(alice, chat, "hello");
    stage.edit_text(alice, chat, said.id, "/start".into()).unwrap();
    stage.delete_messages(alice, chat, &[said.id], true).unwrap();
    assert_eq!(stage.told(bot), []);
}

#[test]
fn in_channels_bots_are_shown_every_post_but_their_own() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let channel = stage.chat_of_alice(ChatSort::Channel, &[bot]);
    stage.told(bot);
    stage.say(alice, channel, "news");
    stage.say(bot, channel, "mine");
    assert_eq!(stage.heard(bot), ["news"]);
}
