"""What a Telethon user tries with a bot of media: each file that one of them sends, the other gets byte by byte."""

import asyncio

import files
from telethon.tl import functions, types

from control import PATIENCE, same

BOT = "@media_bot"


class Gallery:
    """What the bot sends, as Telethon sees it."""

    def __init__(self, alice) -> None:
        self.alice = alice
        self.messages: list = []

    async def the_bot_sends_one_of_each(self) -> None:
        async with self.alice.open(BOT) as chat:
            await chat.send_message("/gallery")
            # The last two are one album.
            self.messages = [await chat.get_response() for _ in range(15)]

    async def files_arrive_whole_and_as_what_they_are(self) -> None:
        of_kind = {
            "photo": lambda message: message.photo,
            "document": lambda message: message.document,
            "video": lambda message: message.video,
            "animation": lambda message: message.gif,
            "audio": lambda message: message.audio,
            "voice": lambda message: message.voice,
        }
        captioned = {message.raw_text.split()[0]: message for message in self.messages if message.media and message.raw_text}
        same(set(captioned), set(of_kind))
        for kind, message in captioned.items():
            assert of_kind[kind](message), f"expected {kind}, got {message.media}"
            content = await message.download_media(bytes)
            if kind == "photo":
                # Telegram makes a JPEG of its own of every photo.
                assert content, "no photo"
            else:
                same(files.known_by(content), message.raw_text.split()[1])

    async def attributes_are_those_that_were_sent(self) -> None:
        by_text = {message.raw_text.split(" ")[0]: message for message in self.messages if message.raw_text}
        same((by_text["photo"].file.width, by_text["photo"].file.height), (200, 100))
        same((by_text["document"].file.name, by_text["document"].file.mime_type), ("notes.pdf", "application/pdf"))
        video = by_text["video"].file
        same((video.duration, video.width, video.height), (7, 320, 240))
        audio = by_text["audio"].file
        same((audio.duration, audio.performer, audio.title), (11, "The Band", "The Song"))
        same(by_text["voice"].file.duration, 5)
        round_video = self.messages[6]
        assert round_video.video_note, round_video.media
        same(files.known_by(await round_video.download_media(bytes)), files.known_by(files.VIDEO))
        assert self.messages[7].sticker, self.messages[7].media
        same(await self.messages[7].download_media(bytes), files.STICKER)

    async def places_people_and_games_of_chance_arrive(self) -> None:
        location, venue, contact, dice, poll = self.messages[8:13]
        same((location.geo.lat, location.geo.long), (52.5, 13.25))
        same((venue.venue.title, venue.venue.address, venue.venue.geo.lat), ("Café", "High Street 1", 52.5))
        same((contact.contact.phone_number.lstrip("+"), contact.contact.first_name), ("4930123456", "Bob"))
        same(dice.dice.emoticon, "🎯")
        assert 1 <= dice.dice.value <= 6, dice.dice
        same(poll.poll.poll.question.text, "Tea?")
        same([answer.text.text for answer in poll.poll.poll.answers], ["Yes", "No"])

    async def an_album_is_one(self) -> None:
        album = self.messages[13:]
        assert album[0].grouped_id and album[0].grouped_id == album[1].grouped_id, album
        assert album[0].photo and album[1].video, album
        same(files.known_by(await album[1].download_media(bytes)), files.known_by(files.VIDEO))

    async def a_vote_is_told(self) -> None:
        poll = self.messages[12]
        async with self.alice.open(BOT) as chat:
            option = poll.poll.poll.answers[1].option
            await self.alice.client(functions.messages.SendVoteRequest(BOT, poll.id, [option]))
            same((await chat.get_response(self.messages[-1])).raw_text, "voted [1]")

    async def what_the_user_sends_arrives_whole(self) -> None:
        video = types.DocumentAttributeVideo(duration=7, w=320, h=240, supports_streaming=True)
        sent = [
            ("document", files.DOCUMENT, "notes.pdf", {"force_document": True}),
            ("video", files.VIDEO, "v.mp4", {"attributes": [video]}),
            ("audio", files.MUSIC, "m.mp3", {"attributes": [types.DocumentAttributeAudio(11, title="The Song")]}),
            ("voice", files.VOICE, "v.ogg", {"voice_note": True, "attributes": [types.DocumentAttributeAudio(5, voice=True)]}),
        ]
        async with self.alice.open(BOT) as chat:
            for kind, content, name, how in sent:
                message = await self.alice.client.send_file(BOT, files.named(name, content), **how)
                same((await chat.get_response(message)).raw_text, f"{kind} {files.known_by(content)}")
            message = await self.alice.client.send_file(BOT, files.named("p.png", files.PICTURE))
            answer = await chat.get_response(message)
            assert answer.raw_text.startswith("photo "), answer.raw_text

    async def other_things_the_user_sends_arrive(self) -> None:
        media = [
            (types.InputMediaGeoPoint(types.InputGeoPoint(48.25, 16.5)), "location 48.25 16.50"),
            (types.InputMediaContact("4930123456", "Bob", "", ""), "contact 4930123456 Bob"),
        ]
        async with self.alice.open(BOT) as chat:
            for sent, told in media:
                message = await self.alice.client.send_file(BOT, sent)
                same((await chat.get_response(message)).raw_text.replace("+", ""), told)
            message = await self.alice.client.send_file(BOT, types.InputMediaDice("🎲"))
            answer = await chat.get_response(message)
            assert answer.raw_text.startswith("dice 🎲 "), answer.raw_text


def scenes(alice):
    gallery = Gallery(alice)
    for name, scene in vars(Gallery).items():
        if not name.startswith("_"):
            yield f"media: {name.replace('_', ' ')}", lambda scene=scene: asyncio.wait_for(scene(gallery), 2 * PATIENCE)
