"""What a Telethon user, logged in by phone and code, tries with each of the bots."""

import asyncio
import contextlib
import pathlib

from telethon import TelegramClient, errors, events, functions
from telethon.crypto import rsa
from telethon.sessions import MemorySession
from telethon.tl import types

import media_play
from control import PATIENCE, Control, same


class Alice:
    """A person with Telethon."""

    def __init__(self, control: Control, server: str, public_key: pathlib.Path) -> None:
        self.control = control
        self.account = control.ask("GET", "/users/@alice")
        rsa.add_key(public_key.read_text(), old=False)
        host, port = server.rsplit(":", 1)
        session = MemorySession()
        session.set_dc(2, host, int(port))
        self.client = TelegramClient(session, api_id=1, api_hash="hash")

    async def log_in(self) -> None:
        """Exchanges keys, is refused with a wrong code, and gets in with the right one."""
        client, phone = self.client, self.account["phone"]
        await client.connect()
        sent = await client.send_code_request(phone)
        code = self.control.ask("GET", "/users/@alice/code")["code"]
        wrong = "".join("1" if digit == "0" else "0" for digit in code)
        try:
            await client.sign_in(phone, wrong, phone_code_hash=sent.phone_code_hash)
            raise AssertionError("a wrong code was taken")
        except errors.PhoneCodeInvalidError:
            pass
        await client.sign_in(phone, code, phone_code_hash=sent.phone_code_hash)
        me = await client.get_me()
        same((me.id, me.username, me.phone, me.bot), (self.account["id"], "alice", phone, False))

    @contextlib.contextmanager
    def listening_to(self, bot: str):
        """The texts that a bot sends from now on, as they come in."""
        heard: asyncio.Queue[str] = asyncio.Queue()

        async def hear(event: events.NewMessage.Event) -> None:
            await heard.put(event.raw_text)

        handler = events.NewMessage(chats=bot, incoming=True)
        self.client.add_event_handler(hear, handler)
        try:
            yield heard
        finally:
            self.client.remove_event_handler(hear, handler)

    def open(self, bot: str):
        """The chat with a bot: what is sent is answered."""
        return self.client.conversation(bot, timeout=PATIENCE)


class Talk:
    """What is tried with every bot that greets, counts and echoes."""

    def __init__(self, alice: Alice, bot: str, greeting: str) -> None:
        self.alice, self.bot, self.greeting = alice, bot, greeting

    async def greets(self) -> None:
        async with self.alice.open(self.bot) as chat:
            await chat.send_message("/start")
            answer = await chat.get_response()
            assert answer.raw_text.startswith(self.greeting), answer.raw_text
            assert any(isinstance(entity, types.MessageEntityBold) for entity in answer.entities), answer.entities
            sender = await answer.get_sender()
            same((sender.username, sender.bot), (self.bot.removeprefix("@"), True))

    async def echoes_with_formatting(self) -> None:
        async with self.alice.open(self.bot) as chat:
            text = "All **bold __and slanted__**, `x = 1`, [here](https://a.example/) 👋"
            said = await chat.send_message(text)
            answer = await chat.get_response()
            same((answer.raw_text, answer.entities), (said.raw_text, said.entities))
            for text in ["x" * 4096, "a & b < c > d", "line\none\n\nline two", "Ünïcödé 漢字 🏳️‍🌈"]:
                await chat.send_message(text, parse_mode=None)
                same((await chat.get_response()).raw_text, text)

    async def counts_by_buttons(self) -> None:
        async with self.alice.open(self.bot) as chat:
            await chat.send_message("/count")
            counter = await chat.get_response()
            same((counter.raw_text, [button.text[1:] for button in counter.buttons[0]]), ("0", ["1", "1"]))
            for column, number in [(1, "1"), (1, "2"), (0, "1")]:
                edit = asyncio.ensure_future(chat.get_edit(timeout=PATIENCE))
                await counter.click(0, column)
                edited = await edit
                same((edited.id, edited.raw_text), (counter.id, number))
                counter = await self.alice.client.get_messages(self.bot, ids=counter.id)
                same(counter.raw_text, number)

    async def answers_in_order(self) -> None:
        numbers = [str(number) for number in range(50)]
        with self.alice.listening_to(self.bot) as heard:
            for number in numbers:
                await self.alice.client.send_message(self.bot, number)
            same([await asyncio.wait_for(heard.get(), PATIENCE) for _ in numbers], numbers)

    async def catches_up(self) -> None:
        """What is written while Alice is away reaches her when she comes back."""
        with self.alice.listening_to(self.bot) as heard:
            await self._is_away_and_comes_back()
            same(await asyncio.wait_for(heard.get(), PATIENCE), "from another device")

    async def _is_away_and_comes_back(self) -> None:
        client, control = self.alice.client, self.alice.control
        await client.disconnect()
        path = f"/users/@alice/chats/{self.bot}"
        said = control.ask("POST", f"{path}/messages", {"text": "from another device"})
        wanted = {"after": said["message_id"], "from": self.bot, "timeout": PATIENCE}
        control.ask("GET", f"{path}/wait", **wanted)
        await client.connect()
        await client.catch_up()

    async def history_is_the_same_from_either_side(self) -> None:
        """A message has the same number, text and sender whichever wire shows it."""
        seen = self.alice.control.ask("GET", f"/users/@alice/chats/{self.bot}/messages")["messages"]
        history = [message async for message in self.alice.client.iter_messages(self.bot, reverse=True)]
        shown = [(message.id, message.raw_text, message.sender_id) for message in history]
        same(shown, [(message["message_id"], message["text"], message["from"]["id"]) for message in seen])


class Memory:
    """What is tried with the bots that others wrote: they notice edits, and take back what they said."""

    def __init__(self, alice: Alice, bot: str) -> None:
        self.alice, self.bot = alice, bot

    async def notices_edits(self) -> None:
        async with self.alice.open(self.bot) as chat:
            said = await chat.send_message("a typo")
            await chat.get_response()
            with self.alice.listening_to(self.bot) as heard:
                await said.edit("no typo")
                same(await asyncio.wait_for(heard.get(), PATIENCE), "You made it: no typo")

    async def takes_back_what_it_said(self) -> None:
        client = self.alice.client
        async with self.alice.open(self.bot) as chat:
            await chat.send_message("a secret")
            echoed = await chat.get_response()
            await chat.send_message("/forget", reply_to=echoed.id)
            same((await chat.get_response()).raw_text, "I never said “a secret”.")
            same(await client.get_messages(self.bot, ids=echoed.id), None)


class Group:
    """What is tried with a supergroup that Alice makes herself."""

    def __init__(self, alice: Alice, bot: str) -> None:
        self.alice, self.bot = alice, bot

    async def is_made_and_answered_in(self) -> None:
        client = self.alice.client
        made = await client(functions.channels.CreateChannelRequest("Friends", "", megagroup=True))
        group = made.chats[0]
        await client(functions.channels.InviteToChannelRequest(group, [self.bot]))
        names = [member.username async for member in client.iter_participants(group)]
        same(sorted(names), sorted(["alice", self.bot.removeprefix("@")]))
        async with client.conversation(group, timeout=PATIENCE) as chat:
            asked = await chat.send_message(f"/count{self.bot}")
            answer = await chat.get_response()
            # A bot may thank for the invitation first.
            while answer.raw_text != "0":
                answer = await chat.get_response()
            assert answer.id > asked.id, "a supergroup numbers its messages for all"
        await client.delete_messages(group, [asked.id])
        same(await client.get_messages(group, ids=asked.id), None)
        dialogs = [dialog.name async for dialog in client.iter_dialogs()]
        assert "Friends" in dialogs, dialogs


class Refusals:
    """What Telegram refuses, by the names of Telethon's errors."""

    def __init__(self, alice: Alice) -> None:
        self.alice = alice

    async def have_telegrams_names(self) -> None:
        client = self.alice.client
        for expected, request in [
            (errors.UsernameNotOccupiedError, functions.contacts.ResolveUsernameRequest("nobody_is_called_so")),
            (errors.UsernameInvalidError, functions.contacts.ResolveUsernameRequest("!")),
            (errors.PeerIdInvalidError, functions.messages.SendMessageRequest(types.InputPeerUser(1, 2), "x")),
            (errors.MessageEmptyError, functions.messages.SendMessageRequest(types.InputPeerSelf(), " ")),
            (errors.MessageIdInvalidError, functions.messages.EditMessageRequest("me", 99999, message="x")),
            (errors.UserBotRequiredError, functions.messages.SetBotCallbackAnswerRequest(1, 0)),
        ]:
            try:
                given = await client(request)
            except expected:
                continue
            raise AssertionError(f"{request} gave {given}")


async def scenes(control: Control, server: str, public_key: pathlib.Path, bots: dict[str, str]):
    """All that is tried, by name."""
    alice = Alice(control, server, public_key)
    yield "a Telethon user logs in", alice.log_in
    for bot, greeting in bots.items():
        talk = Talk(alice, bot, greeting)
        for name in [name for name in vars(Talk) if not name.startswith("_")]:
            yield f"{bot} {name.replace('_', ' ')}", getattr(talk, name)
        if not bot.startswith("@quickstart"):
            memory = Memory(alice, bot)
            for name in [name for name in vars(Memory) if not name.startswith("_")]:
                yield f"{bot} {name.replace('_', ' ')}", getattr(memory, name)
        yield f"{bot}'s group {Group.is_made_and_answered_in.__name__.replace('_', ' ')}", Group(alice, bot).is_made_and_answered_in
    for name, scene in media_play.scenes(alice):
        yield name, scene
    yield "refusals have Telegram's names", Refusals(alice).have_telegrams_names
    yield "the Telethon user logs out", alice.client.log_out
