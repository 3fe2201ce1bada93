//! TL values in few words, for tables.

use ambigram_core::types::{Chat, ChatId, ChatKind, User, UserId};
use grammers_tl_types::{Deserializable, Serializable, enums, types};

use super::Known;

/// The bot.
pub(super) const BOT: i64 = 42;
/// A user whom it knows.
pub(super) const ALICE: i64 = 7;
/// A basic group.
pub(super) const GROUP: i64 = 8;
/// A supergroup.
pub(super) const SUPERGROUP: i64 = 1_000_000_009;
/// A supergroup with topics.
pub(super) const FORUM: i64 = 1_000_000_010;
/// A channel.
pub(super) const CHANNEL: i64 = 1_000_000_011;

/// Bare types have no default; one is read from fields that are all zero, after those that are given.
fn blank<T: Deserializable>(start: &[u8]) -> T {
    let mut bytes = start.to_vec();
    bytes.extend([0; 256]);
    T::from_bytes(&bytes).unwrap()
}

pub(super) fn at_user(user_id: i64) -> enums::Peer {
    types::PeerUser { user_id }.into()
}

pub(super) fn at_group(chat_id: i64) -> enums::Peer {
    types::PeerChat { chat_id }.into()
}

pub(super) fn at_channel(channel_id: i64) -> enums::Peer {
    types::PeerChannel { channel_id }.into()
}

pub(super) fn user(id: i64, first_name: &str) -> types::User {
    types::User { id, first_name: Some(first_name.to_owned()), ..blank(&[]) }
}

pub(super) fn channel(id: i64, title: &str) -> types::Channel {
    // Flags, more flags, the number and the title come before the photo, which is boxed.
    let mut bytes = [0_u8; 16].to_vec();
    title.to_owned().serialize(&mut bytes);
    enums::ChatPhoto::Empty.serialize(&mut bytes);
    types::Channel { id, ..blank(&bytes) }
}

/// A text by whoever it is where nothing is said: the other in a private chat, else the chat itself.
pub(super) fn written(id: i32, place: enums::Peer, text: &str) -> types::Message {
    let mut bytes = [0_u8; 12].to_vec();
    place.serialize(&mut bytes);
    types::Message { id, date: 1_700_000_000, message: text.to_owned(), ..blank(&bytes) }
}

pub(super) fn happened(id: i32, place: enums::Peer, action: enums::MessageAction) -> types::MessageService {
    let mut bytes = [0_u8; 8].to_vec();
    place.serialize(&mut bytes);
    bytes.extend([0; 4]);
    action.serialize(&mut bytes);
    types::MessageService { id, date: 1_700_000_000, ..blank(&bytes) }
}

pub(super) fn reply_to(id: i32) -> types::MessageReplyHeader {
    types::MessageReplyHeader { reply_to_msg_id: Some(id), ..blank(&[]) }
}

pub(super) fn no_rights() -> types::ChatAdminRights {
    blank(&[])
}

pub(super) fn nothing_forbidden() -> types::ChatBannedRights {
    blank(&[])
}

pub(super) fn plain(text: &str) -> enums::TextWithEntities {
    types::TextWithEntities { text: text.to_owned(), entities: vec![] }.into()
}

/// A quiz of two options.
pub(super) fn poll() -> types::Poll {
    let answer = |option: &[u8], text| {
        types::PollAnswer {
            text: plain(text),
            option: option.to_vec(),
            media: None,
            added_by: None,
            date: None,
        }
        .into()
    };
    types::Poll {
        id: 1,
        closed: false,
        public_voters: false,
        multiple_choice: false,
        quiz: true,
        open_answers: false,
        revoting_disabled: false,
        shuffle_answers: false,
        hide_results_until_close: false,
        creator: true,
        subscribers_only: false,
        question: plain("q"),
        answers: vec![answer(b"a", "yes"), answer(b"b", "no")],
        close_period: None,
        close_date: None,
        countries_iso2: None,
        hash: 0,
    }
}

/// Its results: two were wrong.
pub(super) fn results() -> types::PollResults {
    let voted = |option: &[u8], voters, correct| {
        types::PollAnswerVoters {
            chosen: false,
            correct,
            option: option.to_vec(),
            voters: Some(voters),
            recent_voters: None,
        }
        .into()
    };
    types::PollResults {
        min: false,
        has_unread_votes: false,
        can_view_stats: false,
        results: Some(vec![voted(b"a", 2, false), voted(b"b", 0, true)]),
        total_voters: Some(2),
        recent_voters: None,
        solution: Some("because".to_owned()),
        solution_entities: None,
        solution_media: None,
    }
}

/// A file with these attributes.
pub(super) fn file(mime_type: &str, attributes: Vec<enums::DocumentAttribute>) -> types::Document {
    types::Document {
        id: 11,
        access_hash: 12,
        file_reference: b"ref".to_vec(),
        date: 5,
        mime_type: mime_type.to_owned(),
        size: 1000,
        thumbs: None,
        video_thumbs: None,
        dc_id: 2,
        attributes,
    }
}

/// A photo of one size, after one that is too small to be fetched.
pub(super) fn picture() -> types::Photo {
    let tiny = types::PhotoStrippedSize { r#type: "i".to_owned(), bytes: vec![1] };
    let size = types::PhotoSize { r#type: "x".to_owned(), w: 800, h: 600, size: 500 };
    types::Photo {
        has_stickers: false,
        id: 21,
        access_hash: 22,
        file_reference: b"ref".to_vec(),
        date: 5,
        sizes: vec![tiny.into(), size.into()],
        video_sizes: None,
        dc_id: 2,
    }
}

/// All of the above as the bot knows them.
pub(super) fn known() -> Known {
    let bot = User { is_bot: true, username: Some("test_bot".into()), ..User::new(BOT, "Bot") };
    let chat = |id, kind, title: &str| {
        let id = ChatId(id);
        (id, Chat { title: Some(title.into()), ..Chat::new(id, kind) })
    };
    let mut known = Known::default();
    known.users.extend([(UserId(BOT), bot), (UserId(ALICE), User::new(ALICE, "Alice"))]);
    known.chats.extend([
        chat(-GROUP, ChatKind::Group, "Group"),
        chat(-1_000_000_000_000 - SUPERGROUP, ChatKind::Supergroup, "Supergroup"),
        chat(-1_000_000_000_000 - FORUM, ChatKind::Supergroup, "Forum"),
        chat(-1_000_000_000_000 - CHANNEL, ChatKind::Channel, "Channel"),
    ]);
    known.sticker_sets.insert(31, "Set".into());
    if let Some(forum) = known.chats.get_mut(&ChatId(-1_000_000_000_000 - FORUM)) {
        forum.is_forum = true;
    }
    known
}
