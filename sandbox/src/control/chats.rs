//! Groups, supergroups and channels.

use ambigram_core::types::{ChatId, UserId};
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::error::Error;
use super::input::{Input, Name};
use super::{Here, Reply, Shown, account, groups};
use crate::bot_api::write;
use crate::rules::{ChatSort, MemberStatus};
use crate::world::{Chat, NewChat, World};

pub(super) async fn create(State(control): Here, input: Input) -> Shown {
    input.only(&["type", "title", "username", "is_forum", "creator", "members"])?;
    let sort = match input.required_text("type")?.as_str() {
        "group" => ChatSort::Group,
        "supergroup" => ChatSort::Supergroup,
        "channel" => ChatSort::Channel,
        other => return Err(Error::input("type", "group, supergroup or channel", other)),
    };
    let title = input.required_text("title")?;
    let username = input.text("username")?.map(|name| name.trim_start_matches('@').to_owned());
    let is_forum = input.flag("is_forum")?;
    let (creator, members) = (input.required_name("creator")?, input.names("members")?);
    control.world.write(|world| {
        let creator = account(world, &creator)?;
        let members = members.iter().map(|name| account(world, name)).collect::<Result<Vec<_>, _>>()?;
        let new = NewChat { username, is_forum, ..NewChat::new(sort, title).with(members) };
        let id = world.create_chat(creator, new)?;
        Ok(Reply::created(chat_object(world, id)))
    })
}

pub(super) async fn list(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    Ok(control.world.read(|world| {
        let chats: Value = world.chats().map(|chat| chat_object(world, chat.id)).collect();
        json!({ "chats": chats }).into()
    }))
}

pub(super) async fn show(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.read(|world| Ok(chat_object(world, group(world, &name)?.id).into()))
}

pub(super) async fn change(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&groups::CHANGES)?;
    control.world.write(|world| {
        let (id, by) = acting(world, &name, &input)?;
        groups::change(world, by, id, &input)?;
        Ok(chat_object(world, id).into())
    })
}

pub(super) async fn delete(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["by"])?;
    control.world.write(|world| {
        let (id, by) = acting(world, &name, &input)?;
        world.delete_chat(by, id)?;
        Ok(Reply::done())
    })
}

pub(super) async fn upgrade(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["by"])?;
    control.world.write(|world| {
        let (id, by) = acting(world, &name, &input)?;
        let supergroup = world.upgrade_to_supergroup(by, id)?;
        Ok(Reply::created(chat_object(world, supergroup)))
    })
}

pub(super) async fn create_topic(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["name", "by"])?;
    let topic = input.required_text("name")?;
    control.world.write(|world| {
        let (id, by) = acting(world, &name, &input)?;
        let thread = world.create_topic(by, id, topic.as_str())?;
        Ok(Reply::created(json!({ "message_thread_id": thread.0, "name": topic })))
    })
}

/// Has a channel's posts discussed in a supergroup.
pub(super) async fn set_discussion(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["group"])?;
    let discussion = input.required_name("group")?;
    control.world.write(|world| {
        let channel = group(world, &name)?.id;
        let discussion = match discussion {
            Name::Id(id) => group(world, &id.to_string())?.id,
            Name::Username(name) => group(world, &format!("@{name}"))?.id,
        };
        world.link_discussion(channel, Some(discussion))?;
        Ok(Reply::done())
    })
}

/// A channel's posts are discussed nowhere any more.
pub(super) async fn end_discussion(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let channel = group(world, &name)?.id;
        world.link_discussion(channel, None)?;
        Ok(Reply::done())
    })
}

/// The group, supergroup or channel that a name means.
pub(super) fn group<'a>(world: &'a World, name: &str) -> Result<&'a Chat, Error> {
    let name = Name::read(name)?;
    let chat = match &name {
        Name::Id(id) => world.chat(ChatId(*id)),
        Name::Username(username) => world.chat_by_username(username),
    };
    chat.ok_or_else(|| Error::missing("the id or @username of a group, supergroup or channel", name))
}

/// The chat, and who acts in it: the account that `by` names, or else the creator.
pub(super) fn acting(world: &World, name: &str, input: &Input) -> Result<(ChatId, UserId), Error> {
    let chat = group(world, name)?;
    if let Some(by) = input.name("by")? {
        return Ok((chat.id, account(world, &by)?));
    }
    let is_creator = |status: &MemberStatus| matches!(status, MemberStatus::Creator { .. });
    let creator = chat.members(world.now()).find(|(_, status)| is_creator(status));
    creator
        .map(|(creator, _)| (chat.id, creator))
        .ok_or_else(|| Error::input("by", "an account, as the chat has no creator", Value::Null))
}

/// The Bot API's Chat, and how many are in it.
fn chat_object(world: &World, id: ChatId) -> Value {
    // Nobody in particular looks: these chats are the same for all.
    let mut object = write::chat::chat(world, UserId(0), id);
    if let (Some(object), Some(chat)) = (object.as_object_mut(), world.chat(id)) {
        object.insert("member_count".to_owned(), chat.members(world.now()).count().into());
    }
    object
}
