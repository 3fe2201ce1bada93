//! What only users and Telegram itself bring about: gifts, giveaways, stories, video chats, checklists and the like.
//!
//! Bots receive all of it and send none. Each case is named and made of parts as the Bot API names them, for it is the
//! control API that makes it: a `type`, and the fields of that type.

mod access;
mod background;
mod checklist;
mod extra;
mod gift;
mod giveaway;
mod passport;
mod rich;
mod shared;
mod suggested_post;
mod video_chat;

use ambigram_core::types::{ChatId, UserId};
use serde::Deserialize;

pub use access::{ConnectedWebsite, WebAppData, WriteAccess};
pub use background::{Background, Fill};
pub use checklist::{Checklist, Task, TaskDone, TasksAdded, TasksDone};
pub use extra::{Extra, StoryName};
pub use gift::{
    Gift, GiftBackground, GiftColors, GiftMessage, GiftOrigin, GiftPart, UniqueGift, UniqueGiftMessage,
};
pub use giveaway::{Giveaway, GiveawayCompleted, GiveawayCreated, GiveawayWinners};
pub use passport::{PassportData, PassportElement};
pub use rich::{Block, Cell, ListItem, Rich, RichMessage, Styled};
pub use shared::{ChatShared, UsersShared};
pub use suggested_post::{
    Currency, PostApprovalFailed, PostApproved, PostDeclined, PostPaid, PostRefunded, PostState, Price,
    SuggestedPost,
};
pub use video_chat::{VideoChatEnded, VideoChatInvited, VideoChatScheduled, VideoChatStarted};

use crate::world::World;

/// Something that only users or Telegram bring about. <https://core.telegram.org/bots/api#message>
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Special {
    /// A story that was forwarded.
    Story(StoryName),
    /// A giveaway that is under way.
    Giveaway(Giveaway),
    /// The winners of a giveaway with public winners.
    GiveawayWinners(GiveawayWinners),
    /// A list of tasks.
    Checklist(Checklist),
    /// A text with headings, lists and tables.
    RichMessage(RichMessage),

    /// A giveaway was created.
    GiveawayCreated(GiveawayCreated),
    /// A giveaway without public winners is over.
    GiveawayCompleted(GiveawayCompleted),
    /// A gift was given.
    Gift(GiftMessage),
    /// The upgrade of a gift was paid for by another.
    GiftUpgradeSent(GiftMessage),
    /// A gift of which there is only one was given, or became one.
    UniqueGift(UniqueGiftMessage),
    /// A video chat was scheduled.
    VideoChatScheduled(VideoChatScheduled),
    /// A video chat began.
    VideoChatStarted(VideoChatStarted),
    /// A video chat is over.
    VideoChatEnded(VideoChatEnded),
    /// Users were invited to a video chat.
    VideoChatParticipantsInvited(VideoChatInvited),
    /// The chat has a new background.
    ChatBackgroundSet(Background),
    /// Users were picked by a button.
    UsersShared(UsersShared),
    /// A chat was picked by a button.
    ChatShared(ChatShared),
    /// The user lets the bot write.
    WriteAccessAllowed(WriteAccess),
    /// The user logged in on the bot's website.
    ConnectedWebsite(ConnectedWebsite),
    /// A Web App that a button of the app's keyboard opened sent something.
    WebAppData(WebAppData),
    /// The user gave the bot documents, encrypted.
    PassportData(PassportData),
    /// The owner left the chat.
    ChatOwnerLeft {
        /// Who becomes the owner, unless the one who left comes back.
        new_owner: Option<UserId>,
    },
    /// The chat has a new owner.
    ChatOwnerChanged {
        /// Who it is.
        new_owner: UserId,
    },
    /// Tasks of a checklist were done, or are not done after all.
    ChecklistTasksDone(TasksDone),
    /// Tasks were added to a checklist.
    ChecklistTasksAdded(TasksAdded),
    /// Somebody boosted the chat.
    BoostAdded {
        /// How often.
        boost_count: i32,
    },
    /// What it costs to write to a channel was changed.
    DirectMessagePriceChanged {
        /// Whether that is possible at all.
        are_direct_messages_enabled: bool,
        /// In Stars.
        #[serde(default)]
        direct_message_star_count: i64,
    },
    /// What it costs to write in a group was changed.
    PaidMessagePriceChanged {
        /// In Stars.
        paid_message_star_count: i64,
    },
    /// The user made a bot that the bot manages.
    ManagedBotCreated {
        /// The new bot.
        bot: UserId,
    },
    /// A suggested post was approved.
    SuggestedPostApproved(PostApproved),
    /// A suggested post could not be approved: the suggester has not enough.
    SuggestedPostApprovalFailed(PostApprovalFailed),
    /// A suggested post was declined.
    SuggestedPostDeclined(PostDeclined),
    /// A suggested post was paid for.
    SuggestedPostPaid(PostPaid),
    /// What was paid for a suggested post was given back.
    SuggestedPostRefunded(PostRefunded),
}

impl Special {
    /// Whether it tells that something happened, rather than being something that was sent.
    pub fn is_service(&self) -> bool {
        !matches!(
            self,
            Self::Story(_)
                | Self::Giveaway(_)
                | Self::GiveawayWinners(_)
                | Self::Checklist(_)
                | Self::RichMessage(_)
        )
    }

    /// Whether the message that it answers is part of what it tells, rather than answered.
    pub fn tells_of_message(&self) -> bool {
        matches!(
            self,
            Self::GiveawayCompleted(_)
                | Self::ChecklistTasksDone(_)
                | Self::ChecklistTasksAdded(_)
                | Self::SuggestedPostApproved(_)
                | Self::SuggestedPostApprovalFailed(_)
                | Self::SuggestedPostDeclined(_)
                | Self::SuggestedPostPaid(_)
                | Self::SuggestedPostRefunded(_)
        )
    }

    /// The accounts and chats that it names.
    pub fn named(&self) -> Vec<ChatId> {
        let users = |users: &[UserId]| users.iter().copied().map(ChatId::from).collect();
        match self {
            Self::Story(story) => vec![story.chat],
            Self::Giveaway(giveaway) => giveaway.chats.clone(),
            Self::GiveawayWinners(over) => {
                let mut named: Vec<ChatId> = users(&over.winners);
                named.push(over.chat);
                named
            }
            Self::Checklist(list) => list.tasks.iter().filter_map(|task| Some(task.done?.by)).collect(),
            Self::Gift(given) | Self::GiftUpgradeSent(given) => {
                given.gift.publisher_chat.into_iter().collect()
            }
            Self::UniqueGift(given) => given.gift.publisher_chat.into_iter().collect(),
            Self::VideoChatParticipantsInvited(invited) => users(&invited.users),
            Self::UsersShared(shared) => users(&shared.users),
            Self::ChatShared(shared) => vec![shared.chat],
            Self::ChatOwnerLeft { new_owner } => new_owner.iter().copied().map(ChatId::from).collect(),
            Self::ChatOwnerChanged { new_owner } => vec![(*new_owner).into()],
            Self::ManagedBotCreated { bot } => vec![(*bot).into()],
            _ => Vec::new(),
        }
    }

    /// Puts in what nobody says and everybody needs: stickers, calls, files.
    pub(in crate::world) fn complete(&mut self, world: &mut World) {
        match self {
            Self::Gift(given) | Self::GiftUpgradeSent(given) => given.gift.complete(world),
            Self::UniqueGift(given) => given.gift.complete(world),
            Self::VideoChatScheduled(call) => call.call = world.video_chat_number(),
            Self::VideoChatStarted(call) => call.call = world.video_chat_number(),
            Self::VideoChatEnded(call) => call.call = world.video_chat_number(),
            Self::VideoChatParticipantsInvited(call) => call.call = world.video_chat_number(),
            Self::ChatBackgroundSet(background) => background.complete(world),
            _ => {}
        }
    }
}
