//! Bots' command menus.

use ambigram_core::types::{BotCommand, BotCommandScope, ChatId, UserId};

use super::access::Access;
use super::{Event, Place, World};
use crate::rules::{ChatSort, Refusal, names};

/// One bot's menus.
#[derive(Debug, Clone, Default)]
pub(super) struct Menus(Vec<Menu>);

#[derive(Debug, Clone)]
struct Menu {
    scope: BotCommandScope,
    /// A two-letter code; empty for all languages that have no menu of their own.
    language: String,
    commands: Vec<BotCommand>,
}

impl World {
    /// Sets a menu; an empty one is the same as none. `language` is a two-letter code, or empty.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#setmycommands) refuses.
    pub fn set_commands(
        &mut self,
        bot: UserId,
        scope: BotCommandScope,
        language: &str,
        commands: Vec<BotCommand>,
    ) -> Result<(), Refusal> {
        self.check_scope(bot, &scope)?;
        names::check_language_code(language)?;
        let commands = names::accept_commands(commands)?;
        let menus = &mut self.menus.entry(bot).or_default().0;
        menus.retain(|menu| menu.scope != scope || menu.language != language);
        if !commands.is_empty() {
            menus.push(Menu { scope, language: language.to_owned(), commands });
        }
        self.tell_of_commands(bot);
        Ok(())
    }

    /// Removes a menu.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#deletemycommands) refuses.
    pub fn delete_commands(
        &mut self,
        bot: UserId,
        scope: BotCommandScope,
        language: &str,
    ) -> Result<(), Refusal> {
        self.set_commands(bot, scope, language, Vec::new())
    }

    /// A menu exactly as it was set; empty where it was not.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#getmycommands) refuses.
    pub fn commands(
        &self,
        bot: UserId,
        scope: &BotCommandScope,
        language: &str,
    ) -> Result<&[BotCommand], Refusal> {
        self.check_scope(bot, scope)?;
        names::check_language_code(language)?;
        Ok(self.menu(bot, scope, language).unwrap_or_default())
    }

    /// The menu that a user is shown in a chat: the narrowest that fits, in the user's language before any.
    /// <https://core.telegram.org/bots/api#determining-list-of-commands>
    pub fn commands_shown_to(&self, user: UserId, chat: ChatId, bot: UserId) -> &[BotCommand] {
        let language =
            self.account(user).and_then(|account| account.language_code.as_deref()).unwrap_or_default();
        let language = language.split('-').next().unwrap_or_default();
        let is_administrator = self.member_status(chat, user).is_some_and(|status| status.is_administrator());
        let mut scopes = Vec::new();
        if chat.is_user() {
            // The bot's name for its private chat with the user is the user's own number.
            scopes.push(BotCommandScope::Chat { chat_id: user.into() });
            scopes.push(BotCommandScope::AllPrivateChats);
        } else {
            scopes.push(BotCommandScope::ChatMember { chat_id: chat, user_id: user });
            if is_administrator {
                scopes.push(BotCommandScope::ChatAdministrators { chat_id: chat });
            }
            scopes.push(BotCommandScope::Chat { chat_id: chat });
            if is_administrator {
                scopes.push(BotCommandScope::AllChatAdministrators);
            }
            scopes.push(BotCommandScope::AllGroupChats);
        }
        scopes.push(BotCommandScope::Default);
        scopes
            .iter()
            .flat_map(|scope| [(scope, language), (scope, "")])
            .find_map(|(scope, language)| self.menu(bot, scope, language))
            .unwrap_or_default()
    }

    fn menu(&self, bot: UserId, scope: &BotCommandScope, language: &str) -> Option<&[BotCommand]> {
        let menus = &self.menus.get(&bot)?.0;
        let menu = menus.iter().find(|menu| menu.scope == *scope && menu.language == language)?;
        Some(&menu.commands)
    }

    fn check_scope(&self, bot: UserId, scope: &BotCommandScope) -> Result<(), Refusal> {
        if !self.account(bot).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::OnlyBots);
        }
        let (chat, is_whole_chat) = match scope {
            BotCommandScope::Chat { chat_id } => (*chat_id, true),
            BotCommandScope::ChatAdministrators { chat_id } | BotCommandScope::ChatMember { chat_id, .. } => {
                (*chat_id, false)
            }
            _ => return Ok(()),
        };
        let place = self.reach(bot, chat, Access::Read)?;
        if let BotCommandScope::ChatMember { user_id, .. } = scope
            && !(self.account(*user_id).is_some() && self.may_name(bot, *user_id))
        {
            return Err(Refusal::UserNotFound);
        }
        match place {
            Place::Private(..) if !is_whole_chat => Err(Refusal::ScopeInPrivateChat),
            Place::Chat(id) if self.chat(id).is_some_and(|chat| chat.sort == ChatSort::Channel) => {
                Err(Refusal::ScopeInChannel)
            }
            _ => Ok(()),
        }
    }

    fn tell_of_commands(&mut self, bot: UserId) {
        let writers: Vec<_> =
            self.dialogs.keys().filter(|(_, other)| *other == bot).map(|(account, _)| *account).collect();
        for account in writers {
            self.tell(account, Event::CommandsChanged { bot });
        }
    }
}
