//! Files on their way from Telegram: the bytes as they come.

use std::fmt;
use std::future::IntoFuture;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes, BytesMut};
use futures_util::{Stream, StreamExt};
use tokio::io::{AsyncRead, AsyncWriteExt, ReadBuf};

use crate::bot::Bot;
use crate::error::{Error, ErrorKind};
use crate::types::FileId;

/// How much memory is taken beforehand for a file whose size is told: what a server says is not believed any further.
const MOST_BEFOREHAND: u64 = 1 << 20;

/// A file that is being fetched. <https://core.telegram.org/bots/api#getfile>
///
/// It is a reader, so that it can be sent on without being held: see
/// [`InputFile::stream`](crate::requests::InputFile::stream).
pub struct Download {
    size: Option<u64>,
    chunks: Pin<Box<dyn Stream<Item = Result<Bytes, Error>> + Send>>,
    /// What of the last chunk has not been read yet.
    rest: Bytes,
}

impl Download {
    /// A file of which these are the bytes, chunk by chunk; `size` is how many they will be, where that is known.
    pub fn new(size: Option<u64>, chunks: impl Stream<Item = Result<Bytes, Error>> + Send + 'static) -> Self {
        Self { size, chunks: Box::pin(chunks), rest: Bytes::new() }
    }

    /// How many bytes it has, where that is known beforehand.
    pub fn size(&self) -> Option<u64> {
        self.size
    }

    /// The next bytes; `None` after the last.
    ///
    /// # Errors
    /// When Telegram refuses, or the wire fails. Nothing comes after that.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        if !self.rest.is_empty() {
            return Ok(Some(std::mem::take(&mut self.rest)));
        }
        self.chunks.next().await.transpose()
    }

    /// All of it, in memory.
    ///
    /// # Errors
    /// As of [`chunk`](Self::chunk).
    pub async fn bytes(mut self) -> Result<Bytes, Error> {
        let Some(first) = self.chunk().await? else { return Ok(Bytes::new()) };
        let Some(second) = self.chunk().await? else { return Ok(first) };
        let capacity =
            usize::try_from(self.size.unwrap_or_default().min(MOST_BEFOREHAND)).unwrap_or_default();
        let mut all = BytesMut::with_capacity(capacity.max(first.len().saturating_add(second.len())));
        all.extend_from_slice(&first);
        all.extend_from_slice(&second);
        while let Some(chunk) = self.chunk().await? {
            all.extend_from_slice(&chunk);
        }
        Ok(all.freeze())
    }

    /// Writes it to a file, which is made, or made anew, and tells how many bytes there were. Where it fails, the
    /// file keeps what came until then.
    ///
    /// # Errors
    /// As of [`chunk`](Self::chunk), and [`FileNotWritten`](ErrorKind::FileNotWritten) with the path.
    pub async fn to_path(mut self, path: impl AsRef<Path>) -> Result<u64, Error> {
        let path = path.as_ref();
        let unwritten = |error: io::Error| {
            let text = format!("{} cannot be written: {error}", path.display());
            Error::new(ErrorKind::FileNotWritten, text).because(error)
        };
        let mut file = tokio::fs::File::create(path).await.map_err(unwritten)?;
        let mut written: u64 = 0;
        while let Some(chunk) = self.chunk().await? {
            file.write_all(&chunk).await.map_err(unwritten)?;
            written = written.saturating_add(chunk.len().try_into().unwrap_or(u64::MAX));
        }
        file.flush().await.map_err(unwritten)?;
        Ok(written)
    }
}

impl AsyncRead for Download {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        while self.rest.is_empty() {
            match ready!(self.chunks.poll_next_unpin(cx)) {
                Some(Ok(chunk)) => self.rest = chunk,
                Some(Err(error)) => return Poll::Ready(Err(io::Error::other(error))),
                None => return Poll::Ready(Ok(())),
            }
        }
        let fits = self.rest.len().min(buffer.remaining());
        let part = self.rest.split_to(fits);
        buffer.put_slice(part.chunk());
        Poll::Ready(Ok(()))
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("size", &self.size).finish_non_exhaustive()
    }
}

/// A file that is about to be fetched: await it for a [`Download`], or say where it should go.
#[derive(Debug)]
#[must_use = "nothing is fetched until it is awaited"]
pub struct Fetch {
    bot: Bot,
    file: FileId,
}

impl Fetch {
    /// All of it, in memory.
    ///
    /// # Errors
    /// When Telegram refuses, or the wire fails.
    pub async fn bytes(self) -> Result<Bytes, Error> {
        self.await?.bytes().await.map_err(|error| error.during(OPERATION))
    }

    /// Writes it to a file; see [`Download::to_path`].
    ///
    /// # Errors
    /// When Telegram refuses, when the wire fails, and when the file can't be written.
    pub async fn to_path(self, path: impl AsRef<Path>) -> Result<u64, Error> {
        self.await?.to_path(path).await.map_err(|error| error.during(OPERATION))
    }
}

/// What errors call it.
const OPERATION: &str = "download";

impl IntoFuture for Fetch {
    type Output = Result<Download, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            self.bot.backend().download(&self.file).await.map_err(|error| error.during(OPERATION))
        })
    }
}

impl Bot {
    /// Fetches a file: up to 20 MB from Telegram's own Bot API server, of any size from a server of one's own and over
    /// MTProto.
    ///
    /// ```no_run
    /// # async fn run(bot: ambigram_core::Bot, id: ambigram_core::types::FileId) -> Result<(), ambigram_core::Error> {
    /// bot.download(&id).to_path("cat.jpg").await?;
    /// let bytes = bot.download(&id).bytes().await?;
    /// let mut download = bot.download(&id).await?;
    /// while let Some(chunk) = download.chunk().await? {
    ///     println!("{} bytes", chunk.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn download(&self, file: impl Into<FileId>) -> Fetch {
        Fetch { bot: self.clone(), file: file.into() }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::stream;
    use tokio::io::AsyncReadExt;

    use super::*;

    fn download() -> Download {
        let chunks = ["to be ", "", "or not ", "to be"].map(|chunk| Ok(Bytes::from_static(chunk.as_bytes())));
        Download::new(Some(u64::MAX), stream::iter(chunks))
    }

    #[tokio::test]
    async fn its_bytes_come_in_memory_by_reading_and_in_a_file() {
        let expected = "to be or not to be";
        assert_eq!(download().bytes().await.unwrap(), expected);

        let mut read = String::new();
        let mut reader = download();
        let mut first = [0; 4];
        assert_eq!(reader.read(&mut first).await.unwrap(), 4);
        // What of a chunk was left comes next, whichever way it is asked for.
        assert_eq!(reader.chunk().await.unwrap().unwrap(), "e ");
        reader.read_to_string(&mut read).await.unwrap();
        assert_eq!((&first, read.as_str()), (b"to b", "or not to be"));

        let path = std::env::temp_dir().join(format!("ambigram-download-{}", std::process::id()));
        assert_eq!(download().to_path(&path).await.unwrap(), 18);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), expected);
        std::fs::remove_file(path).unwrap();
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_written_is_named() {
        let path = std::env::temp_dir().join("no such folder").join("cat.jpg");
        let error = download().to_path(&path).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::FileNotWritten);
        assert!(error.to_string().contains("no such folder"), "{error}");
    }

    #[tokio::test]
    async fn a_failure_in_the_middle_is_one() {
        let failing = || {
            let error = Error::new(ErrorKind::Network, "the connection failed");
            Download::new(None, stream::iter([Ok(Bytes::from_static(b"half")), Err(error)]))
        };
        assert_eq!(*failing().bytes().await.unwrap_err().kind(), ErrorKind::Network);
        let error = failing().read_to_end(&mut Vec::new()).await.unwrap_err();
        assert_eq!(error.to_string(), "the connection failed");
    }
}
