//! How accounts name files: by access hashes that are each account's own, and by references that expire.
//! <https://core.telegram.org/api/file_reference>

use ambigram_core::types::UserId;
use sha2::{Digest, Sha256};

use super::{Document, Photo};
use crate::rules::Refusal;
use crate::world::World;

/// A reference's first bytes tell when it was given.
const AGE_BYTES: usize = 4;

impl Photo {
    /// The hash by which an account names it.
    pub fn access_hash(&self, account: UserId) -> i64 {
        access_hash(self.secret, account)
    }

    /// The reference that an account is given now.
    pub fn file_reference(&self, world: &World, account: UserId) -> Vec<u8> {
        reference(self.secret, world.files.reference_age, account)
    }

    /// Whether an account may still use a reference.
    ///
    /// # Errors
    /// When it is empty, has expired, or never was one.
    pub fn check_reference(&self, world: &World, account: UserId, given: &[u8]) -> Result<(), Refusal> {
        check(self.secret, world.files.reference_age, account, given)
    }
}

impl Document {
    /// The hash by which an account names it.
    pub fn access_hash(&self, account: UserId) -> i64 {
        access_hash(self.secret, account)
    }

    /// The reference that an account is given now.
    pub fn file_reference(&self, world: &World, account: UserId) -> Vec<u8> {
        reference(self.secret, world.files.reference_age, account)
    }

    /// Whether an account may still use a reference.
    ///
    /// # Errors
    /// When it is empty, has expired, or never was one.
    pub fn check_reference(&self, world: &World, account: UserId, given: &[u8]) -> Result<(), Refusal> {
        check(self.secret, world.files.reference_age, account, given)
    }
}

impl World {
    /// All file references that were given until now expire: whoever has one has to look for the file again.
    pub fn expire_file_references(&mut self) {
        self.files.reference_age = self.files.reference_age.wrapping_add(1);
    }
}

fn hash(secret: u64, account: UserId, what: &[u8]) -> impl Iterator<Item = u8> {
    let hash = Sha256::new()
        .chain_update(secret.to_le_bytes())
        .chain_update(account.0.to_le_bytes())
        .chain_update(what)
        .finalize();
    hash.into_iter()
}

fn access_hash(secret: u64, account: UserId) -> i64 {
    let hash = hash(secret, account, b"").take(8).fold(0_i64, |hash, byte| (hash << 8) | i64::from(byte));
    if hash == 0 { 1 } else { hash }
}

fn reference(secret: u64, age: u32, account: UserId) -> Vec<u8> {
    let age = age.to_be_bytes();
    age.into_iter().chain(hash(secret, account, &age).take(16)).collect()
}

fn check(secret: u64, now: u32, account: UserId, given: &[u8]) -> Result<(), Refusal> {
    if given.is_empty() {
        return Err(Refusal::FileReferenceEmpty);
    }
    let age = given.first_chunk::<AGE_BYTES>().map(|age| u32::from_be_bytes(*age));
    match age.filter(|age| reference(secret, *age, account) == given) {
        Some(age) if age == now => Ok(()),
        Some(_) => Err(Refusal::FileReferenceExpired),
        None => Err(Refusal::FileReferenceInvalid),
    }
}
