//! What kinds of files there are, by Telegram's numbers.

use std::fmt;

/// The kind of a file, as it stands in a file id. The numbers are
/// [TDLib's](https://github.com/tdlib/td/blob/master/td/telegram/files/FileType.h).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileType {
    /// A smaller picture of a document, a video or a sticker; also the picture of a sticker set.
    Thumbnail = 0,
    /// The photo of a user, a group or a channel.
    ProfilePhoto = 1,
    /// A photo.
    Photo = 2,
    /// A voice message.
    VoiceNote = 3,
    /// A video.
    Video = 4,
    /// A file as it is.
    Document = 5,
    /// A file of a secret chat.
    Encrypted = 6,
    /// A file that is not on Telegram's servers yet.
    Temp = 7,
    /// A sticker.
    Sticker = 8,
    /// Music.
    Audio = 9,
    /// A video without sound, or a GIF.
    Animation = 10,
    /// A smaller picture of a file of a secret chat.
    EncryptedThumbnail = 11,
    /// A background from before 2019.
    Wallpaper = 12,
    /// A round video.
    VideoNote = 13,
    /// A Telegram Passport file, decrypted.
    SecureDecrypted = 14,
    /// A Telegram Passport file.
    SecureEncrypted = 15,
    /// A background of a chat.
    Background = 16,
    /// A file that was sent as a file, whatever it holds.
    DocumentAsFile = 17,
    /// A notification sound.
    Ringtone = 18,
    /// The log of a call.
    CallLog = 19,
    /// A photo of a story.
    PhotoStory = 20,
    /// A video of a story.
    VideoStory = 21,
    /// A photo that goes after it was seen.
    SelfDestructingPhoto = 22,
    /// A video that goes after it was seen.
    SelfDestructingVideo = 23,
    /// A round video that goes after it was seen.
    SelfDestructingVideoNote = 24,
    /// A voice message that goes after it was heard.
    SelfDestructingVoiceNote = 25,
    /// The video of a live photo.
    LivePhoto = 26,
    /// The video of a live photo that goes after it was seen.
    SelfDestructingLivePhoto = 27,
}

/// Kinds of files that are stored alike. A file is told from all others by its class and its number, or its class, its
/// number and its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileClass {
    /// Photos and thumbnails, each in several sizes.
    Photo,
    /// All that is a document to MTProto.
    Document,
    /// Files of Telegram Passport.
    Secure,
    /// Files of secret chats.
    Encrypted,
    /// Files that are not on Telegram's servers yet.
    Temp,
}

impl FileType {
    /// Every kind, in the order of the numbers.
    pub const ALL: [Self; 28] = [
        Self::Thumbnail,
        Self::ProfilePhoto,
        Self::Photo,
        Self::VoiceNote,
        Self::Video,
        Self::Document,
        Self::Encrypted,
        Self::Temp,
        Self::Sticker,
        Self::Audio,
        Self::Animation,
        Self::EncryptedThumbnail,
        Self::Wallpaper,
        Self::VideoNote,
        Self::SecureDecrypted,
        Self::SecureEncrypted,
        Self::Background,
        Self::DocumentAsFile,
        Self::Ringtone,
        Self::CallLog,
        Self::PhotoStory,
        Self::VideoStory,
        Self::SelfDestructingPhoto,
        Self::SelfDestructingVideo,
        Self::SelfDestructingVideoNote,
        Self::SelfDestructingVoiceNote,
        Self::LivePhoto,
        Self::SelfDestructingLivePhoto,
    ];

    /// The number by which it stands in a file id.
    pub const fn number(self) -> i32 {
        self as i32
    }

    /// The kind of that number, if there is one.
    pub fn from_number(number: i32) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// How it is stored.
    pub const fn class(self) -> FileClass {
        match self {
            Self::Thumbnail
            | Self::ProfilePhoto
            | Self::Photo
            | Self::EncryptedThumbnail
            | Self::Wallpaper
            | Self::PhotoStory
            | Self::SelfDestructingPhoto => FileClass::Photo,
            Self::VoiceNote
            | Self::Video
            | Self::Document
            | Self::Sticker
            | Self::Audio
            | Self::Animation
            | Self::VideoNote
            | Self::Background
            | Self::DocumentAsFile
            | Self::Ringtone
            | Self::CallLog
            | Self::VideoStory
            | Self::SelfDestructingVideo
            | Self::SelfDestructingVideoNote
            | Self::SelfDestructingVoiceNote
            | Self::LivePhoto
            | Self::SelfDestructingLivePhoto => FileClass::Document,
            Self::SecureDecrypted | Self::SecureEncrypted => FileClass::Secure,
            Self::Encrypted => FileClass::Encrypted,
            Self::Temp => FileClass::Temp,
        }
    }

    /// Whether Telegram takes the id of a file of this kind where one of the kind `wanted` is asked for. Where it does
    /// not, it says `Can't use file of type {self} as {wanted}`. Documents of all kinds may stand for each other: what
    /// they are, the server decides. Where anything goes, [`Temp`](Self::Temp) is asked for.
    pub fn can_be_used_as(self, wanted: Self) -> bool {
        let is_background = |kind| matches!(kind, Self::Wallpaper | Self::Background);
        self == wanted
            || wanted == Self::Temp
            || (self.class() == FileClass::Document && wanted.class() == FileClass::Document)
            || (is_background(self) && is_background(wanted))
    }
}

impl fmt::Display for FileType {
    /// The name that Telegram's error texts give it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ProfilePhoto => f.write_str("ChatPhoto"),
            Self::Encrypted => f.write_str("Secret"),
            Self::EncryptedThumbnail => f.write_str("SecretThumbnail"),
            Self::SecureDecrypted | Self::SecureEncrypted => f.write_str("Passport"),
            Self::Ringtone => f.write_str("NotificationSound"),
            Self::LivePhoto => f.write_str("LivePhotoVideo"),
            Self::SelfDestructingLivePhoto => f.write_str("SelfDestructingLivePhotoVideo"),
            // Telegram calls all others as they are called here.
            other => fmt::Debug::fmt(other, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_number_and_is_found_by_it() {
        for (number, kind) in (0..).zip(FileType::ALL) {
            assert_eq!((kind.number(), FileType::from_number(number)), (number, Some(kind)));
        }
        assert_eq!([-1, 28, i32::MIN, i32::MAX].map(FileType::from_number), [None; 4]);
    }

    #[test]
    fn a_file_is_used_as_what_it_is_and_documents_for_each_other() {
        use FileType::*;
        let good =
            [(Photo, Photo), (Video, Document), (Sticker, Ringtone), (Photo, Temp), (Wallpaper, Background)];
        let bad =
            [(Video, Photo), (Photo, Document), (Photo, PhotoStory), (Encrypted, Document), (Temp, Photo)];
        for (kind, wanted) in good {
            assert!(kind.can_be_used_as(wanted), "{kind} as {wanted}");
        }
        for (kind, wanted) in bad {
            assert!(!kind.can_be_used_as(wanted), "{kind} as {wanted}");
        }
        assert_eq!(format!("{Ringtone} {ProfilePhoto} {Audio}"), "NotificationSound ChatPhoto Audio");
    }
}
