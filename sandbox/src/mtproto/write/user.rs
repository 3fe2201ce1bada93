//! Users and bots. <https://core.telegram.org/constructor/user>

use ambigram_core::types::{BotCommand, ChatId, UserId};
use grammers_tl_types::{enums, types};

use crate::mtproto::MtProto;
use crate::mtproto::peers::access_hash;
use crate::world::files::{DC_ID, Photo};
use crate::world::{Account, World};

/// The photo by which an account is known, in short.
fn profile_photo(photo: &Photo) -> enums::UserProfilePhoto {
    types::UserProfilePhoto {
        has_video: false,
        personal: false,
        photo_id: photo.id,
        stripped_thumb: None,
        dc_id: DC_ID,
    }
    .into()
}

/// An account as another sees it, with the hash by which that one names it.
pub(crate) fn user(front: &MtProto, world: &World, viewer: UserId, id: UserId) -> enums::User {
    let Some(account) = world.account(id) else { return types::UserEmpty { id: id.0 }.into() };
    let is_self = viewer == id;
    let for_bot = world.account(viewer).is_some_and(Account::is_bot);
    let bot = account.bot();
    let is_person = bot.is_none() && !account.is_deleted;
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    types::User {
        is_self,
        contact: false,
        mutual_contact: false,
        deleted: account.is_deleted,
        bot: bot.is_some(),
        bot_chat_history: bot.is_some_and(|bot| bot.can_read_all_group_messages),
        bot_nochats: bot.is_some_and(|bot| !bot.can_join_groups),
        verified: false,
        restricted: false,
        min: false,
        bot_inline_geo: false,
        support: false,
        scam: false,
        apply_min_photo: false,
        fake: false,
        bot_attach_menu: false,
        premium: account.is_premium,
        attach_menu_enabled: false,
        bot_can_edit: false,
        close_friend: false,
        stories_hidden: false,
        stories_unavailable: true,
        contact_require_premium: false,
        bot_business: bot.is_some_and(|bot| bot.can_connect_to_business),
        bot_has_main_app: false,
        bot_forum_view: false,
        bot_forum_can_manage_topics: false,
        bot_can_manage_bots: bot.is_some_and(|bot| bot.can_manage_bots),
        bot_guestchat: bot.is_some_and(|bot| bot.supports_guest_queries),
        bot_guard: false,
        id: id.0,
        access_hash: Some(access_hash(front, viewer, id.into())),
        first_name: some(&account.first_name),
        last_name: account.last_name.clone(),
        username: account.username.clone(),
        // Nobody has contacts, so nobody sees another's.
        phone: account.phone().filter(|_| is_self).and_then(some),
        photo: world.profile_photo(id.into()).map(|photo| profile_photo(photo)),
        // When people were here is not kept.
        status: is_person.then(|| types::UserStatusRecently { by_me: false }.into()),
        bot_info_version: bot.map(|_| 1),
        restriction_reason: None,
        bot_inline_placeholder: bot.filter(|bot| bot.supports_inline_queries).map(|_| String::new()),
        lang_code: account.language_code.clone().filter(|_| for_bot && is_person),
        emoji_status: None,
        usernames: None,
        stories_max_id: None,
        color: None,
        profile_color: None,
        bot_active_users: None,
        bot_verification_icon: None,
        send_paid_messages_stars: None,
        linked_community_id: None,
    }
    .into()
}

/// What a bot says of itself in a chat: the menu that the viewer is shown there.
/// <https://core.telegram.org/constructor/botInfo>
pub(crate) fn bot_info(world: &World, viewer: UserId, chat: ChatId, bot: UserId) -> enums::BotInfo {
    let commands = world.commands_shown_to(viewer, chat, bot);
    types::BotInfo {
        has_preview_medias: false,
        user_id: Some(bot.0),
        description: world
            .bot_texts(bot, "")
            .ok()
            .map(|texts| texts.description)
            .filter(|description| !description.is_empty()),
        description_photo: None,
        description_document: None,
        commands: Some(commands.iter().map(command).collect())
            .filter(|commands: &Vec<_>| !commands.is_empty()),
        menu_button: Some(super::group::menu_button(&world.menu_button_shown_to(viewer, bot))),
        privacy_policy_url: None,
        app_settings: None,
        verifier_settings: None,
    }
    .into()
}

/// A line of a bot's menu.
pub(crate) fn command(command: &BotCommand) -> enums::BotCommand {
    types::BotCommand {
        ephemeral: false,
        command: command.command.clone(),
        description: command.description.clone(),
    }
    .into()
}
