//! A piece of state that the program's own state does not hold.
use ambigram::prelude::*;

#[derive(Clone)]
struct App;

#[derive(Clone)]
struct Database;

#[command("/stats")]
async fn stats(State(database): State<Database>) {
    let _ = database;
}

fn main() {
    let router: Router<App> = Router::new().routes(routes![stats]);
    let _ = ambigram::run(router.with_state(App));
}
