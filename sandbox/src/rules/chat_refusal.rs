//! Why Telegram says no to what is done to chats: links, requests, titles, topics, pins, reactions and boosts.

use std::borrow::Cow;

/// A refusal of something that is done to a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChatRefusal {
    /// What is asked has no sense in a private chat: `change private chat title`, say.
    Private(&'static str),
    /// What is asked can't be done at all: `promote self`, say.
    Cannot(&'static str),
    /// The administrator was made by another.
    NotEditable,
    /// A title or tag that is too long.
    RankInvalid,
    /// A title or tag with an emoji in it.
    RankEmoji,
    /// A title or tag that the account may not give.
    RankForbidden,
    /// A channel's administrators have no titles.
    RankInChannel,

    /// No link was given.
    LinkEmpty,
    /// There is no such link, or not any more.
    LinkExpired,
    /// The link is an administrator's own that never ends.
    LinkPermanent,
    /// A link would end in the past.
    ExpireDateInvalid,
    /// A link lets in at most so many, and all are to be approved.
    LimitBesideApproval,
    /// A subscription that Telegram doesn't sell.
    PricingInvalid,
    /// A subscription to something else than a channel.
    PricingChatInvalid,
    /// Those who join by the link pay for it.
    LinkIsPaid,
    /// As many came in by the link as may.
    LinkUsedUp,
    /// A request to join was sent, and waits.
    RequestSent,
    /// No such request waits.
    RequestMissing,

    /// A topic without a name.
    TopicNameEmpty,
    /// The chat has no such topic.
    TopicInvalid,
    /// Nothing would change in the topic.
    TopicNotModified,

    /// The message to pin is not there.
    PinNotFound,
    /// The message to unpin is not there.
    UnpinNotFound,
    /// The message tells that something happened.
    PinService,
    /// Nothing would change in the chat.
    ChatNotModified,

    /// The message to react to is not there.
    ReactNotFound,
    /// A reaction that is none, or none of the chat's.
    ReactionInvalid,
    /// More reactions than the account, or the message, may have.
    TooManyReactions,
    /// The message has these reactions already.
    ReactionsNotModified,
    /// The chat's members may not react.
    ReactionsForbidden,

    /// Only users with Telegram Premium boost.
    BoostWithoutPremium,
    /// There is nothing to boost with.
    NoBoosts,
    /// The chat can't be boosted.
    BoostInvalid,

    /// The set of stickers is not there.
    StickerSetInvalid,
    /// A time that Telegram doesn't offer: between two messages of a member.
    SlowModeInvalid,
    /// The member has to wait so many seconds until the next message.
    SlowMode(i64),
    /// A time that Telegram doesn't offer: until messages go by themselves.
    AutoDeleteInvalid,
    /// A bot's name, description or short description is too long.
    BotTextTooLong,
    /// A bot's menu button has no text, or too long a one, or an address that can't be one.
    MenuButtonInvalid,
}

impl ChatRefusal {
    /// The Bot API's code and text without its prefix, then MTProto's code and name.
    pub(super) fn spelling(self) -> (u16, Cow<'static, str>, i32, Cow<'static, str>) {
        let both = |text: &'static str, name: &'static str| (400, text.into(), 400, name.into());
        let same = |name: &'static str| both(name, name);
        match self {
            Self::Private(what) => (400, format!("can't {what}").into(), 400, "PEER_ID_INVALID".into()),
            Self::Cannot(what) => (400, format!("can't {what}").into(), 400, "USER_ID_INVALID".into()),
            Self::NotEditable => {
                both("not enough rights to change custom title of the user", "CHAT_ADMIN_REQUIRED")
            }
            Self::RankInvalid => both("CUSTOM_TITLE_INVALID", "RANK_INVALID"),
            Self::RankEmoji => both("CUSTOM_TITLE_EMOJI_NOT_ALLOWED", "RANK_EMOJI_NOT_ALLOWED"),
            Self::RankForbidden => both("CUSTOM_TITLE_CHANGE_FORBIDDEN", "RANK_CHANGE_FORBIDDEN"),
            Self::RankInChannel => {
                both("method is available only for groups and supergroups", "PEER_ID_INVALID")
            }
            Self::LinkEmpty => both("invite link must be non-empty", "INVITE_HASH_EMPTY"),
            Self::LinkExpired => same("INVITE_HASH_EXPIRED"),
            Self::LinkPermanent => same("CHAT_INVITE_PERMANENT"),
            Self::ExpireDateInvalid => same("EXPIRE_DATE_INVALID"),
            Self::LimitBesideApproval => both(
                "member limit can't be specified for links requiring administrator approval",
                "USAGE_LIMIT_INVALID",
            ),
            Self::PricingInvalid => both("invalid subscription pricing specified", "PRICING_CHAT_INVALID"),
            Self::PricingChatInvalid => same("PRICING_CHAT_INVALID"),
            Self::LinkIsPaid => same("PAYMENT_REQUIRED"),
            Self::LinkUsedUp => same("USERS_TOO_MUCH"),
            Self::RequestSent => same("INVITE_REQUEST_SENT"),
            Self::RequestMissing => same("HIDE_REQUESTER_MISSING"),
            Self::TopicNameEmpty => both("name must be non-empty", "TOPIC_TITLE_EMPTY"),
            Self::TopicInvalid => same("TOPIC_ID_INVALID"),
            Self::TopicNotModified => same("TOPIC_NOT_MODIFIED"),
            Self::PinNotFound => both("message to pin not found", "MESSAGE_ID_INVALID"),
            Self::UnpinNotFound => both("message to unpin not found", "MESSAGE_ID_INVALID"),
            Self::PinService => both("a service message can't be pinned", "MESSAGE_ID_INVALID"),
            Self::ChatNotModified => same("CHAT_NOT_MODIFIED"),
            Self::ReactNotFound => both("message to react not found", "MESSAGE_ID_INVALID"),
            Self::ReactionInvalid => same("REACTION_INVALID"),
            Self::TooManyReactions => same("REACTIONS_TOO_MANY"),
            Self::ReactionsNotModified => (
                400,
                "message is not modified: specified new message content and reply markup are exactly the same as a \
                 current content and reply markup of the message"
                    .into(),
                400,
                "MESSAGE_NOT_MODIFIED".into(),
            ),
            Self::ReactionsForbidden => (400, "CHAT_SEND_REACTIONS_FORBIDDEN".into(), 403, "CHAT_SEND_REACTIONS_FORBIDDEN".into()),
            Self::BoostWithoutPremium => same("PREMIUM_ACCOUNT_REQUIRED"),
            Self::NoBoosts => same("BOOSTS_EMPTY"),
            Self::BoostInvalid => both("can't boost the chat", "BOOST_PEER_INVALID"),
            Self::StickerSetInvalid => same("STICKERSET_INVALID"),
            Self::SlowModeInvalid => same("SECONDS_INVALID"),
            Self::SlowMode(wait) => (
                429,
                format!("Too Many Requests: retry after {wait}").into(),
                420,
                format!("SLOWMODE_WAIT_{wait}").into(),
            ),
            Self::AutoDeleteInvalid => same("TTL_PERIOD_INVALID"),
            Self::BotTextTooLong => same("BOT_INFO_TOO_LONG"),
            Self::MenuButtonInvalid => same("BUTTON_INVALID"),
        }
    }
}
