//! Polls: who voted for what, and when it is over. <https://core.telegram.org/api/poll>

use std::collections::BTreeMap;
use std::sync::Arc;

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, InlineKeyboard, MessageId, UserId};

use super::timing::End;
use super::{Access, Account, Content, Event, Message, MessageKey, MessageView, Place, Service, World};
use crate::rules::polls::{self, NewPoll, Quiz, Stage};
use crate::rules::{ChatSort, ContentRefusal, Refusal, messages};

/// A poll, wherever it is forwarded.
#[derive(Debug, Clone, PartialEq)]
pub struct Poll {
    /// Its number.
    pub id: i64,
    /// Whose account sent it first.
    pub creator: UserId,
    /// Where it was sent first.
    pub place: Place,
    /// What is asked, and how; its options are those of the beginning, and it is open or closed as it was then.
    pub asked: NewPoll,
    /// What can be answered.
    pub options: Vec<PollOption>,
    /// Whether it is over.
    pub is_closed: bool,
    /// Who voted for what, in the order in which they did.
    pub votes: Vec<(UserId, Vec<usize>)>,
    /// How often it changed.
    pub version: i64,
    /// How many options there have been.
    counted: usize,
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct PollOption {
    /// By what it is chosen: the same whatever becomes of others.
    pub id: String,
    /// What it says.
    pub text: Text,
    /// Who added it after the poll was sent, and when.
    pub added: Option<(UserId, i64)>,
}

/// What a poll shows of its results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// Whether the viewer sees how many voted for what.
    pub counts: bool,
    /// Whether the viewer sees which answers are right.
    pub answers: bool,
}

impl Poll {
    /// How many voted.
    pub fn total(&self) -> usize {
        self.votes.len()
    }

    /// How many voted for an option.
    pub fn count(&self, option: usize) -> usize {
        self.voters(option).count()
    }

    /// Who voted for an option, the first first.
    pub fn voters(&self, option: usize) -> impl Iterator<Item = UserId> {
        self.votes.iter().filter(move |(_, chosen)| chosen.contains(&option)).map(|(voter, _)| *voter)
    }

    /// What an account voted for.
    pub fn vote_of(&self, account: UserId) -> Option<&[usize]> {
        self.votes.iter().find(|(voter, _)| *voter == account).map(|(_, chosen)| chosen.as_slice())
    }

    /// Whether an option is a right answer.
    pub fn is_correct(&self, option: usize) -> bool {
        let is_it = |id: &i64| usize::try_from(*id).is_ok_and(|id| id == option);
        self.asked.quiz.as_ref().is_some_and(|quiz| quiz.correct.iter().any(is_it))
    }

    /// What makes it a quiz.
    pub fn quiz(&self) -> Option<&Quiz> {
        self.asked.quiz.as_ref()
    }

    /// What an account sees of the results: those of its own polls, of those in which it voted, and of those that are over.
    pub fn sight(&self, viewer: UserId) -> Sight {
        let is_own = self.creator == viewer;
        let has_voted = self.vote_of(viewer).is_some();
        let in_own_chat =
            matches!(self.place, Place::Private(one, other) if viewer == one || viewer == other);
        let counts = self.is_closed || is_own || (has_voted && !self.asked.hides_results);
        Sight {
            counts,
            answers: self.is_closed || is_own || has_voted || (in_own_chat && self.quiz().is_some()),
        }
    }
}

/// Polls being made.
impl World {
    pub(super) fn accept_poll(&mut self, by: UserId, place: Place, new: NewPoll) -> Result<i64, Refusal> {
        let is_bot = |id| self.account(id).is_some_and(Account::is_bot);
        let between_users =
            matches!(place, Place::Private(one, other) if one != other && !is_bot(one) && !is_bot(other));
        let stage = Stage {
            is_by_bot: is_bot(by),
            in_channel: self.sort_of(place) == Some(ChatSort::Channel),
            between_users,
            now: self.now(),
        };
        let asked = polls::accept(new, stage)?;
        let id = self.new_poll_id();
        let option = |(number, text): (usize, &Text)| PollOption {
            id: number.to_string(),
            text: text.clone(),
            added: None,
        };
        let options: Vec<_> = asked.options.iter().enumerate().map(option).collect();
        let (is_closed, counted) = (asked.is_closed, options.len());
        if let Some(date) = asked.close_date {
            self.end_at(date, End::Poll(id));
        }
        let poll = Poll {
            id,
            creator: by,
            place,
            asked,
            options,
            is_closed,
            votes: Vec::new(),
            version: 1,
            counted,
        };
        self.polls.insert(id, Arc::new(poll));
        Ok(id)
    }

    fn new_poll_id(&mut self) -> i64 {
        loop {
            let id = (self.random.next() >> 2).cast_signed();
            if id > i64::from(i32::MAX) && !self.polls.contains_key(&id) {
                return id;
            }
        }
    }
}

impl World {
    /// A poll by its number.
    pub fn poll(&self, id: i64) -> Option<&Arc<Poll>> {
        self.polls.get(&id)
    }

    /// The poll that a message holds.
    pub fn poll_in(&self, view: &MessageView) -> Option<&Arc<Poll>> {
        match &view.message.content {
            Content::Poll { poll, .. } => self.poll(*poll),
            _ => None,
        }
    }

    /// A user votes: for the options of these names, or for none any more.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/method/messages.sendVote) refuses.
    pub fn vote(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        options: &[&str],
    ) -> Result<Arc<Poll>, Refusal> {
        if self.account(by).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let poll = self.poll_at(by, chat, id)?;
        if poll.is_closed {
            return Err(ContentRefusal::PollClosed.into());
        }
        let position = |name: &&str| poll.options.iter().position(|option| option.id == *name);
        let mut chosen: Vec<usize> =
            options.iter().map(position).collect::<Option<_>>().ok_or(ContentRefusal::VoteInvalid)?;
        chosen.sort_unstable();
        chosen.dedup();
        if chosen.len() > 1 && !poll.asked.allows_multiple_answers {
            return Err(ContentRefusal::VoteTooMany.into());
        }
        let before = poll.vote_of(by).map(<[usize]>::to_vec);
        if before.is_some() && !poll.asked.allows_revoting {
            return Err(ContentRefusal::RevoteForbidden.into());
        }
        if before.as_deref().unwrap_or_default() == chosen {
            return Ok(poll);
        }
        let changed = self.change_poll(poll.id, |poll| {
            poll.votes.retain(|(voter, _)| *voter != by);
            if !chosen.is_empty() {
                poll.votes.push((by, chosen.clone()));
            }
        });
        let changed = changed.ok_or(ContentRefusal::NotAPoll)?;
        self.tell_of_poll(&changed, by, false);
        let creator = changed.creator;
        if !changed.asked.is_anonymous && self.account(creator).is_some_and(Account::is_bot) {
            self.meet(creator, by);
            self.tell(creator, Event::PollVote { poll: Arc::clone(&changed), voter: by, chosen });
        }
        Ok(changed)
    }

    /// Ends a poll; its message gets these buttons.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#stoppoll) refuses.
    pub fn stop_poll(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        keyboard: Option<InlineKeyboard>,
    ) -> Result<Arc<Poll>, Refusal> {
        let not_found = |refusal| match refusal {
            Refusal::EditNotFound => ContentRefusal::PollNotFound.into(),
            Refusal::EditNotAuthor | Refusal::EditTooLate => ContentRefusal::PollCannotBeStopped.into(),
            other => other,
        };
        let poll = self.poll_at(by, chat, id).map_err(not_found)?;
        let message = self.editable(by, chat, id, messages::Edit::Content).map_err(not_found)?;
        let keyboard = self.accept_keyboard(by, message.place, keyboard)?;
        if poll.is_closed {
            return Err(ContentRefusal::PollClosed.into());
        }
        let changed =
            self.change_poll(poll.id, |poll| poll.is_closed = true).ok_or(ContentRefusal::NotAPoll)?;
        if message.keyboard != keyboard {
            self.replace(Message { keyboard, ..message }, by);
        }
        self.tell_of_poll(&changed, by, true);
        Ok(changed)
    }

    /// A user adds an option to a poll that allows it.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/method/messages.addPollAnswer) refuses.
    pub fn add_poll_option(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        text: Text,
    ) -> Result<Arc<Poll>, Refusal> {
        let (poll, key) = (self.poll_at(by, chat, id)?, self.key_in(by, chat, id)?);
        if poll.is_closed {
            return Err(ContentRefusal::PollClosed.into());
        }
        if !poll.asked.allows_adding_options {
            return Err(ContentRefusal::PollOpenAnswersForbidden.into());
        }
        if poll.options.len() >= polls::OPTIONS {
            return Err(ContentRefusal::PollOptionsTooMany.into());
        }
        let text = polls::option(text)?;
        if poll.options.iter().any(|option| option.text.text == text.text) {
            return Err(ContentRefusal::PollOptionTwice.into());
        }
        let option = PollOption { id: poll.counted.to_string(), text, added: Some((by, self.now())) };
        let added = option.clone();
        let changed = self.change_poll(poll.id, |poll| {
            poll.counted += 1;
            poll.options.push(added);
        });
        let changed = changed.ok_or(ContentRefusal::NotAPoll)?;
        self.tell_of_poll(&changed, by, false);
        self.post_service_about(changed.place, by, Service::PollOptionAdded { message: key, option }, key);
        Ok(changed)
    }

    /// Whoever added an option, or sent the poll, takes it away, with the votes for it.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/method/messages.deletePollAnswer) refuses.
    pub fn delete_poll_option(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        option: &str,
    ) -> Result<Arc<Poll>, Refusal> {
        let (poll, key) = (self.poll_at(by, chat, id)?, self.key_in(by, chat, id)?);
        let position = poll.options.iter().position(|own| own.id == option);
        let position = position.ok_or(ContentRefusal::VoteInvalid)?;
        let gone = poll.options.get(position).cloned().ok_or(ContentRefusal::VoteInvalid)?;
        let may = match gone.added {
            Some((adder, _)) => adder == by || poll.creator == by,
            None => false,
        };
        if !may {
            return Err(ContentRefusal::VoteInvalid.into());
        }
        let changed = self.change_poll(poll.id, |poll| {
            poll.options.remove(position);
            for (_, chosen) in &mut poll.votes {
                chosen.retain(|option| *option != position);
                for option in chosen.iter_mut().filter(|option| **option > position) {
                    *option -= 1;
                }
            }
            poll.votes.retain(|(_, chosen)| !chosen.is_empty());
        });
        let changed = changed.ok_or(ContentRefusal::NotAPoll)?;
        self.tell_of_poll(&changed, by, false);
        let service = Service::PollOptionDeleted { message: key, option: gone };
        self.post_service_about(changed.place, by, service, key);
        Ok(changed)
    }

    /// A poll's time is over.
    pub(super) fn close_poll(&mut self, id: i64) {
        if self.poll(id).is_none_or(|poll| poll.is_closed) {
            return;
        }
        if let Some(poll) = self.change_poll(id, |poll| poll.is_closed = true) {
            self.tell_of_poll(&poll, UserId(0), false);
        }
    }

    /// The poll that an account sees at a place.
    ///
    /// # Errors
    /// When there is none.
    pub fn poll_at(&self, account: UserId, chat: ChatId, id: MessageId) -> Result<Arc<Poll>, Refusal> {
        let key = self.key_in(account, chat, id)?;
        let message = self.message(key).ok_or(Refusal::EditNotFound)?;
        match &message.content {
            Content::Poll { poll, .. } => {
                self.poll(*poll).cloned().ok_or_else(|| ContentRefusal::NotAPoll.into())
            }
            _ => Err(ContentRefusal::NotAPoll.into()),
        }
    }

    fn key_in(&self, account: UserId, chat: ChatId, id: MessageId) -> Result<MessageKey, Refusal> {
        let place = self.reach(account, chat, Access::Read)?;
        self.key_of(account, place, id).ok_or(Refusal::EditNotFound)
    }

    fn change_poll(&mut self, id: i64, change: impl FnOnce(&mut Poll)) -> Option<Arc<Poll>> {
        let poll = self.polls.get_mut(&id)?;
        let own = Arc::make_mut(poll);
        change(own);
        own.version += 1;
        Some(Arc::clone(poll))
    }

    /// Tells the bot that sent a poll, and the users who see it, how it stands. That it was stopped all bots are told who
    /// see it.
    fn tell_of_poll(&mut self, poll: &Arc<Poll>, by: UserId, is_stopped: bool) {
        let mut told: BTreeMap<UserId, bool> = BTreeMap::new();
        for account in self.present(poll.place) {
            let is_bot = self.account(account).is_some_and(Account::is_bot);
            if !is_bot || account == poll.creator || is_stopped {
                told.insert(account, is_bot);
            }
        }
        for (account, is_bot) in told {
            let event = Event::PollChanged { poll: Arc::clone(poll) };
            // A bot is told of its own deed as well: that is how it learns the results.
            if is_bot { self.tell(account, event) } else { self.tell_deed(account, by, event) }
        }
    }
}
