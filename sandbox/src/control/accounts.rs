//! Users and bots.

use ambigram_core::types::UserId;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::error::Error;
use super::input::Input;
use super::{Control, Here, Reply, Shown, bot, user};
use crate::bot_api::write;
use crate::world::{NewBot, NewUser, World};

pub(super) async fn create_user(State(control): Here, input: Input) -> Shown {
    input.only(&[
        "first_name",
        "last_name",
        "username",
        "language_code",
        "is_premium",
        "hides_forwards",
        "phone",
        "id",
    ])?;
    let new = NewUser {
        first_name: input.required_text("first_name")?,
        last_name: input.text("last_name")?,
        username: input.text("username")?.map(bare),
        language_code: input.text("language_code")?,
        is_premium: input.flag("is_premium")?,
        hides_forwards: input.flag("hides_forwards")?,
        phone: input.text("phone")?,
        id: input.integer("id")?.map(UserId),
    };
    control.world.write(|world| {
        let id = world.create_user(new)?.id;
        Ok(Reply::created(user_object(world, id)))
    })
}

pub(super) async fn list_users(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    Ok(control.world.read(|world| {
        let users = world.accounts().filter(|account| !account.is_bot());
        json!({ "users": users.map(|account| user_object(world, account.id)).collect::<Value>() }).into()
    }))
}

pub(super) async fn show_user(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.read(|world| Ok(user_object(world, user(world, &name)?).into()))
}

pub(super) async fn delete_user(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let id = user(world, &name)?;
        world.delete_account(id)?;
        Ok(Reply::done())
    })
}

pub(super) async fn create_bot(State(control): Here, input: Input) -> Shown {
    input.only(&[
        "username",
        "first_name",
        "token",
        "can_join_groups",
        "privacy_mode",
        "supports_inline_queries",
        "inline_feedback",
        "supports_guest_queries",
        "can_connect_to_business",
        "can_manage_bots",
    ])?;
    let new = NewBot {
        first_name: input.text("first_name")?,
        token: input.text("token")?,
        can_join_groups: input.flag_or("can_join_groups", true)?,
        can_read_all_group_messages: !input.flag_or("privacy_mode", true)?,
        supports_inline_queries: input.flag("supports_inline_queries")?,
        inline_feedback: input.flag_or("inline_feedback", input.flag("supports_inline_queries")?)?,
        supports_guest_queries: input.flag("supports_guest_queries")?,
        can_connect_to_business: input.flag("can_connect_to_business")?,
        can_manage_bots: input.flag("can_manage_bots")?,
        ..NewBot::named(bare(input.required_text("username")?))
    };
    let id = control.world.write(|world| Ok::<_, Error>(world.create_bot(new)?.id))?;
    Ok(Reply::created(bot_object(&control, id)))
}

pub(super) async fn list_bots(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    let bots: Vec<_> = control.world.read(|world| {
        world.accounts().filter(|account| account.is_bot()).map(|account| account.id).collect()
    });
    Ok(json!({ "bots": bots.into_iter().map(|id| bot_object(&control, id)).collect::<Value>() }).into())
}

pub(super) async fn show_bot(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    let id = control.world.read(|world| bot(world, &name))?;
    Ok(bot_object(&control, id).into())
}

pub(super) async fn change_bot(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["privacy_mode", "can_join_groups"])?;
    let id = control.world.write(|world| {
        let id = bot(world, &name)?;
        if input.has("privacy_mode") {
            world.set_privacy_mode(id, input.flag("privacy_mode")?)?;
        }
        if input.has("can_join_groups") {
            world.set_can_join_groups(id, input.flag("can_join_groups")?)?;
        }
        Ok::<_, Error>(id)
    })?;
    Ok(bot_object(&control, id).into())
}

pub(super) async fn revoke_token(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    let id = control.world.write(|world| {
        let id = bot(world, &name)?;
        world.revoke_token(id)?;
        Ok::<_, Error>(id)
    })?;
    Ok(bot_object(&control, id).into())
}

/// A username may be given with its `@`.
fn bare(username: String) -> String {
    match username.strip_prefix('@') {
        Some(bare) => bare.to_owned(),
        None => username,
    }
}

/// The Bot API's User, and the phone number that logs in.
fn user_object(world: &World, id: UserId) -> Value {
    let mut object = write::user::user(world, id);
    if let (Some(object), Some(account)) = (object.as_object_mut(), world.account(id)) {
        object.insert("phone".to_owned(), account.phone().into());
        object.insert("is_deleted".to_owned(), account.is_deleted.into());
    }
    object
}

/// The Bot API's User, the token, and what the bot is doing.
fn bot_object(control: &Control, id: UserId) -> Value {
    let session = control.bot_api.session(id);
    let waiting = session.inbox().len(&control.world);
    let activity = *session.activity().borrow();
    let programs = control.mtproto.programs_of(id);
    control.world.read(|world| {
        let mut object = world.account(id).map(write::user::me).unwrap_or_default();
        let token = world.account(id).and_then(|account| account.bot()).map(|bot| bot.token.as_str());
        if let Some(object) = object.as_object_mut() {
            object.insert("token".to_owned(), token.into());
            object.insert("waiting_updates".to_owned(), waiting.into());
            object.insert("is_polling".to_owned(), (activity.polls > 0).into());
            object.insert("mtproto_programs".to_owned(), programs.into());
        }
        object
    })
}
