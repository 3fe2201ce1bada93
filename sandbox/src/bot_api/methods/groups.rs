//! What administrators do to chats and members. <https://core.telegram.org/bots/api#available-methods>

use ambigram_core::types::{ChatId, UserId};

use super::{Call, resolve_chat};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::{file, rights};
use crate::bot_api::request::leading_integer;
use crate::rules::{AdministratorRights, ChatRefusal, ChatSort, MemberStatus, Permissions, Refusal, files};
use crate::world::{Access, SetName, World};

type Done = Result<Answer, Failure>;

impl Call<'_> {
    /// The user that `user_id` means.
    pub(super) fn user(&self) -> Result<UserId, Failure> {
        match leading_integer(self.arguments.get("user_id")) {
            id @ 1.. => Ok(UserId(id)),
            _ => Err(Failure::bad_request("Invalid user_id specified")),
        }
    }

    /// When something ends, in seconds since 1970; 0 for never.
    fn until_date(&self) -> i64 {
        self.arguments.integer("until_date", 0, i32::MIN, i32::MAX).into()
    }

    /// Does something to a chat that is done without more to tell.
    pub(super) fn change(&self, change: impl FnOnce(&mut World, ChatId) -> Result<(), Refusal>) -> Done {
        self.world().write(|world| {
            let chat = self.chat(world)?;
            world.reach(self.bot, chat, Access::Write)?;
            change(world, chat)?;
            Ok(Answer::done())
        })
    }

    /// Does something to a chat of certain sorts.
    fn change_in(
        &self,
        sorts: &[ChatSort],
        refusal: &'static str,
        change: impl FnOnce(&mut World, ChatId) -> Result<(), Failure>,
    ) -> Done {
        self.world().write(|world| {
            let chat = self.chat(world)?;
            world.reach(self.bot, chat, Access::Write)?;
            if !world.chat(chat).is_some_and(|chat| sorts.contains(&chat.sort)) {
                return Err(Failure::bad_request(refusal));
            }
            change(world, chat)?;
            Ok(Answer::done())
        })
    }
}

const WITH_NUMBERS: [ChatSort; 2] = [ChatSort::Supergroup, ChatSort::Channel];
const GROUPS: [ChatSort; 2] = [ChatSort::Group, ChatSort::Supergroup];
const ONLY_WITH_NUMBERS: &str = "method is available for supergroup and channel chats only";
const ONLY_GROUPS: &str = "method is available only for groups and supergroups";
pub(super) const ONLY_SUPERGROUPS: &str = "method is available only for supergroups";

/// <https://core.telegram.org/bots/api#banchatmember>
pub(super) fn ban_chat_member(call: &Call<'_>) -> Done {
    let (user, until) = (call.user()?, call.until_date());
    let revokes = call.arguments.flag("revoke_messages");
    call.change(|world, chat| {
        if chat.is_user() {
            return Err(ChatRefusal::Private("ban members in private chats").into());
        }
        world.ban(call.bot, chat, user, until)?;
        if revokes {
            world.hide_history(chat, user);
        }
        Ok(())
    })
}

/// <https://core.telegram.org/bots/api#unbanchatmember>
pub(super) fn unban_chat_member(call: &Call<'_>) -> Done {
    let user = call.user()?;
    let only_if_banned = call.arguments.flag("only_if_banned");
    call.change_in(&WITH_NUMBERS, ONLY_WITH_NUMBERS, |world, chat| {
        if only_if_banned {
            world.unban(call.bot, chat, user)?;
        } else {
            world.set_free(call.bot, chat, user)?;
        }
        Ok(())
    })
}

/// <https://core.telegram.org/bots/api#restrictchatmember>
pub(super) fn restrict_chat_member(call: &Call<'_>) -> Done {
    let (user, until) = (call.user()?, call.until_date());
    let permissions = rights::permissions(&call.arguments)?;
    call.change_in(&[ChatSort::Supergroup], ONLY_SUPERGROUPS, |world, chat| {
        Ok(world.restrict(call.bot, chat, user, permissions, until)?)
    })
}

/// <https://core.telegram.org/bots/api#promotechatmember>
pub(super) fn promote_chat_member(call: &Call<'_>) -> Done {
    let user = call.user()?;
    let mut given = AdministratorRights::NONE;
    for (name, _) in AdministratorRights::ALL.fields() {
        given.set(name, call.arguments.flag(name));
    }
    given.can_manage_video_chats |= call.arguments.flag("can_manage_voice_chats");
    call.change_in(&WITH_NUMBERS, ONLY_WITH_NUMBERS, |world, chat| {
        let is_channel = world.chat(chat).is_some_and(crate::world::Chat::is_channel);
        let says_nothing = call.arguments.find("can_restrict_members").is_none();
        if is_channel && says_nothing && given != AdministratorRights::NONE {
            given.can_restrict_members = true;
        }
        Ok(world.promote(call.bot, chat, user, given)?)
    })
}

/// <https://core.telegram.org/bots/api#setchatadministratorcustomtitle>
pub(super) fn set_chat_administrator_custom_title(call: &Call<'_>) -> Done {
    let user = call.user()?;
    call.change_in(&GROUPS, ONLY_GROUPS, |world, chat| {
        match world.member_status(chat, user) {
            Some(MemberStatus::Creator { .. }) => {
                return Err(Failure::bad_request("only the owner can edit their custom title"));
            }
            Some(MemberStatus::Administrator { .. }) => {}
            _ => return Err(Failure::bad_request("user is not an administrator")),
        }
        if !world.chat(chat).is_some_and(|chat| chat.may_edit(call.bot, user, world.now())) {
            return Err(Refusal::from(ChatRefusal::NotEditable).into());
        }
        Ok(world.set_rank(call.bot, chat, user, call.arguments.get("custom_title"))?)
    })
}

/// <https://core.telegram.org/bots/api#setchatmembertag>
pub(super) fn set_chat_member_tag(call: &Call<'_>) -> Done {
    let user = call.user()?;
    call.change_in(&GROUPS, ONLY_GROUPS, |world, chat| {
        let tagged = world.set_rank(call.bot, chat, user, call.arguments.get("tag"));
        tagged.map_err(|refusal| match refusal {
            // Of tags the same is said in another word.
            Refusal::Chat(refusal) => {
                Failure::bad_request(&Refusal::Chat(refusal).rpc().name.replace("RANK_", "TAG_"))
            }
            refusal => refusal.into(),
        })
    })
}

/// <https://core.telegram.org/bots/api#banchatsenderchat>
pub(super) fn ban_chat_sender_chat(call: &Call<'_>) -> Done {
    set_sender_banned(call, true)
}

/// <https://core.telegram.org/bots/api#unbanchatsenderchat>
pub(super) fn unban_chat_sender_chat(call: &Call<'_>) -> Done {
    set_sender_banned(call, false)
}

fn set_sender_banned(call: &Call<'_>, is_banned: bool) -> Done {
    call.world().write(|world| {
        let chat = call.chat(world)?;
        world.reach(call.bot, chat, Access::Write)?;
        let sender = resolve_chat(world, call.arguments.get("sender_chat_id"))?;
        world.chat(sender).ok_or(Refusal::ChatNotFound)?;
        world.set_sender_banned(call.bot, chat, sender, is_banned)?;
        Ok(Answer::done())
    })
}

/// <https://core.telegram.org/bots/api#setchatpermissions>
pub(super) fn set_chat_permissions(call: &Call<'_>) -> Done {
    let permissions = match call.arguments.find("permissions") {
        Some(_) => rights::permissions(&call.arguments)?,
        None => Permissions::NONE,
    };
    call.change(|world, chat| world.set_permissions(call.bot, chat, permissions))
}

/// A title that is the chat's already changes nothing, and nobody is told.
/// <https://core.telegram.org/bots/api#setchattitle>
pub(super) fn set_chat_title(call: &Call<'_>) -> Done {
    let title: String = call.arguments.get("title").trim().chars().take(128).collect();
    if title.trim().is_empty() {
        return Err(Failure::bad_request("Title must be non-empty"));
    }
    call.change(|world, chat| {
        let before = world.chat(chat).map(|chat| chat.title.clone());
        if before.as_deref() == Some(title.as_str()) {
            return world.may_set_title(call.bot, chat);
        }
        world.set_title(call.bot, chat, &title)
    })
}

/// <https://core.telegram.org/bots/api#setchatdescription>
pub(super) fn set_chat_description(call: &Call<'_>) -> Done {
    let about = call.arguments.get("description").trim();
    call.world().write(|world| {
        let chat = call.chat(world)?;
        world.reach(call.bot, chat, Access::Write)?;
        if world.chat(chat).is_some_and(|chat| chat.about == about) {
            world.may_set_title(call.bot, chat)?;
            return Err(Failure::bad_request("chat description is not modified"));
        }
        world.set_about(call.bot, chat, about)?;
        Ok(Answer::done())
    })
}

/// <https://core.telegram.org/bots/api#setchatstickerset>
pub(super) fn set_chat_sticker_set(call: &Call<'_>) -> Done {
    let name = call.arguments.get("sticker_set_name").trim();
    call.change_in(&[ChatSort::Supergroup], ONLY_SUPERGROUPS, |world, chat| {
        let set =
            world.sticker_set(SetName::Name(name)).ok_or(Refusal::from(ChatRefusal::StickerSetInvalid))?;
        let name = set.name.clone();
        Ok(world.set_sticker_set(call.bot, chat, Some(name))?)
    })
}

/// <https://core.telegram.org/bots/api#deletechatstickerset>
pub(super) fn delete_chat_sticker_set(call: &Call<'_>) -> Done {
    call.change_in(&[ChatSort::Supergroup], ONLY_SUPERGROUPS, |world, chat| {
        Ok(world.set_sticker_set(call.bot, chat, None)?)
    })
}

/// <https://core.telegram.org/bots/api#setchatphoto>
pub(super) fn set_chat_photo(call: &Call<'_>) -> Done {
    let given = call.arguments.get("photo");
    let Some(upload) = file::uploaded(&call.arguments, "photo", given) else {
        return Err(Failure::bad_request(match given {
            "" => "There is no photo in the request",
            _ => "Photo must be uploaded as an InputFile",
        }));
    };
    // Scaled before the world is held.
    let photo = files::profile_photo(upload);
    call.change(|world, chat| {
        if chat.is_user() {
            return Err(ChatRefusal::Private("change private chat photo").into());
        }
        world.may_set_title(call.bot, chat).map_err(|_| Refusal::NoRight("change chat photo"))?;
        let photo = world.add_photo(photo?);
        world.set_chat_photo(call.bot, chat, Some(photo))
    })
}

/// <https://core.telegram.org/bots/api#deletechatphoto>
pub(super) fn delete_chat_photo(call: &Call<'_>) -> Done {
    call.change(|world, chat| {
        if chat.is_user() {
            return Err(ChatRefusal::Private("change private chat photo").into());
        }
        world.set_chat_photo(call.bot, chat, None)
    })
}

/// <https://core.telegram.org/bots/api#pinchatmessage>
pub(super) fn pin_chat_message(call: &Call<'_>) -> Done {
    call.no_business()?;
    let id = call.arguments.message_id("message_id");
    let is_silent = call.arguments.flag("disable_notification");
    call.change(|world, chat| {
        let id = id.ok_or(ChatRefusal::PinNotFound)?;
        world.pin(call.bot, chat, id, is_silent)
    })
}

/// <https://core.telegram.org/bots/api#unpinchatmessage>
pub(super) fn unpin_chat_message(call: &Call<'_>) -> Done {
    call.no_business()?;
    let id = call.arguments.message_id("message_id");
    call.change(|world, chat| world.unpin(call.bot, chat, id))
}

/// <https://core.telegram.org/bots/api#unpinallchatmessages>
pub(super) fn unpin_all_chat_messages(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.unpin_all(call.bot, chat).map(|_| ()))
}
