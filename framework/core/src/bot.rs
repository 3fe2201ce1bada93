//! The handle by which a bot speaks to Telegram.

use std::future::IntoFuture;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::backend::Backend;
use crate::capability::Capability;
use crate::error::Error;
use crate::migration::FollowMigration;
use crate::requests::{Method, Output, Response};

/// A bot, over whichever wire. Cheap to clone.
///
/// Each method of Telegram's is one here, which stands beside its request in [`requests`](crate::requests): it gives a
/// [`Call`], to be refined and awaited.
#[derive(Debug, Clone)]
pub struct Bot {
    backend: Arc<dyn Backend>,
    /// Where a press of a button is being handled: whether it has been answered.
    answered: Option<Arc<AtomicBool>>,
}

impl Bot {
    /// A bot over a wire.
    pub fn new(backend: impl Backend) -> Self {
        Self::over(Arc::new(backend))
    }

    /// A bot over a wire that is shared.
    pub fn over(backend: Arc<dyn Backend>) -> Self {
        Self { backend, answered: None }
    }

    /// The wire.
    pub fn backend(&self) -> &Arc<dyn Backend> {
        &self.backend
    }

    /// Whether the wire can do what only some can.
    pub fn can(&self, capability: Capability) -> bool {
        self.backend.can(capability)
    }

    /// The wire, as what it is: for what it alone can do. `None` where the bot runs over another.
    pub fn wire<W: Backend>(&self) -> Option<&W> {
        self.backend.wire()?.downcast_ref()
    }

    /// The same bot, which goes after groups that become supergroups: a call that is refused because its group did so
    /// is made again for the supergroup, and so are later ones at once.
    ///
    /// What names a message of the group is refused as before, with [`MigratedTo`](crate::ErrorKind::MigratedTo): in
    /// the supergroup that number is another message's.
    ///
    /// ```
    /// # use ambigram_core::{Bot, types::ChatId};
    /// # async fn run(bot: Bot, group: ChatId) -> Result<(), ambigram_core::Error> {
    /// let bot = bot.following_migration();
    /// bot.send_message(group, "Wherever you are now").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn following_migration(self) -> Self {
        Self { backend: Arc::new(FollowMigration::new(self.backend)), ..self }
    }

    /// The same bot, which notes whether the press that is being handled has been answered.
    pub(crate) fn noting_answers(&self) -> Self {
        Self { backend: self.backend.clone(), answered: Some(Arc::default()) }
    }

    /// Whether the press that is being handled has been answered; `true` where none is.
    pub(crate) fn has_answered(&self) -> bool {
        self.answered.as_ref().is_none_or(|answered| answered.load(Ordering::Relaxed))
    }

    /// Prepares any request.
    pub fn request<M: Method>(&self, request: M) -> Call<M> {
        Call { bot: self.clone(), request }
    }

    /// Carries out a request.
    ///
    /// # Errors
    /// When the request can be known to be refused, when Telegram refuses it, or when the wire fails.
    pub async fn call<M: Method>(&self, request: M) -> Result<M::Output, Error> {
        let response = self.carry(request).await?;
        M::Output::from_response(response).map_err(|error| error.during(M::NAME))
    }

    /// Carries out a request, and leaves the answer unread.
    pub(crate) async fn carry<M: Method>(&self, request: M) -> Result<Response, Error> {
        request.check().map_err(|error| error.during(M::NAME))?;
        if let (Some(answered), "answerCallbackQuery") = (&self.answered, M::NAME) {
            answered.store(true, Ordering::Relaxed);
        }
        self.backend.call(request.into()).await
    }
}

/// A request on its way: refine it by its setters, then await it.
#[derive(Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<M> {
    bot: Bot,
    /// What will be asked.
    pub request: M,
}

impl<M: Method> IntoFuture for Call<M> {
    type Output = Result<M::Output, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.bot.call(self.request).await })
    }
}
