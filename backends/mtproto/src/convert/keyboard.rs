//! Inline keyboards, both ways.

use ambigram_core::text::link;
use ambigram_core::types::{Button, ButtonKind, ButtonStyle, CustomEmojiId, InlineKeyboard, Raw, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::raw::{Object, Put, raw};

/// Where a button leads that opens a user's profile.
const PROFILE: &str = "tg://user?id=";

/// The chats that a query may be taken to: the Bot API's name, and TL's kinds of chats.
const CHOSEN_CHATS: [(&str, &[enums::InlineQueryPeerType]); 4] = [
    ("allow_user_chats", &[enums::InlineQueryPeerType::Pm]),
    ("allow_bot_chats", &[enums::InlineQueryPeerType::BotPm]),
    ("allow_group_chats", &[enums::InlineQueryPeerType::Chat, enums::InlineQueryPeerType::Megagroup]),
    ("allow_channel_chats", &[enums::InlineQueryPeerType::Broadcast]),
];

/// The buttons under a message; `None` for what is done to the keyboard of the reader's app, which bots are not shown.
pub(super) fn keyboard(markup: &enums::ReplyMarkup) -> Option<InlineKeyboard> {
    let enums::ReplyMarkup::ReplyInlineMarkup(markup) = markup else { return None };
    let rows = markup.rows.iter().map(|enums::KeyboardInlineButtonRow::Row(row)| {
        row.buttons.iter().map(|enums::KeyboardInlineButton::Button(button)| read(button)).collect()
    });
    Some(InlineKeyboard { rows: rows.collect() })
}

fn read(button: &types::KeyboardInlineButton) -> Button {
    let (mut style, mut icon) = (None, None);
    if let Some(enums::KeyboardButtonStyle::Style(look)) = &button.style {
        icon = look.icon.map(|icon| CustomEmojiId::from(icon.to_string()));
        style = [
            (look.bg_danger, ButtonStyle::Danger),
            (look.bg_success, ButtonStyle::Success),
            (look.bg_primary, ButtonStyle::Primary),
        ]
        .into_iter()
        .find_map(|(is_set, style)| is_set.then_some(style));
    }
    Button { text: button.text.clone(), kind: read_kind(&button.r#type), style, icon_custom_emoji_id: icon }
}

fn read_kind(kind: &enums::InlineButtonType) -> ButtonKind {
    use enums::InlineButtonType as Tl;
    match kind {
        Tl::Url(button) => ButtonKind::Url(button.url.clone()),
        // Bots are shown the address of a login button as if it were a plain one.
        Tl::UrlAuth(button) => ButtonKind::Url(button.url.clone()),
        Tl::InputInlineButtonTypeUrlAuth(button) => ButtonKind::Url(button.url.clone()),
        Tl::WebView(button) => ButtonKind::WebApp(button.url.clone()),
        Tl::Callback(button) => {
            ButtonKind::Callback(String::from_utf8_lossy(&button.data).into_owned().into())
        }
        Tl::Buy => ButtonKind::Pay,
        Tl::SwitchInline(button) if button.same_peer => {
            ButtonKind::SwitchInlineQueryCurrentChat(button.query.clone())
        }
        Tl::SwitchInline(types::InlineButtonTypeSwitchInline { query, peer_types: None, .. }) => {
            ButtonKind::SwitchInlineQuery(query.clone())
        }
        Tl::SwitchInline(types::InlineButtonTypeSwitchInline { query, peer_types: Some(chats), .. }) => {
            let mut chosen = Object::new();
            chosen.put("query", query.as_str());
            for (name, kinds) in CHOSEN_CHATS {
                chosen.put_true(name, chats.iter().any(|chat| kinds.contains(chat)));
            }
            unmodelled("switch_inline_query_chosen_chat", chosen.into())
        }
        Tl::UserProfile(button) => profile(button.user_id),
        Tl::InputInlineButtonTypeUserProfile(types::InputInlineButtonTypeUserProfile {
            user_id: enums::InputUser::User(user),
        }) => profile(user.user_id),
        Tl::Copy(button) => ButtonKind::CopyText(button.copy_text.clone()),
        Tl::Game => unmodelled("callback_game", json!({})),
        Tl::Disabled | Tl::InputInlineButtonTypeUserProfile(_) => {
            let mut object = Object::new();
            object.put_tl(kind);
            ButtonKind::Unknown(raw(object))
        }
    }
}

fn profile(user: i64) -> ButtonKind {
    ButtonKind::Url(format!("{PROFILE}{user}"))
}

fn unmodelled(name: &str, value: Value) -> ButtonKind {
    let mut object = Object::new();
    object.put(name, value);
    ButtonKind::Unknown(raw(object))
}

/// A keyboard as TL has it; `None` for one without buttons. As on the Bot API, buttons without text are left out, and
/// addresses are spelt in Telegram's way.
///
/// # Errors
/// [`InvalidButton`](ErrorKind::InvalidButton), for a button that cannot be.
pub(crate) fn keyboard_out(
    keyboard: &InlineKeyboard,
    user: impl Fn(UserId) -> enums::InputUser,
) -> Result<Option<enums::ReplyMarkup>, Error> {
    let mut rows = Vec::new();
    for row in &keyboard.rows {
        let shown = row.iter().filter(|button| !button.text.is_empty());
        let buttons = shown.map(|button| write(button, &user)).collect::<Result<Vec<_>, _>>()?;
        if !buttons.is_empty() {
            rows.push(types::KeyboardInlineButtonRow { buttons }.into());
        }
    }
    Ok((!rows.is_empty()).then(|| types::ReplyInlineMarkup { force_reply: false, rows }.into()))
}

fn write(
    button: &Button,
    user: impl Fn(UserId) -> enums::InputUser,
) -> Result<enums::KeyboardInlineButton, Error> {
    let icon = match &button.icon_custom_emoji_id {
        None => None,
        Some(icon) => Some(icon.as_str().parse::<i64>().map_err(|error| {
            refuse(button, &format!("`{icon}` is no custom emoji's identifier")).because(error)
        })?),
    };
    if let Some(ButtonStyle::Unknown(style)) = &button.style {
        return Err(refuse(button, &format!("there is no button style `{style}`")));
    }
    let has = |style| button.style.as_ref() == Some(&style);
    let look = types::KeyboardButtonStyle {
        bg_primary: has(ButtonStyle::Primary),
        bg_danger: has(ButtonStyle::Danger),
        bg_success: has(ButtonStyle::Success),
        icon,
    };
    let is_plain = button.style.is_none() && icon.is_none();
    let style = (!is_plain).then(|| look.into());
    let r#type = write_kind(button, user)?;
    Ok(types::KeyboardInlineButton { style, text: button.text.clone(), r#type }.into())
}

fn write_kind(
    button: &Button,
    user: impl Fn(UserId) -> enums::InputUser,
) -> Result<enums::InlineButtonType, Error> {
    let switch = |same_peer, query: &str, peer_types| {
        types::InlineButtonTypeSwitchInline { same_peer, query: query.to_owned(), peer_types }.into()
    };
    Ok(match &button.kind {
        ButtonKind::Callback(data) => {
            let data = data.as_str().as_bytes().to_vec();
            types::InlineButtonTypeCallback { requires_password: false, data }.into()
        }
        ButtonKind::Url(url) => {
            let url = check(url, "")?;
            match url.strip_prefix(PROFILE).and_then(|id| id.parse().ok()) {
                Some(id) => types::InputInlineButtonTypeUserProfile { user_id: user(UserId(id)) }.into(),
                None => types::InlineButtonTypeUrl { url }.into(),
            }
        }
        ButtonKind::WebApp(url) => {
            let checked = check(url, "Web App ")?;
            if !checked.starts_with("https://") {
                return Err(bad_url(url, "Web App ", "Only HTTPS links are allowed"));
            }
            types::InlineButtonTypeWebView { url: checked }.into()
        }
        ButtonKind::SwitchInlineQuery(query) => switch(false, query, None),
        ButtonKind::SwitchInlineQueryCurrentChat(query) => switch(true, query, None),
        ButtonKind::CopyText(text) => types::InlineButtonTypeCopy { copy_text: text.clone() }.into(),
        ButtonKind::Pay => enums::InlineButtonType::Buy,
        ButtonKind::CallbackGame => enums::InlineButtonType::Game,
        ButtonKind::Unknown(raw) => write_unmodelled(button, raw)?,
        other => {
            let text = format!("over MTProto this button cannot be sent yet: {other:?}");
            return Err(Error::new(ErrorKind::InvalidButton, text));
        }
    })
}

/// The kinds that the vocabulary has no name for, as the Bot API writes them.
fn write_unmodelled(button: &Button, raw: &Raw) -> Result<enums::InlineButtonType, Error> {
    let fields: Object = raw.read().unwrap_or_default();
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let flag = |value: &Value, name: &str| value.get(name).and_then(Value::as_bool).unwrap_or_default();
    if fields.contains_key("callback_game") {
        return Ok(enums::InlineButtonType::Game);
    }
    if let Some(chosen) = fields.get("switch_inline_query_chosen_chat") {
        let chats = CHOSEN_CHATS.into_iter().filter(|(name, _)| flag(chosen, name));
        let peer_types = Some(chats.flat_map(|(_, kinds)| kinds.iter().cloned()).collect());
        let query = text(chosen, "query").unwrap_or_default();
        return Ok(types::InlineButtonTypeSwitchInline { same_peer: false, query, peer_types }.into());
    }
    match fields.get("login_url") {
        // Who another bot is would have to be asked.
        Some(login) if text(login, "bot_username").is_none() => {
            let url = check(&text(login, "url").unwrap_or_default(), "login ")?;
            Ok(types::InputInlineButtonTypeUrlAuth {
                request_write_access: flag(login, "request_write_access"),
                fwd_text: text(login, "forward_text"),
                url,
                bot: Some(enums::InputUser::UserSelf),
            }
            .into())
        }
        _ => Err(refuse(button, &format!("over MTProto it cannot be sent as {}", raw.as_str()))),
    }
}

fn check(url: &str, what: &str) -> Result<String, Error> {
    link::check(url).map_err(|error| bad_url(url, what, &error.to_string()).because(error))
}

fn bad_url(url: &str, what: &str, reason: &str) -> Error {
    let text = format!("inline keyboard button {what}URL '{url}' is invalid: {reason}");
    Error::new(ErrorKind::InvalidButton, text)
}

fn refuse(button: &Button, reason: &str) -> Error {
    Error::new(ErrorKind::InvalidButton, format!("the button “{}” cannot be: {reason}", button.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(user: UserId) -> enums::InputUser {
        types::InputUser { user_id: user.0, access_hash: 9 }.into()
    }

    fn sent(button: Button) -> Result<Option<enums::ReplyMarkup>, Error> {
        keyboard_out(&InlineKeyboard::row([button]), input)
    }

    fn kind(json: &str) -> ButtonKind {
        ButtonKind::Unknown(json.parse().unwrap())
    }

    #[test]
    fn what_is_sent_comes_back() {
        for button in [
            Button::callback("a", "data"),
            Button::url("a", "https://example.com/"),
            Button::copy_text("a", "b"),
            Button::new("a", ButtonKind::WebApp("https://example.com/app".to_owned())),
            Button::new("a", ButtonKind::SwitchInlineQuery("q".to_owned())),
            Button::new("a", ButtonKind::SwitchInlineQueryCurrentChat(String::new())),
            Button::new("a", ButtonKind::Pay),
            Button::new("a", kind(r#"{"callback_game":{}}"#)),
            Button::new(
                "a",
                kind(
                    r#"{"switch_inline_query_chosen_chat":{"allow_group_chats":true,"allow_user_chats":true,"query":"q"}}"#,
                ),
            ),
            Button::callback("a", "b").style(ButtonStyle::Danger).icon("5368"),
            Button::callback("a", "b").style(ButtonStyle::Primary),
            Button::callback("a", "b").style(ButtonStyle::Success),
            Button::callback("a", "b").icon("5368"),
        ] {
            let markup = sent(button.clone()).unwrap().unwrap();
            assert_eq!(keyboard(&markup), Some(InlineKeyboard::row([button])));
        }
    }

    #[test]
    fn addresses_are_spelt_as_on_the_bot_api() {
        let url = |url: &str| match sent(Button::url("a", url)).unwrap().unwrap() {
            enums::ReplyMarkup::ReplyInlineMarkup(markup) => {
                let enums::KeyboardInlineButtonRow::Row(row) = &markup.rows[0];
                let enums::KeyboardInlineButton::Button(button) = &row.buttons[0];
                button.r#type.clone()
            }
            other => panic!("{other:?}"),
        };
        let plain = types::InlineButtonTypeUrl { url: "http://example.com/".to_owned() };
        assert_eq!(url("example.com"), plain.into());
        let profile = types::InputInlineButtonTypeUserProfile { user_id: input(UserId(7)) };
        assert_eq!(url("tg://user?id=7"), profile.into());
    }

    #[test]
    fn what_bots_are_shown_of_other_buttons() {
        let table: [(enums::InlineButtonType, ButtonKind); 3] = [
            (
                types::InlineButtonTypeUrlAuth { fwd_text: None, url: "https://a.b/".into(), button_id: 1 }
                    .into(),
                ButtonKind::Url("https://a.b/".into()),
            ),
            (
                types::InlineButtonTypeUserProfile { user_id: 7 }.into(),
                ButtonKind::Url("tg://user?id=7".into()),
            ),
            (
                enums::InlineButtonType::Disabled,
                kind(r#"{"@tl":"nWE4pA","@type":"inlineButtonTypeDisabled"}"#),
            ),
        ];
        for (tl, expected) in table {
            assert_eq!(read_kind(&tl), expected);
        }
        let hidden = types::ReplyKeyboardHide { selective: false };
        assert_eq!(keyboard(&hidden.into()), None);
    }

    #[test]
    fn a_keyboard_without_buttons_is_none() {
        let empty = InlineKeyboard::row([Button::callback("", "a")]).and_row(Vec::<Button>::new());
        assert_eq!(keyboard_out(&empty, input).unwrap(), None);
    }

    #[test]
    fn a_button_that_cannot_be_is_refused() {
        for button in [
            Button::url("a", "localhost"),
            Button::new("a", ButtonKind::WebApp("http://example.com/".to_owned())),
            Button::new("a", kind(r#"{"teleport":{}}"#)),
            Button::new("a", kind(r#"{"login_url":{"url":"https://a.b/","bot_username":"b"}}"#)),
            Button::callback("a", "b").style(ButtonStyle::Unknown("plaid".into())),
            Button::callback("a", "b").icon("x"),
        ] {
            assert_eq!(*sent(button.clone()).unwrap_err().kind(), ErrorKind::InvalidButton, "{button:?}");
        }
    }
}
