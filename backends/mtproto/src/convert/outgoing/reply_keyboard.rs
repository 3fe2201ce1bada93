//! What a message has to press, or does to the keyboard of its reader's app, as TL has it.

use ambigram_core::requests::ReplyMarkup;
use ambigram_core::text::link;
use ambigram_core::types::{
    ChatAdministratorRights, KeyboardButton, KeyboardButtonKind, KeyboardButtonRequestChat,
    KeyboardButtonRequestUsers, PollKind, ReplyKeyboard,
};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

use super::{Naming, number, rights};
use crate::convert::keyboard::{keyboard_out, look};

/// Buttons under a message, or what it does to the keyboard of its reader's app; `None` for a keyboard without buttons.
///
/// # Errors
/// [`InvalidButton`](ErrorKind::InvalidButton), for a button that cannot be.
pub(crate) fn markup(
    markup: &ReplyMarkup,
    naming: &impl Naming,
) -> Result<Option<enums::ReplyMarkup>, Error> {
    let placeholder = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    Ok(match markup {
        ReplyMarkup::Inline(inline) => return keyboard_out(inline, naming),
        ReplyMarkup::Keyboard(buttons) => keyboard(buttons, placeholder(&buttons.input_field_placeholder))?,
        ReplyMarkup::Remove(remove) => Some(types::ReplyKeyboardHide { selective: remove.selective }.into()),
        ReplyMarkup::ForceReply(force) => Some(
            types::ReplyKeyboardForceReply {
                single_use: true,
                selective: force.selective,
                placeholder: placeholder(&force.input_field_placeholder),
            }
            .into(),
        ),
        other => {
            let text = format!("over MTProto this cannot be sent: {other:?}");
            return Err(Error::new(ErrorKind::InvalidButton, text));
        }
    })
}

/// As on the Bot API, buttons without text are left out.
fn keyboard(
    keyboard: &ReplyKeyboard,
    placeholder: Option<String>,
) -> Result<Option<enums::ReplyMarkup>, Error> {
    let mut rows = Vec::new();
    for row in &keyboard.rows {
        let shown = row.iter().filter(|button| !button.text.is_empty());
        let buttons = shown.map(write).collect::<Result<Vec<_>, _>>()?;
        if !buttons.is_empty() {
            rows.push(types::KeyboardButtonRow { buttons }.into());
        }
    }
    if rows.is_empty() {
        return Ok(None);
    }
    let markup = types::ReplyKeyboardMarkup {
        resize: keyboard.resize_keyboard,
        single_use: keyboard.one_time_keyboard,
        selective: keyboard.selective,
        persistent: keyboard.is_persistent,
        force_reply: false,
        rows,
        placeholder,
    };
    Ok(Some(markup.into()))
}

fn write(button: &KeyboardButton) -> Result<enums::KeyboardButton, Error> {
    let refuse = |reason: &str| {
        Error::new(ErrorKind::InvalidButton, format!("the button “{}” cannot be: {reason}", button.text))
    };
    let style = look(button.style.as_ref(), button.icon_custom_emoji_id.as_ref())
        .map_err(|reason| refuse(&reason))?;
    let r#type = match &button.kind {
        KeyboardButtonKind::Text => enums::ButtonType::Default,
        KeyboardButtonKind::RequestContact => enums::ButtonType::RequestPhone,
        KeyboardButtonKind::RequestLocation => enums::ButtonType::RequestGeoLocation,
        KeyboardButtonKind::RequestPoll(request) => {
            let quiz = match &request.kind {
                None => None,
                Some(PollKind::Quiz) => Some(true),
                Some(PollKind::Regular) => Some(false),
                Some(other) => return Err(refuse(&format!("there is no poll type `{}`", other.as_str()))),
            };
            types::ButtonTypeRequestPoll { quiz }.into()
        }
        KeyboardButtonKind::WebApp(url) => {
            let checked = link::check(url).map_err(|error| bad_url(url, &error.to_string()))?;
            if !checked.starts_with("https://") {
                return Err(bad_url(url, "Only HTTPS links are allowed"));
            }
            types::ButtonTypeSimpleWebView { url: checked }.into()
        }
        KeyboardButtonKind::RequestUsers(request) => users(request),
        KeyboardButtonKind::RequestChat(request) => chat(request),
        KeyboardButtonKind::RequestManagedBot(request) => {
            let given = |name: Option<&str>| name.filter(|name| !name.is_empty()).map(str::to_owned);
            types::InputButtonTypeRequestPeer {
                name_requested: false,
                username_requested: false,
                photo_requested: false,
                button_id: request.request_id,
                peer_type: types::RequestPeerTypeCreateBot {
                    bot_managed: true,
                    suggested_name: given(request.suggested_name.as_deref()),
                    suggested_username: given(request.suggested_username.as_deref()),
                }
                .into(),
                max_quantity: 1,
            }
            .into()
        }
        KeyboardButtonKind::Unknown(raw) => {
            return Err(refuse(&format!("over MTProto it cannot be sent as {}", raw.as_str())));
        }
        other => return Err(refuse(&format!("over MTProto it cannot be sent as {other:?}"))),
    };
    Ok(types::KeyboardButton { style, text: button.text.clone(), r#type }.into())
}

fn bad_url(url: &str, reason: &str) -> Error {
    let text = format!("keyboard button Web App URL '{url}' is invalid: {reason}");
    Error::new(ErrorKind::InvalidButton, text)
}

/// <https://core.telegram.org/bots/api#keyboardbuttonrequestusers>
fn users(request: &KeyboardButtonRequestUsers) -> enums::ButtonType {
    types::InputButtonTypeRequestPeer {
        name_requested: request.request_name,
        username_requested: request.request_username,
        photo_requested: request.request_photo,
        button_id: request.request_id,
        peer_type: types::RequestPeerTypeUser { bot: request.user_is_bot, premium: request.user_is_premium }
            .into(),
        max_quantity: number(request.max_quantity.unwrap_or(1)),
    }
    .into()
}

/// <https://core.telegram.org/bots/api#keyboardbuttonrequestchat>
fn chat(request: &KeyboardButtonRequestChat) -> enums::ButtonType {
    let rights_of = |rights: Option<&ChatAdministratorRights>| {
        rights.map(|rights| rights::suggested(Some(rights), request.chat_is_channel))
    };
    let creator = request.chat_is_created;
    let has_username = request.chat_has_username;
    let user_admin_rights = rights_of(request.user_administrator_rights.as_deref());
    let bot_admin_rights = rights_of(request.bot_administrator_rights.as_deref());
    let peer_type = if request.chat_is_channel {
        types::RequestPeerTypeBroadcast { creator, has_username, user_admin_rights, bot_admin_rights }.into()
    } else {
        types::RequestPeerTypeChat {
            creator,
            bot_participant: request.bot_is_member,
            has_username,
            forum: request.chat_is_forum,
            user_admin_rights,
            bot_admin_rights,
        }
        .into()
    };
    types::InputButtonTypeRequestPeer {
        name_requested: request.request_title,
        username_requested: request.request_username,
        photo_requested: request.request_photo,
        button_id: request.request_id,
        peer_type,
        max_quantity: 1,
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::super::testing::Hashless;
    use super::*;

    fn written(button: KeyboardButton) -> Result<enums::ButtonType, Error> {
        let Some(enums::ReplyMarkup::ReplyKeyboardMarkup(written)) =
            markup(&ReplyKeyboard::row([button]).into(), &Hashless)?
        else {
            panic!("no keyboard")
        };
        let enums::KeyboardButtonRow::Row(row) = &written.rows[0];
        let enums::KeyboardButton::Button(button) = &row.buttons[0];
        Ok(button.r#type.clone())
    }

    #[test]
    fn each_button_asks_for_what_it_says() {
        let mut users = KeyboardButtonRequestUsers::new(1);
        users.user_is_bot = Some(false);
        users.max_quantity = Some(3);
        users.request_name = true;
        let of_users = types::InputButtonTypeRequestPeer {
            name_requested: true,
            username_requested: false,
            photo_requested: false,
            button_id: 1,
            peer_type: types::RequestPeerTypeUser { bot: Some(false), premium: None }.into(),
            max_quantity: 3,
        };
        let of_channel = types::InputButtonTypeRequestPeer {
            name_requested: false,
            button_id: 2,
            peer_type: types::RequestPeerTypeBroadcast {
                creator: false,
                has_username: None,
                user_admin_rights: None,
                bot_admin_rights: None,
            }
            .into(),
            max_quantity: 1,
            ..of_users.clone()
        };
        let table = [
            (KeyboardButton::text("a"), enums::ButtonType::Default),
            (KeyboardButton::contact("a"), enums::ButtonType::RequestPhone),
            (KeyboardButton::location("a"), enums::ButtonType::RequestGeoLocation),
            (KeyboardButton::users("a", users), of_users.into()),
            (KeyboardButton::chat("a", KeyboardButtonRequestChat::new(2, true)), of_channel.into()),
            (
                KeyboardButton::web_app("a", "https://example.com/"),
                types::ButtonTypeSimpleWebView { url: "https://example.com/".to_owned() }.into(),
            ),
        ];
        for (button, expected) in table {
            assert_eq!(written(button).unwrap(), expected);
        }
        let error = written(KeyboardButton::web_app("a", "http://example.com/")).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::InvalidButton);
    }

    #[test]
    fn a_keyboard_without_buttons_is_none() {
        let empty = ReplyKeyboard::row([KeyboardButton::text("")]);
        assert_eq!(markup(&empty.into(), &Hashless).unwrap(), None);
    }
}
