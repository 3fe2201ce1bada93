//! Styles cut where other entities start and end, and joined where two of a kind touch.

use super::super::kind::{Class, Style};
use crate::types::MessageEntity;

/// Cuts styles so that they nest with the other entities and with each other.
///
/// Both must be sorted; the others must nest. What lies in code or in a date goes.
/// The result is not sorted.
pub(super) fn split(styles: &[MessageEntity], others: &[MessageEntity]) -> Vec<MessageEntity> {
    let mut splitter = Splitter { styles: styles.iter(), open: Default::default(), pieces: Vec::new() };
    let mut around: Vec<&MessageEntity> = Vec::new();
    for other in others {
        splitter.leave(&mut around, other.offset);
        splitter.cut(other.offset);
        around.push(other);
    }
    splitter.leave(&mut around, u32::MAX);
    splitter.cut(u32::MAX);
    splitter.pieces
}

/// A stretch that one style has, as far as it is known; none if it is empty.
#[derive(Default, Clone, Copy)]
struct Stretch {
    start: u32,
    end: u32,
}

struct Splitter<'a> {
    /// The styles that have not started.
    styles: std::slice::Iter<'a, MessageEntity>,
    /// Those that have started, by style: what is left of them.
    open: [Stretch; Style::ALL.len()],
    pieces: Vec<MessageEntity>,
}

impl Splitter<'_> {
    /// Cuts at the ends of the entities around that end here or earlier.
    fn leave(&mut self, around: &mut Vec<&MessageEntity>, position: u32) {
        while let Some(ended) = around.pop_if(|entity| entity.end() <= position) {
            let before = self.pieces.len();
            self.cut(ended.end());
            if Class::of(&ended.kind) == Class::Verbatim {
                self.pieces.truncate(before);
            }
        }
    }

    /// Cuts all styles here.
    fn cut(&mut self, position: u32) {
        while let Some((next, rest)) = self.styles.as_slice().split_first()
            && next.offset < position
        {
            self.styles = rest.iter();
            let Class::Style(style) = Class::of(&next.kind) else { continue };
            let touches = |open: &Stretch| open.end != 0 && next.offset <= open.end;
            if !self.open.get(style as usize).is_some_and(touches) {
                // A style that starts cuts the others, so that it is inside of them.
                self.flush(next.offset);
            }
            if let Some(open) = self.open.get_mut(style as usize) {
                if touches(open) {
                    open.end = open.end.max(next.end());
                } else {
                    *open = Stretch { start: next.offset, end: next.end() };
                }
            }
        }
        self.flush(position);
    }

    /// Turns what lies before the position into entities.
    fn flush(&mut self, position: u32) {
        for (style, open) in Style::ALL.into_iter().zip(&mut self.open) {
            if open.end == 0 || open.start >= position {
                continue;
            }
            let end = open.end.min(position);
            self.pieces.push(MessageEntity::new(open.start, end - open.start, style.kind()));
            *open = if open.end <= position { Stretch::default() } else { Stretch { start: end, ..*open } };
        }
    }
}
