//! Sending files: photos, videos, music, stickers, several at once. <https://core.telegram.org/bots/api#sendphoto>

use std::time::Duration;

use ambigram_core::identity::FileType;
use serde_json::Value;

use super::Call;
use super::sending::{Options, send};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::file_id::file_type;
use crate::bot_api::read::fields::Fields;
use crate::bot_api::read::{Reason, file, text};
use crate::bot_api::write::message;
use crate::rules::{Refusal, files};
use crate::world::files::{
    Audio, DocumentAttributes, DocumentKind, DocumentWish, GivenFile, ReadyFile, Sticker, Upload, Video,
};
use crate::world::{NewContent, NewMessage, PaidMedia, ReadyMedia};

/// The most pixels of a side, and the most seconds, that are believed.
const MAX_LENGTH: i32 = 10_000;
const MAX_DURATION: i32 = 86_400;

/// <https://core.telegram.org/bots/api#sendphoto>
pub(super) fn send_photo(call: &Call<'_>) -> Result<Answer, Failure> {
    let photo = required(call, "photo", "photo", None)?.as_photo(call.world())?;
    send_ready(call, photo.into())
}

/// <https://core.telegram.org/bots/api#sendlivephoto>
pub(super) fn send_live_photo(call: &Call<'_>) -> Result<Answer, Failure> {
    let live = required(call, "live_photo", "live photo", Some(DocumentKind::Video))?;
    let photo = required(call, "photo", "photo", None)?.as_photo(call.world())?;
    let live = live.as_document(call.world(), DocumentKind::Video.into())?;
    send_ready(call, ReadyMedia { live: Some(live), ..photo.into() })
}

/// <https://core.telegram.org/bots/api#senddocument>
pub(super) fn send_document(call: &Call<'_>) -> Result<Answer, Failure> {
    let is_forced = call.arguments.flag("disable_content_type_detection");
    let wish = DocumentWish { is_forced, ..DocumentKind::General.into() };
    send_document_as(call, "document", "document", wish)
}

/// <https://core.telegram.org/bots/api#sendanimation>
pub(super) fn send_animation(call: &Call<'_>) -> Result<Answer, Failure> {
    let video = Some(moving(call, "height"));
    let attributes = DocumentAttributes { video, ..DocumentAttributes::default() };
    let wish = DocumentWish { attributes, ..DocumentKind::Animation.into() };
    send_document_as(call, "animation", "animation", wish)
}

/// <https://core.telegram.org/bots/api#sendaudio>
pub(super) fn send_audio(call: &Call<'_>) -> Result<Answer, Failure> {
    let text = |name| some(call.arguments.get(name).to_owned());
    let (title, performer) = (text("title"), text("performer"));
    let audio = Some(Audio { duration: duration(call), title, performer, ..Audio::default() });
    let attributes = DocumentAttributes { audio, ..DocumentAttributes::default() };
    let wish = DocumentWish { attributes, ..DocumentKind::Audio.into() };
    send_document_as(call, "audio", "audio", wish)
}

/// <https://core.telegram.org/bots/api#sendvoice>
pub(super) fn send_voice(call: &Call<'_>) -> Result<Answer, Failure> {
    let audio = Some(Audio { duration: duration(call), ..Audio::default() });
    let attributes = DocumentAttributes { audio, ..DocumentAttributes::default() };
    let wish = DocumentWish { attributes, ..DocumentKind::Voice.into() };
    send_document_as(call, "voice", "voice", wish)
}

/// <https://core.telegram.org/bots/api#sendvideonote>
pub(super) fn send_video_note(call: &Call<'_>) -> Result<Answer, Failure> {
    let length = pixels(call, "length");
    let video = Some(Video { width: length, height: length, ..moving(call, "length") });
    let attributes = DocumentAttributes { video, ..DocumentAttributes::default() };
    // Whatever its name ends in, it is taken for one.
    let mime_type = Some("video/mp4".to_owned());
    let wish = DocumentWish { attributes, mime_type, ..DocumentKind::VideoNote.into() };
    send_document_as(call, "video_note", "video note", wish)
}

/// <https://core.telegram.org/bots/api#sendsticker>
pub(super) fn send_sticker(call: &Call<'_>) -> Result<Answer, Failure> {
    let emoji = call.arguments.get("emoji").to_owned();
    let attributes = DocumentAttributes {
        sticker: Some(Sticker { emoji, ..Sticker::default() }),
        ..DocumentAttributes::default()
    };
    let wish = DocumentWish { attributes, ..DocumentKind::Sticker.into() };
    send_document_as(call, "sticker", "sticker", wish)
}

/// <https://core.telegram.org/bots/api#sendvideo>
pub(super) fn send_video(call: &Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let given = required(call, "video", "video", Some(DocumentKind::Video))?;
    let supports_streaming = arguments.flag("supports_streaming");
    let video = Some(Video { supports_streaming, ..moving(call, "height") });
    let attributes = DocumentAttributes { video, ..DocumentAttributes::default() };
    let cover = file::file(arguments, "cover", FileType::Photo)?;
    let cover = cover.map(|cover| cover.as_photo(call.world())).transpose()?;
    let start = start(arguments.integer("start_timestamp", 0, 0, MAX_DURATION));
    let wish = DocumentWish { attributes, ..DocumentKind::Video.into() };
    let ready = document(call, given, wish, file::thumbnail(arguments))?;
    send_ready(call, ReadyMedia { cover, start, ..ready.into() })
}

/// <https://core.telegram.org/bots/api#sendmediagroup>
pub(super) fn send_media_group(call: &Call<'_>) -> Result<Answer, Failure> {
    call.no_business()?;
    let mut options = Options::read(call)?;
    // Telegram has no keyboards under several messages at once.
    options.markup = None;
    let given = several(call, "Expected an Array of InputMedia", "Can't parse media JSON object")?;
    let ready: Vec<_> =
        given.iter().map(|media| input_media(call, media, Use::Group)).collect::<Result<_, _>>()?;
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let mut new = Vec::new();
        for ready in ready {
            let media = NewContent::Media(ready.keep(world, call.bot)?);
            new.push(options.clone().put(world, NewMessage::new(media))?);
        }
        let sent = world.send_group(call.bot, chat, new)?;
        Ok(sent.iter().map(|sent| message::message(world, sent)).collect::<Value>().into())
    })
}

/// <https://core.telegram.org/bots/api#sendpaidmedia>
pub(super) fn send_paid_media(call: &Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let stars = arguments.integer("star_count", 0, 0, 1_000_000_000).into();
    let given = several(call, "Expected an Array of InputPaidMedia", "Can't parse paid media JSON object")?;
    let ready: Vec<_> =
        given.iter().map(|media| input_media(call, media, Use::Paid)).collect::<Result<_, _>>()?;
    let caption = text::caption(arguments)?;
    let caption_above = arguments.flag("show_caption_above_media");
    let payload = arguments.get("payload").to_owned();
    send(call, |world| {
        let keep = |ready: ReadyMedia| Ok::<_, Refusal>(ready.keep(world, call.bot)?.sent);
        let media = ready.into_iter().map(keep).collect::<Result<_, _>>()?;
        let paid = PaidMedia { stars, media, caption, caption_above, payload };
        Ok(NewMessage::new(NewContent::PaidMedia(paid)))
    })
}

/// Reads `media` where it is an array.
fn several(call: &Call<'_>, no_array: &str, no_json: &str) -> Result<Vec<Value>, Failure> {
    let given = call.arguments.get("media");
    if given.is_empty() {
        return Err(Failure::bad_request("Parameter \"media\" is required"));
    }
    match serde_json::from_str(given) {
        Ok(Value::Array(given)) => Ok(given),
        Ok(_) => Err(Failure::bad_request(no_array)),
        Err(_) => Err(Failure::bad_request(no_json)),
    }
}

/// What a file in JSON is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It is put into a message that is there.
    Edit,
    /// It is one of several that are sent together.
    Group,
    /// It is for those who pay.
    Paid,
}

/// Reads the media that `editMessageMedia` puts into a message.
pub(super) fn edited(call: &Call<'_>) -> Result<ReadyMedia, Failure> {
    let given = call.arguments.get("media");
    if given.is_empty() {
        return Err(Failure::bad_request("Parameter \"media\" is required"));
    }
    let given = serde_json::from_str(given)
        .map_err(|_| Failure::bad_request("Can't parse input media JSON object"))?;
    input_media(call, &given, Use::Edit)
}

/// Reads one of several files, and makes it ready. <https://core.telegram.org/bots/api#inputmedia>
fn input_media(call: &Call<'_>, given: &Value, is_for: Use) -> Result<ReadyMedia, Failure> {
    let name = if is_for == Use::Paid { "InputPaidMedia" } else { "InputMedia" };
    let cant_parse = |reason: Reason| Failure::bad_request(&format!("Can't parse {name}: {reason}"));
    let given = InputMedia::read(call, given, is_for).map_err(cant_parse)?;
    let file = match given.wish {
        None => given.file.as_photo(call.world())?,
        Some(wish) => document(call, given.file, wish, given.thumbnail)?,
    };
    let cover = given.cover.map(|cover| cover.as_photo(call.world())).transpose()?;
    let live =
        given.live.map(|live| live.as_document(call.world(), DocumentKind::Video.into())).transpose()?;
    Ok(ReadyMedia {
        file,
        cover,
        live,
        start: given.start,
        has_spoiler: given.has_spoiler,
        caption: given.caption,
        caption_above: given.caption_above,
    })
}

/// One of several files as it stands in JSON.
struct InputMedia<'a> {
    file: GivenFile,
    /// As what it is to be sent, where it is no photo.
    wish: Option<DocumentWish>,
    thumbnail: Option<&'a Upload>,
    cover: Option<GivenFile>,
    live: Option<GivenFile>,
    start: Option<Duration>,
    has_spoiler: bool,
    caption: ambigram_core::text::Text,
    caption_above: bool,
}

impl<'a> InputMedia<'a> {
    fn read(call: &'a Call<'_>, given: &Value, is_for: Use) -> Result<Self, Reason> {
        let fields = Fields::of(given).ok_or("expected an Object")?;
        let entities = fields.value("caption_entities").unwrap_or(&Value::Null);
        let caption = text::formatted(&fields.text("caption")?, &fields.text("parse_mode")?, entities)?;
        let caption_above = fields.flag("show_caption_above_media")?;
        let has_spoiler = fields.flag("has_spoiler")?;
        let sort = fields.required_text("type")?;
        let named = |name, wanted| file::named(&call.arguments, "", &fields.text(name)?, wanted);
        let kind = match sort.as_str() {
            "photo" => None,
            "live_photo" | "video" => Some(DocumentKind::Video),
            _ if is_for == Use::Paid => return Err(format!("type \"{sort}\" is unsupported")),
            "animation" => Some(DocumentKind::Animation),
            "audio" => Some(DocumentKind::Audio),
            "document" => Some(DocumentKind::General),
            _ => return Err(format!("type \"{sort}\" is unsupported")),
        };
        let file = named("media", kind.map_or(FileType::Photo, file_type))?.ok_or("media not found")?;
        if is_for == Use::Group && sort == "animation" {
            return Err(format!("type \"{sort}\" can't be used in sendMediaGroup"));
        }
        let number = |name, most| fields.integer(name, 0).map(|number| number.clamp(0, most).unsigned_abs());
        let video = || -> Result<Video, Reason> {
            Ok(Video {
                width: number("width", MAX_LENGTH)?,
                height: number("height", MAX_LENGTH)?,
                duration: seconds(number("duration", MAX_DURATION)?),
                ..Video::default()
            })
        };
        let mut read = Self {
            file,
            wish: None,
            thumbnail: thumbnail(call, fields)?,
            cover: None,
            live: None,
            start: None,
            has_spoiler,
            caption,
            caption_above,
        };
        let mut wish = kind.map(DocumentWish::from);
        if sort == "live_photo" {
            let photo = named("photo", FileType::Photo)?.ok_or("photo not found")?;
            read.live = Some(std::mem::replace(&mut read.file, photo));
            return Ok(read);
        }
        if let Some(wish) = &mut wish {
            match wish.kind {
                DocumentKind::Video => {
                    let supports_streaming = fields.flag("supports_streaming")?;
                    wish.attributes.video = Some(Video { supports_streaming, ..video()? });
                    read.cover = named("cover", FileType::Photo)?;
                    read.start = start(fields.integer("start_timestamp", 0)?.clamp(0, MAX_DURATION));
                }
                DocumentKind::Animation => wish.attributes.video = Some(video()?),
                DocumentKind::Audio => {
                    wish.attributes.audio = Some(Audio {
                        duration: seconds(number("duration", MAX_DURATION)?),
                        title: some(fields.text("title")?),
                        performer: some(fields.text("performer")?),
                        ..Audio::default()
                    });
                }
                _ => wish.is_forced = fields.flag("disable_content_type_detection")? || is_for == Use::Group,
            }
        }
        read.wish = wish;
        Ok(read)
    }
}

/// The small picture of one of several files: named by it, or the one for all of them.
fn thumbnail<'a>(call: &'a Call<'_>, fields: Fields<'_>) -> Result<Option<&'a Upload>, Reason> {
    let named = match fields.text("thumbnail")? {
        name if name.is_empty() => fields.text("thumb")?,
        name => name,
    };
    Ok(file::uploaded(&call.arguments, "", &named).or_else(|| file::thumbnail(&call.arguments)))
}

/// Reads the file that a method can't do without.
fn required(
    call: &Call<'_>,
    name: &str,
    words: &str,
    kind: Option<DocumentKind>,
) -> Result<GivenFile, Failure> {
    file::file(&call.arguments, name, kind.map_or(FileType::Photo, file_type))?
        .ok_or_else(|| Failure::bad_request(&format!("There is no {words} in the request")))
}

fn send_document_as(call: &Call<'_>, name: &str, words: &str, wish: DocumentWish) -> Result<Answer, Failure> {
    let given = required(call, name, words, Some(wish.kind))?;
    let ready = document(call, given, wish, file::thumbnail(&call.arguments))?;
    send_ready(call, ready.into())
}

/// Makes a document ready, with its small picture.
fn document(
    call: &Call<'_>,
    given: GivenFile,
    wish: DocumentWish,
    thumbnail: Option<&Upload>,
) -> Result<ReadyFile, Refusal> {
    let thumbnail = match thumbnail {
        Some(thumbnail) => files::uploaded_thumbnail(&thumbnail.bytes)?,
        None => None,
    };
    given.as_document(call.world(), DocumentWish { thumbnail, ..wish })
}

/// Sends a file with the caption that stands beside it in the request.
fn send_ready(call: &Call<'_>, ready: ReadyMedia) -> Result<Answer, Failure> {
    let ready = ReadyMedia {
        caption: text::caption(&call.arguments)?,
        caption_above: call.arguments.flag("show_caption_above_media"),
        has_spoiler: call.arguments.flag("has_spoiler"),
        ..ready
    };
    send(call, |world| Ok(NewMessage::new(NewContent::Media(ready.keep(world, call.bot)?))))
}

/// What moves, as its sender describes it.
fn moving(call: &Call<'_>, height: &str) -> Video {
    let (width, height) = (pixels(call, "width"), pixels(call, height));
    Video { duration: duration(call), width, height, ..Video::default() }
}

fn pixels(call: &Call<'_>, name: &str) -> u32 {
    call.arguments.integer(name, 0, 0, MAX_LENGTH).unsigned_abs()
}

fn duration(call: &Call<'_>) -> Duration {
    seconds(call.arguments.integer("duration", 0, 0, MAX_DURATION).unsigned_abs())
}

fn seconds(seconds: u32) -> Duration {
    Duration::from_secs(seconds.into())
}

fn start(at: i32) -> Option<Duration> {
    (at > 0).then(|| seconds(at.unsigned_abs()))
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
