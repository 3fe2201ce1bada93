//! Inline keyboards, both ways.

use ambigram_core::text::link;
use ambigram_core::types::{
    Button, ButtonKind, ButtonStyle, CustomEmojiId, InlineKeyboard, LoginUrl, SwitchInlineQueryChosenChat,
    UserId,
};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

use super::outgoing::Naming;
use super::raw::{Object, Put, raw};

/// Where a button leads that opens a user's profile.
const PROFILE: &str = "tg://user?id=";

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
            use enums::InlineQueryPeerType as Kind;
            let has = |kinds: &[Kind]| chats.iter().any(|chat| kinds.contains(chat));
            ButtonKind::SwitchInlineQueryChosenChat(Box::new(SwitchInlineQueryChosenChat {
                query: Some(query.clone()).filter(|query| !query.is_empty()),
                allow_user_chats: has(&[Kind::Pm]),
                allow_bot_chats: has(&[Kind::BotPm]),
                allow_group_chats: has(&[Kind::Chat, Kind::Megagroup]),
                allow_channel_chats: has(&[Kind::Broadcast]),
            }))
        }
        Tl::UserProfile(button) => profile(button.user_id),
        Tl::InputInlineButtonTypeUserProfile(types::InputInlineButtonTypeUserProfile {
            user_id: enums::InputUser::User(user),
        }) => profile(user.user_id),
        Tl::Copy(button) => ButtonKind::CopyText(button.copy_text.clone()),
        Tl::Game => ButtonKind::CallbackGame,
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

/// A keyboard as TL has it; `None` for one without buttons. As on the Bot API, buttons without text are left out, and
/// addresses are spelt in Telegram's way.
///
/// # Errors
/// [`InvalidButton`](ErrorKind::InvalidButton), for a button that cannot be.
pub(crate) fn keyboard_out(
    keyboard: &InlineKeyboard,
    naming: &impl Naming,
) -> Result<Option<enums::ReplyMarkup>, Error> {
    let mut rows = Vec::new();
    for row in &keyboard.rows {
        let shown = row.iter().filter(|button| !button.text.is_empty());
        let buttons = shown.map(|button| write(button, naming)).collect::<Result<Vec<_>, _>>()?;
        if !buttons.is_empty() {
            rows.push(types::KeyboardInlineButtonRow { buttons }.into());
        }
    }
    Ok((!rows.is_empty()).then(|| types::ReplyInlineMarkup { force_reply: false, rows }.into()))
}

fn write(button: &Button, naming: &impl Naming) -> Result<enums::KeyboardInlineButton, Error> {
    let style = look(button.style.as_ref(), button.icon_custom_emoji_id.as_ref())
        .map_err(|reason| refuse(button, &reason))?;
    let r#type = write_kind(button, naming)?;
    Ok(types::KeyboardInlineButton { style, text: button.text.clone(), r#type }.into())
}

/// How a button looks; `None` for one that looks as all do. What cannot be is told in words.
pub(super) fn look(
    style: Option<&ButtonStyle>,
    icon: Option<&CustomEmojiId>,
) -> Result<Option<enums::KeyboardButtonStyle>, String> {
    let icon = match icon {
        None => None,
        Some(icon) => {
            let number = icon.as_str().parse::<i64>();
            Some(number.map_err(|_| format!("`{icon}` is no custom emoji's identifier"))?)
        }
    };
    if let Some(ButtonStyle::Unknown(style)) = style {
        return Err(format!("there is no button style `{style}`"));
    }
    if style.is_none() && icon.is_none() {
        return Ok(None);
    }
    let has = |other| style == Some(&other);
    let look = types::KeyboardButtonStyle {
        bg_primary: has(ButtonStyle::Primary),
        bg_danger: has(ButtonStyle::Danger),
        bg_success: has(ButtonStyle::Success),
        icon,
    };
    Ok(Some(look.into()))
}

fn write_kind(button: &Button, naming: &impl Naming) -> Result<enums::InlineButtonType, Error> {
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
                Some(id) => {
                    types::InputInlineButtonTypeUserProfile { user_id: naming.user(UserId(id)) }.into()
                }
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
        ButtonKind::LoginUrl(login) => write_login(button, login, naming)?,
        ButtonKind::SwitchInlineQueryChosenChat(chosen) => {
            use enums::InlineQueryPeerType as Kind;
            let kinds = [
                (chosen.allow_user_chats, Kind::Pm),
                (chosen.allow_bot_chats, Kind::BotPm),
                (chosen.allow_group_chats, Kind::Chat),
                (chosen.allow_group_chats, Kind::Megagroup),
                (chosen.allow_channel_chats, Kind::Broadcast),
            ];
            let kinds: Vec<_> =
                kinds.into_iter().filter_map(|(allowed, kind)| allowed.then_some(kind)).collect();
            if kinds.is_empty() {
                return Err(refuse(button, "at least one kind of chats must be allowed"));
            }
            switch(false, chosen.query.as_deref().unwrap_or_default(), Some(kinds))
        }
        ButtonKind::Unknown(raw) => {
            return Err(refuse(button, &format!("over MTProto it cannot be sent as {}", raw.as_str())));
        }
        other => return Err(refuse(button, &format!("over MTProto it cannot be sent as {other:?}"))),
    })
}

/// <https://core.telegram.org/bots/api#loginurl>
fn write_login(
    button: &Button,
    login: &LoginUrl,
    naming: &impl Naming,
) -> Result<enums::InlineButtonType, Error> {
    let url = check(&login.url, "login ")?;
    let given = |name: Option<&str>| name.filter(|name| !name.is_empty()).map(str::to_owned);
    let bot = match given(login.bot_username.as_deref()) {
        None => enums::InputUser::UserSelf,
        Some(name) => match naming.named(name.trim_start_matches('@')) {
            Some(bot) if bot.is_user() => naming.user(UserId(bot.0)),
            _ => return Err(refuse(button, &format!("there is no bot @{name}"))),
        },
    };
    Ok(types::InputInlineButtonTypeUrlAuth {
        request_write_access: login.request_write_access,
        fwd_text: given(login.forward_text.as_deref()),
        url,
        bot: Some(bot),
    }
    .into())
}

/// The bots that a keyboard's buttons name by their public names.
pub(crate) fn named_bots(keyboard: &InlineKeyboard) -> impl Iterator<Item = &str> {
    keyboard.buttons().filter_map(|button| match &button.kind {
        ButtonKind::LoginUrl(login) => login.bot_username.as_deref().filter(|name| !name.is_empty()),
        _ => None,
    })
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

    use super::super::outgoing::testing::Hashless;

    fn sent(button: Button) -> Result<Option<enums::ReplyMarkup>, Error> {
        keyboard_out(&InlineKeyboard::row([button]), &Hashless)
    }

    fn kind(json: &str) -> ButtonKind {
        ButtonKind::Unknown(json.parse().unwrap())
    }

    #[test]
    fn what_is_sent_comes_back() {
        let chosen = SwitchInlineQueryChosenChat {
            query: Some("q".to_owned()),
            allow_group_chats: true,
            allow_user_chats: true,
            ..SwitchInlineQueryChosenChat::new()
        };
        for button in [
            Button::callback("a", "data"),
            Button::url("a", "https://example.com/"),
            Button::copy_text("a", "b"),
            Button::new("a", ButtonKind::WebApp("https://example.com/app".to_owned())),
            Button::new("a", ButtonKind::SwitchInlineQuery("q".to_owned())),
            Button::new("a", ButtonKind::SwitchInlineQueryCurrentChat(String::new())),
            Button::new("a", ButtonKind::Pay),
            Button::game("a"),
            Button::new("a", ButtonKind::SwitchInlineQueryChosenChat(Box::new(chosen))),
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
        let profile = types::InputInlineButtonTypeUserProfile { user_id: Hashless.user(UserId(7)) };
        assert_eq!(url("tg://user?id=7"), profile.into());
    }

    #[test]
    fn a_login_is_to_this_bot_or_to_one_that_is_named() {
        let bot = |name: &str| {
            let mut login = LoginUrl::new("https://a.b/");
            login.bot_username = Some(name.into());
            match write_kind(&Button::login("a", login), &Hashless).unwrap() {
                enums::InlineButtonType::InputInlineButtonTypeUrlAuth(button) => button.bot.unwrap(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(bot(""), enums::InputUser::UserSelf);
        assert_eq!(bot("other_bot"), Hashless.user(UserId(9)));
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
        assert_eq!(keyboard_out(&empty, &Hashless).unwrap(), None);
    }

    #[test]
    fn a_button_that_cannot_be_is_refused() {
        for button in [
            Button::url("a", "localhost"),
            Button::new("a", ButtonKind::WebApp("http://example.com/".to_owned())),
            Button::new("a", kind(r#"{"teleport":{}}"#)),
            Button::login("a", LoginUrl { bot_username: Some("b".into()), ..LoginUrl::new("https://a.b/") }),
            Button::new(
                "a",
                ButtonKind::SwitchInlineQueryChosenChat(Box::new(SwitchInlineQueryChosenChat::new())),
            ),
            Button::callback("a", "b").style(ButtonStyle::Unknown("plaid".into())),
            Button::callback("a", "b").icon("x"),
        ] {
            assert_eq!(*sent(button.clone()).unwrap_err().kind(), ErrorKind::InvalidButton, "{button:?}");
        }
    }
}
