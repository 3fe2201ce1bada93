//! A parameter that nothing can be extracted as.
use ambigram::prelude::*;

struct Weather;

#[message(text)]
async fn talk(weather: Weather) {
    let _ = weather;
}

fn main() {
    let _: Router = Router::new().routes(routes![talk]);
}
