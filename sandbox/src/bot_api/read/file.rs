//! Files in arguments: uploaded along with them, on the web, or known to Telegram already.
//! <https://core.telegram.org/bots/api#sending-files>

use ambigram_core::identity::FileType;

use super::fields::Reason;
use crate::bot_api::file_id;
use crate::bot_api::request::Arguments;
use crate::world::files::{GivenFile, Upload};

/// How a value tells that a file was uploaded under another name.
const ATTACHED: &str = "attach://";

/// The file of an argument; `None` where none was given.
///
/// # Errors
/// Telegram's words for what is no file id, or that of a file of another kind than `wanted`.
pub(crate) fn file(arguments: &Arguments, name: &str, wanted: FileType) -> Result<Option<GivenFile>, Reason> {
    named(arguments, name, arguments.get(name), wanted)
}

/// The file that a text means, in an argument or in the JSON of one. `name` is under what it was uploaded where the text
/// is empty; in JSON there is no such name.
///
/// # Errors
/// Telegram's words for what is no file id, or that of a file of another kind than `wanted`.
pub(crate) fn named(
    arguments: &Arguments,
    name: &str,
    text: &str,
    wanted: FileType,
) -> Result<Option<GivenFile>, Reason> {
    if text.is_empty() || text.starts_with(ATTACHED) {
        return Ok(uploaded(arguments, name, text).cloned().map(GivenFile::Upload));
    }
    // No id has a dot in it.
    if text.contains('.') {
        return url(text).map(GivenFile::Url).map(Some);
    }
    file_id::read(text, wanted).map(GivenFile::Known).map(Some)
}

/// The file of an argument that can only be uploaded: any other value is as good as none.
pub(crate) fn uploaded<'a>(arguments: &'a Arguments, name: &str, text: &str) -> Option<&'a Upload> {
    arguments.file(text.strip_prefix(ATTACHED).unwrap_or(name))
}

/// The small picture that was uploaded for a document, by its present name or by its old one.
pub(crate) fn thumbnail(arguments: &Arguments) -> Option<&Upload> {
    ["thumbnail", "thumb"].into_iter().find_map(|name| uploaded(arguments, name, arguments.get(name)))
}

/// An address that a file is to be fetched from.
fn url(text: &str) -> Result<String, Reason> {
    let invalid = |why: &str| Err(format!("Invalid file HTTP URL specified: {why}"));
    let (protocol, rest) = text.split_once("://").unwrap_or(("http", text));
    if !["http", "https"].iter().any(|known| protocol.eq_ignore_ascii_case(known)) {
        return invalid("Unsupported URL protocol");
    }
    if rest.starts_with(['/', '?', '#', ':']) || rest.is_empty() {
        return invalid("URL host is empty");
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_an_upload_an_address_or_an_id() {
        let mut arguments = Arguments::default();
        for name in ["photo", "other"] {
            let upload = Upload { name: name.to_owned(), ..Upload::default() };
            arguments.push_file(name.to_owned(), upload);
        }
        let read = |name, text| named(&arguments, name, text, FileType::Photo);
        let upload =
            |name: &str| Ok(Some(GivenFile::Upload(Upload { name: name.to_owned(), ..Upload::default() })));
        let wrong = |text: &str| Err(text.to_owned());
        for (name, text, expected) in [
            ("photo", "", upload("photo")),
            ("photo", "attach://other", upload("other")),
            ("photo", "attach://absent", Ok(None)),
            ("absent", "", Ok(None)),
            ("", "https://a.org/b.jpg", Ok(Some(GivenFile::Url("https://a.org/b.jpg".to_owned())))),
            ("", "a.org/b", Ok(Some(GivenFile::Url("a.org/b".to_owned())))),
            ("", "ftp://a.org", wrong("Invalid file HTTP URL specified: Unsupported URL protocol")),
            ("", "http:///a.jpg", wrong("Invalid file HTTP URL specified: URL host is empty")),
            ("", "****", wrong("Wrong remote file identifier specified: Wrong character in the string")),
            ("", "AAAAA", wrong("Wrong remote file identifier specified: Wrong string length")),
            ("", "CAADBAADwwADmFmqDf6xBrPTReqHAg", wrong("Can't use file of type Sticker as Photo")),
        ] {
            assert_eq!(read(name, text), expected, "{name} {text}");
        }
    }
}
