//! Files: part by part in, piece by piece out, and the same ones on both wires.

use ambigram_core::identity::{FileType, PhotoSizeSource, RemoteFile, RemoteLocation};
use ambigram_core::types::FileId;
use ambigram_sandbox::Sandbox;
use ambigram_sandbox::play::BotAccount;
use grammers_tl_types::{Deserializable, RemoteCall, Serializable, enums, functions, types};
use serde_json::Value;

use crate::client::Client;
use crate::stage;

/// A bot on both wires, and a user who started it.
struct Stage {
    sandbox: Sandbox,
    client: Client,
    bot: BotAccount,
    peer: enums::InputPeer,
    http: reqwest::Client,
}

impl Stage {
    async fn new() -> Self {
        let (sandbox, client, bot) = stage::bot().await;
        let alice = sandbox.telegram().user("Alice");
        alice.open(&bot).say("/start");
        let peer = types::InputPeerUser { user_id: alice.id.0, access_hash: 0 }.into();
        // Only the first of many can be installed, and any will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self { sandbox, client, bot, peer, http: reqwest::Client::new() }
    }

    async fn call<R: RemoteCall>(&mut self, request: &R) -> R::Return {
        R::Return::from_bytes(&self.client.call(&request.to_bytes()).await).unwrap()
    }

    async fn refused<R: RemoteCall>(&mut self, request: &R) -> String {
        let (code, name) = self.client.refused(&request.to_bytes()).await;
        assert_eq!(code, 400, "{name}");
        name
    }

    /// Sends a file in parts of this size.
    async fn send_parts(&mut self, file_id: i64, bytes: &[u8], size: usize) -> i32 {
        let parts = bytes.chunks(size);
        let count = parts.len() as i32;
        for (file_part, part) in (0..).zip(parts) {
            let part = functions::upload::SaveFilePart { file_id, file_part, bytes: part.to_vec() };
            assert!(self.call(&part).await);
        }
        count
    }

    async fn upload(&mut self, media: enums::InputMedia) -> enums::MessageMedia {
        self.call(&upload(&self.peer.clone(), media)).await
    }

    /// Fetches a file in pieces of 64 KiB.
    async fn fetch(&mut self, location: &enums::InputFileLocation) -> Vec<u8> {
        let limit = 64 << 10;
        let mut bytes = Vec::new();
        loop {
            let piece = functions::upload::GetFile {
                precise: false,
                cdn_supported: false,
                location: location.clone(),
                offset: bytes.len() as i64,
                limit,
            };
            let enums::upload::File::File(piece) = self.call(&piece).await else { panic!("a redirect") };
            bytes.extend(&piece.bytes);
            assert!(bytes.len() <= 16 << 20, "a file without an end");
            if piece.bytes.len() < limit as usize {
                return bytes;
            }
        }
    }

    /// Asks the Bot API for a file, and downloads it.
    async fn download(&self, file_id: &str) -> Vec<u8> {
        let url = self.sandbox.bot_api_url();
        let token = &self.bot.token;
        let asked =
            self.http.get(format!("{url}/bot{token}/getFile?file_id={file_id}")).send().await.unwrap();
        let file: Value = serde_json::from_slice(&asked.bytes().await.unwrap()).unwrap();
        let path = file["result"]["file_path"].as_str().unwrap_or_else(|| panic!("{file}"));
        let got = self.http.get(format!("{url}/file/bot{token}/{path}")).send().await.unwrap();
        let bytes = got.bytes().await.unwrap().to_vec();
        assert_eq!(file["result"]["file_size"], bytes.len());
        bytes
    }

    /// The control API's answer to a body of bytes.
    async fn control(&self, path: &str, body: Vec<u8>) -> Value {
        let url = format!("{}{path}", self.sandbox.control_url());
        let response = self.http.post(url).body(body).send().await.unwrap();
        serde_json::from_slice(&response.bytes().await.unwrap()).unwrap()
    }
}

fn upload(peer: &enums::InputPeer, media: enums::InputMedia) -> functions::messages::UploadMedia {
    functions::messages::UploadMedia { business_connection_id: None, peer: peer.clone(), media }
}

fn input_file(id: i64, parts: i32, name: &str, md5_checksum: &str) -> enums::InputFile {
    types::InputFile { id, parts, name: name.to_owned(), md5_checksum: md5_checksum.to_owned() }.into()
}

fn uploaded_document(file: enums::InputFile, mime_type: &str) -> types::InputMediaUploadedDocument {
    types::InputMediaUploadedDocument {
        nosound_video: false,
        force_file: false,
        spoiler: false,
        file,
        thumb: None,
        mime_type: mime_type.to_owned(),
        attributes: Vec::new(),
        stickers: None,
        video_cover: None,
        video_timestamp: None,
        ttl_seconds: None,
    }
}

fn uploaded_photo(file: enums::InputFile) -> enums::InputMedia {
    types::InputMediaUploadedPhoto {
        spoiler: false,
        live_photo: false,
        file,
        stickers: None,
        ttl_seconds: None,
        video: None,
    }
    .into()
}

fn document(media: enums::MessageMedia) -> types::Document {
    let enums::MessageMedia::Document(media) = media else { panic!("{media:?}") };
    let Some(enums::Document::Document(document)) = media.document else { panic!("{media:?}") };
    document
}

fn photo(media: enums::MessageMedia) -> types::Photo {
    let enums::MessageMedia::Photo(media) = media else { panic!("{media:?}") };
    let Some(enums::Photo::Photo(photo)) = media.photo else { panic!("{media:?}") };
    photo
}

fn document_location(of: &types::Document) -> types::InputDocumentFileLocation {
    types::InputDocumentFileLocation {
        id: of.id,
        access_hash: of.access_hash,
        file_reference: of.file_reference.clone(),
        thumb_size: String::new(),
    }
}

/// The place that a file id of the Bot API names.
fn location(file_id: &str) -> enums::InputFileLocation {
    let file = RemoteFile::decode(&FileId::from(file_id)).unwrap();
    let file_reference = file.file_reference;
    match file.location {
        RemoteLocation::Photo { id, access_hash, source: PhotoSizeSource::Thumbnail { size } } => {
            let thumb_size = char::from(size).to_string();
            if file.kind == FileType::Photo {
                types::InputPhotoFileLocation { id, access_hash, file_reference, thumb_size }.into()
            } else {
                types::InputDocumentFileLocation { id, access_hash, file_reference, thumb_size }.into()
            }
        }
        RemoteLocation::Common { id, access_hash } => {
            let thumb_size = String::new();
            types::InputDocumentFileLocation { id, access_hash, file_reference, thumb_size }.into()
        }
        other => panic!("{other:?}"),
    }
}

/// Bytes that are not all alike.
fn noise(length: usize) -> Vec<u8> {
    (0..length as u32).map(|index| (index.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, (x * y) as u8]));
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn what_comes_in_over_mtproto_goes_out_over_both_wires() {
    let mut stage = Stage::new().await;
    let bytes = noise(700_001);
    let parts = stage.send_parts(1, &bytes, 128 << 10).await;
    let checksum = format!("{:x}", md5::compute(&bytes));
    let mut media = uploaded_document(input_file(1, parts, "a.bin", &checksum), "text/x-noise");
    media.attributes.push(types::DocumentAttributeFilename { file_name: "noise.bin".to_owned() }.into());
    let sent = document(stage.upload(media.into()).await);
    assert_eq!((sent.mime_type.as_str(), sent.size, sent.dc_id), ("text/x-noise", 700_001, 2));
    let name = types::DocumentAttributeFilename { file_name: "noise.bin".to_owned() };
    assert_eq!(sent.attributes, [name.into()]);
    assert!(stage.fetch(&document_location(&sent).into()).await == bytes);

    let file = RemoteFile {
        kind: FileType::Document,
        dc_id: sent.dc_id,
        file_reference: sent.file_reference.clone(),
        location: RemoteLocation::Common { id: sent.id, access_hash: sent.access_hash },
    };
    assert!(stage.download(file.encode().as_str()).await == bytes);
}

#[tokio::test]
async fn a_big_file_comes_in_parts_whose_number_is_told() {
    let mut stage = Stage::new().await;
    let bytes = noise((11 << 20) + 5);
    let count = bytes.chunks(512 << 10).len() as i32;
    for (file_part, part) in (0..).zip(bytes.chunks(512 << 10)) {
        // The number may be told as late as with the last.
        let file_total_parts = if file_part == 0 { -1 } else { count };
        let bytes = part.to_vec();
        let part = functions::upload::SaveBigFilePart { file_id: 2, file_part, file_total_parts, bytes };
        assert!(stage.call(&part).await);
    }
    let big = types::InputFileBig { id: 2, parts: count, name: "big.zip".to_owned() };
    let sent = document(stage.upload(uploaded_document(big.into(), "application/zip").into()).await);
    assert!(stage.fetch(&document_location(&sent).into()).await == bytes);
    let as_small = uploaded_document(input_file(2, count, "", ""), "");
    let peer = stage.peer.clone();
    assert_eq!(stage.refused(&upload(&peer, as_small.into())).await, "FILE_PARTS_INVALID");
}

#[tokio::test]
async fn what_comes_in_over_http_goes_out_over_mtproto() {
    let mut stage = Stage::new().await;
    let (bot, user) = (stage.bot.id, stage.sandbox.telegram().user("Bob").id);
    let bytes = noise(100_000);
    let mut body = format!(
        "--XX\r\nContent-Disposition: form-data; name=\"user_id\"\r\n\r\n{user}\r\n\
         --XX\r\nContent-Disposition: form-data; name=\"sticker_format\"\r\n\r\nvideo\r\n\
         --XX\r\nContent-Disposition: form-data; name=\"sticker\"; filename=\"a.webm\"\r\n\r\n"
    )
    .into_bytes();
    body.extend(&bytes);
    body.extend(b"\r\n--XX--\r\n");
    let url = format!("{}/bot{}/uploadStickerFile", stage.sandbox.bot_api_url(), stage.bot.token);
    let request = stage.http.post(url).header("content-type", "multipart/form-data; boundary=XX").body(body);
    let answer: Value =
        serde_json::from_slice(&request.send().await.unwrap().bytes().await.unwrap()).unwrap();
    let file_id = answer["result"]["file_id"].as_str().unwrap_or_else(|| panic!("{answer}"));
    assert!(stage.fetch(&location(file_id)).await == bytes);
    assert!(stage.download(file_id).await == bytes);

    let shown = stage.control(&format!("/files?account={bot}&name=a.png&as=photo"), png(900, 600)).await;
    let sizes = shown["photo"].as_array().unwrap_or_else(|| panic!("{shown}"));
    let sides: Vec<_> = sizes.iter().map(|size| (size["width"].as_u64(), size["height"].as_u64())).collect();
    let expected = [(90, 60), (320, 213), (800, 533), (900, 600)];
    assert_eq!(sides, expected.map(|(width, height)| (Some(width), Some(height))));
    for size in sizes {
        let file_id = size["file_id"].as_str().unwrap();
        let bytes = stage.fetch(&location(file_id)).await;
        let image = image::load_from_memory_with_format(&bytes, image::ImageFormat::Jpeg).unwrap();
        assert_eq!(u64::from(image.width()), size["width"].as_u64().unwrap());
        assert!(stage.download(file_id).await == bytes);
    }
    let shown = stage.control(&format!("/files?account={bot}&name=a.png"), png(640, 480)).await;
    let thumbnail = &shown["document"]["thumbnail"];
    assert_eq!((&thumbnail["width"], &thumbnail["height"]), (&320.into(), &240.into()));
    let file_id = thumbnail["file_id"].as_str().unwrap();
    assert!(stage.fetch(&location(file_id)).await == stage.download(file_id).await);
}

#[tokio::test]
async fn parts_that_make_no_file_are_refused() {
    let mut stage = Stage::new().await;
    let part =
        |file_part, length| functions::upload::SaveFilePart { file_id: 3, file_part, bytes: noise(length) };
    for (file_part, length, expected) in [
        (-1, 1024, "FILE_PART_INVALID"),
        (4000, 1024, "FILE_PART_INVALID"),
        (0, 0, "FILE_PART_EMPTY"),
        (0, (512 << 10) + 1, "FILE_PART_TOO_BIG"),
    ] {
        assert_eq!(stage.refused(&part(file_part, length)).await, expected);
    }
    let big = |file_part, file_total_parts, length| functions::upload::SaveBigFilePart {
        file_id: 4,
        file_part,
        file_total_parts,
        bytes: noise(length),
    };
    for (part, expected) in [
        (big(0, 0, 1024), "FILE_PARTS_INVALID"),
        (big(2, 2, 1024), "FILE_PARTS_INVALID"),
        (big(0, 4001, 1024), "FILE_PARTS_INVALID"),
        (big(0, 2, 1000), "FILE_PART_SIZE_INVALID"),
        (big(0, 2, 3 << 10), "FILE_PART_SIZE_INVALID"),
    ] {
        assert_eq!(stage.refused(&part).await, expected, "{part:?}");
    }
    for (parts, count, checksum, expected) in [
        (&[] as &[(i32, usize)], 1, "", "FILE_PART_0_MISSING"),
        (&[(0, 1024)], 0, "", "FILE_PARTS_INVALID"),
        (&[(0, 1024), (2, 10)], 3, "", "FILE_PART_1_MISSING"),
        (&[(0, 1024), (1, 1024), (2, 10)], 2, "", "FILE_PARTS_INVALID"),
        (&[(0, 1024), (1, 2048)], 2, "", "FILE_PART_LENGTH_INVALID"),
        (&[(0, 2048), (1, 1024), (2, 1)], 3, "", "FILE_PART_SIZE_CHANGED"),
        (&[(0, 1000), (1, 1000)], 2, "", "FILE_PART_SIZE_INVALID"),
        (&[(0, 10)], 1, "00000000000000000000000000000000", "MD5_CHECKSUM_INVALID"),
    ] {
        // Each is a file of its own.
        let id = stage.client.next_id();
        for (file_part, length) in parts {
            let part =
                functions::upload::SaveFilePart { file_id: id, file_part: *file_part, bytes: noise(*length) };
            assert!(stage.call(&part).await);
        }
        let media = uploaded_document(input_file(id, count, "a", checksum), "");
        let peer = stage.peer.clone();
        assert_eq!(stage.refused(&upload(&peer, media.into())).await, expected, "{parts:?}");
    }
}

#[tokio::test]
async fn a_photo_must_be_an_image() {
    let mut stage = Stage::new().await;
    let peer = stage.peer.clone();
    for (id, name, bytes, expected) in [
        (5, "a.jpg", noise(3000), "IMAGE_PROCESS_FAILED"),
        (6, "a.png", png(100, 4), "PHOTO_INVALID_DIMENSIONS"),
        (7, "a.txt", png(100, 100), "PHOTO_EXT_INVALID"),
    ] {
        let parts = stage.send_parts(id, &bytes, 1024).await;
        let media = uploaded_photo(input_file(id, parts, name, ""));
        assert_eq!(stage.refused(&upload(&peer, media)).await, expected);
    }
    let bytes = png(400, 100);
    let parts = stage.send_parts(8, &bytes, 32 << 10).await;
    let sent = photo(stage.upload(uploaded_photo(input_file(8, parts, "a.png", ""))).await);
    let sizes: Vec<_> = sent
        .sizes
        .iter()
        .map(|size| match size {
            enums::PhotoSize::Size(size) => (size.r#type.as_str(), size.w, size.h),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(sizes, [("s", 90, 23), ("m", 320, 80), ("x", 400, 100)]);
}

#[tokio::test]
async fn files_are_fetched_by_who_was_given_them_as_long_as_the_reference_is_good() {
    let mut stage = Stage::new().await;
    let parts = stage.send_parts(9, b"hello", 1024).await;
    let sent = document(stage.upload(uploaded_document(input_file(9, parts, "a.txt", ""), "").into()).await);
    assert_eq!(sent.mime_type, "text/plain");
    let good = document_location(&sent);
    let get = |location: types::InputDocumentFileLocation| functions::upload::GetFile {
        precise: true,
        cdn_supported: false,
        location: location.into(),
        offset: 0,
        limit: 1024,
    };
    let mut with_another_hash = good.clone();
    with_another_hash.access_hash ^= 1;
    let mut with_thumbnail = good.clone();
    with_thumbnail.thumb_size = "m".to_owned();
    let with_reference = |file_reference: &[u8]| types::InputDocumentFileLocation {
        file_reference: file_reference.to_vec(),
        ..good.clone()
    };
    for (location, expected) in [
        (with_another_hash, "LOCATION_INVALID"),
        (with_thumbnail, "LOCATION_INVALID"),
        (with_reference(b""), "FILE_REFERENCE_EMPTY"),
        (with_reference(b"something else"), "FILE_REFERENCE_INVALID"),
    ] {
        assert_eq!(stage.refused(&get(location)).await, expected);
    }
    assert_eq!(stage.fetch(&good.clone().into()).await, b"hello");
    stage.control("/files/expire", Vec::new()).await;
    assert_eq!(stage.refused(&get(good.clone())).await, "FILE_REFERENCE_EXPIRED");
    let again = types::InputMediaDocument {
        spoiler: false,
        id: types::InputDocument {
            id: sent.id,
            access_hash: sent.access_hash,
            file_reference: sent.file_reference,
        }
        .into(),
        video_cover: None,
        video_timestamp: None,
        ttl_seconds: None,
        query: None,
    };
    let peer = stage.peer.clone();
    assert_eq!(stage.refused(&upload(&peer, again.clone().into())).await, "FILE_REFERENCE_EXPIRED");
    let mut unknown = again;
    unknown.id = types::InputDocument { id: sent.id + 1, access_hash: 1, file_reference: Vec::new() }.into();
    assert_eq!(stage.refused(&upload(&peer, unknown.into())).await, "MEDIA_EMPTY");
}

#[tokio::test]
async fn the_web_has_what_was_put_there_and_nothing_else() {
    let mut stage = Stage::new().await;
    let peer = stage.peer.clone();
    stage.control("/web?url=https://example.com/a/picture.png", png(50, 50)).await;
    stage.control("/web?url=https://example.com/a/text.txt", b"text".to_vec()).await;
    let picture =
        |url: &str| types::InputMediaPhotoExternal { spoiler: true, url: url.to_owned(), ttl_seconds: None };
    let media = stage.upload(picture("https://example.com/a/picture.png").into()).await;
    let enums::MessageMedia::Photo(shown) = &media else { panic!("{media:?}") };
    assert!(shown.spoiler);
    assert_eq!(photo(media).sizes.len(), 1);
    for (url, expected) in [
        ("https://example.com/a/text.txt", "WEBPAGE_MEDIA_EMPTY"),
        ("https://example.com/", "WEBPAGE_CURL_FAILED"),
        ("ftp://example.com/a/picture.png", "EXTERNAL_URL_INVALID"),
    ] {
        assert_eq!(stage.refused(&upload(&peer, picture(url).into())).await, expected);
    }
}

#[tokio::test]
async fn what_there_is_no_cdn_for_is_refused_by_name() {
    let mut stage = Stage::new().await;
    let hashes = functions::upload::GetCdnFileHashes { file_token: Vec::new(), offset: 0 };
    assert_eq!(stage.refused(&hashes).await, "SANDBOX_LACKS upload.getCdnFileHashes");
    let stranger = functions::upload::SaveFilePart { file_id: 1, file_part: 0, bytes: vec![1] };
    let mut client = Client::ready(&stage.sandbox, crate::client::Framing::Abridged).await;
    client.greet().await;
    let refused = client.refused(&stranger.to_bytes()).await;
    assert_eq!(refused, (401, "AUTH_KEY_UNREGISTERED".to_owned()));
}
