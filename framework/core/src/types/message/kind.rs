//! What a message holds.

use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize};

use crate::text::Text;
use crate::types::*;

/// Writes the enum of what a message can hold, the names that its JSON has for each, and how they are read and written.
macro_rules! contents {
    (
        objects { $($(#[$odoc:meta])* $object:ident($oname:literal): $otype:ty,)+ }
        marks { $($(#[$mdoc:meta])* $mark:ident($mname:literal),)+ }
        empties { $($(#[$edoc:meta])* $empty:ident($ename:literal),)+ }
    ) => {
        /// What a message holds.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum MessageKind {
            /// Text.
            Text(Text),
            $($(#[$odoc])* $object($otype),)+
            $($(#[$mdoc])* $mark,)+
            $($(#[$edoc])* $empty,)+
            /// Anything that this version does not model: its fields are in [`Message::unmodelled`].
            Unknown,
        }

        impl MessageKind {
            /// All names of [`name`](Self::name), in the order of the enum.
            pub const NAMES: &[&str] = &["text", $($oname,)+ $($mname,)+ $($ename,)+];

            /// The Bot API's name of what the message holds, such as `text` or `video_note`; `unknown` for what this
            /// version does not model.
            pub fn name(&self) -> &'static str {
                match self {
                    Self::Text(_) => "text",
                    $(Self::$object(_) => $oname,)+
                    $(Self::$mark => $mname,)+
                    $(Self::$empty => $ename,)+
                    Self::Unknown => "unknown",
                }
            }

            /// Writes the field that holds the content; a text is written by who knows its fields.
            pub(super) fn put<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                match self {
                    Self::Text(_) | Self::Unknown => Ok(()),
                    $(Self::$object(object) => map.serialize_entry($oname, object),)+
                    $(Self::$mark => map.serialize_entry($mname, &true),)+
                    $(Self::$empty => map.serialize_entry($ename, &Empty {}),)+
                }
            }
        }

        /// The name of a field that holds a content.
        pub(super) enum ContentName {
            $($object,)+
            $($mark,)+
            $($empty,)+
        }

        impl ContentName {
            pub(super) fn of(name: &str) -> Option<Self> {
                Some(match name {
                    $($oname => Self::$object,)+
                    $($mname => Self::$mark,)+
                    $($ename => Self::$empty,)+
                    _ => return None,
                })
            }

            /// Reads the content whose field was named.
            pub(super) fn read<'de, A: MapAccess<'de>>(self, map: &mut A) -> Result<MessageKind, A::Error> {
                Ok(match self {
                    $(Self::$object => MessageKind::$object(map.next_value()?),)+
                    $(Self::$mark => {
                        map.next_value::<bool>()?;
                        MessageKind::$mark
                    })+
                    $(Self::$empty => {
                        map.next_value::<Empty>()?;
                        MessageKind::$empty
                    })+
                })
            }
        }
    };
}

/// `{}`
#[derive(Serialize, Deserialize)]
struct Empty {}

contents! {
    objects {
        /// A photo.
        Photo("photo"): Photo,
        /// A video.
        Video("video"): Box<Video>,
        /// A sticker.
        Sticker("sticker"): Box<Sticker>,
        /// A voice message.
        Voice("voice"): Box<Voice>,
        /// A file of no special kind.
        Document("document"): Box<Document>,
        /// A GIF, or a video without sound.
        Animation("animation"): Box<Animation>,
        /// Music.
        Audio("audio"): Box<Audio>,
        /// A round video message.
        VideoNote("video_note"): Box<VideoNote>,
        /// A photo that moves.
        LivePhoto("live_photo"): Box<LivePhoto>,
        /// Media that are paid for.
        PaidMedia("paid_media"): Box<PaidMediaInfo>,
        /// A text with blocks: headings, lists, tables, media.
        RichMessage("rich_message"): Box<RichMessage>,
        /// A forwarded story.
        Story("story"): Box<Story>,
        /// A checklist.
        Checklist("checklist"): Box<Checklist>,
        /// A phone contact.
        Contact("contact"): Box<Contact>,
        /// A die, or another emoji with a random value.
        Dice("dice"): Dice,
        /// A game.
        Game("game"): Box<Game>,
        /// A poll or a quiz.
        Poll("poll"): Box<Poll>,
        /// A place with a name.
        Venue("venue"): Box<Venue>,
        /// A point on the map, live or not.
        Location("location"): Box<Location>,
        /// An invoice.
        Invoice("invoice"): Box<Invoice>,
        /// A giveaway that was scheduled.
        Giveaway("giveaway"): Box<Giveaway>,
        /// The public result of a giveaway.
        GiveawayWinners("giveaway_winners"): Box<GiveawayWinners>,
        /// Members were added, the bot itself perhaps among them, or joined by themselves.
        NewChatMembers("new_chat_members"): Vec<User>,
        /// A member left or was removed, perhaps the bot itself.
        LeftChatMember("left_chat_member"): Box<User>,
        /// The owner left the chat.
        ChatOwnerLeft("chat_owner_left"): Box<ChatOwnerLeft>,
        /// The chat has a new owner.
        ChatOwnerChanged("chat_owner_changed"): Box<ChatOwnerChanged>,
        /// The chat has a new title.
        NewChatTitle("new_chat_title"): Name,
        /// The chat has a new photo.
        NewChatPhoto("new_chat_photo"): Photo,
        /// Messages are deleted after another time than before, or no more.
        MessageAutoDeleteTimerChanged("message_auto_delete_timer_changed"): MessageAutoDeleteTimerChanged,
        /// The group became a supergroup with this id.
        MigrateToChatId("migrate_to_chat_id"): ChatId,
        /// The supergroup was a group with this id.
        MigrateFromChatId("migrate_from_chat_id"): ChatId,
        /// A message was pinned.
        PinnedMessage("pinned_message"): MaybeInaccessibleMessage,
        /// A payment went through.
        SuccessfulPayment("successful_payment"): Box<SuccessfulPayment>,
        /// A payment was paid back.
        RefundedPayment("refunded_payment"): Box<RefundedPayment>,
        /// Users were picked, by a button of the bot's.
        UsersShared("users_shared"): Box<UsersShared>,
        /// A chat was picked, by a button of the bot's.
        ChatShared("chat_shared"): Box<ChatShared>,
        /// A gift was sent or received.
        Gift("gift"): Box<GiftInfo>,
        /// A unique gift was sent or received.
        UniqueGift("unique_gift"): Box<UniqueGiftInfo>,
        /// The upgrade of a gift was paid for.
        GiftUpgradeSent("gift_upgrade_sent"): Box<GiftInfo>,
        /// The user logged in to this site by way of Telegram.
        ConnectedWebsite("connected_website"): Name,
        /// The user lets the bot write to them.
        WriteAccessAllowed("write_access_allowed"): Box<WriteAccessAllowed>,
        /// Data of Telegram Passport.
        PassportData("passport_data"): Box<PassportData>,
        /// One user came near to another, both sharing their live location.
        ProximityAlertTriggered("proximity_alert_triggered"): Box<ProximityAlertTriggered>,
        /// A user boosted the chat.
        BoostAdded("boost_added"): ChatBoostAdded,
        /// The chat has a new background.
        ChatBackgroundSet("chat_background_set"): Box<ChatBackground>,
        /// Tasks of a checklist were marked as done or not done.
        ChecklistTasksDone("checklist_tasks_done"): Box<ChecklistTasksDone>,
        /// Tasks were added to a checklist.
        ChecklistTasksAdded("checklist_tasks_added"): Box<ChecklistTasksAdded>,
        /// Direct messages to the channel cost another price.
        DirectMessagePriceChanged("direct_message_price_changed"): DirectMessagePriceChanged,
        /// A topic was created.
        ForumTopicCreated("forum_topic_created"): Box<ForumTopicCreated>,
        /// A topic has another name or icon.
        ForumTopicEdited("forum_topic_edited"): Box<ForumTopicEdited>,
        /// A giveaway was created.
        GiveawayCreated("giveaway_created"): GiveawayCreated,
        /// A giveaway without public winners is over.
        GiveawayCompleted("giveaway_completed"): Box<GiveawayCompleted>,
        /// A bot was created that this bot manages.
        ManagedBotCreated("managed_bot_created"): Box<ManagedBotCreated>,
        /// Messages in the chat cost another price.
        PaidMessagePriceChanged("paid_message_price_changed"): PaidMessagePriceChanged,
        /// An option was added to a poll.
        PollOptionAdded("poll_option_added"): Box<PollOptionAdded>,
        /// An option was deleted from a poll.
        PollOptionDeleted("poll_option_deleted"): Box<PollOptionDeleted>,
        /// A suggested post was approved.
        SuggestedPostApproved("suggested_post_approved"): Box<SuggestedPostApproved>,
        /// The approval of a suggested post failed.
        SuggestedPostApprovalFailed("suggested_post_approval_failed"): Box<SuggestedPostApprovalFailed>,
        /// A suggested post was declined.
        SuggestedPostDeclined("suggested_post_declined"): Box<SuggestedPostDeclined>,
        /// A suggested post was paid for.
        SuggestedPostPaid("suggested_post_paid"): Box<SuggestedPostPaid>,
        /// A suggested post was paid back.
        SuggestedPostRefunded("suggested_post_refunded"): Box<SuggestedPostRefunded>,
        /// A video chat was scheduled.
        VideoChatScheduled("video_chat_scheduled"): VideoChatScheduled,
        /// A video chat ended.
        VideoChatEnded("video_chat_ended"): VideoChatEnded,
        /// Members were invited to a video chat.
        VideoChatParticipantsInvited("video_chat_participants_invited"): Box<VideoChatParticipantsInvited>,
        /// A Web App that was opened from a reply keyboard sent data.
        WebAppData("web_app_data"): Box<WebAppData>,
    }
    marks {
        /// The chat's photo was deleted.
        DeleteChatPhoto("delete_chat_photo"),
        /// The group was created.
        GroupChatCreated("group_chat_created"),
        /// The supergroup was created.
        SupergroupChatCreated("supergroup_chat_created"),
        /// The channel was created.
        ChannelChatCreated("channel_chat_created"),
    }
    empties {
        /// A topic was closed.
        ForumTopicClosed("forum_topic_closed"),
        /// A topic was reopened.
        ForumTopicReopened("forum_topic_reopened"),
        /// The topic “General” was hidden.
        GeneralForumTopicHidden("general_forum_topic_hidden"),
        /// The topic “General” was shown again.
        GeneralForumTopicUnhidden("general_forum_topic_unhidden"),
        /// A video chat began.
        VideoChatStarted("video_chat_started"),
    }
}

impl MessageKind {
    /// Of two contents that one message came with, the one that says more: an animation comes with its file as a
    /// document besides, and a venue with its location.
    pub(super) fn beside(self, earlier: Option<Self>) -> Self {
        match (earlier, self) {
            (Some(animation @ Self::Animation(_)), Self::Document(_)) => animation,
            (Some(venue @ Self::Venue(_)), Self::Location(_)) => venue,
            (Some(moving @ Self::LivePhoto(_)), Self::Photo(_)) => moving,
            (_, later) => later,
        }
    }

    /// Writes what Telegram tells a second time for older programs: an animation's file, a venue's location, a photo
    /// that does not move.
    pub(super) fn put_again<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        match self {
            Self::Animation(animation) => map.serialize_entry("document", &animation.as_document()),
            Self::Venue(venue) => map.serialize_entry("location", &venue.location),
            Self::LivePhoto(moving) => match &moving.photo {
                Some(still) => map.serialize_entry("photo", still),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Whether the message tells that something happened, rather than holding what somebody said.
    pub fn is_service(&self) -> bool {
        !matches!(
            self,
            Self::Text(_)
                | Self::Photo(_)
                | Self::Video(_)
                | Self::Sticker(_)
                | Self::Voice(_)
                | Self::Document(_)
                | Self::Animation(_)
                | Self::Audio(_)
                | Self::VideoNote(_)
                | Self::LivePhoto(_)
                | Self::PaidMedia(_)
                | Self::RichMessage(_)
                | Self::Story(_)
                | Self::Checklist(_)
                | Self::Contact(_)
                | Self::Dice(_)
                | Self::Game(_)
                | Self::Poll(_)
                | Self::Venue(_)
                | Self::Location(_)
                | Self::Invoice(_)
                | Self::Giveaway(_)
                | Self::GiveawayWinners(_)
                | Self::Unknown
        )
    }
}
