//! Backgrounds of chats. <https://core.telegram.org/bots/api#backgroundtype>

use serde::Deserialize;

use crate::world::World;
use crate::world::files::{DocumentAttributes, NewDocument};

/// A background.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "background", rename_all = "snake_case")]
pub enum Background {
    /// Colours.
    Fill {
        /// Which.
        fill: Fill,
        /// How much darker it is in dark themes, in percent.
        dark_theme_dimming: i32,
    },
    /// A picture.
    Wallpaper {
        /// How much darker it is in dark themes, in percent.
        dark_theme_dimming: i32,
        /// Whether it is blurred.
        #[serde(default)]
        is_blurred: bool,
        /// Whether it moves with the device.
        #[serde(default)]
        is_moving: bool,
        /// The picture.
        #[serde(skip)]
        document: i64,
    },
    /// A pattern over colours.
    Pattern {
        /// The colours.
        fill: Fill,
        /// How strong the pattern is, in percent.
        intensity: i32,
        /// Whether the pattern has the colours, and what is around it is black.
        #[serde(default)]
        is_inverted: bool,
        /// Whether it moves with the device.
        #[serde(default)]
        is_moving: bool,
        /// The pattern.
        #[serde(skip)]
        document: i64,
    },
    /// That of a theme.
    ChatTheme {
        /// The theme's name, an emoji.
        theme_name: String,
    },
}

/// Colours, RGB. <https://core.telegram.org/bots/api#backgroundfill>
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "fill", rename_all = "snake_case")]
pub enum Fill {
    /// One.
    Solid {
        /// It.
        color: i32,
    },
    /// Two that run into each other.
    Gradient {
        /// At the top.
        top_color: i32,
        /// At the bottom.
        bottom_color: i32,
        /// How far it is turned clockwise, in degrees.
        #[serde(default)]
        rotation_angle: i32,
    },
    /// Three or four that swirl.
    FreeformGradient {
        /// They.
        colors: Vec<i32>,
    },
}

impl Background {
    pub(super) fn complete(&mut self, world: &mut World) {
        let (document, mime_type, name) = match self {
            Self::Wallpaper { document, .. } => (document, "image/jpeg", "wallpaper.jpg"),
            Self::Pattern { document, .. } => (document, "application/x-tgwallpattern", "pattern.tgv"),
            Self::Fill { .. } | Self::ChatTheme { .. } => return,
        };
        *document = world
            .add_document(NewDocument {
                bytes: name.as_bytes().to_vec().into(),
                mime_type: mime_type.to_owned(),
                attributes: DocumentAttributes {
                    file_name: Some(name.to_owned()),
                    image_size: Some((1440, 2560)),
                    ..DocumentAttributes::default()
                },
                thumbnail: None,
            })
            .id;
    }
}
