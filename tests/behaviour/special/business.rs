//! Business accounts that let a bot read and write in their name.

use ambigram::prelude::*;
use ambigram::requests::InputFile;
use ambigram::types::{BusinessConnection, BusinessConnectionId, MessageKind, UpdateKind};
use ambigram_sandbox::play::{BotAccount, Conversation, UserHandle};
use ambigram_sandbox::world::{BusinessRights, NewBot};
use ambigram_tests::files::picture;
use ambigram_tests::{Stage, on_both_wires};

use crate::stages::{Listening, act};

/// Alice's business account, which the bot is connected to, and Bob, who writes to her.
struct Shop {
    account: BotAccount,
    bot: Bot,
    listening: Listening,
    alice: UserHandle,
    /// In Bob's hands.
    chat: Conversation,
}

impl Shop {
    async fn new(stage: &Stage) -> Self {
        let new = NewBot { can_connect_to_business: true, ..NewBot::named("shop_bot") };
        let account = stage.telegram().bot_with(new);
        let bot = stage.bot(&account);
        bot.get_me().await.unwrap();
        let listening = Listening::new(stage, &account).await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        let chat = bob.chat(alice.id.into());
        Self { account, bot, listening, alice, chat }
    }

    /// Connects the bot, or (without rights) disconnects it; gives what the bot is told.
    async fn connect(&mut self, stage: &Stage, rights: Option<BusinessRights>) -> BusinessConnection {
        let (alice, bot) = (self.alice.id, self.account.id);
        act(stage, |world| world.connect_business(alice, bot, rights));
        let update = self.listening.take(1).await.remove(0);
        let UpdateKind::BusinessConnection(connection) = update.kind else { panic!("{update:?}") };
        *connection
    }

    async fn told(&mut self, name: &str) -> Message {
        let update = self.listening.take(1).await.remove(0);
        assert_eq!(update.name(), name, "{update:?}");
        update.message().unwrap().clone()
    }
}

fn reply() -> BusinessRights {
    BusinessRights { can_reply: true, ..BusinessRights::default() }
}

#[tokio::test]
async fn a_bot_is_told_what_it_may_do_for_a_business() {
    on_both_wires(async |stage| {
        let mut shop = Shop::new(stage).await;
        let every = BusinessRights {
            can_reply: true,
            can_read_messages: true,
            can_delete_sent_messages: true,
            can_delete_all_messages: true,
            can_edit_name: true,
            can_edit_bio: true,
            can_edit_profile_photo: true,
            can_edit_username: true,
            can_change_gift_settings: true,
            can_view_gifts_and_stars: true,
            can_convert_gifts_to_stars: true,
            can_transfer_and_upgrade_gifts: true,
            can_transfer_stars: true,
            can_manage_stories: true,
        };
        let mut rights = vec![BusinessRights::default(), reply(), every];
        for name in every.fields().map(|(name, _)| name) {
            rights.push(serde_json::from_value(serde_json::json!({ name: true })).unwrap());
        }
        for rights in rights {
            let told = shop.connect(stage, Some(rights)).await;
            assert_eq!((told.user.id, told.is_enabled), (shop.alice.id, true), "{told:?}");
            let may = serde_json::to_value(&told.rights).unwrap();
            for (name, is_given) in rights.fields() {
                assert_eq!(may.get(name).is_some(), is_given, "{name}: {may}");
            }
        }
        let told = shop.connect(stage, None).await;
        assert!(!told.is_enabled);
        let known = shop.bot.get_business_connection(told.id.clone()).await.unwrap();
        assert_eq!((known.id, known.is_enabled), (told.id, false));
        let refused = shop.bot.get_business_connection("nonsense").await.unwrap_err();
        assert_eq!(*refused.kind(), ErrorKind::BadRequest);
    })
    .await;
}

#[tokio::test]
async fn what_is_written_to_a_business_is_told_edited_and_deleted() {
    on_both_wires(async |stage| {
        let mut shop = Shop::new(stage).await;
        let connection = shop.connect(stage, Some(reply())).await;
        let bob = shop.chat.user();
        let asked = shop.chat.say("Are you open?");
        let told = shop.told("business_message").await;
        assert_eq!(told.business_connection_id.as_ref(), Some(&connection.id));
        assert_eq!((told.chat.id, told.from.as_ref().unwrap().id), (bob.into(), bob));
        assert_eq!(told.as_text().unwrap().text, "Are you open?");

        shop.chat.edit(asked, "Are you open today?").unwrap();
        let edited = shop.told("edited_business_message").await;
        assert_eq!((edited.id, edited.as_text().unwrap().text.as_str()), (told.id, "Are you open today?"));

        let hers = shop.alice.chat(bob.into());
        hers.say("Yes!");
        let told = shop.told("business_message").await;
        assert_eq!((told.from.as_ref().unwrap().id, told.chat.id), (shop.alice.id, bob.into()));
        assert_eq!(told.sender_business_bot, None);

        shop.chat.send_photo(picture(20, 10), "this one").unwrap();
        let photo = shop.told("business_message").await;
        assert_eq!((photo.kind.name(), photo.caption.unwrap().text.as_str()), ("photo", "this one"));

        shop.chat.delete(asked).unwrap();
        let update = shop.listening.take(1).await.remove(0);
        let UpdateKind::DeletedBusinessMessages(gone) = &update.kind else { panic!("{update:?}") };
        assert_eq!(
            (gone.message_ids.as_slice(), &gone.business_connection_id),
            (&[edited.id][..], &connection.id)
        );
        assert_eq!(gone.chat.id, bob.into());
    })
    .await;
}

#[tokio::test]
async fn a_bot_writes_in_the_name_of_a_business() {
    on_both_wires(async |stage| {
        let mut shop = Shop::new(stage).await;
        let connection = shop.connect(stage, Some(reply())).await;
        shop.chat.say("Are you open?");
        shop.told("business_message").await;
        let bob = shop.chat.user();
        let sent = shop.bot.send_message(bob, Html::new("We <b>are</b>."));
        let sent = sent.business_connection(connection.id.clone()).await.unwrap();
        assert_eq!(sent.from.as_ref().unwrap().id, shop.alice.id, "in her name");
        assert_eq!(sent.sender_business_bot.as_ref().unwrap().id, shop.account.id);
        assert_eq!(sent.business_connection_id.as_ref(), Some(&connection.id));
        assert_eq!(shop.chat.last().text, "We are.");

        let photo = InputFile::bytes("a.png", picture(20, 10));
        let photo =
            shop.bot.send_photo(bob, photo).caption("Our menu").business_connection(connection.id.clone());
        assert!(matches!(photo.await.unwrap().kind, MessageKind::Photo(_)));
        assert_eq!(shop.chat.last().text, "Our menu");
        let place = shop.bot.send_location(bob, 52.5, 4.75).business_connection(connection.id.clone());
        assert!(matches!(place.await.unwrap().kind, MessageKind::Location(_)));
    })
    .await;
}

#[tokio::test]
async fn a_bot_without_the_right_does_not_write_for_a_business() {
    on_both_wires(async |stage| {
        let mut shop = Shop::new(stage).await;
        let connection = shop.connect(stage, Some(BusinessRights::default())).await;
        shop.chat.say("Are you open?");
        shop.told("business_message").await;
        let bob = shop.chat.user();
        let write = |id: BusinessConnectionId| shop.bot.send_message(bob, "x").business_connection(id);
        let forbidden = write(connection.id.clone()).await.unwrap_err();
        let unknown = write("nonsense".into()).await.unwrap_err();
        assert_eq!(*unknown.kind(), ErrorKind::BadRequest);
        shop.connect(stage, None).await;
        let error = shop.bot.send_message(bob, "x").business_connection(connection.id).await.unwrap_err();
        assert_eq!(error.kind(), forbidden.kind());
        assert_eq!(shop.chat.last().text, "Are you open?");
    })
    .await;
}
