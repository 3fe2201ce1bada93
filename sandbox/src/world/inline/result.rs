//! What bots offer to be sent. <https://core.telegram.org/bots/api#inlinequeryresult>

use std::sync::Arc;
use std::time::Duration;

use ambigram_core::text::Text;
use ambigram_core::types::{InlineKeyboard, LinkPreviewOptions, UserId};

use crate::rules::{ChatSort, Refusal, keyboard, text};
use crate::world::files::{
    Audio, Document, DocumentAttributes, DocumentKind, DocumentWish, File, FileName, Photo, Video,
};
use crate::world::{NewContent, World};

/// Something that a bot offers.
#[derive(Debug, Clone, PartialEq)]
pub struct InlineResult {
    /// Its name among the results, 1–64 bytes.
    pub id: String,
    /// What sort it is of.
    pub kind: ResultKind,
    /// Its title; may be empty.
    pub title: String,
    /// What it is; may be empty.
    pub description: String,
    /// The address that an article is of; may be empty.
    pub url: String,
    /// A small picture of it.
    pub thumbnail: Option<WebDocument>,
    /// Where the web has it.
    pub content: Option<WebDocument>,
    /// The photo or document, where Telegram has it.
    pub file: Option<ResultFile>,
    /// What is sent where it is chosen.
    pub sends: Sends,
    /// The buttons under that.
    pub keyboard: Option<InlineKeyboard>,
}

/// What sort a result is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResultKind {
    /// A link, or nothing but its title.
    Article,
    /// A photo.
    Photo,
    /// A GIF, or a video without sound.
    Gif,
    /// A video.
    Video,
    /// Music.
    Audio,
    /// A voice message.
    Voice,
    /// A file.
    File,
    /// A sticker.
    Sticker,
    /// A point on the map.
    Location,
    /// A place.
    Venue,
    /// A phone number.
    Contact,
    /// A game.
    Game,
}

/// A photo or a document that Telegram has: as the bot names it, and then itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResultFile {
    /// The photo that the bot names so.
    NamedPhoto(FileName),
    /// The document that the bot names so.
    NamedDocument(FileName),
    /// A photo.
    Photo(Arc<Photo>),
    /// A document.
    Document(Arc<Document>),
}

/// What a bot says of something that the web has. <https://core.telegram.org/constructor/inputWebDocument>
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WebDocument {
    /// Where it is.
    pub url: String,
    /// How big it is, in bytes; 0 where nobody knows.
    pub size: i32,
    /// What it holds.
    pub mime_type: String,
    /// What is known of it.
    pub attributes: DocumentAttributes,
}

/// What is sent where a result is chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum Sends {
    /// The photo or document itself, with this written beside it.
    Itself {
        /// The caption.
        caption: Text,
        /// Whether it stands above.
        is_above: bool,
    },
    /// Something else.
    Content {
        /// What.
        content: Box<NewContent>,
        /// How an address in it is previewed.
        link_preview: Option<LinkPreviewOptions>,
    },
}

impl ResultKind {
    /// MTProto's name. <https://core.telegram.org/constructor/inputBotInlineResult>
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Photo => "photo",
            Self::Gif => "gif",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Voice => "voice",
            Self::File => "file",
            Self::Sticker => "sticker",
            Self::Location => "geo",
            Self::Venue => "venue",
            Self::Contact => "contact",
            Self::Game => "game",
        }
    }

    /// The sort of MTProto's name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [
            Self::Article,
            Self::Photo,
            Self::Gif,
            Self::Video,
            Self::Audio,
            Self::Voice,
            Self::File,
            Self::Sticker,
            Self::Location,
            Self::Venue,
            Self::Contact,
            Self::Game,
        ];
        all.into_iter().find(|kind| kind.name() == name)
    }

    /// What a document of that sort is; `None` for what is no document.
    pub fn document(self) -> Option<DocumentKind> {
        Some(match self {
            Self::Gif => DocumentKind::Animation,
            Self::Video => DocumentKind::Video,
            Self::Audio => DocumentKind::Audio,
            Self::Voice => DocumentKind::Voice,
            Self::File => DocumentKind::General,
            Self::Sticker => DocumentKind::Sticker,
            _ => return None,
        })
    }

    /// Whether it is a file, which can be sent itself.
    pub fn is_file(self) -> bool {
        self == Self::Photo || self.document().is_some()
    }
}

impl WebDocument {
    /// Something of which only the address and the type are known.
    pub fn new(url: impl Into<String>, mime_type: impl Into<String>) -> Self {
        Self { url: url.into(), mime_type: mime_type.into(), ..Self::default() }
    }

    /// Says how it looks, and for how many seconds.
    #[must_use]
    pub fn sized(mut self, width: i32, height: i32, seconds: i32) -> Self {
        let number = |number: i32| u32::try_from(number).unwrap_or_default();
        let (width, height) = (number(width), number(height));
        if self.mime_type.starts_with("video/") {
            let duration = Duration::from_secs(number(seconds).into());
            self.attributes.video = Some(Video { width, height, duration, ..Video::default() });
        } else if width > 0 && height > 0 {
            self.attributes.image_size = Some((width, height));
        }
        self
    }

    /// Says how it sounds.
    #[must_use]
    pub fn sounding(mut self, seconds: i32, title: &str, performer: &str, is_voice: bool) -> Self {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        self.attributes.audio = Some(Audio {
            is_voice,
            duration: Duration::from_secs(u64::try_from(seconds).unwrap_or_default()),
            title: given(title),
            performer: given(performer),
            waveform: None,
        });
        self
    }
}

impl InlineResult {
    /// As what its document is to be kept.
    pub(super) fn wish(&self, kind: DocumentKind) -> DocumentWish {
        let attributes = self.content.as_ref().map(|content| content.attributes.clone());
        let mime_type = self.content.as_ref().map(|content| content.mime_type.clone());
        DocumentWish {
            attributes: attributes.unwrap_or_default(),
            mime_type: mime_type.filter(|mime_type| !mime_type.is_empty()),
            ..DocumentWish::from(kind)
        }
    }

    /// The file itself, where Telegram has it.
    pub(super) fn known_file(&self) -> Option<File> {
        match self.file.as_ref()? {
            ResultFile::Photo(photo) => Some(File::Photo(Arc::clone(photo))),
            ResultFile::Document(document) => Some(File::Document(Arc::clone(document))),
            ResultFile::NamedPhoto(_) | ResultFile::NamedDocument(_) => None,
        }
    }
}

impl World {
    /// Brings a result into the form in which Telegram keeps it.
    pub(in crate::world) fn accept_result(
        &self,
        bot: UserId,
        result: &mut InlineResult,
    ) -> Result<(), Refusal> {
        match &result.file {
            Some(ResultFile::NamedPhoto(name)) => {
                result.file = Some(ResultFile::Photo(self.photo_named(bot, *name)?));
            }
            Some(ResultFile::NamedDocument(name)) => {
                result.file = Some(ResultFile::Document(self.document_named(bot, *name)?));
            }
            _ => {}
        }
        check_parts(result)?;
        if let Some(content) = &result.content {
            check_web(&content.url)?;
        }
        if let Some(thumbnail) = &result.thumbnail {
            check_web(&thumbnail.url)?;
        }
        match &mut result.sends {
            Sends::Itself { .. } if !result.kind.is_file() => {
                return Err(Refusal::Same("SEND_MESSAGE_MEDIA_INVALID"));
            }
            Sends::Itself { caption, .. } if caption.text.is_empty() => {}
            Sends::Itself { caption, .. } => *caption = self.accept_text(bot, std::mem::take(caption))?,
            Sends::Content { content, link_preview } => {
                if let NewContent::Game { bot: owner, short_name } = content.as_mut() {
                    *owner = bot;
                    if self.game(bot, short_name).is_none() {
                        return Err(Refusal::Same("GAME_BOT_INVALID"));
                    }
                }
                if let NewContent::Text(given) = content.as_mut() {
                    *given = self.accept_text(bot, std::mem::take(given))?;
                    *link_preview = link_preview.take().map(|options| text::preview(options, given));
                }
            }
        }
        // Nobody knows yet where it will be sent, so it has to fit into any group.
        let keyboard = result.keyboard.take();
        result.keyboard = match keyboard {
            Some(keyboard) => keyboard::accept(keyboard, Some(ChatSort::Supergroup))?,
            None => None,
        };
        Ok(())
    }
}

/// What must be there, by the result's sort.
fn check_parts(result: &InlineResult) -> Result<(), Refusal> {
    let has_file = result.file.is_some() || result.content.as_ref().is_some_and(|web| !web.url.is_empty());
    let lacks = match result.kind {
        ResultKind::Article if result.title.is_empty() => "ARTICLE_TITLE_EMPTY",
        ResultKind::Photo if !has_file => "PHOTO_CONTENT_URL_EMPTY",
        ResultKind::Photo if result.file.is_none() && result.thumbnail.is_none() => "PHOTO_THUMB_URL_EMPTY",
        ResultKind::Audio if !has_file => "AUDIO_CONTENT_URL_EMPTY",
        ResultKind::Audio if result.file.is_none() && result.title.is_empty() => "AUDIO_TITLE_EMPTY",
        ResultKind::Video if result.file.is_none() && result.title.is_empty() => "VIDEO_TITLE_EMPTY",
        ResultKind::File if result.title.is_empty() => "FILE_TITLE_EMPTY",
        ResultKind::Gif | ResultKind::Video | ResultKind::Voice | ResultKind::File if !has_file => {
            "WEBDOCUMENT_URL_EMPTY"
        }
        ResultKind::Sticker if !has_file => "STICKER_DOCUMENT_INVALID",
        _ => return Ok(()),
    };
    Err(Refusal::Same(lacks))
}

fn check_web(url: &str) -> Result<(), Refusal> {
    match url.split_once("://") {
        Some((protocol, host)) if matches!(protocol, "http" | "https") && !host.is_empty() => Ok(()),
        Some(_) => Err(Refusal::Same("WEBDOCUMENT_URL_INVALID")),
        None if url.contains('.') => Ok(()),
        None => Err(Refusal::Same("WEBDOCUMENT_URL_INVALID")),
    }
}
