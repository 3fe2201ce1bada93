//! What the session keeps, and how.

use std::fs;

use ambigram_core::types::{ChatId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_session::types::{ChannelState, UpdateState, UpdatesState};
use grammers_tl_types::{Deserializable, enums, types};

use super::Session;
use super::testing::Folder;
use crate::server::Server;

const BOT: UserId = UserId(123_456);

fn open(folder: &Folder) -> Session {
    Session::open(&folder.file(), BOT, None).unwrap()
}

fn server(key: &str, port: u16) -> Server {
    format!("mtproto://{}@127.0.0.1:{port}/2", key.repeat(256)).parse().unwrap()
}

/// A user of whom all is empty but what is given.
fn user(id: i64, name: &str, hash: i64, min: bool) -> enums::User {
    let user = types::User::from_bytes(&[0; 64]).unwrap();
    types::User { id, first_name: Some(name.to_owned()), access_hash: Some(hash), min, ..user }.into()
}

fn input(id: i64, access_hash: i64) -> enums::InputUser {
    types::InputUser { user_id: id, access_hash }.into()
}

fn refused(result: Result<Session, Error>, said: &str) {
    let error = result.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains(said), "{error}");
}

#[test]
fn what_is_known_is_known_the_next_time() {
    let folder = Folder::new();
    let state = UpdatesState { pts: 5, qts: 2, date: 9, seq: 1, channels: vec![] };
    {
        let session = open(&folder);
        assert!(!session.is_signed_in());
        assert_eq!(session.state(), UpdatesState::default());
        session.set_signed_in(true);
        session.move_home(4);
        session.advance(UpdateState::All(state.clone()));
        session.advance(UpdateState::Channel { id: 7, pts: 3 });
        session.advance(UpdateState::Primary { pts: 6, date: 10, seq: 1 });
        session.advance(UpdateState::Secondary { qts: 3 });
        session.peers().learn(&[user(1, "Alice", 11, false)], &[]);
    }
    let session = open(&folder);
    assert!(session.is_signed_in());
    assert_eq!(session.home_dc(), 4);
    let channels = vec![ChannelState { id: 7, pts: 3 }];
    assert_eq!(session.state(), UpdatesState { pts: 6, qts: 3, date: 10, seq: 1, channels });
    assert_eq!(session.peers().user(UserId(1)).unwrap().first_name, "Alice");
    assert_eq!(session.peers().input_user(UserId(1)), input(1, 11));
    session.advance(UpdateState::All(state.clone()));
    drop(session);
    assert_eq!(open(&folder).state(), state);
}

#[tokio::test]
async fn numbers_grow_over_a_stop_and_over_a_crash() {
    let folder = Folder::new();
    let session = open(&folder);
    let first = session.number();
    assert_eq!(session.number().0, first.0 + 1);
    drop(session);
    let session = open(&folder);
    assert_eq!(session.number().0, first.0 + 2);
    let mut last = first;
    for _ in 0..super::NUMBERS * 2 {
        last = session.number();
    }
    // What a crash leaves behind.
    let copy = Folder::new();
    session.flush().await.unwrap();
    for file in ["bot.session", "bot.session-wal"] {
        fs::copy(folder.0.join(file), copy.0.join(file)).unwrap();
    }
    assert!(open(&copy).number() > last);
}

#[test]
#[cfg(unix)]
fn only_its_owner_reads_the_file() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new();
    fs::write(folder.file(), "").unwrap();
    fs::set_permissions(folder.file(), fs::Permissions::from_mode(0o666)).unwrap();
    let session = open(&folder);
    session.set_signed_in(true);
    for entry in fs::read_dir(&folder.0).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{entry:?}");
    }
}

#[test]
fn a_file_that_is_not_the_bots_is_refused() {
    let folder = Folder::new();
    let session = open(&folder);
    refused(Session::open(&folder.file(), BOT, None), "in use by another program");
    drop(session);
    refused(Session::open(&folder.file(), UserId(7), None), "that of the bot 123456");
    refused(Session::open(&folder.file(), BOT, Some(server("aa", 1))), "belongs to Telegram's own servers");
    refused(Session::open(&folder.0.join("no/such/folder"), BOT, None), "cannot be opened");

    let file = folder.0.join("text");
    fs::write(&file, "a text of more than a few bytes ".repeat(100)).unwrap();
    refused(Session::open(&file, BOT, None), "not a session file");

    let file = folder.0.join("foreign");
    rusqlite::Connection::open(&file).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    refused(Session::open(&file, BOT, None), "another program's database");

    let newer = rusqlite::Connection::open(folder.file()).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    refused(Session::open(&folder.file(), BOT, None), "newer version");
}

#[test]
fn another_key_asks_for_another_login_and_keeps_the_place() {
    let folder = Folder::new();
    let open = |key, port| Session::open(&folder.file(), BOT, Some(server(key, port))).unwrap();
    let session = open("aa", 1);
    session.set_signed_in(true);
    session.advance(UpdateState::Primary { pts: 6, date: 1, seq: 1 });
    drop(session);
    assert!(open("aa", 2).is_signed_in());
    let session = open("bb", 2);
    assert_eq!((session.is_signed_in(), session.state().pts), (false, 6));
}

#[test]
fn what_is_told_in_part_does_not_replace_what_is_told_in_full() {
    let folder = Folder::new();
    let session = open(&folder);
    let name = |id| session.peers().user(UserId(id)).map(|user| user.first_name);
    session.peers().learn(&[user(1, "A", 99, true)], &[]);
    assert_eq!((name(1).unwrap().as_str(), session.peers().input_user(UserId(1))), ("A", input(1, 0)));
    session.peers().learn(&[user(1, "Alice", 11, false)], &[]);
    session.peers().learn(&[user(1, "A", 99, true)], &[]);
    assert_eq!((name(1).unwrap().as_str(), session.peers().input_user(UserId(1))), ("Alice", input(1, 11)));
    session.peers().learn(&[user(1, "Alicia", 11, false)], &[]);
    assert_eq!(name(1).unwrap(), "Alicia");
}

#[tokio::test]
async fn who_no_longer_fits_into_memory_is_read_from_the_file() {
    let folder = Folder::new();
    let session = open(&folder);
    let users: Vec<_> = (1..=12_000).map(|id| user(id, "Alice", id, false)).collect();
    session.peers().learn(&users, &[]);
    // Before they are written, and after.
    for _ in 0..2 {
        for id in [1, 500, 12_000] {
            assert!(session.peers().user(UserId(id)).is_some(), "{id}");
            assert_eq!(session.peers().input_user(UserId(id)), input(id, id));
        }
        session.peers().learn(&[user(2, "A", 99, true)], &[]);
        assert_eq!(session.peers().user(UserId(2)).unwrap().first_name, "Alice");
        session.flush().await.unwrap();
    }
}

#[test]
fn chats_are_named_as_rpcs_name_them() {
    let folder = Folder::new();
    let session = open(&folder);
    let peers = session.peers();
    for (chat, expected) in [
        (7, types::InputPeerUser { user_id: 7, access_hash: 0 }.into()),
        (-7, types::InputPeerChat { chat_id: 7 }.into()),
        (-1_000_000_000_007, types::InputPeerChannel { channel_id: 7, access_hash: 0 }.into()),
        (0, enums::InputPeer::Empty),
        (-1_000_000_000_000, enums::InputPeer::Empty),
    ] {
        assert_eq!(peers.input_peer(ChatId(chat)), expected, "{chat}");
    }
    assert_eq!(peers.input_channel(ChatId(-7)), None);
    assert_eq!(peers.input_user(UserId(-1)), enums::InputUser::Empty);
}
