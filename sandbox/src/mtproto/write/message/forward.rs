//! Where messages come from that were sent on. <https://core.telegram.org/constructor/messageFwdHeader>

use grammers_tl_types as tl;

use crate::mtproto::peers::peer;
use crate::mtproto::write::seconds;
use crate::world::{Forward, Origin};

/// Where a message comes from.
pub(super) fn header(forward: &Forward) -> tl::enums::MessageFwdHeader {
    let from_name = match &forward.origin {
        Origin::HiddenUser(name) => Some(name.clone()),
        _ => None,
    };
    let channel_post = match &forward.origin {
        Origin::Channel { message, .. } => Some(message.0),
        _ => None,
    };
    tl::types::MessageFwdHeader {
        imported: false,
        saved_out: false,
        from_id: forward.origin.named().map(peer),
        from_name,
        date: seconds(forward.date),
        channel_post,
        post_author: None,
        saved_from_peer: forward.saved_from.map(|(chat, _)| peer(chat)),
        saved_from_msg_id: forward.saved_from.map(|(_, message)| message.0),
        saved_from_id: None,
        saved_from_name: None,
        saved_date: None,
        psa_type: None,
    }
    .into()
}
