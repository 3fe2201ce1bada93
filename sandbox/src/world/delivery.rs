//! Who is shown a new message, and who is told of what becomes of it.

use std::sync::Arc;

use ambigram_core::types::UserId;

use super::{Content, Event, Message, MessageKey, Place, Reply, Sender, Service, World};
use crate::rules::privacy;

impl World {
    /// Numbers a message, keeps it and tells all who are shown it.
    pub(super) fn post(&mut self, mut message: Message) -> MessageKey {
        self.last_message += 1;
        let key = MessageKey(self.last_message);
        message.key = key;
        let (audience, hidden_from) = self.audience(&message);
        message.hidden_from = hidden_from;
        self.number(&message, &audience);
        let (author, place, named) = (message.author, message.place, message.named_accounts());
        // Bots are told of these even when they did it themselves.
        let tells_author =
            matches!(&message.content, Content::Service(service) if service.is_told_to_author());
        let is_text = !message.is_service();
        self.messages.insert(key, Arc::new(message));
        self.advance(place, 1);
        for account in &audience {
            for named in &named {
                self.meet(*account, *named);
            }
            if let Some(view) = self.view(*account, key) {
                self.enqueue(*account, *account == author && !tells_author, Event::NewMessage(view));
            }
        }
        let is_bot = self.account(author).is_some_and(super::Account::is_bot);
        if let (true, Place::Chat(chat)) = (is_bot && is_text, place)
            && let Some(chat) = self.chats.get_mut(&chat)
        {
            chat.last_bot = Some(author);
        }
        self.tell_business(key, false);
        if is_text {
            self.note_writing(author, place);
        }
        key
    }

    /// A message that tells of something that happened.
    pub(super) fn post_service(&mut self, place: Place, author: UserId, service: Service) -> MessageKey {
        let sender = self.sender_in(place, author);
        let date = self.now();
        self.post(Message::new(place, author, sender, date, Content::Service(service)))
    }

    /// Tells in a chat what happened to a message there.
    pub(super) fn post_service_about(
        &mut self,
        place: Place,
        author: UserId,
        service: Service,
        message: MessageKey,
    ) -> MessageKey {
        let sender = self.sender_in(place, author);
        let happened = Message::new(place, author, sender, self.now(), Content::Service(service));
        let reply = Reply { message, quote: None };
        let (thread, is_topic_message) = self.thread_of(place, None, Some(&reply));
        self.post(Message { reply: Some(reply), thread, is_topic_message, ..happened })
    }

    /// Keeps a message's new version and tells all who see it.
    pub(super) fn replace(&mut self, message: Message, by: UserId) {
        let key = message.key;
        self.advance(message.place, 1);
        self.messages.insert(key, Arc::new(message));
        for account in self.viewers(key) {
            if let Some(view) = self.view(account, key) {
                self.tell_deed(account, by, Event::EditedMessage(view));
            }
        }
        self.tell_business(key, true);
    }

    /// All who are in a place at the moment.
    pub(super) fn present(&self, place: Place) -> Vec<UserId> {
        match place {
            Place::Private(one, other) if one == other => vec![one],
            Place::Private(one, other) => vec![one, other],
            Place::Chat(chat) => self
                .chat(chat)
                .into_iter()
                .flat_map(|chat| chat.members(self.now()))
                .map(|(id, _)| id)
                .collect(),
        }
    }

    /// All who know a message by a number and are still where it stands.
    pub(super) fn viewers(&self, key: MessageKey) -> Vec<UserId> {
        let Some(message) = self.messages.get(&key) else { return Vec::new() };
        let mut present = self.present(message.place);
        present.retain(|account| self.id_of(*account, message).is_some());
        present
    }

    /// In whose name an account writes in a place.
    pub(super) fn sender_in(&self, place: Place, author: UserId) -> Sender {
        let Place::Chat(id) = place else { return Sender::User(author) };
        let Some(chat) = self.chat(id) else { return Sender::User(author) };
        let is_anonymous = chat.status(author, self.now()).rights().is_anonymous;
        if chat.is_channel() || is_anonymous { Sender::Chat(id) } else { Sender::User(author) }
    }

    /// Who is shown a new message, and which bots of the chat are not.
    fn audience(&self, message: &Message) -> (Vec<UserId>, Vec<UserId>) {
        let mut present = self.present(message.place);
        if let Content::Service(Service::MemberLeft(user)) = &message.content
            && !present.contains(user)
        {
            // The last thing that the one who went is told.
            present.push(*user);
        }
        present.into_iter().partition(|account| self.is_shown(*account, message))
    }

    fn is_shown(&self, account: UserId, message: &Message) -> bool {
        if matches!(message.place, Place::Private(..)) {
            // A person who is blocked by another is not told so: what they write just never arrives.
            return account == message.author || !self.dialog(account, message.author).has_blocked;
        }
        let Some(bot) = self.account(account).filter(|account| account.is_bot()) else { return true };
        let Some(settings) = bot.bot() else { return true };
        let Place::Chat(chat) = message.place else { return true };
        let Some(chat) = self.chat(chat) else { return true };
        if account == message.author || chat.is_channel() {
            return true;
        }
        let answered = message.reply.as_ref().and_then(|reply| self.messages.get(&reply.message));
        privacy::is_shown(
            &privacy::Bot {
                id: account,
                username: bot.username.as_deref().unwrap_or_default(),
                reads_all: settings.can_read_all_group_messages
                    || chat.status(account, self.now()).is_administrator(),
                wrote_last: chat.last_bot.is_none_or(|last| last == account),
            },
            &privacy::Written {
                is_service: message.is_service(),
                is_by_bot: self.account(message.author).is_some_and(super::Account::is_bot),
                text: message.text(),
                via_bot: message.via_bot,
                answers: answered.map(|answered| privacy::Answered {
                    author: answered.author,
                    via_bot: answered.via_bot,
                    text: answered.text(),
                }),
            },
        )
    }
}

impl Message {
    /// A message of which only the essentials are known.
    pub(super) fn new(place: Place, author: UserId, sender: Sender, date: i64, content: Content) -> Self {
        Self {
            key: MessageKey(0),
            place,
            author,
            sender,
            date,
            edit_date: None,
            thread: None,
            is_topic_message: false,
            forward: None,
            group: None,
            reply: None,
            content,
            keyboard: None,
            app_keyboard: None,
            effect: None,
            link_preview: None,
            is_silent: false,
            is_protected: false,
            extra: None,
            via_bot: None,
            hidden_from: Vec::new(),
        }
    }

    /// The accounts that whoever sees the message comes across.
    fn named_accounts(&self) -> Vec<UserId> {
        let origin = self.forward.as_ref().and_then(|forward| forward.origin.named());
        let named = self.content.named().into_iter().chain(origin).filter(|named| named.is_user());
        let mut named: Vec<_> = named.map(|user| UserId(user.0)).collect();
        if matches!(self.sender, Sender::User(_)) {
            named.push(self.author);
        }
        named
    }
}
