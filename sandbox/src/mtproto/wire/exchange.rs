//! How a client and the front come to share an auth key. <https://core.telegram.org/mtproto/auth_key>

use std::time::Duration;

use grammers_crypto::aes;
use grammers_tl_types::{Cursor, Deserializable, Identifiable, Serializable, enums, functions, types};
use num_bigint::BigUint;
use sha1::{Digest, Sha1};

use super::crypto::AuthKey;
use super::keys::Keys;
use super::{clock, primes, rsa};

/// The prime that Telegram uses, and clients know to be good.
const PRIME: &str = "\
    c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f48198a0aa7c14058229493d22530f4dbfa33\
    6f6e0ac925139543aed44cce7c3720fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f642477fe96\
    bb2a941d5bcd1d4ac8cc49880708fa9b378e3c4f3a9060bee67cf9a4a4a695811051907e162753b56b0f6b410dba74d8a84b\
    2a14b3144e0ef1284754fd17ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4e418fc15e83ebea0\
    f87fa9ff5eed70050ded2849f47bf959d956850ce929851f0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119c\
    d8e3b92fcc5b";

/// What generates its subgroup.
const GENERATOR: i32 = 3;

/// One connection's exchange, as far as it has come.
#[derive(Debug, Default)]
pub(super) struct Exchange {
    stage: Stage,
}

#[derive(Debug, Default)]
enum Stage {
    #[default]
    Idle,
    Asked(Asked),
    Met(Box<Met>),
}

/// The client was given a number to take apart.
#[derive(Debug, Clone, Copy)]
struct Asked {
    nonces: Nonces,
    p: u32,
    q: u32,
}

/// Each has the other's nonce, and the client the front's half of the key.
#[derive(Debug)]
struct Met {
    nonces: Nonces,
    new_nonce: [u8; 32],
    lifetime: Option<Duration>,
    secret: BigUint,
    /// The hash of the key that could not be had, where the client is to try again.
    retry: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Nonces {
    client: [u8; 16],
    server: [u8; 16],
}

/// A step that makes no sense, or comes out of turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OutOfStep;

impl From<grammers_tl_types::deserialize::Error> for OutOfStep {
    fn from(_: grammers_tl_types::deserialize::Error) -> Self {
        Self
    }
}

impl Exchange {
    /// Takes the client's next step; the answer.
    pub(super) fn step(&mut self, keys: &Keys, body: &[u8]) -> Result<Vec<u8>, OutOfStep> {
        let mut cursor = Cursor::from_slice(body);
        match u32::deserialize(&mut cursor)? {
            functions::ReqPq::CONSTRUCTOR_ID | functions::ReqPqMulti::CONSTRUCTOR_ID => {
                Ok(self.ask(<[u8; 16]>::deserialize(&mut cursor)?))
            }
            functions::ReqDhParams::CONSTRUCTOR_ID => {
                self.meet(&functions::ReqDhParams::deserialize(&mut cursor)?)
            }
            functions::SetClientDhParams::CONSTRUCTOR_ID => {
                self.agree(keys, functions::SetClientDhParams::deserialize(&mut cursor)?)
            }
            _ => Err(OutOfStep),
        }
    }

    /// `req_pq_multi`: a number to take apart, so that asking costs the client something.
    fn ask(&mut self, nonce: [u8; 16]) -> Vec<u8> {
        let (p, q) = primes::pair();
        let asked = Asked { nonces: Nonces { client: nonce, server: rand::random() }, p, q };
        self.stage = Stage::Asked(asked);
        enums::ResPq::Pq(types::ResPq {
            nonce,
            server_nonce: asked.nonces.server,
            pq: asked.product(),
            server_public_key_fingerprints: vec![rsa::fingerprint()],
        })
        .to_bytes()
    }

    /// `req_DH_params`: the front's half of the key.
    fn meet(&mut self, request: &functions::ReqDhParams) -> Result<Vec<u8>, OutOfStep> {
        let Stage::Asked(asked) = self.stage else { return Err(OutOfStep) };
        let is_answered = asked.nonces == Nonces { client: request.nonce, server: request.server_nonce }
            && digits(&request.p) == u64::from(asked.p)
            && digits(&request.q) == u64::from(asked.q);
        if !is_answered || request.public_key_fingerprint != rsa::fingerprint() {
            return Err(OutOfStep);
        }
        let decrypted = rsa::decrypt(&request.encrypted_data).ok_or(OutOfStep)?;
        let mut cursor = Cursor::from_slice(decrypted.bytes());
        let inner = Inner::from(enums::PQInnerData::deserialize(&mut cursor)?);
        if !decrypted.is_whole(cursor.pos()) {
            return Err(OutOfStep);
        }
        let is_same = inner.nonces == asked.nonces
            && digits(&inner.pq) == u64::from(asked.p) * u64::from(asked.q)
            && (digits(&inner.p), digits(&inner.q)) == (u64::from(asked.p), u64::from(asked.q));
        if !is_same {
            self.stage = Stage::Idle;
            let hash: [u8; 20] = Sha1::digest(inner.new_nonce).into();
            return Ok(enums::ServerDhParams::Fail(types::ServerDhParamsFail {
                nonce: request.nonce,
                server_nonce: request.server_nonce,
                new_nonce_hash: hash.last_chunk().copied().unwrap_or_default(),
            })
            .to_bytes());
        }
        let met = Met {
            nonces: asked.nonces,
            new_nonce: inner.new_nonce,
            lifetime: inner.lifetime,
            secret: BigUint::from_bytes_be(&noise()),
            retry: 0,
        };
        let answer = enums::ServerDhParams::Ok(types::ServerDhParamsOk {
            nonce: request.nonce,
            server_nonce: request.server_nonce,
            encrypted_answer: met.offer(),
        })
        .to_bytes();
        self.stage = Stage::Met(Box::new(met));
        Ok(answer)
    }

    /// `set_client_DH_params`: the client's half, and so the key.
    fn agree(
        &mut self,
        keys: &Keys,
        mut request: functions::SetClientDhParams,
    ) -> Result<Vec<u8>, OutOfStep> {
        let Stage::Met(met) = &mut self.stage else { return Err(OutOfStep) };
        let is_whole = !request.encrypted_data.is_empty() && request.encrypted_data.len().is_multiple_of(16);
        if met.nonces != (Nonces { client: request.nonce, server: request.server_nonce }) || !is_whole {
            return Err(OutOfStep);
        }
        let (key, iv) = met.aes();
        aes::ige_decrypt(&mut request.encrypted_data, &key, &iv);
        let (hash, data) = request.encrypted_data.split_first_chunk::<20>().ok_or(OutOfStep)?;
        let mut cursor = Cursor::from_slice(data);
        let enums::ClientDhInnerData::Data(inner) = enums::ClientDhInnerData::deserialize(&mut cursor)?;
        let is_whole = data.get(..cursor.pos()).is_some_and(|data| Sha1::digest(data)[..] == *hash);
        let nonces = Nonces { client: inner.nonce, server: inner.server_nonce };
        if !is_whole || nonces != met.nonces || inner.retry_id != met.retry {
            return Err(OutOfStep);
        }
        let (nonce, server_nonce) = (request.nonce, request.server_nonce);
        let (half, prime) = (BigUint::from_bytes_be(&inner.g_b), rsa::number(PRIME));
        let key = AuthKey::new(rsa::fixed(&half.modpow(&met.secret, &prime)));
        let hash = |number| new_nonce_hash(&met.new_nonce, number, &key);
        // A half at the edges would give the secret away.
        let margin = BigUint::from(1u8) << (2048 - 64);
        if half < margin || half > prime - margin {
            let new_nonce_hash3 = hash(3);
            self.stage = Stage::Idle;
            let fail = types::DhGenFail { nonce, server_nonce, new_nonce_hash3 };
            return Ok(enums::SetClientDhParamsAnswer::DhGenFail(fail).to_bytes());
        }
        if !keys.add(&key, met.lifetime) {
            let new_nonce_hash2 = hash(2);
            met.retry = i64::from_le_bytes(key.aux_hash());
            let retry = types::DhGenRetry { nonce, server_nonce, new_nonce_hash2 };
            return Ok(enums::SetClientDhParamsAnswer::DhGenRetry(retry).to_bytes());
        }
        let new_nonce_hash1 = hash(1);
        self.stage = Stage::Idle;
        let ok = types::DhGenOk { nonce, server_nonce, new_nonce_hash1 };
        Ok(enums::SetClientDhParamsAnswer::DhGenOk(ok).to_bytes())
    }
}

impl Asked {
    fn product(&self) -> Vec<u8> {
        (u64::from(self.p) * u64::from(self.q)).to_be_bytes().to_vec()
    }
}

impl Met {
    /// The front's half of the key, encrypted.
    fn offer(&self) -> Vec<u8> {
        let prime = rsa::number(PRIME);
        let half = BigUint::from(GENERATOR.unsigned_abs()).modpow(&self.secret, &prime);
        let answer = enums::ServerDhInnerData::Data(types::ServerDhInnerData {
            nonce: self.nonces.client,
            server_nonce: self.nonces.server,
            g: GENERATOR,
            dh_prime: prime.to_bytes_be(),
            g_a: rsa::fixed(&half).to_vec(),
            server_time: clock::seconds(),
        })
        .to_bytes();
        let mut data = Sha1::digest(&answer).to_vec();
        data.extend(answer);
        let padding = (16 - data.len() % 16) % 16;
        data.extend(noise().iter().take(padding));
        let (key, iv) = self.aes();
        aes::ige_encrypt(&mut data, &key, &iv);
        data
    }

    /// AES's key and initialization vector for both halves.
    fn aes(&self) -> ([u8; 32], [u8; 32]) {
        grammers_crypto::generate_key_data_from_nonce(&self.nonces.server, &self.new_nonce)
    }
}

/// What the client hides from all but the front.
struct Inner {
    nonces: Nonces,
    new_nonce: [u8; 32],
    pq: Vec<u8>,
    p: Vec<u8>,
    q: Vec<u8>,
    /// How long the key is to live, where not for ever.
    lifetime: Option<Duration>,
}

impl From<enums::PQInnerData> for Inner {
    /// The data centre that some of them name is any: there is only one.
    fn from(data: enums::PQInnerData) -> Self {
        macro_rules! inner {
            ($data:ident, $lifetime:expr) => {
                Self {
                    nonces: Nonces { client: $data.nonce, server: $data.server_nonce },
                    new_nonce: $data.new_nonce,
                    pq: $data.pq,
                    p: $data.p,
                    q: $data.q,
                    lifetime: $lifetime,
                }
            };
        }
        let lifetime = |seconds: i32| Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)));
        match data {
            enums::PQInnerData::Data(data) => inner!(data, None),
            enums::PQInnerData::Dc(data) => inner!(data, None),
            enums::PQInnerData::Temp(data) => inner!(data, lifetime(data.expires_in)),
            enums::PQInnerData::TempDc(data) => inner!(data, lifetime(data.expires_in)),
        }
    }
}

/// What proves that both have the same key.
fn new_nonce_hash(new_nonce: &[u8; 32], number: u8, key: &AuthKey) -> [u8; 16] {
    let hash: [u8; 20] = Sha1::new()
        .chain_update(new_nonce)
        .chain_update([number])
        .chain_update(key.aux_hash())
        .finalize()
        .into();
    hash.last_chunk().copied().unwrap_or_default()
}

/// A number in the protocol's order, its first digit first; what is too long is none that anybody asked for.
fn digits(bytes: &[u8]) -> u64 {
    let significant: Vec<u8> = bytes.iter().copied().skip_while(|digit| *digit == 0).collect();
    match significant.len() {
        0..=8 => significant.iter().fold(0, |number, digit| number << 8 | u64::from(*digit)),
        _ => u64::MAX,
    }
}

fn noise() -> [u8; 256] {
    let mut noise = [0; 256];
    rand::fill(&mut noise);
    noise
}
