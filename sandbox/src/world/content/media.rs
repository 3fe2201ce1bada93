//! Photos, videos, music and other files, with their captions. <https://core.telegram.org/bots/api#inputmedia>

use std::time::Duration;

use ambigram_core::text::Text;
use ambigram_core::types::UserId;

use super::World;
use crate::rules::{Permissions, Refusal, limits, text};
use crate::world::files::{DocumentKind, File, ReadyFile, SentFile};

/// A file and what is written beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Media {
    /// The file, and how it is shown.
    pub sent: SentFile,
    /// What is written beside it; empty where nothing is.
    pub caption: Text,
    /// Whether the caption stands above the file.
    pub caption_above: bool,
}

/// A file that is not yet kept, and what is to be written beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadyMedia {
    /// The file.
    pub file: ReadyFile,
    /// The picture that stands for a video.
    pub cover: Option<ReadyFile>,
    /// The video of a live photo.
    pub live: Option<ReadyFile>,
    /// Where a video starts.
    pub start: Option<Duration>,
    /// Whether it is hidden until its reader asks for it.
    pub has_spoiler: bool,
    /// What is to be written beside it.
    pub caption: Text,
    /// Whether the caption is to stand above the file.
    pub caption_above: bool,
}

impl From<ReadyFile> for ReadyMedia {
    fn from(file: ReadyFile) -> Self {
        Self {
            file,
            cover: None,
            live: None,
            start: None,
            has_spoiler: false,
            caption: Text::default(),
            caption_above: false,
        }
    }
}

impl From<SentFile> for Media {
    fn from(sent: SentFile) -> Self {
        Self { sent, caption: Text::default(), caption_above: false }
    }
}

impl ReadyMedia {
    /// Keeps the file for an account.
    ///
    /// # Errors
    /// When it names a file that the account does not have.
    pub fn keep(self, world: &mut World, account: UserId) -> Result<Media, Refusal> {
        // What goes along with a file was there before it: over MTProto it is uploaded first.
        let cover = match self.cover.map(|cover| world.keep(account, cover)).transpose()? {
            Some(File::Photo(photo)) => Some(photo),
            _ => None,
        };
        let live = match self.live.map(|live| world.keep(account, live)).transpose()? {
            Some(File::Document(document)) => Some(document),
            _ => None,
        };
        let file = world.keep(account, self.file)?;
        let (start, has_spoiler) = (self.start, self.has_spoiler);
        let sent = SentFile { cover, live, start, has_spoiler, ..SentFile::from(file) };
        Ok(Media { sent, caption: self.caption, caption_above: self.caption_above })
    }
}

impl Media {
    /// What apps take it for; `None` for a photo.
    pub fn document_kind(&self) -> Option<DocumentKind> {
        match &self.sent.file {
            File::Photo(_) => None,
            File::Document(document) => Some(document.kind()),
        }
    }

    /// Whether something can be written beside it.
    pub fn has_caption(&self) -> bool {
        !matches!(self.document_kind(), Some(DocumentKind::Sticker | DocumentKind::VideoNote))
    }

    /// Whether it is seen in the chat, and not only opened from there: a photo, a video or an animation.
    pub fn is_seen(&self) -> bool {
        matches!(self.document_kind(), None | Some(DocumentKind::Video | DocumentKind::Animation))
    }

    /// Whether it may be one of several that are sent together.
    pub(in crate::world) fn may_be_grouped(&self) -> bool {
        use DocumentKind as Kind;
        matches!(self.document_kind(), None | Some(Kind::Video | Kind::Audio | Kind::General))
    }

    /// What others in its group must be as well, in TDLib's word; `None` for photos and videos, which can be mixed.
    pub(in crate::world) fn stays_among_its_own(&self) -> Option<&'static str> {
        match self.document_kind() {
            Some(DocumentKind::Audio) => Some("Audio"),
            Some(DocumentKind::General) => Some("Document"),
            _ => None,
        }
    }

    /// Whether an edit may replace it, or put it in the place of another.
    pub(in crate::world) fn may_be_edited(&self) -> bool {
        use DocumentKind as Kind;
        let kind = self.document_kind();
        matches!(kind, None | Some(Kind::Video | Kind::Animation | Kind::Audio | Kind::General))
    }

    pub(super) fn check_permission(&self, permissions: &Permissions) -> Result<(), Refusal> {
        use DocumentKind as Kind;
        let (is_allowed, what, rpc) = match self.document_kind() {
            None => (permissions.can_send_photos, "photos", "CHAT_SEND_PHOTOS_FORBIDDEN"),
            Some(Kind::General) => (permissions.can_send_documents, "documents", "CHAT_SEND_DOCS_FORBIDDEN"),
            Some(Kind::Animation) => {
                (permissions.can_send_other_messages, "animations", "CHAT_SEND_GIFS_FORBIDDEN")
            }
            Some(Kind::Audio) => (permissions.can_send_audios, "music", "CHAT_SEND_AUDIOS_FORBIDDEN"),
            Some(Kind::Sticker) => {
                (permissions.can_send_other_messages, "stickers", "CHAT_SEND_STICKERS_FORBIDDEN")
            }
            Some(Kind::Video) => (permissions.can_send_videos, "videos", "CHAT_SEND_VIDEOS_FORBIDDEN"),
            Some(Kind::VideoNote) => {
                (permissions.can_send_video_notes, "video notes", "CHAT_SEND_ROUNDVIDEOS_FORBIDDEN")
            }
            Some(Kind::Voice) => {
                (permissions.can_send_voice_notes, "voice notes", "CHAT_SEND_VOICES_FORBIDDEN")
            }
        };
        if is_allowed { Ok(()) } else { Err(Refusal::NoRightToSend { what, rpc }) }
    }
}

impl World {
    /// A file as Telegram keeps it in a message: what makes no sense beside it is dropped.
    pub(super) fn accept_media(&self, by: UserId, given: Media) -> Result<Media, Refusal> {
        let caption = if given.has_caption() {
            self.accept_caption(by, given.caption.clone())?
        } else {
            Text::default()
        };
        let is_seen = given.is_seen();
        let mut media = Media { caption, caption_above: given.caption_above && is_seen, ..given };
        media.sent.has_spoiler &= is_seen;
        Ok(media)
    }

    /// A caption as Telegram keeps it.
    pub(in crate::world) fn accept_caption(&self, by: UserId, caption: Text) -> Result<Text, Refusal> {
        let is_premium = self.account(by).is_some_and(|account| account.is_premium);
        let most = if is_premium { limits::PREMIUM_CAPTION } else { limits::CAPTION };
        Ok(self.name_mentioned(by, text::accept_caption(caption, most)?))
    }
}
