//! Reactions. <https://core.telegram.org/bots/api#reactiontype>

use ambigram_core::types::{
    MessageId, MessageReactionCountUpdated, MessageReactionUpdated, ReactionCount, ReactionType,
};
use grammers_tl_types::{enums, types};

use super::peer::chat_id;
use super::{Known, given};

/// A reaction; `None` for none.
pub(super) fn reaction(reaction: &enums::Reaction) -> Option<ReactionType> {
    Some(match reaction {
        enums::Reaction::Empty => return None,
        enums::Reaction::Emoji(reaction) => ReactionType::emoji(reaction.emoticon.as_str()),
        enums::Reaction::CustomEmoji(reaction) => {
            ReactionType::custom_emoji(reaction.document_id.to_string())
        }
        enums::Reaction::Paid => ReactionType::Paid,
    })
}

/// Reactions, without such that are none.
pub(super) fn reactions(told: &[enums::Reaction]) -> Vec<ReactionType> {
    told.iter().filter_map(reaction).collect()
}

/// <https://core.telegram.org/bots/api#messagereactionupdated>
pub(super) fn changed(change: &types::UpdateBotMessageReaction, known: &Known) -> MessageReactionUpdated {
    let (user, actor_chat) = known.either(chat_id(&change.actor));
    MessageReactionUpdated {
        user,
        actor_chat,
        ..MessageReactionUpdated::new(
            known.chat(chat_id(&change.peer)),
            MessageId(change.msg_id),
            i64::from(change.date),
            reactions(&change.old_reactions),
            reactions(&change.new_reactions),
        )
    }
}

/// <https://core.telegram.org/bots/api#messagereactioncountupdated>
pub(super) fn counted(
    change: &types::UpdateBotMessageReactions,
    known: &Known,
) -> MessageReactionCountUpdated {
    let counts = change.reactions.iter().filter_map(|enums::ReactionCount::Count(count)| {
        Some(ReactionCount::new(reaction(&count.reaction)?, given::count(count.count)))
    });
    MessageReactionCountUpdated::new(
        known.chat(chat_id(&change.peer)),
        MessageId(change.msg_id),
        i64::from(change.date),
        counts.collect::<Vec<_>>(),
    )
}
