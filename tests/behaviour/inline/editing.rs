//! Messages that were sent by way of a bot are changed by it, wherever they stand.

use ambigram::prelude::*;
use ambigram::requests::*;
use ambigram::types::InlineMessageId;
use ambigram_sandbox::world::Content;
use ambigram_tests::{Stage, on_both_wires};

use super::{Asking, PDF, PHOTO, THUMBNAIL, VIDEO};

fn keyboard(label: &str) -> InlineKeyboard {
    InlineKeyboard::row([Button::callback(label, "pressed")])
}

/// A message that Alice sent by way of the bot, by its name.
async fn sent(stage: &Stage, asking: &mut Asking, result: impl Into<InlineQueryResult>) -> InlineMessageId {
    let result = result.into();
    let id = serde_json::to_value(&result).unwrap()["id"].as_str().unwrap().to_owned();
    let (query, _) = asking.offer(stage, vec![result]).await;
    asking.choose(query, &id).await.inline_message_id.unwrap()
}

fn text() -> InlineQueryResultArticle {
    InlineQueryResultArticle::new("text", "Tea", "A cup of tea").keyboard(keyboard("Press"))
}

#[tokio::test]
async fn the_text_of_an_inline_message_is_edited() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let name = sent(stage, &mut asking, text()).await;
        let bobs = asking.bob.chat(asking.alice.id.into());
        let edited = asking
            .bot
            .edit_message_text(name.clone(), Html::new("<b>Two</b> cups"))
            .keyboard(keyboard("Again"));
        assert!(edited.await.unwrap().message().is_none(), "nothing is told of a message of others");
        let seen = bobs.last();
        assert_eq!((seen.text.as_str(), seen.is_edited), ("Two cups", true));
        assert_eq!(seen.labels().collect::<Vec<_>>(), ["Again"]);

        asking.bot.edit_message_reply_markup(name.clone()).keyboard(keyboard("Once more")).await.unwrap();
        assert_eq!(bobs.last().labels().collect::<Vec<_>>(), ["Once more"]);
        asking.bot.edit_message_text(name.clone(), "Three cups").await.unwrap();
        assert_eq!((bobs.last().text.as_str(), bobs.last().labels().count()), ("Three cups", 0));
        let same = asking.bot.edit_message_text(name, "Three cups").await.unwrap_err();
        assert_eq!(*same.kind(), ErrorKind::MessageNotModified);
    })
    .await;
}

#[tokio::test]
async fn the_caption_and_the_medium_of_an_inline_message_are_edited() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let photo =
            InlineQueryResultPhoto::new("photo", PHOTO, THUMBNAIL).caption("one").keyboard(keyboard("Press"));
        let name = sent(stage, &mut asking, photo).await;
        let bobs = asking.bob.chat(asking.alice.id.into());
        let edit = asking.bot.edit_message_caption(name.clone()).caption(Html::new("<i>two</i>"));
        edit.show_caption_above_media().keyboard(keyboard("Press")).await.unwrap();
        let seen = asking.seen_by_bob(stage);
        assert_eq!(seen.message.text().unwrap().text, "two");
        assert!(seen.message.content.has_caption_above());

        let clip = InputMediaVideo::new(InputFile::url(VIDEO)).caption("a clip");
        asking
            .bot
            .edit_message_media(name.clone(), InputMedia::from(clip))
            .keyboard(keyboard("Press"))
            .await
            .unwrap();
        assert_eq!(bobs.last().text, "a clip");
        let book = InputMediaDocument::new(InputFile::url(PDF)).caption("a book");
        asking
            .bot
            .edit_message_media(name.clone(), InputMedia::from(book))
            .keyboard(keyboard("Press"))
            .await
            .unwrap();
        assert_eq!((bobs.last().text.as_str(), bobs.last().labels().count()), ("a book", 1));
    })
    .await;
}

#[tokio::test]
async fn a_live_location_in_an_inline_message_moves_and_stops() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let live = InlineQueryResultLocation::new("live", 52.5, 4.75, "On the way").live_period(600u32);
        let name = sent(stage, &mut asking, live.keyboard(keyboard("Press"))).await;
        let place = |asking: &Asking| match &asking.seen_by_bob(stage).message.content {
            Content::Location(location) => *location,
            other => panic!("{other:?}"),
        };
        let began = place(&asking);
        let moves = asking.bot.edit_message_live_location(name.clone(), 53.0, 5.0);
        moves.heading(45u32).proximity_alert_radius(100u32).keyboard(keyboard("Press")).await.unwrap();
        let moved = place(&asking);
        assert_ne!(began.point, moved.point);
        asking.bot.stop_message_live_location(name.clone()).keyboard(keyboard("Over")).await.unwrap();
        let bobs = asking.bob.chat(asking.alice.id.into());
        assert_eq!(bobs.last().labels().collect::<Vec<_>>(), ["Over"]);
        let late = asking.bot.edit_message_live_location(name, 54.0, 6.0).await;
        assert!(late.is_err(), "it moves no more");
        assert_eq!(place(&asking).point, moved.point);
    })
    .await;
}

#[tokio::test]
async fn what_is_written_for_an_inline_message_is_its_text_or_its_caption() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let photo = InlineQueryResultPhoto::new("photo", PHOTO, THUMBNAIL).keyboard(keyboard("Press"));
        let photo = sent(stage, &mut asking, photo).await;
        asking.bot.edit_message_text(photo.clone(), "beside the photo").await.unwrap();
        let seen = asking.seen_by_bob(stage);
        assert_eq!(seen.message.content.caption().unwrap().text, "beside the photo");
        let text = sent(stage, &mut asking, text()).await;
        asking.bot.edit_message_caption(text.clone()).caption("a text").await.unwrap();
        assert_eq!(asking.seen_by_bob(stage).message.text().unwrap().text, "a text");
        assert_eq!(asking.seen_by_bob(stage).message.text().unwrap().text, "a text");
    })
    .await;
}
