//! Media to be sent, whichever request they stand in, and what they are to TL once their files are at hand.

use ambigram_core::identity::FileType;
use ambigram_core::requests::*;
use ambigram_core::types::Name;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

use super::{Located, number};

/// A medium to be sent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Medium<'a> {
    /// Its file; of a live photo, the still one.
    pub(crate) file: &'a InputFile,
    /// What it is to be.
    pub(crate) kind: Kind<'a>,
    /// Its preview, where one is uploaded with it.
    pub(crate) thumbnail: Option<&'a InputFile>,
    /// What is shown until a video plays.
    pub(crate) cover: Option<&'a InputFile>,
    /// From where a video plays, in seconds.
    pub(crate) start: Option<u32>,
    /// Whether it is covered.
    pub(crate) has_spoiler: bool,
    /// The text that goes with it.
    pub(crate) caption: Option<&'a InputText>,
    /// Whether that stands above it.
    pub(crate) is_caption_above: bool,
}

/// What a medium is to be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind<'a> {
    Photo,
    LivePhoto {
        video: &'a InputFile,
    },
    Audio {
        duration: Option<u32>,
        performer: Option<&'a str>,
        title: Option<&'a str>,
    },
    Document {
        /// Whether it is not to be taken for what it looks like.
        as_it_is: bool,
    },
    Video {
        duration: Option<u32>,
        width: Option<u32>,
        height: Option<u32>,
        is_streamable: bool,
    },
    Animation {
        duration: Option<u32>,
        width: Option<u32>,
        height: Option<u32>,
    },
    Voice {
        duration: Option<u32>,
    },
    VideoNote {
        duration: Option<u32>,
        length: Option<u32>,
    },
    Sticker {
        emoji: Option<&'a str>,
    },
}

/// Where the file of a medium is.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// With Telegram.
    Located(Located),
    /// On the web.
    Web(String),
    /// Among what was uploaded just now.
    Uploaded { file: enums::InputFile, name: String },
}

/// The files beside a medium's own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attached {
    /// The preview.
    pub(crate) thumbnail: Option<enums::InputFile>,
    /// What is shown until a video plays.
    pub(crate) cover: Option<enums::InputPhoto>,
    /// The video of a live photo.
    pub(crate) video: Option<enums::InputDocument>,
}

impl Kind<'_> {
    /// As what kind of file it is asked for.
    pub(crate) fn file_type(&self) -> FileType {
        match self {
            Self::Photo | Self::LivePhoto { .. } => FileType::Photo,
            Self::Audio { .. } => FileType::Audio,
            Self::Document { .. } => FileType::Document,
            Self::Video { .. } => FileType::Video,
            Self::Animation { .. } => FileType::Animation,
            Self::Voice { .. } => FileType::VoiceNote,
            Self::VideoNote { .. } => FileType::VideoNote,
            Self::Sticker { .. } => FileType::Sticker,
        }
    }

    /// The name that errors about albums give it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::LivePhoto { .. } => "live photo",
            Self::Audio { .. } => "audio",
            Self::Document { .. } => "document",
            Self::Video { .. } => "video",
            Self::Animation { .. } => "animation",
            Self::Voice { .. } => "voice note",
            Self::VideoNote { .. } => "video note",
            Self::Sticker { .. } => "sticker",
        }
    }

    fn is_photo(&self) -> bool {
        self.file_type() == FileType::Photo
    }

    /// What it is by its file's name; by its kind, where that tells nothing.
    fn mime_type(&self, name: &str) -> String {
        let is_named = |ending: &str| name.to_ascii_lowercase().ends_with(ending);
        let guessed = || mime_guess::from_path(name).first_raw();
        let fixed = match self {
            Self::VideoNote { .. } => Some("video/mp4"),
            Self::Sticker { .. } if is_named(".tgs") => Some("application/x-tgsticker"),
            _ => guessed(),
        };
        fixed
            .unwrap_or(match self {
                Self::Photo | Self::LivePhoto { .. } => "image/jpeg",
                Self::Audio { .. } => "audio/mpeg",
                Self::Document { .. } => "application/octet-stream",
                Self::Video { .. } | Self::Animation { .. } | Self::VideoNote { .. } => "video/mp4",
                Self::Voice { .. } => "audio/ogg",
                Self::Sticker { .. } => "image/webp",
            })
            .to_owned()
    }

    /// What is said of an uploaded file.
    fn attributes(&self, name: &str, mime_type: &str) -> Vec<enums::DocumentAttribute> {
        let mut attributes = Vec::new();
        if !name.is_empty() {
            attributes.push(types::DocumentAttributeFilename { file_name: name.to_owned() }.into());
        }
        match *self {
            Self::Photo | Self::LivePhoto { .. } | Self::Document { .. } => {}
            Self::Audio { duration, performer, title } => {
                attributes.push(audio(false, duration, title, performer));
            }
            Self::Voice { duration } => attributes.push(audio(true, duration, None, None)),
            Self::Video { duration, width, height, is_streamable } => attributes.push(
                types::DocumentAttributeVideo {
                    supports_streaming: is_streamable,
                    ..video(duration, width, height)
                }
                .into(),
            ),
            Self::VideoNote { duration, length } => attributes.push(
                types::DocumentAttributeVideo { round_message: true, ..video(duration, length, length) }
                    .into(),
            ),
            Self::Animation { duration, width, height } => {
                attributes.push(enums::DocumentAttribute::Animated);
                if mime_type.starts_with("video/") {
                    attributes.push(video(duration, width, height).into());
                } else {
                    attributes.extend(super::image_size(width, height));
                }
            }
            Self::Sticker { emoji } => attributes.push(
                types::DocumentAttributeSticker {
                    mask: false,
                    alt: emoji.unwrap_or_default().to_owned(),
                    stickerset: enums::InputStickerSet::Empty,
                    mask_coords: None,
                }
                .into(),
            ),
        }
        attributes
    }
}

pub(super) fn video(
    duration: Option<u32>,
    width: Option<u32>,
    height: Option<u32>,
) -> types::DocumentAttributeVideo {
    types::DocumentAttributeVideo {
        round_message: false,
        supports_streaming: false,
        nosound: false,
        duration: duration.unwrap_or_default().into(),
        w: number(width.unwrap_or_default()),
        h: number(height.unwrap_or_default()),
        preload_prefix_size: None,
        video_start_ts: None,
        video_codec: None,
    }
}

pub(super) fn audio(
    voice: bool,
    duration: Option<u32>,
    title: Option<&str>,
    performer: Option<&str>,
) -> enums::DocumentAttribute {
    let given = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
    types::DocumentAttributeAudio {
        voice,
        duration: number(duration.unwrap_or_default()),
        title: given(title),
        performer: given(performer),
        waveform: None,
    }
    .into()
}

impl Medium<'_> {
    /// The medium as TL has it.
    ///
    /// # Errors
    /// [`BadRequest`](ErrorKind::BadRequest), where such a medium cannot come from there.
    pub(crate) fn input(&self, source: Source, attached: Attached) -> Result<enums::InputMedia, Error> {
        let Self { has_spoiler: spoiler, kind, .. } = *self;
        let Attached { thumbnail: thumb, cover: video_cover, video } = attached;
        let video_timestamp = self.start.filter(|start| *start != 0).map(number);
        Ok(match source {
            Source::Located(Located::Photo(id)) if kind.is_photo() => types::InputMediaPhoto {
                spoiler,
                live_photo: video.is_some(),
                id: id.into(),
                ttl_seconds: None,
                video,
            }
            .into(),
            Source::Located(Located::Document(id)) if !kind.is_photo() => types::InputMediaDocument {
                spoiler,
                id: id.into(),
                video_cover,
                video_timestamp,
                ttl_seconds: None,
                query: None,
            }
            .into(),
            Source::Located(Located::Web(url)) | Source::Web(url) => match kind {
                Kind::Photo => types::InputMediaPhotoExternal { spoiler, url, ttl_seconds: None }.into(),
                Kind::LivePhoto { .. } | Kind::VideoNote { .. } => {
                    let text = format!("{}s cannot be sent by an address", kind.name());
                    return Err(Error::new(ErrorKind::BadRequest, text));
                }
                _ => types::InputMediaDocumentExternal {
                    spoiler,
                    url,
                    ttl_seconds: None,
                    video_cover,
                    video_timestamp,
                }
                .into(),
            },
            Source::Uploaded { file, .. } if kind.is_photo() => types::InputMediaUploadedPhoto {
                spoiler,
                live_photo: video.is_some(),
                file,
                stickers: None,
                ttl_seconds: None,
                video,
            }
            .into(),
            Source::Uploaded { file, name } => {
                let mime_type = kind.mime_type(&name);
                types::InputMediaUploadedDocument {
                    // One without sound is still to be a video.
                    nosound_video: matches!(kind, Kind::Video { .. } | Kind::VideoNote { .. }),
                    force_file: matches!(kind, Kind::Document { as_it_is: true }),
                    spoiler,
                    file,
                    thumb,
                    attributes: kind.attributes(&name, &mime_type),
                    mime_type,
                    stickers: None,
                    video_cover,
                    video_timestamp,
                    ttl_seconds: None,
                }
                .into()
            }
            Source::Located(Located::Photo(_) | Located::Document(_)) => {
                return Err(Error::new(ErrorKind::BadRequest, "wrong file identifier/HTTP URL specified"));
            }
        })
    }
}

fn text(name: &Option<Name>) -> Option<&str> {
    name.as_deref()
}

/// A medium out of each request that holds one: its file and kind, and which of the common fields it has.
macro_rules! medium {
    ($($type:ty { $file:ident, $request:ident => $kind:expr $(, $field:ident: $value:expr)* })+) => {
        $(impl<'a> From<&'a $type> for Medium<'a> {
            fn from($request: &'a $type) -> Self {
                Self { $($field: $value,)* ..Medium::plain(&$request.$file, $kind) }
            }
        })+
    };
}

impl<'a> Medium<'a> {
    /// One of which only the file and the kind are said.
    pub(crate) fn plain(file: &'a InputFile, kind: Kind<'a>) -> Self {
        Self {
            file,
            kind,
            thumbnail: None,
            cover: None,
            start: None,
            has_spoiler: false,
            caption: None,
            is_caption_above: false,
        }
    }
}

medium! {
    SendPhoto { photo, r => Kind::Photo, has_spoiler: r.has_spoiler, caption: r.caption.as_ref(),
        is_caption_above: r.show_caption_above_media }
    InputMediaPhoto { media, r => Kind::Photo, has_spoiler: r.has_spoiler, caption: r.caption.as_ref(),
        is_caption_above: r.show_caption_above_media }
    InputPaidMediaPhoto { media, r => Kind::Photo }
    SendLivePhoto { photo, r => Kind::LivePhoto { video: &r.live_photo }, has_spoiler: r.has_spoiler,
        caption: r.caption.as_ref(), is_caption_above: r.show_caption_above_media }
    InputMediaLivePhoto { photo, r => Kind::LivePhoto { video: &r.media }, has_spoiler: r.has_spoiler,
        caption: r.caption.as_ref(), is_caption_above: r.show_caption_above_media }
    InputPaidMediaLivePhoto { photo, r => Kind::LivePhoto { video: &r.media } }
    SendAudio { audio, r => Kind::Audio {
            duration: r.duration, performer: text(&r.performer), title: text(&r.title),
        }, caption: r.caption.as_ref(), thumbnail: r.thumbnail.as_ref() }
    InputMediaAudio { media, r => Kind::Audio {
            duration: r.duration, performer: text(&r.performer), title: text(&r.title),
        }, caption: r.caption.as_ref(), thumbnail: r.thumbnail.as_ref() }
    SendDocument { document, r => Kind::Document { as_it_is: r.disable_content_type_detection },
        caption: r.caption.as_ref(), thumbnail: r.thumbnail.as_ref() }
    InputMediaDocument { media, r => Kind::Document { as_it_is: r.disable_content_type_detection },
        caption: r.caption.as_ref(), thumbnail: r.thumbnail.as_ref() }
    SendVideo { video, r => Kind::Video {
            duration: r.duration, width: r.width, height: r.height, is_streamable: r.supports_streaming,
        }, caption: r.caption.as_ref(), thumbnail: r.thumbnail.as_ref(), cover: r.cover.as_ref(),
        start: r.start_timestamp, has_spoiler: r.has_spoiler, is_caption_above: r.show_caption_above_media }
    InputMediaVideo { media, r => Kind::Video {
            duration: r.duration, width: r.width, height: r.height, is_streamable: r.supports_streaming,
        }, caption: r.caption.as_ref(), thumbnail: r.thumbnail.as_ref(), cover: r.cover.as_ref(),
        start: r.start_timestamp, has_spoiler: r.has_spoiler, is_caption_above: r.show_caption_above_media }
    InputPaidMediaVideo { media, r => Kind::Video {
            duration: r.duration, width: r.width, height: r.height, is_streamable: r.supports_streaming,
        }, thumbnail: r.thumbnail.as_ref(), cover: r.cover.as_ref(), start: r.start_timestamp }
    SendAnimation { animation, r => Kind::Animation {
            duration: r.duration, width: r.width, height: r.height,
        }, caption: r.caption.as_ref(), thumbnail: r.thumbnail.as_ref(), has_spoiler: r.has_spoiler,
        is_caption_above: r.show_caption_above_media }
    InputMediaAnimation { media, r => Kind::Animation {
            duration: r.duration, width: r.width, height: r.height,
        }, caption: r.caption.as_ref(), thumbnail: r.thumbnail.as_ref(), has_spoiler: r.has_spoiler,
        is_caption_above: r.show_caption_above_media }
    SendVoice { voice, r => Kind::Voice { duration: r.duration }, caption: r.caption.as_ref() }
    SendVideoNote { video_note, r => Kind::VideoNote { duration: r.duration, length: r.length },
        thumbnail: r.thumbnail.as_ref() }
    SendSticker { sticker, r => Kind::Sticker { emoji: text(&r.emoji) } }
    InputMediaSticker { media, r => Kind::Sticker { emoji: text(&r.emoji) } }
}

/// A medium out of each union of which every case is one.
macro_rules! media {
    ($($type:ident { $($case:ident),+ })+) => {
        $(impl<'a> TryFrom<&'a $type> for Medium<'a> {
            type Error = Error;

            fn try_from(media: &'a $type) -> Result<Self, Error> {
                Ok(match media {
                    $($type::$case(media) => (&**media).into(),)+
                    other => {
                        let text = format!("over MTProto this cannot be sent: {other:?}");
                        return Err(Error::new(ErrorKind::BadRequest, text));
                    }
                })
            }
        })+
    };
}

media! {
    InputMedia { Animation, Audio, Document, LivePhoto, Photo, Video }
    InputMediaGroupItem { Audio, Document, LivePhoto, Photo, Video }
    InputPaidMedia { LivePhoto, Photo, Video }
}

#[cfg(test)]
mod tests;
