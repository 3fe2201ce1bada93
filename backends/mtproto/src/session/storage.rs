//! The session as grammers sees it.

use std::convert::Infallible;

use grammers_session::types::{DcOption, PeerAuth, PeerId, PeerInfo, PeerKind, UpdateState, UpdatesState};
use grammers_session::{BoxFuture, Session as Storage};
use grammers_tl_types::enums;

use super::Session;
use ambigram_core::types::{ChatId, UserId};

impl Storage for Session {
    type Error = Infallible;

    fn home_dc_id(&self) -> Result<i32, Infallible> {
        Ok(self.home_dc())
    }

    fn set_home_dc_id(&self, dc: i32) -> BoxFuture<'_, Result<(), Infallible>> {
        self.move_home(dc);
        Box::pin(async { Ok(()) })
    }

    fn dc_option(&self, id: i32) -> Result<Option<DcOption>, Infallible> {
        Ok(match &self.server {
            // Wherever the server says that it is: it was reached where it was said to be.
            Some(server) => Some(server.dc_option(id)),
            None => self.lock().dcs.get(&id).cloned(),
        })
    }

    fn set_dc_option(&self, option: &DcOption) -> BoxFuture<'_, Result<(), Infallible>> {
        if self.server.is_none() {
            let mut memory = self.lock();
            // Told at every connect; seldom news.
            if memory.dcs.get(&option.id) != Some(option) {
                memory.dcs.insert(option.id, option.clone());
                self.store.change(|changes| {
                    changes.dcs.insert(option.id, option.clone());
                });
            }
        }
        Box::pin(async { Ok(()) })
    }

    fn peer(&self, peer: PeerId) -> BoxFuture<'_, Result<Option<PeerInfo>, Infallible>> {
        let info = self.info(peer);
        Box::pin(async move { Ok(info) })
    }

    /// Peers are learned from what they come with, names and all.
    fn cache_peer(&self, _: PeerInfo) -> BoxFuture<'_, Result<(), Infallible>> {
        Box::pin(async { Ok(()) })
    }

    fn updates_state(&self) -> BoxFuture<'_, Result<UpdatesState, Infallible>> {
        let state = self.state();
        Box::pin(async move { Ok(state) })
    }

    fn set_update_state(&self, state: UpdateState) -> BoxFuture<'_, Result<(), Infallible>> {
        self.advance(state);
        Box::pin(async { Ok(()) })
    }
}

impl Session {
    fn info(&self, peer: PeerId) -> Option<PeerInfo> {
        let own = self.bot();
        if peer == PeerId::self_user() {
            let bot = PeerInfo::User { id: own.0, auth: None, bot: Some(true), is_self: Some(true) };
            return self.is_signed_in().then_some(bot);
        }
        let (id, bare) = (peer.bot_api_dialog_id()?, peer.bare_id()?);
        match peer.kind() {
            PeerKind::User => {
                let user = self.peers.user(UserId(id))?;
                let enums::InputUser::User(input) = self.peers.input_user(user.id) else { return None };
                let auth = Some(PeerAuth::from_hash(input.access_hash));
                Some(PeerInfo::User { id: bare, auth, bot: Some(user.is_bot), is_self: Some(user.id == own) })
            }
            PeerKind::Chat => self.peers.chat(ChatId(id)).map(|_| PeerInfo::Chat { id: bare }),
            PeerKind::Channel => {
                let chat = self.peers.chat(ChatId(id))?;
                let Some(enums::InputChannel::Channel(input)) = self.peers.input_channel(chat.id) else {
                    return None;
                };
                let auth = Some(PeerAuth::from_hash(input.access_hash));
                Some(PeerInfo::Channel { id: bare, auth, kind: None })
            }
        }
    }
}
