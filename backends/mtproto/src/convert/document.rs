//! Documents: which of the Bot API's kinds of files they are, and the ids that they have there.

use ambigram_core::identity::{FileType, RemoteFile, RemoteLocation};
use ambigram_core::types::{
    Animation, Audio, Document, MessageKind, Name, Sticker, UserProfileAudios, Video, VideoNote,
    VideoQuality, Voice,
};
use grammers_tl_types::{enums, types};

use super::photo::thumbnail;
use super::sticker::{self, Emoji};
use super::{Known, given};

/// A document by what it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum File {
    /// A GIF, or a video without sound.
    Animation(Box<Animation>),
    /// Music.
    Audio(Box<Audio>),
    /// Any other file.
    Document(Box<Document>),
    /// A sticker, a mask or a custom emoji.
    Sticker(Box<Sticker>),
    /// A video.
    Video(Box<Video>),
    /// A round video message.
    VideoNote(Box<VideoNote>),
    /// A voice message.
    Voice(Box<Voice>),
}

impl From<File> for MessageKind {
    fn from(file: File) -> Self {
        match file {
            File::Animation(file) => Self::Animation(file),
            File::Audio(file) => Self::Audio(file),
            File::Document(file) => Self::Document(file),
            File::Sticker(file) => Self::Sticker(file),
            File::Video(file) => Self::Video(file),
            File::VideoNote(file) => Self::VideoNote(file),
            File::Voice(file) => Self::Voice(file),
        }
    }
}

/// A document; `None` for one that is gone.
pub(crate) fn document(document: &enums::Document, known: &Known) -> Option<File> {
    let enums::Document::Document(document) = document else { return None };
    Some(Described::of(document).read(known))
}

/// A sticker, a mask or a custom emoji; `None` for other documents.
pub(crate) fn sticker(tl: &enums::Document, known: &Known) -> Option<Sticker> {
    match document(tl, known)? {
        File::Sticker(sticker) => Some(*sticker),
        _ => None,
    }
}

/// A file that is shown as a document whatever it is, such as a background's; `None` for one that is gone.
pub(super) fn background(document: &enums::Document) -> Option<Document> {
    let enums::Document::Document(document) = document else { return None };
    Some(Described::of(document).document(FileType::Background))
}

/// The moving part of a live photo; `None` for one that is gone.
pub(super) fn live_photo(document: &enums::Document) -> Option<Video> {
    let enums::Document::Document(document) = document else { return None };
    Some(Described::of(document).video(FileType::LivePhoto))
}

/// The same video in another quality; `None` for what is there for the apps' players only.
pub(super) fn quality(document: &enums::Document) -> Option<VideoQuality> {
    let enums::Document::Document(document) = document else { return None };
    let described = Described::of(document);
    let codec = described.video?.video_codec.as_deref().unwrap_or_default();
    if matches!(
        document.mime_type.as_str(),
        "application/x-mpegurl" | "application/x-tgstoryboard" | "application/x-tgstoryboardmap"
    ) {
        return None;
    }
    let file = remote(document, FileType::Video);
    let (width, height) = described.dimensions();
    let size = given::size(document.size);
    Some(VideoQuality {
        file_size: size,
        ..VideoQuality::new(file.encode(), file.unique_id(), width, height, codec)
    })
}

/// The music of a user's profile, and how much there is of it in all.
/// <https://core.telegram.org/bots/api#userprofileaudios>
pub(crate) fn profile_audios(music: &enums::users::SavedMusic) -> UserProfileAudios {
    match music {
        enums::users::SavedMusic::NotModified(music) => {
            UserProfileAudios::new(given::count(music.count), Vec::new())
        }
        enums::users::SavedMusic::Music(music) => {
            let audios: Vec<_> = music.documents.iter().filter_map(audio).collect();
            UserProfileAudios::new(given::count(music.count), audios)
        }
    }
}

/// Music; `None` for other documents.
pub(super) fn audio(tl: &enums::Document) -> Option<Audio> {
    match document(tl, &Known::default())? {
        File::Audio(audio) => Some(*audio),
        _ => None,
    }
}

/// A GIF, or a video without sound; `None` for other documents.
pub(super) fn animation(tl: &enums::Document) -> Option<Animation> {
    match document(tl, &Known::default())? {
        File::Animation(animation) => Some(*animation),
        _ => None,
    }
}

/// Where the file of a document is.
pub(super) fn remote(document: &types::Document, kind: FileType) -> RemoteFile {
    RemoteFile {
        kind,
        dc_id: document.dc_id,
        file_reference: document.file_reference.clone(),
        location: RemoteLocation::Common { id: document.id, access_hash: document.access_hash },
    }
}

/// A document with what its attributes say.
pub(super) struct Described<'a> {
    pub(super) document: &'a types::Document,
    size: Option<(i32, i32)>,
    is_animated: bool,
    video: Option<&'a types::DocumentAttributeVideo>,
    audio: Option<&'a types::DocumentAttributeAudio>,
    sticker: Option<Emoji<'a>>,
    file_name: Option<&'a str>,
}

/// What the Bot API makes of a document.
enum Kind<'a> {
    Animation,
    Audio(&'a types::DocumentAttributeAudio),
    Voice(&'a types::DocumentAttributeAudio),
    Sticker(Option<Emoji<'a>>),
    Video,
    VideoNote,
    Document,
}

impl<'a> Described<'a> {
    fn of(document: &'a types::Document) -> Self {
        use enums::DocumentAttribute as Tl;
        let mut this = Self {
            document,
            size: None,
            is_animated: false,
            video: None,
            audio: None,
            sticker: None,
            file_name: None,
        };
        for attribute in &document.attributes {
            match attribute {
                Tl::ImageSize(size) => this.size = Some((size.w, size.h)),
                Tl::Animated => this.is_animated = true,
                Tl::Sticker(sticker) => this.sticker = Some(Emoji::Sticker(sticker)),
                Tl::CustomEmoji(emoji) => this.sticker = Some(Emoji::Custom(emoji)),
                Tl::Video(video) => this.video = Some(video),
                Tl::Audio(audio) => this.audio = Some(audio),
                Tl::Filename(name) => this.file_name = Some(&name.file_name),
                Tl::HasStickers => {}
            }
        }
        this
    }

    /// Attributes may contradict each other; Telegram's apps have an order in which they believe them.
    fn kind(&self) -> Kind<'a> {
        match self.video {
            Some(video) if video.round_message => Kind::VideoNote,
            _ if self.is_animated && (self.video.is_none() || self.sticker.is_none()) => Kind::Animation,
            // Stickers that are videos.
            _ if self.sticker.is_some() => Kind::Sticker(self.sticker),
            Some(_) => Kind::Video,
            None => match self.audio {
                Some(audio) if audio.voice => Kind::Voice(audio),
                Some(audio) => Kind::Audio(audio),
                None if self.document.mime_type == sticker::VECTOR => Kind::Sticker(None),
                None => Kind::Document,
            },
        }
    }

    fn read(&self, known: &Known) -> File {
        match self.kind() {
            Kind::Animation => File::Animation(Box::new(self.animation())),
            Kind::Audio(audio) => File::Audio(Box::new(self.audio(audio))),
            Kind::Voice(voice) => File::Voice(Box::new(self.voice(voice))),
            Kind::Sticker(emoji) => File::Sticker(Box::new(sticker::read(self, emoji, known))),
            Kind::Video => File::Video(Box::new(self.video(FileType::Video))),
            Kind::VideoNote => File::VideoNote(Box::new(self.video_note())),
            Kind::Document => File::Document(Box::new(self.document(FileType::Document))),
        }
    }

    /// Width and height in pixels, as the sender told them.
    pub(super) fn dimensions(&self) -> (u32, u32) {
        let told = self.video.map(|video| (video.w, video.h)).filter(|size| *size != (0, 0)).or(self.size);
        let (width, height) = told.unwrap_or_default();
        (given::count(width), given::count(height))
    }

    fn duration(&self) -> u32 {
        whole_seconds(self.video.map(|video| video.duration).unwrap_or_default())
    }

    fn file_name(&self) -> Option<Name> {
        self.file_name.and_then(given::name)
    }

    fn mime_type(&self) -> Option<Name> {
        given::name(&self.document.mime_type)
    }

    fn file_size(&self) -> Option<u64> {
        given::size(self.document.size)
    }

    fn animation(&self) -> Animation {
        let file = remote(self.document, FileType::Animation);
        let (width, height) = self.dimensions();
        Animation {
            thumbnail: thumbnail(self.document),
            file_name: self.file_name(),
            mime_type: self.mime_type(),
            file_size: self.file_size(),
            ..Animation::new(file.encode(), file.unique_id(), width, height, self.duration())
        }
    }

    fn audio(&self, audio: &types::DocumentAttributeAudio) -> Audio {
        let file = remote(self.document, FileType::Audio);
        Audio {
            performer: audio.performer.as_deref().and_then(given::name),
            title: audio.title.as_deref().and_then(given::name),
            file_name: self.file_name(),
            mime_type: self.mime_type(),
            file_size: self.file_size(),
            thumbnail: thumbnail(self.document),
            ..Audio::new(file.encode(), file.unique_id(), given::count(audio.duration))
        }
    }

    fn voice(&self, voice: &types::DocumentAttributeAudio) -> Voice {
        let file = remote(self.document, FileType::VoiceNote);
        Voice {
            mime_type: self.mime_type(),
            file_size: self.file_size(),
            ..Voice::new(file.encode(), file.unique_id(), given::count(voice.duration))
        }
    }

    fn document(&self, kind: FileType) -> Document {
        let file = remote(self.document, kind);
        Document {
            thumbnail: thumbnail(self.document),
            file_name: self.file_name(),
            mime_type: self.mime_type(),
            file_size: self.file_size(),
            ..Document::new(file.encode(), file.unique_id())
        }
    }

    fn video(&self, kind: FileType) -> Video {
        let file = remote(self.document, kind);
        let (width, height) = self.dimensions();
        Video {
            thumbnail: thumbnail(self.document),
            file_name: self.file_name(),
            mime_type: self.mime_type(),
            file_size: self.file_size(),
            ..Video::new(file.encode(), file.unique_id(), width, height, self.duration())
        }
    }

    fn video_note(&self) -> VideoNote {
        let file = remote(self.document, FileType::VideoNote);
        let (width, _) = self.dimensions();
        VideoNote {
            thumbnail: thumbnail(self.document),
            file_size: self.file_size(),
            ..VideoNote::new(file.encode(), file.unique_id(), width, self.duration())
        }
    }
}

/// A length of time as the Bot API tells it: a second that was begun is a second.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "such casts saturate")]
fn whole_seconds(seconds: f64) -> u32 {
    seconds.ceil() as u32
}
