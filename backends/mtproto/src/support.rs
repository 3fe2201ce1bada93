//! What of the Bot API can be done over MTProto: the same, otherwise, or not at all.

use ambigram_core::{Error, ErrorKind};

use Support::{Differs, Impossible, Same};

/// How far a method of the Bot API can be had over MTProto.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Support {
    /// It does what it does on the Bot API.
    Same,
    /// It does what it is for, and differs in something.
    Differs(&'static str),
    /// Telegram has no such thing on this wire.
    Impossible(&'static str),
}

/// Each request of the vocabulary, by its name.
const TABLE: &[(&str, Support)] = &[
    ("answerCallbackQuery", Same),
    ("answerInlineQuery", Same),
    ("answerPreCheckoutQuery", Same),
    ("answerShippingQuery", Same),
    ("answerWebAppQuery", Same),
    ("approveChatJoinRequest", Same),
    ("banChatMember", Same),
    ("banChatSenderChat", Same),
    (
        "close",
        Impossible(
            "it ends the bot on one Bot API server before the bot moves to another: on this wire there is no such server",
        ),
    ),
    ("closeForumTopic", Same),
    ("closeGeneralForumTopic", Same),
    ("copyMessage", Same),
    ("copyMessages", Same),
    ("createChatInviteLink", Same),
    ("createChatSubscriptionInviteLink", Same),
    ("createForumTopic", Same),
    ("createInvoiceLink", Same),
    ("declineChatJoinRequest", Same),
    ("deleteAllMessageReactions", Same),
    ("deleteChatPhoto", Same),
    ("deleteChatStickerSet", Same),
    ("deleteForumTopic", Same),
    ("deleteMessage", Same),
    ("deleteMessageReaction", Same),
    ("deleteMessages", Same),
    ("deleteMyCommands", Same),
    ("editChatInviteLink", Same),
    ("editChatSubscriptionInviteLink", Same),
    ("editForumTopic", Same),
    ("editGeneralForumTopic", Same),
    ("editMessageCaption", Same),
    ("editMessageLiveLocation", Same),
    ("editMessageMedia", Same),
    ("editMessageReplyMarkup", Same),
    ("editMessageText", Same),
    ("editUserStarSubscription", Same),
    ("exportChatInviteLink", Same),
    ("forwardMessage", Same),
    ("forwardMessages", Same),
    ("getBusinessConnection", Same),
    ("getChat", Same),
    ("getChatAdministrators", Same),
    ("getChatMember", Same),
    ("getChatMemberCount", Same),
    ("getChatMenuButton", Same),
    ("getCustomEmojiStickers", Same),
    (
        "getFile",
        Differs("neither a path nor the size is told: a file is downloaded by its id, and may have any size"),
    ),
    ("getForumTopicIconStickers", Same),
    ("getGameHighScores", Same),
    ("getMe", Same),
    ("getMessages", Differs("the Bot API has no such method")),
    ("getMyCommands", Same),
    ("getMyDefaultAdministratorRights", Same),
    ("getMyDescription", Same),
    ("getMyName", Same),
    ("getMyShortDescription", Same),
    ("getMyStarBalance", Same),
    ("getStarTransactions", Same),
    ("getStickerSet", Same),
    ("getUserChatBoosts", Same),
    ("getUserProfileAudios", Same),
    ("getUserProfilePhotos", Same),
    ("hideGeneralForumTopic", Same),
    ("leaveChat", Same),
    (
        "logOut",
        Differs(
            "it ends the session at Telegram rather than that of a Bot API server; the next call signs in anew, without a wait",
        ),
    ),
    ("pinChatMessage", Same),
    ("promoteChatMember", Same),
    ("refundStarPayment", Same),
    ("removeMyProfilePhoto", Same),
    ("reopenForumTopic", Same),
    ("reopenGeneralForumTopic", Same),
    ("restrictChatMember", Same),
    ("revokeChatInviteLink", Same),
    ("sendAnimation", Same),
    ("sendAudio", Same),
    ("sendChatAction", Same),
    ("sendContact", Same),
    ("sendDice", Same),
    ("sendDocument", Same),
    ("sendGame", Same),
    ("sendInvoice", Same),
    ("sendLivePhoto", Same),
    ("sendLocation", Same),
    ("sendMediaGroup", Same),
    ("sendMessage", Same),
    ("sendMessageDraft", Same),
    ("sendPaidMedia", Same),
    ("sendPhoto", Same),
    ("sendPoll", Same),
    ("sendSticker", Same),
    ("sendVenue", Same),
    ("sendVideo", Same),
    ("sendVideoNote", Same),
    ("sendVoice", Same),
    ("setChatAdministratorCustomTitle", Same),
    ("setChatDescription", Same),
    ("setChatMemberTag", Same),
    ("setChatMenuButton", Same),
    ("setChatPermissions", Same),
    ("setChatPhoto", Same),
    ("setChatStickerSet", Same),
    ("setChatTitle", Same),
    ("setGameScore", Same),
    ("setMessageReaction", Same),
    ("setMyCommands", Same),
    ("setMyDefaultAdministratorRights", Same),
    ("setMyDescription", Same),
    ("setMyName", Same),
    ("setMyProfilePhoto", Same),
    ("setMyShortDescription", Same),
    ("stopMessageLiveLocation", Same),
    ("stopPoll", Same),
    ("unbanChatMember", Same),
    ("unbanChatSenderChat", Same),
    ("unhideGeneralForumTopic", Same),
    ("unpinAllChatMessages", Same),
    ("unpinAllForumTopicMessages", Same),
    ("unpinAllGeneralForumTopicMessages", Same),
    ("unpinChatMessage", Same),
];

/// How far a method of the Bot API can be had over MTProto, by its name; `None` for one that there is no request for:
/// it can be had by invoking an RPC.
///
/// ```
/// use ambigram_mtproto::{Support, support};
///
/// assert_eq!(support("sendMessage"), Some(Support::Same));
/// assert!(matches!(support("close"), Some(Support::Impossible(_))));
/// ```
pub fn support(method: &str) -> Option<Support> {
    TABLE.iter().find(|(name, _)| *name == method).map(|(_, support)| *support)
}

/// The refusal of a request that is not carried out, with the reason.
pub(crate) fn refusal(method: &'static str) -> Error {
    let reason = match support(method) {
        Some(Impossible(reason)) => reason,
        _ => "MTProto cannot do this yet",
    };
    Error::new(ErrorKind::Unsupported { backend: "MTProto" }, reason)
}

#[cfg(test)]
mod tests {
    use ambigram_core::requests::Request;

    use super::*;
    use crate::calls::CARRIED;

    #[test]
    fn each_request_is_in_the_table_and_is_carried_out_unless_it_cannot_be() {
        let mut wrong = Vec::new();
        for method in Request::METHODS {
            let is_carried = CARRIED.contains(method);
            match support(method) {
                None => wrong.push(format!("{method} is not in the table")),
                Some(Impossible(_)) if is_carried => wrong.push(format!("{method} is possible after all")),
                Some(Same | Differs(_)) if !is_carried => wrong.push(format!("{method} is not carried out")),
                Some(_) => {}
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("; "));
        assert_eq!(TABLE.len(), Request::METHODS.len());
        assert!(TABLE.is_sorted_by_key(|(name, _)| name));
    }
}
