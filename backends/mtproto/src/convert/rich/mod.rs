//! Rich messages: texts with blocks. <https://core.telegram.org/bots/api#richmessage>

mod block;
mod list;
mod table;
mod text;

use std::collections::{HashMap, HashSet};

use ambigram_core::types::RichMessage;
use grammers_tl_types::{enums, types};

use super::Known;

/// A rich message.
pub(super) fn rich_message(message: &enums::RichMessage, known: &Known) -> RichMessage {
    let enums::RichMessage::Message(message) = message;
    let within = Within::of(message, known);
    RichMessage { is_rtl: message.rtl, ..RichMessage::new(within.blocks(&message.blocks)) }
}

/// What blocks name by number: photos, documents and the spots that links lead to.
struct Within<'a> {
    known: &'a Known,
    photos: HashMap<i64, &'a enums::Photo>,
    documents: HashMap<i64, &'a enums::Document>,
    /// Notes that links lead to; all other names are spots.
    notes: HashSet<&'a str>,
}

impl<'a> Within<'a> {
    fn of(message: &'a types::RichMessage, known: &'a Known) -> Self {
        let mut notes = HashSet::new();
        for block in &message.blocks {
            text::add_notes(block, &mut notes);
        }
        Self {
            known,
            photos: message.photos.iter().map(|photo| (photo.id(), photo)).collect(),
            documents: message.documents.iter().map(|document| (document.id(), document)).collect(),
            notes,
        }
    }
}

/// Whom a rich message mentions by number.
pub(super) fn mentioned(message: &enums::RichMessage) -> Vec<i64> {
    let enums::RichMessage::Message(message) = message;
    let mut users = Vec::new();
    for block in &message.blocks {
        text::for_each(block, &mut |text| {
            if let enums::RichText::TextMentionName(mention) = text {
                users.push(mention.user_id);
            }
        });
    }
    users
}
