//! Texts with headings, lists and tables.

use serde_json::{Value, json};

use super::{Case, Cast, are_told};

fn styled() -> Value {
    let text = |kind: &str| json!({ "type": kind, "text": kind });
    let mut parts: Vec<Value> = vec!["plain ".into()];
    parts.extend(
        [
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "subscript",
            "superscript",
            "marked",
            "code",
        ]
        .map(text),
    );
    parts.extend([
        json!({ "type": "mathematical_expression", "expression": "x^2" }),
        json!({ "type": "url", "text": "here", "url": "https://example.com/" }),
        json!({ "type": "email_address", "text": "write", "email_address": "a@b.c" }),
        json!({ "type": "phone_number", "text": "call", "phone_number": "+15550001" }),
        json!({ "type": "anchor", "name": "top" }),
        json!({ "type": "bold", "text": { "type": "italic", "text": "both" } }),
    ]);
    parts.into()
}

/// Each kind of block by itself.
fn blocks() -> Vec<Value> {
    let paragraph = |text: &str| json!({ "type": "paragraph", "text": text });
    let cell = |text: &str, is_header: bool| {
        let mut cell = json!({ "text": text, "align": "center", "valign": "middle" });
        if is_header {
            cell["is_header"] = true.into();
        }
        cell
    };
    vec![
        paragraph("one"),
        json!({ "type": "paragraph", "text": styled() }),
        json!({ "type": "heading", "text": "A heading", "size": 1 }),
        json!({ "type": "heading", "text": "A lesser heading", "size": 6 }),
        json!({ "type": "pre", "text": "fn main() {}", "language": "rust" }),
        json!({ "type": "footer", "text": "the end" }),
        json!({ "type": "divider" }),
        json!({ "type": "mathematical_expression", "expression": "x^2" }),
        json!({ "type": "anchor", "name": "top" }),
        json!({ "type": "list", "items": [
            { "label": "•", "blocks": [paragraph("first")] }, { "label": "•", "blocks": [paragraph("second")] },
        ] }),
        json!({ "type": "blockquote", "blocks": [paragraph("quoted")], "credit": "Somebody" }),
        json!({ "type": "pullquote", "text": "pulled", "credit": "Somebody" }),
        json!({ "type": "table", "is_bordered": true, "is_striped": true, "caption": "Sums", "cells": [
            [cell("a", true), cell("b", true)], [cell("1", false), cell("2", false)],
        ] }),
        json!({ "type": "details", "summary": "More", "blocks": [paragraph("hidden")], "is_open": true }),
        json!({ "type": "thinking", "text": "hm" }),
    ]
}

pub(super) fn rich_messages(_: &Cast) -> Vec<Case> {
    let case = |given: Value| Case::new("rich_message", "private chat", given.clone(), given);
    let mut cases: Vec<_> = blocks().into_iter().map(|block| case(json!({ "blocks": [block] }))).collect();
    cases.push(case(json!({ "blocks": blocks(), "is_rtl": true })));
    cases
}

#[tokio::test]
async fn each_block_of_a_rich_message_is_told() {
    are_told(rich_messages).await;
}
