//! Events that are told together, with all users and chats that they name.

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::Named;
use crate::mtproto::write::seconds;
use crate::mtproto::{MtProto, write};
use crate::world::{Event, Queued, Row, World};

/// Events of one account on their way to one of its sessions.
#[derive(Debug)]
pub(super) struct Batch {
    viewer: UserId,
    updates: Vec<tl::enums::Update>,
    named: Named,
    /// The account's own row: the first and the last number, where the events belong to it.
    seq: Option<(i32, i32)>,
    date: i64,
}

/// In which sort of container an event is told. Whoever has seen the number of a container in the account's row passes
/// over all of it, so what belongs to other rows is not told in the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// One that is numbered in the account's row.
    Numbered,
    /// One without a number.
    Plain,
    /// One of its own, that nobody misses.
    Fleeting,
}

impl Container {
    pub(super) fn of(queued: &Queued) -> Self {
        match (&queued.row, &queued.event) {
            (Row::Account { .. }, _) => Self::Numbered,
            (_, Event::ChatAction { .. } | Event::Draft { .. }) => Self::Fleeting,
            _ => Self::Plain,
        }
    }
}

impl Batch {
    pub(super) fn new(viewer: UserId) -> Self {
        Self { viewer, updates: Vec::new(), named: Named::default(), seq: None, date: 0 }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.updates.is_empty()
    }

    pub(super) fn named(&self) -> &Named {
        &self.named
    }

    pub(super) fn add(&mut self, world: &World, queued: &Queued) {
        let Some(update) = write::update::update(world, self.viewer, queued) else { return };
        self.updates.push(update);
        self.named.event(queued);
        self.date = self.date.max(queued.date);
        if let Row::Account { seq } = queued.row {
            let first = self.seq.map_or(seq, |(first, _)| first);
            self.seq = Some((first, seq));
        }
    }

    /// Takes the only update out: all that it names is known already.
    pub(super) fn into_update_short(mut self) -> Option<tl::enums::Updates> {
        let update = self.updates.pop()?;
        Some(tl::types::UpdateShort { update, date: seconds(self.date) }.into())
    }

    /// As it is pushed, in the account's row where it belongs there.
    pub(super) fn into_updates(self, front: &MtProto, world: &World) -> tl::enums::Updates {
        match self.seq {
            Some((seq_start, seq)) if seq_start != seq => tl::types::UpdatesCombined {
                users: self.named.users(front, world, self.viewer),
                chats: self.named.chats(front, world, self.viewer),
                updates: self.updates,
                date: seconds(self.date),
                seq_start,
                seq,
            }
            .into(),
            Some((_, seq)) => self.numbered(front, world, seq),
            None => self.numbered(front, world, 0),
        }
    }

    /// As the answer to a request holds it, which is numbered in no row.
    pub(super) fn into_answer(mut self, front: &MtProto, world: &World) -> tl::enums::Updates {
        if self.date == 0 {
            self.date = world.now();
        }
        self.numbered(front, world, 0)
    }

    fn numbered(self, front: &MtProto, world: &World, seq: i32) -> tl::enums::Updates {
        tl::types::Updates {
            users: self.named.users(front, world, self.viewer),
            chats: self.named.chats(front, world, self.viewer),
            updates: self.updates,
            date: seconds(self.date),
            seq,
        }
        .into()
    }
}
