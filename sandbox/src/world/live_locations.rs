//! Locations that move: their next points, their end, and who comes near whom.
//! <https://core.telegram.org/api/live-location>

use ambigram_core::types::{ChatId, InlineKeyboard, MessageId, UserId};

use super::content::Location;
use super::{Content, Message, MessageKey, MessageView, NewVersion, Place, Sender, Service, World};
use crate::rules::places::{LIVE_FOR_EVER, Motion, Point};
use crate::rules::{ContentRefusal, Refusal};

/// How much later than before a live location may end, and how long it may last at most, in seconds.
const EXTENSION: (i64, i64) = (86_400, 90 * 86_400);

/// What is to become of a live location.
#[derive(Debug, Clone, Default)]
pub struct NewPoint {
    /// Where it is now; it ends where there is no point.
    pub point: Option<Point>,
    /// For how long it is live since it was sent, in seconds; as before where that is 0.
    pub period: i32,
    /// Where it moves, in degrees; 0 where that is not known.
    pub heading: i32,
    /// How near another must come for an alert, in metres; 0 for none.
    pub proximity_radius: i32,
    /// The buttons under it: without them the message has none any more.
    pub keyboard: Option<InlineKeyboard>,
}

impl World {
    /// Moves a live location on, or ends it.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#editmessagelivelocation) refuses.
    pub fn edit_location(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        new: NewPoint,
    ) -> Result<MessageView, Refusal> {
        self.edit(by, chat, id, NewVersion::Location(new))
    }

    /// A live location that is elsewhere, or ends.
    pub(super) fn moved(&mut self, by: UserId, message: Message, new: NewPoint) -> Result<Message, Refusal> {
        let Content::Location(location) = message.content else {
            return Err(ContentRefusal::NoLiveLocation.into());
        };
        let motion = location.motion.ok_or(ContentRefusal::NoLiveLocation)?;
        if !location.is_live(message.date, self.now()) {
            return Err(Refusal::EditTooLate);
        }
        let keyboard = self.accept_keyboard(by, message.place, new.keyboard)?;
        let moved = match new.point {
            None => {
                let lasted = i32::try_from(self.now() - message.date).unwrap_or(motion.period).max(0);
                Location { motion: Some(Motion { period: lasted, ..Motion::default() }), ..location }
            }
            Some(point) => {
                let period = match new.period {
                    0 => motion.period,
                    period => self.accept_period(&message, motion.period, period)?,
                };
                let motion = Motion { period, heading: new.heading, proximity_radius: new.proximity_radius };
                motion.check_but_period()?;
                Location { point, motion: Some(motion) }
            }
        };
        Ok(Message { content: Content::Location(moved), keyboard, ..message })
    }

    fn accept_period(&self, message: &Message, before: i32, period: i32) -> Result<i32, Refusal> {
        if period == LIVE_FOR_EVER {
            return Ok(period);
        }
        let is_near = i64::from(period) <= i64::from(before).saturating_add(EXTENSION.0);
        let ends = message.date.saturating_add(period.into());
        let may = period > 0 && is_near && ends > self.now() && ends <= self.now() + EXTENSION.1;
        if may { Ok(period) } else { Err(ContentRefusal::LivePeriodInvalid.into()) }
    }

    /// Tells a chat whose live locations came as near to each other as one of them asked to know, each pair once.
    pub(super) fn alert_of_proximity(&mut self, key: MessageKey) {
        let Some(message) = self.message(key).cloned() else { return };
        let now = self.now();
        let live = |message: &Message| match &message.content {
            Content::Location(location) if location.is_live(message.date, now) => {
                Some((message.key, message.author, *location))
            }
            _ => None,
        };
        let (Some(own), Sender::User(_)) = (live(&message), message.sender) else { return };
        let others: Vec<_> = self
            .messages
            .values()
            .filter(|other| other.place == message.place && other.author != message.author)
            .filter_map(|other| live(other))
            .collect();
        for other in others {
            for (watcher, traveler) in [(other, own), (own, other)] {
                self.alert(message.place, watcher, traveler);
            }
        }
    }

    fn alert(
        &mut self,
        place: Place,
        (watching, watcher, seen_from): (MessageKey, UserId, Location),
        (travelling, traveler, seen): (MessageKey, UserId, Location),
    ) {
        let radius = seen_from.motion.map_or(0, |motion| motion.proximity_radius);
        let distance = seen_from.point.distance(&seen.point);
        if radius <= 0 || distance > f64::from(radius) || !self.alerted.insert((watching, travelling)) {
            return;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "it is at most the radius, which is a small whole number"
        )]
        let distance = distance.round() as i32;
        self.post_service(place, traveler, Service::ProximityAlert { traveler, watcher, distance });
    }
}
