//! What a difference is made of: events that were missed, told as things are now.

use std::collections::{HashMap, HashSet};

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::Named;
use crate::mtproto::write;
use crate::world::{Event, MessageKey, MessageView, Queued, Row, World};

/// Events that were missed. A message is told once and as it is now, even where it was edited since; one that was
/// deleted since is not told at all.
///
/// Among the updates of an account those of channels are told one by one nevertheless: a client may know some of them,
/// and adds up the numbers of the others.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) messages: Vec<tl::enums::Message>,
    pub(super) updates: Vec<tl::enums::Update>,
    pub(super) named: Named,
    told: HashSet<MessageKey>,
    /// Which is the last version of a message, by the number of its event.
    last_version: HashMap<MessageKey, u64>,
}

/// Where new messages of channels are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// The difference of an account: among the updates, with their place in the channel's row.
    Account,
    /// The difference of one channel: among the messages.
    Channel,
}

impl Gathered {
    pub(super) fn gather(world: &World, viewer: UserId, of: Of, events: &[&Queued]) -> Self {
        let mut gathered = Self::default();
        for queued in events {
            if let Event::EditedMessage(view) = &queued.event {
                gathered.last_version.insert(view.message.key, queued.seq);
            }
        }
        for queued in events {
            gathered.event(world, viewer, of, queued);
        }
        gathered
    }

    fn event(&mut self, world: &World, viewer: UserId, of: Of, queued: &Queued) {
        let one_by_one = of == Of::Account && matches!(queued.row, Row::Channel { .. });
        let update = match &queued.event {
            Event::NewMessage(view) => self.new_message(world, view, queued, one_by_one),
            Event::EditedMessage(view) => self.edited_message(world, view, queued, one_by_one),
            _ => {
                self.named.event(queued);
                write::update::update(world, viewer, queued)
            }
        };
        self.updates.extend(update);
    }

    fn new_message(
        &mut self,
        world: &World,
        then: &MessageView,
        queued: &Queued,
        one_by_one: bool,
    ) -> Option<tl::enums::Update> {
        let Some(now) = world.view(then.viewer, then.message.key) else {
            return one_by_one.then(|| self.gone(then, queued));
        };
        self.told.insert(now.message.key);
        self.named.message(&now);
        if one_by_one {
            return Some(write::update::new_message(world, &now, queued.row));
        }
        self.messages.push(write::message::message(world, &now));
        None
    }

    fn edited_message(
        &mut self,
        world: &World,
        then: &MessageView,
        queued: &Queued,
        one_by_one: bool,
    ) -> Option<tl::enums::Update> {
        let key = then.message.key;
        let is_last = !self.told.contains(&key) && self.last_version.get(&key) == Some(&queued.seq);
        match world.view(then.viewer, key) {
            Some(now) if is_last || one_by_one => {
                self.named.message(&now);
                Some(write::update::edited_message(world, &now, queued.row))
            }
            None if one_by_one => Some(self.gone(then, queued)),
            _ => None,
        }
    }

    /// What happened to a message that was deleted since: its number must not be missing in the row.
    fn gone(&mut self, then: &MessageView, queued: &Queued) -> tl::enums::Update {
        self.named.chat(then.chat);
        write::update::deleted(then.chat, &[then.id], queued.row)
    }
}
