//! Captions, several files at once, messages that are sent on, sets of stickers.

use std::sync::Arc;

use ambigram_core::text::Text;
use ambigram_core::types::MessageId;
use ambigram_sandbox::rules::{ChatSort, Permissions, Refusal};
use ambigram_sandbox::world::files::{
    Audio, Document, DocumentAttributes, File, NewDocument, SentFile, Sticker, StickerKind, Video,
};
use ambigram_sandbox::world::{
    Forwarding, Media, NewCaption, NewContent, NewMessage, NewStickerSet, PaidMedia,
};

use super::Case;
use crate::stage::Stage;

fn document(stage: &mut Stage, attributes: DocumentAttributes) -> Arc<Document> {
    let mime_type = "application/pdf".to_owned();
    stage.add_document(NewDocument { bytes: b"x".to_vec().into(), mime_type, attributes, thumbnail: None })
}

fn media(document: Arc<Document>) -> Media {
    SentFile::from(File::Document(document)).into()
}

fn file(stage: &mut Stage) -> NewMessage {
    let document = document(stage, DocumentAttributes::default());
    NewMessage::new(NewContent::Media(media(document)))
}

fn audio(stage: &mut Stage) -> NewMessage {
    let audio = Some(Audio::default());
    let document = document(stage, DocumentAttributes { audio, ..DocumentAttributes::default() });
    NewMessage::new(NewContent::Media(media(document)))
}

fn sticker(stage: &mut Stage) -> NewMessage {
    let sticker = Some(Sticker::default());
    let document = document(stage, DocumentAttributes { sticker, ..DocumentAttributes::default() });
    NewMessage::new(NewContent::Media(media(document)))
}

fn group(stage: &mut Stage, new: Vec<NewMessage>) -> Result<(), Refusal> {
    let (bob, alice) = (stage.bob, stage.alice);
    stage.send_group(bob, alice.into(), new).map(|_| ())
}

/// What Bob sends Alice.
fn sent(stage: &mut Stage, new: NewMessage) -> MessageId {
    let (bob, alice) = (stage.bob, stage.alice);
    stage.send_message(bob, alice.into(), new).unwrap().id
}

fn edited(stage: &mut Stage, id: MessageId, new: NewMessage) -> Result<(), Refusal> {
    let (bob, alice) = (stage.bob, stage.alice);
    stage.edit_media(bob, alice.into(), id, new.content, None).map(|_| ())
}

fn set(stage: &mut Stage, change: impl FnOnce(&mut NewStickerSet)) -> Result<(), Refusal> {
    let document = document(stage, DocumentAttributes::default());
    let mut new = NewStickerSet {
        name: "Cats".to_owned(),
        title: "Cats".to_owned(),
        kind: StickerKind::Regular,
        stickers: vec![(document, vec!["🐈".to_owned()])],
    };
    change(&mut new);
    stage.create_sticker_set(new).map(|_| ())
}

fn paid_media(stage: &mut Stage) -> PaidMedia {
    let video = Some(Video::default());
    let document = document(stage, DocumentAttributes { video, ..DocumentAttributes::default() });
    PaidMedia {
        stars: 1,
        media: vec![media(document).sent],
        caption: Text::default(),
        caption_above: false,
        payload: String::new(),
    }
}

/// What the bot sends Alice.
fn paid(stage: &mut Stage, change: impl FnOnce(&mut PaidMedia)) -> Result<(), Refusal> {
    let (alice, bot) = (stage.alice, stage.bot);
    stage.start_bot(alice, bot, None).unwrap();
    let mut paid = paid_media(stage);
    change(&mut paid);
    stage.send_message(bot, alice.into(), NewMessage::new(NewContent::PaidMedia(paid))).map(|_| ())
}

pub(super) fn sending() -> Vec<Case> {
    vec![
        (
            "a caption of too many characters",
            |s| {
                let document = document(s, DocumentAttributes::default());
                let media = Media { caption: Text::plain("x".repeat(1025)), ..media(document) };
                let (bob, alice) = (s.bob, s.alice);
                s.send_message(bob, alice.into(), NewMessage::new(NewContent::Media(media))).map(|_| ())
            },
            (400, "Bad Request: message caption is too long"),
            (400, "MEDIA_CAPTION_TOO_LONG"),
        ),
        (
            "a file where members may send none",
            |s| {
                let (alice, bob) = (s.alice, s.bob);
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bob]);
                let none = Permissions { can_send_documents: false, ..Permissions::ALL };
                s.set_permissions(alice, chat, none).unwrap();
                let file = file(s);
                s.send_message(bob, chat, file).map(|_| ())
            },
            (400, "Bad Request: not enough rights to send documents to the chat"),
            (403, "CHAT_SEND_DOCS_FORBIDDEN"),
        ),
        (
            "eleven files together",
            |s| {
                let files = (0..11).map(|_| file(s)).collect();
                group(s, files)
            },
            (400, "Bad Request: too many messages to send as an album"),
            (400, "MULTI_MEDIA_TOO_LONG"),
        ),
        (
            "no files together",
            |s| group(s, Vec::new()),
            (400, "Bad Request: there are no messages to send"),
            (400, "MEDIA_EMPTY"),
        ),
        (
            "a sticker together with a file",
            |s| {
                let new = vec![file(s), sticker(s)];
                group(s, new)
            },
            (400, "Bad Request: invalid message content type"),
            (400, "MEDIA_INVALID"),
        ),
        (
            "music together with a file",
            |s| {
                let new = vec![file(s), audio(s)];
                group(s, new)
            },
            (400, "Bad Request: audio can't be mixed with other media types"),
            (400, "MEDIA_INVALID"),
        ),
        (
            "a caption above one of two files",
            |s| {
                let video = Some(Video::default());
                let document = document(s, DocumentAttributes { video, ..DocumentAttributes::default() });
                let one = media(document);
                let other = Media { caption: Text::plain("c"), caption_above: true, ..one.clone() };
                let new = [one, other].map(|media| NewMessage::new(NewContent::Media(media)));
                group(s, new.to_vec())
            },
            (400, "Bad Request: parameter show_caption_above_media must be the same for all messages"),
            (400, "MEDIA_INVALID"),
        ),
        (
            "files for nothing",
            |s| paid(s, |paid| paid.stars = 0),
            (400, "Bad Request: invalid media price specified"),
            (400, "EXTENDED_MEDIA_AMOUNT_INVALID"),
        ),
        (
            "no files for something",
            |s| paid(s, |paid| paid.media.clear()),
            (400, "Bad Request: invalid number of paid media specified"),
            (400, "EXTENDED_MEDIA_INVALID"),
        ),
        (
            "files with a long payload",
            |s| paid(s, |paid| paid.payload = "x".repeat(129)),
            (400, "Bad Request: PAYLOAD_INVALID"),
            (400, "PAYLOAD_INVALID"),
        ),
        (
            "files for which a person asks another for money",
            |s| {
                let (bob, alice) = (s.bob, s.alice);
                let paid = paid_media(s);
                s.send_message(bob, alice.into(), NewMessage::new(NewContent::PaidMedia(paid))).map(|_| ())
            },
            (400, "Bad Request: paid media can be sent only in channel chats"),
            (400, "EXTENDED_MEDIA_PEER_INVALID"),
        ),
        (
            "a message that is not there, copied",
            |s| {
                let (bob, alice) = (s.bob, s.alice);
                let nothing = (alice.into(), MessageId(9));
                s.copy_message(bob, nothing, alice.into(), NewMessage::default(), None, None).map(|_| ())
            },
            (400, "Bad Request: message to copy not found"),
            (400, "MESSAGE_ID_INVALID"),
        ),
        (
            "a protected message, sent on",
            |s| {
                let file = NewMessage { is_protected: true, ..file(s) };
                let id = sent(s, file);
                let (bob, alice) = (s.bob, s.alice);
                let what = Forwarding { messages: vec![id], ..Forwarding::default() };
                s.forward_messages(bob, alice.into(), alice.into(), &what, true).map(|_| ())
            },
            (400, "Bad Request: message has protected content and can't be forwarded"),
            (400, "CHAT_FORWARDS_RESTRICTED"),
        ),
        (
            "something that happened, sent on",
            |s| {
                let (alice, bob) = (s.alice, s.bob);
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bob]);
                let what = Forwarding { messages: vec![MessageId(1)], ..Forwarding::default() };
                s.forward_messages(alice, chat, bob.into(), &what, true).map(|_| ())
            },
            (400, "Bad Request: the message can't be forwarded"),
            (400, "MESSAGE_ID_INVALID"),
        ),
        (
            "something that happened, copied",
            |s| {
                let (alice, bob) = (s.alice, s.bob);
                let chat = s.chat_of_alice(ChatSort::Supergroup, &[bob]);
                let what = (chat, MessageId(1));
                s.copy_message(alice, what, bob.into(), NewMessage::default(), None, None).map(|_| ())
            },
            (400, "Bad Request: the message can't be copied"),
            (400, "MESSAGE_ID_INVALID"),
        ),
    ]
}

pub(super) fn editing() -> Vec<Case> {
    vec![
        (
            "a text for a file's message",
            |s| {
                let file = file(s);
                let id = sent(s, file);
                let (bob, alice) = (s.bob, s.alice);
                s.edit_text(bob, alice.into(), id, "x".into()).map(|_| ())
            },
            (400, "Bad Request: there is no text in the message to edit"),
            (400, "MESSAGE_EMPTY"),
        ),
        (
            "a caption for a text",
            |s| {
                let id = sent(s, "hi".into());
                let (bob, alice) = (s.bob, s.alice);
                s.edit_caption(bob, alice.into(), id, NewCaption::default()).map(|_| ())
            },
            (400, "Bad Request: there is no caption in the message to edit"),
            (400, "MESSAGE_EMPTY"),
        ),
        (
            "a file in the place of a sticker",
            |s| {
                let old = sticker(s);
                let (id, new) = (sent(s, old), file(s));
                edited(s, id, new)
            },
            (400, "Bad Request: message media can't be edited"),
            (400, "MEDIA_PREV_INVALID"),
        ),
        (
            "a sticker in the place of a file",
            |s| {
                let old = file(s);
                let (id, new) = (sent(s, old), sticker(s));
                edited(s, id, new)
            },
            (400, "Bad Request: unsupported input message content type"),
            (400, "MEDIA_NEW_INVALID"),
        ),
        (
            "music in the place of one of several files",
            |s| {
                let files = vec![file(s), file(s)];
                let (bob, alice) = (s.bob, s.alice);
                let id = s.send_group(bob, alice.into(), files).unwrap()[0].id;
                let new = audio(s);
                edited(s, id, new)
            },
            (400, "Bad Request: can't change media type in the album"),
            (400, "MEDIA_GROUPED_INVALID"),
        ),
    ]
}

pub(super) fn sticker_sets() -> Vec<Case> {
    vec![
        (
            "a set of no name",
            |s| set(s, |new| new.name = "_".to_owned()),
            (400, "Bad Request: invalid sticker set name is specified"),
            (400, "PACK_SHORT_NAME_INVALID"),
        ),
        (
            "a set of another's name",
            |s| {
                set(s, |_| ()).unwrap();
                set(s, |new| new.name = "cats".to_owned())
            },
            (400, "Bad Request: sticker set name is already occupied"),
            (400, "PACK_SHORT_NAME_OCCUPIED"),
        ),
        (
            "a set of no title",
            |s| set(s, |new| new.title.clear()),
            (400, "Bad Request: PACK_TITLE_INVALID"),
            (400, "PACK_TITLE_INVALID"),
        ),
        (
            "a set of nothing",
            |s| set(s, |new| new.stickers.clear()),
            (400, "Bad Request: STICKERS_EMPTY"),
            (400, "STICKERS_EMPTY"),
        ),
        (
            "a sticker that stands for nothing",
            |s| set(s, |new| new.stickers[0].1.clear()),
            (400, "Bad Request: STICKER_EMOJI_INVALID"),
            (400, "STICKER_EMOJI_INVALID"),
        ),
    ]
}
