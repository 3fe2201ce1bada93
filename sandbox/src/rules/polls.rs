//! What polls and quizzes may be, and how they are voted in. <https://core.telegram.org/bots/api#sendpoll>

use ambigram_core::text::{Text, normalize_with};
use ambigram_core::types::EntityKind;

use super::{ContentRefusal, Refusal};

/// The most characters of a bot's question, and of a user's.
const QUESTION: (usize, usize) = (300, 255);

/// The most options.
pub const OPTIONS: usize = 12;

/// The most characters of an option.
const OPTION: usize = 100;

/// The most characters of what is told after a wrong answer, and the most line breaks in it.
const EXPLANATION: (usize, usize) = (200, 2);

/// The most characters of what is told of a poll beside the question.
const DESCRIPTION: usize = 1024;

/// The most countries.
const COUNTRIES: usize = 12;

/// How long a poll can be open, in seconds.
const OPEN_PERIOD: std::ops::RangeInclusive<i64> = 5..=2_628_000;

/// A poll as its sender gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPoll {
    /// What is asked.
    pub question: Text,
    /// What can be answered.
    pub options: Vec<Text>,
    /// What is told beside the question.
    pub description: Text,
    /// Whether nobody sees who voted for what.
    pub is_anonymous: bool,
    /// Whether several options can be chosen.
    pub allows_multiple_answers: bool,
    /// Whether a vote can be changed.
    pub allows_revoting: bool,
    /// Whether voters can add options.
    pub allows_adding_options: bool,
    /// Whether each sees the options in an order of their own.
    pub shuffles_options: bool,
    /// Whether nobody sees how many voted before it is over.
    pub hides_results: bool,
    /// Whether only those can vote who have been in the channel for a day.
    pub is_members_only: bool,
    /// The countries whose users can vote; empty where all can.
    pub countries: Vec<String>,
    /// The right answers, where it is a quiz.
    pub quiz: Option<Quiz>,
    /// How long it is open, in seconds.
    pub open_period: Option<i64>,
    /// When it closes, in seconds since 1970.
    pub close_date: Option<i64>,
    /// Whether it is over from the beginning.
    pub is_closed: bool,
}

impl Default for NewPoll {
    fn default() -> Self {
        Self {
            question: Text::default(),
            options: Vec::new(),
            description: Text::default(),
            is_anonymous: true,
            allows_multiple_answers: false,
            allows_revoting: true,
            allows_adding_options: false,
            shuffles_options: false,
            hides_results: false,
            is_members_only: false,
            countries: Vec::new(),
            quiz: None,
            open_period: None,
            close_date: None,
            is_closed: false,
        }
    }
}

/// What makes a poll a quiz.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quiz {
    /// The right answers, counted from 0.
    pub correct: Vec<i64>,
    /// What is told after a wrong answer.
    pub explanation: Text,
}

/// Where a poll is sent, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// Whether a bot sends it.
    pub is_by_bot: bool,
    /// Whether it is a channel.
    pub in_channel: bool,
    /// Whether it is the chat of two users.
    pub between_users: bool,
    /// Now, in seconds since 1970.
    pub now: i64,
}

/// Brings a poll into the form in which Telegram keeps it.
///
/// # Errors
/// Whatever [Telegram](https://core.telegram.org/bots/api#sendpoll) refuses.
pub fn accept(mut new: NewPoll, stage: Stage) -> Result<NewPoll, Refusal> {
    new.question = question(new.question, stage.is_by_bot)?;
    new.options = options(new.options)?;
    if !new.description.text.is_empty() {
        new.description = normalize_with(new.description, super::entities::find).map_err(Refusal::BadText)?;
        if new.description.text.chars().count() > DESCRIPTION {
            return Err(ContentRefusal::QuizExplanationTooLong.into());
        }
    }
    if let Some(quiz) = &mut new.quiz {
        check_answers(&quiz.correct, new.options.len())?;
        if quiz.correct.len() > 1 && !new.allows_multiple_answers {
            return Err(ContentRefusal::QuizAnswersTooMany.into());
        }
        quiz.explanation = explanation(std::mem::take(&mut quiz.explanation))?;
    }
    if new.allows_adding_options && (new.is_anonymous || new.quiz.is_some()) {
        return Err(ContentRefusal::PollOpenAnswersForbidden.into());
    }
    check_voters(&new, stage)?;
    if stage.between_users {
        return Err(ContentRefusal::PollInPrivateChat.into());
    }
    (new.open_period, new.close_date) = closing(&new, stage.now)?;
    Ok(new)
}

/// How long a poll is open, and until when: either tells the other, and the first counts.
fn closing(new: &NewPoll, now: i64) -> Result<(Option<i64>, Option<i64>), Refusal> {
    let period =
        match (new.open_period.filter(|period| *period != 0), new.close_date.filter(|date| *date != 0)) {
            (Some(period), _) => period,
            (None, Some(date)) => date - now,
            (None, None) => return Ok((None, None)),
        };
    if new.is_closed {
        return Ok((None, None));
    }
    if !OPEN_PERIOD.contains(&period) {
        return Err(ContentRefusal::PollCloseDateInvalid.into());
    }
    Ok((Some(period), Some(now + period)))
}

fn check_voters(new: &NewPoll, stage: Stage) -> Result<(), Refusal> {
    let is_country = |code: &String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !new.countries.iter().all(is_country) {
        return Err(ContentRefusal::CountryCodeInvalid.into());
    }
    if new.countries.len() > COUNTRIES {
        return Err(ContentRefusal::TooManyCountries.into());
    }
    if !stage.in_channel && (new.is_members_only || !new.countries.is_empty()) {
        return Err(ContentRefusal::PollVotersOutsideChannel.into());
    }
    if stage.in_channel && !new.is_anonymous {
        return Err(ContentRefusal::PollPublicInChannel.into());
    }
    Ok(())
}

fn question(text: Text, is_by_bot: bool) -> Result<Text, Refusal> {
    let text = plain(text).map_err(|()| ContentRefusal::PollQuestionEmpty)?;
    let (most, refusal) = if is_by_bot {
        (QUESTION.0, ContentRefusal::PollQuestionTooLong)
    } else {
        (QUESTION.1, ContentRefusal::PollQuestionTooLongForUser)
    };
    if text.text.chars().count() > most { Err(refusal.into()) } else { Ok(text) }
}

fn options(options: Vec<Text>) -> Result<Vec<Text>, Refusal> {
    if options.is_empty() {
        return Err(ContentRefusal::PollWithoutOptions.into());
    }
    if options.len() > OPTIONS {
        return Err(ContentRefusal::PollOptionsTooMany.into());
    }
    let mut accepted: Vec<Text> = Vec::new();
    for text in options {
        let text = option(text)?;
        if accepted.iter().any(|other| other.text == text.text) {
            return Err(ContentRefusal::PollOptionTwice.into());
        }
        accepted.push(text);
    }
    Ok(accepted)
}

/// An option as Telegram keeps it.
///
/// # Errors
/// When it is empty or too long.
pub fn option(text: Text) -> Result<Text, Refusal> {
    let text = plain(text).map_err(|()| ContentRefusal::PollOptionEmpty)?;
    if text.text.chars().count() > OPTION { Err(ContentRefusal::PollOptionTooLong.into()) } else { Ok(text) }
}

fn explanation(text: Text) -> Result<Text, Refusal> {
    if text.text.trim().is_empty() {
        return Ok(Text::default());
    }
    let text = normalize_with(text, super::entities::find).map_err(Refusal::BadText)?;
    let breaks = text.text.matches('\n').count();
    if text.text.chars().count() > EXPLANATION.0 || breaks > EXPLANATION.1 {
        return Err(ContentRefusal::QuizExplanationTooLong.into());
    }
    Ok(text)
}

/// A text in which nothing but custom emoji is formatted.
fn plain(text: Text) -> Result<Text, ()> {
    let mut text = normalize_with(text, |_| Vec::new()).map_err(|_| ())?;
    text.entities.retain(|entity| matches!(entity.kind, EntityKind::CustomEmoji { .. }));
    if text.text.is_empty() { Err(()) } else { Ok(text) }
}

fn check_answers(correct: &[i64], options: usize) -> Result<(), Refusal> {
    if correct.is_empty() {
        return Err(ContentRefusal::QuizWithoutAnswer.into());
    }
    if !correct.is_sorted_by(|one, next| one < next) {
        return Err(ContentRefusal::QuizAnswersUnordered.into());
    }
    let is_option = |id: &i64| usize::try_from(*id).is_ok_and(|id| id < options);
    if correct.iter().all(is_option) { Ok(()) } else { Err(ContentRefusal::QuizAnswerInvalid.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAGE: Stage = Stage { is_by_bot: true, in_channel: false, between_users: false, now: 1000 };

    fn poll(question: &str, options: &[&str]) -> NewPoll {
        let options = options.iter().map(|option| Text::plain(*option)).collect();
        NewPoll { question: Text::plain(question), options, ..NewPoll::default() }
    }

    fn refused(new: NewPoll, stage: Stage) -> Option<String> {
        accept(new, stage).err().map(|refusal| refusal.description())
    }

    #[test]
    fn questions_and_options_have_lengths() {
        let long = "x".repeat(301);
        let user = Stage { is_by_bot: false, ..STAGE };
        let thirteen: Vec<String> = (0..13).map(|number| number.to_string()).collect();
        let thirteen: Vec<&str> = thirteen.iter().map(String::as_str).collect();
        for (new, stage, expected) in [
            (poll("a?", &["b"]), STAGE, None),
            (poll(&"a".repeat(300), &["b"]), STAGE, None),
            (poll(&long, &["b"]), STAGE, Some("Bad Request: poll question length must not exceed 300")),
            (
                poll(&"a".repeat(256), &["b"]),
                user,
                Some("Bad Request: poll question length must not exceed 255"),
            ),
            (poll(" ", &["b"]), STAGE, Some("Bad Request: text must be non-empty")),
            (poll("a?", &[]), STAGE, Some("Bad Request: poll must have at least one answer option")),
            (poll("a?", &thirteen), STAGE, Some("Bad Request: poll can't have more than 12 options")),
            (
                poll("a?", &[&"a".repeat(101)]),
                STAGE,
                Some("Bad Request: poll options length must not exceed 100"),
            ),
            (poll("a?", &["b", " b"]), STAGE, Some("Bad Request: POLL_OPTION_DUPLICATE")),
        ] {
            let told = format!("{:?}", new.question);
            assert_eq!(refused(new, stage).as_deref(), expected, "{told}");
        }
    }

    #[test]
    fn a_quiz_has_right_answers() {
        let quiz = |correct: &[i64], several| NewPoll {
            quiz: Some(Quiz { correct: correct.to_vec(), explanation: Text::default() }),
            allows_multiple_answers: several,
            ..poll("a?", &["b", "c"])
        };
        for (new, expected) in [
            (quiz(&[1], false), None),
            (quiz(&[0, 1], true), None),
            (quiz(&[], false), Some("Bad Request: correct quiz option list must be non-empty")),
            (quiz(&[1, 0], true), Some("Bad Request: correct quiz option list must be increasing")),
            (quiz(&[2], false), Some("Bad Request: wrong quiz correct_option_id")),
            (quiz(&[-1], false), Some("Bad Request: wrong quiz correct_option_id")),
            (quiz(&[0, 1], false), Some("Bad Request: QUIZ_CORRECT_ANSWERS_TOO_MUCH")),
        ] {
            assert_eq!(refused(new, STAGE).as_deref(), expected);
        }
    }

    #[test]
    fn a_poll_is_open_for_some_seconds_or_until_a_date() {
        for (open_period, close_date, expected) in [
            (None, None, Ok((None, None))),
            (Some(60), None, Ok((Some(60), Some(1060)))),
            (None, Some(1030), Ok((Some(30), Some(1030)))),
            (Some(60), Some(1030), Ok((Some(60), Some(1060)))),
            (Some(4), None, Err(())),
            (None, Some(999), Err(())),
            (Some(2_628_001), None, Err(())),
        ] {
            let new = NewPoll { open_period, close_date, ..poll("a?", &["b"]) };
            let accepted = accept(new, STAGE).map(|new| (new.open_period, new.close_date)).map_err(drop);
            assert_eq!(accepted, expected, "{open_period:?} {close_date:?}");
        }
    }

    #[test]
    fn voters_are_chosen_and_hidden_in_channels() {
        let channel = Stage { in_channel: true, ..STAGE };
        let german = || NewPoll { countries: vec!["DE".to_owned()], ..poll("a?", &["b"]) };
        for (new, stage, expected) in [
            (german(), channel, None),
            (german(), STAGE, Some("Bad Request: poll voters can be restricted only in channel chats")),
            (
                NewPoll { countries: vec!["de".to_owned()], ..poll("a?", &["b"]) },
                channel,
                Some("Bad Request: invalid country code specified"),
            ),
            (
                NewPoll { is_anonymous: false, ..poll("a?", &["b"]) },
                channel,
                Some("Bad Request: non-anonymous polls can't be sent to channel chats"),
            ),
        ] {
            assert_eq!(refused(new, stage).as_deref(), expected);
        }
    }
}
