//! Polls and votes. <https://core.telegram.org/api/poll>

use ambigram_core::text::Text;
use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::chat::count;
use super::entity::entities;
use super::seconds;
use crate::mtproto::peers::peer;
use crate::world::{Poll, PollOption};

/// A poll in a message, as an account sees it.
pub(crate) fn media(poll: &Poll, viewer: UserId) -> tl::enums::MessageMedia {
    tl::types::MessageMediaPoll {
        poll: written(poll, viewer),
        results: results(poll, viewer),
        attached_media: None,
    }
    .into()
}

/// That a poll stands differently.
pub(crate) fn changed(poll: &Poll, viewer: UserId) -> tl::enums::Update {
    tl::types::UpdateMessagePoll {
        peer: None,
        msg_id: None,
        top_msg_id: None,
        poll_id: poll.id,
        poll: Some(written(poll, viewer)),
        results: results(poll, viewer),
    }
    .into()
}

/// A vote, as the bot is told that sent the poll.
pub(super) fn vote(poll: &Poll, voter: UserId, chosen: &[usize], qts: i32) -> tl::enums::Update {
    let options = chosen.iter().filter_map(|option| poll.options.get(*option));
    tl::types::UpdateMessagePollVote {
        poll_id: poll.id,
        peer: peer(voter.into()),
        options: options.map(name).collect(),
        positions: chosen.iter().map(|option| count(*option)).collect(),
        qts,
    }
    .into()
}

/// By what an option is chosen.
pub(crate) fn name(option: &PollOption) -> Vec<u8> {
    option.id.as_bytes().to_vec()
}

fn written(poll: &Poll, viewer: UserId) -> tl::enums::Poll {
    let asked = &poll.asked;
    tl::types::Poll {
        id: poll.id,
        closed: poll.is_closed,
        public_voters: !asked.is_anonymous,
        multiple_choice: asked.allows_multiple_answers,
        quiz: poll.quiz().is_some(),
        open_answers: asked.allows_adding_options,
        revoting_disabled: !asked.allows_revoting,
        shuffle_answers: asked.shuffles_options,
        hide_results_until_close: asked.hides_results,
        creator: poll.creator == viewer,
        subscribers_only: asked.is_members_only,
        question: with_entities(&asked.question),
        answers: poll.options.iter().map(answer).collect(),
        close_period: asked.open_period.map(seconds),
        close_date: asked.close_date.map(seconds),
        countries_iso2: (!asked.countries.is_empty()).then(|| asked.countries.clone()),
        hash: poll.version,
    }
    .into()
}

/// An option of a poll.
pub(crate) fn answer(option: &PollOption) -> tl::enums::PollAnswer {
    tl::types::PollAnswer {
        text: with_entities(&option.text),
        option: name(option),
        media: None,
        added_by: option.added.map(|(adder, _)| peer(adder.into())),
        date: option.added.map(|(_, date)| seconds(date)),
    }
    .into()
}

fn results(poll: &Poll, viewer: UserId) -> tl::enums::PollResults {
    let sight = poll.sight(viewer);
    let own = poll.vote_of(viewer).unwrap_or_default();
    let result = |(position, option): (usize, &PollOption)| {
        tl::types::PollAnswerVoters {
            chosen: own.contains(&position),
            correct: sight.answers && poll.is_correct(position),
            option: name(option),
            voters: sight.counts.then(|| count(poll.count(position))),
            // Which of them voted last matters to apps only.
            recent_voters: sight.counts.then(Vec::new),
        }
        .into()
    };
    let shows_any = sight.counts || (sight.answers && poll.quiz().is_some());
    let quiz = poll.quiz().filter(|quiz| sight.answers && !quiz.explanation.text.is_empty());
    tl::types::PollResults {
        min: false,
        has_unread_votes: false,
        can_view_stats: false,
        results: shows_any.then(|| poll.options.iter().enumerate().map(result).collect()),
        total_voters: Some(count(poll.total())),
        recent_voters: None,
        solution: quiz.map(|quiz| quiz.explanation.text.clone()),
        solution_entities: quiz.map(|quiz| entities(&quiz.explanation.entities).unwrap_or_default()),
        solution_media: None,
    }
    .into()
}

/// The accounts that a poll names.
pub(crate) fn named(poll: &Poll) -> impl Iterator<Item = UserId> {
    poll.options.iter().filter_map(|option| option.added).map(|(adder, _)| adder)
}

fn with_entities(text: &Text) -> tl::enums::TextWithEntities {
    tl::types::TextWithEntities {
        text: text.text.clone(),
        entities: entities(&text.entities).unwrap_or_default(),
    }
    .into()
}
