//! The users and chats that an answer or an update names: TL tells them beside it.

use std::collections::BTreeSet;

use ambigram_core::types::{ChatId, EntityKind, MessageEntity, UserId};
use grammers_tl_types as tl;

use crate::mtproto::{MtProto, write};
use crate::world::{Event, GroupEvent, MessageView, Queued, Sender, World};

/// Users and chats, each once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Named {
    users: BTreeSet<UserId>,
    chats: BTreeSet<ChatId>,
}

impl Named {
    /// All that some messages name.
    pub(crate) fn in_messages<'a>(views: impl IntoIterator<Item = &'a MessageView>) -> Self {
        let mut named = Self::default();
        for view in views {
            named.message(view);
        }
        named
    }

    pub(crate) fn user(&mut self, user: UserId) {
        self.users.insert(user);
    }

    /// A chat; where it is a private one, the other in it.
    pub(crate) fn chat(&mut self, chat: ChatId) {
        if chat.is_user() {
            self.users.insert(UserId(chat.0));
        } else {
            self.chats.insert(chat);
        }
    }

    pub(crate) fn message(&mut self, view: &MessageView) {
        let message = &view.message;
        self.chat(view.chat);
        self.sender(message.sender);
        if view.is_outgoing() {
            self.user(view.viewer);
        }
        self.users.extend(message.via_bot);
        for named in message.extra.iter().flat_map(|extra| extra.named()) {
            self.chat(named);
        }
        if let Some(text) = message.text() {
            self.mentions(&text.entities);
        }
        let origin = message.forward.as_ref().and_then(|forward| forward.origin.named());
        let saved_from =
            message.forward.as_ref().and_then(|forward| forward.saved_from).map(|(chat, _)| chat);
        for named in message.content.named().into_iter().chain(origin).chain(saved_from) {
            self.chat(named);
        }
        if let Some(quote) = message.reply.as_ref().and_then(|reply| reply.quote.as_ref()) {
            self.mentions(&quote.text.entities);
        }
        if let Some(answered) = view.reply_to.as_deref().filter(|answered| answered.chat != view.chat) {
            self.sender(answered.message.sender);
            if answered.chat.is_channel() {
                self.chat(answered.chat);
            }
        }
    }

    pub(crate) fn event(&mut self, queued: &Queued) {
        match &queued.event {
            Event::NewMessage(view) | Event::EditedMessage(view) => self.message(view),
            // Only a channel's row says where.
            Event::DeletedMessages { chat, .. } if chat.is_channel() => self.chat(*chat),
            Event::CallbackQuery { query, message } => {
                self.user(query.from);
                self.chat(message.chat);
            }
            Event::InlineQuery(query) | Event::ChosenInlineResult { query, .. } => self.user(query.from),
            Event::GuestQuery(query) => self.message(&query.message),
            Event::BusinessConnection(connection) => self.user(connection.user),
            Event::BusinessMessage { message, .. } => self.message(message),
            Event::BusinessDeleted { chat, .. } => self.chat(*chat),
            Event::ManagedBot { user, bot } => {
                self.user(*user);
                self.user(*bot);
            }
            Event::MemberChanged(change) => {
                self.chat(change.chat);
                self.user(change.by);
                self.user(change.user);
                self.users.extend(change.invite.as_ref().map(|invite| invite.creator));
            }
            Event::ChatAction { chat, user, .. } => {
                self.chat(*chat);
                self.user(*user);
            }
            Event::Read { chat, .. } => self.chat(*chat),
            Event::Group(event) => self.group_event(event),
            Event::CommandsChanged { bot } => self.user(*bot),
            Event::PollChanged { poll } => self.users.extend(write::poll::named(poll)),
            Event::PollVote { poll, voter, .. } => {
                self.user(*voter);
                self.users.extend(write::poll::named(poll));
            }
            Event::ShippingQuery(shipping) => self.user(shipping.user),
            Event::PreCheckoutQuery(checkout) => self.user(checkout.user),
            Event::PaidMediaPurchased { user, .. } => self.user(*user),
            Event::Draft { chat, user, .. } => {
                self.chat(*chat);
                self.user(*user);
            }
            Event::DeletedMessages { .. } | Event::CallbackAnswered { .. } | Event::StarsChanged { .. } => {}
        }
    }

    fn group_event(&mut self, event: &GroupEvent) {
        match event {
            GroupEvent::JoinRequested(request) => {
                self.chat(request.chat);
                self.user(request.user);
                self.users.extend(request.invite.as_ref().map(|invite| invite.creator));
            }
            GroupEvent::RequestsPending { chat, users } => {
                self.chat(*chat);
                self.users.extend(users);
            }
            GroupEvent::Reacted(change) => {
                self.chat(change.chat);
                self.sender(change.by);
            }
            GroupEvent::Boosted { chat, boost, .. } => {
                self.chat(*chat);
                self.users.extend(boost.source.user());
            }
            GroupEvent::Pinned { chat, .. }
            | GroupEvent::ReactionsCounted { chat, .. }
            | GroupEvent::Reactions { chat, .. } => self.chat(*chat),
            GroupEvent::MenuButtonChanged { bot } => self.user(*bot),
        }
    }

    /// Whether all of them are among these.
    pub(crate) fn are_within(&self, known: &Named) -> bool {
        self.users.is_subset(&known.users) && self.chats.is_subset(&known.chats)
    }

    /// Takes others in.
    pub(crate) fn add(&mut self, other: &Named) {
        self.users.extend(&other.users);
        self.chats.extend(&other.chats);
    }

    /// The users, as an account sees them.
    pub(crate) fn users(&self, front: &MtProto, world: &World, viewer: UserId) -> Vec<tl::enums::User> {
        self.users.iter().map(|user| write::user(front, world, viewer, *user)).collect()
    }

    /// The chats, as an account sees them.
    pub(crate) fn chats(&self, front: &MtProto, world: &World, viewer: UserId) -> Vec<tl::enums::Chat> {
        self.chats.iter().map(|chat| write::chat(front, world, viewer, *chat)).collect()
    }

    fn sender(&mut self, sender: Sender) {
        match sender {
            Sender::User(user) => self.user(user),
            Sender::Chat(chat) => self.chat(chat),
        }
    }

    fn mentions(&mut self, entities: &[MessageEntity]) {
        for entity in entities {
            if let EntityKind::TextMention { user } = &entity.kind {
                self.users.insert(user.id);
            }
        }
    }
}
