//! Answers to inline queries: all kinds of results, and what is sent when one is chosen.

mod cached;
mod content;
mod web;

use super::SentWebAppMessage;
use super::define::{input, inputs, request};
use crate::types::{InlineQueryId, Name, WebAppInfo, WebAppQueryId};

pub use cached::*;
pub use content::*;
pub use web::*;

inputs! {
    /// One result of an inline query. <https://core.telegram.org/bots/api#inlinequeryresult>
    InlineQueryResult {
        /// A link to an article or a page.
        Article(InlineQueryResultArticle),
        /// A photo on the web: a JPEG of at most 5 MB.
        Photo(InlineQueryResultPhoto),
        /// A GIF on the web, of at most 1 MB.
        Gif(InlineQueryResultGif),
        /// A video without sound on the web: an MPEG-4 of at most 1 MB.
        Mpeg4Gif(InlineQueryResultMpeg4Gif),
        /// A page with a video player, or a video on the web. A page must have a content of its own.
        Video(InlineQueryResultVideo),
        /// Music on the web: an MP3.
        Audio(InlineQueryResultAudio),
        /// A voice recording on the web: OGG with OPUS.
        Voice(InlineQueryResultVoice),
        /// A file on the web: PDF or ZIP.
        Document(InlineQueryResultDocument),
        /// A point on the map.
        Location(InlineQueryResultLocation),
        /// A place with a name.
        Venue(InlineQueryResultVenue),
        /// A phone contact.
        Contact(InlineQueryResultContact),
        /// A game.
        Game(InlineQueryResultGame),
        /// A photo that Telegram has.
        CachedPhoto(InlineQueryResultCachedPhoto),
        /// A GIF that Telegram has.
        CachedGif(InlineQueryResultCachedGif),
        /// A video without sound that Telegram has.
        CachedMpeg4Gif(InlineQueryResultCachedMpeg4Gif),
        /// A sticker that Telegram has.
        CachedSticker(InlineQueryResultCachedSticker),
        /// A file that Telegram has.
        CachedDocument(InlineQueryResultCachedDocument),
        /// A video that Telegram has.
        CachedVideo(InlineQueryResultCachedVideo),
        /// A voice recording that Telegram has.
        CachedVoice(InlineQueryResultCachedVoice),
        /// Music that Telegram has.
        CachedAudio(InlineQueryResultCachedAudio),
    }
}

request! {
    /// Answers an inline query, with at most 50 results. <https://core.telegram.org/bots/api#answerinlinequery>
    AnswerInlineQuery("answerInlineQuery", answer_inline_query) -> () {
        required {
            /// The query.
            inline_query_id: InlineQueryId,
            /// The results.
            results: Vec<InlineQueryResult>,
        }
        optional {
            /// For how many seconds Telegram may give the same answer to the same query; 300 where absent.
            cache_time: u32,
            /// What the next query for more results has as its offset, at most 64 bytes; there are no more where absent.
            next_offset: String,
            /// A button above the results.
            button: InlineQueryResultsButton,
        }
        flags {
            /// Keeps the answer for this user, rather than for all who ask the same.
            is_personal,
        }
    }
}

request! {
    /// Sends a message in the name of the user who opened the bot's Web App.
    /// <https://core.telegram.org/bots/api#answerwebappquery>
    AnswerWebAppQuery("answerWebAppQuery", answer_web_app_query) -> SentWebAppMessage {
        required {
            /// The query, as the Web App was told it.
            web_app_query_id: WebAppQueryId,
            /// What is sent.
            result: InlineQueryResult,
        }
    }
}

input! {
    /// A button above the inline results: it opens a Web App, or starts the bot.
    /// <https://core.telegram.org/bots/api#inlinequeryresultsbutton>
    InlineQueryResultsButton {
        required {
            /// What stands on it.
            text: Name,
        }
        optional {
            /// The Web App that it opens.
            web_app: WebAppInfo,
            /// The parameter of `/start` with which it opens the private chat, 1–64 characters of `A`–`Z`, `a`–`z`,
            /// `0`–`9`, `_` and `-`.
            start_parameter: Name,
        }
    }
}
