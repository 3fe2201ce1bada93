//! A JSON object whose fields are the arguments.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer as _;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Arguments;

/// Reads an object into the arguments. A nested object or array stays JSON, as if it had come in a form.
///
/// Where the JSON breaks off, what was read until then counts: Telegram's server answers by what is missing,
/// not by the syntax error.
pub(super) fn read(json: &[u8], arguments: &mut Arguments) {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let _ = deserializer.deserialize_map(Fields(arguments));
}

struct Fields<'a>(&'a mut Arguments);

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of arguments")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            let value: &RawValue = map.next_value()?;
            let text = match serde_json::from_str::<String>(value.get()) {
                Ok(text) => text,
                Err(_) => value.get().to_owned(),
            };
            self.0.push(name.into_owned(), text);
        }
        Ok(())
    }
}
