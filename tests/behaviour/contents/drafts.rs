//! Messages that are still being written, and what bots appear to do.

use ambigram::prelude::*;
use ambigram::types::ChatAction;
use ambigram_sandbox::play::Happening;
use ambigram_sandbox::world::{Draft, Event, Queue, World};
use ambigram_tests::on_both_wires;

use super::{Meeting, kind};
use crate::stages::Everywhere;

/// What a bot may appear to do.
const ACTIONS: [ChatAction; 11] = [
    ChatAction::Typing,
    ChatAction::UploadPhoto,
    ChatAction::RecordVideo,
    ChatAction::UploadVideo,
    ChatAction::RecordVoice,
    ChatAction::UploadVoice,
    ChatAction::UploadDocument,
    ChatAction::ChooseSticker,
    ChatAction::FindLocation,
    ChatAction::RecordVideoNote,
    ChatAction::UploadVideoNote,
];

#[tokio::test]
async fn a_draft_grows_before_its_readers_eyes() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, alice) = (&meeting.bot, meeting.alice.id);
        bot.send_message_draft(alice, 7).await.unwrap();
        bot.send_message_draft(alice, 7).text("It was").await.unwrap();
        bot.send_message_draft(alice, 7).text(Html::new("It was a <b>dark</b> night")).await.unwrap();
        let drafts: Vec<Draft> = stage.telegram().world().read(|world: &World| {
            let events = world.queue(alice).into_iter().flat_map(|queue: &Queue| queue.since(0));
            let draft = |event: &Event| match event {
                Event::Draft { draft, .. } => Some(draft.clone()),
                _ => None,
            };
            events.filter_map(|entry| draft(&entry.event)).collect()
        });
        let texts: Vec<_> = drafts.iter().map(|draft| (draft.id, draft.text.text.as_str())).collect();
        assert_eq!(texts, [(7, ""), (7, "It was"), (7, "It was a dark night")]);
        assert_eq!(drafts[2].text.entities.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_no_draft_can_be_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let alice = meeting.alice.id;
        let none = meeting.bot.send_message_draft(alice, 0).text("x").await;
        assert_eq!(kind(none), ErrorKind::BadRequest);
        let long = meeting.bot.send_message_draft(alice, 1).text("x".repeat(4097)).await;
        assert_eq!(kind(long), ErrorKind::MessageTooLong);
        let broken = meeting.bot.send_message_draft(alice, 1).text(Html::new("<b>x")).await;
        assert_eq!(kind(broken), ErrorKind::InvalidEntities);
        let stranger = stage.user("Stranger");
        let refused = meeting.bot.send_message_draft(stranger.id, 1).text("x").await;
        assert_eq!(kind(refused), ErrorKind::ChatNotFound);
    })
    .await;
}

#[tokio::test]
async fn each_chat_action_is_seen_as_it_is() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let mut events = meeting.chat.events();
        for action in ACTIONS {
            meeting.bot.send_chat_action(meeting.id(), action).await.unwrap();
            assert_eq!(events.try_next(), Some(Happening::Acting(action)));
        }
    })
    .await;
}

#[tokio::test]
async fn a_chat_action_is_seen_in_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let Everywhere { bot, places, .. } = Everywhere::new(stage).await;
        for place in &places {
            let mut events = place.chat.events();
            let call = bot.send_chat_action(place.id, ChatAction::FindLocation);
            match place.thread {
                Some(thread) => call.thread(thread).await.unwrap(),
                None => call.await.unwrap(),
            }
            let seen = (!place.is_channel()).then_some(Happening::Acting(ChatAction::FindLocation));
            assert_eq!(events.try_next(), seen, "{}", place.name);
        }
        assert_eq!(
            kind(bot.send_chat_action(ChatId(999), ChatAction::Typing).await),
            ErrorKind::ChatNotFound
        );
    })
    .await;
}
