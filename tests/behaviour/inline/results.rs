//! Each kind of result is shown, chosen and sent.

use ambigram::prelude::*;
use ambigram::requests::*;
use ambigram::types::LinkPreviewOptions;
use ambigram_sandbox::world::files::DocumentKind;
use ambigram_sandbox::world::{Content, MessageView};
use ambigram_tests::files::{music, picture, video, voice};
use ambigram_tests::{Stage, on_both_wires};

use super::{Asking, GIF, MUSIC, PDF, PHOTO, THUMBNAIL, VIDEO, VOICE};
use crate::stages::act;

/// What a message is, as its reader sees it.
fn sort(view: &MessageView) -> String {
    match &view.message.content {
        Content::Media(media) => {
            let file = format!("{:?}", media.sent.file);
            let file = file.split(['(', ' ']).next().unwrap_or_default().to_owned();
            format!("{file}: {}", media.caption.text)
        }
        Content::Text(text) => format!("Text: {}", text.text),
        other => format!("{other:?}").split(['(', ' ']).next().unwrap_or_default().to_owned(),
    }
}

fn keyboard() -> InlineKeyboard {
    InlineKeyboard::row([Button::callback("Press", "pressed")])
}

fn caption() -> Html {
    Html::new("a <b>caption</b>")
}

/// Results that the web has, and data, with what is sent of each.
fn on_the_web() -> Vec<(InlineQueryResult, &'static str)> {
    vec![
        (
            InlineQueryResultArticle::new("article", "Tea", Html::new("A <i>cup</i> of tea"))
                .url("https://example.com/tea")
                .description("Green")
                .thumbnail_url(THUMBNAIL)
                .thumbnail_width(90u32)
                .thumbnail_height(60u32)
                .into(),
            "Text: A cup of tea",
        ),
        (
            InlineQueryResultPhoto::new("photo", PHOTO, THUMBNAIL)
                .photo_width(320u32)
                .photo_height(200u32)
                .title("A photo")
                .description("of tea")
                .caption(caption())
                .show_caption_above_media()
                .into(),
            "Photo: a caption",
        ),
        (
            InlineQueryResultGif::new("gif", GIF, THUMBNAIL)
                .gif_width(64u32)
                .gif_height(48u32)
                .gif_duration(2u32)
                .title("A cat")
                .caption(caption())
                .into(),
            "Document: a caption",
        ),
        (
            InlineQueryResultMpeg4Gif::new("mpeg4_gif", VIDEO, THUMBNAIL)
                .mpeg4_width(64u32)
                .mpeg4_height(48u32)
                .mpeg4_duration(2u32)
                .thumbnail_mime_type("image/jpeg")
                .caption(caption())
                .into(),
            "Document: a caption",
        ),
        (
            InlineQueryResultVideo::new("video", VIDEO, "video/mp4", THUMBNAIL, "A cat")
                .video_width(64u32)
                .video_height(48u32)
                .video_duration(2u32)
                .description("moving")
                .caption(caption())
                .into(),
            "Document: a caption",
        ),
        (
            InlineQueryResultVideo::new(
                "page",
                "https://example.com/watch",
                "text/html",
                THUMBNAIL,
                "A page",
            )
            .content("Watch this")
            .into(),
            "Text: Watch this",
        ),
        (
            InlineQueryResultAudio::new("audio", MUSIC, "A song")
                .performer("Somebody")
                .audio_duration(9u32)
                .caption(caption())
                .into(),
            "Document: a caption",
        ),
        (
            InlineQueryResultVoice::new("voice", VOICE, "Words")
                .voice_duration(4u32)
                .caption(caption())
                .into(),
            "Document: a caption",
        ),
        (
            InlineQueryResultDocument::new("document", "A book", PDF, "application/pdf")
                .description("to read")
                .caption(caption())
                .thumbnail_url(THUMBNAIL)
                .thumbnail_width(90u32)
                .thumbnail_height(60u32)
                .into(),
            "Document: a caption",
        ),
        (
            InlineQueryResultLocation::new("location", 52.5, 4.75, "Here")
                .horizontal_accuracy(12.0)
                .thumbnail_url(THUMBNAIL)
                .into(),
            "Location",
        ),
        (
            InlineQueryResultLocation::new("live", 52.5, 4.75, "On the way")
                .live_period(600u32)
                .heading(90u32)
                .proximity_alert_radius(50u32)
                .into(),
            "Location",
        ),
        (
            InlineQueryResultVenue::new("venue", 52.5, 4.75, "Café", "Main Street 1")
                .foursquare_id("4b")
                .foursquare_type("food/cafe")
                .into(),
            "Venue",
        ),
        (
            InlineQueryResultVenue::new("google", 52.5, 4.75, "Café", "Main Street 1")
                .google_place_id("ChIJ")
                .google_place_type("cafe")
                .into(),
            "Venue",
        ),
        (
            InlineQueryResultContact::new("contact", "+15550001", "Carol")
                .last_name("C.")
                .vcard("BEGIN:VCARD\nEND:VCARD")
                .thumbnail_url(THUMBNAIL)
                .into(),
            "Contact",
        ),
    ]
}

/// Offers one result after the other, with and without buttons; Alice chooses each.
async fn are_chosen(stage: &Stage, asking: &mut Asking, results: Vec<(InlineQueryResult, &'static str)>) {
    let ids: Vec<(String, &str)> = results
        .iter()
        .map(|(result, sent)| {
            (serde_json::to_value(result).unwrap()["id"].as_str().unwrap().to_owned(), *sent)
        })
        .collect();
    let results: Vec<_> = results.into_iter().map(|(result, _)| result).collect();
    let (query, offered) = asking.offer(stage, results).await;
    let shown: Vec<_> = offered.results.iter().map(|result| result.id.clone()).collect();
    assert_eq!(shown, ids.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
    for (id, sent) in ids {
        let chosen = asking.choose(query, &id).await;
        assert_eq!(
            (&*chosen.result_id, chosen.query.as_str(), chosen.from.id),
            (&*id, "tea", asking.alice.id)
        );
        let seen = asking.seen_by_bob(stage);
        assert_eq!(sort(&seen), sent, "{id}");
        assert_eq!(seen.message.via_bot, Some(asking.account.id), "{id}");
        assert_eq!(chosen.inline_message_id.is_some(), seen.message.keyboard.is_some(), "{id}");
    }
}

#[tokio::test]
async fn each_kind_of_result_from_the_web_is_sent() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        are_chosen(stage, &mut asking, on_the_web()).await;
    })
    .await;
}

/// The id of a file that Alice sends the bot.
async fn file(asking: &mut Asking) -> FileId {
    let update = asking.listening.take(1).await.remove(0);
    match &update.message().unwrap().kind {
        MessageKind::Photo(photo) => photo.largest().unwrap().file_id.clone(),
        MessageKind::Video(video) => video.file_id.clone(),
        MessageKind::Document(document) => document.file_id.clone(),
        MessageKind::Audio(audio) => audio.file_id.clone(),
        MessageKind::Voice(voice) => voice.file_id.clone(),
        MessageKind::Animation(animation) => animation.file_id.clone(),
        MessageKind::Sticker(sticker) => sticker.file_id.clone(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn each_kind_of_result_that_telegram_has_is_sent() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let own = asking.alice.open(&asking.account);
        own.send_photo(picture(320, 200), "").unwrap();
        let photo = file(&mut asking).await;
        let mut files = Vec::new();
        for (name, bytes, kind) in [
            ("cat.mp4", video(2000), DocumentKind::Animation),
            ("s.webp", b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), DocumentKind::Sticker),
            ("notes.txt", b"buy milk".to_vec(), DocumentKind::General),
            ("clip.mp4", video(2500), DocumentKind::Video),
            ("words.ogg", voice(2000), DocumentKind::Voice),
            ("song.mp3", music(2000), DocumentKind::Audio),
        ] {
            own.send_file(name, bytes, kind, "").unwrap();
            files.push(file(&mut asking).await);
        }
        let [gif, sticker, document, clip, words, song] = files.as_slice() else { panic!("{files:?}") };
        let results: Vec<(InlineQueryResult, &'static str)> = vec![
            (
                InlineQueryResultCachedPhoto::new("photo", photo)
                    .title("A photo")
                    .description("of tea")
                    .caption(caption())
                    .keyboard(keyboard())
                    .into(),
                "Photo: a caption",
            ),
            (
                InlineQueryResultCachedGif::new("gif", gif.clone()).title("A cat").caption(caption()).into(),
                "Document: a caption",
            ),
            (
                InlineQueryResultCachedMpeg4Gif::new("mpeg4_gif", gif.clone()).caption(caption()).into(),
                "Document: a caption",
            ),
            (
                InlineQueryResultCachedSticker::new("sticker", sticker.clone()).keyboard(keyboard()).into(),
                "Document: ",
            ),
            (
                InlineQueryResultCachedDocument::new("document", "Notes", document.clone())
                    .description("to read")
                    .caption(caption())
                    .into(),
                "Document: a caption",
            ),
            (
                InlineQueryResultCachedVideo::new("video", clip.clone(), "A clip")
                    .description("d")
                    .caption(caption())
                    .into(),
                "Document: a caption",
            ),
            (
                InlineQueryResultCachedVoice::new("voice", words.clone(), "Words").caption(caption()).into(),
                "Document: a caption",
            ),
            (
                InlineQueryResultCachedAudio::new("audio", song.clone()).caption(caption()).into(),
                "Document: a caption",
            ),
            (
                InlineQueryResultCachedAudio::new("instead", song.clone()).content("No song").into(),
                "Text: No song",
            ),
        ];
        are_chosen(stage, &mut asking, results).await;
    })
    .await;
}

#[tokio::test]
async fn each_content_can_stand_in_the_place_of_a_result() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let preview =
            LinkPreviewOptions { prefer_large_media: true, show_above_text: true, ..Default::default() };
        let text = InputTextMessageContent::new("See https://example.com/a").link_preview(preview);
        let quiet = InputTextMessageContent::new("See https://example.com/a")
            .link_preview(LinkPreviewOptions::disabled());
        let live = InputLocationMessageContent::new(52.5, 4.75)
            .live_period(600u32)
            .heading(90u32)
            .proximity_alert_radius(50u32);
        let venue = InputVenueMessageContent::new(52.5, 4.75, "Café", "Main Street 1")
            .google_place_id("ChIJ")
            .google_place_type("cafe");
        let contact = InputContactMessageContent::new("+15550001", "Carol")
            .last_name("C.")
            .vcard("BEGIN:VCARD\nEND:VCARD");
        let prices = vec![LabeledPrice::new("Tea", 5)];
        let invoice =
            InputInvoiceMessageContent::new("Tea", "A cup of tea", "tea-1", "XTR", prices).photo_url(PHOTO);
        let contents: Vec<(&str, InputMessageContent, &'static str)> = vec![
            ("text", text.into(), "Text: See https://example.com/a"),
            ("quiet", quiet.into(), "Text: See https://example.com/a"),
            (
                "formatted",
                Html::new("<b>bold</b> and <a href=\"https://example.com/\">a link</a>").into(),
                "Text: bold and a link",
            ),
            (
                "location",
                InputLocationMessageContent::new(52.5, 4.75).horizontal_accuracy(12.0).into(),
                "Location",
            ),
            ("live", live.into(), "Location"),
            ("venue", venue.into(), "Venue"),
            ("contact", contact.into(), "Contact"),
            ("invoice", invoice.into(), "Invoice"),
        ];
        let results = contents.into_iter().map(|(id, content, sent)| {
            let result = InlineQueryResultArticle::new(id, "Tea", content);
            (result.into(), sent)
        });
        are_chosen(stage, &mut asking, results.collect()).await;
    })
    .await;
}

#[tokio::test]
async fn a_game_is_offered() {
    on_both_wires(async |stage| {
        let mut asking = Asking::new(stage).await;
        let own = asking.alice.open(&asking.account);
        own.send_photo(picture(320, 200), "").unwrap();
        asking.listening.take(1).await;
        let photo = own.messages().pop().unwrap();
        let Content::Media(media) = photo.content else { panic!("{photo:?}") };
        let ambigram_sandbox::world::files::File::Photo(photo) = media.sent.file else { panic!("no photo") };
        let bot = asking.account.id;
        act(stage, |world| world.create_game(bot, "chess", ("Chess", "For two"), photo, None));
        let game =
            InlineQueryResultGame::new("game", "chess").keyboard(InlineKeyboard::row([Button::game("Play")]));
        are_chosen(stage, &mut asking, vec![(game.into(), "Game")]).await;
        let bobs = asking.bob.chat(asking.alice.id.into());
        assert_eq!(bobs.last().labels().collect::<Vec<_>>(), ["Play"]);
    })
    .await;
}
