//! What belongs to the bot itself.

use ambigram_core::types::{BotCommand, BotDescription, BotName, BotShortDescription, MenuButton};
use grammers_tl_types::enums;

/// The button beside the input field. <https://core.telegram.org/bots/api#menubutton>
pub(crate) fn menu_button(button: &enums::BotMenuButton) -> MenuButton {
    match button {
        enums::BotMenuButton::Default => MenuButton::Default,
        enums::BotMenuButton::Commands => MenuButton::Commands,
        enums::BotMenuButton::Button(button) => {
            MenuButton::web_app(button.text.as_str(), button.url.as_str())
        }
    }
}

/// A menu of commands. <https://core.telegram.org/bots/api#botcommand>
pub(crate) fn commands(commands: &[enums::BotCommand]) -> Vec<BotCommand> {
    let read = |enums::BotCommand::Command(told): &enums::BotCommand| {
        BotCommand::new(told.command.as_str(), told.description.as_str())
    };
    commands.iter().map(read).collect()
}

/// The bot's name, description and short description in one language.
/// <https://core.telegram.org/method/bots.getBotInfo>
pub(crate) fn bot_info(info: &enums::bots::BotInfo) -> (BotName, BotDescription, BotShortDescription) {
    let enums::bots::BotInfo::Info(info) = info;
    (
        BotName::new(info.name.as_str()),
        BotDescription::new(info.description.as_str()),
        BotShortDescription::new(info.about.as_str()),
    )
}
