//! Callback data that can't fit into 64 bytes whatever its values are, and values that nothing separates.
use ambigram::prelude::*;

#[callback("a_name_that_is_far_too_long_for_the_sixty_four_bytes_of_a_button/<n>")]
async fn long(n: i64) {
    let _ = n;
}

#[callback("vote/<poll><option>")]
async fn vote(poll: u32, option: u32) {
    let _ = (poll, option);
}

fn main() {}
