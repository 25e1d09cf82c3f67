"""The terminal's face of the local chat: one person plays everybody, line by line."""

import asyncio
import contextlib
import io
import os
import re
from collections.abc import Awaitable
from typing import TextIO

from rich.console import Console

from bot.model.identity import ChannelRef, Role
from bot.model.messages import Field
from bot.platforms.local.asking import CANCEL, Retry, read_answer
from bot.platforms.local.cast import chosen_language, find_person, introduce_starters, newcomer
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.drawing import Painter
from bot.platforms.local.lines import Lines
from bot.platforms.local.numbering import numbered
from bot.platforms.local.records import CHANNELS, GENERAL, HOSTS, Asked, Person, Shown
from bot.text.markup import clean
from bot.text.saying import Say

DIRECT = "direct"  # what the private chat with the bot is called here
ANSWER_WITHIN = 3.0  # seconds that the prompt waits for the answer to what was typed
ANSWER_PAUSE = 0.05  # seconds of silence after which an answer of several messages is taken as whole


async def talk(chat: LocalPlatform, *, say: Say, language: str | None, input_stream: TextIO, console: Console) -> None:
    """Let whoever types into `input_stream` use `chat`, until "quit" or the end of the stream.

    `say` is `Translator.text`; without a `language` the environment tells it. The chat must run, or be started beside.
    """
    if isinstance(console.file, io.TextIOWrapper):
        console.file.reconfigure(errors="replace")  # a pipe of another encoding gets "?" for what it cannot hold
    tongue = chosen_language(language, os.environ)
    me = introduce_starters(chat, say, tongue)
    terminal = Terminal(chat, Painter(console, say, tongue), Lines(input_stream), me, tongue)
    stop_listening = chat.listen(terminal.hear)
    try:
        await chat.ready()
        await terminal.run()
    finally:
        stop_listening()


class Terminal:
    """One sitting at the terminal: who is typing, where, and what they have not seen yet."""

    def __init__(self, chat: LocalPlatform, painter: Painter, lines: Lines, me: Person, language: str) -> None:
        self._chat = chat
        self._painter = painter
        self._lines = lines
        self._me = me
        self._language = language
        self._channel = GENERAL
        self._unseen: list[Shown | Asked] = []
        self._offers: list[Shown] = []  # what was drawn with buttons, the newest last
        self._open_prompt = ""
        self._heard = asyncio.Event()

    async def run(self) -> None:
        """Read and obey until there is nothing more to read."""
        self._painter.note("local-welcome", name=self._me.name)
        while (line := await self._read(self._prompt())) is not None and line.strip() != "quit":
            await self._obey(line.strip())
            while asked := next(iter(self._chat.forms(self._me)), None):
                await self._fill_in(asked)
        self._painter.note("local-bye")

    def hear(self, what: Shown | Asked) -> None:
        """Draw what the chat shows, or tell that somebody else has something to see."""
        self._heard.set()
        if self._open_prompt:
            self._painter.lift_prompt()
        if self._chat.is_seen_by(self._me, what):
            self._draw(what)
        else:
            self._unseen = [*(other for other in self._unseen if not _same(other, what)), what]
            self._tell_of(what)
        if self._open_prompt:
            self._painter.prompt(self._open_prompt)

    async def _obey(self, line: str) -> None:
        if line == "?":
            self._painter.note("local-help", people=self._callable_people())
        elif line.split(maxsplit=1)[:1] == ["@new"]:
            await self._bring_in(line.removeprefix("@new").strip())
        elif re.fullmatch(r"@\S+", line):
            self._switch_to(line.removeprefix("@"))
        elif channel := self._channel_called(line):
            self._go_to(channel)
        elif line.isdecimal() and (offer := self._offer()):
            await self._press(offer, int(line))
        elif line.startswith("/"):
            await self._answered(self._chat.says(self._me, line, self._channel))
        elif line:
            await self._chat.says(self._me, line, self._channel)

    async def _press(self, offer: Shown, number: int) -> None:
        buttons = numbered(offer.buttons)
        action = buttons.get(number)
        if action is None:
            self._painter.note("local-no-such-button", number=number, first=min(buttons), last=max(buttons))
            return
        if action.url:
            self._painter.note("local-link", link=action.url)
        else:
            await self._answered(self._chat.presses(self._me, action.token))

    async def _answered(self, deed: Awaitable[None]) -> None:
        """Do it, and wait for what the bot shows upon it, so that the prompt comes after the answer."""
        self._heard.clear()
        await deed
        patience = ANSWER_WITHIN
        with contextlib.suppress(TimeoutError):
            while True:
                async with asyncio.timeout(patience):
                    await self._heard.wait()
                self._heard.clear()
                patience = ANSWER_PAUSE

    async def _fill_in(self, asked: Asked) -> None:
        self._painter.title(asked.form.title)
        self._painter.note("local-form-how")
        values: dict[str, str] = {}
        for field in asked.form.fields:
            value = await self._ask(field)
            if value is None:
                self._chat.dismisses(asked)
                self._painter.note("local-form-cancelled")
                return
            values[field.name] = value
        await self._answered(self._chat.submits(self._me, asked.form, values))

    async def _ask(self, field: Field) -> str | None:
        """The value typed for `field`; None when the form was cancelled or the input ended."""
        self._painter.question(field)
        standing = self._painter.standing(field)
        prompt = f"[{standing}] > " if standing else "> "
        while (line := await self._read(prompt)) is not None and line.strip() != CANCEL:
            answer = read_answer(field, line)
            if not isinstance(answer, Retry):
                return answer.text
            self._painter.note(answer.key)
        return None

    async def _bring_in(self, words: str) -> None:
        if words and find_person(self._chat, words.split()[0]):
            self._painter.note("local-new-taken", name=words.split()[0])
            return
        person = newcomer(self._chat, words, self._language) if words else None
        if not person:
            self._painter.note("local-new-how")
            return
        self._become(person)
        await self._chat.joins(person)

    def _switch_to(self, called: str) -> None:
        person = find_person(self._chat, called)
        if person:
            self._become(person)
        else:
            self._painter.note("local-no-such-person", name=called, people=self._callable_people())

    def _become(self, person: Person) -> None:
        self._me = person
        self._channel = GENERAL
        self._painter.note("local-you-are", name=person.name, role=self._painter.role(person))
        mine = [what for what in self._unseen if self._chat.is_seen_by(person, what)]
        self._unseen = [what for what in self._unseen if what not in mine]
        for what in mine:
            if isinstance(what, Shown):
                self._draw(what)

    def _channel_called(self, line: str) -> ChannelRef | None:
        """The channel that a line such as "#hosts" goes to; "#direct" is the private chat with the bot."""
        if line == f"#{DIRECT}":
            return self._me.private_chat
        return next((channel for channel in CHANNELS if line == f"#{channel.channel_id}"), None)

    def _go_to(self, channel: ChannelRef) -> None:
        if channel == HOSTS and self._me.floor < Role.HOST:
            self._painter.note("local-hosts-only")
        else:
            self._channel = channel

    def _callable_people(self) -> str:
        return ", ".join(f"@{person.user_id}" for person in self._chat.people)

    def _offer(self) -> Shown | None:
        """The message whose buttons the numbers press: the last one drawn that this person sees."""
        return next((shown for shown in reversed(self._offers) if self._chat.is_seen_by(self._me, shown)), None)

    def _draw(self, what: Shown | Asked) -> None:
        if isinstance(what, Asked):
            if self._open_prompt:
                self._painter.note("local-form-waits", title=what.form.title)
            return
        self._painter.message(what)
        self._offers = [shown for shown in self._offers if not _same(shown, what)][-50:]
        if what.buttons:
            self._offers.append(what)

    def _tell_of(self, what: Shown | Asked) -> None:
        if not what.only_for:
            self._painter.note("local-unseen-hosts")
            return
        person = find_person(self._chat, what.only_for.user_id)
        if person:
            self._painter.note("local-unseen", name=person.name, switch=f"@{person.user_id}")

    def _prompt(self) -> str:
        place = (
            "" if self._channel == GENERAL else f" #{self._channel.channel_id if self._channel.space_id else DIRECT}"
        )
        return f"{clean(self._me.name)} ({self._painter.role(self._me)}){place} > "

    async def _read(self, prompt: str) -> str | None:
        """The next line, with the prompt before it; None at the end of the input."""
        if not self._lines.are_typed:
            line = await self._lines.next()
            if line is not None:
                self._painter.prompt(prompt, line)
            return line
        self._open_prompt = prompt
        self._painter.prompt(prompt)
        line = await self._lines.next()
        self._open_prompt = ""
        if line is None:
            self._painter.end_line()
        return line


def _same(one: Shown | Asked, other: Shown | Asked) -> bool:
    """Whether both are the same message, at whatever edit."""
    return isinstance(one, Shown) and isinstance(other, Shown) and one.message_id == other.message_id
