//! What happened on a stage, in a form that can be compared.

use std::sync::{Arc, Mutex};

use ambigram::Error;
use ambigram::backend::{Backend, UpdateSource};
use ambigram::capability::Capability;
use ambigram::delivery::Delivery;
use ambigram::requests::{Method, Output, Request, Response, Visit};
use ambigram::types::{Me, Message, Update};
use ambigram_sandbox::play::{SeenMessage, Telegram, UserHandle};
use async_trait::async_trait;
use serde_json::{Map, Value, json};

/// The updates that bots got and the calls that they made, chat by chat: between chats there is no order.
#[derive(Debug, Default)]
pub(crate) struct Record(Mutex<Map<String, Value>>);

impl Record {
    fn add(&self, row: String, entry: Value) {
        let mut rows = self.0.lock().unwrap();
        if let Value::Array(entries) = rows.entry(row).or_insert_with(|| json!([])) {
            entries.push(entry);
        }
    }

    /// The whole, with what each person sees in the end.
    pub(crate) fn with_what_is_seen(&self, telegram: &Telegram) -> Value {
        let mut rows = self.0.lock().unwrap().clone();
        rows.extend(seen(telegram));
        Value::Object(rows)
    }
}

/// A source whose updates are recorded.
#[derive(Debug)]
pub(crate) struct RecordedSource<S> {
    pub(crate) source: S,
    pub(crate) record: Arc<Record>,
}

#[async_trait]
impl<S: UpdateSource> UpdateSource for RecordedSource<S> {
    async fn next(&mut self) -> Result<Delivery, Error> {
        let delivery = self.source.next().await?;
        self.record.add(format!("updates of {:?}", delivery.update.order()), written(&delivery.update));
        Ok(delivery)
    }

    async fn close(&mut self) -> Result<(), Error> {
        self.source.close().await
    }
}

/// A backend whose calls are recorded, with what comes of them.
#[derive(Debug)]
pub(crate) struct RecordedBackend<B> {
    pub(crate) backend: B,
    pub(crate) record: Arc<Record>,
}

#[async_trait]
impl<B: Backend> Backend for RecordedBackend<B> {
    fn name(&self) -> &'static str {
        self.backend.name()
    }

    fn can(&self, capability: Capability) -> bool {
        self.backend.can(capability)
    }

    async fn call(&self, request: Request) -> Result<Response, Error> {
        let asked = request.visit(Write);
        let answer = self.backend.call(request.clone()).await;
        // What only one wire can do is no difference.
        if !matches!(request, Request::GetMessages(_)) {
            let got = match &answer {
                Ok(response) => request.visit(Read(response.clone())),
                Err(error) => json!({ "error": format!("{:?}", error.kind()) }),
            };
            let row = format!("calls in {}", asked.get("chat_id").unwrap_or(&Value::Null));
            self.record.add(row, json!({ request.name(): asked, "gave": got }));
        }
        answer
    }
}

struct Write;

impl Visit for Write {
    type Out = Value;

    fn visit<M: Method>(self, request: &M) -> Value {
        serde_json::to_value(request).unwrap()
    }
}

/// Reads an answer that one wire leaves unread.
struct Read(Response);

impl Visit for Read {
    type Out = Value;

    fn visit<M: Method>(self, _: &M) -> Value {
        let response = self.0;
        let message = |message: &Message| comparable(serde_json::to_value(message).unwrap(), message);
        match M::NAME {
            "getMe" => serde_json::to_value(Me::from_response(response).unwrap()).unwrap(),
            "sendMessage" => message(&Message::from_response(response).unwrap()),
            "editMessageText" | "editMessageReplyMarkup" => {
                let edited = ambigram::requests::Edited::from_response(response).unwrap();
                edited.message().map_or(json!("inline"), message)
            }
            _ => {
                <()>::from_response(response).unwrap();
                json!(true)
            }
        }
    }
}

/// An update as JSON, without what each wire numbers for itself or has beyond the vocabulary.
fn written(update: &Update) -> Value {
    // From the vocabulary, not from the bytes that one of the wires brought.
    let mut value = serde_json::to_value(Update::new(0, update.kind.clone())).unwrap();
    if let Some(fields) = value.as_object_mut() {
        fields.remove("update_id");
    }
    match update.message() {
        Some(message) => comparable(value, message),
        None => value,
    }
}

/// A message's JSON without the fields that the vocabulary has no names for.
fn comparable(mut value: Value, message: &Message) -> Value {
    for message in [Some(message), message.reply_to_message.as_deref()].into_iter().flatten() {
        let Some(unmodelled) = &message.unmodelled else { continue };
        for name in unmodelled.read::<Map<String, Value>>().unwrap().keys() {
            strip(&mut value, name);
        }
    }
    value
}

fn strip(value: &mut Value, name: &str) {
    match value {
        Value::Object(fields) => {
            fields.remove(name);
            fields.values_mut().for_each(|value| strip(value, name));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| strip(value, name)),
        _ => {}
    }
}

/// What each person sees in each chat, and which of their presses were answered how.
fn seen(telegram: &Telegram) -> Map<String, Value> {
    let (people, chats) = telegram.world().read(|world| {
        let people: Vec<_> = world.accounts().map(|account| (account.id, account.is_bot())).collect();
        let chats: Vec<_> = world.chats().map(|chat| chat.id).collect();
        (people, chats)
    });
    let mut seen = Map::new();
    for (user, _) in people.iter().filter(|(_, is_bot)| !is_bot) {
        let handle: UserHandle = telegram.user_by_id(*user).unwrap();
        let others = people.iter().map(|(other, _)| (*other).into()).chain(chats.iter().copied());
        for chat in others {
            let messages: Vec<_> = handle.chat(chat).messages().iter().map(shown).collect();
            if !messages.is_empty() {
                seen.insert(format!("{user:?} sees in {chat:?}"), json!(messages));
            }
        }
        let presses: Vec<_> = telegram.world().read(|world| {
            world.presses_by(*user).map(|press| format!("{}: {:?}", press.data, press.answer)).collect()
        });
        if !presses.is_empty() {
            seen.insert(format!("{user:?} pressed"), json!(presses));
        }
    }
    seen
}

fn shown(message: &SeenMessage) -> Value {
    let SeenMessage { id, from, is_own, text, entities, buttons, is_edited, reply_to, service } = message;
    json!({
        "id": id, "from": from, "is_own": is_own, "text": text, "entities": entities, "buttons": buttons,
        "is_edited": is_edited, "reply_to": reply_to, "service": format!("{service:?}"),
    })
}
