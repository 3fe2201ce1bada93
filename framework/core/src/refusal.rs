//! Which kind of error a refusal of Telegram's is: one table for both wires, from the Bot API's descriptions and from the
//! names of RPC errors.

use crate::error::ErrorKind::{self, *};

/// A situation in which Telegram refuses.
struct Row {
    /// How bots tell it.
    kind: ErrorKind,
    /// The names of its RPC errors, which the Bot API passes on where it has no words for them. A `*` stands for
    /// anything.
    names: &'static [&'static str],
    /// What its descriptions on the Bot API hold, in lower case. A `*` stands for anything.
    words: &'static [&'static str],
}

/// The situations that have a kind of their own. The first row that fits wins.
///
/// Where one name stands for several situations, this is the commonest: the backend finds out which it is.
const TABLE: &[Row] = &[
    Row { kind: Unauthorized, names: &["ACCESS_TOKEN_*", "AUTH_KEY_*", "SESSION_*"], words: &["logged out"] },
    Row { kind: Configuration, names: &["API_ID_*"], words: &[] },
    Row { kind: BotBlocked, names: &["USER_IS_BLOCKED"], words: &["bot was blocked by the user"] },
    Row { kind: Forbidden, names: &["USER_IS_BOT"], words: &["bot can't send messages to bots"] },
    Row {
        kind: UserDeactivated,
        names: &["INPUT_USER_DEACTIVATED", "USER_DEACTIVATED*"],
        words: &["user is deactivated"],
    },
    Row { kind: BotCantInitiate, names: &[], words: &["bot can't initiate conversation"] },
    Row {
        kind: BotNotMember,
        names: &["CHANNEL_PRIVATE", "CHAT_FORBIDDEN"],
        words: &["bot was kicked", "bot is not a member"],
    },
    Row {
        kind: ChatNotFound,
        names: &["PEER_ID_INVALID", "CHAT_ID_INVALID", "CHANNEL_INVALID", "USERNAME_NOT_OCCUPIED"],
        words: &[
            "group chat was deleted",
            "chat not found",
            "have no access to the chat",
            "can't access the chat",
        ],
    },
    Row {
        kind: UserIsAdministrator,
        names: &["USER_ADMIN_INVALID", "USER_CREATOR"],
        words: &["user is an administrator of the chat", "can't remove chat owner"],
    },
    Row {
        kind: NotEnoughRights,
        names: &["CHAT_ADMIN_REQUIRED", "CHAT_WRITE_FORBIDDEN", "CHAT_SEND_*_FORBIDDEN", "*RIGHT_FORBIDDEN"],
        words: &[
            "not enough rights",
            "have no rights",
            "need*administrator right",
            "no write access to the chat",
            "need owner rights",
        ],
    },
    Row {
        kind: UserNotFound,
        names: &["USER_ID_INVALID", "PARTICIPANT_ID_INVALID"],
        words: &["user not found", "invalid user_id specified", "have no access to the user"],
    },
    Row {
        kind: UserNotMember,
        names: &["USER_NOT_PARTICIPANT"],
        words: &["member not found", "user is not a member of the chat"],
    },
    Row {
        kind: UserAlreadyMember,
        names: &["USER_ALREADY_PARTICIPANT"],
        words: &["user is already a member"],
    },
    Row {
        kind: ChatNotModified,
        names: &["CHAT_NOT_MODIFIED", "CHAT_ABOUT_NOT_MODIFIED", "TOPIC_NOT_MODIFIED"],
        words: &["chat description is not modified"],
    },
    Row { kind: MessageNotModified, names: &["MESSAGE_NOT_MODIFIED"], words: &["message is not modified"] },
    Row {
        kind: MessageNotEditable,
        names: &["MESSAGE_AUTHOR_REQUIRED", "MESSAGE_EDIT_TIME_EXPIRED"],
        words: &["message can't be edited"],
    },
    Row {
        kind: MessageNotDeletable,
        names: &["MESSAGE_DELETE_FORBIDDEN"],
        words: &["message can't be deleted"],
    },
    Row {
        kind: MessageNotForwardable,
        names: &["CHAT_FORWARDS_RESTRICTED"],
        words: &["can't be forwarded", "can't be copied"],
    },
    Row {
        kind: MessageNotFound,
        names: &["MESSAGE_ID_INVALID", "MSG_ID_INVALID", "REPLY_MESSAGE_ID_INVALID"],
        words: &[
            "message to * not found",
            "message with * not found",
            "message not found",
            "message identifier is not specified",
        ],
    },
    Row {
        kind: MessageEmpty,
        names: &["MESSAGE_EMPTY"],
        words: &["message text is empty", "text must be non-empty"],
    },
    Row {
        kind: MessageTooLong,
        names: &["MESSAGE_TOO_LONG", "*CAPTION_TOO_LONG"],
        words: &["message is too long", "text is too long", "caption is too long"],
    },
    Row {
        kind: InvalidEntities,
        names: &["ENTITIES_TOO_LONG", "ENTITY_*"],
        words: &["can't parse entities", "can't parse messageentity"],
    },
    Row {
        kind: InvalidButton,
        names: &["REPLY_MARKUP_*", "BUTTON_*"],
        words: &[
            "keyboard button",
            "can't use switch_inline_query",
            "parse*reply keyboard markup",
            "parse*reply markup",
            "reply markup is too long",
        ],
    },
    Row { kind: QueryExpired, names: &["QUERY_ID_INVALID"], words: &["query is too old"] },
    Row {
        kind: TopicNotFound,
        names: &["TOPIC_ID_INVALID", "TOPIC_DELETED"],
        words: &["message thread not found"],
    },
    Row { kind: TopicClosed, names: &["TOPIC_CLOSED"], words: &[] },
    Row {
        kind: InviteLinkInvalid,
        names: &["INVITE_HASH_*", "INVITE_LINK_INVALID", "INVITE_REVOKED_MISSING"],
        words: &["wrong invite link", "invite link must be non-empty"],
    },
    Row { kind: JoinRequestNotFound, names: &["HIDE_REQUESTER_MISSING"], words: &[] },
    Row { kind: InvalidReaction, names: &["REACTION_*", "REACTIONS_TOO_MANY"], words: &[] },
    Row { kind: StickerSetNotFound, names: &["STICKERSET_INVALID"], words: &["sticker set not found"] },
    Row { kind: ScoreNotModified, names: &["BOT_SCORE_NOT_MODIFIED"], words: &[] },
    Row { kind: AlreadyRefunded, names: &["CHARGE_ALREADY_REFUNDED"], words: &[] },
    Row { kind: BalanceTooLow, names: &["BALANCE_TOO_LOW"], words: &[] },
    Row { kind: TooLarge { limit: None }, names: &[], words: &["file is too big"] },
    Row {
        kind: InvalidUrl,
        names: &[
            "WEBPAGE_CURL_FAILED",
            "WEBPAGE_MEDIA_EMPTY",
            "WC_CONVERT_URL_INVALID",
            "EXTERNAL_URL_INVALID",
        ],
        words: &[
            "failed to get http url content",
            "wrong type of the web page content",
            "bad request: wrong http url",
        ],
    },
    Row {
        kind: InvalidFile,
        names: &["FILE_ID_INVALID", "FILE_REFERENCE_*", "MEDIA_EMPTY"],
        words: &[
            "wrong file_id",
            "invalid file_id",
            "wrong file identifier",
            "wrong remote file identifier",
            "there is no * in the request",
        ],
    },
    Row { kind: NotFound, names: &[], words: &["method not found"] },
];

impl ErrorKind {
    /// The kind of a refusal, by Telegram's text for it: a description of the Bot API's, or the name of an RPC error.
    /// `None` for one that has no kind of its own.
    ///
    /// ```
    /// # use ambigram_core::ErrorKind;
    /// let described = ErrorKind::of_refusal("Forbidden: bot was blocked by the user");
    /// assert_eq!(described, ErrorKind::of_refusal("USER_IS_BLOCKED"));
    /// assert_eq!(described, Some(ErrorKind::BotBlocked));
    /// ```
    pub fn of_refusal(text: &str) -> Option<Self> {
        let name = text.rsplit_once(": ").map_or(text, |(_, name)| name);
        let row = if is_name(name) {
            TABLE.iter().find(|row| row.names.iter().any(|pattern| is_like(name, pattern)))
        } else {
            let text = text.to_lowercase();
            TABLE.iter().find(|row| row.words.iter().any(|pattern| holds(&text, pattern)))
        };
        row.map(|row| row.kind.clone())
    }
}

/// Whether a text is the name of an RPC error.
fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// Whether a name is what a pattern says.
fn is_like(name: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => name.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
        None => name == pattern,
    }
}

/// Whether a text holds the parts of a pattern, in their order.
fn holds(text: &str, pattern: &str) -> bool {
    let mut rest = text;
    pattern.split('*').all(|part| match rest.split_once(part) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each name, and the Bot API's text for the same.
    #[test]
    fn a_situation_has_one_kind_whichever_wire_tells_it() {
        let table = [
            ("PEER_ID_INVALID", "Bad Request: chat not found", ChatNotFound),
            ("CHAT_ID_INVALID", "Forbidden: the group chat was deleted", ChatNotFound),
            ("USERNAME_NOT_OCCUPIED", "Bad Request: private chat not found", ChatNotFound),
            ("USER_IS_BLOCKED", "Forbidden: bot was blocked by the user", BotBlocked),
            ("USER_IS_BOT", "Forbidden: bot can't send messages to bots", Forbidden),
            ("INPUT_USER_DEACTIVATED", "Forbidden: Forbidden: user is deactivated", UserDeactivated),
            ("CHANNEL_PRIVATE", "Forbidden: bot was kicked from the supergroup chat", BotNotMember),
            ("CHANNEL_PRIVATE", "Forbidden: bot is not a member of the channel chat", BotNotMember),
            (
                "CHAT_WRITE_FORBIDDEN",
                "Bad Request: not enough rights to send text messages to the chat",
                NotEnoughRights,
            ),
            ("CHAT_ADMIN_REQUIRED", "Bad Request: CHAT_ADMIN_REQUIRED", NotEnoughRights),
            (
                "CHAT_ADMIN_REQUIRED",
                "Bad Request: need administrator rights in the channel chat",
                NotEnoughRights,
            ),
            ("CHAT_SEND_PLAIN_FORBIDDEN", "Bad Request: have no write access to the chat", NotEnoughRights),
            ("RIGHT_FORBIDDEN", "Bad Request: RIGHT_FORBIDDEN", NotEnoughRights),
            ("USER_ADMIN_INVALID", "Bad Request: user is an administrator of the chat", UserIsAdministrator),
            ("USER_CREATOR", "Bad Request: can't remove chat owner", UserIsAdministrator),
            ("USER_ID_INVALID", "Bad Request: user not found", UserNotFound),
            ("PARTICIPANT_ID_INVALID", "Bad Request: PARTICIPANT_ID_INVALID", UserNotFound),
            ("USER_NOT_PARTICIPANT", "Bad Request: member not found", UserNotMember),
            ("USER_ALREADY_PARTICIPANT", "Bad Request: USER_ALREADY_PARTICIPANT", UserAlreadyMember),
            ("CHAT_NOT_MODIFIED", "Bad Request: CHAT_NOT_MODIFIED", ChatNotModified),
            ("CHAT_ABOUT_NOT_MODIFIED", "Bad Request: chat description is not modified", ChatNotModified),
            (
                "MESSAGE_NOT_MODIFIED",
                "Bad Request: message is not modified: specified new message …",
                MessageNotModified,
            ),
            ("MESSAGE_AUTHOR_REQUIRED", "Bad Request: message can't be edited", MessageNotEditable),
            (
                "MESSAGE_DELETE_FORBIDDEN",
                "Bad Request: message can't be deleted for everyone",
                MessageNotDeletable,
            ),
            ("CHAT_FORWARDS_RESTRICTED", "Bad Request: the message can't be copied", MessageNotForwardable),
            ("MESSAGE_ID_INVALID", "Bad Request: message to edit not found", MessageNotFound),
            ("REPLY_MESSAGE_ID_INVALID", "Bad Request: message to be replied not found", MessageNotFound),
            ("MESSAGE_EMPTY", "Bad Request: message text is empty", MessageEmpty),
            ("MEDIA_CAPTION_TOO_LONG", "Bad Request: message caption is too long", MessageTooLong),
            ("ENTITY_BOUNDS_INVALID", "Bad Request: can't parse entities: Can't find …", InvalidEntities),
            (
                "BUTTON_URL_INVALID",
                "Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL",
                InvalidButton,
            ),
            (
                "BUTTON_TYPE_INVALID",
                "Bad Request: can't parse inline keyboard button: Text buttons …",
                InvalidButton,
            ),
            ("REPLY_MARKUP_TOO_LONG", "Bad Request: reply markup is too long", InvalidButton),
            (
                "QUERY_ID_INVALID",
                "Bad Request: query is too old and response timeout expired or …",
                QueryExpired,
            ),
            ("TOPIC_ID_INVALID", "Bad Request: message thread not found", TopicNotFound),
            ("TOPIC_CLOSED", "Bad Request: TOPIC_CLOSED", TopicClosed),
            ("INVITE_HASH_EXPIRED", "Bad Request: INVITE_HASH_EXPIRED", InviteLinkInvalid),
            ("HIDE_REQUESTER_MISSING", "Bad Request: HIDE_REQUESTER_MISSING", JoinRequestNotFound),
            ("REACTION_INVALID", "Bad Request: REACTION_INVALID", InvalidReaction),
            ("STICKERSET_INVALID", "Bad Request: sticker set not found", StickerSetNotFound),
            ("BOT_SCORE_NOT_MODIFIED", "Bad Request: BOT_SCORE_NOT_MODIFIED", ScoreNotModified),
            ("CHARGE_ALREADY_REFUNDED", "Bad Request: CHARGE_ALREADY_REFUNDED", AlreadyRefunded),
            ("WEBPAGE_CURL_FAILED", "Bad Request: failed to get HTTP URL content", InvalidUrl),
            ("EXTERNAL_URL_INVALID", "Bad Request: Wrong HTTP URL specified", InvalidUrl),
            (
                "FILE_REFERENCE_EXPIRED",
                "Bad Request: wrong file_id or the file is temporarily unavailable",
                InvalidFile,
            ),
            ("MEDIA_EMPTY", "Bad Request: wrong file identifier/HTTP URL specified", InvalidFile),
            ("FILE_ID_INVALID", "Bad Request: wrong remote file identifier specified: Wrong …", InvalidFile),
        ];
        for (name, text, expected) in table {
            for told in [name, text] {
                assert_eq!(ErrorKind::of_refusal(told).as_ref(), Some(&expected), "{told}");
            }
        }
    }

    #[test]
    fn what_has_no_kind_of_its_own_has_none() {
        for told in [
            "BOT_METHOD_INVALID",
            "Bad Request: BOT_METHOD_INVALID",
            "Bad Request: chat_id is empty",
            "",
            ": ",
        ] {
            assert_eq!(ErrorKind::of_refusal(told), None, "{told}");
        }
    }

    #[test]
    fn every_pattern_of_the_table_can_be_reached() {
        for row in TABLE {
            let names = row.names.iter().map(|name| name.replace('*', "X"));
            let words = row.words.iter().map(|words| words.replace('*', " a "));
            for told in names.chain(words) {
                assert_eq!(ErrorKind::of_refusal(&told).as_ref(), Some(&row.kind), "{told}");
            }
        }
    }
}
