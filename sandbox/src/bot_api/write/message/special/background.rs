//! Backgrounds of chats. <https://core.telegram.org/bots/api#backgroundtype>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use crate::bot_api::write::{Object, Put};
use crate::world::World;
use crate::world::special::{Background, Fill};

pub(super) fn background(world: &World, viewer: UserId, background: &Background) -> Value {
    let mut object = Object::new();
    match background {
        Background::Fill { fill, dark_theme_dimming } => {
            object.put("type", "fill");
            object.put("fill", write_fill(fill));
            object.put("dark_theme_dimming", *dark_theme_dimming);
        }
        Background::Wallpaper { dark_theme_dimming, is_blurred, is_moving, document } => {
            object.put("type", "wallpaper");
            object.put_some("document", super::document(world, viewer, *document));
            object.put("dark_theme_dimming", *dark_theme_dimming);
            object.put_true("is_blurred", *is_blurred);
            object.put_true("is_moving", *is_moving);
        }
        Background::Pattern { fill, intensity, is_inverted, is_moving, document } => {
            object.put("type", "pattern");
            object.put_some("document", super::document(world, viewer, *document));
            object.put("fill", write_fill(fill));
            object.put("intensity", *intensity);
            object.put_true("is_inverted", *is_inverted);
            object.put_true("is_moving", *is_moving);
        }
        Background::ChatTheme { theme_name } => {
            object.put("type", "chat_theme");
            object.put("theme_name", theme_name.as_str());
        }
    }
    object.into()
}

fn write_fill(fill: &Fill) -> Value {
    match fill {
        Fill::Solid { color } => json!({ "type": "solid", "color": color }),
        Fill::Gradient { top_color, bottom_color, rotation_angle } => json!({
            "type": "gradient",
            "top_color": top_color,
            "bottom_color": bottom_color,
            "rotation_angle": rotation_angle,
        }),
        Fill::FreeformGradient { colors } => json!({ "type": "freeform_gradient", "colors": colors }),
    }
}
