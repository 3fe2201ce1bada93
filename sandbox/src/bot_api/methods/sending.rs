//! Saying something.

use ambigram_core::types::{ChatAction, ThreadId};

use super::{Call, resolve_chat};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::keyboard::ReplyMarkup;
use crate::bot_api::read::reply::ReplyParameters;
use crate::bot_api::read::{keyboard, preview, reply, text};
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::{business, message};
use crate::world::{Forwarding, NewMessage, ReplyTo, World};

/// <https://core.telegram.org/bots/api#sendmessage>
pub(super) fn send_message(call: &Call<'_>) -> Result<Answer, Failure> {
    let link_preview = preview::read(&call.arguments)?;
    let text = text::read(&call.arguments)?;
    send(call, |_| Ok(NewMessage { link_preview, ..text.into() }))
}

/// Sends what `content` makes, once the world is held, with all that the methods which send have in common.
pub(super) fn send(
    call: &Call<'_>,
    content: impl FnOnce(&mut World) -> Result<NewMessage, Failure>,
) -> Result<Answer, Failure> {
    let options = Options::read(call)?;
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let new = content(world)?;
        let new = options.put(world, new)?;
        if let Some(id) = call.business() {
            let connection = world.business_connection(call.bot, id)?;
            let sent = world.send_as_business(call.bot, id, chat, new)?;
            return Ok(business::message(world, &connection, &sent).into());
        }
        let sent = world.send_message(call.bot, chat, new)?;
        Ok(message::message(world, &sent).into())
    })
}

/// What the methods that send have in common.
#[derive(Debug, Clone)]
pub(super) struct Options {
    reply_to: Option<ReplyParameters>,
    pub(super) markup: Option<ReplyMarkup>,
    thread: Option<ThreadId>,
    effect: Option<i64>,
    is_silent: bool,
    is_protected: bool,
}

impl Options {
    /// Reads them.
    pub(super) fn read(call: &Call<'_>) -> Result<Self, Failure> {
        let arguments = &call.arguments;
        let reply_to = reply::read(arguments)?;
        let markup = keyboard::read(arguments)?;
        Ok(Self { reply_to, markup, ..Self::of_several(call)? })
    }

    /// Reads those that the methods have which send several messages on: these answer nothing and have no buttons.
    pub(super) fn of_several(call: &Call<'_>) -> Result<Self, Failure> {
        for name in ["direct_messages_topic_id", "suggested_post_parameters"] {
            call.lacks_argument(name)?;
        }
        let arguments = &call.arguments;
        Ok(Self {
            reply_to: None,
            markup: None,
            thread: call.thread(),
            effect: Some(leading_integer(arguments.get("message_effect_id"))).filter(|effect| *effect != 0),
            is_silent: arguments.flag("disable_notification"),
            is_protected: arguments.flag("protect_content"),
        })
    }

    /// Those that matter to messages which are sent on.
    pub(super) fn forwarding(&self) -> Forwarding {
        Forwarding {
            thread: self.thread,
            effect: self.effect,
            is_silent: self.is_silent,
            is_protected: self.is_protected,
            ..Forwarding::default()
        }
    }

    /// Puts them into a message.
    pub(super) fn put(self, world: &World, new: NewMessage) -> Result<NewMessage, Failure> {
        let (keyboard, app_keyboard) = match self.markup {
            Some(ReplyMarkup::Inline(keyboard)) => (Some(keyboard), None),
            Some(ReplyMarkup::App(keyboard)) => (None, Some(keyboard)),
            None => (None, None),
        };
        Ok(NewMessage {
            thread: self.thread,
            reply_to: self.reply_to.map(|reply_to| answered(world, reply_to)).transpose()?,
            keyboard,
            app_keyboard,
            effect: self.effect,
            is_silent: self.is_silent,
            is_protected: self.is_protected,
            ..new
        })
    }
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
    pub(super) fn thread(&self) -> Option<ThreadId> {
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
