//! Requests of the vocabulary as RPCs: which are called, with what, and what becomes of their answers.

mod answer;
mod answering;
mod asking;
mod behalf;
mod boosts;
mod business;
mod chats;
mod commands;
mod deleting;
mod download;
mod editing;
mod file;
mod files;
mod forwarding;
mod games;
mod invite_links;
mod keyboard;
mod lost;
mod members;
mod moderation;
mod names;
mod own;
mod payments;
mod photos;
mod pinning;
mod pressing;
mod profiles;
mod reacting;
mod recipient;
mod refusal;
mod sending;
mod short;
mod stars;
mod stickers;
mod topics;
mod upload;

use std::pin::Pin;

use ambigram_core::requests::{InputText, Recipient, Request, Response};
use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::enums;

use crate::convert::outgoing::{self, Naming};
use crate::convert::peer::Place;
use crate::meeting;
use crate::session::Peers;
use crate::support;
use crate::wire::Wire;
pub(crate) use download::download;
use recipient::chat;

/// A call on its way.
type Carried<'a> = Pin<Box<dyn Future<Output = Result<Response, Error>> + Send + 'a>>;

/// Writes which function carries out which request.
macro_rules! calls {
    ($($request:ident => $family:ident::$call:ident,)+) => {
        fn carry(wire: &Wire, request: Request) -> Carried<'_> {
            match request {
                // Each is made in a function of its own: else the stack must have room for the futures of all.
                $(Request::$request(request) => {
                    fn start(wire: &Wire, request: Box<ambigram_core::requests::$request>) -> Carried<'_> {
                        Box::pin(async move { $family::$call(wire, &*request).await })
                    }
                    start(wire, request)
                })+
                other => Box::pin(std::future::ready(Err(support::refusal(other.name())))),
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
    SendMessage => sending::send,
    SendPhoto => sending::send,
    SendLivePhoto => sending::send,
    SendAudio => sending::send,
    SendDocument => sending::send,
    SendVideo => sending::send,
    SendAnimation => sending::send,
    SendVoice => sending::send,
    SendVideoNote => sending::send,
    SendSticker => sending::send,
    SendPaidMedia => sending::send,
    SendLocation => sending::send,
    SendVenue => sending::send,
    SendContact => sending::send,
    SendDice => sending::send,
    SendPoll => sending::send,
    SendGame => sending::send,
    SendInvoice => sending::send,
    SendMediaGroup => sending::send_media_group,
    SendMessageDraft => sending::send_message_draft,
    SendChatAction => sending::send_chat_action,
    ForwardMessage => forwarding::forward_message,
    ForwardMessages => forwarding::forward_messages,
    CopyMessage => forwarding::copy_message,
    CopyMessages => forwarding::copy_messages,

    // Messages
    EditMessageText => editing::edit_message_text,
    EditMessageCaption => editing::edit_message_caption,
    EditMessageMedia => editing::edit_message_media,
    EditMessageLiveLocation => editing::edit_message_live_location,
    StopMessageLiveLocation => editing::stop_message_live_location,
    EditMessageReplyMarkup => editing::edit_message_reply_markup,
    StopPoll => editing::stop_poll,
    DeleteMessage => deleting::delete_message,
    DeleteMessages => deleting::delete_messages,
    GetMessages => asking::get_messages,
    SetMessageReaction => reacting::set_message_reaction,
    DeleteMessageReaction => reacting::delete_message_reaction,
    DeleteAllMessageReactions => reacting::delete_all_message_reactions,

    // Answers
    AnswerCallbackQuery => pressing::answer_callback_query,
    AnswerInlineQuery => answering::answer_inline_query,
    AnswerWebAppQuery => answering::answer_web_app_query,
    AnswerShippingQuery => answering::answer_shipping_query,
    AnswerPreCheckoutQuery => answering::answer_pre_checkout_query,

    // The bot itself
    GetMe => own::get_me,
    LogOut => own::log_out,
    SetMyName => own::set_my_name,
    GetMyName => own::get_my_name,
    SetMyDescription => own::set_my_description,
    GetMyDescription => own::get_my_description,
    SetMyShortDescription => own::set_my_short_description,
    GetMyShortDescription => own::get_my_short_description,
    SetMyProfilePhoto => photos::set_my_profile_photo,
    RemoveMyProfilePhoto => photos::remove_my_profile_photo,
    SetMyDefaultAdministratorRights => own::set_my_default_administrator_rights,
    GetMyDefaultAdministratorRights => own::get_my_default_administrator_rights,
    SetMyCommands => commands::set_my_commands,
    DeleteMyCommands => commands::delete_my_commands,
    GetMyCommands => commands::get_my_commands,
    SetChatMenuButton => commands::set_chat_menu_button,
    GetChatMenuButton => commands::get_chat_menu_button,

    // Chats
    GetChat => chats::get_chat,
    GetChatMemberCount => chats::get_chat_member_count,
    LeaveChat => chats::leave_chat,
    SetChatTitle => chats::set_chat_title,
    SetChatDescription => chats::set_chat_description,
    SetChatPhoto => photos::set_chat_photo,
    DeleteChatPhoto => photos::delete_chat_photo,
    SetChatPermissions => chats::set_chat_permissions,
    SetChatStickerSet => chats::set_chat_sticker_set,
    DeleteChatStickerSet => chats::delete_chat_sticker_set,
    GetUserChatBoosts => boosts::get_user_chat_boosts,
    GetBusinessConnection => business::get_business_connection,

    // Members
    GetChatAdministrators => members::get_chat_administrators,
    GetChatMember => members::get_chat_member,
    BanChatMember => moderation::ban_chat_member,
    UnbanChatMember => moderation::unban_chat_member,
    RestrictChatMember => moderation::restrict_chat_member,
    PromoteChatMember => moderation::promote_chat_member,
    SetChatAdministratorCustomTitle => moderation::set_chat_administrator_custom_title,
    SetChatMemberTag => moderation::set_chat_member_tag,
    BanChatSenderChat => moderation::ban_chat_sender_chat,
    UnbanChatSenderChat => moderation::unban_chat_sender_chat,

    // Invite links
    ApproveChatJoinRequest => invite_links::approve_chat_join_request,
    DeclineChatJoinRequest => invite_links::decline_chat_join_request,
    ExportChatInviteLink => invite_links::export_chat_invite_link,
    CreateChatInviteLink => invite_links::create_chat_invite_link,
    EditChatInviteLink => invite_links::edit_chat_invite_link,
    CreateChatSubscriptionInviteLink => invite_links::create_chat_subscription_invite_link,
    EditChatSubscriptionInviteLink => invite_links::edit_chat_subscription_invite_link,
    RevokeChatInviteLink => invite_links::revoke_chat_invite_link,

    // Topics
    GetForumTopicIconStickers => topics::get_forum_topic_icon_stickers,
    CreateForumTopic => topics::create_forum_topic,
    EditForumTopic => topics::edit_forum_topic,
    CloseForumTopic => topics::close_forum_topic,
    ReopenForumTopic => topics::reopen_forum_topic,
    DeleteForumTopic => topics::delete_forum_topic,
    UnpinAllForumTopicMessages => topics::unpin_all_forum_topic_messages,
    EditGeneralForumTopic => topics::edit_general_forum_topic,
    CloseGeneralForumTopic => topics::close_general_forum_topic,
    ReopenGeneralForumTopic => topics::reopen_general_forum_topic,
    HideGeneralForumTopic => topics::hide_general_forum_topic,
    UnhideGeneralForumTopic => topics::unhide_general_forum_topic,
    UnpinAllGeneralForumTopicMessages => topics::unpin_all_general_forum_topic_messages,

    // Pins
    PinChatMessage => pinning::pin_chat_message,
    UnpinChatMessage => pinning::unpin_chat_message,
    UnpinAllChatMessages => pinning::unpin_all_chat_messages,

    // Payments and games
    CreateInvoiceLink => payments::create_invoice_link,
    GetMyStarBalance => stars::get_my_star_balance,
    GetStarTransactions => stars::get_star_transactions,
    RefundStarPayment => stars::refund_star_payment,
    EditUserStarSubscription => stars::edit_user_star_subscription,
    SetGameScore => games::set_game_score,
    GetGameHighScores => games::get_game_high_scores,

    // Files and stickers
    GetFile => file::get_file,
    GetUserProfilePhotos => profiles::get_user_profile_photos,
    GetUserProfileAudios => profiles::get_user_profile_audios,
    GetStickerSet => stickers::get_sticker_set,
    GetCustomEmojiStickers => stickers::get_custom_emoji_stickers,
}

/// Carries out a request.
///
/// # Errors
/// Of the same kinds as on the Bot API.
pub(crate) async fn call(wire: &Wire, request: Request) -> Result<Response, Error> {
    let operation = request.name();
    carry(wire, request).await.map_err(|error| error.during(operation))
}

/// The chat that a request is about, and what its id stands for.
async fn located(wire: &Wire, recipient: &Recipient) -> Result<(ChatId, Place), Error> {
    let chat = chat(wire, recipient).await?;
    Ok((chat, place(chat)?))
}

/// The refusal of what has no sense in a private chat, in Telegram's words; of one whom the bot never met it says so.
async fn private<T>(wire: &Wire, chat: ChatId, text: &str) -> Result<T, Error> {
    match place(chat)? {
        Place::User(user) if meeting::user(wire, user).await.is_none() => refused("chat not found"),
        _ => refused(text),
    }
}

/// A refusal of what can be known to be refused, in Telegram's words.
fn refused<T>(text: &str) -> Result<T, Error> {
    let kind = ErrorKind::of_refusal(text).unwrap_or(ErrorKind::BadRequest);
    Err(Error::new(kind, text))
}

/// What a chat's id stands for; one that stands for nothing is not asked about.
fn place(chat: ChatId) -> Result<Place, Error> {
    let refuse = || Error::new(ErrorKind::ChatNotFound, format!("PEER_ID_INVALID: `{chat}` is no chat's id"));
    Place::of(chat).ok_or_else(refuse)
}

/// A text as Telegram keeps it, mentioning those only whom the bot has come across.
async fn text(wire: &Wire, text: &InputText) -> Result<Text, Error> {
    Ok(meeting::mentioning_acquaintances(wire, outgoing::message_text(text)?).await)
}

/// The same, where there may be none.
async fn caption(wire: &Wire, text: Option<&InputText>) -> Result<Text, Error> {
    match text {
        Some(text) => Ok(meeting::mentioning_acquaintances(wire, outgoing::caption_text(text)?).await),
        None => Ok(Text::default()),
    }
}

impl Naming for Peers {
    fn peer(&self, chat: ChatId) -> enums::InputPeer {
        self.input_peer(chat)
    }

    fn user(&self, user: UserId) -> enums::InputUser {
        self.input_user(user)
    }

    fn named(&self, username: &str) -> Option<ChatId> {
        self.named(username)
    }
}
