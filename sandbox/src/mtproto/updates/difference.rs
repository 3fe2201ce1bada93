//! What a client missed. <https://core.telegram.org/method/updates.getDifference>

use std::collections::{HashMap, HashSet};

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types as tl;

use super::gathered::{Gathered, Of};
use super::{Named, state};
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::bare;
use crate::mtproto::{MtProto, write};
use crate::world::{Queue, Queued, Row, World};

/// How many events of the account's own rows are told at once.
const SLICE: usize = 1000;
/// How many events of one channel are told along with the account's.
const OF_CHANNEL: usize = 1000;
/// How many of its last messages a channel shows to those who missed too much.
const LATEST: usize = 20;
/// After how many seconds a client that shows a channel is to ask again.
const TIMEOUT: i32 = 300;

/// Where a client is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Position {
    pub(crate) pts: i32,
    pub(crate) qts: i32,
    pub(crate) date: i32,
    /// It asks for nothing where more than this has happened.
    pub(crate) total_limit: Option<i32>,
    /// It takes so much at once.
    pub(crate) limit: Option<i32>,
}

/// What an account missed.
pub(crate) fn difference(
    front: &MtProto,
    world: &World,
    account: UserId,
    position: Position,
) -> Result<tl::enums::updates::Difference, RpcError> {
    let nothing = Queue::default();
    let queue = world.queue(account).unwrap_or(&nothing);
    if position.date <= 0 {
        return Err(RpcError::bad_request("DATE_EMPTY"));
    }
    check(position.pts, queue.pts())?;
    if position.qts < 0 || position.qts > queue.qts() {
        return Err(RpcError::bad_request("PERSISTENT_TIMESTAMP_INVALID"));
    }
    let known = queue.since(0).find_map(|queued| match queued.row {
        Row::Common { pts, count } => Some(pts - count),
        _ => None,
    });
    let missed = queue.pts() - position.pts;
    if position.pts < known.unwrap_or(queue.pts()) || position.total_limit.is_some_and(|limit| missed > limit)
    {
        return Ok(tl::types::updates::DifferenceTooLong { pts: queue.pts() }.into());
    }
    let in_own_row = |queued: &&Queued| match queued.row {
        Row::Common { pts, .. } => pts > position.pts,
        Row::Secondary { qts } => qts > position.qts,
        _ => false,
    };
    let limit = position.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(SLICE).clamp(1, SLICE);
    let mut own: Vec<_> = queue.since(0).filter(in_own_row).take(limit + 1).collect();
    if own.len() > limit {
        own.truncate(limit);
        let reached = reached(&own, position, queue);
        let Gathered { messages, updates, named, .. } = Gathered::gather(world, account, Of::Account, &own);
        return Ok(tl::types::updates::DifferenceSlice {
            new_messages: messages,
            new_encrypted_messages: Vec::new(),
            other_updates: updates,
            chats: named.chats(front, world, account),
            users: named.users(front, world, account),
            intermediate_state: reached.into(),
        }
        .into());
    }
    // What is numbered elsewhere has only its time in common with what the client knows.
    let elsewhere = |queued: &&Queued| {
        matches!(queued.row, Row::Channel { .. } | Row::Account { .. })
            && queued.date >= i64::from(position.date)
    };
    let (busy, others) = without_busy_channels(queue.since(0).filter(elsewhere).collect());
    own.extend(others);
    own.sort_by_key(|queued| queued.seq);
    let Gathered { messages, mut updates, mut named, .. } =
        Gathered::gather(world, account, Of::Account, &own);
    for chat in busy {
        named.chat(chat);
        // Whoever does not know where it is in that channel has nothing to catch up with. Some clients would take a
        // number that they are told here for their own, and ask for nothing.
        updates.push(tl::types::UpdateChannelTooLong { channel_id: bare(chat), pts: None }.into());
    }
    let state = state(world, account);
    if own.is_empty() && updates.is_empty() {
        return Ok(tl::types::updates::DifferenceEmpty { date: state.date, seq: state.seq }.into());
    }
    Ok(tl::types::updates::Difference {
        new_messages: messages,
        new_encrypted_messages: Vec::new(),
        other_updates: updates,
        chats: named.chats(front, world, account),
        users: named.users(front, world, account),
        state: state.into(),
    }
    .into())
}

/// Where a client is after some events. It asks on from there, so what goes by time is still to come.
fn reached(own: &[&Queued], position: Position, queue: &Queue) -> tl::types::updates::State {
    let mut state = tl::types::updates::State {
        pts: position.pts,
        qts: position.qts,
        date: position.date,
        seq: queue.seq(),
        unread_count: 0,
    };
    for queued in own {
        match queued.row {
            Row::Common { pts, .. } => state.pts = pts,
            Row::Secondary { qts } => state.qts = qts,
            _ => {}
        }
    }
    state
}

/// Channels in which more has happened than is told along with the rest; and the events of the others.
fn without_busy_channels(events: Vec<&Queued>) -> (Vec<ChatId>, Vec<&Queued>) {
    let channel = |queued: &Queued| match queued.row {
        Row::Channel { chat, .. } => Some(chat),
        _ => None,
    };
    let mut counts: HashMap<ChatId, usize> = HashMap::new();
    for chat in events.iter().filter_map(|queued| channel(queued)) {
        *counts.entry(chat).or_default() += 1;
    }
    counts.retain(|_, count| *count > OF_CHANNEL);
    let busy: HashSet<_> = counts.into_keys().collect();
    let others = events.into_iter().filter(|queued| channel(queued).is_none_or(|chat| !busy.contains(&chat)));
    let others = others.collect();
    (busy.into_iter().collect(), others)
}

/// What an account missed of a supergroup or channel that it may read: at most `limit` events.
pub(crate) fn channel_difference(
    front: &MtProto,
    world: &World,
    account: UserId,
    chat: ChatId,
    pts: i32,
    limit: usize,
) -> Result<tl::enums::updates::ChannelDifference, RpcError> {
    let invalid = || RpcError::bad_request("CHANNEL_INVALID");
    let current = world.channel_pts(account, chat).ok_or_else(invalid)?;
    check(pts, current)?;
    let timeout = Some(TIMEOUT);
    if pts == current {
        return Ok(tl::types::updates::ChannelDifferenceEmpty { r#final: true, pts, timeout }.into());
    }
    let mut earliest = None;
    let mut events = Vec::new();
    for queued in world.queue(account).into_iter().flat_map(|queue| queue.since(0)) {
        let Row::Channel { chat: own, pts: reached, count } = queued.row else { continue };
        if own == chat {
            earliest.get_or_insert(reached - count);
            if reached > pts {
                events.push((reached, queued));
            }
        }
        if events.len() > limit {
            break;
        }
    }
    if earliest.is_none_or(|earliest| pts < earliest) {
        return too_long(front, world, account, chat, limit).ok_or_else(invalid);
    }
    let is_final = events.len() <= limit;
    events.truncate(limit);
    let reached = events.last().map_or(current, |(reached, _)| *reached);
    let events: Vec<_> = events.into_iter().map(|(_, queued)| queued).collect();
    let Gathered { messages, updates, mut named, .. } =
        Gathered::gather(world, account, Of::Channel, &events);
    named.chat(chat);
    Ok(tl::types::updates::ChannelDifference {
        r#final: is_final,
        pts: reached,
        timeout,
        new_messages: messages,
        other_updates: updates,
        chats: named.chats(front, world, account),
        users: named.users(front, world, account),
    }
    .into())
}

/// More was missed than is kept: how things are now.
fn too_long(
    front: &MtProto,
    world: &World,
    account: UserId,
    chat: ChatId,
    limit: usize,
) -> Option<tl::enums::updates::ChannelDifference> {
    let listed = world.listed(account, chat)?;
    let history = world.history(account, chat);
    let latest: Vec<_> = history.iter().rev().take(limit.min(LATEST)).collect();
    let mut named = Named::in_messages(latest.iter().copied());
    named.chat(chat);
    Some(
        tl::types::updates::ChannelDifferenceTooLong {
            r#final: true,
            timeout: Some(TIMEOUT),
            dialog: write::dialog::dialog(world, account, &listed),
            messages: latest.into_iter().map(|view| write::message::message(world, view)).collect(),
            chats: named.chats(front, world, account),
            users: named.users(front, world, account),
        }
        .into(),
    )
}

/// Whether a client can be there: nobody is ahead of what has happened.
fn check(pts: i32, current: i32) -> Result<(), RpcError> {
    match pts {
        0 => Err(RpcError::bad_request("PERSISTENT_TIMESTAMP_EMPTY")),
        _ if pts < 0 || pts > current => Err(RpcError::bad_request("PERSISTENT_TIMESTAMP_INVALID")),
        _ => Ok(()),
    }
}
