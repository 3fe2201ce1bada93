//! Users and bots.

use std::collections::BTreeSet;

use ambigram_core::types::{User, UserId};

use super::World;
use crate::rules::{Refusal, names};

/// An account: a person's or a bot's.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its number.
    pub id: UserId,
    /// The first name; empty once the account is deleted.
    pub first_name: String,
    /// The last name.
    pub last_name: Option<String>,
    /// The public name, without the `@`.
    pub username: Option<String>,
    /// The language of a user's app, as an IETF tag.
    pub language_code: Option<String>,
    /// Whether a user has Telegram Premium.
    pub is_premium: bool,
    /// Whether messages of this account that others forward do not lead back to it.
    pub hides_forwards: bool,
    /// Whether the account was deleted.
    pub is_deleted: bool,
    /// A user's or a bot's own.
    pub kind: AccountKind,
    /// Accounts that this one has come across, and so may name by number.
    pub(super) acquaintances: BTreeSet<UserId>,
}

/// What only users or only bots have.
#[derive(Debug, Clone)]
pub enum AccountKind {
    /// A person.
    User {
        /// The phone number, digits only.
        phone: String,
    },
    /// A bot.
    Bot(BotSettings),
}

/// What a bot's owner sets with @BotFather.
#[derive(Debug, Clone)]
pub struct BotSettings {
    /// What proves that a program is the bot.
    pub token: String,
    /// What proved it before.
    pub(super) revoked_tokens: Vec<String>,
    /// Whether the bot can be added to groups.
    pub can_join_groups: bool,
    /// Whether privacy mode is off, so that the bot sees every message of its groups.
    pub can_read_all_group_messages: bool,
    /// Whether the bot takes inline queries.
    pub supports_inline_queries: bool,
    /// Whether the bot is told what users chose of its answers to inline queries.
    pub inline_feedback: bool,
    /// Whether the bot can be asked in chats where it is no member.
    pub supports_guest_queries: bool,
    /// Whether the bot can be connected to business accounts.
    pub can_connect_to_business: bool,
    /// Whether the bot manages others.
    pub can_manage_bots: bool,
}

/// What a new user is to be; whatever is left open is made up.
#[derive(Debug, Clone, Default)]
pub struct NewUser {
    /// The first name, 1–64 characters.
    pub first_name: String,
    /// The last name.
    pub last_name: Option<String>,
    /// The public name, without the `@`.
    pub username: Option<String>,
    /// The language of the user's app, as an IETF tag.
    pub language_code: Option<String>,
    /// Whether the user has Telegram Premium.
    pub is_premium: bool,
    /// Whether messages of this user that others forward do not lead back here.
    pub hides_forwards: bool,
    /// The phone number, digits only.
    pub phone: Option<String>,
    /// The account's number.
    pub id: Option<UserId>,
}

/// What a new bot is to be; whatever is left open is made up.
#[derive(Debug, Clone)]
pub struct NewBot {
    /// The public name, without the `@`, ending in `bot`.
    pub username: String,
    /// The name; by default the username.
    pub first_name: Option<String>,
    /// The token; its part before the colon is the account's number.
    pub token: Option<String>,
    /// Whether the bot can be added to groups.
    pub can_join_groups: bool,
    /// Whether privacy mode is off.
    pub can_read_all_group_messages: bool,
    /// Whether the bot takes inline queries.
    pub supports_inline_queries: bool,
    /// Whether the bot is told what users chose of its answers to inline queries.
    pub inline_feedback: bool,
    /// Whether the bot can be asked in chats where it is no member.
    pub supports_guest_queries: bool,
    /// Whether the bot can be connected to business accounts.
    pub can_connect_to_business: bool,
    /// Whether the bot manages others.
    pub can_manage_bots: bool,
}

impl NewUser {
    /// A user of this first name.
    pub fn named(first_name: impl Into<String>) -> Self {
        Self { first_name: first_name.into(), ..Self::default() }
    }
}

impl NewBot {
    /// A bot as @BotFather makes it: privacy mode on, groups allowed, no inline mode.
    pub fn named(username: impl Into<String>) -> Self {
        Self {
            username: username.into(),
            first_name: None,
            token: None,
            can_join_groups: true,
            can_read_all_group_messages: false,
            supports_inline_queries: false,
            inline_feedback: false,
            supports_guest_queries: false,
            can_connect_to_business: false,
            can_manage_bots: false,
        }
    }
}

impl Account {
    /// Whether this is a bot.
    pub fn is_bot(&self) -> bool {
        matches!(self.kind, AccountKind::Bot(_))
    }

    /// The bot's settings, where this is a bot.
    pub fn bot(&self) -> Option<&BotSettings> {
        match &self.kind {
            AccountKind::Bot(settings) => Some(settings),
            AccountKind::User { .. } => None,
        }
    }

    /// The phone number, where this is a user.
    pub fn phone(&self) -> Option<&str> {
        match &self.kind {
            AccountKind::User { phone } => Some(phone),
            AccountKind::Bot(_) => None,
        }
    }

    /// The account as entities name it.
    pub fn as_user(&self) -> User {
        User {
            is_bot: self.is_bot(),
            last_name: self.last_name.as_ref().map(Into::into),
            username: self.username.as_ref().map(Into::into),
            language_code: self.language_code.as_ref().map(Into::into),
            is_premium: self.is_premium,
            ..User::new(self.id, self.first_name.as_str())
        }
    }

    /// First and last name, as Telegram's apps show them.
    pub fn full_name(&self) -> String {
        match &self.last_name {
            Some(last) => format!("{} {last}", self.first_name),
            None => self.first_name.clone(),
        }
    }
}

impl World {
    /// Makes a user.
    ///
    /// # Errors
    /// For a name, username, phone number or id that cannot be had.
    pub fn create_user(&mut self, new: NewUser) -> Result<&Account, Refusal> {
        names::check_first_name(&new.first_name)?;
        if let Some(username) = &new.username {
            self.check_new_username(username)?;
        }
        let phone = match new.phone {
            Some(phone) if self.user_by_phone(&phone).is_some() => return Err(Refusal::PhoneNumberOccupied),
            Some(phone) => phone,
            None => self.new_phone(),
        };
        let id = self.new_account_id(new.id)?;
        Ok(self.add_account(Account {
            id,
            first_name: new.first_name,
            last_name: new.last_name.filter(|name| !name.is_empty()),
            username: new.username,
            language_code: new.language_code,
            is_premium: new.is_premium,
            hides_forwards: new.hides_forwards,
            is_deleted: false,
            kind: AccountKind::User { phone },
            acquaintances: BTreeSet::new(),
        }))
    }

    /// Makes a bot.
    ///
    /// # Errors
    /// For a username or a token that cannot be had.
    pub fn create_bot(&mut self, new: NewBot) -> Result<&Account, Refusal> {
        if !names::is_bot_username(&new.username) {
            return Err(Refusal::BotUsernameInvalid);
        }
        self.check_new_username(&new.username)?;
        let first_name = new.first_name.unwrap_or_else(|| new.username.clone());
        names::check_first_name(&first_name)?;
        let (id, token) = match new.token {
            Some(token) => {
                let id = names::bot_of_token(&token).ok_or(Refusal::TokenInvalid)?;
                (self.new_account_id(Some(id)).map_err(|_| Refusal::TokenInvalid)?, token)
            }
            None => {
                let id = self.new_account_id(None)?;
                (id, self.new_token(id))
            }
        };
        Ok(self.add_account(Account {
            id,
            first_name,
            last_name: None,
            username: Some(new.username),
            language_code: None,
            is_premium: false,
            hides_forwards: false,
            is_deleted: false,
            kind: AccountKind::Bot(BotSettings {
                token,
                revoked_tokens: Vec::new(),
                can_join_groups: new.can_join_groups,
                can_read_all_group_messages: new.can_read_all_group_messages,
                supports_inline_queries: new.supports_inline_queries,
                inline_feedback: new.inline_feedback,
                supports_guest_queries: new.supports_guest_queries,
                can_connect_to_business: new.can_connect_to_business,
                can_manage_bots: new.can_manage_bots,
            }),
            acquaintances: BTreeSet::new(),
        }))
    }

    /// All accounts, by number.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.values()
    }

    /// An account by its number.
    pub fn account(&self, id: UserId) -> Option<&Account> {
        self.accounts.get(&id)
    }

    /// The bot that a token is the proof of.
    pub fn bot_by_token(&self, token: &str) -> Option<&Account> {
        let account = self.account(names::bot_of_token(token)?)?;
        account.bot().filter(|settings| settings.token == token).map(|_| account)
    }

    /// Whether a token was the proof of a bot, and is not any more.
    pub fn is_revoked_token(&self, token: &str) -> bool {
        let bot = names::bot_of_token(token).and_then(|id| self.account(id)).and_then(Account::bot);
        bot.is_some_and(|settings| settings.revoked_tokens.iter().any(|revoked| revoked == token))
    }

    /// The user who has a phone number.
    pub fn user_by_phone(&self, phone: &str) -> Option<&Account> {
        self.accounts().find(|account| account.phone() == Some(phone))
    }

    /// An account by its public name, with or without the `@`, in any case of letters.
    pub fn account_by_username(&self, username: &str) -> Option<&Account> {
        let username = username.strip_prefix('@').unwrap_or(username);
        self.accounts()
            .find(|account| account.username.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(username)))
    }

    /// Turns a bot's privacy mode on or off, as @BotFather's /setprivacy does. It holds for messages to come.
    ///
    /// # Errors
    /// When the account is no bot.
    pub fn set_privacy_mode(&mut self, bot: UserId, is_on: bool) -> Result<(), Refusal> {
        self.bot_settings(bot)?.can_read_all_group_messages = !is_on;
        Ok(())
    }

    /// Lets a bot be added to groups, or not, as @BotFather's /setjoingroups does.
    ///
    /// # Errors
    /// When the account is no bot.
    pub fn set_can_join_groups(&mut self, bot: UserId, can: bool) -> Result<(), Refusal> {
        self.bot_settings(bot)?.can_join_groups = can;
        Ok(())
    }

    /// Gives a bot a new token; the old one is void.
    ///
    /// # Errors
    /// When the account is no bot.
    pub fn revoke_token(&mut self, bot: UserId) -> Result<String, Refusal> {
        let token = self.new_token(bot);
        let settings = self.bot_settings(bot)?;
        let old = std::mem::replace(&mut settings.token, token.clone());
        settings.revoked_tokens.push(old);
        Ok(token)
    }

    /// Deletes a user's account: what was written stays, nobody can be reached there any more.
    ///
    /// # Errors
    /// When there is no such user.
    pub fn delete_account(&mut self, user: UserId) -> Result<(), Refusal> {
        let account =
            self.accounts.get_mut(&user).filter(|account| !account.is_bot()).ok_or(Refusal::UserNotFound)?;
        account.first_name.clear();
        account.last_name = None;
        account.username = None;
        account.is_premium = false;
        account.is_deleted = true;
        account.kind = AccountKind::User { phone: String::new() };
        Ok(())
    }

    fn bot_settings(&mut self, bot: UserId) -> Result<&mut BotSettings, Refusal> {
        match self.accounts.get_mut(&bot).map(|account| &mut account.kind) {
            Some(AccountKind::Bot(settings)) => Ok(settings),
            Some(AccountKind::User { .. }) => Err(Refusal::OnlyBots),
            None => Err(Refusal::UserNotFound),
        }
    }

    fn add_account(&mut self, account: Account) -> &Account {
        let id = account.id;
        self.accounts.entry(id).or_insert(account)
    }

    /// Whether a username has the shape of one and is free.
    pub(super) fn check_new_username(&self, username: &str) -> Result<(), Refusal> {
        if !names::is_username(username) {
            return Err(Refusal::UsernameInvalid);
        }
        let is_taken =
            self.account_by_username(username).is_some() || self.chat_by_username(username).is_some();
        if is_taken { Err(Refusal::UsernameOccupied) } else { Ok(()) }
    }

    /// Numbers of ten digits, as accounts of these years have.
    fn new_account_id(&mut self, wish: Option<UserId>) -> Result<UserId, Refusal> {
        if let Some(id) = wish {
            let is_free = (1..1 << 40).contains(&id.0) && !self.accounts.contains_key(&id);
            return if is_free { Ok(id) } else { Err(Refusal::UserIdTaken) };
        }
        loop {
            let id =
                UserId(5_000_000_000 + i64::try_from(self.random.below(3_000_000_000)).unwrap_or_default());
            if !self.accounts.contains_key(&id) {
                return Ok(id);
            }
        }
    }

    /// Numbers that begin like those of Telegram's test accounts.
    fn new_phone(&mut self) -> String {
        loop {
            let phone = format!("99966{:08}", self.random.below(100_000_000));
            if self.user_by_phone(&phone).is_none() {
                return phone;
            }
        }
    }

    /// `<id>:AA<33 characters>`
    fn new_token(&mut self, bot: UserId) -> String {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut token = format!("{bot}:AA");
        for _ in 0..33 {
            let letter = usize::try_from(self.random.below(64)).ok().and_then(|index| ALPHABET.get(index));
            token.push(char::from(letter.copied().unwrap_or(b'A')));
        }
        token
    }
}
