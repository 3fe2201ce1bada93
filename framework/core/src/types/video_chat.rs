//! Video chats: what service messages tell of them.

use super::User;
use super::define::object;

object! {
    /// A video chat was scheduled. <https://core.telegram.org/bots/api#videochatscheduled>
    VideoChatScheduled {
        required {
            /// When it is to begin, in seconds since 1970.
            start_date: i64,
        }
    }
}

object! {
    /// A video chat ended. <https://core.telegram.org/bots/api#videochatended>
    VideoChatEnded {
        required {
            /// How long it was, in seconds.
            duration: u32,
        }
    }
}

object! {
    /// Members were invited to a video chat. <https://core.telegram.org/bots/api#videochatparticipantsinvited>
    VideoChatParticipantsInvited {
        required {
            /// Who was invited.
            users: Vec<User>,
        }
    }
}
