//! The files that a bot has asked for, under the paths that it was told.
//! <https://core.telegram.org/bots/api#getfile>

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::world::files::Blob;

/// What one bot can download.
#[derive(Debug, Default)]
pub(crate) struct Downloads(Mutex<Paths>);

#[derive(Debug, Default)]
struct Paths {
    files: BTreeMap<String, Blob>,
    /// The path of each file, by its unique id.
    known: BTreeMap<String, String>,
}

impl Downloads {
    /// The path of a file: always the same one.
    pub(super) fn path(&self, unique_id: &str, folder: &str, extension: &str, bytes: Blob) -> String {
        let mut paths = self.paths();
        if let Some(path) = paths.known.get(unique_id) {
            return path.clone();
        }
        let number = paths.known.len();
        let dot = if extension.is_empty() { "" } else { "." };
        let path = format!("{folder}/file_{number}{dot}{extension}");
        paths.known.insert(unique_id.to_owned(), path.clone());
        paths.files.insert(path.clone(), bytes);
        path
    }

    /// The file of a path.
    pub(super) fn file(&self, path: &str) -> Option<Blob> {
        self.paths().files.get(path).cloned()
    }

    fn paths(&self) -> MutexGuard<'_, Paths> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
