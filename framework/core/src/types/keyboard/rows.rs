//! How buttons are laid out in rows, the same for both keyboards.

/// Writes what lays out the rows of a keyboard.
macro_rules! rows {
    ($keyboard:ident of $button:ident) => {
        impl $keyboard {
            /// A keyboard of one row.
            pub fn row(buttons: impl IntoIterator<Item = impl Into<$button>>) -> Self {
                Self::default().and_row(buttons)
            }

            /// A keyboard of one button, beside which [`and`](Self::and) puts others.
            pub fn button(button: impl Into<$button>) -> Self {
                Self::row([button])
            }

            /// A keyboard of as many rows as are needed to have no more than `columns` buttons in each.
            pub fn columns(columns: usize, buttons: impl IntoIterator<Item = impl Into<$button>>) -> Self {
                Self::default().and_columns(columns, buttons)
            }

            /// Adds a row below.
            #[must_use]
            pub fn and_row(mut self, buttons: impl IntoIterator<Item = impl Into<$button>>) -> Self {
                self.rows.push(buttons.into_iter().map(Into::into).collect());
                self
            }

            /// Adds a button at the end of the last row.
            #[must_use]
            pub fn and(mut self, button: impl Into<$button>) -> Self {
                match self.rows.last_mut() {
                    Some(row) => row.push(button.into()),
                    None => self.rows.push(vec![button.into()]),
                }
                self
            }

            /// Adds as many rows below as are needed to have no more than `columns` buttons in each; a row has at least
            /// one.
            #[must_use]
            pub fn and_columns(
                mut self,
                columns: usize,
                buttons: impl IntoIterator<Item = impl Into<$button>>,
            ) -> Self {
                let mut buttons = buttons.into_iter().map(Into::into).peekable();
                while buttons.peek().is_some() {
                    self.rows.push(buttons.by_ref().take(columns.max(1)).collect());
                }
                self
            }

            /// All buttons, row by row.
            pub fn buttons(&self) -> impl Iterator<Item = &$button> {
                self.rows.iter().flatten()
            }
        }

        impl Default for $keyboard {
            fn default() -> Self {
                Self::new(Vec::new())
            }
        }

        impl Extend<Vec<$button>> for $keyboard {
            /// Adds rows below.
            fn extend<I: IntoIterator<Item = Vec<$button>>>(&mut self, rows: I) {
                self.rows.extend(rows);
            }
        }

        impl FromIterator<Vec<$button>> for $keyboard {
            /// A keyboard of these rows.
            fn from_iter<I: IntoIterator<Item = Vec<$button>>>(rows: I) -> Self {
                Self::new(rows.into_iter().collect::<Vec<_>>())
            }
        }
    };
}

pub(super) use rows;

#[cfg(test)]
mod tests {
    use crate::types::{Button, InlineKeyboard, ReplyKeyboard};

    /// The texts of the buttons, row by row.
    fn texts(rows: &[Vec<impl AsRef<str>>]) -> Vec<String> {
        rows.iter().map(|row| row.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn buttons_are_laid_out_as_was_said() {
        let button = |text: &str| Button::callback(text, text);
        let letters = || ["a", "b", "c", "d", "e"].map(button);
        let table = [
            (InlineKeyboard::row(letters()), vec!["a b c d e"]),
            (InlineKeyboard::columns(2, letters()), vec!["a b", "c d", "e"]),
            (InlineKeyboard::columns(5, letters()), vec!["a b c d e"]),
            (InlineKeyboard::columns(0, letters()), vec!["a", "b", "c", "d", "e"]),
            (InlineKeyboard::columns(3, Vec::<Button>::new()), vec![]),
            (InlineKeyboard::button(button("x")).and(button("y")), vec!["x y"]),
            (InlineKeyboard::default().and(button("x")), vec!["x"]),
            (
                InlineKeyboard::row([button("x")]).and_columns(3, letters()).and(button("y")),
                vec!["x", "a b c", "d e y"],
            ),
            (letters().into_iter().map(|letter| vec![letter]).collect(), vec!["a", "b", "c", "d", "e"]),
        ];
        for (keyboard, expected) in table {
            let rows: Vec<Vec<_>> =
                keyboard.rows.iter().map(|row| row.iter().map(|button| &button.text).collect()).collect();
            assert_eq!(texts(&rows), expected);
        }
    }

    #[test]
    fn a_reply_keyboard_is_laid_out_from_texts() {
        let mut keyboard = ReplyKeyboard::columns(2, ["a", "b", "c"]).and("d");
        keyboard.extend([vec!["e".into()]]);
        assert_eq!(
            serde_json::to_string(&keyboard.resized()).unwrap(),
            r#"{"keyboard":[[{"text":"a"},{"text":"b"}],[{"text":"c"},{"text":"d"}],[{"text":"e"}]],"resize_keyboard":true}"#
        );
    }
}
