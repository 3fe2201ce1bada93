//! Business accounts. <https://core.telegram.org/api/business#connected-bots>

use grammers_tl_types as tl;

use super::message::message as write;
use super::seconds;
use crate::world::files::DC_ID;
use crate::world::{BusinessConnection, BusinessRights, MessageView, World};

/// A bot's connection.
pub(crate) fn connection(connection: &BusinessConnection) -> tl::enums::BotBusinessConnection {
    tl::types::BotBusinessConnection {
        disabled: !connection.is_enabled,
        connection_id: connection.id.clone(),
        user_id: connection.user.0,
        dc_id: DC_ID,
        date: seconds(connection.date),
        rights: Some(rights(&connection.rights)),
    }
    .into()
}

/// A message in a business account, with what it answers.
pub(crate) fn message(
    world: &World,
    connection: &BusinessConnection,
    view: &MessageView,
    is_edit: bool,
    qts: i32,
) -> tl::enums::Update {
    let connection_id = connection.id.clone();
    let message = write(world, view);
    let reply_to_message = view.reply_to.as_deref().map(|answered| write(world, answered));
    if is_edit {
        return tl::types::UpdateBotEditBusinessMessage { connection_id, message, reply_to_message, qts }
            .into();
    }
    tl::types::UpdateBotNewBusinessMessage { connection_id, message, reply_to_message, qts }.into()
}

fn rights(rights: &BusinessRights) -> tl::enums::BusinessBotRights {
    tl::types::BusinessBotRights {
        reply: rights.can_reply,
        read_messages: rights.can_read_messages,
        delete_sent_messages: rights.can_delete_sent_messages,
        delete_received_messages: rights.can_delete_all_messages,
        edit_name: rights.can_edit_name,
        edit_bio: rights.can_edit_bio,
        edit_profile_photo: rights.can_edit_profile_photo,
        edit_username: rights.can_edit_username,
        view_gifts: rights.can_view_gifts_and_stars,
        sell_gifts: rights.can_convert_gifts_to_stars,
        change_gift_settings: rights.can_change_gift_settings,
        transfer_and_upgrade_gifts: rights.can_transfer_and_upgrade_gifts,
        transfer_stars: rights.can_transfer_stars,
        manage_stories: rights.can_manage_stories,
    }
    .into()
}
