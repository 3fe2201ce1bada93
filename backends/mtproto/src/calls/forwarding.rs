//! Messages that are sent once more: forwarded, or copied.

use ambigram_core::requests::{
    CopyMessage, CopyMessages, ForwardMessage, ForwardMessages, InputText, Recipient, Response, SendOptions,
    SentMessageId,
};
use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, Message, MessageId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};

use super::sending::{Content, Envelope, send_again};
use super::{answer, asking, behalf, caption, chat, lost, place, refusal};
use crate::convert::outgoing;
use crate::wire::Wire;

/// How many messages are forwarded at once, at most.
const AT_ONCE: usize = 100;

/// <https://core.telegram.org/method/messages.forwardMessages>
pub(super) async fn forward_message(wire: &Wire, request: &ForwardMessage) -> Result<Response, Error> {
    let forward = Forward { video_timestamp: request.video_start_timestamp, ..Forward::default() };
    let ids = [request.message_id];
    let sent = forward.send(wire, &request.chat_id, &request.send, &request.from_chat_id, &ids).await?;
    sent.into_iter().next().map(Response::of).ok_or_else(refusal::message_not_found)
}

/// <https://core.telegram.org/method/messages.forwardMessages>
pub(super) async fn forward_messages(wire: &Wire, request: &ForwardMessages) -> Result<Response, Error> {
    check(&request.message_ids)?;
    let forward = Forward::default();
    let sent = forward
        .send(wire, &request.chat_id, &request.send, &request.from_chat_id, &request.message_ids)
        .await
        .map_err(none_goes)?;
    Ok(Response::of(numbers(sent)))
}

/// <https://core.telegram.org/method/messages.forwardMessages>
pub(super) async fn copy_messages(wire: &Wire, request: &CopyMessages) -> Result<Response, Error> {
    check(&request.message_ids)?;
    let forward =
        Forward { drop_author: true, drop_media_captions: request.remove_caption, ..Forward::default() };
    let sent = forward
        .send(wire, &request.chat_id, &request.send, &request.from_chat_id, &request.message_ids)
        .await
        .map_err(none_goes)?;
    Ok(Response::of(numbers(sent)))
}

/// Telegram copies messages as they are. One that is to have another caption, or buttons, or to answer another message,
/// is put together anew.
pub(super) async fn copy_message(wire: &Wire, request: &CopyMessage) -> Result<Response, Error> {
    let new_caption = request.caption.as_ref().map(outgoing::caption_text).transpose()?;
    let is_recaptioned = new_caption.as_ref().is_some_and(|text| !text.text.is_empty());
    let from = chat(wire, &request.from_chat_id).await?;
    let is_other = request.send.reply_markup.is_some() || request.send.reply_parameters.is_some();
    let message = if is_recaptioned || is_other {
        let content = again(wire, from, request.message_id, request.caption.as_ref()).await?;
        let mut content =
            Content { invert_media: request.show_caption_above_media || content.invert_media, ..content };
        if let (Some(enums::InputMedia::Document(document)), Some(_)) =
            (&mut content.media, request.video_start_timestamp)
        {
            document.video_timestamp = seconds(request.video_start_timestamp);
        }
        send_again(wire, &request.chat_id, &request.send, content).await?
    } else {
        let forward = Forward {
            drop_author: true,
            drop_media_captions: new_caption.is_some(),
            video_timestamp: request.video_start_timestamp,
        };
        let ids = [request.message_id];
        let sent = forward.send(wire, &request.chat_id, &request.send, &request.from_chat_id, &ids).await?;
        sent.into_iter().next().ok_or_else(refusal::message_not_found)?
    };
    Ok(Response::of(SentMessageId { id: message.id }))
}

/// What a message says, to be said anew.
async fn again(
    wire: &Wire,
    from: ChatId,
    id: MessageId,
    new_caption: Option<&InputText>,
) -> Result<Content, Error> {
    place(from)?;
    let found = match asking::fetch_one(wire, from, id).await {
        Ok(found) => found,
        Err(error) => return Err(refusal::explain(wire, from, error).await),
    };
    let message = match found {
        Some(enums::Message::Message(message)) => message,
        Some(_) => return Err(not_copyable()),
        None => return Err(refusal::message_not_found()),
    };
    let has_text_only =
        matches!(message.media, None | Some(enums::MessageMedia::Empty | enums::MessageMedia::WebPage(_)));
    let media = match &message.media {
        None | Some(enums::MessageMedia::Empty) => None,
        Some(media) => match outgoing::again(media) {
            Some(media) => Some(media),
            None if has_text_only => None,
            None => return Err(not_copyable()),
        },
    };
    let text = match new_caption.filter(|_| !has_text_only) {
        Some(text) => caption(wire, Some(text)).await?,
        None => asking::read(wire.peers(), &message.clone().into(), wire.own().await?, None)
            .and_then(|message| message.text_or_caption().cloned())
            .unwrap_or_else(|| Text::plain(message.message.as_str())),
    };
    Ok(Content {
        no_webpage: has_text_only && media.is_none(),
        text,
        media,
        invert_media: message.invert_media,
    })
}

fn not_copyable() -> Error {
    Error::new(ErrorKind::MessageNotForwardable, "message can't be copied")
}

/// Of several messages those are passed over that are not there: where all are, none can be sent once more.
fn none_goes(error: Error) -> Error {
    match error.kind() {
        ErrorKind::MessageNotFound => {
            let text = "there are no messages that can be sent once more";
            Error::new(ErrorKind::MessageNotForwardable, text).because(error)
        }
        _ => error,
    }
}

/// A moment of a video, in seconds; the beginning is none.
fn seconds(start: Option<u32>) -> Option<i32> {
    start.filter(|start| *start != 0).map(|start| i32::try_from(start).unwrap_or(i32::MAX))
}

/// Telegram takes messages in their order, each once.
fn check(ids: &[MessageId]) -> Result<(), Error> {
    let refuse = |text: &str| Err(Error::new(ErrorKind::BadRequest, text));
    if ids.is_empty() {
        return refuse("message identifiers are not specified");
    }
    if ids.len() > AT_ONCE {
        return refuse("too many message identifiers specified");
    }
    if ids.iter().zip(ids.iter().skip(1)).any(|(one, next)| one >= next) {
        return refuse("message identifiers must be in a strictly increasing order");
    }
    Ok(())
}

fn numbers(messages: Vec<Message>) -> Vec<SentMessageId> {
    messages.into_iter().map(|message| SentMessageId { id: message.id }).collect()
}

/// How messages are sent once more.
#[derive(Debug, Clone, Copy, Default)]
struct Forward {
    /// Whether it isn't told where they are from.
    drop_author: bool,
    drop_media_captions: bool,
    /// From where a video plays, in seconds.
    video_timestamp: Option<u32>,
}

impl Forward {
    async fn send(
        self,
        wire: &Wire,
        to: &Recipient,
        options: &SendOptions,
        from: &Recipient,
        ids: &[MessageId],
    ) -> Result<Vec<Message>, Error> {
        let from = chat(wire, from).await?;
        place(from)?;
        let mut envelope = Envelope::address(wire, to, options, None).await?;
        let mut ids = ids.to_vec();
        loop {
            use ErrorKind::{MessageNotForwardable, MessageNotFound};
            match self.send_once(wire, &envelope, from, &ids).await {
                Ok(messages) => return Ok(messages),
                Err(error) if envelope.goes_without_reply(&error) => {}
                Err(error) if matches!(error.kind(), MessageNotForwardable | MessageNotFound) => {
                    let left = self.left(wire, from, &ids, &error).await;
                    if left.is_empty() || left.len() == ids.len() {
                        return Err(self.refused(wire, from, &ids, error).await);
                    }
                    ids = left;
                }
                Err(error) => {
                    // Which of the two chats is out of reach, the name does not say.
                    let chat = if refusal::is_reached(wire, from).await { envelope.chat } else { from };
                    return Err(refusal::explain(wire, chat, error).await);
                }
            }
        }
    }

    /// The messages that go where not all do: Telegram refuses them together, while the Bot API leaves out those that
    /// cannot.
    async fn left(self, wire: &Wire, from: ChatId, ids: &[MessageId], error: &Error) -> Vec<MessageId> {
        if ids.len() < 2 {
            return Vec::new();
        }
        let Ok(found) = asking::fetch(wire, from, ids).await else { return Vec::new() };
        let is_restricted = *error.kind() == ErrorKind::MessageNotForwardable;
        let goes = |id: &&MessageId| match found.get(id) {
            Some(enums::Message::Message(message)) => !(is_restricted && message.noforwards),
            _ => false,
        };
        ids.iter().filter(goes).copied().collect()
    }

    /// What happened in a chat cannot be sent once more, which Telegram tells as if it weren't there.
    async fn refused(self, wire: &Wire, from: ChatId, ids: &[MessageId], error: Error) -> Error {
        let [id] = ids else { return error };
        match asking::fetch_one(wire, from, *id).await {
            Ok(Some(enums::Message::Service(_))) if self.drop_author => not_copyable(),
            Ok(Some(enums::Message::Service(_))) => {
                Error::new(ErrorKind::MessageNotForwardable, "message can't be forwarded").because(error)
            }
            _ => error,
        }
    }

    async fn send_once(
        self,
        wire: &Wire,
        envelope: &Envelope,
        from: ChatId,
        ids: &[MessageId],
    ) -> Result<Vec<Message>, Error> {
        let random_id: Vec<i64> = ids.iter().map(|_| rand::random()).collect();
        let (top_msg_id, reply_to) = match envelope.reply_to.clone() {
            // One for a topic that answers nothing names the topic only.
            Some(enums::InputReplyTo::Message(reply)) if Some(reply.reply_to_msg_id) == reply.top_msg_id => {
                (reply.top_msg_id, None)
            }
            Some(enums::InputReplyTo::Message(reply)) => (reply.top_msg_id, Some(reply.into())),
            other => (None, other),
        };
        let called = functions::messages::ForwardMessages {
            silent: envelope.is_silent,
            background: false,
            with_my_score: false,
            drop_author: self.drop_author,
            drop_media_captions: self.drop_media_captions,
            noforwards: envelope.is_protected,
            allow_paid_floodskip: envelope.is_paid,
            from_ephemeral: false,
            from_peer: wire.peers().input_peer(from),
            id: ids.iter().map(|id| id.0).collect(),
            random_id: random_id.clone(),
            to_peer: envelope.peer.clone(),
            top_msg_id,
            reply_to,
            schedule_date: None,
            schedule_repeat_period: None,
            send_as: None,
            quick_reply_shortcut: None,
            effect: envelope.effect,
            video_timestamp: seconds(self.video_timestamp),
            allow_paid_stars: None,
            suggested_post: envelope.suggested_post.clone(),
        };
        let sent = match wire.invoke_once(&called).await? {
            Some(answer) => answer::all_sent(answer::updates(wire, answer), &random_id),
            None => self.find(wire, envelope.chat, ids.len()).await,
        };
        if sent.is_empty() {
            return Err(behalf::unnumbered());
        }
        let mut sent = asking::complete(wire, envelope.chat, sent.into_iter()).await?;
        sent.sort_unstable_by_key(|message| message.id);
        Ok(sent)
    }

    /// Those that were sent while the connection failed: the bot's newest.
    async fn find(self, wire: &Wire, chat: ChatId, count: usize) -> Vec<enums::Message> {
        let is_it = |message: &types::Message| message.fwd_from.is_some() != self.drop_author;
        let own: Vec<_> = lost::own(wire, chat).await.into_iter().filter(is_it).collect();
        let skipped = own.len().saturating_sub(count);
        own.into_iter().skip(skipped).map(Into::into).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_named_in_their_order() {
        let refused = |ids: &[i32]| {
            let ids: Vec<_> = ids.iter().copied().map(MessageId).collect();
            check(&ids).err().map(|error| error.description().to_owned())
        };
        assert_eq!(refused(&[1, 2, 5]), None);
        let order = "message identifiers must be in a strictly increasing order";
        let all: Vec<_> = (1..=101).collect();
        for (ids, expected) in [
            (&[][..], "message identifiers are not specified"),
            (&[2, 1], order),
            (&[1, 1], order),
            (&all, "too many message identifiers specified"),
        ] {
            assert_eq!(refused(ids).as_deref(), Some(expected));
        }
    }
}
