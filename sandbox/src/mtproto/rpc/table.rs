//! How a family of methods becomes a table: a line for each, and one jump to find it.

use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;

use grammers_tl_types::{Cursor, Deserializable, Identifiable, RemoteCall, Serializable, types};

use super::Caller;
use crate::mtproto::error::RpcError;

/// The bytes of an answer, or of what stands in its place.
pub(crate) type Answered = Pin<Box<dyn Future<Output = Result<Vec<u8>, RpcError>> + Send>>;

/// A function of the table. It is given the request without its constructor's number.
pub(crate) type Method = fn(Caller, &[u8]) -> Answered;

/// Makes `find`, which knows the function of a request by its constructor's number. A function takes the caller and the
/// request, and returns a result or, where it has to wait for something, is `async`.
macro_rules! table {
    ($($method:ty => $function:path),* $(,)?) => {
        /// The function that answers requests of this constructor.
        pub(super) fn find(id: u32) -> Option<$crate::mtproto::rpc::table::Method> {
            use grammers_tl_types::Identifiable;
            Some(match id {
                $(<$method as Identifiable>::CONSTRUCTOR_ID => |caller, body| {
                    $crate::mtproto::rpc::table::run::<$method, _>(caller, body, $function)
                },)*
                _ => return None,
            })
        }
    };
}

pub(super) use table;

/// A function of the table as it is written.
pub(crate) trait Function<R, Kind> {
    fn run(self, caller: Caller, request: R) -> Answered;
}

/// The function answers at once.
#[derive(Debug)]
pub(crate) struct AtOnce;
/// The function may wait.
#[derive(Debug)]
pub(crate) struct Later<F>(F);

impl<R, F> Function<R, AtOnce> for F
where
    R: RemoteCall<Return: Serializable>,
    F: FnOnce(Caller, R) -> Result<R::Return, RpcError>,
{
    fn run(self, caller: Caller, request: R) -> Answered {
        let answer = self(caller, request).map(|answer| answer.to_bytes());
        Box::pin(std::future::ready(answer))
    }
}

impl<R, F, Waiting> Function<R, Later<Waiting>> for F
where
    R: RemoteCall<Return: Serializable>,
    F: FnOnce(Caller, R) -> Waiting,
    Waiting: Future<Output = Result<R::Return, RpcError>> + Send + 'static,
{
    fn run(self, caller: Caller, request: R) -> Answered {
        let waiting = self(caller, request);
        Box::pin(async move { Ok(waiting.await?.to_bytes()) })
    }
}

/// Reads a request and has its function answer it.
pub(crate) fn run<R: Deserializable, Kind>(
    caller: Caller,
    body: &[u8],
    function: impl Function<R, Kind>,
) -> Answered {
    match read(body) {
        Ok(request) => function.run(caller, request),
        Err(error) => Box::pin(std::future::ready(Err(error))),
    }
}

/// Reads a request. Where a user or a channel has to be named and a peer is, it is taken for one: Telegram does so, and
/// some clients rely on it.
fn read<R: Deserializable>(body: &[u8]) -> Result<R, RpcError> {
    let mut body = Cow::Borrowed(body);
    loop {
        let mut cursor = Cursor::from_slice(&body);
        let error = match R::deserialize(&mut cursor) {
            Ok(request) if cursor.pos() == body.len() => return Ok(request),
            Ok(_) => return Err(RpcError::unreadable()),
            Err(error) => error,
        };
        let end = cursor.pos();
        let Some(id) = replacement(&error) else { return Err(RpcError::unreadable()) };
        let place = end.checked_sub(4).and_then(|start| body.to_mut().get_mut(start..end));
        place.ok_or_else(RpcError::unreadable)?.copy_from_slice(&id.to_le_bytes());
    }
}

/// What has no fields has no type with its number either.
const INPUT_PEER_SELF: u32 = 0x7da0_7ec9;
const INPUT_USER_SELF: u32 = 0xf7c1_b13f;

/// The constructor that is laid out like an unexpected one, and names the same as a user or channel. Each is itself no
/// reason for another, so a request is read at most once for each of its numbers.
fn replacement(error: &grammers_tl_types::deserialize::Error) -> Option<u32> {
    let grammers_tl_types::deserialize::Error::UnexpectedConstructor { id } = error else { return None };
    match *id {
        types::InputPeerUser::CONSTRUCTOR_ID => Some(types::InputUser::CONSTRUCTOR_ID),
        types::InputPeerUserFromMessage::CONSTRUCTOR_ID => Some(types::InputUserFromMessage::CONSTRUCTOR_ID),
        INPUT_PEER_SELF => Some(INPUT_USER_SELF),
        types::InputPeerChannel::CONSTRUCTOR_ID => Some(types::InputChannel::CONSTRUCTOR_ID),
        types::InputPeerChannelFromMessage::CONSTRUCTOR_ID => {
            Some(types::InputChannelFromMessage::CONSTRUCTOR_ID)
        }
        _ => None,
    }
}
