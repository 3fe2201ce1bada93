//! A text as characters that can be looked at from any place, in both directions.

use std::ops::Range;

use unicode_general_category::{GeneralCategory, get_general_category};

/// A stretch of a text, counted in characters.
pub(super) type Span = Range<usize>;

/// A text as characters.
pub(super) struct Characters(Vec<char>);

impl Characters {
    pub(super) fn new(text: &str) -> Self {
        Self(text.chars().collect())
    }

    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.0.get(at).copied()
    }

    /// The last character before a place.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    /// The characters of a span; none if it doesn't lie in the text.
    pub(super) fn slice(&self, span: Span) -> &[char] {
        self.0.get(span).unwrap_or_default()
    }

    pub(super) fn text(&self, span: Span) -> String {
        self.slice(span).iter().collect()
    }

    /// The next place, from `from` on, where a character stands.
    pub(super) fn find(&self, wanted: char, from: usize) -> Option<usize> {
        let rest = self.0.get(from..)?;
        rest.iter().position(|c| *c == wanted).map(|at| from + at)
    }

    /// The end of the characters from `from` on which all belong.
    pub(super) fn run(&self, from: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.0.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|c| belongs(**c)).count()
    }

    /// The start of the characters up to `to` which all belong, looking no further back than `limit`.
    pub(super) fn run_back(&self, to: usize, limit: usize, belongs: impl Fn(char) -> bool) -> usize {
        let before = self.0.get(limit..to).unwrap_or_default();
        to - before.iter().rev().take_while(|c| belongs(**c)).count()
    }

    /// Whether the characters from a place on are these, in any ASCII case.
    pub(super) fn has(&self, at: usize, ascii: &str) -> bool {
        let there = self.slice(at..at.saturating_add(ascii.len()));
        !there.is_empty() && there.iter().zip(ascii.chars()).all(|(a, b)| a.eq_ignore_ascii_case(&b))
    }
}

/// What Telegram distinguishes of Unicode's general categories.
///
/// The standard library's `is_alphabetic` is no substitute: it takes in vowel signs and other marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Category {
    Letter,
    DecimalNumber,
    OtherNumber,
    Separator,
    Other,
}

impl Category {
    pub(super) fn of(c: char) -> Self {
        use GeneralCategory as G;
        match get_general_category(c) {
            G::UppercaseLetter
            | G::LowercaseLetter
            | G::TitlecaseLetter
            | G::ModifierLetter
            | G::OtherLetter => Self::Letter,
            G::DecimalNumber => Self::DecimalNumber,
            G::LetterNumber | G::OtherNumber => Self::OtherNumber,
            G::SpaceSeparator | G::LineSeparator | G::ParagraphSeparator => Self::Separator,
            _ => Self::Other,
        }
    }
}

/// Letters, numbers of any kind, and the underscore: what a find must not adjoin.
pub(super) fn is_word(c: char) -> bool {
    c == '_' || matches!(Category::of(c), Category::Letter | Category::DecimalNumber | Category::OtherNumber)
}

/// What usernames and commands are made of.
pub(super) fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// What hashtags are made of, and what no hashtag or cashtag may adjoin.
///
/// Beside letters, digits and underscores: the zero width non-joiner of Persian, the middle dot of
/// Catalan, and the whole block of Sinhala with its vowel signs.
pub(super) fn is_hashtag(c: char) -> bool {
    matches!(c, '_' | '\u{200c}' | '\u{b7}' | '\u{d80}'..='\u{dff}')
        || matches!(Category::of(c), Category::Letter | Category::DecimalNumber)
}

/// What of Unicode a link may contain: all but spaces and most of General Punctuation.
pub(super) fn is_url(c: char) -> bool {
    match c {
        // Of that block, joiners and dashes are allowed.
        '\u{2000}'..='\u{206f}' => matches!(c, '\u{200c}' | '\u{200d}' | '\u{2010}'..='\u{2015}'),
        _ => Category::of(c) != Category::Separator,
    }
}

/// What a link's path, query and fragment may contain.
pub(super) fn is_url_path(c: char) -> bool {
    !matches!(c, '\n' | '<' | '>' | '"' | '«' | '»') && is_url(c)
}

/// What belongs to the sentence around a link rather than to the link that it follows.
pub(super) fn is_punctuation_after_url(c: char) -> bool {
    matches!(c, '.' | ':' | ';' | ',' | '(' | '\'' | '?' | '!' | '`')
}

impl Characters {
    /// The end of the path, query or fragment that starts here; `at` itself if there is none.
    pub(super) fn url_path_end(&self, at: usize) -> usize {
        let Some(first @ ('/' | '?' | '#')) = self.get(at) else { return at };
        let end = self.run(at + 1, is_url_path);
        let end = self.run_back(end, at + 1, is_punctuation_after_url);
        // A lone slash is a path, but nothing is asked by a lone question mark.
        if first == '/' || end > at + 1 { end } else { at }
    }
}
