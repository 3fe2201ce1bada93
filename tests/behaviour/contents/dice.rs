//! Dice.

use ambigram::prelude::*;
use ambigram_sandbox::world::NewContent;
use ambigram_tests::on_both_wires;

use super::{Meeting, kind, say};

/// Each emoji that falls by chance, and its highest value.
const DICE: [(&str, u32); 6] = [("🎲", 6), ("🎯", 6), ("🏀", 5), ("⚽", 5), ("🎳", 6), ("🎰", 64)];

#[tokio::test]
async fn each_emoji_falls_as_it_can() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        for (emoji, most) in DICE {
            for _ in 0..5 {
                let sent = bot.send_dice(chat).emoji(emoji).await.unwrap();
                let MessageKind::Dice(dice) = &sent.kind else { panic!("{sent:?}") };
                assert_eq!(dice.emoji.as_str(), emoji);
                assert!((1..=most).contains(&dice.value), "{dice:?}");
            }
        }
        let sent = bot.send_dice(chat).await.unwrap();
        let MessageKind::Dice(dice) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!(dice.emoji.as_str(), "🎲");
    })
    .await;
}

#[tokio::test]
async fn what_a_user_throws_is_told() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        for (emoji, most) in DICE {
            say(stage, meeting.alice.id, &meeting.chat, NewContent::Dice(emoji.to_owned()));
            let message = meeting.message().await;
            let MessageKind::Dice(dice) = &message.kind else { panic!("{message:?}") };
            assert!(dice.emoji.as_str() == emoji && (1..=most).contains(&dice.value), "{dice:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_else_is_thrown() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        for emoji in ["🙂", "dice", "🎲🎲"] {
            let refused = meeting.bot.send_dice(meeting.id()).emoji(emoji).await;
            assert_eq!(kind(refused), ErrorKind::BadRequest, "{emoji}");
        }
    })
    .await;
}
