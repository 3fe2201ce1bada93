//! The table of what is covered.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ambigram::mtproto::{Support, support};
use ambigram::requests::Request;
use ambigram::types::{MessageKind, UpdateKind};

use crate::reading::Found;
use crate::schema::{Place, Schema};

/// Texts are read here: the server is told their entities, not how they were written.
fn is_written_otherwise(parameter: &str) -> bool {
    parameter.ends_with("parse_mode")
}

/// Fields of `Message` that hold no content of it, nor the text or the caption.
fn contents(schema: &Schema) -> Vec<&str> {
    let fields = schema.types["Message"].fields.iter().map(|field| field.name.as_str());
    fields.filter(|name| MessageKind::NAMES.contains(name)).collect()
}

pub(crate) fn write(
    schema: &Schema,
    places: &BTreeMap<String, Place>,
    found: &Found,
    exceptions: &[(&str, &str)],
) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text.push_str(words);
        text.push('\n');
    };
    let own: Vec<&str> =
        Request::METHODS.iter().copied().filter(|name| schema.methods.contains_key(*name)).collect();
    let count = |is: fn(&Support) -> bool| own.iter().filter_map(|name| support(name)).filter(is).count();
    let (same, differs) =
        (count(|one| *one == Support::Same), count(|one| matches!(one, Support::Differs(_))));
    let impossible = count(|one| matches!(one, Support::Impossible(_)));
    assert_eq!(same + differs + impossible, own.len(), "each request is in the table of MTProto");
    assert!(same + differs >= 105, "expected at least 105 methods on both wires, got {}", same + differs);

    line("# What of the Bot API is covered");
    line("");
    line(&format!(
        "{}, as its schema tells it. A test writes this file from the schema and the code \
         (`BOT_API_SCHEMA=<the schema's path> cargo test -p ambigram-tests --test coverage`), and fails where it is not \
         up to date.",
        schema.version
    ));
    line("");
    line(&format!("| methods | {} |", schema.methods.len()));
    line("|---|---|");
    line(&format!("| on both wires | {} |", same + differs));
    line(&format!("| … of these, with a difference over MTProto | {differs} |"));
    line(&format!("| in the vocabulary, impossible over MTProto | {impossible} |"));
    line(&format!("| by the raw door alone | {} |", schema.methods.len() - own.len()));
    line("");

    let kinds: Vec<&str> = schema.types["Update"]
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .filter(|name| *name != "update_id")
        .collect();
    let read_kinds = kinds.iter().filter(|name| UpdateKind::NAMES.contains(name)).count();
    assert_eq!(read_kinds, kinds.len(), "all kinds of updates are read");
    let contents = contents(schema);
    line(&format!(
        "Kinds of updates: {read_kinds} of {}. Contents of messages: {}.",
        kinds.len(),
        contents.len()
    ));
    line("");

    line("## Methods");
    line("");
    line("| method | | over MTProto | parameters without a place |");
    line("|---|---|---|---|");
    for (name, method) in &schema.methods {
        let Some(known) = Request::parameters(name) else {
            line(&format!("| {name} | raw | raw | |"));
            continue;
        };
        let missing: Vec<&str> = method
            .params
            .iter()
            .map(|param| param.name.as_str())
            .filter(|param| !known.contains(param) && !is_written_otherwise(param))
            .collect();
        let over = match support(name) {
            Some(Support::Same) => "same".to_owned(),
            Some(Support::Differs(how)) => format!("differs: {how}"),
            Some(Support::Impossible(reason)) => format!("impossible: {reason}"),
            _ => "?".to_owned(),
        };
        line(&format!("| {name} | vocabulary | {over} | {} |", missing.join(", ")));
    }
    line("");
    line(
        "`parse_mode` has no place because texts are parsed before they are sent, by the same code for both wires.",
    );
    line("");

    line("## Kinds of updates");
    line("");
    line(&kinds.join(", "));
    line("");
    line("## Contents of messages");
    line("");
    line(&contents.join(", "));
    line("");

    let sent = schema.sent(&own);
    let mut received = String::new();
    let (mut whole, mut only_sent, mut raw) = (0, Vec::new(), Vec::new());
    for (name, of) in &schema.types {
        if !of.subtypes.is_empty() {
            continue;
        }
        if !places.contains_key(name) {
            if sent.contains(name) {
                only_sent.push(name.as_str());
            } else {
                raw.push(name.as_str());
            }
            continue;
        }
        let lost: Vec<&str> = of
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .filter(|field| !found.kept.contains(&format!("{name}.{field}")))
            .collect();
        whole += usize::from(lost.is_empty());
        let kept = of.fields.len() - lost.len();
        let _ = writeln!(received, "| {name} | {kept} of {} | {} |", of.fields.len(), lost.join(", "));
    }
    line("## Types that are received");
    line("");
    line(&format!(
        "Each was made from the schema, with all its fields, with each alone, with none and with some of those that may be \
         missing, read, and written again. {whole} of {} are kept whole.",
        places.len()
    ));
    line("");
    line("| type | fields | not kept |");
    line("|---|---|---|");
    text.push_str(&received);
    let mut line = |words: &str| {
        text.push_str(words);
        text.push('\n');
    };
    line("");
    for (name, reason) in exceptions {
        line(&format!("- {name}: {reason}"));
    }
    line("");
    line("## Types that are only sent");
    line("");
    line(&only_sent.join(", "));
    line("");
    line("## Types by the raw door alone");
    line("");
    line(&raw.join(", "));
    text
}
