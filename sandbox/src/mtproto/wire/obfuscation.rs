//! The noise that hides a framing. <https://core.telegram.org/mtproto/mtproto-transports#transport-obfuscation>

use std::fmt;

use grammers_crypto::ObfuscatedCipher;

use super::framing::{Framing, OBFUSCATED_OPENING, tagged};

/// Both directions' ciphers.
pub(super) struct Obfuscation(ObfuscatedCipher);

impl Obfuscation {
    /// Reads the opening: the ciphers, and the framing beneath them; `None` where none is named.
    pub(super) fn open(opening: &[u8; OBFUSCATED_OPENING]) -> Option<(Self, Framing)> {
        // The client's side of the cipher: what it encrypts is what came, and encrypting again takes that off.
        let mut cipher = ObfuscatedCipher::new(opening);
        let mut readable = *opening;
        cipher.encrypt(&mut readable);
        let framing = tagged(&readable[56..60])?;
        Some((Self(cipher), framing))
    }

    /// Takes it off bytes that came.
    pub(super) fn take_off(&mut self, bytes: &mut [u8]) {
        self.0.encrypt(bytes);
    }

    /// Puts it on bytes that go.
    pub(super) fn put_on(&mut self, bytes: &mut [u8]) {
        self.0.decrypt(bytes);
    }
}

impl fmt::Debug for Obfuscation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Obfuscation").finish_non_exhaustive()
    }
}
