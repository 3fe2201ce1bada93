//! Instances of the schema's types, made from the schema, with the name of the field at each place of them.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::schema::{Field, Schema, Step, element};

/// A field that Telegram never sends: whoever keeps it has not read the object, but kept it as it came.
pub(crate) const PROBE: &str = "not_of_telegram";

/// The value of the field by which the objects of a union are told apart, where it is not the rest of the type's name.
const TAGS: &[(&str, &str)] = &[
    ("ChatMemberOwner", "creator"),
    ("ChatMemberBanned", "kicked"),
    ("RichTextMathematicalExpression", "mathematical_expression"),
    ("RichBlockSectionHeading", "heading"),
    ("RichBlockPreformatted", "pre"),
    ("RichBlockBlockQuotation", "blockquote"),
    ("RichBlockPullQuotation", "pullquote"),
];

/// The unions whose objects are told apart by a field, with the beginning of their names.
const UNIONS: &[&str] = &[
    "MessageOrigin",
    "PaidMedia",
    "BackgroundFill",
    "BackgroundType",
    "ChatMember",
    "ReactionType",
    "BotCommandScope",
    "MenuButton",
    "ChatBoostSource",
    "RevenueWithdrawalState",
    "TransactionPartner",
    "RichText",
    "RichBlock",
];

/// What an object must say as well for a field to mean something.
const CONTEXT: &[(&str, &str, &str, &str)] = &[
    ("MessageEntity", "url", "type", "text_link"),
    ("MessageEntity", "user", "type", "text_mention"),
    ("MessageEntity", "language", "type", "pre"),
    ("MessageEntity", "custom_emoji_id", "type", "custom_emoji"),
    ("MessageEntity", "unix_time", "type", "date_time"),
    ("MessageEntity", "date_time_format", "type", "date_time"),
];

/// Makes instances.
pub(crate) struct Making<'a> {
    schema: &'a Schema,
    /// Which field of which type is at each place, by its JSON pointer.
    pub(crate) labels: BTreeMap<String, String>,
    number: i64,
}

impl<'a> Making<'a> {
    pub(crate) fn new(schema: &'a Schema) -> Self {
        Self { schema, labels: BTreeMap::new(), number: 10 }
    }

    /// What a field of one of these types may hold; the object at the end of the steps has the `picked` fields too.
    pub(crate) fn value(&mut self, types: &[String], at: &str, steps: &[Step], picked: &[&str]) -> Value {
        let wanted = steps.first().map(|(_, object)| object.as_str());
        let holds = |name: &&String| wanted.is_none_or(|wanted| self.schema.objects(name).contains(&wanted));
        let Some(name) = types.iter().find(holds) else { panic!("{at}: no {wanted:?} in {types:?}") };
        let (name, depth) = element(name);
        let at = format!("{at}{}", "/0".repeat(depth));
        let mut value = match name {
            "Integer" => json!(self.next()),
            "Float" => json!(0.5),
            "Boolean" | "True" => json!(true),
            "String" => json!(format!("text {}", self.next())),
            _ => match wanted {
                Some(object) => self.object(object, &at, &steps[1..], picked),
                // The simplest of a union: the first.
                None if name == "RichText" => json!(format!("text {}", self.next())),
                None => self.object(self.schema.objects(name)[0], &at, &[], &[]),
            },
        };
        for _ in 0..depth {
            value = json!([value]);
        }
        value
    }

    /// An object with all that it must have, what the steps lead to, and at their end what was picked.
    pub(crate) fn object(&mut self, name: &str, at: &str, steps: &[Step], picked: &[&str]) -> Value {
        let schema = self.schema;
        let of = &schema.types[name];
        let next = steps.first().map(|(field, _)| field.as_str());
        let own: &[&str] = if next.is_some() { &[] } else { picked };
        let needed =
            |field: &Field| field.required || next == Some(&field.name) || own.contains(&field.name.as_str());
        let mut wanted: Vec<&Field> = of.fields.iter().filter(|field| needed(field)).collect();
        // Formatting says nothing without its text.
        for words in of.fields.iter().filter(|field| needed(field)).filter_map(|field| words_of(&field.name))
        {
            let is_there = wanted.iter().any(|field| field.name == words);
            wanted.extend(of.fields.iter().filter(|field| field.name == words && !is_there));
        }
        let mut object = Map::new();
        for field in wanted {
            let at = format!("{at}/{}", field.name);
            self.labels.insert(at.clone(), format!("{name}.{}", field.name));
            let steps = if next == Some(&field.name) { steps } else { &[] };
            // Steps name the object that they lead to; its own steps come after.
            let value = match fixed(name, &field.name) {
                Some(value) if steps.is_empty() => value,
                _ => self.value(&field.types, &at, steps, picked),
            };
            object.insert(field.name.clone(), value);
        }
        for (_, _, field, value) in CONTEXT
            .iter()
            .filter(|(of, field, ..)| *of == name && object.contains_key(*field))
            .collect::<Vec<_>>()
        {
            object.insert((*field).to_owned(), json!(value));
        }
        if name == "MessageEntity" && object.contains_key("date_time_format") {
            object.insert("unix_time".to_owned(), json!(self.next()));
        }
        // A button that does nothing is none.
        if name == "InlineKeyboardButton" && object.keys().all(|field| LOOKS.contains(&field.as_str())) {
            object.insert("callback_data".to_owned(), json!("pressed"));
        }
        if !KEEPING.contains(&name) {
            object.insert(PROBE.to_owned(), json!(1));
        }
        Value::Object(object)
    }

    fn next(&mut self) -> i64 {
        self.number += 1;
        self.number
    }
}

/// What of a button is not what it does.
const LOOKS: &[&str] = &["text", "style", "icon_custom_emoji_id"];

/// What keeps the fields that it has no name for.
const KEEPING: &[&str] = &["Message", "Update", "ExternalReplyInfo"];

/// The field of the text that the entities in another are of.
fn words_of(name: &str) -> Option<&str> {
    match name.strip_suffix("entities")? {
        "" => Some("text"),
        prefix => prefix.strip_suffix('_'),
    }
}

/// What a field must hold.
fn fixed(of: &str, field: &str) -> Option<Value> {
    match (of, field) {
        ("MessageEntity", "type") => return Some(json!("bold")),
        ("MessageEntity", "offset") => return Some(json!(0)),
        ("MessageEntity", "length") => return Some(json!(2)),
        ("InaccessibleMessage", "date") => return Some(json!(0)),
        _ => {}
    }
    if !matches!(field, "type" | "status" | "source") {
        return None;
    }
    if let Some((_, tag)) = TAGS.iter().find(|(name, _)| *name == of) {
        return Some(json!(tag));
    }
    let rest = UNIONS.iter().find_map(|union| of.strip_prefix(union).filter(|rest| !rest.is_empty()))?;
    let mut tag = String::new();
    for char in rest.chars() {
        if char.is_uppercase() && !tag.is_empty() {
            tag.push('_');
        }
        tag.extend(char.to_lowercase());
    }
    Some(json!(tag))
}
