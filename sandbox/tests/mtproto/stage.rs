//! A sandbox, and the requests that the tests make.

use ambigram_sandbox::{Config, Sandbox};
use grammers_tl_types::{Serializable, functions, types};

use crate::client::{Client, Framing};

pub(crate) async fn sandbox() -> Sandbox {
    Sandbox::start(Config::default()).await.unwrap()
}

/// A sandbox, and a client with a ready session that has said who it is.
pub(crate) async fn ready() -> (Sandbox, Client) {
    let sandbox = sandbox().await;
    let mut client = Client::ready(&sandbox, Framing::Abridged).await;
    client.greet().await;
    (sandbox, client)
}

/// The same, logged in as a bot; and the bot's account.
pub(crate) async fn bot() -> (Sandbox, Client, ambigram_sandbox::play::BotAccount) {
    let (sandbox, mut client) = ready().await;
    let bot = sandbox.telegram().bot("testing_bot");
    let log_in = functions::auth::ImportBotAuthorization {
        flags: 0,
        api_id: 1,
        api_hash: "hash".to_owned(),
        bot_auth_token: bot.token.clone(),
    };
    client.call(&log_in.to_bytes()).await;
    (sandbox, client, bot)
}

/// A request that needs no login, and whose answer is long enough to be packed.
pub(crate) fn get_config() -> Vec<u8> {
    functions::help::GetConfig {}.to_bytes()
}

/// A request as it is.
struct Query(Vec<u8>);

impl Serializable for Query {
    fn serialize(&self, bytes: &mut impl Extend<u8>) {
        bytes.extend(self.0.iter().copied());
    }
}

/// The same, wrapped in what a client says first.
pub(crate) fn greeting(query: Vec<u8>) -> Vec<u8> {
    functions::InvokeWithLayer {
        layer: grammers_tl_types::LAYER,
        query: functions::InitConnection {
            api_id: 1,
            device_model: "test".to_owned(),
            system_version: "1".to_owned(),
            app_version: "1".to_owned(),
            system_lang_code: "en".to_owned(),
            lang_pack: String::new(),
            lang_code: "en".to_owned(),
            proxy: None,
            params: None,
            query: Query(query),
        },
    }
    .to_bytes()
}

pub(crate) fn ping(ping_id: i64) -> Vec<u8> {
    functions::Ping { ping_id }.to_bytes()
}

pub(crate) fn ack(msg_ids: Vec<i64>) -> Vec<u8> {
    grammers_tl_types::enums::MsgsAck::from(types::MsgsAck { msg_ids }).to_bytes()
}
