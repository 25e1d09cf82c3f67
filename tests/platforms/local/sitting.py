"""Somebody at the terminal, through real pipes and a real pseudo-terminal, and a small bot at the other end."""

import asyncio
import io
import os
from collections.abc import Sequence
from datetime import datetime
from typing import TextIO

from bot.clock import VirtualClock
from bot.community.residents import Resident
from bot.model.identity import AccountRef, Role, SpaceRef
from bot.model.incoming import ActionPressed, Asked, CommandInvoked, FormSubmitted, Incoming, Presence
from bot.model.messages import Accent, Action, Choice, Field, FieldKind, File, Form, Markup, Message
from bot.platforms.local.cast import gather
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.console import Output
from bot.platforms.local.drawing import Painter
from bot.platforms.local.lines import Lines
from bot.platforms.local.records import GENERAL, HOSTS, Person
from bot.platforms.local.terminal import talk
from bot.text.markup import escape
from bot.text.saying import Say
from bot.text.translator import Translator

FORM = Form(
    "f-1",
    "New poll",
    (
        Field("title", "Title", value="Tea?"),
        Field("size", "Size", FieldKind.CHOICE, choices=(Choice("s", "Small"), Choice("l", "Large"))),
    ),
)


HOSTS_ONLY = "· The channel #hosts is for hosts and moderators; @host lets you play one.\n"


class SmallChat(LocalPlatform):
    """A chat with a small bot in it, which answers what comes in a moment after it was stored, as the real one does.

    It is its own backstage too: `roles` is what the community made of people.
    """

    log_file = "data/afterglow.log"

    def __init__(self, clock: VirtualClock, say: Say) -> None:
        super().__init__(clock, say)
        self.roles: dict[str, Role] = {}
        self.zone: str | None = None
        self.said: list[Presence] = []
        self.files: list[File] = []
        self.form = FORM
        self._answers: set[asyncio.Task[object]] = set()

    async def first_zone(self) -> str | None:
        return self.zone

    async def settled(self) -> None:
        await asyncio.gather(*self._answers)

    async def role(self, person: Person) -> Role:
        return self.roles.get(person.user_id, Role.MEMBER)

    def keep(self, file: File) -> str:
        self.files.append(file)
        return f"files/{file.name}"

    async def appoint(self, person: Person, role: Role) -> None:
        self.roles[person.user_id] = role

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        for update in updates:
            await self.receive(update)

    async def receive(self, update: Incoming) -> None:
        self._answers.add(asyncio.create_task(self._answer(update)))

    async def receive_unkept(self, update: Incoming) -> None:
        await self.receive(update)

    def note(self, presence: Presence) -> None:
        self.said.append(presence)

    async def was_live(self, space: SpaceRef, since: datetime, until: datetime) -> bool:
        return False

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        return ()

    async def _answer(self, update: Incoming) -> object:
        await asyncio.sleep(0.02)
        match update:
            case CommandInvoked(name="note add", words="promote me"):
                self.roles[update.actor.account.user_id] = Role.HOST
                await self.send(HOSTS, Message(Markup("Somebody new is here.")), key="d4")
                return await self.respond(update.reply_to, Message(Markup("You are a host.")), private=True)
            case CommandInvoked(name="ping"):
                row = (Action("Again", "again"), Action("Shop", url="https://shop.example"))
                answer = Message(Markup("<b>Awake</b>."), (row,), Accent.GLOW)
                return await self.respond(update.reply_to, answer, private=True)
            case CommandInvoked(name="note add", words="go live"):
                panel = Message(Markup("You are live."), ((Action("Status", "status"),),))
                await self.respond(update.reply_to, panel, private=True)
                return await self.send(
                    GENERAL, Message(Markup("Come in."), ((Action("I am here", "here"),),)), key="d5"
                )
            case CommandInvoked(name="note add", words="score"):
                scale = [Action(str(score), f"score-{score}") for score in range(11)]
                rows = (tuple(scale[:6]), tuple(scale[6:]), (Action("Less of this", "less"),))
                return await self.respond(update.reply_to, Message(Markup("How was it?"), rows), private=True)
            case CommandInvoked(name="ask"):
                return await self.open_form(update.reply_to, self.form)
            case CommandInvoked(name="note add"):
                await self.send(GENERAL, Message(escape(f"Noted: {update.words}")), key="d1")
                buttons = ((Action("Read it", "hosts-only"),),)
                await self.send(HOSTS, Message(Markup("A note came in."), buttons), key="d2")
                return await self.send(AccountRef("local", "host"), Message(Markup("For you alone.")), key="d3")
            case ActionPressed(token=token):
                return await self.respond(update.reply_to, Message(escape(f"You pressed {token}.")), private=True)
            case FormSubmitted(values=values):
                return await self.respond(update.reply_to, Message(escape(f"Got {values}.")), private=False)
        return None


class Screen(io.StringIO):
    """What a terminal shows; tells when the prompt stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.prompted = asyncio.Event()

    def write(self, text: str) -> int:
        if "> " in text:
            self.prompted.set()
        return super().write(text)


async def transcript(
    chat: SmallChat, translator: Translator, *lines: str, language: str = "en", before: Sequence[Resident] = ()
) -> str:
    """What the terminal shows when `lines` come through a pipe, and certain people were there before."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write("".join(f"{line}\n" for line in lines))
    screen = io.StringIO()
    with os.fdopen(reading, encoding="utf-8") as stream:
        console = Output(file=screen, width=80, force_terminal=False)
        await sit(chat, translator, stream, console, language, before)
    return screen.getvalue()


async def sit(
    chat: SmallChat,
    translator: Translator,
    stream: TextIO,
    console: Output,
    language: str = "en",
    before: Sequence[Resident] = (),
) -> None:
    """Somebody sits down at `console`, and types into `stream`."""
    me = gather(chat, translator.text, language, before)
    await talk(chat, chat, Painter(console, translator.text, language), Lines(stream), me)
