//! Requests for files, and for the photos and audios of users' profiles.

use super::define::request;
use crate::types::*;

request! {
    /// Asks where a file can be fetched from: up to 20 MB, for at least an hour.
    /// <https://core.telegram.org/bots/api#getfile>
    GetFile("getFile", get_file) -> File {
        required {
            /// Which file.
            file_id: FileId,
        }
    }
}

request! {
    /// Asks for the photos of a user's profile, the latest first.
    /// <https://core.telegram.org/bots/api#getuserprofilephotos>
    GetUserProfilePhotos("getUserProfilePhotos", get_user_profile_photos) -> UserProfilePhotos {
        required {
            /// Whose.
            user_id: UserId,
        }
        optional {
            /// How many are passed over.
            offset: u32,
            /// How many are told at most, 1–100; 100 where absent.
            limit: u32,
        }
    }
}

request! {
    /// Asks for the audios of a user's profile. <https://core.telegram.org/bots/api#getuserprofileaudios>
    GetUserProfileAudios("getUserProfileAudios", get_user_profile_audios) -> UserProfileAudios {
        required {
            /// Whose.
            user_id: UserId,
        }
        optional {
            /// How many are passed over.
            offset: u32,
            /// How many are told at most, 1–100; 100 where absent.
            limit: u32,
        }
    }
}
