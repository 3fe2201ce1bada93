//! Reactions to messages. <https://core.telegram.org/api/reactions>

use ambigram_core::types::{ChatId, MessageId, UserId};

use super::{
    Access, Account, Chat, Event, GroupEvent, Message, MessageKey, Place, ReactionChange, Sender, World,
};
use crate::rules::reactions::{self, Offered, Reaction, Reactor};
use crate::rules::{ChatRefusal, Refusal};

/// One reaction under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutReaction {
    /// Who put it there.
    pub author: UserId,
    /// In whose name.
    pub by: Sender,
    /// What it is.
    pub reaction: Reaction,
    /// When, in seconds since 1970.
    pub date: i64,
    /// Whether it came with a big animation.
    pub is_big: bool,
}

impl World {
    /// Replaces an account's reactions to a message; none takes them away.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#setmessagereaction) refuses.
    pub fn react(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        new: Vec<Reaction>,
        is_big: bool,
    ) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Read)?;
        let key = self.key_of(by, place, id).ok_or(ChatRefusal::ReactNotFound)?;
        let message = self.message(key).ok_or(ChatRefusal::ReactNotFound)?;
        if message.is_service() {
            return Err(ChatRefusal::ReactionInvalid.into());
        }
        let account = self.account(by).ok_or(Refusal::UserNotFound)?;
        let reactor = match (account.is_bot(), account.is_premium) {
            (true, _) => Reactor::Bot,
            (false, true) => Reactor::Premium,
            (false, false) => Reactor::User,
        };
        let all = Offered::All;
        let offered = match place {
            Place::Private(..) => &all,
            Place::Chat(id) => {
                let group = self.chat(id).ok_or(Refusal::ChatNotFound)?;
                if !group.is_channel() && !self.permissions_of(by, id).can_react_to_messages {
                    return Err(ChatRefusal::ReactionsForbidden.into());
                }
                &group.settings.reactions
            }
        };
        let others = self.reactions(key).iter().filter(|put| put.author != by);
        let present: Vec<_> = others.map(|put| put.reaction.clone()).collect();
        reactions::check(reactor, &new, offered, &present)?;
        self.put_reactions(by, place, key, new, is_big)
    }

    /// Takes one member's reactions to a message away.
    ///
    /// # Errors
    /// When the account may not, or the message is not there.
    pub fn delete_reactions(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        of: Sender,
    ) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let key = self.key_of(by, place, id).ok_or(ChatRefusal::ReactNotFound)?;
        self.may_delete_reactions(by, place)?;
        let author = self.reactions(key).iter().find(|put| put.by == of).map(|put| put.author);
        match author {
            Some(author) => self.put_reactions(author, place, key, Vec::new(), false),
            None => Ok(()),
        }
    }

    /// Takes one member's reactions to all messages of a chat away.
    ///
    /// # Errors
    /// When the account may not.
    pub fn delete_all_reactions(&mut self, by: UserId, chat: ChatId, of: Sender) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        self.may_delete_reactions(by, place)?;
        let put = self.reactions.iter().flat_map(|(key, all)| all.iter().map(move |put| (*key, put)));
        let found: Vec<_> = put.filter(|(_, put)| put.by == of).map(|(key, put)| (key, put.author)).collect();
        for (key, author) in found {
            if self.message(key).is_some_and(|message| message.place == place) {
                self.put_reactions(author, place, key, Vec::new(), false).ok();
            }
        }
        Ok(())
    }

    /// The reactions under a message, oldest first.
    pub fn reactions(&self, key: MessageKey) -> &[PutReaction] {
        self.reactions.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// How often each reaction stands under a message, the most frequent first.
    pub fn reaction_counts(&self, key: MessageKey) -> Vec<(Reaction, usize)> {
        let mut counts: Vec<(Reaction, usize)> = Vec::new();
        for put in self.reactions(key) {
            match counts.iter_mut().find(|(reaction, _)| *reaction == put.reaction) {
                Some((_, count)) => *count += 1,
                None => counts.push((put.reaction.clone(), 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }

    fn may_delete_reactions(&self, by: UserId, place: Place) -> Result<(), Refusal> {
        let may = matches!(place, Place::Chat(chat) if self.rights_of(by, chat).can_delete_messages);
        if may { Ok(()) } else { Err(Refusal::NeedAdministrator) }
    }

    fn put_reactions(
        &mut self,
        author: UserId,
        place: Place,
        key: MessageKey,
        new: Vec<Reaction>,
        is_big: bool,
    ) -> Result<(), Refusal> {
        let (by, date) = (self.sender_in(place, author), self.now());
        let all = self.reactions.entry(key).or_default();
        let of_author = |put: &PutReaction| put.author == author;
        let old: Vec<_> = all.iter().filter(|put| of_author(put)).map(|put| put.reaction.clone()).collect();
        if old == new {
            return Err(ChatRefusal::ReactionsNotModified.into());
        }
        all.retain(|put| !of_author(put));
        all.extend(new.iter().map(|reaction| PutReaction {
            author,
            by,
            reaction: reaction.clone(),
            date,
            is_big,
        }));
        self.tell_of_reactions(author, place, key, &old, &new);
        Ok(())
    }

    /// Users are told what stands there now. Bots are told who changed what where they are administrators, or of how much
    /// there is where readers have no names; of what bots do nobody tells them.
    fn tell_of_reactions(
        &mut self,
        author: UserId,
        place: Place,
        key: MessageKey,
        old: &[Reaction],
        new: &[Reaction],
    ) {
        let Some(message) = self.message(key).cloned() else { return };
        let (by, date) = (self.sender_in(place, author), self.now());
        let by_bot = self.account(author).is_some_and(Account::is_bot);
        let is_channel = matches!(place, Place::Chat(chat) if self.chat(chat).is_some_and(Chat::is_channel));
        for account in self.viewers(key) {
            let (Some(chat), Some(id)) = (place.named_by(account), self.id_of(account, &message)) else {
                continue;
            };
            if !self.account(account).is_some_and(Account::is_bot) {
                let event = GroupEvent::Reactions { chat, message: id, thread: message.thread, key };
                self.tell_deed(account, author, Event::Group(event));
                continue;
            }
            if by_bot || !self.hears_reactions(account, place) {
                continue;
            }
            let event = if is_channel {
                let counts = self.reaction_counts(key);
                GroupEvent::ReactionsCounted { chat, message: id, date, counts }
            } else {
                self.meet(account, author);
                let (old, new) = (old.to_vec(), new.to_vec());
                GroupEvent::Reacted(ReactionChange { chat, message: id, by, date, old, new })
            };
            self.tell(account, Event::Group(event));
        }
    }

    fn hears_reactions(&self, bot: UserId, place: Place) -> bool {
        match place {
            Place::Private(..) => true,
            Place::Chat(chat) => {
                self.member_status(chat, bot).is_some_and(|status| status.is_administrator())
            }
        }
    }
}

impl Message {
    /// Whether a reaction of this account's could stand under the message.
    pub fn takes_reactions(&self) -> bool {
        !self.is_service()
    }
}
