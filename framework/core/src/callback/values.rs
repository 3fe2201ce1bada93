//! The values that a pressed button carries.

use super::CallbackTemplate;
use crate::command::FromArg;
use crate::context::Context;
use crate::rejection::{Rejection, Result};
use crate::types::UpdateKind;

/// The values of a pressed button, taken in the order of the template.
#[derive(Debug)]
pub struct Values(std::vec::IntoIter<String>);

impl Values {
    /// The values that an update's callback data holds.
    ///
    /// # Errors
    /// [`Rejection::Skip`], where the data is of another template.
    pub fn new(cx: &Context, template: &CallbackTemplate) -> Result<Self> {
        let UpdateKind::CallbackQuery(query) = &cx.update().kind else { return Err(Rejection::Skip) };
        let values = query.data.as_deref().and_then(|data| template.read(data));
        values.map(|values| Self(values.into_iter())).ok_or(Rejection::Skip)
    }

    /// Takes the next value.
    ///
    /// # Errors
    /// [`Rejection::Skip`], where it is not of that type: the button is of another version of the bot.
    pub fn take<T: FromArg>(&mut self) -> Result<T> {
        self.0.next().and_then(|value| T::from_arg(&value)).ok_or(Rejection::Skip)
    }
}
