//! Buttons: under messages, and in place of the reader's keyboard. <https://core.telegram.org/api/bots/buttons>

use ambigram_core::types::{
    Button, ButtonKind, ButtonStyle, CustomEmojiId, InlineKeyboard, SwitchInlineQueryChosenChat,
};
use grammers_tl_types as tl;

use super::rights;
use crate::rules::app_keyboard::{AppButton, AppKeyboard, Asked, AskedChat, Deed, PollSort};
use crate::rules::keyboard::PROFILE;

/// The buttons under a message.
pub(crate) fn inline(keyboard: &InlineKeyboard) -> tl::enums::ReplyMarkup {
    let mut logins = 0;
    let mut row = |row: &Vec<Button>| {
        let buttons = row.iter().map(|button| inline_button(button, &mut logins)).collect();
        tl::types::KeyboardInlineButtonRow { buttons }.into()
    };
    tl::types::ReplyInlineMarkup { force_reply: false, rows: keyboard.rows.iter().map(&mut row).collect() }
        .into()
}

/// What a message does to the keyboard of its reader's app.
pub(crate) fn app(keyboard: &AppKeyboard) -> tl::enums::ReplyMarkup {
    let selective = keyboard.is_selective;
    let placeholder = Some(keyboard.placeholder.clone()).filter(|text| !text.is_empty());
    match &keyboard.deed {
        Deed::Show { rows, is_persistent, is_resized, is_one_time } => tl::types::ReplyKeyboardMarkup {
            resize: *is_resized,
            single_use: *is_one_time,
            selective,
            persistent: *is_persistent,
            force_reply: false,
            rows: rows.iter().map(|row| app_row(row)).collect(),
            placeholder,
        }
        .into(),
        Deed::Remove => tl::types::ReplyKeyboardHide { selective }.into(),
        // Bots force an answer once.
        Deed::ForceReply => {
            tl::types::ReplyKeyboardForceReply { single_use: true, selective, placeholder }.into()
        }
    }
}

fn inline_button(button: &Button, logins: &mut i32) -> tl::enums::KeyboardInlineButton {
    tl::types::KeyboardInlineButton {
        style: style(button.style.as_ref(), button.icon_custom_emoji_id.as_ref()),
        text: button.text.clone(),
        r#type: inline_type(&button.kind, logins),
    }
    .into()
}

fn style(
    style: Option<&ButtonStyle>,
    icon: Option<&CustomEmojiId>,
) -> Option<tl::enums::KeyboardButtonStyle> {
    let icon = icon.and_then(|icon| icon.as_str().parse().ok());
    let has = |wanted| style == Some(&wanted);
    (style.is_some() || icon.is_some()).then(|| {
        tl::types::KeyboardButtonStyle {
            bg_primary: has(ButtonStyle::Primary),
            bg_danger: has(ButtonStyle::Danger),
            bg_success: has(ButtonStyle::Success),
            icon,
        }
        .into()
    })
}

fn inline_type(kind: &ButtonKind, logins: &mut i32) -> tl::enums::InlineButtonType {
    use tl::enums::InlineButtonType as Type;
    match kind {
        ButtonKind::Callback(data) => tl::types::InlineButtonTypeCallback {
            requires_password: false,
            data: data.as_str().as_bytes().to_vec(),
        }
        .into(),
        ButtonKind::Url(url) => match url.strip_prefix(PROFILE).map(str::parse) {
            Some(Ok(user_id)) => tl::types::InlineButtonTypeUserProfile { user_id }.into(),
            _ => tl::types::InlineButtonTypeUrl { url: url.clone() }.into(),
        },
        ButtonKind::WebApp(url) => tl::types::InlineButtonTypeWebView { url: url.clone() }.into(),
        ButtonKind::SwitchInlineQuery(query) => switch_inline(query, false, None),
        ButtonKind::SwitchInlineQueryCurrentChat(query) => switch_inline(query, true, None),
        ButtonKind::CopyText(text) => tl::types::InlineButtonTypeCopy { copy_text: text.clone() }.into(),
        ButtonKind::Pay => Type::Buy,
        ButtonKind::CallbackGame => Type::Game,
        ButtonKind::LoginUrl(login) => {
            *logins += 1;
            let url = login.url.clone();
            tl::types::InlineButtonTypeUrlAuth { fwd_text: None, url, button_id: *logins }.into()
        }
        ButtonKind::SwitchInlineQueryChosenChat(chosen) => {
            let query = chosen.query.as_deref().unwrap_or_default();
            switch_inline(query, false, Some(chosen_chats(chosen)))
        }
        // The fronts read no other kinds.
        _ => Type::Disabled,
    }
}

fn switch_inline(
    query: &str,
    same_peer: bool,
    peer_types: Option<Vec<tl::enums::InlineQueryPeerType>>,
) -> tl::enums::InlineButtonType {
    tl::types::InlineButtonTypeSwitchInline { same_peer, query: query.to_owned(), peer_types }.into()
}

fn chosen_chats(chosen: &SwitchInlineQueryChosenChat) -> Vec<tl::enums::InlineQueryPeerType> {
    use tl::enums::InlineQueryPeerType as Peer;
    let types: [(bool, &[Peer]); 4] = [
        (chosen.allow_user_chats, &[Peer::Pm]),
        (chosen.allow_bot_chats, &[Peer::BotPm]),
        (chosen.allow_group_chats, &[Peer::Chat, Peer::Megagroup]),
        (chosen.allow_channel_chats, &[Peer::Broadcast]),
    ];
    types.iter().filter(|(is_on, _)| *is_on).flat_map(|(_, types)| types.iter().cloned()).collect()
}

fn app_row(row: &[AppButton]) -> tl::enums::KeyboardButtonRow {
    let button = |button: &AppButton| {
        let r#type = button.asks_for.as_ref().map_or(tl::enums::ButtonType::Default, asked);
        let style = style(button.style.as_ref(), button.icon.as_ref());
        tl::types::KeyboardButton { style, text: button.text.clone(), r#type }.into()
    };
    tl::types::KeyboardButtonRow { buttons: row.iter().map(button).collect() }.into()
}

fn asked(asked: &Asked) -> tl::enums::ButtonType {
    use tl::enums::ButtonType as Type;
    match asked {
        Asked::PhoneNumber => Type::RequestPhone,
        Asked::Location => Type::RequestGeoLocation,
        Asked::Poll(sort) => {
            tl::types::ButtonTypeRequestPoll { quiz: sort.map(|sort| sort == PollSort::Quiz) }.into()
        }
        Asked::WebApp(url) => tl::types::ButtonTypeSimpleWebView { url: url.clone() }.into(),
        Asked::Users(users) => {
            let of = tl::types::RequestPeerTypeUser { bot: users.is_bot, premium: users.is_premium }.into();
            request_peer(users.id, of, users.most)
        }
        Asked::Chat(chat) => request_peer(chat.id, asked_chat(chat), 1),
        Asked::ManagedBot(bot) => {
            let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let of = tl::types::RequestPeerTypeCreateBot {
                bot_managed: true,
                suggested_name: given(&bot.name),
                suggested_username: given(&bot.username),
            };
            request_peer(bot.id, of.into(), 1)
        }
    }
}

fn asked_chat(chat: &AskedChat) -> tl::enums::RequestPeerType {
    let user_admin_rights = chat.user_rights.as_ref().map(rights::administrator);
    let bot_admin_rights = chat.bot_rights.as_ref().map(rights::administrator);
    if chat.is_channel {
        return tl::types::RequestPeerTypeBroadcast {
            creator: chat.is_created,
            has_username: chat.has_username,
            user_admin_rights,
            bot_admin_rights,
        }
        .into();
    }
    tl::types::RequestPeerTypeChat {
        creator: chat.is_created,
        bot_participant: chat.bot_is_member,
        has_username: chat.has_username,
        forum: chat.is_forum,
        user_admin_rights,
        bot_admin_rights,
    }
    .into()
}

/// What the bot wants to be told of those who are picked is nothing that the picking app is shown.
fn request_peer(
    button_id: i32,
    peer_type: tl::enums::RequestPeerType,
    max_quantity: i32,
) -> tl::enums::ButtonType {
    tl::types::ButtonTypeRequestPeer { button_id, peer_type, max_quantity }.into()
}
