//! The contract between the framework and a wire.

use std::any::Any;
use std::fmt::Debug;
use std::sync::Arc;

use async_trait::async_trait;

use crate::capability::Capability;
use crate::delivery::Delivery;
use crate::download::Download;
use crate::error::Error;
use crate::requests::{Request, Response};
use crate::types::FileId;

/// A way to Telegram: it carries requests there and brings the answers back.
///
/// One narrow call rather than a method an operation, so that a layer over outgoing calls (flood
/// control, tracing, recording) is written once: it is a backend that holds another.
#[async_trait]
pub trait Backend: Debug + Send + Sync + 'static {
    /// What the wire is called, in messages to people: "the Bot API".
    fn name(&self) -> &'static str;

    /// Whether the wire, with this account, can do what only some can.
    fn can(&self, capability: Capability) -> bool {
        let _ = capability;
        false
    }

    /// The wire itself, for what is its own alone: see [`Bot::wire`](crate::Bot::wire). A backend that holds another
    /// passes it on.
    fn wire(&self) -> Option<&dyn Any> {
        None
    }

    /// Carries out a request.
    ///
    /// # Errors
    /// When Telegram refuses, when the wire fails, and [`Unsupported`](crate::ErrorKind::Unsupported) when the
    /// wire lacks the operation.
    async fn call(&self, request: Request) -> Result<Response, Error>;

    /// Fetches a file. A backend that holds another passes it on.
    ///
    /// # Errors
    /// When Telegram refuses, when the wire fails, [`TooLarge`](crate::ErrorKind::TooLarge) where the file is larger
    /// than the wire gives out.
    async fn download(&self, file: &FileId) -> Result<Download, Error> {
        let _ = file;
        Err(Error::unsupported("download", self.name()))
    }
}

#[async_trait]
impl Backend for Arc<dyn Backend> {
    fn name(&self) -> &'static str {
        (**self).name()
    }

    fn can(&self, capability: Capability) -> bool {
        (**self).can(capability)
    }

    fn wire(&self) -> Option<&dyn Any> {
        (**self).wire()
    }

    async fn call(&self, request: Request) -> Result<Response, Error> {
        (**self).call(request).await
    }

    async fn download(&self, file: &FileId) -> Result<Download, Error> {
        (**self).download(file).await
    }
}

/// Where updates come from.
#[async_trait]
pub trait UpdateSource: Send + 'static {
    /// Waits for the next update. Dropping the future loses nothing: the next call goes on.
    ///
    /// The source moves its durable cursor (the offset, the pts, the acknowledgement) to the end of the
    /// contiguous prefix of updates whose [receipts](crate::delivery::Receipt) are settled, and never past it.
    ///
    /// # Errors
    /// Only what no waiting mends: a token that is refused, for one. What may pass (the network, a server in
    /// trouble) the source waits out itself.
    async fn next(&mut self) -> Result<Delivery, Error>;

    /// Brings the durable cursor up to date; nothing is asked of the source afterwards.
    ///
    /// # Errors
    /// When the cursor could not be stored: what was handled since will come again.
    async fn close(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

#[async_trait]
impl UpdateSource for Box<dyn UpdateSource> {
    async fn next(&mut self) -> Result<Delivery, Error> {
        (**self).next().await
    }

    async fn close(&mut self) -> Result<(), Error> {
        (**self).close().await
    }
}
