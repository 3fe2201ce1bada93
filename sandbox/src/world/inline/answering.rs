//! What bots answer where they are asked in the middle of a chat. <https://core.telegram.org/bots/api#answerinlinequery>

use std::collections::HashSet;
use std::sync::Arc;

use ambigram_core::text::link;
use ambigram_core::types::UserId;

use super::{ANSWER_SECONDS, InlineResult};
use crate::rules::Refusal;
use crate::world::{QueryId, World};

/// What a bot offers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct InlineAnswer {
    /// What there is to choose from, at most 50.
    pub results: Vec<InlineResult>,
    /// For how many seconds the same answer may be given to the same question.
    pub cache_time: i32,
    /// Whether only to the same user.
    pub is_personal: bool,
    /// What is asked for as `offset` where the user wants more; empty where there is no more.
    pub next_offset: String,
    /// A button above the results.
    pub button: Option<AnswerButton>,
    /// Whether the results are shown as pictures beside each other.
    pub is_gallery: bool,
    /// When it was given, in seconds since 1970.
    pub date: i64,
}

/// A button above the results. <https://core.telegram.org/bots/api#inlinequeryresultsbutton>
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerButton {
    /// Opens the private chat with the bot, and starts it.
    Start {
        /// What stands on it.
        text: String,
        /// What the bot is started with.
        parameter: String,
    },
    /// Opens a Web App.
    WebApp {
        /// What stands on it.
        text: String,
        /// The Web App's https address.
        url: String,
    },
}

/// The most results. <https://core.telegram.org/bots/api#answerinlinequery>
const RESULTS: usize = 50;

/// The most bytes of a next offset, of a start parameter, and of a result's id.
const SHORT: usize = 64;

impl World {
    /// A bot answers what it was asked, once and in time.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/method/messages.setInlineBotResults) refuses.
    pub fn answer_inline(
        &mut self,
        bot: UserId,
        id: QueryId,
        mut answer: InlineAnswer,
    ) -> Result<(), Refusal> {
        let now = self.now();
        let is_open = self.inline.queries.get(&id).is_some_and(|query| {
            query.bot == bot && query.answer.is_none() && now - query.date < ANSWER_SECONDS
        });
        if !is_open {
            return Err(Refusal::QueryInvalid);
        }
        if answer.results.len() > RESULTS {
            return Err(Refusal::Same("RESULTS_TOO_MUCH"));
        }
        if answer.next_offset.len() > SHORT {
            return Err(Refusal::Same("NEXT_OFFSET_INVALID"));
        }
        if let Some(button) = &answer.button {
            check_button(button)?;
        }
        let mut ids = HashSet::new();
        for result in &mut answer.results {
            if result.id.is_empty() || result.id.len() > SHORT {
                return Err(Refusal::Same("RESULT_ID_INVALID"));
            }
            if !ids.insert(result.id.clone()) {
                return Err(Refusal::Same("RESULT_ID_DUPLICATE"));
            }
            self.accept_result(bot, result)?;
        }
        answer.date = now;
        if let Some(query) = self.inline.queries.get_mut(&id) {
            Arc::make_mut(query).answer = Some(Arc::new(answer));
        }
        Ok(())
    }
}

fn check_button(button: &AnswerButton) -> Result<(), Refusal> {
    match button {
        AnswerButton::Start { text, .. } | AnswerButton::WebApp { text, .. } if text.is_empty() => {
            Err(Refusal::Same("SWITCH_PM_TEXT_EMPTY"))
        }
        AnswerButton::Start { parameter, .. } if parameter.is_empty() => {
            Err(Refusal::Same("START_PARAM_EMPTY"))
        }
        AnswerButton::Start { parameter, .. } => {
            let is_allowed = |c: char| c == '_' || c == '-' || c.is_ascii_alphanumeric();
            let is_valid = parameter.len() <= SHORT && parameter.chars().all(is_allowed);
            if is_valid { Ok(()) } else { Err(Refusal::Same("START_PARAM_INVALID")) }
        }
        AnswerButton::WebApp { url, .. } => match link::check(url) {
            Ok(url) if url.starts_with("https://") => Ok(()),
            _ => Err(Refusal::Same("SWITCH_WEBVIEW_URL_INVALID")),
        },
    }
}
