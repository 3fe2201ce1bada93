//! Whom a connection talks to: a session of an auth key, and what becomes of its messages.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use grammers_tl_types::{Serializable, enums, name_for_id, types};

use super::connection::HangUp;
use super::faults::FaultEffect;
use super::gzip::{self, GZIP_PACKED};
use super::keys::Authorization;
use super::message::{CONTAINER, Envelope, Message, code};
use super::outbox::Outgoing;
use super::received::{Progress, Verdict};
use super::request::Request;
use super::salts;
use super::service::{self, Served};
use super::session::{Carried, Session};
use crate::mtproto::MtProto;
use crate::mtproto::error::RpcError;
use crate::mtproto::rpc::{self, Caller};

/// How many requests of a session may wait for something.
const MAX_WAITING: usize = 1000;

/// The session that a connection carries.
#[derive(Debug)]
pub(super) struct Peer {
    authorization: Arc<Authorization>,
    pub(super) carried: Carried,
}

/// What is left for the connection to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// Nothing.
    Whole,
    /// To close itself after this time, unless it is told again.
    CloseAfter(Duration),
}

impl Peer {
    /// Takes a decrypted packet, which may begin another session.
    pub(super) async fn take(
        peer: &mut Option<Self>,
        front: &Arc<MtProto>,
        authorization: Arc<Authorization>,
        data: &[u8],
    ) -> Result<Taken, HangUp> {
        let envelope = Envelope::read(data).ok_or(HangUp::SILENTLY)?;
        let is_same = |peer: &Self| {
            peer.session().id() == envelope.session && Arc::ptr_eq(&peer.authorization, &authorization)
        };
        if !peer.as_ref().is_some_and(is_same) {
            let carried = authorization.session(envelope.session).carry();
            *peer = Some(Self { authorization, carried });
        }
        match peer {
            Some(peer) => peer.take_envelope(front, envelope).await,
            None => Ok(Taken::Whole),
        }
    }

    pub(super) fn session(&self) -> &Arc<Session> {
        &self.carried.session
    }

    /// Gathers what happened, up to so many bytes; whether that was all.
    pub(super) fn gather_updates(&mut self, front: &MtProto, limit: usize) -> bool {
        let session = self.session();
        let mut gathered = 0;
        while gathered < limit {
            let Some(updates) = session.rpc.next_updates(front, &self.authorization.login) else {
                return true;
            };
            let body = updates.to_bytes();
            gathered += body.len();
            session.state().outbox.push_update(body);
        }
        false
    }

    /// The next packet to go, encrypted.
    pub(super) fn next_packet(&mut self, with_answers: bool) -> Option<Vec<u8>> {
        let session = self.session();
        let message = session.state().outbox.next(with_answers)?;
        let mut data = Vec::with_capacity(message.len() + 64);
        salts::current(&self.authorization.key).serialize(&mut data);
        session.id().serialize(&mut data);
        data.extend(message);
        Some(self.authorization.key.encrypt(data))
    }

    async fn take_envelope(&self, front: &Arc<MtProto>, envelope: Envelope) -> Result<Taken, HangUp> {
        let Envelope { salt, message, .. } = envelope;
        if let Err(code) = message.check_id() {
            self.refuse(&message, code);
            return Ok(Taken::Whole);
        }
        if !salts::holds(&self.authorization.key, salt) {
            let wrong = types::BadServerSalt {
                bad_msg_id: message.id,
                bad_msg_seqno: message.seqno,
                error_code: code::WRONG_SALT,
                new_server_salt: salts::current(&self.authorization.key),
            };
            self.say(&message, &enums::BadMsgNotification::BadServerSalt(wrong));
            return Ok(Taken::Whole);
        }
        let messages = match self.unpacked(message) {
            Ok(messages) => messages,
            Err((message, code)) => {
                self.refuse(&message, code);
                return Ok(Taken::Whole);
            }
        };
        if let Some(first) = messages.iter().map(|message| message.id).min() {
            self.session().state().announce(first, salts::current(&self.authorization.key));
        }
        let mut taken = Taken::Whole;
        for message in messages {
            match self.take_message(front, message).await? {
                Taken::Whole => {}
                close => taken = close,
            }
        }
        Ok(taken)
    }

    /// A packet's messages, be they in a container or packed. What can't be taken comes back with the reason.
    fn unpacked(&self, mut message: Message) -> Result<Vec<Message>, (Message, i32)> {
        if message.constructor() == GZIP_PACKED
            && let Some(body) = gzip::unpack(message.arguments())
        {
            message.body = body;
        }
        if message.constructor() != CONTAINER {
            return Ok(vec![message]);
        }
        let Some(messages) = message.contained() else { return Err((message, code::INVALID_CONTAINER)) };
        let verdict = self.session().state().received.take(&message, service::parity(CONTAINER));
        match verdict {
            Verdict::New => Ok(messages),
            Verdict::Again(_) => Err((message, code::CONTAINER_ID_TAKEN)),
            Verdict::Bad(code) => Err((message, code)),
        }
    }

    async fn take_message(&self, front: &Arc<MtProto>, mut message: Message) -> Result<Taken, HangUp> {
        if message.constructor() == GZIP_PACKED
            && let Some(body) = gzip::unpack(message.arguments())
        {
            message.body = body;
        }
        let verdict = {
            let mut state = self.session().state();
            let verdict = state.received.take(&message, service::parity(message.constructor()));
            if let Verdict::Again(progress) = &verdict {
                let answer = state.outbox.answer_to(message.id);
                match (progress, answer) {
                    (Progress::Answered, Some(answer)) => drop(state.outbox.send_again(answer)),
                    _ => state.outbox.acknowledge(message.id),
                }
            }
            verdict
        };
        match verdict {
            Verdict::Again(Progress::Taken) | Verdict::New => {}
            Verdict::Again(_) => return Ok(Taken::Whole),
            Verdict::Bad(code) => {
                self.refuse(&message, code);
                return Ok(Taken::Whole);
            }
        }
        if service::is_service(message.constructor()) {
            return self.take_service_message(front, &message);
        }
        match Request::read(std::mem::take(&mut message.body)) {
            Some(request) => self.run(front, message.id, request).await?,
            None => self.session().answer(message.id, Err(RpcError::unreadable())),
        }
        Ok(Taken::Whole)
    }

    fn take_service_message(&self, front: &MtProto, message: &Message) -> Result<Taken, HangUp> {
        let effect = front.faults.strike(name_for_id(message.constructor()), false);
        match effect {
            Some(FaultEffect::CutBefore) => return Err(HangUp::SILENTLY),
            Some(FaultEffect::Ignore | FaultEffect::Error { .. }) => return Ok(Taken::Whole),
            Some(FaultEffect::CutAfter) | None => {}
        }
        let served = service::serve(&front.keys, &self.authorization, self.session(), message);
        if message.seqno & 1 == 1 {
            self.session().state().outbox.acknowledge(message.id);
        }
        match served {
            _ if effect.is_some() => Err(HangUp::SILENTLY),
            Served::Done => Ok(Taken::Whole),
            Served::CloseAfter(delay) => Ok(Taken::CloseAfter(delay)),
        }
    }

    /// Runs a request: here, or in a task of its own where it has to wait.
    async fn run(&self, front: &Arc<MtProto>, id: i64, request: Request) -> Result<(), HangUp> {
        let session = Arc::clone(self.session());
        if let Some(progress) = session.state().received.progress(id) {
            *progress = Progress::Running;
        }
        let effect = front.faults.strike(request.method, true);
        match effect {
            Some(FaultEffect::CutBefore) => return Err(HangUp::SILENTLY),
            Some(FaultEffect::Ignore) => return Ok(()),
            Some(FaultEffect::Error { code, message }) => {
                session.answer(id, Err(RpcError::new(code, message)));
                return Ok(());
            }
            Some(FaultEffect::CutAfter) | None => {}
        }
        let caller = Caller {
            front: Arc::clone(front),
            login: Arc::clone(&self.authorization.login),
            session: Arc::clone(&session.rpc),
            business: None,
        };
        let body = request.body;
        let mut answer = Box::pin(async move { rpc::answer(caller, &body).await });
        let is_cut = effect.is_some();
        if let Some(answer) = at_once(answer.as_mut()).await {
            session.answer(id, answer);
            return if is_cut { Err(HangUp::SILENTLY) } else { Ok(()) };
        }
        if session.state().received.waiting() >= MAX_WAITING {
            session.answer(id, Err(RpcError::new(420, "FLOOD_WAIT_1")));
            return Ok(());
        }
        let answering = Arc::clone(&session);
        let task = tokio::spawn(async move {
            let answer = answer.await;
            if is_cut {
                answering.cut();
            }
            answering.answer(id, answer);
        });
        session.waits(id, task.abort_handle());
        Ok(())
    }

    /// `bad_msg_notification`.
    fn refuse(&self, message: &Message, code: i32) {
        let bad = types::BadMsgNotification {
            bad_msg_id: message.id,
            bad_msg_seqno: message.seqno,
            error_code: code,
        };
        self.say(message, &enums::BadMsgNotification::Notification(bad));
    }

    /// Answers a message with one that needs no acknowledgment.
    fn say(&self, message: &Message, object: &impl Serializable) {
        let answers = Some(message.id);
        self.session().send(Outgoing { body: object.to_bytes(), answers, is_content: false });
    }
}

/// What a future comes to without waiting.
async fn at_once<F: Future>(mut future: Pin<&mut F>) -> Option<F::Output> {
    poll_fn(|context| {
        Poll::Ready(match future.as_mut().poll(context) {
            Poll::Ready(output) => Some(output),
            Poll::Pending => None,
        })
    })
    .await
}
