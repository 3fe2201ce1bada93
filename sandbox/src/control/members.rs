//! Who is in a chat, and as what.

use ambigram_core::types::UserId;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::chats::{acting, group};
use super::error::Error;
use super::input::{Input, Name};
use super::{Here, Shown, account};
use crate::bot_api::write;
use crate::rules::{AdministratorRights, MemberStatus, Permissions};
use crate::world::{Chat, World};

pub(super) async fn list(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.read(|world| {
        let chat = group(world, &name)?;
        let members = chat.members(world.now());
        let members: Value = members.map(|(id, status)| member_object(world, chat, id, &status)).collect();
        Ok(json!({ "members": members }).into())
    })
}

pub(super) async fn show(
    State(control): Here,
    Path((name, member)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&[])?;
    control.world.read(|world| {
        let member = account(world, &Name::read(&member)?)?;
        shown(world, &name, member)
    })
}

/// Takes an account in; one that acts for itself joins.
pub(super) async fn add(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["user", "by"])?;
    let member = input.required_name("user")?;
    control.world.write(|world| {
        let member = account(world, &member)?;
        let (chat, by) = acting(world, &name, &input)?;
        if by == member {
            world.join(member, chat)?;
        } else {
            world.add_member(by, chat, member)?;
        }
        shown(world, &name, member)
    })
}

/// Takes a member out; one that acts for itself leaves.
pub(super) async fn remove(
    State(control): Here,
    Path((name, member)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["by"])?;
    control.world.write(|world| {
        let member = account(world, &Name::read(&member)?)?;
        let (chat, by) = acting(world, &name, &input)?;
        if by == member {
            world.leave(member, chat)?;
        } else {
            world.remove_member(by, chat, member)?;
        }
        shown(world, &name, member)
    })
}

/// Makes a member an administrator, restricts or bans it, or takes all that back.
pub(super) async fn set_status(
    State(control): Here,
    Path((name, member)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["status", "rights", "permissions", "until_date", "by"])?;
    let status = input.required_text("status")?;
    let until = input.integer("until_date")?.unwrap_or_default();
    control.world.write(|world| {
        let member = account(world, &Name::read(&member)?)?;
        let (chat, by) = acting(world, &name, &input)?;
        match status.as_str() {
            "administrator" => world.promote(by, chat, member, rights(&input)?)?,
            "restricted" => world.restrict(by, chat, member, permissions(&input)?, until)?,
            "kicked" => world.ban(by, chat, member, until)?,
            "left" => world.unban(by, chat, member)?,
            "member" => match world.member_status(chat, member) {
                Some(MemberStatus::Administrator { .. }) => {
                    world.promote(by, chat, member, AdministratorRights::NONE)?;
                }
                Some(MemberStatus::Restricted { .. }) => {
                    world.restrict(by, chat, member, Permissions::ALL, 0)?;
                }
                _ => world.add_member(by, chat, member)?,
            },
            other => {
                return Err(Error::input(
                    "status",
                    "administrator, member, restricted, left or kicked",
                    other,
                ));
            }
        }
        shown(world, &name, member)
    })
}

fn rights(input: &Input) -> Result<AdministratorRights, Error> {
    if !input.has("rights") {
        return Ok(AdministratorRights::USUAL);
    }
    let mut rights = AdministratorRights::NONE;
    for (name, value) in input.flags("rights")? {
        if !rights.set(&name, value) {
            return Err(Error::input("rights", "fields of the Bot API's ChatAdministratorRights", name));
        }
    }
    Ok(rights)
}

pub(super) fn permissions(input: &Input) -> Result<Permissions, Error> {
    let mut permissions = Permissions::NONE;
    for (name, value) in input.flags("permissions")? {
        if !permissions.set(&name, value) {
            return Err(Error::input("permissions", "fields of the Bot API's ChatPermissions", name));
        }
    }
    Ok(permissions)
}

fn shown(world: &World, chat: &str, member: UserId) -> Shown {
    let chat = group(world, chat)?;
    Ok(member_object(world, chat, member, &chat.status(member, world.now())).into())
}

/// The Bot API's ChatMember.
fn member_object(world: &World, chat: &Chat, member: UserId, status: &MemberStatus) -> Value {
    write::member::member(world, Some(chat.sort), member, status, &chat.details(member), false)
}
