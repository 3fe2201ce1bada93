//! What a file id stands for.

use ambigram_core::Error;
use ambigram_core::identity::RemoteFile;
use ambigram_core::requests::{GetFile, Response};
use ambigram_core::types::File;

use super::refused;
use crate::wire::Wire;

/// Nothing is asked of Telegram: there is no path here, and a download finds the file by its id.
pub(super) async fn get_file(_: &Wire, request: &GetFile) -> Result<Response, Error> {
    let id = &request.file_id;
    let Ok(file) = RemoteFile::decode(id) else { return refused("invalid file_id") };
    Ok(Response::of(File::new(id.clone(), file.unique_id())))
}
