//! Video chats. <https://core.telegram.org/bots/api#videochatstarted>

use ambigram_core::types::UserId;
use serde::Deserialize;

use crate::world::World;

/// One was scheduled.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct VideoChatScheduled {
    /// When it is to begin, in seconds since 1970.
    pub start_date: i64,
    /// Its number.
    #[serde(skip)]
    pub call: i64,
}

/// One began.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct VideoChatStarted {
    /// Its number.
    #[serde(skip)]
    pub call: i64,
}

/// One is over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct VideoChatEnded {
    /// How long it was, in seconds.
    pub duration: i32,
    /// Its number.
    #[serde(skip)]
    pub call: i64,
}

/// Users were invited to one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct VideoChatInvited {
    /// Who.
    pub users: Vec<UserId>,
    /// Its number.
    #[serde(skip)]
    pub call: i64,
}

impl World {
    /// The number of a video chat.
    pub(super) fn video_chat_number(&mut self) -> i64 {
        (self.random.next() >> 1).cast_signed()
    }
}
