//! A handler that is no async function, and one with generic parameters.
use ambigram::prelude::*;

#[command("/start")]
fn start() -> &'static str {
    "Hello"
}

#[message(text)]
async fn echo<T: Into<Text>>(text: T) -> Text {
    text.into()
}

#[message(txet)]
async fn typo() {}

fn main() {
    let _: Router = Router::new().routes(routes![start, echo, typo]);
}
