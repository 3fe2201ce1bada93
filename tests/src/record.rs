//! What happened on a stage, in a form that can be compared.

use std::any::Any;
use std::sync::{Arc, Mutex};

use ambigram::backend::{Backend, UpdateSource};
use ambigram::capability::Capability;
use ambigram::delivery::Delivery;
use ambigram::requests::{Method, Output, Request, Response, Visit};
use ambigram::types::{FileId, Update};
use ambigram::{Download, Error};
use ambigram_sandbox::play::Telegram;
use ambigram_sandbox::world::{Content, MessageView, World};
use async_trait::async_trait;
use serde_json::{Map, Value, json};

use crate::differences::comparable;

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

    fn wire(&self) -> Option<&dyn Any> {
        self.backend.wire()
    }

    async fn download(&self, file: &FileId) -> Result<Download, Error> {
        self.backend.download(file).await
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
        unnumbered(serde_json::to_value(request).unwrap())
    }
}

/// A request without the numbers that uploads have in the process.
fn unnumbered(mut value: Value) -> Value {
    match &mut value {
        Value::Object(fields) => fields.values_mut().for_each(|value| *value = unnumbered(value.take())),
        Value::Array(values) => values.iter_mut().for_each(|value| *value = unnumbered(value.take())),
        Value::String(text) if text.starts_with("attach://") => text.truncate("attach://".len()),
        _ => {}
    }
    value
}

/// Reads an answer that one wire leaves unread.
struct Read(Response);

impl Visit for Read {
    type Out = Value;

    fn visit<M: Method>(self, _: &M) -> Value {
        let value = M::Output::from_response(self.0).unwrap().as_json().unwrap();
        // By its path a difference says which call it is of.
        comparable(json!({ M::NAME: value })).get_mut(M::NAME).unwrap().take()
    }
}

/// An update as JSON, with all that is not modelled, without what each wire numbers for itself.
fn written(update: &Update) -> Value {
    // From the vocabulary, not from the bytes that one of the wires brought.
    let mut value = serde_json::to_value(Update::new(0, update.kind.clone())).unwrap();
    if let Some(fields) = value.as_object_mut() {
        fields.remove("update_id");
    }
    comparable(value)
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
        let others = people.iter().map(|(other, _)| (*other).into()).chain(chats.iter().copied());
        for chat in others {
            let messages: Vec<_> = telegram
                .world()
                .read(|world| world.history(*user, chat).iter().map(|view| shown(world, view)).collect());
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

fn shown(world: &World, view: &MessageView) -> Value {
    let MessageView { id, message, reply_to, .. } = view;
    let content = match &message.content {
        Content::Text(text) => json!({ "text": text.text, "entities": text.entities }),
        other => json!(format!("{other:?}")),
    };
    json!({
        "id": id,
        "sender": format!("{:?}", message.sender),
        "dates": [Some(message.date), message.edit_date],
        "thread": [json!(message.thread), json!(message.is_topic_message)],
        "reply_to": reply_to.as_ref().map(|answered| json!([answered.chat, answered.id])),
        "quote": message.reply.as_ref().map(|reply| format!("{:?}", reply.quote)),
        "content": content,
        "keyboard": message.keyboard,
        "effect": message.effect,
        "link_preview": format!("{:?}", message.link_preview),
        "is_silent": message.is_silent,
        "is_pinned": world.is_pinned(message),
        "reactions": world.reactions(message.key).iter().map(|put| format!("{put:?}")).collect::<Vec<_>>(),
        "is_protected": message.is_protected,
    })
}
