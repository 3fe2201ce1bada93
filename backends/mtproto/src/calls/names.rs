//! Names and texts that chats, links and topics are given, tidied up as Telegram's own apps do before they send them.

/// A name: on one line, without needless spaces, and cut where it is too long.
pub(super) fn name(text: &str, longest: usize) -> String {
    let words: Vec<_> = text.split(is_space).filter(|word| !word.is_empty()).collect();
    cut(&words.join(" "), longest)
}

/// A text of several lines: trimmed, and cut where it is too long.
pub(super) fn text(text: &str, longest: usize) -> String {
    cut(text.trim(), longest)
}

fn cut(text: &str, longest: usize) -> String {
    let cut: String = text.chars().take(longest).collect();
    cut.trim_end().to_owned()
}

fn is_space(char: char) -> bool {
    char.is_whitespace() || char.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_and_no_longer_than_it_may_be() {
        for (given, expected) in [
            ("  Friends\n of\u{a0} mine ", "Friends of"),
            ("", ""),
            ("\n \t", ""),
            ("ÄÖÜäöüßéèê!", "ÄÖÜäöüßéèê"),
            ("Abcdefghi jkl", "Abcdefghi"),
        ] {
            assert_eq!(name(given, 10), expected, "{given:?}");
        }
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(text(" Rules:\nbe kind \n", 255), "Rules:\nbe kind");
        assert_eq!(text("abc", 2), "ab");
    }
}
