//! Files to send: pictures that are pictures, and others that look like what they are sent as.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A PNG of this size, with something to see on it.
pub fn picture(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Png)
}

/// A JPEG of this size: what thumbnails must be.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Jpeg)
}

/// A WEBP as stickers are: one side has 512 pixels, the other no more.
pub fn sticker() -> Vec<u8> {
    encoded(512, 256, ImageFormat::WebP)
}

/// A GIF of this size.
pub fn gif(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Gif)
}

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let shade = |of: u32, at: u32| u8::try_from(at * 255 / of.max(1)).unwrap_or(u8::MAX);
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([shade(width, x), shade(height, y), 128]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The beginning of an MPEG-4 video, and as many bytes as asked for.
pub fn video(size: usize) -> Vec<u8> {
    padded(b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41\0\0\0\x08free", size)
}

/// The beginning of an OGG with OPUS sound, and as many bytes as asked for.
pub fn voice(size: usize) -> Vec<u8> {
    padded(b"OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead\x01\x01", size)
}

/// The beginning of an MP3, and as many bytes as asked for.
pub fn music(size: usize) -> Vec<u8> {
    padded(b"ID3\x04\0\0\0\0\0\0\xff\xfb\x90\0", size)
}

fn padded(beginning: &[u8], size: usize) -> Vec<u8> {
    let filler = (0..).map(|index: usize| u8::try_from(index % 251).unwrap_or_default());
    beginning.iter().copied().chain(filler).take(size.max(beginning.len())).collect()
}
