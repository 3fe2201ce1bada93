//! Arguments of `html!` that are missing, or too many.
use ambigram::prelude::*;

fn main() {
    let _ = html!("<b>{}</b> {}", 1);
    let _ = html!("<b>{}</b>", 1, 2);
    let _ = html!("<b>{</b>");
    let _ = html!("{a.b}");
}
