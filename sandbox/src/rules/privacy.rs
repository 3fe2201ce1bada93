//! Which messages of a group a bot is shown. <https://core.telegram.org/bots/features#privacy-mode>
//!
//! Mentions are counted in as @BotFather's /setprivacy has it: a bot in privacy mode is shown messages that "start with
//! the '/' symbol or mention the bot by username".

use ambigram_core::text::Text;
use ambigram_core::types::{EntityKind, UserId};

use super::text::stretch;

/// A bot of a group.
#[derive(Debug, Clone, Copy)]
pub struct Bot<'a> {
    /// Its number.
    pub id: UserId,
    /// Its public name.
    pub username: &'a str,
    /// Whether its privacy mode is off, or it is an administrator.
    pub reads_all: bool,
    /// Whether no other bot has written in the group since it did, or at all.
    pub wrote_last: bool,
}

/// A message of a group.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// Whether it tells that something happened.
    pub is_service: bool,
    /// Whether a bot wrote it.
    pub is_by_bot: bool,
    /// Its text.
    pub text: Option<&'a Text>,
    /// The bot that it was sent by way of.
    pub via_bot: Option<UserId>,
    /// The message that it answers.
    pub answers: Option<Answered<'a>>,
}

/// A message that another answers.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// Who wrote it.
    pub author: UserId,
    /// The bot that it was sent by way of.
    pub via_bot: Option<UserId>,
    /// Its text.
    pub text: Option<&'a Text>,
}

/// Whether the bot is shown the message.
pub fn is_shown(bot: &Bot<'_>, message: &Written<'_>) -> bool {
    if message.is_service {
        return true;
    }
    if message.is_by_bot {
        return false;
    }
    bot.reads_all
        || message.via_bot == Some(bot.id)
        || message.text.is_some_and(|text| is_meant_for(bot, text))
        || message.answers.is_some_and(|answered| is_of(bot, &answered))
}

/// Whether an answered message was the bot's, or meant for it.
fn is_of(bot: &Bot<'_>, answered: &Answered<'_>) -> bool {
    answered.author == bot.id
        || answered.via_bot == Some(bot.id)
        || answered.text.is_some_and(|text| is_meant_for(bot, text))
}

/// Whether a text calls the bot: by a command that is addressed to it, or to none while the bot wrote last, or by a
/// mention.
fn is_meant_for(bot: &Bot<'_>, text: &Text) -> bool {
    let is_name = |name: &str| name.eq_ignore_ascii_case(bot.username);
    text.entities.iter().any(|entity| {
        let Some(written) = stretch(&text.text, entity.offset, entity.length) else { return false };
        match &entity.kind {
            EntityKind::BotCommand => match written.split_once('@') {
                Some((_, addressee)) => is_name(addressee),
                None => bot.wrote_last && entity.offset == 0,
            },
            EntityKind::Mention => written.strip_prefix('@').is_some_and(is_name),
            EntityKind::TextMention { user } => user.id == bot.id,
            _ => false,
        }
    })
}
