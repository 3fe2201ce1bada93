"""The sandbox's control API, and what all plays share."""

import json
import pathlib
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
# How long anything is waited for, in seconds, before the witness gives up.
PATIENCE = 20


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
            with urllib.request.urlopen(request, timeout=PATIENCE + 10) as response:
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
