//! Ids that Telegram gave, from the tests of other projects, and ids by chance.

mod chance;
mod refused;
mod vectors;
