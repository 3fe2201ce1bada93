//! Requests about invite links. The bot needs the right to invite users for all of them.

use super::Recipient;
use super::define::request;
use crate::types::*;

request! {
    /// Makes the bot a new primary invite link to a chat, in the place of the one that it had.
    /// <https://core.telegram.org/bots/api#exportchatinvitelink>
    ExportChatInviteLink("exportChatInviteLink", export_chat_invite_link) -> String {
        required {
            /// The chat.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Makes one more invite link to a chat. <https://core.telegram.org/bots/api#createchatinvitelink>
    CreateChatInviteLink("createChatInviteLink", create_chat_invite_link) -> ChatInviteLink {
        required {
            /// The chat.
            chat_id: Recipient,
        }
        optional {
            /// What it is called among administrators, 0–32 characters.
            name: Name,
            /// Until when it can be used, in seconds since 1970; for ever where absent.
            expire_date: i64,
            /// How many may be members by it at a time, 1–99999; as many as like where absent. Not where joining
            /// must be approved.
            member_limit: u32,
        }
        flags {
            /// Has those who use it ask to join, for an administrator to approve.
            creates_join_request,
        }
    }
}

request! {
    /// Changes an invite link that the bot made, other than its primary one.
    /// <https://core.telegram.org/bots/api#editchatinvitelink>
    EditChatInviteLink("editChatInviteLink", edit_chat_invite_link) -> ChatInviteLink {
        required {
            /// The chat.
            chat_id: Recipient,
            /// The link.
            invite_link: String,
        }
        optional {
            /// What it is called among administrators, 0–32 characters.
            name: Name,
            /// Until when it can be used, in seconds since 1970; for ever where absent.
            expire_date: i64,
            /// How many may be members by it at a time, 1–99999; as many as like where absent. Not where joining
            /// must be approved.
            member_limit: u32,
        }
        flags {
            /// Has those who use it ask to join, for an administrator to approve.
            creates_join_request,
        }
    }
}

request! {
    /// Makes an invite link to a channel by which one joins for Stars, paid again and again.
    /// <https://core.telegram.org/bots/api#createchatsubscriptioninvitelink>
    CreateChatSubscriptionInviteLink("createChatSubscriptionInviteLink", create_chat_subscription_invite_link)
        -> ChatInviteLink {
        required {
            /// The channel.
            chat_id: Recipient,
            /// For how long each payment holds, in seconds: always 2592000 (30 days).
            subscription_period: u32,
            /// The price of each period, 1–10000 Stars.
            subscription_price: i64,
        }
        optional {
            /// What it is called among administrators, 0–32 characters.
            name: Name,
        }
    }
}

request! {
    /// Renames an invite link that the bot made for paying members.
    /// <https://core.telegram.org/bots/api#editchatsubscriptioninvitelink>
    EditChatSubscriptionInviteLink("editChatSubscriptionInviteLink", edit_chat_subscription_invite_link)
        -> ChatInviteLink {
        required {
            /// The channel.
            chat_id: Recipient,
            /// The link.
            invite_link: String,
        }
        optional {
            /// What it is called among administrators from now on, 0–32 characters.
            name: Name,
        }
    }
}

request! {
    /// Ends an invite link that the bot made; where it is the primary one, another takes its place.
    /// <https://core.telegram.org/bots/api#revokechatinvitelink>
    RevokeChatInviteLink("revokeChatInviteLink", revoke_chat_invite_link) -> ChatInviteLink {
        required {
            /// The chat.
            chat_id: Recipient,
            /// The link.
            invite_link: String,
        }
    }
}
