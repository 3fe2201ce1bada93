//! Links by which users join a chat. <https://core.telegram.org/bots/api#chatinvitelink>

use ambigram_core::types::{ChatInviteLink, UserId};
use grammers_tl_types::{enums, types};

use super::{Known, given};

/// A link; `None` where users asked to join without one.
pub(crate) fn invite_link(link: &enums::ExportedChatInvite, known: &Known) -> Option<ChatInviteLink> {
    let link = exported(link)?;
    let mut read = ChatInviteLink {
        name: link.title.as_deref().and_then(given::name),
        expire_date: link.expire_date.filter(|date| *date != 0).map(Into::into),
        member_limit: given::some(link.usage_limit),
        pending_join_request_count: given::some(link.requested),
        ..ChatInviteLink::new(
            link.link.as_str(),
            known.user(UserId(link.admin_id)),
            link.request_needed,
            link.permanent,
            link.revoked,
        )
    };
    if let Some(enums::StarsSubscriptionPricing::Pricing(price)) = &link.subscription_pricing {
        read.subscription_period = Some(given::count(price.period));
        read.subscription_price = Some(price.amount);
    }
    Some(read)
}

/// Who created a link.
pub(super) fn creator(link: &enums::ExportedChatInvite) -> Option<UserId> {
    exported(link).map(|link| UserId(link.admin_id))
}

fn exported(link: &enums::ExportedChatInvite) -> Option<&types::ChatInviteExported> {
    match link {
        enums::ExportedChatInvite::ChatInviteExported(link) => Some(link),
        enums::ExportedChatInvite::ChatInvitePublicJoinRequests => None,
    }
}
