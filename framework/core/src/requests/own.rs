//! Requests about the bot itself: who it is, its profile, its command menu, its standing with the server.

use super::InputFile;
use super::define::{input, inputs, request};
use crate::types::*;

request! {
    /// Asks who the bot is. <https://core.telegram.org/bots/api#getme>
    GetMe("getMe", get_me) -> Me {}
}

request! {
    /// Takes the bot off the cloud's Bot API server, before it moves to a server of its own. It can log in there
    /// again after 10 minutes. <https://core.telegram.org/bots/api#logout>
    LogOut("logOut", log_out) -> () {}
}

request! {
    /// Ends the bot's session on one Bot API server, before it moves to another one; the webhook is to be deleted
    /// first. Refused in the first 10 minutes after the bot was launched there.
    /// <https://core.telegram.org/bots/api#close>
    Close("close", close) -> () {}
}

request! {
    /// Sets the command menu. <https://core.telegram.org/bots/api#setmycommands>
    SetMyCommands("setMyCommands", set_my_commands) -> () {
        required {
            /// The lines of the menu, at most 100.
            commands: Vec<BotCommand>,
        }
        optional {
            /// Who sees it; everybody where absent.
            scope: BotCommandScope,
            /// For which language it is, by a two-letter code; for all without a menu of their own where absent.
            language_code(language): Name,
        }
    }
}

request! {
    /// Takes a command menu away; those whom it was for then see the next wider one.
    /// <https://core.telegram.org/bots/api#deletemycommands>
    DeleteMyCommands("deleteMyCommands", delete_my_commands) -> () {
        optional {
            /// Who sees it; everybody where absent.
            scope: BotCommandScope,
            /// For which language it is, by a two-letter code; for all without a menu of their own where absent.
            language_code(language): Name,
        }
    }
}

request! {
    /// Asks for a command menu: exactly that of a scope and a language, and no lines where none is set.
    /// <https://core.telegram.org/bots/api#getmycommands>
    GetMyCommands("getMyCommands", get_my_commands) -> Vec<BotCommand> {
        optional {
            /// Who sees it; everybody where absent.
            scope: BotCommandScope,
            /// For which language it is, by a two-letter code; for all without a menu of their own where absent.
            language_code(language): Name,
        }
    }
}

request! {
    /// Changes the bot's name. <https://core.telegram.org/bots/api#setmyname>
    SetMyName("setMyName", set_my_name) -> () {
        optional {
            /// The new name, 0–64 characters; where empty or absent, that of the language is taken away.
            name: Name,
            /// For which language it is, by a two-letter code; for all without a name of their own where absent.
            language_code(language): Name,
        }
    }
}

request! {
    /// Asks for the bot's name. <https://core.telegram.org/bots/api#getmyname>
    GetMyName("getMyName", get_my_name) -> BotName {
        optional {
            /// For which language, by a two-letter code.
            language_code(language): Name,
        }
    }
}

request! {
    /// Changes the description that stands in a chat with the bot while it is empty.
    /// <https://core.telegram.org/bots/api#setmydescription>
    SetMyDescription("setMyDescription", set_my_description) -> () {
        optional {
            /// The new description, 0–512 characters; where empty or absent, that of the language is taken away.
            description: String,
            /// For which language it is, by a two-letter code; for all without a description of their own where
            /// absent.
            language_code(language): Name,
        }
    }
}

request! {
    /// Asks for the description that stands in a chat with the bot while it is empty.
    /// <https://core.telegram.org/bots/api#getmydescription>
    GetMyDescription("getMyDescription", get_my_description) -> BotDescription {
        optional {
            /// For which language, by a two-letter code.
            language_code(language): Name,
        }
    }
}

request! {
    /// Changes the short description, which stands in the bot's profile and beside links to it.
    /// <https://core.telegram.org/bots/api#setmyshortdescription>
    SetMyShortDescription("setMyShortDescription", set_my_short_description) -> () {
        optional {
            /// The new short description, 0–120 characters; where empty or absent, that of the language is taken
            /// away.
            short_description: String,
            /// For which language it is, by a two-letter code; for all without a short description of their own
            /// where absent.
            language_code(language): Name,
        }
    }
}

request! {
    /// Asks for the short description, which stands in the bot's profile and beside links to it.
    /// <https://core.telegram.org/bots/api#getmyshortdescription>
    GetMyShortDescription("getMyShortDescription", get_my_short_description) -> BotShortDescription {
        optional {
            /// For which language, by a two-letter code.
            language_code(language): Name,
        }
    }
}

request! {
    /// Changes the bot's profile photo. <https://core.telegram.org/bots/api#setmyprofilephoto>
    SetMyProfilePhoto("setMyProfilePhoto", set_my_profile_photo) -> () {
        required {
            /// The new photo.
            photo: InputProfilePhoto,
        }
    }
}

inputs! {
    /// A profile photo to be set: it is uploaded each time. <https://core.telegram.org/bots/api#inputprofilephoto>
    InputProfilePhoto {
        /// A still picture.
        Static(InputProfilePhotoStatic),
        /// A moving one.
        Animated(InputProfilePhotoAnimated),
    }
}

input! {
    /// A profile photo that stands still. <https://core.telegram.org/bots/api#inputprofilephotostatic>
    InputProfilePhotoStatic("type" = "static") {
        required {
            /// The picture, in JPEG, uploaded.
            photo: InputFile,
        }
    }
}

input! {
    /// A profile photo that moves. <https://core.telegram.org/bots/api#inputprofilephotoanimated>
    InputProfilePhotoAnimated("type" = "animated") {
        required {
            /// The animation, in MPEG4, uploaded.
            animation: InputFile,
        }
        optional {
            /// Which of its moments stands for it where it stands still, in seconds from its start; the first
            /// where absent.
            main_frame_timestamp: f64,
        }
    }
}

request! {
    /// Takes the bot's profile photo away. <https://core.telegram.org/bots/api#removemyprofilephoto>
    RemoveMyProfilePhoto("removeMyProfilePhoto", remove_my_profile_photo) -> () {}
}

request! {
    /// Changes the menu button of a private chat, or that of all which have none of their own.
    /// <https://core.telegram.org/bots/api#setchatmenubutton>
    SetChatMenuButton("setChatMenuButton", set_chat_menu_button) -> () {
        optional {
            /// The private chat; all without a button of their own where absent.
            chat_id(chat): ChatId,
            /// The new button; the default one where absent.
            menu_button: MenuButton,
        }
    }
}

request! {
    /// Asks for the menu button of a private chat, or that of all which have none of their own.
    /// <https://core.telegram.org/bots/api#getchatmenubutton>
    GetChatMenuButton("getChatMenuButton", get_chat_menu_button) -> MenuButton {
        optional {
            /// The private chat; all without a button of their own where absent.
            chat_id(chat): ChatId,
        }
    }
}

request! {
    /// Changes the rights that are suggested to those who add the bot as an administrator; they may change them.
    /// <https://core.telegram.org/bots/api#setmydefaultadministratorrights>
    SetMyDefaultAdministratorRights("setMyDefaultAdministratorRights", set_my_default_administrator_rights) -> () {
        optional {
            /// The new rights; none where absent.
            rights: ChatAdministratorRights,
        }
        flags {
            /// Speaks of channels, not of groups and supergroups.
            for_channels,
        }
    }
}

request! {
    /// Asks for the rights that are suggested to those who add the bot as an administrator.
    /// <https://core.telegram.org/bots/api#getmydefaultadministratorrights>
    GetMyDefaultAdministratorRights("getMyDefaultAdministratorRights", get_my_default_administrator_rights)
        -> ChatAdministratorRights {
        flags {
            /// Speaks of channels, not of groups and supergroups.
            for_channels,
        }
    }
}
