//! What messages hold: one enum, whose cases are told of by family, each in a file of its own.
//!
//! A new case says here what its text is, whom it names, and what it takes of a member to send it. Beside that it is
//! accepted (or refused) by [`World::accept_content`], and written by `bot_api::write::message::content` and
//! `mtproto::write::message::content`.

mod contact;
mod copying;
mod first_button;
mod media;
mod paid_media;
mod place;
mod service;
pub mod special;

use std::sync::Arc;
use std::time::Duration;

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, UserId};

pub use contact::{Contact, Dice};
pub use media::{Media, ReadyMedia};
pub use paid_media::{PaidMedia, Preview};
pub use place::{Location, Venue};
pub use service::Service;
pub use special::{Extra, Special};

use super::{GameMessage, Place, World};
use crate::rules::payments::Invoice;
use crate::rules::places::{Motion, Point};
use crate::rules::polls::NewPoll;
use crate::rules::{ChatSort, ContentRefusal, Permissions, Refusal};

/// What a message holds.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// Text.
    Text(Text),
    /// A photo, a video, music or another file.
    Media(Media),
    /// Photos and videos that are seen by those who pay.
    PaidMedia(PaidMedia),

    /// A point on the map.
    Location(Location),
    /// A place with a name.
    Venue(Venue),
    /// A phone number with a name.
    Contact(Contact),
    /// Something that fell by chance.
    Dice(Dice),
    /// A poll.
    Poll {
        /// Its number.
        poll: i64,
        /// What is told beside its question; may be empty.
        description: Text,
    },
    /// A game.
    Game(GameMessage),
    /// An invoice.
    Invoice(Arc<Invoice>),

    /// Something that happened in the chat.
    Service(Service),
    /// Something that only users or Telegram bring about, sent or happened.
    Special(Box<Special>),
}

/// What a new message is to hold, as its sender gives it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum NewContent {
    /// Text, not yet cleaned, with the entities that were given.
    Text(Text),
    /// A photo, a video, music or another file, whose caption is not yet cleaned.
    Media(Media),
    /// Photos and videos for those who pay, with a caption that is not yet cleaned.
    PaidMedia(PaidMedia),
    /// What another message holds, as it is there.
    Kept(Box<Content>),

    /// A point on the map.
    Location {
        /// Where.
        point: Point,
        /// How it moves, where it is live.
        motion: Option<Motion>,
    },
    /// A place with a name.
    Venue(Venue),
    /// A phone number with a name.
    Contact(Contact),
    /// Something that falls by chance: an emoji, or nothing for the usual die.
    Dice(String),
    /// A poll.
    Poll(Box<NewPoll>),
    /// A game.
    Game {
        /// Whose.
        bot: UserId,
        /// By what the bot names it.
        short_name: String,
    },
    /// An invoice.
    Invoice(Box<Invoice>),
}

impl Default for NewContent {
    fn default() -> Self {
        Self::Text(Text::default())
    }
}

impl Content {
    /// Whether it tells that something happened in the chat.
    pub fn is_service(&self) -> bool {
        match self {
            Self::Service(_) => true,
            Self::Special(special) => special.is_service(),
            _ => false,
        }
    }

    /// The text or the caption.
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            Self::Media(media) => Some(&media.caption),
            Self::PaidMedia(paid) => Some(&paid.caption),

            Self::Poll { description, .. } => Some(description),
            Self::Game(found) => Some(&found.text),
            Self::Location(_) | Self::Venue(_) | Self::Contact(_) | Self::Dice(_) | Self::Invoice(_) => None,

            Self::Service(_) | Self::Special(_) => None,
        }
    }

    /// The accounts and chats that it names, those aside whom its text mentions.
    pub fn named(&self) -> Vec<ChatId> {
        match self {
            Self::Text(_) | Self::Media(_) | Self::PaidMedia(_) => Vec::new(),

            Self::Contact(contact) => contact.user.into_iter().map(ChatId::from).collect(),
            Self::Location(_)
            | Self::Venue(_)
            | Self::Dice(_)
            | Self::Poll { .. }
            | Self::Game(_)
            | Self::Invoice(_) => Vec::new(),

            Self::Service(service) => service.named(),
            Self::Special(special) => special.named(),
        }
    }

    /// Whether it can be sent on, with the name of its author.
    pub(super) fn may_be_forwarded(&self) -> bool {
        !self.is_service()
    }

    /// Whether it can be sent again as if it were new.
    pub(super) fn may_be_copied(&self) -> bool {
        !self.is_service() && !matches!(self, Self::Invoice(_) | Self::PaidMedia(_))
    }

    /// What is written beside a file; `None` where nothing can be.
    pub fn caption(&self) -> Option<&Text> {
        match self {
            Self::Media(media) if media.has_caption() => Some(&media.caption),
            Self::PaidMedia(paid) => Some(&paid.caption),
            _ => None,
        }
    }

    /// Whether what is written beside a file stands above it.
    pub fn has_caption_above(&self) -> bool {
        match self {
            Self::Media(media) => media.caption_above,
            Self::PaidMedia(paid) => paid.caption_above,
            _ => false,
        }
    }

    /// Replaces what is written beside a file, and says whether it stands above; other contents stay as they are.
    pub(super) fn set_caption(&mut self, caption: Text, above: bool) {
        match self {
            Self::Media(media) if media.has_caption() => {
                media.caption = caption;
                media.caption_above = above && media.is_seen();
            }
            Self::PaidMedia(paid) => (paid.caption, paid.caption_above) = (caption, above),
            _ => {}
        }
    }

    /// Says where a video starts, where that is to be said anew.
    pub(super) fn set_video_start(&mut self, start: Option<Duration>) {
        if let (Self::Media(media), Some(start)) = (self, start) {
            media.sent.start = Some(start).filter(|start| !start.is_zero());
        }
    }

    /// Whether somebody with these permissions may send it.
    pub(super) fn check_permission(&self, permissions: &Permissions) -> Result<(), Refusal> {
        let (is_allowed, refusal) = match self {
            Self::Text(_) => (permissions.can_send_messages, Refusal::NoRightToSendText),
            Self::Media(media) => return media.check_permission(permissions),
            Self::PaidMedia(paid) => return paid.check_permission(permissions),

            Self::Location(Location { motion: None, .. }) => {
                (permissions.can_send_messages, ContentRefusal::NoRightToSendLocations.into())
            }
            Self::Location(_) => {
                (permissions.can_send_messages, ContentRefusal::NoRightToSendLiveLocations.into())
            }
            Self::Venue(_) => (permissions.can_send_messages, ContentRefusal::NoRightToSendVenues.into()),
            Self::Contact(_) => (permissions.can_send_messages, ContentRefusal::NoRightToSendContacts.into()),
            Self::Dice(_) => (permissions.can_send_other_messages, ContentRefusal::NoRightToSendDice.into()),
            Self::Poll { .. } => (permissions.can_send_polls, ContentRefusal::NoRightToSendPolls.into()),
            Self::Game(_) => (permissions.can_send_other_messages, ContentRefusal::NoRightToSendGames.into()),
            Self::Invoice(_) => (permissions.can_send_messages, ContentRefusal::NoRightToSendInvoices.into()),

            Self::Service(_) | Self::Special(_) => return Ok(()),
        };
        if is_allowed { Ok(()) } else { Err(refusal) }
    }
}

impl World {
    /// Makes content of what was given, as Telegram keeps it. Whether it may be sent is asked afterwards.
    pub(super) fn accept_content(
        &mut self,
        by: UserId,
        place: Place,
        new: NewContent,
    ) -> Result<Content, Refusal> {
        Ok(match new {
            NewContent::Text(text) => Content::Text(self.accept_text(by, text)?),
            NewContent::Media(media) => Content::Media(self.accept_media(by, media)?),
            NewContent::PaidMedia(paid) => Content::PaidMedia(self.accept_paid_media(by, place, paid)?),
            NewContent::Kept(content) => *content,

            NewContent::Location { point, motion } => {
                motion.as_ref().map(Motion::check).transpose()?;
                Content::Location(Location { point, motion })
            }
            NewContent::Venue(venue) if venue.title.trim().is_empty() => {
                return Err(ContentRefusal::VenueInvalid.into());
            }
            NewContent::Venue(venue) => Content::Venue(venue),
            NewContent::Contact(contact) => Content::Contact(self.accept_contact(contact)?),
            NewContent::Dice(emoji) => Content::Dice(self.throw(&emoji)?),
            NewContent::Poll(new) => {
                let poll = self.accept_poll(by, place, *new)?;
                let description = self.poll(poll).map(|poll| poll.asked.description.clone());
                Content::Poll { poll, description: description.unwrap_or_default() }
            }
            NewContent::Game { .. } if self.sort_of(place) == Some(ChatSort::Channel) => {
                return Err(ContentRefusal::GameInChannel.into());
            }
            NewContent::Game { bot, short_name } => Content::Game(self.accept_game(by, bot, &short_name)?),
            NewContent::Invoice(invoice) => Content::Invoice(self.accept_invoice(by, *invoice)?),
        })
    }
}
