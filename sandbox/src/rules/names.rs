//! Which usernames, names, titles, tokens and commands Telegram gives and takes.

use ambigram_core::types::{BotCommand, UserId};

use super::{Refusal, limits};

/// Whether a public name has the shape of one: 4–32 of `a`–`z`, `0`–`9` and `_`, beginning with a letter, with no
/// `_` at its end and no two in a row. <https://core.telegram.org/method/account.checkUsername>
pub fn is_username(name: &str) -> bool {
    let is_letter = |character: char| character.is_ascii_alphanumeric() || character == '_';
    (4..=32).contains(&name.len())
        && name.chars().all(is_letter)
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && !name.ends_with('_')
        && !name.contains("__")
}

/// Whether a public name can be a bot's. <https://core.telegram.org/bots/features#creating-a-new-bot>
pub fn is_bot_username(name: &str) -> bool {
    is_username(name) && name.len() >= 5 && name.to_ascii_lowercase().ends_with("bot")
}

/// The number of the bot that a token is for, if it has a token's shape: `<number>:<secret>`, at most 80 characters.
pub fn bot_of_token(token: &str) -> Option<UserId> {
    let (id, secret) = token.split_once(':')?;
    let is_letter = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-');
    let is_secret = !secret.is_empty() && token.len() <= 80 && secret.chars().all(is_letter);
    let is_number = id.chars().all(|digit| digit.is_ascii_digit()) && !id.starts_with('0');
    let id = id.parse().ok().filter(|id| *id < 1 << 40)?;
    (is_secret && is_number).then_some(UserId(id))
}

/// Looks over a first name.
///
/// # Errors
/// When it is empty or too long.
pub fn check_first_name(name: &str) -> Result<(), Refusal> {
    check(name, limits::NAME, Refusal::FirstNameInvalid)
}

/// Looks over a chat's title.
///
/// # Errors
/// When it is empty or too long.
pub fn check_title(title: &str) -> Result<(), Refusal> {
    check(title, limits::TITLE, Refusal::TitleInvalid)
}

fn check(name: &str, most: usize, refusal: Refusal) -> Result<(), Refusal> {
    let length = name.trim().chars().count();
    if (1..=most).contains(&length) { Ok(()) } else { Err(refusal) }
}

/// Looks over the language of a menu.
///
/// # Errors
/// When it is neither empty nor two small letters.
pub fn check_language_code(code: &str) -> Result<(), Refusal> {
    let is_code = code.len() == 2 && code.chars().all(|letter| letter.is_ascii_lowercase());
    if code.is_empty() || is_code { Ok(()) } else { Err(Refusal::LanguageCodeInvalid) }
}

/// Brings a menu into the form in which Telegram keeps it.
///
/// # Errors
/// For a command or description that is empty, too long, or of other characters.
pub fn accept_commands(commands: Vec<BotCommand>) -> Result<Vec<BotCommand>, Refusal> {
    if commands.len() > limits::COMMANDS {
        return Err(Refusal::TooManyCommands);
    }
    commands.into_iter().map(accept_command).collect()
}

fn accept_command(command: BotCommand) -> Result<BotCommand, Refusal> {
    let name = command.command.trim();
    let name = name.strip_prefix('/').unwrap_or(name);
    let description = command.description.trim();
    if name.is_empty() {
        return Err(Refusal::CommandEmpty);
    }
    if name.chars().count() > limits::COMMAND {
        return Err(Refusal::CommandTooLong);
    }
    if description.is_empty() {
        return Err(Refusal::CommandDescriptionEmpty);
    }
    if description.chars().count() > limits::COMMAND_DESCRIPTION {
        return Err(Refusal::CommandDescriptionTooLong);
    }
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if !name.chars().all(is_letter) {
        return Err(Refusal::CommandInvalid);
    }
    Ok(BotCommand::new(name, description))
}

/// Whether a sticker set can have this name. <https://core.telegram.org/bots/api#createnewstickerset>
pub fn is_sticker_set_name(name: &str) -> bool {
    let is_letter = |c: char| c == '_' || c.is_ascii_alphanumeric();
    let is_short = (1..=super::limits::STICKER_SET_NAME).contains(&name.len());
    is_short
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(is_letter)
        && !name.contains("__")
        && !name.ends_with('_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_usernames_are_given() {
        for name in ["abcd", "Durov", "a_b1", &"x".repeat(32)] {
            assert!(is_username(name), "{name}");
        }
        for name in ["", "abc", "1abc", "_abc", "abc_", "a__b", "a-bc", "äbcd", "a bcd", &"x".repeat(33)] {
            assert!(!is_username(name), "{name}");
        }
        for (name, is_bot) in
            [("a_bot", true), ("aBOT1", false), ("newBot", true), ("bot", false), ("robots", false)]
        {
            assert_eq!(is_bot_username(name), is_bot, "{name}");
        }
    }

    #[test]
    fn which_tokens_name_a_bot() {
        assert_eq!(bot_of_token("42:AA-bb_CC"), Some(UserId(42)));
        for token in
            ["", "42", "42:", ":AA", "042:AA", "+42:AA", "-42:AA", "4 2:AA", "42:A/A", "9999999999999999:AA"]
        {
            assert_eq!(bot_of_token(token), None, "{token}");
        }
        assert_eq!(bot_of_token(&format!("42:{}", "A".repeat(78))), None);
    }
}
