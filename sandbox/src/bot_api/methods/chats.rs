//! Chats and who is in them.

use ambigram_core::types::ChatId;
use serde_json::{Value, json};

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::write::{chat, member};
use crate::rules::{ChatSort, MemberStatus, Refusal};
use crate::world::{Access, ChatView, MemberDetails, World};

/// <https://core.telegram.org/bots/api#getchat>
pub(super) fn get_chat(call: &Call<'_>) -> Result<Answer, Failure> {
    call.world().read(|world| {
        let (_, view) = seen(call, world, Access::Read)?;
        Ok(chat::full(world, call.bot, view).into())
    })
}

/// <https://core.telegram.org/bots/api#getchatmember>
pub(super) fn get_chat_member(call: &Call<'_>) -> Result<Answer, Failure> {
    let user = call.user()?;
    call.world().read(|world| {
        let access = if user == call.bot { Access::Read } else { members_access(call, world)? };
        let (_, view) = seen(call, world, access)?;
        let (sort, status, details) = match view {
            ChatView::Private(other) if user == other.id || user == call.bot => {
                (None, MemberStatus::Member, MemberDetails::default())
            }
            ChatView::Private(_) => return Err(Failure::bad_request("Member not found")),
            ChatView::Chat(chat) => {
                if world.account(user).is_none() || !world.may_name(call.bot, user) {
                    return Err(Failure::bad_request("Member not found"));
                }
                (Some(chat.sort), chat.status(user, world.now()), chat.details(user))
            }
        };
        let may_edit = match view {
            ChatView::Chat(chat) => chat.may_edit(call.bot, user, world.now()),
            ChatView::Private(_) => false,
        };
        Ok(member::member(world, sort, user, &status, &details, may_edit).into())
    })
}

/// <https://core.telegram.org/bots/api#getchatadministrators>
pub(super) fn get_chat_administrators(call: &Call<'_>) -> Result<Answer, Failure> {
    let returns_bots = call.arguments.flag("return_bots");
    call.world().read(|world| {
        let (_, view) = seen(call, world, members_access(call, world)?)?;
        let ChatView::Chat(chat) = view else {
            return Err(Failure::bad_request("there are no administrators in the private chat"));
        };
        let is_other_bot = |id| {
            !returns_bots && id != call.bot && world.account(id).is_some_and(crate::world::Account::is_bot)
        };
        let mut administrators: Vec<_> = chat
            .members(world.now())
            .filter(|(id, status)| status.is_administrator() && !is_other_bot(*id))
            .collect();
        administrators.sort_by_key(|(_, status)| !matches!(status, MemberStatus::Creator { .. }));
        let administrators: Value = administrators
            .iter()
            .map(|(id, status)| {
                let may_edit = chat.may_edit(call.bot, *id, world.now());
                member::member(world, Some(chat.sort), *id, status, &chat.details(*id), may_edit)
            })
            .collect();
        Ok(administrators.into())
    })
}

/// <https://core.telegram.org/bots/api#getchatmembercount>
pub(super) fn get_chat_member_count(call: &Call<'_>) -> Result<Answer, Failure> {
    call.world().read(|world| {
        let (_, view) = seen(call, world, members_access(call, world)?)?;
        let count = match view {
            ChatView::Private(other) => 1 + usize::from(other.id != call.bot),
            ChatView::Chat(chat) => chat.members(world.now()).count(),
        };
        Ok(json!(count).into())
    })
}

/// <https://core.telegram.org/bots/api#leavechat>
pub(super) fn leave_chat(call: &Call<'_>) -> Result<Answer, Failure> {
    call.world().write(|world| {
        let (id, view) = seen(call, world, Access::Read)?;
        if let ChatView::Private(_) = view {
            return Err(Failure::bad_request("Can't leave private chats"));
        }
        world.leave(call.bot, id)?;
        Ok(Answer::done())
    })
}

/// The chat as the bot sees it, where it is within its reach.
fn seen<'a>(call: &Call<'_>, world: &'a World, access: Access) -> Result<(ChatId, ChatView<'a>), Failure> {
    let id = call.chat(world)?;
    world.reach(call.bot, id, access)?;
    Ok((id, world.chat_as_seen_by(call.bot, id).ok_or(Refusal::ChatNotFound)?))
}

/// A basic group shows its members to members only, other chats to all who may read.
fn members_access(call: &Call<'_>, world: &World) -> Result<Access, Failure> {
    let chat = call.chat(world)?;
    let is_group = world.chat(chat).is_some_and(|chat| chat.sort == ChatSort::Group);
    Ok(if is_group { Access::Write } else { Access::Read })
}
