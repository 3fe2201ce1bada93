//! A parameter is missing altogether, and a range is on what is no argument.
use ambigram::prelude::*;

#[command("/ban <user> <reason..>")]
async fn ban(#[arg(1..)] bot: Bot, reason: String) {
    let _ = (bot, reason);
}

fn main() {}
