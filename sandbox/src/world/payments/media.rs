//! Buying photos and videos that only those see who pay. <https://core.telegram.org/api/paid-media>

use ambigram_core::types::{ChatId, MessageId, UserId};

use super::stars::Partner;
use crate::rules::{ContentRefusal, Refusal};
use crate::world::{Access, Account, Content, Event, MessageView, World};

impl World {
    /// A user pays for what a message holds, with Stars. A bot is told where it wrote something for that.
    ///
    /// # Errors
    /// When there is nothing to pay for, it is paid already, or there are too few Stars.
    pub fn buy_media(&mut self, user: UserId, chat: ChatId, id: MessageId) -> Result<MessageView, Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let place = self.reach(user, chat, Access::Read)?;
        let key = self.key_of(user, place, id).ok_or(ContentRefusal::InvoiceNotFound)?;
        let message = self.message(key).cloned().ok_or(ContentRefusal::InvoiceNotFound)?;
        let Content::PaidMedia(media) = &message.content else {
            return Err(ContentRefusal::NothingToBuy.into());
        };
        if message.author == user || self.paid_media_buyers.contains(&(key, user)) {
            return Err(ContentRefusal::AlreadyPaid.into());
        }
        let charge = self.random_name(32);
        let partner = |account| Partner::Account {
            account,
            payload: media.payload.clone().into_bytes(),
            title: String::new(),
            subscription_period: None,
            media: media.media.clone(),
        };
        self.move_stars((user, message.author), media.stars, &charge, partner)?;
        self.paid_media_buyers.insert((key, user));
        let seller = message.author;
        if self.account(seller).is_some_and(Account::is_bot) && !media.payload.is_empty() {
            self.meet(seller, user);
            self.tell(seller, Event::PaidMediaPurchased { user, payload: media.payload.clone() });
        }
        self.view(user, key).ok_or_else(|| ContentRefusal::InvoiceNotFound.into())
    }
}
