//! What is in a file, by its name and its first bytes, and what it is therefore sent as.

use super::picture::{dimensions, thumbnail};
use crate::world::files::{
    Audio, Document, DocumentAttributes, DocumentKind, NewDocument, PhotoSize, Upload, Video,
};

/// What is in a file of which nothing is known.
const UNKNOWN: &str = "application/octet-stream";

/// What a file's name ends in, after the last dot and in small letters; empty where there is none.
pub fn extension(name: &str) -> String {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension
        .filter(|extension| extension.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .unwrap_or_default()
}

/// What is in a file, going by its name as the Bot API's server does.
pub fn mime_type(name: &str) -> String {
    match extension(name).as_str() {
        "" => UNKNOWN.to_owned(),
        "tgs" => "application/x-tgsticker".to_owned(),
        // Telegram calls a voice message so, whatever its name ends in.
        "opus" | "oga" | "ogg" => "audio/ogg".to_owned(),
        extension => {
            let guessed = mime_guess::from_ext(extension).first_raw();
            guessed.unwrap_or(UNKNOWN).to_owned()
        }
    }
}

/// What a file is really sent as that somebody wants to be sent as `wanted`: a GIF is an animation also where it comes
/// as a file, and a text does not become a video. <https://core.telegram.org/bots/api#available-methods>
pub fn sent_as(wanted: DocumentKind, mime_type: &str, bytes: &[u8], is_forced: bool) -> DocumentKind {
    use DocumentKind as Kind;
    let is_opus = bytes.starts_with(b"OggS") && bytes.windows(8).take(64).any(|word| word == b"OpusHead");
    let is_sound = mime_type.starts_with("audio/");
    match wanted {
        Kind::General if is_forced => Kind::General,
        Kind::General => match mime_type {
            "image/gif" => Kind::Animation,
            "video/mp4" => Kind::Video,
            "application/x-tgsticker" => Kind::Sticker,
            _ if is_opus => Kind::Voice,
            "audio/mpeg" | "audio/mp4" | "audio/x-m4a" | "audio/m4a" => Kind::Audio,
            _ => Kind::General,
        },
        Kind::Animation if matches!(mime_type, "image/gif" | "video/mp4") => Kind::Animation,
        Kind::Video if mime_type == "image/gif" => Kind::Animation,
        Kind::Video | Kind::VideoNote if mime_type == "video/mp4" => wanted,
        Kind::Audio if is_opus => Kind::Voice,
        Kind::Audio if is_sound => Kind::Audio,
        Kind::Voice
            if matches!(
                mime_type,
                "audio/ogg" | "audio/mpeg" | "audio/mp4" | "audio/x-m4a" | "audio/m4a"
            ) =>
        {
            Kind::Voice
        }
        Kind::Voice if is_sound => Kind::Audio,
        Kind::Sticker if matches!(mime_type, "image/webp" | "application/x-tgsticker" | "video/webm") => {
            Kind::Sticker
        }
        _ => Kind::General,
    }
}

/// Whether Telegram sends what it fetched from the web as `wanted`: only what is of that kind and, as a file, only a
/// few types. <https://core.telegram.org/bots/api#sending-files>
pub fn may_come_from_web(wanted: DocumentKind, mime_type: &str, bytes: &[u8]) -> bool {
    match wanted {
        DocumentKind::General => matches!(mime_type, "image/gif" | "application/pdf" | "application/zip"),
        wanted => sent_as(wanted, mime_type, bytes, false) == wanted,
    }
}

/// Makes a document of what was uploaded to be sent as `wanted`. `said` is what its sender says of it beside that;
/// `given_type` is what the sender says is in it, where that is said; `is_forced` keeps a file a file.
pub fn document(
    upload: Upload,
    given_type: Option<&str>,
    wanted: DocumentKind,
    said: DocumentAttributes,
    uploaded_thumbnail: Option<PhotoSize>,
    is_forced: bool,
) -> NewDocument {
    let given_type = given_type.filter(|mime_type| !mime_type.is_empty());
    let mut mime_type = given_type.map_or_else(|| mime_type(&upload.name), str::to_owned);
    if wanted == DocumentKind::Sticker && mime_type == UNKNOWN && is_webp(&upload.bytes) {
        // The file of a sticker may have any name.
        "image/webp".clone_into(&mut mime_type);
    }
    let kind = sent_as(wanted, &mime_type, &upload.bytes, is_forced);
    let mut attributes = said;
    if attributes.file_name.is_none() && !upload.name.is_empty() {
        attributes.file_name = Some(upload.name);
    }
    let size = match mime_type.starts_with("image/") {
        true => dimensions(&upload.bytes),
        false => None,
    };
    attributes.image_size = attributes.image_size.or(size);
    if kind == DocumentKind::Sticker {
        // Stickers fit into a square of this size; one of which nothing is known is taken to fill it.
        attributes.image_size.get_or_insert((512, 512));
    }
    attributes.become_kind(kind, &mime_type);
    let is_picture = size.is_some() && matches!(kind, DocumentKind::General | DocumentKind::Animation);
    let own_thumbnail = || is_picture.then(|| thumbnail(&upload.bytes)).flatten();
    let thumbnail = uploaded_thumbnail.or_else(own_thumbnail);
    NewDocument { thumbnail, mime_type, attributes, bytes: upload.bytes }
}

fn is_webp(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}

impl DocumentAttributes {
    /// Says of the document what makes apps take it for one of this kind, and nothing that makes them take it for
    /// another.
    fn become_kind(&mut self, kind: DocumentKind, mime_type: &str) {
        use DocumentKind as Kind;
        self.is_animated = kind == Kind::Animation;
        let has_picture = matches!(kind, Kind::Video | Kind::VideoNote | Kind::Animation | Kind::Sticker);
        self.video = self.video.take().filter(|_| has_picture);
        match kind {
            Kind::Video | Kind::VideoNote => {
                let video = self.video.get_or_insert_default();
                video.is_round = kind == Kind::VideoNote;
                self.image_size = None;
            }
            Kind::Animation if mime_type.starts_with("video/") => {
                let (width, height) = self.image_size.take().unwrap_or_default();
                let video = self.video.get_or_insert_with(|| Video { width, height, ..Video::default() });
                video.is_round = false;
            }
            // A GIF is a picture.
            Kind::Animation => self.video = None,
            Kind::General | Kind::Audio | Kind::Sticker | Kind::Voice => {}
        }
        self.audio = match kind {
            Kind::Audio | Kind::Voice => {
                let audio = self.audio.take().unwrap_or_default();
                Some(Audio { is_voice: kind == Kind::Voice, ..audio })
            }
            _ => None,
        };
        self.sticker = match kind {
            Kind::Sticker => Some(self.sticker.take().unwrap_or_default()),
            _ => None,
        };
    }
}

impl Document {
    /// What its name ends in or, where it has none, what files of its sort end in.
    pub fn extension(&self) -> String {
        let named =
            self.attributes.file_name.as_deref().map(extension).filter(|extension| !extension.is_empty());
        named.unwrap_or_else(|| {
            let extension = match self.mime_type.as_str() {
                "application/x-tgsticker" => "tgs",
                "audio/ogg" => "oga",
                "audio/mpeg" => "mp3",
                "audio/mp4" => "m4a",
                "image/jpeg" => "jpg",
                "video/mp4" => "mp4",
                UNKNOWN => "",
                other => mime_guess::get_mime_extensions_str(other)
                    .and_then(|all| all.first().copied())
                    .unwrap_or_default(),
            };
            extension.to_owned()
        })
    }
}
