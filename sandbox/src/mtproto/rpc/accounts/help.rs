//! What a program asks first. <https://core.telegram.org/api/config>

use grammers_tl_types::{enums, functions, types};

use crate::mtproto::DC_ID;
use crate::mtproto::error::RpcError;
use crate::mtproto::rpc::Caller;
use crate::mtproto::write::seconds;
use crate::rules::limits;

/// How long the answers here hold, in seconds.
const CONFIG_SECONDS: i64 = 3600;

/// The data centres that clients expect to find: all of them are this one.
pub(super) const DC_IDS: std::ops::RangeInclusive<i32> = 1..=5;

/// <https://core.telegram.org/method/help.getConfig>
pub(super) fn get_config(caller: Caller, _: functions::help::GetConfig) -> Result<enums::Config, RpcError> {
    let address = caller.front.address;
    let options = DC_IDS.map(|id| {
        types::DcOption {
            ipv6: address.is_ipv6(),
            media_only: false,
            tcpo_only: false,
            cdn: false,
            r#static: true,
            this_port_only: true,
            id,
            ip_address: address.ip().to_string(),
            port: address.port().into(),
            secret: None,
        }
        .into()
    });
    let now = caller.read(crate::world::World::now);
    Ok(types::Config {
        default_p2p_contacts: false,
        preload_featured_stickers: false,
        revoke_pm_inbox: true,
        blocked_mode: false,
        force_try_ipv6: false,
        date: seconds(now),
        expires: seconds(now + CONFIG_SECONDS),
        test_mode: false,
        this_dc: DC_ID,
        dc_options: options.collect(),
        dc_txt_domain_name: String::new(),
        chat_size_max: 200,
        megagroup_size_max: 200_000,
        forwarded_count_max: 100,
        online_update_period_ms: 210_000,
        offline_blur_timeout_ms: 5_000,
        offline_idle_timeout_ms: 30_000,
        online_cloud_timeout_ms: 300_000,
        notify_cloud_delay_ms: 30_000,
        notify_default_delay_ms: 1_500,
        push_chat_period_ms: 60_000,
        push_chat_limit: 2,
        edit_time_limit: size(limits::OLD_MESSAGE_SECONDS),
        revoke_time_limit: i32::MAX,
        revoke_pm_time_limit: i32::MAX,
        rating_e_decay: 2_419_200,
        stickers_recent_limit: 200,
        channels_read_media_period: 604_800,
        tmp_sessions: None,
        call_receive_timeout_ms: 20_000,
        call_ring_timeout_ms: 90_000,
        call_connect_timeout_ms: 30_000,
        call_packet_timeout_ms: 10_000,
        me_url_prefix: "https://t.me/".to_owned(),
        autoupdate_url_prefix: None,
        gif_search_username: None,
        venue_search_username: None,
        img_search_username: None,
        static_maps_provider: None,
        caption_length_max: 1024,
        message_length_max: size(limits::MESSAGE_TEXT),
        webfile_dc_id: DC_ID,
        suggested_lang_code: None,
        lang_pack_version: None,
        base_lang_pack_version: None,
        reactions_default: None,
        autologin_token: None,
    }
    .into())
}

/// <https://core.telegram.org/method/help.getNearestDc>
pub(super) fn get_nearest_dc(
    _: Caller,
    _: functions::help::GetNearestDc,
) -> Result<enums::NearestDc, RpcError> {
    Ok(types::NearestDc { country: "NL".to_owned(), this_dc: DC_ID, nearest_dc: DC_ID }.into())
}

/// What of the app's configuration holds here. <https://core.telegram.org/api/config#client-configuration>
pub(super) fn get_app_config(
    _: Caller,
    request: functions::help::GetAppConfig,
) -> Result<enums::help::AppConfig, RpcError> {
    /// To be changed with what is below.
    const HASH: i32 = 1;
    if request.hash == HASH {
        return Ok(enums::help::AppConfig::NotModified);
    }
    let number = |key: &str, value: i32| {
        let value = types::JsonNumber { value: value.into() }.into();
        types::JsonObjectValue { key: key.to_owned(), value }.into()
    };
    let value = vec![
        number("quote_length_max", size(limits::QUOTE)),
        number("caption_length_limit_default", 1024),
        number("caption_length_limit_premium", 4096),
    ];
    Ok(types::help::AppConfig { hash: HASH, config: types::JsonObject { value }.into() }.into())
}

/// <https://core.telegram.org/method/help.getTermsOfServiceUpdate>
pub(super) fn get_terms_of_service_update(
    caller: Caller,
    _: functions::help::GetTermsOfServiceUpdate,
) -> Result<enums::help::TermsOfServiceUpdate, RpcError> {
    let expires = caller.read(|world| seconds(world.now() + CONFIG_SECONDS));
    Ok(types::help::TermsOfServiceUpdateEmpty { expires }.into())
}

fn size<T: TryInto<i32>>(size: T) -> i32 {
    size.try_into().unwrap_or(i32::MAX)
}
