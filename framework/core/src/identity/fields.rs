//! The parts of an id, one after the other, in TL's binary form: little-endian numbers, byte strings padded to four.

use super::DecodeError;

/// What is left to read of an id.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    pub(super) fn i32(&mut self, field: &'static str) -> Result<i32, DecodeError> {
        self.array(field).map(i32::from_le_bytes)
    }

    pub(super) fn i64(&mut self, field: &'static str) -> Result<i64, DecodeError> {
        self.array(field).map(i64::from_le_bytes)
    }

    /// A byte string: its length stands before it in one byte, or after 254 in three, or after 255 in seven.
    pub(super) fn bytes(&mut self, field: &'static str) -> Result<&'a [u8], DecodeError> {
        let [first] = self.array(field)?;
        let (head, length) = match first {
            254 => {
                let [a, b, c] = self.array(field)?;
                (4, u64::from_le_bytes([a, b, c, 0, 0, 0, 0, 0]))
            }
            255 => {
                let [a, b, c, d, e, f, g] = self.array(field)?;
                (8, u64::from_le_bytes([a, b, c, d, e, f, g, 0]))
            }
            short => (1, u64::from(short)),
        };
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let bytes = self.take(field, length)?;
        self.take(field, padding(head + length))?;
        Ok(bytes)
    }

    /// # Errors
    /// [`TooLong`](DecodeError::TooLong), where something is left.
    pub(super) fn end(self) -> Result<(), DecodeError> {
        match self.0.len() {
            0 => Ok(()),
            extra => Err(DecodeError::TooLong { extra }),
        }
    }

    fn array<const N: usize>(&mut self, field: &'static str) -> Result<[u8; N], DecodeError> {
        let Some((taken, left)) = self.0.split_first_chunk() else {
            return Err(DecodeError::TooShort { field, expected: N, got: self.0.len() });
        };
        self.0 = left;
        Ok(*taken)
    }

    fn take(&mut self, field: &'static str, expected: usize) -> Result<&'a [u8], DecodeError> {
        let Some((taken, left)) = self.0.split_at_checked(expected) else {
            return Err(DecodeError::TooShort { field, expected, got: self.0.len() });
        };
        self.0 = left;
        Ok(taken)
    }
}

/// How many bytes are missing to a multiple of four.
fn padding(length: usize) -> usize {
    length.wrapping_neg() % 4
}

/// What was written of an id.
#[derive(Default)]
pub(super) struct Written(pub(super) Vec<u8>);

impl Written {
    pub(super) fn i32(&mut self, number: i32) {
        self.0.extend(number.to_le_bytes());
    }

    pub(super) fn i64(&mut self, number: i64) {
        self.0.extend(number.to_le_bytes());
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        let start = self.0.len();
        match (bytes.len(), bytes.len().to_le_bytes()) {
            (0..254, [a, ..]) => self.0.push(a),
            (254..0x100_0000, [a, b, c, ..]) => self.0.extend([254, a, b, c]),
            (_, length) => {
                self.0.push(255);
                self.0.extend(length.iter().copied().chain([0; 7]).take(7));
            }
        }
        self.0.extend(bytes);
        let length = self.0.len() - start;
        self.0.resize(self.0.len() + padding(length), 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_strings_of_every_length_form_are_read_back() {
        for (length, written) in [
            (0, 4),
            (3, 4),
            (4, 8),
            (253, 256),
            (254, 260),
            (0xff_ffff, 0x100_0004),
            (0x100_0000, 0x100_0008),
        ] {
            let bytes = vec![7; length];
            let mut all = Written::default();
            all.bytes(&bytes);
            assert_eq!(all.0.len(), written);
            let mut fields = Fields(&all.0);
            assert!(fields.bytes("bytes").unwrap() == bytes && fields.end().is_ok());
        }
    }

    #[test]
    fn what_is_not_there_is_missed_by_name() {
        let short = |bytes: &[u8]| Fields(bytes).bytes("url").unwrap_err().to_string();
        assert_eq!(short(&[]), "expected 1 bytes of url, got 0");
        assert_eq!(short(&[3, 1, 2]), "expected 3 bytes of url, got 2");
        assert_eq!(short(&[1, 1, 0]), "expected 2 bytes of url, got 1");
        assert_eq!(short(&[254, 1]), "expected 3 bytes of url, got 1");
        assert!(short(&[255; 8]).ends_with("bytes of url, got 0"));
    }
}
