//! What a new message answers, and the topic that it is meant for.

use ambigram_core::Error;
use ambigram_core::requests::ReplyParameters;
use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, ThreadId};
use grammers_tl_types::{enums, types};

use super::{Naming, entities, number};

/// Where a new message belongs in its chat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Thread {
    /// The topic of a forum.
    pub(crate) topic: Option<ThreadId>,
    /// The topic of a channel's direct messages: whose it is.
    pub(crate) direct_messages: Option<ChatId>,
}

/// What a message answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answered<'a> {
    /// The number and all else that is said of it.
    pub(crate) parameters: &'a ReplyParameters,
    /// Its chat, where that is another one.
    pub(crate) other_chat: Option<ChatId>,
}

/// What a new message answers, and the topic that it is meant for; `None` for neither.
///
/// A message for a topic that answers nothing there answers the message that the topic begins with.
///
/// # Errors
/// When the quoted part is markup that cannot be read.
pub(crate) fn reply(
    thread: Thread,
    answered: Option<Answered<'_>>,
    naming: &impl Naming,
) -> Result<Option<enums::InputReplyTo>, Error> {
    let top_msg_id = thread.topic.map(|topic| topic.0).filter(|topic| *topic != 0);
    let monoforum_peer_id = thread.direct_messages.map(|topic| naming.peer(topic));
    let Some(answered) = answered.filter(|answered| answered.parameters.message_id.0 > 0) else {
        return Ok(match (top_msg_id, monoforum_peer_id) {
            (_, Some(monoforum_peer_id)) => Some(types::InputReplyToMonoForum { monoforum_peer_id }.into()),
            (Some(topic), None) => Some(plain_reply(topic, top_msg_id).into()),
            (None, None) => None,
        });
    };
    let parameters = answered.parameters;
    let quote = quote(parameters)?;
    let reply = types::InputReplyToMessage {
        reply_to_peer_id: answered.other_chat.map(|other| naming.peer(other)),
        quote_entities: quote.as_ref().and_then(|quote| entities(&quote.entities, |user| naming.user(user))),
        quote_offset: quote.as_ref().and(parameters.quote_position).map(number),
        quote_text: quote.map(|quote| quote.text),
        monoforum_peer_id,
        todo_item_id: parameters.checklist_task_id,
        poll_option: parameters.poll_option_id.as_ref().map(|option| option.as_str().as_bytes().to_vec()),
        ..plain_reply(parameters.message_id.0, top_msg_id)
    };
    Ok(Some(reply.into()))
}

/// The quoted part as Telegram keeps texts, which is how it is looked for.
fn quote(parameters: &ReplyParameters) -> Result<Option<Text>, Error> {
    let Some(quote) = &parameters.quote else { return Ok(None) };
    // What has nothing visible in it quotes nothing.
    Ok(quote.get()?.clone().normalized().ok())
}

fn plain_reply(reply_to_msg_id: i32, top_msg_id: Option<i32>) -> types::InputReplyToMessage {
    types::InputReplyToMessage {
        reply_to_msg_id,
        top_msg_id,
        reply_to_peer_id: None,
        quote_text: None,
        quote_entities: None,
        quote_offset: None,
        monoforum_peer_id: None,
        todo_item_id: None,
        poll_option: None,
    }
}

#[cfg(test)]
mod tests {
    use ambigram_core::types::{EntityKind, MessageEntity, MessageId};

    use super::super::testing::Hashless;
    use super::*;

    fn asked(thread: Thread, parameters: Option<&ReplyParameters>) -> Option<enums::InputReplyTo> {
        let answered = parameters.map(|parameters| Answered { parameters, other_chat: None });
        reply(thread, answered, &Hashless).unwrap()
    }

    #[test]
    fn an_answer_names_its_message_and_a_topic_its_beginning() {
        let answer = |id| Some(ReplyParameters::from(MessageId(id)));
        let table = [
            (None, None, None),
            (Some(0), None, None),
            (None, answer(0), None),
            (None, answer(5), Some(plain_reply(5, None))),
            (Some(3), None, Some(plain_reply(3, Some(3)))),
            (Some(3), answer(5), Some(plain_reply(5, Some(3)))),
        ];
        for (topic, parameters, expected) in table {
            let thread = Thread { topic: topic.map(ThreadId), direct_messages: None };
            assert_eq!(asked(thread, parameters.as_ref()), expected.map(Into::into));
        }
    }

    #[test]
    fn a_channels_direct_messages_have_topics_of_people() {
        let thread = Thread { topic: None, direct_messages: Some(ChatId(8)) };
        let topic = || Hashless.peer(ChatId(8));
        let alone = types::InputReplyToMonoForum { monoforum_peer_id: topic() };
        assert_eq!(asked(thread, None), Some(alone.into()));
        let answer = ReplyParameters::from(MessageId(5));
        let with_answer =
            types::InputReplyToMessage { monoforum_peer_id: Some(topic()), ..plain_reply(5, None) };
        assert_eq!(asked(thread, Some(&answer)), Some(with_answer.into()));
    }

    #[test]
    fn an_answer_quotes_and_reaches_into_other_chats() {
        let bold = MessageEntity::new(0, 1, EntityKind::Bold);
        let part = Text { text: "a part ".to_owned(), entities: vec![bold] };
        let parameters =
            ReplyParameters::from(MessageId(5)).quote(part).quote_position(2u32).checklist_task(4);
        let answered = Answered { parameters: &parameters, other_chat: Some(ChatId(8)) };
        let tl_bold = types::MessageEntityBold { offset: 0, length: 1 };
        let expected = types::InputReplyToMessage {
            reply_to_peer_id: Some(Hashless.peer(ChatId(8))),
            quote_text: Some("a part".to_owned()),
            quote_entities: Some(vec![tl_bold.into()]),
            quote_offset: Some(2),
            todo_item_id: Some(4),
            ..plain_reply(5, None)
        };
        assert_eq!(reply(Thread::default(), Some(answered), &Hashless).unwrap(), Some(expected.into()));
        let parameters = ReplyParameters::from(MessageId(5)).quote(" ");
        let nothing_left = asked(Thread::default(), Some(&parameters));
        assert_eq!(nothing_left, Some(plain_reply(5, None).into()));
    }
}
