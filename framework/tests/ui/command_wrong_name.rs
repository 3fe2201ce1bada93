//! The template names what the function does not have.
use ambigram::prelude::*;

/// Roll a die.
#[command("/roll <sides=6>")]
async fn roll(faces: u32) -> String {
    faces.to_string()
}

fn main() {
    let _: Router = Router::new().routes(routes![roll]);
}
