//! What the compiler says about the likeliest mistakes, word for word.

#[test]
#[cfg(feature = "bot-api")]
fn mistakes_are_named() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
}
