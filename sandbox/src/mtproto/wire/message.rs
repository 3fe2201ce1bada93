//! What stands in a decrypted packet: a message, or a container of several.

use grammers_tl_types::{Cursor, Deserializable};

use super::clock;
use super::crypto::{MAX_PADDING, MIN_PADDING};

/// `msg_container messages:vector<message> = MessageContainer`.
pub(super) const CONTAINER: u32 = 0x73f1_f8dc;

/// The most messages of a container.
pub(super) const MAX_CONTAINED: usize = 1020;

/// How far behind, in seconds, the clock of a client may be that makes a message's id.
const OLDEST: i64 = 300;

/// How far ahead, in seconds.
const NEWEST: i64 = 30;

/// Why a message is not taken. <https://core.telegram.org/mtproto/service_messages_about_messages>
pub(super) mod code {
    pub(crate) const ID_TOO_LOW: i32 = 16;
    pub(crate) const ID_TOO_HIGH: i32 = 17;
    pub(crate) const ID_NOT_OF_A_CLIENT: i32 = 18;
    pub(crate) const CONTAINER_ID_TAKEN: i32 = 19;
    pub(crate) const ID_TOO_OLD: i32 = 20;
    pub(crate) const SEQNO_TOO_LOW: i32 = 32;
    pub(crate) const SEQNO_TOO_HIGH: i32 = 33;
    pub(crate) const SEQNO_NOT_EVEN: i32 = 34;
    pub(crate) const SEQNO_NOT_ODD: i32 = 35;
    pub(crate) const WRONG_SALT: i32 = 48;
    pub(crate) const INVALID_CONTAINER: i32 = 64;
}

/// A message with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) id: i64,
    pub(super) seqno: i32,
    pub(super) body: Vec<u8>,
}

/// What a packet says besides its message.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Envelope {
    pub(super) salt: i64,
    pub(super) session: i64,
    pub(super) message: Message,
}

impl Envelope {
    /// Reads a decrypted packet; `None` where its lengths can't be.
    pub(super) fn read(data: &[u8]) -> Option<Self> {
        let mut cursor = Cursor::from_slice(data);
        let salt = i64::deserialize(&mut cursor).ok()?;
        let session = i64::deserialize(&mut cursor).ok()?;
        let message = Message::read(&mut cursor, data)?;
        let padding = data.len().checked_sub(cursor.pos())?;
        let is_sound = (MIN_PADDING..=MAX_PADDING).contains(&padding);
        is_sound.then_some(Self { salt, session, message })
    }
}

impl Message {
    fn read(cursor: &mut Cursor<'_>, data: &[u8]) -> Option<Self> {
        let id = i64::deserialize(cursor).ok()?;
        let seqno = i32::deserialize(cursor).ok()?;
        let length = usize::try_from(i32::deserialize(cursor).ok()?).ok()?;
        let is_sound = length >= 4 && length.is_multiple_of(4) && length <= data.len() - cursor.pos();
        let mut body = vec![0; if is_sound { length } else { return None }];
        cursor.read_exact(&mut body).ok()?;
        Some(Self { id, seqno, body })
    }

    /// The constructor of its body.
    pub(super) fn constructor(&self) -> u32 {
        self.body.first_chunk().map_or(0, |id| u32::from_le_bytes(*id))
    }

    /// What follows the constructor.
    pub(super) fn arguments(&self) -> &[u8] {
        self.body.get(4..).unwrap_or_default()
    }

    /// The messages in a container; `None` where it is not sound.
    pub(super) fn contained(&self) -> Option<Vec<Self>> {
        let data = self.arguments();
        let mut cursor = Cursor::from_slice(data);
        let count = usize::try_from(i32::deserialize(&mut cursor).ok()?).ok()?;
        if count > MAX_CONTAINED {
            return None;
        }
        let messages = (0..count).map(|_| Self::read(&mut cursor, data)).collect::<Option<Vec<_>>>()?;
        let is_sound = cursor.pos() == data.len()
            && messages.iter().all(|inner| inner.id < self.id && inner.constructor() != CONTAINER);
        is_sound.then_some(messages)
    }

    /// Whether its id was made by a client whose clock is right; the code of what is wrong otherwise.
    pub(super) fn check_id(&self) -> Result<(), i32> {
        let (made, now) = (self.id >> 32, i64::from(clock::seconds()));
        match () {
            () if self.id & 3 != 0 => Err(code::ID_NOT_OF_A_CLIENT),
            () if made < now - OLDEST => Err(code::ID_TOO_LOW),
            () if made > now + NEWEST => Err(code::ID_TOO_HIGH),
            () => Ok(()),
        }
    }
}
