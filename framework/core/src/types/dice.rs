//! Dice, and other emoji with a random value.

use super::Name;
use super::define::object;

object! {
    /// An emoji with a random value, which Telegram draws. <https://core.telegram.org/bots/api#dice>
    Dice {
        required {
            /// The emoji: 🎲, 🎯, 🎳, 🏀, ⚽ or 🎰.
            emoji: Name,
            /// The value: 1–6 for 🎲, 🎯 and 🎳, 1–5 for 🏀 and ⚽, 1–64 for 🎰.
            value: u32,
        }
    }
}
