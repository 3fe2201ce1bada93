//! Requests that change a message.

use super::define::request;
use super::{Edited, InputMedia, InputText, MessageTarget, Recipient};
use crate::types::{BusinessConnectionId, InlineKeyboard, LinkPreviewOptions, MessageId, Poll};

request! {
    /// Changes the text of a message. Its buttons go, unless they are given again.
    /// <https://core.telegram.org/bots/api#editmessagetext>
    EditMessageText("editMessageText", edit_message_text) -> Edited {
        required {
            /// Which message.
            target: MessageTarget,
            /// The new text, 1–4096 characters.
            text: InputText,
        }
        optional {
            /// The business account in whose name it was sent.
            business_connection_id(business_connection): BusinessConnectionId,
            /// The buttons under it.
            reply_markup(keyboard): InlineKeyboard,
            /// How an address in it is previewed.
            link_preview_options(link_preview): LinkPreviewOptions,
        }
    }
}

request! {
    /// Changes the text that goes with media, or takes it away. The buttons go, unless they are given again.
    /// <https://core.telegram.org/bots/api#editmessagecaption>
    EditMessageCaption("editMessageCaption", edit_message_caption) -> Edited {
        required {
            /// Which message.
            target: MessageTarget,
        }
        optional {
            /// The business account in whose name it was sent.
            business_connection_id(business_connection): BusinessConnectionId,
            /// The new text, 0–1024 characters; none where absent.
            caption: InputText,
            /// The buttons under it.
            reply_markup(keyboard): InlineKeyboard,
        }
        flags {
            /// Puts the caption above the media.
            show_caption_above_media,
        }
    }
}

request! {
    /// Puts another medium into a message, or one into a text. In an album documents and music stay what they are. A
    /// message of inline mode takes files by id and address only. The buttons go, unless they are given again.
    /// <https://core.telegram.org/bots/api#editmessagemedia>
    EditMessageMedia("editMessageMedia", edit_message_media) -> Edited {
        required {
            /// Which message.
            target: MessageTarget,
            /// The new medium, with its caption.
            media: InputMedia,
        }
        optional {
            /// The business account in whose name it was sent.
            business_connection_id(business_connection): BusinessConnectionId,
            /// The buttons under it.
            reply_markup(keyboard): InlineKeyboard,
        }
    }
}

request! {
    /// Moves a live location. <https://core.telegram.org/bots/api#editmessagelivelocation>
    EditMessageLiveLocation("editMessageLiveLocation", edit_message_live_location) -> Edited {
        required {
            /// Which message.
            target: MessageTarget,
            /// Its new latitude, in degrees.
            latitude: f64,
            /// Its new longitude, in degrees.
            longitude: f64,
        }
        optional {
            /// The business account in whose name it was sent.
            business_connection_id(business_connection): BusinessConnectionId,
            /// For how many seconds since it was sent it is kept up to date; 0x7FFFFFFF for ever.
            live_period: u32,
            /// How uncertain it is, in metres, 0–1500.
            horizontal_accuracy: f64,
            /// In which direction it moves, in degrees, 1–360.
            heading: u32,
            /// How near another member must come for both to be told, in metres, 1–100000.
            proximity_alert_radius: u32,
            /// The buttons under it.
            reply_markup(keyboard): InlineKeyboard,
        }
    }
}

request! {
    /// Stops a live location from moving. <https://core.telegram.org/bots/api#stopmessagelivelocation>
    StopMessageLiveLocation("stopMessageLiveLocation", stop_message_live_location) -> Edited {
        required {
            /// Which message.
            target: MessageTarget,
        }
        optional {
            /// The business account in whose name it was sent.
            business_connection_id(business_connection): BusinessConnectionId,
            /// The buttons under it.
            reply_markup(keyboard): InlineKeyboard,
        }
    }
}

request! {
    /// Changes the buttons under a message, or takes them away.
    /// <https://core.telegram.org/bots/api#editmessagereplymarkup>
    EditMessageReplyMarkup("editMessageReplyMarkup", edit_message_reply_markup) -> Edited {
        required {
            /// Which message.
            target: MessageTarget,
        }
        optional {
            /// The business account in whose name it was sent.
            business_connection_id(business_connection): BusinessConnectionId,
            /// The new buttons; none where absent.
            reply_markup(keyboard): InlineKeyboard,
        }
    }
}

request! {
    /// Closes a poll of the bot's. <https://core.telegram.org/bots/api#stoppoll>
    StopPoll("stopPoll", stop_poll) -> Poll {
        required {
            /// Where it stands.
            chat_id: Recipient,
            /// Its message's number there.
            message_id: MessageId,
        }
        optional {
            /// The business account in whose name it was sent.
            business_connection_id(business_connection): BusinessConnectionId,
            /// The buttons under it; none where absent.
            reply_markup(keyboard): InlineKeyboard,
        }
    }
}
