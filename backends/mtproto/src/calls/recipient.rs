//! Whom a request is about, where it names them by a public name.

use ambigram_core::requests::Recipient;
use ambigram_core::types::ChatId;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use crate::convert::peer::chat_id;
use crate::wire::Wire;

/// The chat that a request is about: a public name is looked up, once a day.
///
/// As on the Bot API, people cannot be named so, only channels, supergroups and bots.
///
/// # Errors
/// [`ChatNotFound`](ErrorKind::ChatNotFound), where nobody has the name.
pub(super) async fn chat(wire: &Wire, recipient: &Recipient) -> Result<ChatId, Error> {
    let name = match recipient {
        Recipient::Id(id) => return Ok(*id),
        Recipient::Username(name) => name.as_str(),
    };
    if let Some(known) = wire.peers().named(name) {
        return Ok(known);
    }
    if !is_username(name) {
        return Err(not_found(name));
    }
    let chat = resolve(wire, name).await?;
    wire.peers().name(name, chat);
    Ok(chat)
}

/// <https://core.telegram.org/method/contacts.resolveUsername>
async fn resolve(wire: &Wire, name: &str) -> Result<ChatId, Error> {
    let called = functions::contacts::ResolveUsername { username: name.to_owned(), referer: None };
    let enums::contacts::ResolvedPeer::Peer(found) = match wire.invoke(&called).await {
        Ok(found) => found,
        // A name that cannot be is one that nobody has.
        Err(error) if error.description() == "USERNAME_INVALID" => return Err(not_found(name).because(error)),
        Err(error) => return Err(error),
    };
    wire.peers().learn(&found.users, &found.chats);
    let is_person = found.users.iter().any(|user| match (user, &found.peer) {
        (enums::User::User(user), enums::Peer::User(peer)) => user.id == peer.user_id && !user.bot,
        _ => false,
    });
    if is_person { Err(not_found(name)) } else { Ok(chat_id(&found.peer)) }
}

/// Whether it has the form of a public name: what has not is not asked about, for only so many names may be.
fn is_username(name: &str) -> bool {
    (1..=32).contains(&name.len()) && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}

fn not_found(name: &str) -> Error {
    Error::new(ErrorKind::ChatNotFound, format!("USERNAME_NOT_OCCUPIED: @{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_name_is_not_asked_about() {
        for (name, expected) in [
            ("durov", true),
            ("a_1", true),
            ("", false),
            ("a b", false),
            ("имя", false),
            ("a/b", false),
            (&*"a".repeat(33), false),
        ] {
            assert_eq!(is_username(name), expected, "{name}");
        }
    }
}
