//! What an extractor sees: the update, and all around it.

use std::sync::Arc;

use crate::Bot;
use crate::router::RouteTable;
use crate::types::{Me, Update};

/// An update on its way through the routes.
#[derive(Debug, Clone)]
pub struct Context {
    update: Arc<Update>,
    bot: Bot,
    around: Arc<Around>,
}

/// What is the same for all updates of a bot.
#[derive(Debug)]
pub(crate) struct Around {
    pub(crate) me: Me,
    pub(crate) routes: RouteTable,
}

impl Context {
    pub(crate) fn new(update: Update, bot: Bot, around: Arc<Around>) -> Self {
        Self { update: Arc::new(update), bot, around }
    }

    /// The update.
    pub fn update(&self) -> &Update {
        &self.update
    }

    /// The update, to be kept.
    pub fn shared_update(&self) -> Arc<Update> {
        self.update.clone()
    }

    /// The handle to speak by.
    pub fn bot(&self) -> &Bot {
        &self.bot
    }

    /// The bot's own account.
    pub fn me(&self) -> &Me {
        &self.around.me
    }

    /// All routes of the bot, as data.
    pub fn routes(&self) -> &RouteTable {
        &self.around.routes
    }
}
