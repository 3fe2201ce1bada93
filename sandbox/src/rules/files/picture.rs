//! Pictures: what Telegram makes of an image. <https://core.telegram.org/api/files#image-thumbnail-types>

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

use super::{PHOTO_BYTES, PHOTO_RATIO, PHOTO_SIDES, THUMBNAIL_BYTES, THUMBNAIL_SIDE, check_size, extension};
use crate::rules::Refusal;
use crate::world::files::{Blob, NewPhoto, PhotoSize, SizeLetter, Upload};

/// How good the JPEGs are that Telegram makes.
const QUALITY: u8 = 87;

/// The most bytes that an image may take while it is decoded.
const DECODED_BYTES: u64 = 256 << 20;

/// What a photo's name may end in.
const EXTENSIONS: [&str; 8] = ["jpg", "jpeg", "gif", "png", "tif", "tiff", "bmp", "webp"];

/// Makes the photo of an account or a chat: the middle of an image, in three sizes.
///
/// # Errors
/// When it is too big, too small or too narrow, or is no image.
pub fn profile_photo(upload: &Upload) -> Result<NewPhoto, Refusal> {
    let whole = read(upload)?;
    let side = whole.width().min(whole.height());
    let middle = |long: u32| (long - side) / 2;
    let (left, top) = (middle(whole.width()), middle(whole.height()));
    let square = whole.crop_imm(left, top, side, side);
    let size = |letter: SizeLetter| {
        let scaled = square.resize_exact(letter.bound(), letter.bound(), FilterType::Triangle);
        encoded(&scaled, letter).ok_or(Refusal::ImageProcessFailed)
    };
    Ok(NewPhoto { sizes: SizeLetter::CUT.into_iter().map(size).collect::<Result<_, _>>()? })
}

/// Makes a photo of an image: a JPEG for each of Telegram's sizes up to its own.
///
/// # Errors
/// When it is too big or too narrow, or is no image.
pub fn photo(upload: &Upload) -> Result<NewPhoto, Refusal> {
    let whole = read(upload)?;
    let (bytes, width, height) = (&upload.bytes, whole.width(), whole.height());
    let long = width.max(height);
    let is_jpeg = image::guess_format(bytes).is_ok_and(|format| format == ImageFormat::Jpeg);
    let mut sizes = Vec::new();
    for letter in SizeLetter::WHOLE {
        let is_last = long <= letter.bound();
        let size = match is_last && is_jpeg {
            true => Some(PhotoSize { letter, width, height, bytes: bytes.clone() }),
            false => scaled(&whole, letter, letter.bound()),
        };
        sizes.push(size.ok_or(Refusal::ImageProcessFailed)?);
        if is_last {
            break;
        }
    }
    Ok(NewPhoto { sizes })
}

/// Reads an image that may become a photo.
fn read(upload: &Upload) -> Result<DynamicImage, Refusal> {
    let bytes = &upload.bytes;
    check_size(bytes.len(), PHOTO_BYTES, " for a photo")?;
    if !matches!(extension(&upload.name).as_str(), "") && !EXTENSIONS.contains(&&*extension(&upload.name)) {
        return Err(Refusal::PhotoExtensionInvalid);
    }
    let (width, height) = dimensions(bytes).ok_or(Refusal::ImageProcessFailed)?;
    let (short, long) = (width.min(height), width.max(height));
    if width.saturating_add(height) > PHOTO_SIDES || long > short.saturating_mul(PHOTO_RATIO) {
        return Err(Refusal::PhotoInvalidDimensions);
    }
    decode(bytes).ok_or(Refusal::ImageProcessFailed)
}

/// Makes the small picture of a document: of what was uploaded for it, or of the document itself where it is an image.
/// What is no image has none.
pub fn thumbnail(bytes: &Blob) -> Option<PhotoSize> {
    dimensions(bytes).filter(|(width, height)| width.saturating_add(*height) <= PHOTO_SIDES)?;
    scaled(&decode(bytes)?, SizeLetter::M, THUMBNAIL_SIDE)
}

/// Makes a thumbnail of what was uploaded for one.
///
/// # Errors
/// When it is too big.
pub fn uploaded_thumbnail(bytes: &Blob) -> Result<Option<PhotoSize>, Refusal> {
    check_size(bytes.len(), THUMBNAIL_BYTES, " for a thumbnail")?;
    Ok(thumbnail(bytes))
}

/// Width and height of an image, without reading it all.
pub(super) fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.into_dimensions().ok().filter(|(width, height)| *width > 0 && *height > 0)
}

fn decode(bytes: &[u8]) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED_BYTES);
    reader.limits(limits);
    Some(opaque(&reader.decode().ok()?).into())
}

/// What shows through an image is white: JPEGs are opaque.
fn opaque(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let pixels = image.to_rgba8();
    let mut opaque = RgbImage::new(pixels.width(), pixels.height());
    for (target, source) in opaque.pixels_mut().zip(pixels.pixels()) {
        let [red, green, blue, alpha] = source.0.map(u16::from);
        let over = |colour: u16| ((colour * alpha + 255 * (255 - alpha)) / 255).min(255) as u8;
        *target = Rgb([over(red), over(green), over(blue)]);
    }
    opaque
}

/// An image within a bound, never bigger than it was.
fn scaled(whole: &DynamicImage, letter: SizeLetter, bound: u32) -> Option<PhotoSize> {
    let (width, height) = fit(whole.width(), whole.height(), bound);
    if (width, height) == (whole.width(), whole.height()) {
        return encoded(whole, letter);
    }
    encoded(&whole.resize_exact(width, height, FilterType::Triangle), letter)
}

fn encoded(image: &DynamicImage, letter: SizeLetter) -> Option<PhotoSize> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(image).ok()?;
    Some(PhotoSize { letter, width: image.width(), height: image.height(), bytes: bytes.into() })
}

/// Width and height within a bound, in the same ratio.
pub(super) fn fit(width: u32, height: u32, bound: u32) -> (u32, u32) {
    let long = u64::from(width.max(height).max(1));
    if long <= bound.into() {
        return (width, height);
    }
    let side = |side: u32| {
        let side = (u64::from(side) * u64::from(bound) + long / 2) / long;
        u32::try_from(side).unwrap_or(bound).max(1)
    };
    (side(width), side(height))
}
