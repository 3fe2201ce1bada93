//! Files that Telegram fetches from the web itself.

use ambigram::requests::{InputMediaGroupItem, InputMediaPhoto, InputMediaVideo};
use ambigram_sandbox::world::files::WebFile;
use ambigram_tests::files::gif;
use ambigram_tests::on_both_wires;

use super::*;

/// Puts a file under an address of the stage's own web.
fn publish(stage: &Stage, url: &str, content_type: &str, bytes: Vec<u8>) {
    let file = WebFile { bytes: bytes.into(), content_type: content_type.to_owned() };
    stage.telegram().world().write(|world| world.set_web_file(url, Some(file)));
}

#[tokio::test]
async fn each_kind_comes_from_an_address() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        // Stickers and files come from there as well; video notes do not.
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::VideoNote) {
            // Only some files come from there, and what is a video is one.
            let (bytes, content_type) = match kind {
                Kind::Document => (b"%PDF-1.7 milk".to_vec(), "application/pdf"),
                Kind::Animation => (gif(64, 48), "image/gif"),
                _ => (kind.bytes(), kind.content_type()),
            };
            let url = format!("https://example.org/files/{}?version=2", kind.file_name());
            publish(stage, &url, content_type, bytes.clone());
            let sent = send(&bot, (chat, None), kind, InputFile::url(&url)).await.unwrap();
            assert_eq!(sent.kind.name(), kind.name());
            let got = bot.download(file(&sent)).bytes().await.unwrap();
            assert_eq!(got == bytes, kind != Kind::Photo, "{kind:?}");
            // What the web has there later is nothing to the message.
            stage.telegram().world().write(|world| world.set_web_file(&url, None));
            let again = send(&bot, (chat, None), kind, file(&sent).into()).await.unwrap();
            assert_eq!(again.kind, sent.kind);
        }
        assert_eq!(seen.messages().len(), 1 + 2 * 7);
    })
    .await;
}

#[tokio::test]
async fn what_the_web_does_not_have_is_refused() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let url = |path: &str| format!("https://example.org/{path}");
        publish(stage, &url("page"), "text/html", b"<p>not found</p>".to_vec());
        publish(stage, &url("empty.png"), "image/png", Vec::new());
        publish(stage, &url("large.png"), "image/png", vec![0; (5 << 20) + 1]);
        publish(stage, &url("broken.png"), "image/png", b"no image".to_vec());
        publish(stage, &url("notes.txt"), "text/plain", b"buy milk".to_vec());
        let table = [
            (Kind::Photo, url("missing.png"), ErrorKind::InvalidUrl),
            (Kind::Video, url("missing.mp4"), ErrorKind::InvalidUrl),
            (Kind::Photo, url("page"), ErrorKind::InvalidUrl),
            (Kind::Photo, url("empty.png"), ErrorKind::InvalidUrl),
            (Kind::Photo, url("large.png"), ErrorKind::InvalidUrl),
            (Kind::Photo, url("broken.png"), ErrorKind::BadRequest),
            (Kind::Document, url("notes.txt"), ErrorKind::InvalidUrl),
            (Kind::Video, url("notes.txt"), ErrorKind::InvalidUrl),
            (Kind::Audio, url("page"), ErrorKind::InvalidUrl),
        ];
        for (kind, url, expected) in table {
            let error = send(&bot, (chat, None), kind, InputFile::url(&url)).await.unwrap_err();
            assert_eq!(*error.kind(), expected, "{kind:?} {url}: {error}");
        }
        assert_eq!(seen.messages().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_address_stands_wherever_a_file_does() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let photo = "https://example.org/photo.png";
        let clip = "https://example.org/video.mp4";
        publish(stage, photo, "image/png", Kind::Photo.bytes());
        publish(stage, clip, "video/mp4", Kind::Video.bytes());
        let media: Vec<InputMediaGroupItem> = vec![
            InputMediaPhoto::new(InputFile::url(photo)).caption("from there").into(),
            InputMediaVideo::new(InputFile::url(clip)).into(),
        ];
        let album = bot.send_media_group(chat, media).await.unwrap();
        let names: Vec<_> = album.iter().map(|message| message.kind.name()).collect();
        assert_eq!((names, caption(&album[0])), (vec!["photo", "video"], "from there"));

        let sent = bot.send_document(chat, Kind::Document.upload()).await.unwrap();
        let medium = InputMediaPhoto::new(InputFile::url(photo));
        let edited = bot.edit_message_media((chat, sent.id), medium).await.unwrap();
        assert_eq!(edited.message().unwrap().kind.name(), "photo");
        let cover = InputFile::url(photo);
        let sent = bot.send_video(chat, Kind::Video.upload()).cover(cover).await.unwrap();
        let MessageKind::Video(video) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!(video.cover.as_ref().unwrap().largest().unwrap().width, 320);
    })
    .await;
}
