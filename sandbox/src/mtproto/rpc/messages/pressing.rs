//! Pressing buttons, and answering that. <https://core.telegram.org/api/bots/buttons#callback-queries>

use std::time::Duration;

use ambigram_core::types::MessageId;
use grammers_tl_types::{enums, functions, types};
use tokio::time::sleep;

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::world::{CallbackAnswer, QueryId};

/// How long an app waits for a bot. Telegram names no number.
const PATIENCE: Duration = Duration::from_secs(15);

/// Waits for the bot's answer. <https://core.telegram.org/method/messages.getBotCallbackAnswer>
pub(super) async fn get_bot_callback_answer(
    caller: Caller,
    request: functions::messages::GetBotCallbackAnswer,
) -> Result<enums::messages::BotCallbackAnswer, RpcError> {
    let account = caller.user()?;
    if request.password.is_some() {
        return Err(RpcError::lacks("buttons that ask for a password"));
    }
    // The world keeps no other data than text, so no button carries it.
    let invalid = || RpcError::bad_request("DATA_INVALID");
    let data = request.data.and_then(|data| String::from_utf8(data).ok());
    if data.is_none() && !request.game {
        return Err(invalid());
    }
    let world = &caller.front.world;
    let query = world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let id = MessageId(request.msg_id);
        Ok::<_, RpcError>(match &data {
            Some(data) if !request.game => world.press(account, chat, id, data)?,
            _ => world.press_game(account, chat, id)?,
        })
    })?;
    let mut stopping = caller.front.stopping.clone();
    let timeout = || RpcError::bad_request("BOT_RESPONSE_TIMEOUT");
    tokio::select! {
        answer = world.wait_for(|world| world.callback_query(query)?.answer.clone()) => Ok(write(answer)),
        () = sleep(PATIENCE) => Err(timeout()),
        Ok(_) = stopping.wait_for(|stopping| *stopping) => Err(timeout()),
    }
}

fn write(answer: CallbackAnswer) -> enums::messages::BotCallbackAnswer {
    types::messages::BotCallbackAnswer {
        alert: answer.show_alert,
        has_url: answer.url.is_some(),
        native_ui: false,
        message: answer.text,
        url: answer.url,
        cache_time: i32::try_from(answer.cache_time).unwrap_or(i32::MAX),
    }
    .into()
}

/// <https://core.telegram.org/method/messages.setBotCallbackAnswer>
pub(super) fn set_bot_callback_answer(
    caller: Caller,
    request: functions::messages::SetBotCallbackAnswer,
) -> Result<bool, RpcError> {
    let bot = caller.bot()?;
    let answer = CallbackAnswer {
        text: request.message,
        show_alert: request.alert,
        url: request.url.filter(|url| !url.is_empty()),
        cache_time: request.cache_time.max(0).unsigned_abs(),
    };
    caller.front.world.write(|world| world.answer_callback(bot, QueryId(request.query_id), answer))?;
    Ok(true)
}
