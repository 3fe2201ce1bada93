//! Files that come from the Bot API's server, or from the disk of one's own.
//! <https://core.telegram.org/bots/api#file>

use std::io;
use std::path::Path;
use std::time::Duration;

use ambigram_core::requests::{GetFile, Output};
use ambigram_core::types::{File, FileId};
use ambigram_core::{Download, Error, ErrorKind};
use bytes::{Bytes, BytesMut};
use futures_util::stream;
use reqwest::{Response, StatusCode};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::time::timeout;

use crate::answer::Answer;
use crate::bot_api::BotApi;
use crate::error::from_transport;

/// How much of a file on the disk is held at once.
const PIECE: usize = 64 << 10;

impl BotApi {
    /// Asks where a file is, and fetches it from there.
    pub(crate) async fn fetch(&self, id: &FileId) -> Result<Download, Error> {
        let file = File::from_response(self.carry(GetFile::new(id).into()).await?)?;
        let Some(path) = file.file_path else {
            let what = "expected the path of the file, got none";
            return Err(Error::new(ErrorKind::UnexpectedAnswer, what));
        };
        // A server that runs with `--local` shares its disk with its bots.
        if Path::new(&path).is_absolute() {
            return from_disk(path.as_ref()).await;
        }
        let time = self.request_timeout();
        let sent = self.client().get(self.address().of_file(&path)).send();
        let response = timeout(time, sent).await.map_err(|_| late(time))?.map_err(from_transport)?;
        if response.status().is_success() {
            return Ok(from_server(response, file.file_size, time));
        }
        Err(self.refused(response, time).await)
    }

    /// Why the server does not give a file out.
    async fn refused(&self, response: Response, time: Duration) -> Error {
        let status = response.status();
        if status == StatusCode::NOT_FOUND {
            let what = "the file is not (any more) where the server said that it was";
            return Error::new(ErrorKind::InvalidFile, what);
        }
        let body = match timeout(time, response.bytes()).await {
            Ok(Ok(body)) => body,
            Ok(Err(error)) => return from_transport(error),
            Err(_) => return late(time),
        };
        let answer = Answer { status: status.as_u16(), retry_after: None, limit: None, body };
        match self.read::<bool>(&answer) {
            Err(error) => error,
            Ok(_) => {
                Error::new(ErrorKind::UnexpectedAnswer, format!("expected a file, got HTTP status {status}"))
            }
        }
    }
}

/// What comes from the server, of which no piece may take longer than a call.
fn from_server(response: Response, size: Option<u64>, time: Duration) -> Download {
    let size = response.content_length().or(size);
    let pieces = stream::try_unfold(response, move |mut response| async move {
        match timeout(time, response.chunk()).await {
            Ok(Ok(piece)) => Ok(piece.map(|piece| (piece, response))),
            Ok(Err(error)) => Err(from_transport(error)),
            Err(_) => Err(late(time)),
        }
    });
    Download::new(size, pieces)
}

async fn from_disk(path: &Path) -> Result<Download, Error> {
    let unreadable = {
        let path = path.display().to_string();
        move |error: io::Error| {
            let text = format!("the server's file {path} cannot be read from here: {error}");
            Error::new(ErrorKind::FileNotRead, text).because(error)
        }
    };
    let file = tokio::fs::File::open(path).await.map_err(&unreadable)?;
    let size = file.metadata().await.map_err(&unreadable)?.len();
    let pieces = stream::try_unfold((file, unreadable), |(mut file, unreadable)| async move {
        let piece = piece(&mut file).await.map_err(&unreadable)?;
        Ok(piece.map(|piece| (piece, (file, unreadable))))
    });
    Ok(Download::new(Some(size), pieces))
}

/// The next bytes; `None` at the end.
async fn piece(reader: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<Bytes>> {
    let mut piece = BytesMut::with_capacity(PIECE);
    Ok((reader.read_buf(&mut piece).await? > 0).then(|| piece.freeze()))
}

fn late(time: Duration) -> Error {
    Error::new(ErrorKind::Timeout, format!("nothing came of the file within {time:?}"))
}
