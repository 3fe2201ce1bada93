//! The arguments of one request, whichever of HTTP's forms brought them.

use ambigram_core::types::MessageId;

use crate::world::files::Upload;

/// What a request says: names and values in the order in which they came.
///
/// Every value is a text, as on Telegram's server: a number is its digits, an object is its JSON.
/// Where a name comes twice the first wins, so the query string wins over the body.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    values: Vec<(String, String)>,
    files: Vec<(String, Upload)>,
}

impl FromIterator<(String, String)> for Arguments {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(values: I) -> Self {
        Self { values: values.into_iter().collect(), files: Vec::new() }
    }
}

impl Arguments {
    pub(crate) fn push(&mut self, name: String, value: String) {
        self.values.push((name, value));
    }

    pub(crate) fn push_file(&mut self, name: String, file: Upload) {
        self.files.push((name, file));
    }

    /// The file that was uploaded under a name.
    pub(crate) fn file(&self, name: &str) -> Option<&Upload> {
        self.files.iter().find(|(key, _)| key == name).map(|(_, file)| file)
    }

    /// The value of a name; an absent one is empty, and the difference is rarely Telegram's concern.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// The value of a name that must be there.
    pub(crate) fn required(&self, name: &str) -> Result<&str, String> {
        match self.get(name) {
            "" => Err(format!("Parameter \"{name}\" is required")),
            text => Ok(text),
        }
    }

    /// The value of a name, where there is one.
    pub(crate) fn find(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a flag is set: `true`, `yes` and `1` in any case are, all else is not.
    pub(crate) fn flag(&self, name: &str) -> bool {
        let value = self.get(name).trim();
        ["true", "yes", "1"].iter().any(|word| value.eq_ignore_ascii_case(word))
    }

    /// A number within bounds; absent ones are the default, and what is no number counts as 0.
    pub(crate) fn integer(&self, name: &str, default: i32, min: i32, max: i32) -> i32 {
        let value = match self.get(name) {
            "" => default,
            text => leading_integer(text).clamp(i32::MIN.into(), i32::MAX.into()) as i32,
        };
        value.clamp(min, max)
    }

    /// A message's number; `None` where it is absent or can't be one.
    pub(crate) fn message_id(&self, name: &str) -> Option<MessageId> {
        match self.integer(name, 0, 0, i32::MAX) {
            0 => None,
            id => Some(MessageId(id)),
        }
    }
}

/// The number that a text starts with, 0 where it starts with none, as Telegram's server reads it.
pub(crate) fn leading_integer(text: &str) -> i64 {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let magnitude = digits
        .bytes()
        .map_while(|byte| byte.is_ascii_digit().then(|| i64::from(byte - b'0')))
        .fold(0_i64, |number, digit| number.saturating_mul(10).saturating_add(digit));
    if negative { -magnitude } else { magnitude }
}

/// The number that a text is, and nothing else: `007`, `+7` and `7 ` are none.
pub(crate) fn exact_integer(text: &str) -> Option<i64> {
    text.parse::<i64>().ok().filter(|number| number.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(values: &[(&str, &str)]) -> Arguments {
        let mut arguments = Arguments::default();
        for (name, value) in values {
            arguments.push((*name).to_owned(), (*value).to_owned());
        }
        arguments
    }

    #[test]
    fn flags_are_read_as_telegram_reads_them() {
        for (value, expected) in [
            ("true", true),
            ("TRUE", true),
            (" Yes ", true),
            ("1", true),
            ("on", false),
            ("2", false),
            ("", false),
        ] {
            assert_eq!(arguments(&[("f", value)]).flag("f"), expected, "{value:?}");
        }
        assert!(!arguments(&[]).flag("f"));
    }

    #[test]
    fn numbers_are_kept_within_bounds() {
        for (value, expected) in [
            ("", 100),
            ("7", 7),
            ("0", 1),
            ("-3", 1),
            ("999", 100),
            ("7x", 7),
            ("x", 1),
            ("99999999999999999999", 100),
        ] {
            assert_eq!(arguments(&[("limit", value)]).integer("limit", 100, 1, 100), expected, "{value:?}");
        }
    }

    #[test]
    fn an_exact_number_has_no_trimmings() {
        for (text, expected) in
            [("7", Some(7)), ("-7", Some(-7)), ("+7", None), ("07", None), ("7.0", None), ("", None)]
        {
            assert_eq!(exact_integer(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_first_of_a_name_wins() {
        assert_eq!(arguments(&[("a", "1"), ("a", "2")]).get("a"), "1");
    }
}
