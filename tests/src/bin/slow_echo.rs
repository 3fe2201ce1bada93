//! A bot to be killed: it answers each text with the same text, after `HANDLER_SLEEP_MS`. Once it has signed in it says
//! so.

use std::time::Duration;

use ambigram::prelude::*;
use ambigram::{AnyBackend, Dispatcher};

#[message(text)]
async fn echo(State(pause): State<Duration>, text: Text) -> Text {
    tokio::time::sleep(pause).await;
    text
}

#[tokio::main]
async fn main() -> ambigram::Result {
    let pause = std::env::var("HANDLER_SLEEP_MS")?.parse()?;
    let router = Router::new().routes(routes![echo]).with_state(Duration::from_millis(pause));
    let backend = AnyBackend::from_env()?;
    let updates = backend.updates();
    let dispatcher = Dispatcher::new(router, backend)?;
    dispatcher.bot().get_me().await?;
    println!("running");
    dispatcher.run(updates).await?;
    Ok(())
}
