//! A client that does what it is told, right or wrong.

use std::collections::VecDeque;
use std::io::Read;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ambigram_sandbox::{ReadySession, Sandbox};
use grammers_crypto::{AuthKey, DequeBuffer, ObfuscatedCipher, decrypt_data_v2, encrypt_data_v2};
use grammers_tl_types::{Cursor, Deserializable, Identifiable, Serializable, enums, types};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::stage::{get_config, greeting};

/// After this long a test gives up: nothing takes so long that goes well.
const PATIENCE: Duration = Duration::from_secs(20);

/// Each client begins a session of its own.
static SESSIONS: AtomicI64 = AtomicI64::new(1000);

const RPC_RESULT: u32 = 0xf35c_6d01;
const CONTAINER: u32 = 0x73f1_f8dc;
pub(crate) const GZIP_PACKED: u32 = 0x3072_cfa1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Framing {
    Full,
    Abridged,
    Intermediate,
    Padded,
    ObfuscatedAbridged,
    ObfuscatedPadded,
}

impl Framing {
    pub(crate) const ALL: [Self; 6] = [
        Self::Full,
        Self::Abridged,
        Self::Intermediate,
        Self::Padded,
        Self::ObfuscatedAbridged,
        Self::ObfuscatedPadded,
    ];
}

/// A connection with packets in it.
pub(crate) struct Packets {
    stream: TcpStream,
    framing: Framing,
    cipher: Option<ObfuscatedCipher>,
    sent: u32,
    received: u32,
}

impl Packets {
    pub(crate) async fn open(address: SocketAddr, framing: Framing) -> Self {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let tag = match framing {
            Framing::Full => Vec::new(),
            Framing::Abridged => vec![0xef],
            Framing::Intermediate => vec![0xee; 4],
            Framing::Padded => vec![0xdd; 4],
            Framing::ObfuscatedAbridged => vec![0xef; 4],
            Framing::ObfuscatedPadded => vec![0xdd; 4],
        };
        let is_obfuscated = matches!(framing, Framing::ObfuscatedAbridged | Framing::ObfuscatedPadded);
        let cipher = if is_obfuscated {
            let mut opening: [u8; 64] = std::array::from_fn(|index| (index as u8).wrapping_mul(37) + 9);
            let mut cipher = ObfuscatedCipher::new(&opening);
            let mut hidden = opening;
            hidden[56..60].copy_from_slice(&tag);
            cipher.encrypt(&mut hidden);
            opening[56..].copy_from_slice(&hidden[56..]);
            stream.write_all(&opening).await.unwrap();
            Some(cipher)
        } else {
            stream.write_all(&tag).await.unwrap();
            None
        };
        Self { stream, framing, cipher, sent: 0, received: 0 }
    }

    pub(crate) async fn send(&mut self, packet: &[u8]) {
        let mut frame = Vec::new();
        let length = packet.len() as u32;
        match self.framing {
            Framing::Full => {
                frame.extend((length + 12).to_le_bytes());
                frame.extend(self.sent.to_le_bytes());
                frame.extend(packet);
                let mut crc = flate2::Crc::new();
                crc.update(&frame);
                frame.extend(crc.sum().to_le_bytes());
                self.sent += 1;
            }
            Framing::Abridged | Framing::ObfuscatedAbridged => {
                match length / 4 {
                    words @ ..0x7f => frame.push(words as u8),
                    words => {
                        frame.push(0x7f);
                        frame.extend(&words.to_le_bytes()[..3]);
                    }
                }
                frame.extend(packet);
            }
            Framing::Intermediate => {
                frame.extend(length.to_le_bytes());
                frame.extend(packet);
            }
            Framing::Padded | Framing::ObfuscatedPadded => {
                frame.extend((length + 5).to_le_bytes());
                frame.extend(packet);
                frame.extend([1, 2, 3, 4, 5]);
            }
        }
        self.send_bytes(frame).await;
    }

    /// Sends bytes as they are, obfuscation aside.
    pub(crate) async fn send_bytes(&mut self, mut bytes: Vec<u8>) {
        if let Some(cipher) = &mut self.cipher {
            cipher.encrypt(&mut bytes);
        }
        // The other side may have hung up, which whoever reads next will notice.
        let _ = self.stream.write_all(&bytes).await;
    }

    /// The next packet; `None` where the connection was closed.
    pub(crate) async fn receive(&mut self) -> Option<Vec<u8>> {
        timeout(PATIENCE, self.read_packet()).await.expect("nothing came")
    }

    async fn read_packet(&mut self) -> Option<Vec<u8>> {
        match self.framing {
            Framing::Full => {
                let mut frame = self.read(8).await?;
                let length = u32::from_le_bytes(frame[..4].try_into().unwrap()) as usize;
                assert_eq!(frame[4..8], self.received.to_le_bytes());
                self.received += 1;
                frame.extend(self.read(length - 8).await?);
                let checksum = frame.split_off(length - 4);
                let mut crc = flate2::Crc::new();
                crc.update(&frame);
                assert_eq!(checksum, crc.sum().to_le_bytes());
                Some(frame.split_off(8))
            }
            Framing::Abridged | Framing::ObfuscatedAbridged => {
                let words = match self.read(1).await?[0] {
                    0x7f => {
                        let words = self.read(3).await?;
                        u32::from_le_bytes([words[0], words[1], words[2], 0])
                    }
                    words => words.into(),
                };
                self.read(words as usize * 4).await
            }
            Framing::Intermediate | Framing::Padded | Framing::ObfuscatedPadded => {
                let length = self.read(4).await?;
                self.read(u32::from_le_bytes(length.try_into().unwrap()) as usize).await
            }
        }
    }

    async fn read(&mut self, length: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).await.ok()?;
        if let Some(cipher) = &mut self.cipher {
            cipher.decrypt(&mut bytes);
        }
        Some(bytes)
    }
}

/// A message that came.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Message {
    pub(crate) id: i64,
    pub(crate) seqno: i32,
    pub(crate) body: Vec<u8>,
}

impl Message {
    pub(crate) fn constructor(&self) -> u32 {
        u32::from_bytes(&self.body).unwrap()
    }

    pub(crate) fn read<T: Deserializable>(&self) -> T {
        T::from_bytes(&self.body).unwrap()
    }
}

/// A client with an auth key.
pub(crate) struct Client {
    pub(crate) packets: Packets,
    pub(crate) key: AuthKey,
    pub(crate) session: i64,
    pub(crate) salt: i64,
    last_id: i64,
    content: i32,
    inbox: VecDeque<Message>,
}

impl Client {
    /// Takes a ready session from the sandbox.
    pub(crate) async fn ready(sandbox: &Sandbox, framing: Framing) -> Self {
        let ReadySession { address, auth_key, .. } = sandbox.ready_session();
        Self::with_key(address, framing, auth_key).await
    }

    pub(crate) async fn with_key(address: SocketAddr, framing: Framing, key: [u8; 256]) -> Self {
        let packets = Packets::open(address, framing).await;
        Self::over(packets, key)
    }

    pub(crate) fn over(packets: Packets, key: [u8; 256]) -> Self {
        let key = AuthKey::from_bytes(key);
        let session = SESSIONS.fetch_add(1, Ordering::Relaxed);
        Self { packets, key, session, salt: 0, last_id: 0, content: 0, inbox: VecDeque::new() }
    }

    /// Hangs up and calls again, in the same session.
    pub(crate) async fn reconnect(&mut self, address: SocketAddr) {
        let framing = self.packets.framing;
        self.packets = Packets::open(address, framing).await;
        self.inbox.clear();
    }

    /// Learns the salt and says who it is.
    pub(crate) async fn greet(&mut self) {
        let id = self.send(&greeting(get_config()), true).await;
        if self.salt == 0 {
            let bad: types::BadServerSalt = match self.expect().await {
                enums::BadMsgNotification::BadServerSalt(bad) => bad,
                other => panic!("{other:?}"),
            };
            assert_eq!((bad.bad_msg_id, bad.error_code), (id, 48));
            self.salt = bad.new_server_salt;
            self.call(&greeting(get_config())).await;
        } else {
            self.result(id).await;
        }
    }

    /// A new message id, by the machine's clock.
    pub(crate) fn next_id(&mut self) -> i64 {
        self.last_id = id_at(0).max(self.last_id + 4);
        self.last_id
    }

    pub(crate) fn next_seqno(&mut self, is_content: bool) -> i32 {
        let seqno = self.content * 2 + i32::from(is_content);
        self.content += i32::from(is_content);
        seqno
    }

    /// Sends a message; its id.
    pub(crate) async fn send(&mut self, body: &[u8], is_content: bool) -> i64 {
        let (id, seqno) = (self.next_id(), self.next_seqno(is_content));
        self.send_as(id, seqno, body).await;
        id
    }

    /// Sends a message with numbers of one's own choice.
    pub(crate) async fn send_as(&mut self, id: i64, seqno: i32, body: &[u8]) {
        let packet = self.encrypted(id, seqno, body);
        self.packets.send(&packet).await;
    }

    pub(crate) fn encrypted(&self, id: i64, seqno: i32, body: &[u8]) -> Vec<u8> {
        let mut data = DequeBuffer::with_capacity(body.len() + 64, 64);
        let mut plain = Vec::new();
        self.salt.serialize(&mut plain);
        self.session.serialize(&mut plain);
        put(id, seqno, body, &mut plain);
        data.extend(plain);
        encrypt_data_v2(&mut data, &self.key);
        data[..].to_vec()
    }

    /// Sends messages in a container; the container's id.
    pub(crate) async fn send_container(&mut self, messages: &[Message]) -> i64 {
        let mut body = CONTAINER.to_bytes();
        (messages.len() as i32).serialize(&mut body);
        for message in messages {
            put(message.id, message.seqno, &message.body, &mut body);
        }
        self.send(&body, false).await
    }

    /// Numbers a message without sending it.
    pub(crate) fn numbered(&mut self, body: Vec<u8>, is_content: bool) -> Message {
        Message { id: self.next_id(), seqno: self.next_seqno(is_content), body }
    }

    /// The next message, out of its container; `None` where the connection was closed.
    pub(crate) async fn next(&mut self) -> Option<Message> {
        while self.inbox.is_empty() {
            let mut packet = self.packets.receive().await?;
            let padding = (packet.len() - 24) % 16;
            packet.truncate(packet.len() - padding);
            let data = decrypt_data_v2(&mut packet, &self.key).unwrap();
            let mut cursor = Cursor::from_slice(data);
            let salt = i64::deserialize(&mut cursor).unwrap();
            assert_ne!(salt, 0);
            assert_eq!(i64::deserialize(&mut cursor).unwrap(), self.session);
            let message = take(&mut cursor);
            if message.constructor() == CONTAINER {
                let mut cursor = Cursor::from_slice(&message.body[4..]);
                let count = i32::deserialize(&mut cursor).unwrap();
                for _ in 0..count {
                    let inner = take(&mut cursor);
                    assert!(inner.id < message.id, "a container's id is the highest");
                    self.inbox.push_back(inner);
                }
                assert_eq!(message.seqno & 1, 0);
            } else {
                self.inbox.push_back(message);
            }
        }
        self.inbox.pop_front()
    }

    /// Asserts that the other side hangs up, whatever it says before.
    pub(crate) async fn expect_end(&mut self) {
        while self.packets.receive().await.is_some() {}
    }

    /// The next message that can be read as this; others are passed over.
    pub(crate) async fn expect<T: Deserializable>(&mut self) -> T {
        loop {
            let message = self.next().await.expect("the connection was closed");
            if let Ok(read) = T::from_bytes(&message.body) {
                return read;
            }
        }
    }

    /// The next message of a kind.
    pub(crate) async fn expect_message<T: Identifiable>(&mut self) -> Message {
        loop {
            let message = self.next().await.expect("the connection was closed");
            if message.constructor() == T::CONSTRUCTOR_ID {
                return message;
            }
        }
    }

    /// Makes a request; its answer.
    pub(crate) async fn call(&mut self, body: &[u8]) -> Vec<u8> {
        let id = self.send(body, true).await;
        self.result(id).await
    }

    /// Makes a request that is refused; the error's code and name.
    pub(crate) async fn refused(&mut self, body: &[u8]) -> (i32, String) {
        let answer = self.call(body).await;
        let enums::RpcError::Error(error) = enums::RpcError::from_bytes(&answer).unwrap();
        (error.error_code, error.error_message)
    }

    /// The answer to a request, unpacked; other messages are passed over.
    pub(crate) async fn result(&mut self, request: i64) -> Vec<u8> {
        let (_, result) = self.result_message(request).await;
        unpacked(&result)
    }

    /// The message that answers a request, and the result in it.
    pub(crate) async fn result_message(&mut self, request: i64) -> (Message, Vec<u8>) {
        loop {
            let message = self.next().await.expect("the connection was closed");
            if message.constructor() == RPC_RESULT && message.body[4..12] == request.to_le_bytes() {
                assert_eq!((message.id & 3, message.seqno & 1), (1, 1), "an answer's numbers");
                let result = message.body[12..].to_vec();
                return (message, result);
            }
        }
    }
}

/// What a result is once it is unpacked.
pub(crate) fn unpacked(result: &[u8]) -> Vec<u8> {
    if u32::from_bytes(result).unwrap() != GZIP_PACKED {
        return result.to_vec();
    }
    let packed = Vec::<u8>::from_bytes(&result[4..]).unwrap();
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).unwrap();
    bytes
}

pub(crate) fn packed(object: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    flate2::read::GzEncoder::new(object, flate2::Compression::best()).read_to_end(&mut packed).unwrap();
    let mut body = GZIP_PACKED.to_bytes();
    packed.serialize(&mut body);
    body
}

/// The id of a message that is made so many seconds from now.
pub(crate) fn id_at(seconds: i64) -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let time = (now.as_secs() as i64 + seconds) << 32;
    time | i64::from(now.subsec_nanos() & !3)
}

fn put(id: i64, seqno: i32, body: &[u8], bytes: &mut Vec<u8>) {
    id.serialize(bytes);
    seqno.serialize(bytes);
    (body.len() as i32).serialize(bytes);
    bytes.extend(body);
}

fn take(cursor: &mut Cursor<'_>) -> Message {
    let id = i64::deserialize(cursor).unwrap();
    let seqno = i32::deserialize(cursor).unwrap();
    let mut body = vec![0; i32::deserialize(cursor).unwrap() as usize];
    cursor.read_exact(&mut body).unwrap();
    Message { id, seqno, body }
}
