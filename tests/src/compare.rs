//! Where two records differ, by the name of the field.

use serde_json::Value;

/// Each place where the two differ, as `path: one ≠ other`.
pub(crate) fn differences(one: &Value, other: &Value) -> Vec<String> {
    let mut found = Vec::new();
    look(String::new(), Some(one), Some(other), &mut found);
    found
}

fn look(path: String, one: Option<&Value>, other: Option<&Value>, found: &mut Vec<String>) {
    match (one, other) {
        (Some(Value::Object(one)), Some(Value::Object(other))) => {
            let missing = other.keys().filter(|name| !one.contains_key(*name));
            for name in one.keys().chain(missing) {
                look(format!("{path}.{name}"), one.get(name), other.get(name), found);
            }
        }
        (Some(Value::Array(one)), Some(Value::Array(other))) => {
            for index in 0..one.len().max(other.len()) {
                look(format!("{path}[{index}]"), one.get(index), other.get(index), found);
            }
        }
        _ if one == other => {}
        _ => {
            let shown = |value: Option<&Value>| value.map_or("nothing".to_owned(), Value::to_string);
            found.push(format!("  {path}: {} ≠ {}", shown(one), shown(other)));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_difference_is_named() {
        let one = json!({"updates": [{"text": "a", "date": 1}, {"text": "b"}]});
        let other = json!({"updates": [{"text": "a", "silent": true, "date": 1}, {"text": "c"}, null]});
        let expected = [
            "  .updates[0].silent: nothing ≠ true",
            "  .updates[1].text: \"b\" ≠ \"c\"",
            "  .updates[2]: nothing ≠ null",
        ];
        assert_eq!(differences(&one, &other), expected);
        assert!(differences(&one, &one).is_empty());
    }
}
