//! Title, description, photo, permissions and the rest that is set in chats.

use ambigram::prelude::*;
use ambigram::types::ChatPermissions;
use ambigram_sandbox::rules::AdministratorRights;
use ambigram_tests::files::jpeg;
use ambigram_tests::{on_both_wires, on_each_wire};

use super::{message, messages, refused};
use crate::stages::{Everywhere, Ruled, act};

#[tokio::test]
async fn a_bot_gives_a_chat_another_title_and_description() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, by, account) = (&everywhere.bot, everywhere.alice.id, everywhere.account.id);
        for name in ["supergroup", "channel"] {
            let id = everywhere.place(name).id;
            act(stage, |world| world.promote(by, id, account, AdministratorRights::USUAL));
            bot.set_chat_title(id, " Better title ").await.unwrap();
            // The same title again is no error.
            bot.set_chat_title(id, "Better title").await.unwrap();
            bot.set_chat_description(id).description("All about it").await.unwrap();
            let info = bot.get_chat(id).await.unwrap();
            assert_eq!(info.chat.title.as_deref(), Some("Better title"), "{name}");
            assert_eq!(info.description.as_deref(), Some("All about it"), "{name}");
            bot.set_chat_description(id).await.unwrap();
            assert_eq!(bot.get_chat(id).await.unwrap().description, None, "{name}");
            assert_eq!(refused(bot.set_chat_title(id, "  ").await), ErrorKind::BadRequest, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_users_change_is_told() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let (by, id) = (ruled.alice.id, ruled.id);
        act(stage, |world| world.set_title(by, id, "Best friends"));
        act(stage, |world| world.set_auto_delete(by, id, 86_400));
        act(stage, |world| world.set_auto_delete(by, id, 0));
        // Of these nobody is told by a message.
        act(stage, |world| world.set_about(by, id, "Us"));
        act(stage, |world| world.set_slow_mode(by, id, 30));
        let updates = ruled.heard().await;
        let timer = "message_auto_delete_timer_changed";
        assert_eq!(messages(&updates), ["new_chat_title", timer, timer]);
        let MessageKind::MessageAutoDeleteTimerChanged(set) = &message(&updates, timer).kind else {
            panic!()
        };
        assert_eq!(set.message_auto_delete_time, 86_400);
    })
    .await;
}

/// The id of a chat's photo holds the chat's access hash, which the sandbox tells over MTProto only.
#[tokio::test]
async fn a_photo_is_set_shown_and_taken_away() {
    on_each_wire(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, alice, account) = (&everywhere.bot, everywhere.alice.id, everywhere.account.id);
        for name in ["supergroup", "channel"] {
            let id = everywhere.place(name).id;
            let rights = AdministratorRights::USUAL;
            act(stage, |world| world.promote(alice, id, account, rights));
            let photo = || InputFile::bytes("photo.jpg", jpeg(640, 640));
            bot.set_chat_photo(id, photo()).await.unwrap();
            let first = bot.get_chat(id).await.unwrap().photo.unwrap();
            assert_ne!(first.small_file_id, first.big_file_id, "{name}");
            bot.set_chat_photo(id, InputFile::bytes("other.jpg", jpeg(512, 512))).await.unwrap();
            let second = bot.get_chat(id).await.unwrap().photo.unwrap();
            assert_ne!(first.big_file_unique_id, second.big_file_unique_id, "{name}");
            bot.delete_chat_photo(id).await.unwrap();
            assert!(bot.get_chat(id).await.unwrap().photo.is_none(), "{name}");
            assert_eq!(refused(bot.delete_chat_photo(id).await), ErrorKind::ChatNotModified, "{name}");
            let broken = bot.set_chat_photo(id, InputFile::bytes("photo.jpg", b"no picture".to_vec())).await;
            assert_eq!(refused(broken), ErrorKind::BadRequest, "{name}");
            // A photo is uploaded each time.
            let by_id = bot.set_chat_photo(id, FileId::from(first.big_file_id.as_str())).await;
            assert_eq!(refused(by_id), ErrorKind::BadRequest, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_photo_that_a_user_sets_is_told() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        ruled.bot.set_chat_photo(ruled.id, InputFile::bytes("photo.jpg", jpeg(640, 640))).await.unwrap();
        ruled.heard().await;
        act(stage, |world| world.set_chat_photo(ruled.alice.id, ruled.id, None));
        assert_eq!(messages(&ruled.heard().await), ["delete_chat_photo"]);
    })
    .await;
}

#[tokio::test]
async fn what_members_may_do_is_set_for_all() {
    on_both_wires(async |stage| {
        let ruled = Ruled::supergroup(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (&ruled.bot, ruled.id);
        let mut quiet = ChatPermissions::none();
        bot.set_chat_permissions(id, quiet.clone()).await.unwrap();
        assert_eq!(bot.get_chat(id).await.unwrap().permissions.unwrap(), quiet);
        assert!(bob.chat(id).try_say("may I?").is_err());
        quiet.can_send_messages = Some(true);
        quiet.can_invite_users = Some(true);
        bot.set_chat_permissions(id, quiet.clone()).await.unwrap();
        assert_eq!(bot.get_chat(id).await.unwrap().permissions.unwrap(), quiet);
        bob.chat(id).say("I may");
        // Polls include texts, other messages all media.
        let mut wide = ChatPermissions::new();
        wide.can_send_other_messages = Some(true);
        bot.set_chat_permissions(id, wide).await.unwrap();
        let now = bot.get_chat(id).await.unwrap().permissions.unwrap();
        assert_eq!((now.can_send_photos, now.can_send_messages), (Some(true), Some(true)));
        assert_eq!((now.can_send_polls, now.can_pin_messages), (Some(false), Some(false)));
        bot.set_chat_permissions(id, ChatPermissions::all()).await.unwrap();
        assert_eq!(bot.get_chat(id).await.unwrap().permissions.unwrap(), ChatPermissions::all());
    })
    .await;
}

#[tokio::test]
async fn in_slow_mode_members_wait_and_bots_do_not_where_they_administer() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, alice) = (&everywhere.bot, everywhere.alice.id);
        let id = everywhere.place("supergroup").id;
        act(stage, |world| world.set_slow_mode(alice, id, 30));
        bot.send_message(id, "one").await.unwrap();
        let ErrorKind::RetryAfter(wait) = refused(bot.send_message(id, "two").await) else {
            panic!("it does not wait")
        };
        assert_eq!(wait.as_secs(), 30);
        let rights = AdministratorRights::USUAL;
        act(stage, |world| world.promote(alice, id, everywhere.account.id, rights));
        bot.send_message(id, "two").await.unwrap();
        bot.send_message(id, "three").await.unwrap();
        assert_eq!(everywhere.place("supergroup").chat.last().text, "three");
    })
    .await;
}
