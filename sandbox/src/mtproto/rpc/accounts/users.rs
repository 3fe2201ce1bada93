//! What is known of users and bots. <https://core.telegram.org/api/peers>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::chats::common_chats;
use crate::mtproto::write;
use crate::world::{Account, Place, World};

/// One who cannot be known is told of as nobody. <https://core.telegram.org/method/users.getUsers>
pub(super) fn get_users(
    caller: Caller,
    request: functions::users::GetUsers,
) -> Result<Vec<enums::User>, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let names = Names::new(&caller.front, world, account);
        let user = |named| match names.user(named) {
            Ok(id) => write::user(&caller.front, world, account, id),
            Err(_) => types::UserEmpty { id: number(named) }.into(),
        };
        Ok(request.id.iter().map(user).collect())
    })
}

/// <https://core.telegram.org/method/users.getFullUser>
pub(super) fn get_full_user(
    caller: Caller,
    request: functions::users::GetFullUser,
) -> Result<enums::users::UserFull, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let id = Names::new(&caller.front, world, account).user(&request.id)?;
        Ok(types::users::UserFull {
            full_user: full(world, account, id),
            chats: Vec::new(),
            users: vec![write::user(&caller.front, world, account, id)],
        }
        .into())
    })
}

fn number(named: &enums::InputUser) -> i64 {
    match named {
        enums::InputUser::User(user) => user.user_id,
        enums::InputUser::FromMessage(user) => user.user_id,
        enums::InputUser::Empty | enums::InputUser::UserSelf => 0,
    }
}

fn full(world: &World, viewer: UserId, id: UserId) -> enums::UserFull {
    let is_bot = world.account(id).is_some_and(Account::is_bot);
    let dialog = world.dialog(viewer, id);
    let common = common_chats(world, viewer, id).count();
    types::UserFull {
        blocked: dialog.has_blocked,
        phone_calls_available: false,
        phone_calls_private: false,
        can_pin_message: true,
        has_scheduled: false,
        video_calls_available: false,
        voice_messages_forbidden: false,
        translations_disabled: false,
        stories_pinned_available: false,
        blocked_my_stories_from: false,
        wallpaper_overridden: false,
        contact_require_premium: false,
        read_dates_private: false,
        sponsored_enabled: false,
        can_view_revenue: false,
        bot_can_manage_emoji_status: false,
        display_gifts_button: false,
        noforwards_my_enabled: false,
        noforwards_peer_enabled: false,
        unofficial_security_risk: false,
        id: id.0,
        about: world
            .bot_texts(id, "")
            .ok()
            .map(|texts| texts.short_description)
            .filter(|about| !about.is_empty()),
        settings: write::settings::peer(),
        personal_photo: None,
        profile_photo: world.profile_photo(id.into()).map(|photo| write::photo::photo(world, viewer, photo)),
        fallback_photo: None,
        notify_settings: write::settings::notifications(),
        bot_info: is_bot.then(|| write::user::bot_info(world, viewer, id.into(), id)),
        pinned_msg_id: world.pinned(viewer, id.into()).last().map(|pinned| pinned.id.0),
        common_chats_count: write::chat::count(common),
        folder_id: None,
        ttl_period: i32::try_from(world.auto_delete(Place::private(viewer, id)))
            .ok()
            .filter(|seconds| *seconds != 0),
        theme: None,
        private_forward_name: None,
        bot_group_admin_rights: is_bot.then(|| write::rights::administrator(&world.wanted_rights(id, false))),
        bot_broadcast_admin_rights: is_bot
            .then(|| write::rights::administrator(&world.wanted_rights(id, true))),
        wallpaper: None,
        stories: None,
        business_work_hours: None,
        business_location: None,
        business_greeting_message: None,
        business_away_message: None,
        business_intro: None,
        birthday: None,
        personal_channel_id: None,
        personal_channel_message: None,
        stargifts_count: None,
        starref_program: None,
        bot_verification: None,
        send_paid_messages_stars: None,
        disallowed_gifts: None,
        stars_rating: None,
        stars_my_pending_rating: None,
        stars_my_pending_rating_date: None,
        main_tab: None,
        saved_music: None,
        note: None,
        bot_manager_id: None,
    }
    .into()
}
