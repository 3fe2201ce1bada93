mod parse;
mod render;
mod source;
