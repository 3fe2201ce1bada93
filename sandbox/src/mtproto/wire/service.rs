//! Messages about messages, sessions and connections. <https://core.telegram.org/mtproto/service_messages>

use std::time::Duration;

use grammers_tl_types::{Cursor, Deserializable, Identifiable, Serializable, enums, functions, types};

use super::gzip::GZIP_PACKED;
use super::keys::{Authorization, Keys};
use super::message::{CONTAINER, Message};
use super::outbox::Outgoing;
use super::received::{Parity, Progress};
use super::salts;
use super::session::{Session, State};
use crate::mtproto::error::RpcError;

/// What is left for the connection to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Served {
    /// Nothing.
    Done,
    /// To close itself after this time, unless it is told again.
    CloseAfter(Duration),
}

/// What a message's seqno ought to be like.
pub(super) fn parity(constructor: u32) -> Parity {
    match constructor {
        CONTAINER | types::MsgsAck::CONSTRUCTOR_ID => Parity::Even,
        GZIP_PACKED => Parity::Any,
        id if is_service(id) => Parity::Any,
        _ => Parity::Odd,
    }
}

/// Whether a message is of this kind.
pub(super) fn is_service(constructor: u32) -> bool {
    matches!(
        constructor,
        functions::Ping::CONSTRUCTOR_ID
            | functions::PingDelayDisconnect::CONSTRUCTOR_ID
            | functions::GetFutureSalts::CONSTRUCTOR_ID
            | functions::RpcDropAnswer::CONSTRUCTOR_ID
            | functions::DestroySession::CONSTRUCTOR_ID
            | functions::DestroyAuthKey::CONSTRUCTOR_ID
            | types::MsgsAck::CONSTRUCTOR_ID
            | types::MsgsStateReq::CONSTRUCTOR_ID
            | types::MsgsStateInfo::CONSTRUCTOR_ID
            | types::MsgsAllInfo::CONSTRUCTOR_ID
            | types::MsgDetailedInfo::CONSTRUCTOR_ID
            | types::MsgNewDetailedInfo::CONSTRUCTOR_ID
            | types::MsgResendReq::CONSTRUCTOR_ID
            | types::MsgResendAnsReq::CONSTRUCTOR_ID
            | types::BadMsgNotification::CONSTRUCTOR_ID
            | types::HttpWait::CONSTRUCTOR_ID
    )
}

/// Serves a service message.
pub(super) fn serve(
    keys: &Keys,
    authorization: &Authorization,
    session: &Session,
    message: &Message,
) -> Served {
    let service = Service { keys, authorization, session, message };
    match service.run() {
        Ok(served) => served,
        Err(_) => {
            session.answer(message.id, Err(RpcError::unreadable()));
            Served::Done
        }
    }
}

struct Service<'a> {
    keys: &'a Keys,
    authorization: &'a Authorization,
    session: &'a Session,
    message: &'a Message,
}

impl Service<'_> {
    fn run(&self) -> grammers_tl_types::deserialize::Result<Served> {
        let id = self.message.id;
        match self.message.constructor() {
            types::MsgsAck::CONSTRUCTOR_ID => {
                let mut state = self.session.state();
                for id in self.read::<types::MsgsAck>()?.msg_ids {
                    state.outbox.acknowledged(id);
                }
            }
            functions::Ping::CONSTRUCTOR_ID => self.pong(self.read::<functions::Ping>()?.ping_id),
            functions::PingDelayDisconnect::CONSTRUCTOR_ID => {
                let ping: functions::PingDelayDisconnect = self.read()?;
                self.pong(ping.ping_id);
                let seconds = u64::try_from(ping.disconnect_delay).unwrap_or_default();
                return Ok(Served::CloseAfter(Duration::from_secs(seconds)));
            }
            functions::GetFutureSalts::CONSTRUCTOR_ID => {
                let count = self.read::<functions::GetFutureSalts>()?.num;
                let salts = salts::future(&self.authorization.key, id, count);
                self.answer(&enums::FutureSalts::Salts(salts));
            }
            functions::RpcDropAnswer::CONSTRUCTOR_ID => {
                let dropped = self.drop_answer(self.read::<functions::RpcDropAnswer>()?.req_msg_id);
                self.session.send_result(id, &dropped.to_bytes());
            }
            functions::DestroySession::CONSTRUCTOR_ID => {
                let session_id = self.read::<functions::DestroySession>()?.session_id;
                let is_other = session_id != self.session.id();
                self.answer(&match is_other && self.authorization.destroy(session_id) {
                    true => enums::DestroySessionRes::from(types::DestroySessionOk { session_id }),
                    false => enums::DestroySessionRes::from(types::DestroySessionNone { session_id }),
                });
            }
            functions::DestroyAuthKey::CONSTRUCTOR_ID => {
                self.answer(&match self.keys.remove(self.authorization.key.id()) {
                    true => enums::DestroyAuthKeyRes::DestroyAuthKeyOk,
                    false => enums::DestroyAuthKeyRes::DestroyAuthKeyNone,
                });
            }
            types::MsgsStateReq::CONSTRUCTOR_ID => {
                self.tell_states(&self.read::<types::MsgsStateReq>()?.msg_ids);
            }
            types::MsgResendReq::CONSTRUCTOR_ID => {
                let ids = self.read::<types::MsgResendReq>()?.msg_ids;
                self.resend(&ids, |_, id| Some(id));
            }
            types::MsgResendAnsReq::CONSTRUCTOR_ID => {
                let ids = self.read::<types::MsgResendAnsReq>()?.msg_ids;
                self.resend(&ids, |state, id| state.outbox.answer_to(id));
            }
            // What the client says of messages of the front's: nobody asked. And `http_wait` is for HTTP.
            _ => {}
        }
        Ok(Served::Done)
    }

    fn read<T: Deserializable>(&self) -> grammers_tl_types::deserialize::Result<T> {
        T::deserialize(&mut Cursor::from_slice(self.message.arguments()))
    }

    fn answer(&self, object: &impl Serializable) {
        let answers = Some(self.message.id);
        self.session.send(Outgoing { body: object.to_bytes(), answers, is_content: false });
    }

    fn pong(&self, ping_id: i64) {
        self.answer(&enums::Pong::Pong(types::Pong { msg_id: self.message.id, ping_id }));
    }

    fn tell_states(&self, ids: &[i64]) {
        let state = self.session.state();
        let info = ids.iter().map(|id| state.received.state(*id)).collect();
        drop(state);
        let info = types::MsgsStateInfo { req_msg_id: self.message.id, info };
        self.answer(&enums::MsgsStateInfo::Info(info));
    }

    /// Sends messages again. Where one is gone, or was none of the front's, the client is told the states of all.
    fn resend(&self, ids: &[i64], find: impl Fn(&State, i64) -> Option<i64>) {
        let mut state = self.session.state();
        let mut are_all_there = true;
        for id in ids {
            let found = find(&state, *id);
            are_all_there &= found.is_some_and(|id| state.outbox.send_again(id));
        }
        drop(state);
        if !are_all_there {
            self.tell_states(ids);
        }
    }

    /// `rpc_drop_answer`: the client has lost interest in an answer.
    fn drop_answer(&self, request: i64) -> enums::RpcDropAnswer {
        let mut state = self.session.state();
        let task = match state.received.progress(request) {
            None | Some(Progress::Taken) => return enums::RpcDropAnswer::RpcAnswerUnknown,
            Some(Progress::Answered) => {
                return match state.outbox.take_back(request) {
                    None => enums::RpcDropAnswer::RpcAnswerUnknown,
                    Some((msg_id, seq_no, bytes)) => types::RpcAnswerDropped {
                        msg_id,
                        seq_no,
                        bytes: i32::try_from(bytes).unwrap_or(i32::MAX),
                    }
                    .into(),
                };
            }
            Some(Progress::Running) => None,
            Some(Progress::Waiting(task)) => Some(task.clone()),
        };
        drop(state);
        if let Some(task) = task {
            task.abort();
        }
        // The request itself is answered with the same.
        let dropped = enums::RpcDropAnswer::RpcAnswerDroppedRunning;
        self.session.send_result(request, &dropped.to_bytes());
        dropped
    }
}
