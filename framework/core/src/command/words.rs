//! The words of a command: separated by white space, or held together by quotes.

/// A word, and all from its start on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Words<'a>(&'a str);

/// What opens a quotation, and what closes it: phones make the curly ones by themselves.
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')];

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(text.trim())
    }

    /// All that is left.
    pub(super) fn rest(self) -> &'a str {
        self.0
    }

    /// Takes the next word; `None` at the end.
    pub(super) fn next(&mut self) -> Option<&'a str> {
        let first = self.0.chars().next()?;
        let quoted = QUOTES.iter().find(|(open, _)| *open == first).and_then(|(open, close)| {
            let (word, after) = self.0.strip_prefix(*open)?.split_once(*close)?;
            // A quote in the middle of a word is a character like any other: `5"x3`.
            after.chars().next().is_none_or(char::is_whitespace).then_some((word, after))
        });
        let (word, after) =
            quoted.unwrap_or_else(|| self.0.split_once(char::is_whitespace).unwrap_or((self.0, "")));
        self.0 = after.trim_start();
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_words_together() {
        let table: [(&str, &[&str]); 8] = [
            ("", &[]),
            ("  one  two\nthree ", &["one", "two", "three"]),
            (r#""one two" three"#, &["one two", "three"]),
            ("“one two” «three four»", &["one two", "three four"]),
            (r#""" x"#, &["", "x"]),
            (r#""one two"#, &["\"one", "two"]),
            (r#"5"x3" y"#, &["5\"x3\"", "y"]),
            (r#""a"b c"#, &["\"a\"b", "c"]),
        ];
        for (text, expected) in table {
            let mut words = Words::new(text);
            let found: Vec<_> = std::iter::from_fn(|| words.next()).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
