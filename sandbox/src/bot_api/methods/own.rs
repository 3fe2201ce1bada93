//! The bot itself.

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::write::user;

/// <https://core.telegram.org/bots/api#getme>
pub(super) fn get_me(call: &Call<'_>) -> Result<Answer, Failure> {
    call.world().read(|world| match world.account(call.bot) {
        Some(account) => Ok(user::me(account).into()),
        None => Err(Failure::new(401, "Unauthorized")),
    })
}

/// The bot may come back at once, as it may on a server of one's own; its updates are gone.
/// <https://core.telegram.org/bots/api#logout>
pub(super) fn log_out(call: &Call<'_>) -> Result<Answer, Failure> {
    call.session.end_poll();
    call.session.inbox().clear(call.world());
    Ok(Answer::done())
}

/// The bot may come back at once. <https://core.telegram.org/bots/api#close>
pub(super) fn close(call: &Call<'_>) -> Result<Answer, Failure> {
    call.session.end_poll();
    Ok(Answer::done())
}
