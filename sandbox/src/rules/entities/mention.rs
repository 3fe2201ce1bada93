//! Mentions: `@username`.

use super::characters::{Characters, Span, is_name, is_word};

/// The names of fewer than four characters that Telegram's own inline bots have.
const SHORT_NAMES: [&str; 5] = ["gif", "nft", "pic", "ufc", "vid"];

/// Usernames after an `@`, of 4 to 32 characters or one of the known short ones.
pub(super) fn find(text: &Characters) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.find('@', from) {
        let end = text.run(at + 1, is_name);
        let alone = !text.before(at).is_some_and(is_word) && !text.get(end).is_some_and(is_word);
        if alone && is_username(text.slice(at + 1..end)) {
            found.push(at..end);
        }
        from = end;
    }
    found
}

fn is_username(name: &[char]) -> bool {
    let is = |short: &str| name.iter().map(char::to_ascii_lowercase).eq(short.chars());
    (4..=32).contains(&name.len()) || SHORT_NAMES.into_iter().any(is)
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_finds;

    #[test]
    fn mentions() {
        assert_finds(
            super::find,
            &[
                ("", &[]),
                ("@", &[]),
                ("@@", &[]),
                ("@mention", &["@mention"]),
                ("@mention ", &["@mention"]),
                (" @mention", &["@mention"]),
                (" @mention ", &["@mention"]),
                ("(@mention)", &["@mention"]),
                ("@mention,@mention!", &["@mention", "@mention"]),
                ("/@mention", &["@mention"]),
                ("@@mention", &["@mention"]),
                ("@men-tion", &[]),
                ("@ment-ion", &["@ment"]),
                ("@mention@", &["@mention"]),
                ("@_under_", &["@_under_"]),
                ("@1234", &["@1234"]),
                ("🏟@mention🏟", &["@mention"]),
                // What stands before or after must not be part of a word, of any script.
                ("no@mention", &[]),
                ("нет@mention", &[]),
                ("1@mention", &[]),
                ("²@mention", &[]),
                ("_@mention", &[]),
                ("@mentionя", &[]),
                ("@mention²", &[]),
                ("@mentionà", &[]),
                ("@mention₽", &["@mention"]),
                ("-@mention", &["@mention"]),
                // The lengths.
                ("@n", &[]),
                ("@na", &[]),
                ("@nam", &[]),
                ("@name", &["@name"]),
                ("@abc @xyz @abc @xyz @xxx@yyy @ttt", &[]),
                (
                    "@abcde @xyzxy @abcde @xyzxy @xxxxx@yyyyy @ttttt",
                    &["@abcde", "@xyzxy", "@abcde", "@xyzxy", "@xxxxx", "@ttttt"],
                ),
                ("@abcdefghijklmnopqrstuvwxyz123456", &["@abcdefghijklmnopqrstuvwxyz123456"]),
                ("@abcdefghijklmnopqrstuvwxyz1234567", &[]),
                // The known short ones, in any case.
                ("@gif @nft @pic @ufc @vid", &["@gif", "@nft", "@pic", "@ufc", "@vid"]),
                ("@GIF @Pic", &["@GIF", "@Pic"]),
                ("@ya @gif @wiki @bing @bin @cap cap @y", &["@gif", "@wiki", "@bing"]),
                ("@gi @vids @gifs", &["@vids", "@gifs"]),
                ("x@gif @gifя", &[]),
            ],
        );
    }
}
