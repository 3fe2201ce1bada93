//! A limit to how deep rich texts and blocks can stand in each other.
//!
//! Each of them is read from its own piece of JSON, so that the JSON reader's own limit, which counts from the
//! beginning of the piece, does not see how deep the piece stands.

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::RichBlock;
use crate::types::Raw;

/// The JSON reader's own limit for brackets within brackets.
const LIMIT: usize = 128;

/// Refuses JSON with more brackets within brackets than the JSON reader takes.
pub(super) fn check<E: Error>(raw: &Raw) -> Result<(), E> {
    if depth(raw.as_str()) > LIMIT {
        return Err(E::custom(format_args!("rich text is nested more than {LIMIT} levels deep")));
    }
    Ok(())
}

/// Reads blocks that stand in a message or in another block.
pub(super) fn blocks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RichBlock>, D::Error> {
    let raw = Raw::deserialize(deserializer)?;
    check(&raw)?;
    raw.read().map_err(D::Error::custom)
}

/// How many brackets within brackets a JSON text has at most.
fn depth(json: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_string, mut is_escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_string,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{RichMessage, RichText};

    #[test]
    fn brackets_in_strings_do_not_count() {
        for (json, expected) in
            [("7", 0), (r#""[[[""#, 0), (r#"{"a":"\"[","b":[[],[]]}"#, 3), (r#"[{"a\\":[1]},[]]"#, 3)]
        {
            assert_eq!(depth(json), expected, "{json}");
        }
    }

    fn nested_text(levels: usize) -> String {
        let open = r#"{"type":"bold","text":"#;
        format!("{}\"deep\"{}", open.repeat(levels), "}".repeat(levels))
    }

    fn nested_blocks(levels: usize) -> String {
        let open = r#"{"blocks":[{"type":"blockquote","#;
        let inside = open.trim_start_matches('{').repeat(levels);
        format!("{{{inside}\"blocks\":[]{}}}", "}]".repeat(levels))
    }

    #[test]
    fn what_stands_too_deep_is_refused() {
        let text: RichText = serde_json::from_str(&nested_text(LIMIT)).unwrap();
        assert_eq!(text.to_plain(), "deep");
        let error = serde_json::from_str::<RichText>(&nested_text(LIMIT + 1)).unwrap_err();
        assert!(error.to_string().contains("128 levels"), "{error}");

        let fits = nested_blocks(LIMIT / 2 - 1);
        let message: RichMessage = serde_json::from_str(&fits).unwrap();
        assert_eq!(serde_json::to_string(&message).unwrap(), fits);
        for levels in [LIMIT, 100_000] {
            let error = serde_json::from_str::<RichMessage>(&nested_blocks(levels)).unwrap_err();
            assert!(error.to_string().contains("128 levels"), "{error}");
        }
    }
}
