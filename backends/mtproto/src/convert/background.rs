//! The backgrounds of chats. <https://core.telegram.org/bots/api#backgroundtype>

use ambigram_core::types::{
    BackgroundFill, BackgroundFillFreeformGradient, BackgroundFillGradient, BackgroundFillSolid,
    BackgroundType, BackgroundTypeChatTheme, BackgroundTypeFill, BackgroundTypePattern,
    BackgroundTypeWallpaper, ChatBackground,
};
use grammers_tl_types::{enums, types};

use super::document;
use super::given::count;

/// A chat's background; `None` for one whose picture is gone.
pub(super) fn background(paper: &enums::WallPaper) -> Option<ChatBackground> {
    let (settings, is_dimmed) = match paper {
        enums::WallPaper::Paper(paper) => (paper.settings.as_ref(), !paper.pattern),
        enums::WallPaper::NoFile(paper) => (paper.settings.as_ref(), true),
    };
    let settings = settings.map(|enums::WallPaperSettings::Settings(settings)| settings);
    let intensity = settings.and_then(|settings| settings.intensity).unwrap_or_default();
    let dimming = if is_dimmed { count(intensity).min(100) } else { 0 };
    let theme = settings.and_then(|settings| settings.emoticon.as_deref()).filter(|name| !name.is_empty());
    let kind = match paper {
        enums::WallPaper::NoFile(_) => match theme {
            Some(name) => BackgroundType::ChatTheme(BackgroundTypeChatTheme::new(name)),
            None => BackgroundType::Fill(BackgroundTypeFill::new(fill(settings), dimming)),
        },
        enums::WallPaper::Paper(paper) if paper.pattern => {
            // In dark themes a pattern is told by how strong it is not.
            let (is_inverted, intensity) = (intensity < 0, intensity.unsigned_abs().min(100));
            let pattern = document::background(&paper.document)?;
            BackgroundType::Pattern(Box::new(BackgroundTypePattern {
                is_inverted,
                is_moving: settings.is_some_and(|settings| settings.motion),
                ..BackgroundTypePattern::new(pattern, fill(settings), intensity)
            }))
        }
        enums::WallPaper::Paper(paper) => {
            let picture = document::background(&paper.document)?;
            BackgroundType::Wallpaper(Box::new(BackgroundTypeWallpaper {
                is_blurred: settings.is_some_and(|settings| settings.blur),
                is_moving: settings.is_some_and(|settings| settings.motion),
                ..BackgroundTypeWallpaper::new(picture, dimming)
            }))
        }
    };
    Some(ChatBackground::new(kind))
}

fn fill(settings: Option<&types::WallPaperSettings>) -> BackgroundFill {
    let color = |color: Option<i32>| color.map(count);
    let Some(settings) = settings else { return BackgroundFill::Solid(BackgroundFillSolid::new(0u32)) };
    let top = count(settings.background_color.unwrap_or_default());
    let (second, third, fourth) = (
        color(settings.second_background_color),
        color(settings.third_background_color),
        color(settings.fourth_background_color),
    );
    if third.is_some() || fourth.is_some() {
        let rest = [second, third, fourth].into_iter().flatten();
        let colors: Vec<_> = [top].into_iter().chain(rest).collect();
        return BackgroundFill::FreeformGradient(BackgroundFillFreeformGradient::new(colors));
    }
    match second {
        Some(bottom) if bottom != top => {
            let angle = count(settings.rotation.unwrap_or_default());
            BackgroundFill::Gradient(BackgroundFillGradient::new(top, bottom, angle))
        }
        _ => BackgroundFill::Solid(BackgroundFillSolid::new(top)),
    }
}
