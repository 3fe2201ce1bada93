//! Boosts of chats.

use ambigram::prelude::*;
use ambigram::types::{ChatBoostSource, UpdateKind};
use ambigram_sandbox::world::{BoostSource, NewUser};
use ambigram_tests::on_both_wires;

use super::{message, refused};
use crate::stages::{Everywhere, Ruled, act};

#[tokio::test]
async fn who_boosts_a_group_is_told_and_listed() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let paula = stage.telegram().user_with(NewUser { is_premium: true, ..NewUser::named("Paula") });
        let (by, id) = (ruled.alice.id, ruled.id);
        act(stage, |world| world.add_member(by, id, paula.id));
        let given = act(stage, |world| world.boost(paula.id, id, 2));
        let updates = ruled.heard().await;
        let MessageKind::BoostAdded(added) = &message(&updates, "boost_added").kind else { panic!() };
        assert_eq!(added.boost_count, 2);
        let told: Vec<_> = updates
            .iter()
            .filter_map(|update| match &update.kind {
                UpdateKind::ChatBoost(boosted) => Some(&boosted.boost),
                _ => None,
            })
            .collect();
        let ids: Vec<_> = told.iter().map(|boost| boost.boost_id.to_string()).collect();
        assert_eq!(ids, [given[0].id.clone(), given[1].id.clone()]);
        assert_eq!(told[0].source.user().unwrap().id, paula.id);
        assert_eq!(told[0].expiration_date - told[0].add_date, 30 * 86_400);
        let listed = ruled.bot.get_user_chat_boosts(id, paula.id).await.unwrap();
        assert_eq!(listed.boosts.iter().collect::<Vec<_>>(), told);
        assert!(ruled.bot.get_user_chat_boosts(id, by).await.unwrap().boosts.is_empty());
    })
    .await;
}

#[tokio::test]
async fn boosts_of_a_channel_from_every_source_come_and_go() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::channel(stage).await;
        let bob = ruled.member(stage, "Bob").id;
        ruled.heard().await;
        let giveaway =
            |winner, stars, is_unclaimed| BoostSource::Giveaway { message: 7, winner, stars, is_unclaimed };
        let sources = [
            BoostSource::Premium(bob),
            BoostSource::GiftCode(bob),
            giveaway(Some(bob), None, false),
            giveaway(None, Some(500), false),
            giveaway(None, None, true),
        ];
        let ids: Vec<_> = sources
            .into_iter()
            .map(|source| act(stage, |world| world.give_boost(ruled.id, source)).id)
            .collect();
        for id in &ids {
            act(stage, |world| world.remove_boost(ruled.id, id));
        }
        let updates = ruled.heard().await;
        let shape = |source: &ChatBoostSource| match source {
            ChatBoostSource::Premium(source) => format!("premium {}", source.user.first_name),
            ChatBoostSource::GiftCode(source) => format!("gift code {}", source.user.first_name),
            ChatBoostSource::Giveaway(source) => format!(
                "giveaway {:?} {:?} {}",
                source.user.as_ref().map(|user| user.first_name.to_string()),
                source.prize_star_count,
                source.is_unclaimed
            ),
            other => panic!("{other:?}"),
        };
        let (mut added, mut removed) = (Vec::new(), Vec::new());
        for update in &updates {
            match &update.kind {
                UpdateKind::ChatBoost(boosted) => added.push(shape(&boosted.boost.source)),
                UpdateKind::RemovedChatBoost(boosted) => {
                    assert!(ids.contains(&boosted.boost_id.to_string()));
                    removed.push(shape(&boosted.source));
                }
                _ => {}
            }
        }
        let expected = [
            "premium Bob",
            "gift code Bob",
            "giveaway Some(\"Bob\") None false",
            "giveaway None Some(500) false",
            "giveaway None None true",
        ];
        assert_eq!(added, expected);
        assert_eq!(removed, expected);
    })
    .await;
}

#[tokio::test]
async fn boosts_are_told_to_administrators_only() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, alice) = (&everywhere.bot, everywhere.alice.id);
        let refused =
            async |name: &str| refused(bot.get_user_chat_boosts(everywhere.place(name).id, alice).await);
        assert_eq!(refused("supergroup").await, ErrorKind::NotEnoughRights);
        assert_eq!(refused("group").await, ErrorKind::NotEnoughRights);
        assert_eq!(refused("private chat").await, ErrorKind::BadRequest);
        let listed = bot.get_user_chat_boosts(everywhere.place("channel").id, alice).await.unwrap();
        assert!(listed.boosts.is_empty());
    })
    .await;
}
