//! What the compiler says about the likeliest mistakes, word for word.

// The messages name the wire: with both there is no saying which.
#[test]
#[cfg(all(feature = "bot-api", not(feature = "mtproto")))]
fn mistakes_are_named() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
}

#[test]
#[cfg(all(feature = "mtproto", not(feature = "bot-api")))]
fn what_only_the_bot_api_lacks_compiles() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/capability_missing.rs");
}
