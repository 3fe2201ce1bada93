//! Points on the Earth, and locations that move. <https://core.telegram.org/api/live-location>

use super::{ContentRefusal, Refusal};

/// The shortest and the longest time for which a location is live, in seconds.
const LIVE_PERIOD: std::ops::RangeInclusive<i32> = 60..=86_400;

/// What stands for a location that is live until it is stopped.
pub const LIVE_FOR_EVER: i32 = i32::MAX;

/// The longest distance of an alert, in metres.
const PROXIMITY_RADIUS: i32 = 100_000;

/// The greatest uncertainty, in metres. <https://core.telegram.org/bots/api#location>
const ACCURACY: f64 = 1500.0;

/// The Earth's radius, in metres.
const EARTH: f64 = 6_371_000.0;

/// A point on the Earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// In degrees.
    pub latitude: f64,
    /// In degrees.
    pub longitude: f64,
    /// How far off it may be, in metres; 0 where that is not known.
    pub accuracy: u32,
}

/// How a location moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Motion {
    /// For how long it is live, in seconds; [`LIVE_FOR_EVER`] until it is stopped.
    pub period: i32,
    /// Where it moves, in degrees from the north; 0 where that is not known.
    pub heading: i32,
    /// How near another must come for an alert, in metres; 0 for none.
    pub proximity_radius: i32,
}

impl Point {
    /// A point with an uncertainty as clients give it: rounded up, and never more than 1500 m.
    ///
    /// # Errors
    /// When there is no such point.
    pub fn new(latitude: f64, longitude: f64, accuracy: f64) -> Result<Self, Refusal> {
        let is_on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        if !is_on_earth {
            return Err(ContentRefusal::PointInvalid.into());
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is between 0 and 1500, and what is no number becomes 0"
        )]
        let accuracy = accuracy.clamp(0.0, ACCURACY).ceil() as u32;
        Ok(Self { latitude, longitude, accuracy })
    }

    /// How far it is to another point, in metres.
    pub fn distance(&self, other: &Self) -> f64 {
        let (own, others) = (self.latitude.to_radians(), other.latitude.to_radians());
        let across = (other.longitude - self.longitude).to_radians() / 2.0;
        let along = (others - own) / 2.0;
        let haversine = along.sin().powi(2) + own.cos() * others.cos() * across.sin().powi(2);
        2.0 * EARTH * haversine.sqrt().min(1.0).asin()
    }
}

impl Motion {
    /// Whether it can be.
    ///
    /// # Errors
    /// When it lasts too short or too long, or one of the others is out of bounds.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.period != LIVE_FOR_EVER && !LIVE_PERIOD.contains(&self.period) {
            return Err(ContentRefusal::LivePeriodInvalid.into());
        }
        self.check_but_period()
    }

    /// Whether it can be, where the time is as it was before.
    ///
    /// # Errors
    /// When something is out of bounds.
    pub fn check_but_period(&self) -> Result<(), Refusal> {
        if !(0..=360).contains(&self.heading) {
            return Err(ContentRefusal::HeadingInvalid.into());
        }
        if !(0..=PROXIMITY_RADIUS).contains(&self.proximity_radius) {
            return Err(ContentRefusal::ProximityRadiusInvalid.into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_on_the_earth_or_nowhere() {
        for (latitude, longitude, accuracy, expected) in [
            (51.5, -0.12, 0.0, Some(0)),
            (90.0, 180.0, 12.2, Some(13)),
            (-90.0, -180.0, 9_999.0, Some(1500)),
            (0.0, 0.0, -3.0, Some(0)),
            (0.0, 0.0, f64::NAN, Some(0)),
            (90.1, 0.0, 0.0, None),
            (0.0, 180.1, 0.0, None),
            (f64::NAN, 0.0, 0.0, None),
            (0.0, f64::INFINITY, 0.0, None),
        ] {
            let point = Point::new(latitude, longitude, accuracy);
            assert_eq!(point.ok().map(|point| point.accuracy), expected, "{latitude} {longitude} {accuracy}");
        }
    }

    #[test]
    fn distances_are_measured_along_the_surface() {
        let at = |latitude, longitude| Point { latitude, longitude, accuracy: 0 };
        for (one, other, metres) in [
            (at(0.0, 0.0), at(0.0, 0.0), 0.0),
            (at(0.0, 0.0), at(0.0, 1.0), 111_195.0),
            (at(51.5074, -0.1278), at(48.8566, 2.3522), 343_556.0),
            (at(0.0, 179.5), at(0.0, -179.5), 111_195.0),
        ] {
            assert!(
                (one.distance(&other) - metres).abs() < 100.0,
                "{} instead of {metres}",
                one.distance(&other)
            );
        }
    }

    #[test]
    fn a_live_location_lasts_a_minute_to_a_day_or_until_it_is_stopped() {
        let motion = |period, heading, proximity_radius| Motion { period, heading, proximity_radius };
        for (motion, is_fine) in [
            (motion(60, 0, 0), true),
            (motion(86_400, 360, 100_000), true),
            (motion(LIVE_FOR_EVER, 1, 1), true),
            (motion(59, 0, 0), false),
            (motion(86_401, 0, 0), false),
            (motion(60, 361, 0), false),
            (motion(60, -1, 0), false),
            (motion(60, 0, 100_001), false),
        ] {
            assert_eq!(motion.check().is_ok(), is_fine, "{motion:?}");
        }
    }
}
