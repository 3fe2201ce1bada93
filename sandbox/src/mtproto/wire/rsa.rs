//! The key by which clients know the front while they have no auth key yet.
//!
//! It stands in the source for everybody to read, so it protects nothing: it is there because the protocol asks for
//! one, and always the same so that a client can be told once.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use grammers_crypto::aes;
use grammers_tl_types::Serializable;
use num_bigint::BigUint;
use sha1::Sha1;
use sha2::{Digest, Sha256};

const MODULUS: &str = "\
    b26df072a6a68259e26192981ce8d97b16c817fa551d39b1212449d77370f99fcb90effdbdafcaf6c079f89bbc9fc6137d77\
    93b36a65efdc26ef64a58edf2cf6b75c16b8fe9e7d4d41358da8f2994138aabacfbd75494a14d8cc926ac75b52591db635cf\
    42cfc931e2ff13a00df54f356b5cd4f2ba557c28252bf015ddc1f2ef5c8912b9c5fea5b7ea7c07ce2bf475327a8307bb83f4\
    51f130cd419390d744418c642546797f40974489c308f8ec4e43d8b69973527b11eeda236018361031c3f916bbf9271c5b45\
    26a15af37d5d6a0b585be39d27c32082c7595ee8e022f54ff2febebff1bf225df0b039b7877bdbbe382089ae5cd772f71392\
    bbcbedecac89";

const PRIVATE_EXPONENT: &str = "\
    3e3172f3cba1d362b835516f22f888c1ce458d920cb3e4a5988b390fd7a5c3e4ce84651a99511a9a5aa9c91da3a83f5710cf\
    2ad5095ba1b9277b1f2653fff780c195e037b84c8f196c06da2b4ef05b5b00ab9ff88656b6f34044422ee4f130696ea151ed\
    3df9064494be5b5d59302ddd4d606cbb74769291bdaf2c7ebaaebd59db16f2db2afc43e237091ad26aa8f2b8a93be7e6dcd2\
    20aa7b396ad819f2ed2b14197aaf40f190701f3c6c435194a161838683189b06d1be7e6966a13543bf0c81420970646ac4e2\
    7edd10e1a71d746faf87f4df620f958a2cbd250632e17811890ff462ac070ab019e2bc54f54dfa075f0d21538d2df07445a0\
    80be50e79ecf";

const PUBLIC_EXPONENT: [u8; 3] = [1, 0, 1];

/// By which clients name the key: the lower 64 bits of its hash.
pub(crate) fn fingerprint() -> i64 {
    let mut bytes = modulus().to_bytes_be().to_bytes();
    PUBLIC_EXPONENT.as_slice().to_vec().serialize(&mut bytes);
    let hash: [u8; 20] = Sha1::digest(&bytes).into();
    hash.last_chunk().map_or(0, |end| i64::from_le_bytes(*end))
}

/// The public half, in PKCS#1's PEM.
pub(crate) fn public_key() -> String {
    let mut numbers = der(0x02, &unsigned(&modulus().to_bytes_be()));
    numbers.extend(der(0x02, &unsigned(&PUBLIC_EXPONENT)));
    let base64 = STANDARD.encode(der(0x30, &numbers));
    let lines = base64.as_bytes().chunks(64).map(String::from_utf8_lossy).collect::<Vec<_>>().join("\n");
    format!("-----BEGIN RSA PUBLIC KEY-----\n{lines}\n-----END RSA PUBLIC KEY-----\n")
}

/// What a client encrypted for the front, padding included: with `RSA_PAD`, or as older ones do, with a hash before it.
/// `None` where it is neither.
pub(super) fn decrypt(encrypted: &[u8]) -> Option<Decrypted> {
    let (encrypted, modulus) = (BigUint::from_bytes_be(encrypted), modulus());
    if encrypted >= modulus {
        return None;
    }
    let block = fixed(&encrypted.modpow(&number(PRIVATE_EXPONENT), &modulus));
    padded(&block).map(Decrypted::Padded).or_else(|| hashed(&block))
}

/// What stood in an encrypted block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decrypted {
    /// The data and its padding, which were checked.
    Padded(Vec<u8>),
    /// The data and its padding, with the hash that the data ought to have.
    Hashed { hash: [u8; 20], data: Vec<u8> },
}

impl Decrypted {
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Padded(data) | Self::Hashed { data, .. } => data,
        }
    }

    /// Whether the first bytes are what the client meant.
    pub(super) fn is_whole(&self, length: usize) -> bool {
        match self {
            Self::Padded(_) => true,
            Self::Hashed { hash, data } => {
                data.get(..length).is_some_and(|data| Sha1::digest(data)[..] == *hash)
            }
        }
    }
}

/// Undoes `RSA_PAD`. <https://core.telegram.org/mtproto/auth_key>
fn padded(block: &[u8; 256]) -> Option<Vec<u8>> {
    let (masked_key, encrypted) = block.split_first_chunk::<32>()?;
    let mask: [u8; 32] = Sha256::digest(encrypted).into();
    let mut key = *masked_key;
    for (byte, mask) in key.iter_mut().zip(mask) {
        *byte ^= mask;
    }
    let mut data = encrypted.to_vec();
    aes::ige_decrypt(&mut data, &key, &[0; 32]);
    let hash = data.split_off(192);
    data.reverse();
    let expected = Sha256::new().chain_update(key).chain_update(&data).finalize();
    (expected[..] == hash).then_some(data)
}

fn hashed(block: &[u8; 256]) -> Option<Decrypted> {
    let (hash, data) = block.strip_prefix(&[0])?.split_first_chunk()?;
    Some(Decrypted::Hashed { hash: *hash, data: data.to_vec() })
}

fn modulus() -> BigUint {
    number(MODULUS)
}

/// A number that stands in the source.
pub(super) fn number(hex: &str) -> BigUint {
    BigUint::parse_bytes(hex.as_bytes(), 16).unwrap_or_default()
}

/// A number below 2^2048, with zeros before it.
pub(super) fn fixed(number: &BigUint) -> [u8; 256] {
    let mut bytes = [0; 256];
    for (byte, digit) in bytes.iter_mut().rev().zip(number.to_bytes_le()) {
        *byte = digit;
    }
    bytes
}

/// A number whose first bit would otherwise make it negative.
fn unsigned(bytes: &[u8]) -> Vec<u8> {
    let zero = bytes.first().is_some_and(|first| *first >= 0x80).then_some(0);
    zero.into_iter().chain(bytes.iter().copied()).collect()
}

/// A value in DER: its tag, its length, itself.
fn der(tag: u8, value: &[u8]) -> Vec<u8> {
    let mut bytes = vec![tag];
    match u8::try_from(value.len()) {
        Ok(length @ ..0x80) => bytes.push(length),
        _ => {
            let length = value.len().to_be_bytes();
            let digits: Vec<u8> = length.into_iter().skip_while(|digit| *digit == 0).collect();
            bytes.push(0x80 | u8::try_from(digits.len()).unwrap_or(0));
            bytes.extend(digits);
        }
    }
    bytes.extend(value);
    bytes
}
