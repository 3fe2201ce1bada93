//! Requests of the vocabulary as RPCs: which are called, with what, and what becomes of their answers.

mod answer;
mod asking;
mod deleting;
mod editing;
mod lost;
mod own;
mod pressing;
mod recipient;
mod refusal;
mod sending;
mod short;

use ambigram_core::requests::{Request, Response};
use ambigram_core::types::{ChatId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::enums;

use crate::convert::outgoing::Naming;
use crate::convert::peer::Place;
use crate::session::Peers;
use crate::wire::Wire;
use recipient::chat;

/// Carries out a request.
///
/// # Errors
/// Of the same kinds as on the Bot API.
pub(crate) async fn call(wire: &Wire, request: Request) -> Result<Response, Error> {
    let operation = request.name();
    let answer = match request {
        Request::GetMe(_) => own::get_me(wire).await,
        Request::SetMyCommands(request) => own::set_my_commands(wire, &request).await,
        Request::SendMessage(request) => sending::send_message(wire, &request).await,
        Request::SendChatAction(request) => sending::send_chat_action(wire, &request).await,
        Request::EditMessageText(request) => editing::edit_message_text(wire, &request).await,
        Request::EditMessageReplyMarkup(request) => editing::edit_message_reply_markup(wire, &request).await,
        Request::DeleteMessage(request) => deleting::delete_message(wire, &request).await,
        Request::AnswerCallbackQuery(request) => pressing::answer_callback_query(wire, &request).await,
        Request::GetMessages(request) => asking::get_messages(wire, &request).await,
        _ => Err(Error::unsupported(operation, "MTProto")),
    };
    answer.map_err(|error| error.during(operation))
}

/// What a chat's id stands for; one that stands for nothing is not asked about.
fn place(chat: ChatId) -> Result<Place, Error> {
    let refuse = || Error::new(ErrorKind::ChatNotFound, format!("PEER_ID_INVALID: `{chat}` is no chat's id"));
    Place::of(chat).ok_or_else(refuse)
}

impl Naming for Peers {
    fn peer(&self, chat: ChatId) -> enums::InputPeer {
        self.input_peer(chat)
    }

    fn user(&self, user: UserId) -> enums::InputUser {
        self.input_user(user)
    }
}
