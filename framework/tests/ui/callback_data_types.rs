//! A button's data is typed as the handler is.
use ambigram::prelude::*;

#[callback("count/<n>")]
async fn counted(n: i64) -> Edit {
    Edit::text(n.to_string())
}

fn main() {
    let _ = Button::callback("+1", counted::data("one"));
}
