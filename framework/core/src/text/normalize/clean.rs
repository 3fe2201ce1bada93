//! Characters that Telegram does not let into a message, and offsets that follow those that stay.

use super::super::TextError;
use crate::types::MessageEntity;

const LEFT_TO_RIGHT: char = '\u{200E}';
const RIGHT_TO_LEFT: char = '\u{200F}';
const NON_JOINER: char = '\u{200C}';

/// What becomes of a character.
enum Fate {
    Stays,
    BecomesSpace,
    Goes,
    /// A direction mark: the last of a row stays, those before it lose their direction.
    IsMark,
}

/// Cleans a text, and moves its entities along.
///
/// The entities must be sorted, and nested without overlaps.
pub(super) fn clean(text: String, entities: &mut [MessageEntity]) -> Result<String, TextError> {
    let is_clean = text.chars().all(|character| matches!(fate(character), Fate::Stays));
    if is_clean && entities.is_empty() {
        return Ok(text);
    }
    let mut edges = Edges { entities, next: 0, open: Vec::new(), units: 0, gone: 0 };
    let mut cleaned = String::with_capacity(if is_clean { 0 } else { text.len() });
    for (position, character) in text.char_indices() {
        edges.pass(position)?;
        edges.units += character.len_utf16() as u32;
        if !is_clean && !push(&mut cleaned, character) {
            edges.gone += 1;
        }
    }
    edges.pass(text.len())?;
    edges.finish()?;
    Ok(if is_clean { text } else { cleaned })
}

/// Cleans a text that has no entities.
pub(super) fn clean_plain(text: String) -> String {
    if text.chars().all(|character| matches!(fate(character), Fate::Stays)) {
        return text;
    }
    let mut cleaned = String::with_capacity(text.len());
    for character in text.chars() {
        push(&mut cleaned, character);
    }
    cleaned
}

/// Whether nothing of the character is to be seen.
pub(super) fn is_blank(character: char) -> bool {
    matches!(
        character,
        ' ' | '\n'
            | '\u{A0}'
            | '\u{1680}'
            | '\u{180E}'
            | '\u{2000}'..='\u{200F}'
            | '\u{202F}'
            | '\u{205F}'
            | '\u{2800}'
            | '\u{3000}'
            | '\u{FEFF}'
            | '\u{FFFC}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether anything was put in the character's place.
fn push(cleaned: &mut String, character: char) -> bool {
    match fate(character) {
        Fate::Stays => cleaned.push(character),
        Fate::BecomesSpace => cleaned.push(' '),
        Fate::Goes => return false,
        Fate::IsMark => {
            if cleaned.ends_with([LEFT_TO_RIGHT, RIGHT_TO_LEFT]) {
                cleaned.pop();
                cleaned.push(NON_JOINER);
            }
            cleaned.push(character);
        }
    }
    true
}

fn fate(character: char) -> Fate {
    match character {
        '\n' => Fate::Stays,
        '\r' => Fate::Goes,
        '\0'..='\x1F' => Fate::BecomesSpace,
        '\u{30A}' | '\u{333}' | '\u{33F}' => Fate::Goes,
        '\u{2028}'..='\u{202E}' => Fate::Goes,
        LEFT_TO_RIGHT | RIGHT_TO_LEFT => Fate::IsMark,
        _ => Fate::Stays,
    }
}

/// Starts and ends of entities, passed one by one from the text's start to its end.
struct Edges<'a> {
    entities: &'a mut [MessageEntity],
    /// The first entity that has not started.
    next: usize,
    /// Those that have started and not ended, and how much was gone where they started.
    open: Vec<(usize, u32)>,
    /// How far we are.
    units: u32,
    /// How many units behind us are gone.
    gone: u32,
}

impl Edges<'_> {
    /// Passes all edges up to here, which is the start of a character or the end of the text.
    fn pass(&mut self, position: usize) -> Result<(), TextError> {
        while let Some(&(index, gone_before)) = self.open.last() {
            let Some(entity) = self.entities.get_mut(index) else { break };
            if self.units < entity.end() {
                break;
            }
            if self.units != entity.end() {
                return Err(TextError::EndsInsideCharacter { offset: entity.offset, position });
            }
            entity.offset -= gone_before;
            entity.length -= self.gone - gone_before;
            self.open.pop();
        }
        while let Some(entity) = self.entities.get(self.next)
            && self.units >= entity.offset
        {
            if self.units != entity.offset {
                return Err(TextError::BeginsInsideCharacter { position });
            }
            self.open.push((self.next, self.gone));
            self.next += 1;
        }
        Ok(())
    }

    fn finish(self) -> Result<(), TextError> {
        if let Some(entity) = self.entities.get(self.next) {
            return Err(TextError::BeginsAfterEnd { offset: entity.offset });
        }
        if let Some(entity) = self.open.last().and_then(|(index, _)| self.entities.get(*index)) {
            return Err(TextError::EndsAfterEnd { offset: entity.offset, end: entity.end() });
        }
        Ok(())
    }
}
