//! What a bot asks of Telegram: a struct an operation, named as in the
//! [Bot API](https://core.telegram.org/bots/api#available-methods).
//!
//! A request is data. [`Bot`](crate::Bot) makes and sends them:
//!
//! ```
//! # use ambigram_core::{Bot, types::ChatId};
//! # async fn run(bot: Bot, chat: ChatId) -> Result<(), ambigram_core::Error> {
//! let message = bot.send_message(chat, "Hello").disable_notification().await?;
//! bot.edit_message_text((chat, message.id), "Hello again").await?;
//! # Ok(())
//! # }
//! ```

mod chats;
mod define;
mod deleting;
mod editing;
mod file;
mod files;
mod forwarding;
mod games;
mod inline;
mod invite_links;
mod media;
mod members;
mod messages;
mod options;
mod own;
mod param;
mod payments;
mod pinning;
mod pressing;
mod reactions;
mod response;
mod sending;
mod stars;
mod stickers;
mod target;
mod text;
mod topics;

use serde::Serialize;

pub use chats::*;
pub use deleting::*;
pub use editing::*;
pub use file::{InputFile, OpenUpload, Upload};
pub use files::*;
pub use forwarding::*;
pub use games::*;
pub use inline::*;
pub use invite_links::*;
pub use media::*;
pub use members::*;
pub use messages::*;
pub use options::{ReplyMarkup, ReplyParameters, SendOptions, SuggestedPostParameters};
pub use own::*;
pub use param::Mention;
pub use payments::*;
pub use pinning::*;
pub use pressing::*;
pub use reactions::*;
pub use response::{Edited, Output, Response, SentMessageId, SentWebAppMessage, Value};
pub use sending::*;
pub use stars::*;
pub use stickers::*;
pub use target::{MessageTarget, Recipient};
pub use text::InputText;
pub use topics::*;

use crate::capability::Capability;
use crate::error::Error;
use crate::types::Raw;

/// An operation: a request struct, what it is called, and what it gives.
pub trait Method: Serialize + Clone + std::fmt::Debug + Send + Sync + Into<Request> + 'static {
    /// What Telegram answers.
    type Output: Output;

    /// The Bot API's name of the operation.
    const NAME: &'static str;

    /// What a wire must be able to do beyond the common; `None` for what all can.
    const NEEDS: Option<Capability> = None;

    /// Looks for what can be known to be refused before it is sent.
    ///
    /// # Errors
    /// The refusal, worded as to what was expected and what came.
    fn check(&self) -> Result<(), Error>;

    /// The Bot API's names of the parameters that it can have.
    fn parameters() -> Vec<&'static str>;

    /// The files that go along with it.
    fn uploads(&self) -> Vec<&Upload>;

    /// Shows the chats and the messages that it names, in their order.
    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>));
}

/// Something to be done for whichever request it is.
pub trait Visit {
    /// What comes of it.
    type Out;

    /// Does it for a request of the type `M`.
    fn visit<M: Method>(self, request: &M) -> Self::Out;
}

macro_rules! requests {
    ($($name:ident),+ $(,)?) => {
        /// Any request.
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum Request {
            $(#[doc = concat!("See [`", stringify!($name), "`].")] $name(Box<$name>),)+
        }

        impl Request {
            /// The Bot API's names of all operations that there are requests for.
            pub const METHODS: &[&str] = &[$(<$name as Method>::NAME),+];

            /// Shows the chats and the messages that the request names, in their order.
            pub fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
                match self {
                    $(Self::$name(request) => Method::mentions(&mut **request, seen),)+
                }
            }

            /// The names of the parameters that the request for an operation can have; `None` where there is none for it.
            pub fn parameters(method: &str) -> Option<Vec<&'static str>> {
                $(if method == <$name as Method>::NAME {
                    return Some(<$name as Method>::parameters());
                })+
                None
            }

            /// Reads the `result` of an operation, and writes what was read; `None` where there is no request for it.
            ///
            /// # Errors
            /// When the result is of another shape.
            pub fn reread(method: &str, result: &Raw) -> Option<Result<serde_json::Value, serde_json::Error>> {
                $(if method == <$name as Method>::NAME {
                    let read = <$name as Method>::Output::from_json(result);
                    return Some(read.and_then(|output| output.as_json()));
                })+
                None
            }

            /// Does something for whichever request it is.
            pub fn visit<V: Visit>(&self, visitor: V) -> V::Out {
                match self {
                    $(Self::$name(request) => visitor.visit(&**request),)+
                }
            }
        }

        $(impl From<$name> for Request {
            fn from(request: $name) -> Self {
                Self::$name(Box::new(request))
            }
        })+
    };
}

requests! {
    CreateChatSubscriptionInviteLink,
    EditChatSubscriptionInviteLink,
    GetMyDefaultAdministratorRights,
    UnpinAllGeneralForumTopicMessages,
    SendMessage,
    SendMessageDraft,
    SendChatAction,
    SendPhoto,
    SendLivePhoto,
    SendAudio,
    SendDocument,
    SendVideo,
    SendAnimation,
    SendVoice,
    SendVideoNote,
    SendSticker,
    SendPaidMedia,
    SendMediaGroup,
    SendLocation,
    SendVenue,
    SendContact,
    SendDice,
    SendPoll,
    ForwardMessage,
    ForwardMessages,
    CopyMessage,
    CopyMessages,
    EditMessageText,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageLiveLocation,
    StopMessageLiveLocation,
    EditMessageReplyMarkup,
    StopPoll,
    DeleteMessage,
    DeleteMessages,
    SetMessageReaction,
    DeleteMessageReaction,
    DeleteAllMessageReactions,
    AnswerCallbackQuery,
    AnswerInlineQuery,
    AnswerWebAppQuery,
    GetMessages,
    GetMe,
    LogOut,
    Close,
    SetMyCommands,
    DeleteMyCommands,
    GetMyCommands,
    SetMyName,
    GetMyName,
    SetMyDescription,
    GetMyDescription,
    SetMyShortDescription,
    GetMyShortDescription,
    SetMyProfilePhoto,
    RemoveMyProfilePhoto,
    SetChatMenuButton,
    GetChatMenuButton,
    SetMyDefaultAdministratorRights,
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetChatMemberCount,
    LeaveChat,
    SetChatTitle,
    SetChatPhoto,
    DeleteChatPhoto,
    SetChatDescription,
    SetChatPermissions,
    SetChatStickerSet,
    DeleteChatStickerSet,
    GetUserChatBoosts,
    GetBusinessConnection,
    BanChatMember,
    UnbanChatMember,
    RestrictChatMember,
    PromoteChatMember,
    SetChatAdministratorCustomTitle,
    SetChatMemberTag,
    BanChatSenderChat,
    UnbanChatSenderChat,
    ApproveChatJoinRequest,
    DeclineChatJoinRequest,
    ExportChatInviteLink,
    CreateChatInviteLink,
    EditChatInviteLink,
    RevokeChatInviteLink,
    GetForumTopicIconStickers,
    CreateForumTopic,
    EditForumTopic,
    CloseForumTopic,
    ReopenForumTopic,
    DeleteForumTopic,
    UnpinAllForumTopicMessages,
    EditGeneralForumTopic,
    CloseGeneralForumTopic,
    ReopenGeneralForumTopic,
    HideGeneralForumTopic,
    UnhideGeneralForumTopic,
    PinChatMessage,
    UnpinChatMessage,
    UnpinAllChatMessages,
    SendInvoice,
    CreateInvoiceLink,
    AnswerShippingQuery,
    AnswerPreCheckoutQuery,
    GetMyStarBalance,
    GetStarTransactions,
    RefundStarPayment,
    EditUserStarSubscription,
    SendGame,
    SetGameScore,
    GetGameHighScores,
    GetFile,
    GetUserProfilePhotos,
    GetUserProfileAudios,
    GetStickerSet,
    GetCustomEmojiStickers,
}

impl Request {
    /// The Bot API's name of the operation, such as `sendMessage`.
    pub fn name(&self) -> &'static str {
        struct Name;
        impl Visit for Name {
            type Out = &'static str;
            fn visit<M: Method>(self, _: &M) -> &'static str {
                M::NAME
            }
        }
        self.visit(Name)
    }
}
