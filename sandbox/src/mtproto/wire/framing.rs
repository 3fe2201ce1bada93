//! How packets stand in the stream. <https://core.telegram.org/mtproto/mtproto-transports>

use std::ops::Range;

use flate2::Crc;

/// The longest packet that is taken.
const MAX_PACKET: usize = 16 << 20;

/// One of Telegram's framings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Framing {
    /// Length, number and checksum.
    Full { received: u32, sent: u32 },
    /// A length of one byte or four, counted in words.
    Abridged,
    /// A length of four bytes.
    Intermediate,
    /// The same, with up to 15 bytes of noise at the end.
    Padded,
}

/// The stream makes no sense: nothing but hanging up is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Garbled;

/// What the first bytes of a connection say.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// Too few of them yet.
    Short,
    /// The framing, and how many bytes said so.
    Plain(Framing, usize),
    /// 64 bytes of noise that hide the rest.
    Obfuscated,
    /// Another protocol.
    Foreign,
}

/// How many bytes of an obfuscated connection say how the rest is hidden.
pub(super) const OBFUSCATED_OPENING: usize = 64;

/// Recognises a framing.
pub(super) fn recognise(bytes: &[u8]) -> Opening {
    match bytes {
        [0xef, ..] => Opening::Plain(Framing::Abridged, 1),
        [0xee, 0xee, 0xee, 0xee, ..] => Opening::Plain(Framing::Intermediate, 4),
        [0xdd, 0xdd, 0xdd, 0xdd, ..] => Opening::Plain(Framing::Padded, 4),
        [b'G', b'E', b'T', b' ', ..]
        | [b'P', b'O', b'S', b'T', ..]
        | [b'H', b'E', b'A', b'D', ..]
        | [b'O', b'P', b'T', b'I', ..]
        | [0x16, 0x03, 0x01, 0x02, ..] => Opening::Foreign,
        // The first packet's number is 0, which obfuscation takes care never to look like.
        [_, _, _, _, 0, 0, 0, 0, ..] => Opening::Plain(Framing::Full { received: 0, sent: 0 }, 0),
        _ if bytes.len() >= OBFUSCATED_OPENING => Opening::Obfuscated,
        _ => Opening::Short,
    }
}

/// The framing that an obfuscated connection names once its opening is readable.
pub(super) fn tagged(tag: &[u8]) -> Option<Framing> {
    match tag {
        [0xef, 0xef, 0xef, 0xef] => Some(Framing::Abridged),
        [0xee, 0xee, 0xee, 0xee] => Some(Framing::Intermediate),
        [0xdd, 0xdd, 0xdd, 0xdd] => Some(Framing::Padded),
        _ => None,
    }
}

impl Framing {
    /// Where the next packet stands, and how many bytes it takes with its frame; `None` until it is complete.
    pub(super) fn next(&mut self, bytes: &[u8]) -> Result<Option<(Range<usize>, usize)>, Garbled> {
        let (head, length, tail) = match self {
            Self::Full { .. } => match length_of(bytes) {
                None => return Ok(None),
                Some(length) if length >= 12 && length.is_multiple_of(4) => (8, length - 12, 4),
                Some(_) => return Err(Garbled),
            },
            Self::Abridged => match bytes {
                // The highest bit asks for a quick acknowledgment, which nobody is bound to give.
                [0x7f | 0xff, a, b, c, ..] => (4, from_le([*a, *b, *c, 0]) * 4, 0),
                [] | [0x7f | 0xff, ..] => return Ok(None),
                [words, ..] => (1, usize::from(words & 0x7f) * 4, 0),
            },
            Self::Intermediate | Self::Padded => match length_of(bytes) {
                None => return Ok(None),
                Some(length) => (4, length & 0x7fff_ffff, 0),
            },
        };
        if !(4..=MAX_PACKET).contains(&length) {
            return Err(Garbled);
        }
        let end = head + length;
        let Some(frame) = bytes.get(..end + tail) else { return Ok(None) };
        if let Self::Full { received, .. } = self {
            let number = frame.get(4..8).map(word).ok_or(Garbled)?;
            let checksum = frame.get(end..).map(word).ok_or(Garbled)?;
            if number != *received || checksum != crc32(frame.get(..end).ok_or(Garbled)?) {
                return Err(Garbled);
            }
            *received = received.wrapping_add(1);
        }
        Ok(Some((head..end, end + tail)))
    }

    /// Puts a packet into the stream.
    pub(super) fn put(&mut self, packet: &[u8], stream: &mut Vec<u8>) {
        let length = u32::try_from(packet.len()).unwrap_or(u32::MAX);
        match self {
            Self::Full { sent, .. } => {
                let start = stream.len();
                stream.extend((length + 12).to_le_bytes());
                stream.extend(sent.to_le_bytes());
                stream.extend(packet);
                *sent = sent.wrapping_add(1);
                let checksum = crc32(stream.get(start..).unwrap_or_default());
                stream.extend(checksum.to_le_bytes());
            }
            Self::Abridged => {
                match u8::try_from(length / 4) {
                    Ok(words @ ..0x7f) => stream.push(words),
                    _ => stream.extend((((length / 4) << 8) | 0x7f).to_le_bytes()),
                }
                stream.extend(packet);
            }
            Self::Intermediate => {
                stream.extend(length.to_le_bytes());
                stream.extend(packet);
            }
            Self::Padded => {
                let noise: [u8; 16] = rand::random();
                // What is no whole message is a transport error, which is told by its length.
                let count = if length > 4 { noise.first().map_or(0, |byte| byte % 16) } else { 0 };
                stream.extend((length + u32::from(count)).to_le_bytes());
                stream.extend(packet);
                stream.extend(noise.iter().take(count.into()));
            }
        }
    }
}

fn length_of(bytes: &[u8]) -> Option<usize> {
    bytes.first_chunk().map(|length| from_le(*length))
}

fn from_le(bytes: [u8; 4]) -> usize {
    usize::try_from(u32::from_le_bytes(bytes)).unwrap_or(usize::MAX)
}

fn word(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(0, |word| u32::from_le_bytes(*word))
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every() -> [Framing; 4] {
        [Framing::Full { received: 0, sent: 0 }, Framing::Abridged, Framing::Intermediate, Framing::Padded]
    }

    #[test]
    fn what_is_put_in_comes_out() {
        for mut framing in every() {
            let packets: Vec<Vec<u8>> = [4, 8, 504, 508, 512, 70_000].map(|length| vec![7; length]).into();
            let mut stream = Vec::new();
            for packet in &packets {
                framing.put(packet, &mut stream);
            }
            for packet in packets {
                assert_eq!(framing.clone().next(stream.get(..packet.len()).unwrap_or_default()), Ok(None));
                let (range, taken) = framing.next(&stream).ok().flatten().unwrap_or_default();
                let got = stream.get(range).unwrap_or_default();
                assert_eq!(got.get(..packet.len()), Some(packet.as_slice()), "{framing:?}");
                assert!(got.len() < packet.len() + 16);
                stream.drain(..taken);
            }
            assert!(stream.is_empty());
        }
    }

    #[test]
    fn openings_are_recognised() {
        let table: [(&[u8], Opening); 9] = [
            (&[], Opening::Short),
            (&[0xef], Opening::Plain(Framing::Abridged, 1)),
            (&[0xee; 3], Opening::Short),
            (&[0xee; 4], Opening::Plain(Framing::Intermediate, 4)),
            (&[0xdd; 5], Opening::Plain(Framing::Padded, 4)),
            (&[40, 0, 0, 0, 0, 0, 0, 0], Opening::Plain(Framing::Full { received: 0, sent: 0 }, 0)),
            (b"POST /api HTTP/1.1", Opening::Foreign),
            (&[1; 63], Opening::Short),
            (&[1; 64], Opening::Obfuscated),
        ];
        for (bytes, opening) in table {
            assert_eq!(recognise(bytes), opening, "{bytes:?}");
        }
    }

    #[test]
    fn what_cannot_be_a_packet_is_refused() {
        let mut wrong_checksum = Vec::new();
        Framing::Full { received: 0, sent: 0 }.put(&[1; 40], &mut wrong_checksum);
        if let Some(last) = wrong_checksum.last_mut() {
            *last ^= 1;
        }
        let mut wrong_number = Vec::new();
        Framing::Full { received: 0, sent: 1 }.put(&[1; 40], &mut wrong_number);
        let full = Framing::Full { received: 0, sent: 0 };
        let table = [
            (full.clone(), wrong_checksum),
            (full.clone(), wrong_number),
            (full.clone(), vec![11, 0, 0, 0]),
            (full.clone(), vec![13, 0, 0, 0]),
            (full, vec![0, 0, 0, 0x7f]),
            (Framing::Abridged, vec![0]),
            (Framing::Abridged, vec![0x7f, 1, 0, 0x40]),
            (Framing::Intermediate, vec![1, 0, 0, 0]),
            (Framing::Intermediate, vec![0, 0, 0, 2]),
            (Framing::Padded, vec![0, 0, 0, 0]),
        ];
        for (mut framing, bytes) in table {
            assert_eq!(framing.next(&bytes), Err(Garbled), "{framing:?} {bytes:?}");
        }
    }
}
