//! The handle by which a bot speaks to Telegram.

use std::future::IntoFuture;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::backend::Backend;
use crate::capability::Capability;
use crate::error::Error;
use crate::requests::{
    AnswerCallbackQuery, DeleteMessage, EditMessageReplyMarkup, EditMessageText, GetMe, MessageTarget,
    Method, Output, Response, SendChatAction, SendMessage, SetMyCommands,
};
use crate::text::{IntoText, Text};
use crate::types::{BotCommand, CallbackQueryId, ChatAction, ChatId, MessageId};

/// A bot, over whichever wire. Cheap to clone.
///
/// Each method gives a [`Call`], to be refined and awaited.
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
        Call { bot: self.clone(), request, unreadable: None }
    }

    /// Prepares a request with a text, which may turn out to be unreadable: awaiting the call tells.
    fn request_with_text<M: Method>(&self, text: impl IntoText, request: impl FnOnce(Text) -> M) -> Call<M> {
        match text.into_text() {
            Ok(text) => self.request(request(text)),
            Err(error) => {
                let unreadable = Some(error.into());
                Call { unreadable, ..self.request(request(Text::default())) }
            }
        }
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

    /// Asks who the bot is.
    pub fn get_me(&self) -> Call<GetMe> {
        self.request(GetMe::new())
    }

    /// Sets the command menu.
    pub fn set_my_commands(&self, commands: impl Into<Vec<BotCommand>>) -> Call<SetMyCommands> {
        self.request(SetMyCommands::new(commands))
    }

    /// Sends a text.
    pub fn send_message(&self, chat: impl Into<ChatId>, text: impl IntoText) -> Call<SendMessage> {
        self.request_with_text(text, |text| SendMessage::new(chat, text))
    }

    /// Shows what the bot is doing.
    pub fn send_chat_action(&self, chat: impl Into<ChatId>, action: ChatAction) -> Call<SendChatAction> {
        self.request(SendChatAction::new(chat, action))
    }

    /// Changes the text of a message, named by `(chat, message)` or by its inline id.
    pub fn edit_message_text(
        &self,
        target: impl Into<MessageTarget>,
        text: impl IntoText,
    ) -> Call<EditMessageText> {
        self.request_with_text(text, |text| EditMessageText::new(target, text))
    }

    /// Changes the buttons under a message, or takes them away.
    pub fn edit_message_reply_markup(
        &self,
        target: impl Into<MessageTarget>,
    ) -> Call<EditMessageReplyMarkup> {
        self.request(EditMessageReplyMarkup::new(target))
    }

    /// Deletes a message for everybody.
    pub fn delete_message(
        &self,
        chat: impl Into<ChatId>,
        message: impl Into<MessageId>,
    ) -> Call<DeleteMessage> {
        self.request(DeleteMessage::new(chat, message))
    }

    /// Answers a press of a button.
    pub fn answer_callback_query(&self, query: impl Into<CallbackQueryId>) -> Call<AnswerCallbackQuery> {
        self.request(AnswerCallbackQuery::new(query))
    }
}

/// A request on its way: refine it by its setters, then await it.
#[derive(Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<M> {
    bot: Bot,
    /// What will be asked.
    pub request: M,
    /// Why it cannot be asked.
    unreadable: Option<Error>,
}

impl<M: Method> IntoFuture for Call<M> {
    type Output = Result<M::Output, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            match self.unreadable {
                Some(error) => Err(error.during(M::NAME)),
                None => self.bot.call(self.request).await,
            }
        })
    }
}
