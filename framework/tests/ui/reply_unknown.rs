//! A return value that is no reply.
use ambigram::prelude::*;

#[command("/sum <a> <b>")]
async fn sum(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {
    let _: Router = Router::new().routes(routes![sum]);
}
