//! What the buttons under a message may be. <https://core.telegram.org/bots/api#inlinekeyboardbutton>

use ambigram_core::text::link;
use ambigram_core::types::{Button, ButtonKind, InlineKeyboard, UserId};

use super::{ChatSort, Refusal, limits};

/// The Bot API's address of a user's profile, before the number.
pub const PROFILE: &str = "tg://user?id=";

/// Whose profile a button opens.
pub fn profile(button: &Button) -> Option<UserId> {
    match &button.kind {
        ButtonKind::Url(url) => url.strip_prefix(PROFILE)?.parse().ok().map(UserId),
        _ => None,
    }
}

/// Brings a keyboard into the form in which Telegram keeps it: buttons without text, and rows that are empty, are left
/// out; addresses are spelt in Telegram's way. Of a keyboard without buttons nothing is left.
///
/// `sort` is the chat's, `None` for a private chat.
///
/// # Errors
/// For a button that Telegram would refuse.
pub fn accept(keyboard: InlineKeyboard, sort: Option<ChatSort>) -> Result<Option<InlineKeyboard>, Refusal> {
    let mut rows = Vec::new();
    for row in keyboard.rows {
        let buttons = row.into_iter().filter(|button| !button.text.is_empty()).take(limits::ROW_BUTTONS);
        let row = buttons.map(|button| accept_button(button, sort)).collect::<Result<Vec<_>, _>>()?;
        if !row.is_empty() {
            rows.push(row);
        }
    }
    if rows.iter().map(Vec::len).sum::<usize>() > limits::KEYBOARD_BUTTONS {
        return Err(Refusal::KeyboardTooLong);
    }
    Ok((!rows.is_empty()).then_some(InlineKeyboard { rows }))
}

fn accept_button(mut button: Button, sort: Option<ChatSort>) -> Result<Button, Refusal> {
    match &mut button.kind {
        ButtonKind::Callback(data) => data.check().map_err(|_| Refusal::ButtonDataInvalid)?,
        ButtonKind::Url(url) => *url = accept_url(url, "")?,
        ButtonKind::WebApp(url) => {
            let accepted = accept_url(url, "Web App ")?;
            if !accepted.starts_with("https://") {
                let reason = "Only HTTPS links are allowed".to_owned();
                return Err(Refusal::ButtonUrlInvalid { what: "Web App ", url: url.clone(), reason });
            }
            if sort.is_some() {
                return Err(Refusal::ButtonTypeInvalid);
            }
            *url = accepted;
        }
        ButtonKind::SwitchInlineQuery(_) if sort == Some(ChatSort::Channel) => {
            return Err(Refusal::SwitchInlineInChannel("switch_inline_query"));
        }
        ButtonKind::SwitchInlineQueryCurrentChat(_) if sort == Some(ChatSort::Channel) => {
            return Err(Refusal::SwitchInlineInChannel("switch_inline_query_current_chat"));
        }
        ButtonKind::CopyText(text) if !(1..=limits::COPY_TEXT).contains(&text.chars().count()) => {
            return Err(Refusal::ButtonCopyTextInvalid);
        }
        _ => {}
    }
    Ok(button)
}

fn accept_url(url: &str, what: &'static str) -> Result<String, Refusal> {
    link::check(url).map_err(|error| Refusal::ButtonUrlInvalid {
        what,
        url: url.to_owned(),
        reason: error.to_string(),
    })
}
