//! How long and how many: the sizes that Telegram's server enforces.

/// The most characters (Unicode code points) of a message's text, counted after trimming.
/// <https://core.telegram.org/bots/api#sendmessage>
pub const MESSAGE_TEXT: usize = 4096;

/// The most characters of a caption, counted after trimming. <https://core.telegram.org/bots/api#sendphoto>
pub const CAPTION: usize = 1024;

/// The most characters of a caption of those who have Premium.
pub const PREMIUM_CAPTION: usize = 4096;

/// The most files that are sent together. <https://core.telegram.org/bots/api#sendmediagroup>
pub const GROUPED: usize = 10;

/// The most Telegram Stars that files cost. <https://core.telegram.org/bots/api#sendpaidmedia>
pub const PAID_MEDIA_STARS: i64 = 25_000;

/// The most bytes of what a bot is told when somebody pays for files.
pub const PAID_MEDIA_PAYLOAD_BYTES: usize = 128;

/// The most messages that one request forwards. <https://core.telegram.org/bots/api#forwardmessages>
pub const FORWARDED_AT_ONCE: usize = 100;

/// The most bytes of the text parameter of a request, before anything is parsed.
pub const TEXT_PARAMETER_BYTES: usize = 1 << 15;

/// The most entities of one message; the rest is dropped.
pub const MESSAGE_ENTITIES: usize = 100;

/// The most bytes of a callback button's data. <https://core.telegram.org/bots/api#inlinekeyboardbutton>
pub const CALLBACK_DATA_BYTES: usize = 64;

/// The most buttons under one message.
pub const KEYBOARD_BUTTONS: usize = 100;

/// The most buttons of one row; the rest of the row is dropped.
pub const ROW_BUTTONS: usize = 12;

/// The most characters of a copied text. <https://core.telegram.org/bots/api#copytextbutton>
pub const COPY_TEXT: usize = 256;

/// The most characters of an answer to a button. <https://core.telegram.org/bots/api#answercallbackquery>
pub const CALLBACK_ANSWER: usize = 200;

/// For how many seconds a press waits for its answer. Telegram names no number; bots report that a minute is too late.
pub const CALLBACK_QUERY_SECONDS: i64 = 60;

/// For how many seconds after sending a message can be edited or deleted by those whom the limit binds: 48 hours.
/// <https://core.telegram.org/bots/api#deletemessage>
pub const OLD_MESSAGE_SECONDS: i64 = 2 * 86_400;

/// For how many seconds dice in a private chat cannot be deleted, lest they be thrown again: 24 hours.
/// <https://core.telegram.org/bots/api#deletemessage>
pub const DICE_SECONDS: i64 = 86_400;

/// How much longer than [`OLD_MESSAGE_SECONDS`] an edit already begun is let through.
pub const EDIT_GRACE_SECONDS: i64 = 300;

/// For how many seconds an update waits to be taken: 24 hours. <https://core.telegram.org/bots/api#getting-updates>
pub const UPDATE_SECONDS: i64 = 86_400;

/// The most commands of one menu. <https://core.telegram.org/bots/api#setmycommands>
pub const COMMANDS: usize = 100;

/// The most characters of a command. <https://core.telegram.org/bots/api#botcommand>
pub const COMMAND: usize = 32;

/// The most characters of a command's description. <https://core.telegram.org/bots/api#botcommand>
pub const COMMAND_DESCRIPTION: usize = 256;

/// The most characters of a chat's title. <https://core.telegram.org/bots/api#setchattitle>
pub const TITLE: usize = 128;

/// The most characters of what a chat says of itself. <https://core.telegram.org/bots/api#setchatdescription>
pub const ABOUT: usize = 255;

/// The most characters of an invite link's name; the rest is cut. <https://core.telegram.org/bots/api#createchatinvitelink>
pub const INVITE_NAME: usize = 32;

/// The most characters of an administrator's title or a member's tag.
/// <https://core.telegram.org/bots/api#setchatadministratorcustomtitle>
pub const RANK: usize = 16;

/// For how many seconds a bot may write to whoever asks to be let in.
/// <https://core.telegram.org/bots/api#chatjoinrequest>
pub const REQUESTER_SECONDS: i64 = 300;

/// The most characters of a bot's description. <https://core.telegram.org/bots/api#setmydescription>
pub const BOT_DESCRIPTION: usize = 512;

/// The most characters of a bot's short description. <https://core.telegram.org/bots/api#setmyshortdescription>
pub const BOT_SHORT_DESCRIPTION: usize = 120;

/// The most characters of a first or last name.
pub const NAME: usize = 64;

/// The most characters of a quoted part. <https://core.telegram.org/bots/api#replyparameters>
pub const QUOTE: usize = 1024;

/// The most messages that one request deletes. <https://core.telegram.org/bots/api#deletemessages>
pub const DELETED_AT_ONCE: usize = 100;

/// The most characters of a sticker set's title. <https://core.telegram.org/bots/api#createnewstickerset>
pub const STICKER_SET_TITLE: usize = 64;

/// The most characters of a sticker set's name.
pub const STICKER_SET_NAME: usize = 64;

/// How many events that one program of an account has confirmed are kept for its others.
pub const KEPT_EVENTS: usize = 20_000;
