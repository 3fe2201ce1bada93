//! What the table knows of a client's session.

use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ambigram_core::types::UserId;
use grammers_tl_types::enums;

use super::Login;
use crate::mtproto::MtProto;
use crate::mtproto::updates::Feed;
use crate::world::World;

/// A client's session: what it said of itself, and what it is told as it happens.
#[derive(Debug, Default)]
pub(crate) struct Session {
    /// The layer that it speaks; 0 as long as it did not say.
    layer: AtomicI32,
    /// Whether it said who it is.
    is_initialised: AtomicBool,
    feed: Mutex<Option<(UserId, Feed)>>,
}

impl Session {
    /// What happened to the account since, to be pushed; `None` where nothing did, where nobody is logged in, and where
    /// the client never asked for anything but answers.
    pub(crate) fn next_updates(&self, front: &MtProto, login: &Login) -> Option<enums::Updates> {
        front.world.read(|world| {
            let mut feed = self.feed();
            let account = login.account(world).ok();
            match feed.as_mut() {
                Some((whose, feed)) if account == Some(*whose) => feed.next(front, world),
                _ => {
                    *feed = None;
                    None
                }
            }
        })
    }

    /// From now on the session is told what happens to its account.
    pub(super) fn listen(&self, world: &World, login: &Login) {
        let Ok(account) = login.account(world) else { return };
        let mut feed = self.feed();
        if feed.as_ref().is_none_or(|(whose, _)| *whose != account) {
            *feed = Some((account, Feed::new(world, account)));
        }
    }

    pub(super) fn answered(&self, events: impl IntoIterator<Item = u64>) {
        if let Some((_, feed)) = self.feed().as_mut() {
            feed.answered(events);
        }
    }

    pub(super) fn layer(&self) -> Option<i32> {
        Some(self.layer.load(Ordering::Relaxed)).filter(|layer| *layer != 0)
    }

    pub(super) fn set_layer(&self, layer: i32) {
        self.layer.store(layer, Ordering::Relaxed);
    }

    pub(super) fn is_initialised(&self) -> bool {
        self.is_initialised.load(Ordering::Relaxed)
    }

    pub(super) fn initialise(&self) {
        self.is_initialised.store(true, Ordering::Relaxed);
    }

    fn feed(&self) -> MutexGuard<'_, Option<(UserId, Feed)>> {
        self.feed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
