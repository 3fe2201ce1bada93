//! Bots that are asked in chats which they are not in.

use ambigram::types::UpdateKind;
use ambigram_sandbox::world::NewBot;
use ambigram_tests::on_both_wires;

use crate::stages::Listening;

#[tokio::test]
async fn a_bot_that_is_mentioned_where_it_is_not_is_asked_as_a_guest() {
    on_both_wires(async |stage| {
        let new = NewBot { supports_guest_queries: true, ..NewBot::named("guest_bot") };
        let account = stage.telegram().bot_with(new);
        stage.bot(&account).get_me().await.unwrap();
        let mut listening = Listening::new(stage, &account).await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        for chat in [alice.group("Group", [bob.id]), alice.supergroup("Supergroup", [bob.id])] {
            chat.say("nobody is asked");
            chat.say("@guest_bot what is the weather?");
            let update = listening.take(1).await.remove(0);
            let UpdateKind::GuestMessage(asked) = &update.kind else { panic!("{update:?}") };
            assert_eq!(asked.as_text().unwrap().text, "@guest_bot what is the weather?");
            assert_eq!((asked.from.as_ref().unwrap().id, asked.chat.id), (alice.id, chat.id()));
            assert!(asked.guest_query_id.is_some(), "{asked:?}");
        }
    })
    .await;
}
