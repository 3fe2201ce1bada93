//! What happens in chats. <https://core.telegram.org/type/MessageAction>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use crate::mtproto::peers::{bare, peer};
use crate::mtproto::write::{payment, poll};
use crate::world::{MessageView, Service, World};

/// What happened.
pub(super) fn action(world: &World, view: &MessageView, service: &Service) -> tl::enums::MessageAction {
    let (author, viewer) = (view.message.author, view.viewer);
    let ids = |users: &[UserId]| users.iter().map(|user| user.0).collect();
    match service {
        Service::GroupCreated { title, members } => {
            let users = std::iter::once(author.0).chain(members.iter().map(|member| member.0)).collect();
            tl::types::MessageActionChatCreate { title: title.clone(), users }.into()
        }
        Service::SupergroupCreated { title } | Service::ChannelCreated { title } => {
            tl::types::MessageActionChannelCreate { title: title.clone() }.into()
        }
        Service::MembersAdded(members) => tl::types::MessageActionChatAddUser { users: ids(members) }.into(),
        Service::MemberLeft(member) => tl::types::MessageActionChatDeleteUser { user_id: member.0 }.into(),
        Service::TitleChanged(title) => tl::types::MessageActionChatEditTitle { title: title.clone() }.into(),
        Service::ProximityAlert { traveler, watcher, distance } => {
            tl::types::MessageActionGeoProximityReached {
                from_id: peer((*traveler).into()),
                to_id: peer((*watcher).into()),
                distance: *distance,
            }
            .into()
        }
        Service::GameScore { game, score } => {
            tl::types::MessageActionGameScore { game_id: *game, score: *score }.into()
        }
        Service::Paid(paid) => payment::paid(paid, viewer),
        Service::Refunded(refunded) => payment::refunded(refunded, viewer),
        Service::PollOptionAdded { option, .. } => {
            tl::types::MessageActionPollAppendAnswer { answer: poll::answer(option) }.into()
        }
        Service::PollOptionDeleted { option, .. } => {
            tl::types::MessageActionPollDeleteAnswer { answer: poll::answer(option) }.into()
        }
        Service::MigratedTo(chat) => tl::types::MessageActionChatMigrateTo { channel_id: bare(*chat) }.into(),
        Service::MigratedFrom { chat, title } => {
            tl::types::MessageActionChannelMigrateFrom { title: title.clone(), chat_id: bare(*chat) }.into()
        }
        Service::Group(service) => super::group::action(world, view, service),
        Service::TopicCreated { name, icon_color, icon } => tl::types::MessageActionTopicCreate {
            title_missing: false,
            title: name.clone(),
            icon_color: i32::try_from(*icon_color).unwrap_or_default(),
            icon_emoji_id: *icon,
        }
        .into(),
    }
}
