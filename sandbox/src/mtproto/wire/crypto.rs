//! Auth keys, and what is encrypted with them. <https://core.telegram.org/mtproto/description>

use std::fmt;

use grammers_crypto::aes;
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// The least padding, in bytes.
pub(super) const MIN_PADDING: usize = 12;

/// The most padding, in bytes.
pub(super) const MAX_PADDING: usize = 1024;

/// The secret that a client and the front share.
#[derive(Clone)]
pub(super) struct AuthKey {
    bytes: [u8; 256],
    hash: [u8; 20],
}

/// A message key and what it opens are encrypted in one of two ways.
#[derive(Debug, Clone, Copy)]
enum Direction {
    FromClient = 0,
    ToClient = 8,
}

impl AuthKey {
    pub(super) fn new(bytes: [u8; 256]) -> Self {
        Self { bytes, hash: Sha1::digest(bytes).into() }
    }

    /// By which packets name it: the hash's lower 64 bits.
    pub(super) fn id(&self) -> i64 {
        self.hash.last_chunk().map_or(0, |id| i64::from_le_bytes(*id))
    }

    /// The hash's higher 64 bits.
    pub(super) fn aux_hash(&self) -> [u8; 8] {
        self.hash.first_chunk().copied().unwrap_or_default()
    }

    /// Something that only those know who know the key: different for each `number`.
    pub(super) fn derived(&self, number: i64) -> i64 {
        let hash = Sha256::new().chain_update(self.bytes).chain_update(number.to_le_bytes()).finalize();
        hash.first_chunk().map_or(0, |start| i64::from_le_bytes(*start))
    }

    /// Decrypts in place what follows the key's id in a client's packet: the message key and the encrypted data.
    /// `None` where it was not encrypted with this key.
    pub(super) fn decrypt<'a>(&self, packet: &'a mut [u8]) -> Option<&'a [u8]> {
        let (message_key, data) = packet.split_first_chunk_mut::<16>()?;
        if data.is_empty() || !data.len().is_multiple_of(16) {
            return None;
        }
        let (key, iv) = self.aes(message_key, Direction::FromClient);
        aes::ige_decrypt(data, &key, &iv);
        (self.message_key(data, Direction::FromClient) == *message_key).then_some(data)
    }

    /// Pads and encrypts a packet for the client.
    pub(super) fn encrypt(&self, mut data: Vec<u8>) -> Vec<u8> {
        let noise: [u8; 32] = rand::random();
        let padding = MIN_PADDING + (16 - (data.len() + MIN_PADDING) % 16) % 16;
        data.extend(noise.iter().take(padding));
        let message_key = self.message_key(&data, Direction::ToClient);
        let (key, iv) = self.aes(&message_key, Direction::ToClient);
        aes::ige_encrypt(&mut data, &key, &iv);
        let mut packet = Vec::with_capacity(24 + data.len());
        packet.extend(self.id().to_le_bytes());
        packet.extend(message_key);
        packet.extend(data);
        packet
    }

    /// The middle of a hash over a part of the key, the data and its padding.
    fn message_key(&self, data: &[u8], direction: Direction) -> [u8; 16] {
        let hash = Sha256::new().chain_update(self.part(88, 32, direction)).chain_update(data).finalize();
        hash.get(8..).and_then(<[u8]>::first_chunk).copied().unwrap_or_default()
    }

    /// AES's key and initialization vector.
    fn aes(&self, message_key: &[u8; 16], direction: Direction) -> ([u8; 32], [u8; 32]) {
        let a: [u8; 32] = Sha256::new()
            .chain_update(message_key)
            .chain_update(self.part(0, 36, direction))
            .finalize()
            .into();
        let b: [u8; 32] = Sha256::new()
            .chain_update(self.part(40, 36, direction))
            .chain_update(message_key)
            .finalize()
            .into();
        (mixed(&a, &b), mixed(&b, &a))
    }

    fn part(&self, start: usize, length: usize, direction: Direction) -> &[u8] {
        let start = start + direction as usize;
        self.bytes.get(start..start + length).unwrap_or_default()
    }
}

/// The ends of one and the middle of the other.
fn mixed(ends: &[u8; 32], middle: &[u8; 32]) -> [u8; 32] {
    let mut mixed = *ends;
    mixed[8..24].copy_from_slice(&middle[8..24]);
    mixed
}

impl fmt::Debug for AuthKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthKey").field("id", &self.id()).finish_non_exhaustive()
    }
}
