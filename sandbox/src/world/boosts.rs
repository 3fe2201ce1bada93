//! Boosts of supergroups and channels. <https://core.telegram.org/api/boost>

use ambigram_core::types::{ChatId, UserId};

use super::{Access, Account, Chat, Event, GroupEvent, GroupService, Place, Service, World};
use crate::rules::{ChatRefusal, ChatSort, Refusal};

/// A boost. <https://core.telegram.org/bots/api#chatboost>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boost {
    /// What it is known by.
    pub id: String,
    /// When it was given, in seconds since 1970.
    pub date: i64,
    /// When it ends, in seconds since 1970.
    pub expires: i64,
    /// Where it comes from.
    pub source: BoostSource,
}

/// Where a boost comes from. <https://core.telegram.org/bots/api#chatboostsource>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoostSource {
    /// A user with Telegram Premium.
    Premium(UserId),
    /// A user to whom Telegram Premium was given.
    GiftCode(UserId),
    /// A giveaway.
    Giveaway {
        /// The number of the message that told of it; 0 where that is not known any more.
        message: i32,
        /// Who won, where somebody did.
        winner: Option<UserId>,
        /// How many Telegram Stars were won, where that was the prize.
        stars: Option<i64>,
        /// Whether nobody took the prize.
        is_unclaimed: bool,
    },
}

/// For how long a boost lasts: 30 days.
const BOOST_SECONDS: i64 = 30 * 86_400;

/// How many boosts a user with Telegram Premium has.
const BOOSTS_OF_USER: usize = 4;

impl BoostSource {
    /// The user that it comes from, where there is one.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::Premium(user) | Self::GiftCode(user) => Some(*user),
            Self::Giveaway { winner, .. } => *winner,
        }
    }
}

impl World {
    /// A user with Telegram Premium boosts a supergroup or channel, so many times.
    ///
    /// # Errors
    /// When the user has no boosts, or the chat can't have any.
    pub fn boost(&mut self, user: UserId, chat: ChatId, times: u32) -> Result<Vec<Boost>, Refusal> {
        let account = self.account(user).ok_or(Refusal::UserNotFound)?;
        if account.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        if !account.is_premium {
            return Err(ChatRefusal::BoostWithoutPremium.into());
        }
        self.reach(user, chat, Access::Read)?;
        let given = self.boosts_by(user);
        let wanted = usize::try_from(times).unwrap_or(usize::MAX);
        if times == 0 || given.saturating_add(wanted) > BOOSTS_OF_USER {
            return Err(ChatRefusal::NoBoosts.into());
        }
        let boosts: Vec<_> = (0..times)
            .map(|_| self.give_boost(chat, BoostSource::Premium(user)))
            .collect::<Result<_, _>>()?;
        if self.chat(chat).is_some_and(|chat| !chat.is_channel()) {
            self.post_service(Place::Chat(chat), user, Service::Group(GroupService::Boosted(times)));
        }
        Ok(boosts)
    }

    /// A supergroup or channel is boosted, from any source.
    ///
    /// # Errors
    /// When the chat can't be boosted.
    pub fn give_boost(&mut self, chat: ChatId, source: BoostSource) -> Result<Boost, Refusal> {
        let group = self.chat(chat).ok_or(Refusal::ChatNotFound)?;
        if group.sort == ChatSort::Group {
            return Err(ChatRefusal::BoostInvalid.into());
        }
        let date = self.now();
        let id = format!("{:032x}", u128::from(self.random.next()) << 64 | u128::from(self.random.next()));
        let boost = Boost { id, date, expires: date + BOOST_SECONDS, source };
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.boosts.push(boost.clone());
        }
        self.tell_of_boost(chat, &boost, None);
        Ok(boost)
    }

    /// Takes a boost away.
    ///
    /// # Errors
    /// When there is no such boost.
    pub fn remove_boost(&mut self, chat: ChatId, id: &str) -> Result<(), Refusal> {
        let removed = self.now();
        let group = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        let place = group.boosts.iter().position(|boost| boost.id == id);
        let boost = place.map(|place| group.boosts.remove(place)).ok_or(ChatRefusal::NoBoosts)?;
        self.tell_of_boost(chat, &boost, Some(removed));
        Ok(())
    }

    /// A user's boosts of a chat that still last.
    ///
    /// # Errors
    /// When the asking account is no administrator of the chat.
    pub fn user_boosts(&self, by: UserId, chat: ChatId, user: UserId) -> Result<Vec<&Boost>, Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let Place::Chat(id) = place else { return Err(ChatRefusal::BoostInvalid.into()) };
        if !self.member_status(id, by).is_some_and(|status| status.is_administrator()) {
            return Err(Refusal::NeedAdministrator);
        }
        self.named(by, user)?;
        Ok(self.lasting_boosts(id).filter(|boost| boost.source.user() == Some(user)).collect())
    }

    /// The boosts of a chat that still last.
    pub fn lasting_boosts(&self, chat: ChatId) -> impl Iterator<Item = &Boost> {
        let now = self.now();
        let boosts = self.chat(chat).map(|chat| chat.boosts.as_slice()).unwrap_or_default();
        boosts.iter().filter(move |boost| boost.expires > now)
    }

    /// How many boosts of a user's are in use.
    fn boosts_by(&self, user: UserId) -> usize {
        let boosts = self.chats().flat_map(|chat| self.lasting_boosts(chat.id));
        boosts.filter(|boost| boost.source == BoostSource::Premium(user)).count()
    }

    fn tell_of_boost(&mut self, chat: ChatId, boost: &Boost, removed: Option<i64>) {
        let members = self.chat(chat).into_iter().flat_map(|chat| Chat::members(chat, self.now()));
        let administrators = members.filter(|(_, status)| status.is_administrator());
        let bots: Vec<_> = administrators
            .map(|(account, _)| account)
            .filter(|account| self.account(*account).is_some_and(Account::is_bot))
            .collect();
        for bot in bots {
            if let Some(user) = boost.source.user() {
                self.meet(bot, user);
            }
            let boost = boost.clone();
            self.tell(bot, Event::Group(GroupEvent::Boosted { chat, boost, removed }));
        }
    }
}
