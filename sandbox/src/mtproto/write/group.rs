//! What is told of chats beside messages and members: links, requests, pins, reactions, boosts, menu buttons.

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::chat::count;
use super::seconds;
use crate::mtproto::peers::{bare, peer};
use crate::rules::reactions::{Offered, Reaction};
use crate::world::{
    Boost, BoostSource, GroupEvent, Invite, MenuButton, MessageKey, PutReaction, ReactionChange, Row, Sender,
    World,
};

/// What an account is told, at its place in a row.
pub(super) fn update(world: &World, viewer: UserId, event: &GroupEvent, row: Row) -> tl::enums::Update {
    let qts = if let Row::Secondary { qts } = row { qts } else { 0 };
    match event {
        GroupEvent::JoinRequested(request) => tl::types::UpdateBotChatInviteRequester {
            peer: peer(request.chat),
            date: seconds(request.date),
            user_id: request.user.0,
            about: String::new(),
            invite: by_invite(request.invite.as_ref(), viewer),
            qts,
            query_id: None,
        }
        .into(),
        GroupEvent::RequestsPending { chat, users } => tl::types::UpdatePendingJoinRequests {
            peer: peer(*chat),
            requests_pending: count(users.len()),
            recent_requesters: users.iter().take(3).map(|user| user.0).collect(),
        }
        .into(),
        GroupEvent::Pinned { chat, messages, is_pinned } => {
            let (is_channel, pts, pts_count) = super::update::numbers(row);
            let messages = messages.iter().map(|id| id.0).collect();
            let pinned = *is_pinned;
            if is_channel {
                let channel_id = bare(*chat);
                tl::types::UpdatePinnedChannelMessages { pinned, channel_id, messages, pts, pts_count }.into()
            } else {
                tl::types::UpdatePinnedMessages { pinned, peer: peer(*chat), messages, pts, pts_count }.into()
            }
        }
        GroupEvent::Reacted(change) => reacted(change, qts),
        GroupEvent::ReactionsCounted { chat, message, date, counts } => {
            tl::types::UpdateBotMessageReactions {
                peer: peer(*chat),
                msg_id: message.0,
                date: seconds(*date),
                reactions: counts
                    .iter()
                    .map(|(reaction, times)| reaction_count(reaction, *times, None))
                    .collect(),
                qts,
            }
            .into()
        }
        GroupEvent::Reactions { chat, message, thread, key } => tl::types::UpdateMessageReactions {
            peer: peer(*chat),
            msg_id: message.0,
            top_msg_id: thread.map(|thread| thread.0),
            saved_peer_id: None,
            reactions: reactions(world, viewer, *key).into(),
        }
        .into(),
        GroupEvent::Boosted { chat, boost: told, removed } => tl::types::UpdateBotChatBoost {
            peer: peer(*chat),
            boost: match removed {
                // A boost that is gone has no end after its beginning.
                Some(date) => boost(&Boost { date: *date, expires: 0, ..told.clone() }),
                None => boost(told),
            },
            qts,
        }
        .into(),
        GroupEvent::MenuButtonChanged { bot } => tl::types::UpdateBotMenuButton {
            bot_id: bot.0,
            button: menu_button(&world.menu_button_shown_to(viewer, *bot)),
        }
        .into(),
    }
}

/// An invite link as its chat's administrators see it. <https://core.telegram.org/constructor/chatInviteExported>
pub(crate) fn invite(invite: &Invite, link: String) -> tl::enums::ExportedChatInvite {
    let number = |number: u32| i32::try_from(number).ok().filter(|number| *number != 0);
    tl::types::ChatInviteExported {
        revoked: invite.is_revoked,
        permanent: invite.is_primary,
        request_needed: invite.needs_approval,
        link,
        admin_id: invite.creator.0,
        date: seconds(invite.date),
        start_date: None,
        expire_date: Some(seconds(invite.expire_date)).filter(|date| *date != 0),
        usage_limit: number(invite.member_limit),
        usage: number(invite.used),
        requested: number(invite.requested),
        subscription_expired: None,
        title: Some(invite.name.clone()).filter(|name| !name.is_empty()),
        subscription_pricing: invite.subscription.map(|paid| {
            tl::types::StarsSubscriptionPricing {
                period: i32::try_from(paid.period).unwrap_or(i32::MAX),
                amount: paid.price.into(),
            }
            .into()
        }),
    }
    .into()
}

/// How somebody came, or asks to come: by a link, or to a public chat without one.
pub(super) fn by_invite(link: Option<&Invite>, viewer: UserId) -> tl::enums::ExportedChatInvite {
    match link {
        Some(link) => invite(link, link.link_for(viewer)),
        None => tl::enums::ExportedChatInvite::ChatInvitePublicJoinRequests,
    }
}

fn reacted(change: &ReactionChange, qts: i32) -> tl::enums::Update {
    tl::types::UpdateBotMessageReaction {
        peer: peer(change.chat),
        msg_id: change.message.0,
        date: seconds(change.date),
        actor: actor(change.by),
        old_reactions: change.old.iter().map(reaction).collect(),
        new_reactions: change.new.iter().map(reaction).collect(),
        qts,
    }
    .into()
}

fn actor(by: Sender) -> tl::enums::Peer {
    match by {
        Sender::User(user) => peer(user.into()),
        Sender::Chat(chat) => peer(chat),
    }
}

/// <https://core.telegram.org/type/Reaction>
pub(crate) fn reaction(reaction: &Reaction) -> tl::enums::Reaction {
    match reaction {
        Reaction::Emoji(emoji) => tl::types::ReactionEmoji { emoticon: emoji.clone() }.into(),
        Reaction::CustomEmoji(id) => tl::types::ReactionCustomEmoji { document_id: *id }.into(),
        Reaction::Paid => tl::enums::Reaction::Paid,
    }
}

/// The reaction that a client names; `None` for none.
pub(crate) fn read_reaction(reaction: &tl::enums::Reaction) -> Option<Reaction> {
    match reaction {
        tl::enums::Reaction::Empty => None,
        tl::enums::Reaction::Emoji(reaction) => Some(Reaction::emoji(&reaction.emoticon)),
        tl::enums::Reaction::CustomEmoji(reaction) => Some(Reaction::CustomEmoji(reaction.document_id)),
        tl::enums::Reaction::Paid => Some(Reaction::Paid),
    }
}

/// Which reactions a chat offers. <https://core.telegram.org/type/ChatReactions>
pub(crate) fn offered(offered: &Offered) -> tl::enums::ChatReactions {
    match offered {
        Offered::All => tl::types::ChatReactionsAll { allow_custom: true }.into(),
        Offered::Only(reactions) if reactions.is_empty() => tl::enums::ChatReactions::None,
        Offered::Only(reactions) => {
            tl::types::ChatReactionsSome { reactions: reactions.iter().map(reaction).collect() }.into()
        }
    }
}

fn reaction_count(kind: &Reaction, times: usize, chosen_order: Option<i32>) -> tl::enums::ReactionCount {
    tl::types::ReactionCount { chosen_order, reaction: reaction(kind), count: count(times) }.into()
}

/// The reactions under a message. In channels nobody is named.
/// <https://core.telegram.org/constructor/messageReactions>
pub(crate) fn reactions(world: &World, viewer: UserId, key: MessageKey) -> tl::types::MessageReactions {
    let all = world.reactions(key);
    let mut order = 0;
    let results = world
        .reaction_counts(key)
        .iter()
        .map(|(kind, times)| {
            let is_chosen = all.iter().any(|put| put.author == viewer && put.reaction == *kind);
            let chosen_order = is_chosen.then(|| {
                order += 1;
                order
            });
            reaction_count(kind, *times, chosen_order)
        })
        .collect();
    let named: Vec<_> = all.iter().filter(|put| matches!(put.by, Sender::User(_))).collect();
    let recent = named.iter().rev().take(3).map(|put| put_reaction(viewer, put)).collect();
    tl::types::MessageReactions {
        min: false,
        can_see_list: !named.is_empty(),
        reactions_as_tags: false,
        results,
        recent_reactions: Some(recent).filter(|recent: &Vec<_>| !recent.is_empty()),
        top_reactors: None,
    }
}

/// One reaction, and whose it is.
pub(crate) fn put_reaction(viewer: UserId, put: &PutReaction) -> tl::enums::MessagePeerReaction {
    tl::types::MessagePeerReaction {
        big: put.is_big,
        unread: false,
        my: put.author == viewer,
        peer_id: actor(put.by),
        date: seconds(put.date),
        reaction: reaction(&put.reaction),
    }
    .into()
}

/// <https://core.telegram.org/constructor/boost>
pub(crate) fn boost(boost: &Boost) -> tl::enums::Boost {
    let (giveaway_msg_id, stars, unclaimed) = match boost.source {
        BoostSource::Giveaway { message, stars, is_unclaimed, .. } => (Some(message), stars, is_unclaimed),
        _ => (None, None, false),
    };
    tl::types::Boost {
        gift: matches!(boost.source, BoostSource::GiftCode(_)),
        giveaway: giveaway_msg_id.is_some(),
        unclaimed,
        id: boost.id.clone(),
        user_id: boost.source.user().map(|user| user.0),
        giveaway_msg_id,
        date: seconds(boost.date),
        expires: seconds(boost.expires),
        used_gift_slug: None,
        multiplier: None,
        stars,
    }
    .into()
}

/// <https://core.telegram.org/type/BotMenuButton>
pub(crate) fn menu_button(button: &MenuButton) -> tl::enums::BotMenuButton {
    match button {
        MenuButton::Default => tl::enums::BotMenuButton::Default,
        MenuButton::Commands => tl::enums::BotMenuButton::Commands,
        MenuButton::WebApp { text, url } => {
            tl::types::BotMenuButton { text: text.clone(), url: url.clone() }.into()
        }
    }
}
