//! Files on their way to Telegram: <https://core.telegram.org/api/files#uploading-files>.

use std::io;
use std::pin::Pin;

use ambigram_core::requests::Upload;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::sync::Mutex;

use crate::wire::Wire;

/// The size of each part but the last.
const PART: usize = 512 * 1024;

/// The largest file that is uploaded as a small one: with a checksum, and without saying first how many parts it has.
const SMALL: u64 = 10 * 1024 * 1024;

/// How many parts bots may upload. <https://core.telegram.org/api/config#client-configuration>
const MOST_PARTS: u64 = 4000;

/// The part's size as files have it.
const PART_SIZE: u64 = PART as u64;

/// The largest file that bots may upload.
const MOST: u64 = MOST_PARTS * PART_SIZE;

/// The bytes of a file, and how far they were read.
struct Reading {
    bytes: Pin<Box<dyn AsyncRead + Send>>,
    /// How many are left, as was said beforehand.
    left: u64,
    part: i32,
    /// The checksum of those that were read.
    sum: md5::Context,
}

impl Reading {
    /// The next part and its number; `None` after the last.
    async fn next(&mut self) -> Result<Option<(i32, Vec<u8>)>, io::Error> {
        if self.left == 0 {
            return Ok(None);
        }
        let size = usize::try_from(self.left).unwrap_or(PART).min(PART);
        let mut bytes = vec![0; size];
        self.bytes.read_exact(&mut bytes).await?;
        self.sum.consume(&bytes);
        self.left = self.left.saturating_sub(u64::try_from(size).unwrap_or(PART_SIZE));
        let part = self.part;
        self.part = part.saturating_add(1);
        Ok(Some((part, bytes)))
    }
}

/// Uploads a file, several parts at once. What comes of it is good for a message of the next hours.
///
/// # Errors
/// [`TooLarge`](ErrorKind::TooLarge), for one that is; [`BadRequest`](ErrorKind::BadRequest), for an empty one;
/// [`FileNotRead`](ErrorKind::FileNotRead), for one that cannot be read to the end that it was said to have.
pub(super) async fn upload(wire: &Wire, upload: &Upload) -> Result<enums::InputFile, Error> {
    let unreadable = |error: io::Error| upload.unreadable(error);
    let opened = upload.open().await.map_err(unreadable)?;
    let size = opened.size;
    if size == 0 {
        return Err(Error::new(ErrorKind::BadRequest, "file must be non-empty"));
    }
    if size > MOST {
        let text = format!("the file `{}` is of {size} bytes; bots can upload {MOST}", upload.name());
        return Err(Error::new(ErrorKind::TooLarge { limit: Some(MOST) }, text));
    }
    let parts = i32::try_from(size.div_ceil(PART_SIZE)).unwrap_or(i32::MAX);
    let reading = Mutex::new(Reading { bytes: opened.bytes, left: size, part: 0, sum: md5::Context::new() });
    let file_id = rand::random();
    let worker = async || -> Result<(), Error> {
        loop {
            let next = reading.lock().await.next().await.map_err(unreadable)?;
            let Some((part, bytes)) = next else { return Ok(()) };
            save(wire, file_id, part, (size > SMALL).then_some(parts), bytes).await?;
        }
    };
    // Four at a time, as Telegram's apps do.
    tokio::try_join!(worker(), worker(), worker(), worker())?;
    let name = upload.name().to_owned();
    if size > SMALL {
        return Ok(types::InputFileBig { id: file_id, parts, name }.into());
    }
    let md5_checksum = format!("{:x}", reading.into_inner().sum.finalize());
    Ok(types::InputFile { id: file_id, parts, name, md5_checksum }.into())
}

/// Saves one part; of a big file all know how many there are.
async fn save(
    wire: &Wire,
    file_id: i64,
    file_part: i32,
    of_big: Option<i32>,
    bytes: Vec<u8>,
) -> Result<(), Error> {
    let is_saved = match of_big {
        Some(file_total_parts) => {
            let called = functions::upload::SaveBigFilePart { file_id, file_part, file_total_parts, bytes };
            wire.invoke(&called).await?
        }
        None => wire.invoke(&functions::upload::SaveFilePart { file_id, file_part, bytes }).await?,
    };
    match is_saved {
        true => Ok(()),
        false => Err(Error::new(ErrorKind::Server, "Telegram did not take a part of the file")),
    }
}
