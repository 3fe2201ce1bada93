//! The session as grammers sees it.

use std::sync::{Arc, Weak};

use grammers_session::types::{DcOption, PeerAuth, PeerId, PeerInfo, PeerKind, UpdateState, UpdatesState};
use grammers_session::{BoxFuture, Session as Storage};
use grammers_tl_types::enums;

use super::Session;
use ambigram_core::types::{ChatId, UserId};

/// A session, as long as it is open. What grammers still runs when the bot has gone does not hold on to its file.
#[derive(Debug, Clone)]
pub(crate) struct Shared(Weak<Session>);

/// The session is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the session is closed")]
pub(crate) struct Closed;

impl Shared {
    pub(crate) fn new(session: &Arc<Session>) -> Self {
        Self(Arc::downgrade(session))
    }

    fn open(&self) -> Result<Arc<Session>, Closed> {
        self.0.upgrade().ok_or(Closed)
    }
}

impl Storage for Shared {
    type Error = Closed;

    fn home_dc_id(&self) -> Result<i32, Closed> {
        Ok(self.open()?.home_dc())
    }

    fn set_home_dc_id(&self, dc: i32) -> BoxFuture<'_, Result<(), Closed>> {
        let moved = self.open().map(|session| session.move_home(dc));
        Box::pin(async move { moved })
    }

    fn dc_option(&self, id: i32) -> Result<Option<DcOption>, Closed> {
        Ok(self.open()?.dc_option(id))
    }

    fn set_dc_option(&self, option: &DcOption) -> BoxFuture<'_, Result<(), Closed>> {
        let set = self.open().map(|session| session.set_dc_option(option));
        Box::pin(async move { set })
    }

    fn peer(&self, peer: PeerId) -> BoxFuture<'_, Result<Option<PeerInfo>, Closed>> {
        let info = self.open().map(|session| session.info(peer));
        Box::pin(async move { info })
    }

    /// Peers are learned from what they come with, names and all.
    fn cache_peer(&self, _: PeerInfo) -> BoxFuture<'_, Result<(), Closed>> {
        Box::pin(async { Ok(()) })
    }

    fn updates_state(&self) -> BoxFuture<'_, Result<UpdatesState, Closed>> {
        let state = self.open().map(|session| session.state());
        Box::pin(async move { state })
    }

    fn set_update_state(&self, state: UpdateState) -> BoxFuture<'_, Result<(), Closed>> {
        let advanced = self.open().map(|session| session.advance(state));
        Box::pin(async move { advanced })
    }
}

impl Session {
    fn dc_option(&self, id: i32) -> Option<DcOption> {
        match &self.server {
            // Wherever the server says that it is: it was reached where it was said to be.
            Some(server) => Some(server.dc_option(id)),
            None => self.lock().dcs.get(&id).cloned(),
        }
    }

    fn set_dc_option(&self, option: &DcOption) {
        let mut memory = self.lock();
        // Told at every connect; seldom news.
        if self.server.is_some() || memory.dcs.get(&option.id) == Some(option) {
            return;
        }
        memory.dcs.insert(option.id, option.clone());
        self.store.change(|changes| {
            changes.dcs.insert(option.id, option.clone());
        });
    }

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
