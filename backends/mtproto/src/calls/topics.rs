//! Topics of forums, and of private chats with the bot.

use ambigram_core::requests::{
    CloseForumTopic, CloseGeneralForumTopic, CreateForumTopic, DeleteForumTopic, EditForumTopic,
    EditGeneralForumTopic, GetForumTopicIconStickers, HideGeneralForumTopic, Recipient, ReopenForumTopic,
    ReopenGeneralForumTopic, Response, UnhideGeneralForumTopic, UnpinAllForumTopicMessages,
    UnpinAllGeneralForumTopicMessages,
};
use ambigram_core::types::{CustomEmojiId, ThreadId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::refusal::{self, ask};
use super::{answer, located, names, pinning, refused, stickers};
use crate::convert;
use crate::wire::Wire;

/// The topic “General”, which every forum has.
const GENERAL: ThreadId = ThreadId(1);

/// How long a topic's name may be, in characters.
const NAME: usize = 128;

/// The colour of an icon of which nothing is said.
const BLUE: u32 = 0x6F_B9_F0;

/// <https://core.telegram.org/method/messages.getStickerSet>
pub(super) async fn get_forum_topic_icon_stickers(
    wire: &Wire,
    _: &GetForumTopicIconStickers,
) -> Result<Response, Error> {
    let set = stickers::set(wire, enums::InputStickerSet::EmojiDefaultTopicIcons).await?;
    Ok(Response::of(set.stickers))
}

/// <https://core.telegram.org/method/messages.createForumTopic>
pub(super) async fn create_forum_topic(wire: &Wire, request: &CreateForumTopic) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    let title = title(&request.name)?;
    let color = request.icon_color.filter(|color| *color != 0).unwrap_or(BLUE);
    let called = functions::messages::CreateForumTopic {
        title_missing: false,
        peer: wire.peers().input_peer(chat),
        title,
        icon_color: Some(color.cast_signed()),
        icon_emoji_id: request.icon_custom_emoji_id.as_ref().map(icon).filter(|icon| *icon != 0),
        random_id: rand::random(),
        send_as: None,
    };
    let created = match wire.invoke_once(&called).await {
        Ok(Some(updates)) => answer::updates(wire, updates).iter().find_map(|update| match update {
            enums::Update::NewMessage(update) => convert::created_topic(&update.message),
            enums::Update::NewChannelMessage(update) => convert::created_topic(&update.message),
            _ => None,
        }),
        Ok(None) => None,
        Err(error) => return Err(refusal::explain(wire, chat, error).await),
    };
    let lost =
        || Error::new(ErrorKind::UnexpectedAnswer, "the topic was made, and its number cannot be found out");
    created.map(Response::of).ok_or_else(lost)
}

fn title(name: &str) -> Result<String, Error> {
    let title = names::name(name, NAME);
    if title.is_empty() { refused("title must be non-empty") } else { Ok(title) }
}

/// A custom emoji as TL numbers it; 0 for none.
fn icon(id: &CustomEmojiId) -> i64 {
    id.as_str().parse().unwrap_or_default()
}

/// What becomes of a topic.
#[derive(Default)]
struct Change {
    title: Option<String>,
    icon_emoji_id: Option<i64>,
    closed: Option<bool>,
    hidden: Option<bool>,
}

impl Change {
    /// <https://core.telegram.org/method/messages.editForumTopic>
    async fn make(self, wire: &Wire, recipient: &Recipient, topic: ThreadId) -> Result<Response, Error> {
        let (chat, _) = located(wire, recipient).await?;
        let called = functions::messages::EditForumTopic {
            peer: wire.peers().input_peer(chat),
            topic_id: topic.0,
            title: self.title,
            icon_emoji_id: self.icon_emoji_id,
            closed: self.closed,
            hidden: self.hidden,
        };
        answer::updates(wire, ask(wire, chat, &called).await?);
        Ok(Response::done())
    }

    fn closed(closed: bool) -> Self {
        Self { closed: Some(closed), ..Self::default() }
    }

    fn hidden(hidden: bool) -> Self {
        Self { hidden: Some(hidden), ..Self::default() }
    }
}

pub(super) async fn edit_forum_topic(wire: &Wire, request: &EditForumTopic) -> Result<Response, Error> {
    let title = request.name.as_deref().map(|name| names::name(name, NAME)).filter(|name| !name.is_empty());
    let icon_emoji_id = request.icon_custom_emoji_id.as_ref().map(icon);
    if title.is_none() && icon_emoji_id.is_none() {
        located(wire, &request.chat_id).await?;
        return Ok(Response::done());
    }
    let change = Change { title, icon_emoji_id, ..Change::default() };
    change.make(wire, &request.chat_id, request.message_thread_id).await
}

pub(super) async fn close_forum_topic(wire: &Wire, request: &CloseForumTopic) -> Result<Response, Error> {
    Change::closed(true).make(wire, &request.chat_id, request.message_thread_id).await
}

pub(super) async fn reopen_forum_topic(wire: &Wire, request: &ReopenForumTopic) -> Result<Response, Error> {
    Change::closed(false).make(wire, &request.chat_id, request.message_thread_id).await
}

pub(super) async fn edit_general_forum_topic(
    wire: &Wire,
    request: &EditGeneralForumTopic,
) -> Result<Response, Error> {
    let change = Change { title: Some(title(&request.name)?), ..Change::default() };
    change.make(wire, &request.chat_id, GENERAL).await
}

pub(super) async fn close_general_forum_topic(
    wire: &Wire,
    request: &CloseGeneralForumTopic,
) -> Result<Response, Error> {
    Change::closed(true).make(wire, &request.chat_id, GENERAL).await
}

pub(super) async fn reopen_general_forum_topic(
    wire: &Wire,
    request: &ReopenGeneralForumTopic,
) -> Result<Response, Error> {
    Change::closed(false).make(wire, &request.chat_id, GENERAL).await
}

pub(super) async fn hide_general_forum_topic(
    wire: &Wire,
    request: &HideGeneralForumTopic,
) -> Result<Response, Error> {
    Change::hidden(true).make(wire, &request.chat_id, GENERAL).await
}

pub(super) async fn unhide_general_forum_topic(
    wire: &Wire,
    request: &UnhideGeneralForumTopic,
) -> Result<Response, Error> {
    Change::hidden(false).make(wire, &request.chat_id, GENERAL).await
}

/// <https://core.telegram.org/method/messages.deleteTopicHistory>
pub(super) async fn delete_forum_topic(wire: &Wire, request: &DeleteForumTopic) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    let called = functions::messages::DeleteTopicHistory {
        peer: wire.peers().input_peer(chat),
        top_msg_id: request.message_thread_id.0,
    };
    pinning::in_portions(wire, chat, &called).await
}

pub(super) async fn unpin_all_forum_topic_messages(
    wire: &Wire,
    request: &UnpinAllForumTopicMessages,
) -> Result<Response, Error> {
    pinning::unpin_all(wire, &request.chat_id, Some(request.message_thread_id)).await
}

pub(super) async fn unpin_all_general_forum_topic_messages(
    wire: &Wire,
    request: &UnpinAllGeneralForumTopicMessages,
) -> Result<Response, Error> {
    pinning::unpin_all(wire, &request.chat_id, Some(GENERAL)).await
}
