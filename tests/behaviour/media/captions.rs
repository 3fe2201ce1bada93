//! What is written beside files: formatted, above, too long, changed.

use ambigram::requests::InputText;
use ambigram_sandbox::world::Content;
use ambigram_tests::on_both_wires;

use super::*;

/// Sends a file with something written beside it.
async fn send_with(
    bot: &Bot,
    chat: ChatId,
    kind: Kind,
    text: impl Into<InputText>,
) -> Result<Message, Error> {
    let (file, text) = (kind.upload(), text.into());
    match kind {
        Kind::Photo => bot.send_photo(chat, file).caption(text).await,
        Kind::Video => bot.send_video(chat, file).caption(text).await,
        Kind::Audio => bot.send_audio(chat, file).caption(text).await,
        Kind::Document => bot.send_document(chat, file).caption(text).await,
        Kind::Voice => bot.send_voice(chat, file).caption(text).await,
        Kind::Animation => bot.send_animation(chat, file).caption(text).await,
        Kind::VideoNote | Kind::Sticker => panic!("{kind:?}"),
    }
}

#[tokio::test]
async fn a_caption_is_formatted_as_a_text_is() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        for kind in Kind::CAPTIONED {
            let html = "😀 <b>one <i>two</i></b> <a href=\"https://example.com/\">three</a> #four";
            let sent = send_with(&bot, chat, kind, Html::new(html)).await.unwrap();
            let caption = sent.caption.unwrap();
            assert_eq!(caption.text, "😀 one two three #four");
            // Where two overlap, they are told in pieces.
            assert_eq!(caption.entities.len(), 5, "{kind:?}: {caption:?}");
            assert_eq!((seen.last().text, seen.last().entities), (caption.text, caption.entities));
            let markdown = MarkdownV2::new("*bold* ||hidden||");
            let sent = send_with(&bot, chat, kind, markdown).await.unwrap();
            assert_eq!(sent.caption.unwrap().entities.len(), 2, "{kind:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_caption_ends_where_telegram_says() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        for kind in Kind::CAPTIONED {
            let longest = "ä".repeat(1024);
            let sent = send_with(&bot, chat, kind, longest.as_str()).await.unwrap();
            assert_eq!(caption(&sent), longest, "{kind:?}");
            let error = send_with(&bot, chat, kind, format!("{longest}!")).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::MessageTooLong, "{kind:?}: {error}");
            let error = bot.edit_message_caption((chat, sent.id)).caption(format!("{longest}!")).await;
            assert_eq!(*error.unwrap_err().kind(), ErrorKind::MessageTooLong, "{kind:?}");
            assert_eq!(seen.last().text, longest);
        }
        // Spaces at its ends are not counted, and not kept.
        let padded = format!("  {}  ", "x".repeat(1024));
        let sent = send_with(&bot, chat, Kind::Photo, padded).await.unwrap();
        assert_eq!(caption(&sent).len(), 1024);
        let blank = send_with(&bot, chat, Kind::Photo, " \n ").await.unwrap();
        assert_eq!(blank.caption, None);
    })
    .await;
}

#[tokio::test]
async fn a_caption_stands_above_where_the_file_is_seen() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let above = |seen: &Conversation| match seen.last().content {
            Content::Media(media) => media.caption_above,
            other => panic!("{other:?}"),
        };
        let photo = bot.send_photo(chat, Kind::Photo.upload()).caption("up").show_caption_above_media();
        let photo = photo.await.unwrap();
        assert!(photo.show_caption_above_media && above(&seen));
        let video = bot.send_video(chat, Kind::Video.upload()).caption("up").show_caption_above_media();
        assert!(video.await.unwrap().show_caption_above_media && above(&seen));
        let clip =
            bot.send_animation(chat, Kind::Animation.upload()).caption("up").show_caption_above_media();
        let clip = clip.await.unwrap();
        assert!(clip.show_caption_above_media && above(&seen));
        let target = (chat, clip.id);
        let edited = bot.edit_message_caption(target).caption("down").await.unwrap();
        assert!(!edited.message().unwrap().show_caption_above_media && !above(&seen));
        let edited = bot.edit_message_caption(target).caption("up again").show_caption_above_media();
        assert!(edited.await.unwrap().message().unwrap().show_caption_above_media && above(&seen));
    })
    .await;
}

#[tokio::test]
async fn a_caption_is_written_changed_and_taken_away() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let keyboard = || InlineKeyboard::row([Button::callback("a", "b")]);
        for kind in Kind::CAPTIONED {
            let sent = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let target = (chat, sent.id);
            let text = Html::new("<u>written</u>");
            let edited = bot.edit_message_caption(target).caption(text).keyboard(keyboard()).await.unwrap();
            let edited = edited.message().unwrap();
            assert_eq!((caption(edited), &edited.reply_markup), ("written", &Some(keyboard())));
            assert_eq!(edited.kind, sent.kind);
            assert!(edited.edit_date.is_some());
            assert_eq!((seen.last().text.as_str(), seen.last().labels().count()), ("written", 1));
            // The buttons go where they are not named again.
            let edited = bot.edit_message_caption(target).caption("changed").await.unwrap();
            assert_eq!(
                (edited.message().unwrap().reply_markup.as_ref(), seen.last().labels().count()),
                (None, 0)
            );
            let refused = bot.edit_message_caption(target).caption("changed").await.unwrap_err();
            assert_eq!(*refused.kind(), ErrorKind::MessageNotModified, "{kind:?}");
            bot.edit_message_caption(target).await.unwrap();
            assert_eq!(seen.last().text, "", "{kind:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn where_nothing_can_be_written_nothing_is() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        for kind in [Kind::Sticker, Kind::VideoNote] {
            let sent = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let error = bot.edit_message_caption((chat, sent.id)).caption("words").await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{kind:?}: {error}");
            assert_eq!(seen.last().text, "");
        }
        let text = bot.send_message(chat, "a text").await.unwrap();
        let error = bot.edit_message_caption((chat, text.id)).caption("words").await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}");
        assert_eq!(seen.last().text, "a text");
    })
    .await;
}
