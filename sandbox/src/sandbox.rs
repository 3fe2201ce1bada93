//! The whole: a world, its fronts, their addresses, and an end.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval, timeout};

use crate::bot_api::{self, BotApi};
use crate::control::{self, Control};
use crate::mtproto::{self, MtProto, MtProtoFaults, ReadySession};
use crate::play::Telegram;
use crate::world::{Shared, World};

/// How long a client may take to read its last answer once the sandbox stops.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// How often it is looked whether something happens by itself.
const TICK: Duration = Duration::from_millis(100);

/// Where a sandbox is to listen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Config {
    /// The Bot API's port; 0 for any that is free.
    pub bot_api_port: u16,
    /// The control API's port; 0 for any that is free.
    pub control_port: u16,
    /// MTProto's port; 0 for any that is free.
    pub mtproto_port: u16,
    /// The address of all; by default only this machine can reach them.
    pub host: IpAddr,
}

impl Default for Config {
    fn default() -> Self {
        Self { bot_api_port: 0, control_port: 0, mtproto_port: 0, host: Ipv4Addr::LOCALHOST.into() }
    }
}

/// A Telegram in this process, with its doors open. When it is dropped the doors close.
#[derive(Debug)]
pub struct Sandbox {
    telegram: Telegram,
    bot_api: SocketAddr,
    control: SocketAddr,
    mtproto: Arc<MtProto>,
    stop: watch::Sender<bool>,
    servers: [JoinHandle<io::Result<()>>; 3],
    clock: JoinHandle<()>,
}

impl Sandbox {
    /// Starts a Telegram in which there is nobody yet.
    ///
    /// # Errors
    /// When a port can't be had.
    pub async fn start(config: Config) -> io::Result<Self> {
        Self::open(Telegram::new(), config).await
    }

    /// Opens the doors of a Telegram that is there already.
    ///
    /// # Errors
    /// When a port can't be had.
    pub async fn open(telegram: Telegram, config: Config) -> io::Result<Self> {
        let bot_api_listener = TcpListener::bind((config.host, config.bot_api_port)).await?;
        let control_listener = TcpListener::bind((config.host, config.control_port)).await?;
        let mtproto_listener = TcpListener::bind((config.host, config.mtproto_port)).await?;
        let (bot_api, control) = (bot_api_listener.local_addr()?, control_listener.local_addr()?);
        let (stop, stopping) = watch::channel(false);
        let front = Arc::new(BotApi::new(Arc::clone(telegram.world()), stopping.clone()));
        let mtproto_address = reachable(mtproto_listener.local_addr()?);
        let mtproto = Arc::new(MtProto::new(Arc::clone(telegram.world()), mtproto_address, stopping.clone()));
        let controls = Arc::new(Control {
            world: Arc::clone(telegram.world()),
            bot_api: Arc::clone(&front),
            bot_api_url: url(bot_api),
            mtproto: Arc::clone(&mtproto),
            stopping: stopping.clone(),
        });
        let servers = [
            tokio::spawn(serve(bot_api_listener, bot_api::router(front), stopping.clone())),
            tokio::spawn(serve(control_listener, control::router(controls), stopping.clone())),
            tokio::spawn(mtproto::serve(mtproto_listener, Arc::clone(&mtproto))),
        ];
        let clock = tokio::spawn(keep_time(Arc::clone(telegram.world()), stopping));
        Ok(Self { telegram, bot_api, control, mtproto, stop, servers, clock })
    }

    /// Where the Bot API listens.
    pub fn bot_api_address(&self) -> SocketAddr {
        self.bot_api
    }

    /// Where the control API listens.
    pub fn control_address(&self) -> SocketAddr {
        self.control
    }

    /// What a bot takes in place of `https://api.telegram.org`.
    pub fn bot_api_url(&self) -> String {
        url(self.bot_api)
    }

    /// The control API's address as a URL.
    pub fn control_url(&self) -> String {
        url(self.control)
    }

    /// Where MTProto is spoken.
    pub fn mtproto_address(&self) -> SocketAddr {
        self.mtproto.address
    }

    /// The data centre that the sandbox is, for clients that ask.
    pub fn mtproto_dc_id(&self) -> i32 {
        mtproto::DC_ID
    }

    /// The key by which MTProto clients know the sandbox, in PKCS#1's PEM. It is always the same, and protects nothing.
    pub fn mtproto_public_key() -> String {
        mtproto::rsa::public_key()
    }

    /// A session for an MTProto client that can't be told to trust [another key](Self::mtproto_public_key): it needs no
    /// key exchange. Each client is to have one of its own.
    pub fn ready_session(&self) -> ReadySession {
        self.mtproto.ready_session()
    }

    /// What is put in the way of MTProto clients.
    pub fn mtproto_faults(&self) -> &MtProtoFaults {
        self.mtproto.faults()
    }

    /// The people in it: the same world that the doors lead to.
    pub fn telegram(&self) -> &Telegram {
        &self.telegram
    }

    /// Closes the doors: no more requests are taken, those that wait are ended, and all ports are free afterwards.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        self.clock.abort();
        for mut server in self.servers {
            if timeout(LAST_ANSWERS, &mut server).await.is_err() {
                server.abort();
            }
        }
    }
}

/// Lets happen in time what happens by itself.
async fn keep_time(world: Arc<Shared>, mut stopping: watch::Receiver<bool>) {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {
                if world.read(World::is_due) {
                    world.write(World::pass_time);
                }
            }
            _ = stopping.wait_for(|stopping| *stopping) => return,
        }
    }
}

async fn serve(listener: TcpListener, router: Router, mut stopping: watch::Receiver<bool>) -> io::Result<()> {
    // Answers are small and awaited: none is to linger for company.
    let listener = listener.tap_io(|connection| {
        let _ = connection.set_nodelay(true);
    });
    let stopped = async move {
        // A sandbox that was dropped is as good as stopped.
        let _ = stopping.wait_for(|stopping| *stopping).await;
    };
    axum::serve(listener, router).with_graceful_shutdown(stopped).await
}

fn url(address: SocketAddr) -> String {
    format!("http://{}", reachable(address))
}

/// An address that clients can use: one that means every interface is reached by way of this machine's own.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}
