//! What messages hold: one enum, whose cases are told of by family, each in a file of its own.
//!
//! A new case says here what its text is, whom it names, and what it takes of a member to send it. Beside that it is
//! accepted (or refused) by [`World::accept_content`], and written by `bot_api::write::message::content` and
//! `mtproto::write::message::content`.

mod service;
pub mod special;

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, UserId};

pub use service::Service;
pub use special::{Extra, Special};

use super::{Place, World};
use crate::rules::{Permissions, Refusal};

/// What a message holds.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// Text.
    Text(Text),

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

            Self::Service(_) | Self::Special(_) => None,
        }
    }

    /// The accounts and chats that it names, those aside whom its text mentions.
    pub fn named(&self) -> Vec<ChatId> {
        match self {
            Self::Text(_) => Vec::new(),

            Self::Service(service) => service.named(),
            Self::Special(special) => special.named(),
        }
    }

    /// Whether somebody with these permissions may send it.
    pub(super) fn check_permission(&self, permissions: &Permissions) -> Result<(), Refusal> {
        let (is_allowed, refusal) = match self {
            Self::Text(_) => (permissions.can_send_messages, Refusal::NoRightToSendText),

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
        _place: Place,
        new: NewContent,
    ) -> Result<Content, Refusal> {
        Ok(match new {
            NewContent::Text(text) => Content::Text(self.accept_text(by, text)?),
        })
    }
}
