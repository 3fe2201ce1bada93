//! The yardstick of the bench: an echo bot on grammers alone, with as many answers under way as a framework would have.

use std::net::{Ipv6Addr, SocketAddr, SocketAddrV6};
use std::num::NonZeroUsize;
use std::sync::Arc;

use grammers_client::client::Client;
use grammers_client::sender::{ConnectionParams, NoRetries, SenderPool, UpdatesConfiguration};
use grammers_client::session::SessionData;
use grammers_client::session::storages::MemorySession;
use grammers_client::update::Update;
use tokio::sync::Semaphore;

/// How many answers are under way at once.
const UNDER_WAY: usize = 256;

type Error = Box<dyn std::error::Error + Send + Sync>;

/// A session from `mtproto://<auth key in hex>@<address>/<data centre>`.
fn session(url: &str) -> Result<MemorySession, Error> {
    let rest = url.strip_prefix("mtproto://").ok_or("expected mtproto://…")?;
    let (key, rest) = rest.split_once('@').ok_or("expected a key")?;
    let (address, _) = rest.split_once('/').ok_or("expected a data centre")?;
    let SocketAddr::V4(address) = address.parse()? else { return Err("expected an IPv4 address".into()) };
    let digits = key
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair)?, 16).map_err(Error::from));
    let bytes: Vec<u8> = digits.collect::<Result<_, Error>>()?;
    let key: [u8; 256] = bytes.try_into().map_err(|_| "expected 256 bytes of key")?;
    let mut data = SessionData::default();
    for option in data.dc_options.values_mut() {
        option.ipv4 = address;
        option.ipv6 = SocketAddrV6::new(Ipv6Addr::LOCALHOST, address.port(), 0, 0);
        option.auth_key = Some(key);
    }
    Ok(MemorySession::from(data))
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    let session = Arc::new(session(&std::env::var("API_URL")?)?);
    let parameters = ConnectionParams {
        retry_policy: Box::new(NoRetries),
        updates_channel_capacity: NonZeroUsize::new(1_000_000).ok_or("a capacity of 0")?,
        ..ConnectionParams::default()
    };
    let SenderPool { runner, handle, updates } = SenderPool::with_configuration(session, 1, parameters);
    let client = Client::new(handle);
    tokio::spawn(runner.run());
    client.bot_sign_in(&std::env::var("BOT_TOKEN")?, "hash").await?;
    println!("running");
    let mut updates = client.stream_updates(updates, UpdatesConfiguration { catch_up: true }).await?;
    let room = Arc::new(Semaphore::new(UNDER_WAY));
    loop {
        let Update::NewMessage(message) = updates.next().await? else { continue };
        if message.outgoing() {
            continue;
        }
        let permit = room.clone().acquire_owned().await?;
        let client = client.clone();
        tokio::spawn(async move {
            if let Ok(Some(peer)) = message.peer_ref().await
                && let Err(error) = client.send_message(peer, message.text()).await
            {
                eprintln!("{error}");
            }
            drop(permit);
        });
    }
}
