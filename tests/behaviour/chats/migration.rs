//! Groups that become supergroups, and a bot that goes after them.

use ambigram::prelude::*;
use ambigram_tests::on_both_wires;

use crate::stages::act;

#[tokio::test]
async fn a_bot_may_go_after_a_group_that_becomes_a_supergroup() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account).following_migration();
        let alice = stage.user("Alice");
        let group = alice.group("Friends", [account.id]);
        let before = bot.send_message(group.id(), "before").await.unwrap();
        let supergroup = act(stage, |world| world.upgrade_to_supergroup(alice.id, group.id()));

        let seen = alice.chat(supergroup);
        for text in ["after", "later"] {
            let sent = bot.send_message(group.id(), text).await.unwrap();
            assert_eq!((sent.chat.id, seen.last().text.as_str()), (supergroup, text));
        }
        bot.send_chat_action(group.id(), ChatAction::Typing).await.unwrap();
        assert_eq!(bot.get_chat_member_count(group.id()).await.unwrap(), 2);

        // In the supergroup this number is another message's, so what names it stays where it was.
        let moved = ErrorKind::MigratedTo(supergroup);
        assert_eq!(*bot.delete_message(group.id(), before.id).await.unwrap_err().kind(), moved);
        let answer = bot.send_message(group.id(), "x").reply_to(before.id);
        assert_eq!(*answer.await.unwrap_err().kind(), moved);
        assert_eq!(seen.last().text, "later");

        // Others are told, and go by themselves.
        let stays = stage.bot(&account);
        assert_eq!(*stays.send_message(group.id(), "x").await.unwrap_err().kind(), moved);
    })
    .await;
}
