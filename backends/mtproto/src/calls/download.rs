//! Files on their way from Telegram: <https://core.telegram.org/api/files#downloading-files>.

use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use ambigram_core::identity::RemoteFile;
use ambigram_core::types::FileId;
use ambigram_core::{Download, Error, ErrorKind};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use grammers_mtsender::RpcError;
use grammers_tl_types::{enums, functions};

use super::refused;
use crate::convert::outgoing::location::{forget_reference, location};
use crate::wire::Wire;

/// How many bytes are asked for at once: the most that Telegram gives. Each piece begins at a multiple of it.
const PIECE: i32 = 1 << 20;

/// How long Telegram may ask to wait in the middle of a file, at most: so long it is waited, longer waits are told.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a file may be said to lie in yet another data centre.
const MOVES: usize = 3;

/// What of a file is to come.
struct Rest {
    wire: Arc<Wire>,
    dc: i32,
    location: enums::InputFileLocation,
    offset: i64,
    is_over: bool,
}

/// Fetches a file. Its first bytes are there already when this is through, so that a refusal comes at once.
///
/// # Errors
/// [`InvalidFile`](ErrorKind::InvalidFile), for what is no file id, for the id of another bot's file, and for a file
/// that is gone.
pub(crate) async fn download(wire: Arc<Wire>, id: &FileId) -> Result<Download, Error> {
    let Ok(file) = RemoteFile::decode(id) else { return refused("invalid file_id") };
    let home = wire.session().home_dc();
    // A server of one's own is all of its data centres.
    let dc = if file.dc_id <= 0 || wire.session().server().is_some() { home } else { file.dc_id };
    let mut rest = Rest { wire, dc, location: location(file)?, offset: 0, is_over: false };
    let first = rest.next().await?.unwrap_or_default();
    let size = rest.is_over.then(|| first.len().try_into().unwrap_or(u64::MAX));
    let others =
        stream::try_unfold(rest, |mut rest| async move { Ok(rest.next().await?.map(|piece| (piece, rest))) });
    Ok(Download::new(size, stream::iter([Ok(first)]).chain(others)))
}

impl Rest {
    /// The next bytes; `None` at the end.
    async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let bytes = self.piece().await?;
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        self.offset = self.offset.saturating_add(length);
        // A piece that is not full is the last.
        self.is_over = length < i64::from(PIECE);
        Ok(if bytes.is_empty() { None } else { Some(bytes) })
    }

    async fn piece(&mut self) -> Result<Bytes, Error> {
        let mut moves = 0;
        loop {
            let called = functions::upload::GetFile {
                precise: false,
                cdn_supported: false,
                location: self.location.clone(),
                offset: self.offset,
                limit: PIECE,
            };
            let error = match self.wire.invoke_in(self.dc, &called).await {
                Ok(enums::upload::File::File(file)) => return Ok(file.bytes.into()),
                Ok(enums::upload::File::CdnRedirect(_)) => {
                    let what = "expected upload.file, got upload.fileCdnRedirect, which was not asked for";
                    return Err(Error::new(ErrorKind::UnexpectedAnswer, what));
                }
                Err(error) => error,
            };
            match (error.kind(), dc_of_file(&error)) {
                (_, Some(dc)) if dc != self.dc && moves < MOVES => {
                    moves += 1;
                    self.dc = dc;
                }
                // The id is all that there is: where its reference has got old, it is tried without one.
                (ErrorKind::InvalidFile, _)
                    if error.description().starts_with("FILE_REFERENCE_")
                        && forget_reference(&mut self.location) => {}
                (ErrorKind::RetryAfter(wait), _) if *wait <= PATIENCE => tokio::time::sleep(*wait).await,
                _ => return Err(told(error)),
            }
        }
    }
}

/// Where Telegram says that the file lies.
fn dc_of_file(error: &Error) -> Option<i32> {
    let error = error.source()?.downcast_ref::<RpcError>()?;
    let is_moved = error.code == 303 && error.name.starts_with("FILE_MIGRATE");
    error.value.filter(|_| is_moved).and_then(|dc| i32::try_from(dc).ok())
}

/// What is no place of a file is no file.
fn told(error: Error) -> Error {
    let gone = ["LOCATION_INVALID", "LOCATION_NOT_AVAILABLE", "STICKERSET_INVALID", "PHOTO_INVALID"];
    if !gone.contains(&error.description()) {
        return error;
    }
    Error::new(ErrorKind::InvalidFile, error.description().to_owned()).because(error)
}
