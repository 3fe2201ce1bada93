//! Saying something.

use ambigram_core::types::{ChatAction, ThreadId};

use super::{Call, resolve_chat};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::keyboard::ReplyMarkup;
use crate::bot_api::read::reply::ReplyParameters;
use crate::bot_api::read::{keyboard, preview, reply, text};
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::message;
use crate::world::{NewMessage, ReplyTo, World};

/// <https://core.telegram.org/bots/api#sendmessage>
pub(super) fn send_message(call: &Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let link_preview = preview::read(arguments)?;
    let text = text::read(arguments)?;
    let reply_to = reply::read(arguments)?;
    let markup = keyboard::read(arguments)?;
    call.no_business()?;
    for name in ["direct_messages_topic_id", "suggested_post_parameters"] {
        call.lacks_argument(name)?;
    }
    let (keyboard, app_keyboard) = match markup {
        Some(ReplyMarkup::Inline(keyboard)) => (Some(keyboard), None),
        Some(ReplyMarkup::App(keyboard)) => (None, Some(keyboard)),
        None => (None, None),
    };
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let reply_to = reply_to.map(|reply_to| answered(world, reply_to)).transpose()?;
        let new = NewMessage {
            text,
            thread: call.thread(),
            reply_to,
            keyboard,
            app_keyboard,
            effect: Some(leading_integer(arguments.get("message_effect_id"))).filter(|effect| *effect != 0),
            link_preview,
            is_silent: arguments.flag("disable_notification"),
            is_protected: arguments.flag("protect_content"),
        };
        let sent = world.send_message(call.bot, chat, new)?;
        Ok(message::message(world, &sent).into())
    })
}

/// <https://core.telegram.org/bots/api#sendchataction>
pub(super) fn send_chat_action(call: &Call<'_>) -> Result<Answer, Failure> {
    let action = match call.arguments.get("action").to_ascii_lowercase().as_str() {
        // What others saw is over at the next message anyway.
        "cancel" => None,
        "typing" => Some(ChatAction::Typing),
        "record_video" => Some(ChatAction::RecordVideo),
        "upload_video" => Some(ChatAction::UploadVideo),
        "record_voice" | "record_audio" => Some(ChatAction::RecordVoice),
        "upload_voice" | "upload_audio" => Some(ChatAction::UploadVoice),
        "upload_photo" => Some(ChatAction::UploadPhoto),
        "upload_document" => Some(ChatAction::UploadDocument),
        "choose_sticker" => Some(ChatAction::ChooseSticker),
        "find_location" | "pick_up_location" => Some(ChatAction::FindLocation),
        "record_video_note" => Some(ChatAction::RecordVideoNote),
        "upload_video_note" => Some(ChatAction::UploadVideoNote),
        _ => return Err(Failure::bad_request("Wrong parameter action in request")),
    };
    call.no_business()?;
    call.world().write(|world| {
        let chat = call.chat(world)?;
        if let Some(action) = action {
            world.send_chat_action(call.bot, chat, call.thread(), action)?;
        }
        Ok(Answer::done())
    })
}

impl Call<'_> {
    /// The topic that `message_thread_id` means.
    fn thread(&self) -> Option<ThreadId> {
        match self.arguments.integer("message_thread_id", 0, 0, i32::MAX) {
            0 => None,
            id => Some(ThreadId(id)),
        }
    }
}

fn answered(world: &World, parameters: ReplyParameters) -> Result<ReplyTo, Failure> {
    let chat = match parameters.chat.as_str() {
        "" => None,
        chat => Some(resolve_chat(world, chat)?),
    };
    let position = parameters.quote_position.max(0).unsigned_abs();
    Ok(ReplyTo {
        message: parameters.message_id,
        chat,
        or_without: parameters.allow_sending_without_reply,
        quote: (!parameters.quote.text.is_empty()).then_some((parameters.quote, position)),
    })
}
