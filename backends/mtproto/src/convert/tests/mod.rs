//! What messages hold: TL, and the Bot API's JSON of the same.

mod answers;
mod contents;
mod files;
mod rich;

use ambigram_core::identity::{FileType, PhotoSizeSource, RemoteFile, RemoteLocation};
use ambigram_core::types::{FileId, Message, UserId};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::testing::*;
use super::{Known, message};

const ME: UserId = UserId(BOT);

fn read(tl: types::Message, known: &Known) -> Message {
    message(&tl.into(), ME, known).unwrap()
}

/// The JSON that a message with this medium and these words has on the Bot API, without what every one has.
fn shown(media: impl Into<enums::MessageMedia>, words: &str) -> Value {
    let tl = types::Message { media: Some(media.into()), ..written(1, at_user(ALICE), words) };
    let mut json = serde_json::to_value(read(tl, &known())).unwrap();
    for name in ["message_id", "date", "from", "chat"] {
        assert!(json.as_object_mut().unwrap().remove(name).is_some());
    }
    json
}

/// Takes the ids out of an object, and tells what they say.
fn take_file(object: &mut Value) -> RemoteFile {
    let object = object.as_object_mut().unwrap();
    let id: FileId = serde_json::from_value(object.remove("file_id").unwrap()).unwrap();
    let file = RemoteFile::decode(&id).unwrap();
    assert_eq!(object.remove("file_unique_id").unwrap(), json!(file.unique_id()));
    file
}

fn picture_file() -> RemoteFile {
    RemoteFile {
        kind: FileType::Photo,
        dc_id: 2,
        file_reference: b"ref".to_vec(),
        location: RemoteLocation::Photo {
            id: 21,
            access_hash: 22,
            source: PhotoSizeSource::Thumbnail { size: b'x' },
        },
    }
}
