//! Hashtags: `#hashtag`, `#hashtag@username`.

use super::characters::{Category, Characters, Span, is_hashtag, is_name};

/// How many characters after the `#` count; what follows is left out.
const MAX_LENGTH: usize = 256;

/// Hashtags with at least one letter, alone or followed by the username of a chat to search in.
pub(super) fn find(text: &Characters) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.find('#', from) {
        let run_end = text.run(at + 1, is_hashtag);
        let end = run_end.min(at + 1 + MAX_LENGTH);
        let tag = text.slice(at + 1..end);
        let full_end = if end == run_end { username_end(text, end).unwrap_or(end) } else { end };
        from = run_end.max(full_end);
        let alone = !text.before(at).is_some_and(is_hashtag) && text.get(from) != Some('#');
        if alone && tag.iter().any(|c| Category::of(*c) == Category::Letter) {
            found.push(at..full_end);
        }
    }
    found
}

/// The end of a username's first 32 characters, if an `@` and at least three of them stand here.
fn username_end(text: &Characters, at: usize) -> Option<usize> {
    (text.get(at) == Some('@')).then_some(())?;
    let length = text.run(at + 1, is_name) - at - 1;
    (length >= 3).then_some(at + 1 + length.min(32))
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_finds;

    #[test]
    fn hashtags() {
        assert_finds(
            super::find,
            &[
                ("", &[]),
                ("#", &[]),
                ("##", &[]),
                ("###", &[]),
                ("#a", &["#a"]),
                (" #a", &["#a"]),
                ("#a ", &["#a"]),
                (" #a. ", &["#a"]),
                ("(#a)", &["#a"]),
                ("#a,#b", &["#a", "#b"]),
                ("#a-b", &["#a"]),
                ("#a_b", &["#a_b"]),
                ("#test", &["#test"]),
                ("@#a", &["#a"]),
                // Not within a word, and not two that touch.
                (" я#a ", &[]),
                ("x#a", &[]),
                ("1#a", &[]),
                ("_#a", &[]),
                ("²#a", &["#a"]),
                (" #a# ", &[]),
                ("##a", &["#a"]),
                ("#a##b", &["#b"]),
                ("#a#b #c #d", &["#c", "#d"]),
                // At least one letter.
                (" #123 ", &[]),
                (" #123a ", &["#123a"]),
                (" #a123 ", &["#a123"]),
                (" #123a# ", &[]),
                ("#_", &[]),
                ("#_a", &["#_a"]),
                ("#·", &[]),
                ("#١٢٣", &[]),
                ("#ǅ", &["#ǅ"]),
                ("#ʰ", &["#ʰ"]),
            ],
        );
    }

    #[test]
    fn hashtags_of_every_script() {
        assert_finds(
            super::find,
            &[
                (" #я ", &["#я"]),
                ("#Москва2024", &["#Москва2024"]),
                ("#漢字かな", &["#漢字かな"]),
                ("#한국어", &["#한국어"]),
                ("#عربي", &["#عربي"]),
                ("#a١", &["#a١"]),
                ("#می\u{200c}خواهم", &["#می\u{200c}خواهم"]),
                ("#te·st", &["#te·st"]),
                ("#𝐚𝐛", &["#𝐚𝐛"]),
                // Numbers that are no digits, symbols and marks end one.
                ("#a\u{2122}", &["#a"]),
                ("#a൹", &["#a"]),
                ("#a½", &["#a"]),
                ("#aⅫ", &["#a"]),
                ("#a🏟", &["#a"]),
                ("#e\u{301}t", &["#e"]),
                ("#หมู่", &["#หม"]),
                ("#a\u{200d}b", &["#a"]),
                // The block of Sinhala counts whole.
                ("#aඁං෴ก฿", &["#aඁං෴ก"]),
                ("#ශ්රී", &["#ශ්රී"]),
                ("ං#a", &[]),
                ("#ං", &[]),
            ],
        );
    }

    #[test]
    fn long_hashtags_are_cut() {
        let (ones, letters) = ("1".repeat(255), "b".repeat(255));
        let cases = [
            (format!(" #{}", "1".repeat(300)), None),
            (format!(" #{ones}1"), None),
            (format!(" #{ones}1a "), None),
            (format!(" #{ones}a"), Some(format!("#{ones}a"))),
            (format!(" #{ones}Я"), Some(format!("#{ones}Я"))),
            (format!(" #{ones}aa"), Some(format!("#{ones}a"))),
            (format!(" #{ones}a{letters}# "), None),
            (format!(" #{ones}a@abc "), Some(format!("#{ones}a@abc"))),
            (format!(" #{ones}aa@abc "), Some(format!("#{ones}a"))),
            (
                format!("🏟#{}ООО{}", "1".repeat(200), "2".repeat(200)),
                Some(format!("#{}ООО{}", "1".repeat(200), "2".repeat(53))),
            ),
        ];
        for (text, expected) in &cases {
            let expected: Vec<&str> = expected.as_deref().into_iter().collect();
            assert_finds(super::find, &[(text, &expected)]);
        }
    }

    #[test]
    fn hashtags_of_one_chat() {
        assert_finds(
            super::find,
            &[
                ("#test@", &["#test"]),
                ("#test@a", &["#test"]),
                ("#test@ab", &["#test"]),
                ("#test@abc", &["#test@abc"]),
                ("#test@a-c", &["#test"]),
                ("#test@abc-d", &["#test@abc"]),
                ("#test@abcdefghijabcdefghijabcdefghijab", &["#test@abcdefghijabcdefghijabcdefghijab"]),
                ("#test@abcdefghijabcdefghijabcdefghijabc", &["#test@abcdefghijabcdefghijabcdefghijab"]),
                ("#test@abc#more", &[]),
                ("#test@ab#more", &["#test"]),
                ("#123@abc", &[]),
                ("#@abc", &[]),
                ("#test@абв", &["#test"]),
            ],
        );
    }
}
