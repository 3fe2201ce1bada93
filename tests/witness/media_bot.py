"""A bot that sends files of every kind, and says what it was sent, written with python-telegram-bot.

It knows nothing of Ambigram: the sandbox must serve it as Telegram does. Needs BOT_TOKEN and API_URL.
"""

import os

import files
from telegram import InputMediaPhoto, InputMediaVideo, Message, Update
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, PollAnswerHandler, filters

Context = ContextTypes.DEFAULT_TYPE


async def gallery(update: Update, context: Context) -> None:
    """One message of each kind, captioned with what its file is known by."""
    message = update.effective_message
    await message.reply_photo(files.PICTURE, caption=f"photo {files.known_by(files.PICTURE)}")
    await message.reply_document(files.DOCUMENT, filename="notes.pdf", caption=f"document {files.known_by(files.DOCUMENT)}")
    await message.reply_video(
        files.VIDEO, filename="v.mp4", duration=7, width=320, height=240, supports_streaming=True,
        caption=f"video {files.known_by(files.VIDEO)}",
    )
    await message.reply_animation(
        files.VIDEO, filename="a.mp4", duration=3, width=100, height=80, caption=f"animation {files.known_by(files.VIDEO)}"
    )
    await message.reply_audio(
        files.MUSIC, filename="m.mp3", duration=11, performer="The Band", title="The Song",
        caption=f"audio {files.known_by(files.MUSIC)}",
    )
    await message.reply_voice(files.VOICE, filename="v.ogg", duration=5, caption=f"voice {files.known_by(files.VOICE)}")
    await message.reply_video_note(files.VIDEO, filename="r.mp4", duration=4, length=240)
    await message.reply_sticker(files.STICKER)
    await message.reply_location(52.5, 13.25)
    await message.reply_venue(52.5, 13.25, "Café", "High Street 1")
    await message.reply_contact("+4930123456", "Bob", "Builder")
    await message.reply_dice(emoji="🎯")
    await message.reply_poll("Tea?", ["Yes", "No"], is_anonymous=False)
    await message.reply_media_group([InputMediaPhoto(files.PICTURE), InputMediaVideo(files.VIDEO, filename="v.mp4")])


async def told(message: Message) -> str:
    """What a message holds, and what its file is known by."""
    if message.location and not message.venue:
        return f"location {message.location.latitude:.2f} {message.location.longitude:.2f}"
    if message.contact:
        return f"contact {message.contact.phone_number} {message.contact.first_name}"
    if message.dice:
        return f"dice {message.dice.emoji} {message.dice.value}"
    if message.poll:
        return f"poll {message.poll.question} {[option.text for option in message.poll.options]}"
    attachment = message.effective_attachment
    if message.photo:
        kind, attachment = "photo", message.photo[-1]
    elif message.animation:
        kind, attachment = "animation", message.animation
    else:
        kind = next(kind for kind in ("document", "video", "audio", "voice", "video_note", "sticker") if getattr(message, kind))
    file = await attachment.get_file()
    content = bytes(await file.download_as_bytearray())
    assert file.file_unique_id == attachment.file_unique_id
    return f"{kind} {files.known_by(content)}"


async def describe(update: Update, context: Context) -> None:
    await update.effective_message.reply_text(await told(update.effective_message))


async def voted(update: Update, context: Context) -> None:
    answer = update.poll_answer
    await context.bot.send_message(answer.user.id, f"voted {list(answer.option_ids)}")


def main() -> None:
    api = os.environ["API_URL"]
    builder = Application.builder().token(os.environ["BOT_TOKEN"])
    application = builder.base_url(f"{api}/bot").base_file_url(f"{api}/file/bot").build()
    application.add_handler(CommandHandler("gallery", gallery))
    application.add_handler(PollAnswerHandler(voted))
    application.add_handler(MessageHandler(filters.ATTACHMENT, describe))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
