//! Messages that a bot is still writing, shown to the user as they grow.
//! <https://core.telegram.org/bots/api#sendmessagedraft>

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, ThreadId, UserId};

use super::{Access, Account, Event, Place, World};
use crate::rules::{ContentRefusal, Refusal};

/// A message that is being written, as far as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Which: what comes under the same number takes the other's place.
    pub id: i64,
    /// What there is of it; may be empty.
    pub text: Text,
}

impl World {
    /// Shows a user a bot's message that is still being written.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#sendmessagedraft) refuses.
    pub fn send_draft(
        &mut self,
        by: UserId,
        chat: ChatId,
        thread: Option<ThreadId>,
        draft: Draft,
    ) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        if !self.account(by).is_some_and(Account::is_bot) {
            return Err(Refusal::OnlyBots);
        }
        if draft.id == 0 {
            return Err(ContentRefusal::DraftIdEmpty.into());
        }
        let Place::Private(..) = place else { return Err(ContentRefusal::DraftOutsidePrivateChat.into()) };
        self.may_reach_reader(by, chat, None)?;
        let text = if draft.text.text.is_empty() { draft.text } else { self.accept_text(by, draft.text)? };
        let draft = Draft { text, ..draft };
        self.tell(UserId(chat.0), Event::Draft { chat: by.into(), user: by, thread, draft });
        Ok(())
    }
}
