//! All that a bot can learn of a chat: `getChat`, field by field.

use ambigram::prelude::*;
use ambigram::types::{ChatFullInfo, ChatKind, Name, ReactionType};
use ambigram_sandbox::rules::reactions::{Offered, Reaction};
use ambigram_sandbox::rules::{ChatSort, Permissions};
use ambigram_sandbox::world::{NewChat, NewUser};
use ambigram_tests::on_both_wires;

use super::refused;
use crate::stages::{Everywhere, Ruled, act};

#[tokio::test]
async fn a_chat_of_each_kind_is_told_of() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        for place in &everywhere.places {
            let info = everywhere.bot.get_chat(place.id).await.unwrap();
            let kind = match place.name {
                "private chat" => ChatKind::Private,
                "group" => ChatKind::Group,
                "channel" => ChatKind::Channel,
                _ => ChatKind::Supergroup,
            };
            assert_eq!((info.chat.id, &info.chat.kind), (place.id, &kind), "{}", place.name);
            assert_eq!(info.permissions.is_some(), info.chat.is_group(), "{}", place.name);
            assert_eq!(info.chat.is_forum, ["topic", "forum"].contains(&place.name), "{}", place.name);
            assert!(info.pinned_message.is_none() && info.description.is_none(), "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn a_user_is_told_of_with_names_and_the_pinned_message() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let ada = stage.telegram().user_with(NewUser {
            last_name: Some("Lovelace".to_owned()),
            username: Some("ada_lovelace".to_owned()),
            is_premium: true,
            ..NewUser::named("Ada")
        });
        ada.open(&account).say("/start");
        let sent = bot.send_message(ada.id, "Remember this").await.unwrap();
        bot.pin_chat_message(ada.id, sent.id).await.unwrap();
        let info = bot.get_chat(ada.id).await.unwrap();
        let names = [&info.chat.first_name, &info.chat.last_name, &info.chat.username];
        assert_eq!(names.map(|name| name.as_deref()), [Some("Ada"), Some("Lovelace"), Some("ada_lovelace")]);
        assert_eq!(info.active_usernames, [Name::from("ada_lovelace")]);
        assert_eq!(info.pinned_message.unwrap().id, sent.id);
        assert!(info.accepted_gift_types.unlimited_gifts);
    })
    .await;
}

#[tokio::test]
async fn a_public_chat_is_found_by_its_name_and_others_are_not() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let alice = stage.user("Alice");
        for (sort, name) in [(ChatSort::Supergroup, "public_group"), (ChatSort::Channel, "public_channel")] {
            let new = NewChat { username: Some(name.to_owned()), ..NewChat::new(sort, "Public") };
            let chat = alice.create(new);
            let info = bot.get_chat(format!("@{name}")).await.unwrap();
            assert_eq!((info.chat.id, info.chat.username.as_deref()), (chat.id(), Some(name)));
        }
        assert_eq!(refused(bot.get_chat("@nobody_is_called_so").await), ErrorKind::ChatNotFound);
        let private = alice.supergroup("Private", []);
        let strange = [ChatId(424_242), ChatId(-4242), ChatId(-1_000_000_004_242), private.id()];
        for chat in strange {
            assert_eq!(refused(bot.get_chat(chat).await), ErrorKind::ChatNotFound, "{chat}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_set_in_a_supergroup_is_told() {
    on_both_wires(async |stage| {
        let Ruled { bot, alice, id, chat, .. } = Ruled::supergroup(stage).await;
        let by = alice.id;
        let before = bot.get_chat(id).await.unwrap();
        assert!(before.has_visible_history && before.can_set_sticker_set, "{before:?}");
        let reactions = vec![Reaction::emoji("👍"), Reaction::CustomEmoji(5_368_324_170_671_202_286)];
        let quiet = Permissions { can_send_polls: false, can_pin_messages: false, ..Permissions::ALL };
        act(stage, |world| world.set_about(by, id, "All about it"));
        act(stage, |world| world.set_username(by, id, Some("set_up_group".to_owned())));
        act(stage, |world| world.set_slow_mode(by, id, 30));
        act(stage, |world| world.set_auto_delete(by, id, 86_400));
        act(stage, |world| world.set_history_hidden(by, id, true));
        act(stage, |world| world.set_join_by_request(by, id, true));
        act(stage, |world| world.set_offered_reactions(by, id, Offered::Only(reactions)));
        act(stage, |world| world.set_permissions(by, id, quiet));
        let link = bot.export_chat_invite_link(id).await.unwrap();
        let pinned = chat.say("Rules");
        act(stage, |world| world.pin(by, id, pinned, true));

        let info: ChatFullInfo = bot.get_chat(id).await.unwrap();
        assert_eq!(info.description.as_deref(), Some("All about it"));
        assert_eq!(info.active_usernames, [Name::from("set_up_group")]);
        assert_eq!((info.slow_mode_delay, info.message_auto_delete_time), (Some(30), Some(86_400)));
        assert!(info.join_by_request && !info.has_visible_history);
        let offered = [ReactionType::emoji("👍"), ReactionType::custom_emoji("5368324170671202286")];
        assert_eq!(info.available_reactions.as_deref(), Some(offered.as_slice()));
        let permissions = info.permissions.unwrap();
        assert_eq!((permissions.can_send_polls, permissions.can_pin_messages), (Some(false), Some(false)));
        assert_eq!(permissions.can_send_messages, Some(true));
        assert_eq!(info.invite_link.as_deref(), Some(link.as_str()));
        assert_eq!(info.pinned_message.unwrap().id, pinned);
    })
    .await;
}

#[tokio::test]
async fn what_is_set_in_a_channel_is_told() {
    on_both_wires(async |stage| {
        let Ruled { bot, alice, id, chat, .. } = Ruled::channel(stage).await;
        let by = alice.id;
        act(stage, |world| world.set_about(by, id, "News"));
        act(stage, |world| world.set_offered_reactions(by, id, Offered::Only(Vec::new())));
        let pinned = chat.say("The news");
        bot.pin_chat_message(id, pinned).await.unwrap();
        bot.export_chat_invite_link(id).await.unwrap();
        let info = bot.get_chat(id).await.unwrap();
        assert_eq!(info.description.as_deref(), Some("News"));
        assert_eq!(info.available_reactions, Some(Vec::new()));
        assert_eq!(info.pinned_message.unwrap().as_text().unwrap().text, "The news");
        assert!(info.permissions.is_none() && info.has_visible_history && !info.can_set_sticker_set);
        assert!(info.invite_link.is_some());
    })
    .await;
}

#[tokio::test]
async fn what_is_set_in_a_group_is_told() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let alice = stage.user("Alice");
        let group = alice.group("Friends", [account.id]);
        let (by, id) = (alice.id, group.id());
        act(stage, |world| world.set_about(by, id, "Us"));
        act(stage, |world| world.set_auto_delete(by, id, 7 * 86_400));
        act(stage, |world| world.set_offered_reactions(by, id, Offered::Only(vec![Reaction::emoji("🔥")])));
        act(stage, |world| {
            world.set_permissions(by, id, Permissions { can_send_polls: false, ..Permissions::ALL })
        });
        let pinned = group.say("/rules");
        act(stage, |world| world.pin(by, id, pinned, true));
        let info = bot.get_chat(id).await.unwrap();
        assert_eq!((info.chat.title.as_deref(), info.description.as_deref()), (Some("Friends"), Some("Us")));
        assert_eq!(info.message_auto_delete_time, Some(7 * 86_400));
        assert!(!info.has_protected_content && !info.has_visible_history);
        assert_eq!(info.available_reactions, Some(vec![ReactionType::emoji("🔥")]));
        assert_eq!(info.permissions.unwrap().can_send_polls, Some(false));
        assert_eq!(info.pinned_message.unwrap().as_text().unwrap().text, "/rules");
    })
    .await;
}

#[tokio::test]
async fn a_bot_that_is_out_is_not_told_of_the_chat() {
    on_both_wires(async |stage| {
        let Everywhere { bot, account, alice, places } = Everywhere::new(stage).await;
        for place in places.iter().filter(|place| place.id.is_channel() && place.thread.is_none()) {
            act(stage, |world| world.ban(alice.id, place.id, account.id, 0));
            assert_eq!(refused(bot.get_chat(place.id).await), ErrorKind::BotNotMember, "{}", place.name);
        }
    })
    .await;
}
