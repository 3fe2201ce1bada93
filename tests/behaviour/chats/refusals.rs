//! What cannot be done to chats, refused alike on both wires: without rights, where it has no sense, in chats and of users
//! that there are not.

use ambigram::prelude::*;
use ambigram::types::{ChatPermissions, ReactionType, ThreadId};
use ambigram::{Bot, Error};
use ambigram_sandbox::rules::{AdministratorRights, Permissions};
use ambigram_tests::files::jpeg;
use ambigram_tests::{on_both_wires, on_each_wire};

use crate::stages::{Everywhere, Ruled, act};

/// Somebody whom nobody ever met.
const NOBODY: UserId = UserId(424_242);

/// What came of each deed: `None` for success.
type Outcomes = Vec<(&'static str, Option<ErrorKind>)>;

fn outcome<T>(answer: Result<T, Error>) -> Option<ErrorKind> {
    answer.err().map(|error| error.kind().clone())
}

/// What is done to a member.
async fn to_member(bot: &Bot, chat: ChatId, user: UserId) -> Outcomes {
    let rights = bot.promote_chat_member(chat, user).can_pin_messages(true).can_manage_chat(true);
    vec![
        ("ban", outcome(bot.ban_chat_member(chat, user).await)),
        ("unban", outcome(bot.unban_chat_member(chat, user).await)),
        ("restrict", outcome(bot.restrict_chat_member(chat, user, ChatPermissions::none()).await)),
        ("promote", outcome(rights.await)),
        ("title", outcome(bot.set_chat_administrator_custom_title(chat, user, "boss").await)),
        ("tag", outcome(bot.set_chat_member_tag(chat, user).tag("helper").await)),
        ("approve", outcome(bot.approve_chat_join_request(chat, user).await)),
        ("decline", outcome(bot.decline_chat_join_request(chat, user).await)),
        ("boosts", outcome(bot.get_user_chat_boosts(chat, user).await)),
    ]
}

/// What is done to a chat as a whole.
async fn to_chat(bot: &Bot, chat: ChatId) -> Outcomes {
    let photo = InputFile::bytes("photo.jpg", jpeg(320, 320));
    let link = "https://t.me/+NobodyMadeThisOne";
    let mut texts = ChatPermissions::none();
    texts.can_send_messages = Some(true);
    vec![
        ("set title", outcome(bot.set_chat_title(chat, "New title").await)),
        ("set description", outcome(bot.set_chat_description(chat).description("New").await)),
        ("set photo", outcome(bot.set_chat_photo(chat, photo).await)),
        ("delete photo", outcome(bot.delete_chat_photo(chat).await)),
        ("permissions", outcome(bot.set_chat_permissions(chat, texts).await)),
        ("delete sticker set", outcome(bot.delete_chat_sticker_set(chat).await)),
        ("export link", outcome(bot.export_chat_invite_link(chat).await)),
        ("create link", outcome(bot.create_chat_invite_link(chat).await)),
        ("edit link", outcome(bot.edit_chat_invite_link(chat, link).await)),
        ("revoke link", outcome(bot.revoke_chat_invite_link(chat, link).await)),
        ("sell link", outcome(bot.create_chat_subscription_invite_link(chat, 2_592_000_u32, 5).await)),
        ("pin", outcome(bot.pin_chat_message(chat, MessageId(99_999)).await)),
        ("unpin", outcome(bot.unpin_chat_message(chat).message(MessageId(99_999)).await)),
        ("unpin all", outcome(bot.unpin_all_chat_messages(chat).await)),
        ("react", outcome(bot.set_message_reaction(chat, MessageId(99_999)).reaction([thumb()]).await)),
        ("create topic", outcome(bot.create_forum_topic(chat, "x").await)),
        ("close topic", outcome(bot.close_forum_topic(chat, ThreadId(4242)).await)),
        ("delete topic", outcome(bot.delete_forum_topic(chat, ThreadId(4242)).await)),
        ("rename general", outcome(bot.edit_general_forum_topic(chat, "x").await)),
        ("hide general", outcome(bot.hide_general_forum_topic(chat).await)),
    ]
}

fn thumb() -> ReactionType {
    ReactionType::emoji("👍")
}

#[tokio::test]
async fn without_rights_a_bot_changes_nothing() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, alice) = (&everywhere.bot, everywhere.alice.id);
        let bob = stage.user("Bob");
        // So the bot knows him.
        bob.open(&everywhere.account).say("/start");
        for name in ["group", "supergroup", "forum", "private chat"] {
            let id = everywhere.place(name).id;
            if !id.is_user() {
                act(stage, |world| world.set_permissions(alice, id, Permissions::NONE));
                act(stage, |world| world.add_member(alice, id, bob.id));
            }
            // In a private chat a bot pins what it likes.
            let fine = if name == "private chat" { vec!["unpin all"] } else { vec![] };
            for (deed, kind) in to_member(bot, id, bob.id).await.into_iter().chain(to_chat(bot, id).await) {
                assert!(kind.is_some() || fine.contains(&deed), "{deed} in the {name}");
            }
        }
        let title = stage.telegram().world().read(|world| {
            let chat = world.chat(everywhere.place("supergroup").id).unwrap();
            (chat.title.clone(), chat.status(bob.id, world.now()).is_in_chat())
        });
        assert_eq!(title, ("Supergroup".to_owned(), true));
    })
    .await;
}

#[tokio::test]
async fn in_chats_that_there_are_not_nothing_is_done() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        for id in [ChatId(424_242), ChatId(-1_000_000_004_242)] {
            for (deed, kind) in to_chat(&bot, id).await {
                assert_eq!(kind, Some(ErrorKind::ChatNotFound), "{deed} in {id}");
            }
        }
    })
    .await;
}

/// Which of the two is missing, the user or the member, the wires don't say alike.
#[tokio::test]
async fn nothing_is_done_to_users_whom_the_bot_never_met() {
    on_each_wire(async |stage| {
        let ruled = Ruled::supergroup(stage).await;
        let stranger = stage.user("Stranger");
        for user in [NOBODY, stranger.id] {
            for (deed, kind) in to_member(&ruled.bot, ruled.id, user).await {
                assert!(kind.is_some(), "{deed} to {user}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn owners_and_administrators_are_left_alone() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let ann = ruled.member(stage, "Ann");
        let usual = AdministratorRights::USUAL;
        act(stage, |world| world.promote(ruled.alice.id, ruled.id, ann.id, usual));
        ruled.heard().await;
        for user in [ruled.alice.id, ann.id] {
            for (deed, kind) in to_member(&ruled.bot, ruled.id, user).await {
                assert!(kind.is_some() || deed == "boosts", "{deed} to {user}");
            }
            let member = ruled.bot.get_chat_member(ruled.id, user).await.unwrap();
            assert!(member.is_administrator());
        }
    })
    .await;
}

#[tokio::test]
async fn a_bot_that_is_out_does_nothing() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        for name in ["supergroup", "forum"] {
            let id = everywhere.place(name).id;
            act(stage, |world| world.ban(everywhere.alice.id, id, everywhere.account.id, 0));
            for (deed, kind) in to_chat(&everywhere.bot, id).await {
                assert_eq!(kind, Some(ErrorKind::BotNotMember), "{deed} in the {name}");
            }
        }
    })
    .await;
}
