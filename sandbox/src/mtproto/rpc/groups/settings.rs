//! What is set in chats. <https://core.telegram.org/api/channel>

use std::sync::Arc;

use ambigram_core::types::ChatId;
use grammers_tl_types::{enums, functions};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::media::photo_name;
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::chats::{change, refused, with_chat};
use crate::mtproto::rpc::files::stickers;
use crate::mtproto::write::group::read_reaction;
use crate::rules::reactions::Offered;
use crate::rules::{ChatRefusal, Refusal, files};
use crate::world::World;
use crate::world::files::Photo;

type Updated = Result<enums::Updates, RpcError>;

/// <https://core.telegram.org/method/channels.toggleSlowMode>
pub(super) fn toggle_slow_mode(caller: Caller, request: functions::channels::ToggleSlowMode) -> Updated {
    let account = caller.account()?;
    let seconds = u32::try_from(request.seconds).map_err(|_| RpcError::bad_request("SECONDS_INVALID"))?;
    change(
        &caller,
        account,
        |names| names.channel(&request.channel),
        |world, chat| world.set_slow_mode(account, chat, seconds),
    )
}

/// <https://core.telegram.org/method/messages.toggleNoForwards>
pub(super) fn toggle_no_forwards(caller: Caller, request: functions::messages::ToggleNoForwards) -> Updated {
    let account = caller.user()?;
    change(
        &caller,
        account,
        |names| names.chat(&request.peer),
        |world, chat| world.set_protected(account, chat, request.enabled),
    )
}

/// <https://core.telegram.org/method/messages.setHistoryTTL>
pub(super) fn set_history_ttl(caller: Caller, request: functions::messages::SetHistoryTtl) -> Updated {
    let account = caller.user()?;
    let seconds = u32::try_from(request.period).map_err(|_| RpcError::bad_request("TTL_PERIOD_INVALID"))?;
    let (chat, updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        world.set_auto_delete(account, chat, seconds).map_err(refused)?;
        Ok(chat)
    })?;
    Ok(if chat.is_user() { updates } else { with_chat(&caller, account, updates, chat) })
}

/// <https://core.telegram.org/method/channels.toggleJoinRequest>
pub(super) fn toggle_join_request(
    caller: Caller,
    request: functions::channels::ToggleJoinRequest,
) -> Updated {
    let account = caller.user()?;
    if request.guard_bot.is_some() || request.apply_to_invites {
        return Err(RpcError::lacks("channels.toggleJoinRequest.guard_bot"));
    }
    change(
        &caller,
        account,
        |names| names.channel(&request.channel),
        |world, chat| world.set_join_by_request(account, chat, request.enabled),
    )
}

/// <https://core.telegram.org/method/channels.toggleJoinToSend>
pub(super) fn toggle_join_to_send(caller: Caller, request: functions::channels::ToggleJoinToSend) -> Updated {
    let account = caller.user()?;
    change(
        &caller,
        account,
        |names| names.channel(&request.channel),
        |world, chat| world.set_join_to_send(account, chat, request.enabled),
    )
}

/// <https://core.telegram.org/method/channels.setStickers>
pub(super) fn set_stickers(
    caller: Caller,
    request: functions::channels::SetStickers,
) -> Result<bool, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).channel(&request.channel)?;
        let set = match &request.stickerset {
            enums::InputStickerSet::Empty => None,
            named => Some(
                stickers::named(world, named)?
                    .ok_or(Refusal::from(ChatRefusal::StickerSetInvalid))?
                    .name
                    .clone(),
            ),
        };
        world.set_sticker_set(account, chat, set)?;
        Ok(true)
    })
}

/// <https://core.telegram.org/method/channels.togglePreHistoryHidden>
pub(super) fn toggle_pre_history_hidden(
    caller: Caller,
    request: functions::channels::TogglePreHistoryHidden,
) -> Updated {
    let account = caller.user()?;
    change(
        &caller,
        account,
        |names| names.channel(&request.channel),
        |world, chat| world.set_history_hidden(account, chat, request.enabled),
    )
}

/// <https://core.telegram.org/method/channels.toggleForum>
pub(super) fn toggle_forum(caller: Caller, request: functions::channels::ToggleForum) -> Updated {
    let account = caller.user()?;
    change(
        &caller,
        account,
        |names| names.channel(&request.channel),
        |world, chat| world.set_forum(account, chat, request.enabled),
    )
}

/// <https://core.telegram.org/method/messages.setChatAvailableReactions>
pub(super) fn set_chat_available_reactions(
    caller: Caller,
    request: functions::messages::SetChatAvailableReactions,
) -> Updated {
    let account = caller.user()?;
    if request.paid_enabled == Some(true) || request.reactions_limit.is_some() {
        return Err(RpcError::lacks("messages.setChatAvailableReactions.reactions_limit"));
    }
    let offered = match &request.available_reactions {
        enums::ChatReactions::None => Offered::Only(Vec::new()),
        enums::ChatReactions::All(_) => Offered::All,
        enums::ChatReactions::Some(some) => {
            Offered::Only(some.reactions.iter().filter_map(read_reaction).collect())
        }
    };
    change(
        &caller,
        account,
        |names| names.chat(&request.peer),
        |world, chat| world.set_offered_reactions(account, chat, offered),
    )
}

/// <https://core.telegram.org/method/channels.updateUsername>
pub(super) fn update_username(
    caller: Caller,
    request: functions::channels::UpdateUsername,
) -> Result<bool, RpcError> {
    let account = caller.user()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).channel(&request.channel)?;
        let username = Some(request.username).filter(|username| !username.is_empty());
        if world.chat(chat).is_some_and(|chat| chat.username == username) {
            return Err(RpcError::bad_request("USERNAME_NOT_MODIFIED"));
        }
        world.set_username(account, chat, username).map_err(refused)?;
        Ok(true)
    })
}

/// <https://core.telegram.org/method/channels.editPhoto>
pub(super) fn edit_photo(caller: Caller, request: functions::channels::EditPhoto) -> Updated {
    set_photo(&caller, request.photo, |names| names.channel(&request.channel))
}

/// <https://core.telegram.org/method/messages.editChatPhoto>
pub(super) fn edit_chat_photo(caller: Caller, request: functions::messages::EditChatPhoto) -> Updated {
    set_photo(&caller, request.photo, |names| names.group(request.chat_id))
}

fn set_photo(
    caller: &Caller,
    given: enums::InputChatPhoto,
    chat: impl FnOnce(Names<'_>) -> Result<ChatId, RpcError>,
) -> Updated {
    let account = caller.account()?;
    // Scaled before the world is held.
    let new = match &given {
        enums::InputChatPhoto::InputChatUploadedPhoto(uploaded) => {
            let Some(file) = uploaded.file.as_ref().filter(|_| uploaded.video.is_none()) else {
                return Err(RpcError::lacks("moving photos of chats"));
            };
            let upload = caller.front.uploads.take(account, caller.is_premium(account), file)?;
            Some(files::profile_photo(&upload)?)
        }
        _ => None,
    };
    let (chat, updates) = caller.tell(account, |world: &mut World| {
        let chat = chat(Names::new(&caller.front, world, account))?;
        let photo: Option<Arc<Photo>> = match (given, new) {
            (enums::InputChatPhoto::Empty, _) => None,
            (enums::InputChatPhoto::Photo(photo), _) => {
                let (name, reference) = photo_name(photo.id)?;
                let photo = world.photo_named(account, name)?;
                photo.check_reference(world, account, &reference)?;
                Some(photo)
            }
            (enums::InputChatPhoto::InputChatUploadedPhoto(_), new) => new.map(|new| world.add_photo(new)),
        };
        world.set_chat_photo(account, chat, photo).map_err(refused)?;
        Ok(chat)
    })?;
    Ok(with_chat(caller, account, updates, chat))
}
