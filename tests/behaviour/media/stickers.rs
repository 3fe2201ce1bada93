//! Sets of stickers, and emoji that are stickers.

use std::sync::Arc;

use ambigram::types::{CustomEmojiId, EntityKind, MessageEntity, StickerKind as Told};
use ambigram_sandbox::world::files::{
    Document, DocumentAttributes, File, MaskPlace, NewDocument, SentFile, Sticker, StickerKind,
};
use ambigram_sandbox::world::{NewContent, NewMessage, NewStickerSet};
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::{Listening, act};

/// Makes a set of three stickers.
fn make_set(stage: &Stage, name: &str, kind: StickerKind) -> Vec<Arc<Document>> {
    act(stage, |world| {
        let document = world.add_document(NewDocument {
            bytes: sticker().into(),
            mime_type: "image/webp".to_owned(),
            attributes: DocumentAttributes {
                image_size: Some((512, 256)),
                sticker: Some(Sticker { kind: kind.clone(), ..Sticker::default() }),
                ..DocumentAttributes::default()
            },
            thumbnail: None,
        });
        let emoji = [vec!["🐧"], vec!["🐻", "🧸"], vec!["🦊"]];
        let stickers = emoji.map(|emoji| (document.clone(), emoji.into_iter().map(str::to_owned).collect()));
        let new = NewStickerSet {
            name: name.to_owned(),
            title: "Animals".to_owned(),
            kind,
            stickers: stickers.into(),
        };
        let set = world.create_sticker_set(new)?;
        Ok(set.stickers.iter().map(|sticker| sticker.document.clone()).collect())
    })
}

#[tokio::test]
async fn a_set_is_found_by_its_name() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let mask = MaskPlace { point: 1, x_shift: 0.5, y_shift: -0.25, scale: 2.0 };
        let table = [
            ("animals", StickerKind::Regular, Told::Regular),
            ("masks", StickerKind::Mask(Some(mask)), Told::Mask),
            ("emoji", StickerKind::CustomEmoji { is_free: false, takes_text_color: true }, Told::CustomEmoji),
        ];
        for (name, kind, told) in table {
            make_set(stage, name, kind);
            let set = bot.get_sticker_set(name).await.unwrap();
            assert_eq!((set.name.as_str(), set.title.as_str()), (name, "Animals"));
            assert_eq!(set.sticker_type, told);
            let emoji: Vec<_> =
                set.stickers.iter().map(|sticker| sticker.emoji.as_deref().unwrap()).collect();
            assert_eq!(emoji, ["🐧", "🐻", "🦊"], "{name}");
            for sticker in &set.stickers {
                assert_eq!((sticker.width, sticker.height, &sticker.kind), (512, 256, &told));
                assert_eq!(sticker.set_name.as_deref(), Some(name));
                assert_eq!(sticker.mask_position.is_some(), told == Told::Mask, "{name}");
                assert_eq!(sticker.custom_emoji_id.is_some(), told == Told::CustomEmoji, "{name}");
                assert_eq!(sticker.needs_repainting, told == Told::CustomEmoji, "{name}");
                assert_eq!(bot.download(&sticker.file_id).bytes().await.unwrap(), super::sticker());
            }
            if told == Told::Regular {
                let sent = bot.send_sticker(chat, &set.stickers[1].file_id).await.unwrap();
                let MessageKind::Sticker(sent) = &sent.kind else { panic!("{sent:?}") };
                assert_eq!(**sent, set.stickers[1]);
            }
        }
        let again = bot.get_sticker_set("ANIMALS").await.unwrap();
        assert_eq!(again.name, "animals");
        let error = bot.get_sticker_set("nothing_of_this_name").await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::StickerSetNotFound, "{error}");
    })
    .await;
}

#[tokio::test]
async fn custom_emoji_are_found_by_their_ids() {
    on_both_wires(async |stage| {
        let Meeting { bot, .. } = meeting(stage).await;
        let kind = StickerKind::CustomEmoji { is_free: true, takes_text_color: false };
        let made = make_set(stage, "emoji", kind);
        let id = |index: usize| CustomEmojiId::from(made[index].id.to_string());
        let found = bot.get_custom_emoji_stickers([id(0), id(2)]).await.unwrap();
        let emoji: Vec<_> = found.iter().map(|sticker| sticker.emoji.as_deref().unwrap()).collect();
        assert_eq!(emoji, ["🐧", "🦊"]);
        assert_eq!(found[1].custom_emoji_id, Some(id(2)));
        // What is none is passed over.
        let found = bot.get_custom_emoji_stickers([CustomEmojiId::from("5"), id(1)]).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].custom_emoji_id, Some(id(1)));
        let error = bot.get_custom_emoji_stickers([CustomEmojiId::from("no number")]).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}");
        let many: Vec<_> = (1..=201).map(|id: u32| CustomEmojiId::from(id.to_string())).collect();
        let error = bot.get_custom_emoji_stickers(many).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}");
    })
    .await;
}

#[tokio::test]
async fn a_sticker_of_a_set_that_a_user_sends_tells_the_set() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let mut listening = Listening::new(stage, &account).await;
        let chat = stage.user("Alice").open(&account);
        let made = make_set(stage, "animals", StickerKind::Regular);
        act(stage, |world| {
            let sent = SentFile::from(File::Document(made[2].clone()));
            world.send_message(chat.user(), chat.id(), NewMessage::new(NewContent::Media(sent.into())))
        });
        let updates = listening.take(1).await;
        let MessageKind::Sticker(sticker) = &updates[0].message().unwrap().kind else {
            panic!("{updates:?}")
        };
        assert_eq!((sticker.set_name.as_deref(), sticker.emoji.as_deref()), (Some("animals"), Some("🦊")));
        let set = bot.get_sticker_set(sticker.set_name.clone().unwrap()).await.unwrap();
        assert_eq!(set.stickers[2], **sticker);
    })
    .await;
}

#[tokio::test]
async fn a_custom_emoji_in_a_text_names_the_sticker() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.telegram().user_with(ambigram_sandbox::world::NewUser {
            is_premium: true,
            ..ambigram_sandbox::world::NewUser::named("Alice")
        });
        let made =
            make_set(stage, "emoji", StickerKind::CustomEmoji { is_free: false, takes_text_color: false });
        let id = CustomEmojiId::from(made[0].id.to_string());
        let text = ambigram::text::Text {
            text: "🐧!".to_owned(),
            entities: vec![MessageEntity::new(0, 2, EntityKind::CustomEmoji { custom_emoji_id: id.clone() })],
        };
        let chat = alice.open(&account);
        chat.send_photo(Kind::Photo.bytes(), text).unwrap();
        let updates = listening.take(1).await;
        let caption = updates[0].message().unwrap().caption.clone().unwrap();
        assert_eq!(caption.entities[0].kind, EntityKind::CustomEmoji { custom_emoji_id: id.clone() });
        let found = bot.get_custom_emoji_stickers([id]).await.unwrap();
        assert_eq!(found[0].emoji.as_deref(), Some("🐧"));
    })
    .await;
}
