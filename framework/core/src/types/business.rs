//! Business accounts: how a bot is connected to one, and what such an account tells about itself.

use super::define::object;
use super::{BusinessConnectionId, Chat, ChatId, Location, MessageId, Name, Sticker, User};

object! {
    /// A connection of the bot with a business account. <https://core.telegram.org/bots/api#businessconnection>
    BusinessConnection {
        required {
            /// Its id.
            id: BusinessConnectionId,
            /// Whose account it is.
            user: User,
            /// The private chat with that user.
            user_chat_id: ChatId,
            /// When it was made, in seconds since 1970.
            date: i64,
            /// Whether it is active.
            is_enabled: bool,
        }
        optional {
            /// What the bot may do.
            rights: BusinessBotRights,
        }
    }
}

object! {
    /// What the bot may do in the name of a business account.
    /// <https://core.telegram.org/bots/api#businessbotrights>
    BusinessBotRights {
        flags {
            /// Write and edit messages in private chats that had a message in the last 24 hours.
            can_reply,
            /// Mark private messages as read.
            can_read_messages,
            /// Delete messages that the bot sent.
            can_delete_sent_messages,
            /// Delete all private messages.
            can_delete_all_messages,
            /// Change the first and last name.
            can_edit_name,
            /// Change the words about the account.
            can_edit_bio,
            /// Change the photo.
            can_edit_profile_photo,
            /// Change the username.
            can_edit_username,
            /// Change which gifts are accepted.
            can_change_gift_settings,
            /// See gifts, and how many Stars there are.
            can_view_gifts_and_stars,
            /// Convert gifts to Stars.
            can_convert_gifts_to_stars,
            /// Hand gifts on, and make them unique.
            can_transfer_and_upgrade_gifts,
            /// Hand Stars over to the bot, and use them for making gifts unique and handing them on.
            can_transfer_stars,
            /// Publish, edit and delete stories.
            can_manage_stories,
        }
    }
}

object! {
    /// Messages of a business account were deleted. <https://core.telegram.org/bots/api#businessmessagesdeleted>
    BusinessMessagesDeleted {
        required {
            /// The connection with the account.
            business_connection_id: BusinessConnectionId,
            /// Where; the bot may have no access to the chat or its user.
            chat: Chat,
            /// Which.
            message_ids: Vec<MessageId>,
        }
    }
}

object! {
    /// What stands in an empty chat with a business account. <https://core.telegram.org/bots/api#businessintro>
    BusinessIntro {
        optional {
            /// The title.
            title: Name,
            /// The words under it.
            message: String,
            /// The sticker.
            sticker: Box<Sticker>,
        }
    }
}

object! {
    /// Where a business is. <https://core.telegram.org/bots/api#businesslocation>
    BusinessLocation {
        required {
            /// The address.
            address: String,
        }
        optional {
            /// The point on the map.
            location: Box<Location>,
        }
    }
}

object! {
    /// A time during which a business is open, in minutes since Monday 00:00.
    /// <https://core.telegram.org/bots/api#businessopeninghoursinterval>
    BusinessOpeningHoursInterval {
        required {
            /// The minute of the week from which on it is open, up to 7 · 24 · 60.
            opening_minute: u32,
            /// The minute of the week from which on it is closed, up to 8 · 24 · 60.
            closing_minute: u32,
        }
    }
}

object! {
    /// When a business is open. <https://core.telegram.org/bots/api#businessopeninghours>
    BusinessOpeningHours {
        required {
            /// The time zone that the hours are told in.
            time_zone_name: Name,
            /// The hours.
            opening_hours: Vec<BusinessOpeningHoursInterval>,
        }
    }
}
