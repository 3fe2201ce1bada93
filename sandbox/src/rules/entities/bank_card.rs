//! Numbers of bank cards.

use super::characters::{Category, Characters, Span};

/// Numbers of 13 to 19 digits, with spaces and dashes between them, that a bank may have given out.
pub(super) fn find(text: &Characters) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_digit(text, from) {
        if text.before(start).is_some_and(forbids_card_after) {
            from = text.run(start, is_part);
            continue;
        }
        let end = number_end(text, start);
        from = end;
        let end = text.run_back(end, start, |c| !c.is_ascii_digit());
        let digits: Vec<u32> = text.slice(start..end).iter().filter_map(|c| c.to_digit(10)).collect();
        let fits = (13..=19).contains(&digits.len())
            // Not more separators than digits to separate.
            && end - start < 2 * digits.len()
            && !text.get(end).is_some_and(forbids_card_before);
        if fits && has_check_digit(&digits) && has_length_of_issuer(&digits) {
            found.push(start..end);
        }
    }
    found
}

fn next_digit(text: &Characters, from: usize) -> Option<usize> {
    let at = text.run(from, |c| !c.is_ascii_digit());
    text.get(at).map(|_| at)
}

/// The end of the digits, spaces and dashes; of the digits alone if they make up a card by themselves.
fn number_end(text: &Characters, start: usize) -> usize {
    let digits_end = text.run(start, |c| c.is_ascii_digit());
    if text.get(digits_end) == Some(' ') && (16..=19).contains(&(digits_end - start)) {
        return digits_end;
    }
    text.run(start, is_part)
}

fn is_part(c: char) -> bool {
    c.is_ascii_digit() || c == ' ' || c == '-'
}

fn forbids_card_after(before: char) -> bool {
    matches!(before, '.' | ',' | '+' | '-' | '_') || Category::of(before) == Category::Letter
}

fn forbids_card_before(after: char) -> bool {
    matches!(after, '-' | '_') || Category::of(after) == Category::Letter
}

/// Luhn's checksum.
fn has_check_digit(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit < 5 { 2 * digit } else { 2 * digit - 9 };
    let weighed = digits.iter().rev().enumerate().map(|(i, d)| if i % 2 == 0 { *d } else { doubled(*d) });
    weighed.sum::<u32>() % 10 == 0
}

/// How long the numbers are whose issuer can be told by their first digits; of others any length will do.
fn has_length_of_issuer(digits: &[u32]) -> bool {
    let first_four = digits.iter().take(4).fold(0, |number, digit| number * 10 + digit);
    let length = digits.len();
    match first_four {
        // Visa.
        4000..=4999 => matches!(length, 13 | 16 | 18 | 19),
        // MIR, then twice Mastercard.
        2200..=2204 | 2221..=2720 | 5100..=5599 => length == 16,
        // American Express.
        3400..=3499 | 3700..=3799 => length == 15,
        // UnionPay.
        6200..=6299 | 8100..=8199 => length >= 16,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_finds;

    #[test]
    fn bank_cards() {
        assert_finds(
            super::find,
            &[
                ("", &[]),
                ("123456789015", &[]),
                ("1234567890120", &[]),
                ("1234567890127", &[]),
                ("1234567890128", &["1234567890128"]),
                ("1234567890129", &[]),
                ("12345678901500", &["12345678901500"]),
                ("123456789012800", &["123456789012800"]),
                ("1234567890151800", &["1234567890151800"]),
                ("12345678901280000", &["12345678901280000"]),
                ("123456789015009100", &["123456789015009100"]),
                ("1234567890128000000", &["1234567890128000000"]),
                ("12345678901500910000", &[]),
                (" - - - - 1 - -- 2 - - -- 34 - - - 56- - 7890150000  - - - -", &[]),
                (" - - - - 1 - -- 234 - - 56- - 7890150000  - - - -", &["1 - -- 234 - - 56- - 7890150000"]),
                (
                    "4916-3385-0608-2832; 5280 9342 8317 1080 ;345936346788903",
                    &["4916-3385-0608-2832", "5280 9342 8317 1080", "345936346788903"],
                ),
                (
                    "4556728228023269, 4916141675244747020, 49161416752447470, 4556728228023269",
                    &["4556728228023269", "4916141675244747020", "4556728228023269"],
                ),
                ("4556728228023269 12/30", &["4556728228023269"]),
                ("4556 7282 2802 3269 12/30", &[]),
                ("1 2 3 4 5 6 7 8 9 0 1 2 8", &["1 2 3 4 5 6 7 8 9 0 1 2 8"]),
                ("1 2 3 4 5 6 7 8 9 0 1 2  8", &[]),
                // What adjoins one.
                ("a1234567890128", &[]),
                ("1234567890128a", &[]),
                ("1234567890128а", &[]),
                ("а1234567890128", &[]),
                ("1234567890128_", &[]),
                ("_1234567890128", &[]),
                (".1234567890128", &[]),
                (",1234567890128", &[]),
                ("-1234567890128", &[]),
                ("+1234567890128", &[]),
                ("1234567890128-a", &[]),
                ("1234567890128/", &["1234567890128"]),
                ("1234567890128.", &["1234567890128"]),
                ("\"1234567890128", &["1234567890128"]),
                ("🏟1234567890128🏟", &["1234567890128"]),
            ],
        );
    }
}
