//! Inline results that are on the web, or nothing but data.

use super::InputMessageContent;
use crate::requests::InputText;
use crate::requests::define::input;
use crate::types::{InlineKeyboard, Name};

input! {
    /// A link to an article or a page. <https://core.telegram.org/bots/api#inlinequeryresultarticle>
    InlineQueryResultArticle("type" = "article") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// What it is called.
            title: String,
            /// What is sent.
            input_message_content: InputMessageContent,
        }
        optional {
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// The address of the page.
            url: String,
            /// What it is, in a few words.
            description: String,
            /// The address of its preview.
            thumbnail_url: String,
            /// The width of its preview, in pixels.
            thumbnail_width: u32,
            /// The height of its preview, in pixels.
            thumbnail_height: u32,
        }
    }
}

input! {
    /// A photo on the web: a JPEG of at most 5 MB. <https://core.telegram.org/bots/api#inlinequeryresultphoto>
    InlineQueryResultPhoto("type" = "photo") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its address.
            photo_url: String,
            /// The address of its preview.
            thumbnail_url: String,
        }
        optional {
            /// Its width, in pixels.
            photo_width: u32,
            /// Its height, in pixels.
            photo_height: u32,
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
    /// A GIF on the web, of at most 1 MB. <https://core.telegram.org/bots/api#inlinequeryresultgif>
    InlineQueryResultGif("type" = "gif") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its address.
            gif_url: String,
            /// The address of its preview.
            thumbnail_url: String,
        }
        optional {
            /// Its width, in pixels.
            gif_width: u32,
            /// Its height, in pixels.
            gif_height: u32,
            /// How long it is, in seconds.
            gif_duration: u32,
            /// The kind of the preview: `image/jpeg`, `image/gif` or `video/mp4`.
            thumbnail_mime_type: Name,
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
    /// A video without sound on the web: an MPEG-4 of at most 1 MB. <https://core.telegram.org/bots/api#inlinequeryresultmpeg4gif>
    InlineQueryResultMpeg4Gif("type" = "mpeg4_gif") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its address.
            mpeg4_url: String,
            /// The address of its preview.
            thumbnail_url: String,
        }
        optional {
            /// Its width, in pixels.
            mpeg4_width: u32,
            /// Its height, in pixels.
            mpeg4_height: u32,
            /// How long it is, in seconds.
            mpeg4_duration: u32,
            /// The kind of the preview: `image/jpeg`, `image/gif` or `video/mp4`.
            thumbnail_mime_type: Name,
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
    /// A page with a video player, or a video on the web. A page must have a content of its own. <https://core.telegram.org/bots/api#inlinequeryresultvideo>
    InlineQueryResultVideo("type" = "video") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its address.
            video_url: String,
            /// `text/html` for a page, `video/mp4` for a file.
            mime_type: Name,
            /// The address of its preview.
            thumbnail_url: String,
            /// What it is called.
            title: String,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// Its width, in pixels.
            video_width: u32,
            /// Its height, in pixels.
            video_height: u32,
            /// How long it is, in seconds.
            video_duration: u32,
            /// What it is, in a few words.
            description: String,
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
    /// Music on the web: an MP3. <https://core.telegram.org/bots/api#inlinequeryresultaudio>
    InlineQueryResultAudio("type" = "audio") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its address.
            audio_url: String,
            /// What it is called.
            title: String,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// Who plays it.
            performer: Name,
            /// How long it is, in seconds.
            audio_duration: u32,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
    }
}

input! {
    /// A voice recording on the web: OGG with OPUS. <https://core.telegram.org/bots/api#inlinequeryresultvoice>
    InlineQueryResultVoice("type" = "voice") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its address.
            voice_url: String,
            /// What it is called.
            title: String,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// How long it is, in seconds.
            voice_duration: u32,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
        }
    }
}

input! {
    /// A file on the web: PDF or ZIP. <https://core.telegram.org/bots/api#inlinequeryresultdocument>
    InlineQueryResultDocument("type" = "document") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// What it is called.
            title: String,
            /// Its address.
            document_url: String,
            /// `application/pdf` or `application/zip`.
            mime_type: Name,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// What it is, in a few words.
            description: String,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
            /// The address of its preview.
            thumbnail_url: String,
            /// The width of its preview, in pixels.
            thumbnail_width: u32,
            /// The height of its preview, in pixels.
            thumbnail_height: u32,
        }
    }
}

input! {
    /// A point on the map. <https://core.telegram.org/bots/api#inlinequeryresultlocation>
    InlineQueryResultLocation("type" = "location") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its latitude, in degrees.
            latitude: f64,
            /// Its longitude, in degrees.
            longitude: f64,
            /// What it is called.
            title: String,
        }
        optional {
            /// How uncertain it is, in metres, 0–1500.
            horizontal_accuracy: f64,
            /// How long it can be kept up to date, in seconds: 60–86400, or 0x7FFFFFFF for ever.
            live_period: u32,
            /// In which direction it moves, in degrees, 1–360.
            heading: u32,
            /// How near another member must come for both to be told, in metres, 1–100000.
            proximity_alert_radius: u32,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
            /// The address of its preview.
            thumbnail_url: String,
            /// The width of its preview, in pixels.
            thumbnail_width: u32,
            /// The height of its preview, in pixels.
            thumbnail_height: u32,
        }
    }
}

input! {
    /// A place with a name. <https://core.telegram.org/bots/api#inlinequeryresultvenue>
    InlineQueryResultVenue("type" = "venue") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its latitude, in degrees.
            latitude: f64,
            /// Its longitude, in degrees.
            longitude: f64,
            /// What it is called.
            title: String,
            /// Its address.
            address: String,
        }
        optional {
            /// Its identifier at Foursquare.
            foursquare_id: Name,
            /// Its kind at Foursquare, such as `arts_entertainment/aquarium`.
            foursquare_type: Name,
            /// Its identifier at Google Places.
            google_place_id: Name,
            /// Its kind at Google Places.
            google_place_type: Name,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
            /// The address of its preview.
            thumbnail_url: String,
            /// The width of its preview, in pixels.
            thumbnail_width: u32,
            /// The height of its preview, in pixels.
            thumbnail_height: u32,
        }
    }
}

input! {
    /// A phone contact. <https://core.telegram.org/bots/api#inlinequeryresultcontact>
    InlineQueryResultContact("type" = "contact") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// The phone number.
            phone_number: Name,
            /// The contact's first name.
            first_name: Name,
        }
        optional {
            /// The contact's last name.
            last_name: Name,
            /// More about the contact as a vCard, 0–2048 bytes.
            vcard: String,
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
            /// What is sent in the place of the result itself.
            input_message_content(content): InputMessageContent,
            /// The address of its preview.
            thumbnail_url: String,
            /// The width of its preview, in pixels.
            thumbnail_width: u32,
            /// The height of its preview, in pixels.
            thumbnail_height: u32,
        }
    }
}

input! {
    /// A game. <https://core.telegram.org/bots/api#inlinequeryresultgame>
    InlineQueryResultGame("type" = "game") {
        required {
            /// Its number among the results, 1–64 bytes: what the bot is told when it is chosen.
            id: Name,
            /// Its short name.
            game_short_name: Name,
        }
        optional {
            /// The buttons under the message.
            reply_markup(keyboard): InlineKeyboard,
        }
    }
}
