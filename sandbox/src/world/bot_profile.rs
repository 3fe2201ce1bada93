//! What a bot says of itself: its name and descriptions in several languages, its menu button, the rights it asks for.
//! <https://core.telegram.org/api/bots/info>

use std::collections::BTreeMap;

use ambigram_core::types::UserId;

use super::{Event, GroupEvent, World};
use crate::rules::{AdministratorRights, ChatRefusal, Refusal, limits, names};

/// What a bot says of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct BotProfile {
    /// By language: a two-letter code, or empty for all that have no texts of their own.
    texts: BTreeMap<String, BotTexts>,
    /// The buttons of single users, and everybody's under no user.
    menu_buttons: BTreeMap<Option<UserId>, MenuButton>,
    group_rights: AdministratorRights,
    channel_rights: AdministratorRights,
}

impl Default for AdministratorRights {
    fn default() -> Self {
        Self::NONE
    }
}

/// A bot's texts in one language; empty where they are not set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BotTexts {
    /// The name.
    pub name: String,
    /// What is shown in the empty chat with the bot.
    pub description: String,
    /// What is shown on the bot's profile page.
    pub short_description: String,
}

/// What changes of a bot's texts; `None` for what stays, an empty text for one that goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangedBotTexts {
    /// The name, 0–64 characters.
    pub name: Option<String>,
    /// What is shown in the empty chat with the bot, 0–512 characters.
    pub description: Option<String>,
    /// What is shown on the bot's profile page, 0–120 characters.
    pub short_description: Option<String>,
}

/// The button beside the message field. <https://core.telegram.org/bots/api#menubutton>
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum MenuButton {
    /// What is set for all users.
    #[default]
    Default,
    /// The list of commands.
    Commands,
    /// A Web App.
    WebApp {
        /// What stands on it.
        text: String,
        /// What it opens.
        url: String,
    },
}

impl World {
    /// Sets a bot's texts in a language; an empty code stands for all languages without texts of their own.
    ///
    /// # Errors
    /// For a text that is too long, or no language.
    pub fn set_bot_texts(
        &mut self,
        bot: UserId,
        language: &str,
        changed: ChangedBotTexts,
    ) -> Result<(), Refusal> {
        self.check_bot(bot)?;
        names::check_language_code(language)?;
        let lengths = [
            (&changed.name, limits::NAME),
            (&changed.description, limits::BOT_DESCRIPTION),
            (&changed.short_description, limits::BOT_SHORT_DESCRIPTION),
        ];
        let is_long = |text: &Option<String>, most| {
            text.as_ref().is_some_and(|text| text.trim().chars().count() > most)
        };
        if lengths.into_iter().any(|(text, most)| is_long(text, most)) {
            return Err(ChatRefusal::BotTextTooLong.into());
        }
        let texts = self.profiles.entry(bot).or_default().texts.entry(language.to_owned()).or_default();
        let ChangedBotTexts { name, description, short_description } = changed;
        for (text, new) in [
            (&mut texts.name, &name),
            (&mut texts.description, &description),
            (&mut texts.short_description, &short_description),
        ] {
            if let Some(new) = new {
                new.trim().clone_into(text);
            }
        }
        // Every bot has a name.
        let name = name.filter(|name| language.is_empty() && !name.trim().is_empty());
        if let (Some(name), Some(account)) = (name, self.accounts.get_mut(&bot)) {
            name.trim().clone_into(&mut account.first_name);
        }
        Ok(())
    }

    /// A bot's texts as users of a language see them.
    ///
    /// # Errors
    /// For what is no bot, or no language.
    pub fn bot_texts(&self, bot: UserId, language: &str) -> Result<BotTexts, Refusal> {
        let name = self.account(bot).ok_or(Refusal::UserNotFound)?.first_name.clone();
        self.check_bot(bot)?;
        names::check_language_code(language)?;
        let of = |language: &str| self.profiles.get(&bot).and_then(|profile| profile.texts.get(language));
        let (own, common) = (of(language), of(""));
        let pick = |text: fn(&BotTexts) -> &String| {
            let texts = [own, common].into_iter().flatten();
            texts.map(text).find(|text| !text.is_empty()).cloned().unwrap_or_default()
        };
        let own_name = own.map(|own| own.name.clone()).filter(|own| !own.is_empty() && !language.is_empty());
        Ok(BotTexts {
            name: own_name.unwrap_or(name),
            description: pick(|texts| &texts.description),
            short_description: pick(|texts| &texts.short_description),
        })
    }

    /// Sets the button that a user sees beside the message field, or, with no user, what all see who have none of their
    /// own.
    ///
    /// # Errors
    /// For a button without a text, or with an address that is none.
    pub fn set_menu_button(
        &mut self,
        bot: UserId,
        user: Option<UserId>,
        button: MenuButton,
    ) -> Result<(), Refusal> {
        self.check_bot(bot)?;
        if user.is_some_and(|user| self.account(user).is_none() || !self.may_name(bot, user)) {
            return Err(Refusal::UserNotFound);
        }
        if let MenuButton::WebApp { text, url } = &button
            && (text.trim().is_empty() || text.chars().count() > limits::NAME || !url.starts_with("https://"))
        {
            return Err(ChatRefusal::MenuButtonInvalid.into());
        }
        self.profiles.entry(bot).or_default().menu_buttons.insert(user, button);
        let told: Vec<_> = match user {
            Some(user) => vec![user],
            None => {
                let writers = self.dialogs.keys().filter(|(_, other)| *other == bot);
                writers.map(|(account, _)| *account).collect()
            }
        };
        for account in told {
            self.tell(account, Event::Group(GroupEvent::MenuButtonChanged { bot }));
        }
        Ok(())
    }

    /// The button that was set for a user, or, with no user, for all.
    pub fn menu_button(&self, bot: UserId, user: Option<UserId>) -> MenuButton {
        let set = self.profiles.get(&bot).and_then(|profile| profile.menu_buttons.get(&user)).cloned();
        match (set, user) {
            (Some(MenuButton::Default) | None, None) => MenuButton::Commands,
            (set, _) => set.unwrap_or_default(),
        }
    }

    /// The button that a user sees.
    pub fn menu_button_shown_to(&self, user: UserId, bot: UserId) -> MenuButton {
        match self.menu_button(bot, Some(user)) {
            MenuButton::Default => self.menu_button(bot, None),
            button => button,
        }
    }

    /// Sets the rights that users are offered to give a bot when they add it to groups, or to channels.
    ///
    /// # Errors
    /// For what is no bot.
    pub fn set_wanted_rights(
        &mut self,
        bot: UserId,
        for_channels: bool,
        rights: AdministratorRights,
    ) -> Result<(), Refusal> {
        self.check_bot(bot)?;
        let profile = self.profiles.entry(bot).or_default();
        *(if for_channels { &mut profile.channel_rights } else { &mut profile.group_rights }) = rights;
        Ok(())
    }

    /// The rights that users are offered to give a bot when they add it to groups, or to channels.
    pub fn wanted_rights(&self, bot: UserId, for_channels: bool) -> AdministratorRights {
        let profile = self.profiles.get(&bot);
        let of = |profile: &BotProfile| {
            if for_channels { profile.channel_rights } else { profile.group_rights }
        };
        profile.map_or(AdministratorRights::NONE, of)
    }

    fn check_bot(&self, bot: UserId) -> Result<(), Refusal> {
        let is_bot = self.account(bot).ok_or(Refusal::UserNotFound)?.is_bot();
        if is_bot { Ok(()) } else { Err(Refusal::OnlyBots) }
    }
}
