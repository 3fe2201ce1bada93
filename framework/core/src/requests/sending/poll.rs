//! Sending polls.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::requests::define::request;
use crate::requests::param::Param;
use crate::requests::{InputPollMedia, InputPollOptionMedia, InputText, Recipient, Upload};
use crate::types::{Message, Name, PollKind};

request! {
    /// Sends a poll or a quiz. <https://core.telegram.org/bots/api#sendpoll>
    SendPoll("sendPoll", send_poll) -> Message {
        required {
            /// Where to; not to a channel's direct messages.
            chat_id: Recipient,
            /// What is asked, 1–300 characters.
            question: InputText,
            /// What can be answered: 1–12 options.
            options: Vec<InputPollOption>,
        }
        optional {
            /// Whether nobody sees who voted for what; so it is where absent.
            is_anonymous: bool,
            /// A poll or a quiz; a poll where absent.
            kind: PollKind,
            /// Whether several options can be chosen; not so where absent.
            allows_multiple_answers: bool,
            /// Whether an answer can be changed: so it is in polls, but not in quizzes, where absent.
            allows_revoting: bool,
            /// Which options are right, by their place from 0, rising; for quizzes.
            correct_option_ids: Vec<u32>,
            /// What is shown for a wrong answer and by the lamp of a quiz, 0–200 characters with at most 2 line feeds.
            explanation: InputText,
            /// A medium that goes with the explanation.
            explanation_media: InputPollMedia,
            /// For how many seconds it is open after being sent, 5–2628000. Not beside `close_date`.
            open_period: u32,
            /// When it closes, in seconds since 1970: between 5 and 2628000 seconds from now. Not beside `open_period`.
            close_date: i64,
            /// What is said besides, 0–1024 characters.
            description: InputText,
            /// A medium that goes with the description.
            media: InputPollMedia,
            /// The countries whose users may vote, by their two-letter codes, at most 12; for channels.
            country_codes: Vec<Name>,
        }
        flags {
            /// Shows each voter the options in another order.
            shuffle_options,
            /// Lets voters add options; not for quizzes and anonymous polls.
            allow_adding_options,
            /// Shows the result when the poll is closed only.
            hide_results_until_closes,
            /// Lets only those vote who have been members for a day; for channels.
            members_only,
            /// Sends it closed.
            is_closed,
        }
        options [
            message_thread_id, business_connection_id, message_effect_id, reply_parameters, reply_markup,
            disable_notification, protect_content, allow_paid_broadcast,
        ]
    }
}

/// An option of a poll to be sent. <https://core.telegram.org/bots/api#inputpolloption>
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InputPollOption {
    /// What it says, 1–100 characters; of its formatting only custom emoji are kept.
    pub text: InputText,
    /// A medium that goes with it.
    pub media: Option<InputPollOptionMedia>,
}

impl InputPollOption {
    /// An option with a text.
    pub fn new(text: impl Into<InputText>) -> Self {
        Self { text: text.into(), media: None }
    }

    /// Adds a medium.
    #[must_use]
    pub fn media(mut self, media: impl Into<InputPollOptionMedia>) -> Self {
        self.media = Some(media.into());
        self
    }
}

impl<T: Into<InputText>> From<T> for InputPollOption {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

impl Serialize for InputPollOption {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        if let Some(text) = self.text.as_text().filter(|text| !text.entities.is_empty()) {
            map.serialize_entry("text_entities", &text.entities)?;
        }
        if let Some(media) = &self.media {
            map.serialize_entry("media", media)?;
        }
        map.end()
    }
}

impl Param for InputPollOption {
    fn check(&self) -> Result<(), Error> {
        self.text.check()?;
        self.media.as_ref().map_or(Ok(()), Param::check)
    }

    fn uploads<'a>(&'a self, found: &mut Vec<&'a Upload>) {
        if let Some(media) = &self.media {
            media.uploads(found);
        }
    }
}
