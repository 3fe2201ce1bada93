//! The table as clients meet it, without the wire: bytes in, bytes or a refusal out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it fails there and then"
)]

mod accounts;
mod chats;
mod contents;
mod invoking;
mod media;
mod messages;
mod special;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{Deserializable, LAYER, RemoteCall, Serializable, enums, functions, types};
use tokio::sync::watch;

use super::{Caller, Login, Session, answer};
use crate::mtproto::MtProto;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::{access_hash, bare};
use crate::play::Telegram;

/// A Telegram with people in it, and its second front.
struct Stage {
    telegram: Telegram,
    front: Arc<MtProto>,
}

/// A client of it.
struct Client {
    caller: Caller,
}

impl Stage {
    fn new() -> Self {
        let telegram = Telegram::new();
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 4443));
        let front = MtProto::new(Arc::clone(telegram.world()), address, watch::channel(false).1);
        Self { telegram, front: Arc::new(front) }
    }

    /// A client that has said nothing yet.
    fn stranger(&self) -> Client {
        let known = self.front.logins();
        self.front.ready_session();
        let is_new = |login: &Arc<Login>| !known.iter().any(|known| Arc::ptr_eq(known, login));
        let login = self.front.logins().into_iter().find(is_new).unwrap();
        let session = Arc::new(Session::default());
        Client { caller: Caller { front: Arc::clone(&self.front), login, session, business: None } }
    }

    /// A client that has said who it is.
    async fn client(&self) -> Client {
        let client = self.stranger();
        let query = wrapped(LAYER, 1, &functions::help::GetConfig {});
        answer(client.caller.clone(), &query).await.unwrap();
        client
    }

    /// A client at which an account is logged in.
    async fn of(&self, account: UserId) -> Client {
        let client = self.client().await;
        let token = self.telegram.world().read(|world| {
            world.account(account).and_then(|account| account.bot()).map(|bot| bot.token.clone())
        });
        match token {
            Some(token) => client.caller.login.as_bot(account, token, 0),
            None => client.caller.login.as_user(account, 0),
        }
        client
    }

    fn input_user(&self, viewer: UserId, user: UserId) -> enums::InputUser {
        let access_hash = access_hash(&self.front, viewer, user.into());
        types::InputUser { user_id: user.0, access_hash }.into()
    }

    fn input_peer(&self, viewer: UserId, user: UserId) -> enums::InputPeer {
        let access_hash = access_hash(&self.front, viewer, user.into());
        types::InputPeerUser { user_id: user.0, access_hash }.into()
    }

    fn input_channel(&self, viewer: UserId, chat: ChatId) -> enums::InputChannel {
        let access_hash = access_hash(&self.front, viewer, chat);
        types::InputChannel { channel_id: bare(chat), access_hash }.into()
    }
}

impl Client {
    async fn call<R: RemoteCall>(&self, request: &R) -> Result<R::Return, RpcError> {
        let bytes = answer(self.caller.clone(), &request.to_bytes()).await?;
        Ok(R::Return::from_bytes(&bytes).unwrap())
    }

    async fn refused<R: RemoteCall>(&self, request: &R) -> (i32, String) {
        match self.call(request).await {
            Ok(_) => panic!("not refused"),
            Err(error) => (error.code, error.name.into_owned()),
        }
    }
}

fn refusal(code: i32, name: &str) -> (i32, String) {
    (code, name.to_owned())
}

/// A request as a client's first one comes.
fn wrapped(layer: i32, api_id: i32, query: &impl Serializable) -> Vec<u8> {
    let query = functions::InitConnection {
        api_id,
        device_model: "device".to_owned(),
        system_version: "1".to_owned(),
        app_version: "2".to_owned(),
        system_lang_code: "en".to_owned(),
        lang_pack: String::new(),
        lang_code: "en".to_owned(),
        proxy: None,
        params: None,
        query: Written(query.to_bytes()),
    };
    functions::InvokeWithLayer { layer, query }.to_bytes()
}

/// What is written already.
struct Written(Vec<u8>);

impl Serializable for Written {
    fn serialize(&self, buffer: &mut impl Extend<u8>) {
        buffer.extend(self.0.iter().copied());
    }
}
