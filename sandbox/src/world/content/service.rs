//! What happens in chats, and is told by messages.

use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};

use crate::world::payments::{Charge, Payment};
use crate::world::{GroupService, MessageKey, PollOption};

/// Something that happened in a chat, told by a message.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Service {
    /// The basic group was created, with this title and these members beside the creator.
    GroupCreated {
        /// Its title.
        title: String,
        /// Who was taken in.
        members: Vec<UserId>,
    },
    /// The supergroup was created.
    SupergroupCreated {
        /// Its title.
        title: String,
    },
    /// The channel was created.
    ChannelCreated {
        /// Its title.
        title: String,
    },
    /// Members were added, or one joined by themselves.
    MembersAdded(Vec<UserId>),
    /// A member left, or was removed.
    MemberLeft(UserId),
    /// The chat has a new title.
    TitleChanged(String),
    /// The basic group became a supergroup.
    MigratedTo(ChatId),
    /// The supergroup was a basic group.
    MigratedFrom {
        /// The basic group.
        chat: ChatId,
        /// Its title.
        title: String,
    },
    /// A topic was created.
    TopicCreated {
        /// Its name.
        name: String,
        /// Its colour, RGB.
        icon_color: u32,
        /// The custom emoji that stands before it.
        icon: Option<i64>,
    },
    /// Somebody who moves came near another, who asked to be told.
    ProximityAlert {
        /// Who came near.
        traveler: UserId,
        /// Who asked to be told.
        watcher: UserId,
        /// How near, in metres.
        distance: i32,
    },
    /// Somebody scored in a game.
    GameScore {
        /// The game's number.
        game: i64,
        /// How much.
        score: i32,
    },
    /// Somebody paid.
    Paid(Arc<Payment>),
    /// A bot paid back.
    Refunded(Arc<Charge>),
    /// A poll has one more option.
    PollOptionAdded {
        /// The message with the poll.
        message: MessageKey,
        /// The option.
        option: PollOption,
    },
    /// A poll has one option less.
    PollOptionDeleted {
        /// The message with the poll.
        message: MessageKey,
        /// What was the option.
        option: PollOption,
    },
    /// A pin, a topic's change, a timer, and the like.
    Group(GroupService),
}

impl Service {
    /// Whether bots are told of it even when they did it themselves.
    pub fn is_told_to_author(&self) -> bool {
        matches!(
            self,
            Self::MemberLeft(_)
                | Self::TitleChanged(_)
                | Self::TopicCreated { .. }
                | Self::ProximityAlert { .. }
                | Self::Refunded(_)
                | Self::PollOptionAdded { .. }
                | Self::PollOptionDeleted { .. }
                | Self::Group(
                    GroupService::MessagePinned
                        | GroupService::PhotoChanged(_)
                        | GroupService::PhotoDeleted
                        | GroupService::TopicEdited { .. }
                        | GroupService::TopicClosed
                        | GroupService::TopicReopened
                        | GroupService::GeneralTopicHidden
                        | GroupService::GeneralTopicShown
                )
        )
    }

    /// The accounts and chats that it names.
    pub(super) fn named(&self) -> Vec<ChatId> {
        match self {
            Self::GroupCreated { members, .. } | Self::MembersAdded(members) => {
                members.iter().copied().map(ChatId::from).collect()
            }
            Self::ProximityAlert { traveler, watcher, .. } => vec![(*traveler).into(), (*watcher).into()],
            Self::Paid(payment) => vec![payment.user.into(), payment.offer.bot.into()],
            Self::Refunded(charge) => vec![charge.user.into(), charge.bot.into()],
            Self::PollOptionAdded { option, .. } | Self::PollOptionDeleted { option, .. } => {
                option.added.iter().map(|(adder, _)| ChatId::from(*adder)).collect()
            }
            Self::GameScore { .. } => Vec::new(),
            Self::MemberLeft(member) => vec![(*member).into()],
            Self::MigratedTo(chat) | Self::MigratedFrom { chat, .. } => vec![*chat],
            Self::Group(GroupService::JoinedByLink { inviter }) => vec![(*inviter).into()],
            Self::Group(_)
            | Self::SupergroupCreated { .. }
            | Self::ChannelCreated { .. }
            | Self::TitleChanged(_)
            | Self::TopicCreated { .. } => Vec::new(),
        }
    }
}
