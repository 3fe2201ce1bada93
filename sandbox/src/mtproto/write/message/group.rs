//! What happens in chats beside coming and going. <https://core.telegram.org/type/MessageAction>

use grammers_tl_types as tl;

use crate::mtproto::write::photo::photo;
use crate::world::{GroupService, MessageView, World};

/// What happened.
pub(super) fn action(world: &World, view: &MessageView, service: &GroupService) -> tl::enums::MessageAction {
    let topic =
        tl::types::MessageActionTopicEdit { title: None, icon_emoji_id: None, closed: None, hidden: None };
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    match service {
        GroupService::JoinedByLink { inviter } => {
            tl::types::MessageActionChatJoinedByLink { inviter_id: inviter.0 }.into()
        }
        GroupService::JoinedByRequest => tl::enums::MessageAction::ChatJoinedByRequest,
        GroupService::MessagePinned => tl::enums::MessageAction::PinMessage,
        GroupService::PhotoChanged(new) => {
            tl::types::MessageActionChatEditPhoto { photo: photo(world, view.viewer, new) }.into()
        }
        GroupService::PhotoDeleted => tl::enums::MessageAction::ChatDeletePhoto,
        GroupService::AutoDeleteSet(seconds) => {
            tl::types::MessageActionSetMessagesTtl { period: number(*seconds), auto_setting_from: None }
                .into()
        }
        GroupService::Boosted(times) => tl::types::MessageActionBoostApply { boosts: number(*times) }.into(),
        GroupService::TopicEdited { name, icon } => tl::types::MessageActionTopicEdit {
            title: name.clone(),
            icon_emoji_id: icon.map(Option::unwrap_or_default),
            ..topic
        }
        .into(),
        GroupService::TopicClosed => tl::types::MessageActionTopicEdit { closed: Some(true), ..topic }.into(),
        GroupService::TopicReopened => {
            tl::types::MessageActionTopicEdit { closed: Some(false), ..topic }.into()
        }
        GroupService::GeneralTopicHidden => {
            tl::types::MessageActionTopicEdit { hidden: Some(true), ..topic }.into()
        }
        GroupService::GeneralTopicShown => {
            tl::types::MessageActionTopicEdit { hidden: Some(false), ..topic }.into()
        }
    }
}
