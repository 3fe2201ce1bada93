//! What each request sends.

use ambigram_core::Error;
use ambigram_core::requests::*;
use ambigram_core::text::Text;
use ambigram_core::types::InlineKeyboard;
use grammers_tl_types::{enums, types};

use super::Envelope;
use crate::calls::files::Files;
use crate::calls::{caption, text};
use crate::convert::outgoing::{
    self, Contact, Invoice, Location, Medium, PollContent, Preview, Venue, caption_text, message_text,
};
use crate::wire::Wire;

/// What a message says.
#[derive(Debug, Clone, Default)]
pub(in crate::calls) struct Content {
    /// The text, or what goes with the medium.
    pub(in crate::calls) text: Text,
    pub(in crate::calls) media: Option<enums::InputMedia>,
    /// Whether no address in the text is previewed.
    pub(in crate::calls) no_webpage: bool,
    /// Whether the medium, or the preview, stands above the text, or below it where it would stand above.
    pub(in crate::calls) invert_media: bool,
}

impl Content {
    fn medium(media: enums::InputMedia) -> Self {
        Self { media: Some(media), ..Self::default() }
    }

    /// Takes file references away that have got too old; whether there were any.
    pub(super) fn forget_references(&mut self) -> bool {
        self.media.as_mut().is_some_and(outgoing::forget_references)
    }

    /// Whether a message says this.
    pub(super) fn is_in(&self, message: &types::Message) -> bool {
        let has_media = |media: &Option<enums::MessageMedia>| {
            !matches!(media, None | Some(enums::MessageMedia::Empty | enums::MessageMedia::WebPage(_)))
        };
        let sends_media = !matches!(self.media, None | Some(enums::InputMedia::WebPage(_)));
        message.message == self.text.text && has_media(&message.media) == sends_media
    }
}

/// A request that sends one message.
pub(in crate::calls) trait Sends {
    /// Where to.
    fn to(&self) -> &Recipient;
    /// How.
    fn options(&self) -> &SendOptions;
    /// The buttons, where the request takes only such.
    fn keyboard(&self) -> Option<&InlineKeyboard> {
        None
    }
    /// What.
    async fn content(&self, files: &Files<'_>) -> Result<Content, Error>;
}

impl Envelope {
    /// For getting files ready that go along.
    pub(in crate::calls) fn files<'a>(&'a self, wire: &'a Wire) -> Files<'a> {
        Files { wire, peer: &self.peer, business: self.business.as_ref() }
    }
}

/// A medium with its caption.
pub(in crate::calls) async fn captioned(files: &Files<'_>, medium: Medium<'_>) -> Result<Content, Error> {
    Ok(Content {
        text: caption(files.wire, medium.caption).await?,
        media: Some(files.ready(&medium).await?),
        no_webpage: false,
        invert_media: medium.is_caption_above,
    })
}

/// What most requests have alike: where to and how; then what, in an expression.
macro_rules! sends {
    ($($type:ty: |$request:ident, $files:ident| $content:expr;)+) => {
        $(impl Sends for $type {
            fn to(&self) -> &Recipient {
                &self.chat_id
            }

            fn options(&self) -> &SendOptions {
                &self.send
            }

            async fn content(&self, $files: &Files<'_>) -> Result<Content, Error> {
                let $request = self;
                $content
            }
        })+
    };
}

sends! {
    SendMessage: |request, files| {
        let text = text(files.wire, &request.text).await?;
        let Preview { no_webpage, invert_media, media } =
            Preview::of(request.link_preview_options.as_ref(), &text);
        Ok(Content { text, media, no_webpage, invert_media })
    };
    SendPhoto: |request, files| captioned(files, request.into()).await;
    SendLivePhoto: |request, files| captioned(files, request.into()).await;
    SendAudio: |request, files| captioned(files, request.into()).await;
    SendDocument: |request, files| captioned(files, request.into()).await;
    SendVideo: |request, files| captioned(files, request.into()).await;
    SendAnimation: |request, files| captioned(files, request.into()).await;
    SendVoice: |request, files| captioned(files, request.into()).await;
    SendVideoNote: |request, files| captioned(files, request.into()).await;
    SendSticker: |request, files| captioned(files, request.into()).await;
    SendPaidMedia: |request, files| {
        let mut extended_media = Vec::with_capacity(request.media.len());
        for medium in &request.media {
            extended_media.push(files.kept(&medium.try_into()?).await?);
        }
        let media = types::InputMediaPaidMedia {
            stars_amount: request.star_count.into(),
            extended_media,
            payload: request.payload.clone().filter(|payload| !payload.is_empty()),
        };
        Ok(Content {
            text: caption(files.wire, request.caption.as_ref()).await?,
            media: Some(media.into()),
            no_webpage: false,
            invert_media: request.show_caption_above_media,
        })
    };
    SendLocation: |request, _files| Ok(Content::medium(Location::from(request).media()));
    SendVenue: |request, _files| Ok(Content::medium(Venue::from(request).media()));
    SendContact: |request, _files| Ok(Content::medium(Contact::from(request).media()));
    SendDice: |request, _files| Ok(Content::medium(outgoing::dice(request.emoji.as_deref())));
    SendPoll: |request, files| poll(request, files).await;
}

impl Sends for SendGame {
    fn to(&self) -> &Recipient {
        &self.chat_id
    }

    fn options(&self) -> &SendOptions {
        &self.send
    }

    fn keyboard(&self) -> Option<&InlineKeyboard> {
        self.reply_markup.as_ref()
    }

    async fn content(&self, _: &Files<'_>) -> Result<Content, Error> {
        Ok(Content::medium(outgoing::game(&self.game_short_name)))
    }
}

impl Sends for SendInvoice {
    fn to(&self) -> &Recipient {
        &self.chat_id
    }

    fn options(&self) -> &SendOptions {
        &self.send
    }

    fn keyboard(&self) -> Option<&InlineKeyboard> {
        self.reply_markup.as_ref()
    }

    async fn content(&self, _: &Files<'_>) -> Result<Content, Error> {
        Ok(Content::medium(Invoice::from(self).media()))
    }
}

async fn poll(request: &SendPoll, files: &Files<'_>) -> Result<Content, Error> {
    let mut options = Vec::with_capacity(request.options.len());
    for option in &request.options {
        let media = match &option.media {
            Some(media) => Some(option_medium(media, files).await?),
            None => None,
        };
        options.push((message_text(&option.text)?, media));
    }
    let content = PollContent {
        question: message_text(&request.question)?,
        options,
        media: match &request.media {
            Some(media) => Some(poll_medium(media, files).await?),
            None => None,
        },
        explanation: request.explanation.as_ref().map(caption_text).transpose()?,
        explanation_media: match &request.explanation_media {
            Some(media) => Some(poll_medium(media, files).await?),
            None => None,
        },
    };
    Ok(Content {
        text: caption(files.wire, request.description.as_ref()).await?,
        media: Some(outgoing::poll(request, content, files.wire.peers())?),
        ..Content::default()
    })
}

/// What goes with a poll or its explanation.
async fn poll_medium(media: &InputPollMedia, files: &Files<'_>) -> Result<enums::InputMedia, Error> {
    use InputPollMedia as Kind;
    match media {
        Kind::Animation(media) => files.kept(&(&**media).into()).await,
        Kind::Audio(media) => files.kept(&(&**media).into()).await,
        Kind::Document(media) => files.kept(&(&**media).into()).await,
        Kind::LivePhoto(media) => files.kept(&(&**media).into()).await,
        Kind::Photo(media) => files.kept(&(&**media).into()).await,
        Kind::Video(media) => files.kept(&(&**media).into()).await,
        Kind::Location(media) => Ok(location(media)),
        Kind::Venue(media) => Ok(Venue::from(&**media).media()),
        other => Err(unknown(other)),
    }
}

/// What goes with an option of a poll.
async fn option_medium(media: &InputPollOptionMedia, files: &Files<'_>) -> Result<enums::InputMedia, Error> {
    use InputPollOptionMedia as Kind;
    match media {
        Kind::Animation(media) => files.kept(&(&**media).into()).await,
        Kind::LivePhoto(media) => files.kept(&(&**media).into()).await,
        Kind::Photo(media) => files.kept(&(&**media).into()).await,
        Kind::Sticker(media) => files.kept(&(&**media).into()).await,
        Kind::Video(media) => files.kept(&(&**media).into()).await,
        Kind::Link(media) => Ok(types::InputMediaWebPage {
            force_large_media: false,
            force_small_media: false,
            optional: false,
            url: media.url.clone(),
        }
        .into()),
        Kind::Location(media) => Ok(location(media)),
        Kind::Venue(media) => Ok(Venue::from(&**media).media()),
        other => Err(unknown(other)),
    }
}

fn location(media: &InputMediaLocation) -> enums::InputMedia {
    let geo_point = outgoing::point(media.latitude, media.longitude, media.horizontal_accuracy);
    types::InputMediaGeoPoint { geo_point }.into()
}

fn unknown(media: &impl std::fmt::Debug) -> Error {
    let text = format!("over MTProto this cannot be sent: {media:?}");
    Error::new(ambigram_core::ErrorKind::BadRequest, text)
}
