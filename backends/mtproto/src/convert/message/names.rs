//! Whom a message names by number only.

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, types};

use crate::convert::peer::chat_id;
use crate::convert::{StickerSetId, rich};

/// Users, chats and sticker sets, by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// Users, the others in private chats included.
    pub(crate) users: Vec<UserId>,
    /// Chats, private ones aside.
    pub(crate) chats: Vec<ChatId>,
    /// The sticker sets of stickers.
    pub(crate) sticker_sets: Vec<StickerSetId>,
}

impl Names {
    /// All whom a message names, the bot itself included: in a private chat a message may not say that it is the bot's.
    pub(crate) fn in_message(message: &enums::Message, own: UserId) -> Self {
        let mut names = Self::default();
        names.add_user(own);
        names.add_message(message);
        names
    }

    pub(in crate::convert) fn add_user(&mut self, user: UserId) {
        if !self.users.contains(&user) {
            self.users.push(user);
        }
    }

    pub(in crate::convert) fn add_chat(&mut self, chat: ChatId) {
        if chat.is_user() {
            self.add_user(UserId(chat.0));
        } else if !self.chats.contains(&chat) {
            self.chats.push(chat);
        }
    }

    pub(in crate::convert) fn add_peers<'a>(&mut self, peers: impl IntoIterator<Item = &'a enums::Peer>) {
        for peer in peers {
            self.add_chat(chat_id(peer));
        }
    }

    pub(in crate::convert) fn add_users(&mut self, users: impl IntoIterator<Item = i64>) {
        for user in users {
            self.add_user(UserId(user));
        }
    }

    pub(in crate::convert) fn add_sticker_sets(&mut self, sets: impl IntoIterator<Item = StickerSetId>) {
        for set in sets {
            if !self.sticker_sets.contains(&set) {
                self.sticker_sets.push(set);
            }
        }
    }

    /// Adds all whom a message names.
    pub(crate) fn add_message(&mut self, message: &enums::Message) {
        match message {
            enums::Message::Empty(message) => self.add_peers(&message.peer_id),
            enums::Message::Message(message) => self.add_written(message),
            enums::Message::Service(message) => {
                self.add_peers([&message.peer_id].into_iter().chain(&message.from_id));
                self.add_peers(&message.saved_peer_id);
                self.add_reply(message.reply_to.as_ref());
                self.add_action(&message.action);
            }
        }
    }

    fn add_written(&mut self, message: &types::Message) {
        self.add_peers([&message.peer_id].into_iter().chain(&message.from_id));
        self.add_peers(message.saved_peer_id.iter().chain(&message.guestchat_via_from));
        self.add_users(message.via_bot_id.into_iter().chain(message.via_business_bot_id));
        self.add_entities(message.entities.as_deref());
        self.add_forward(message.fwd_from.as_ref());
        self.add_reply(message.reply_to.as_ref());
        if let Some(media) = &message.media {
            self.add_media(media);
        }
        if let Some(rich) = &message.rich_message {
            self.add_users(rich::mentioned(rich));
        }
    }

    pub(in crate::convert) fn add_entities(&mut self, entities: Option<&[enums::MessageEntity]>) {
        for entity in entities.unwrap_or_default() {
            if let enums::MessageEntity::MentionName(mention) = entity {
                self.add_user(UserId(mention.user_id));
            }
        }
    }

    fn add_forward(&mut self, forward: Option<&enums::MessageFwdHeader>) {
        if let Some(enums::MessageFwdHeader::Header(forward)) = forward {
            self.add_peers(&forward.from_id);
        }
    }

    fn add_reply(&mut self, reply: Option<&enums::MessageReplyHeader>) {
        match reply {
            None => {}
            Some(enums::MessageReplyHeader::MessageReplyStoryHeader(story)) => self.add_peers([&story.peer]),
            Some(enums::MessageReplyHeader::Header(reply)) => {
                self.add_peers(&reply.reply_to_peer_id);
                self.add_entities(reply.quote_entities.as_deref());
                self.add_forward(reply.reply_from.as_ref());
                if let Some(media) = &reply.reply_media {
                    self.add_media(media);
                }
            }
        }
    }
}
