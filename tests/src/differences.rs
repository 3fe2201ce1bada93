//! Where the wires differ because Telegram's do: what one of them tells and the other does not.

use serde_json::Value;

/// A field that only one wire tells.
pub(crate) struct Difference {
    /// How its path ends: names with dots between, `*` for whatever a name begins with. Places in lists don't count.
    path: &'static str,
    /// The value with which it tells nothing; any, where there is none.
    value: Option<&'static str>,
    /// Why that is Telegram's own doing.
    #[allow(dead_code, reason = "for those who read the list")]
    reason: &'static str,
}

const fn field(path: &'static str, reason: &'static str) -> Difference {
    Difference { path, value: None, reason }
}

const fn value(path: &'static str, value: &'static str, reason: &'static str) -> Difference {
    Difference { path, value: Some(value), reason }
}

const BY_ID_ALONE: &str = "over MTProto files have no address, and their ids do not say how large they are";
const OLD_ORIGIN: &str = "the Bot API still tells where a message is from as it did before `forward_origin`";
const OLD_MEMBER: &str = "the Bot API still tells of members as it did before lists of them";

/// All of them.
pub(crate) const DIFFERENCES: &[Difference] = &[
    value(
        "link_preview_options",
        r#"{"is_disabled":true}"#,
        "over MTProto a preview that was switched off is just not there",
    ),
    field("getFile.file_path", BY_ID_ALONE),
    field("getFile.file_size", BY_ID_ALONE),
    field("forward_from", OLD_ORIGIN),
    field("forward_from_chat", OLD_ORIGIN),
    field("forward_from_message_id", OLD_ORIGIN),
    field("forward_signature", OLD_ORIGIN),
    field("forward_sender_name", OLD_ORIGIN),
    field("forward_date", OLD_ORIGIN),
    field("*message.new_chat_member", OLD_MEMBER),
    field("*message.new_chat_participant", OLD_MEMBER),
    field("*message.left_chat_participant", OLD_MEMBER),
    field("thumb", "the Bot API still tells of thumbnails by the name that they had before `thumbnail`"),
];

impl Difference {
    fn covers(&self, path: &[String], value: &Value) -> bool {
        let is_at = |pattern: &str, name: &str| match pattern.strip_prefix('*') {
            Some(end) => name.ends_with(end),
            None => name == pattern,
        };
        let mut names = path.iter().rev();
        self.path.rsplit('.').all(|pattern| names.next().is_some_and(|name| is_at(pattern, name)))
            && self.value.is_none_or(|expected| {
                serde_json::from_str::<Value>(expected).is_ok_and(|expected| expected == *value)
            })
    }
}

/// What can be compared: a value without what only one wire tells.
pub(crate) fn comparable(value: Value) -> Value {
    without(value, &mut Vec::new())
}

fn without(value: Value, path: &mut Vec<String>) -> Value {
    match value {
        Value::Object(fields) => {
            let mut kept = serde_json::Map::new();
            for (name, value) in fields {
                path.push(name.clone());
                if !DIFFERENCES.iter().any(|difference| difference.covers(path, &value)) {
                    kept.insert(name, without(value, path));
                }
                path.pop();
            }
            Value::Object(kept)
        }
        Value::Array(values) => values.into_iter().map(|value| without(value, path)).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_is_listed_is_left_out() {
        let told = json!({
            "message": {
                "new_chat_members": [{"id": 1}],
                "new_chat_member": {"id": 1},
                "link_preview_options": {"is_disabled": true},
                "reply_to_message": {"new_chat_participant": {"id": 1}, "forward_date": 3},
                "photo": [{"thumb": 1, "thumbnail": 2}],
            },
            "chat_member": {"new_chat_member": {"status": "left"}},
            "edited_message": {"link_preview_options": {"is_disabled": true, "url": "a"}},
        });
        let compared = json!({
            "message": {
                "new_chat_members": [{"id": 1}],
                "reply_to_message": {},
                "photo": [{"thumbnail": 2}],
            },
            "chat_member": {"new_chat_member": {"status": "left"}},
            "edited_message": {"link_preview_options": {"is_disabled": true, "url": "a"}},
        });
        assert_eq!(comparable(told), compared);
    }
}
