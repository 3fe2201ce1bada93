//! Cashtags: `$USD`, `$USD@username`.

use super::characters::{Characters, Span, is_hashtag, is_name};

/// The one ticker that has a digit.
const ONE_INCH: &str = "1INCH";

/// Tickers of up to eight Latin capitals, alone or followed by the username of a chat to search in.
pub(super) fn find(text: &Characters) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.find('$', from) {
        let ticker_end = ticker_end(text, at + 1);
        let end = username_end(text, ticker_end).unwrap_or(ticker_end);
        let complete = (1..=8).contains(&(ticker_end - at - 1))
            && !text.before(at).is_some_and(forbids_cashtag)
            && !text.get(end).is_some_and(forbids_cashtag);
        if complete {
            found.push(at..end);
        }
        from = end;
    }
    found
}

fn ticker_end(text: &Characters, at: usize) -> usize {
    let one_inch_end = at + ONE_INCH.len();
    if text.slice(at..one_inch_end).iter().copied().eq(ONE_INCH.chars()) {
        return one_inch_end;
    }
    text.run(at, |c| c.is_ascii_uppercase())
}

/// The end of a username, if an `@` and 3 to 32 of its characters stand here.
fn username_end(text: &Characters, at: usize) -> Option<usize> {
    (text.get(at) == Some('@')).then_some(())?;
    let end = text.run(at + 1, is_name);
    (3..=32).contains(&(end - at - 1)).then_some(end)
}

fn forbids_cashtag(neighbour: char) -> bool {
    neighbour == '$' || is_hashtag(neighbour)
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_finds;

    #[test]
    fn cashtags() {
        assert_finds(
            super::find,
            &[
                ("", &[]),
                ("$", &[]),
                ("$$", &[]),
                ("$$$", &[]),
                ("$A", &["$A"]),
                ("$AB", &["$AB"]),
                ("$ABC", &["$ABC"]),
                ("$ABCD", &["$ABCD"]),
                ("$ABCDE", &["$ABCDE"]),
                ("$ABCDEF", &["$ABCDEF"]),
                ("$ABCDEFG", &["$ABCDEFG"]),
                ("$ABCDEFGH", &["$ABCDEFGH"]),
                ("$ABCDEFGHJ", &[]),
                ("$ABCDEFGH1", &[]),
                (" $XYZ", &["$XYZ"]),
                ("$XYZ ", &["$XYZ"]),
                (" $XYZ ", &["$XYZ"]),
                ("($XYZ), $ABC.", &["$XYZ", "$ABC"]),
                ("$XYZ-$ABC", &["$XYZ", "$ABC"]),
                ("#$XYZ", &["$XYZ"]),
                ("$XYZ#", &["$XYZ"]),
                // Latin capitals only.
                ("$a", &[]),
                (" $a", &[]),
                ("$a ", &[]),
                ("$ab", &[]),
                ("$abc", &[]),
                ("$Abc", &[]),
                ("$ABc", &[]),
                (" $я ", &[]),
                ("$ABС", &[]),
                ("$АBC", &[]),
                ("$АВС", &[]),
                ("$ÀB", &[]),
                ("$12", &[]),
                ("$12.50", &[]),
                // What adjoins one.
                (" $$XYZ ", &[]),
                (" $XYZ$ ", &[]),
                (" $ABC1 ", &[]),
                (" $ABC_ ", &[]),
                (" $1ABC ", &[]),
                (" 1$ABC ", &[]),
                (" _$ABC ", &[]),
                (" А$ABC ", &[]),
                (" ·$ABC ", &[]),
                ("$ABC$DEF $GHI $KLM", &["$GHI", "$KLM"]),
                ("$ABC\u{2122}", &["$ABC"]),
                ("\u{2122}$ABC", &["$ABC"]),
                ("\u{2122}$ABC\u{2122}", &["$ABC"]),
                ("$ABC൹", &["$ABC"]),
                ("$ABC½", &["$ABC"]),
                ("$ABCඁ", &[]),
                ("$ABCං", &[]),
                ("$ABC෴", &[]),
                ("$ABCก", &[]),
                ("$ABC฿", &["$ABC"]),
                ("🏟$ABC🏟", &["$ABC"]),
                // The one with a digit.
                ("$1INC", &[]),
                ("$1INCH", &["$1INCH"]),
                ("...$1INCH...", &["$1INCH"]),
                ("$1INCH@abc", &["$1INCH@abc"]),
                ("$1inch", &[]),
                ("$1INCHA", &[]),
                ("$1INCHА", &[]),
                ("$1INCHES", &[]),
                ("$2INCH", &[]),
            ],
        );
    }

    #[test]
    fn cashtags_of_one_chat() {
        assert_finds(
            super::find,
            &[
                ("$TEST@", &["$TEST"]),
                ("$TEST@a", &["$TEST"]),
                ("$TEST@ab", &["$TEST"]),
                ("$TEST@abc", &["$TEST@abc"]),
                ("$TEST@a-c", &["$TEST"]),
                ("$TEST@abc-d", &["$TEST@abc"]),
                ("$TEST@abcdefghijabcdefghijabcdefghijab", &["$TEST@abcdefghijabcdefghijabcdefghijab"]),
                ("$TEST@abcdefghijabcdefghijabcdefghijabc", &["$TEST"]),
                ("$TEST@abc$", &[]),
                ("$TEST@abcя", &[]),
                ("$test@abc", &[]),
                ("$@abc", &[]),
                ("$ABCDEFGHJ@abc", &[]),
            ],
        );
    }
}
