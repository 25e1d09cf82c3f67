"""The terminal, driven through real pipes and a real pseudo-terminal, with a small bot at the other end."""

import asyncio
import contextlib
import io
import os
import pty
import re
from collections.abc import AsyncIterator

import pytest
from rich.console import Console

from bot.clock import VirtualClock
from bot.model.identity import AccountRef
from bot.model.incoming import ActionPressed, CommandInvoked, FormSubmitted, Incoming, Presence
from bot.model.messages import Accent, Action, Choice, Field, FieldKind, Form, Markup, Message
from bot.platforms.local.cast import chosen_language
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.lines import Lines
from bot.platforms.local.records import GENERAL, HOSTS
from bot.platforms.local.terminal import talk
from bot.text.markup import escape
from bot.text.translator import Translator
from tests.platforms.contract import COMMANDS

FORM = Form(
    "f-1",
    "New poll",
    (
        Field("title", "Title", value="Tea?"),
        Field("size", "Size", FieldKind.CHOICE, choices=(Choice("s", "Small"), Choice("l", "Large"))),
    ),
)


class SmallBot:
    """Answers what comes in, a moment after it was stored, as the real one does."""

    def __init__(self, chat: LocalPlatform) -> None:
        self._chat = chat
        self._answers: set[asyncio.Task[object]] = set()

    async def receive(self, update: Incoming) -> None:
        self._answers.add(asyncio.create_task(self._answer(update)))

    def note(self, presence: Presence) -> None:
        pass

    async def _answer(self, update: Incoming) -> object:
        match update:
            case CommandInvoked(name="ping"):
                row = (Action("Again", "again"), Action("Shop", url="https://shop.example"))
                answer = Message(Markup("<b>Awake</b>."), (row,), Accent.GLOW)
                return await self._chat.respond(update.reply_to, answer, private=True)
            case CommandInvoked(name="note add", words="score"):
                scale = [Action(str(score), f"score-{score}") for score in range(11)]
                rows = (tuple(scale[:6]), tuple(scale[6:]), (Action("Less of this", "less"),))
                return await self._chat.respond(update.reply_to, Message(Markup("How was it?"), rows), private=True)
            case CommandInvoked(name="ask"):
                return await self._chat.open_form(update.reply_to, FORM)
            case CommandInvoked(name="note add"):
                await self._chat.send(GENERAL, Message(escape(f"Noted: {update.words}")), key="d1")
                await self._chat.send(HOSTS, Message(Markup("A note came in.")), key="d2")
                return await self._chat.send(AccountRef("local", "host"), Message(Markup("For you alone.")), key="d3")
            case ActionPressed(token=token):
                return await self._chat.respond(update.reply_to, Message(escape(f"You pressed {token}.")), private=True)
            case FormSubmitted(values=values):
                return await self._chat.respond(update.reply_to, Message(escape(f"Got {values}.")), private=False)
        return None


@pytest.fixture
async def chat(clock: VirtualClock, translator: Translator) -> AsyncIterator[LocalPlatform]:
    """A chat with the small bot in it."""
    chat = LocalPlatform(clock, translator.text)
    running = asyncio.create_task(chat.run(SmallBot(chat), COMMANDS))
    yield chat
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


class Screen(io.StringIO):
    """What a terminal shows; tells when the prompt stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.prompted = asyncio.Event()

    def write(self, text: str) -> int:
        if "> " in text:
            self.prompted.set()
        return super().write(text)


async def transcript(chat: LocalPlatform, translator: Translator, *lines: str, language: str = "en") -> str:
    """What the terminal shows when `lines` come through a pipe."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write("".join(f"{line}\n" for line in lines))
    screen = io.StringIO()
    with os.fdopen(reading, encoding="utf-8") as stream:
        console = Console(file=screen, width=80, force_terminal=False)
        await talk(chat, say=translator.text, language=language, input_stream=stream, console=console)
    return screen.getvalue()


async def test_a_command_from_a_pipe_is_answered_in_a_box_and_the_end_of_input_ends(
    chat: LocalPlatform, translator: Translator
) -> None:
    shown = await transcript(chat, translator, "/ping")
    assert "Emma (member) > /ping\n╭─ only you see this ─" in shown
    assert "│ Awake." in shown
    assert "[1] Again   [2] Shop → https://shop.example" in shown
    assert shown.endswith("Good night.\n")
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80


async def test_numbers_press_the_buttons_of_the_last_message(chat: LocalPlatform, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ping", "1", "2", "3")
    assert "You pressed again." in shown
    assert "The button leads to https://shop.example" in shown
    assert "There is no button 3 here; the last message has 1 to 2." in shown


async def test_a_score_is_given_by_its_own_number(chat: LocalPlatform, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/note add score", "3", "/note add score", "0", "11")
    assert "│ [0] [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] │\n│ [11] Less of this " in shown
    assert re.findall("You pressed (.*?)[.]", shown) == ["score-3", "score-0", "less"]


async def test_a_number_without_buttons_is_chat(chat: LocalPlatform, translator: Translator) -> None:
    assert "no button" not in await transcript(chat, translator, "10")


async def test_a_form_is_asked_field_by_field_until_each_answer_fits(
    chat: LocalPlatform, translator: Translator
) -> None:
    shown = await transcript(chat, translator, "/ask", "-", "", "9", "large")
    assert "New poll" in shown
    assert "Title\n[Tea?] > -" in shown
    assert "  2 Large" in shown
    assert "This one is needed" in shown
    assert "Pick one of them" in shown
    assert "Afterglow · #general\n  Got (('title', 'Tea?'), ('size', 'l'))." in shown


async def test_a_form_can_be_cancelled(chat: LocalPlatform, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ask", "!", "quit", "never read")
    assert "Cancelled; nothing was sent." in shown
    assert "never read" not in shown


async def test_a_form_that_the_input_leaves_open_ends_with_it(chat: LocalPlatform, translator: Translator) -> None:
    assert (await transcript(chat, translator, "/ask", "A poll")).endswith("Good night.\n")


async def test_what_others_get_waits_until_one_plays_them(chat: LocalPlatform, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/note add <b>tea</b>", "@host")
    before, after = shown.split("@host\n· You are now Harry (host).")
    assert "Noted: <b>tea</b>" in before
    assert "something new for Harry; @host shows it" in before
    assert "something new in #hosts" in before
    assert "For you alone." not in before
    assert "Afterglow · #hosts\n  A note came in." in after
    assert "Afterglow · direct message\n  For you alone." in after


async def test_somebody_new_comes_in_with_a_language_and_a_role(chat: LocalPlatform, translator: Translator) -> None:
    shown = await transcript(chat, translator, "@new Žofie cs owner", "@ema", "@zofie", "#hosts", "hello", "@new Zofie")
    assert "You are now Žofie (owner)." in shown
    assert "Žofie (owner) #hosts > hello" in shown
    assert "Zofie is here already." in shown
    assert chat.people[-1].language == "cs"


async def test_a_member_is_kept_out_of_the_hosts_channel(chat: LocalPlatform, translator: Translator) -> None:
    shown = await transcript(chat, translator, "#hosts", "#direct", "/ping")
    assert "is for hosts and moderators" in shown
    assert "Emma (member) #direct > /ping\nAfterglow · direct message" in shown


async def test_lines_that_make_no_sense_get_a_hint(chat: LocalPlatform, translator: Translator) -> None:
    shown = await transcript(chat, translator, "", "@nobody", "@new", "@new Bo klingon", "/pign", "?")
    assert "Nobody here is called nobody. Here are @ema, @host, @mod" in shown
    assert shown.count("Write a name, and a language or a role") == 2
    assert "Did you mean /ping?" in shown
    assert "Just write to chat." in shown


async def test_the_terminal_speaks_czech(chat: LocalPlatform, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ping", "@mod", "?", language="cs")
    assert "Píšeš jako Ema." in shown
    assert "vidíš jen ty" in shown
    assert "Teď jsi Mirka (správce)." in shown


async def test_a_typed_prompt_is_drawn_again_below_what_comes_in(chat: LocalPlatform, translator: Translator) -> None:
    keyboard, terminal = pty.openpty()
    screen = Screen()
    console = Console(
        file=screen, width=80, force_terminal=True, color_system="truecolor", no_color=False, _environ={"TERM": "xterm"}
    )
    with os.fdopen(terminal, encoding="utf-8") as stream:
        talking = asyncio.create_task(
            talk(chat, say=translator.text, language="en", input_stream=stream, console=console)
        )
        await asyncio.wait_for(screen.prompted.wait(), 5)
        await chat.send(GENERAL, Message(Markup("<b>Live</b> now"), accent=Accent.LIVE), key="d1")
        os.write(keyboard, b"quit\n")
        await asyncio.wait_for(talking, 5)
    os.close(keyboard)
    shown = screen.getvalue()
    assert shown.count("Emma (member) > ") == 2
    assert "\r\x1b[2K" in shown
    assert "38;2;255;122;107mAfterglow" in shown


async def test_signs_that_a_pipe_cannot_hold_stop_nothing(chat: LocalPlatform, translator: Translator) -> None:
    screen = io.BytesIO()
    console = Console(file=io.TextIOWrapper(screen, encoding="ascii"), width=80, force_terminal=False)
    lines = io.StringIO("/ping\n")
    await talk(chat, say=translator.text, language="cs", input_stream=lines, console=console)
    assert b"Ema (?len) > /ping" in screen.getvalue()


async def test_lines_lose_their_ends_and_what_could_steer_a_terminal() -> None:
    lines = Lines(io.StringIO("up\x1b[A\r\nbell\x07\nlast"))
    assert [await lines.next() for _ in range(5)] == ["up", "bell", "last", None, None]


@pytest.mark.parametrize(
    ("option", "environment", "language"),
    [
        ("cs", {"LANG": "en_GB.UTF-8"}, "cs"),
        (None, {"LANG": "cs_CZ.UTF-8"}, "cs"),
        (None, {"LC_ALL": "en_GB.UTF-8", "LANG": "cs_CZ.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {}, "en"),
        ("tlh", {}, "en"),
    ],
)
def test_the_language_is_the_one_told_or_that_of_the_environment(
    option: str | None, environment: dict[str, str], language: str
) -> None:
    assert chosen_language(option, environment) == language
