//! The table of methods: which function answers which request.

use std::pin::Pin;
use std::sync::Arc;

use ambigram_core::types::UserId;
use grammers_tl_types::{Deserializable, RemoteCall, Serializable};

mod accounts;   // auth, account, help, users, contacts, bots
mod chats;      // basic groups and channels: making, members, rights
mod error;
mod messages;   // writing, editing, deleting, reading, pressing
mod updates;    // updates.*

pub(crate) use error::RpcError;

/// Who asks: the front, the client's authorization (one an auth key) and its session.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) front: Arc<super::MtProto>,
    pub(crate) login: Arc<Login>,
    pub(crate) session: Arc<Session>,
}

/// What an auth key stands for: nobody yet, somebody who is being asked for their code, an account.
#[derive(Debug)]
pub(crate) struct Login { /* Mutex<State> */ }

/// What the table knows of a client's session.
#[derive(Debug)]
pub(crate) struct Session { /* layer, whether it takes updates, Mutex<Option<Feed>> */ }

impl Caller {
    /// The account; 401 `AUTH_KEY_UNREGISTERED` where nobody is logged in.
    pub(crate) fn account(&self) -> Result<UserId, RpcError>;
    /// The account, where it is a user's; 400 `BOT_METHOD_INVALID` for bots.
    pub(crate) fn user(&self) -> Result<UserId, RpcError>;
    /// The account, where it is a bot's; 400 `USER_BOT_REQUIRED` for users.
    pub(crate) fn bot(&self) -> Result<UserId, RpcError>;
    /// The events of the account's queue with these numbers are told in the answer: they are not pushed to this session.
    pub(crate) fn answered(&self, events: impl IntoIterator<Item = u64>);
}

/// The bytes of an answer, or of what stands in its place.
pub(crate) type Answered = Pin<Box<dyn Future<Output = Result<Vec<u8>, RpcError>> + Send>>;
/// A function of the table.
pub(crate) type Method = fn(Caller, &[u8]) -> Answered;

/// Answers a request: the body of an RPC, `invokeWithLayer` and its like included.
pub(crate) async fn answer(caller: Caller, body: &[u8]) -> Result<Vec<u8>, RpcError>;
