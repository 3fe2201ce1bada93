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
use crate::support;
use crate::wire::Wire;
use recipient::chat;

/// Writes which function carries out which request.
macro_rules! calls {
    ($($request:ident => $family:ident::$call:ident,)+) => {
        async fn carry(wire: &Wire, request: Request) -> Result<Response, Error> {
            // Boxed one by one: else the future of each is as large as that of the largest.
            match request {
                $(Request::$request(request) => Box::pin($family::$call(wire, &request)).await,)+
                other => Err(support::refusal(other.name())),
            }
        }

        /// The names of those that are carried out.
        #[cfg(test)]
        pub(crate) const CARRIED: &[&str] =
            &[$(<ambigram_core::requests::$request as ambigram_core::requests::Method>::NAME,)+];
    };
}

calls! {
    // Sending
    SendMessage => sending::send_message,
    SendChatAction => sending::send_chat_action,

    // Messages
    EditMessageText => editing::edit_message_text,
    EditMessageReplyMarkup => editing::edit_message_reply_markup,
    DeleteMessage => deleting::delete_message,
    GetMessages => asking::get_messages,

    // Answers
    AnswerCallbackQuery => pressing::answer_callback_query,

    // The bot itself
    GetMe => own::get_me,
    SetMyCommands => own::set_my_commands,
}

/// Carries out a request.
///
/// # Errors
/// Of the same kinds as on the Bot API.
pub(crate) async fn call(wire: &Wire, request: Request) -> Result<Response, Error> {
    let operation = request.name();
    carry(wire, request).await.map_err(|error| error.during(operation))
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
