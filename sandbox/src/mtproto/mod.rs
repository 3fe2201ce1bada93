//! The TCP front: MTProto over the world. <https://core.telegram.org/mtproto>
//!
//! Bytes come in through [`wire`]: framing, encryption, key exchange, sessions. What is in them is asked of [`rpc`], a table
//! of methods over the world. [`read`] takes apart what clients send, [`mod@write`] turns the world's things
//! into TL, [`updates`] tells what happened, live or afterwards. The world knows nothing of all that.

mod error;
mod peers;
mod random_ids;
mod read;
mod rpc;
mod updates;
mod uploads;
mod wire;
mod write;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambigram_core::types::UserId;
use tokio::sync::watch;

pub(crate) use wire::rsa;
pub(crate) use wire::serve;
pub use wire::{FaultEffect, MtProtoDoor, MtProtoFault, MtProtoFaults, ReadySession};

use crate::world::Shared;
use random_ids::RandomIds;
use uploads::Uploads;
use wire::Keys;

/// The only data centre that there is.
pub(crate) const DC_ID: i32 = 2;

/// The front: the world, where it listens, and what it remembers of its clients.
#[derive(Debug)]
pub(crate) struct MtProto {
    pub(crate) world: Arc<Shared>,
    /// Where clients reach it: what `help.getConfig` says.
    pub(crate) address: SocketAddr,
    /// Turns true when the sandbox stops: nobody shall wait for anything then.
    pub(crate) stopping: watch::Receiver<bool>,
    /// From this and the names of two accounts or chats comes the hash by which one names the other.
    pub(crate) access_hash_seed: u64,
    /// Which messages its clients sent already.
    pub(crate) random_ids: RandomIds,
    /// The files that its clients are sending.
    pub(crate) uploads: Uploads,
    keys: Keys,
    faults: MtProtoFaults,
    codes: Mutex<HashMap<UserId, String>>,
}

impl MtProto {
    pub(crate) fn new(world: Arc<Shared>, address: SocketAddr, stopping: watch::Receiver<bool>) -> Self {
        Self {
            world,
            address,
            stopping,
            access_hash_seed: rand::random(),
            random_ids: RandomIds::default(),
            uploads: Uploads::default(),
            keys: Keys::default(),
            faults: MtProtoFaults::default(),
            codes: Mutex::default(),
        }
    }

    /// A session that needs no key exchange: a new auth key that this front knows.
    pub(crate) fn ready_session(&self) -> ReadySession {
        ReadySession { address: self.address, dc_id: DC_ID, auth_key: self.keys.make() }
    }

    /// What is put in the way of the clients.
    pub(crate) fn faults(&self) -> &MtProtoFaults {
        &self.faults
    }

    /// The login code that a user's other devices would show.
    pub(crate) fn code(&self, user: UserId) -> Option<String> {
        self.codes().get(&user).cloned()
    }

    /// A user is sent a login code; `None` where the last one is void.
    pub(crate) fn set_code(&self, user: UserId, code: Option<String>) {
        let mut codes = self.codes();
        match code {
            Some(code) => codes.insert(user, code),
            None => codes.remove(&user),
        };
    }

    /// How many programs have signed in as an account.
    pub(crate) fn programs_of(&self, account: UserId) -> usize {
        let logins = self.keys.logins();
        self.world.read(|world| {
            logins.iter().filter(|login| login.account(world).is_ok_and(|id| id == account)).count()
        })
    }

    /// What the auth keys stand for.
    pub(crate) fn logins(&self) -> Vec<Arc<rpc::Login>> {
        self.keys.logins()
    }

    fn codes(&self) -> MutexGuard<'_, HashMap<UserId, String>> {
        self.codes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
