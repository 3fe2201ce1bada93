//! What happens in chats, and is told by messages.

use ambigram_core::types::{ChatId, UserId};

/// Something that happened in a chat, told by a message.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    },
}

impl Service {
    /// The accounts and chats that it names.
    pub(super) fn named(&self) -> Vec<ChatId> {
        match self {
            Self::GroupCreated { members, .. } | Self::MembersAdded(members) => {
                members.iter().copied().map(ChatId::from).collect()
            }
            Self::MemberLeft(member) => vec![(*member).into()],
            Self::MigratedTo(chat) | Self::MigratedFrom { chat, .. } => vec![*chat],
            Self::SupergroupCreated { .. }
            | Self::ChannelCreated { .. }
            | Self::TitleChanged(_)
            | Self::TopicCreated { .. } => Vec::new(),
        }
    }
}
