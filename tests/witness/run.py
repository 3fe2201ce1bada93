#!/usr/bin/env python3
"""The witnesses: programs that others wrote, unmodified, against the sandbox.

    python3 tests/witness/run.py target/debug/ambigram-sandbox --quickstart bot-api=… --quickstart mtproto=…

- A python-telegram-bot bot, over the Bot API, and a user played over the control API.
- A Telethon *user*, over MTProto, who exchanges keys and logs in by phone and code, and talks with that bot, with a
  Telethon *bot* over MTProto, and with `quickstart` over each wire.

The interpreter that runs this must have what `requirements.txt` names. Prints a line for each thing that was tried, and
exits with 0 where all of them held.
"""

import argparse
import asyncio
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Awaitable, Callable

import ptb_play
import telethon_play
from control import HERE, PATIENCE, Control


class Tally:
    """What held and what did not."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def held(self, name: str) -> None:
        print(f"ok      {name}", flush=True)
        self.passed += 1

    def failed_with(self, name: str, error: Exception) -> None:
        print(f"FAILED  {name}", flush=True)
        if isinstance(error, AssertionError):
            print(f"        {error}")
        else:
            traceback.print_exception(error)
        self.failed += 1

    def try_out(self, name: str, scene: Callable[[], None]) -> None:
        try:
            scene()
            self.held(name)
        except Exception as error:
            self.failed_with(name, error)

    async def try_out_async(self, name: str, scene: Callable[[], Awaitable[object]]) -> None:
        try:
            await asyncio.wait_for(scene(), 3 * PATIENCE)
            self.held(name)
        except Exception as error:
            self.failed_with(name, error)


class Bots:
    """The bots' processes."""

    def __init__(self, control: Control, addresses: dict, public_key: pathlib.Path, sessions: pathlib.Path) -> None:
        self.control, self.addresses, self.public_key, self.sessions = control, addresses, public_key, sessions
        self.processes: list[subprocess.Popen] = []

    def start(self, username: str, command: list[str], first_name: str, **environment: str) -> subprocess.Popen:
        account = self.control.ask("POST", "/bots", {"username": username, "first_name": first_name})
        process = subprocess.Popen(
            command, env={**os.environ, "BOT_TOKEN": account["token"], **environment}, stdout=sys.stderr
        )
        self.processes.append(process)
        return process

    def python(self, username: str, script: str, first_name: str) -> subprocess.Popen:
        return self.start(
            username,
            [sys.executable, str(HERE / script)],
            first_name,
            API_URL=self.addresses["bot_api"],
            SERVER=self.addresses["mtproto"],
            PUBLIC_KEY=str(self.public_key),
        )

    def quickstart(self, username: str, wire: str, binary: str) -> subprocess.Popen:
        ready = self.control.ask("POST", "/sessions")["url"]
        return self.start(
            username,
            [binary],
            "Quickstart",
            AMBIGRAM_BACKEND=wire,
            API_URL=self.addresses["bot_api"] if wire == "bot-api" else ready,
            API_ID="1",
            API_HASH="hash",
            SESSION=str(self.sessions / username),
        )

    def until_in(self, username: str) -> None:
        """Waits until a bot is there: over MTProto it is told only what happens from then on."""
        self.control.ask("GET", f"/bots/@{username}/there", timeout=PATIENCE)


def run(sandbox: str, quickstarts: dict[str, str]) -> int:
    tally = Tally()
    server = subprocess.Popen([sandbox], stdout=subprocess.PIPE, text=True)
    bots = None
    try:
        addresses = json.loads(server.stdout.readline())
        control = Control(addresses["control"])
        with tempfile.TemporaryDirectory() as folder:
            public_key = pathlib.Path(folder) / "sandbox.pem"
            public_key.write_text(control.ask("GET", "/mtproto")["public_key"])
            bots = Bots(control, addresses, public_key, pathlib.Path(folder))
            control.ask("POST", "/users", {"first_name": "Alice", "username": "alice", "phone": "9996612345"})

            greetings = {}
            for wire, binary in quickstarts.items():
                username = f"quickstart_{wire.replace('-', '')}_bot"
                bots.quickstart(username, wire, binary)
                greetings[f"@{username}"] = "Hello, Alice!"
            for username, script in [("telethon_bot", "telethon_bot.py"), ("ptb_bot", "ptb_bot.py")]:
                bots.python(username, script, "Witness")
                greetings[f"@{username}"] = "Hello, Alice!"
            witness = bots.python("witness_bot", "ptb_bot.py", "Witness")
            bots.python("media_bot", "media_bot.py", "Media")
            for username in [*greetings, "@media_bot"]:
                bots.until_in(username.removeprefix("@"))

            asyncio.run(user(tally, control, addresses["mtproto"], public_key, greetings))
            play = ptb_play.Play(control, witness)
            for name, scene in [(name, scene) for name, scene in vars(ptb_play.Play).items() if not name.startswith("_")]:
                tally.try_out(name.replace("_", " "), lambda: scene(play))
    finally:
        for process in [*(bots.processes if bots else []), server]:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()
    if server.returncode != 0:
        tally.failed_with("the sandbox stops cleanly", AssertionError(f"exit code {server.returncode}"))
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 0 if tally.failed == 0 else 1


async def user(
    tally: Tally, control: Control, server: str, public_key: pathlib.Path, greetings: dict[str, str]
) -> None:
    async for name, scene in telethon_play.scenes(control, server, public_key, greetings):
        await tally.try_out_async(name, scene)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sandbox", help="the sandbox's binary")
    parser.add_argument(
        "--quickstart",
        action="append",
        default=[],
        metavar="WIRE=BINARY",
        type=lambda given: given.split("=", 1),
        help="the quickstart example, built with that wire alone",
    )
    arguments = parser.parse_args()
    return run(arguments.sandbox, dict(arguments.quickstart))


if __name__ == "__main__":
    sys.exit(main())
