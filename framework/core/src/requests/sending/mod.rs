//! Requests that send messages.

mod contact;
mod media;
mod place;
mod poll;
mod text;

pub use contact::{SendContact, SendDice};
pub use media::{
    SendAnimation, SendAudio, SendDocument, SendLivePhoto, SendMediaGroup, SendPaidMedia, SendPhoto,
    SendSticker, SendVideo, SendVideoNote, SendVoice,
};
pub use place::{SendLocation, SendVenue};
pub use poll::{InputPollOption, SendPoll};
pub use text::{SendChatAction, SendMessage, SendMessageDraft};
