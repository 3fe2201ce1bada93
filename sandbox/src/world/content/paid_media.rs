//! Photos and videos that are seen by those who pay. <https://core.telegram.org/bots/api#paidmediainfo>

use ambigram_core::text::Text;
use ambigram_core::types::UserId;

use super::{Media, World};
use crate::rules::{ChatSort, Permissions, Refusal, limits};
use crate::world::files::{DocumentKind, SentFile};
use crate::world::{Account, Message, MessageKey, Place};

/// Files that are seen by those who pay, and what is written beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct PaidMedia {
    /// The price, in Telegram Stars.
    pub stars: i64,
    /// The photos and videos.
    pub media: Vec<SentFile>,
    /// What everybody can read beside them.
    pub caption: Text,
    /// Whether the caption stands above the files.
    pub caption_above: bool,
    /// What the bot is told when somebody pays; empty for nothing.
    pub payload: String,
}

/// What those who have not paid are told of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preview {
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// How long a video is, in seconds.
    pub seconds: Option<u64>,
}

impl SentFile {
    /// What those who have not paid are told of it.
    pub fn preview(&self) -> Preview {
        use crate::world::files::File;
        match &self.file {
            File::Photo(photo) => {
                let size = photo.biggest().map_or((0, 0), |size| (size.width, size.height));
                Preview { size, seconds: None }
            }
            File::Document(document) => {
                let video = document.attributes.video.as_ref();
                let size = video.map_or((0, 0), |video| (video.width, video.height));
                Preview { size, seconds: video.map(|video| video.duration.as_secs()) }
            }
        }
    }
}

impl PaidMedia {
    pub(super) fn check_permission(&self, permissions: &Permissions) -> Result<(), Refusal> {
        self.media.iter().try_for_each(|file| Media::from(file.clone()).check_permission(permissions))
    }
}

impl World {
    pub(super) fn accept_paid_media(
        &self,
        by: UserId,
        place: Place,
        given: PaidMedia,
    ) -> Result<PaidMedia, Refusal> {
        let is_bot = self.account(by).is_some_and(Account::is_bot);
        if !is_bot && self.sort_of(place) != Some(ChatSort::Channel) {
            return Err(Refusal::PaidMediaOutsideChannel);
        }
        if !(1..=limits::PAID_MEDIA_STARS).contains(&given.stars) {
            return Err(Refusal::PaidMediaPriceInvalid);
        }
        let may_be_paid = |file: &SentFile| {
            matches!(Media::from(file.clone()).document_kind(), None | Some(DocumentKind::Video))
        };
        if !(1..=limits::GROUPED).contains(&given.media.len()) || !given.media.iter().all(may_be_paid) {
            return Err(Refusal::PaidMediaCountInvalid);
        }
        if given.payload.len() > limits::PAID_MEDIA_PAYLOAD_BYTES {
            return Err(Refusal::PaidMediaPayloadInvalid);
        }
        Ok(PaidMedia { caption: self.accept_caption(by, given.caption)?, ..given })
    }

    /// Whether an account sees the files of a message with paid media, and not only that they are there.
    pub fn sees_paid_media(&self, viewer: UserId, message: &Message) -> bool {
        message.author == viewer || self.paid_media_buyers.contains(&(message.key, viewer))
    }

    /// An account has paid for the files of a message. What it pays, and who is told, is not asked here.
    pub fn show_paid_media(&mut self, buyer: UserId, message: MessageKey) {
        self.paid_media_buyers.insert((message, buyer));
    }
}
