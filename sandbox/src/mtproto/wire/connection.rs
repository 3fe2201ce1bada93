//! One client's connection: bytes in, packets, messages, answers, bytes out.

use std::ops::ControlFlow;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until};

use super::MtProtoDoor;
use super::framing::{Framing, OBFUSCATED_OPENING, Opening, recognise};
use super::obfuscation::Obfuscation;
use super::peer::{Peer, Taken};
use super::plain::{self, Steps};
use crate::mtproto::MtProto;

/// How many bytes are read at once.
const CHUNK: usize = 64 << 10;

/// How many bytes may wait to be written before no more requests are taken, and no more updates.
const HIGH_WATER: usize = 256 << 10;

/// For how many fillings updates may go before answers. Then answers go too, or they would never on a very busy account.
const PATIENCE: u32 = 16;

/// Why a connection is closed, and what is said at last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HangUp {
    /// A transport error: <https://core.telegram.org/mtproto/mtproto-transports#transport-errors>
    pub(super) last_words: Option<i32>,
}

impl HangUp {
    pub(super) const SILENTLY: Self = Self { last_words: None };
    /// The auth key is not known, or the step of the key exchange makes no sense.
    pub(super) const NOT_FOUND: Self = Self { last_words: Some(-404) };
}

/// Serves a client until one side has had enough. From the call on, not only from the first poll, it can be cut.
pub(super) fn serve(front: Arc<MtProto>, stream: TcpStream) -> impl Future<Output = ()> + Send {
    let mut cuts = front.faults.watch_cuts();
    let mut stopping = front.stopping.clone();
    let mut door = front.faults.watch_door();
    async move {
        tokio::select! {
            () = async {
                // While nothing is to be heard from the front, nothing is read either.
                let _ = door.wait_for(|door| *door != MtProtoDoor::Silent).await;
                Connection::new(front, stream).run().await;
            } => {}
            _ = cuts.changed() => {}
            _ = stopping.wait_for(|stopping| *stopping) => {}
        }
    }
}

struct Connection {
    front: Arc<MtProto>,
    stream: TcpStream,
    input: Vec<u8>,
    output: Vec<u8>,
    /// How much of the output is written.
    written: usize,
    framing: Option<Framing>,
    obfuscation: Option<Obfuscation>,
    steps: Steps,
    peer: Option<Peer>,
    close_at: Option<Instant>,
    impatience: u32,
}

impl Connection {
    fn new(front: Arc<MtProto>, stream: TcpStream) -> Self {
        // Packets are whole: none is to linger for company.
        let _ = stream.set_nodelay(true);
        Self {
            front,
            stream,
            input: Vec::new(),
            output: Vec::new(),
            written: 0,
            framing: None,
            obfuscation: None,
            steps: Steps::default(),
            peer: None,
            close_at: None,
            impatience: 0,
        }
    }

    async fn run(&mut self) {
        if let Err(HangUp { last_words: Some(error) }) = self.turns().await {
            self.put(&error.to_le_bytes());
            let _ = self.stream.write_all(self.output.get(self.written..).unwrap_or_default()).await;
            let _ = self.stream.shutdown().await;
        }
    }

    async fn turns(&mut self) -> Result<(), HangUp> {
        let mut chunk = vec![0; CHUNK];
        let mut changes = self.front.world.changes();
        loop {
            self.take_packets().await?;
            changes.borrow_and_update();
            self.fill();
            let can_take = self.can_take();
            let (mut reader, mut writer) = self.stream.split();
            let unwritten = self.output.get(self.written..).unwrap_or_default();
            let is_idle = unwritten.is_empty();
            let close_at = self.close_at;
            tokio::select! {
                read = reader.read(&mut chunk), if can_take => match read {
                    Ok(0) | Err(_) => return Err(HangUp::SILENTLY),
                    Ok(count) => self.hear(chunk.get_mut(..count).unwrap_or_default()),
                },
                written = writer.write(unwritten), if !is_idle => match written {
                    Ok(0) | Err(_) => return Err(HangUp::SILENTLY),
                    Ok(count) => self.written += count,
                },
                // What is new waits until the last is written: so a client that doesn't read costs no memory.
                turn = news(self.peer.as_mut(), &mut changes, is_idle) => if turn.is_break() {
                    return Err(HangUp::SILENTLY);
                },
                () = sleep_until(close_at.unwrap_or_else(Instant::now)), if close_at.is_some() => {
                    return Err(HangUp::SILENTLY);
                }
            }
        }
    }

    /// Whether the client may be heard: not while it doesn't read what it was told.
    fn can_take(&self) -> bool {
        let waiting = self.peer.as_ref().map_or(0, |peer| peer.session().state().outbox.waiting_bytes());
        self.output.len() - self.written + waiting < 4 * HIGH_WATER
    }

    fn hear(&mut self, bytes: &mut [u8]) {
        if let Some(obfuscation) = &mut self.obfuscation {
            obfuscation.take_off(bytes);
        }
        self.input.extend_from_slice(bytes);
    }

    /// Recognises the framing, once enough has come.
    fn open(&mut self) -> Result<(), HangUp> {
        match recognise(&self.input) {
            Opening::Short => {}
            Opening::Foreign => return Err(HangUp::SILENTLY),
            Opening::Plain(framing, length) => {
                self.framing = Some(framing);
                self.input.drain(..length);
            }
            Opening::Obfuscated => {
                let opening = self.input.first_chunk::<OBFUSCATED_OPENING>();
                let (mut obfuscation, framing) =
                    opening.and_then(Obfuscation::open).ok_or(HangUp::SILENTLY)?;
                self.input.drain(..OBFUSCATED_OPENING);
                obfuscation.take_off(&mut self.input);
                self.obfuscation = Some(obfuscation);
                self.framing = Some(framing);
            }
        }
        Ok(())
    }

    /// Takes all packets that are complete.
    async fn take_packets(&mut self) -> Result<(), HangUp> {
        if self.framing.is_none() {
            self.open()?;
        }
        let mut taken = 0;
        while self.can_take()
            && let Some(framing) = &mut self.framing
        {
            let rest = self.input.get(taken..).unwrap_or_default();
            let Some((range, length)) = framing.next(rest).map_err(|_| HangUp::SILENTLY)? else { break };
            let packet = rest.get(range).unwrap_or_default().to_vec();
            taken += length;
            self.take_packet(packet).await?;
        }
        self.input.drain(..taken);
        Ok(())
    }

    async fn take_packet(&mut self, mut packet: Vec<u8>) -> Result<(), HangUp> {
        // The smallest packet that is none is a transport error; clients send none.
        let Some((key, rest)) = packet.split_first_chunk_mut() else { return Err(HangUp::SILENTLY) };
        let key = i64::from_le_bytes(*key);
        if key == 0 {
            if let Some(answer) = plain::take(&self.front, &mut self.steps, rest)? {
                self.put(&answer);
            }
            return Ok(());
        }
        let authorization = self.front.keys.get(key).ok_or(HangUp::NOT_FOUND)?;
        let noise = if self.framing == Some(Framing::Padded) { rest.len() % 16 } else { 0 };
        let whole = rest.len() - noise;
        let data = rest.get_mut(..whole).and_then(|rest| authorization.key.decrypt(rest));
        let taken = Peer::take(&mut self.peer, &self.front, authorization, data.ok_or(HangUp::SILENTLY)?);
        match taken.await? {
            Taken::Whole => {}
            Taken::CloseAfter(delay) => self.close_at = Instant::now().checked_add(delay),
        }
        Ok(())
    }

    /// Puts into the output what is to go, as long as that is little.
    fn fill(&mut self) {
        if self.written < self.output.len() {
            return;
        }
        self.output.clear();
        self.written = 0;
        let Some(mut peer) = self.peer.take() else { return };
        let are_all_told = peer.gather_updates(&self.front, HIGH_WATER);
        self.impatience = if are_all_told { 0 } else { self.impatience + 1 };
        let with_answers = are_all_told || self.impatience > PATIENCE;
        while self.output.len() < HIGH_WATER
            && let Some(packet) = peer.next_packet(with_answers)
        {
            self.put(&packet);
        }
        self.peer = Some(peer);
    }

    /// Frames a packet for the client.
    fn put(&mut self, packet: &[u8]) {
        let start = self.output.len();
        if let Some(framing) = &mut self.framing {
            framing.put(packet, &mut self.output);
        }
        if let Some(obfuscation) = &mut self.obfuscation {
            obfuscation.put_on(self.output.get_mut(start..).unwrap_or_default());
        }
    }
}

/// Waits for something to go, if more can; breaks where the session is carried by another connection.
async fn news(
    peer: Option<&mut Peer>,
    changes: &mut tokio::sync::watch::Receiver<u64>,
    is_idle: bool,
) -> ControlFlow<()> {
    let Some(peer) = peer else { return std::future::pending().await };
    let session = Arc::clone(peer.session());
    tokio::select! {
        () = peer.carried.lost() => ControlFlow::Break(()),
        () = session.bell.notified(), if is_idle => ControlFlow::Continue(()),
        _ = changes.changed(), if is_idle => ControlFlow::Continue(()),
    }
}
