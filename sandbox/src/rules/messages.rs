//! Who may edit and delete which message, and until when.
//!
//! <https://core.telegram.org/bots/api#editmessagetext>, <https://core.telegram.org/bots/api#deletemessage>

use super::{AdministratorRights, ChatSort, Refusal, limits};

/// How an account stands to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether the account is a bot.
    pub is_bot: bool,
    /// Whether it wrote the message.
    pub is_author: bool,
    /// Whether the message tells that something happened.
    pub is_service: bool,
    /// Whether the message is one that a supergroup, a channel or a topic begins with.
    pub is_beginning: bool,
    /// Whether it holds something that fell by chance.
    pub is_dice: bool,
    /// Whether it stands among the account's saved messages.
    pub in_private_chat_with_self: bool,
    /// The sort of the chat; `None` for a private chat.
    pub sort: Option<ChatSort>,
    /// The account's rights in the chat; `None` for a private chat.
    pub rights: Option<AdministratorRights>,
    /// How many seconds ago the message was sent.
    pub age: i64,
}

/// What an edit changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The content, and the buttons with it.
    Content,
    /// The buttons only.
    Keyboard,
}

/// Whether a message may be edited.
///
/// # Errors
/// When it may not, or no longer.
pub fn may_edit(standing: &Standing, edit: Edit) -> Result<(), Refusal> {
    let rights = standing.rights.unwrap_or(AdministratorRights::NONE);
    let is_post = standing.sort == Some(ChatSort::Channel);
    let may = if is_post {
        rights.can_edit_messages || (rights.can_post_messages && standing.is_author)
    } else {
        standing.is_author
    };
    if standing.is_service || !may {
        return Err(Refusal::EditNotAuthor);
    }
    let is_free_of_limit = standing.in_private_chat_with_self
        || (standing.is_bot && standing.is_author)
        || (is_post && rights.can_edit_messages)
        || (is_post && standing.is_bot && edit == Edit::Keyboard)
        || (standing.sort == Some(ChatSort::Supergroup) && rights.can_pin_messages);
    if !is_free_of_limit && standing.age >= limits::OLD_MESSAGE_SECONDS + limits::EDIT_GRACE_SECONDS {
        return Err(Refusal::EditTooLate);
    }
    Ok(())
}

/// Whether a message may be deleted at all.
///
/// # Errors
/// When it may not, or no longer.
pub fn may_delete(standing: &Standing) -> Result<(), Refusal> {
    let (Some(ChatSort::Supergroup | ChatSort::Channel), Some(rights)) = (standing.sort, standing.rights)
    else {
        return Ok(());
    };
    let is_too_old = standing.is_bot && standing.age >= limits::OLD_MESSAGE_SECONDS;
    if is_too_old || standing.is_beginning {
        return Err(Refusal::DeleteForbidden);
    }
    let is_post = standing.sort == Some(ChatSort::Channel);
    let may_as_author = standing.is_author && (rights.can_post_messages || !(is_post || standing.is_service));
    if rights.can_delete_messages || may_as_author { Ok(()) } else { Err(Refusal::DeleteForbidden) }
}

/// Whether a message that may be deleted may be deleted for everyone.
///
/// # Errors
/// When it may not, or no longer.
pub fn may_delete_for_everyone(standing: &Standing) -> Result<(), Refusal> {
    let may = match standing.sort {
        // Anything that was written in a private chat may be taken back by either side.
        None => !standing.in_private_chat_with_self || !standing.is_bot,
        Some(ChatSort::Group) => {
            let may_delete_others = standing.rights.is_some_and(|rights| rights.can_delete_messages);
            (standing.is_author && !standing.is_service) || may_delete_others
        }
        Some(ChatSort::Supergroup | ChatSort::Channel) => return Ok(()),
    };
    if standing.is_dice && standing.sort.is_none() && standing.age <= limits::DICE_SECONDS {
        return Err(Refusal::DeleteForEveryoneForbidden);
    }
    let is_too_old = standing.is_bot && standing.age > limits::OLD_MESSAGE_SECONDS;
    if may && !is_too_old { Ok(()) } else { Err(Refusal::DeleteForEveryoneForbidden) }
}
