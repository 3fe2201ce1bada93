//! Which requests are too deep to be read: reading one goes as deep as it is nested, and a stack has an end.

use grammers_tl_types::{Identifiable, functions, name_for_id};

/// How deep, or how many where that cannot be told without reading, objects may be that hold others of their own sort.
const DEEPEST: usize = 64;

/// How many words stand between the beginnings of an object and of the first one in it, at most.
const NEAR: usize = 4;

/// Whether reading the request might go deeper than any program has a reason to.
pub(crate) fn is_too_deep(body: &[u8]) -> bool {
    if body.len() < DEEPEST * 4 || is_part_of_file(body) {
        return false;
    }
    let (mut last, mut run, mut count) = (0, 0, 0);
    for (place, word) in body.chunks_exact(4).enumerate() {
        let id = word.iter().rev().fold(0, |id, byte| (id << 8) | u32::from(*byte));
        match name_for_id(id) {
            // What is before their insides is of any length.
            "jsonArray" | "jsonObject" => count += 1,
            name if name.starts_with("pageBlock") => count += 1,
            // A leaf.
            "textPlain" | "textEmpty" => {}
            name if name.starts_with("text") || name.ends_with("FromMessage") => {
                run = if place - last <= NEAR { run + 1 } else { 1 };
                last = place;
            }
            _ => {}
        }
        if run > DEEPEST || count > DEEPEST {
            return true;
        }
    }
    false
}

/// Whether the request is a part of a file: nothing is nested in it, whatever its bytes look like, and there are many.
fn is_part_of_file(body: &[u8]) -> bool {
    let id = body.first_chunk().map(|id| u32::from_le_bytes(*id));
    let parts =
        [functions::upload::SaveFilePart::CONSTRUCTOR_ID, functions::upload::SaveBigFilePart::CONSTRUCTOR_ID];
    id.is_some_and(|id| parts.contains(&id))
}

#[cfg(test)]
mod tests {
    use grammers_tl_types::{Identifiable, Serializable, types};

    use super::*;

    fn nested(words: &[u32], times: usize) -> Vec<u8> {
        std::iter::repeat_n(words, times).flatten().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn what_goes_deeper_than_any_program_means_is_not_read() {
        const VECTOR: u32 = 0x1cb5_c415;
        let towers: [&[u32]; 4] = [
            &[types::InputPeerUserFromMessage::CONSTRUCTOR_ID],
            &[types::InputPeerUserFromMessage::CONSTRUCTOR_ID, types::TextBold::CONSTRUCTOR_ID],
            &[types::TextConcat::CONSTRUCTOR_ID, VECTOR, 1],
            &[types::JsonObject::CONSTRUCTOR_ID, VECTOR, 1, 0, 0, 0, 0, 0, 0],
        ];
        for tower in towers {
            assert!(is_too_deep(&nested(tower, 1000)), "{tower:?}");
            assert!(!is_too_deep(&nested(tower, 5)), "{tower:?}");
        }
    }

    #[test]
    fn many_beside_each_other_are_not_deep() {
        let peer = types::InputPeerChannel { channel_id: 1, access_hash: 2 }.into();
        let user = types::InputUserFromMessage { peer, msg_id: 3, user_id: 4 };
        let users: Vec<grammers_tl_types::enums::InputUser> = vec![user.into(); 200];
        assert!(!is_too_deep(&users.to_bytes()));
    }
}
