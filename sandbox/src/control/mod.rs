//! The control API: HTTP and JSON for whoever sets the stage, plays the users and watches the bots.
//!
//! It is written up, call by call, in the crate's `README.md`. Users, chats and messages are shown in the Bot API's
//! own form, as the account in question sees them.

mod accounts;
mod chats;
mod contents;
mod error;
mod faults;
mod files;
mod groups;
mod inline;
mod input;
mod media;
mod members;
mod mtproto;
mod paying;
mod pressing;
mod reading;
mod seen;
mod speaking;
mod special;
mod stickers;
mod waiting;

use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, patch, post, put};
use serde_json::{Value, json};
use tokio::sync::watch;

use self::error::Error;
use self::input::{Input, Name};
use crate::bot_api::BotApi;
use crate::mtproto::MtProto;
use crate::world::{Shared, World};

/// What the control API works on.
#[derive(Debug)]
pub(crate) struct Control {
    pub(crate) world: Arc<Shared>,
    pub(crate) bot_api: Arc<BotApi>,
    /// Where the Bot API listens.
    pub(crate) bot_api_url: String,
    pub(crate) mtproto: Arc<MtProto>,
    pub(crate) stopping: watch::Receiver<bool>,
}

type Shown = Result<Reply, Error>;
type Here = State<Arc<Control>>;

/// An answer.
#[derive(Debug)]
struct Reply {
    status: StatusCode,
    body: Value,
}

impl From<Value> for Reply {
    fn from(body: Value) -> Self {
        Self { status: StatusCode::OK, body }
    }
}

impl Reply {
    fn created(body: Value) -> Self {
        Self { status: StatusCode::CREATED, body }
    }

    fn done() -> Self {
        json!({ "ok": true }).into()
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let json = HeaderValue::from_static("application/json");
        (self.status, [(CONTENT_TYPE, json)], self.body.to_string()).into_response()
    }
}

/// The table of calls.
pub(crate) fn router(control: Arc<Control>) -> Router {
    Router::new()
        .route("/", get(index))
        .route("/users", get(accounts::list_users).post(accounts::create_user))
        .route("/users/{user}", get(accounts::show_user).delete(accounts::delete_user))
        .route("/bots", get(accounts::list_bots).post(accounts::create_bot))
        .route("/bots/{bot}", get(accounts::show_bot).patch(accounts::change_bot))
        .route("/bots/{bot}/token", post(accounts::revoke_token))
        .route("/bots/{bot}/said", get(reading::said))
        .route("/bots/{bot}/there", get(waiting::until_there))
        .route("/bots/{bot}/quiet", get(waiting::until_quiet))
        .route("/bots/{bot}/faults", get(faults::list).post(faults::add).delete(faults::clear))
        .route("/chats", get(chats::list).post(chats::create))
        .route("/chats/{chat}", get(chats::show).patch(chats::change).delete(chats::delete))
        .route("/chats/{chat}/discussion", put(chats::set_discussion).delete(chats::end_discussion))
        .route("/chats/{chat}/upgrade", post(chats::upgrade))
        .route("/chats/{chat}/topics", post(chats::create_topic))
        .route("/chats/{chat}/invites", get(groups::list_invites).post(groups::create_invite))
        .route("/chats/{chat}/requests", get(groups::list_requests))
        .route("/chats/{chat}/requests/{user}", post(groups::answer_request))
        .route("/chats/{chat}/boosts", get(groups::list_boosts).post(groups::boost))
        .route("/chats/{chat}/boosts/{boost}", delete(groups::remove_boost))
        .route("/chats/{chat}/members", get(members::list).post(members::add))
        .route(
            "/chats/{chat}/members/{member}",
            get(members::show).put(members::set_status).delete(members::remove),
        )
        .route("/users/{user}/chats/{chat}/albums", post(media::group))
        .route("/users/{user}/chats/{chat}/forwards", post(media::forward))
        .route("/users/{user}/chats/{chat}/messages", get(reading::messages).post(speaking::say))
        .route(
            "/users/{user}/chats/{chat}/messages/{message}",
            get(reading::message).patch(speaking::edit).delete(speaking::delete),
        )
        .route("/users/{user}/chats/{chat}/messages/{message}/reactions", put(groups::react))
        .route("/users/{user}/chats/{chat}/messages/{message}/pin", put(groups::pin).delete(groups::unpin))
        .route("/users/{user}/join", post(groups::join))
        .route("/users/{user}/chats/{chat}/start", post(speaking::start))
        .route("/users/{user}/chats/{chat}/inline", post(inline::ask))
        .route("/users/{user}/chats/{chat}/inline/{query}", post(inline::choose))
        .route("/users/{user}/inline/{query}", get(inline::show))
        .route("/users/{user}/chats/{chat}/web_app", post(inline::open_web_app))
        .route("/users/{user}/chats/{chat}/messages/{message}/guest", post(inline::ask_guest))
        .route("/users/{user}/chats/{chat}/pick", post(inline::pick))
        .route("/users/{user}/business/{bot}", put(inline::connect).delete(inline::disconnect))
        .route("/users/{user}/managed/{bot}", post(inline::manage))
        .route("/users/{user}/chats/{chat}/service", post(special::bring_about))
        .route("/users/{user}/chats/{chat}/messages/{message}/tasks", post(special::change_tasks))
        .route("/users/{user}/chats/{chat}/locations", post(contents::send_location))
        .route("/users/{user}/chats/{chat}/venues", post(contents::send_venue))
        .route("/users/{user}/chats/{chat}/contacts", post(contents::send_contact))
        .route("/users/{user}/chats/{chat}/dice", post(contents::send_dice))
        .route("/users/{user}/chats/{chat}/polls", post(contents::send_poll))
        .route(
            "/users/{user}/chats/{chat}/messages/{message}/location",
            patch(contents::move_location).delete(contents::stop_location),
        )
        .route("/users/{user}/chats/{chat}/messages/{message}/vote", put(contents::vote))
        .route("/users/{user}/chats/{chat}/messages/{message}/stop", post(contents::stop_poll))
        .route("/users/{user}/chats/{chat}/messages/{message}/options", post(contents::add_poll_option))
        .route("/users/{user}/chats/{chat}/messages/{message}/buy", post(contents::buy))
        .route("/users/{user}/pay", post(paying::pay))
        .route("/users/{user}/stars", get(paying::show_stars).put(paying::set_stars))
        .route("/bots/{bot}/stars", get(paying::show_stars).put(paying::set_stars))
        .route("/bots/{bot}/games", post(contents::create_game))
        .route("/users/{user}/chats/{chat}/press", post(pressing::press))
        .route("/users/{user}/chats/{chat}/wait", get(waiting::for_message))
        .route("/users/{user}/chats/{chat}/commands", get(reading::commands))
        .route("/users/{user}/presses", get(pressing::list))
        .route("/users/{user}/presses/{query}", get(pressing::show))
        .route("/users/{user}/blocked/{other}", put(speaking::block).delete(speaking::unblock))
        .route("/users/{user}/events", get(reading::events))
        .route("/users/{user}/code", get(mtproto::code))
        .route("/sticker_sets", post(stickers::create))
        .route("/accounts/{account}/photo", put(stickers::set_photo).delete(stickers::remove_photo))
        .route("/files", post(files::upload))
        .route("/files/expire", post(files::expire))
        .route("/web", post(files::publish).delete(files::unpublish))
        .route("/sessions", post(mtproto::create_session))
        .route("/mtproto", get(mtproto::show))
        .route("/mtproto/cut", post(mtproto::cut))
        .route("/mtproto/door", put(mtproto::set_door))
        .route(
            "/mtproto/faults",
            get(mtproto::list_faults).post(mtproto::add_fault).delete(mtproto::clear_faults),
        )
        .fallback(no_such_call)
        .method_not_allowed_fallback(no_such_method)
        .with_state(control)
}

async fn index(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    let mtproto = control.mtproto.address.to_string();
    let version = env!("CARGO_PKG_VERSION");
    Ok(json!({ "sandbox": version, "bot_api": control.bot_api_url, "mtproto": mtproto }).into())
}

async fn no_such_call(request: Request) -> Error {
    Error::http(StatusCode::NOT_FOUND, "one of the calls in the README", asked(&request))
}

async fn no_such_method(request: Request) -> Error {
    Error::http(StatusCode::METHOD_NOT_ALLOWED, "one of the calls in the README", asked(&request))
}

fn asked(request: &Request) -> String {
    let method: &Method = request.method();
    format!("{method} {}", request.uri().path())
}

/// The account that a name means.
fn account(world: &World, name: &Name) -> Result<UserId, Error> {
    let account = match name {
        Name::Id(id) => world.account(UserId(*id)),
        Name::Username(username) => world.account_by_username(username),
    };
    account
        .map(|account| account.id)
        .ok_or_else(|| Error::missing("the id or @username of an account", name.clone()))
}

/// The user that a name means.
fn user(world: &World, name: &str) -> Result<UserId, Error> {
    let name = Name::read(name)?;
    let id = account(world, &name)?;
    let is_user = world.account(id).is_some_and(|account| !account.is_bot());
    if is_user { Ok(id) } else { Err(Error::missing("the id or @username of a user", name)) }
}

/// The bot that a name means.
fn bot(world: &World, name: &str) -> Result<UserId, Error> {
    let name = Name::read(name)?;
    let id = account(world, &name)?;
    let is_bot = world.account(id).is_some_and(crate::world::Account::is_bot);
    if is_bot { Ok(id) } else { Err(Error::missing("the id or @username of a bot", name)) }
}

/// The chat that a name means: another account's, or one of several.
fn chat(world: &World, name: &str) -> Result<ChatId, Error> {
    let name = Name::read(name)?;
    let id = match &name {
        Name::Id(id) => Some(ChatId(*id)).filter(|id| match id.is_user() {
            true => world.account(UserId(id.0)).is_some(),
            false => world.chat(*id).is_some(),
        }),
        Name::Username(username) => {
            let by_name = world.chat_by_username(username).map(|chat| chat.id);
            by_name.or_else(|| world.account_by_username(username).map(|account| account.id.into()))
        }
    };
    id.ok_or_else(|| Error::missing("the id or @username of a chat", name))
}
