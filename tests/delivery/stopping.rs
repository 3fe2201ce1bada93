//! A stop on purpose: what was taken is finished, confirmed, and does not come again.

use std::sync::Arc;

use ambigram::prelude::*;
use ambigram_tests::on_both_wires;
use tokio::sync::Semaphore;

/// What the test holds a handler by.
#[derive(Clone)]
struct Gate {
    entered: Arc<Semaphore>,
    open: Arc<Semaphore>,
}

#[message(text)]
async fn echo(State(gate): State<Gate>, text: Text) -> Result<Text> {
    gate.entered.add_permits(1);
    gate.open.acquire().await?.forget();
    Ok(text)
}

#[tokio::test]
async fn a_stopped_bot_finishes_what_it_took_and_a_new_one_goes_on_after_it() {
    on_both_wires(async |stage| {
        let gate = Gate { entered: Arc::new(Semaphore::new(0)), open: Arc::new(Semaphore::new(0)) };
        let router = || Router::new().routes(routes![echo]).with_state(gate.clone());
        let first = stage.run(router()).await;
        let account = first.account.clone();
        let alice = stage.user("Alice").open(&account);

        alice.say("one");
        gate.entered.acquire().await.unwrap().forget();
        let stopping = tokio::spawn(first.stop());
        gate.open.add_permits(1);
        let report = stopping.await.unwrap();
        assert_eq!((report.handled, report.unfinished), (1, 0));

        stage.release(&account);
        alice.say("two");
        let second = stage.run_as(account, router());
        gate.open.add_permits(1);
        alice.until(|messages| messages.len() == 4).await;
        let report = second.stop().await;
        // The first message was confirmed by the first bot, so the second never sees it.
        assert_eq!((report.handled, report.unfinished), (1, 0));
        let texts: Vec<_> = alice.messages().into_iter().map(|message| message.text).collect();
        assert_eq!(texts, ["one", "one", "two", "two"]);
    })
    .await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_signal_stops_the_program_and_what_was_handled_is_confirmed() {
    on_both_wires(async |stage| {
        for signal in ["TERM", "INT"] {
            let account = stage.telegram().bot(&format!("{signal}_bot"));
            let alice = stage.user("Alice").open(&account);
            for text in ["one", "two"] {
                let mut bot = crate::killed::start(stage, &account).await;
                let before = alice.messages().len();
                alice.say(text);
                alice.until(|messages| messages.len() == before + 2).await;
                let pid = bot.id().unwrap().to_string();
                let kill = tokio::process::Command::new("kill").args(["-s", signal, &pid]).status();
                assert!(kill.await.unwrap().success());
                assert!(bot.wait().await.unwrap().success(), "SIG{signal}");
            }
            // What the first confirmed, the second was not told again.
            let texts: Vec<_> = alice.messages().into_iter().map(|message| message.text).collect();
            assert_eq!(texts, ["one", "one", "two", "two"]);
        }
    })
    .await;
}
