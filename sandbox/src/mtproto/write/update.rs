//! Updates. <https://core.telegram.org/type/Update>

use ambigram_core::types::{ChatAction, ChatId, MessageId, UserId};
use grammers_tl_types as tl;

use super::entity::entities;
use super::message::message;
use super::seconds;
use super::{business, chat, inline, payment, poll, user};
use crate::mtproto::peers::{bare, peer};
use crate::world::{
    CallbackQuery, Draft, Event, MemberChange, MessageView, PressedMessage, Queued, Row, Side, World,
};

/// An event as an update for the account that it is told; `None` for what comes as the answer to a request.
pub(crate) fn update(world: &World, viewer: UserId, queued: &Queued) -> Option<tl::enums::Update> {
    Some(match &queued.event {
        Event::NewMessage(view) => new_message(world, view, queued.row),
        Event::EditedMessage(view) => edited_message(world, view, queued.row),
        Event::DeletedMessages { chat, messages } => deleted(*chat, messages, queued.row),
        Event::CallbackQuery { query, message } => callback_query(query, message),
        Event::PollChanged { poll } => poll::changed(poll, viewer),
        Event::PollVote { poll, voter, chosen } => poll::vote(poll, *voter, chosen, qts(queued.row)),
        Event::ShippingQuery(shipping) => payment::shipping_query(shipping),
        Event::PreCheckoutQuery(checkout) => payment::precheckout_query(checkout),
        Event::PaidMediaPurchased { user, payload } => tl::types::UpdateBotPurchasedPaidMedia {
            user_id: user.0,
            payload: payload.clone(),
            qts: qts(queued.row),
        }
        .into(),
        Event::StarsChanged { balance } => {
            tl::types::UpdateStarsBalance { balance: payment::stars(*balance) }.into()
        }
        Event::Draft { chat, user, thread, draft } => {
            let topic = thread.map(|thread| thread.0);
            typing(*chat, *user, topic, write_draft(draft))
        }
        Event::CallbackAnswered { .. } => return None,
        Event::InlineQuery(query) => inline::query(query),
        Event::ChosenInlineResult { query, result, inline: id } => inline::chosen(query, result, *id),
        Event::GuestQuery(query) => tl::types::UpdateBotGuestChatQuery {
            query_id: query.id.0,
            message: message(world, &query.message),
            reference_messages: query
                .message
                .reply_to
                .as_deref()
                .map(|answered| vec![message(world, answered)]),
            qts: qts(queued.row),
        }
        .into(),
        Event::BusinessConnection(connection) => tl::types::UpdateBotBusinessConnect {
            connection: business::connection(connection),
            qts: qts(queued.row),
        }
        .into(),
        Event::BusinessMessage { connection, message: view, is_edit } => {
            business::message(world, connection, view, *is_edit, qts(queued.row))
        }
        Event::BusinessDeleted { connection, chat, messages } => tl::types::UpdateBotDeleteBusinessMessage {
            connection_id: connection.id.clone(),
            peer: peer(*chat),
            messages: messages.iter().map(|id| id.0).collect(),
            qts: qts(queued.row),
        }
        .into(),
        Event::ManagedBot { user, bot } => {
            tl::types::UpdateManagedBot { user_id: user.0, bot_id: bot.0, qts: qts(queued.row) }.into()
        }
        Event::MemberChanged(change) => member_changed(world, viewer, change, queued.row),
        Event::ChatAction { chat, user, thread, action } => {
            let topic = thread.map(|thread| thread.0);
            typing(*chat, *user, topic, write_action(*action))
        }
        Event::Read { chat, through, side } => read(world, viewer, (*chat, *through), *side, queued.row),
        Event::Group(event) => super::group::update(world, viewer, event, queued.row),
        Event::CommandsChanged { bot } => {
            let commands = world.commands_shown_to(viewer, (*bot).into(), *bot);
            tl::types::UpdateBotCommands {
                peer: peer((*bot).into()),
                bot_id: bot.0,
                commands: commands.iter().map(user::command).collect(),
            }
            .into()
        }
    })
}

/// A new message, at its place in a row.
pub(crate) fn new_message(world: &World, view: &MessageView, row: Row) -> tl::enums::Update {
    let message = message(world, view);
    match numbers(row) {
        (true, pts, pts_count) => tl::types::UpdateNewChannelMessage { message, pts, pts_count }.into(),
        (false, pts, pts_count) => tl::types::UpdateNewMessage { message, pts, pts_count }.into(),
    }
}

/// A message's new version, at its place in a row.
pub(crate) fn edited_message(world: &World, view: &MessageView, row: Row) -> tl::enums::Update {
    let message = message(world, view);
    match numbers(row) {
        (true, pts, pts_count) => tl::types::UpdateEditChannelMessage { message, pts, pts_count }.into(),
        (false, pts, pts_count) => tl::types::UpdateEditMessage { message, pts, pts_count }.into(),
    }
}

/// Messages that are gone, at their place in a row.
pub(crate) fn deleted(chat: ChatId, messages: &[MessageId], row: Row) -> tl::enums::Update {
    let messages = messages.iter().map(|id| id.0).collect();
    match numbers(row) {
        (true, pts, pts_count) => {
            tl::types::UpdateDeleteChannelMessages { channel_id: bare(chat), messages, pts, pts_count }.into()
        }
        (false, pts, pts_count) => tl::types::UpdateDeleteMessages { messages, pts, pts_count }.into(),
    }
}

/// Messages that were read. Those of channels stand in no row: the number of the row is only mentioned.
fn read(
    world: &World,
    viewer: UserId,
    (chat, through): (ChatId, MessageId),
    side: Side,
    row: Row,
) -> tl::enums::Update {
    let (_, pts, pts_count) = numbers(row);
    let max_id = through.0;
    match (side, chat.is_channel()) {
        (Side::Others { unread }, true) => tl::types::UpdateReadChannelInbox {
            folder_id: None,
            channel_id: bare(chat),
            max_id,
            still_unread_count: super::chat::count(unread),
            pts: world.channel_pts(viewer, chat).unwrap_or_default(),
        }
        .into(),
        (Side::Own, true) => tl::types::UpdateReadChannelOutbox { channel_id: bare(chat), max_id }.into(),
        (Side::Others { unread }, false) => tl::types::UpdateReadHistoryInbox {
            folder_id: None,
            peer: peer(chat),
            top_msg_id: None,
            max_id,
            still_unread_count: super::chat::count(unread),
            pts,
            pts_count,
        }
        .into(),
        (Side::Own, false) => {
            tl::types::UpdateReadHistoryOutbox { peer: peer(chat), max_id, pts, pts_count }.into()
        }
    }
}

/// Whether a row is a channel's; the number afterwards, and how many events it counts for.
pub(super) fn numbers(row: Row) -> (bool, i32, i32) {
    match row {
        Row::Channel { pts, count, .. } => (true, pts, count),
        Row::Common { pts, count } => (false, pts, count),
        Row::Secondary { .. } | Row::Account { .. } | Row::None => (false, 0, 0),
    }
}

fn callback_query(query: &CallbackQuery, pressed: &PressedMessage) -> tl::enums::Update {
    if let Some(id) = query.inline {
        return tl::types::UpdateInlineBotCallbackQuery {
            query_id: query.id.0,
            user_id: query.from.0,
            msg_id: inline::message_id(id),
            chat_instance: query.chat_instance,
            data: query.game.is_none().then(|| query.data.as_bytes().to_vec()),
            game_short_name: query.game.clone(),
        }
        .into();
    }
    tl::types::UpdateBotCallbackQuery {
        query_id: query.id.0,
        user_id: query.from.0,
        peer: peer(pressed.chat),
        msg_id: pressed.id.0,
        chat_instance: query.chat_instance,
        data: query.game.is_none().then(|| query.data.as_bytes().to_vec()),
        game_short_name: query.game.clone(),
    }
    .into()
}

/// The number in the row of what only bots are told.
fn qts(row: Row) -> i32 {
    if let Row::Secondary { qts } = row { qts } else { 0 }
}

/// A message that is still being written.
fn write_draft(draft: &Draft) -> tl::enums::SendMessageAction {
    let text = tl::types::TextWithEntities {
        text: draft.text.text.clone(),
        entities: entities(&draft.text.entities).unwrap_or_default(),
    };
    tl::types::SendMessageTextDraftAction {
        can_stop: false,
        keep_on_stop: false,
        random_id: draft.id,
        text: text.into(),
    }
    .into()
}

/// Bots are told what exactly changed, users only that something did.
fn member_changed(world: &World, viewer: UserId, change: &MemberChange, row: Row) -> tl::enums::Update {
    let (id, date) = (change.chat, seconds(change.date));
    let Row::Secondary { qts } = row else {
        if id.is_user() {
            return tl::types::UpdatePeerBlocked {
                blocked: change.new.is_banned(),
                blocked_my_stories_from: false,
                peer_id: peer(id),
            }
            .into();
        }
        return if id.is_channel() {
            tl::types::UpdateChannel { channel_id: bare(id) }.into()
        } else {
            tl::types::UpdateChat { chat_id: bare(id) }.into()
        };
    };
    let (actor_id, user_id) = (change.by.0, change.user.0);
    if id.is_user() {
        let stopped = change.new.is_banned();
        return tl::types::UpdateBotStopped { user_id: actor_id, date, stopped, qts }.into();
    }
    let by_link = change.invite.is_some() || change.via_request;
    let invite = by_link.then(|| super::group::by_invite(change.invite.as_deref(), viewer));
    if id.is_channel() {
        let participant =
            |status, details| chat::channel_participant(world, viewer, id, change.user, status, details);
        return tl::types::UpdateChannelParticipant {
            via_chatlist: false,
            channel_id: bare(id),
            date,
            actor_id,
            user_id,
            prev_participant: participant(&change.old, &change.old_details),
            new_participant: participant(&change.new, &change.new_details),
            invite,
            qts,
        }
        .into();
    }
    let participant = |status, details| chat::chat_participant(world, id, change.user, status, details);
    tl::types::UpdateChatParticipant {
        chat_id: bare(id),
        date,
        actor_id,
        user_id,
        prev_participant: participant(&change.old, &change.old_details),
        new_participant: participant(&change.new, &change.new_details),
        invite,
        qts,
    }
    .into()
}

fn typing(
    chat: ChatId,
    user: UserId,
    top_msg_id: Option<i32>,
    action: tl::enums::SendMessageAction,
) -> tl::enums::Update {
    let from_id = peer(user.into());
    if chat.is_user() {
        tl::types::UpdateUserTyping { user_id: user.0, top_msg_id, action }.into()
    } else if chat.is_channel() {
        tl::types::UpdateChannelUserTyping { channel_id: bare(chat), top_msg_id, from_id, action }.into()
    } else {
        tl::types::UpdateChatUserTyping { chat_id: bare(chat), from_id, action }.into()
    }
}

/// What somebody appears to be doing; how far an upload has come nobody says.
fn write_action(action: ChatAction) -> tl::enums::SendMessageAction {
    use tl::enums::SendMessageAction as Action;
    let progress = 0;
    match action {
        ChatAction::Typing => Action::SendMessageTypingAction,
        ChatAction::UploadPhoto => tl::types::SendMessageUploadPhotoAction { progress }.into(),
        ChatAction::RecordVideo => Action::SendMessageRecordVideoAction,
        ChatAction::UploadVideo => tl::types::SendMessageUploadVideoAction { progress }.into(),
        ChatAction::RecordVoice => Action::SendMessageRecordAudioAction,
        ChatAction::UploadVoice => tl::types::SendMessageUploadAudioAction { progress }.into(),
        ChatAction::UploadDocument => tl::types::SendMessageUploadDocumentAction { progress }.into(),
        ChatAction::ChooseSticker => Action::SendMessageChooseStickerAction,
        ChatAction::FindLocation => Action::SendMessageGeoLocationAction,
        ChatAction::RecordVideoNote => Action::SendMessageRecordRoundAction,
        ChatAction::UploadVideoNote => tl::types::SendMessageUploadRoundAction { progress }.into(),
    }
}
