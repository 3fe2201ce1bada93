//! Media to be sent, with their files at hand: uploaded, told by id, or left to Telegram to fetch.

use ambigram_core::identity::FileType;
use ambigram_core::requests::InputFile;
use ambigram_core::types::{BusinessConnectionId, FileId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::upload::upload;
use crate::convert::outgoing::{self, Attached, Kind, Medium, Source};
use crate::wire::Wire;

/// For which chat files are got ready.
#[derive(Debug, Clone, Copy)]
pub(super) struct Files<'a> {
    pub(super) wire: &'a Wire,
    pub(super) peer: &'a enums::InputPeer,
    /// The business account in whose name they are sent.
    pub(super) business: Option<&'a BusinessConnectionId>,
}

impl Files<'_> {
    /// A medium as it can be sent by itself.
    pub(super) async fn ready(&self, medium: &Medium<'_>) -> Result<enums::InputMedia, Error> {
        let source = self.source(medium.file, medium.kind.file_type()).await?;
        let thumbnail = match (&source, medium.thumbnail) {
            // Only what is uploaded has a preview uploaded with it.
            (Source::Uploaded { .. }, Some(InputFile::Upload(file))) => Some(upload(self.wire, file).await?),
            _ => None,
        };
        let cover = match medium.cover {
            Some(cover) => Some(Box::pin(self.cover(cover)).await?),
            None => None,
        };
        let video = match medium.kind {
            Kind::LivePhoto { video } => Some(Box::pin(self.video(video)).await?),
            _ => None,
        };
        medium.input(source, Attached { thumbnail, cover, video })
    }

    /// A medium as it can be sent beside others: what Telegram has not got is given to it first.
    pub(super) async fn kept(&self, medium: &Medium<'_>) -> Result<enums::InputMedia, Error> {
        let ready = self.ready(medium).await?;
        match &ready {
            enums::InputMedia::Photo(_) | enums::InputMedia::Document(_) => Ok(ready),
            _ => self.keep(ready).await,
        }
    }

    /// <https://core.telegram.org/method/messages.uploadMedia>
    async fn keep(&self, mut media: enums::InputMedia) -> Result<enums::InputMedia, Error> {
        // What is no animation yet is to be none beside others.
        if let enums::InputMedia::UploadedDocument(document) = &mut media {
            document.nosound_video |= !document.attributes.contains(&enums::DocumentAttribute::Animated);
        }
        let called = functions::messages::UploadMedia {
            business_connection_id: self.business.map(|business| business.as_str().to_owned()),
            peer: self.peer.clone(),
            media,
        };
        let kept = self.wire.invoke(&called).await?;
        outgoing::again(&kept).ok_or_else(|| {
            Error::new(
                ErrorKind::UnexpectedAnswer,
                "a medium was uploaded, and Telegram keeps something else",
            )
        })
    }

    async fn source(&self, file: &InputFile, wanted: FileType) -> Result<Source, Error> {
        Ok(match file {
            InputFile::Upload(file) => {
                Source::Uploaded { file: upload(self.wire, file).await?, name: file.name().to_owned() }
            }
            InputFile::Url(url) => Source::Web(url.clone()),
            InputFile::Id(id) => match as_url(id) {
                Some(url) => Source::Web(url),
                None => Source::Located(outgoing::located(id, wanted)?),
            },
        })
    }

    /// What is shown until a video plays.
    async fn cover(&self, file: &InputFile) -> Result<enums::InputPhoto, Error> {
        match self.kept(&Medium::plain(file, Kind::Photo)).await? {
            enums::InputMedia::Photo(photo) => Ok(photo.id),
            _ => Err(Error::new(ErrorKind::BadRequest, "the cover of a video must be a photo")),
        }
    }

    /// The video of a live photo.
    async fn video(&self, file: &InputFile) -> Result<enums::InputDocument, Error> {
        let kind = Kind::Video { duration: None, width: None, height: None, is_streamable: false };
        if !matches!(file, InputFile::Upload(_) | InputFile::Id(_)) {
            return Err(Error::new(ErrorKind::BadRequest, "live photos cannot be sent by an address"));
        }
        match self.kept(&Medium::plain(file, kind)).await? {
            enums::InputMedia::Document(document) => Ok(document.id),
            _ => Err(Error::new(ErrorKind::BadRequest, "the video of a live photo must be a video")),
        }
    }
}

/// An address in the place of an id: on the Bot API both are one field.
fn as_url(id: &FileId) -> Option<String> {
    let text = id.as_str();
    let is_url = ["http://", "https://"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    is_url.then(|| text.to_owned())
}
