//! Requests about the bot itself.

use super::define::request;
use crate::types::{BotCommand, BotCommandScope, Me};

request! {
    /// Asks who the bot is. <https://core.telegram.org/bots/api#getme>
    GetMe("getMe") -> Me {
        required {}
        optional {}
        flags {}
    }
}

request! {
    /// Sets the command menu, at most 100 lines. <https://core.telegram.org/bots/api#setmycommands>
    SetMyCommands("setMyCommands") -> () {
        required {
            /// The lines of the menu.
            commands: Vec<BotCommand>,
        }
        optional {
            /// Who sees it; everybody where absent.
            scope: BotCommandScope,
            /// For which language it is, by a two-letter code; for all without a menu of their own where absent.
            language_code(language): String,
        }
        flags {}
    }
}
