//! The session: who the bot is to Telegram, how far it has come, and whom it has met; one SQLite file.
//!
//! - [`file`]: the file itself, private and locked
//! - [`store`]: what is to be written, and the thread that writes it
//! - [`peers`]: users and chats
//! - [`storage`]: the session as grammers sees it
//! - [`texts`]: which of the bot's messages are texts

mod file;
mod peers;
mod storage;
mod store;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod texts;

use std::collections::HashMap;
use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambigram_core::types::{UpdateId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_session::SessionData;
use grammers_session::types::{ChannelState, DcOption, UpdateState, UpdatesState};
use rusqlite::{Connection, OptionalExtension};

use crate::server::Server;
pub(crate) use peers::Peers;
pub(crate) use storage::Shared;
use store::{Account, Common, Store};
pub(crate) use texts::Texts;

/// How many update numbers are set aside at once, so that the numbers grow even over a crash.
const NUMBERS: i64 = 10_000;

/// What one bot knows of itself, in memory and in its file.
#[derive(Debug)]
pub(crate) struct Session {
    peers: Peers,
    texts: Texts,
    memory: Mutex<Memory>,
    store: Arc<Store>,
    server: Option<Server>,
}

#[derive(Debug)]
struct Memory {
    account: Account,
    dcs: HashMap<i32, DcOption>,
    common: Common,
    channels: HashMap<i64, i32>,
    next_update: i64,
    /// Up to where numbers are set aside.
    numbers_end: i64,
}

impl Session {
    /// Opens the bot's file, and makes it where there is none.
    ///
    /// # Errors
    /// [`Configuration`](ErrorKind::Configuration), when the file is not this bot's, is used by another program, or
    /// is none of ours.
    pub(crate) fn open(path: &Path, bot: UserId, server: Option<Server>) -> Result<Self, Error> {
        let connection = file::open(path)?;
        let read = Memory::read(&connection).map_err(|error| {
            let what = format!("the session file {} cannot be read: {error}", path.display());
            Error::new(ErrorKind::Configuration, what).because(error)
        })?;
        let own_server = server.is_some();
        let mut memory = match read {
            Some(memory) => memory,
            None => Memory::new(bot, own_server, server.as_ref()),
        };
        let account = &mut memory.account;
        if account.bot != bot.0 {
            let what = format!(
                "the session file {} is that of the bot {}, but the token is that of the bot {bot}: name another \
                 file with SESSION, or use the other token",
                path.display(),
                account.bot
            );
            return Err(Error::new(ErrorKind::Configuration, what));
        }
        if account.own_server != own_server {
            let server = |own| if own { "another server" } else { "Telegram's own servers" };
            let what = format!(
                "the session file {} belongs to {}, but the bot is to connect to {}: name another file with SESSION, \
                 or see whether API_URL is as you meant it",
                path.display(),
                server(account.own_server),
                server(own_server)
            );
            return Err(Error::new(ErrorKind::Configuration, what));
        }
        if let Some(server) = &server {
            account.home_dc = server.dc();
            let option = server.dc_option(server.dc());
            // Who has signed in has done so with a key: with another one it is to be done again.
            let same_key = memory.dcs.get(&option.id).is_some_and(|known| known.auth_key == option.auth_key);
            account.signed_in &= same_key;
            memory.dcs = HashMap::from([(option.id, option)]);
        }
        memory.numbers_end = memory.next_update.saturating_add(NUMBERS);
        let store = Arc::new(Store::new(connection)?);
        store.change(|changes| {
            changes.account = Some(memory.account.clone());
            changes.dcs = memory.dcs.clone();
            changes.next_update = Some(memory.numbers_end);
        });
        Ok(Self {
            peers: Peers::new(store.clone()),
            texts: Texts::default(),
            memory: Mutex::new(memory),
            store,
            server,
        })
    }

    /// The users and chats that the account has come across.
    pub(crate) fn peers(&self) -> &Peers {
        &self.peers
    }

    /// Which of the messages that the bot has sent are texts.
    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The server, where it is not Telegram's own.
    pub(crate) fn server(&self) -> Option<&Server> {
        self.server.as_ref()
    }

    /// The bot's own number.
    pub(crate) fn bot(&self) -> UserId {
        UserId(self.lock().account.bot)
    }

    /// The data centre where the account lives.
    pub(crate) fn home_dc(&self) -> i32 {
        self.lock().account.home_dc
    }

    /// Moves to another data centre.
    pub(crate) fn move_home(&self, dc: i32) {
        self.change_account(|account| account.home_dc = dc);
    }

    /// Whether the bot has signed in with the key that the session holds.
    pub(crate) fn is_signed_in(&self) -> bool {
        self.lock().account.signed_in
    }

    /// Notes that the bot has signed in, or that Telegram no longer knows it.
    pub(crate) fn set_signed_in(&self, signed_in: bool) {
        self.change_account(|account| account.signed_in = signed_in);
    }

    fn change_account(&self, change: impl FnOnce(&mut Account)) {
        let mut memory = self.lock();
        change(&mut memory.account);
        let account = memory.account.clone();
        self.store.change(|changes| changes.account = Some(account));
    }

    /// How far updates were handled. All zero until that is known.
    pub(crate) fn state(&self) -> UpdatesState {
        let memory = self.lock();
        let Common { pts, qts, date, seq } = memory.common;
        let channels = memory.channels.iter().map(|(&id, &pts)| ChannelState { id, pts }).collect();
        UpdatesState { pts, qts, date, seq, channels }
    }

    /// Notes how far updates were handled.
    pub(crate) fn advance(&self, state: UpdateState) {
        let mut memory = self.lock();
        let before = memory.common;
        let mut channels = Vec::new();
        match state {
            UpdateState::All(UpdatesState { pts, qts, date, seq, channels: all }) => {
                memory.common = Common { pts, qts, date, seq };
                let all: HashMap<_, _> = all.into_iter().map(|channel| (channel.id, channel.pts)).collect();
                channels
                    .extend(memory.channels.keys().filter(|id| !all.contains_key(id)).map(|&id| (id, None)));
                let known = &memory.channels;
                channels.extend(
                    all.iter()
                        .filter(|(id, pts)| known.get(id) != Some(pts))
                        .map(|(&id, &pts)| (id, Some(pts))),
                );
                memory.channels = all;
            }
            UpdateState::Primary { pts, date, seq } => {
                memory.common = Common { pts, date, seq, ..memory.common };
            }
            UpdateState::Secondary { qts } => memory.common.qts = qts,
            UpdateState::Channel { id, pts } => {
                if memory.channels.insert(id, pts) != Some(pts) {
                    channels.push((id, Some(pts)));
                }
            }
        }
        let common = Some(memory.common).filter(|common| *common != before);
        if common.is_some() || !channels.is_empty() {
            self.store.change(|changes| {
                changes.common = common.or(changes.common);
                changes.channels.extend(channels);
            });
        }
    }

    /// The next update's number.
    pub(crate) fn number(&self) -> UpdateId {
        let mut memory = self.lock();
        let number = memory.next_update;
        memory.next_update = number.saturating_add(1);
        // Long before they run out, so that the end is written by then.
        if memory.numbers_end.saturating_sub(number) < NUMBERS / 2 {
            memory.numbers_end = memory.numbers_end.saturating_add(NUMBERS);
            let end = memory.numbers_end;
            self.store.change(|changes| changes.next_update = Some(end));
        }
        UpdateId(number)
    }

    /// Waits until all is written.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) async fn flush(&self) -> Result<(), Error> {
        self.store.flush().await
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        // Nothing panics while the lock is held, so a poisoned lock is as good as any.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    fn new(bot: UserId, own_server: bool, server: Option<&Server>) -> Self {
        let SessionData { home_dc, dc_options: dcs, .. } = SessionData::default();
        let home_dc = server.map_or(home_dc, Server::dc);
        Self {
            account: Account { bot: bot.0, own_server, signed_in: false, home_dc },
            dcs,
            common: Common::default(),
            channels: HashMap::new(),
            next_update: 1,
            numbers_end: 1,
        }
    }

    /// What the file holds; `None` for one that was just made.
    fn read(connection: &Connection) -> rusqlite::Result<Option<Self>> {
        let account = connection
            .query_row("SELECT bot, own_server, signed_in, home_dc FROM account", [], |row| {
                Ok(Account {
                    bot: row.get(0)?,
                    own_server: row.get(1)?,
                    signed_in: row.get(2)?,
                    home_dc: row.get(3)?,
                })
            })
            .optional()?;
        let Some(account) = account else { return Ok(None) };
        let mut dcs = HashMap::new();
        let mut select = connection.prepare("SELECT id, ipv4, ipv6, auth_key FROM dc")?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            let option = DcOption { id, ipv4: parse(row, 1)?, ipv6: parse(row, 2)?, auth_key: row.get(3)? };
            dcs.insert(id, option);
        }
        let common = connection
            .query_row("SELECT pts, qts, date, seq FROM state", [], |row| {
                Ok(Common { pts: row.get(0)?, qts: row.get(1)?, date: row.get(2)?, seq: row.get(3)? })
            })
            .optional()?
            .unwrap_or_default();
        let mut select = connection.prepare("SELECT id, pts FROM channel")?;
        let channels =
            select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let next_update = connection
            .query_row("SELECT next_update FROM numbering", [], |row| row.get(0))
            .optional()?
            .unwrap_or(1);
        Ok(Some(Self { account, dcs, common, channels, next_update, numbers_end: next_update }))
    }
}

fn parse<T: FromStr>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| rusqlite::Error::InvalidQuery)
}

impl Drop for Session {
    /// Numbers that were set aside and not used are free again.
    fn drop(&mut self) {
        let next = self.lock().next_update;
        self.store.change(|changes| changes.next_update = Some(next));
    }
}
