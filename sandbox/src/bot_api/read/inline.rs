//! What bots offer in the middle of a chat. <https://core.telegram.org/bots/api#inlinequeryresult>

use ambigram_core::identity::FileType;
use ambigram_core::text::Text;
use ambigram_core::types::{InlineKeyboard, LinkPreviewOptions, UserId};
use serde_json::Value;

use super::fields::{Fields, Reason};
use super::keyboard::{self, ReplyMarkup};
use super::{file, invoice, place, preview, text};
use crate::bot_api::answer::Failure;
use crate::bot_api::request::Arguments;
use crate::world::NewContent;
use crate::world::files::GivenFile;
use crate::world::inline::{AnswerButton, InlineResult, ResultFile, ResultKind, Sends, WebDocument};

/// The most results. <https://core.telegram.org/bots/api#answerinlinequery>
const RESULTS: usize = 50;

/// Reads `results`.
pub(crate) fn results(arguments: &Arguments) -> Result<Vec<InlineResult>, Reason> {
    let json = arguments.get("results");
    if json.is_empty() {
        return Ok(Vec::new());
    }
    let value: Value = serde_json::from_str(json)
        .map_err(|error| format!("Can't parse JSON encoded inline query results: {error}"))?;
    let values = match value {
        Value::Null => return Ok(Vec::new()),
        Value::Array(values) => values,
        _ => return Err("Expected an Array of inline query results".to_owned()),
    };
    if values.len() > RESULTS {
        return Err("Too many inline query results specified".to_owned());
    }
    let read = |value| result(value).map_err(|reason| format!("Can't parse inline query result: {reason}"));
    values.iter().map(read).collect()
}

/// Reads `result`.
pub(crate) fn single(arguments: &Arguments) -> Result<InlineResult, Reason> {
    let json = arguments.get("result");
    if json.is_empty() {
        return Err("Result isn't specified".to_owned());
    }
    let value: Value = serde_json::from_str(json)
        .map_err(|error| format!("Can't parse JSON encoded web view query results {error}"))?;
    result(&value)
}

/// Reads `button`, or what stood there before it.
pub(crate) fn button(arguments: &Arguments) -> Result<Option<AnswerButton>, Reason> {
    let json = arguments.get("button");
    if json.is_empty() {
        let text = arguments.get("switch_pm_text");
        return Ok((!text.is_empty()).then(|| AnswerButton::Start {
            text: text.to_owned(),
            parameter: arguments.get("switch_pm_parameter").to_owned(),
        }));
    }
    let value: Value = serde_json::from_str(json)
        .map_err(|_| "Can't parse inline query results button JSON object".to_owned())?;
    read_button(&value)
        .map(Some)
        .map_err(|reason| format!("Can't parse inline query results button: {reason}"))
}

fn read_button(value: &Value) -> Result<AnswerButton, Reason> {
    let fields = Fields::of(value).ok_or("InlineQueryResultsButton must be an Object")?;
    let text = fields.required_text("text")?;
    if fields.has("start_parameter") {
        return Ok(AnswerButton::Start { text, parameter: fields.required_text("start_parameter")? });
    }
    if fields.has("web_app") {
        let url = fields.required_object("web_app")?.required_text("url")?;
        return Ok(AnswerButton::WebApp { text, url });
    }
    Err("InlineQueryResultsButton must have exactly one optional field".to_owned())
}

fn result(value: &Value) -> Result<InlineResult, Reason> {
    let fields = Fields::of(value).ok_or("Inline query result must be an object")?;
    let sort = fields.required_text("type")?.to_ascii_lowercase();
    let id = fields.required_text("id")?;
    let given = content(fields, sort == "article")?;
    let caption = text::formatted(
        &fields.text("caption")?,
        &fields.text("parse_mode")?,
        fields.value("caption_entities").unwrap_or(&Value::Null),
    )?;
    let is_above = fields.flag("show_caption_above_media")?;
    let keyboard = read_keyboard(fields)?;
    let mut parts = Parts { fields, result: empty(id), caption, is_above };
    parts.result.keyboard = keyboard;
    parts.result.thumbnail = parts.thumbnail()?;
    let own = parts.read(&sort)?;
    let Parts { mut result, caption, is_above, .. } = parts;
    result.sends = match (given, own) {
        (Some(given), _) | (None, Some(given)) => given,
        (None, None) => Sends::Itself { caption, is_above },
    };
    Ok(result)
}

fn empty(id: String) -> InlineResult {
    InlineResult {
        id,
        kind: ResultKind::Article,
        title: String::new(),
        description: String::new(),
        url: String::new(),
        thumbnail: None,
        content: None,
        file: None,
        sends: Sends::Itself { caption: Text::default(), is_above: false },
        keyboard: None,
    }
}

/// A result in the making.
struct Parts<'a> {
    fields: Fields<'a>,
    result: InlineResult,
    caption: Text,
    is_above: bool,
}

impl Parts<'_> {
    /// Reads what is each sort's own; what is sent by itself, where that is no file.
    fn read(&mut self, sort: &str) -> Result<Option<Sends>, Reason> {
        let fields = self.fields;
        let integer = |name| fields.integer(name, 0);
        match sort {
            "article" => {
                let url = fields.text("url")?;
                let is_hidden = fields.flag("hide_url")?;
                self.result.title = fields.required_text("title")?;
                self.result.description = fields.text("description")?;
                self.result.url = if is_hidden { String::new() } else { url };
            }
            "audio" => {
                let seconds = integer("audio_duration")?;
                let has_url = !fields.text("audio_url")?.is_empty();
                self.result.title =
                    if has_url { fields.required_text("title")? } else { fields.text("title")? };
                let performer = fields.text("performer")?;
                self.result.description.clone_from(&performer);
                self.file("audio", ResultKind::Audio, FileType::Audio, "audio/mpeg")?;
                let title = self.result.title.clone();
                self.content(|web| web.sounding(seconds, &title, &performer, false));
            }
            "voice" => {
                self.result.title = fields.required_text("title")?;
                let seconds = integer("voice_duration")?;
                self.file("voice", ResultKind::Voice, FileType::VoiceNote, "audio/ogg")?;
                self.content(|web| web.sounding(seconds, "", "", true));
            }
            "document" => {
                self.result.title = fields.required_text("title")?;
                self.result.description = fields.text("description")?;
                let has_url = !fields.text("document_url")?.is_empty();
                let mime_type =
                    if has_url { fields.required_text("mime_type")? } else { fields.text("mime_type")? };
                self.file("document", ResultKind::File, FileType::Document, &mime_type)?;
            }
            "gif" | "mpeg4_gif" => {
                self.result.title = fields.text("title")?;
                let (name, mime_type) =
                    if sort == "gif" { ("gif", "image/gif") } else { ("mpeg4", "video/mp4") };
                let number = |part: &str| fields.integer(&format!("{name}_{part}"), 0);
                let (width, height, seconds) = (number("width")?, number("height")?, number("duration")?);
                self.file(name, ResultKind::Gif, FileType::Animation, mime_type)?;
                self.content(|web| web.sized(width, height, seconds));
            }
            "photo" => {
                self.result.title = fields.text("title")?;
                self.result.description = fields.text("description")?;
                let (width, height) = (integer("photo_width")?, integer("photo_height")?);
                self.file("photo", ResultKind::Photo, FileType::Photo, "image/jpeg")?;
                self.content(|web| web.sized(width, height, 0));
            }
            "sticker" => {
                self.file("sticker", ResultKind::Sticker, FileType::Sticker, "image/webp")?;
            }
            "video" => {
                self.result.title = fields.required_text("title")?;
                self.result.description = fields.text("description")?;
                let has_url = !fields.text("video_url")?.is_empty();
                let mime_type =
                    if has_url { fields.required_text("mime_type")? } else { fields.text("mime_type")? };
                let (width, height) = (integer("video_width")?, integer("video_height")?);
                let seconds = integer("video_duration")?;
                self.file("video", ResultKind::Video, FileType::Video, &mime_type)?;
                self.content(|web| web.sized(width, height, seconds));
            }
            "contact" | "location" | "venue" | "game" => return self.read_other(sort).map(Some),
            _ => return Err(format!("type \"{sort}\" is unsupported for the inline query result")),
        }
        Ok(None)
    }

    /// Reads where the file is: on the web, or known to Telegram already.
    fn file(
        &mut self,
        name: &str,
        kind: ResultKind,
        wanted: FileType,
        mime_type: &str,
    ) -> Result<(), Reason> {
        self.result.kind = kind;
        let url = self.fields.text(&format!("{name}_url"))?;
        let given = match url.as_str() {
            "" => self.fields.required_text(&format!("{name}_file_id"))?,
            _ => url,
        };
        match file::named(&Arguments::default(), "", &given, wanted)? {
            Some(GivenFile::Known(known)) if kind == ResultKind::Photo => {
                self.result.file = Some(ResultFile::NamedPhoto(known));
            }
            Some(GivenFile::Known(known)) => self.result.file = Some(ResultFile::NamedDocument(known)),
            Some(GivenFile::Url(url)) => self.result.content = Some(WebDocument::new(url, mime_type)),
            Some(GivenFile::Upload(_)) | None => {}
        }
        Ok(())
    }

    fn content(&mut self, change: impl FnOnce(WebDocument) -> WebDocument) {
        self.result.content = self.result.content.take().map(change);
    }

    /// The small picture, by its present name or by its old one.
    fn thumbnail(&self) -> Result<Option<WebDocument>, Reason> {
        let fields = self.fields;
        let parts = ["url", "width", "height"].map(|part| format!("thumbnail_{part}"));
        let is_new = parts.iter().any(|name| fields.has(name));
        let name = |part: &str| format!("{}_{part}", if is_new { "thumbnail" } else { "thumb" });
        let url = fields.text(&name("url"))?;
        let (width, height) = (fields.integer(&name("width"), 0)?, fields.integer(&name("height"), 0)?);
        let mime_type = match fields.text(&name("mime_type"))?.as_str() {
            "" => "image/jpeg".to_owned(),
            given => given.to_owned(),
        };
        Ok((!url.is_empty()).then(|| WebDocument::new(url, mime_type).sized(width, height, 0)))
    }

    /// Reads what is sent by itself and is no file.
    fn read_other(&mut self, sort: &str) -> Result<Sends, Reason> {
        let fields = self.fields;
        let content = match sort {
            "location" => {
                self.result.kind = ResultKind::Location;
                self.result.title = fields.required_text("title")?;
                location(fields)?
            }
            "venue" => {
                self.result.kind = ResultKind::Venue;
                self.result.title = fields.required_text("title")?;
                self.result.description = fields.required_text("address")?;
                venue(fields)?
            }
            "contact" => {
                self.result.kind = ResultKind::Contact;
                self.result.title = fields.required_text("first_name")?;
                self.result.description = fields.required_text("phone_number")?;
                contact(fields)?
            }
            _ => {
                self.result.kind = ResultKind::Game;
                let short_name = fields.required_text("game_short_name")?;
                // Whose it is the world knows.
                NewContent::Game { bot: UserId(0), short_name }
            }
        };
        Ok(Sends::Content { content: Box::new(content), link_preview: None })
    }
}

fn location(fields: Fields<'_>) -> Result<NewContent, Reason> {
    for name in ["latitude", "longitude"] {
        fields.required_text(name)?;
    }
    place::location(&fields.as_arguments()).map_err(reason)
}

fn venue(fields: Fields<'_>) -> Result<NewContent, Reason> {
    for name in ["latitude", "longitude", "title", "address"] {
        fields.required_text(name)?;
    }
    place::venue(&fields.as_arguments()).map_err(reason)
}

fn contact(fields: Fields<'_>) -> Result<NewContent, Reason> {
    for name in ["phone_number", "first_name"] {
        fields.required_text(name)?;
    }
    place::contact(&fields.as_arguments()).map_err(reason)
}

/// What a failure says, without the class of the error.
fn reason(failure: Failure) -> Reason {
    let text = failure.description;
    text.strip_prefix("Bad Request: ").map(str::to_owned).unwrap_or(text)
}

fn read_keyboard(fields: Fields<'_>) -> Result<Option<InlineKeyboard>, Reason> {
    if !fields.has("reply_markup") {
        return Ok(None);
    }
    let value = fields.value("reply_markup").filter(|value| value.is_object());
    let value = value.ok_or("Field \"reply_markup\" must be of type Object")?;
    match keyboard::of_value(value)? {
        Some(ReplyMarkup::Inline(keyboard)) => Ok(Some(keyboard)),
        Some(ReplyMarkup::App(_)) => Err("Inline keyboard expected".to_owned()),
        None => Ok(None),
    }
}

/// Reads what is sent in the place of the result itself.
fn content(fields: Fields<'_>, is_required: bool) -> Result<Option<Sends>, Reason> {
    if !fields.has("input_message_content") {
        let message_text =
            if is_required { fields.required_text("message_text")? } else { fields.text("message_text")? };
        if message_text.is_empty() && !is_required {
            return Ok(None);
        }
        let link_preview = fields.flag("disable_web_page_preview")?.then(LinkPreviewOptions::disabled);
        return written(fields, &message_text, link_preview).map(Some);
    }
    let given = fields.required_object("input_message_content")?;
    let message_text = given.text("message_text")?;
    if !message_text.is_empty() {
        let link_preview = match given.value("link_preview_options") {
            Some(options) => Some(preview::of_value(options)?),
            None => given.flag("disable_web_page_preview")?.then(LinkPreviewOptions::disabled),
        };
        return written(given, &message_text, link_preview).map(Some);
    }
    let content = if given.has("latitude") && given.has("longitude") {
        if given.has("title") && given.has("address") { venue(given)? } else { location(given)? }
    } else if given.has("phone_number") {
        contact(given)?
    } else if given.has("payload") {
        NewContent::Invoice(Box::new(invoice::invoice(&given.as_arguments())?))
    } else if given.has("rich_message") {
        return Err("the sandbox lacks input message contents that are a rich message".to_owned());
    } else if is_required {
        return Err("Message text is empty".to_owned());
    } else {
        return Ok(None);
    };
    Ok(Some(Sends::Content { content: Box::new(content), link_preview: None }))
}

fn written(
    fields: Fields<'_>,
    message_text: &str,
    link_preview: Option<LinkPreviewOptions>,
) -> Result<Sends, Reason> {
    if message_text.is_empty() {
        return Err("Message text is empty".to_owned());
    }
    let text = text::formatted(
        message_text,
        &fields.text("parse_mode")?,
        fields.value("entities").unwrap_or(&Value::Null),
    )?;
    Ok(Sends::Content { content: Box::new(NewContent::Text(text)), link_preview })
}
