//! A state that nobody provides.
use ambigram::prelude::*;

#[derive(Clone)]
struct Database;

#[command("/stats")]
async fn stats(State(database): State<Database>) {
    let _ = database;
}

fn main() {
    let _ = ambigram::run(routes![stats]);
}
