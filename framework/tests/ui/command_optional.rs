//! What may be left out is an `Option`.
use ambigram::prelude::*;

#[command("/roll <sides?>")]
async fn roll(sides: u32) -> String {
    sides.to_string()
}

fn main() {}
