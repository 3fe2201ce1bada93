//! Photos: one picture in several sizes. <https://core.telegram.org/constructor/photo>

use super::Blob;

/// A picture, in all the sizes that Telegram makes of it.
#[derive(Debug)]
pub struct Photo {
    /// Its number.
    pub id: i64,
    /// When it was uploaded, in seconds since 1970.
    pub date: i64,
    /// From this and an account comes the hash by which the account names it.
    pub(super) secret: u64,
    /// Its sizes, the smallest first; there is at least one.
    pub sizes: Vec<PhotoSize>,
}

/// One of a photo's sizes: a JPEG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoSize {
    /// Which of Telegram's sizes it is.
    pub letter: SizeLetter,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The picture.
    pub bytes: Blob,
}

/// Telegram's sizes of photos. <https://core.telegram.org/api/files#image-thumbnail-types>
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeLetter {
    /// `a`: cut to 160 × 160.
    A,
    /// `b`: cut to 320 × 320.
    B,
    /// `c`: cut to 640 × 640.
    C,
    /// `s`: within 90 × 90.
    S,
    /// `m`: within 320 × 320.
    M,
    /// `x`: within 800 × 800.
    X,
    /// `y`: within 1280 × 1280.
    Y,
    /// `w`: within 2560 × 2560.
    W,
}

/// A photo to be kept: see [`rules::files::photo`](crate::rules::files::photo), which makes one of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPhoto {
    /// Its sizes, the smallest first; there must be at least one.
    pub sizes: Vec<PhotoSize>,
}

impl SizeLetter {
    /// Those of photos in messages, the smallest first.
    pub const WHOLE: [Self; 5] = [Self::S, Self::M, Self::X, Self::Y, Self::W];

    /// Those of accounts and chats, the smallest first.
    pub const CUT: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The letter.
    pub fn letter(self) -> char {
        match self {
            Self::A => 'a',
            Self::B => 'b',
            Self::C => 'c',
            Self::S => 's',
            Self::M => 'm',
            Self::X => 'x',
            Self::Y => 'y',
            Self::W => 'w',
        }
    }

    /// The most pixels of the longer side.
    pub fn bound(self) -> u32 {
        match self {
            Self::S => 90,
            Self::A => 160,
            Self::B | Self::M => 320,
            Self::C => 640,
            Self::X => 800,
            Self::Y => 1280,
            Self::W => 2560,
        }
    }
}

impl Photo {
    /// The biggest size.
    pub fn biggest(&self) -> Option<&PhotoSize> {
        self.sizes.last()
    }

    /// The size of a letter.
    pub fn size(&self, letter: char) -> Option<&PhotoSize> {
        self.sizes.iter().find(|size| size.letter.letter() == letter)
    }
}

impl PartialEq for Photo {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Photo {}
