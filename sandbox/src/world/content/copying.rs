//! What becomes of a content that is sent again as if it were new.
//! <https://core.telegram.org/bots/api#copymessage>

use ambigram_core::types::UserId;

use super::{Content, Location};
use crate::rules::Refusal;
use crate::world::{Place, World};

impl World {
    /// The same again: a die falls anew, a poll begins anew, and who moved stands still.
    ///
    /// # Errors
    /// For a quiz whose answer the account does not know.
    pub(in crate::world) fn copied(
        &mut self,
        by: UserId,
        place: Place,
        content: Content,
    ) -> Result<Content, Refusal> {
        Ok(match content {
            Content::Dice(dice) => Content::Dice(self.throw(&dice.emoji)?),
            Content::Location(location) => Content::Location(Location { motion: None, ..location }),
            Content::Poll { poll, description } => {
                let found = self.poll(poll).cloned().ok_or(Refusal::CopyForbidden)?;
                if found.quiz().is_some() && !found.sight(by).answers {
                    return Err(Refusal::CopyForbidden);
                }
                let mut asked = found.asked.clone();
                asked.options = found.options.iter().map(|option| option.text.clone()).collect();
                (asked.is_closed, asked.close_date) = (false, None);
                Content::Poll { poll: self.accept_poll(by, place, asked)?, description }
            }
            other => other,
        })
    }
}
