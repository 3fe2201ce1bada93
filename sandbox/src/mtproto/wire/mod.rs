//! From bytes on a socket to requests, and back. <https://core.telegram.org/mtproto>
//!
//! A [`connection`] takes packets out of the stream ([`framing`], [`obfuscation`]). Those that are not encrypted are steps of
//! the [key exchange](exchange); the others belong to a [`session`], which knows what it [received](received) and what
//! is to [go](outbox), and outlives its connections.

mod clock;
mod connection;
mod crypto;
mod exchange;
mod faults;
mod framing;
mod gzip;
mod keys;
mod message;
mod obfuscation;
mod outbox;
mod peer;
mod plain;
mod primes;
mod ready;
mod received;
mod request;
pub(crate) mod rsa;
mod salts;
mod service;
mod session;

use std::io;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::JoinSet;

pub use faults::{FaultEffect, MtProtoDoor, MtProtoFault, MtProtoFaults};
pub(crate) use keys::Keys;
pub use ready::ReadySession;

use super::MtProto;

/// Serves clients until the front stops.
pub(crate) async fn serve(listener: TcpListener, front: Arc<MtProto>) -> io::Result<()> {
    let mut stopping = front.stopping.clone();
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
            // A sandbox that was dropped is as good as stopped.
            _ = stopping.wait_for(|stopping| *stopping) => break,
        };
        // One client's trouble is not the others'.
        if let Ok((stream, _)) = accepted
            && front.faults.door() != MtProtoDoor::Shut
        {
            let counted = front.faults.connected();
            let served = connection::serve(Arc::clone(&front), stream);
            connections.spawn(async move {
                served.await;
                drop(counted);
            });
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
    Ok(())
}
