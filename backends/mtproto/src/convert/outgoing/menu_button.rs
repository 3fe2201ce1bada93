//! The button beside the input field, as TL has it.

use ambigram_core::types::MenuButton;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

/// The button that opens the command menu, or a Web App.
///
/// # Errors
/// [`BadRequest`](ErrorKind::BadRequest) for one without a text, and one of a kind that this version does not know.
pub(crate) fn menu_button(button: &MenuButton) -> Result<enums::BotMenuButton, Error> {
    let refuse = |text: &str| Err(Error::new(ErrorKind::BadRequest, text));
    match button {
        MenuButton::Commands => Ok(enums::BotMenuButton::Commands),
        MenuButton::Default => Ok(enums::BotMenuButton::Default),
        MenuButton::WebApp(button) if button.text.trim().is_empty() => {
            refuse("menu button text must be non-empty")
        }
        MenuButton::WebApp(button) => {
            let (text, url) = (button.text.trim().to_owned(), button.web_app.url.to_string());
            Ok(types::BotMenuButton { text, url }.into())
        }
        _ => refuse("unsupported menu button type"),
    }
}

#[cfg(test)]
mod tests {
    use ambigram_core::types::WebAppInfo;

    use super::*;

    #[test]
    fn a_button_opens_what_it_is_said_to() {
        let app = |text: &str| MenuButton::web_app(text, WebAppInfo::new("https://example.com/"));
        let expected =
            types::BotMenuButton { text: "Open".to_owned(), url: "https://example.com/".to_owned() };
        for (button, expected) in [
            (MenuButton::Commands, Some(enums::BotMenuButton::Commands)),
            (MenuButton::Default, Some(enums::BotMenuButton::Default)),
            (app(" Open "), Some(expected.into())),
            (app(" "), None),
        ] {
            assert_eq!(menu_button(&button).ok(), expected, "{button:?}");
        }
    }
}
