//! What media become once their files are at hand.

use super::*;

fn uploaded(request: Medium<'_>, name: &str) -> enums::InputMedia {
    let file = types::InputFile { id: 1, parts: 1, name: name.to_owned(), md5_checksum: String::new() };
    let source = Source::Uploaded { file: file.into(), name: name.to_owned() };
    request.input(source, Attached::default()).unwrap()
}

fn document(media: enums::InputMedia) -> types::InputMediaUploadedDocument {
    match media {
        enums::InputMedia::UploadedDocument(document) => document,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_uploaded_file_is_told_by_its_name_and_its_kind() {
    let file = InputFile::bytes("x", "x");
    let plain = |kind| Medium::plain(&file, kind);
    let of_video = Kind::Video { duration: None, width: None, height: None, is_streamable: false };
    let of_animation = Kind::Animation { duration: None, width: None, height: None };
    let table = [
        (Kind::Document { as_it_is: false }, "a.pdf", "application/pdf"),
        (Kind::Document { as_it_is: false }, "a", "application/octet-stream"),
        (Kind::Audio { duration: None, performer: None, title: None }, "a", "audio/mpeg"),
        (Kind::Voice { duration: None }, "a.ogg", "audio/ogg"),
        (of_video, "a", "video/mp4"),
        (of_animation, "a.gif", "image/gif"),
        (Kind::VideoNote { duration: None, length: None }, "a.webm", "video/mp4"),
        (Kind::Sticker { emoji: None }, "a.tgs", "application/x-tgsticker"),
        (Kind::Sticker { emoji: None }, "a.webm", "video/webm"),
        (Kind::Sticker { emoji: None }, "a", "image/webp"),
    ];
    for (kind, name, expected) in table {
        let document = document(uploaded(plain(kind), name));
        assert_eq!(document.mime_type, expected, "{kind:?} {name}");
        let is_video = matches!(kind, Kind::Video { .. } | Kind::VideoNote { .. });
        assert_eq!(document.nosound_video, is_video, "{kind:?}");
    }
}

#[test]
fn what_is_said_of_a_video_goes_along() {
    let request = SendVideo::new(7, InputFile::bytes("a.mp4", "x"))
        .duration(3u32)
        .width(4u32)
        .height(5u32)
        .start_timestamp(2u32)
        .supports_streaming()
        .has_spoiler();
    let document = document(uploaded((&request).into(), "a.mp4"));
    let attribute =
        types::DocumentAttributeVideo { supports_streaming: true, ..video(Some(3), Some(4), Some(5)) };
    let name = types::DocumentAttributeFilename { file_name: "a.mp4".to_owned() };
    assert_eq!(document.attributes, [name.into(), attribute.into()]);
    assert_eq!((document.spoiler, document.video_timestamp), (true, Some(2)));
}

#[test]
fn what_cannot_come_from_the_web_is_refused() {
    let file = InputFile::url("https://a.b/c");
    let web = || Source::Web("https://a.b/c".to_owned());
    let note = Medium::plain(&file, Kind::VideoNote { duration: None, length: None });
    assert_eq!(*note.input(web(), Attached::default()).unwrap_err().kind(), ErrorKind::BadRequest);
    let photo = Medium::plain(&file, Kind::Photo).input(web(), Attached::default()).unwrap();
    assert!(matches!(photo, enums::InputMedia::PhotoExternal(_)), "{photo:?}");
    let voice =
        Medium::plain(&file, Kind::Voice { duration: None }).input(web(), Attached::default()).unwrap();
    assert!(matches!(voice, enums::InputMedia::DocumentExternal(_)), "{voice:?}");
}
