//! What a message carries. <https://core.telegram.org/type/MessageMedia>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::document::document;
use super::photo::photo;
use crate::world::World;
use crate::world::files::{DocumentKind, File, SentFile};

/// A file in a message, as an account sees it.
pub(crate) fn file(world: &World, viewer: UserId, sent: &SentFile) -> tl::enums::MessageMedia {
    match &sent.file {
        File::Photo(given) => tl::types::MessageMediaPhoto {
            spoiler: sent.has_spoiler,
            live_photo: sent.live.is_some(),
            photo: Some(photo(world, viewer, given)),
            ttl_seconds: sent.ttl_seconds,
            video: sent.live.as_ref().map(|live| document(world, viewer, live)),
        }
        .into(),
        File::Document(given) => {
            let kind = given.kind();
            tl::types::MessageMediaDocument {
                nopremium: false,
                spoiler: sent.has_spoiler,
                video: kind == DocumentKind::Video,
                round: kind == DocumentKind::VideoNote,
                voice: kind == DocumentKind::Voice,
                document: Some(document(world, viewer, given)),
                alt_documents: None,
                video_cover: sent.cover.as_ref().map(|cover| photo(world, viewer, cover)),
                video_timestamp: sent.start.and_then(|start| i32::try_from(start.as_secs()).ok()),
                ttl_seconds: sent.ttl_seconds,
            }
            .into()
        }
    }
}
