//! What happened, as clients are told: pushed while they listen, or as the difference when they come back.
//! <https://core.telegram.org/api/updates>

mod batch;
pub(crate) mod difference;
mod feed;
mod gathered;
mod named;
mod short;
#[cfg(test)]
mod tests;

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use crate::mtproto::MtProto;
use crate::world::{Queue, World};
use batch::Batch;

pub(crate) use feed::Feed;
pub(crate) use named::Named;
pub(crate) use short::sent;

/// What an account was told since the event of this number: as an answer holds it.
///
/// Events that change the account's view of others are told here without their number: they are pushed as well, in their
/// row.
pub(crate) fn told(front: &MtProto, world: &World, viewer: UserId, after: u64) -> tl::enums::Updates {
    let mut batch = Batch::new(viewer);
    for queued in world.queue(viewer).into_iter().flat_map(|queue| queue.since(after)) {
        batch.add(world, queued);
    }
    batch.into_answer(front, world)
}

/// What `updates.getState` says. <https://core.telegram.org/constructor/updates.state>
pub(crate) fn state(world: &World, account: UserId) -> tl::types::updates::State {
    let nothing = Queue::default();
    let queue = world.queue(account).unwrap_or(&nothing);
    let is_bot = world.account(account).is_some_and(crate::world::Account::is_bot);
    let unread = if is_bot { 0 } else { world.chats_of(account).iter().map(|chat| chat.unread).sum() };
    tl::types::updates::State {
        pts: queue.pts(),
        qts: queue.qts(),
        date: crate::mtproto::write::seconds(world.now()),
        seq: queue.seq(),
        unread_count: i32::try_from(unread).unwrap_or(i32::MAX),
    }
}
