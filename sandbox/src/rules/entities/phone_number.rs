//! Phone numbers: `+1-212-555-0123`.
//!
//! Telegram's server finds these by rules that it keeps to itself; the rules here are ours. A number
//! is international: `+` and 7 to 15 digits (ITU-T E.164), the first of them no zero. It is written
//! in one piece or in groups, with a space, a dash or a dot between two, and each may stand in brackets.
//! No word adjoins it.

use std::ops::RangeInclusive;

use super::characters::{Characters, Span, is_word};

const DIGITS: RangeInclusive<usize> = 7..=15;

/// From so many digits on, what follows a space is something else: few numbers have more of them.
const MAY_BE_WHOLE: usize = 11;

/// Phone numbers in the international form.
pub(super) fn find(text: &Characters) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.find('+', from) {
        from = at + 1;
        let alone = !text.before(at).is_some_and(|c| c == '+' || is_word(c));
        let first_fits = text.get(at + 1).is_some_and(|c| matches!(c, '1'..='9'));
        if let Some(end) = number_end(text, at + 1).filter(|_| alone && first_fits) {
            found.push(at..end);
            from = end;
        }
    }
    found
}

/// The end of the number whose first group starts here.
fn number_end(text: &Characters, start: usize) -> Option<usize> {
    let mut end = text.run(start, |c| c.is_ascii_digit());
    let mut digits = end - start;
    let in_one_piece = digits >= *DIGITS.start();
    while let Some(group) = next_group(text, end).filter(|_| !in_one_piece) {
        if digits >= MAY_BE_WHOLE && text.get(end).is_some_and(is_space) {
            break;
        }
        digits += group.digits;
        end = group.end;
    }
    (DIGITS.contains(&digits) && !text.get(end).is_some_and(is_word)).then_some(end)
}

/// Digits that continue a number, with what is between.
struct Group {
    digits: usize,
    end: usize,
}

fn next_group(text: &Characters, at: usize) -> Option<Group> {
    let separator_end = at + usize::from(text.get(at).is_some_and(is_separator));
    let in_brackets = text.get(separator_end) == Some('(');
    let start = separator_end + usize::from(in_brackets);
    let digits_end = text.run(start, |c| c.is_ascii_digit());
    if digits_end == start || (in_brackets && text.get(digits_end) != Some(')')) {
        return None;
    }
    Some(Group { digits: digits_end - start, end: digits_end + usize::from(in_brackets) })
}

fn is_separator(c: char) -> bool {
    is_space(c) || matches!(c, '-' | '\u{2011}' | '.')
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_finds;

    #[test]
    fn phone_numbers() {
        assert_finds(
            super::find,
            &[
                ("", &[]),
                ("+", &[]),
                ("+1", &[]),
                ("++", &[]),
                ("+1-212-555-0123", &["+1-212-555-0123"]),
                ("+12125550123", &["+12125550123"]),
                ("+1 (212) 555-0123", &["+1 (212) 555-0123"]),
                ("+1(212)555-0123", &["+1(212)555-0123"]),
                ("+1.212.555.0123", &["+1.212.555.0123"]),
                ("+1\u{a0}212\u{a0}555\u{a0}0123", &["+1\u{a0}212\u{a0}555\u{a0}0123"]),
                ("+44 20 7946 0958", &["+44 20 7946 0958"]),
                ("+33 6 12 34 56 78", &["+33 6 12 34 56 78"]),
                ("+7 900 123-45-67", &["+7 900 123-45-67"]),
                ("+49 (0) 30 123456", &["+49 (0) 30 123456"]),
                ("+994 12-345-67-89, +4312345678.", &["+994 12-345-67-89", "+4312345678"]),
                ("(+12125550123)", &["+12125550123"]),
                ("+12125550123!", &["+12125550123"]),
                ("tel:+12125550123", &["+12125550123"]),
                ("🏟+12125550123🏟", &["+12125550123"]),
                // The number of digits.
                ("+123456", &[]),
                ("+1234567", &["+1234567"]),
                ("+123456789012345", &["+123456789012345"]),
                ("+1234567890123456", &[]),
                ("+1 234 56", &[]),
                ("+1 234 567", &["+1 234 567"]),
                ("+1-234-567-890-123-45", &["+1-234-567-890-123-45"]),
                ("+1-234-567-890-123-456", &[]),
                // After a space, a number that may be whole isn't continued.
                ("+998 90 123 45 67", &["+998 90 123 45 67"]),
                ("+1 212 555 0123 4567", &["+1 212 555 0123"]),
                ("+1-212-555-0123 4916338506082832", &["+1-212-555-0123"]),
                ("+1 212 555 012 345", &["+1 212 555 012 345"]),
                ("+02125550123", &[]),
                ("12125550123", &[]),
                ("+١٢٣٤٥٦٧٨", &[]),
                // What adjoins one.
                ("a+12125550123", &[]),
                ("2+12125550123", &[]),
                ("я+12125550123", &[]),
                ("_+12125550123", &[]),
                ("++12125550123", &[]),
                ("+12125550123a", &[]),
                ("+12125550123я", &[]),
                ("+12125550123_", &[]),
                ("+1 212 555 0123a", &[]),
                ("+1 212 555 0123 4pm", &["+1 212 555 0123"]),
                ("+12125550123 2 times", &["+12125550123"]),
                ("+12125550123-12125550123", &["+12125550123"]),
                // Separators one at a time, brackets in pairs.
                ("+1 212  555 0123", &[]),
                ("+1--2125550123", &[]),
                ("+ 12125550123", &[]),
                ("+1 (212 555 0123", &[]),
                ("+1 212) 555 0123", &[]),
                ("+1 ((212)) 555 0123", &[]),
                ("+1 () 212 555 0123", &[]),
                ("+1 212 555 0123 (", &["+1 212 555 0123"]),
                ("+1 212 555 0123-", &["+1 212 555 0123"]),
                ("+1/212/5550123", &[]),
            ],
        );
    }
}
