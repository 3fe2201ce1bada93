//! Results of inline queries as TL has them: <https://core.telegram.org/type/InputBotInlineResult>.

use ambigram_core::Error;
use ambigram_core::identity::FileType;
use ambigram_core::requests::*;
use ambigram_core::text::Text;
use ambigram_core::types::{FileId, InlineKeyboard};
use grammers_tl_types::{enums, types};

use super::medium::{audio, video};
use super::{
    Contact, Invoice, Location, Naming, Preview, Venue, caption_text, entities, file, image_size,
    message_text, web_document,
};
use crate::convert::keyboard::keyboard_out;

/// The type of a preview where nothing was said.
const JPEG: &str = "image/jpeg";

/// What a result sends.
struct Sent<'a> {
    content: Option<&'a InputMessageContent>,
    caption: Option<&'a InputText>,
    is_caption_above: bool,
    keyboard: Option<&'a InlineKeyboard>,
}

impl<'a> Sent<'a> {
    fn of(content: Option<&'a InputMessageContent>, keyboard: Option<&'a InlineKeyboard>) -> Self {
        Self { content, caption: None, is_caption_above: false, keyboard }
    }

    fn with(self, caption: Option<&'a InputText>, is_caption_above: bool) -> Self {
        Self { caption, is_caption_above, ..self }
    }

    /// The content that was given, or the result itself with its caption.
    fn write(self, naming: &impl Naming) -> Result<enums::InputBotInlineMessage, Error> {
        let (caption, invert_media) = (self.caption, self.is_caption_above);
        self.write_or(naming, |reply_markup| {
            let text = caption.map_or(Ok(Text::default()), caption_text)?;
            Ok(types::InputBotInlineMessageMediaAuto {
                invert_media,
                entities: entities(&text.entities, |user| naming.user(user)),
                message: text.text,
                reply_markup,
            }
            .into())
        })
    }

    /// The content that was given, or else another.
    fn write_or(
        self,
        naming: &impl Naming,
        other: impl FnOnce(Option<enums::ReplyMarkup>) -> Result<enums::InputBotInlineMessage, Error>,
    ) -> Result<enums::InputBotInlineMessage, Error> {
        let reply_markup = match self.keyboard {
            Some(keyboard) => keyboard_out(keyboard, naming)?,
            None => None,
        };
        match self.content {
            Some(given) => content(given, reply_markup, naming),
            None => other(reply_markup),
        }
    }
}

/// What is sent in the place of a result.
fn content(
    content: &InputMessageContent,
    reply_markup: Option<enums::ReplyMarkup>,
    naming: &impl Naming,
) -> Result<enums::InputBotInlineMessage, Error> {
    Ok(match content {
        InputMessageContent::Text(content) => {
            let text = message_text(&content.message_text)?;
            let preview = Preview::of(content.link_preview_options.as_ref(), &text);
            let entities = entities(&text.entities, |user| naming.user(user));
            match preview.media {
                Some(enums::InputMedia::WebPage(page)) => types::InputBotInlineMessageMediaWebPage {
                    invert_media: preview.invert_media,
                    force_large_media: page.force_large_media,
                    force_small_media: page.force_small_media,
                    optional: page.optional,
                    message: text.text,
                    entities,
                    url: page.url,
                    reply_markup,
                }
                .into(),
                _ => types::InputBotInlineMessageText {
                    no_webpage: preview.no_webpage,
                    invert_media: preview.invert_media,
                    message: text.text,
                    entities,
                    reply_markup,
                }
                .into(),
            }
        }
        InputMessageContent::Location(content) => Location::from(&**content).inline(reply_markup),
        InputMessageContent::Venue(content) => Venue::from(&**content).inline(reply_markup),
        InputMessageContent::Contact(content) => Contact::from(&**content).inline(reply_markup),
        InputMessageContent::Invoice(content) => Invoice::from(&**content).inline(reply_markup),
        other => return Err(unknown(other)),
    })
}

fn unknown(what: &impl std::fmt::Debug) -> Error {
    let text = format!("over MTProto this cannot be sent: {what:?}");
    Error::new(ambigram_core::ErrorKind::BadRequest, text)
}

fn given(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn maybe(text: Option<&String>) -> Option<String> {
    text.and_then(|text| given(text))
}

/// The preview of a result, by its address.
fn thumbnail(
    url: Option<&String>,
    mime_type: &str,
    width: Option<u32>,
    height: Option<u32>,
) -> Option<enums::InputWebDocument> {
    let url = url.filter(|url| !url.is_empty())?;
    let mime_type = if mime_type.is_empty() { JPEG } else { mime_type };
    Some(web_document(url, mime_type, None, image_size(width, height).into_iter().collect()))
}

/// A result on the web, or of data only.
fn plain(id: &str, kind: &str, send_message: enums::InputBotInlineMessage) -> types::InputBotInlineResult {
    types::InputBotInlineResult {
        id: id.to_owned(),
        r#type: kind.to_owned(),
        title: None,
        description: None,
        url: None,
        thumb: None,
        content: None,
        send_message,
    }
}

/// A document that Telegram has.
fn cached(
    id: &str,
    (kind, file_id, wanted): (&str, &FileId, FileType),
    title: Option<String>,
    description: Option<String>,
    send_message: enums::InputBotInlineMessage,
) -> Result<enums::InputBotInlineResult, Error> {
    Ok(types::InputBotInlineResultDocument {
        id: id.to_owned(),
        r#type: kind.to_owned(),
        title,
        description,
        document: file::document(file_id, wanted)?,
        send_message,
    }
    .into())
}

/// A result.
///
/// # Errors
/// When a text, a button or a file id of it cannot be.
#[allow(clippy::too_many_lines, reason = "one arm a kind of result, and none is long")]
pub(crate) fn inline_result(
    result: &InlineQueryResult,
    naming: &impl Naming,
) -> Result<enums::InputBotInlineResult, Error> {
    use InlineQueryResult as Kind;
    macro_rules! sent {
        ($r:ident) => {
            Sent::of($r.input_message_content.as_ref(), $r.reply_markup.as_ref())
        };
        ($r:ident, captioned) => {
            sent!($r).with($r.caption.as_ref(), false)
        };
        ($r:ident, above) => {
            sent!($r).with($r.caption.as_ref(), $r.show_caption_above_media)
        };
    }
    Ok(match result {
        Kind::Article(r) => {
            let sent = Sent::of(Some(&r.input_message_content), r.reply_markup.as_ref());
            types::InputBotInlineResult {
                title: given(&r.title),
                description: maybe(r.description.as_ref()),
                url: maybe(r.url.as_ref()),
                thumb: thumbnail(r.thumbnail_url.as_ref(), JPEG, r.thumbnail_width, r.thumbnail_height),
                ..plain(&r.id, "article", sent.write(naming)?)
            }
            .into()
        }
        Kind::Photo(r) => types::InputBotInlineResult {
            title: maybe(r.title.as_ref()),
            description: maybe(r.description.as_ref()),
            thumb: thumbnail(Some(&r.thumbnail_url), JPEG, None, None),
            content: Some(web_document(
                &r.photo_url,
                JPEG,
                None,
                image_size(r.photo_width, r.photo_height).into_iter().collect(),
            )),
            ..plain(&r.id, "photo", sent!(r, above).write(naming)?)
        }
        .into(),
        Kind::Gif(r) => types::InputBotInlineResult {
            title: maybe(r.title.as_ref()),
            thumb: thumbnail(
                Some(&r.thumbnail_url),
                r.thumbnail_mime_type.as_deref().unwrap_or_default(),
                None,
                None,
            ),
            content: Some(web_document(
                &r.gif_url,
                "image/gif",
                None,
                image_size(r.gif_width, r.gif_height).into_iter().collect(),
            )),
            ..plain(&r.id, "gif", sent!(r, above).write(naming)?)
        }
        .into(),
        Kind::Mpeg4Gif(r) => types::InputBotInlineResult {
            title: maybe(r.title.as_ref()),
            thumb: thumbnail(
                Some(&r.thumbnail_url),
                r.thumbnail_mime_type.as_deref().unwrap_or_default(),
                None,
                None,
            ),
            content: Some(web_document(
                &r.mpeg4_url,
                "video/mp4",
                None,
                vec![video(r.mpeg4_duration, r.mpeg4_width, r.mpeg4_height).into()],
            )),
            ..plain(&r.id, "gif", sent!(r, above).write(naming)?)
        }
        .into(),
        Kind::Video(r) => types::InputBotInlineResult {
            title: given(&r.title),
            description: maybe(r.description.as_ref()),
            thumb: thumbnail(Some(&r.thumbnail_url), JPEG, None, None),
            content: Some(web_document(
                &r.video_url,
                &r.mime_type,
                None,
                vec![video(r.video_duration, r.video_width, r.video_height).into()],
            )),
            ..plain(&r.id, "video", sent!(r, above).write(naming)?)
        }
        .into(),
        Kind::Audio(r) => types::InputBotInlineResult {
            title: given(&r.title),
            description: r.performer.as_deref().and_then(given),
            content: Some(web_document(
                &r.audio_url,
                "audio/mpeg",
                None,
                vec![audio(false, r.audio_duration, Some(&r.title), r.performer.as_deref())],
            )),
            ..plain(&r.id, "audio", sent!(r, captioned).write(naming)?)
        }
        .into(),
        Kind::Voice(r) => types::InputBotInlineResult {
            title: given(&r.title),
            content: Some(web_document(
                &r.voice_url,
                "audio/ogg",
                None,
                vec![audio(true, r.voice_duration, None, None)],
            )),
            ..plain(&r.id, "voice", sent!(r, captioned).write(naming)?)
        }
        .into(),
        Kind::Document(r) => types::InputBotInlineResult {
            title: given(&r.title),
            description: maybe(r.description.as_ref()),
            thumb: thumbnail(r.thumbnail_url.as_ref(), JPEG, r.thumbnail_width, r.thumbnail_height),
            content: Some(web_document(&r.document_url, &r.mime_type, None, Vec::new())),
            ..plain(&r.id, "file", sent!(r, captioned).write(naming)?)
        }
        .into(),
        Kind::Location(r) => {
            let message =
                sent!(r).write_or(naming, |reply_markup| Ok(Location::from(&**r).inline(reply_markup)))?;
            types::InputBotInlineResult {
                title: given(&r.title),
                thumb: thumbnail(r.thumbnail_url.as_ref(), JPEG, r.thumbnail_width, r.thumbnail_height),
                ..plain(&r.id, "geo", message)
            }
            .into()
        }
        Kind::Venue(r) => {
            let message =
                sent!(r).write_or(naming, |reply_markup| Ok(Venue::from(&**r).inline(reply_markup)))?;
            types::InputBotInlineResult {
                title: given(&r.title),
                description: given(&r.address),
                thumb: thumbnail(r.thumbnail_url.as_ref(), JPEG, r.thumbnail_width, r.thumbnail_height),
                ..plain(&r.id, "venue", message)
            }
            .into()
        }
        Kind::Contact(r) => {
            let contact = Contact::from(&**r);
            let name = format!("{} {}", contact.first_name, contact.last_name);
            let (title, description) = (given(name.trim()), given(&contact.phone_number));
            let message = sent!(r).write_or(naming, |reply_markup| Ok(contact.inline(reply_markup)))?;
            types::InputBotInlineResult {
                title,
                description,
                thumb: thumbnail(r.thumbnail_url.as_ref(), JPEG, r.thumbnail_width, r.thumbnail_height),
                ..plain(&r.id, "contact", message)
            }
            .into()
        }
        Kind::Game(r) => {
            let message = Sent::of(None, r.reply_markup.as_ref()).write_or(naming, |reply_markup| {
                Ok(types::InputBotInlineMessageGame { reply_markup }.into())
            })?;
            types::InputBotInlineResultGame {
                id: r.id.to_string(),
                short_name: r.game_short_name.to_string(),
                send_message: message,
            }
            .into()
        }
        Kind::CachedPhoto(r) => types::InputBotInlineResultPhoto {
            id: r.id.to_string(),
            r#type: "photo".to_owned(),
            photo: file::photo(&r.photo_file_id)?,
            send_message: sent!(r, above).write(naming)?,
        }
        .into(),
        Kind::CachedGif(r) => cached(
            &r.id,
            ("gif", &r.gif_file_id, FileType::Animation),
            maybe(r.title.as_ref()),
            None,
            sent!(r, above).write(naming)?,
        )?,
        Kind::CachedMpeg4Gif(r) => cached(
            &r.id,
            ("gif", &r.mpeg4_file_id, FileType::Animation),
            maybe(r.title.as_ref()),
            None,
            sent!(r, above).write(naming)?,
        )?,
        Kind::CachedSticker(r) => cached(
            &r.id,
            ("sticker", &r.sticker_file_id, FileType::Sticker),
            None,
            None,
            sent!(r).write(naming)?,
        )?,
        Kind::CachedDocument(r) => cached(
            &r.id,
            ("file", &r.document_file_id, FileType::Document),
            given(&r.title),
            maybe(r.description.as_ref()),
            sent!(r, captioned).write(naming)?,
        )?,
        Kind::CachedVideo(r) => cached(
            &r.id,
            ("video", &r.video_file_id, FileType::Video),
            given(&r.title),
            maybe(r.description.as_ref()),
            sent!(r, above).write(naming)?,
        )?,
        Kind::CachedVoice(r) => cached(
            &r.id,
            ("voice", &r.voice_file_id, FileType::VoiceNote),
            given(&r.title),
            None,
            sent!(r, captioned).write(naming)?,
        )?,
        Kind::CachedAudio(r) => cached(
            &r.id,
            ("audio", &r.audio_file_id, FileType::Audio),
            None,
            None,
            sent!(r, captioned).write(naming)?,
        )?,
        other => return Err(unknown(other)),
    })
}

/// Whether results are shown as pictures side by side: where all are such.
pub(crate) fn is_gallery(results: &[InlineQueryResult]) -> bool {
    use InlineQueryResult as Kind;
    let is_picture = |result: &InlineQueryResult| {
        matches!(
            result,
            Kind::Photo(_)
                | Kind::CachedPhoto(_)
                | Kind::Gif(_)
                | Kind::CachedGif(_)
                | Kind::Mpeg4Gif(_)
                | Kind::CachedMpeg4Gif(_)
                | Kind::CachedSticker(_)
        )
    };
    !results.is_empty() && results.iter().all(is_picture)
}

/// The keyboard under what a result sends.
pub(crate) fn keyboard_of(result: &InlineQueryResult) -> Option<&InlineKeyboard> {
    macro_rules! keyboards {
        ($($kind:ident),+) => {
            match result {
                $(InlineQueryResult::$kind(result) => result.reply_markup.as_ref(),)+
                _ => None,
            }
        };
    }
    keyboards!(
        Article,
        Photo,
        Gif,
        Mpeg4Gif,
        Video,
        Audio,
        Voice,
        Document,
        Location,
        Venue,
        Contact,
        Game,
        CachedPhoto,
        CachedGif,
        CachedMpeg4Gif,
        CachedSticker,
        CachedDocument,
        CachedVideo,
        CachedVoice,
        CachedAudio
    )
}

#[cfg(test)]
mod tests;
