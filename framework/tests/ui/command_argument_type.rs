//! An argument of a type that no word can be read as.
use ambigram::prelude::*;

struct Colour;

#[command("/paint <colour>")]
async fn paint(colour: Colour) {
    let _ = colour;
}

fn main() {
    let _: Router = Router::new().routes(routes![paint]);
}
