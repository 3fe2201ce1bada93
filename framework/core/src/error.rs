//! What can go wrong between a bot and Telegram: one error, whichever wire it came over.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use crate::text::ParseError;
use crate::types::ChatId;

/// The cause beneath an error, whatever its type.
pub type BoxError = Box<dyn std::error::Error + Send + Sync + 'static>;

/// A call that failed, or a source of updates that did.
///
/// [`kind`](Error::kind) tells what to do about it, the same on both wires; the text is Telegram's
/// own where Telegram refused.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    operation: Option<Cow<'static, str>>,
    description: String,
    source: Option<BoxError>,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The token or the session is not valid (any more).
    Unauthorized,
    /// Somebody else takes this bot's updates: another poller, or a webhook.
    Conflict,
    /// Too many requests: not before this long.
    RetryAfter(Duration),
    /// The group has become a supergroup with this id.
    MigratedTo(ChatId),
    /// There is no such chat, or the bot has never met it.
    ChatNotFound,
    /// The user has blocked the bot.
    BotBlocked,
    /// The bot may not write first: the user has never started it.
    BotCantInitiate,
    /// The bot is not (any more) in the chat.
    BotNotMember,
    /// The account of the user was deleted.
    UserDeactivated,
    /// There is no such user, or the bot has never met them.
    UserNotFound,
    /// The user is not in the chat.
    UserNotMember,
    /// The user is in the chat already.
    UserAlreadyMember,
    /// The user is the chat's owner or an administrator, with whom this can't be done.
    UserIsAdministrator,
    /// The bot lacks a right that this takes.
    NotEnoughRights,
    /// The chat, or the topic, is like that already.
    ChatNotModified,
    /// There is no such topic.
    TopicNotFound,
    /// The topic is closed.
    TopicClosed,
    /// There is no such invite link, or it has expired.
    InviteLinkInvalid,
    /// The user has not asked to join, or was answered already.
    JoinRequestNotFound,
    /// The edit would change nothing.
    MessageNotModified,
    /// The message to edit, delete, or answer is not there.
    MessageNotFound,
    /// The message is there, but is not the bot's to edit (any more).
    MessageNotEditable,
    /// The message is there, but is not the bot's to delete (any more).
    MessageNotDeletable,
    /// The message may not be forwarded or copied: its chat protects its content, or it is of a kind that can't be.
    MessageNotForwardable,
    /// There is no text in it.
    MessageEmpty,
    /// The text is longer than Telegram takes.
    MessageTooLong,
    /// The formatting can't be read.
    InvalidEntities,
    /// A button of the keyboard can't be sent; callback data over 64 bytes, for one.
    InvalidButton,
    /// The callback query was answered already, or is too old to be answered.
    QueryExpired,
    /// The reaction is none, or is not allowed there.
    InvalidReaction,
    /// There is no such set of stickers.
    StickerSetNotFound,
    /// The user's score is that, or a higher one, already.
    ScoreNotModified,
    /// The payment was given back already.
    AlreadyRefunded,
    /// There are not enough Stars for it.
    BalanceTooLow,
    /// The file id is none of this bot's, or the file is gone.
    InvalidFile,
    /// A file of this machine, or a stream, that should be uploaded can't be read.
    FileNotRead,
    /// A file of this machine can't be written.
    FileNotWritten,
    /// Telegram can't fetch what is at the address, or can't use it.
    InvalidUrl,
    /// The file or the request is larger than this wire takes.
    TooLarge {
        /// The most that it takes, in bytes, where that is known.
        limit: Option<u64>,
    },
    /// Telegram refused for a reason without a kind of its own.
    BadRequest,
    /// Telegram forbids it, for a reason without a kind of its own.
    Forbidden,
    /// Telegram knows no such method or page.
    NotFound,
    /// Telegram itself is in trouble.
    Server,
    /// The connection failed.
    Network,
    /// No answer within the time.
    Timeout,
    /// The answer is not one that this version can read.
    UnexpectedAnswer,
    /// This wire can't do it at all.
    Unsupported {
        /// The wire.
        backend: &'static str,
    },
    /// The bot was set up wrongly: a missing token, an address that is none.
    Configuration,
    /// A piece of the backend panicked.
    Panicked,
}

impl Error {
    /// An error of a kind, in words.
    pub fn new(kind: ErrorKind, description: impl Into<String>) -> Self {
        Self(Box::new(Inner { kind, operation: None, description: description.into(), source: None }))
    }

    /// An operation that a wire lacks.
    pub fn unsupported(operation: &'static str, backend: &'static str) -> Self {
        Self::new(ErrorKind::Unsupported { backend }, format!("{backend} cannot do this")).during(operation)
    }

    /// Names the operation that failed, such as `sendMessage`.
    #[must_use]
    pub fn during(mut self, operation: impl Into<Cow<'static, str>>) -> Self {
        self.0.operation = Some(operation.into());
        self
    }

    /// Keeps the cause.
    #[must_use]
    pub fn because(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The operation that failed, such as `sendMessage`.
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// What went wrong, in Telegram's own words where Telegram refused.
    pub fn description(&self) -> &str {
        &self.0.description
    }

    /// Whether the same call may succeed later, unchanged.
    pub fn is_temporary(&self) -> bool {
        matches!(
            self.0.kind,
            ErrorKind::RetryAfter(_) | ErrorKind::Server | ErrorKind::Network | ErrorKind::Timeout
        )
    }
}

impl From<ParseError> for Error {
    fn from(error: ParseError) -> Self {
        Self::new(ErrorKind::InvalidEntities, format!("can't parse entities: {error}")).because(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = &self.0.operation {
            write!(f, "{operation}: ")?;
        }
        f.write_str(&self.0.description)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("operation", &self.0.operation)
            .field("description", &self.0.description)
            .field("source", &self.0.source)
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
