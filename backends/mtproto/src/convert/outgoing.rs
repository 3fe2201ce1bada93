//! The pieces of requests as TL has them: answers, previews, actions, menus.

mod menu_button;
pub(crate) mod rights;

use ambigram_core::requests::{Recipient, ReplyParameters};
use ambigram_core::text::Text;
use ambigram_core::types::{
    BotCommand, BotCommandScope, ChatAction, ChatId, EntityKind, LinkPreviewOptions, MessageEntity, ThreadId,
    UserId,
};
use grammers_tl_types::{enums, types};

pub(crate) use super::entity::entities_out as entities;
pub(crate) use super::keyboard::keyboard_out as keyboard;
pub(crate) use menu_button::menu_button;

/// How those whom a request names by number are named to Telegram.
pub(crate) trait Naming {
    /// A chat.
    fn peer(&self, chat: ChatId) -> enums::InputPeer;
    /// A user.
    fn user(&self, user: UserId) -> enums::InputUser;
}

/// What a new message in `chat` answers, and the topic that it is meant for; `None` for neither.
///
/// A message for a topic that answers nothing there answers the message that the topic begins with.
pub(crate) fn reply(
    chat: ChatId,
    topic: Option<ThreadId>,
    parameters: Option<&ReplyParameters>,
    naming: &impl Naming,
) -> Option<enums::InputReplyTo> {
    let top_msg_id = topic.map(|topic| topic.0).filter(|topic| *topic != 0);
    let answered = parameters.filter(|parameters| parameters.message_id.0 > 0);
    let Some(answered) = answered else {
        return top_msg_id.map(|topic| plain_reply(topic, top_msg_id).into());
    };
    let quote = quote(answered);
    let other_chat = answered.chat_id.as_ref().and_then(Recipient::id).filter(|other| *other != chat);
    let reply = types::InputReplyToMessage {
        reply_to_peer_id: other_chat.map(|other| naming.peer(other)),
        quote_entities: quote.as_ref().and_then(|quote| entities(&quote.entities, |user| naming.user(user))),
        quote_text: quote.map(|quote| quote.text),
        ..plain_reply(answered.message_id.0, top_msg_id)
    };
    Some(reply.into())
}

/// The quoted part as Telegram keeps texts, which is how it is looked for.
fn quote(parameters: &ReplyParameters) -> Option<Text> {
    // What has nothing visible in it quotes nothing.
    parameters.quote.as_ref()?.as_text()?.clone().normalized().ok()
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

/// How the address in a text is previewed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Preview {
    /// Whether there is none.
    pub(crate) no_webpage: bool,
    /// Whether it stands above the text.
    pub(crate) invert_media: bool,
    /// What is previewed, where that was said: such a message is sent as media.
    pub(crate) media: Option<enums::InputMedia>,
}

impl Preview {
    /// The preview that was asked for.
    pub(crate) fn of(options: Option<&LinkPreviewOptions>, text: &Text) -> Self {
        let Some(options) = options else { return Self::default() };
        let invert_media = options.show_above_text;
        if options.is_disabled {
            return Self { no_webpage: true, invert_media, media: None };
        }
        let is_sized = options.prefer_small_media || options.prefer_large_media;
        let given = options.url.clone().filter(|url| !url.is_empty());
        // A size without an address is for the first address in the text.
        let url = given.or_else(|| first_link(text).filter(|_| is_sized));
        let media = url.map(|url| {
            types::InputMediaWebPage {
                force_large_media: options.prefer_large_media,
                force_small_media: options.prefer_small_media && !options.prefer_large_media,
                optional: true,
                url,
            }
            .into()
        });
        Self { no_webpage: false, invert_media, media }
    }
}

/// The first address in a text: written out, or behind words.
fn first_link(text: &Text) -> Option<String> {
    let is_link = |word: &&str| word.starts_with("http://") || word.starts_with("https://");
    let written = text.text.split_whitespace().find(is_link);
    let behind = text.entities.iter().find_map(|entity| match entity {
        MessageEntity { kind: EntityKind::TextLink { url }, offset, .. } => Some((url, *offset)),
        _ => None,
    });
    match (written, behind) {
        (Some(written), Some((url, offset))) => {
            let start = text.text.split(written).next().map_or(0, ambigram_core::text::utf16_len);
            Some(if start <= offset { written.to_owned() } else { url.clone() })
        }
        (Some(written), None) => Some(written.to_owned()),
        (None, behind) => behind.map(|(url, _)| url.clone()),
    }
}

/// What the bot appears to be doing.
pub(crate) fn action(action: ChatAction) -> enums::SendMessageAction {
    let progress = 0;
    match action {
        ChatAction::Typing => enums::SendMessageAction::SendMessageTypingAction,
        ChatAction::UploadPhoto => types::SendMessageUploadPhotoAction { progress }.into(),
        ChatAction::RecordVideo => enums::SendMessageAction::SendMessageRecordVideoAction,
        ChatAction::UploadVideo => types::SendMessageUploadVideoAction { progress }.into(),
        ChatAction::RecordVoice => enums::SendMessageAction::SendMessageRecordAudioAction,
        ChatAction::UploadVoice => types::SendMessageUploadAudioAction { progress }.into(),
        ChatAction::UploadDocument => types::SendMessageUploadDocumentAction { progress }.into(),
        ChatAction::ChooseSticker => enums::SendMessageAction::SendMessageChooseStickerAction,
        ChatAction::FindLocation => enums::SendMessageAction::SendMessageGeoLocationAction,
        ChatAction::RecordVideoNote => enums::SendMessageAction::SendMessageRecordRoundAction,
        ChatAction::UploadVideoNote => types::SendMessageUploadRoundAction { progress }.into(),
    }
}

/// The lines of a menu.
pub(crate) fn commands(commands: &[BotCommand]) -> Vec<enums::BotCommand> {
    let line = |line: &BotCommand| {
        let (command, description) = (line.command.clone(), line.description.clone());
        types::BotCommand { ephemeral: false, command, description }.into()
    };
    commands.iter().map(line).collect()
}

/// Who sees a menu.
pub(crate) fn scope(scope: Option<&BotCommandScope>, naming: &impl Naming) -> enums::BotCommandScope {
    match scope {
        None | Some(BotCommandScope::Default) => enums::BotCommandScope::Default,
        Some(BotCommandScope::AllPrivateChats) => enums::BotCommandScope::Users,
        Some(BotCommandScope::AllGroupChats) => enums::BotCommandScope::Chats,
        Some(BotCommandScope::AllChatAdministrators) => enums::BotCommandScope::ChatAdmins,
        Some(BotCommandScope::Chat { chat_id }) => {
            types::BotCommandScopePeer { peer: naming.peer(*chat_id) }.into()
        }
        Some(BotCommandScope::ChatAdministrators { chat_id }) => {
            types::BotCommandScopePeerAdmins { peer: naming.peer(*chat_id) }.into()
        }
        Some(BotCommandScope::ChatMember { chat_id, user_id }) => {
            let (peer, user_id) = (naming.peer(*chat_id), naming.user(*user_id));
            types::BotCommandScopePeerUser { peer, user_id }.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use ambigram_core::types::MessageId;

    use super::*;

    struct Hashless;

    impl Naming for Hashless {
        fn peer(&self, chat: ChatId) -> enums::InputPeer {
            types::InputPeerUser { user_id: chat.0, access_hash: 0 }.into()
        }
        fn user(&self, user: UserId) -> enums::InputUser {
            types::InputUser { user_id: user.0, access_hash: 0 }.into()
        }
    }

    fn asked(topic: Option<i32>, parameters: Option<ReplyParameters>) -> Option<types::InputReplyToMessage> {
        match reply(ChatId(7), topic.map(ThreadId), parameters.as_ref(), &Hashless)? {
            enums::InputReplyTo::Message(reply) => Some(reply),
            other => panic!("{other:?}"),
        }
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
            assert_eq!(asked(topic, parameters), expected);
        }
    }

    #[test]
    fn an_answer_quotes_and_reaches_into_other_chats() {
        let bold = MessageEntity::new(0, 1, EntityKind::Bold);
        let part = Text { text: "a part ".to_owned(), entities: vec![bold] };
        let mut parameters = ReplyParameters::from(MessageId(5)).quote(part);
        parameters.chat_id = Some(ChatId(8).into());
        let tl_bold = types::MessageEntityBold { offset: 0, length: 1 };
        let expected = types::InputReplyToMessage {
            reply_to_peer_id: Some(Hashless.peer(ChatId(8))),
            quote_text: Some("a part".to_owned()),
            quote_entities: Some(vec![tl_bold.into()]),
            ..plain_reply(5, None)
        };
        assert_eq!(asked(None, Some(parameters.clone())), Some(expected));
        parameters.chat_id = Some(ChatId(7).into());
        parameters.quote = Some(" ".into());
        assert_eq!(asked(None, Some(parameters)), Some(plain_reply(5, None)), "nothing of that is left");
    }

    fn page(url: &str, large: bool, small: bool) -> Option<enums::InputMedia> {
        let url = url.to_owned();
        let page = types::InputMediaWebPage {
            force_large_media: large,
            force_small_media: small,
            optional: true,
            url,
        };
        Some(page.into())
    }

    #[test]
    fn a_preview_with_an_address_or_a_size_is_media() {
        let link = EntityKind::TextLink { url: "https://c.d/".to_owned() };
        let text = Text {
            text: "😀 see https://a.b/ and that".to_owned(),
            entities: vec![MessageEntity::new(19, 3, link)],
        };
        let of = |options: LinkPreviewOptions| Preview::of(Some(&options), &text);
        let options = LinkPreviewOptions::default;
        let table = [
            (options(), Preview::default()),
            (LinkPreviewOptions::disabled(), Preview { no_webpage: true, ..Preview::default() }),
            (
                LinkPreviewOptions { show_above_text: true, ..options() },
                Preview { invert_media: true, ..Preview::default() },
            ),
            (
                LinkPreviewOptions { url: Some("https://x.y/".to_owned()), ..options() },
                Preview { media: page("https://x.y/", false, false), ..Preview::default() },
            ),
            (
                LinkPreviewOptions { prefer_small_media: true, ..options() },
                Preview { media: page("https://a.b/", false, true), ..Preview::default() },
            ),
            (
                LinkPreviewOptions { prefer_large_media: true, ..options() },
                Preview { media: page("https://a.b/", true, false), ..Preview::default() },
            ),
        ];
        for (options, expected) in table {
            assert_eq!(of(options), expected);
        }
        assert_eq!(first_link(&Text::plain("none")), None);
        let behind = Text { text: "that".to_owned(), ..text };
        assert_eq!(first_link(&behind).as_deref(), Some("https://c.d/"));
    }

    #[test]
    fn a_menu_is_for_whom_it_is_said() {
        let (chat_id, user_id) = (ChatId(7), UserId(8));
        let (peer, user) = (Hashless.peer(chat_id), Hashless.user(user_id));
        use BotCommandScope as Scope;
        let table = [
            (None, enums::BotCommandScope::Default),
            (Some(Scope::Default), enums::BotCommandScope::Default),
            (Some(Scope::AllPrivateChats), enums::BotCommandScope::Users),
            (Some(Scope::AllGroupChats), enums::BotCommandScope::Chats),
            (Some(Scope::AllChatAdministrators), enums::BotCommandScope::ChatAdmins),
            (Some(Scope::Chat { chat_id }), types::BotCommandScopePeer { peer: peer.clone() }.into()),
            (
                Some(Scope::ChatAdministrators { chat_id }),
                types::BotCommandScopePeerAdmins { peer: peer.clone() }.into(),
            ),
            (
                Some(Scope::ChatMember { chat_id, user_id }),
                types::BotCommandScopePeerUser { peer, user_id: user }.into(),
            ),
        ];
        for (given, expected) in table {
            assert_eq!(scope(given.as_ref(), &Hashless), expected);
        }
    }
}
