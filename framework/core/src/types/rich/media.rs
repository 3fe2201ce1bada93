//! Media and maps in rich messages.

use super::RichText;
use crate::types::define::object;
use crate::types::{Animation, Audio, Location, Photo, Video, Voice};

object! {
    /// What is written under a block. <https://core.telegram.org/bots/api#richblockcaption>
    RichBlockCaption {
        required {
            /// What it says.
            text: RichText,
        }
        optional {
            /// Whose work the block is.
            credit: RichText,
        }
    }
}

object! {
    /// A map. <https://core.telegram.org/bots/api#richblockmap>
    RichBlockMap {
        required {
            /// The middle of the map.
            location: Location,
            /// How near it is seen: 13–20.
            zoom: u32,
            /// Width in pixels.
            width: u32,
            /// Height in pixels.
            height: u32,
        }
        optional {
            /// What is written under it.
            caption: Box<RichBlockCaption>,
        }
    }
}

object! {
    /// A GIF, or a video without sound. <https://core.telegram.org/bots/api#richblockanimation>
    RichBlockAnimation {
        required {
            /// The animation.
            animation: Animation,
        }
        optional {
            /// What is written under it.
            caption: Box<RichBlockCaption>,
        }
        flags {
            /// Whether it is covered until it is pressed.
            has_spoiler,
        }
    }
}

object! {
    /// Music. <https://core.telegram.org/bots/api#richblockaudio>
    RichBlockAudio {
        required {
            /// The music.
            audio: Audio,
        }
        optional {
            /// What is written under it.
            caption: Box<RichBlockCaption>,
        }
    }
}

object! {
    /// A photo. <https://core.telegram.org/bots/api#richblockphoto>
    RichBlockPhoto {
        required {
            /// The photo.
            photo: Photo,
        }
        optional {
            /// What is written under it.
            caption: Box<RichBlockCaption>,
        }
        flags {
            /// Whether it is covered until it is pressed.
            has_spoiler,
        }
    }
}

object! {
    /// A video. <https://core.telegram.org/bots/api#richblockvideo>
    RichBlockVideo {
        required {
            /// The video.
            video: Video,
        }
        optional {
            /// What is written under it.
            caption: Box<RichBlockCaption>,
        }
        flags {
            /// Whether it is covered until it is pressed.
            has_spoiler,
        }
    }
}

object! {
    /// A voice message. <https://core.telegram.org/bots/api#richblockvoicenote>
    RichBlockVoiceNote {
        required {
            /// The voice message.
            voice_note: Voice,
        }
        optional {
            /// What is written under it.
            caption: Box<RichBlockCaption>,
        }
    }
}
