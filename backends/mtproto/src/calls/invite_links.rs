//! Links by which one joins a chat, and those who ask to.

use ambigram_core::requests::{
    ApproveChatJoinRequest, CreateChatInviteLink, CreateChatSubscriptionInviteLink, DeclineChatJoinRequest,
    EditChatInviteLink, EditChatSubscriptionInviteLink, ExportChatInviteLink, Recipient, Response,
    RevokeChatInviteLink,
};
use ambigram_core::types::{ChatId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};

use super::refusal::ask;
use super::{answer, located, names, private, refused};
use crate::convert;
use crate::convert::peer::Place;
use crate::meeting;
use crate::wire::Wire;

/// How long the name of a link may be, in characters.
const NAME: usize = 32;

/// How many may be said to be members by a link at once; Telegram takes fewer.
const MEMBERS: u32 = 100_000;

/// <https://core.telegram.org/method/messages.exportChatInvite>
pub(super) async fn export_chat_invite_link(
    wire: &Wire,
    request: &ExportChatInviteLink,
) -> Result<Response, Error> {
    let chat = inviting(wire, &request.chat_id).await?;
    let called = functions::messages::ExportChatInvite { legacy_revoke_permanent: true, ..plain(wire, chat) };
    match ask(wire, chat, &called).await? {
        enums::ExportedChatInvite::ChatInviteExported(link) => Ok(Response::of(link.link)),
        enums::ExportedChatInvite::ChatInvitePublicJoinRequests => Err(unreadable()),
    }
}

/// <https://core.telegram.org/method/messages.exportChatInvite>
pub(super) async fn create_chat_invite_link(
    wire: &Wire,
    request: &CreateChatInviteLink,
) -> Result<Response, Error> {
    let chat = inviting(wire, &request.chat_id).await?;
    let limits = Limits::of(request.expire_date, request.member_limit, request.creates_join_request)?;
    let called = functions::messages::ExportChatInvite {
        request_needed: request.creates_join_request,
        expire_date: Some(limits.expire_date).filter(|date| *date != 0),
        usage_limit: Some(limits.usage_limit).filter(|limit| *limit != 0),
        title: Some(title(request.name.as_deref())).filter(|title| !title.is_empty()),
        ..plain(wire, chat)
    };
    created(wire, chat, called).await
}

/// <https://core.telegram.org/method/messages.exportChatInvite>
pub(super) async fn create_chat_subscription_invite_link(
    wire: &Wire,
    request: &CreateChatSubscriptionInviteLink,
) -> Result<Response, Error> {
    let chat = inviting(wire, &request.chat_id).await?;
    let pricing = types::StarsSubscriptionPricing {
        period: i32::try_from(request.subscription_period).unwrap_or(i32::MAX),
        amount: request.subscription_price,
    };
    let called = functions::messages::ExportChatInvite {
        title: Some(title(request.name.as_deref())).filter(|title| !title.is_empty()),
        subscription_pricing: Some(pricing.into()),
        ..plain(wire, chat)
    };
    created(wire, chat, called).await
}

fn plain(wire: &Wire, chat: ChatId) -> functions::messages::ExportChatInvite {
    functions::messages::ExportChatInvite {
        legacy_revoke_permanent: false,
        request_needed: false,
        peer: wire.peers().input_peer(chat),
        expire_date: None,
        usage_limit: None,
        title: None,
        subscription_pricing: None,
    }
}

async fn created(
    wire: &Wire,
    chat: ChatId,
    called: functions::messages::ExportChatInvite,
) -> Result<Response, Error> {
    let link = ask(wire, chat, &called).await?;
    let known = match &link {
        enums::ExportedChatInvite::ChatInviteExported(link) => {
            meeting::meet(wire, &[UserId(link.admin_id)], &[]).await
        }
        enums::ExportedChatInvite::ChatInvitePublicJoinRequests => return Err(unreadable()),
    };
    convert::invite_link(&link, &known).map(Response::of).ok_or_else(unreadable)
}

fn unreadable() -> Error {
    Error::new(ErrorKind::UnexpectedAnswer, "asked for an invite link, got none")
}

/// <https://core.telegram.org/method/messages.editExportedChatInvite>
pub(super) async fn edit_chat_invite_link(
    wire: &Wire,
    request: &EditChatInviteLink,
) -> Result<Response, Error> {
    let chat = inviting(wire, &request.chat_id).await?;
    let limits = Limits::of(request.expire_date, request.member_limit, request.creates_join_request)?;
    // What is left out is taken away, so all of it is said.
    let called = functions::messages::EditExportedChatInvite {
        expire_date: Some(limits.expire_date),
        usage_limit: Some(limits.usage_limit),
        request_needed: Some(request.creates_join_request),
        title: Some(title(request.name.as_deref())),
        ..same(wire, chat, &request.invite_link)
    };
    edited(wire, chat, called).await
}

/// <https://core.telegram.org/method/messages.editExportedChatInvite>
pub(super) async fn edit_chat_subscription_invite_link(
    wire: &Wire,
    request: &EditChatSubscriptionInviteLink,
) -> Result<Response, Error> {
    let chat = inviting(wire, &request.chat_id).await?;
    let called = functions::messages::EditExportedChatInvite {
        title: Some(title(request.name.as_deref())),
        ..same(wire, chat, &request.invite_link)
    };
    edited(wire, chat, called).await
}

/// <https://core.telegram.org/method/messages.editExportedChatInvite>
pub(super) async fn revoke_chat_invite_link(
    wire: &Wire,
    request: &RevokeChatInviteLink,
) -> Result<Response, Error> {
    let chat = inviting(wire, &request.chat_id).await?;
    let called = functions::messages::EditExportedChatInvite {
        revoked: true,
        ..same(wire, chat, &request.invite_link)
    };
    edited(wire, chat, called).await
}

fn same(wire: &Wire, chat: ChatId, link: &str) -> functions::messages::EditExportedChatInvite {
    functions::messages::EditExportedChatInvite {
        revoked: false,
        peer: wire.peers().input_peer(chat),
        link: link.trim().to_owned(),
        expire_date: None,
        usage_limit: None,
        request_needed: None,
        title: None,
    }
}

async fn edited(
    wire: &Wire,
    chat: ChatId,
    called: functions::messages::EditExportedChatInvite,
) -> Result<Response, Error> {
    let (link, users) = match ask(wire, chat, &called).await? {
        enums::messages::ExportedChatInvite::Invite(answer) => (answer.invite, answer.users),
        // The primary link is replaced by another one: what is told is what became of the old one.
        enums::messages::ExportedChatInvite::Replaced(answer) => (answer.invite, answer.users),
    };
    wire.peers().learn(&users, &[]);
    convert::invite_link(&link, &convert::Known::of(&users, &[])).map(Response::of).ok_or_else(unreadable)
}

/// What limits a link, as TL has it: 0 for what does not.
#[derive(Debug, PartialEq)]
struct Limits {
    expire_date: i32,
    usage_limit: i32,
}

impl Limits {
    fn of(expire_date: Option<i64>, members: Option<u32>, must_be_approved: bool) -> Result<Self, Error> {
        let members = members.unwrap_or_default().min(MEMBERS);
        if must_be_approved && members > 0 {
            return refused("member limit can't be specified for links requiring administrator approval");
        }
        let expire_date = expire_date.unwrap_or_default().max(0);
        Ok(Self {
            expire_date: i32::try_from(expire_date).unwrap_or(i32::MAX),
            usage_limit: members.cast_signed(),
        })
    }
}

fn title(name: Option<&str>) -> String {
    names::name(name.unwrap_or_default(), NAME)
}

/// A chat to which links can lead.
async fn inviting(wire: &Wire, recipient: &Recipient) -> Result<ChatId, Error> {
    match located(wire, recipient).await? {
        (chat, Place::User(_)) => private(wire, chat, "can't invite members to a private chat").await,
        (chat, Place::Group(_) | Place::Channel(_)) => Ok(chat),
    }
}

/// <https://core.telegram.org/method/messages.hideChatJoinRequest>
pub(super) async fn approve_chat_join_request(
    wire: &Wire,
    request: &ApproveChatJoinRequest,
) -> Result<Response, Error> {
    decide(wire, &request.chat_id, request.user_id, true).await
}

/// <https://core.telegram.org/method/messages.hideChatJoinRequest>
pub(super) async fn decline_chat_join_request(
    wire: &Wire,
    request: &DeclineChatJoinRequest,
) -> Result<Response, Error> {
    decide(wire, &request.chat_id, request.user_id, false).await
}

async fn decide(wire: &Wire, recipient: &Recipient, user: UserId, approved: bool) -> Result<Response, Error> {
    let chat = inviting(wire, recipient).await?;
    let called = functions::messages::HideChatJoinRequest {
        approved,
        peer: wire.peers().input_peer(chat),
        user_id: wire.peers().input_user(user),
    };
    answer::updates(wire, ask(wire, chat, &called).await?);
    Ok(Response::done())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_limited_as_telegram_takes_it() {
        let limits = |expire_date, usage_limit| Some(Limits { expire_date, usage_limit });
        for (date, members, must_be_approved, expected) in [
            (None, None, false, limits(0, 0)),
            (Some(1_700_000_000), Some(5), false, limits(1_700_000_000, 5)),
            (Some(-1), Some(u32::MAX), false, limits(0, 100_000)),
            (Some(i64::MAX), Some(0), true, limits(i32::MAX, 0)),
            (None, Some(1), true, None),
        ] {
            assert_eq!(Limits::of(date, members, must_be_approved).ok(), expected, "{date:?} {members:?}");
        }
    }
}
