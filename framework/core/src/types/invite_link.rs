//! Links by which users join a chat.

use super::define::object;
use super::{Name, User};

object! {
    /// A link by which users join a chat. <https://core.telegram.org/bots/api#chatinvitelink>
    ChatInviteLink {
        required {
            /// The address; its end is hidden where another administrator created the link.
            invite_link: Name,
            /// Who created it.
            creator: User,
            /// Whether those who follow it are let in by an administrator only.
            creates_join_request: bool,
            /// Whether it is the administrator's primary link.
            is_primary: bool,
            /// Whether it no longer works.
            is_revoked: bool,
        }
        optional {
            /// What administrators call it.
            name: Name,
            /// When it ceases to work, in seconds since 1970.
            expire_date: i64,
            /// How many of those who joined by it may be members at once, 1–99999.
            member_limit: u32,
            /// How many requests to join by it wait for an answer.
            pending_join_request_count: u32,
            /// For how many seconds a payment makes one a member.
            subscription_period: u32,
            /// How many Stars must be paid to become a member and for every further period.
            subscription_price: i64,
        }
    }
}
