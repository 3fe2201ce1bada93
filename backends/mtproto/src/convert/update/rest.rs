//! Updates that the Bot API tells of and the vocabulary has no name for: kept whole, under the Bot API's name.

use ambigram_core::types::{ChatId, UpdateKind, UserId};
use grammers_tl_types::enums;
use serde_json::json;

use crate::convert::peer::chat_id;
use crate::convert::raw::{Object, Put};

/// Such an update: its name, where it belongs, and itself.
#[derive(Debug)]
pub(super) struct Rest {
    name: &'static str,
    chat: Option<ChatId>,
    from: Option<UserId>,
    update: enums::Update,
}

impl Rest {
    /// `None` for what bots are not told of.
    pub(super) fn of(update: enums::Update) -> Option<Self> {
        use enums::Update as Tl;
        let user = |id| Some(UserId(id));
        let (name, chat, from) = match &update {
            Tl::BotInlineQuery(update) => ("inline_query", None, user(update.user_id)),
            Tl::BotInlineSend(update) => ("chosen_inline_result", None, user(update.user_id)),
            Tl::BotShippingQuery(update) => ("shipping_query", None, user(update.user_id)),
            Tl::BotPrecheckoutQuery(update) => ("pre_checkout_query", None, user(update.user_id)),
            Tl::BotPurchasedPaidMedia(update) => ("purchased_paid_media", None, user(update.user_id)),
            Tl::MessagePoll(_) => ("poll", None, None),
            Tl::MessagePollVote(update) => ("poll_answer", None, by(&update.peer)),
            Tl::BotMessageReaction(update) => {
                ("message_reaction", Some(chat_id(&update.peer)), by(&update.actor))
            }
            Tl::BotMessageReactions(update) => ("message_reaction_count", Some(chat_id(&update.peer)), None),
            Tl::BotChatBoost(update) => ("chat_boost", Some(chat_id(&update.peer)), None),
            Tl::BotChatInviteRequester(update) => {
                ("chat_join_request", Some(chat_id(&update.peer)), user(update.user_id))
            }
            Tl::BotBusinessConnect(update) => {
                let enums::BotBusinessConnection::Connection(connection) = &update.connection;
                ("business_connection", None, user(connection.user_id))
            }
            Tl::BotNewBusinessMessage(update) => {
                ("business_message", place(&update.message), author(&update.message))
            }
            Tl::BotEditBusinessMessage(update) => {
                ("edited_business_message", place(&update.message), author(&update.message))
            }
            Tl::BotDeleteBusinessMessage(update) => {
                ("deleted_business_messages", Some(chat_id(&update.peer)), None)
            }
            Tl::BusinessBotCallbackQuery(update) => {
                ("callback_query", place(&update.message), user(update.user_id))
            }
            Tl::EphemeralBotCallbackQuery(update) => {
                ("callback_query", update.peer.as_ref().map(chat_id), user(update.user_id))
            }
            Tl::BotGuestChatQuery(update) => {
                ("guest_message", place(&update.message), author(&update.message))
            }
            Tl::ManagedBot(update) => ("managed_bot", None, user(update.user_id)),
            _ => return None,
        };
        Some(Self { name, chat, from, update })
    }

    /// The update as the Bot API would name it.
    pub(super) fn finish(self) -> UpdateKind {
        let mut content = Object::new();
        content.put_some("chat", self.chat.map(|chat| json!({ "id": chat.0 })));
        content.put_some("from", self.from.map(|user| json!({ "id": user.0 })));
        content.put_tl(&self.update);
        super::unknown(self.name, content)
    }
}

fn by(peer: &enums::Peer) -> Option<UserId> {
    match peer {
        enums::Peer::User(user) => Some(UserId(user.user_id)),
        enums::Peer::Chat(_) | enums::Peer::Channel(_) => None,
    }
}

fn place(message: &enums::Message) -> Option<ChatId> {
    match message {
        enums::Message::Message(message) => Some(chat_id(&message.peer_id)),
        enums::Message::Service(message) => Some(chat_id(&message.peer_id)),
        enums::Message::Empty(message) => message.peer_id.as_ref().map(chat_id),
    }
}

fn author(message: &enums::Message) -> Option<UserId> {
    match message {
        enums::Message::Message(message) => by(message.from_id.as_ref().unwrap_or(&message.peer_id)),
        enums::Message::Service(message) => by(message.from_id.as_ref().unwrap_or(&message.peer_id)),
        enums::Message::Empty(_) => None,
    }
}
