//! All that is known of a chat.

use super::define::object;
use super::{
    AcceptedGiftTypes, Audio, BusinessIntro, BusinessLocation, BusinessOpeningHours, Chat, ChatId,
    ChatPermissions, ChatPhoto, CustomEmojiId, Location, Message, Name, ReactionType, UniqueGiftColors, User,
};

object! {
    /// All that is known of a chat. <https://core.telegram.org/bots/api#chatfullinfo>
    ChatFullInfo {
        required {
            /// What every update tells of it.
            #[serde(flatten)]
            chat: Chat,
            /// The colour of its name and of the background of its photo, as a number in Telegram's list of accent
            /// colours.
            accent_color_id: u32,
            /// The most reactions that a message of the chat can have.
            max_reaction_count: u32,
            /// Which gifts the user or the channel takes.
            accepted_gift_types: AcceptedGiftTypes,
        }
        optional {
            /// Its photo.
            photo: Box<ChatPhoto>,
            /// The user's birthday.
            birthdate: Birthdate,
            /// What greets those who write to the business.
            business_intro: Box<BusinessIntro>,
            /// Where the business is.
            business_location: Box<BusinessLocation>,
            /// When the business is open.
            business_opening_hours: Box<BusinessOpeningHours>,
            /// The channel that the user shows in their profile.
            personal_chat: Box<Chat>,
            /// The channel whose direct messages the chat holds.
            parent_chat: Box<Chat>,
            /// The reactions that are allowed: none if it is empty, every emoji if it is absent.
            available_reactions: Vec<ReactionType>,
            /// The custom emoji in the background of links and replies.
            background_custom_emoji_id: CustomEmojiId,
            /// The colour of the profile, as a number in Telegram's list of profile colours.
            profile_accent_color_id: u32,
            /// The custom emoji in the background of the profile.
            profile_background_custom_emoji_id: CustomEmojiId,
            /// The custom emoji beside the name.
            emoji_status_custom_emoji_id: CustomEmojiId,
            /// When the emoji beside the name goes, in seconds since 1970.
            emoji_status_expiration_date: i64,
            /// What the user says about themselves.
            bio: String,
            /// What the group or channel is about.
            description: String,
            /// The primary link by which users join.
            invite_link: Name,
            /// The pinned message that was written last.
            pinned_message: Box<Message>,
            /// What members may do; groups only.
            permissions: ChatPermissions,
            /// How many seconds a member must wait between two messages.
            slow_mode_delay: u32,
            /// How many boosts free a member from the slow mode and from restrictions of all members.
            unrestrict_boost_count: u32,
            /// After how many seconds messages are deleted.
            message_auto_delete_time: u32,
            /// The name of the group's sticker set.
            sticker_set_name: Name,
            /// The name of the group's set of custom emoji, which all its members may use.
            custom_emoji_sticker_set_name: Name,
            /// The channel's group of discussion, or the group's channel.
            linked_chat_id: ChatId,
            /// The place to which the supergroup belongs.
            location: Box<ChatLocation>,
            /// How much the user paid and was paid.
            rating: Box<UserRating>,
            /// The first piece of music of the user's profile.
            first_profile_audio: Box<Audio>,
            /// The colours of a unique gift, for the name, links and replies.
            unique_gift_colors: Box<UniqueGiftColors>,
            /// How many Stars a message to the user or in the group costs.
            paid_message_star_count: u32,
            /// The bot that decides on requests to join.
            guard_bot: Box<User>,
        }
        lists {
            /// All its public names, without the `@`.
            active_usernames: Name,
        }
        flags {
            /// Whether forwarded messages of the user do not lead to them, so that only those who share a chat with the
            /// user can be linked by `tg://user?id=…`.
            has_private_forwards,
            /// Whether the user takes no voice and video messages in private chats.
            has_restricted_voice_and_video_messages,
            /// Whether one must join the supergroup before writing.
            join_to_send_messages,
            /// Whether those who join without a link are let in by an administrator only.
            join_by_request,
            /// Whether paid media can be sent to the channel.
            can_send_paid_media,
            /// Whether spam is sought and deleted with rigour; told to administrators.
            has_aggressive_anti_spam_enabled,
            /// Whether only the bots and administrators among the members are told.
            has_hidden_members,
            /// Whether messages can be neither forwarded nor saved.
            has_protected_content,
            /// Whether new members see old messages; told to administrators.
            has_visible_history,
            /// Whether the bot may change the group's sticker set.
            can_set_sticker_set,
        }
    }
}

object! {
    /// A birthday. <https://core.telegram.org/bots/api#birthdate>
    Birthdate {
        required {
            /// The day of the month, 1–31.
            day: u32,
            /// The month, 1–12.
            month: u32,
        }
        optional {
            /// The year of birth.
            year: u32,
        }
    }
}

object! {
    /// The place to which a supergroup belongs. <https://core.telegram.org/bots/api#chatlocation>
    ChatLocation {
        required {
            /// Where it is.
            location: Location,
            /// Its address, 1–64 characters.
            address: Name,
        }
    }
}

object! {
    /// How far a user is to be trusted with payments. <https://core.telegram.org/bots/api#userrating>
    UserRating {
        required {
            /// The level; below zero for users whom Telegram distrusts.
            level: i32,
            /// The rating; the higher, the better.
            rating: i64,
            /// The rating with which the level begins.
            current_level_rating: i64,
        }
        optional {
            /// The rating with which the next level begins; absent at the highest.
            next_level_rating: i64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_that_allows_no_reactions_differs_from_one_that_allows_all() {
        let gifts = r#""accepted_gift_types":{"unlimited_gifts":true,"limited_gifts":true,"unique_gifts":true,"premium_subscription":true,"gifts_from_channels":true}"#;
        let chat = r#""id":-7,"type":"group","title":"T","accent_color_id":1,"max_reaction_count":11"#;
        for (reactions, expected) in [
            ("", None),
            (r#","available_reactions":[]"#, Some(vec![])),
            (
                r#","available_reactions":[{"type":"emoji","emoji":"👍"},{"type":"paid"}]"#,
                Some(vec![ReactionType::emoji("👍"), ReactionType::Paid]),
            ),
        ] {
            let json = format!("{{{chat},{gifts}{reactions}}}");
            let info: ChatFullInfo = serde_json::from_str(&json).unwrap();
            assert_eq!(info.chat.title.as_deref(), Some("T"));
            assert_eq!(info.available_reactions, expected);
            assert_eq!(serde_json::to_string(&info).unwrap(), json);
        }
    }
}
