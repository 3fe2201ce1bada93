//! Sets of stickers, and photos of accounts.

use ambigram_core::identity::{FileType, RemoteFile};
use ambigram_core::types::{FileId, UserId};
use axum::extract::{Path, State};
use serde_json::Value;

use super::error::Error;
use super::input::{Input, Name};
use super::{Here, Reply, Shown, account};
use crate::bot_api::{file_id, write};
use crate::rules::files;
use crate::world::files::{Document, StickerKind};
use crate::world::{NewStickerSet, SetName, World};

/// Makes a set of files that an account uploaded.
pub(super) async fn create(State(control): Here, input: Input) -> Shown {
    input.only(&["account", "name", "title", "type", "takes_text_color", "stickers"])?;
    let owner = input.required_name("account")?;
    let takes_text_color = input.flag("takes_text_color")?;
    let kind = match input.text("type")?.as_deref() {
        None | Some("regular") => StickerKind::Regular,
        Some("mask") => StickerKind::Mask(None),
        Some("custom_emoji") => StickerKind::CustomEmoji { is_free: false, takes_text_color },
        Some(other) => return Err(Error::input("type", "regular, mask or custom_emoji", other)),
    };
    let (name, title) = (input.required_text("name")?, input.required_text("title")?);
    let given = input.value("stickers").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    control.world.write(|world| {
        let owner = account(world, &owner)?;
        let stickers = given.iter().map(|sticker| self::sticker(world, owner, sticker));
        let stickers = stickers.collect::<Result<_, _>>()?;
        let id = world.create_sticker_set(NewStickerSet { name, title, kind, stickers })?.id;
        let set = world.sticker_set(SetName::Id(id));
        let set = set.map(|set| write::files::sticker_set(world, owner, set)).unwrap_or_default();
        Ok(Reply::created(set))
    })
}

fn sticker(
    world: &World,
    owner: UserId,
    given: &Value,
) -> Result<(std::sync::Arc<Document>, Vec<String>), Error> {
    let expected = "objects with a file and emoji, an array of texts";
    let wrong = || Error::input("stickers", expected, given.clone());
    let file = given.get("file").and_then(Value::as_str).ok_or_else(wrong)?;
    let emoji = given.get("emoji").and_then(Value::as_array).ok_or_else(wrong)?;
    let emoji = emoji.iter().map(|emoji| emoji.as_str().map(str::to_owned)).collect::<Option<_>>();
    let missing = || Error::missing("a file_id of a document that the account was given", file);
    let kind = RemoteFile::decode(&FileId::from(file)).map_err(|_| missing())?.kind;
    if kind == FileType::Photo {
        return Err(missing());
    }
    let name = file_id::read(file, kind).map_err(|_| missing())?;
    let document = world.document_named(owner, name).map_err(|_| missing())?;
    Ok((document, emoji.ok_or_else(wrong)?))
}

/// Gives an account a photo; the body is an image.
pub(super) async fn set_photo(
    State(control): Here,
    Path(name): Path<String>,
    sent: super::files::Sent,
) -> Shown {
    let (arguments, upload) = sent.into_parts();
    arguments.only(&[])?;
    let photo = files::profile_photo(&upload)?;
    control.world.write(|world| {
        let owner = account(world, &Name::read(&name)?)?;
        let photo = world.add_photo(photo);
        world.set_profile_photo(owner.into(), Some(photo));
        Ok(Reply::done())
    })
}

/// Takes an account's photo away: it is known by the one before.
pub(super) async fn remove_photo(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let owner = account(world, &Name::read(&name)?)?;
        if world.remove_profile_photo(owner.into(), None) {
            Ok(Reply::done())
        } else {
            Err(Error::missing("an account that has a photo", owner.0))
        }
    })
}
