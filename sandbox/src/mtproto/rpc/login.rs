//! What an auth key stands for: nobody yet, somebody who is being asked for their code, an account.

use std::sync::{Mutex, MutexGuard, PoisonError};

use ambigram_core::types::UserId;

use crate::mtproto::error::RpcError;
use crate::world::{Account, World};

/// What an auth key stands for.
#[derive(Debug)]
pub(crate) struct Login {
    /// By which the account's other programs name this one; never 0.
    hash: i64,
    state: Mutex<State>,
}

impl Default for Login {
    /// Nobody's.
    fn default() -> Self {
        Self { hash: rand::random::<i64>() | 1, state: Mutex::default() }
    }
}

#[derive(Debug, Default)]
struct State {
    identity: Identity,
    asked: Option<Asked>,
    /// What proves to another data centre who this is.
    exported: Option<Vec<u8>>,
    program: Program,
    /// The layer that it was last refused for.
    refused_layer: Option<i32>,
}

#[derive(Debug, Clone, Default)]
enum Identity {
    #[default]
    Nobody,
    User(UserId),
    Bot {
        id: UserId,
        /// What it was logged in with: it ends where this is revoked.
        token: String,
    },
    /// The account's authorization was ended from elsewhere.
    Revoked,
}

/// A code that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Whose, digits only.
    pub(crate) phone: String,
    /// By which the client names this one.
    pub(crate) hash: String,
}

/// The program, as it said of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Program {
    pub(crate) api_id: i32,
    pub(crate) device_model: String,
    pub(crate) system_version: String,
    pub(crate) app_version: String,
    /// When it logged in and when it was heard of last, in seconds since 1970.
    pub(crate) created: i64,
    pub(crate) active: i64,
}

impl Login {
    /// The account that is logged in.
    ///
    /// # Errors
    /// 401 where there is none, or not any more.
    pub(crate) fn account(&self, world: &World) -> Result<UserId, RpcError> {
        match &self.state().identity {
            Identity::Nobody => Err(RpcError::unauthorized("AUTH_KEY_UNREGISTERED")),
            Identity::Revoked => Err(RpcError::unauthorized("SESSION_REVOKED")),
            Identity::User(id) => match world.account(*id) {
                Some(account) if !account.is_deleted => Ok(*id),
                _ => Err(RpcError::unauthorized("USER_DEACTIVATED")),
            },
            Identity::Bot { id, token } => match world.account(*id).and_then(Account::bot) {
                Some(bot) if bot.token == *token => Ok(*id),
                _ => Err(RpcError::unauthorized("SESSION_REVOKED")),
            },
        }
    }

    /// A user has proven to be one.
    pub(super) fn as_user(&self, id: UserId, now: i64) {
        self.begin(Identity::User(id), now);
    }

    /// A bot has shown its token.
    pub(super) fn as_bot(&self, id: UserId, token: String, now: i64) {
        self.begin(Identity::Bot { id, token }, now);
    }

    /// The account logged out: the key is nobody's.
    pub(super) fn end(&self) {
        self.state().identity = Identity::Nobody;
    }

    /// The account ended this authorization from another.
    pub(super) fn revoke(&self) {
        self.state().identity = Identity::Revoked;
    }

    /// The client speaks a layer that is not understood; whether it was told so before.
    pub(super) fn refuse_layer(&self, layer: i32) -> bool {
        self.state().refused_layer.replace(layer) == Some(layer)
    }

    /// The code that was asked for last.
    pub(super) fn asked(&self) -> Option<Asked> {
        self.state().asked.clone()
    }

    pub(super) fn set_asked(&self, asked: Option<Asked>) {
        self.state().asked = asked;
    }

    /// By which the account's other programs name this one.
    pub(super) fn hash(&self) -> i64 {
        self.hash
    }

    /// Another key may become the same account with these bytes, once.
    pub(super) fn export(&self, bytes: Vec<u8>) {
        self.state().exported = Some(bytes);
    }

    /// Whether these bytes were exported here; they are not good any more then.
    pub(super) fn take_exported(&self, bytes: &[u8]) -> bool {
        let exported = &mut self.state().exported;
        let is_right = exported.as_deref() == Some(bytes);
        if is_right {
            *exported = None;
        }
        is_right
    }

    /// The key stands for the same account as another.
    pub(super) fn become_as(&self, other: &Login, now: i64) {
        let identity = other.state().identity.clone();
        self.begin(identity, now);
    }

    pub(super) fn program(&self) -> Program {
        self.state().program.clone()
    }

    pub(super) fn change_program(&self, change: impl FnOnce(&mut Program)) {
        change(&mut self.state().program);
    }

    fn begin(&self, identity: Identity, now: i64) {
        let mut state = self.state();
        state.identity = identity;
        state.asked = None;
        state.program.created = now;
        state.program.active = now;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
