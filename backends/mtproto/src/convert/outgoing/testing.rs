//! For tests: those whom requests name, without what a session knows of them.

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, types};

use super::Naming;

pub(in crate::convert) struct Hashless;

impl Naming for Hashless {
    fn peer(&self, chat: ChatId) -> enums::InputPeer {
        types::InputPeerUser { user_id: chat.0, access_hash: 0 }.into()
    }

    fn user(&self, user: UserId) -> enums::InputUser {
        types::InputUser { user_id: user.0, access_hash: 0 }.into()
    }

    fn named(&self, username: &str) -> Option<ChatId> {
        (username == "other_bot").then_some(ChatId(9))
    }
}
