//! What is asked for in a request, whatever it is wrapped in and however it is packed.

use grammers_tl_types::{Cursor, Deserializable, Identifiable, functions, name_for_id};

use super::gzip::{self, GZIP_PACKED};
use crate::mtproto::rpc::is_too_deep;

/// A request with nothing in it packed any more.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) body: Vec<u8>,
    /// The method's name, as in `messages.sendMessage`.
    pub(super) method: &'static str,
}

impl Request {
    /// `None` where what is packed can't be unpacked, or nobody could read it.
    pub(super) fn read(mut body: Vec<u8>) -> Option<Self> {
        // A packed object may hold another wrapping; nobody packs it twice more.
        for _ in 0..3 {
            // Its wrapping is read here already.
            if is_too_deep(&body) {
                return None;
            }
            let start = wrapping(&body);
            let id = body.get(start..).and_then(<[u8]>::first_chunk).map_or(0, |id| u32::from_le_bytes(*id));
            if id != GZIP_PACKED {
                return Some(Self { body, method: name_for_id(id) });
            }
            let unpacked = gzip::unpack(body.get(start + 4..)?)?;
            body.truncate(start);
            body.extend(unpacked);
        }
        None
    }
}

/// How many bytes of a request are what it is wrapped in.
fn wrapping(body: &[u8]) -> usize {
    use functions::{
        InitConnection, InvokeAfterMsg, InvokeAfterMsgs, InvokeWithLayer, InvokeWithMessagesRange,
        InvokeWithTakeout, InvokeWithoutUpdates,
    };
    let mut start = 0;
    loop {
        let Some((id, rest)) = body.get(start..).and_then(<[u8]>::split_first_chunk) else { return start };
        let length = match u32::from_le_bytes(*id) {
            InvokeWithLayer::<Query>::CONSTRUCTOR_ID => length::<InvokeWithLayer<Query>>(rest),
            InitConnection::<Query>::CONSTRUCTOR_ID => length::<InitConnection<Query>>(rest),
            InvokeWithoutUpdates::<Query>::CONSTRUCTOR_ID => Some(0),
            InvokeAfterMsg::<Query>::CONSTRUCTOR_ID => length::<InvokeAfterMsg<Query>>(rest),
            InvokeAfterMsgs::<Query>::CONSTRUCTOR_ID => length::<InvokeAfterMsgs<Query>>(rest),
            InvokeWithMessagesRange::<Query>::CONSTRUCTOR_ID => {
                length::<InvokeWithMessagesRange<Query>>(rest)
            }
            InvokeWithTakeout::<Query>::CONSTRUCTOR_ID => length::<InvokeWithTakeout<Query>>(rest),
            _ => None,
        };
        match length {
            Some(length) => start += 4 + length,
            None => return start,
        }
    }
}

/// The request inside, which is not read here.
struct Query;

impl Deserializable for Query {
    fn deserialize(_: &mut Cursor<'_>) -> grammers_tl_types::deserialize::Result<Self> {
        Ok(Self)
    }
}

fn length<W: Deserializable>(body: &[u8]) -> Option<usize> {
    let mut cursor = Cursor::from_slice(body);
    W::deserialize(&mut cursor).ok()?;
    Some(cursor.pos())
}
