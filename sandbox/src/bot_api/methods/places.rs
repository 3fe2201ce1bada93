//! Places, live locations, contacts and dice. <https://core.telegram.org/bots/api#sendlocation>

use super::Call;
use super::editing::{edit, inline_keyboard};
use super::sending::send;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::place as read;
use crate::world::{NewContent, NewMessage, NewPoint, NewVersion};

/// <https://core.telegram.org/bots/api#sendlocation>
pub(super) fn send_location(call: &Call<'_>) -> Result<Answer, Failure> {
    let location = read::location(&call.arguments)?;
    send(call, |_| Ok(NewMessage::new(location)))
}

/// <https://core.telegram.org/bots/api#sendvenue>
pub(super) fn send_venue(call: &Call<'_>) -> Result<Answer, Failure> {
    let venue = read::venue(&call.arguments)?;
    send(call, |_| Ok(NewMessage::new(venue)))
}

/// <https://core.telegram.org/bots/api#sendcontact>
pub(super) fn send_contact(call: &Call<'_>) -> Result<Answer, Failure> {
    let contact = read::contact(&call.arguments)?;
    send(call, |_| Ok(NewMessage::new(contact)))
}

/// <https://core.telegram.org/bots/api#senddice>
pub(super) fn send_dice(call: &Call<'_>) -> Result<Answer, Failure> {
    let emoji = call.arguments.get("emoji").to_owned();
    send(call, |_| Ok(NewMessage::new(NewContent::Dice(emoji))))
}

/// <https://core.telegram.org/bots/api#editmessagelivelocation>
pub(super) fn edit_message_live_location(call: &Call<'_>) -> Result<Answer, Failure> {
    let new = NewPoint { keyboard: inline_keyboard(call)?, ..read::new_point(&call.arguments)? };
    edit(call, |_| Ok(NewVersion::Location(new)))
}

/// <https://core.telegram.org/bots/api#stopmessagelivelocation>
pub(super) fn stop_message_live_location(call: &Call<'_>) -> Result<Answer, Failure> {
    let new = NewPoint { keyboard: inline_keyboard(call)?, ..NewPoint::default() };
    edit(call, |_| Ok(NewVersion::Location(new)))
}
