//! Business accounts.

use ambigram_core::types::{
    Birthdate, BusinessBotRights, BusinessConnection, BusinessConnectionId, BusinessIntro, BusinessLocation,
    BusinessMessagesDeleted, BusinessOpeningHours, BusinessOpeningHoursInterval, ChatId, MessageId, UserId,
};
use grammers_tl_types::{enums, types};

use super::document::sticker;
use super::peer::chat_id;
use super::{Known, given, place};

/// <https://core.telegram.org/bots/api#businessconnection>
pub(crate) fn business_connection(
    connection: &enums::BotBusinessConnection,
    known: &Known,
) -> BusinessConnection {
    let enums::BotBusinessConnection::Connection(connection) = connection;
    BusinessConnection {
        rights: connection.rights.as_ref().map(rights),
        ..BusinessConnection::new(
            BusinessConnectionId::from(connection.connection_id.as_str()),
            known.user(UserId(connection.user_id)),
            ChatId(connection.user_id),
            i64::from(connection.date),
            !connection.disabled,
        )
    }
}

fn rights(rights: &enums::BusinessBotRights) -> BusinessBotRights {
    let enums::BusinessBotRights::Rights(rights) = rights;
    BusinessBotRights {
        can_reply: rights.reply,
        can_read_messages: rights.read_messages,
        can_delete_sent_messages: rights.delete_sent_messages,
        can_delete_all_messages: rights.delete_received_messages,
        can_edit_name: rights.edit_name,
        can_edit_bio: rights.edit_bio,
        can_edit_profile_photo: rights.edit_profile_photo,
        can_edit_username: rights.edit_username,
        can_change_gift_settings: rights.change_gift_settings,
        can_view_gifts_and_stars: rights.view_gifts,
        can_convert_gifts_to_stars: rights.sell_gifts,
        can_transfer_and_upgrade_gifts: rights.transfer_and_upgrade_gifts,
        can_transfer_stars: rights.transfer_stars,
        can_manage_stories: rights.manage_stories,
    }
}

/// <https://core.telegram.org/bots/api#businessmessagesdeleted>
pub(super) fn deleted(
    told: &types::UpdateBotDeleteBusinessMessage,
    known: &Known,
) -> BusinessMessagesDeleted {
    BusinessMessagesDeleted::new(
        BusinessConnectionId::from(told.connection_id.as_str()),
        known.chat(chat_id(&told.peer)),
        told.messages.iter().copied().map(MessageId).collect::<Vec<_>>(),
    )
}

/// <https://core.telegram.org/bots/api#businessintro>
pub(super) fn intro(intro: &enums::BusinessIntro, known: &Known) -> BusinessIntro {
    let enums::BusinessIntro::Intro(intro) = intro;
    BusinessIntro {
        title: given::name(&intro.title),
        message: given::text(&intro.description),
        sticker: intro.sticker.as_ref().and_then(|told| sticker(told, known)).map(Box::new),
    }
}

/// <https://core.telegram.org/bots/api#businesslocation>
pub(super) fn location(location: &enums::BusinessLocation) -> BusinessLocation {
    let enums::BusinessLocation::Location(location) = location;
    BusinessLocation {
        location: location.geo_point.as_ref().and_then(place::location).map(Box::new),
        ..BusinessLocation::new(location.address.as_str())
    }
}

/// <https://core.telegram.org/bots/api#businessopeninghours>
pub(super) fn opening_hours(hours: &enums::BusinessWorkHours) -> BusinessOpeningHours {
    let enums::BusinessWorkHours::Hours(hours) = hours;
    let intervals = hours.weekly_open.iter().map(|enums::BusinessWeeklyOpen::Open(open)| {
        BusinessOpeningHoursInterval::new(given::count(open.start_minute), given::count(open.end_minute))
    });
    BusinessOpeningHours::new(hours.timezone_id.as_str(), intervals.collect::<Vec<_>>())
}

/// <https://core.telegram.org/bots/api#birthdate>
pub(super) fn birthdate(date: &enums::Birthday) -> Birthdate {
    let enums::Birthday::Birthday(date) = date;
    Birthdate {
        year: given::some(date.year),
        ..Birthdate::new(given::count(date.day), given::count(date.month))
    }
}
