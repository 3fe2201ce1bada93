//! What only users and Telegram bring about, as media and as actions.

mod background;
mod gift;
mod passport;
pub(super) mod rich;

use ambigram_core::types::{MessageEntity, UserId};
use grammers_tl_types as tl;

use crate::mtproto::peers::{bare, peer};
use crate::mtproto::write::entity::entities;
use crate::mtproto::write::seconds;
use crate::world::special::{
    ChatShared, Checklist, Currency, Giveaway, GiveawayWinners, PostState, Price, Special, SuggestedPost,
    Task, UsersShared, WriteAccess,
};
use crate::world::{Account, MessageView, World};

/// What was sent, where it is no service message.
pub(super) fn media(special: &Special) -> Option<tl::enums::MessageMedia> {
    Some(match special {
        Special::Story(story) => tl::types::MessageMediaStory {
            via_mention: false,
            peer: peer(story.chat),
            id: story.id,
            story: None,
        }
        .into(),
        Special::Giveaway(given) => giveaway(given),
        Special::GiveawayWinners(over) => giveaway_results(over),
        Special::Checklist(list) => checklist(list),
        _ => return None,
    })
}

/// What happened; an empty action for what did not.
pub(super) fn action(world: &World, view: &MessageView, special: &Special) -> tl::enums::MessageAction {
    let viewer = view.viewer;
    match special {
        Special::GiveawayCreated(created) => {
            tl::types::MessageActionGiveawayLaunch { stars: created.prize_star_count }.into()
        }
        Special::GiveawayCompleted(over) => tl::types::MessageActionGiveawayResults {
            stars: over.is_star_giveaway,
            winners_count: over.winner_count,
            unclaimed_count: over.unclaimed_prize_count,
        }
        .into(),
        Special::Gift(given) => gift::given(world, viewer, given, false),
        Special::GiftUpgradeSent(given) => gift::given(world, viewer, given, true),
        Special::UniqueGift(given) => gift::unique_given(world, viewer, given),
        Special::VideoChatScheduled(call) => tl::types::MessageActionGroupCallScheduled {
            call: group_call(call.call),
            schedule_date: seconds(call.start_date),
        }
        .into(),
        Special::VideoChatStarted(call) => {
            tl::types::MessageActionGroupCall { call: group_call(call.call), duration: None }.into()
        }
        Special::VideoChatEnded(call) => {
            tl::types::MessageActionGroupCall { call: group_call(call.call), duration: Some(call.duration) }
                .into()
        }
        Special::VideoChatParticipantsInvited(invited) => tl::types::MessageActionInviteToGroupCall {
            call: group_call(invited.call),
            users: invited.users.iter().map(|user| user.0).collect(),
        }
        .into(),
        Special::ChatBackgroundSet(background) => tl::types::MessageActionSetChatWallPaper {
            same: false,
            for_both: false,
            wallpaper: background::wallpaper(world, viewer, background),
        }
        .into(),
        Special::UsersShared(shared) => users_shared(world, viewer, shared),
        Special::ChatShared(shared) => chat_shared(world, viewer, shared),
        Special::WriteAccessAllowed(access) => write_access(access),
        Special::ConnectedWebsite(website) => tl::types::MessageActionBotAllowed {
            attach_menu: false,
            from_request: false,
            domain: Some(website.domain.clone()),
            app: None,
        }
        .into(),
        // Only the bot is told what was sent.
        Special::WebAppData(sent) if is_bot(world, viewer) => tl::types::MessageActionWebViewDataSentMe {
            text: sent.button_text.clone(),
            data: sent.data.clone(),
        }
        .into(),
        Special::WebAppData(sent) => {
            tl::types::MessageActionWebViewDataSent { text: sent.button_text.clone() }.into()
        }
        Special::PassportData(given) if is_bot(world, viewer) => passport::sent_to_bot(given),
        Special::PassportData(given) => passport::sent(given),
        Special::ChatOwnerLeft { new_owner } => {
            tl::types::MessageActionNewCreatorPending { new_creator_id: new_owner.map_or(0, |owner| owner.0) }
                .into()
        }
        Special::ChatOwnerChanged { new_owner } => {
            tl::types::MessageActionChangeCreator { new_creator_id: new_owner.0 }.into()
        }
        Special::ChecklistTasksDone(marked) => tl::types::MessageActionTodoCompletions {
            completed: marked.marked_as_done_task_ids.clone(),
            incompleted: marked.marked_as_not_done_task_ids.clone(),
        }
        .into(),
        Special::ChecklistTasksAdded(added) => {
            tl::types::MessageActionTodoAppendTasks { list: added.tasks.iter().map(task).collect() }.into()
        }
        Special::BoostAdded { boost_count } => {
            tl::types::MessageActionBoostApply { boosts: *boost_count }.into()
        }
        Special::DirectMessagePriceChanged { are_direct_messages_enabled, direct_message_star_count } => {
            tl::types::MessageActionPaidMessagesPrice {
                broadcast_messages_allowed: *are_direct_messages_enabled,
                stars: *direct_message_star_count,
            }
            .into()
        }
        Special::PaidMessagePriceChanged { paid_message_star_count } => {
            tl::types::MessageActionPaidMessagesPrice {
                broadcast_messages_allowed: false,
                stars: *paid_message_star_count,
            }
            .into()
        }
        Special::ManagedBotCreated { bot } => {
            tl::types::MessageActionManagedBotCreated { bot_id: bot.0 }.into()
        }
        Special::SuggestedPostApproved(post) => approval(tl::types::MessageActionSuggestedPostApproval {
            schedule_date: Some(seconds(post.send_date)),
            price: post.price.as_ref().map(price),
            ..undecided()
        }),
        Special::SuggestedPostApprovalFailed(post) => {
            approval(tl::types::MessageActionSuggestedPostApproval {
                balance_too_low: true,
                price: Some(price(&post.price)),
                ..undecided()
            })
        }
        Special::SuggestedPostDeclined(post) => approval(tl::types::MessageActionSuggestedPostApproval {
            rejected: true,
            reject_comment: post.comment.clone(),
            ..undecided()
        }),
        Special::SuggestedPostPaid(post) => {
            tl::types::MessageActionSuggestedPostSuccess { price: price(&post.price) }.into()
        }
        Special::SuggestedPostRefunded(post) => {
            tl::types::MessageActionSuggestedPostRefund { payer_initiated: post.is_payment_refunded }.into()
        }
        Special::Story(_)
        | Special::Giveaway(_)
        | Special::GiveawayWinners(_)
        | Special::Checklist(_)
        | Special::RichMessage(_) => tl::enums::MessageAction::Empty,
    }
}

fn is_bot(world: &World, account: UserId) -> bool {
    world.account(account).is_some_and(Account::is_bot)
}

fn undecided() -> tl::types::MessageActionSuggestedPostApproval {
    tl::types::MessageActionSuggestedPostApproval {
        rejected: false,
        balance_too_low: false,
        reject_comment: None,
        schedule_date: None,
        price: None,
    }
}

fn approval(action: tl::types::MessageActionSuggestedPostApproval) -> tl::enums::MessageAction {
    action.into()
}

/// <https://core.telegram.org/constructor/suggestedPost>
pub(super) fn suggested_post(post: &SuggestedPost) -> tl::enums::SuggestedPost {
    tl::types::SuggestedPost {
        accepted: post.state == PostState::Approved,
        rejected: post.state == PostState::Declined,
        price: post.price.as_ref().map(price),
        schedule_date: post.send_date.map(seconds),
    }
    .into()
}

fn price(price: &Price) -> tl::enums::StarsAmount {
    match price.currency {
        Currency::Stars => tl::types::StarsAmount { amount: price.amount, nanos: 0 }.into(),
        Currency::Toncoin => tl::types::StarsTonAmount { amount: price.amount }.into(),
    }
}

fn group_call(id: i64) -> tl::enums::InputGroupCall {
    tl::types::InputGroupCall { id, access_hash: id }.into()
}

fn giveaway(given: &Giveaway) -> tl::enums::MessageMedia {
    tl::types::MessageMediaGiveaway {
        only_new_subscribers: given.only_new_members,
        winners_are_visible: given.has_public_winners,
        channels: given.chats.iter().map(|chat| bare(*chat)).collect(),
        countries_iso2: Some(given.country_codes.clone()).filter(|codes| !codes.is_empty()),
        prize_description: given.prize_description.clone(),
        quantity: given.winner_count,
        months: given.premium_subscription_month_count,
        stars: given.prize_star_count,
        until_date: seconds(given.winners_selection_date),
    }
    .into()
}

fn giveaway_results(over: &GiveawayWinners) -> tl::enums::MessageMedia {
    tl::types::MessageMediaGiveawayResults {
        only_new_subscribers: over.only_new_members,
        refunded: over.was_refunded,
        channel_id: bare(over.chat),
        additional_peers_count: Some(over.additional_chat_count).filter(|count| *count > 0),
        launch_msg_id: over.giveaway_message_id,
        winners_count: over.winner_count,
        unclaimed_count: over.unclaimed_prize_count,
        winners: over.winners.iter().map(|user| user.0).collect(),
        months: over.premium_subscription_month_count,
        stars: over.prize_star_count,
        prize_description: over.prize_description.clone(),
        until_date: seconds(over.winners_selection_date),
    }
    .into()
}

/// <https://core.telegram.org/constructor/messageMediaToDo>
fn checklist(list: &Checklist) -> tl::enums::MessageMedia {
    let todo = tl::types::TodoList {
        others_can_append: list.others_can_add_tasks,
        others_can_complete: list.others_can_mark_tasks_as_done,
        title: formatted(&list.title, &list.title_entities),
        list: list.tasks.iter().map(task).collect(),
    };
    let done = list.tasks.iter().filter_map(|task| {
        let done = task.done?;
        Some(
            tl::types::TodoCompletion { id: task.id, completed_by: peer(done.by), date: seconds(done.date) }
                .into(),
        )
    });
    let completions: Vec<_> = done.collect();
    tl::types::MessageMediaToDo {
        todo: todo.into(),
        completions: Some(completions).filter(|done| !done.is_empty()),
    }
    .into()
}

fn task(task: &Task) -> tl::enums::TodoItem {
    tl::types::TodoItem { id: task.id, title: formatted(&task.text, &task.text_entities) }.into()
}

/// <https://core.telegram.org/constructor/textWithEntities>
fn formatted(text: &str, formatting: &[MessageEntity]) -> tl::enums::TextWithEntities {
    let entities = entities(formatting).unwrap_or_default();
    tl::types::TextWithEntities { text: text.to_owned(), entities }.into()
}

fn users_shared(world: &World, viewer: UserId, shared: &UsersShared) -> tl::enums::MessageAction {
    let button_id = shared.request_id;
    if !is_bot(world, viewer) {
        let peers = shared.users.iter().map(|user| peer((*user).into())).collect();
        return tl::types::MessageActionRequestedPeer { button_id, peers }.into();
    }
    let told = shared.told;
    let user = |id: &UserId| {
        let account = world.account(*id);
        let named = account.filter(|_| told.name);
        tl::types::RequestedPeerUser {
            user_id: id.0,
            first_name: named.map(|account| account.first_name.clone()),
            last_name: named.map(|account| account.last_name.clone().unwrap_or_default()),
            username: account.filter(|_| told.username).and_then(|account| account.username.clone()),
            photo: None,
        }
        .into()
    };
    let peers = shared.users.iter().map(user).collect();
    tl::types::MessageActionRequestedPeerSentMe { button_id, peers }.into()
}

fn chat_shared(world: &World, viewer: UserId, shared: &ChatShared) -> tl::enums::MessageAction {
    let button_id = shared.request_id;
    if !is_bot(world, viewer) {
        return tl::types::MessageActionRequestedPeer { button_id, peers: vec![peer(shared.chat)] }.into();
    }
    let chat = world.chat(shared.chat);
    let title = chat.filter(|_| shared.told.name).map(|chat| chat.title.clone());
    let peer = if shared.chat.is_channel() {
        tl::types::RequestedPeerChannel {
            channel_id: bare(shared.chat),
            title,
            username: chat.filter(|_| shared.told.username).and_then(|chat| chat.username.clone()),
            photo: None,
        }
        .into()
    } else {
        tl::types::RequestedPeerChat { chat_id: bare(shared.chat), title, photo: None }.into()
    };
    tl::types::MessageActionRequestedPeerSentMe { button_id, peers: vec![peer] }.into()
}

fn write_access(access: &WriteAccess) -> tl::enums::MessageAction {
    let app = access.web_app_name.as_ref().map(|name| {
        tl::types::BotApp {
            id: 1,
            access_hash: 1,
            short_name: name.clone(),
            title: name.clone(),
            description: String::new(),
            photo: tl::types::PhotoEmpty { id: 0 }.into(),
            document: None,
            hash: 0,
        }
        .into()
    });
    tl::types::MessageActionBotAllowed {
        attach_menu: access.from_attachment_menu,
        from_request: access.from_request,
        domain: None,
        app,
    }
    .into()
}
