//! Sending files.

use crate::requests::define::{request, sending};
use crate::requests::{InputFile, InputMediaGroupItem, InputPaidMedia, InputText, Recipient};
use crate::types::{Message, Name};

sending! {
    /// Sends a photo: at most 10 MB, its width and height together at most 10000, neither more than 20 times the other.
    /// <https://core.telegram.org/bots/api#sendphoto>
    SendPhoto("sendPhoto", send_photo) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The photo.
            photo: InputFile,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
            /// Covers it until it is pressed.
            has_spoiler,
        }
    }
}

sending! {
    /// Sends a photo that moves. <https://core.telegram.org/bots/api#sendlivephoto>
    SendLivePhoto("sendLivePhoto", send_live_photo) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The video: not by address.
            live_photo: InputFile,
            /// The still photo: not by address.
            photo: InputFile,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
            /// Covers it until it is pressed.
            has_spoiler,
        }
    }
}

sending! {
    /// Sends music, for the app's player: MP3 or M4A. <https://core.telegram.org/bots/api#sendaudio>
    SendAudio("sendAudio", send_audio) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The music.
            audio: InputFile,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// How long it is, in seconds.
            duration: u32,
            /// Who plays it.
            performer: Name,
            /// What it is called.
            title: Name,
            /// Its cover: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
        }
    }
}

sending! {
    /// Sends a file of any kind. <https://core.telegram.org/bots/api#senddocument>
    SendDocument("sendDocument", send_document) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The file.
            document: InputFile,
        }
        optional {
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Keeps an uploaded file from being taken for what it looks like, such as a video.
            disable_content_type_detection,
        }
    }
}

sending! {
    /// Sends a video: MPEG-4 plays in the apps, others arrive as documents.
    /// <https://core.telegram.org/bots/api#sendvideo>
    SendVideo("sendVideo", send_video) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The video.
            video: InputFile,
        }
        optional {
            /// How long it is, in seconds.
            duration: u32,
            /// Its width, in pixels.
            width: u32,
            /// Its height, in pixels.
            height: u32,
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
            /// What is shown until it plays.
            cover: InputFile,
            /// From where it plays, in seconds.
            start_timestamp: u32,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
            /// Covers it until it is pressed.
            has_spoiler,
            /// Says that it can be played while it is still being loaded.
            supports_streaming,
        }
    }
}

sending! {
    /// Sends an animation: a GIF, or an MPEG-4 video without sound. <https://core.telegram.org/bots/api#sendanimation>
    SendAnimation("sendAnimation", send_animation) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The animation.
            animation: InputFile,
        }
        optional {
            /// How long it is, in seconds.
            duration: u32,
            /// Its width, in pixels.
            width: u32,
            /// Its height, in pixels.
            height: u32,
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
            /// Covers it until it is pressed.
            has_spoiler,
        }
    }
}

sending! {
    /// Sends a voice message: OGG with OPUS, MP3 or M4A; others arrive as music or documents.
    /// <https://core.telegram.org/bots/api#sendvoice>
    SendVoice("sendVoice", send_voice) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The recording.
            voice: InputFile,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// How long it is, in seconds.
            duration: u32,
        }
    }
}

sending! {
    /// Sends a round video message: a square MPEG-4 video of up to one minute. By id or upload, not by address.
    /// <https://core.telegram.org/bots/api#sendvideonote>
    SendVideoNote("sendVideoNote", send_video_note) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The video.
            video_note: InputFile,
        }
        optional {
            /// How long it is, in seconds.
            duration: u32,
            /// Its width and height, in pixels.
            length: u32,
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
        }
    }
}

sending! {
    /// Sends a sticker: WEBP, TGS or WEBM. <https://core.telegram.org/bots/api#sendsticker>
    SendSticker("sendSticker", send_sticker) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The sticker. Only WEBP by address.
            sticker: InputFile,
        }
        optional {
            /// The emoji that belongs to it, for one that is uploaded just now.
            emoji: Name,
        }
    }
}

request! {
    /// Sends photos and videos that are paid for with Stars. <https://core.telegram.org/bots/api#sendpaidmedia>
    SendPaidMedia("sendPaidMedia", send_paid_media) -> Message {
        required {
            /// Where to. In a channel the Stars are the channel's, elsewhere the bot's.
            chat_id: Recipient,
            /// How many Stars they cost, 1–25000.
            star_count: u32,
            /// Up to 10 of them.
            media: Vec<InputPaidMedia>,
        }
        optional {
            /// What the bot is told when they are bought, 0–128 bytes; nobody sees it.
            payload: String,
            /// The text that goes with them, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Puts the caption above them.
            show_caption_above_media,
        }
        options [
            message_thread_id, direct_messages_topic_id, business_connection_id, suggested_post_parameters,
            reply_parameters, reply_markup, disable_notification, protect_content, allow_paid_broadcast,
        ]
    }
}

request! {
    /// Sends 2–10 photos, videos, documents or pieces of music as an album. Documents and music stand in albums of
    /// their own kind. <https://core.telegram.org/bots/api#sendmediagroup>
    SendMediaGroup("sendMediaGroup", send_media_group) -> Vec<Message> {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The album.
            media: Vec<InputMediaGroupItem>,
        }
        options [
            message_thread_id, direct_messages_topic_id, business_connection_id, message_effect_id, reply_parameters,
            disable_notification, protect_content, allow_paid_broadcast,
        ]
    }
}
