//! What becomes of files, in tables.
#![allow(clippy::unwrap_used, reason = "it fails there and then")]

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use super::picture::fit;
use super::*;
use crate::world::files::{DocumentAttributes, DocumentKind, Upload};

fn image(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let image = DynamicImage::new_rgb8(width, height);
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn upload(name: &str, bytes: Vec<u8>) -> Upload {
    Upload { name: name.to_owned(), bytes: bytes.into() }
}

#[test]
fn a_photo_has_telegrams_sizes_up_to_its_own() {
    for (width, height, expected) in [
        (50, 40, "s 50 40"),
        (300, 200, "s 90 60, m 300 200"),
        (320, 320, "s 90 90, m 320 320"),
        (100, 1000, "s 9 90, m 32 320, x 80 800, y 100 1000"),
        (3000, 2000, "s 90 60, m 320 213, x 800 533, y 1280 853, w 2560 1707"),
    ] {
        let made = photo(&upload("a.png", image(width, height, ImageFormat::Png))).unwrap();
        let sizes: Vec<_> = made
            .sizes
            .iter()
            .map(|size| {
                let real = image::load_from_memory_with_format(&size.bytes, ImageFormat::Jpeg).unwrap();
                assert_eq!((real.width(), real.height()), (size.width, size.height));
                format!("{} {} {}", size.letter.letter(), size.width, size.height)
            })
            .collect();
        assert_eq!(sizes.join(", "), expected);
    }
}

#[test]
fn a_jpeg_that_fits_stays_as_it_is() {
    let bytes = image(400, 300, ImageFormat::Jpeg);
    let made = photo(&upload("", bytes.clone())).unwrap();
    assert_eq!(*made.sizes.last().unwrap().bytes, *bytes);
}

#[test]
fn what_is_no_photo_is_refused() {
    let png = |width, height| image(width, height, ImageFormat::Png);
    let mut broken = image(100, 100, ImageFormat::Jpeg);
    broken.truncate(broken.len() / 4);
    for (name, bytes, expected) in [
        ("a.jpg", Vec::new(), "Bad Request: file must be non-empty"),
        ("a.jpg", b"hello".to_vec(), "Bad Request: IMAGE_PROCESS_FAILED"),
        ("a.jpg", broken, "Bad Request: IMAGE_PROCESS_FAILED"),
        ("a.png", png(21, 1), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        ("a.png", png(9000, 1001), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (
            "a.txt",
            png(10, 10),
            "Bad Request: photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp",
        ),
        (
            "a.jpg",
            vec![0; PHOTO_BYTES + 1],
            "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ] {
        assert_eq!(photo(&upload(name, bytes)).unwrap_err().description(), expected);
    }
    assert!(photo(&upload("a.png", png(20, 1))).is_ok());
}

#[test]
fn what_is_in_a_file_is_told_by_its_name() {
    for (name, expected) in [
        ("a.mp4", "video/mp4"),
        ("a.MP3", "audio/mpeg"),
        ("a.ogg", "audio/ogg"),
        ("a.opus", "audio/ogg"),
        ("a.gif", "image/gif"),
        ("a.webp", "image/webp"),
        ("a.tgs", "application/x-tgsticker"),
        ("a.pdf", "application/pdf"),
        ("a.txt", "text/plain"),
        ("a.tar.gz", "application/gzip"),
        ("dir.d/a", "application/octet-stream"),
        ("a.mp4/", "application/octet-stream"),
        ("", "application/octet-stream"),
    ] {
        assert_eq!(mime_type(name), expected, "{name}");
    }
}

#[test]
fn what_a_file_is_sent_as_is_up_to_what_is_in_it() {
    use DocumentKind as Kind;
    let opus = b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead";
    for (wanted, mime_type, bytes, is_forced, expected) in [
        (Kind::General, "image/gif", b"" as &[u8], false, Kind::Animation),
        (Kind::General, "image/gif", b"", true, Kind::General),
        (Kind::General, "audio/ogg", opus, false, Kind::Voice),
        (Kind::General, "text/plain", b"", false, Kind::General),
        (Kind::Animation, "video/mp4", b"", false, Kind::Animation),
        (Kind::Video, "video/mp4", b"", false, Kind::Video),
        (Kind::Video, "image/gif", b"", false, Kind::Animation),
        (Kind::Video, "video/x-matroska", b"", false, Kind::General),
        (Kind::VideoNote, "video/mp4", b"", false, Kind::VideoNote),
        (Kind::Voice, "audio/mpeg", b"", false, Kind::Voice),
        (Kind::Voice, "audio/flac", b"", false, Kind::Audio),
        (Kind::Audio, "audio/ogg", opus, false, Kind::Voice),
        (Kind::Audio, "audio/flac", b"", false, Kind::Audio),
        (Kind::Audio, "text/plain", b"", false, Kind::General),
        (Kind::Sticker, "image/webp", b"", false, Kind::Sticker),
        (Kind::Sticker, "image/jpeg", b"", false, Kind::General),
    ] {
        assert_eq!(sent_as(wanted, mime_type, bytes, is_forced), expected, "{wanted:?} {mime_type}");
        let made = document(
            Upload { name: String::new(), bytes: bytes.to_vec().into() },
            Some(mime_type),
            wanted,
            DocumentAttributes::default(),
            None,
            is_forced,
        );
        assert_eq!(made.attributes.kind(&made.mime_type), expected, "{wanted:?} {mime_type}");
    }
}

#[test]
fn an_image_sent_as_a_file_has_a_size_and_a_small_picture() {
    let bytes = image(640, 480, ImageFormat::Png);
    let made = document(
        upload("a.png", bytes.clone()),
        None,
        DocumentKind::General,
        DocumentAttributes::default(),
        None,
        false,
    );
    assert_eq!(*made.bytes, *bytes);
    assert_eq!(made.attributes.image_size, Some((640, 480)));
    let small = made.thumbnail.unwrap();
    assert_eq!((small.width, small.height), (320, 240));
    assert_eq!(made.attributes.file_name.as_deref(), Some("a.png"));
}

#[test]
fn pictures_keep_their_ratio() {
    for (width, height, bound, expected) in
        [(10, 10, 90, (10, 10)), (200, 100, 90, (90, 45)), (1, 2000, 90, (1, 90)), (0, 0, 90, (0, 0))]
    {
        assert_eq!(fit(width, height, bound), expected);
    }
}
