//! A bot's command menu and whom it is for. <https://core.telegram.org/bots/api#botcommandscope>

use ambigram_core::types::BotCommand;
use serde_json::Value;

use super::fields::{Fields, Reason};
use crate::bot_api::request::Arguments;

/// Whom a menu is for, with its chat as the bot wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everybody.
    Default,
    /// All private chats.
    AllPrivateChats,
    /// All groups and supergroups.
    AllGroupChats,
    /// The administrators of all of those.
    AllChatAdministrators,
    /// One chat.
    Chat(String),
    /// The administrators of one chat.
    ChatAdministrators(String),
    /// One member of one chat.
    ChatMember(String, i64),
}

/// Reads `scope`.
pub(crate) fn read_scope(arguments: &Arguments) -> Result<Scope, Reason> {
    let json = arguments.get("scope");
    if json.is_empty() {
        return Ok(Scope::Default);
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse BotCommandScope JSON object".to_owned())?;
    scope(&value).map_err(|reason| format!("Can't parse BotCommandScope: {reason}"))
}

fn scope(value: &Value) -> Result<Scope, Reason> {
    let fields = Fields::of(value).ok_or("BotCommandScope must be an Object")?;
    let kind = fields.required_text("type")?;
    match kind.as_str() {
        "default" => return Ok(Scope::Default),
        "all_private_chats" => return Ok(Scope::AllPrivateChats),
        "all_group_chats" => return Ok(Scope::AllGroupChats),
        "all_chat_administrators" => return Ok(Scope::AllChatAdministrators),
        "chat" | "chat_administrators" | "chat_member" => {}
        _ => return Err("Unsupported type specified".to_owned()),
    }
    let chat = fields.required_text("chat_id")?;
    if chat.is_empty() {
        return Err("Empty chat_id specified".to_owned());
    }
    Ok(match kind.as_str() {
        "chat" => Scope::Chat(chat),
        "chat_administrators" => Scope::ChatAdministrators(chat),
        _ => match fields.required_long("user_id")? {
            user @ 1.. => Scope::ChatMember(chat, user),
            _ => return Err("Invalid user_id specified".to_owned()),
        },
    })
}

/// Reads `commands`.
pub(crate) fn read(arguments: &Arguments) -> Result<Vec<BotCommand>, Reason> {
    let json = arguments.get("commands");
    if json.is_empty() {
        return Ok(Vec::new());
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse commands JSON object".to_owned())?;
    let commands = value.as_array().ok_or("Expected an Array of BotCommand")?;
    commands
        .iter()
        .map(|command| {
            let fields = Fields::of(command).ok_or("expected an Object")?;
            Ok(BotCommand::new(fields.required_text("command")?, fields.required_text("description")?))
        })
        .collect::<Result<_, Reason>>()
        .map_err(|reason| format!("Can't parse BotCommand: {reason}"))
}
