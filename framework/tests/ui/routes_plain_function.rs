//! A function that no attribute made a handler of.
use ambigram::prelude::*;

async fn start() -> &'static str {
    "Hello"
}

fn main() {
    let _: Router = Router::new().routes(routes![start]);
}
