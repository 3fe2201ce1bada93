"""An echo bot with buttons, written as Telethon's users write theirs: it speaks MTProto.

It knows nothing of Ambigram: the sandbox must serve it as Telegram does. Needs BOT_TOKEN, SERVER (host:port) and
PUBLIC_KEY (a PEM file: Telethon exchanges keys by it).
"""

import asyncio
import os
import pathlib

from telethon import Button, TelegramClient, events
from telethon.crypto import rsa
from telethon.sessions import MemorySession


def client() -> TelegramClient:
    host, port = os.environ["SERVER"].rsplit(":", 1)
    rsa.add_key(pathlib.Path(os.environ["PUBLIC_KEY"]).read_text(), old=False)
    session = MemorySession()
    session.set_dc(2, host, int(port))
    return TelegramClient(session, api_id=1, api_hash="hash")


def buttons(count: int) -> list[Button]:
    return [Button.inline(f"{step:+}", f"count/{count + step}") for step in (-1, 1)]


async def start(event: events.NewMessage.Event) -> None:
    sender = await event.get_sender()
    await event.respond(f"Hello, **{sender.first_name}**!")


async def count(event: events.NewMessage.Event) -> None:
    await event.respond("0", buttons=buttons(0))


async def pressed(event: events.CallbackQuery.Event) -> None:
    number = int(event.data.decode().removeprefix("count/"))
    await event.edit(f"**{number}**", buttons=buttons(number))
    await event.answer(f"Now {number}", alert=number < 0)


async def forget(event: events.NewMessage.Event) -> None:
    answered = await event.get_reply_message()
    await answered.delete()
    await event.respond(f"I never said “{answered.raw_text}”.")


async def echo(event: events.NewMessage.Event) -> None:
    if not event.raw_text.startswith("/"):
        await event.reply(event.raw_text, formatting_entities=event.message.entities)


async def edited(event: events.MessageEdited.Event) -> None:
    if not event.out:
        await event.respond(f"You made it: {event.raw_text}")


async def main() -> None:
    bot = client()
    await bot.start(bot_token=os.environ["BOT_TOKEN"])
    bot.add_event_handler(start, events.NewMessage(pattern="^/start", incoming=True))
    bot.add_event_handler(count, events.NewMessage(pattern="^/count", incoming=True))
    bot.add_event_handler(forget, events.NewMessage(pattern="^/forget", incoming=True))
    bot.add_event_handler(echo, events.NewMessage(incoming=True))
    bot.add_event_handler(edited, events.MessageEdited())
    bot.add_event_handler(pressed, events.CallbackQuery(pattern=b"^count/"))
    print("ready", flush=True)
    await bot.run_until_disconnected()


if __name__ == "__main__":
    asyncio.run(main())
