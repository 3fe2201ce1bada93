//! Updates that are neither messages nor presses nor about members.

use ambigram_core::types::{
    ChatId, ChatJoinRequest, ChatKind, ChosenInlineResult, InlineQuery, InlineQueryId, JoinRequestQueryId,
    ManagedBotUpdated, PaidMediaPurchased, UpdateKind, UserId,
};
use grammers_tl_types::{enums, types};

use crate::convert::message::Names;
use crate::convert::peer::chat_id;
use crate::convert::{
    Known, boost, business, business_connection, given, inline_id, invite_link, payment, place, poll,
    reaction,
};

/// The Bot API's name of an update; `None` for what bots are not told of.
pub(super) fn name(update: &enums::Update) -> Option<&'static str> {
    use enums::Update as Tl;
    Some(match update {
        Tl::BotInlineQuery(_) => "inline_query",
        Tl::BotInlineSend(_) => "chosen_inline_result",
        Tl::BotShippingQuery(_) => "shipping_query",
        Tl::BotPrecheckoutQuery(_) => "pre_checkout_query",
        Tl::BotPurchasedPaidMedia(_) => "purchased_paid_media",
        Tl::MessagePoll(_) => "poll",
        Tl::MessagePollVote(_) => "poll_answer",
        Tl::BotMessageReaction(_) => "message_reaction",
        Tl::BotMessageReactions(_) => "message_reaction_count",
        Tl::BotChatBoost(update) => match &update.boost {
            enums::Boost::Boost(boost) if boost.expires == 0 => "removed_chat_boost",
            enums::Boost::Boost(_) => "chat_boost",
        },
        Tl::BotChatInviteRequester(_) => "chat_join_request",
        Tl::BotBusinessConnect(_) => "business_connection",
        Tl::BotDeleteBusinessMessage(_) => "deleted_business_messages",
        Tl::EphemeralBotCallbackQuery(_) => "callback_query",
        Tl::ManagedBot(_) => "managed_bot",
        _ => return None,
    })
}

/// Adds all whom an update names.
pub(super) fn add_names(update: &enums::Update, names: &mut Names) {
    use enums::Update as Tl;
    match update {
        Tl::BotInlineQuery(update) => names.add_user(UserId(update.user_id)),
        Tl::BotInlineSend(update) => names.add_user(UserId(update.user_id)),
        Tl::BotShippingQuery(update) => names.add_user(UserId(update.user_id)),
        Tl::BotPrecheckoutQuery(update) => names.add_user(UserId(update.user_id)),
        Tl::BotPurchasedPaidMedia(update) => names.add_user(UserId(update.user_id)),
        Tl::MessagePoll(update) => {
            if let Some(poll) = &update.poll {
                names.add_poll(poll, &update.results);
            }
        }
        Tl::MessagePollVote(update) => names.add_peers([&update.peer]),
        Tl::BotMessageReaction(update) => names.add_peers([&update.peer, &update.actor]),
        Tl::BotMessageReactions(update) => names.add_peers([&update.peer]),
        Tl::BotChatBoost(update) => {
            names.add_peers([&update.peer]);
            names.add_users(boost::booster(&update.boost).map(|user| user.0));
        }
        Tl::BotChatInviteRequester(update) => {
            names.add_peers([&update.peer]);
            names.add_user(UserId(update.user_id));
            names.add_users(invite_link::creator(&update.invite).map(|user| user.0));
        }
        Tl::BotBusinessConnect(update) => {
            let enums::BotBusinessConnection::Connection(connection) = &update.connection;
            names.add_user(UserId(connection.user_id));
        }
        Tl::BotDeleteBusinessMessage(update) => names.add_peers([&update.peer]),
        Tl::ManagedBot(update) => names.add_users([update.user_id, update.bot_id]),
        _ => {}
    }
}

/// The update's content; TL's form, under the Bot API's name, for what it cannot be made from.
pub(super) fn finish(name: &str, update: &enums::Update, known: &Known) -> UpdateKind {
    use UpdateKind as Kind;
    use enums::Update as Tl;
    match update {
        Tl::BotInlineQuery(update) => Kind::InlineQuery(Box::new(inline_query(update, known))),
        Tl::BotInlineSend(update) => Kind::ChosenInlineResult(Box::new(chosen(update, known))),
        Tl::BotShippingQuery(update) => Kind::ShippingQuery(Box::new(payment::shipping_query(update, known))),
        Tl::BotPrecheckoutQuery(update) => {
            Kind::PreCheckoutQuery(Box::new(payment::pre_checkout_query(update, known)))
        }
        Tl::BotPurchasedPaidMedia(update) => {
            let from = known.user(UserId(update.user_id));
            Kind::PurchasedPaidMedia(Box::new(PaidMediaPurchased::new(from, update.payload.as_str())))
        }
        Tl::MessagePoll(types::UpdateMessagePoll { poll: Some(poll), results, .. }) => {
            Kind::Poll(Box::new(poll::poll(poll, results, known)))
        }
        Tl::MessagePollVote(update) => Kind::PollAnswer(Box::new(poll::vote(update, known))),
        Tl::BotMessageReaction(update) => Kind::MessageReaction(Box::new(reaction::changed(update, known))),
        Tl::BotMessageReactions(update) => {
            Kind::MessageReactionCount(Box::new(reaction::counted(update, known)))
        }
        Tl::BotChatBoost(update) => boost::changed(update, known),
        Tl::BotChatInviteRequester(update) => Kind::ChatJoinRequest(Box::new(join_request(update, known))),
        Tl::BotBusinessConnect(update) => {
            Kind::BusinessConnection(Box::new(business_connection(&update.connection, known)))
        }
        Tl::BotDeleteBusinessMessage(update) => {
            Kind::DeletedBusinessMessages(Box::new(business::deleted(update, known)))
        }
        Tl::ManagedBot(update) => {
            let (user, bot) = (known.user(UserId(update.user_id)), known.user(UserId(update.bot_id)));
            Kind::ManagedBot(Box::new(ManagedBotUpdated::new(user, bot)))
        }
        other => super::unreadable(name, other),
    }
}

/// <https://core.telegram.org/bots/api#inlinequery>
fn inline_query(query: &types::UpdateBotInlineQuery, known: &Known) -> InlineQuery {
    use enums::InlineQueryPeerType as Tl;
    let chat_type = query.peer_type.as_ref().map(|kind| match kind {
        Tl::SameBotPm => ChatKind::Sender,
        Tl::Pm | Tl::BotPm => ChatKind::Private,
        Tl::Chat => ChatKind::Group,
        Tl::Megagroup => ChatKind::Supergroup,
        Tl::Broadcast => ChatKind::Channel,
    });
    InlineQuery {
        chat_type,
        location: query.geo.as_ref().and_then(place::location).map(Box::new),
        ..InlineQuery::new(
            InlineQueryId::from(query.query_id.to_string()),
            known.user(UserId(query.user_id)),
            query.query.as_str(),
            query.offset.as_str(),
        )
    }
}

/// <https://core.telegram.org/bots/api#choseninlineresult>
fn chosen(chosen: &types::UpdateBotInlineSend, known: &Known) -> ChosenInlineResult {
    ChosenInlineResult {
        location: chosen.geo.as_ref().and_then(place::location).map(Box::new),
        inline_message_id: chosen.msg_id.as_ref().map(inline_id::write),
        ..ChosenInlineResult::new(
            chosen.id.as_str(),
            known.user(UserId(chosen.user_id)),
            chosen.query.as_str(),
        )
    }
}

/// <https://core.telegram.org/bots/api#chatjoinrequest>
fn join_request(request: &types::UpdateBotChatInviteRequester, known: &Known) -> ChatJoinRequest {
    ChatJoinRequest {
        bio: given::text(&request.about),
        invite_link: invite_link::invite_link(&request.invite, known).map(Box::new),
        query_id: request.query_id.map(|id| JoinRequestQueryId::from(id.to_string())),
        ..ChatJoinRequest::new(
            known.chat(chat_id(&request.peer)),
            known.user(UserId(request.user_id)),
            ChatId(request.user_id),
            i64::from(request.date),
        )
    }
}
