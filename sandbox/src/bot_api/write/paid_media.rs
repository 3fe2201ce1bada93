//! Files that are seen by those who pay. <https://core.telegram.org/bots/api#paidmediainfo>

use ambigram_core::types::UserId;
use serde_json::Value;

use super::files::{live_photo, photo, video};
use super::{Object, Put};
use crate::world::files::{File, SentFile};
use crate::world::{Message, PaidMedia, World};

/// <https://core.telegram.org/bots/api#paidmediainfo>
pub(super) fn paid_media(world: &World, viewer: UserId, message: &Message, paid: &PaidMedia) -> Value {
    let is_seen = world.sees_paid_media(viewer, message);
    let mut object = Object::new();
    object.put("star_count", paid.stars);
    let media = paid.media.iter().map(|file| if is_seen { seen(world, viewer, file) } else { preview(file) });
    object.put("paid_media", media.collect::<Value>());
    object.into()
}

/// <https://core.telegram.org/bots/api#paidmedia>
pub(super) fn seen(world: &World, viewer: UserId, file: &SentFile) -> Value {
    let mut object = Object::new();
    match (&file.file, &file.live) {
        (File::Photo(given), Some(live)) => {
            object.put("type", "live_photo");
            object.put("live_photo", live_photo(world, viewer, given, live));
        }
        (File::Photo(given), None) => {
            object.put("type", "photo");
            object.put("photo", photo(world, viewer, given));
        }
        (File::Document(given), _) => {
            object.put("type", "video");
            object.put("video", video(world, viewer, given, file.cover.as_deref(), file.start));
        }
    }
    object.into()
}

fn preview(file: &SentFile) -> Value {
    let preview = file.preview();
    let some = |number: u64| Some(number).filter(|number| *number > 0);
    let mut object = Object::new();
    object.put("type", "preview");
    object.put_some("width", some(preview.size.0.into()));
    object.put_some("height", some(preview.size.1.into()));
    object.put_some("duration", preview.seconds.and_then(some));
    object.into()
}
