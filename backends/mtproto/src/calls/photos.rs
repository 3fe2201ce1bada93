//! Photos of chats, and of the bot itself.

use ambigram_core::Error;
use ambigram_core::requests::{
    DeleteChatPhoto, InputFile, InputProfilePhoto, RemoveMyProfilePhoto, Response, SetChatPhoto,
    SetMyProfilePhoto,
};
use ambigram_core::types::ChatId;
use grammers_tl_types::{enums, functions, types};

use super::refusal::ask;
use super::upload::upload;
use super::{answer, located, private, refused};
use crate::convert::peer::Place;
use crate::wire::Wire;

/// <https://core.telegram.org/method/channels.editPhoto>
pub(super) async fn set_chat_photo(wire: &Wire, request: &SetChatPhoto) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    if let Place::User(_) = place {
        return private(wire, chat, PRIVATE).await;
    }
    let photo = types::InputChatUploadedPhoto {
        file: Some(uploaded(wire, &request.photo, "photo").await?),
        video: None,
        video_start_ts: None,
        video_emoji_markup: None,
    };
    edit(wire, chat, place, photo.into()).await
}

/// <https://core.telegram.org/method/channels.editPhoto>
pub(super) async fn delete_chat_photo(wire: &Wire, request: &DeleteChatPhoto) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    edit(wire, chat, place, enums::InputChatPhoto::Empty).await
}

async fn edit(
    wire: &Wire,
    chat: ChatId,
    place: Place,
    photo: enums::InputChatPhoto,
) -> Result<Response, Error> {
    let updates = match (place, wire.peers().input_channel(chat)) {
        (_, Some(channel)) => ask(wire, chat, &functions::channels::EditPhoto { channel, photo }).await?,
        (Place::Group(chat_id), _) => {
            ask(wire, chat, &functions::messages::EditChatPhoto { chat_id, photo }).await?
        }
        (Place::User(_) | Place::Channel(_), None) => return private(wire, chat, PRIVATE).await,
    };
    answer::updates(wire, updates);
    Ok(Response::done())
}

/// The photo of a private chat is the user's own.
const PRIVATE: &str = "can't change private chat photo";

/// <https://core.telegram.org/method/photos.uploadProfilePhoto>
pub(super) async fn set_my_profile_photo(
    wire: &Wire,
    request: &SetMyProfilePhoto,
) -> Result<Response, Error> {
    let plain = functions::photos::UploadProfilePhoto {
        fallback: false,
        bot: None,
        file: None,
        video: None,
        video_start_ts: None,
        video_emoji_markup: None,
    };
    let called = match &request.photo {
        InputProfilePhoto::Static(photo) => {
            let file = Some(uploaded(wire, &photo.photo, "photo").await?);
            functions::photos::UploadProfilePhoto { file, ..plain }
        }
        InputProfilePhoto::Animated(photo) => functions::photos::UploadProfilePhoto {
            video: Some(uploaded(wire, &photo.animation, "animation").await?),
            video_start_ts: photo.main_frame_timestamp,
            ..plain
        },
        _ => return refused("unsupported profile photo type"),
    };
    told(wire, wire.invoke(&called).await?)
}

/// <https://core.telegram.org/method/photos.updateProfilePhoto>
pub(super) async fn remove_my_profile_photo(
    wire: &Wire,
    _: &RemoveMyProfilePhoto,
) -> Result<Response, Error> {
    let id = enums::InputPhoto::Empty;
    let called = functions::photos::UpdateProfilePhoto { fallback: false, bot: None, id };
    told(wire, wire.invoke(&called).await?)
}

fn told(wire: &Wire, photo: enums::photos::Photo) -> Result<Response, Error> {
    let enums::photos::Photo::Photo(told) = photo;
    wire.peers().learn(&told.users, &[]);
    Ok(Response::done())
}

/// A file that must be uploaded: what Telegram has already won't do here.
async fn uploaded(wire: &Wire, file: &InputFile, what: &str) -> Result<enums::InputFile, Error> {
    match file {
        InputFile::Upload(file) => upload(wire, file).await,
        InputFile::Id(_) | InputFile::Url(_) => refused(&format!("{what} must be uploaded as an InputFile")),
    }
}
