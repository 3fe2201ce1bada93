//! A server for tests: it speaks MTProto's other side, answers as it is told, and cuts, hangs and keeps silent.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use grammers_crypto::{DequeBuffer, aes};
use grammers_mtproto::transport::{self, Transport};
use grammers_tl_types::{Cursor, Deserializable, Identifiable, Serializable, enums, functions, types};
use sha1::{Digest, Sha1};
use sha2::Sha256;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::server::Server;

pub(crate) const BOT: i64 = 123_456;

const KEY: [u8; 256] = [7; 256];

/// What the server does about a request.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    Answer(Vec<u8>),
    Refuse(i32, &'static str),
    /// The connection is cut instead.
    Cut,
    Silence,
}

/// What a test has the server do about the nth request of a kind, from 0; `None` for what it does of itself.
type Script = dyn Fn(u32, usize, &[u8]) -> Option<Reply> + Send + Sync;

pub(crate) struct Fake {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    script: Box<Script>,
    asked: Mutex<HashMap<u32, usize>>,
    connections: Mutex<Vec<mpsc::UnboundedSender<Out>>>,
}

enum Out {
    Body(Vec<u8>),
    Cut,
}

/// An answer, boxed.
pub(crate) fn answer(object: &impl Serializable) -> Option<Reply> {
    Some(Reply::Answer(object.to_bytes()))
}

impl Fake {
    pub(crate) async fn start(
        script: impl Fn(u32, usize, &[u8]) -> Option<Reply> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            script: Box::new(script),
            asked: Mutex::default(),
            connections: Mutex::default(),
        });
        tokio::spawn({
            let shared = shared.clone();
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    let (sender, out) = mpsc::unbounded_channel();
                    shared.connections.lock().unwrap().push(sender.clone());
                    tokio::spawn(Connection::new(shared.clone(), sender).serve(stream, out));
                }
            }
        });
        Self { address, shared }
    }

    pub(crate) fn server(&self) -> Server {
        let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("mtproto://{key}@{}/2", self.address).parse().unwrap()
    }

    /// How many connections there were.
    pub(crate) fn connections(&self) -> usize {
        self.shared.connections.lock().unwrap().len()
    }

    /// How many requests of a kind there were.
    pub(crate) fn asked<R: Identifiable>(&self) -> usize {
        self.shared.asked.lock().unwrap().get(&R::CONSTRUCTOR_ID).copied().unwrap_or(0)
    }

    /// Pushes updates to whoever is connected.
    pub(crate) fn push(&self, updates: &enums::Updates) {
        for connection in &*self.shared.connections.lock().unwrap() {
            let _ = connection.send(Out::Body(updates.to_bytes()));
        }
    }

    pub(crate) fn cut(&self) {
        for connection in &*self.shared.connections.lock().unwrap() {
            let _ = connection.send(Out::Cut);
        }
    }
}

impl Shared {
    fn reply(&self, id: u32, body: &[u8]) -> Reply {
        let nth = {
            let mut asked = self.asked.lock().unwrap();
            let count = asked.entry(id).or_default();
            *count += 1;
            *count - 1
        };
        if let Some(reply) = (self.script)(id, nth, body) {
            return reply;
        }
        let reply = match id {
            functions::help::GetConfig::CONSTRUCTOR_ID => answer(&config()),
            functions::auth::ImportBotAuthorization::CONSTRUCTOR_ID => {
                let mut bytes = types::auth::Authorization::CONSTRUCTOR_ID.to_bytes();
                0_i32.serialize(&mut bytes);
                bot().serialize(&mut bytes);
                Some(Reply::Answer(bytes))
            }
            functions::updates::GetState::CONSTRUCTOR_ID => answer(&state(1)),
            functions::updates::GetDifference::CONSTRUCTOR_ID => {
                answer(&enums::updates::Difference::Empty(types::updates::DifferenceEmpty {
                    date: 1,
                    seq: 1,
                }))
            }
            _ => None,
        };
        reply.unwrap_or(Reply::Refuse(400, "METHOD_INVALID"))
    }
}

pub(crate) fn state(pts: i32) -> enums::updates::State {
    types::updates::State { pts, qts: 1, date: 1, seq: 1, unread_count: 0 }.into()
}

pub(crate) fn user(id: i64, name: &str) -> types::User {
    let user = types::User::from_bytes(&[0; 64]).unwrap();
    types::User { id, access_hash: Some(id), first_name: Some(name.to_owned()), ..user }
}

pub(crate) fn bot() -> enums::User {
    types::User { bot: true, is_self: true, bot_info_version: Some(1), ..user(BOT, "Bot") }.into()
}

fn config() -> enums::Config {
    let mut bytes = Vec::new();
    [0, 1, i32::MAX].iter().for_each(|number| number.serialize(&mut bytes));
    false.serialize(&mut bytes);
    2_i32.serialize(&mut bytes);
    Vec::<enums::DcOption>::new().serialize(&mut bytes);
    bytes.extend([0; 256]);
    types::Config::from_bytes(&bytes).unwrap().into()
}

struct Connection {
    shared: Arc<Shared>,
    out: mpsc::UnboundedSender<Out>,
    session: i64,
    last_id: i64,
    sequence: i32,
}

impl Connection {
    fn new(shared: Arc<Shared>, out: mpsc::UnboundedSender<Out>) -> Self {
        Self { shared, out, session: 0, last_id: 0, sequence: 0 }
    }

    async fn serve(mut self, mut stream: TcpStream, mut out: mpsc::UnboundedReceiver<Out>) {
        let mut framing = transport::Full::new();
        let (mut input, mut chunk) = (Vec::new(), vec![0; 64 * 1024]);
        loop {
            tokio::select! {
                read = stream.read(&mut chunk) => {
                    let Ok(read @ 1..) = read else { return };
                    input.extend_from_slice(&chunk[..read]);
                    while let Ok(offset) = framing.unpack(&mut input) {
                        let mut packet = input[offset.data_range].to_vec();
                        input.drain(..offset.next_offset);
                        self.receive(&mut packet);
                    }
                }
                sent = out.recv() => match sent {
                    Some(Out::Body(body)) => {
                        let mut packet = self.pack(&body);
                        framing.pack(&mut packet);
                        if stream.write_all(packet.as_ref()).await.is_err() {
                            return;
                        }
                    }
                    Some(Out::Cut) | None => return,
                }
            }
        }
    }

    fn receive(&mut self, packet: &mut [u8]) {
        let message_key: [u8; 16] = packet[8..24].try_into().unwrap();
        let (key, iv) = derive(&message_key, 0);
        aes::ige_decrypt(&mut packet[24..], &key, &iv);
        let mut plain = Cursor::from_slice(&packet[24..]);
        let _salt = i64::deserialize(&mut plain).unwrap();
        self.session = i64::deserialize(&mut plain).unwrap();
        self.message(&mut plain);
    }

    fn message(&mut self, input: &mut Cursor<'_>) {
        let id = i64::deserialize(input).unwrap();
        let _sequence = i32::deserialize(input).unwrap();
        let length = i32::deserialize(input).unwrap();
        let mut body = vec![0; length as usize];
        input.read_exact(&mut body).unwrap();
        if u32::from_bytes(&body).unwrap() == 0x73f1_f8dc {
            let mut inner = Cursor::from_slice(&body[4..]);
            for _ in 0..i32::deserialize(&mut inner).unwrap() {
                self.message(&mut inner);
            }
            return;
        }
        let wrapping =
            body.windows(4).position(|id| id == functions::help::GetConfig::CONSTRUCTOR_ID.to_le_bytes());
        let body = match u32::from_bytes(&body).unwrap() {
            functions::InvokeWithLayer::<functions::help::GetConfig>::CONSTRUCTOR_ID => {
                &body[wrapping.unwrap()..]
            }
            _ => &body[..],
        };
        self.request(id, body);
    }

    fn request(&mut self, id: i64, body: &[u8]) {
        let constructor = u32::from_bytes(body).unwrap();
        match constructor {
            types::MsgsAck::CONSTRUCTOR_ID => return,
            functions::GetFutureSalts::CONSTRUCTOR_ID => return,
            functions::Ping::CONSTRUCTOR_ID | functions::PingDelayDisconnect::CONSTRUCTOR_ID => {
                if matches!(self.shared.reply(constructor, body), Reply::Refuse(..)) {
                    let ping_id = i64::from_bytes(&body[4..]).unwrap();
                    let pong = enums::Pong::Pong(types::Pong { msg_id: id, ping_id });
                    let _ = self.out.send(Out::Body(pong.to_bytes()));
                }
                return;
            }
            _ => {}
        }
        let result = match self.shared.reply(constructor, body) {
            Reply::Answer(result) => result,
            Reply::Refuse(error_code, message) => {
                let error = types::RpcError { error_code, error_message: message.to_owned() };
                enums::RpcError::Error(error).to_bytes()
            }
            Reply::Cut => {
                let _ = self.out.send(Out::Cut);
                return;
            }
            Reply::Silence => return,
        };
        let mut body = 0xf35c_6d01_u32.to_bytes();
        id.serialize(&mut body);
        body.extend(result);
        let _ = self.out.send(Out::Body(body));
    }

    /// Encrypts a message.
    fn pack(&mut self, body: &[u8]) -> DequeBuffer<u8> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let id = ((now.as_secs() << 32) | (u64::from(now.subsec_nanos()) << 2)) as i64 | 1;
        self.last_id = id.max(self.last_id + 4);
        self.sequence += 2;
        let mut packet = DequeBuffer::with_capacity(body.len() + 256, 64);
        1_i64.serialize(&mut packet);
        self.session.serialize(&mut packet);
        self.last_id.serialize(&mut packet);
        (self.sequence - 1).serialize(&mut packet);
        (body.len() as i32).serialize(&mut packet);
        packet.extend(body.iter().copied());
        let padding = 12 + (16 - (packet.len() + 12) % 16) % 16;
        packet.extend(std::iter::repeat_n(9, padding));
        let large = Sha256::new().chain_update(&KEY[96..128]).chain_update(packet.as_ref()).finalize();
        let message_key: [u8; 16] = large[8..24].try_into().unwrap();
        let (key, iv) = derive(&message_key, 8);
        aes::ige_encrypt(packet.as_mut(), &key, &iv);
        packet.extend_front(&message_key);
        packet.extend_front(&Sha1::digest(KEY)[12..20]);
        packet
    }
}

/// <https://core.telegram.org/mtproto/description#defining-aes-key-and-initialization-vector>
fn derive(message_key: &[u8; 16], x: usize) -> ([u8; 32], [u8; 32]) {
    let a = Sha256::new().chain_update(message_key).chain_update(&KEY[x..x + 36]).finalize();
    let b = Sha256::new().chain_update(&KEY[x + 40..x + 76]).chain_update(message_key).finalize();
    let key = [&a[..8], &b[8..24], &a[24..]].concat();
    let iv = [&b[..8], &a[8..24], &b[24..]].concat();
    (key.try_into().unwrap(), iv.try_into().unwrap())
}
