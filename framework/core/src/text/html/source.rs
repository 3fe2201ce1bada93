//! HTML that a bot wrote, and what may be put into it.

use std::fmt;

use super::{parse, push_escaped};
use crate::text::{ParseError, Text};

/// The source of a text in HTML, as a bot wrote it. It is not checked before it becomes a [`Text`].
///
/// ```
/// use ambigram_core::text::{Html, Text};
///
/// let html = Html::new("<i>Hello</i>");
/// assert_eq!(Text::try_from(html).unwrap().text, "Hello");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Html(String);

impl Html {
    /// Takes HTML as it is. For what users wrote use [`push_text`](Html::push_text) or the `html!` macro.
    pub fn new(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    /// The source.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Appends something that is HTML.
    pub fn push(&mut self, html: &(impl ToHtml + ?Sized)) {
        html.write_html(self);
    }

    /// Appends plain text, [escaped](super::escape).
    pub fn push_text(&mut self, text: &str) {
        push_escaped(&mut self.0, text);
    }

    /// Appends HTML as it is.
    pub fn push_source(&mut self, html: &str) {
        self.0.push_str(html);
    }
}

impl fmt::Display for Html {
    /// Writes the source.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Html> for String {
    fn from(html: Html) -> Self {
        html.0
    }
}

impl TryFrom<Html> for Text {
    type Error = ParseError;

    fn try_from(html: Html) -> Result<Self, ParseError> {
        parse(&html.0)
    }
}

impl TryFrom<&Html> for Text {
    type Error = ParseError;

    fn try_from(html: &Html) -> Result<Self, ParseError> {
        parse(&html.0)
    }
}

/// What can stand in HTML as it is: it knows how to escape itself.
///
/// The `html!` macro puts in whatever is `ToHtml` by this trait, and all else by [`Display`](fmt::Display),
/// escaped. Implement it for what is to be shown with formatting.
///
/// ```
/// use ambigram_core::text::html::{Html, ToHtml};
///
/// struct Score(u32);
///
/// impl ToHtml for Score {
///     fn write_html(&self, html: &mut Html) {
///         html.push_source("<b>");
///         html.push_text(&self.0.to_string());
///         html.push_source("</b>");
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not HTML",
    note = "plain text is put in with `Html::push_text`, or by the `html!` macro, which escape it"
)]
pub trait ToHtml {
    /// Appends it to some HTML.
    fn write_html(&self, html: &mut Html);
}

impl ToHtml for Html {
    fn write_html(&self, html: &mut Html) {
        html.0.push_str(&self.0);
    }
}

impl<T: ToHtml + ?Sized> ToHtml for &T {
    fn write_html(&self, html: &mut Html) {
        (**self).write_html(html);
    }
}

/// What the code that the `html!` macro generates calls.
///
/// For `{}` it writes `(&Wrap(&value)).html(&mut html)` with both traits in scope: what is [`ToHtml`] is
/// written as it is, anything else that can be displayed is escaped. For `{:spec}` it calls [`escaped`](__private::escaped).
#[doc(hidden)]
pub mod __private {
    use std::fmt::{self, Display, Write as _};

    use super::{Html, ToHtml, push_escaped};

    /// Makes the methods of both traits callable on anything.
    #[derive(Debug)]
    pub struct Wrap<'a, T: ?Sized>(pub &'a T);

    /// Found first, as it needs one reference less.
    pub trait AsHtml {
        fn html(&self, html: &mut Html);
    }

    impl<T: ToHtml + ?Sized> AsHtml for Wrap<'_, T> {
        fn html(&self, html: &mut Html) {
            self.0.write_html(html);
        }
    }

    /// Found where there is no [`AsHtml`].
    pub trait AsText {
        fn html(&self, html: &mut Html);
    }

    impl<T: Display + ?Sized> AsText for &Wrap<'_, T> {
        fn html(&self, html: &mut Html) {
            escaped(html, format_args!("{}", self.0));
        }
    }

    /// Appends formatted arguments, escaped.
    pub fn escaped(html: &mut Html, text: fmt::Arguments<'_>) {
        // Writing into a string does not fail; a `Display` that fails has written what it could.
        let _ = Escaper(&mut html.0).write_fmt(text);
    }

    struct Escaper<'a>(&'a mut String);

    impl fmt::Write for Escaper<'_> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            push_escaped(self.0, text);
            Ok(())
        }
    }
}
