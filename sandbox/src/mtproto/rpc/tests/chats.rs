//! Chats and their members.

use super::*;
use crate::rules::ChatSort;
use crate::world::NewChat;

fn chats_of(updates: &enums::Updates) -> &[enums::Chat] {
    let enums::Updates::Updates(updates) = updates else { panic!("{updates:?}") };
    &updates.chats
}

#[tokio::test]
async fn what_is_made_is_told_in_the_answer() {
    let stage = Stage::new();
    let (ada, bob) = (stage.telegram.user("Ada").id, stage.telegram.user("Bob").id);
    let client = stage.of(ada).await;
    let create = functions::messages::CreateChat {
        users: vec![stage.input_user(ada, bob)],
        title: "Pair".to_owned(),
        ttl_period: None,
    };
    let enums::messages::InvitedUsers::Users(made) = client.call(&create).await.unwrap();
    let [enums::Chat::Chat(group)] = chats_of(&made.updates) else { panic!("{made:?}") };
    assert_eq!((group.title.as_str(), group.creator, group.participants_count), ("Pair", true, 2));
    let full = functions::messages::GetFullChat { chat_id: group.id };
    let enums::messages::ChatFull::Full(full) = client.call(&full).await.unwrap();
    let enums::ChatFull::Full(full_chat) = full.full_chat else { panic!("{full:?}") };
    let enums::ChatParticipants::Participants(list) = full_chat.participants else { panic!() };
    assert_eq!((list.participants.len(), full.users.len()), (2, 2));
    let nowhere = functions::messages::GetFullChat { chat_id: 42 };
    assert_eq!(client.refused(&nowhere).await, refusal(400, "CHAT_ID_INVALID"));
    let channel = functions::channels::CreateChannel {
        broadcast: false,
        megagroup: true,
        for_import: false,
        forum: false,
        title: "Super".to_owned(),
        about: "All about it".to_owned(),
        geo_point: None,
        address: None,
        ttl_period: None,
    };
    let updates = client.call(&channel).await.unwrap();
    let [enums::Chat::Channel(group)] = chats_of(&updates) else { panic!("{updates:?}") };
    let channel = types::InputChannel { channel_id: group.id, access_hash: group.access_hash.unwrap() };
    let full = functions::channels::GetFullChannel { channel: channel.into() };
    let enums::messages::ChatFull::Full(full) = client.call(&full).await.unwrap();
    let enums::ChatFull::ChannelFull(full) = full.full_chat else { panic!("{full:?}") };
    assert_eq!((full.about.as_str(), full.participants_count), ("All about it", Some(1)));
}

#[tokio::test]
async fn what_was_told_in_an_answer_is_not_pushed_to_the_same_session() {
    let stage = Stage::new();
    let ada = stage.telegram.user("Ada").id;
    let (asking, other) = (stage.of(ada).await, stage.of(ada).await);
    for client in [&asking, &other] {
        client.call(&functions::help::GetNearestDc {}).await.unwrap();
    }
    let create =
        functions::messages::CreateChat { users: Vec::new(), title: "One".to_owned(), ttl_period: None };
    asking.call(&create).await.unwrap();
    let pushed = |client: &Client| client.caller.session.next_updates(&stage.front, &client.caller.login);
    assert_eq!(pushed(&asking), None);
    assert!(pushed(&other).is_some());
}

#[tokio::test]
async fn participants_are_found_by_what_they_are_and_how_they_are_called() {
    let stage = Stage::new();
    let [ada, bob, eve] = ["Ada", "Bob", "Eve"].map(|name| stage.telegram.user(name).id);
    let bot = stage.telegram.bot("hello_bot").id;
    let chat = stage.telegram.world().write(|world| {
        let new = NewChat::new(ChatSort::Supergroup, "Group").with([bob, eve, bot]);
        let chat = world.create_chat(ada, new).unwrap();
        world.ban(ada, chat, eve, 0).unwrap();
        chat
    });
    let list = |viewer, filter, offset, limit| functions::channels::GetParticipants {
        channel: stage.input_channel(viewer, chat),
        filter,
        offset,
        limit,
        hash: 0,
    };
    let search = |q: &str| types::ChannelParticipantsSearch { q: q.to_owned() }.into();
    let kicked = || types::ChannelParticipantsKicked { q: String::new() }.into();
    let client = stage.of(ada).await;
    let recent = enums::ChannelParticipantsFilter::ChannelParticipantsRecent;
    for (filter, offset, limit, count, names) in [
        (recent.clone(), 0, 200, 3, 3),
        (recent.clone(), 1, 1, 3, 1),
        (recent, 3, 200, 3, 0),
        (enums::ChannelParticipantsFilter::ChannelParticipantsAdmins, 0, 200, 1, 1),
        (enums::ChannelParticipantsFilter::ChannelParticipantsBots, 0, 200, 1, 1),
        (search("bo"), 0, 200, 1, 1),
        (search(""), 0, 200, 3, 3),
        (kicked(), 0, 200, 1, 1),
    ] {
        let found = client.call(&list(ada, filter.clone(), offset, limit)).await.unwrap();
        let enums::channels::ChannelParticipants::Participants(found) = found else { panic!("{found:?}") };
        assert_eq!((found.count, found.participants.len()), (count, names), "{filter:?}");
    }
    let member = stage.of(bob).await;
    let refused = member.refused(&list(bob, kicked(), 0, 200)).await;
    assert_eq!(refused, refusal(400, "CHAT_ADMIN_REQUIRED"));
    let one = |user| functions::channels::GetParticipant {
        channel: stage.input_channel(ada, chat),
        participant: stage.input_peer(ada, user),
    };
    let stranger = stage.telegram.user("Joe").id;
    assert_eq!(client.refused(&one(stranger)).await, refusal(400, "USER_NOT_PARTICIPANT"));
    let enums::channels::ChannelParticipant::Participant(found) = client.call(&one(eve)).await.unwrap();
    assert!(matches!(found.participant, enums::ChannelParticipant::Banned(_)));
}

#[tokio::test]
async fn who_is_banned_is_out_until_it_is_lifted() {
    let stage = Stage::new();
    let (ada, bob) = (stage.telegram.user("Ada").id, stage.telegram.user("Bob").id);
    let chat = stage.telegram.world().write(|world| {
        world.create_chat(ada, NewChat::new(ChatSort::Supergroup, "Group").with([bob])).unwrap()
    });
    let (owner, member) = (stage.of(ada).await, stage.of(bob).await);
    let ban = |viewer, user, rights| functions::channels::EditBanned {
        channel: stage.input_channel(viewer, chat),
        participant: stage.input_peer(viewer, user),
        banned_rights: rights,
    };
    let barred = || crate::mtproto::write::rights::barred(0);
    let free = || crate::mtproto::write::rights::banned(&crate::rules::Permissions::ALL, 0);
    assert_eq!(member.refused(&ban(bob, ada, barred())).await, refusal(400, "CHAT_ADMIN_REQUIRED"));
    owner.call(&ban(ada, bob, barred())).await.unwrap();
    let full = functions::channels::GetFullChannel { channel: stage.input_channel(bob, chat) };
    assert_eq!(member.refused(&full).await, refusal(400, "CHANNEL_PRIVATE"));
    let list = functions::channels::GetChannels { id: vec![stage.input_channel(bob, chat)] };
    let enums::messages::Chats::Chats(list) = member.call(&list).await.unwrap() else { panic!() };
    assert!(matches!(list.chats[..], [enums::Chat::ChannelForbidden(_)]));
    owner.call(&ban(ada, bob, free())).await.unwrap();
    let invite = functions::channels::InviteToChannel {
        channel: stage.input_channel(ada, chat),
        users: vec![stage.input_user(ada, bob)],
    };
    owner.call(&invite).await.unwrap();
    member.call(&full).await.unwrap();
    let stolen = functions::channels::GetFullChannel { channel: stage.input_channel(ada, chat) };
    assert_eq!(member.refused(&stolen).await, refusal(400, "CHANNEL_INVALID"));
}
