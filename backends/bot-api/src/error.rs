//! Which kind of error an answer or a failure is.

use std::time::Duration;

use ambigram_core::types::ChatId;
use ambigram_core::{Error, ErrorKind};
use serde::Deserialize;

use crate::form::unreadable;

/// How long to wait where a server asks for patience without saying how much.
const SOME_PATIENCE: Duration = Duration::from_secs(1);

/// What comes with some refusals. <https://core.telegram.org/bots/api#responseparameters>
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Parameters {
    /// Seconds to wait.
    #[serde(default)]
    pub(crate) retry_after: Option<i64>,
    /// What the group has become.
    #[serde(default)]
    pub(crate) migrate_to_chat_id: Option<i64>,
}

/// The kind of a refusal by the Bot API server.
pub(crate) fn kind(code: u16, description: &str, parameters: &Parameters) -> ErrorKind {
    if let Some(chat) = parameters.migrate_to_chat_id {
        return ErrorKind::MigratedTo(ChatId(chat));
    }
    if code == 429 || parameters.retry_after.is_some() {
        let seconds = parameters.retry_after.and_then(|seconds| u64::try_from(seconds).ok());
        return ErrorKind::RetryAfter(seconds.map_or(SOME_PATIENCE, Duration::from_secs));
    }
    if let 400 | 403 | 404 | 406 = code
        && let Some(kind) = ErrorKind::of_refusal(description)
    {
        return kind;
    }
    match code {
        // A server of Telegram's knows no other page than a bot's, so it is the token that it doesn't know.
        401 | 404 | 421 => ErrorKind::Unauthorized,
        _ => kind_of_status(code, None),
    }
}

/// The kind of an answer that is not the Bot API server's: from a proxy on the way, or another server altogether.
pub(crate) fn kind_of_status(status: u16, retry_after: Option<Duration>) -> ErrorKind {
    match status {
        401 => ErrorKind::Unauthorized,
        403 => ErrorKind::Forbidden,
        404 => ErrorKind::NotFound,
        408 => ErrorKind::Timeout,
        409 => ErrorKind::Conflict,
        413 => ErrorKind::TooLarge { limit: None },
        429 => ErrorKind::RetryAfter(retry_after.unwrap_or(SOME_PATIENCE)),
        400..500 => ErrorKind::BadRequest,
        500..600 => ErrorKind::Server,
        _ => ErrorKind::UnexpectedAnswer,
    }
}

/// Tells the limit of what is too large, where it is known.
pub(crate) fn limited(error: Error, limit: Option<u64>) -> Error {
    match error.kind() {
        ErrorKind::TooLarge { limit: None } if limit.is_some() => {
            let description = error.description().to_owned();
            Error::new(ErrorKind::TooLarge { limit }, description)
        }
        _ => error,
    }
}

/// The error of a call that got no answer, or not all of one.
///
/// The address is taken out of the cause: it carries the token.
pub(crate) fn from_transport(error: reqwest::Error) -> Error {
    let error = error.without_url();
    if let Some(error) = unreadable(&error) {
        return error;
    }
    let (kind, what) = if error.is_timeout() {
        (ErrorKind::Timeout, "no answer in time")
    } else if error.is_builder() {
        (ErrorKind::Configuration, "the request cannot be sent")
    } else if error.is_connect() {
        (ErrorKind::Network, "no connection")
    } else {
        (ErrorKind::Network, "the connection failed")
    };
    let mut cause: &dyn std::error::Error = &error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    let description = format!("{what}: {cause}");
    Error::new(kind, description).because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_words(code: u16, description: &str) -> ErrorKind {
        kind(code, description, &Parameters::default())
    }

    #[test]
    fn telegrams_own_words_have_their_kinds() {
        use ErrorKind::*;
        let table = [
            (400, "Bad Request: chat not found", ChatNotFound),
            (400, "Bad Request: private chat not found", ChatNotFound),
            (400, "Bad Request: PEER_ID_INVALID", ChatNotFound),
            (403, "Forbidden: the group chat was deleted", ChatNotFound),
            (403, "Forbidden: bot was blocked by the user", BotBlocked),
            (403, "Forbidden: user is deactivated", UserDeactivated),
            (403, "Forbidden: Forbidden: user is deactivated", UserDeactivated),
            (403, "Forbidden: bot can't initiate conversation with a user", BotCantInitiate),
            (403, "Forbidden: bot can't send messages to bots", Forbidden),
            (403, "Forbidden: bot was kicked from the group chat", BotNotMember),
            (403, "Forbidden: bot was kicked from the supergroup chat", BotNotMember),
            (403, "Forbidden: bot is not a member of the channel chat", BotNotMember),
            (400, "Bad Request: not enough rights to send text messages to the chat", NotEnoughRights),
            (400, "Bad Request: need administrator rights in the channel chat", NotEnoughRights),
            (400, "Bad Request: have no write access to the chat", NotEnoughRights),
            (400, "Bad Request: CHAT_ADMIN_REQUIRED", NotEnoughRights),
            (400, "Bad Request: CHAT_WRITE_FORBIDDEN", NotEnoughRights),
            (400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", NotEnoughRights),
            (
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly \
                 the same as a current content and reply markup of the message",
                MessageNotModified,
            ),
            (400, "Bad Request: message to edit not found", MessageNotFound),
            (400, "Bad Request: message to delete not found", MessageNotFound),
            (400, "Bad Request: message to be replied not found", MessageNotFound),
            (400, "Bad Request: MESSAGE_ID_INVALID", MessageNotFound),
            (400, "Bad Request: message thread not found", TopicNotFound),
            (400, "Bad Request: message can't be edited", MessageNotEditable),
            (400, "Bad Request: MESSAGE_AUTHOR_REQUIRED", MessageNotEditable),
            (400, "Bad Request: message can't be deleted", MessageNotDeletable),
            (400, "Bad Request: message can't be deleted for everyone", MessageNotDeletable),
            (400, "Bad Request: message text is empty", MessageEmpty),
            (400, "Bad Request: text must be non-empty", MessageEmpty),
            (400, "Bad Request: message is too long", MessageTooLong),
            (400, "Bad Request: MESSAGE_TOO_LONG", MessageTooLong),
            (400, "Bad Request: message caption is too long", MessageTooLong),
            (
                400,
                "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
                InvalidEntities,
            ),
            (400, "Bad Request: ENTITY_BOUNDS_INVALID", InvalidEntities),
            (400, "Bad Request: BUTTON_DATA_INVALID", InvalidButton),
            (400, "Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL", InvalidButton),
            (
                400,
                "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
                InvalidButton,
            ),
            (400, "Bad Request: reply markup is too long", InvalidButton),
            (
                400,
                "Bad Request: can't use switch_inline_query button in a channel chat, because …",
                InvalidButton,
            ),
            (
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
                QueryExpired,
            ),
            (400, "Bad Request: file is too big", TooLarge { limit: None }),
            (413, "Request Entity Too Large", TooLarge { limit: None }),
            (400, "Bad Request: wrong HTTP URL specified", InvalidUrl),
            (400, "Bad Request: chat_id is empty", BadRequest),
            (400, "Logged out", Unauthorized),
            (401, "Unauthorized", Unauthorized),
            (401, "Unauthorized: invalid token specified", Unauthorized),
            (404, "Not Found", Unauthorized),
            (421, "Misdirected Request: unallowed token specified", Unauthorized),
            (404, "Not Found: method not found", NotFound),
            (
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                Conflict,
            ),
            (500, "Internal Server Error: restart", Server),
            (502, "Bad Gateway", Server),
            (500, "Internal Server Error: chat not found", Server),
            (403, "Forbidden: something new", Forbidden),
        ];
        for (code, description, expected) in table {
            assert_eq!(by_words(code, description), expected, "{code} {description}");
        }
    }

    #[test]
    fn parameters_say_more_than_words() {
        let flood = Parameters { retry_after: Some(35), migrate_to_chat_id: None };
        assert_eq!(
            kind(429, "Too Many Requests: retry after 35", &flood),
            ErrorKind::RetryAfter(Duration::from_secs(35))
        );
        let migrated = Parameters { retry_after: None, migrate_to_chat_id: Some(-1_001_234_567_890) };
        assert_eq!(
            kind(400, "Bad Request: group chat was upgraded to a supergroup chat", &migrated),
            ErrorKind::MigratedTo(ChatId(-1_001_234_567_890))
        );
    }

    #[test]
    fn patience_is_never_negative_and_never_nothing() {
        let negative = Parameters { retry_after: Some(-5), migrate_to_chat_id: None };
        for parameters in [negative, Parameters::default()] {
            assert_eq!(kind(429, "Too Many Requests", &parameters), ErrorKind::RetryAfter(SOME_PATIENCE));
        }
    }
}
