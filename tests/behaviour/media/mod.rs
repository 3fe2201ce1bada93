//! Files in messages, on either wire: each kind of them sent, received, grouped, edited, sent on and fetched.

mod addresses;
mod albums;
mod captions;
mod copying;
mod downloads;
mod editing;
mod forwarding;
mod kinds;
mod overview;
mod paid;
mod profiles;
mod received;
mod refused;
mod stickers;
mod told;
mod uploads;
mod wires;

use ambigram::prelude::*;
use ambigram::requests::InputFile;
use ambigram::types::{FileId, FileUniqueId, Message, MessageKind, ThreadId};
use ambigram::{Bot, Error};
use ambigram_sandbox::play::{BotAccount, Conversation};
use ambigram_tests::Stage;
use ambigram_tests::files::{music, picture, sticker, video, voice};

/// A kind of file that is sent by a request of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Photo,
    Video,
    Audio,
    Document,
    Voice,
    VideoNote,
    Animation,
    Sticker,
}

impl Kind {
    pub(crate) const ALL: [Self; 8] = [
        Self::Photo,
        Self::Video,
        Self::Audio,
        Self::Document,
        Self::Voice,
        Self::VideoNote,
        Self::Animation,
        Self::Sticker,
    ];

    /// The kinds that something can be written beside.
    pub(crate) const CAPTIONED: [Self; 6] =
        [Self::Photo, Self::Video, Self::Audio, Self::Document, Self::Voice, Self::Animation];

    /// As the Bot API names it in messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Document => "document",
            Self::Voice => "voice",
            Self::VideoNote => "video_note",
            Self::Animation => "animation",
            Self::Sticker => "sticker",
        }
    }

    /// What such a file is called.
    pub(crate) fn file_name(self) -> &'static str {
        match self {
            Self::Photo => "photo.png",
            Self::Video => "video.mp4",
            Self::Audio => "music.mp3",
            Self::Document => "notes.txt",
            Self::Voice => "voice.ogg",
            Self::VideoNote => "note.mp4",
            Self::Animation => "funny.mp4",
            Self::Sticker => "sticker.webp",
        }
    }

    /// What a server says that such a file is.
    pub(crate) fn content_type(self) -> &'static str {
        match self {
            Self::Photo => "image/png",
            Self::Video | Self::VideoNote | Self::Animation => "video/mp4",
            Self::Audio => "audio/mpeg",
            Self::Document => "text/plain",
            Self::Voice => "audio/ogg",
            Self::Sticker => "image/webp",
        }
    }

    pub(crate) fn bytes(self) -> Vec<u8> {
        match self {
            Self::Photo => picture(320, 200),
            Self::Video => video(2000),
            Self::Audio => music(1700),
            Self::Document => b"buy milk".to_vec(),
            Self::Voice => voice(1400),
            Self::VideoNote => video(1200),
            Self::Animation => video(900),
            Self::Sticker => sticker(),
        }
    }

    /// Such a file, to be uploaded.
    pub(crate) fn upload(self) -> InputFile {
        InputFile::bytes(self.file_name(), self.bytes())
    }
}

/// Sends a file as what it is, to a topic where one is named.
pub(crate) async fn send(
    bot: &Bot,
    (chat, thread): (ChatId, Option<ThreadId>),
    kind: Kind,
    file: InputFile,
) -> Result<Message, Error> {
    macro_rules! in_thread {
        ($call:expr) => {
            match thread {
                Some(thread) => $call.thread(thread).await,
                None => $call.await,
            }
        };
    }
    match kind {
        Kind::Photo => in_thread!(bot.send_photo(chat, file)),
        Kind::Video => in_thread!(bot.send_video(chat, file)),
        Kind::Audio => in_thread!(bot.send_audio(chat, file)),
        Kind::Document => in_thread!(bot.send_document(chat, file)),
        Kind::Voice => in_thread!(bot.send_voice(chat, file)),
        Kind::VideoNote => in_thread!(bot.send_video_note(chat, file)),
        Kind::Animation => in_thread!(bot.send_animation(chat, file)),
        Kind::Sticker => in_thread!(bot.send_sticker(chat, file)),
    }
}

/// A bot that Alice has started, the chat as the bot names it, and as she has it.
pub(crate) struct Meeting {
    pub(crate) account: BotAccount,
    pub(crate) bot: Bot,
    pub(crate) chat: ChatId,
    pub(crate) seen: Conversation,
}

pub(crate) async fn meeting(stage: &Stage) -> Meeting {
    let account = stage.account("test_bot").await;
    let alice = stage.user("Alice");
    let seen = alice.open(&account);
    seen.say("/start");
    Meeting { bot: stage.bot(&account), account, chat: alice.id.into(), seen }
}

/// The file of a message, and by what it is known to be the same.
pub(crate) fn ids(message: &Message) -> (FileId, FileUniqueId) {
    macro_rules! ids {
        ($file:expr) => {
            ($file.file_id.clone(), $file.file_unique_id.clone())
        };
    }
    match &message.kind {
        MessageKind::Photo(photo) => ids!(photo.largest().unwrap()),
        MessageKind::Video(file) => ids!(file),
        MessageKind::Audio(file) => ids!(file),
        MessageKind::Document(file) => ids!(file),
        MessageKind::Voice(file) => ids!(file),
        MessageKind::VideoNote(file) => ids!(file),
        MessageKind::Animation(file) => ids!(file),
        MessageKind::Sticker(file) => ids!(file),
        MessageKind::LivePhoto(file) => ids!(file),
        other => panic!("{other:?}"),
    }
}

/// The file of a message, by which it is sent again.
pub(crate) fn file(message: &Message) -> FileId {
    ids(message).0
}

/// The caption of a message; empty where it has none.
pub(crate) fn caption(message: &Message) -> &str {
    message.caption.as_ref().map_or("", |caption| caption.text.as_str())
}
