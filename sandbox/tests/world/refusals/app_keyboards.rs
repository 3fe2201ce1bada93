//! What cannot be done to the keyboard of a reader's app, and where effects have no place.

use ambigram_core::types::ChatId;
use ambigram_sandbox::rules::app_keyboard::{AppButton, AppKeyboard, Asked, Deed};
use ambigram_sandbox::rules::{ChatSort, Refusal};
use ambigram_sandbox::world::NewMessage;

use super::{Case, send};
use crate::stage::Stage;

fn keyboard(deed: Deed) -> NewMessage {
    let keyboard = AppKeyboard { deed, is_selective: false, placeholder: String::new() };
    NewMessage { app_keyboard: Some(keyboard), .."hi".into() }
}

fn ask(stage: &mut Stage, asked: Asked) -> Result<(), Refusal> {
    let bot = stage.bot;
    let chat: ChatId = stage.chat_of_alice(ChatSort::Supergroup, &[bot]);
    let rows = vec![vec![AppButton::new("here", Some(asked))]];
    send(
        stage,
        bot,
        chat,
        keyboard(Deed::Show { rows, is_persistent: false, is_resized: false, is_one_time: false }),
    )
}

pub(super) fn app_keyboards() -> Vec<Case> {
    const RPC: (i32, &str) = (400, "BUTTON_TYPE_INVALID");
    vec![
        (
            "a forced answer in a channel",
            |s| {
                let bot = s.bot;
                let chat = s.chat_of_alice(ChatSort::Channel, &[bot]);
                send(s, bot, chat, keyboard(Deed::ForceReply))
            },
            (400, "Bad Request: inline keyboard expected"),
            (400, "REPLY_MARKUP_INVALID"),
        ),
        (
            "asking many for a phone number",
            |s| ask(s, Asked::PhoneNumber),
            (400, "Bad Request: phone number can be requested in private chats only"),
            RPC,
        ),
        (
            "a Web App button in a group",
            |s| ask(s, Asked::WebApp("https://example.com/".into())),
            (400, "Bad Request: Web App buttons can be used in private chats only"),
            RPC,
        ),
        (
            "a user's keyboard for a bot",
            |s| send(s, s.alice, s.bot, keyboard(Deed::Remove)),
            (400, "Bad Request: REPLY_MARKUP_INVALID"),
            (400, "REPLY_MARKUP_INVALID"),
        ),
        (
            "an effect in a group",
            |s| {
                let alice = s.alice;
                let chat = s.chat_of_alice(ChatSort::Group, &[]);
                send(s, alice, chat, NewMessage { effect: Some(5), .."hi".into() })
            },
            (400, "Bad Request: can't use message effects in the chat"),
            (400, "EFFECT_ID_INVALID"),
        ),
    ]
}
