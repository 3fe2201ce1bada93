//! The bot's menu: its lines, and who sees them.

use ambigram_core::types::{BotCommand, BotCommandScope};
use grammers_tl_types::{enums, types};

use super::Naming;

/// The lines of a menu.
pub(crate) fn commands(commands: &[BotCommand]) -> Vec<enums::BotCommand> {
    let line = |line: &BotCommand| {
        let (command, description) = (line.command.clone(), line.description.clone());
        types::BotCommand { ephemeral: false, command, description }.into()
    };
    commands.iter().map(line).collect()
}

/// Who sees a menu.
pub(crate) fn scope(scope: Option<&BotCommandScope>, naming: &impl Naming) -> enums::BotCommandScope {
    match scope {
        None | Some(BotCommandScope::Default) => enums::BotCommandScope::Default,
        Some(BotCommandScope::AllPrivateChats) => enums::BotCommandScope::Users,
        Some(BotCommandScope::AllGroupChats) => enums::BotCommandScope::Chats,
        Some(BotCommandScope::AllChatAdministrators) => enums::BotCommandScope::ChatAdmins,
        Some(BotCommandScope::Chat { chat_id }) => {
            types::BotCommandScopePeer { peer: naming.peer(*chat_id) }.into()
        }
        Some(BotCommandScope::ChatAdministrators { chat_id }) => {
            types::BotCommandScopePeerAdmins { peer: naming.peer(*chat_id) }.into()
        }
        Some(BotCommandScope::ChatMember { chat_id, user_id }) => {
            let (peer, user_id) = (naming.peer(*chat_id), naming.user(*user_id));
            types::BotCommandScopePeerUser { peer, user_id }.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use ambigram_core::types::{ChatId, UserId};

    use super::super::testing::Hashless;
    use super::*;

    #[test]
    fn a_menu_is_for_whom_it_is_said() {
        let (chat_id, user_id) = (ChatId(7), UserId(8));
        let (peer, user) = (Hashless.peer(chat_id), Hashless.user(user_id));
        use BotCommandScope as Scope;
        let table = [
            (None, enums::BotCommandScope::Default),
            (Some(Scope::Default), enums::BotCommandScope::Default),
            (Some(Scope::AllPrivateChats), enums::BotCommandScope::Users),
            (Some(Scope::AllGroupChats), enums::BotCommandScope::Chats),
            (Some(Scope::AllChatAdministrators), enums::BotCommandScope::ChatAdmins),
            (Some(Scope::Chat { chat_id }), types::BotCommandScopePeer { peer: peer.clone() }.into()),
            (
                Some(Scope::ChatAdministrators { chat_id }),
                types::BotCommandScopePeerAdmins { peer: peer.clone() }.into(),
            ),
            (
                Some(Scope::ChatMember { chat_id, user_id }),
                types::BotCommandScopePeerUser { peer, user_id: user }.into(),
            ),
        ];
        for (given, expected) in table {
            assert_eq!(scope(given.as_ref(), &Hashless), expected);
        }
    }
}
