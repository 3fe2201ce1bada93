//! Entities inside each other: which stay, and which give way.

use super::super::kind::{self, Class, Style};
use super::split;
use crate::types::MessageEntity;

/// Sorts entities, and makes them lie properly inside each other.
pub(in crate::text) fn fix(entities: &mut Vec<MessageEntity>) {
    kind::sort(entities);
    if are_in_place(entities) {
        return;
    }
    let Parted { styles, mut quotes, mut others } = part(std::mem::take(entities));
    keep_first(&mut others);
    keep_first(&mut quotes);
    drop_crossing(&mut others, &quotes);
    *entities = join(styles, quotes, others);
}

/// Adds entities that were found in the text to those that are in place.
pub(super) fn add_found(entities: &mut Vec<MessageEntity>, mut found: Vec<MessageEntity>) {
    found.retain(|entity| entity.length > 0);
    if found.is_empty() {
        return;
    }
    kind::sort(&mut found);
    keep_first(&mut found);
    let Parted { styles, quotes, others } = part(std::mem::take(entities));
    drop_crossing(&mut found, &quotes);
    *entities = join(styles, quotes, merge(others, found));
}

/// Whether sorted entities need no fixing, as is mostly so.
fn are_in_place(entities: &[MessageEntity]) -> bool {
    let mut style_ends = [None; Style::ALL.len()];
    let mut around: Vec<(u32, Class)> = Vec::new();
    for entity in entities {
        let class = Class::of(&entity.kind);
        while around.pop_if(|(end, _)| *end <= entity.offset).is_some() {}
        let fits = around.iter().all(|(end, outer)| entity.end() <= *end && outer.may_hold(class));
        if !fits {
            return false;
        }
        if let Class::Style(style) = class
            && let Some(end) = style_ends.get_mut(style as usize)
        {
            if end.is_some_and(|end| end >= entity.offset) {
                // The two are one.
                return false;
            }
            *end = Some(entity.end());
        }
        around.push((entity.end(), class));
    }
    true
}

/// Entities by what is done with them; each part is sorted as the whole was.
#[derive(Default)]
struct Parted {
    styles: Vec<MessageEntity>,
    quotes: Vec<MessageEntity>,
    others: Vec<MessageEntity>,
}

fn part(entities: Vec<MessageEntity>) -> Parted {
    let mut parted = Parted::default();
    for entity in entities {
        match Class::of(&entity.kind) {
            Class::Style(_) => parted.styles.push(entity),
            Class::Quote => parted.quotes.push(entity),
            Class::Verbatim | Class::Whole => parted.others.push(entity),
        }
    }
    parted
}

/// Puts the parts together again, the styles cut by all others.
fn join(
    styles: Vec<MessageEntity>,
    quotes: Vec<MessageEntity>,
    mut others: Vec<MessageEntity>,
) -> Vec<MessageEntity> {
    others.extend(quotes);
    kind::sort(&mut others);
    if !styles.is_empty() {
        let styles = split::split(&styles, &others);
        others.extend(styles);
        kind::sort(&mut others);
    }
    others
}

/// Of sorted entities that overlap leaves the first.
fn keep_first(entities: &mut Vec<MessageEntity>) {
    let mut end = 0;
    entities.retain(|entity| {
        let is_free = entity.offset >= end;
        if is_free {
            end = entity.end();
        }
        is_free
    });
}

/// Drops what is neither inside a quotation nor outside of all. Both must be sorted and free of overlaps.
fn drop_crossing(entities: &mut Vec<MessageEntity>, quotes: &[MessageEntity]) {
    let mut quotes = quotes.iter().peekable();
    entities.retain(|entity| {
        while quotes.next_if(|quote| quote.end() <= entity.offset).is_some() {}
        quotes.peek().is_none_or(|quote| {
            let is_inside = quote.offset <= entity.offset && entity.end() <= quote.end();
            is_inside || entity.end() <= quote.offset
        })
    });
}

/// Adds to what was given all that does not overlap it. Both must be sorted and free of overlaps.
fn merge(given: Vec<MessageEntity>, found: Vec<MessageEntity>) -> Vec<MessageEntity> {
    let mut merged = Vec::with_capacity(given.len() + found.len());
    let mut found = found.into_iter().peekable();
    for entity in given {
        while let Some(before) = found.next_if(|found| found.end() <= entity.offset) {
            merged.push(before);
        }
        while found.next_if(|found| found.offset < entity.end()).is_some() {}
        merged.push(entity);
    }
    merged.extend(found);
    merged
}
