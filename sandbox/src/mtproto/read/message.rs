//! Messages that clients want to be sent or changed. <https://core.telegram.org/method/messages.sendMessage>

use std::time::Duration;

use ambigram_core::text::Text;
use ambigram_core::types::LinkPreviewOptions;
use ambigram_core::types::{ChatId, InlineKeyboard};
use ambigram_core::types::{MessageId, ThreadId};
use grammers_tl_types::{enums, functions};

use super::keyboard::{self, Markup};
use super::{entities, reply, written};
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::rules::Refusal;
use crate::world::files::SentFile;
use crate::world::{Forwarding, Media, NewContent, NewMessage, NewText, PaidMedia, World};

/// What the requests that send have in common.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) silent: bool,
    pub(crate) noforwards: bool,
    pub(crate) reply_to: Option<enums::InputReplyTo>,
    pub(crate) reply_markup: Option<enums::ReplyMarkup>,
    pub(crate) schedule_date: Option<i32>,
    pub(crate) schedule_repeat_period: Option<i32>,
    pub(crate) send_as: Option<enums::InputPeer>,
    pub(crate) quick_reply_shortcut: Option<enums::InputQuickReplyShortcut>,
    pub(crate) effect: Option<i64>,
    pub(crate) suggested_post: Option<enums::SuggestedPost>,
}

/// Reads a message that is to be sent to `chat`; what it holds is still to be put in.
pub(crate) fn options(
    world: &World,
    names: Names<'_>,
    chat: ChatId,
    given: Options,
) -> Result<NewMessage, RpcError> {
    lacks(&[
        ("schedule_date", given.schedule_date.is_some()),
        ("schedule_repeat_period", given.schedule_repeat_period.is_some()),
        ("send_as", given.send_as.is_some()),
        ("quick_reply_shortcut", given.quick_reply_shortcut.is_some()),
        ("suggested_post", given.suggested_post.is_some()),
    ])?;
    let (thread, reply_to) = reply::reply(world, names, chat, given.reply_to)?;
    let (keyboard, app_keyboard) = match given.reply_markup.map(|given| keyboard::markup(names, given)) {
        Some(markup) => match markup? {
            Markup::Inline(keyboard) => (Some(keyboard), None),
            Markup::App(keyboard) => (None, Some(keyboard)),
        },
        None => (None, None),
    };
    Ok(NewMessage {
        thread,
        reply_to,
        keyboard,
        app_keyboard,
        effect: given.effect.filter(|effect| *effect != 0),
        is_silent: given.silent,
        is_protected: given.noforwards,
        ..NewMessage::default()
    })
}

/// Reads a text message that is to be sent to `chat`.
pub(crate) fn sent(
    world: &World,
    names: Names<'_>,
    chat: ChatId,
    given: functions::messages::SendMessage,
) -> Result<NewMessage, RpcError> {
    lacks(&[("rich_message", given.rich_message.is_some())])?;
    let common = Options {
        silent: given.silent,
        noforwards: given.noforwards,
        reply_to: given.reply_to,
        reply_markup: given.reply_markup,
        schedule_date: given.schedule_date,
        schedule_repeat_period: given.schedule_repeat_period,
        send_as: given.send_as,
        quick_reply_shortcut: given.quick_reply_shortcut,
        effect: given.effect,
        suggested_post: given.suggested_post,
    };
    let text = text(names, given.message, given.entities)?;
    Ok(NewMessage {
        content: NewContent::Text(text),
        link_preview: preview(given.no_webpage, given.invert_media, None),
        ..options(world, names, chat, common)?
    })
}

/// Reads a message that is to be sent to `chat` with something beside its text: files that are kept already, or what the
/// request says.
pub(crate) fn sent_media(
    world: &World,
    names: Names<'_>,
    chat: ChatId,
    given: functions::messages::SendMedia,
    mut files: Vec<SentFile>,
) -> Result<NewMessage, RpcError> {
    let common = Options {
        silent: given.silent,
        noforwards: given.noforwards,
        reply_to: given.reply_to,
        reply_markup: given.reply_markup,
        schedule_date: given.schedule_date,
        schedule_repeat_period: given.schedule_repeat_period,
        send_as: given.send_as,
        quick_reply_shortcut: given.quick_reply_shortcut,
        effect: given.effect,
        suggested_post: given.suggested_post,
    };
    let text = text(names, given.message, given.entities)?;
    let common = options(world, names, chat, common)?;
    if let enums::InputMedia::PaidMedia(given_media) = given.media {
        let paid = PaidMedia {
            stars: given_media.stars_amount,
            media: files,
            caption: text,
            caption_above: given.invert_media,
            payload: given_media.payload.unwrap_or_default(),
        };
        return Ok(NewMessage { content: NewContent::PaidMedia(paid), ..common });
    }
    if let Some(sent) = files.pop() {
        let media = Media { sent, caption: text, caption_above: given.invert_media };
        return Ok(NewMessage { content: NewContent::Media(media), ..common });
    }
    if let enums::InputMedia::WebPage(_) = given.media {
        let link_preview = preview(false, given.invert_media, Some(page(given.media)?));
        return Ok(NewMessage { content: NewContent::Text(text), link_preview, ..common });
    }
    Ok(NewMessage { content: content(world, names, given.media, text)?, ..common })
}

/// What is to be sent beside a text, where that is no file.
fn content(
    world: &World,
    names: Names<'_>,
    given: enums::InputMedia,
    text: Text,
) -> Result<NewContent, RpcError> {
    let name = name(&given);
    let content = written::content(world, names, given, text)?;
    content.ok_or_else(|| RpcError::lacks(&format!("inputMedia{name}")))
}

/// The name of an object's constructor, without that of its type.
fn name(object: &impl std::fmt::Debug) -> String {
    let name = format!("{object:?}");
    name.split(['(', ' ', '{']).next().unwrap_or_default().to_owned()
}

fn text(names: Names<'_>, text: String, given: Option<Vec<enums::MessageEntity>>) -> Result<Text, RpcError> {
    Ok(Text { text, entities: entities(names, given)? })
}

/// What is to become of a message: nothing but its buttons changes where no text is given.
#[derive(Debug)]
pub(crate) enum Edit {
    /// A new text and new buttons.
    Text(NewText),
    /// New buttons.
    Keyboard(Option<InlineKeyboard>),
}

/// Reads what is to become of a message.
pub(crate) fn edited(names: Names<'_>, given: functions::messages::EditMessage) -> Result<Edit, RpcError> {
    lacks(&[
        ("schedule_date", given.schedule_date.is_some()),
        ("schedule_repeat_period", given.schedule_repeat_period.is_some()),
        ("quick_reply_shortcut_id", given.quick_reply_shortcut_id.is_some()),
        ("rich_message", given.rich_message.is_some()),
    ])?;
    let keyboard = match given.reply_markup.map(|given| keyboard::markup(names, given)).transpose()? {
        Some(Markup::Inline(keyboard)) => Some(keyboard),
        Some(Markup::App(_)) => return Err(Refusal::InlineKeyboardExpected.into()),
        None => None,
    };
    let page = given.media.map(page).transpose()?;
    let Some(text) = given.message else {
        return if page.is_some() {
            Err(RpcError::lacks("a new link preview without a text"))
        } else {
            Ok(Edit::Keyboard(keyboard))
        };
    };
    Ok(Edit::Text(NewText {
        text: Text { text, entities: entities(names, given.entities)? },
        keyboard,
        link_preview: preview(given.no_webpage, given.invert_media, page),
    }))
}

/// Reads files that are to be sent to `chat` together: each is kept already.
pub(crate) fn sent_group(
    world: &World,
    names: Names<'_>,
    chat: ChatId,
    given: functions::messages::SendMultiMedia,
    files: Vec<(SentFile, String, Option<Vec<enums::MessageEntity>>)>,
) -> Result<Vec<NewMessage>, RpcError> {
    let common = Options {
        silent: given.silent,
        noforwards: given.noforwards,
        reply_to: given.reply_to,
        schedule_date: given.schedule_date,
        send_as: given.send_as,
        quick_reply_shortcut: given.quick_reply_shortcut,
        effect: given.effect,
        ..Options::default()
    };
    let common = options(world, names, chat, common)?;
    let message = |(sent, message, entities)| {
        let caption = text(names, message, entities)?;
        let media = Media { sent, caption, caption_above: given.invert_media };
        Ok(NewMessage { content: NewContent::Media(media), ..common.clone() })
    };
    files.into_iter().map(message).collect()
}

/// Reads what is to be sent on, and how.
pub(crate) fn forwarded(given: &functions::messages::ForwardMessages) -> Result<Forwarding, RpcError> {
    lacks(&[
        ("schedule_date", given.schedule_date.is_some()),
        ("schedule_repeat_period", given.schedule_repeat_period.is_some()),
        ("send_as", given.send_as.is_some()),
        ("quick_reply_shortcut", given.quick_reply_shortcut.is_some()),
        ("suggested_post", given.suggested_post.is_some()),
        ("reply_to", given.reply_to.is_some()),
        ("from_ephemeral", given.from_ephemeral),
    ])?;
    let start = given.video_timestamp.map(|start| Duration::from_secs(start.max(0).unsigned_abs().into()));
    Ok(Forwarding {
        messages: given.id.iter().copied().map(MessageId).collect(),
        thread: given.top_msg_id.map(ThreadId).filter(|thread| thread.0 > 1),
        without_author: given.drop_author || given.drop_media_captions,
        without_captions: given.drop_media_captions,
        video_start: start,
        effect: given.effect.filter(|effect| *effect != 0),
        is_silent: given.silent,
        is_protected: given.noforwards,
    })
}

/// How an address is previewed, where the client says so.
pub(crate) fn preview(
    no_webpage: bool,
    invert_media: bool,
    page: Option<LinkPreviewOptions>,
) -> Option<LinkPreviewOptions> {
    let is_said = no_webpage || invert_media || page.is_some();
    is_said.then(|| LinkPreviewOptions {
        is_disabled: no_webpage && page.is_none(),
        show_above_text: invert_media,
        ..page.unwrap_or_default()
    })
}

/// The page that a client wants to be previewed; other media there are none yet.
pub(crate) fn page(given: enums::InputMedia) -> Result<LinkPreviewOptions, RpcError> {
    match given {
        enums::InputMedia::WebPage(given) => Ok(LinkPreviewOptions {
            url: Some(given.url).filter(|url| !url.is_empty()),
            prefer_small_media: given.force_small_media,
            prefer_large_media: given.force_large_media,
            ..LinkPreviewOptions::default()
        }),
        _ => Err(RpcError::lacks("media")),
    }
}

/// Refuses, by its name, what the sandbox has not.
fn lacks(arguments: &[(&str, bool)]) -> Result<(), RpcError> {
    match arguments.iter().find(|(_, is_given)| *is_given) {
        Some((name, _)) => Err(RpcError::lacks(name)),
        None => Ok(()),
    }
}
