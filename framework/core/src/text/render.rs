//! Text with entities as markup: what opens, what closes and what is said, in order, whichever markup it is.

use super::kind;
use crate::types::{EntityKind, MessageEntity};

/// A markup that is being written.
pub(super) trait Markup {
    /// Writes what is said.
    fn text(&mut self, text: &str);

    /// Begins an entity.
    fn open(&mut self, kind: &EntityKind);

    /// Ends the entity that began last.
    fn close(&mut self, kind: &EntityKind);
}

/// Writes a text with these of its entities. Where entities overlap, the inner one is written in two pieces.
pub(super) fn write<'a>(
    text: &str,
    entities: impl IntoIterator<Item = &'a MessageEntity>,
    markup: &mut impl Markup,
) {
    let mut entities: Vec<&MessageEntity> = entities.into_iter().filter(|entity| entity.length > 0).collect();
    if entities.is_empty() {
        return markup.text(text);
    }
    entities.sort_by(|a, b| kind::order(a, b));
    let mut writer = Writer { markup, entities: entities.iter(), open: Vec::new() };
    let (mut units, mut start) = (0_u32, 0);
    for (at, character) in text.char_indices() {
        if writer.has_edge(units) {
            writer.markup.text(text.get(start..at).unwrap_or_default());
            start = at;
            writer.pass(units);
        }
        units = units.saturating_add(character.len_utf16() as u32);
    }
    writer.markup.text(text.get(start..).unwrap_or_default());
    writer.close(u32::MAX);
}

struct Writer<'a, M> {
    markup: &'a mut M,
    /// Those that have not started.
    entities: std::slice::Iter<'a, &'a MessageEntity>,
    /// Those that are open, the innermost last.
    open: Vec<&'a MessageEntity>,
}

impl<M: Markup> Writer<'_, M> {
    fn has_edge(&self, units: u32) -> bool {
        let starts = self.entities.as_slice().first().is_some_and(|next| next.offset <= units);
        starts || self.open.iter().any(|entity| entity.end() <= units)
    }

    /// Closes and opens what ends and starts here, or in the middle of the character before.
    fn pass(&mut self, units: u32) {
        self.close(units);
        while let Some((next, rest)) = self.entities.as_slice().split_first()
            && next.offset <= units
        {
            self.entities = rest.iter();
            if next.end() > units {
                self.markup.open(&next.kind);
                self.open.push(next);
            }
        }
    }

    /// Closes what has ended; what is inside of that and goes on is opened again.
    fn close(&mut self, units: u32) {
        let Some(outermost) = self.open.iter().position(|entity| entity.end() <= units) else { return };
        let closed = self.open.split_off(outermost);
        for entity in closed.iter().rev() {
            self.markup.close(&entity.kind);
        }
        for entity in closed.into_iter().filter(|entity| entity.end() > units) {
            self.markup.open(&entity.kind);
            self.open.push(entity);
        }
    }
}
