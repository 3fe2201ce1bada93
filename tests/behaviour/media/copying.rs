//! Messages that are sent again as if they were new.

use ambigram::requests::{InputMediaPhoto, InputMediaVideo};
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::Everywhere;

#[tokio::test]
async fn each_kind_is_copied_without_its_author() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        for kind in Kind::ALL {
            let sent = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let original = seen.last();
            let copy = bot.copy_message(chat, chat, sent.id).await.unwrap();
            assert!(copy.id > sent.id);
            let last = seen.last();
            assert_eq!((&last.content, last.from), (&original.content, original.from), "{kind:?}");
            let history = stage.telegram().world().read(|world| world.history(seen.user(), seen.id()));
            assert_eq!(history.last().unwrap().message.forward, None, "{kind:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn captions_are_kept_replaced_or_left_out() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        for kind in Kind::CAPTIONED {
            let sent = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let text = Html::new("<b>first</b>");
            bot.edit_message_caption((chat, sent.id)).caption(text).await.unwrap();
            bot.copy_message(chat, chat, sent.id).await.unwrap();
            assert_eq!((seen.last().text.as_str(), seen.last().entities.len()), ("first", 1), "{kind:?}");
            let text = Html::new("<i>sec</i>ond");
            bot.copy_message(chat, chat, sent.id).caption(text).await.unwrap();
            assert_eq!((seen.last().text.as_str(), seen.last().entities.len()), ("second", 1), "{kind:?}");
            bot.copy_message(chat, chat, sent.id).caption("").await.unwrap();
            assert_eq!(seen.last().text, "", "{kind:?}");
            let long = "x".repeat(1025);
            let error = bot.copy_message(chat, chat, sent.id).caption(long).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::MessageTooLong, "{kind:?}: {error}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_copy_has_a_place_buttons_and_an_answer_of_its_own() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        let from = everywhere.place("channel");
        let keyboard = || InlineKeyboard::row([Button::callback("a", "b")]);
        let photo = bot.send_photo(from.id, Kind::Photo.upload()).caption("a photo").keyboard(keyboard());
        let photo = photo.await.unwrap();
        for to in &everywhere.places {
            let asked = to.send(bot, "asked").await.unwrap();
            let call = bot.copy_message(to.id, from.id, photo.id).reply_to(asked.id).disable_notification();
            match to.thread {
                Some(thread) => call.thread(thread).await.unwrap(),
                None => call.await.unwrap(),
            };
            // The buttons of the first do not go along.
            let last = to.chat.last();
            assert_eq!((last.text.as_str(), last.labels().count()), ("a photo", 0), "{}", to.name);
            assert!(last.reply_to.is_some(), "{}", to.name);
            let call = bot.copy_message(to.id, from.id, photo.id).keyboard(keyboard()).protect_content();
            match to.thread {
                Some(thread) => call.thread(thread).await.unwrap(),
                None => call.await.unwrap(),
            };
            assert_eq!(to.chat.last().labels().count(), 1, "{}", to.name);
        }
    })
    .await;
}

#[tokio::test]
async fn several_are_copied_at_once_and_albums_stay_together() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        let from = everywhere.place("group");
        let text = from.send(bot, "first").await.unwrap();
        let media = vec![
            InputMediaPhoto::new(Kind::Photo.upload()).caption("a").into(),
            InputMediaVideo::new(Kind::Video.upload()).caption("b").into(),
        ];
        let album = bot.send_media_group(from.id, media).await.unwrap();
        let ids = || vec![text.id, album[0].id, album[1].id];
        for to in &everywhere.places {
            for removes in [false, true] {
                let mut call = bot.copy_messages(to.id, from.id, ids());
                if removes {
                    call = call.remove_caption();
                }
                let sent = match to.thread {
                    Some(thread) => call.thread(thread).await.unwrap(),
                    None => call.await.unwrap(),
                };
                assert_eq!(sent.len(), 3, "{}", to.name);
                let views =
                    stage.telegram().world().read(|world| world.history(to.chat.user(), to.chat.id()));
                let views: Vec<_> = views.iter().rev().take(3).rev().map(|view| &view.message).collect();
                let texts: Vec<_> =
                    views.iter().map(|message| message.text().unwrap().text.as_str()).collect();
                let expected = if removes { ["first", "", ""] } else { ["first", "a", "b"] };
                assert_eq!(texts, expected, "{}", to.name);
                assert!(views[1].group.is_some() && views[1].group == views[2].group, "{}", to.name);
                assert!(views.iter().all(|message| message.forward.is_none()), "{}", to.name);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_copied_is_refused() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, account } = meeting(stage).await;
        let gone = bot.send_message(chat, "gone").await.unwrap();
        bot.delete_message(chat, gone.id).await.unwrap();
        let group = stage.telegram().user_by_id(seen.user()).unwrap().supergroup("Friends", [account.id]);
        let table = [
            (chat, gone.id, ErrorKind::MessageNotFound),
            (chat, MessageId(99_999), ErrorKind::MessageNotFound),
            // That the group was made.
            (group.id(), MessageId(1), ErrorKind::MessageNotForwardable),
            (ChatId(999), MessageId(1), ErrorKind::ChatNotFound),
        ];
        for (index, (from, message, expected)) in table.into_iter().enumerate() {
            let error = bot.copy_message(chat, from, message).await.unwrap_err();
            assert_eq!(*error.kind(), expected, "{index}: {error}");
        }
        let sent = bot.send_message(chat, "once").protect_content().await.unwrap();
        // A bot may copy what it protects.
        bot.copy_message(chat, chat, sent.id).await.unwrap();
        assert_eq!(seen.messages().iter().filter(|message| message.text == "once").count(), 2);
    })
    .await;
}

#[tokio::test]
async fn messages_are_deleted_several_at_once() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in &everywhere.places {
            let before = place.chat.messages().len();
            let text = place.send(bot, "a text").await.unwrap();
            let photo = send(bot, (place.id, place.thread), Kind::Photo, Kind::Photo.upload()).await.unwrap();
            let stays = place.send(bot, "stays").await.unwrap();
            // Those that are not there are passed over.
            bot.delete_messages(place.id, vec![text.id, photo.id, MessageId(99_999)]).await.unwrap();
            assert_eq!(place.chat.messages().len(), before + 1, "{}", place.name);
            bot.delete_messages(place.id, vec![text.id, photo.id]).await.unwrap();
            let many: Vec<_> = (1..=101).map(MessageId).collect();
            let error = bot.delete_messages(place.id, many).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{}: {error}", place.name);
            assert_eq!(place.chat.last().text, "stays", "{}", place.name);
            bot.delete_messages(place.id, vec![stays.id]).await.unwrap();
            assert_eq!(place.chat.messages().len(), before, "{}", place.name);
        }
    })
    .await;
}
