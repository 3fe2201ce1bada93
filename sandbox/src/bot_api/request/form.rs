//! `name=value&name=value`, in a query string or a body.

use percent_encoding::percent_decode;

use super::Arguments;
use crate::bot_api::answer::Failure;

/// Reads a form into the arguments.
pub(super) fn read(form: &[u8], arguments: &mut Arguments) -> Result<(), Failure> {
    for pair in form.split(|byte| *byte == b'&') {
        if pair.is_empty() {
            continue;
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decode(halves.next().unwrap_or_default());
        let value = decode(halves.next().unwrap_or_default());
        let name = String::from_utf8(name).map_err(|_| Failure::not_utf8(""))?;
        let value = String::from_utf8(value).map_err(|_| Failure::not_utf8(&name))?;
        arguments.push(name, value);
    }
    Ok(())
}

/// Undoes what forms do to spaces and to all that is not a plain character.
fn decode(text: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_decode(&spaced).collect()
}
