"""What a user, played over the control API, tries with the python-telegram-bot bot."""

import signal
import subprocess

from control import PATIENCE, Chat, Control, same


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
