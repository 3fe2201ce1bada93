//! The template of a button's data: how it is written and read.

use crate::types::CallbackData;

/// What a callback's template declares: fixed pieces and values, in order.
///
/// A value ends where the next fixed piece begins; where a value itself holds the first character of that piece,
/// it is written as `%` and two hexadecimal digits, and so is `%`.
#[derive(Debug, Clone, Copy)]
pub struct CallbackTemplate {
    /// The pieces, in order; no two values stand side by side.
    pub pieces: &'static [Piece],
}

/// A piece of a callback's template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Characters that stand as they are.
    Fixed(&'static str),
    /// A value, by its name.
    Value(&'static str),
}

impl CallbackTemplate {
    /// The fixed characters at the start.
    pub fn prefix(&self) -> &'static str {
        match self.pieces.first() {
            Some(Piece::Fixed(text)) => text,
            _ => "",
        }
    }

    /// The template as it was written: `count/<n>`.
    pub fn pattern(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Fixed(text) => (*text).to_owned(),
            Piece::Value(name) => format!("<{name}>"),
        };
        self.pieces.iter().map(piece).collect()
    }

    /// Writes callback data: the values in the order of the template.
    pub fn write(&self, values: &[&dyn std::fmt::Display]) -> CallbackData {
        let mut data = String::new();
        let mut values = values.iter();
        for (index, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Fixed(text) => data.push_str(text),
                Piece::Value(_) => {
                    let value = values.next().map(ToString::to_string).unwrap_or_default();
                    escape(&mut data, &value, self.end_of(index));
                }
            }
        }
        CallbackData::from(data)
    }

    /// Reads callback data into its values, in the order of the template; `None` where it is of another.
    pub fn read(&self, mut data: &str) -> Option<Vec<String>> {
        let mut values = Vec::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Fixed(text) => data = data.strip_prefix(text)?,
                Piece::Value(_) => {
                    let end = self.end_of(index).map_or(Some(data.len()), |end| data.find(end))?;
                    let (value, rest) = data.split_at_checked(end)?;
                    values.push(unescape(value)?);
                    data = rest;
                }
            }
        }
        data.is_empty().then_some(values)
    }

    /// The character that ends the value at `index`; `None` for one that goes to the end.
    fn end_of(&self, index: usize) -> Option<char> {
        match self.pieces.get(index + 1) {
            Some(Piece::Fixed(text)) => text.chars().next(),
            _ => None,
        }
    }
}

fn escape(out: &mut String, value: &str, end: Option<char>) {
    for c in value.chars() {
        if c == '%' || Some(c) == end {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02x}"));
            }
        } else {
            out.push(c);
        }
    }
}

fn unescape(value: &str) -> Option<String> {
    let Some((plain, escaped)) = value.split_once('%') else { return Some(value.to_owned()) };
    let mut bytes = plain.as_bytes().to_vec();
    for part in escaped.split('%') {
        let (code, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VOTE: CallbackTemplate = CallbackTemplate {
        pieces: &[Piece::Fixed("vote/"), Piece::Value("poll"), Piece::Fixed("/"), Piece::Value("option")],
    };

    #[test]
    fn what_is_written_is_read() {
        for (poll, option, data) in [
            ("7", "yes", "vote/7/yes"),
            ("a/b", "c/d", "vote/a%2fb/c/d"),
            ("50%", "", "vote/50%25/"),
            ("привет", "%", "vote/привет/%25"),
        ] {
            let written = VOTE.write(&[&poll, &option]);
            assert_eq!(written.as_str(), data);
            assert_eq!(VOTE.read(data).unwrap(), [poll, option]);
        }
    }

    #[test]
    fn other_data_is_not_read() {
        for data in ["", "vote", "vote/7", "veto/7/yes", "vote/%/x", "vote/%f/x", "vote/%ff/x", "vote/%é/x"]
        {
            assert_eq!(VOTE.read(data), None, "{data}");
        }
    }
}
