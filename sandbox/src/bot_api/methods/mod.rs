//! The table of methods.

mod business;
mod callbacks;
mod chats;
mod commands;
mod drafts;
mod editing;
mod files;
mod forwarding;
mod games;
mod inline;
mod lacking;
mod media;
mod own;
mod payments;
mod places;
mod polls;
mod profile_photos;
mod sending;
mod stickers;
mod updates;

use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};
use serde_json::Value;

use self::lacking::LACKING;
use super::answer::{Answer, Failure};
use super::read::Reason;
use super::request::{Arguments, leading_integer};
use super::{BotApi, Session};
use crate::rules::{ContentRefusal, Refusal};
use crate::world::{Shared, World};

/// A request: who asks, and for what.
#[derive(Debug)]
pub(super) struct Call<'a> {
    pub(super) bot_api: &'a BotApi,
    pub(super) bot: UserId,
    pub(super) session: Arc<Session>,
    pub(super) arguments: Arguments,
}

/// A method that answers at once.
type Method = fn(&Call<'_>) -> Result<Answer, Failure>;

/// All of them but `getUpdates`, the one that may wait.
const METHODS: [(&str, Method); 70] = [
    ("answerCallbackQuery", callbacks::answer_callback_query),
    ("answerGuestQuery", inline::answer_guest_query),
    ("answerInlineQuery", inline::answer_inline_query),
    ("answerPreCheckoutQuery", payments::answer_pre_checkout_query),
    ("answerShippingQuery", payments::answer_shipping_query),
    ("answerWebAppQuery", inline::answer_web_app_query),
    ("close", own::close),
    ("copyMessage", forwarding::copy_message),
    ("copyMessages", forwarding::copy_messages),
    ("createInvoiceLink", payments::create_invoice_link),
    ("deleteMessage", editing::delete_message),
    ("deleteMessages", editing::delete_messages),
    ("deleteMyCommands", commands::delete_my_commands),
    ("deleteWebhook", updates::delete_webhook),
    ("editMessageCaption", editing::edit_message_caption),
    ("editMessageLiveLocation", places::edit_message_live_location),
    ("editMessageMedia", editing::edit_message_media),
    ("editMessageReplyMarkup", editing::edit_message_reply_markup),
    ("editMessageText", editing::edit_message_text),
    ("editUserStarSubscription", payments::edit_user_star_subscription),
    ("forwardMessage", forwarding::forward_message),
    ("forwardMessages", forwarding::forward_messages),
    ("getBusinessConnection", business::get_business_connection),
    ("getChat", chats::get_chat),
    ("getChatAdministrators", chats::get_chat_administrators),
    ("getChatMember", chats::get_chat_member),
    ("getChatMemberCount", chats::get_chat_member_count),
    ("getChatMembersCount", chats::get_chat_member_count),
    ("getCustomEmojiStickers", stickers::get_custom_emoji_stickers),
    ("getFile", files::get_file),
    ("getGameHighScores", games::get_game_high_scores),
    ("getMe", own::get_me),
    ("getMyCommands", commands::get_my_commands),
    ("getMyStarBalance", payments::get_my_star_balance),
    ("getStarTransactions", payments::get_star_transactions),
    ("getStickerSet", stickers::get_sticker_set),
    ("getUserProfilePhotos", profile_photos::get_user_profile_photos),
    ("getWebhookInfo", updates::get_webhook_info),
    ("leaveChat", chats::leave_chat),
    ("logOut", own::log_out),
    ("refundStarPayment", payments::refund_star_payment),
    ("removeMyProfilePhoto", profile_photos::remove_my_profile_photo),
    ("sendAnimation", media::send_animation),
    ("sendAudio", media::send_audio),
    ("sendChatAction", sending::send_chat_action),
    ("sendContact", places::send_contact),
    ("sendDice", places::send_dice),
    ("sendDocument", media::send_document),
    ("sendGame", games::send_game),
    ("sendInvoice", payments::send_invoice),
    ("sendLivePhoto", media::send_live_photo),
    ("sendLocation", places::send_location),
    ("sendMediaGroup", media::send_media_group),
    ("sendMessage", sending::send_message),
    ("sendMessageDraft", drafts::send_message_draft),
    ("sendPaidMedia", media::send_paid_media),
    ("sendPhoto", media::send_photo),
    ("sendPoll", polls::send_poll),
    ("sendSticker", media::send_sticker),
    ("sendVenue", places::send_venue),
    ("sendVideo", media::send_video),
    ("sendVideoNote", media::send_video_note),
    ("sendVoice", media::send_voice),
    ("setGameScore", games::set_game_score),
    ("setMyCommands", commands::set_my_commands),
    ("setMyProfilePhoto", profile_photos::set_my_profile_photo),
    ("setWebhook", updates::set_webhook),
    ("stopMessageLiveLocation", places::stop_message_live_location),
    ("stopPoll", polls::stop_poll),
    ("uploadStickerFile", files::upload_sticker_file),
];

/// Runs a method by its name, in which capitals don't count.
pub(super) async fn run(name: &str, call: Call<'_>) -> Result<Answer, Failure> {
    if name.eq_ignore_ascii_case("getUpdates") {
        return updates::get_updates(call).await;
    }
    if let Some((_, method)) = METHODS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        let _under_way = call.session.call();
        return method(&call);
    }
    Err(match LACKING.iter().find(|known| known.eq_ignore_ascii_case(name)) {
        Some(known) => lacks(&format!("the method {known}")),
        None => Failure::new(404, "Not Found: method not found"),
    })
}

/// Telegram has it, the sandbox has not: never to be taken for an answer of Telegram's.
fn lacks(what: &str) -> Failure {
    Failure::new(501, format!("Not Implemented: the sandbox lacks {what}"))
}

impl Call<'_> {
    fn world(&self) -> &Shared {
        &self.bot_api.world
    }

    /// The chat that `chat_id` means, whether it is within the bot's reach or not.
    fn chat(&self, world: &World) -> Result<ChatId, Failure> {
        resolve_chat(world, self.arguments.get("chat_id"))
    }

    /// By what the bot names the business account in whose name it acts.
    fn business(&self) -> Option<&str> {
        Some(self.arguments.get("business_connection_id")).filter(|id| !id.is_empty())
    }

    /// An argument that must be there.
    fn required(&self, name: &str) -> Result<&str, Reason> {
        self.arguments.required(name)
    }

    /// Refuses what cannot be done in the name of a business account.
    fn no_business(&self) -> Result<(), Failure> {
        match self.arguments.get("business_connection_id") {
            "" => Ok(()),
            _ => Err(Failure::bad_request("business connection not found")),
        }
    }

    /// Refuses an argument that the sandbox can't do anything with.
    fn lacks_argument(&self, name: &str) -> Result<(), Failure> {
        match self.arguments.get(name) {
            "" => Ok(()),
            _ => Err(lacks(&format!("the argument {name}"))),
        }
    }
}

/// The chat that a number or an `@username` means.
fn resolve_chat(world: &World, chat: &str) -> Result<ChatId, Failure> {
    if chat.is_empty() {
        return Err(Failure::bad_request("chat_id is empty"));
    }
    if chat.starts_with('@') {
        return Ok(world.chat_named(chat)?);
    }
    Ok(ChatId(leading_integer(chat)))
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let mut failure = Self::new(refusal.code(), refusal.description());
        if let Refusal::Migrated(supergroup) = refusal {
            failure.migrate_to_chat_id = Some(supergroup);
        }
        failure
    }
}

impl From<ContentRefusal> for Failure {
    fn from(refusal: ContentRefusal) -> Self {
        Refusal::from(refusal).into()
    }
}

impl From<Reason> for Failure {
    fn from(reason: Reason) -> Self {
        Self::bad_request(&reason)
    }
}

impl From<Value> for Answer {
    fn from(result: Value) -> Self {
        Self::json(&result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_is_either_there_or_lacking() {
        for (name, _) in METHODS {
            assert!(!LACKING.contains(&name), "{name}");
        }
        assert!(METHODS.is_sorted_by_key(|(name, _)| name.to_ascii_lowercase()));
        assert!(LACKING.is_sorted_by_key(|name| name.to_ascii_lowercase()));
    }
}
