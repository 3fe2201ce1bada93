//! HTML is put together without a thought for escaping.

use std::fmt::Display;

use crate::text::html::__private::{AsHtml as _, AsText as _, Wrap, escaped};
use crate::text::html::{Html, parse};
use crate::text::{IntoText as _, MarkdownV2, ParseError, Text};

/// What the `html!` macro writes for `{}`.
macro_rules! put {
    ($value:expr) => {{
        let mut html = Html::new("<i>");
        (&Wrap(&$value)).html(&mut html);
        html.to_string()
    }};
}

#[test]
fn what_is_html_is_put_in_as_it_is_and_all_else_escaped() {
    let html = Html::new("<b>&amp;</b>");
    assert_eq!(put!(html), "<i><b>&amp;</b>");
    assert_eq!(put!(&html), "<i><b>&amp;</b>");
    assert_eq!(put!(&&html), "<i><b>&amp;</b>");
    assert_eq!(put!(parse("<b>1 &lt; 2</b>").unwrap()), "<i><b>1 &lt; 2</b>");
    assert_eq!(put!("<b>"), "<i>&lt;b&gt;");
    assert_eq!(put!(*"<b>"), "<i>&lt;b&gt;");
    assert_eq!(put!(String::from("\"&\"")), "<i>&quot;&amp;&quot;");
    assert_eq!(put!('<'), "<i>&lt;");
    assert_eq!(put!(42), "<i>42");
    assert_eq!(put!(format_args!("<{}>", 1)), "<i>&lt;1&gt;");

    fn generic(value: impl Display) -> String {
        put!(value)
    }
    assert_eq!(generic("<"), "<i>&lt;");
}

#[test]
fn formatted_values_are_escaped_whole() {
    let mut html = Html::default();
    escaped(&mut html, format_args!("{:>4}|{:?}", "<", "&"));
    assert_eq!(html.as_str(), "   &lt;|&quot;&amp;&quot;");
}

#[test]
fn html_is_built_piece_by_piece() {
    let mut html = Html::new("<b>");
    html.push_text("a < b");
    html.push_source("</b> ");
    html.push(&Html::new("<i>c</i>"));
    assert_eq!(html.as_str(), "<b>a &lt; b</b> <i>c</i>");
    assert_eq!(html.to_string(), html.as_str());
    assert_eq!(Text::try_from(&html), parse(html.as_str()));
    assert_eq!(Text::try_from(html.clone()), parse(html.as_str()));
    assert_eq!(Text::try_from(Html::new("<")), Err(ParseError::UnclosedStartTag { offset: 0 }));
}

#[test]
fn strings_are_plain_text_and_markup_is_read() {
    let plain = Text::plain("<b>*x*</b>");
    assert_eq!("<b>*x*</b>".into_text().as_ref(), Ok(&plain));
    assert_eq!(String::from("<b>*x*</b>").into_text().as_ref(), Ok(&plain));
    assert_eq!(plain.clone().into_text().as_ref(), Ok(&plain));
    let bold = parse("<b>x</b>").unwrap();
    assert_eq!(Html::new("<b>x</b>").into_text().as_ref(), Ok(&bold));
    assert_eq!(MarkdownV2::new("*x*").into_text().as_ref(), Ok(&bold));
    assert!(Html::new("<b>x").into_text().is_err());
    assert!(MarkdownV2::new("*x").into_text().is_err());
}
