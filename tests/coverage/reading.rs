//! What of the schema's types the vocabulary keeps: JSON → vocabulary → JSON, compared.

use std::collections::{BTreeMap, BTreeSet};

use ambigram::requests::Request;
use ambigram::types::{MessageKind, Raw, Update, UpdateKind};
use serde_json::{Value, json};

use crate::instances::{Making, PROBE};
use crate::schema::{Place, Root, Schema};

/// Types of whose optional fields one at most is there.
const EXCLUSIVE: &[&str] = &["Update", "InlineKeyboardButton", "KeyboardButton", "MessageEntity"];

/// How many random subsets of the optional fields are tried.
const SUBSETS: u64 = 8;

/// What was found out about the types.
#[derive(Default)]
pub(crate) struct Found {
    /// Fields that were read and written.
    pub(crate) kept: BTreeSet<String>,
    /// Fields that were not, and what became of them.
    pub(crate) lost: BTreeMap<String, String>,
}

/// Reads and writes instances of an object in its place: with each optional field, with all, with none, with some.
pub(crate) fn read(schema: &Schema, name: &str, place: &Place, found: &mut Found) {
    let of = &schema.types[name];
    let optional: Vec<&str> =
        of.fields.iter().filter(|field| !field.required).map(|field| field.name.as_str()).collect();
    // The text's formatting brings the text.
    let is_content = |field: &str| field == "entities" || MessageKind::NAMES.contains(&field);
    // Of contents there is one at most.
    let is_message = matches!(name, "Message" | "ExternalReplyInfo");
    let together = |fields: &[&str]| -> Vec<String> {
        let mut has_content = false;
        let fields = fields
            .iter()
            .filter(|field| !is_message || !is_content(field) || !std::mem::replace(&mut has_content, true));
        fields.map(|field| (*field).to_owned()).collect()
    };
    let mut picks: Vec<Vec<String>> = optional.iter().map(|field| vec![(*field).to_owned()]).collect();
    if name != "Update" {
        picks.push(Vec::new());
    }
    if !EXCLUSIVE.contains(&name) {
        picks.push(together(&optional));
        for seed in 0..SUBSETS {
            let mut chance = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
            let some: Vec<&str> = optional
                .iter()
                .copied()
                .filter(|_| {
                    chance = chance
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1_442_695_040_888_963_407);
                    chance >> 63 == 1
                })
                .collect();
            picks.push(together(&some));
        }
    }
    for picked in picks {
        let picked: Vec<&str> = picked.iter().map(String::as_str).collect();
        let mut making = Making::new(schema);
        let json = match &place.root {
            Root::Update => making.object("Update", "", &place.steps, &picked),
            Root::Answer { given, .. } => {
                // The answer itself is the first step.
                let first = match place.steps.as_slice() {
                    [] => name.to_owned(),
                    _ => root_object(schema, given, &place.steps),
                };
                let steps = [&[(String::new(), first)], &place.steps[..]].concat();
                making.value(std::slice::from_ref(given), "", &steps, &picked)
            }
        };
        match reread(&place.root, &json) {
            Ok(written) => compare(&json, &written, "", &making.labels, name, found),
            Err(error) => {
                found.lost.insert(format!("{name} {picked:?}"), format!("cannot be read: {error}; {json}"));
            }
        }
    }
}

/// Which object of what a method gives has the field that the steps begin with.
fn root_object(schema: &Schema, given: &str, steps: &[(String, String)]) -> String {
    let (field, object) = &steps[0];
    let has = |name: &&str| {
        schema.types[*name].fields.iter().any(|one| {
            one.name == *field && one.types.iter().any(|of| schema.objects(of).contains(&object.as_str()))
        })
    };
    schema.objects(given).into_iter().find(has).map(str::to_owned).unwrap()
}

fn reread(root: &Root, json: &Value) -> Result<Value, String> {
    let text = json.to_string();
    match root {
        Root::Update => {
            let update = Update::read(text.into()).map_err(|error| error.to_string())?;
            if let UpdateKind::Unknown { error, .. } = &update.kind {
                return Err(format!("the update is unknown: {error:?}"));
            }
            // What has no name is kept as it came: that would look as if it had been read.
            let message = update.message();
            let rest = message.and_then(|message| message.unmodelled.as_ref());
            let reply = message.and_then(|message| message.external_reply.as_ref());
            if let Some(rest) = rest.or(reply.and_then(|reply| reply.unmodelled.as_ref())) {
                return Err(format!("it is not read: {rest:?}"));
            }
            // From the vocabulary, not from the bytes that came.
            serde_json::to_value(Update::new(update.id, update.kind)).map_err(|error| error.to_string())
        }
        Root::Answer { method, .. } => {
            let raw: Raw = text.parse().unwrap();
            Request::reread(method, &raw).unwrap().map_err(|error| error.to_string())
        }
    }
}

/// Notes what of the one is in the other.
fn compare(
    read: &Value,
    written: &Value,
    at: &str,
    labels: &BTreeMap<String, String>,
    name: &str,
    found: &mut Found,
) {
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            if written.contains_key(PROBE) {
                let label = labels.get(at.trim_end_matches("/0")).map_or(name, String::as_str);
                found.lost.insert(label.to_owned(), "is kept as it came, not read".to_owned());
            }
            for (key, value) in read.iter().filter(|(key, _)| *key != PROBE) {
                let at = format!("{at}/{key}");
                match written.get(key) {
                    Some(written) => compare(value, written, &at, labels, name, found),
                    None => {
                        let label = labels.get(&at).cloned().unwrap_or(at);
                        found.lost.insert(label, format!("is gone: {value}"));
                    }
                }
            }
        }
        (Value::Array(read), Value::Array(written)) if read.len() == written.len() => {
            for (index, (read, written)) in read.iter().zip(written).enumerate() {
                compare(read, written, &format!("{at}/{index}"), labels, name, found);
            }
        }
        _ => {
            let label = labels.get(at.trim_end_matches("/0")).cloned().unwrap_or_else(|| at.to_owned());
            if *read == *written || (json!(0.5) == *read && written.as_f64() == Some(0.5)) {
                found.kept.insert(label);
            } else {
                found.lost.insert(label, format!("{read} has become {written}"));
            }
            return;
        }
    }
    if let Some(label) = labels.get(at.trim_end_matches("/0")) {
        found.kept.insert(label.clone());
    }
}
