//! Messages by their numbers: what MTProto can and the Bot API cannot.

use ambigram::capability::Capability;
use ambigram::requests::GetMessages;
use ambigram::{Wire, prelude::*};
use ambigram_tests::{on_both_wires, on_each_wire};

/// Written for both: where the wire cannot, it says so.
#[command("/show <number>")]
async fn show(messages: Option<Messages>, number: MessageId) -> Result<String> {
    let Some(messages) = messages else { return Ok("This wire cannot.".to_owned()) };
    let message = messages.get(number).await?.or_tell("No such message.")?;
    Ok(format!("{}: {}", message.from.map(|from| from.first_name).unwrap_or_default(), message.date))
}

#[tokio::test]
async fn a_handler_shows_an_old_message_where_the_wire_can() {
    on_each_wire(async |stage| {
        let bot = stage.run(Router::new().routes(routes![show])).await;
        let group = stage.user("Alice").supergroup("Friends", [bot.account.id]);
        let old = group.say("/start@test_bot long ago");
        for number in [old.0, 12345] {
            group.say(format!("/show@test_bot {number}"));
            stage.until_quiet(&bot).await;
        }
        let answers: Vec<_> =
            group.messages().into_iter().filter(|message| message.from == "test_bot").collect();
        let answers: Vec<_> = answers.iter().map(|message| message.text.as_str()).collect();
        match stage.wire() {
            Wire::Http => assert_eq!(answers, ["This wire cannot."; 2]),
            _ => assert_eq!(answers, ["Alice: 1800000000", "No such message."]),
        }
        bot.stop().await;
    })
    .await;
}

#[tokio::test]
async fn messages_are_fetched_by_number_in_the_order_asked_for() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let alice = stage.user("Alice");
        let private = alice.open(&account);
        private.say("/start");
        let group = alice.group("Friends", [account.id]);
        let supergroup = alice.supergroup("More friends", [account.id]);
        let mut asked = Vec::new();
        for chat in [ChatId::from(alice.id), group.id(), supergroup.id()] {
            let first = bot.send_message(chat, Html::new("<b>one</b>")).await.unwrap();
            let second = bot.send_message(chat, "two").reply_to(first.id).await.unwrap();
            asked.push((chat, first, second));
        }
        for (chat, first, second) in asked {
            let numbers = [second.id, MessageId(99_999), first.id];
            let got = bot.request(GetMessages::new(chat, numbers.to_vec())).await;
            match stage.wire() {
                Wire::Http => {
                    assert!(!bot.can(Capability::FetchMessages));
                    let error = got.unwrap_err();
                    assert_eq!(*error.kind(), ErrorKind::Unsupported { backend: "the Bot API" });
                }
                _ => {
                    assert!(bot.can(Capability::FetchMessages));
                    assert_eq!(got.unwrap(), [Some(second), None, Some(first)]);
                }
            }
        }
    })
    .await;
}
