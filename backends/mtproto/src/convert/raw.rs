//! JSON for what the vocabulary has no name for, and TL kept where there is no JSON for it.

use ambigram_core::types::Raw;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use grammers_tl_types::{Serializable, name_for_id};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value};

/// An object in the making.
pub(super) type Object = Map<String, Value>;

/// Puts fields into an object.
pub(super) trait Put {
    /// A field that is always there.
    fn put(&mut self, name: &str, value: impl Into<Value>);

    /// What has no JSON of its own: TL's name of it, and its bytes in base64url.
    fn put_tl(&mut self, boxed: &impl Serializable) {
        let bytes = boxed.to_bytes();
        self.put("@type", tl_name(&bytes));
        self.put("@tl", URL_SAFE_NO_PAD.encode(&bytes));
    }
}

impl Put for Object {
    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.insert(name.to_owned(), value.into());
    }
}

/// TL's name of a serialised object, by the number in its first four bytes.
fn tl_name(bytes: &[u8]) -> &'static str {
    match bytes.first_chunk() {
        Some(id) => name_for_id(u32::from_le_bytes(*id)),
        None => "",
    }
}

/// An object as it would have come.
pub(super) fn raw(object: Object) -> Raw {
    to_raw_value(&object).unwrap_or_else(|_| RawValue::NULL.to_owned()).into()
}

#[cfg(test)]
mod tests {
    use grammers_tl_types::{enums, types};

    use super::*;

    #[test]
    fn tl_is_kept_by_name_and_bytes() {
        let mut object = Object::new();
        object.put_tl(&enums::Update::from(types::UpdateUser { user_id: 7 }));
        assert_eq!(Value::from(object).to_string(), r#"{"@tl":"OJRSIAcAAAAAAAAA","@type":"updateUser"}"#);
    }
}
