//! Why Telegram says no, in both of its spellings.

use std::borrow::Cow;
use std::fmt;

use ambigram_core::text::TextError;
use ambigram_core::types::ChatId;

use super::ChatRefusal;
use super::ContentRefusal;

/// A refusal: the same on both wires, spelt by each in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    // Whom one speaks to.
    /// No such chat, as far as the asking account knows.
    ChatNotFound,
    /// No such user, as far as the asking account knows.
    UserNotFound,
    /// No account has this username.
    UsernameNotOccupied,
    /// The user never wrote to the bot.
    CannotInitiateConversation,
    /// Bots do not write to bots.
    BotToBot,
    /// The user blocked the bot.
    BlockedByUser,
    /// The asking user blocked the other.
    YouBlockedUser,
    /// The other account was deleted.
    UserDeactivated,
    /// The asking account is barred from the chat.
    Kicked(ChatSort),
    /// The asking account is not in the chat.
    NotMember(ChatSort),
    /// The group is no more.
    GroupDeleted,
    /// The group became this supergroup.
    Migrated(ChatId),

    // Rights.
    /// Members may not write text here.
    NoRightToSendText,
    /// Members may not send this here.
    NoRightToSend {
        /// What it is, in Telegram's word.
        what: &'static str,
        /// MTProto's name for the refusal.
        rpc: &'static str,
    },
    /// Only administrators post in a channel.
    NoRightToPost,
    /// The action is the administrators'.
    NeedAdministrator,
    /// The administrator lacks the right that the action takes.
    NoRight(&'static str),
    /// Nobody acts against the owner, or an administrator that another made.
    UserIsAdministrator,
    /// The bot is not connected to a business account by this name.
    BusinessConnectionNotFound,
    /// What both wires spell alike, and no more is to be said of.
    Same(&'static str),
    /// The action is for users only.
    BotsCannot,
    /// The action is for bots only.
    OnlyBots,
    /// The bot's owner forbade it to join groups.
    BotCannotJoinGroups,
    /// The bot can be in a channel as an administrator only.
    BotsAreAdministratorsInChannels,
    /// The user is already in the chat.
    AlreadyMember,
    /// The user is not in the chat.
    UserNotMember,
    /// The user is barred from the chat, and the asking account may not lift that.
    UserKicked,
    /// The owner must hand the chat over, or delete it, before leaving.
    CreatorCannotLeave,
    /// The chat has no topics.
    NotForum,
    /// The action is for groups, supergroups or channels, not for private chats.
    NotInPrivateChats,
    /// The action is for supergroups and channels.
    OnlyInSupergroups,

    // Text and buttons.
    /// There is no text.
    TextEmpty,
    /// Too many characters.
    TextTooLong,
    /// Nothing visible is left of the text, or an entity has no sense where it stands.
    BadText(TextError),
    /// Callback data of 0 or more than 64 bytes.
    ButtonDataInvalid,
    /// A button's address cannot be one.
    ButtonUrlInvalid {
        /// What the address is for: nothing for a plain link, `Web App `.
        what: &'static str,
        /// The address.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A button that opens the profile of somebody whom the asking account does not know.
    ButtonUserInvalid,
    /// A button for inline mode, of this field's name, in a channel, whose readers never see who wrote.
    SwitchInlineInChannel(&'static str),
    /// A button of a kind that cannot stand there: a Web App outside of a private chat, say.
    ButtonTypeInvalid,
    /// A copied text of 0 or more than 256 characters.
    ButtonCopyTextInvalid,
    /// Too many buttons, or too much in them.
    KeyboardTooLong,
    /// Channels have no keyboard but the one under a post.
    InlineKeyboardExpected,
    /// What a button asks for can be asked of one user only: the text says what.
    OnlyInPrivateChats(&'static str),
    /// An effect elsewhere than in a private chat.
    EffectOutsidePrivateChat,
    /// Users have no buttons to send.
    KeyboardFromUser,

    // Messages.
    /// The answered message is not there.
    ReplyNotFound,
    /// The quoted part is not in the answered message.
    QuoteNotFound,
    /// The topic is not there.
    ThreadNotFound,
    /// The topic is closed.
    ThreadClosed,
    /// The message to edit is not there.
    EditNotFound,
    /// Another wrote the message.
    EditNotAuthor,
    /// The message is too old to be edited.
    EditTooLate,
    /// Nothing would change.
    NotModified,
    /// The message to delete is not there.
    DeleteNotFound,
    /// The message may not be deleted by the asking account.
    DeleteForbidden,
    /// The message may not, or no longer, be deleted for everyone.
    DeleteForEveryoneForbidden,
    /// Too many messages at once.
    TooManyMessages,

    // Captions, several files at once, messages that are sent on.
    /// Too many characters beside a file.
    CaptionTooLong,
    /// Too many files to be sent together.
    GroupTooLong,
    /// No files to be sent together.
    GroupEmpty,
    /// A file that can't be sent together with others.
    GroupedInvalid,
    /// The captions stand above some of the files only.
    GroupCaptionsDiffer,
    /// Files of this sort can't be sent together with others.
    GroupMixed(&'static str),
    /// The sort of a file that was sent together with others can't change.
    GroupedSortChanges,
    /// The message has no text.
    NoTextToEdit,
    /// The message has no place for a caption.
    NoCaptionToEdit,
    /// What the message holds can't be replaced by a file.
    MediaNotEditable,
    /// What can't be put into a message that is there already.
    NewMediaInvalid,
    /// The message to copy is not there.
    CopiedNotFound,
    /// The message may not be sent on.
    ForwardsRestricted,
    /// The message can't be sent on.
    ForwardForbidden,
    /// The message can't be copied.
    CopyForbidden,

    // Files for those who pay.
    /// A price of no Stars, or of too many.
    PaidMediaPriceInvalid,
    /// No files, too many, or other files than photos and videos.
    PaidMediaCountInvalid,
    /// Too long a payload.
    PaidMediaPayloadInvalid,
    /// Users take money in channels only.
    PaidMediaOutsideChannel,

    // Sets of stickers.
    /// A name that no set can have.
    StickerSetNameInvalid,
    /// A name that a set has already.
    StickerSetNameOccupied,
    /// An empty or too long title.
    StickerSetTitleInvalid,
    /// A set without stickers.
    StickersEmpty,
    /// A sticker that stands for no emoji.
    StickerEmojiInvalid,

    // Buttons pressed.
    /// The pressed message is not there.
    PressedMessageNotFound,
    /// The pressed message has no such button.
    PressedDataInvalid,
    /// The press is unknown, not the bot's, answered, or too old.
    QueryInvalid,
    /// The answer to a press is too long.
    CallbackAnswerTooLong,
    /// The answer's address may not be opened.
    CallbackUrlInvalid,

    // Files.
    /// No such file, as far as the asking account knows.
    FileNotFound,
    /// There are no bytes in it.
    FileEmpty,
    /// There are too many bytes in it.
    FileTooBig {
        /// How many there are.
        size: usize,
        /// How many there may be.
        most: usize,
        /// What it is too big for: nothing, or ` for a photo` and the like.
        purpose: &'static str,
    },
    /// A photo that is no image, or a broken one.
    ImageProcessFailed,
    /// A photo that is too big, or too narrow.
    PhotoInvalidDimensions,
    /// A photo whose name ends as an image's does not.
    PhotoExtensionInvalid,
    /// A file reference that there is not.
    FileReferenceEmpty,
    /// A file reference that is too old.
    FileReferenceExpired,
    /// A file reference that never was given.
    FileReferenceInvalid,
    /// An address that can't be one.
    WebUrlInvalid,
    /// An address under which there is nothing.
    WebpageNotThere,
    /// What stands under an address is not what was to be sent.
    WebpageWrongType,

    // A bot's menu.
    /// Too many commands.
    TooManyCommands,
    /// A command without a name.
    CommandEmpty,
    /// A command's name is too long.
    CommandTooLong,
    /// A command's name has other characters than `a`–`z`, `0`–`9` and `_`.
    CommandInvalid,
    /// A command without a description.
    CommandDescriptionEmpty,
    /// A command's description is too long.
    CommandDescriptionTooLong,
    /// No language has this code.
    LanguageCodeInvalid,
    /// The scope has no sense in a private chat.
    ScopeInPrivateChat,
    /// Channels have no menu.
    ScopeInChannel,

    /// A place, a poll, a game, an invoice or the like cannot be had, or nothing be done with it.
    Content(ContentRefusal),
    /// What is done to chats: links, requests, titles, topics, pins, reactions and boosts.
    Chat(ChatRefusal),

    // Accounts and chats being made.
    /// A username that Telegram would not give.
    UsernameInvalid,
    /// A username that is taken.
    UsernameOccupied,
    /// A bot's username must end in `bot`.
    BotUsernameInvalid,
    /// A token that is not of a token's shape, or is another bot's.
    TokenInvalid,
    /// A number that is another account's, or none.
    UserIdTaken,
    /// A phone number that is taken.
    PhoneNumberOccupied,
    /// An empty or too long first name.
    FirstNameInvalid,
    /// An empty or too long title.
    TitleInvalid,
    /// Too long a description.
    AboutTooLong,
}

/// What a chat of several is called in refusals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChatSort {
    /// A basic group.
    Group,
    /// A supergroup.
    Supergroup,
    /// A channel.
    Channel,
}

/// A refusal as MTProto spells it: `rpc_error`'s code and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rpc {
    /// 400, 403, 406 …
    pub code: i32,
    /// `PEER_ID_INVALID` and the like.
    pub name: Cow<'static, str>,
}

impl ChatSort {
    /// Telegram's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Supergroup => "supergroup",
            Self::Channel => "channel",
        }
    }
}

impl Refusal {
    /// The Bot API's `error_code`.
    pub fn code(&self) -> u16 {
        self.spelling().0
    }

    /// The Bot API's `description`.
    pub fn description(&self) -> String {
        let (code, text, _, _) = self.spelling();
        match code {
            403 => format!("Forbidden: {text}"),
            // It has its own words already.
            429 => text.into_owned(),
            _ => format!("Bad Request: {text}"),
        }
    }

    /// MTProto's `rpc_error`.
    pub fn rpc(&self) -> Rpc {
        let (_, _, code, name) = self.spelling();
        Rpc { code, name }
    }

    /// The Bot API's code and text without its prefix, then MTProto's code and name.
    fn spelling(&self) -> (u16, Cow<'static, str>, i32, Cow<'static, str>) {
        let both = |text: &'static str, name: &'static str| (400, text.into(), 400, name.into());
        let forbidden = |text: String, code: i32, name: &'static str| (403, text.into(), code, name.into());
        let same = |name: &'static str| both(name, name);
        match self {
            Self::ChatNotFound => both("chat not found", "PEER_ID_INVALID"),
            Self::UserNotFound => both("user not found", "USER_ID_INVALID"),
            Self::UsernameNotOccupied => both("chat not found", "USERNAME_NOT_OCCUPIED"),
            Self::CannotInitiateConversation => {
                forbidden("bot can't initiate conversation with a user".into(), 400, "PEER_ID_INVALID")
            }
            Self::BotToBot => forbidden("the bot can't send messages to the bot".into(), 400, "USER_IS_BOT"),
            Self::BlockedByUser => forbidden("bot was blocked by the user".into(), 400, "USER_IS_BLOCKED"),
            Self::YouBlockedUser => both("YOU_BLOCKED_USER", "YOU_BLOCKED_USER"),
            Self::UserDeactivated => forbidden("user is deactivated".into(), 400, "INPUT_USER_DEACTIVATED"),
            Self::Kicked(ChatSort::Group) => {
                forbidden("bot was kicked from the group chat".into(), 400, "PEER_ID_INVALID")
            }
            Self::Kicked(sort) => {
                forbidden(format!("bot was kicked from the {} chat", sort.name()), 400, "CHANNEL_PRIVATE")
            }
            Self::NotMember(ChatSort::Group) => {
                forbidden("bot is not a member of the group chat".into(), 400, "PEER_ID_INVALID")
            }
            Self::NotMember(sort) => {
                forbidden(format!("bot is not a member of the {} chat", sort.name()), 400, "CHANNEL_PRIVATE")
            }
            Self::GroupDeleted => forbidden("the group chat was deleted".into(), 400, "CHAT_ID_INVALID"),
            Self::Migrated(_) => both("group chat was upgraded to a supergroup chat", "CHAT_WRITE_FORBIDDEN"),

            Self::NoRightToSendText => (
                400,
                "not enough rights to send text messages to the chat".into(),
                403,
                "CHAT_WRITE_FORBIDDEN".into(),
            ),
            Self::NoRightToSend { what, rpc } => {
                (400, format!("not enough rights to send {what} to the chat").into(), 403, (*rpc).into())
            }
            Self::NoRightToPost => {
                both("need administrator rights in the channel chat", "CHAT_ADMIN_REQUIRED")
            }
            Self::NeedAdministrator => both("CHAT_ADMIN_REQUIRED", "CHAT_ADMIN_REQUIRED"),
            Self::NoRight(what) => {
                (400, format!("not enough rights to {what}").into(), 403, "RIGHT_FORBIDDEN".into())
            }
            Self::UserIsAdministrator => both("user is an administrator of the chat", "USER_ADMIN_INVALID"),
            Self::Same(name) => same(name),
            Self::BusinessConnectionNotFound => {
                both("business connection not found", "BUSINESS_CONNECTION_INVALID")
            }
            Self::BotsCannot => same("BOT_METHOD_INVALID"),
            Self::OnlyBots => same("USER_BOT_REQUIRED"),
            Self::BotCannotJoinGroups => same("BOT_GROUPS_BLOCKED"),
            Self::BotsAreAdministratorsInChannels => same("USER_BOT"),
            Self::AlreadyMember => same("USER_ALREADY_PARTICIPANT"),
            Self::UserNotMember => same("USER_NOT_PARTICIPANT"),
            Self::UserKicked => same("USER_KICKED"),
            Self::CreatorCannotLeave => same("USER_CREATOR"),
            Self::NotForum => both("the chat is not a forum", "CHANNEL_FORUM_MISSING"),
            Self::NotInPrivateChats => {
                both("method is available only for groups and supergroups", "PEER_ID_INVALID")
            }
            Self::OnlyInSupergroups => {
                both("method is available for supergroup and channel chats only", "CHANNEL_INVALID")
            }

            Self::TextEmpty => both("message text is empty", "MESSAGE_EMPTY"),
            Self::TextTooLong => both("message is too long", "MESSAGE_TOO_LONG"),
            Self::BadText(error) => (400, lower_first(&error.to_string()).into(), 400, rpc_of(error).into()),
            Self::ButtonDataInvalid => same("BUTTON_DATA_INVALID"),
            Self::ButtonUrlInvalid { what, url, reason } => (
                400,
                format!("inline keyboard button {what}URL '{url}' is invalid: {reason}").into(),
                400,
                "BUTTON_URL_INVALID".into(),
            ),
            Self::ButtonUserInvalid => same("BUTTON_USER_INVALID"),
            Self::SwitchInlineInChannel(field) => (
                400,
                format!(
                    "can't use {field} button in a channel chat, because users will not be able to use the button \
                     without knowing bot's username"
                )
                .into(),
                400,
                "BUTTON_TYPE_INVALID".into(),
            ),
            Self::ButtonTypeInvalid => same("BUTTON_TYPE_INVALID"),
            Self::ButtonCopyTextInvalid => same("BUTTON_COPY_TEXT_INVALID"),
            Self::KeyboardTooLong => both("reply markup is too long", "REPLY_MARKUP_TOO_LONG"),
            Self::InlineKeyboardExpected => both("inline keyboard expected", "REPLY_MARKUP_INVALID"),
            Self::OnlyInPrivateChats(what) => {
                (400, format!("{what} in private chats only").into(), 400, "BUTTON_TYPE_INVALID".into())
            }
            Self::EffectOutsidePrivateChat => {
                both("can't use message effects in the chat", "EFFECT_ID_INVALID")
            }
            Self::KeyboardFromUser => same("REPLY_MARKUP_INVALID"),

            Self::ReplyNotFound => both("message to be replied not found", "REPLY_MESSAGE_ID_INVALID"),
            Self::QuoteNotFound => both("QUOTE_TEXT_INVALID", "QUOTE_TEXT_INVALID"),
            Self::ThreadNotFound => both("message thread not found", "TOPIC_ID_INVALID"),
            Self::ThreadClosed => same("TOPIC_CLOSED"),
            Self::EditNotFound => both("message to edit not found", "MESSAGE_ID_INVALID"),
            Self::EditNotAuthor => {
                (400, "message can't be edited".into(), 403, "MESSAGE_AUTHOR_REQUIRED".into())
            }
            Self::EditTooLate => both("message can't be edited", "MESSAGE_EDIT_TIME_EXPIRED"),
            Self::NotModified => both(
                "message is not modified: specified new message content and reply markup are exactly the same as \
                 a current content and reply markup of the message",
                "MESSAGE_NOT_MODIFIED",
            ),
            Self::DeleteNotFound => both("message to delete not found", "MESSAGE_ID_INVALID"),
            Self::DeleteForbidden => {
                (400, "message can't be deleted".into(), 403, "MESSAGE_DELETE_FORBIDDEN".into())
            }
            Self::DeleteForEveryoneForbidden => {
                (400, "message can't be deleted for everyone".into(), 403, "MESSAGE_DELETE_FORBIDDEN".into())
            }
            Self::TooManyMessages => both("too many message identifiers specified", "LIMIT_INVALID"),

            Self::CaptionTooLong => both("message caption is too long", "MEDIA_CAPTION_TOO_LONG"),
            Self::GroupTooLong => both("too many messages to send as an album", "MULTI_MEDIA_TOO_LONG"),
            Self::GroupEmpty => both("there are no messages to send", "MEDIA_EMPTY"),
            Self::GroupedInvalid => both("invalid message content type", "MEDIA_INVALID"),
            Self::GroupCaptionsDiffer => {
                both("parameter show_caption_above_media must be the same for all messages", "MEDIA_INVALID")
            }
            Self::GroupMixed(sort) => (
                400,
                format!("{} can't be mixed with other media types", lower_first(sort)).into(),
                400,
                "MEDIA_INVALID".into(),
            ),
            Self::GroupedSortChanges => both("can't change media type in the album", "MEDIA_GROUPED_INVALID"),
            Self::NoTextToEdit => both("there is no text in the message to edit", "MESSAGE_EMPTY"),
            Self::NoCaptionToEdit => both("there is no caption in the message to edit", "MESSAGE_EMPTY"),
            Self::MediaNotEditable => both("message media can't be edited", "MEDIA_PREV_INVALID"),
            Self::NewMediaInvalid => both("unsupported input message content type", "MEDIA_NEW_INVALID"),
            Self::CopiedNotFound => both("message to copy not found", "MESSAGE_ID_INVALID"),
            Self::ForwardsRestricted => {
                both("message has protected content and can't be forwarded", "CHAT_FORWARDS_RESTRICTED")
            }
            Self::ForwardForbidden => both("the message can't be forwarded", "MESSAGE_ID_INVALID"),
            Self::PaidMediaPriceInvalid => {
                both("invalid media price specified", "EXTENDED_MEDIA_AMOUNT_INVALID")
            }
            Self::PaidMediaCountInvalid => {
                both("invalid number of paid media specified", "EXTENDED_MEDIA_INVALID")
            }
            Self::PaidMediaPayloadInvalid => same("PAYLOAD_INVALID"),
            Self::PaidMediaOutsideChannel => {
                both("paid media can be sent only in channel chats", "EXTENDED_MEDIA_PEER_INVALID")
            }
            Self::StickerSetNameInvalid => both("invalid sticker set name is specified", "PACK_SHORT_NAME_INVALID"),
            Self::StickerSetNameOccupied => {
                both("sticker set name is already occupied", "PACK_SHORT_NAME_OCCUPIED")
            }
            Self::StickerSetTitleInvalid => same("PACK_TITLE_INVALID"),
            Self::StickersEmpty => same("STICKERS_EMPTY"),
            Self::StickerEmojiInvalid => same("STICKER_EMOJI_INVALID"),
            Self::CopyForbidden => both("the message can't be copied", "MESSAGE_ID_INVALID"),

            Self::PressedMessageNotFound => both("message not found", "MESSAGE_ID_INVALID"),
            Self::PressedDataInvalid => same("DATA_INVALID"),
            Self::QueryInvalid => both(
                "query is too old and response timeout expired or query ID is invalid",
                "QUERY_ID_INVALID",
            ),
            Self::CallbackAnswerTooLong => same("MESSAGE_TOO_LONG"),
            Self::CallbackUrlInvalid => same("URL_INVALID"),

            Self::FileNotFound => both("wrong file identifier/HTTP URL specified", "MEDIA_EMPTY"),
            Self::FileEmpty => both("file must be non-empty", "FILE_PARTS_INVALID"),
            Self::FileTooBig { size, most, purpose } => (
                400,
                format!("file of size {size} bytes is too big{purpose}; the maximum size is {most} bytes").into(),
                400,
                if *purpose == " for a photo" { "PHOTO_SAVE_FILE_INVALID" } else { "FILE_PARTS_INVALID" }.into(),
            ),
            Self::ImageProcessFailed => same("IMAGE_PROCESS_FAILED"),
            Self::PhotoInvalidDimensions => same("PHOTO_INVALID_DIMENSIONS"),
            Self::PhotoExtensionInvalid => both(
                "photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp",
                "PHOTO_EXT_INVALID",
            ),
            Self::FileReferenceEmpty => same("FILE_REFERENCE_EMPTY"),
            Self::FileReferenceExpired => same("FILE_REFERENCE_EXPIRED"),
            Self::FileReferenceInvalid => same("FILE_REFERENCE_INVALID"),
            Self::WebUrlInvalid => both("wrong HTTP URL specified", "EXTERNAL_URL_INVALID"),
            Self::WebpageNotThere => both("failed to get HTTP URL content", "WEBPAGE_CURL_FAILED"),
            Self::WebpageWrongType => both("wrong type of the web page content", "WEBPAGE_MEDIA_EMPTY"),

            Self::TooManyCommands => same("BOT_COMMANDS_TOO_MUCH"),
            Self::CommandEmpty => both("command must be non-empty", "BOT_COMMAND_INVALID"),
            Self::CommandTooLong => both("command length must not exceed 32", "BOT_COMMAND_INVALID"),
            Self::CommandInvalid => same("BOT_COMMAND_INVALID"),
            Self::CommandDescriptionEmpty => {
                both("command description must be non-empty", "BOT_COMMAND_DESCRIPTION_INVALID")
            }
            Self::CommandDescriptionTooLong => {
                both("command description length must not exceed 256", "BOT_COMMAND_DESCRIPTION_INVALID")
            }
            Self::LanguageCodeInvalid => both("invalid language code specified", "LANG_CODE_INVALID"),
            Self::ScopeInPrivateChat => both("can't use specified scope in private chats", "PEER_ID_INVALID"),
            Self::ScopeInChannel => both("can't change commands in channel chats", "PEER_ID_INVALID"),

            Self::Content(refusal) => {
                let (text, code, name) = refusal.spelling();
                (400, text.into(), code, name.into())
            }
            Self::Chat(refusal) => refusal.spelling(),

            Self::UsernameInvalid => same("USERNAME_INVALID"),
            Self::UsernameOccupied => same("USERNAME_OCCUPIED"),
            Self::BotUsernameInvalid => same("BOT_USERNAME_INVALID"),
            Self::TokenInvalid => same("ACCESS_TOKEN_INVALID"),
            Self::UserIdTaken => same("USER_ID_INVALID"),
            Self::PhoneNumberOccupied => same("PHONE_NUMBER_OCCUPIED"),
            Self::FirstNameInvalid => same("FIRSTNAME_INVALID"),
            Self::TitleInvalid => same("CHAT_TITLE_EMPTY"),
            Self::AboutTooLong => same("CHAT_ABOUT_TOO_LONG"),
        }
    }
}

/// The Bot API begins its texts with a small letter, unless they begin like `BUTTON_DATA_INVALID`.
fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    let (first, second) = (characters.next(), characters.next());
    match (first, second) {
        (Some(first), Some(second)) if second != '_' && !second.is_ascii_uppercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

fn rpc_of(error: &TextError) -> &'static str {
    match error {
        TextError::Empty => "MESSAGE_EMPTY",
        TextError::CustomEmoji => "DOCUMENT_INVALID",
        _ => "ENTITY_BOUNDS_INVALID",
    }
}

impl From<ContentRefusal> for Refusal {
    fn from(refusal: ContentRefusal) -> Self {
        Self::Content(refusal)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.description())
    }
}

impl std::error::Error for Refusal {}

impl From<ChatRefusal> for Refusal {
    fn from(refusal: ChatRefusal) -> Self {
        Self::Chat(refusal)
    }
}
