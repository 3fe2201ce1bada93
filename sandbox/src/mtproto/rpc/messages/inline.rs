//! Inline mode: asking, answering, choosing; and answers to Web Apps and to those who ask a bot as a guest.
//! <https://core.telegram.org/api/bots/inline>

use std::sync::Arc;
use std::time::Duration;

use ambigram_core::types::ChatId;
use grammers_tl_types::{enums, functions, types};
use tokio::time::sleep;

use super::sending::send;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::{inline as read, reply};
use crate::mtproto::rpc::Caller;
use crate::mtproto::write;
use crate::world::QueryId;
use crate::world::inline::{Choice, NewInlineQuery};

/// How long an app waits for a bot. Telegram names no number.
const PATIENCE: Duration = Duration::from_secs(15);

/// Waits for the bot's answer. <https://core.telegram.org/method/messages.getInlineBotResults>
pub(super) async fn get_inline_bot_results(
    caller: Caller,
    request: functions::messages::GetInlineBotResults,
) -> Result<enums::messages::BotResults, RpcError> {
    let account = caller.user()?;
    let world = &caller.front.world;
    let query = world.write(|world| {
        let names = Names::new(&caller.front, world, account);
        let bot = names.user(&request.bot).map_err(|_| RpcError::bad_request("BOT_INVALID"))?;
        // Clients that do not say where ask as if in the chat with the bot itself.
        let chat = match &request.peer {
            enums::InputPeer::Empty => ChatId::from(bot),
            peer => names.chat(peer)?,
        };
        let location = read::point(request.geo_point);
        let new = NewInlineQuery { text: request.query, offset: request.offset, location };
        Ok::<_, RpcError>(world.ask_inline(account, chat, bot, new)?)
    })?;
    let mut stopping = caller.front.stopping.clone();
    let timeout = || RpcError::bad_request("BOT_RESPONSE_TIMEOUT");
    let answered = world.wait_for(|world| {
        let asked = world.inline_query(query)?;
        let answer = asked.answer.clone()?;
        Some(write::inline::results(world, account, asked, &answer))
    });
    tokio::select! {
        results = answered => Ok(results),
        () = sleep(PATIENCE) => Err(timeout()),
        Ok(_) = stopping.wait_for(|stopping| *stopping) => Err(timeout()),
    }
}

/// <https://core.telegram.org/method/messages.setInlineBotResults>
pub(super) fn set_inline_bot_results(
    caller: Caller,
    request: functions::messages::SetInlineBotResults,
) -> Result<bool, RpcError> {
    let bot = caller.bot()?;
    let query = QueryId(request.query_id);
    caller
        .front
        .world
        .write(|world| {
            let answer = read::answer(world, Names::new(&caller.front, world, bot), request)?;
            Ok(world.answer_inline(bot, query, answer)?)
        })
        .map(|()| true)
}

/// <https://core.telegram.org/method/messages.sendInlineBotResult>
pub(super) fn send_inline_bot_result(
    caller: Caller,
    request: functions::messages::SendInlineBotResult,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    if request.schedule_date.is_some() || request.send_as.is_some() || request.quick_reply_shortcut.is_some()
    {
        return Err(RpcError::lacks("schedule_date, send_as, quick_reply_shortcut"));
    }
    let query = QueryId(request.query_id);
    let shared = &caller.front.world;
    let offered = shared.read(|world| world.offered(account, query, &request.id))?.1;
    let fetched = offered.fetch(shared)?;
    // What the client knows of the text is not what is sent.
    send(&caller, account, request.random_id, "", |world| {
        let names = Names::new(&caller.front, world, account);
        let chat = names.chat(&request.peer)?;
        let (thread, reply_to) = reply::reply(world, names, chat, request.reply_to)?;
        let choice = Choice { result: request.id, thread, reply_to, is_silent: request.silent };
        Ok(world.choose(account, chat, query, choice, fetched)?)
    })
}

/// <https://core.telegram.org/method/messages.sendWebViewResultMessage>
pub(super) fn send_web_view_result_message(
    caller: Caller,
    request: functions::messages::SendWebViewResultMessage,
) -> Result<enums::WebViewMessageSent, RpcError> {
    let bot = caller.bot()?;
    let shared = &caller.front.world;
    let result =
        shared.read(|world| read::result(world, Names::new(&caller.front, world, bot), request.result))?;
    let fetched = result.fetch(shared)?;
    let id = shared.write(|world| world.answer_web_app(bot, &request.bot_query_id, result, fetched))?;
    Ok(types::WebViewMessageSent { msg_id: id.map(write::inline::message_id) }.into())
}

/// <https://core.telegram.org/method/messages.setBotGuestChatResult>
pub(super) fn set_bot_guest_chat_result(
    caller: Caller,
    request: functions::messages::SetBotGuestChatResult,
) -> Result<enums::InputBotInlineMessageId, RpcError> {
    let bot = caller.bot()?;
    let shared = &caller.front.world;
    let result =
        shared.read(|world| read::result(world, Names::new(&caller.front, world, bot), request.result))?;
    let fetched = result.fetch(shared)?;
    let id = shared.write(|world| world.answer_guest(bot, QueryId(request.query_id), result, fetched))?;
    Ok(write::inline::message_id(id))
}

/// Opens a Web App that its bot answers. <https://core.telegram.org/method/messages.requestWebView>
pub(super) fn request_web_view(
    caller: Caller,
    request: functions::messages::RequestWebView,
) -> Result<enums::WebViewResult, RpcError> {
    let account = caller.user()?;
    let query = caller.front.world.write(|world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, bot) = (names.chat(&request.peer)?, names.user(&request.bot)?);
        Ok::<_, RpcError>(world.open_web_app(account, chat, bot)?)
    })?;
    Ok(types::WebViewResultUrl {
        fullsize: false,
        same_origin: false,
        fullscreen: request.fullscreen,
        query_id: query.parse().ok(),
        url: request.url.unwrap_or_default(),
    }
    .into())
}

/// The account's connection, told as an update. <https://core.telegram.org/method/account.getBotBusinessConnection>
pub(super) fn get_bot_business_connection(
    caller: Caller,
    request: functions::account::GetBotBusinessConnection,
) -> Result<enums::Updates, RpcError> {
    let bot = caller.bot()?;
    caller.read(|world| {
        let found: Arc<_> = world.business_connection(bot, &request.connection_id)?;
        let connection = write::business::connection(&found);
        let update = types::UpdateBotBusinessConnect { connection, qts: 0 }.into();
        let user = write::user(&caller.front, world, bot, found.user);
        Ok(types::Updates {
            updates: vec![update],
            users: vec![user],
            chats: Vec::new(),
            date: write::seconds(world.now()),
            seq: 0,
        }
        .into())
    })
}
