//! What is packed to be shorter.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use grammers_tl_types::{Deserializable, Serializable};

/// `gzip_packed packed_data:bytes = Object`.
pub(crate) const GZIP_PACKED: u32 = 0x3072_cfa1;

/// The most that comes out of a packed object.
const MAX_UNPACKED: u64 = 16 << 20;

/// From how many bytes on an answer is packed.
const WORTHWHILE: usize = 1024;

/// What a `gzip_packed`, without its constructor, holds; `None` where it is broken, or too much comes out.
pub(crate) fn unpack(arguments: &[u8]) -> Option<Vec<u8>> {
    let packed = Vec::<u8>::from_bytes(arguments).ok()?;
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice()).take(MAX_UNPACKED + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= MAX_UNPACKED).then_some(bytes)
}

/// An object as it goes out: packed, where that makes it shorter.
pub(super) fn pack(object: Vec<u8>) -> Vec<u8> {
    if object.len() < WORTHWHILE {
        return object;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let packed = encoder.write_all(&object).and_then(|()| encoder.finish());
    match packed {
        Ok(packed) if packed.len() < object.len() => {
            let mut bytes = GZIP_PACKED.to_bytes();
            packed.serialize(&mut bytes);
            bytes
        }
        _ => object,
    }
}
