//! Voting, and what came of it. <https://core.telegram.org/api/poll>

use ambigram_core::types::MessageId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::{Names, peer};
use crate::mtproto::read::written as read;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::Named;
use crate::mtproto::write;
use crate::mtproto::write::chat::count;
use crate::rules::{ContentRefusal, Refusal};

/// <https://core.telegram.org/method/messages.sendVote>
pub(super) fn send_vote(
    caller: Caller,
    request: functions::messages::SendVote,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let options: Option<Vec<&str>> =
        request.options.iter().map(|option| std::str::from_utf8(option).ok()).collect();
    let options = options.ok_or(Refusal::from(ContentRefusal::VoteInvalid))?;
    let (_, updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        Ok(world.vote(account, chat, MessageId(request.msg_id), &options)?)
    })?;
    Ok(updates)
}

/// How a poll stands. <https://core.telegram.org/method/messages.getPollResults>
pub(super) fn get_poll_results(
    caller: Caller,
    request: functions::messages::GetPollResults,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let poll = world.poll_at(account, chat, MessageId(request.msg_id))?;
        let mut named = Named::default();
        write::poll::named(&poll).for_each(|user| named.user(user));
        Ok(types::Updates {
            updates: vec![write::poll::changed(&poll, account)],
            users: named.users(&caller.front, world, account),
            chats: Vec::new(),
            date: write::seconds(world.now()),
            seq: 0,
        }
        .into())
    })
}

/// Who voted for what, where that is seen. <https://core.telegram.org/method/messages.getPollVotes>
pub(super) fn get_poll_votes(
    caller: Caller,
    request: functions::messages::GetPollVotes,
) -> Result<enums::messages::VotesList, RpcError> {
    let account = caller.user()?;
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let poll = world.poll_at(account, chat, MessageId(request.id))?;
        if poll.asked.is_anonymous || !poll.sight(account).counts {
            return Err(Refusal::from(ContentRefusal::PollVotersSecret).into());
        }
        let wanted = request.option.as_deref();
        let position = wanted.map(|wanted| {
            poll.options
                .iter()
                .position(|option| option.id.as_bytes() == wanted)
                .ok_or(ContentRefusal::VoteInvalid)
        });
        let position = position.transpose().map_err(Refusal::from)?;
        let is_wanted = |chosen: &[usize]| position.is_none_or(|position| chosen.contains(&position));
        let offset: usize =
            request.offset.as_deref().and_then(|offset| offset.parse().ok()).unwrap_or_default();
        let limit = usize::try_from(request.limit.clamp(1, 100)).unwrap_or(1);
        let all: Vec<_> = poll.votes.iter().rev().filter(|(_, chosen)| is_wanted(chosen)).collect();
        let mut named = Named::default();
        let date = write::seconds(world.now());
        let votes = all.iter().skip(offset).take(limit).map(|(voter, chosen)| {
            named.user(*voter);
            let options = chosen.iter().filter_map(|option| poll.options.get(*option));
            let options = options.map(write::poll::name).collect();
            types::MessagePeerVoteMultiple { peer: peer((*voter).into()), options, date }.into()
        });
        let votes = votes.collect();
        let next = offset + limit;
        Ok(types::messages::VotesList {
            count: count(all.len()),
            votes,
            chats: Vec::new(),
            users: named.users(&caller.front, world, account),
            next_offset: (next < all.len()).then(|| next.to_string()),
        }
        .into())
    })
}

/// <https://core.telegram.org/method/messages.addPollAnswer>
pub(super) fn add_poll_answer(
    caller: Caller,
    request: functions::messages::AddPollAnswer,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let (_, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, text) = (names.chat(&request.peer)?, read::option(names, request.answer)?);
        Ok(world.add_poll_option(account, chat, MessageId(request.msg_id), text)?)
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/messages.deletePollAnswer>
pub(super) fn delete_poll_answer(
    caller: Caller,
    request: functions::messages::DeletePollAnswer,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let option = String::from_utf8(request.option).unwrap_or_default();
    let (_, updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        Ok(world.delete_poll_option(account, chat, MessageId(request.msg_id), &option)?)
    })?;
    Ok(updates)
}
