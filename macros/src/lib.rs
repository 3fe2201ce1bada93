//! The attributes of Ambigram.
//!
//! Each reads its template and the function below it into a model, checks the model, and writes a route beside the
//! function, which stays as it is. What is written holds no parsing and no policy: it calls `ambigram-core`.

mod callback;
mod command;
mod expand;
mod function;
mod html;
mod message;
mod routes;
mod template;

use proc_macro::TokenStream;

/// Handles a command: `#[command("/roll <sides=6>")]`.
///
/// What the template names in angle brackets is read from the message, by the type of the parameter of that name:
///
/// | written | means |
/// |---|---|
/// | `<n>` | must be given |
/// | `<n?>` | may be left out; the parameter is an `Option` |
/// | `<n=6>` | may be left out, and is 6 then |
/// | `<n..>`, `<n..?>` | takes all that follows; only as the last |
///
/// "Quoted words" are one word. `#[arg(2..=1000)]` before a parameter limits it. A wrong argument is answered with
/// what was expected and the usage. All other parameters are extractors. The first line of the function's
/// documentation is its line in the help.
///
/// ```
/// # use ambigram::prelude::*;
/// /// Cut a cake.
/// #[command("/cut <pieces=6>")]
/// async fn cut(#[arg(2..=100)] pieces: u32) -> String {
///     format!("{} degrees each", 360 / pieces)
/// }
/// ```
#[proc_macro_attribute]
pub fn command(attribute: TokenStream, item: TokenStream) -> TokenStream {
    expand::attribute(attribute.into(), item.into(), command::expand).into()
}

/// Handles a press of a button: `#[callback("vote/<poll>/<option>")]`.
///
/// Beside the function stands `vote::data(poll, option)`, which writes the data for a button by the same template.
/// All parameters that the template does not name are extractors.
///
/// ```
/// # use ambigram::prelude::*;
/// #[callback("count/<n>")]
/// async fn counted(n: i64) -> Edit {
///     Edit::text(n.to_string()).keyboard(InlineKeyboard::row([Button::callback("+1", counted::data(n + 1))]))
/// }
/// ```
#[proc_macro_attribute]
pub fn callback(attribute: TokenStream, item: TokenStream) -> TokenStream {
    expand::attribute(attribute.into(), item.into(), callback::expand).into()
}

/// Handles messages that are no command of the bot's: `#[message]` all of them, `#[message(text)]` those that hold
/// text.
///
/// ```
/// # use ambigram::prelude::*;
/// #[message(text)]
/// async fn echo(text: Text) -> Text {
///     text
/// }
/// ```
#[proc_macro_attribute]
pub fn message(attribute: TokenStream, item: TokenStream) -> TokenStream {
    expand::attribute(attribute.into(), item.into(), message::expand).into()
}

/// Lists handlers as routes, for a router or `ambigram::run`: `routes![start, roll, admin::ban]`.
#[proc_macro]
pub fn routes(input: TokenStream) -> TokenStream {
    routes::expand(input.into()).into()
}

/// Formats like `format!`, into `Html`: what is put in is escaped, unless it is `Html` itself.
///
/// ```
/// # use ambigram::prelude::*;
/// assert_eq!(html!("Hello, <b>{}</b>!", "Tom & Eve").as_str(), "Hello, <b>Tom &amp; Eve</b>!");
/// ```
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    html::expand(input.into()).into()
}
