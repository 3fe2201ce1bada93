//! Character references: `&lt;`, `&#60;`, `&#x3c;`.

/// What a character reference stands for.
pub(super) struct Reference {
    /// The character; `None` for half of a surrogate pair, which is none.
    pub(super) character: Option<char>,
    /// The rest of the markup, after the reference.
    pub(super) end: usize,
}

/// Reads the reference whose `&` stands at `start`; `None` if it is not one, and the `&` stands for itself.
///
/// The semicolon may be missing. Only four names are known, and numbers are read up to a length of nine bytes.
pub(super) fn read(markup: &[u8], start: usize) -> Option<Reference> {
    let body = markup.get(start + 1..)?;
    let (code, length) = match body {
        [b'#', b'x', digits @ ..] => number(digits, 16, 3)?,
        [b'#', digits @ ..] => number(digits, 10, 2)?,
        _ => name(body)?,
    };
    let end = start + length;
    let semicolon = usize::from(markup.get(end) == Some(&b';'));
    Some(Reference { character: char::from_u32(code), end: end + semicolon })
}

/// The code, and how many bytes it was written in with what is in front of it.
fn number(digits: &[u8], radix: u32, prefix: usize) -> Option<(u32, usize)> {
    const LONGEST: usize = 9;
    let mut code = 0_u32;
    let mut length = prefix;
    for digit in digits.iter().map_while(|byte| char::from(*byte).to_digit(radix)) {
        length += 1;
        if length > LONGEST {
            return None;
        }
        code = code * radix + digit;
    }
    // The very last code point is not taken.
    (1..0x10_FFFF).contains(&code).then_some((code, length))
}

fn name(body: &[u8]) -> Option<(u32, usize)> {
    let length = body.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let character = match body.get(..length)? {
        b"lt" => '<',
        b"gt" => '>',
        b"amp" => '&',
        b"quot" => '"',
        _ => return None,
    };
    Some((u32::from(character), length + 1))
}
