//! Backgrounds of chats. <https://core.telegram.org/type/WallPaper>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use crate::mtproto::write::document::document;
use crate::world::World;
use crate::world::special::{Background, Fill};

/// What is known of a background beside its picture.
#[derive(Debug, Default)]
struct Settings {
    is_blurred: bool,
    is_moving: bool,
    /// At most four.
    colors: Vec<i32>,
    rotation: i32,
    intensity: Option<i32>,
    theme: Option<String>,
}

/// A background.
pub(super) fn wallpaper(world: &World, viewer: UserId, background: &Background) -> tl::enums::WallPaper {
    match background {
        Background::Fill { fill, dark_theme_dimming } => {
            without_file(Settings { intensity: Some(*dark_theme_dimming), ..of_fill(fill) })
        }
        Background::ChatTheme { theme_name } => {
            without_file(Settings { theme: Some(theme_name.clone()), ..Settings::default() })
        }
        Background::Wallpaper { dark_theme_dimming, is_blurred, is_moving, document } => {
            let settings = Settings {
                is_blurred: *is_blurred,
                is_moving: *is_moving,
                intensity: Some(*dark_theme_dimming),
                ..Settings::default()
            };
            with_file(world, viewer, *document, false, settings)
        }
        Background::Pattern { fill, intensity, is_inverted, is_moving, document } => {
            let intensity = if *is_inverted { -intensity } else { *intensity };
            let settings = Settings { is_moving: *is_moving, intensity: Some(intensity), ..of_fill(fill) };
            with_file(world, viewer, *document, true, settings)
        }
    }
}

fn of_fill(fill: &Fill) -> Settings {
    match fill {
        Fill::Solid { color } => Settings { colors: vec![*color], ..Settings::default() },
        Fill::Gradient { top_color, bottom_color, rotation_angle } => Settings {
            colors: vec![*top_color, *bottom_color],
            rotation: *rotation_angle,
            ..Settings::default()
        },
        Fill::FreeformGradient { colors } => Settings { colors: colors.clone(), ..Settings::default() },
    }
}

fn without_file(settings: Settings) -> tl::enums::WallPaper {
    tl::types::WallPaperNoFile { id: 0, default: false, dark: false, settings: Some(write(settings)) }.into()
}

fn with_file(
    world: &World,
    viewer: UserId,
    file: i64,
    pattern: bool,
    settings: Settings,
) -> tl::enums::WallPaper {
    let Some(given) = world.document(file) else { return without_file(settings) };
    tl::types::WallPaper {
        id: file,
        creator: false,
        default: false,
        pattern,
        dark: false,
        access_hash: given.access_hash(viewer),
        slug: format!("background{file}"),
        document: document(world, viewer, given),
        settings: Some(write(settings)),
    }
    .into()
}

fn write(settings: Settings) -> tl::enums::WallPaperSettings {
    let mut colors = settings.colors.into_iter();
    let background_color = colors.next();
    let second_background_color = colors.next();
    tl::types::WallPaperSettings {
        blur: settings.is_blurred,
        motion: settings.is_moving,
        background_color,
        second_background_color,
        third_background_color: colors.next(),
        fourth_background_color: colors.next(),
        intensity: settings.intensity,
        // Where there is one colour only nothing is turned.
        rotation: second_background_color.map(|_| settings.rotation),
        emoticon: settings.theme,
    }
    .into()
}
