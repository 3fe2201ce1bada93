//! Files that cannot be sent, and names of files that name none.

use std::io::Cursor;

use ambigram_sandbox::rules::{Refusal, files};
use ambigram_sandbox::world::files::{
    DocumentKind, FileName, GivenFile, NewDocument, ReadyFile, Upload, WebFile,
};
use ambigram_sandbox::world::{Shared, World};

use super::Case;
use crate::stage::Stage;

fn image(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::new(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn photo(name: &str, bytes: Vec<u8>) -> Result<(), Refusal> {
    files::photo(&Upload { name: name.to_owned(), bytes: bytes.into() }).map(|_| ())
}

/// What comes of an address, where the web has one file.
fn from_web(url: &str) -> Result<(), Refusal> {
    let mut world = World::new(|| 0, 7);
    let page = WebFile { bytes: b"<p>".to_vec().into(), content_type: "text/html".to_owned() };
    world.set_web_file("https://example.com/page", Some(page));
    GivenFile::Url(url.to_owned()).as_photo(&Shared::new(world)).map(|_| ())
}

/// What comes of a file reference that is changed so, or of one that has expired.
fn with_reference(
    stage: &mut Stage,
    change: impl FnOnce(&mut Vec<u8>),
    has_expired: bool,
) -> Result<(), Refusal> {
    let new = NewDocument {
        bytes: b"x".to_vec().into(),
        mime_type: "text/plain".to_owned(),
        attributes: Default::default(),
        thumbnail: None,
    };
    let (document, bob) = (stage.add_document(new), stage.bob);
    let mut reference = document.file_reference(stage, bob);
    change(&mut reference);
    if has_expired {
        stage.expire_file_references();
    }
    document.check_reference(stage, bob, &reference)
}

pub(super) fn sending() -> Vec<Case> {
    vec![
        (
            "a document without bytes",
            |_| {
                let empty = GivenFile::Upload(Upload::default());
                empty.as_document(&Shared::new(World::new(|| 0, 7)), DocumentKind::General.into()).map(|_| ())
            },
            (400, "Bad Request: file must be non-empty"),
            (400, "FILE_PARTS_INVALID"),
        ),
        (
            "a photo of too many bytes",
            |_| photo("a.png", vec![0; files::PHOTO_BYTES + 1]),
            (
                400,
                "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
            ),
            (400, "PHOTO_SAVE_FILE_INVALID"),
        ),
        (
            "a photo that is no image",
            |_| photo("a.png", b"no image".to_vec()),
            (400, "Bad Request: IMAGE_PROCESS_FAILED"),
            (400, "IMAGE_PROCESS_FAILED"),
        ),
        (
            "a photo that is too narrow",
            |_| photo("a.png", image(21, 1)),
            (400, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
            (400, "PHOTO_INVALID_DIMENSIONS"),
        ),
        (
            "a photo called a text",
            |_| photo("a.txt", image(20, 20)),
            (
                400,
                "Bad Request: photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp",
            ),
            (400, "PHOTO_EXT_INVALID"),
        ),
        (
            "an address of another protocol",
            |_| from_web("ftp://example.com/page"),
            (400, "Bad Request: wrong HTTP URL specified"),
            (400, "EXTERNAL_URL_INVALID"),
        ),
        (
            "an address where nothing is",
            |_| from_web("https://example.com/nothing"),
            (400, "Bad Request: failed to get HTTP URL content"),
            (400, "WEBPAGE_CURL_FAILED"),
        ),
        (
            "an address where no image is",
            |_| from_web("https://example.com/page"),
            (400, "Bad Request: wrong type of the web page content"),
            (400, "WEBPAGE_MEDIA_EMPTY"),
        ),
        (
            "a file that was never there",
            |stage| {
                let bob = stage.bob;
                stage.keep(bob, ReadyFile::Photo(FileName { id: 1, access_hash: 1 })).map(|_| ())
            },
            (400, "Bad Request: wrong file identifier/HTTP URL specified"),
            (400, "MEDIA_EMPTY"),
        ),
        (
            "an empty file reference",
            |stage| with_reference(stage, Vec::clear, false),
            (400, "Bad Request: FILE_REFERENCE_EMPTY"),
            (400, "FILE_REFERENCE_EMPTY"),
        ),
        (
            "a file reference that has expired",
            |stage| with_reference(stage, |_| {}, true),
            (400, "Bad Request: FILE_REFERENCE_EXPIRED"),
            (400, "FILE_REFERENCE_EXPIRED"),
        ),
        (
            "a file reference that never was one",
            |stage| with_reference(stage, |reference| reference.push(0), false),
            (400, "Bad Request: FILE_REFERENCE_INVALID"),
            (400, "FILE_REFERENCE_INVALID"),
        ),
    ]
}
