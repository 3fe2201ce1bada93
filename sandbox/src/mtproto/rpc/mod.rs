//! The table of methods: which function answers which request.

mod accounts;
mod chats;
mod depth;
mod files;
mod groups;
mod invoke;
mod login;
mod messages;
mod payments;
mod session;
mod table;
#[cfg(test)]
mod tests;
mod updates;

use std::sync::Arc;

use ambigram_core::types::UserId;
use grammers_tl_types::enums;

use super::MtProto;
use crate::world::World;

use super::error::RpcError;
pub(crate) use depth::is_too_deep;
pub(crate) use invoke::answer;
pub(crate) use login::Login;
pub(crate) use session::Session;

/// Who asks: the front, the client's authorization (one an auth key) and its session.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) front: Arc<MtProto>,
    pub(crate) login: Arc<Login>,
    pub(crate) session: Arc<Session>,
    /// By what a bot names the business account in whose name it asks.
    pub(crate) business: Option<Arc<str>>,
}

impl Caller {
    /// The account; 401 `AUTH_KEY_UNREGISTERED` where nobody is logged in, 401 by another name where somebody was.
    pub(crate) fn account(&self) -> Result<UserId, RpcError> {
        self.read(|world| self.login.account(world))
    }

    /// The account, where it is a user's; 400 `BOT_METHOD_INVALID` for bots.
    pub(crate) fn user(&self) -> Result<UserId, RpcError> {
        let account = self.account()?;
        if self.is_bot(account) { Err(RpcError::bad_request("BOT_METHOD_INVALID")) } else { Ok(account) }
    }

    /// The account, where it is a bot's; 400 `USER_BOT_REQUIRED` for users.
    pub(crate) fn bot(&self) -> Result<UserId, RpcError> {
        let account = self.account()?;
        if self.is_bot(account) { Ok(account) } else { Err(RpcError::bad_request("USER_BOT_REQUIRED")) }
    }

    /// Looks at the world.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        self.front.world.read(look)
    }

    /// The events of the account's queue with these numbers are told in the answer: they are not pushed to this
    /// session. To be said while the world is still held, or they may have been pushed already.
    pub(crate) fn answered(&self, events: impl IntoIterator<Item = u64>) {
        self.session.answered(events);
    }

    /// Has the account do something, and tells what it was told thereby.
    pub(crate) fn tell<T>(
        &self,
        account: UserId,
        command: impl FnOnce(&mut World) -> Result<T, RpcError>,
    ) -> Result<(T, enums::Updates), RpcError> {
        self.front.world.write(|world| {
            let before = world.queue_mut(account).last();
            let done = command(world)?;
            let told = super::updates::told(&self.front, world, account, before);
            let last = world.queue(account).map_or(before, crate::world::Queue::last);
            self.answered(before + 1..=last);
            Ok((done, told))
        })
    }

    /// Whether the account has Premium.
    pub(crate) fn is_premium(&self, account: UserId) -> bool {
        self.read(|world| world.account(account).is_some_and(|account| account.is_premium))
    }

    fn is_bot(&self, account: UserId) -> bool {
        self.read(|world| world.account(account).is_some_and(crate::world::Account::is_bot))
    }
}
