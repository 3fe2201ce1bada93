//! Polls, quizzes and their answers.

use super::define::{names, object};
use super::{
    Animation, Audio, Chat, Document, LivePhoto, Location, MaybeInaccessibleMessage, MessageEntity, Name,
    Photo, PollId, PollOptionId, Sticker, User, UserId, Venue, Video,
};
use crate::text::Text;

object! {
    /// A poll or a quiz. <https://core.telegram.org/bots/api#poll>
    Poll {
        required {
            /// Which poll: the same wherever it is forwarded.
            id: PollId,
            /// What is asked: 1–300 characters.
            question: String,
            /// The answers to choose from.
            options: Vec<PollOption>,
            /// How many users voted.
            total_voter_count: u32,
            /// Whether it is over.
            is_closed: bool,
            /// Whether nobody sees who voted for what.
            is_anonymous: bool,
            /// A poll or a quiz.
            #[serde(rename = "type")]
            kind: PollKind,
            /// Whether users can choose several options.
            allows_multiple_answers: bool,
            /// Whether users can change their vote.
            #[serde(default)]
            allows_revoting: bool,
            /// Whether only those can vote who have been members of the chat for more than a day.
            #[serde(default)]
            members_only: bool,
        }
        optional {
            /// What is told after a wrong answer to a quiz: 0–200 characters.
            explanation: String,
            /// What is shown with the explanation.
            explanation_media: Box<PollMedia>,
            /// How long it is open after it was sent, in seconds.
            open_period: u32,
            /// When it closes by itself, in seconds since 1970.
            close_date: i64,
            /// What is told of the poll beside the question.
            description: String,
            /// What is shown with the description.
            media: Box<PollMedia>,
        }
        lists {
            /// The formatting of the question: custom emoji only.
            question_entities: MessageEntity,
            /// The countries whose users can vote, as ISO 3166-1 alpha-2 codes; empty where all can. `FT` stands for
            /// numbers bought on Fragment.
            country_codes: Name,
            /// The right answers of a quiz, counted from 0; told only where the quiz is over, or was sent by the bot
            /// or to its private chat.
            correct_option_ids: u32,
            /// The formatting of the explanation.
            explanation_entities: MessageEntity,
            /// The formatting of the description.
            description_entities: MessageEntity,
        }
    }
}

impl Poll {
    /// The question with its formatting.
    pub fn question_text(&self) -> Text {
        Text { text: self.question.clone(), entities: self.question_entities.clone() }
    }

    /// The option that Telegram names so in answers.
    pub fn option(&self, id: &PollOptionId) -> Option<&PollOption> {
        self.options.iter().find(|option| option.persistent_id == *id)
    }
}

names! {
    /// The kind of a poll.
    PollKind {
        /// An opinion is asked.
        Regular = "regular",
        /// There are right answers.
        Quiz = "quiz",
    }
}

object! {
    /// An answer to choose in a poll. <https://core.telegram.org/bots/api#polloption>
    PollOption {
        required {
            /// Which option: the same whatever becomes of those before it.
            persistent_id: PollOptionId,
            /// What it says: 1–100 characters.
            text: String,
            /// How many users voted for it; 0 where the bot may not know.
            voter_count: u32,
        }
        optional {
            /// What is shown with it.
            media: Box<PollMedia>,
            /// The user who added it after the poll was sent.
            added_by_user: Box<User>,
            /// The chat that added it after the poll was sent.
            added_by_chat: Box<Chat>,
            /// When it was added, in seconds since 1970.
            addition_date: i64,
        }
        lists {
            /// The formatting of the text: custom emoji only.
            text_entities: MessageEntity,
        }
    }
}

object! {
    /// What a user chose in a poll that is not anonymous. <https://core.telegram.org/bots/api#pollanswer>
    PollAnswer {
        required {
            /// Which poll.
            poll_id: PollId,
            /// The chosen options, counted from 0; none where the vote was taken back.
            option_ids: Vec<u32>,
            /// The chosen options by their lasting ids; none where the vote was taken back.
            option_persistent_ids: Vec<PollOptionId>,
        }
        optional {
            /// The chat in whose name was voted.
            voter_chat: Box<Chat>,
            /// The user who voted in their own name.
            user: Box<User>,
        }
    }
}

impl PollAnswer {
    /// The user who voted, unless it was in a chat's name.
    pub fn user_id(&self) -> Option<UserId> {
        self.user.as_ref().map(|user| user.id)
    }

    /// Whether the user took the vote back.
    pub fn is_retracted(&self) -> bool {
        self.option_ids.is_empty()
    }
}

object! {
    /// What is shown with a part of a poll: one of these. <https://core.telegram.org/bots/api#pollmedia>
    PollMedia {
        optional {
            /// A GIF, or a video without sound.
            animation: Box<Animation>,
            /// Music.
            audio: Box<Audio>,
            /// A file of no special kind.
            document: Box<Document>,
            /// A link.
            link: Link,
            /// A photo that moves.
            live_photo: Box<LivePhoto>,
            /// A point on the map.
            location: Box<Location>,
            /// A photo.
            photo: Photo,
            /// A sticker.
            sticker: Box<Sticker>,
            /// A place with a name.
            venue: Box<Venue>,
            /// A video.
            video: Box<Video>,
        }
    }
}

object! {
    /// A link. <https://core.telegram.org/bots/api#link>
    Link {
        required {
            /// Where it leads.
            url: String,
        }
    }
}

object! {
    /// An option was added to a poll. <https://core.telegram.org/bots/api#polloptionadded>
    PollOptionAdded {
        required {
            /// Which option.
            option_persistent_id: PollOptionId,
            /// What it says.
            option_text: String,
        }
        optional {
            /// The message with the poll, without what it answers.
            poll_message: MaybeInaccessibleMessage,
        }
        lists {
            /// The formatting of the option's text.
            option_text_entities: MessageEntity,
        }
    }
}

object! {
    /// An option was deleted from a poll. <https://core.telegram.org/bots/api#polloptiondeleted>
    PollOptionDeleted {
        required {
            /// Which option.
            option_persistent_id: PollOptionId,
            /// What it said.
            option_text: String,
        }
        optional {
            /// The message with the poll, without what it answers.
            poll_message: MaybeInaccessibleMessage,
        }
        lists {
            /// The formatting of the option's text.
            option_text_entities: MessageEntity,
        }
    }
}
