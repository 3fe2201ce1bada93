//! Topics of forums. <https://core.telegram.org/bots/api#createforumtopic>

use ambigram_core::types::ThreadId;
use serde_json::{Value, json};

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::files;
use crate::rules::{ChatRefusal, Refusal};
use crate::world::NewTopic;

type Done = Result<Answer, Failure>;

impl Call<'_> {
    /// The topic that `message_thread_id` means, as [`World`](crate::world::World) names it: the first message's topic is
    /// “General”.
    fn topic(&self) -> Result<Option<ThreadId>, Refusal> {
        match self.arguments.integer("message_thread_id", 0, 0, i32::MAX) {
            0 => Err(ChatRefusal::TopicInvalid.into()),
            1 => Ok(None),
            id => Ok(Some(ThreadId(id))),
        }
    }

    fn icon(&self) -> Option<i64> {
        Some(leading_integer(self.arguments.get("icon_custom_emoji_id"))).filter(|icon| *icon != 0)
    }
}

/// <https://core.telegram.org/bots/api#createforumtopic>
pub(super) fn create_forum_topic(call: &Call<'_>) -> Done {
    let color = call.arguments.integer("icon_color", 0, i32::MIN, i32::MAX);
    let Some(icon_color) = u32::try_from(color).ok().filter(|color| *color <= 0xff_ff_ff) else {
        return Err(Failure::bad_request("Invalid icon color specified"));
    };
    let new = NewTopic { name: call.arguments.get("name").to_owned(), icon_color, icon: call.icon() };
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let thread = world.create_topic(call.bot, chat, new)?;
        let topic =
            world.topic(chat, Some(thread)).ok_or(ChatRefusal::TopicInvalid).map_err(Refusal::from)?;
        let mut shown =
            json!({ "message_thread_id": thread.0, "name": topic.name, "icon_color": topic.icon_color });
        if let (Some(icon), Some(shown)) = (topic.icon, shown.as_object_mut()) {
            shown.insert("icon_custom_emoji_id".to_owned(), icon.to_string().into());
        }
        Ok(shown.into())
    })
}

/// <https://core.telegram.org/bots/api#editforumtopic>
pub(super) fn edit_forum_topic(call: &Call<'_>) -> Done {
    let name = Some(call.arguments.get("name")).filter(|name| !name.is_empty());
    let icon = call.arguments.find("icon_custom_emoji_id").map(|_| call.icon());
    call.change(|world, chat| match (name, icon) {
        (None, None) => Ok(()),
        _ => world.edit_topic(call.bot, chat, call.topic()?, name, icon),
    })
}

/// <https://core.telegram.org/bots/api#closeforumtopic>
pub(super) fn close_forum_topic(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.set_topic_closed(call.bot, chat, call.topic()?, true))
}

/// <https://core.telegram.org/bots/api#reopenforumtopic>
pub(super) fn reopen_forum_topic(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.set_topic_closed(call.bot, chat, call.topic()?, false))
}

/// <https://core.telegram.org/bots/api#deleteforumtopic>
pub(super) fn delete_forum_topic(call: &Call<'_>) -> Done {
    call.change(|world, chat| {
        let thread = call.topic()?.ok_or(ChatRefusal::TopicInvalid)?;
        world.delete_topic(call.bot, chat, thread).map(|_| ())
    })
}

/// <https://core.telegram.org/bots/api#unpinallforumtopicmessages>
pub(super) fn unpin_all_forum_topic_messages(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.unpin_all_in_topic(call.bot, chat, call.topic()?).map(|_| ()))
}

/// <https://core.telegram.org/bots/api#editgeneralforumtopic>
pub(super) fn edit_general_forum_topic(call: &Call<'_>) -> Done {
    let name = call.arguments.get("name");
    call.change(|world, chat| match name {
        "" => Ok(()),
        name => world.edit_topic(call.bot, chat, None, Some(name), None),
    })
}

/// <https://core.telegram.org/bots/api#closegeneralforumtopic>
pub(super) fn close_general_forum_topic(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.set_topic_closed(call.bot, chat, None, true))
}

/// <https://core.telegram.org/bots/api#reopengeneralforumtopic>
pub(super) fn reopen_general_forum_topic(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.set_topic_closed(call.bot, chat, None, false))
}

/// <https://core.telegram.org/bots/api#hidegeneralforumtopic>
pub(super) fn hide_general_forum_topic(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.set_general_topic_hidden(call.bot, chat, true))
}

/// <https://core.telegram.org/bots/api#unhidegeneralforumtopic>
pub(super) fn unhide_general_forum_topic(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.set_general_topic_hidden(call.bot, chat, false))
}

/// <https://core.telegram.org/bots/api#unpinallgeneralforumtopicmessages>
pub(super) fn unpin_all_general_forum_topic_messages(call: &Call<'_>) -> Done {
    call.change(|world, chat| world.unpin_all_in_topic(call.bot, chat, None).map(|_| ()))
}

/// <https://core.telegram.org/bots/api#getforumtopiciconstickers>
pub(super) fn get_forum_topic_icon_stickers(call: &Call<'_>) -> Done {
    call.world().read(|world| {
        let icons = world.topic_icons().into_iter().flat_map(|set| &set.stickers);
        Ok(icons.map(|icon| files::sticker(world, call.bot, &icon.document)).collect::<Value>().into())
    })
}
