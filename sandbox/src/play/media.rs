//! Files in a person's hands, and messages that are sent on.

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, MessageId};

use super::Conversation;
use crate::rules::Refusal;
use crate::world::files::{DocumentKind, GivenFile, ReadyFile, Upload};
use crate::world::{Forwarding, NewContent, NewMessage, ReadyMedia};

impl Conversation {
    /// Sends a photo; `image` are the bytes of an image file.
    ///
    /// # Errors
    /// When that is none, or Telegram refuses it.
    pub fn send_photo(&self, image: Vec<u8>, caption: impl Into<Text>) -> Result<MessageId, Refusal> {
        let upload = Upload { name: String::new(), bytes: image.into() };
        let file = GivenFile::Upload(upload).as_photo(self.telegram().world())?;
        self.send_media(ReadyMedia { caption: caption.into(), ..file.into() })
    }

    /// Sends a file as a document, a video, a voice message and so on.
    ///
    /// # Errors
    /// When it is empty, or Telegram refuses it.
    pub fn send_file(
        &self,
        name: &str,
        bytes: Vec<u8>,
        kind: DocumentKind,
        caption: impl Into<Text>,
    ) -> Result<MessageId, Refusal> {
        let upload = Upload { name: name.to_owned(), bytes: bytes.into() };
        let file: ReadyFile = GivenFile::Upload(upload).as_document(self.telegram().world(), kind.into())?;
        self.send_media(ReadyMedia { caption: caption.into(), ..file.into() })
    }

    /// Sends a file that is ready, with all that stands beside it.
    ///
    /// # Errors
    /// When Telegram refuses it.
    pub fn send_media(&self, ready: ReadyMedia) -> Result<MessageId, Refusal> {
        self.telegram().world().write(|world| {
            let media = NewContent::Media(ready.keep(world, self.user())?);
            Ok(world.send_message(self.user(), self.id(), NewMessage::new(media))?.id)
        })
    }

    /// Sends a message of this chat on to another.
    ///
    /// # Errors
    /// When it is not there, or Telegram refuses it.
    pub fn forward(&self, message: MessageId, to: ChatId) -> Result<MessageId, Refusal> {
        let forwarding = Forwarding { messages: vec![message], ..Forwarding::default() };
        let sent = self
            .telegram()
            .world()
            .write(|world| world.forward_messages(self.user(), self.id(), to, &forwarding, true))?;
        sent.into_iter().flatten().next().map(|view| view.id).ok_or(Refusal::ForwardForbidden)
    }
}
