//! Server salts: numbers that both sides put into each packet, and that change every half hour.

use grammers_tl_types::{RawVec, types};

use super::clock;
use super::crypto::AuthKey;

/// How long a salt is the newest. It holds for as long again.
const PERIOD: i64 = 30 * 60;

/// The most salts that are told at once.
const MAX_FUTURE: i64 = 64;

/// The salt to use now.
pub(super) fn current(key: &AuthKey) -> i64 {
    key.derived(period())
}

/// Whether a salt holds now.
pub(super) fn holds(key: &AuthKey, salt: i64) -> bool {
    let period = period();
    salt == key.derived(period) || salt == key.derived(period - 1)
}

/// The next salts.
pub(super) fn future(key: &AuthKey, request: i64, count: i32) -> types::FutureSalts {
    let first = period();
    let salts = (first..first + i64::from(count).clamp(1, MAX_FUTURE)).map(|period| types::FutureSalt {
        valid_since: seconds(period),
        valid_until: seconds(period + 2),
        salt: key.derived(period),
    });
    types::FutureSalts { req_msg_id: request, now: clock::seconds(), salts: RawVec(salts.collect()) }
}

fn period() -> i64 {
    i64::from(clock::seconds()) / PERIOD
}

fn seconds(period: i64) -> i32 {
    i32::try_from(period * PERIOD).unwrap_or(i32::MAX)
}
