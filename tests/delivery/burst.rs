//! More updates at once than handlers can take.

use std::sync::Arc;

use ambigram::prelude::*;
use ambigram_tests::on_each_wire;
use tokio::sync::Semaphore;

const UPDATES: usize = 10_000;
const CHATS: usize = 100;

/// Handlers that are slow as long as the test wants them to be.
#[message(text)]
async fn echo(State(gate): State<Arc<Semaphore>>, text: Text) -> Result<Text> {
    gate.acquire().await?.forget();
    Ok(text)
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_updates_at_once_are_all_handled_in_order() {
    on_each_wire(async |stage| {
        let gate = Arc::new(Semaphore::new(0));
        let bot = stage.run(Router::new().routes(routes![echo]).with_state(gate.clone())).await;
        let chats: Vec<_> = (0..CHATS).map(|n| stage.user(&format!("User {n}")).open(&bot.account)).collect();
        for number in 0..UPDATES {
            chats[number % CHATS].say(number.to_string());
        }
        gate.add_permits(UPDATES);
        stage.until_quiet(&bot).await;
        for (index, chat) in chats.iter().enumerate() {
            let answers: Vec<usize> = chat
                .messages()
                .iter()
                .filter(|message| !message.is_own)
                .map(|message| message.text.parse().unwrap())
                .collect();
            let said: Vec<_> = (index..UPDATES).step_by(CHATS).collect();
            assert_eq!(answers, said, "chat {index}");
        }
        assert_eq!(bot.stop().await.handled, UPDATES as u64);
    })
    .await;
}
