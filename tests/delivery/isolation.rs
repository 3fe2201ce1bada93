//! What one chat does to another: nothing.

use std::sync::Arc;

use ambigram::prelude::*;
use ambigram_tests::on_both_wires;
use tokio::sync::Semaphore;

/// Waits for the test to open the gate.
#[command("/wait")]
async fn wait(State(gate): State<Arc<Semaphore>>) -> Result<&'static str> {
    gate.acquire().await?.forget();
    Ok("waited")
}

#[command("/panic")]
#[allow(clippy::panic, reason = "to see what a panic does")]
async fn panic() {
    panic!("as asked");
}

#[message(text)]
async fn echo(text: Text) -> Text {
    text
}

fn router(gate: &Arc<Semaphore>) -> Router {
    Router::new().routes(routes![wait, panic, echo]).with_state(gate.clone())
}

#[tokio::test]
async fn a_handler_that_waits_holds_up_its_own_chat_only() {
    on_both_wires(async |stage| {
        let gate = Arc::new(Semaphore::new(0));
        let bot = stage.run(router(&gate)).await;
        let (alice, bob) = (stage.user("Alice").open(&bot.account), stage.user("Bob").open(&bot.account));
        alice.say("/wait");
        alice.say("behind");
        for n in 0..5 {
            bob.say(n.to_string());
            bob.until(|messages| messages.last().is_some_and(|last| !last.is_own)).await;
        }
        assert_eq!(alice.messages().iter().filter(|message| !message.is_own).count(), 0);
        gate.add_permits(1);
        stage.until_quiet(&bot).await;
        let answers: Vec<_> = alice.messages().into_iter().filter(|message| !message.is_own).collect();
        assert_eq!(
            answers.iter().map(|message| message.text.as_str()).collect::<Vec<_>>(),
            ["waited", "behind"]
        );
        assert_eq!(bob.messages().len(), 10);
        bot.stop().await;
    })
    .await;
}

#[tokio::test]
async fn a_panic_ends_one_handler_and_nothing_else() {
    on_both_wires(async |stage| {
        let gate = Arc::new(Semaphore::new(0));
        let bot = stage.run(router(&gate)).await;
        let (alice, bob) = (stage.user("Alice").open(&bot.account), stage.user("Bob").open(&bot.account));
        for chat in [&alice, &bob] {
            chat.say("before");
            chat.say("/panic");
            chat.say("after");
        }
        stage.until_quiet(&bot).await;
        for chat in [&alice, &bob] {
            let answers: Vec<_> = chat.messages().into_iter().filter(|message| !message.is_own).collect();
            assert_eq!(
                answers.iter().map(|message| message.text.as_str()).collect::<Vec<_>>(),
                ["before", "after"]
            );
        }
        assert_eq!(bot.stop().await.handled, 6);
    })
    .await;
}
