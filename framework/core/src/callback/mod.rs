//! Callback data by template: `count/<n>` is written and read by the same declaration.

mod template;
mod values;

pub use template::{CallbackTemplate, Piece};
pub use values::Values;
