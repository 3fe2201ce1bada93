//! Reactions to messages: the bot's, and those that it is told of.

use ambigram::prelude::*;
use ambigram::types::{
    MessageReactionCountUpdated, MessageReactionUpdated, ReactionType, Update, UpdateKind,
};
use ambigram_sandbox::play::UserHandle;
use ambigram_sandbox::rules::reactions::{Offered, Reaction};
use ambigram_sandbox::world::NewUser;
use ambigram_tests::{Stage, on_both_wires};

use super::refused;
use crate::stages::{Everywhere, Ruled, act};

/// Some custom emoji's number.
const CUSTOM: i64 = 5_368_324_170_671_202_286;

fn custom() -> ReactionType {
    ReactionType::custom_emoji(CUSTOM.to_string())
}

fn changes(updates: &[Update]) -> Vec<&MessageReactionUpdated> {
    fn change(update: &Update) -> Option<&MessageReactionUpdated> {
        match &update.kind {
            UpdateKind::MessageReaction(change) => Some(change),
            _ => None,
        }
    }
    updates.iter().filter_map(change).collect()
}

fn counts(updates: &[Update]) -> Vec<&MessageReactionCountUpdated> {
    fn count(update: &Update) -> Option<&MessageReactionCountUpdated> {
        match &update.kind {
            UpdateKind::MessageReactionCount(count) => Some(count),
            _ => None,
        }
    }
    updates.iter().filter_map(count).collect()
}

fn react(stage: &Stage, user: &UserHandle, chat: ChatId, message: MessageId, new: Vec<Reaction>) {
    act(stage, |world| world.react(user.id, chat, message, new, false));
}

/// What stands under the last message of a chat, as a user sees it.
fn under_last(stage: &Stage, viewer: UserId, chat: ChatId) -> Vec<(Reaction, bool)> {
    stage.telegram().world().read(|world| {
        let history = world.history(viewer, chat);
        let last = history.last().unwrap();
        world.reactions(last.message.key).iter().map(|put| (put.reaction.clone(), put.is_big)).collect()
    })
}

#[tokio::test]
async fn a_bot_reacts_everywhere_and_takes_its_reaction_away() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, alice, account) = (&everywhere.bot, everywhere.alice.id, everywhere.account.id);
        for place in everywhere.places.iter().filter(|place| place.name != "topic") {
            let chat = if place.name == "private chat" { ChatId::from(account) } else { place.id };
            let message = bot.send_message(place.id, "What do you think?").await.unwrap().id;
            let now = || under_last(stage, alice, chat);
            let thumb = vec![ReactionType::emoji("👍")];
            bot.set_message_reaction(place.id, message).reaction(thumb.clone()).await.unwrap();
            assert_eq!(now(), [(Reaction::emoji("👍"), false)], "{}", place.name);
            // To react in the same way again is no error.
            bot.set_message_reaction(place.id, message).reaction(thumb).await.unwrap();
            let heart = vec![ReactionType::emoji("❤️")];
            bot.set_message_reaction(place.id, message).reaction(heart).is_big().await.unwrap();
            assert_eq!(now(), [(Reaction::emoji("❤"), true)], "{}", place.name);
            bot.set_message_reaction(place.id, message).await.unwrap();
            assert!(now().is_empty(), "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn a_bot_puts_custom_emoji_where_the_chat_offers_them() {
    on_both_wires(async |stage| {
        let ruled = Ruled::supergroup(stage).await;
        let (bot, id) = (&ruled.bot, ruled.id);
        let said = ruled.chat.say("/react");
        let custom = || vec![custom()];
        assert_eq!(
            refused(bot.set_message_reaction(id, said).reaction(custom()).await),
            ErrorKind::InvalidReaction
        );
        let offered = Offered::Only(vec![Reaction::CustomEmoji(CUSTOM)]);
        act(stage, |world| world.set_offered_reactions(ruled.alice.id, id, offered));
        bot.set_message_reaction(id, said).reaction(custom()).await.unwrap();
        assert_eq!(under_last(stage, ruled.alice.id, id), [(Reaction::CustomEmoji(CUSTOM), false)]);
        let thumb = bot.set_message_reaction(id, said).reaction([ReactionType::emoji("👍")]).await;
        assert_eq!(refused(thumb), ErrorKind::InvalidReaction);
    })
    .await;
}

#[tokio::test]
async fn reactions_that_cannot_be_are_refused() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in everywhere.places.iter().filter(|place| place.name != "topic") {
            let message = bot.send_message(place.id, "x").await.unwrap().id;
            let two = vec![ReactionType::emoji("👍"), ReactionType::emoji("❤")];
            for (reaction, expected) in [
                (vec![ReactionType::emoji("🧲")], ErrorKind::InvalidReaction),
                (vec![ReactionType::emoji("")], ErrorKind::InvalidReaction),
                (two, ErrorKind::InvalidReaction),
                (vec![ReactionType::Paid], ErrorKind::InvalidReaction),
            ] {
                let answer = bot.set_message_reaction(place.id, message).reaction(reaction.clone()).await;
                let kind = refused(answer);
                assert!(
                    [expected, ErrorKind::BadRequest].contains(&kind),
                    "{} {reaction:?}: {kind:?}",
                    place.name
                );
            }
            let nowhere = bot.set_message_reaction(place.id, MessageId(99_999));
            let nowhere = nowhere.reaction([ReactionType::emoji("👍")]).await;
            assert_eq!(refused(nowhere), ErrorKind::MessageNotFound, "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn users_reactions_are_told_with_what_was_there_before() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let premium = NewUser { is_premium: true, ..NewUser::named("Paula") };
        let paula = stage.telegram().user_with(premium);
        act(stage, |world| world.add_member(ruled.alice.id, ruled.id, paula.id));
        let said = ruled.chat.say("/react");
        let (thumb, fire) = (Reaction::emoji("👍"), Reaction::emoji("🔥"));
        react(stage, &ruled.alice, ruled.id, said, vec![thumb.clone()]);
        react(stage, &ruled.alice, ruled.id, said, vec![fire.clone()]);
        react(stage, &ruled.alice, ruled.id, said, vec![]);
        react(stage, &paula, ruled.id, said, vec![thumb, fire, Reaction::CustomEmoji(CUSTOM)]);
        let told = ruled.heard().await;
        let emoji = ReactionType::emoji;
        let expected = [
            (ruled.alice.id, vec![], vec![emoji("👍")]),
            (ruled.alice.id, vec![emoji("👍")], vec![emoji("🔥")]),
            (ruled.alice.id, vec![emoji("🔥")], vec![]),
            (paula.id, vec![], vec![emoji("👍"), emoji("🔥"), custom()]),
        ];
        let told: Vec<_> = changes(&told)
            .into_iter()
            .map(|change| {
                assert_eq!((change.message_id, change.chat.id), (said, ruled.id));
                let by = change.user.as_ref().unwrap().id;
                (by, change.old_reaction.clone(), change.new_reaction.clone())
            })
            .collect();
        assert_eq!(told, expected);
    })
    .await;
}

#[tokio::test]
async fn a_reaction_in_a_private_chat_is_told() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let mut listening = crate::stages::Listening::to_all(stage, &account).await;
        let alice = stage.user("Alice");
        let chat = alice.open(&account);
        chat.say("/start");
        listening.take(1).await;
        let sent = bot.send_message(alice.id, "Like it?").await.unwrap();
        let seen = chat.last().id;
        react(stage, &alice, chat.id(), seen, vec![Reaction::emoji("😁")]);
        let told = listening.take(1).await;
        let [change] = changes(&told)[..] else { panic!("{told:?}") };
        assert_eq!((change.message_id, &change.new_reaction), (sent.id, &vec![ReactionType::emoji("😁")]));
    })
    .await;
}

#[tokio::test]
async fn reactions_to_posts_are_counted_without_names() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::channel(stage).await;
        let bob = ruled.member(stage, "Bob");
        let post = ruled.chat.say("news");
        react(stage, &ruled.alice, ruled.id, post, vec![Reaction::emoji("👍")]);
        react(stage, &bob, ruled.id, post, vec![Reaction::emoji("👍")]);
        react(stage, &ruled.alice, ruled.id, post, vec![Reaction::emoji("🔥")]);
        let updates = ruled.heard().await;
        assert!(changes(&updates).is_empty());
        let told: Vec<Vec<_>> = counts(&updates)
            .into_iter()
            .map(|counted| {
                assert_eq!(counted.message_id, post);
                let pairs = counted.reactions.iter().map(|count| (count.kind.clone(), count.total_count));
                pairs.collect()
            })
            .collect();
        let (thumb, fire) = (ReactionType::emoji("👍"), ReactionType::emoji("🔥"));
        assert_eq!(told.first().unwrap(), &[(thumb.clone(), 1)]);
        let last = told.last().unwrap();
        assert!(last.contains(&(thumb, 1)) && last.contains(&(fire, 1)), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn a_bot_takes_others_reactions_away() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id, alice) = (ruled.bot.clone(), ruled.id, ruled.alice.id);
        let (one, two) = (ruled.chat.say("/one"), ruled.chat.say("/two"));
        for message in [one, two] {
            react(stage, &bob, id, message, vec![Reaction::emoji("💩")]);
            react(stage, &ruled.alice, id, message, vec![Reaction::emoji("👍")]);
        }
        ruled.heard().await;
        let left = || {
            stage.telegram().world().read(|world| {
                let history = world.history(alice, id);
                let counts = history.iter().map(|view| world.reactions(view.message.key).len());
                counts.sum::<usize>()
            })
        };
        assert_eq!(left(), 4);
        bot.delete_message_reaction(id, one).of_user(bob.id).await.unwrap();
        assert_eq!(left(), 3);
        bot.delete_all_message_reactions(id).of_user(bob.id).await.unwrap();
        assert_eq!(left(), 2);
        let nowhere = bot.delete_message_reaction(id, MessageId(99_999)).of_user(bob.id).await;
        assert_eq!(refused(nowhere), ErrorKind::MessageNotFound);
    })
    .await;
}
