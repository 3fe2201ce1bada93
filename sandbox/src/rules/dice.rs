//! What dice there are, and how many values each has. <https://core.telegram.org/bots/api#dice>

/// What is thrown where nothing is said.
pub const DEFAULT: &str = "🎲";

/// How many values the die of this emoji has; `None` where there is none.
pub fn sides(emoji: &str) -> Option<u32> {
    match emoji {
        "🎲" | "🎯" | "🎳" => Some(6),
        "🏀" | "⚽" => Some(5),
        "🎰" => Some(64),
        _ => None,
    }
}

/// An emoji as Telegram keeps it: without the mark that it is to be shown in colour.
pub fn plain(emoji: &str) -> &str {
    match emoji.trim_end_matches('\u{fe0f}') {
        "" => DEFAULT,
        plain => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_die_has_values_of_its_own() {
        let cases = [
            ("", Some(6)),
            ("🎲", Some(6)),
            ("🎯", Some(6)),
            ("🎳", Some(6)),
            ("🏀", Some(5)),
            ("⚽️", Some(5)),
            ("🎰", Some(64)),
            ("🙂", None),
        ];
        for (emoji, expected) in cases {
            assert_eq!(sides(plain(emoji)), expected, "{emoji}");
        }
    }
}
