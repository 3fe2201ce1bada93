//! JSON kept as it came: what the vocabulary does not model stays reachable.

use std::fmt;

use bytes::Bytes;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A piece of JSON, byte for byte as Telegram wrote it. Cheap to clone.
///
/// ```
/// # use ambigram_core::types::Raw;
/// let raw: Raw = r#"{"depth": 3}"#.parse().unwrap();
/// assert_eq!(raw.field::<u32>("depth").unwrap(), Some(3));
/// assert_eq!(raw.field::<u32>("width").unwrap(), None);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Raw(Bytes);

impl Raw {
    /// Takes a slice of a larger buffer without copying it.
    ///
    /// # Errors
    /// When the bytes are not one JSON value.
    pub fn new(json: Bytes) -> Result<Self, serde_json::Error> {
        serde_json::from_slice::<&RawValue>(&json)?;
        Ok(Self(json))
    }

    /// For bytes that have just been read as JSON.
    pub(crate) fn new_unchecked(json: Bytes) -> Self {
        Self(json)
    }

    /// `{}`
    pub(crate) fn empty_object() -> Self {
        Self(Bytes::from_static(b"{}"))
    }

    /// The JSON text.
    pub fn as_str(&self) -> &str {
        // Always UTF-8: every constructor has read the bytes as JSON.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Reads the JSON as any type.
    ///
    /// # Errors
    /// When the JSON is not of that type's shape.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_slice(&self.0)
    }

    /// Reads one field of a JSON object; `None` where there is no such field.
    ///
    /// # Errors
    /// When the JSON is no object, or the field is not of that type's shape.
    pub fn field<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, serde_json::Error> {
        for (key, value) in self.fields()? {
            if key == name {
                return serde_json::from_str(value.get()).map(Some);
            }
        }
        Ok(None)
    }

    /// The fields of a JSON object, in the order in which they came.
    pub(crate) fn fields(&self) -> Result<Vec<(String, Box<RawValue>)>, serde_json::Error> {
        struct Fields;
        impl<'de> serde::de::Visitor<'de> for Fields {
            type Value = Vec<(String, Box<RawValue>)>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(fields)
            }
        }
        let mut json = serde_json::Deserializer::from_slice(&self.0);
        json.deserialize_map(Fields)
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Box<RawValue>> for Raw {
    fn from(value: Box<RawValue>) -> Self {
        Self(Bytes::from(String::from(Box::<str>::from(value))))
    }
}

impl std::str::FromStr for Raw {
    type Err = serde_json::Error;

    fn from_str(json: &str) -> Result<Self, Self::Err> {
        Self::new(Bytes::copy_from_slice(json.as_bytes()))
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value: &RawValue = serde_json::from_slice(&self.0).map_err(serde::ser::Error::custom)?;
        value.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Self::from).map_err(D::Error::custom)
    }
}

/// Gathers the fields of an object that the vocabulary has no name for.
#[derive(Default)]
pub(crate) struct Unmodelled(String);

impl Unmodelled {
    pub(crate) fn push(&mut self, key: &str, value: &RawValue) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        // A string always has a JSON form.
        self.0.push_str(&serde_json::to_string(key).unwrap_or_default());
        self.0.push(':');
        self.0.push_str(value.get());
    }

    /// The gathered fields as one object; `None` when there were none.
    pub(crate) fn finish(mut self) -> Option<Raw> {
        if self.0.is_empty() {
            return None;
        }
        self.0.push('}');
        Some(Raw(Bytes::from(self.0)))
    }

    /// The gathered fields as one object, empty when there were none.
    pub(crate) fn finish_or_empty(self) -> Raw {
        self.finish().unwrap_or_else(Raw::empty_object)
    }
}

/// Reads a name through a type's own `read(&str) -> Self`, without copying it first.
macro_rules! read_from_str {
    ($name:ty, $expecting:literal) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Name;
                impl serde::de::Visitor<'_> for Name {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<$name, E> {
                        Ok(<$name>::read(name))
                    }
                }
                deserializer.deserialize_str(Name)
            }
        }
    };
}
pub(crate) use read_from_str;
