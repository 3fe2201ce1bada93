//! The backgrounds of chats.
//!
//! Colours are told as `0xRRGGBB`.

use super::define::{object, union};
use super::{Document, Name};

object! {
    /// A chat's background. <https://core.telegram.org/bots/api#chatbackground>
    ChatBackground {
        required {
            /// What it is made of.
            #[serde(rename = "type")]
            kind: BackgroundType,
        }
    }
}

union! {
    /// What a background is made of. <https://core.telegram.org/bots/api#backgroundtype>
    BackgroundType by "type" {
        /// Colours.
        Fill("fill"): BackgroundTypeFill,
        /// A picture.
        Wallpaper("wallpaper"): Box<BackgroundTypeWallpaper>,
        /// A pattern over colours.
        Pattern("pattern"): Box<BackgroundTypePattern>,
        /// A theme of Telegram's, by its emoji.
        ChatTheme("chat_theme"): BackgroundTypeChatTheme,
    }
}

object! {
    /// A background of colours. <https://core.telegram.org/bots/api#backgroundtypefill>
    BackgroundTypeFill {
        required {
            /// The colours.
            fill: BackgroundFill,
            /// How much it is dimmed in dark themes, from 0 to 100 per cent.
            dark_theme_dimming: u32,
        }
    }
}

object! {
    /// A picture as background. <https://core.telegram.org/bots/api#backgroundtypewallpaper>
    BackgroundTypeWallpaper {
        required {
            /// The picture.
            document: Document,
            /// How much it is dimmed in dark themes, from 0 to 100 per cent.
            dark_theme_dimming: u32,
        }
        flags {
            /// Whether it is scaled down to fit a square of 450 pixels, and then blurred with a radius of 12.
            is_blurred,
            /// Whether it moves a little when the device is tilted.
            is_moving,
        }
    }
}

object! {
    /// A pattern over colours as background. <https://core.telegram.org/bots/api#backgroundtypepattern>
    BackgroundTypePattern {
        required {
            /// The pattern: a PNG or a gzipped SVG.
            document: Document,
            /// The colours under it.
            fill: BackgroundFill,
            /// How strong the pattern is, from 0 to 100 per cent.
            intensity: u32,
        }
        flags {
            /// Whether only the pattern has the colours, and all else is black; in dark themes only.
            is_inverted,
            /// Whether it moves a little when the device is tilted.
            is_moving,
        }
    }
}

object! {
    /// A theme of Telegram's as background. <https://core.telegram.org/bots/api#backgroundtypechattheme>
    BackgroundTypeChatTheme {
        required {
            /// The theme's name: mostly an emoji.
            theme_name: Name,
        }
    }
}

union! {
    /// How a background is coloured. <https://core.telegram.org/bots/api#backgroundfill>
    BackgroundFill by "type" {
        /// By one colour.
        Solid("solid"): BackgroundFillSolid,
        /// By one colour that becomes another.
        Gradient("gradient"): BackgroundFillGradient,
        /// By three or four colours that turn when a message is sent.
        FreeformGradient("freeform_gradient"): BackgroundFillFreeformGradient,
    }
}

object! {
    /// One colour. <https://core.telegram.org/bots/api#backgroundfillsolid>
    BackgroundFillSolid {
        required {
            /// The colour.
            color: u32,
        }
    }
}

object! {
    /// One colour that becomes another. <https://core.telegram.org/bots/api#backgroundfillgradient>
    BackgroundFillGradient {
        required {
            /// The colour at the top.
            top_color: u32,
            /// The colour at the bottom.
            bottom_color: u32,
            /// By how much it is turned clockwise, from 0 to 359 degrees.
            rotation_angle: u32,
        }
    }
}

object! {
    /// Colours that turn when a message is sent. <https://core.telegram.org/bots/api#backgroundfillfreeformgradient>
    BackgroundFillFreeformGradient {
        required {
            /// The three or four colours.
            colors: Vec<u32>,
        }
    }
}
