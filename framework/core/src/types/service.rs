//! What service messages tell that belongs nowhere else.

use super::define::object;
use super::{Name, User};

object! {
    /// Data that a Web App sent. A client can send what it likes here. <https://core.telegram.org/bots/api#webappdata>
    WebAppData {
        required {
            /// The data.
            data: String,
            /// The words on the button that opened the Web App.
            button_text: Name,
        }
    }
}

object! {
    /// The user lets the bot write to them. <https://core.telegram.org/bots/api#writeaccessallowed>
    WriteAccessAllowed {
        optional {
            /// The Web App that was opened, by its name in addresses.
            web_app_name: Name,
        }
        flags {
            /// Whether a Web App asked for it by `requestWriteAccess`.
            from_request,
            /// Whether the bot was added to the menu of attachments.
            from_attachment_menu,
        }
    }
}

object! {
    /// Messages are deleted after another time. <https://core.telegram.org/bots/api#messageautodeletetimerchanged>
    MessageAutoDeleteTimerChanged {
        required {
            /// After how many seconds; 0 for never.
            message_auto_delete_time: u32,
        }
    }
}

object! {
    /// A bot was created that this bot manages. <https://core.telegram.org/bots/api#managedbotcreated>
    ManagedBotCreated {
        required {
            /// The new bot.
            bot: User,
        }
    }
}

object! {
    /// A bot that this bot manages was created, or has another token or owner.
    /// <https://core.telegram.org/bots/api#managedbotupdated>
    ManagedBotUpdated {
        required {
            /// Who created the bot.
            user: User,
            /// The bot.
            bot: User,
        }
    }
}

object! {
    /// The owner left the chat. <https://core.telegram.org/bots/api#chatownerleft>
    ChatOwnerLeft {
        optional {
            /// Who will own the chat unless the old owner comes back.
            new_owner: Box<User>,
        }
    }
}

object! {
    /// The chat has a new owner. <https://core.telegram.org/bots/api#chatownerchanged>
    ChatOwnerChanged {
        required {
            /// The new owner.
            new_owner: User,
        }
    }
}
