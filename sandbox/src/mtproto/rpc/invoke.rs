//! From a request's bytes to its answer's, what requests are wrapped in included.
//! <https://core.telegram.org/api/invoking>

use std::sync::Arc;
use std::time::Duration;

use grammers_tl_types::{Cursor, Deserializable, Identifiable, LAYER, functions, name_for_id};

use super::{Caller, accounts, chats, depth, files, groups, messages, payments, updates};
use crate::mtproto::error::RpcError;

/// The layers whose clients read what is written here.
const LAYERS: [i32; 2] = [LAYER - 1, LAYER];

/// How long a client waits that was told already that its layer isn't understood: some try again at once, for ever.
const STUBBORN: Duration = Duration::from_secs(1);

/// Answers a request: the body of an RPC, `invokeWithLayer` and its like included.
pub(crate) async fn answer(caller: Caller, body: &[u8]) -> Result<Vec<u8>, RpcError> {
    if depth::is_too_deep(body) {
        return Err(RpcError::unreadable());
    }
    let unwrapped = match unwrap(&caller, body) {
        Err(Unwelcome::Again(error)) => {
            tokio::time::sleep(STUBBORN).await;
            return Err(error);
        }
        unwrapped => unwrapped?,
    };
    let Some((id, body, wants_updates, business)) = unwrapped else { return Err(RpcError::unreadable()) };
    if !caller.session.is_initialised() {
        // Who comes back in a new session need not say again who it is: the key remembers.
        if caller.login.program().api_id == 0 {
            return Err(RpcError::bad_request("CONNECTION_NOT_INITED"));
        }
        caller.session.initialise();
    }
    let families = [
        accounts::find,
        chats::find,
        files::find,
        groups::find,
        messages::find,
        payments::find,
        updates::find,
    ];
    let Some(method) = families.iter().find_map(|find| find(id)) else {
        return Err(match name_for_id(id) {
            "(unknown)" => RpcError::bad_request(format!("INPUT_METHOD_INVALID_{id}_0")),
            name => RpcError::lacks(name),
        });
    };
    if business.is_some() && !messages::may_be_of_business(id) {
        let name = name_for_id(id);
        return Err(RpcError::lacks(&format!("{name} in the name of a business account")));
    }
    let listen = || {
        caller.read(|world| {
            caller.login.change_program(|program| program.active = world.now());
            if wants_updates {
                caller.session.listen(world, &caller.login);
            }
        });
    };
    // Before the method, so that nothing falls between its answer and the first update; and after, as it may be the one
    // that logs in.
    listen();
    let answer = method(Caller { business, ..caller.clone() }, body).await?;
    listen();
    Ok(answer)
}

/// A request's constructor, its arguments, whether updates are wanted, and in the name of which business account it is.
type Unwrapped<'a> = (u32, &'a [u8], bool, Option<Arc<str>>);

/// Why a request is not looked at.
enum Unwelcome {
    Now(RpcError),
    /// It was refused before, for the same reason.
    Again(RpcError),
}

impl From<RpcError> for Unwelcome {
    fn from(error: RpcError) -> Self {
        Self::Now(error)
    }
}

impl From<Unwelcome> for RpcError {
    fn from(unwelcome: Unwelcome) -> Self {
        let (Unwelcome::Now(error) | Unwelcome::Again(error)) = unwelcome;
        error
    }
}

/// Takes off what a request is wrapped in; `None` where nothing is left.
fn unwrap<'a>(caller: &Caller, mut body: &'a [u8]) -> Result<Option<Unwrapped<'a>>, Unwelcome> {
    use functions::{
        InitConnection, InvokeAfterMsg, InvokeAfterMsgs, InvokeWithBusinessConnection, InvokeWithLayer,
        InvokeWithoutUpdates,
    };
    let mut wants_updates = true;
    let mut business = None;
    while let Some((id, rest)) = body.split_first_chunk() {
        let id = u32::from_le_bytes(*id);
        match id {
            InvokeWithLayer::<Query>::CONSTRUCTOR_ID => {
                let (wrapped, query) = peel::<InvokeWithLayer<Query>>(rest)?;
                accept_layer(caller, wrapped.layer)?;
                body = query;
            }
            InitConnection::<Query>::CONSTRUCTOR_ID => {
                let (wrapped, query) = peel::<InitConnection<Query>>(rest)?;
                initialise(caller, wrapped)?;
                body = query;
            }
            InvokeWithoutUpdates::<Query>::CONSTRUCTOR_ID => {
                wants_updates = false;
                body = rest;
            }
            InvokeWithBusinessConnection::<Query>::CONSTRUCTOR_ID => {
                let (wrapped, query) = peel::<InvokeWithBusinessConnection<Query>>(rest)?;
                business = Some(wrapped.connection_id.into());
                body = query;
            }
            // Requests of a session are answered in their order anyway.
            InvokeAfterMsg::<Query>::CONSTRUCTOR_ID => body = peel::<InvokeAfterMsg<Query>>(rest)?.1,
            InvokeAfterMsgs::<Query>::CONSTRUCTOR_ID => body = peel::<InvokeAfterMsgs<Query>>(rest)?.1,
            _ => return Ok(Some((id, rest, wants_updates, business))),
        }
    }
    Ok(None)
}

fn accept_layer(caller: &Caller, layer: i32) -> Result<(), Unwelcome> {
    if LAYERS.contains(&layer) {
        caller.session.set_layer(layer);
        return Ok(());
    }
    let refused = RpcError::bad_request("CONNECTION_LAYER_INVALID");
    if caller.login.refuse_layer(layer) {
        return Err(Unwelcome::Again(refused));
    }
    eprintln!(
        "sandbox: a client speaks layer {layer} of Telegram's API; the sandbox speaks {} and {} only",
        LAYERS[0], LAYERS[1]
    );
    Err(Unwelcome::Now(refused))
}

fn initialise(caller: &Caller, client: functions::InitConnection<Query>) -> Result<(), RpcError> {
    if caller.session.layer().is_none() {
        return Err(RpcError::bad_request("CONNECTION_LAYER_INVALID"));
    }
    if client.api_id == 0 {
        return Err(RpcError::bad_request("API_ID_INVALID"));
    }
    caller.login.change_program(|program| {
        program.api_id = client.api_id;
        program.device_model = client.device_model;
        program.system_version = client.system_version;
        program.app_version = client.app_version;
    });
    caller.session.initialise();
    Ok(())
}

/// The wrapped request, not yet read: it takes no bytes, so that a wrapping can be read alone.
struct Query;

impl Deserializable for Query {
    fn deserialize(_: &mut Cursor<'_>) -> grammers_tl_types::deserialize::Result<Self> {
        Ok(Self)
    }
}

/// Reads a wrapping, and what it is around.
fn peel<W: Deserializable>(body: &[u8]) -> Result<(W, &[u8]), RpcError> {
    let mut cursor = Cursor::from_slice(body);
    let wrapping = W::deserialize(&mut cursor).map_err(|_| RpcError::unreadable())?;
    let query = body.get(cursor.pos()..).ok_or_else(RpcError::unreadable)?;
    Ok((wrapping, query))
}
