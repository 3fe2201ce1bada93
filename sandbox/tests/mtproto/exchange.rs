//! The client's half of the key exchange, step by step.

use base64::Engine;
use grammers_crypto::{aes, factorize, generate_key_data_from_nonce, rsa};
use grammers_tl_types::{Cursor, Deserializable, Identifiable, Serializable, enums, functions, types};
use num_bigint::BigUint;
use sha1::{Digest, Sha1};

use crate::client::{Packets, id_at};

/// How the client hides its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Padding {
    /// `RSA_PAD`.
    New,
    /// A hash before it.
    Old,
}

/// An exchange under way.
pub(crate) struct Exchange {
    pub(crate) packets: Packets,
    pub(crate) nonce: [u8; 16],
    pub(crate) server_nonce: [u8; 16],
    pub(crate) new_nonce: [u8; 32],
    pub(crate) pq: Vec<u8>,
    pub(crate) p: Vec<u8>,
    pub(crate) q: Vec<u8>,
    fingerprint: i64,
    half: BigUint,
    prime: BigUint,
}

impl Exchange {
    /// Asks for a number and takes it apart.
    pub(crate) async fn begin(mut packets: Packets, request: u32) -> Self {
        let nonce = [5; 16];
        let mut body = request.to_bytes();
        nonce.serialize(&mut body);
        let enums::ResPq::Pq(answer) = plain(&mut packets, &body).await.unwrap();
        assert_eq!(answer.nonce, nonce);
        let (p, q) = factorize(u64::from_be_bytes(answer.pq.clone().try_into().unwrap()));
        assert!(p < q && p > 1);
        let digits = |number: u64| number.to_be_bytes()[4..].to_vec();
        Self {
            packets,
            nonce,
            server_nonce: answer.server_nonce,
            new_nonce: [9; 32],
            pq: answer.pq,
            p: digits(p),
            q: digits(q),
            fingerprint: answer.server_public_key_fingerprints[0],
            half: BigUint::default(),
            prime: BigUint::default(),
        }
    }

    /// The usual secret.
    pub(crate) fn inner(&self) -> types::PQInnerDataDc {
        types::PQInnerDataDc {
            pq: self.pq.clone(),
            p: self.p.clone(),
            q: self.q.clone(),
            nonce: self.nonce,
            server_nonce: self.server_nonce,
            new_nonce: self.new_nonce,
            dc: 2,
        }
    }

    /// Sends the secret; the answer, `None` where the connection was closed instead.
    pub(crate) async fn offer(
        &mut self,
        inner: &enums::PQInnerData,
        padding: Padding,
    ) -> Option<enums::ServerDhParams> {
        let request = functions::ReqDhParams {
            nonce: self.nonce,
            server_nonce: self.server_nonce,
            p: self.p.clone(),
            q: self.q.clone(),
            public_key_fingerprint: self.fingerprint,
            encrypted_data: encrypted(&inner.to_bytes(), padding),
        };
        plain(&mut self.packets, &request.to_bytes()).await
    }

    /// Reads the server's half, and sends one's own; the answer and the key.
    pub(crate) async fn agree(
        &mut self,
        params: enums::ServerDhParams,
    ) -> (Option<enums::SetClientDhParamsAnswer>, [u8; 256]) {
        let enums::ServerDhParams::Ok(mut params) = params else { panic!("{params:?}") };
        let (key, iv) = generate_key_data_from_nonce(&self.server_nonce, &self.new_nonce);
        aes::ige_decrypt(&mut params.encrypted_answer, &key, &iv);
        let mut cursor = Cursor::from_slice(&params.encrypted_answer[20..]);
        let enums::ServerDhInnerData::Data(inner) =
            enums::ServerDhInnerData::deserialize(&mut cursor).unwrap();
        let data = &params.encrypted_answer[20..20 + cursor.pos()];
        assert_eq!(Sha1::digest(data)[..], params.encrypted_answer[..20]);
        assert_eq!((inner.nonce, inner.server_nonce, inner.g), (self.nonce, self.server_nonce, 3));
        self.prime = BigUint::from_bytes_be(&inner.dh_prime);
        self.half = BigUint::from_bytes_be(&inner.g_a);
        let secret = BigUint::from_bytes_be(&[0xa7; 256]);
        let half = BigUint::from(3u8).modpow(&secret, &self.prime).to_bytes_be();
        let answer = self.answer(half, 0).await;
        let key = self.half.modpow(&secret, &self.prime).to_bytes_be();
        let mut padded = [0; 256];
        padded[256 - key.len()..].copy_from_slice(&key);
        (answer, padded)
    }

    /// Sends any half.
    pub(crate) async fn answer(
        &mut self,
        g_b: Vec<u8>,
        retry_id: i64,
    ) -> Option<enums::SetClientDhParamsAnswer> {
        let inner =
            types::ClientDhInnerData { nonce: self.nonce, server_nonce: self.server_nonce, retry_id, g_b };
        let inner = enums::ClientDhInnerData::from(inner).to_bytes();
        let mut data = Sha1::digest(&inner).to_vec();
        data.extend(inner);
        while !data.len().is_multiple_of(16) {
            data.push(3);
        }
        let (key, iv) = generate_key_data_from_nonce(&self.server_nonce, &self.new_nonce);
        aes::ige_encrypt(&mut data, &key, &iv);
        let request = functions::SetClientDhParams {
            nonce: self.nonce,
            server_nonce: self.server_nonce,
            encrypted_data: data,
        };
        plain(&mut self.packets, &request.to_bytes()).await
    }

    /// What proves that the server has the same key.
    pub(crate) fn proof(&self, key: &[u8; 256], number: u8) -> [u8; 16] {
        let hash = Sha1::digest(key);
        let proof = Sha1::new().chain_update(self.new_nonce).chain_update([number]).chain_update(&hash[..8]);
        proof.finalize()[4..].try_into().unwrap()
    }
}

/// Goes all the way; the connection and the key.
pub(crate) async fn exchange(packets: Packets, padding: Padding) -> (Packets, [u8; 256]) {
    let mut exchange = Exchange::begin(packets, functions::ReqPqMulti::CONSTRUCTOR_ID).await;
    let params = exchange.offer(&exchange.inner().into(), padding).await.unwrap();
    let (answer, key) = exchange.agree(params).await;
    let Some(enums::SetClientDhParamsAnswer::DhGenOk(ok)) = answer else { panic!("{answer:?}") };
    assert_eq!(ok.new_nonce_hash1, exchange.proof(&key, 1));
    (exchange.packets, key)
}

/// Sends a packet that is not encrypted, and reads the one that answers.
pub(crate) async fn plain<T: Deserializable>(packets: &mut Packets, body: &[u8]) -> Option<T> {
    let mut packet = 0i64.to_bytes();
    id_at(0).serialize(&mut packet);
    (body.len() as i32).serialize(&mut packet);
    packet.extend(body);
    packets.send(&packet).await;
    let answer = packets.receive().await?;
    if answer.len() == 4 {
        assert_eq!(i32::from_bytes(&answer).unwrap(), -404);
        return None;
    }
    let mut cursor = Cursor::from_slice(&answer);
    assert_eq!(i64::deserialize(&mut cursor).unwrap(), 0);
    assert_eq!(i64::deserialize(&mut cursor).unwrap() & 3, 1);
    let length = i32::deserialize(&mut cursor).unwrap() as usize;
    Some(T::from_bytes(&answer[20..20 + length]).unwrap())
}

/// Encrypts for the key that the sandbox prints.
fn encrypted(data: &[u8], padding: Padding) -> Vec<u8> {
    let modulus = modulus();
    match padding {
        Padding::New => {
            let key = rsa::Key::new(&modulus.to_string(), "65537").unwrap();
            rsa::encrypt_hashed(data, &key, &[0x5b; 224])
        }
        Padding::Old => {
            let mut block = vec![0];
            block.extend(Sha1::digest(data));
            block.extend(data);
            block.resize(256, 0x21);
            let number = BigUint::from_bytes_be(&block).modpow(&BigUint::from(65537u32), &modulus);
            let mut bytes = number.to_bytes_be();
            while bytes.len() < 256 {
                bytes.insert(0, 0);
            }
            bytes
        }
    }
}

/// The number in the PEM: after the sequence's and its own header.
fn modulus() -> BigUint {
    let pem = ambigram_sandbox::Sandbox::mtproto_public_key();
    let base64: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = base64::engine::general_purpose::STANDARD.decode(base64).unwrap();
    assert_eq!(der[..8], [0x30, 0x82, 1, 10, 2, 0x82, 1, 1]);
    assert_eq!(der[der.len() - 5..], [2, 3, 1, 0, 1]);
    BigUint::from_bytes_be(&der[8..8 + 257])
}
