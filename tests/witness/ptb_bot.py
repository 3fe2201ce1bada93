"""An echo bot with buttons, written as python-telegram-bot's users write theirs.

It knows nothing of Ambigram: the sandbox must serve it as Telegram does. Needs BOT_TOKEN and API_URL.
"""

import os

from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ChatAction, ParseMode
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.helpers import escape_markdown

Context = ContextTypes.DEFAULT_TYPE


def buttons(count: int) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(f"{step:+}", callback_data=f"count/{count + step}") for step in (-1, 1)]
    return InlineKeyboardMarkup([row, [InlineKeyboardButton("Help", url="https://example.com/help")]])


async def start(update: Update, context: Context) -> None:
    await update.message.reply_chat_action(ChatAction.TYPING)
    user = update.effective_user.mention_html()
    await update.message.reply_html(f"Hello, {user}! I am <b>{context.bot.first_name}</b>.")


async def count(update: Update, context: Context) -> None:
    await update.message.reply_text("0", reply_markup=buttons(0))


async def pressed(update: Update, context: Context) -> None:
    query = update.callback_query
    number = int(query.data.removeprefix("count/"))
    await query.answer(f"Now {number}", show_alert=number < 0)
    text = escape_markdown(str(number), version=2)
    await query.edit_message_text(f"*{text}*", ParseMode.MARKDOWN_V2, reply_markup=buttons(number))


async def echo(update: Update, context: Context) -> None:
    message = update.effective_message
    await message.reply_text(message.text, entities=message.entities, do_quote=True)


async def edited(update: Update, context: Context) -> None:
    await update.effective_message.reply_text(f"You made it: {update.edited_message.text}")


async def tell(update: Update, context: Context) -> None:
    """Writes to another chat, and says what Telegram makes of it."""
    chat, text = context.args
    try:
        sent = await context.bot.send_message(chat, text)
        await update.message.reply_text(f"Message {sent.message_id} is there.")
    except TelegramError as error:
        await update.message.reply_text(f"{type(error).__name__}: {error.message}")


async def forget(update: Update, context: Context) -> None:
    message = update.effective_message.reply_to_message
    await message.delete()
    await update.effective_message.reply_text(f"I never said “{message.text}”.")


async def count_members(update: Update, context: Context) -> None:
    chat = await context.bot.get_chat(update.effective_chat.id)
    members = await chat.get_member_count()
    administrators = await chat.get_administrators()
    mine = await chat.get_member(context.bot.id)
    names = ", ".join(member.user.first_name for member in administrators)
    await update.message.reply_text(
        f"{chat.title} has {members} members. {names} may do all, I am a {mine.status}."
    )


async def joined(update: Update, context: Context) -> None:
    change = update.my_chat_member
    if change.chat.type != "private" and change.new_chat_member.status == "member":
        await context.bot.send_message(change.chat.id, f"Thank you for having me, {change.from_user.first_name}.")


async def set_up(application: Application) -> None:
    await application.bot.set_my_commands([BotCommand("start", "Say hello"), BotCommand("count", "Count together")])


def main() -> None:
    application = (
        Application.builder()
        .token(os.environ["BOT_TOKEN"])
        .base_url(f"{os.environ['API_URL']}/bot")
        .post_init(set_up)
        .build()
    )
    new = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler("start", start, new))
    application.add_handler(CommandHandler("count", count, new))
    application.add_handler(CommandHandler("tell", tell, new))
    application.add_handler(CommandHandler("forget", forget, new))
    application.add_handler(CommandHandler("members", count_members, new))
    application.add_handler(CallbackQueryHandler(pressed, pattern=r"^count/"))
    application.add_handler(ChatMemberHandler(joined, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, edited))
    application.add_handler(MessageHandler(filters.TEXT & new, echo))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
