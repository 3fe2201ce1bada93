#!/usr/bin/env python3
"""The witness: an unmodified python-telegram-bot bot talks to the sandbox, and a user talks to the bot.

    python3 tests/witness/run.py target/debug/ambigram-sandbox

The interpreter that runs this must have what `requirements.txt` names; `--python` names another for the bot.
Prints a line for each thing that was tried, and exits with 0 where all of them held.
"""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import traceback
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
# How long anything is waited for, in seconds, before the witness gives up.
PATIENCE = 60


class Control:
    """The sandbox's control API."""

    def __init__(self, url: str) -> None:
        self.url = url

    def ask(self, method: str, path: str, body: dict | None = None, **query) -> dict:
        if query:
            path += "?" + urllib.parse.urlencode(query)
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=2 * PATIENCE) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read().decode()}") from None


class Chat:
    """A chat with the bot in it, in a user's hands."""

    def __init__(self, control: Control, user: str, chat: str) -> None:
        self.control, self.path, self.user = control, f"/users/{user}/chats/{chat}", user

    def say(self, text: str, **more) -> dict:
        return self.control.ask("POST", f"{self.path}/messages", {"text": text, **more})

    def wait(self, **wanted) -> dict:
        return self.control.ask("GET", f"{self.path}/wait", **wanted, timeout=PATIENCE)

    def answer_to(self, said: dict) -> dict:
        """What the bot says next."""
        return self.wait(after=said["message_id"], **{"from": "@witness_bot"})

    def press(self, label: str) -> dict:
        """Presses a button; the bot's answer to that."""
        query = self.control.ask("POST", f"{self.path}/press", {"label": label})["query"]
        return self.control.ask("GET", f"/users/{self.user}/presses/{query}", timeout=PATIENCE)["answer"]


def same(got, expected) -> None:
    assert got == expected, f"expected {expected!r}, got {got!r}"


class Play:
    """What is tried, in this order."""

    def __init__(self, control: Control, bot: subprocess.Popen) -> None:
        self.control, self.bot = control, bot
        self.chat = Chat(control, "@alice", "@witness_bot")

    def greeting_mentions_the_user(self) -> None:
        answer = self.chat.answer_to(self.control.ask("POST", f"{self.chat.path}/start", {}))
        same(answer["text"], "Hello, Alice! I am Witness.")
        same([entity["type"] for entity in answer["entities"]], ["text_mention", "bold"])
        same(answer["entities"][0]["user"]["username"], "alice")

    def bot_was_seen_typing(self) -> None:
        events = self.control.ask("GET", "/users/@alice/events")["events"]
        assert any(event["kind"] == "chat_action" for event in events), events

    def menu_is_set(self) -> None:
        commands = self.control.ask("GET", f"{self.chat.path}/commands")["commands"]
        same([command["command"] for command in commands], ["start", "count"])

    def formatting_comes_back(self) -> None:
        html = 'All <b>bold <i>and slanted</i></b>, <code>x = 1</code>, <a href="https://a.example/">here</a> 👋 @alice'
        said = self.chat.say(html, parse_mode="HTML")
        answer = self.chat.answer_to(said)
        same((answer["text"], answer["entities"]), (said["text"], said["entities"]))
        same(answer["reply_to_message"]["message_id"], said["message_id"])

    def long_and_odd_texts_come_back(self) -> None:
        for text in ["x" * 4096, "a & b < c > d + e % f", "line\none\n\nline two", "Ünïcödé 漢字 🏳️‍🌈"]:
            same(self.chat.answer_to(self.chat.say(text))["text"], text)

    def buttons_edit_their_message(self) -> None:
        counter = self.chat.answer_to(self.chat.say("/count"))
        same((counter["text"], counter["reply_markup"]["inline_keyboard"][0][1]["text"]), ("0", "+1"))
        for label, number in [("+1", "1"), ("+1", "2"), ("-1", "1"), ("-1", "0"), ("-1", "-1")]:
            answer = self.chat.press(label)
            same((answer["text"], answer["show_alert"]), (f"Now {number}", number == "-1"))
            edited = self.chat.wait(message=counter["message_id"], text=number)
            same(edited["entities"], [{"type": "bold", "offset": 0, "length": len(number)}])

    def edits_are_noticed(self) -> None:
        said = self.chat.say("a typo")
        self.chat.answer_to(said)
        self.control.ask("PATCH", f"{self.chat.path}/messages/{said['message_id']}", {"text": "no typo"})
        same(self.chat.wait(contains="You made it")["text"], "You made it: no typo")

    def messages_are_deleted(self) -> None:
        echoed = self.chat.answer_to(self.chat.say("a secret"))
        asked = self.chat.say("/forget", reply_to=echoed["message_id"])
        same(self.chat.answer_to(asked)["text"], "I never said “a secret”.")
        self.chat.wait(message=echoed["message_id"], gone="true")

    def refusals_have_the_right_names(self) -> None:
        robert = self.control.ask("POST", "/users", {"first_name": "Robert", "username": "robert"})

        def tell(chat: int) -> str:
            return self.chat.answer_to(self.chat.say(f"/tell {chat} hello"))["text"]

        same(tell(12345), "BadRequest: Chat not found")
        theirs = Chat(self.control, "@robert", "@witness_bot")
        theirs.answer_to(self.control.ask("POST", f"{theirs.path}/start", {}))
        assert tell(robert["id"]).endswith("is there."), "a user who started the bot can be written to"
        self.control.ask("PUT", "/users/@robert/blocked/@witness_bot")
        same(tell(robert["id"]), "Forbidden: Forbidden: bot was blocked by the user")

    def groups_are_joined_and_asked_about(self) -> None:
        new = {"type": "supergroup", "title": "Friends", "creator": "@alice", "members": ["@robert"]}
        group = Chat(self.control, "@alice", str(self.control.ask("POST", "/chats", new)["id"]))
        chat = group.path.rsplit("/", 1)[1]
        self.control.ask("POST", f"/chats/{chat}/members", {"user": "@witness_bot"})
        group.wait(text="Thank you for having me, Alice.")
        self.control.ask("POST", f"/users/@robert/chats/{chat}/messages", {"text": "not for bots"})
        answer = group.answer_to(group.say("/members@witness_bot"))
        same(answer["text"], "Friends has 3 members. Alice may do all, I am a member.")
        # Privacy mode is on: had the bot been shown the other message, it would have echoed it.
        self.control.ask("GET", "/bots/@witness_bot/quiet", timeout=PATIENCE)
        texts = [message.get("text") for message in self.control.ask("GET", f"{group.path}/messages")["messages"]]
        same(texts.count("not for bots"), 1)

    def many_messages_are_answered_in_order(self) -> None:
        numbers = [str(number) for number in range(100)]
        for number in numbers:
            last = self.chat.say(number)
        self.chat.wait(text="99", after=last["message_id"], **{"from": "@witness_bot"})
        said = self.control.ask("GET", "/bots/@witness_bot/said")["messages"]
        same([message["text"] for message in said][-100:], numbers)

    def bot_stops_cleanly(self) -> None:
        self.bot.send_signal(signal.SIGINT)
        same(self.bot.wait(PATIENCE), 0)
        same(self.control.ask("GET", "/bots/@witness_bot")["waiting_updates"], 0)


def run(sandbox: str, python: str) -> int:
    passed = failed = 0
    server = subprocess.Popen([sandbox], stdout=subprocess.PIPE, text=True)
    bot = None
    try:
        addresses = json.loads(server.stdout.readline())
        control = Control(addresses["control"])
        account = control.ask("POST", "/bots", {"username": "witness_bot", "first_name": "Witness"})
        control.ask("POST", "/users", {"first_name": "Alice", "username": "alice"})
        environment = {**os.environ, "BOT_TOKEN": account["token"], "API_URL": addresses["bot_api"]}
        bot = subprocess.Popen([python, str(HERE / "ptb_bot.py")], env=environment)
        play = Play(control, bot)
        for name, scene in [(name, scene) for name, scene in vars(Play).items() if not name.startswith("_")]:
            try:
                scene(play)
                print(f"ok      {name.replace('_', ' ')}", flush=True)
                passed += 1
            except Exception as error:
                print(f"FAILED  {name.replace('_', ' ')}", flush=True)
                if isinstance(error, AssertionError):
                    print(f"        {error}")
                else:
                    traceback.print_exc()
                failed += 1
    finally:
        for process in (bot, server):
            if process is not None and process.poll() is None:
                process.terminate()
                try:
                    process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()
    if server.returncode != 0:
        print(f"FAILED  the sandbox stops cleanly: exit code {server.returncode}")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("AMBIGRAM_SANDBOX", "target/debug/ambigram-sandbox")
    parser.add_argument(
        "sandbox", nargs="?", default=default, help="the sandbox's binary (or AMBIGRAM_SANDBOX; %(default)s)"
    )
    parser.add_argument("--python", default=sys.executable, help="the interpreter for the bot (%(default)s)")
    arguments = parser.parse_args()
    return run(arguments.sandbox, arguments.python)


if __name__ == "__main__":
    sys.exit(main())
