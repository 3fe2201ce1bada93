//! Changing what was said. <https://core.telegram.org/method/messages.editMessage>

use ambigram_core::types::MessageId;
use grammers_tl_types::{enums, functions};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::message::{self as read, Edit};
use crate::mtproto::rpc::Caller;

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) fn edit_message(
    caller: Caller,
    request: functions::messages::EditMessage,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (_, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, id) = (names.chat(&request.peer)?, MessageId(request.id));
        match read::edited(names, request)? {
            Edit::Text(new) => world.edit_text(account, chat, id, new)?,
            Edit::Keyboard(keyboard) => world.edit_keyboard(account, chat, id, keyboard)?,
        };
        Ok(())
    })?;
    Ok(updates)
}

/// There is no inline mode yet, so no message was ever sent that way.
/// <https://core.telegram.org/method/messages.editInlineBotMessage>
pub(super) fn edit_inline_bot_message(
    caller: Caller,
    _: functions::messages::EditInlineBotMessage,
) -> Result<bool, RpcError> {
    caller.bot()?;
    Err(RpcError::bad_request("MESSAGE_ID_INVALID"))
}
