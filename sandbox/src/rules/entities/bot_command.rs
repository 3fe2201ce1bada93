//! Bot commands: `/start`, `/start@username`.

use super::characters::{Characters, Span, is_name, is_word};

/// Commands of up to 64 characters, alone or followed by the username of the bot they are meant for.
pub(super) fn find(text: &Characters) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.find('/', from) {
        let name_end = text.run(at + 1, is_name);
        let addressed = text.get(name_end) == Some('@');
        let end = if addressed { text.run(name_end + 1, is_name) } else { name_end };
        let complete = (1..=64).contains(&(name_end - at - 1))
            && (!addressed || (3..=32).contains(&(end - name_end - 1)))
            && !text.before(at).is_some_and(forbids_command)
            && !text.get(end).is_some_and(forbids_command);
        if complete {
            found.push(at..end);
        }
        from = end;
    }
    found
}

/// Beside words: what tells a command from a path or a closing tag.
fn forbids_command(neighbour: char) -> bool {
    matches!(neighbour, '/' | '<' | '>') || is_word(neighbour)
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_finds;

    #[test]
    fn bot_commands() {
        let longest = format!("/{}", "a".repeat(64));
        let too_long = format!("/{}", "a".repeat(65));
        let longest_name = format!("/a@{}", "b".repeat(32));
        let too_long_name = format!("/a@{}", "b".repeat(33));
        assert_finds(
            super::find,
            &[
                ("", &[]),
                ("/", &[]),
                ("//", &[]),
                ("/a", &["/a"]),
                ("/abc", &["/abc"]),
                (" /abc", &["/abc"]),
                ("/abc ", &["/abc"]),
                (" /abc ", &["/abc"]),
                ("/start payload", &["/start"]),
                ("/start\n/stop", &["/start", "/stop"]),
                ("/START_1", &["/START_1"]),
                ("/1", &["/1"]),
                ("/_", &["/_"]),
                ("(/abc)", &["/abc"]),
                ("/abc, /abc.", &["/abc", "/abc"]),
                ("/a-b", &["/a"]),
                ("🏟/abc🏟", &["/abc"]),
                (longest.as_str(), &[longest.as_str()]),
                (too_long.as_str(), &[]),
                // Paths, tags and words.
                ("/test/", &[]),
                ("/a/b", &[]),
                ("//abc", &[]),
                ("</b>", &[]),
                ("</b", &[]),
                (">/b", &[]),
                ("/b>", &[]),
                ("/b<", &[]),
                ("a/b", &[]),
                ("я/b", &[]),
                ("1/2", &[]),
                ("_/b", &[]),
                ("/bя", &[]),
                ("/команда", &[]),
                ("-/b", &["/b"]),
                // Meant for one bot.
                ("/a@abc", &["/a@abc"]),
                ("/start@jobs_bot", &["/start@jobs_bot"]),
                ("/start@jobs_bot hi", &["/start@jobs_bot"]),
                ("/start@jobs_bot/x", &[]),
                ("/a@b", &[]),
                ("/a@bc", &[]),
                ("/a@", &[]),
                ("/a@ abc", &[]),
                ("/@bfdsa", &[]),
                ("/a@abc@def", &["/a@abc"]),
                ("/a@abcя", &[]),
                ("/a@b /ok", &["/ok"]),
                (longest_name.as_str(), &[longest_name.as_str()]),
                (too_long_name.as_str(), &[]),
            ],
        );
    }
}
