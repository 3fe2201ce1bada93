//! Which kind of error an RPC's refusal is.

use std::time::Duration;

use ambigram_core::text::TextError;
use ambigram_core::{Error, ErrorKind};
use grammers_mtsender::RpcError;

/// How long to wait where the server asks for patience without saying how much.
const SOME_PATIENCE: Duration = Duration::from_secs(1);

/// An RPC's refusal. The error's text is Telegram's name for it.
pub(crate) fn rpc(error: &RpcError) -> Error {
    Error::new(kind(error), name(error)).because(error.clone())
}

/// The name as Telegram sent it: where a number was taken out of it, it goes back to the end, where such numbers stand.
fn name(error: &RpcError) -> String {
    match error.value {
        Some(value) if !error.name.contains(&value.to_string()) => format!("{}_{value}", error.name),
        _ => error.name.clone(),
    }
}

fn kind(error: &RpcError) -> ErrorKind {
    // https://core.telegram.org/api/errors
    match error.code {
        401 => return ErrorKind::Unauthorized,
        420 | 429 if !error.name.starts_with("FROZEN_") => return patience(error.value),
        -503 => return ErrorKind::Timeout,
        // Below zero are HTTP's own codes, from servers on the way.
        500.. | ..0 => return ErrorKind::Server,
        _ => {}
    }
    // A slow mode's wait may come under another code.
    if error.name.ends_with("_WAIT") {
        return patience(error.value);
    }
    match (ErrorKind::of_refusal(&error.name), error.code) {
        (Some(kind), _) => kind,
        (None, 403 | 420) => ErrorKind::Forbidden,
        (None, 404) => ErrorKind::NotFound,
        (None, 400..500) => ErrorKind::BadRequest,
        (None, _) => ErrorKind::UnexpectedAnswer,
    }
}

fn patience(seconds: Option<u32>) -> ErrorKind {
    ErrorKind::RetryAfter(seconds.map_or(SOME_PATIENCE, |seconds| Duration::from_secs(seconds.into())))
}

/// A text that Telegram would not take, in the words and of the kind that it has on the Bot API.
pub(crate) fn text(error: TextError) -> Error {
    let kind = match error {
        TextError::Empty => ErrorKind::MessageEmpty,
        _ => ErrorKind::BadRequest,
    };
    Error::new(kind, error.to_string()).because(error)
}

#[cfg(test)]
mod tests {
    use ErrorKind::*;
    use grammers_tl_types::types;

    use super::*;

    fn told(error_code: i32, error_message: &str) -> Error {
        rpc(&RpcError::from(types::RpcError { error_code, error_message: error_message.to_owned() }))
    }

    /// Each name, the Bot API's text for the same, and the kind that the Bot API backend gives that.
    #[test]
    fn a_name_has_the_kind_of_its_bot_api_text() {
        let table = [
            (400, "PEER_ID_INVALID", "Bad Request: chat not found", ChatNotFound),
            (400, "CHAT_ID_INVALID", "Forbidden: the group chat was deleted", ChatNotFound),
            (400, "CHANNEL_INVALID", "Bad Request: chat not found", ChatNotFound),
            (400, "USERNAME_NOT_OCCUPIED", "Bad Request: chat not found", ChatNotFound),
            (400, "USER_ID_INVALID", "Bad Request: user not found", UserNotFound),
            (400, "USER_IS_BOT", "Forbidden: the bot can't send messages to the bot", Forbidden),
            (403, "USER_IS_BLOCKED", "Forbidden: bot was blocked by the user", BotBlocked),
            (400, "USER_IS_BLOCKED", "Forbidden: bot was blocked by the user", BotBlocked),
            (400, "YOU_BLOCKED_USER", "Bad Request: YOU_BLOCKED_USER", BadRequest),
            (400, "INPUT_USER_DEACTIVATED", "Forbidden: user is deactivated", UserDeactivated),
            (400, "CHANNEL_PRIVATE", "Forbidden: bot was kicked from the supergroup chat", BotNotMember),
            (406, "CHANNEL_PRIVATE", "Forbidden: bot is not a member of the channel chat", BotNotMember),
            (403, "CHAT_WRITE_FORBIDDEN", "Bad Request: not enough rights to send text…", NotEnoughRights),
            (400, "CHAT_ADMIN_REQUIRED", "Bad Request: CHAT_ADMIN_REQUIRED", NotEnoughRights),
            (403, "CHAT_SEND_PLAIN_FORBIDDEN", "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", NotEnoughRights),
            (403, "RIGHT_FORBIDDEN", "Bad Request: not enough rights to …", NotEnoughRights),
            (
                400,
                "USER_ADMIN_INVALID",
                "Bad Request: user is an administrator of the chat",
                UserIsAdministrator,
            ),
            (400, "BOT_METHOD_INVALID", "Bad Request: BOT_METHOD_INVALID", BadRequest),
            (400, "USER_BOT_REQUIRED", "Bad Request: USER_BOT_REQUIRED", BadRequest),
            (400, "BOT_GROUPS_BLOCKED", "Bad Request: BOT_GROUPS_BLOCKED", BadRequest),
            (400, "USER_BOT", "Bad Request: USER_BOT", BadRequest),
            (400, "USER_ALREADY_PARTICIPANT", "Bad Request: USER_ALREADY_PARTICIPANT", UserAlreadyMember),
            (400, "USER_NOT_PARTICIPANT", "Bad Request: USER_NOT_PARTICIPANT", UserNotMember),
            (400, "USER_KICKED", "Bad Request: USER_KICKED", BadRequest),
            (400, "USER_CREATOR", "Bad Request: USER_CREATOR", UserIsAdministrator),
            (400, "CHANNEL_FORUM_MISSING", "Bad Request: the chat is not a forum", BadRequest),
            (400, "MESSAGE_EMPTY", "Bad Request: message text is empty", MessageEmpty),
            (400, "MESSAGE_TOO_LONG", "Bad Request: message is too long", MessageTooLong),
            (400, "MEDIA_CAPTION_TOO_LONG", "Bad Request: message caption is too long", MessageTooLong),
            (400, "ENTITY_BOUNDS_INVALID", "Bad Request: ENTITY_BOUNDS_INVALID", InvalidEntities),
            (400, "ENTITIES_TOO_LONG", "Bad Request: ENTITIES_TOO_LONG", InvalidEntities),
            (400, "DOCUMENT_INVALID", "Bad Request: invalid custom emoji identifier specified", BadRequest),
            (400, "BUTTON_DATA_INVALID", "Bad Request: BUTTON_DATA_INVALID", InvalidButton),
            (400, "BUTTON_URL_INVALID", "Bad Request: inline keyboard button URL …", InvalidButton),
            (400, "BUTTON_TYPE_INVALID", "Bad Request: BUTTON_TYPE_INVALID", InvalidButton),
            (400, "BUTTON_COPY_TEXT_INVALID", "Bad Request: BUTTON_COPY_TEXT_INVALID", InvalidButton),
            (400, "REPLY_MARKUP_TOO_LONG", "Bad Request: reply markup is too long", InvalidButton),
            (400, "REPLY_MARKUP_INVALID", "Bad Request: REPLY_MARKUP_INVALID", InvalidButton),
            (400, "EFFECT_ID_INVALID", "Bad Request: can't use message effects in the chat", BadRequest),
            (
                400,
                "REPLY_MESSAGE_ID_INVALID",
                "Bad Request: message to be replied not found",
                MessageNotFound,
            ),
            (400, "QUOTE_TEXT_INVALID", "Bad Request: QUOTE_TEXT_INVALID", BadRequest),
            (400, "TOPIC_ID_INVALID", "Bad Request: message thread not found", TopicNotFound),
            (400, "TOPIC_CLOSED", "Bad Request: TOPIC_CLOSED", TopicClosed),
            (400, "MESSAGE_ID_INVALID", "Bad Request: message to edit not found", MessageNotFound),
            (403, "MESSAGE_AUTHOR_REQUIRED", "Bad Request: message can't be edited", MessageNotEditable),
            (400, "MESSAGE_EDIT_TIME_EXPIRED", "Bad Request: message can't be edited", MessageNotEditable),
            (400, "MESSAGE_NOT_MODIFIED", "Bad Request: message is not modified: …", MessageNotModified),
            (403, "MESSAGE_DELETE_FORBIDDEN", "Bad Request: message can't be deleted", MessageNotDeletable),
            (400, "LIMIT_INVALID", "Bad Request: too many message identifiers specified", BadRequest),
            (400, "DATA_INVALID", "Bad Request: DATA_INVALID", BadRequest),
            (400, "QUERY_ID_INVALID", "Bad Request: query is too old and response timeout …", QueryExpired),
            (400, "URL_INVALID", "Bad Request: URL_INVALID", BadRequest),
            (400, "BOT_COMMANDS_TOO_MUCH", "Bad Request: BOT_COMMANDS_TOO_MUCH", BadRequest),
            (400, "BOT_COMMAND_INVALID", "Bad Request: command must be non-empty", BadRequest),
            (400, "BOT_COMMAND_DESCRIPTION_INVALID", "Bad Request: command description …", BadRequest),
            (400, "LANG_CODE_INVALID", "Bad Request: invalid language code specified", BadRequest),
            (400, "USERNAME_INVALID", "Bad Request: USERNAME_INVALID", BadRequest),
            (400, "USERNAME_OCCUPIED", "Bad Request: USERNAME_OCCUPIED", BadRequest),
            (403, "SOMETHING_NEW", "Forbidden: SOMETHING_NEW", Forbidden),
            (400, "SOMETHING_NEW", "Bad Request: SOMETHING_NEW", BadRequest),
            (420, "FROZEN_METHOD_INVALID", "Forbidden: FROZEN_METHOD_INVALID", Forbidden),
            (401, "AUTH_KEY_UNREGISTERED", "Unauthorized", Unauthorized),
            (401, "USER_DEACTIVATED", "Unauthorized", Unauthorized),
            (400, "ACCESS_TOKEN_INVALID", "Unauthorized", Unauthorized),
            (400, "ACCESS_TOKEN_EXPIRED", "Unauthorized", Unauthorized),
            (406, "AUTH_KEY_DUPLICATED", "Unauthorized", Unauthorized),
            (400, "API_ID_INVALID", "", Configuration),
            (500, "RPC_CALL_FAIL", "Internal Server Error: RPC_CALL_FAIL", Server),
            (-500, "No workers running", "Internal Server Error", Server),
            (-503, "Timeout", "", Timeout),
        ];
        for (code, name, text, expected) in table {
            let error = told(code, name);
            assert_eq!((error.kind(), error.description()), (&expected, name), "{text}");
        }
    }

    #[test]
    fn a_wait_says_how_long_and_keeps_its_number() {
        let seconds = |seconds| RetryAfter(Duration::from_secs(seconds));
        for (code, name, expected) in [
            (420, "FLOOD_WAIT_31", seconds(31)),
            (420, "FLOOD_PREMIUM_WAIT_7", seconds(7)),
            (420, "SLOWMODE_WAIT_10", seconds(10)),
            (400, "SLOWMODE_WAIT_10", seconds(10)),
            (420, "FLOOD_WAIT", seconds(1)),
        ] {
            let error = told(code, name);
            assert_eq!((error.kind(), error.description()), (&expected, name));
        }
        // The number stood in the middle; grammers doesn't tell where.
        assert_eq!(told(500, "INTERDC_2_CALL_ERROR").description(), "INTERDC_CALL_ERROR_2");
    }

    #[test]
    fn a_text_is_refused_as_by_the_bot_api() {
        assert_eq!(*text(TextError::Empty).kind(), MessageEmpty);
        assert_eq!(*text(TextError::Date).kind(), BadRequest);
    }
}
