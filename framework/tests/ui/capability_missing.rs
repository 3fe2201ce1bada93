//! What the wire cannot do.
use ambigram::prelude::*;

#[command("/show <number>")]
async fn show(messages: Messages, number: MessageId) -> Result<String> {
    let message = messages.get(number).await?.or_tell("No such message.")?;
    Ok(message.date.to_string())
}

/// This one compiles for every wire.
#[command("/maybe <number>")]
async fn maybe(messages: Option<Messages>, number: MessageId) -> String {
    format!("{number}: {}", messages.is_some())
}

fn main() {
    let _: Router = Router::new().routes(routes![maybe, show]);
}
