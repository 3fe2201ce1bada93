//! A router whose state was forgotten.
use ambigram::prelude::*;

#[derive(Clone)]
struct App;

#[command("/stats")]
async fn stats(State(app): State<App>) {
    let _ = app;
}

fn main() {
    let router: Router<App> = Router::new().routes(routes![stats]);
    let _ = ambigram::run(router);
}
