//! Users who ask to be let in.

use ambigram::prelude::*;
use ambigram::types::{ChatJoinRequest, Update, UpdateKind};
use ambigram_sandbox::play::UserHandle;
use ambigram_sandbox::rules::{ChatRefusal, ChatSort};
use ambigram_sandbox::world::NewChat;
use ambigram_tests::{Stage, on_both_wires};

use super::{member_updates, refused};
use crate::stages::{Ruled, act};

fn ask(stage: &Stage, user: &UserHandle, link: &str) {
    let asked = stage.telegram().world().write(|world| world.join_by_link(user.id, link));
    assert_eq!(asked, Err(ChatRefusal::RequestSent.into()));
}

fn requests(updates: &[Update]) -> Vec<&ChatJoinRequest> {
    fn request(update: &Update) -> Option<&ChatJoinRequest> {
        match &update.kind {
            UpdateKind::ChatJoinRequest(request) => Some(request),
            _ => None,
        }
    }
    updates.iter().filter_map(request).collect()
}

#[tokio::test]
async fn who_asks_by_a_link_is_let_in_or_turned_away() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        let link = bot.create_chat_invite_link(id).name("Door").creates_join_request().await.unwrap();
        let (bob, carol) = (stage.user("Bob"), stage.user("Carol"));
        ask(stage, &bob, &link.invite_link);
        ask(stage, &carol, &link.invite_link);
        let told = ruled.heard().await;
        let asked = requests(&told);
        let names: Vec<_> = asked.iter().map(|request| request.from.first_name.as_str()).collect();
        assert_eq!(names, ["Bob", "Carol"]);
        assert_eq!((asked[0].chat.id, asked[0].user_chat_id), (id, bob.id.into()));
        assert_eq!(asked[0].invite_link.as_ref().unwrap().invite_link, link.invite_link);
        // Whom it may let in, the bot may write to.
        bot.send_message(bob.id, "Why do you want to come in?").await.unwrap();

        bot.approve_chat_join_request(id, bob.id).await.unwrap();
        bot.decline_chat_join_request(id, carol.id).await.unwrap();
        assert!(bot.get_chat_member(id, bob.id).await.unwrap().is_present());
        assert!(!bot.get_chat_member(id, carol.id).await.unwrap().is_present());
        let told = ruled.heard().await;
        let [came] = member_updates(&told)[..] else { panic!("{told:?}") };
        assert_eq!((came.new_chat_member.user().unwrap().id, came.from.id), (bob.id, ruled.account.id));
        assert_eq!(came.invite_link.as_ref().unwrap().invite_link, link.invite_link);
        for user in [bob.id, carol.id] {
            let again = bot.approve_chat_join_request(id, user).await;
            assert_eq!(refused(again), ErrorKind::JoinRequestNotFound);
        }
    })
    .await;
}

#[tokio::test]
async fn who_asks_without_a_link_comes_via_the_request() {
    on_both_wires(async |stage| {
        let new = NewChat {
            username: Some("asks_first".to_owned()),
            ..NewChat::new(ChatSort::Supergroup, "Supergroup")
        };
        let mut ruled = Ruled::new(stage, new).await;
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        act(stage, |world| world.set_join_by_request(ruled.alice.id, id, true));
        let bob = stage.user("Bob");
        let asked = stage.telegram().world().write(|world| world.join(bob.id, id));
        assert_eq!(asked, Err(ChatRefusal::RequestSent.into()));
        let told = ruled.heard().await;
        assert!(requests(&told)[0].invite_link.is_none());
        bot.approve_chat_join_request(id, bob.id).await.unwrap();
        let told = ruled.heard().await;
        let change = member_updates(&told)[0];
        assert!(change.via_join_request && change.invite_link.is_none() && change.has_joined());
    })
    .await;
}

#[tokio::test]
async fn who_asks_to_read_a_channel_is_let_in() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::channel(stage).await;
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        let link = bot.create_chat_invite_link(id).creates_join_request().await.unwrap();
        let bob = stage.user("Bob");
        ask(stage, &bob, &link.invite_link);
        assert_eq!(requests(&ruled.heard().await).len(), 1);
        bot.approve_chat_join_request(id, bob.id).await.unwrap();
        assert!(member_updates(&ruled.heard().await)[0].has_joined());
        assert_eq!(bot.get_chat_member_count(id).await.unwrap(), 3);
        assert!(bob.chat(id).messages().iter().any(|message| message.text == "/end@test_bot"));
    })
    .await;
}

#[tokio::test]
async fn a_request_that_an_administrator_answers_is_gone() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        let link = bot.create_chat_invite_link(id).creates_join_request().await.unwrap();
        let bob = stage.user("Bob");
        ask(stage, &bob, &link.invite_link);
        act(stage, |world| world.answer_join_request(ruled.alice.id, id, bob.id, true));
        let told = ruled.heard().await;
        assert_eq!(member_updates(&told)[0].from.id, ruled.alice.id);
        assert_eq!(refused(bot.decline_chat_join_request(id, bob.id).await), ErrorKind::JoinRequestNotFound);
    })
    .await;
}
