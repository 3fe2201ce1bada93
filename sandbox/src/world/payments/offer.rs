//! What can be paid for: an invoice in a message, or one that is reached by a link.

use std::sync::Arc;

use ambigram_core::types::{ChatId, MessageId, UserId};

use crate::rules::payments::{self, Invoice};
use crate::rules::{ContentRefusal, Refusal};
use crate::world::{Access, Account, Content, MessageKey, World};

/// What a user wants to pay for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvoiceName {
    /// The invoice in a message.
    Message {
        /// The chat, as the user names it.
        chat: ChatId,
        /// The message's number for the user.
        message: MessageId,
    },
    /// The invoice under a link: what follows `https://t.me/$`.
    Slug(String),
}

/// An invoice, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The bot that sells.
    pub bot: UserId,
    /// What it asks for.
    pub invoice: Arc<Invoice>,
    /// The message that holds it.
    pub message: Option<MessageKey>,
    /// What follows `https://t.me/$` in its link.
    pub slug: Option<String>,
}

impl World {
    pub(in crate::world) fn accept_invoice(&self, by: UserId, new: Invoice) -> Result<Arc<Invoice>, Refusal> {
        if !self.account(by).is_some_and(Account::is_bot) {
            return Err(ContentRefusal::InvoiceFromUser.into());
        }
        Ok(Arc::new(payments::accept(new, false)?))
    }

    /// Makes a link under which an invoice is paid; what follows `https://t.me/$` in it.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#createinvoicelink) refuses.
    pub fn create_invoice_link(&mut self, bot: UserId, new: Invoice) -> Result<String, Refusal> {
        if !self.account(bot).is_some_and(Account::is_bot) {
            return Err(Refusal::OnlyBots);
        }
        let invoice = Arc::new(payments::accept(new, true)?);
        let slug = self.random_name(16);
        let offer = Offer { bot, invoice, message: None, slug: Some(slug.clone()) };
        self.payments.links.insert(slug.clone(), offer);
        Ok(slug)
    }

    /// What a user wants to pay for.
    ///
    /// # Errors
    /// When there is no such invoice, or the user cannot see it.
    pub fn offer(&self, user: UserId, name: &InvoiceName) -> Result<Offer, Refusal> {
        match name {
            InvoiceName::Slug(slug) => self
                .payments
                .links
                .get(slug)
                .cloned()
                .ok_or_else(|| ContentRefusal::InvoiceLinkInvalid.into()),
            InvoiceName::Message { chat, message } => {
                let place = self.reach(user, *chat, Access::Read)?;
                let key = self.key_of(user, place, *message).ok_or(ContentRefusal::InvoiceNotFound)?;
                let message = self.message(key).ok_or(ContentRefusal::InvoiceNotFound)?;
                match &message.content {
                    Content::Invoice(invoice) => Ok(Offer {
                        bot: message.via_bot.unwrap_or(message.author),
                        invoice: Arc::clone(invoice),
                        message: Some(key),
                        slug: None,
                    }),
                    _ => Err(ContentRefusal::NothingToBuy.into()),
                }
            }
        }
    }

    /// Opens the form by which a user pays; its number.
    ///
    /// # Errors
    /// As [`offer`](Self::offer), and for bots, which buy nothing.
    pub fn payment_form(&mut self, user: UserId, name: &InvoiceName) -> Result<(i64, Offer), Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let offer = self.offer(user, name)?;
        let id = (self.random.next() >> 1).cast_signed();
        self.payments.forms.insert(id, (user, offer.clone()));
        Ok((id, offer))
    }

    /// Letters and digits that nobody can foresee.
    pub(super) fn random_name(&mut self, length: usize) -> String {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let letter = |at: u64| {
            let at = usize::try_from(at).unwrap_or_default();
            char::from(ALPHABET.get(at).copied().unwrap_or(b'A'))
        };
        (0..length).map(|_| letter(self.random.below(64))).collect()
    }
}
