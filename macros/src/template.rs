//! The grammars of templates: `/ban <user> <reason..?>` and `vote/<poll>/<option>`.

/// A command's template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) name: String,
    pub(crate) args: Vec<Arg>,
}

/// An argument of a command.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arg {
    pub(crate) name: String,
    pub(crate) presence: Presence,
    pub(crate) rest: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
    Default(String),
}

/// A piece of a callback's template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Fixed(String),
    Value(String),
}

/// The longest callback data that Telegram takes, in bytes.
const MAX_CALLBACK: usize = 64;

impl Command {
    /// Reads a template, or says all that is wrong with it.
    pub(crate) fn parse(template: &str) -> Result<Self, Vec<String>> {
        let mut problems = Vec::new();
        let mut words = pieces(template)?.into_iter();
        let name = match words.next() {
            Some(Piece::Fixed(text)) => text.trim().to_owned(),
            _ => String::new(),
        };
        let name = match name.strip_prefix('/') {
            Some(name) => name.to_owned(),
            None => {
                problems
                    .push(format!("a command starts with a slash: `/{}`", template.trim_start_matches('/')));
                name
            }
        };
        check_command_name(&name, &mut problems);
        let mut args: Vec<Arg> = Vec::new();
        for piece in words {
            match piece {
                Piece::Fixed(text) if text.trim().is_empty() => {}
                Piece::Fixed(text) => {
                    let text = text.trim();
                    problems.push(format!(
                        "`{text}` stands between the arguments: write an argument as `<{text}>`"
                    ));
                }
                Piece::Value(inside) => {
                    let arg = Arg::parse(&inside);
                    check_name(&arg.name, &mut problems);
                    arg.check_after(&args, &mut problems);
                    args.push(arg);
                }
            }
        }
        if problems.is_empty() { Ok(Self { name, args }) } else { Err(problems) }
    }
}

impl Arg {
    fn parse(inside: &str) -> Self {
        let (inside, presence) = match inside.split_once('=') {
            Some((name, default)) => (name, Presence::Default(default.to_owned())),
            None => match inside.strip_suffix('?') {
                Some(name) => (name, Presence::Optional),
                None => (inside, Presence::Required),
            },
        };
        let (name, rest) = match inside.strip_suffix("..") {
            Some(name) => (name, true),
            None => (inside, false),
        };
        Self { name: name.to_owned(), presence, rest }
    }

    fn check_after(&self, before: &[Self], problems: &mut Vec<String>) {
        let name = &self.name;
        if before.iter().any(|arg| arg.name == *name) {
            problems.push(format!("`<{name}>` is named twice"));
        }
        let Some(last) = before.last() else { return };
        if last.rest {
            problems.push(format!(
                "`<{}..>` takes all that follows, so nothing can follow it: `<{name}>`",
                last.name
            ));
        } else if self.presence == Presence::Required && last.presence != Presence::Required {
            problems.push(format!(
                "`<{name}>` must be given, but follows `<{}>`, which may be left out",
                last.name
            ));
        }
    }
}

/// Reads a callback's template, or says all that is wrong with it.
pub(crate) fn parse_callback(template: &str) -> Result<Vec<Piece>, Vec<String>> {
    let pieces = pieces(template)?;
    let mut problems = Vec::new();
    let mut fixed = 0;
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Fixed(text) => fixed += text.len(),
            Piece::Value(name) => {
                check_name(name, &mut problems);
                // Each value takes at least a byte.
                fixed += 1;
                if pieces.iter().take(index).any(|other| other == piece) {
                    problems.push(format!("`<{name}>` is named twice"));
                }
                if let Some(Piece::Value(next)) = pieces.get(index + 1) {
                    let problem =
                        format!("something must stand between `<{name}>` and `<{next}>`, such as `/`");
                    problems.push(problem);
                }
            }
        }
    }
    if !matches!(pieces.first(), Some(Piece::Fixed(_))) {
        problems.push("the template must start with a name, as in `vote/<option>`".to_owned());
    }
    if fixed > MAX_CALLBACK {
        problems.push(format!(
            "the template takes at least {fixed} bytes; Telegram takes {MAX_CALLBACK} of callback data"
        ));
    }
    if problems.is_empty() { Ok(pieces) } else { Err(problems) }
}

/// Splits a template at its angle brackets.
fn pieces(template: &str) -> Result<Vec<Piece>, Vec<String>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((fixed, after)) = rest.split_once('<') {
        let Some((inside, after)) = after.split_once('>') else {
            return Err(vec![format!("`<{after}` is not closed by a `>`")]);
        };
        if !fixed.is_empty() {
            pieces.push(Piece::Fixed(fixed.to_owned()));
        }
        pieces.push(Piece::Value(inside.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Fixed(rest.to_owned()));
    }
    Ok(pieces)
}

/// <https://core.telegram.org/bots/api#botcommand>
fn check_command_name(name: &str, problems: &mut Vec<String>) {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.is_empty() || name.len() > 32 || !name.chars().all(allowed) {
        problems.push(format!("`/{name}` is no name for a command: 1 to 32 of `a`–`z`, `0`–`9` and `_`"));
    }
}

fn check_name(name: &str, problems: &mut Vec<String>) {
    let mut chars = name.chars();
    let starts_well = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_');
    if !starts_well || !chars.all(|c| c.is_alphanumeric() || c == '_') {
        problems.push(format!("`<{name}>` is not the name of a parameter"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arg(name: &str, presence: Presence, rest: bool) -> Arg {
        Arg { name: name.to_owned(), presence, rest }
    }

    #[test]
    fn commands_are_read() {
        let table = [
            ("/start", "start", vec![]),
            ("/roll <sides=6>", "roll", vec![arg("sides", Presence::Default("6".into()), false)]),
            (
                "/ban <user> <reason..?>",
                "ban",
                vec![arg("user", Presence::Required, false), arg("reason", Presence::Optional, true)],
            ),
            ("/say <what..=a b>", "say", vec![arg("what", Presence::Default("a b".into()), true)]),
        ];
        for (template, name, args) in table {
            assert_eq!(Command::parse(template), Ok(Command { name: name.into(), args }), "{template}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let table: [(&str, &[&str]); 8] = [
            ("roll", &["a command starts with a slash: `/roll`"]),
            ("/Roll!", &["`/Roll!` is no name for a command: 1 to 32 of `a`–`z`, `0`–`9` and `_`"]),
            ("/a <b", &["`<b` is not closed by a `>`"]),
            ("/a <b> c", &["`c` stands between the arguments: write an argument as `<c>`"]),
            ("/a <b> <b>", &["`<b>` is named twice"]),
            ("/a <b..> <c>", &["`<b..>` takes all that follows, so nothing can follow it: `<c>`"]),
            ("/a <b?> <c>", &["`<c>` must be given, but follows `<b>`, which may be left out"]),
            ("/a <1b> <>", &["`<1b>` is not the name of a parameter", "`<>` is not the name of a parameter"]),
        ];
        for (template, problems) in table {
            assert_eq!(Command::parse(template).unwrap_err(), problems, "{template}");
        }
    }

    #[test]
    fn callbacks_are_read() {
        let (fixed, value) = (|text: &str| Piece::Fixed(text.into()), |name: &str| Piece::Value(name.into()));
        assert_eq!(
            parse_callback("vote:<poll>/<option>").unwrap(),
            [fixed("vote:"), value("poll"), fixed("/"), value("option")]
        );
        assert_eq!(parse_callback("menu").unwrap(), [fixed("menu")]);
        let long = "x".repeat(64);
        let table = [
            ("", "the template must start with a name, as in `vote/<option>`".to_owned()),
            ("a/<b><c>", "something must stand between `<b>` and `<c>`, such as `/`".to_owned()),
            (
                &format!("{long}<n>"),
                "the template takes at least 65 bytes; Telegram takes 64 of callback data".to_owned(),
            ),
        ];
        for (template, problem) in table {
            assert_eq!(parse_callback(template).unwrap_err(), [problem], "{template}");
        }
    }
}
