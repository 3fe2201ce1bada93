//! Files that users have at hand, and what the sandbox's web has. Bodies are the files' bytes, arguments stand in the
//! query string.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request, State};
use serde_json::{Map, Value};

use super::error::Error;
use super::input::Input;
use super::{Here, Reply, Shown, account};
use crate::bot_api::{file_id, write};
use crate::rules::files::{self, PART_BYTES, PARTS};
use crate::world::files::{DocumentKind, File, GivenFile, ReadyFile, SentFile, Upload, WebFile};

/// The most bytes of a file: as many as a user without Premium can send.
const MAX_FILE: usize = PART_BYTES * PARTS.unsigned_abs() as usize;

/// A request whose body is a file.
#[derive(Debug)]
pub(super) struct Sent {
    arguments: Input,
    upload: Upload,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self, Error> {
        let arguments = Input::of_query(request.uri());
        let bytes = to_bytes(request.into_body(), MAX_FILE)
            .await
            .map_err(|error| Error::input("body", format!("at most {MAX_FILE} bytes"), error.to_string()))?;
        Ok(Self { arguments, upload: Upload { name: String::new(), bytes: bytes.into() } })
    }
}

impl Sent {
    /// The arguments and the file.
    pub(super) fn into_parts(self) -> (Input, Upload) {
        (self.arguments, self.upload)
    }
}

/// Puts something under an address of the web.
pub(super) async fn publish(State(control): Here, sent: Sent) -> Shown {
    let Sent { arguments, upload } = sent;
    arguments.only(&["url", "content_type"])?;
    let url = web_url(&arguments)?;
    let content_type = match arguments.text("content_type")? {
        Some(content_type) => content_type,
        None => files::mime_type(url.split(['?', '#']).next().unwrap_or_default()),
    };
    let file = WebFile { bytes: upload.bytes, content_type };
    control.world.write(|world| world.set_web_file(&url, Some(file)));
    Ok(Reply::created(Value::from(Map::from_iter([("url".to_owned(), url.into())]))))
}

/// Takes away what stands under an address of the web.
pub(super) async fn unpublish(State(control): Here, input: Input) -> Shown {
    input.only(&["url"])?;
    let url = web_url(&input)?;
    control.world.write(|world| {
        if world.web_file(&url).is_none() {
            return Err(Error::missing("an address under which there is something", url.as_str()));
        }
        world.set_web_file(&url, None);
        Ok(Reply::done())
    })
}

/// An account uploads a file; it is shown as a message would show it, with the id by which the account can send it.
pub(super) async fn upload(State(control): Here, sent: Sent) -> Shown {
    let Sent { arguments, mut upload } = sent;
    arguments.only(&["account", "name", "as"])?;
    let who = arguments.required_name("account")?;
    let owner = control.world.read(|world| account(world, &who))?;
    upload.name = arguments.text("name")?.unwrap_or_default();
    let wanted = arguments.text("as")?;
    let given = GivenFile::Upload(upload);
    let ready: ReadyFile = match wanted.as_deref() {
        Some("photo") => given.as_photo(&control.world)?,
        wanted => given.as_document(&control.world, kind(wanted)?.into())?,
    };
    control.world.write(|world| {
        let file = world.keep(owner, ready)?;
        let id = match &file {
            File::Photo(photo) => photo.biggest().map(|size| file_id::of_photo(world, owner, photo, size)),
            File::Document(document) => Some(file_id::of_document(world, owner, document)),
        };
        let mut object = Map::new();
        write::files::put_file(&mut object, world, owner, &SentFile::from(file));
        object.insert("file_id".to_owned(), id.map(|id| String::from(id.encode())).into());
        Ok(Reply::created(object.into()))
    })
}

/// All file references expire.
pub(super) async fn expire(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    control.world.write(crate::world::World::expire_file_references);
    Ok(Reply::done())
}

fn kind(name: Option<&str>) -> Result<DocumentKind, Error> {
    Ok(match name {
        None | Some("document") => DocumentKind::General,
        Some("animation") => DocumentKind::Animation,
        Some("audio") => DocumentKind::Audio,
        Some("sticker") => DocumentKind::Sticker,
        Some("video") => DocumentKind::Video,
        Some("video_note") => DocumentKind::VideoNote,
        Some("voice") => DocumentKind::Voice,
        Some(other) => {
            let expected = "photo, document, animation, audio, sticker, video, video_note or voice";
            return Err(Error::input("as", expected, other));
        }
    })
}

fn web_url(input: &Input) -> Result<String, Error> {
    let url = input.required_text("url")?;
    let is_web = ["http://", "https://"].iter().any(|protocol| url.starts_with(protocol));
    if is_web { Ok(url) } else { Err(Error::input("url", "an address, http:// or https://", url)) }
}
