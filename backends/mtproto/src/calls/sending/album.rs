//! Messages that belong together: <https://core.telegram.org/method/messages.sendMultiMedia>.

use ambigram_core::requests::{Response, SendMediaGroup};
use ambigram_core::text::Text;
use ambigram_core::types::Message;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};

use super::Envelope;
use super::content::captioned;
use super::message::{New, is_stale};
use crate::calls::{answer, asking, behalf, caption, lost};
use crate::convert::outgoing::{self, Kind, Medium};
use crate::wire::Wire;

/// How many messages an album can have.
const MOST: usize = 10;

/// A message of an album.
struct Item {
    media: enums::InputMedia,
    caption: Text,
}

/// <https://core.telegram.org/method/messages.sendMultiMedia>
pub(in crate::calls) async fn send_media_group(
    wire: &Wire,
    request: &SendMediaGroup,
) -> Result<Response, Error> {
    let mut envelope = Envelope::address(wire, &request.chat_id, &request.send, None).await?;
    let mut media = request.media.iter().map(Medium::try_from).collect::<Result<Vec<_>, _>>()?;
    check(&media)?;
    for medium in &mut media {
        // Among others a file stays one, whatever is in it. <https://core.telegram.org/bots/api#inputmediadocument>
        if let Kind::Document { as_it_is } = &mut medium.kind {
            *as_it_is = true;
        }
    }
    if let [only] = media.as_slice() {
        let content = captioned(&envelope.files(wire), *only).await?;
        return Ok(Response::of(vec![New { envelope, content }.send(wire).await?]));
    }
    let mut items = Vec::with_capacity(media.len());
    for medium in &media {
        let caption = caption(wire, medium.caption).await?;
        items.push(Item { media: envelope.files(wire).kept(medium).await?, caption });
    }
    let is_above = media.iter().any(|medium| medium.is_caption_above);
    loop {
        match send(wire, &envelope, &items, is_above).await {
            Ok(messages) => return Ok(Response::of(messages)),
            Err(error) if envelope.goes_without_reply(&error) => {}
            Err(error) if is_stale(&error) && forget_references(&mut items) => {}
            Err(error) => return Err(envelope.explain(wire, error).await),
        }
    }
}

/// Which media can stand together.
fn check(media: &[Medium<'_>]) -> Result<(), Error> {
    let refuse = |text: String| Err(Error::new(ErrorKind::BadRequest, text));
    if media.is_empty() {
        return refuse("there are no messages to send".to_owned());
    }
    if media.len() > MOST {
        return refuse("too many messages to send as an album".to_owned());
    }
    // Over MTProto that is said once, for all of them.
    if media
        .iter()
        .any(|medium| Some(medium.is_caption_above) != media.first().map(|first| first.is_caption_above))
    {
        return refuse("parameter show_caption_above_media must be the same for all messages".to_owned());
    }
    let kinds: Vec<_> = media.iter().map(|medium| medium.kind.name()).collect();
    let is_of_its_own = |kind: &&str| ["audio", "document"].contains(kind);
    match (
        kinds.iter().find(|kind| is_of_its_own(kind)),
        kinds.iter().any(|kind| Some(kind) != kinds.first()),
    ) {
        (Some(kind), true) => refuse(format!("{kind} can't be mixed with other media types")),
        _ => Ok(()),
    }
}

fn forget_references(items: &mut [Item]) -> bool {
    // Of all of them, not until the first that had one.
    items.iter_mut().filter_map(|item| outgoing::forget_references(&mut item.media).then_some(())).count() > 0
}

async fn send(
    wire: &Wire,
    envelope: &Envelope,
    items: &[Item],
    is_above: bool,
) -> Result<Vec<Message>, Error> {
    let ids: Vec<i64> = items.iter().map(|_| rand::random()).collect();
    let single = |(item, random_id): (&Item, &i64)| {
        types::InputSingleMedia {
            media: item.media.clone(),
            random_id: *random_id,
            message: item.caption.text.clone(),
            entities: outgoing::entities(&item.caption.entities, |user| wire.peers().input_user(user)),
        }
        .into()
    };
    let called = functions::messages::SendMultiMedia {
        silent: envelope.is_silent,
        background: false,
        clear_draft: false,
        noforwards: envelope.is_protected,
        update_stickersets_order: false,
        invert_media: is_above,
        allow_paid_floodskip: envelope.is_paid,
        peer: envelope.peer.clone(),
        reply_to: envelope.reply_to.clone(),
        multi_media: items.iter().zip(&ids).map(single).collect(),
        schedule_date: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: envelope.effect,
        allow_paid_stars: None,
    };
    let business = envelope.business.as_ref();
    let answer = behalf::invoke_once(wire, business, called).await?;
    let messages = match (answer, business) {
        (Some(answer), Some(business)) => behalf::messages(wire, business, answer).await?,
        (None, Some(_)) => Vec::new(),
        (Some(answer), None) => {
            let sent = answer::all_sent(answer::updates(wire, answer), &ids);
            in_order(asking::complete(wire, envelope.chat, sent.into_iter()).await?)
        }
        (None, None) => {
            let found = lost::find_album(wire, envelope.chat, items.len()).await;
            in_order(asking::complete(wire, envelope.chat, found.into_iter()).await?)
        }
    };
    if messages.is_empty() { Err(behalf::unnumbered()) } else { Ok(messages) }
}

fn in_order(mut messages: Vec<Message>) -> Vec<Message> {
    messages.sort_unstable_by_key(|message| message.id);
    messages
}
