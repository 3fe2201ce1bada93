//! Packets that are not encrypted: the key exchange's.

use grammers_tl_types::{Cursor, Deserializable, Identifiable, Serializable, name_for_id, types};

use super::connection::HangUp;
use super::exchange::Exchange;
use super::faults::FaultEffect;
use super::outbox::message_id;
use crate::mtproto::MtProto;

/// The key exchange of a connection, and the id of the last packet that it was answered with.
#[derive(Debug, Default)]
pub(super) struct Steps {
    exchange: Exchange,
    last_id: i64,
}

/// Takes what follows the key's id, which is 0; the packet that answers.
pub(super) fn take(front: &MtProto, steps: &mut Steps, packet: &[u8]) -> Result<Option<Vec<u8>>, HangUp> {
    let body = body(packet).ok_or(HangUp::NOT_FOUND)?;
    let id = body.first_chunk().map_or(0, |id| u32::from_le_bytes(*id));
    if id == types::MsgsAck::CONSTRUCTOR_ID {
        return Ok(None);
    }
    let effect = front.faults.strike(name_for_id(id), false);
    match effect {
        Some(FaultEffect::CutBefore) => return Err(HangUp::SILENTLY),
        Some(FaultEffect::Ignore | FaultEffect::Error { .. }) => return Ok(None),
        Some(FaultEffect::CutAfter) | None => {}
    }
    let answer = steps.exchange.step(&front.keys, body).map_err(|_| HangUp::NOT_FOUND)?;
    if effect == Some(FaultEffect::CutAfter) {
        return Err(HangUp::SILENTLY);
    }
    steps.last_id = message_id(steps.last_id, true);
    let mut packet = 0i64.to_bytes();
    steps.last_id.serialize(&mut packet);
    i32::try_from(answer.len()).unwrap_or(i32::MAX).serialize(&mut packet);
    packet.extend(answer);
    Ok(Some(packet))
}

fn body(packet: &[u8]) -> Option<&[u8]> {
    let mut cursor = Cursor::from_slice(packet);
    i64::deserialize(&mut cursor).ok()?;
    let length = usize::try_from(i32::deserialize(&mut cursor).ok()?).ok()?;
    packet.get(cursor.pos()..)?.get(..length)
}
