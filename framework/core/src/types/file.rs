//! Files to fetch, and the photos and music of profiles.

use super::define::object;
use super::{Audio, FileId, FileUniqueId, Photo};

object! {
    /// A file that can be fetched. <https://core.telegram.org/bots/api#file>
    File {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
        }
        optional {
            /// Size in bytes.
            file_size: u64,
            /// Where the Bot API's server has it: good for an hour at least. A server of one's own tells a path on
            /// its disk.
            file_path: String,
        }
    }
}

object! {
    /// The photos of a user's profile. <https://core.telegram.org/bots/api#userprofilephotos>
    UserProfilePhotos {
        required {
            /// How many photos the profile has in all.
            total_count: u32,
            /// Those that were asked for.
            photos: Vec<Photo>,
        }
    }
}

object! {
    /// The music of a user's profile. <https://core.telegram.org/bots/api#userprofileaudios>
    UserProfileAudios {
        required {
            /// How much music the profile has in all.
            total_count: u32,
            /// That which was asked for.
            audios: Vec<Audio>,
        }
    }
}

object! {
    /// The photo of a chat. Its file ids serve for fetching only, until the photo is changed.
    /// <https://core.telegram.org/bots/api#chatphoto>
    ChatPhoto {
        required {
            /// The small photo, 160 × 160 pixels, for fetching it.
            small_file_id: FileId,
            /// The small photo, the same for all bots and for ever.
            small_file_unique_id: FileUniqueId,
            /// The big photo, 640 × 640 pixels, for fetching it.
            big_file_id: FileId,
            /// The big photo, the same for all bots and for ever.
            big_file_unique_id: FileUniqueId,
        }
    }
}
