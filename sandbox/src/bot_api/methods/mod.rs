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
mod groups;
mod inline;
mod invites;
mod lacking;
mod media;
mod own;
mod payments;
mod places;
mod polls;
mod profile;
mod profile_photos;
mod reactions;
mod sending;
mod stickers;
mod topics;
mod updates;

use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};
use serde_json::Value;

use self::lacking::LACKING;
use super::answer::{Answer, Failure};
use super::read::Reason;
use super::request::{Arguments, leading_integer};
use super::{BotApi, Session};
use crate::rules::{ChatRefusal, ContentRefusal, Refusal};
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
const METHODS: [(&str, Method); 124] = [
    ("answerCallbackQuery", callbacks::answer_callback_query),
    ("answerGuestQuery", inline::answer_guest_query),
    ("answerInlineQuery", inline::answer_inline_query),
    ("answerPreCheckoutQuery", payments::answer_pre_checkout_query),
    ("answerShippingQuery", payments::answer_shipping_query),
    ("answerWebAppQuery", inline::answer_web_app_query),
    ("approveChatJoinRequest", invites::approve_chat_join_request),
    ("banChatMember", groups::ban_chat_member),
    ("banChatSenderChat", groups::ban_chat_sender_chat),
    ("close", own::close),
    ("closeForumTopic", topics::close_forum_topic),
    ("closeGeneralForumTopic", topics::close_general_forum_topic),
    ("copyMessage", forwarding::copy_message),
    ("copyMessages", forwarding::copy_messages),
    ("createChatInviteLink", invites::create_chat_invite_link),
    ("createChatSubscriptionInviteLink", invites::create_chat_subscription_invite_link),
    ("createForumTopic", topics::create_forum_topic),
    ("createInvoiceLink", payments::create_invoice_link),
    ("declineChatJoinRequest", invites::decline_chat_join_request),
    ("deleteAllMessageReactions", reactions::delete_all_message_reactions),
    ("deleteChatPhoto", groups::delete_chat_photo),
    ("deleteChatStickerSet", groups::delete_chat_sticker_set),
    ("deleteForumTopic", topics::delete_forum_topic),
    ("deleteMessage", editing::delete_message),
    ("deleteMessageReaction", reactions::delete_message_reaction),
    ("deleteMessages", editing::delete_messages),
    ("deleteMyCommands", commands::delete_my_commands),
    ("deleteWebhook", updates::delete_webhook),
    ("editChatInviteLink", invites::edit_chat_invite_link),
    ("editChatSubscriptionInviteLink", invites::edit_chat_subscription_invite_link),
    ("editForumTopic", topics::edit_forum_topic),
    ("editGeneralForumTopic", topics::edit_general_forum_topic),
    ("editMessageCaption", editing::edit_message_caption),
    ("editMessageLiveLocation", places::edit_message_live_location),
    ("editMessageMedia", editing::edit_message_media),
    ("editMessageReplyMarkup", editing::edit_message_reply_markup),
    ("editMessageText", editing::edit_message_text),
    ("editUserStarSubscription", payments::edit_user_star_subscription),
    ("exportChatInviteLink", invites::export_chat_invite_link),
    ("forwardMessage", forwarding::forward_message),
    ("forwardMessages", forwarding::forward_messages),
    ("getBusinessConnection", business::get_business_connection),
    ("getChat", chats::get_chat),
    ("getChatAdministrators", chats::get_chat_administrators),
    ("getChatMember", chats::get_chat_member),
    ("getChatMemberCount", chats::get_chat_member_count),
    ("getChatMembersCount", chats::get_chat_member_count),
    ("getChatMenuButton", profile::get_chat_menu_button),
    ("getCustomEmojiStickers", stickers::get_custom_emoji_stickers),
    ("getFile", files::get_file),
    ("getForumTopicIconStickers", topics::get_forum_topic_icon_stickers),
    ("getGameHighScores", games::get_game_high_scores),
    ("getMe", own::get_me),
    ("getMyCommands", commands::get_my_commands),
    ("getMyDefaultAdministratorRights", profile::get_my_default_administrator_rights),
    ("getMyDescription", profile::get_my_description),
    ("getMyName", profile::get_my_name),
    ("getMyShortDescription", profile::get_my_short_description),
    ("getMyStarBalance", payments::get_my_star_balance),
    ("getStarTransactions", payments::get_star_transactions),
    ("getStickerSet", stickers::get_sticker_set),
    ("getUserChatBoosts", invites::get_user_chat_boosts),
    ("getUserProfilePhotos", profile_photos::get_user_profile_photos),
    ("getWebhookInfo", updates::get_webhook_info),
    ("hideGeneralForumTopic", topics::hide_general_forum_topic),
    ("kickChatMember", groups::ban_chat_member),
    ("leaveChat", chats::leave_chat),
    ("logOut", own::log_out),
    ("pinChatMessage", groups::pin_chat_message),
    ("promoteChatMember", groups::promote_chat_member),
    ("refundStarPayment", payments::refund_star_payment),
    ("removeMyProfilePhoto", profile_photos::remove_my_profile_photo),
    ("reopenForumTopic", topics::reopen_forum_topic),
    ("reopenGeneralForumTopic", topics::reopen_general_forum_topic),
    ("restrictChatMember", groups::restrict_chat_member),
    ("revokeChatInviteLink", invites::revoke_chat_invite_link),
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
    ("setChatAdministratorCustomTitle", groups::set_chat_administrator_custom_title),
    ("setChatDescription", groups::set_chat_description),
    ("setChatMemberTag", groups::set_chat_member_tag),
    ("setChatMenuButton", profile::set_chat_menu_button),
    ("setChatPermissions", groups::set_chat_permissions),
    ("setChatPhoto", groups::set_chat_photo),
    ("setChatStickerSet", groups::set_chat_sticker_set),
    ("setChatTitle", groups::set_chat_title),
    ("setGameScore", games::set_game_score),
    ("setMessageReaction", reactions::set_message_reaction),
    ("setMyCommands", commands::set_my_commands),
    ("setMyDefaultAdministratorRights", profile::set_my_default_administrator_rights),
    ("setMyDescription", profile::set_my_description),
    ("setMyName", profile::set_my_name),
    ("setMyProfilePhoto", profile_photos::set_my_profile_photo),
    ("setMyShortDescription", profile::set_my_short_description),
    ("setWebhook", updates::set_webhook),
    ("stopMessageLiveLocation", places::stop_message_live_location),
    ("stopPoll", polls::stop_poll),
    ("unbanChatMember", groups::unban_chat_member),
    ("unbanChatSenderChat", groups::unban_chat_sender_chat),
    ("unhideGeneralForumTopic", topics::unhide_general_forum_topic),
    ("unpinAllChatMessages", groups::unpin_all_chat_messages),
    ("unpinAllForumTopicMessages", topics::unpin_all_forum_topic_messages),
    ("unpinAllGeneralForumTopicMessages", topics::unpin_all_general_forum_topic_messages),
    ("unpinChatMessage", groups::unpin_chat_message),
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
        if let Refusal::Chat(ChatRefusal::SlowMode(wait)) = refusal {
            failure.retry_after = u32::try_from(wait).ok();
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
