//! All that is wrong with a template is said at once.
use ambigram::prelude::*;

#[command("Roll <sides?> <1st> to <sides>")]
async fn roll(sides: u32) -> String {
    sides.to_string()
}

#[command]
async fn nothing() {}

#[command("/ban", only(admin))]
async fn ban() {}

fn main() {}
