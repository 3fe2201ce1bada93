//! What a handler gives back, and what becomes of it.

use crate::Bot;
use crate::context::Context;
use crate::error::{BoxError, Error, ErrorKind};
use crate::rejection::{Rejection, Result};
use crate::requests::{
    AnswerCallbackQuery, EditMessageReplyMarkup, EditMessageText, InputText, MessageTarget, ReplyMarkup,
    SendMessage,
};
use crate::text::{Html, MarkdownV2, Text};
use crate::types::{InlineKeyboard, UpdateKind};

/// A message in answer: to the chat that the update came from, and to its topic.
///
/// ```
/// # use ambigram_core::{Reply, types::{Button, InlineKeyboard}};
/// async fn ask() -> Reply {
///     Reply::text("Tea?").keyboard(InlineKeyboard::row([Button::callback("Yes", "tea/yes")]))
/// }
/// ```
#[derive(Debug, Clone)]
#[must_use = "a reply is sent when the handler returns it"]
pub struct Reply {
    text: InputText,
    reply_markup: Option<ReplyMarkup>,
    quoting: bool,
    silent: bool,
}

impl Reply {
    /// A text, plain or formatted: `&str`, `String`, [`Text`], [`Html`], [`MarkdownV2`].
    pub fn text(text: impl Into<InputText>) -> Self {
        Self { text: text.into(), reply_markup: None, quoting: false, silent: false }
    }

    /// The text that will be sent; `None` where its formatting can't be read.
    pub fn as_text(&self) -> Option<&Text> {
        self.text.as_text()
    }

    /// Puts buttons under it.
    pub fn keyboard(mut self, keyboard: impl Into<ReplyMarkup>) -> Self {
        self.reply_markup = Some(keyboard.into());
        self
    }

    /// Marks it as the answer to the user's message.
    pub fn quoting(mut self) -> Self {
        self.quoting = true;
        self
    }

    /// Sends it without a sound.
    pub fn silently(mut self) -> Self {
        self.silent = true;
        self
    }

    fn into_request(self, cx: &Context) -> Result<SendMessage, Error> {
        let chat = cx.update().chat().ok_or_else(|| {
            let problem =
                format!("there is no chat to reply to in an update of kind `{}`", cx.update().name());
            Error::new(ErrorKind::ChatNotFound, problem)
        })?;
        let mut request = SendMessage::new(chat.id, self.text);
        let message = cx.update().message();
        let options = &mut request.send;
        if let Some(message) = message {
            options.message_thread_id =
                message.thread_id.filter(|_| chat.is_forum || message.is_topic_message);
            options.business_connection_id = message.business_connection_id.clone();
        }
        options.reply_markup = self.reply_markup;
        options.disable_notification = self.silent;
        if self.quoting {
            options.reply_parameters = message.map(|message| message.id.into());
        }
        Ok(request)
    }
}

impl<T: Into<InputText>> From<T> for Reply {
    fn from(text: T) -> Self {
        Self::text(text)
    }
}

/// A new version of the message whose button was pressed.
#[derive(Debug, Clone)]
#[must_use = "an edit is made when the handler returns it"]
pub struct Edit {
    text: Option<InputText>,
    keyboard: Option<InlineKeyboard>,
}

impl Edit {
    /// Changes the text. The buttons go, unless [`keyboard`](Self::keyboard) gives them again.
    pub fn text(text: impl Into<InputText>) -> Self {
        Self { text: Some(text.into()), keyboard: None }
    }

    /// Changes the buttons alone.
    pub fn buttons(keyboard: InlineKeyboard) -> Self {
        Self { text: None, keyboard: Some(keyboard) }
    }

    /// Takes the buttons away and leaves the text.
    pub fn no_buttons() -> Self {
        Self { text: None, keyboard: None }
    }

    /// Puts buttons under the new text.
    pub fn keyboard(mut self, keyboard: InlineKeyboard) -> Self {
        self.keyboard = Some(keyboard);
        self
    }

    async fn make(self, bot: &Bot, target: MessageTarget) -> Result<(), Error> {
        let edited = match self.text {
            Some(text) => {
                let mut request = EditMessageText::new(target, text);
                request.reply_markup = self.keyboard;
                bot.carry(request).await
            }
            None => {
                let mut request = EditMessageReplyMarkup::new(target);
                request.reply_markup = self.keyboard;
                bot.carry(request).await
            }
        };
        match edited {
            // Somebody pressed the same button twice: what was wanted is there.
            Err(error) if *error.kind() == ErrorKind::MessageNotModified => Ok(()),
            other => other.map(drop),
        }
    }
}

/// A few words over the chat, for who pressed a button.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a toast is shown when the handler returns it"]
pub struct Toast {
    text: String,
    alert: bool,
}

impl Toast {
    /// Shown for a moment; 0–200 characters.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), alert: false }
    }

    /// Shown until it is dismissed; 0–200 characters.
    pub fn alert(text: impl Into<String>) -> Self {
        Self { text: text.into(), alert: true }
    }
}

/// One thing to be done in answer to an update.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Action {
    /// Send a message.
    Reply(Reply),
    /// Change the message whose button was pressed.
    Edit(Edit),
    /// Answer the press.
    Toast(Toast),
}

impl Action {
    pub(crate) async fn perform(self, cx: &Context) -> Result<(), Error> {
        let bot = cx.bot();
        match self {
            Self::Reply(reply) => bot.carry(reply.into_request(cx)?).await.map(drop),
            Self::Edit(edit) => edit.make(bot, pressed_message(cx)?).await,
            Self::Toast(toast) => {
                let UpdateKind::CallbackQuery(query) = &cx.update().kind else { return Err(no_button(cx)) };
                let mut request = AnswerCallbackQuery::new(query.id.clone());
                request.text = Some(toast.text);
                request.show_alert = toast.alert;
                bot.carry(request).await.map(drop)
            }
        }
    }
}

fn pressed_message(cx: &Context) -> Result<MessageTarget, Error> {
    let UpdateKind::CallbackQuery(query) = &cx.update().kind else { return Err(no_button(cx)) };
    match (&query.message, &query.inline_message_id) {
        (Some(message), _) => Ok(message.place().into()),
        (None, Some(inline)) => Ok(inline.clone().into()),
        (None, None) => Err(no_button(cx)),
    }
}

fn no_button(cx: &Context) -> Error {
    let problem = format!("no button was pressed: the update is of kind `{}`", cx.update().name());
    Error::new(ErrorKind::MessageNotFound, problem)
}

/// What a handler may return: nothing, text, a [`Reply`], an [`Edit`], a [`Toast`], several of them in a
/// tuple, or an `Option` or `Result` of any.
#[diagnostic::on_unimplemented(
    message = "a handler cannot reply with `{Self}`",
    label = "not a reply",
    note = "return `()`, a text (`&str`, `String`, `Text`, `Html`), a `Reply`, an `Edit`, a `Toast`, a tuple of these, or an `Option` or `Result` of one"
)]
pub trait IntoReply {
    /// What is to be done, in order.
    ///
    /// # Errors
    /// Why the handler did not go through.
    fn into_reply(self) -> Result<Vec<Action>>;
}

impl IntoReply for () {
    fn into_reply(self) -> Result<Vec<Action>> {
        Ok(Vec::new())
    }
}

impl<T: IntoReply> IntoReply for Option<T> {
    fn into_reply(self) -> Result<Vec<Action>> {
        self.map_or_else(|| Ok(Vec::new()), T::into_reply)
    }
}

impl<T: IntoReply, E: Into<BoxError>> IntoReply for Result<T, E> {
    fn into_reply(self) -> Result<Vec<Action>> {
        self.map_err(|error| Rejection::from_boxed(error.into()))?.into_reply()
    }
}

macro_rules! reply_with {
    ($($type:ty => |$value:ident| $action:expr),+ $(,)?) => {
        $(impl IntoReply for $type {
            fn into_reply(self) -> Result<Vec<Action>> {
                let $value = self;
                Ok(vec![$action])
            }
        })+
    };
}

reply_with! {
    Reply => |reply| Action::Reply(reply),
    Edit => |edit| Action::Edit(edit),
    Toast => |toast| Action::Toast(toast),
    Action => |action| action,
    &str => |text| Action::Reply(Reply::text(text)),
    String => |text| Action::Reply(Reply::text(text)),
    Text => |text| Action::Reply(Reply::text(text)),
    Html => |html| Action::Reply(Reply::text(html)),
    MarkdownV2 => |markdown| Action::Reply(Reply::text(markdown)),
}

macro_rules! reply_with_several {
    ($($part:ident)+) => {
        impl<$($part: IntoReply),+> IntoReply for ($($part,)+) {
            fn into_reply(self) -> Result<Vec<Action>> {
                #[allow(non_snake_case, reason = "the parts are named by their types")]
                let ($($part,)+) = self;
                let mut actions = Vec::new();
                $(actions.extend($part.into_reply()?);)+
                Ok(actions)
            }
        }
    };
}

reply_with_several!(A B);
reply_with_several!(A B C);
reply_with_several!(A B C D);
