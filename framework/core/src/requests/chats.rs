//! Requests about chats as a whole: what they are, who is in them, how they look, what their members may do.

use super::define::request;
use super::{InputFile, Recipient};
use crate::types::*;

request! {
    /// Asks for all that can be known of a chat. <https://core.telegram.org/bots/api#getchat>
    GetChat("getChat", get_chat) -> ChatFullInfo {
        required {
            /// The chat.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Asks for a chat's administrators; of bots, for this one only unless told otherwise.
    /// <https://core.telegram.org/bots/api#getchatadministrators>
    GetChatAdministrators("getChatAdministrators", get_chat_administrators) -> Vec<ChatMember> {
        required {
            /// The group, supergroup or channel.
            chat_id: Recipient,
        }
        flags {
            /// Tells the other bots among them too.
            return_bots,
        }
    }
}

request! {
    /// Asks how somebody stands to a chat. That it works for all users is sure only where the bot is an
    /// administrator. <https://core.telegram.org/bots/api#getchatmember>
    GetChatMember("getChatMember", get_chat_member) -> ChatMember {
        required {
            /// The group, supergroup or channel.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
        }
    }
}

request! {
    /// Asks how many members a chat has. <https://core.telegram.org/bots/api#getchatmembercount>
    GetChatMemberCount("getChatMemberCount", get_chat_member_count) -> u32 {
        required {
            /// The chat.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Has the bot leave a group, supergroup or channel. <https://core.telegram.org/bots/api#leavechat>
    LeaveChat("leaveChat", leave_chat) -> () {
        required {
            /// The group, supergroup or channel.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Changes the title of a group, supergroup or channel, by the right to change its info.
    /// <https://core.telegram.org/bots/api#setchattitle>
    SetChatTitle("setChatTitle", set_chat_title) -> () {
        required {
            /// The group, supergroup or channel.
            chat_id: Recipient,
            /// The new title, 1–128 characters.
            title: Name,
        }
    }
}

request! {
    /// Changes the photo of a group, supergroup or channel, by the right to change its info.
    /// <https://core.telegram.org/bots/api#setchatphoto>
    SetChatPhoto("setChatPhoto", set_chat_photo) -> () {
        required {
            /// The group, supergroup or channel.
            chat_id: Recipient,
            /// The new photo, uploaded.
            photo: InputFile,
        }
    }
}

request! {
    /// Takes the photo of a group, supergroup or channel away, by the right to change its info.
    /// <https://core.telegram.org/bots/api#deletechatphoto>
    DeleteChatPhoto("deleteChatPhoto", delete_chat_photo) -> () {
        required {
            /// The group, supergroup or channel.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Changes the description of a group, supergroup or channel, by the right to change its info.
    /// <https://core.telegram.org/bots/api#setchatdescription>
    SetChatDescription("setChatDescription", set_chat_description) -> () {
        required {
            /// The group, supergroup or channel.
            chat_id: Recipient,
        }
        optional {
            /// The new description, 0–255 characters; none where absent.
            description: String,
        }
    }
}

request! {
    /// Changes what the members of a group or supergroup may do, by the right to restrict members.
    /// <https://core.telegram.org/bots/api#setchatpermissions>
    SetChatPermissions("setChatPermissions", set_chat_permissions) -> () {
        required {
            /// The group or supergroup.
            chat_id: Recipient,
            /// What its members may do from now on.
            permissions: ChatPermissions,
        }
        flags {
            /// Takes each permission by itself; else the one to send other messages or link previews includes
            /// those to send texts and media, and the one to send polls includes that to send texts.
            use_independent_chat_permissions,
        }
    }
}

request! {
    /// Gives a supergroup its own set of stickers. Whether the bot can do so,
    /// [`GetChat`] tells: `can_set_sticker_set`. <https://core.telegram.org/bots/api#setchatstickerset>
    SetChatStickerSet("setChatStickerSet", set_chat_sticker_set) -> () {
        required {
            /// The supergroup.
            chat_id: Recipient,
            /// The set's name.
            sticker_set_name: Name,
        }
    }
}

request! {
    /// Takes a supergroup's own set of stickers away. Whether the bot can do so,
    /// [`GetChat`] tells: `can_set_sticker_set`. <https://core.telegram.org/bots/api#deletechatstickerset>
    DeleteChatStickerSet("deleteChatStickerSet", delete_chat_sticker_set) -> () {
        required {
            /// The supergroup.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Asks for the boosts that a user has given to a chat; the bot must be an administrator there.
    /// <https://core.telegram.org/bots/api#getuserchatboosts>
    GetUserChatBoosts("getUserChatBoosts", get_user_chat_boosts) -> UserChatBoosts {
        required {
            /// The channel or supergroup.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
        }
    }
}

request! {
    /// Asks for a connection with a business account. <https://core.telegram.org/bots/api#getbusinessconnection>
    GetBusinessConnection("getBusinessConnection", get_business_connection) -> BusinessConnection {
        required {
            /// Which connection.
            business_connection_id: BusinessConnectionId,
        }
    }
}
