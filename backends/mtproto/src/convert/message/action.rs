//! Messages that tell of something that happened in the chat.

use ambigram_core::types::{
    ChatBoostAdded, ChatKind, ChatOwnerChanged, ChatOwnerLeft, ChecklistTasksAdded, ChecklistTasksDone,
    DirectMessagePriceChanged, GiveawayCompleted, GiveawayCreated, InaccessibleMessage, ManagedBotCreated,
    MaybeInaccessibleMessage, Message, MessageAutoDeleteTimerChanged, MessageId, MessageKind as Kind,
    PaidMessagePriceChanged, PollOptionAdded, PollOptionDeleted, ProximityAlertTriggered, UserId,
    VideoChatEnded, VideoChatParticipantsInvited, VideoChatScheduled, WebAppData, WriteAccessAllowed,
};
use grammers_tl_types::{enums, types};

use super::reply::same_chat;
use crate::convert::entity::formatted;
use crate::convert::peer::{channel_id, chat_id, group_id};
use crate::convert::photo::photo;
use crate::convert::{
    Known, background, checklist, gift, given, passport, payment, poll, shared, suggested_post, topic,
};

/// Whether a bot is told of this even when it did it itself.
pub(in crate::convert) fn tells_author(action: &enums::MessageAction) -> bool {
    use enums::MessageAction as Action;
    matches!(
        action,
        Action::ChatEditTitle(_)
            | Action::ChatEditPhoto(_)
            | Action::ChatDeletePhoto
            | Action::ChatDeleteUser(_)
            | Action::PinMessage
            | Action::GeoProximityReached(_)
            | Action::GroupCall(_)
            | Action::GroupCallScheduled(_)
            | Action::InviteToGroupCall(_)
            | Action::TopicCreate(_)
            | Action::TopicEdit(_)
            | Action::GiveawayLaunch(_)
            | Action::GiveawayResults(_)
            | Action::PaymentRefunded(_)
            | Action::SuggestedPostApproval(_)
            | Action::SuggestedPostSuccess(_)
            | Action::SuggestedPostRefund(_)
            | Action::PollAppendAnswer(_)
            | Action::PollDeleteAnswer(_)
    )
}

/// Whether bots are told of this at all: what Telegram's apps show and the Bot API has no name for, it keeps to itself.
pub(in crate::convert) fn is_told(action: &enums::MessageAction) -> bool {
    use enums::MessageAction as Action;
    match action {
        Action::GeoProximityReached(alert) => {
            let is_user = |peer: &enums::Peer| matches!(peer, enums::Peer::User(_));
            is_user(&alert.from_id) && is_user(&alert.to_id)
        }
        Action::ChatAddUser(added) => !added.users.is_empty(),
        Action::Empty
        | Action::HistoryClear
        | Action::GameScore(_)
        | Action::PaymentSent(_)
        | Action::PhoneCall(_)
        | Action::ScreenshotTaken
        | Action::CustomAction(_)
        | Action::SecureValuesSent(_)
        | Action::ContactSignUp
        | Action::SetChatTheme(_)
        | Action::WebViewDataSent(_)
        | Action::GiftPremium(_)
        | Action::SuggestProfilePhoto(_)
        | Action::RequestedPeer(_)
        | Action::GiftCode(_)
        | Action::GiftStars(_)
        | Action::PrizeStars(_)
        | Action::PaidMessagesRefunded(_)
        | Action::ConferenceCall(_)
        | Action::GiftTon(_)
        | Action::SuggestBirthday(_)
        | Action::StarGiftPurchaseOffer(_)
        | Action::StarGiftPurchaseOfferDeclined(_)
        | Action::NoForwardsToggle(_)
        | Action::NoForwardsRequest(_)
        | Action::ChangeCommunity(_)
        | Action::GramTransfer(_)
        | Action::WalletTonConnectRequest(_) => false,
        _ => true,
    }
}

/// What happened; `None` for what the Bot API has no name for.
pub(super) fn content(
    told: &types::MessageService,
    message: &Message,
    answered: Option<Box<Message>>,
    known: &Known,
) -> Option<Kind> {
    use enums::MessageAction as Action;
    let user = |id: i64| known.user(UserId(id));
    let users = |ids: &[i64]| ids.iter().map(|id| user(*id)).collect::<Vec<_>>();
    Some(match &told.action {
        Action::ChatCreate(_) => Kind::GroupChatCreated,
        Action::ChannelCreate(_) if message.chat.kind == ChatKind::Channel => Kind::ChannelChatCreated,
        Action::ChannelCreate(_) => Kind::SupergroupChatCreated,
        Action::ChatAddUser(added) => Kind::NewChatMembers(users(&added.users)),
        Action::ChatJoinedByLink(_) | Action::ChatJoinedByRequest | Action::ChatJoinedViaCommunity(_) => {
            Kind::NewChatMembers(message.from.iter().cloned().collect())
        }
        Action::ChatDeleteUser(gone) => Kind::LeftChatMember(Box::new(user(gone.user_id))),
        Action::NewCreatorPending(next) => {
            let new_owner = Some(next.new_creator_id).filter(|id| *id != 0).map(|id| Box::new(user(id)));
            Kind::ChatOwnerLeft(Box::new(ChatOwnerLeft { new_owner }))
        }
        Action::ChangeCreator(next) => {
            Kind::ChatOwnerChanged(Box::new(ChatOwnerChanged::new(user(next.new_creator_id))))
        }
        Action::ChatEditTitle(new) => Kind::NewChatTitle(new.title.as_str().into()),
        Action::ChatEditPhoto(new) => Kind::NewChatPhoto(photo(&new.photo)?),
        Action::ChatDeletePhoto => Kind::DeleteChatPhoto,
        Action::SetMessagesTtl(timer) => Kind::MessageAutoDeleteTimerChanged(
            MessageAutoDeleteTimerChanged::new(given::count(timer.period)),
        ),
        Action::ChatMigrateTo(to) => Kind::MigrateToChatId(channel_id(to.channel_id)),
        Action::ChannelMigrateFrom(from) => Kind::MigrateFromChatId(group_id(from.chat_id)),
        Action::PinMessage => Kind::PinnedMessage(meant(told, message, answered)?),
        Action::TopicCreate(created) => Kind::ForumTopicCreated(Box::new(topic::created(created))),
        Action::TopicEdit(edit) => topic::edited(edit),
        Action::GroupCall(types::MessageActionGroupCall { duration: Some(duration), .. }) => {
            Kind::VideoChatEnded(VideoChatEnded::new(given::count(*duration)))
        }
        Action::GroupCall(_) => Kind::VideoChatStarted,
        Action::GroupCallScheduled(call) => {
            Kind::VideoChatScheduled(VideoChatScheduled::new(i64::from(call.schedule_date)))
        }
        Action::InviteToGroupCall(invited) => Kind::VideoChatParticipantsInvited(Box::new(
            VideoChatParticipantsInvited::new(users(&invited.users)),
        )),
        Action::BoostApply(boost) => Kind::BoostAdded(ChatBoostAdded::new(given::count(boost.boosts))),
        Action::WebViewDataSentMe(sent) => {
            Kind::WebAppData(Box::new(WebAppData::new(sent.data.as_str(), sent.text.as_str())))
        }
        Action::GeoProximityReached(alert) => {
            let user = |peer| user(chat_id(peer).0);
            let (traveler, watcher) = (user(&alert.from_id), user(&alert.to_id));
            let alert = ProximityAlertTriggered::new(traveler, watcher, given::count(alert.distance));
            Kind::ProximityAlertTriggered(Box::new(alert))
        }
        Action::BotAllowed(allowed) => write_access(allowed)?,
        Action::PaymentSentMe(payment) => Kind::SuccessfulPayment(Box::new(payment::successful(payment))),
        Action::PaymentRefunded(payment) => Kind::RefundedPayment(Box::new(payment::refunded(payment))),
        Action::SecureValuesSentMe(sent) => Kind::PassportData(Box::new(passport::data(sent))),
        Action::RequestedPeerSentMe(sent) => shared::shared(sent)?,
        Action::SetChatWallPaper(set) => {
            Kind::ChatBackgroundSet(Box::new(background::background(&set.wallpaper)?))
        }
        Action::StarGift(given) => {
            let info = Box::new(gift::info(told.id, given, known)?);
            if given.prepaid_upgrade { Kind::GiftUpgradeSent(info) } else { Kind::Gift(info) }
        }
        Action::StarGiftUnique(given) => {
            Kind::UniqueGift(Box::new(gift::unique_info(told.id, given, known)?))
        }
        Action::ManagedBotCreated(created) => {
            Kind::ManagedBotCreated(Box::new(ManagedBotCreated::new(user(created.bot_id))))
        }
        _ => return of_message(told, message, answered, known),
    })
}

/// What happened to a message: to a giveaway, a checklist, a poll, a suggested post; and the prices of messages.
fn of_message(
    told: &types::MessageService,
    message: &Message,
    answered: Option<Box<Message>>,
    known: &Known,
) -> Option<Kind> {
    use enums::MessageAction as Action;
    Some(match &told.action {
        Action::GiveawayLaunch(launch) => {
            Kind::GiveawayCreated(GiveawayCreated { prize_star_count: given::amount(launch.stars) })
        }
        Action::GiveawayResults(results) => Kind::GiveawayCompleted(Box::new(GiveawayCompleted {
            unclaimed_prize_count: given::some(Some(results.unclaimed_count)),
            giveaway_message: answered,
            is_star_giveaway: results.stars,
            ..GiveawayCompleted::new(given::count(results.winners_count))
        })),
        Action::TodoCompletions(done) => Kind::ChecklistTasksDone(Box::new(ChecklistTasksDone {
            checklist_message: answered,
            marked_as_done_task_ids: done.completed.clone(),
            marked_as_not_done_task_ids: done.incompleted.clone(),
        })),
        Action::TodoAppendTasks(added) => {
            let tasks: Vec<_> = added.list.iter().map(|task| checklist::task(task, known)).collect();
            let added =
                ChecklistTasksAdded { checklist_message: answered, ..ChecklistTasksAdded::new(tasks) };
            Kind::ChecklistTasksAdded(Box::new(added))
        }
        Action::PollAppendAnswer(types::MessageActionPollAppendAnswer {
            answer: enums::PollAnswer::Answer(answer),
        }) => {
            let text = formatted(&answer.text, known);
            Kind::PollOptionAdded(Box::new(PollOptionAdded {
                poll_message: meant(told, message, answered),
                option_text_entities: text.entities,
                ..PollOptionAdded::new(poll::option_id(&answer.option), text.text)
            }))
        }
        Action::PollDeleteAnswer(types::MessageActionPollDeleteAnswer {
            answer: enums::PollAnswer::Answer(answer),
        }) => {
            let text = formatted(&answer.text, known);
            Kind::PollOptionDeleted(Box::new(PollOptionDeleted {
                poll_message: meant(told, message, answered),
                option_text_entities: text.entities,
                ..PollOptionDeleted::new(poll::option_id(&answer.option), text.text)
            }))
        }
        Action::SuggestedPostApproval(decision) => suggested_post::decided(decision, answered),
        Action::SuggestedPostSuccess(paid) => {
            Kind::SuggestedPostPaid(Box::new(suggested_post::paid(&paid.price, answered)))
        }
        Action::SuggestedPostRefund(refund) => {
            Kind::SuggestedPostRefunded(Box::new(suggested_post::refunded(refund, answered)))
        }
        Action::PaidMessagesPrice(price) if message.chat.kind == ChatKind::Channel => {
            let direct_message_star_count = given::amount(Some(price.stars));
            let is_enabled = price.broadcast_messages_allowed;
            let changed = DirectMessagePriceChanged::new(is_enabled);
            Kind::DirectMessagePriceChanged(DirectMessagePriceChanged {
                direct_message_star_count,
                ..changed
            })
        }
        Action::PaidMessagesPrice(price) => {
            Kind::PaidMessagePriceChanged(PaidMessagePriceChanged::new(price.stars))
        }
        _ => return None,
    })
}

/// The message that it happened to: whole, or its place where it could not be had.
fn meant(
    told: &types::MessageService,
    message: &Message,
    answered: Option<Box<Message>>,
) -> Option<MaybeInaccessibleMessage> {
    if let Some(answered) = answered {
        return Some(MaybeInaccessibleMessage::Message(answered));
    }
    let id: MessageId = match told.reply_to.as_ref()? {
        enums::MessageReplyHeader::Header(reply) => same_chat(&told.peer_id, reply)?,
        enums::MessageReplyHeader::MessageReplyStoryHeader(_) => return None,
    };
    let place = InaccessibleMessage { chat: message.chat.clone(), id };
    Some(MaybeInaccessibleMessage::Inaccessible(Box::new(place)))
}

/// Why the bot may write to the user, who never wrote to it.
fn write_access(allowed: &types::MessageActionBotAllowed) -> Option<Kind> {
    let access = |access| Some(Kind::WriteAccessAllowed(Box::new(access)));
    if allowed.attach_menu {
        return access(WriteAccessAllowed { from_attachment_menu: true, ..WriteAccessAllowed::new() });
    }
    match (&allowed.domain, &allowed.app) {
        (Some(domain), _) if !domain.is_empty() => Some(Kind::ConnectedWebsite(domain.as_str().into())),
        (_, Some(enums::BotApp::App(app))) => {
            let web_app_name = given::name(&app.short_name);
            access(WriteAccessAllowed { web_app_name, ..WriteAccessAllowed::new() })
        }
        _ if allowed.from_request => {
            access(WriteAccessAllowed { from_request: true, ..WriteAccessAllowed::new() })
        }
        _ => None,
    }
}
