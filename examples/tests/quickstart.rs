//! The quickstart bot, run as a person runs it: a program with lines typed in.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use std::io::Write;
use std::process::{Command, Stdio};

use ambigram::Wire;

/// The wires that the example was built with.
const WIRES: &[Wire] = &[
    #[cfg(feature = "bot-api")]
    Wire::Http,
    #[cfg(feature = "mtproto")]
    Wire::Mtproto,
];

fn chat(wire: Wire, lines: &str) -> (String, bool) {
    let mut bot = Command::new(env!("CARGO_BIN_EXE_quickstart"))
        .env_remove("BOT_TOKEN")
        .env("AMBIGRAM_BACKEND", wire.name())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    bot.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = bot.wait_with_output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

#[test]
fn a_conversation_is_printed_and_ends_when_the_bot_is_quiet() {
    let typed = "/start\n/roll 1\n/count\n[+1]\n[+1]\n[−1]\nhi there\n[teleport]\n";
    for wire in WIRES {
        let (transcript, success) = chat(*wire, typed);
        assert!(success);
        assert_eq!(transcript, TRANSCRIPT, "over {}", wire.name());
    }
}

/// The same lines over each wire.
const TRANSCRIPT: &str = "\
> /start
quickstart_bot: Hello, Alice!

/start – Say hello.
/roll [sides] – Roll a die.
/count – Count together.
> /roll 1
quickstart_bot: <sides> must be a whole number from 2 to 1000, not “1”.
Usage: /roll [sides]
> /count
quickstart_bot: 0
    [−1] [+1]
> [+1]
quickstart_bot (edited): 1
    [−1] [+1]
> [+1]
quickstart_bot (edited): 2
    [−1] [+1]
> [−1]
quickstart_bot (edited): 1
    [−1] [+1]
> hi there
quickstart_bot: hi there
> [teleport]
(expected a button “teleport”, found “−1”, “+1”)
";

#[test]
fn a_scripted_die_is_seeded() {
    let rolls = "/roll\n/roll 1000\n/roll 1000\n";
    let (transcript, _) = chat(WIRES[0], rolls);
    for wire in WIRES {
        assert_eq!(chat(*wire, rolls).0, transcript, "over {}", wire.name());
    }
    let die = |line: &str| line.strip_prefix("quickstart_bot: 🎲 ").map(|side| side.parse::<u32>().unwrap());
    let sides: Vec<_> = transcript.lines().filter_map(die).collect();
    assert_eq!(sides.len(), 3);
    assert!(sides.iter().zip([6, 1000, 1000]).all(|(side, sides)| (1..=sides).contains(side)), "{sides:?}");
}
