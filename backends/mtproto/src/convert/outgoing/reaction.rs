//! Reactions as TL has them.

use ambigram_core::types::ReactionType;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

/// A reaction.
///
/// # Errors
/// [`BadRequest`](ErrorKind::BadRequest), for one that there is not.
pub(crate) fn reaction(reaction: &ReactionType) -> Result<enums::Reaction, Error> {
    Ok(match reaction {
        ReactionType::Emoji(emoji) => types::ReactionEmoji { emoticon: emoji.emoji.to_string() }.into(),
        ReactionType::CustomEmoji(emoji) => {
            let document_id =
                emoji.custom_emoji_id.as_str().parse().map_err(|error: std::num::ParseIntError| {
                    let text = "invalid custom emoji identifier specified";
                    Error::new(ErrorKind::BadRequest, text).because(error)
                })?;
            types::ReactionCustomEmoji { document_id }.into()
        }
        // Users pay for these, bots can't.
        ReactionType::Paid => {
            return Err(Error::new(ErrorKind::BadRequest, "invalid reaction type specified"));
        }
        other => {
            return Err(Error::new(ErrorKind::BadRequest, format!("there is no such reaction: {other:?}")));
        }
    })
}
