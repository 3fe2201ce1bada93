//! Invite links, requests to join, boosts. <https://core.telegram.org/bots/api#createchatinvitelink>

use serde_json::{Value, json};

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::write::group;
use crate::world::{ChangedInvite, Invite, NewInvite, Subscription, World};

type Done = Result<Answer, Failure>;

impl Call<'_> {
    fn expire_date(&self) -> i64 {
        self.arguments.integer("expire_date", 0, 0, i32::MAX).into()
    }

    fn member_limit(&self) -> u32 {
        self.arguments.integer("member_limit", 0, 0, 100_000).unsigned_abs()
    }

    fn text(&self, name: &str) -> String {
        self.arguments.get(name).to_owned()
    }
}

fn shown(world: &World, invite: &Invite) -> Answer {
    group::invite(world, invite, invite.link()).into()
}

/// <https://core.telegram.org/bots/api#exportchatinvitelink>
pub(super) fn export_chat_invite_link(call: &Call<'_>) -> Done {
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let invite = world.export_invite(call.bot, chat)?;
        Ok(Value::from(invite.link()).into())
    })
}

/// <https://core.telegram.org/bots/api#createchatinvitelink>
pub(super) fn create_chat_invite_link(call: &Call<'_>) -> Done {
    let new = NewInvite {
        name: call.text("name"),
        expire_date: call.expire_date(),
        member_limit: call.member_limit(),
        needs_approval: call.arguments.flag("creates_join_request"),
        subscription: None,
    };
    create(call, new)
}

/// <https://core.telegram.org/bots/api#createchatsubscriptioninvitelink>
pub(super) fn create_chat_subscription_invite_link(call: &Call<'_>) -> Done {
    let number = |name, most| call.arguments.integer(name, 0, 0, most).unsigned_abs();
    let subscription = Subscription {
        period: number("subscription_period", 1_000_000_000),
        price: number("subscription_price", 1_000_000),
    };
    create(
        call,
        NewInvite { name: call.text("name"), subscription: Some(subscription), ..NewInvite::default() },
    )
}

fn create(call: &Call<'_>, new: NewInvite) -> Done {
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let invite = world.create_invite(call.bot, chat, new)?;
        Ok(shown(world, &invite))
    })
}

/// What is not said is taken back. <https://core.telegram.org/bots/api#editchatinvitelink>
pub(super) fn edit_chat_invite_link(call: &Call<'_>) -> Done {
    let changed = ChangedInvite {
        name: Some(call.text("name")),
        expire_date: Some(call.expire_date()),
        member_limit: Some(call.member_limit()),
        needs_approval: Some(call.arguments.flag("creates_join_request")),
    };
    edit(call, changed)
}

/// <https://core.telegram.org/bots/api#editchatsubscriptioninvitelink>
pub(super) fn edit_chat_subscription_invite_link(call: &Call<'_>) -> Done {
    edit(call, ChangedInvite { name: Some(call.text("name")), ..ChangedInvite::default() })
}

fn edit(call: &Call<'_>, changed: ChangedInvite) -> Done {
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let invite = world.edit_invite(call.bot, chat, call.arguments.get("invite_link"), changed)?;
        Ok(shown(world, &invite))
    })
}

/// <https://core.telegram.org/bots/api#revokechatinvitelink>
pub(super) fn revoke_chat_invite_link(call: &Call<'_>) -> Done {
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let (invite, _) = world.revoke_invite(call.bot, chat, call.arguments.get("invite_link"))?;
        Ok(shown(world, &invite))
    })
}

/// <https://core.telegram.org/bots/api#approvechatjoinrequest>
pub(super) fn approve_chat_join_request(call: &Call<'_>) -> Done {
    let user = call.user()?;
    call.change(|world, chat| world.answer_join_request(call.bot, chat, user, true))
}

/// <https://core.telegram.org/bots/api#declinechatjoinrequest>
pub(super) fn decline_chat_join_request(call: &Call<'_>) -> Done {
    let user = call.user()?;
    call.change(|world, chat| world.answer_join_request(call.bot, chat, user, false))
}

/// <https://core.telegram.org/bots/api#getuserchatboosts>
pub(super) fn get_user_chat_boosts(call: &Call<'_>) -> Done {
    let user = call.user()?;
    call.world().read(|world| {
        let chat = call.chat(world)?;
        let boosts = world.user_boosts(call.bot, chat, user)?;
        let boosts: Value = boosts.into_iter().map(|boost| group::boost(world, boost)).collect();
        Ok(json!({ "boosts": boosts }).into())
    })
}
