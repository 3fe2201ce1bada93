//! What stands inside Telegram's opaque ids: files and messages of inline mode.
//!
//! The Bot API hands out ids as texts; MTProto hands out the numbers that the texts are made of. Whoever speaks both must
//! turn one into the other just as Telegram does, so that an id that was written down under one wire is good under the
//! other. The forms are those of [TDLib](https://github.com/tdlib/td), which the Bot API's server is built on.
//!
//! ```
//! use ambigram_core::identity::{FileType, RemoteFile, RemoteLocation};
//! use ambigram_core::types::FileId;
//!
//! let id = FileId::from("CAADBAADwwADmFmqDf6xBrPTReqHAg");
//! let file = RemoteFile::decode(&id)?;
//! assert_eq!((file.kind, file.dc_id), (FileType::Sticker, 4));
//! assert!(matches!(file.location, RemoteLocation::Common { id: 984_697_977_903_775_939, .. }));
//! assert_eq!(file.unique_id().as_str(), "AgADwwADmFmqDQ");
//! # Ok::<(), ambigram_core::identity::DecodeError>(())
//! ```

mod encoding;
mod error;
mod fields;
mod file_type;
mod generated_file;
mod inline_message;
mod photo_size_source;
mod remote_file;
mod unique;

pub use error::DecodeError;
pub use file_type::{FileClass, FileType};
pub use generated_file::GeneratedFile;
pub use inline_message::RemoteInlineMessage;
pub use photo_size_source::PhotoSizeSource;
pub use remote_file::{RemoteFile, RemoteLocation};
