//! Where a file can be fetched from.

use ambigram_core::Error;
use ambigram_core::identity::RemoteFile;
use ambigram_core::requests::{GetFile, Response};
use ambigram_core::types::File;

use super::refused;
use crate::wire::Wire;

/// Nothing is asked of Telegram: the path is the id, by which a download finds the file.
pub(super) async fn get_file(_: &Wire, request: &GetFile) -> Result<Response, Error> {
    let id = &request.file_id;
    let Ok(file) = RemoteFile::decode(id) else { return refused("invalid file_id") };
    Ok(Response::of(File { file_path: Some(id.to_string()), ..File::new(id.clone(), file.unique_id()) }))
}
