//! Points on the map: where somebody is or moves, and places with a name.

use crate::rules::places::{LIVE_FOR_EVER, Motion, Point};

/// A point on the map, or the way of somebody who moves. <https://core.telegram.org/bots/api#location>
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Location {
    /// Where.
    pub point: Point,
    /// How it moves, where it is live, or was.
    pub motion: Option<Motion>,
}

/// A place with a name. <https://core.telegram.org/bots/api#venue>
#[derive(Debug, Clone, PartialEq)]
pub struct Venue {
    /// Where it is.
    pub point: Point,
    /// Its name.
    pub title: String,
    /// Its address.
    pub address: String,
    /// Who knows more of it: `foursquare`, `gplaces`, or nobody.
    pub provider: String,
    /// Which place it is there.
    pub id: String,
    /// What sort of place it is there.
    pub kind: String,
}

impl Location {
    /// Whether a location that was sent at `date` still moves.
    pub fn is_live(&self, date: i64, now: i64) -> bool {
        self.motion.is_some_and(|motion| {
            motion.period == LIVE_FOR_EVER || date.saturating_add(motion.period.into()) > now
        })
    }
}
