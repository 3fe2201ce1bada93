//! Media as clients send them: files that they uploaded, that they found, or that the web has.
//! <https://core.telegram.org/type/InputMedia>

use std::time::Duration;

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, types};

use super::document::attributes;
use crate::mtproto::error::RpcError;
use crate::mtproto::rpc::Caller;
use crate::rules::files;
use crate::world::World;
use crate::world::files::{DocumentWish, File, FileName, GivenFile, PhotoSize, ReadyFile, SentFile};

/// A file that a client sends, not yet kept, and how it is to be shown.
#[derive(Debug)]
pub(crate) struct GivenMedia {
    file: ReadyFile,
    cover: Option<FileName>,
    /// The video of a live photo, and its file reference.
    live: Option<(FileName, Vec<u8>)>,
    start: Option<Duration>,
    has_spoiler: bool,
    ttl_seconds: Option<i32>,
    /// The file references to be checked: of the file and of its cover, where they were there before.
    reference: Option<Vec<u8>>,
    cover_reference: Option<Vec<u8>>,
}

impl GivenMedia {
    fn new(file: ReadyFile) -> Self {
        Self {
            file,
            cover: None,
            live: None,
            start: None,
            has_spoiler: false,
            ttl_seconds: None,
            reference: None,
            cover_reference: None,
        }
    }

    /// Keeps it.
    ///
    /// # Errors
    /// Where it names a file that the account does not have: 400 `MEDIA_EMPTY`, `FILE_REFERENCE_EXPIRED` and the like.
    pub(crate) fn keep(self, world: &mut World, account: UserId) -> Result<SentFile, RpcError> {
        let file = world.keep(account, self.file)?;
        if let Some(reference) = self.reference {
            match &file {
                File::Photo(photo) => photo.check_reference(world, account, &reference)?,
                File::Document(document) => document.check_reference(world, account, &reference)?,
            }
        }
        let cover = self.cover.map(|cover| world.photo_named(account, cover)).transpose()?;
        if let (Some(cover), Some(reference)) = (&cover, self.cover_reference) {
            cover.check_reference(world, account, &reference)?;
        }
        let live = match self.live {
            Some((name, reference)) => {
                let live = world.document_named(account, name)?;
                live.check_reference(world, account, &reference)?;
                Some(live)
            }
            None => None,
        };
        let (start, has_spoiler, ttl_seconds) = (self.start, self.has_spoiler, self.ttl_seconds);
        Ok(SentFile { file, cover, live, start, has_spoiler, ttl_seconds })
    }
}

/// Whether a client sends a file, which [`read`] reads, or something else.
pub(crate) fn is_file(given: &enums::InputMedia) -> bool {
    use enums::InputMedia as Media;
    matches!(
        given,
        Media::Empty
            | Media::UploadedPhoto(_)
            | Media::Photo(_)
            | Media::UploadedDocument(_)
            | Media::Document(_)
            | Media::PhotoExternal(_)
            | Media::DocumentExternal(_)
    )
}

/// Reads a file that a client sends. Not to be called while the world is held: images are scaled here.
///
/// # Errors
/// Where parts of it are missing, where it is not what it is sent as, where the web has nothing there; other media than
/// files are refused by their names.
pub(crate) fn read(
    caller: &Caller,
    account: UserId,
    given: enums::InputMedia,
) -> Result<GivenMedia, RpcError> {
    let shared = &caller.front.world;
    let upload =
        |file: &enums::InputFile| caller.front.uploads.take(account, caller.is_premium(account), file);
    match given {
        enums::InputMedia::UploadedPhoto(given) => {
            let live = given.video.map(document_name).transpose()?;
            let file = GivenFile::Upload(upload(&given.file)?).as_photo(shared)?;
            let (has_spoiler, ttl_seconds) = (given.spoiler, given.ttl_seconds);
            Ok(GivenMedia { live, has_spoiler, ttl_seconds, ..GivenMedia::new(file) })
        }
        enums::InputMedia::Photo(given) => {
            let live = given.video.map(document_name).transpose()?;
            let (name, reference) = photo_name(given.id)?;
            Ok(GivenMedia {
                live,
                has_spoiler: given.spoiler,
                ttl_seconds: given.ttl_seconds,
                reference: Some(reference),
                ..GivenMedia::new(ReadyFile::Photo(name))
            })
        }
        enums::InputMedia::PhotoExternal(given) => {
            let file = GivenFile::Url(given.url).as_photo(shared)?;
            let (has_spoiler, ttl_seconds) = (given.spoiler, given.ttl_seconds);
            Ok(GivenMedia { has_spoiler, ttl_seconds, ..GivenMedia::new(file) })
        }
        enums::InputMedia::UploadedDocument(given) => {
            let thumbnail = match given.thumb.as_ref().map(&upload).transpose()? {
                Some(thumbnail) => files::uploaded_thumbnail(&thumbnail.bytes)?,
                None => None,
            };
            let upload = upload(&given.file)?;
            let wish = wish(&given, thumbnail);
            let file = GivenFile::Upload(upload).as_document(shared, wish)?;
            let (cover, cover_reference) = given.video_cover.map(photo_name).transpose()?.unzip();
            Ok(GivenMedia {
                cover,
                cover_reference,
                start: start(given.video_timestamp),
                has_spoiler: given.spoiler,
                ttl_seconds: given.ttl_seconds,
                ..GivenMedia::new(file)
            })
        }
        enums::InputMedia::Document(given) => {
            let (name, reference) = document_name(given.id)?;
            let (cover, cover_reference) = given.video_cover.map(photo_name).transpose()?.unzip();
            Ok(GivenMedia {
                cover,
                cover_reference,
                start: start(given.video_timestamp),
                has_spoiler: given.spoiler,
                ttl_seconds: given.ttl_seconds,
                reference: Some(reference),
                ..GivenMedia::new(ReadyFile::Document(name))
            })
        }
        enums::InputMedia::DocumentExternal(given) => {
            let file = GivenFile::Url(given.url).as_it_is(shared)?;
            let (cover, cover_reference) = given.video_cover.map(photo_name).transpose()?.unzip();
            Ok(GivenMedia {
                cover,
                cover_reference,
                start: start(given.video_timestamp),
                has_spoiler: given.spoiler,
                ttl_seconds: given.ttl_seconds,
                ..GivenMedia::new(file)
            })
        }
        enums::InputMedia::Empty => Err(RpcError::bad_request("MEDIA_EMPTY")),
        other => {
            let name = format!("{other:?}");
            let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
            Err(RpcError::lacks(&format!("inputMedia{name}")))
        }
    }
}

fn wish(given: &types::InputMediaUploadedDocument, thumbnail: Option<PhotoSize>) -> DocumentWish {
    // `nosound_video` only keeps a video without sound from being made an animation, which happens to none here.
    let attributes = attributes(&given.attributes);
    DocumentWish {
        kind: attributes.kind(&given.mime_type),
        mime_type: Some(given.mime_type.clone()),
        attributes,
        thumbnail,
        is_forced: given.force_file,
    }
}

/// How a client names a photo, and its file reference.
pub(crate) fn photo_name(given: enums::InputPhoto) -> Result<(FileName, Vec<u8>), RpcError> {
    match given {
        enums::InputPhoto::Empty => Err(RpcError::bad_request("MEDIA_EMPTY")),
        enums::InputPhoto::Photo(photo) => {
            Ok((FileName { id: photo.id, access_hash: photo.access_hash }, photo.file_reference))
        }
    }
}

/// How a client names a document, and its file reference.
pub(crate) fn document_name(given: enums::InputDocument) -> Result<(FileName, Vec<u8>), RpcError> {
    match given {
        enums::InputDocument::Empty => Err(RpcError::bad_request("MEDIA_EMPTY")),
        enums::InputDocument::Document(document) => {
            Ok((FileName { id: document.id, access_hash: document.access_hash }, document.file_reference))
        }
    }
}

fn start(seconds: Option<i32>) -> Option<Duration> {
    let seconds = u64::try_from(seconds?).ok().filter(|seconds| *seconds > 0)?;
    Some(Duration::from_secs(seconds))
}
