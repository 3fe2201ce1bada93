//! Polls as TL has them.

use ambigram_core::requests::SendPoll;
use ambigram_core::text::Text;
use ambigram_core::types::{EntityKind, PollKind};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

use super::{Naming, entities, number};

/// The longest time for which a poll is open, in seconds: the Bot API takes a longer one for this.
const LONGEST: u32 = 2_628_000;

/// The texts and media of a poll, ready to be sent.
#[derive(Debug, Clone)]
pub(crate) struct PollContent {
    /// What is asked.
    pub(crate) question: Text,
    /// What can be answered, each with what goes with it.
    pub(crate) options: Vec<(Text, Option<enums::InputMedia>)>,
    /// What goes with the description.
    pub(crate) media: Option<enums::InputMedia>,
    /// What is shown for a wrong answer.
    pub(crate) explanation: Option<Text>,
    /// What goes with that.
    pub(crate) explanation_media: Option<enums::InputMedia>,
}

/// A poll.
///
/// # Errors
/// [`BadRequest`](ErrorKind::BadRequest), for a kind of poll that there is not.
pub(crate) fn poll(
    request: &SendPoll,
    content: PollContent,
    naming: &impl Naming,
) -> Result<enums::InputMedia, Error> {
    let quiz = match &request.kind {
        None | Some(PollKind::Regular) => false,
        Some(PollKind::Quiz) => true,
        Some(_) => {
            return Err(Error::new(ErrorKind::BadRequest, "unsupported poll type specified"));
        }
    };
    let written = |text: Text| -> enums::TextWithEntities {
        let entities = entities(&text.entities, |user| naming.user(user)).unwrap_or_default();
        types::TextWithEntities { text: text.text, entities }.into()
    };
    let answers = content
        .options
        .into_iter()
        .map(|(text, media)| types::InputPollAnswer { text: written(with_emoji_only(text)), media }.into())
        .collect();
    let allows_revoting = request.allows_revoting.unwrap_or(!quiz);
    let countries = request.country_codes.as_deref().unwrap_or_default();
    let poll = types::Poll {
        closed: request.is_closed,
        public_voters: !request.is_anonymous.unwrap_or(true),
        multiple_choice: request.allows_multiple_answers.unwrap_or_default(),
        quiz,
        open_answers: request.allow_adding_options && !quiz,
        revoting_disabled: !allows_revoting,
        shuffle_answers: request.shuffle_options,
        hide_results_until_close: request.hide_results_until_closes,
        subscribers_only: request.members_only,
        question: written(with_emoji_only(content.question)),
        answers,
        close_period: request
            .open_period
            .filter(|period| *period != 0)
            .map(|period| number(period.min(LONGEST))),
        close_date: request
            .close_date
            .filter(|date| *date != 0)
            .map(|date| i32::try_from(date).unwrap_or(i32::MAX)),
        countries_iso2: (!countries.is_empty()).then(|| countries.iter().map(ToString::to_string).collect()),
        ..nothing(0)
    };
    let right = request.correct_option_ids.as_deref().unwrap_or_default();
    let explanation = content.explanation.filter(|text| quiz && !text.text.is_empty());
    let solution_entities = explanation
        .as_ref()
        .map(|text| entities(&text.entities, |user| naming.user(user)).unwrap_or_default());
    Ok(types::InputMediaPoll {
        poll: poll.into(),
        correct_answers: quiz.then(|| right.iter().copied().map(number).collect()),
        attached_media: content.media,
        solution: explanation.map(|text| text.text),
        solution_entities,
        solution_media: content.explanation_media.filter(|_| quiz),
    }
    .into())
}

/// A poll that closes the one with that number.
pub(crate) fn closed(id: i64) -> enums::InputMedia {
    types::InputMediaPoll {
        poll: types::Poll { closed: true, ..nothing(id) }.into(),
        correct_answers: None,
        attached_media: None,
        solution: None,
        solution_entities: None,
        solution_media: None,
    }
    .into()
}

fn nothing(id: i64) -> types::Poll {
    types::Poll {
        id,
        closed: false,
        public_voters: false,
        multiple_choice: false,
        quiz: false,
        open_answers: false,
        revoting_disabled: false,
        shuffle_answers: false,
        hide_results_until_close: false,
        creator: false,
        subscribers_only: false,
        question: types::TextWithEntities { text: String::new(), entities: Vec::new() }.into(),
        answers: Vec::new(),
        close_period: None,
        close_date: None,
        countries_iso2: None,
        hash: 0,
    }
}

/// Questions and options keep no other formatting.
fn with_emoji_only(mut text: Text) -> Text {
    text.entities.retain(|entity| matches!(entity.kind, EntityKind::CustomEmoji { .. }));
    text
}
