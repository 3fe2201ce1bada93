//! Buttons that a bot gives beside its text. <https://core.telegram.org/api/bots/buttons>

use ambigram_core::types::{
    Button, ButtonKind, ButtonStyle, CustomEmojiId, InlineKeyboard, LoginUrl, SwitchInlineQueryChosenChat,
};
use grammers_tl_types::enums::{
    self, ButtonType, InlineButtonType as Type, InlineQueryPeerType as PeerType, RequestPeerType,
};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::write::rights;
use crate::rules::Refusal;
use crate::rules::app_keyboard::{
    AppButton, AppKeyboard, Asked, AskedChat, AskedDetails, AskedManagedBot, AskedUsers, Deed, PollSort,
};
use crate::rules::keyboard::PROFILE;

/// What came as a message's markup.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Markup {
    /// Buttons under the message.
    Inline(InlineKeyboard),
    /// Something that is done to the keyboard of the reader's app.
    App(AppKeyboard),
}

/// Reads a message's markup.
pub(super) fn markup(names: Names<'_>, given: enums::ReplyMarkup) -> Result<Markup, RpcError> {
    let app = |deed, is_selective, placeholder: Option<String>| {
        Markup::App(AppKeyboard { deed, is_selective, placeholder: placeholder.unwrap_or_default() })
    };
    Ok(match given {
        enums::ReplyMarkup::ReplyInlineMarkup(given) => {
            let row = |enums::KeyboardInlineButtonRow::Row(row): enums::KeyboardInlineButtonRow| {
                row.buttons.into_iter().map(|button| inline_button(names, button)).collect()
            };
            let rows = given.rows.into_iter().map(row).collect::<Result<_, _>>()?;
            Markup::Inline(InlineKeyboard { rows })
        }
        enums::ReplyMarkup::ReplyKeyboardMarkup(given) => {
            let row = |enums::KeyboardButtonRow::Row(row): enums::KeyboardButtonRow| {
                row.buttons.into_iter().map(app_button).collect()
            };
            let deed = Deed::Show {
                rows: given.rows.into_iter().map(row).collect(),
                is_persistent: given.persistent,
                is_resized: given.resize,
                is_one_time: given.single_use,
            };
            app(deed, given.selective, given.placeholder)
        }
        enums::ReplyMarkup::ReplyKeyboardHide(given) => app(Deed::Remove, given.selective, None),
        enums::ReplyMarkup::ReplyKeyboardForceReply(given) => {
            app(Deed::ForceReply, given.selective, given.placeholder)
        }
    })
}

fn inline_button(names: Names<'_>, given: enums::KeyboardInlineButton) -> Result<Button, RpcError> {
    let enums::KeyboardInlineButton::Button(given) = given;
    let (style, icon) = look(given.style);
    let kind = inline_kind(names, given.r#type)?;
    Ok(Button { style, icon_custom_emoji_id: icon, ..Button::new(given.text, kind) })
}

fn inline_kind(names: Names<'_>, given: Type) -> Result<ButtonKind, RpcError> {
    Ok(match given {
        Type::Callback(given) if given.requires_password => {
            return Err(RpcError::lacks("buttons that ask for a password"));
        }
        Type::Callback(given) => match String::from_utf8(given.data) {
            Ok(data) => ButtonKind::Callback(data.into()),
            Err(_) => return Err(RpcError::lacks("callback data that is no UTF-8")),
        },
        Type::Url(given) => ButtonKind::Url(given.url),
        Type::WebView(given) => ButtonKind::WebApp(given.url),
        Type::SwitchInline(given) if given.same_peer => ButtonKind::SwitchInlineQueryCurrentChat(given.query),
        Type::SwitchInline(given) => match given.peer_types.filter(|types| !types.is_empty()) {
            None => ButtonKind::SwitchInlineQuery(given.query),
            Some(types) => chosen_chat(given.query, &types),
        },
        Type::Copy(given) => ButtonKind::CopyText(given.copy_text),
        Type::Buy => ButtonKind::Pay,
        Type::Game => ButtonKind::CallbackGame,
        Type::UrlAuth(given) => ButtonKind::LoginUrl(Box::new(LoginUrl::new(given.url))),
        Type::InputInlineButtonTypeUrlAuth(given) => ButtonKind::LoginUrl(Box::new(LoginUrl::new(given.url))),
        Type::InputInlineButtonTypeUserProfile(given) => {
            let user = names.user(&given.user_id).map_err(|_| Refusal::ButtonUserInvalid)?;
            profile(user.0)
        }
        Type::UserProfile(given) => profile(given.user_id),
        Type::Disabled => return Err(RpcError::bad_request("BUTTON_TYPE_INVALID")),
    })
}

/// The Bot API's address of a user's profile.
fn profile(user: i64) -> ButtonKind {
    ButtonKind::Url(format!("{PROFILE}{user}"))
}

fn chosen_chat(query: String, types: &[PeerType]) -> ButtonKind {
    let has = |wanted: &[PeerType]| types.iter().any(|given| wanted.contains(given));
    ButtonKind::SwitchInlineQueryChosenChat(Box::new(SwitchInlineQueryChosenChat {
        query: Some(query),
        allow_user_chats: has(&[PeerType::Pm]),
        allow_bot_chats: has(&[PeerType::BotPm, PeerType::SameBotPm]),
        allow_group_chats: has(&[PeerType::Chat, PeerType::Megagroup]),
        allow_channel_chats: has(&[PeerType::Broadcast]),
    }))
}

fn app_button(given: enums::KeyboardButton) -> AppButton {
    let enums::KeyboardButton::Button(given) = given;
    let (style, icon) = look(given.style);
    AppButton { text: given.text, style, icon, asks_for: asked(given.r#type) }
}

fn asked(given: ButtonType) -> Option<Asked> {
    Some(match given {
        ButtonType::Default => return None,
        ButtonType::RequestPhone => Asked::PhoneNumber,
        ButtonType::RequestGeoLocation => Asked::Location,
        ButtonType::RequestPoll(given) => {
            Asked::Poll(given.quiz.map(|quiz| if quiz { PollSort::Quiz } else { PollSort::Regular }))
        }
        ButtonType::SimpleWebView(given) => Asked::WebApp(given.url),
        ButtonType::RequestPeer(given) => {
            asked_peer(given.button_id, given.peer_type, given.max_quantity, AskedDetails::default())
        }
        ButtonType::InputButtonTypeRequestPeer(given) => {
            let told = AskedDetails {
                name: given.name_requested,
                username: given.username_requested,
                photo: given.photo_requested,
            };
            asked_peer(given.button_id, given.peer_type, given.max_quantity, told)
        }
    })
}

fn asked_peer(id: i32, peer_type: RequestPeerType, most: i32, told: AskedDetails) -> Asked {
    match peer_type {
        RequestPeerType::User(given) => {
            Asked::Users(AskedUsers { id, is_bot: given.bot, is_premium: given.premium, most, told })
        }
        RequestPeerType::Chat(given) => Asked::Chat(Box::new(AskedChat {
            id,
            is_channel: false,
            is_forum: given.forum,
            has_username: given.has_username,
            is_created: given.creator,
            user_rights: given.user_admin_rights.as_ref().map(rights::read_administrator),
            bot_rights: given.bot_admin_rights.as_ref().map(rights::read_administrator),
            bot_is_member: given.bot_participant,
            told,
        })),
        RequestPeerType::Broadcast(given) => Asked::Chat(Box::new(AskedChat {
            id,
            is_channel: true,
            is_forum: None,
            has_username: given.has_username,
            is_created: given.creator,
            user_rights: given.user_admin_rights.as_ref().map(rights::read_administrator),
            bot_rights: given.bot_admin_rights.as_ref().map(rights::read_administrator),
            bot_is_member: false,
            told,
        })),
        RequestPeerType::CreateBot(given) => Asked::ManagedBot(AskedManagedBot {
            id,
            name: given.suggested_name.unwrap_or_default(),
            username: given.suggested_username.unwrap_or_default(),
        }),
    }
}

/// Colour and icon.
fn look(given: Option<enums::KeyboardButtonStyle>) -> (Option<ButtonStyle>, Option<CustomEmojiId>) {
    let Some(enums::KeyboardButtonStyle::Style(given)) = given else { return (None, None) };
    let style = match (given.bg_primary, given.bg_danger, given.bg_success) {
        (true, _, _) => Some(ButtonStyle::Primary),
        (_, true, _) => Some(ButtonStyle::Danger),
        (_, _, true) => Some(ButtonStyle::Success),
        _ => None,
    };
    (style, given.icon.map(|icon| CustomEmojiId::from(icon.to_string())))
}
