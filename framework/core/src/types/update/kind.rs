//! What an update tells: its kinds, their names, and what each holds.

use serde::de::MapAccess;
use serde::ser::SerializeMap;

use super::content::Content;
use crate::types::{
    BusinessConnection, BusinessMessagesDeleted, CallbackQuery, ChatBoostRemoved, ChatBoostUpdated,
    ChatJoinRequest, ChatMemberUpdated, ChosenInlineResult, InlineQuery, ManagedBotUpdated, Message,
    MessageReactionCountUpdated, MessageReactionUpdated, PaidMediaPurchased, Poll, PollAnswer,
    PreCheckoutQuery, Raw, ShippingQuery,
};

/// Writes the enum of what happened, the names that its JSON has for each kind, and how they are read and written.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident($name:literal): $type:ty,)+) => {
        /// What happened.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum UpdateKind {
            $($(#[$doc])* $variant(Box<$type>),)+
            /// A kind that this version does not model, or one whose content could not be read.
            Unknown {
                /// Telegram's name of the kind, such as `poll_answer`.
                name: Box<str>,
                /// What it holds.
                content: Raw,
                /// Why a kind that is modelled could not be read.
                error: Option<Box<str>>,
            },
        }

        impl UpdateKind {
            /// The names of all kinds that this version models, as `allowed_updates` takes them.
            pub const NAMES: &[&str] = &[$($name,)+];

            /// Telegram's name of the kind.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $name,)+
                    Self::Unknown { name, .. } => name,
                }
            }

            /// What it holds, where this version models it.
            pub(super) fn content(&self) -> Option<&dyn Content> {
                match self {
                    $(Self::$variant(content) => Some(&**content),)+
                    Self::Unknown { .. } => None,
                }
            }

            /// Writes the field that holds the content.
            pub(super) fn put<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                match self {
                    $(Self::$variant(content) => map.serialize_entry($name, content),)+
                    Self::Unknown { name, content, .. } => map.serialize_entry(name, content),
                }
            }
        }

        /// The name of an update's field.
        pub(super) enum FieldName {
            Id,
            $($variant,)+
            Other(Box<str>),
        }

        impl FieldName {
            fn read(name: &str) -> Self {
                match name {
                    "update_id" => Self::Id,
                    $($name => Self::$variant,)+
                    other => Self::Other(other.into()),
                }
            }

            /// Reads the content whose field was named; `None` for the update's number, which is not read.
            pub(super) fn read_content<'de, A: MapAccess<'de>>(
                self,
                map: &mut A,
            ) -> Result<Option<UpdateKind>, A::Error> {
                Ok(Some(match self {
                    Self::Id => return Ok(None),
                    $(Self::$variant => UpdateKind::$variant(map.next_value()?),)+
                    Self::Other(name) => UpdateKind::Unknown { name, content: map.next_value()?, error: None },
                }))
            }
        }
    };
}

kinds! {
    /// A new message.
    Message("message"): Message,
    /// A message has a new version.
    EditedMessage("edited_message"): Message,
    /// A new post in a channel.
    ChannelPost("channel_post"): Message,
    /// A channel's post has a new version.
    EditedChannelPost("edited_channel_post"): Message,
    /// The bot was connected to a business account, or disconnected, or may do other things there than before.
    BusinessConnection("business_connection"): BusinessConnection,
    /// A new message in a chat of a business account.
    BusinessMessage("business_message"): Message,
    /// A message in a chat of a business account has a new version.
    EditedBusinessMessage("edited_business_message"): Message,
    /// Messages were deleted from a chat of a business account.
    DeletedBusinessMessages("deleted_business_messages"): BusinessMessagesDeleted,
    /// A message that names the bot, in a chat that it is not in.
    GuestMessage("guest_message"): Message,
    /// A user changed their reactions to a message. Told to administrators only, where it is asked for.
    MessageReaction("message_reaction"): MessageReactionUpdated,
    /// The number of anonymous reactions to a message changed. Told to administrators only, where it is asked for.
    MessageReactionCount("message_reaction_count"): MessageReactionCountUpdated,
    /// An inline query.
    InlineQuery("inline_query"): InlineQuery,
    /// A result of an inline query was picked and sent.
    ChosenInlineResult("chosen_inline_result"): ChosenInlineResult,
    /// A button was pressed.
    CallbackQuery("callback_query"): CallbackQuery,
    /// A buyer told where to ship; only for invoices with a flexible price.
    ShippingQuery("shipping_query"): ShippingQuery,
    /// A buyer is about to pay.
    PreCheckoutQuery("pre_checkout_query"): PreCheckoutQuery,
    /// A user paid for media that the bot sent.
    PurchasedPaidMedia("purchased_paid_media"): PaidMediaPurchased,
    /// A poll that the bot sent, or one that was stopped, has another state.
    Poll("poll"): Poll,
    /// A user voted, or changed their vote, in a poll that the bot sent.
    PollAnswer("poll_answer"): PollAnswer,
    /// The bot itself became something else in a chat; in a private one, it was blocked or unblocked.
    MyChatMember("my_chat_member"): ChatMemberUpdated,
    /// A member became something else in a chat. Told to administrators only, where it is asked for.
    ChatMember("chat_member"): ChatMemberUpdated,
    /// A user asks to be let into a chat.
    ChatJoinRequest("chat_join_request"): ChatJoinRequest,
    /// A chat was boosted, or a boost changed.
    ChatBoost("chat_boost"): ChatBoostUpdated,
    /// A boost of a chat ended.
    RemovedChatBoost("removed_chat_boost"): ChatBoostRemoved,
    /// A bot that this one manages was created, or its token or owner changed.
    ManagedBot("managed_bot"): ManagedBotUpdated,
}

crate::types::raw::read_from_str!(FieldName, "a field's name");

impl UpdateKind {
    /// An update of which nothing but its number came.
    pub(super) fn empty() -> Self {
        Self::Unknown { name: "".into(), content: Raw::empty_object(), error: None }
    }
}
