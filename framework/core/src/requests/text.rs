//! Texts to be sent.

use std::borrow::Cow;

use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};

use super::param::Param;
use crate::error::Error;
use crate::text::{Html, IntoText, MarkdownV2, ParseError, Text};

/// A text to be sent: plain, formatted, or written in HTML or MarkdownV2.
///
/// Markup is read when the text is made. One that can't be read is kept with the reason, and refused by the call that
/// would send it.
///
/// ```
/// # use ambigram_core::{requests::InputText, text::Html};
/// let plain = InputText::from("1 < 2");
/// let bold = InputText::from(Html::new("<b>1</b>"));
/// let wrong = InputText::from(Html::new("<b>1"));
/// assert!(plain.get().is_ok() && bold.get().is_ok() && wrong.get().is_err());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct InputText(Result<Text, ParseError>);

impl InputText {
    /// The text and its formatting.
    ///
    /// # Errors
    /// [`InvalidEntities`](crate::ErrorKind::InvalidEntities), when it is markup that can't be read.
    pub fn get(&self) -> Result<&Text, Error> {
        self.0.as_ref().map_err(|error| error.clone().into())
    }

    /// The text and its formatting; `None` where it is markup that can't be read.
    pub fn as_text(&self) -> Option<&Text> {
        self.0.as_ref().ok()
    }
}

macro_rules! from_text {
    ($($type:ty),+) => {
        $(impl From<$type> for InputText {
            fn from(text: $type) -> Self {
                Self(text.into_text())
            }
        })+
    };
}

from_text!(Text, &Text, String, &String, &str, Cow<'_, str>, Html, MarkdownV2);

impl Serialize for InputText {
    /// The plain characters.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(text) => text.text.serialize(serializer),
            Err(error) => Err(S::Error::custom(error)),
        }
    }
}

impl Param for InputText {
    fn put<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(name, self)?;
        match &self.0 {
            Ok(text) if !text.entities.is_empty() => {
                map.serialize_entry(entities_of(name).ok_or_else(|| M::Error::custom(name))?, &text.entities)
            }
            _ => Ok(()),
        }
    }

    fn names(name: &'static str, names: &mut Vec<&'static str>) {
        names.push(name);
        names.extend(entities_of(name));
    }

    fn check(&self) -> Result<(), Error> {
        self.get().map(drop)
    }
}

/// The name of the field that holds a text's entities.
fn entities_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "text" | "message_text" => "entities",
        "caption" => "caption_entities",
        "question" => "question_entities",
        "explanation" => "explanation_entities",
        "description" => "description_entities",
        "quote" => "quote_entities",
        "title" => "title_entities",
        _ => return None,
    })
}
