//! Inline results that are files which Telegram has already.

use super::InputMessageContent;
use crate::requests::InputText;
use crate::requests::define::input;
use crate::types::{FileId, InlineKeyboard, Name};

input! {
    /// A photo that Telegram has. <https://core.telegram.org/bots/api#inlinequeryresultcachedphoto>
    InlineQueryResultCachedPhoto("type" = "photo") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// The photo.
            photo_file_id: FileId,
        }
        optional {
            /// What it is called.
            title: String,
            /// What it is, in a few words.
            description: String,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
        }
    }
}

input! {
    /// A GIF that Telegram has. <https://core.telegram.org/bots/api#inlinequeryresultcachedgif>
    InlineQueryResultCachedGif("type" = "gif") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// The GIF.
            gif_file_id: FileId,
        }
        optional {
            /// What it is called.
            title: String,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
        }
    }
}

input! {
    /// A video without sound that Telegram has. <https://core.telegram.org/bots/api#inlinequeryresultcachedmpeg4gif>
    InlineQueryResultCachedMpeg4Gif("type" = "mpeg4_gif") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// The video.
            mpeg4_file_id: FileId,
        }
        optional {
            /// What it is called.
            title: String,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
        }
    }
}

input! {
    /// A sticker that Telegram has. <https://core.telegram.org/bots/api#inlinequeryresultcachedsticker>
    InlineQueryResultCachedSticker("type" = "sticker") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// The sticker.
            sticker_file_id: FileId,
        }
        optional {
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
    }
}

input! {
    /// A file that Telegram has. <https://core.telegram.org/bots/api#inlinequeryresultcacheddocument>
    InlineQueryResultCachedDocument("type" = "document") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// What it is called.
            title: String,
            /// The file.
            document_file_id: FileId,
        }
        optional {
            /// What it is, in a few words.
            description: String,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
    }
}

input! {
    /// A video that Telegram has. <https://core.telegram.org/bots/api#inlinequeryresultcachedvideo>
    InlineQueryResultCachedVideo("type" = "video") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// The video.
            video_file_id: FileId,
            /// What it is called.
            title: String,
        }
        optional {
            /// What it is, in a few words.
            description: String,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
        }
    }
}

input! {
    /// A voice recording that Telegram has. <https://core.telegram.org/bots/api#inlinequeryresultcachedvoice>
    InlineQueryResultCachedVoice("type" = "voice") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// The recording.
            voice_file_id: FileId,
            /// What it is called.
            title: String,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
    }
}

input! {
    /// Music that Telegram has. <https://core.telegram.org/bots/api#inlinequeryresultcachedaudio>
    InlineQueryResultCachedAudio("type" = "audio") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// The music.
            audio_file_id: FileId,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
    }
}
