//! Polls. <https://core.telegram.org/bots/api#poll>

use ambigram_core::text::Text;
use ambigram_core::types::{
    Link, MessageKind, Name, Poll, PollAnswer, PollId, PollKind, PollMedia, PollOption, PollOptionId,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use grammers_tl_types::{enums, types};

use super::entity::{formatted, text};
use super::media::{Content, content};
use super::peer::chat_id;
use super::{Known, given};

/// A poll with its results.
pub(crate) fn poll(poll: &enums::Poll, results: &enums::PollResults, known: &Known) -> Poll {
    let (enums::Poll::Poll(poll), enums::PollResults::Results(results)) = (poll, results);
    let ids = option_ids(&poll.answers);
    let voted = |data: &[u8]| {
        let results = results.results.iter().flatten();
        results.map(|enums::PollAnswerVoters::Voters(voted)| voted).find(|voted| voted.option == data)
    };
    let answers = || poll.answers.iter().filter_map(answer);
    let options: Vec<_> = answers()
        .zip(&ids)
        .map(|(answer, id)| {
            let count = voted(&answer.option).and_then(|voted| voted.voters).map(given::count);
            option(answer, id, count.unwrap_or_default(), known)
        })
        .collect();
    let kind = if poll.quiz { PollKind::Quiz } else { PollKind::Regular };
    let total = given::count(results.total_voters.unwrap_or_default());
    let most = options.iter().map(|option| option.voter_count).max().unwrap_or_default();
    let question = formatted(&poll.question, known);
    let mut read = Poll {
        question_entities: question.entities,
        country_codes: poll.countries_iso2.iter().flatten().map(Name::from).collect(),
        ..Poll::new(
            PollId::from(poll.id.to_string()),
            question.text,
            options,
            total.max(most),
            poll.closed,
            !poll.public_voters,
            kind,
            poll.multiple_choice,
            !poll.revoting_disabled,
            poll.subscribers_only,
        )
    };
    // Both or neither, and neither once it is closed.
    if let (Some(period), Some(date), false) = (given::some(poll.close_period), poll.close_date, poll.closed)
    {
        read.open_period = Some(period);
        read.close_date = Some(date.into());
    }
    if poll.quiz {
        let is_correct =
            |answer: &types::PollAnswer| voted(&answer.option).is_some_and(|voted| voted.correct);
        let correct = (0..).zip(answers()).filter(|(_, answer)| is_correct(answer));
        read.correct_option_ids = correct.map(|(index, _)| index).collect();
        let solution = results.solution.as_deref().unwrap_or_default();
        if !solution.is_empty() {
            let solution = text(solution, results.solution_entities.as_deref(), known);
            read.explanation = Some(solution.text);
            read.explanation_entities = solution.entities;
        }
        read.explanation_media =
            results.solution_media.as_ref().and_then(|attached| media(attached, known)).map(Box::new);
    }
    read
}

/// The poll of a message, with what is written and shown beside it.
pub(super) fn in_message(tl: &types::MessageMediaPoll, description: Text, known: &Known) -> Poll {
    let attached = tl.attached_media.as_ref().and_then(|attached| media(attached, known));
    let mut read = poll(&tl.poll, &tl.results, known);
    if !description.text.is_empty() {
        read.description = Some(description.text);
        read.description_entities = description.entities;
    }
    read.media = attached.map(Box::new);
    read
}

fn answer(answer: &enums::PollAnswer) -> Option<&types::PollAnswer> {
    match answer {
        enums::PollAnswer::Answer(answer) => Some(answer),
        enums::PollAnswer::InputPollAnswer(_) => None,
    }
}

/// The ids of all options. Telegram's are bytes: where those of one option are no text, all are told in base64.
fn option_ids(answers: &[enums::PollAnswer]) -> Vec<PollOptionId> {
    persistent_ids(answers.iter().filter_map(answer).map(|answer| answer.option.as_slice()))
}

fn persistent_ids<'a>(data: impl Iterator<Item = &'a [u8]> + Clone) -> Vec<PollOptionId> {
    let texts: Result<Vec<_>, _> =
        data.clone().map(|data| str::from_utf8(data).map(PollOptionId::from)).collect();
    texts.unwrap_or_else(|_| data.map(|data| PollOptionId::from(STANDARD.encode(data))).collect())
}

/// The id of one option, told without the others.
pub(super) fn option_id(data: &[u8]) -> PollOptionId {
    str::from_utf8(data).map_or_else(|_| PollOptionId::from(STANDARD.encode(data)), PollOptionId::from)
}

fn option(answer: &types::PollAnswer, id: &PollOptionId, voter_count: u32, known: &Known) -> PollOption {
    let text = formatted(&answer.text, known);
    let mut option = PollOption {
        media: answer.media.as_ref().and_then(|attached| media(attached, known)).map(Box::new),
        text_entities: text.entities,
        ..PollOption::new(id.clone(), text.text, voter_count)
    };
    if let (Some(by), Some(date @ 1..)) = (&answer.added_by, answer.date) {
        (option.added_by_user, option.added_by_chat) = known.either(chat_id(by));
        option.addition_date = Some(date.into());
    }
    option
}

/// A medium of a poll; `None` for one that polls cannot have.
fn media(attached: &enums::MessageMedia, known: &Known) -> Option<PollMedia> {
    let mut media = PollMedia::new();
    match content(attached, Text::default(), known) {
        Content { kind: Some(MessageKind::Animation(animation)), .. } => media.animation = Some(animation),
        Content { kind: Some(MessageKind::Audio(audio)), .. } => media.audio = Some(audio),
        Content { kind: Some(MessageKind::Document(document)), .. } => media.document = Some(document),
        Content { kind: Some(MessageKind::LivePhoto(photo)), .. } => media.live_photo = Some(photo),
        Content { kind: Some(MessageKind::Location(location)), .. } => media.location = Some(location),
        Content { kind: Some(MessageKind::Photo(photo)), .. } => media.photo = Some(photo),
        Content { kind: Some(MessageKind::Sticker(sticker)), .. } => media.sticker = Some(sticker),
        Content { kind: Some(MessageKind::Venue(venue)), .. } => media.venue = Some(venue),
        Content { kind: Some(MessageKind::Video(video)), .. } => media.video = Some(video),
        _ => {
            let enums::MessageMedia::WebPage(page) = attached else { return None };
            media.link = Some(Link::new(super::preview::url(&page.webpage)?));
        }
    }
    Some(media)
}

/// What somebody chose. <https://core.telegram.org/bots/api#pollanswer>
pub(super) fn vote(vote: &types::UpdateMessagePollVote, known: &Known) -> PollAnswer {
    let positions: Vec<_> = vote.positions.iter().copied().map(given::count).collect();
    let ids = persistent_ids(vote.options.iter().map(Vec::as_slice));
    let (user, voter_chat) = known.either(chat_id(&vote.peer));
    PollAnswer { user, voter_chat, ..PollAnswer::new(PollId::from(vote.poll_id.to_string()), positions, ids) }
}
