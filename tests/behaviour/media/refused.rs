//! Files that Telegram refuses: the same ones on both wires.

use ambigram_sandbox::rules::{ChatSort, Permissions};
use ambigram_sandbox::world::NewChat;
use ambigram_tests::files::{jpeg, picture};
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::act;

#[tokio::test]
async fn what_is_no_photo_is_refused_as_one() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let table = [
            ("a text", InputFile::bytes("a.png", "no image"), ErrorKind::BadRequest),
            ("nothing", InputFile::bytes("a.png", ""), ErrorKind::BadRequest),
            (
                "half an image",
                InputFile::bytes("a.png", picture(64, 64)[..60].to_vec()),
                ErrorKind::BadRequest,
            ),
            ("too narrow", InputFile::bytes("a.png", picture(2100, 100)), ErrorKind::BadRequest),
            ("too wide", InputFile::bytes("a.png", picture(9000, 1001)), ErrorKind::BadRequest),
            ("another name", InputFile::bytes("a.txt", picture(64, 64)), ErrorKind::BadRequest),
        ];
        for (name, photo, expected) in table {
            let error = bot.send_photo(chat, photo).await.unwrap_err();
            assert_eq!(*error.kind(), expected, "{name}: {error}");
        }
        let narrow = bot.send_photo(chat, InputFile::bytes("a.png", picture(2000, 100))).await.unwrap();
        assert_eq!((narrow.kind.name(), seen.messages().len()), ("photo", 2));
    })
    .await;
}

#[tokio::test]
async fn what_is_too_big_is_refused() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let mut large = jpeg(64, 64);
        large.resize((10 << 20) + 1, 0);
        let error = bot.send_photo(chat, InputFile::bytes("a.jpg", large)).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::TooLarge { .. } | ErrorKind::BadRequest), "{error}");
        let mut large = jpeg(64, 64);
        large.resize((200 << 10) + 1, 0);
        let thumbnail = InputFile::bytes("thumb.jpg", large);
        let error = bot.send_document(chat, Kind::Document.upload()).thumbnail(thumbnail).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::TooLarge { .. } | ErrorKind::BadRequest), "{error}");
        assert_eq!(seen.messages().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn empty_files_are_refused_whatever_they_are_sent_as() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        for kind in Kind::ALL {
            let empty = InputFile::bytes(kind.file_name(), "");
            let error = send(&bot, (chat, None), kind, empty).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{kind:?}: {error}");
        }
        assert_eq!(seen.messages().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn ids_that_are_none_are_refused() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let sent = bot.send_document(chat, Kind::Document.upload()).await.unwrap();
        let unique = ids(&sent).1;
        for kind in Kind::ALL {
            for wrong in ["AgAD", "AgACAgIAAxkBAAIB", unique.as_str()] {
                let error = send(&bot, (chat, None), kind, InputFile::id(wrong)).await.unwrap_err();
                assert_eq!(*error.kind(), ErrorKind::InvalidFile, "{kind:?} {wrong}: {error}");
            }
        }
        assert_eq!(seen.messages().len(), 2);
    })
    .await;
}

/// A file is sent as what it is, or not at all: which of the two is Telegram's to say, and the same on both wires.
#[tokio::test]
async fn an_id_of_another_kind_is_sent_as_what_it_is_or_refused() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        for from in Kind::ALL {
            let sent = send(&bot, (chat, None), from, from.upload()).await.unwrap();
            for to in Kind::ALL {
                let again = send(&bot, (chat, None), to, file(&sent).into()).await;
                if let Ok(again) = &again {
                    assert_eq!(again.kind.name(), from.name(), "sent as {to:?}");
                }
                if from == to {
                    again.unwrap();
                } else if from == Kind::Photo || to == Kind::Photo {
                    again.unwrap_err();
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn where_a_kind_is_not_allowed_it_is_refused() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let alice = stage.user("Alice");
        let group = alice.create(NewChat::new(ChatSort::Supergroup, "Quiet").with([account.id]));
        let before = group.messages().len();
        let words = Permissions { can_send_messages: true, ..Permissions::NONE };
        act(stage, |world| world.set_permissions(alice.id, group.id(), words));
        for kind in Kind::ALL {
            let error = send(&bot, (group.id(), None), kind, kind.upload()).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::NotEnoughRights, "{kind:?}: {error}");
        }
        assert_eq!(group.messages().len(), before);
        bot.send_message(group.id(), "words").await.unwrap();
        assert_eq!(group.last().text, "words");
    })
    .await;
}
