"""At home: the bot with a chat in the terminal, for whoever sits there."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from bot import log as logs
from bot.app import App, open_app
from bot.cli.machine_zone import machine_zone
from bot.cli.signals import when_told_to_stop
from bot.community.communities import Communities
from bot.community.people import People
from bot.community.residents import Resident, residents
from bot.config import Config
from bot.errors import UserError
from bot.model.identity import Role
from bot.model.messages import File
from bot.platforms.local.cast import chosen_language, gather
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.console import Output
from bot.platforms.local.drawing import Painter
from bot.platforms.local.editing import edited_lines
from bot.platforms.local.lines import Lines
from bot.platforms.local.records import PLATFORM, SPACE, Person
from bot.platforms.local.terminal import talk

HANDLED_WITHIN = 20.0  # seconds that the prompt waits for an answer: as long as a handler may take, and its answer
FOLLOWED_WITHIN = 2.0  # and for what follows from it; a long row of sends goes on beside


async def run_at_home(config: Config, language: str | None) -> int:
    """Run until whoever sits at the terminal has enough; returns the exit status: 1 when nobody reads it any more."""
    logs.set_up(config.log.level, config.log.format, aside=config.log_file)
    tongue = chosen_language(language, os.environ, _told(config, "language"))
    machine = None if _told(config, "zone") else machine_zone(os.environ)
    config = _as_at_home(config, tongue, machine)
    stop = asyncio.Event()
    console = Output(gone=stop.set)
    when_told_to_stop(stop.set)
    lines = edited_lines(sys.stdin, console) or Lines(sys.stdin)
    lines.start()  # at once, so that what is typed meanwhile is shown behind its prompt
    async with open_app(config) as app:
        painter = Painter(console, app.parts.translator.text, tongue)
        chat = app.parts.platforms[PLATFORM]
        assert isinstance(chat, LocalPlatform)
        me = gather(chat, app.parts.translator.text, tongue, await _known_people(app))
        await _sit(app, talk(chat, BehindTheTerminal(app, config, machine), painter, lines, me), stop)
    painter.note("local-bye")  # the very last thing: whatever has to be said of the end was said before
    return 1 if console.is_gone else 0


async def _sit(app: App, sitting: Coroutine[Any, Any, None], stop: asyncio.Event) -> None:
    running, talking = asyncio.create_task(app.run()), asyncio.create_task(sitting)
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait([running, talking, stopped], return_when=asyncio.FIRST_COMPLETED)
    for task in (talking, stopped):
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait([task])
    app.stop()
    await running
    if not talking.cancelled():
        talking.result()


def _told(config: Config, key: str) -> str | None:
    """What the configuration says of a community, where it says it: a default is no choice."""
    return str(getattr(config.community, key)) if key in config.community.model_fields_set else None


def _as_at_home(config: Config, language: str, zone: str | None) -> Config:
    """The community is whoever sits at the terminal: it speaks and keeps time like that, unless told otherwise."""
    own = {"language": _told(config, "language") or language, "zone": zone or config.community.zone}
    return config.model_copy(update={"community": config.community.model_copy(update=own)})


async def _known_people(app: App) -> Sequence[Resident]:
    async with app.parts.work() as work:
        community = await Communities(work).of_space(SPACE)
        return await residents(work, community.id, PLATFORM) if community else ()


class BehindTheTerminal:
    """The bot as the terminal's `Backstage`."""

    def __init__(self, app: App, config: Config, machine: str | None) -> None:
        self._app = app
        self._config = config
        self._machine = machine  # its zone, where no other is configured

    @property
    def log_file(self) -> str:
        return str(self._config.log_file)

    def keep(self, file: File) -> str:
        path = self._config.data_folder / "files" / Path(file.name).name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        return str(path)

    async def first_zone(self) -> str | None:
        async with self._app.parts.work() as work:
            return None if await Communities(work).of_space(SPACE) else self._machine

    async def settled(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(HANDLED_WITHIN):
                await self._app.dispatcher.idle()
            async with asyncio.timeout(FOLLOWED_WITHIN):
                await self._app.settled()

    async def role(self, person: Person) -> Role:
        async with self._app.parts.work() as work:
            community = await Communities(work).of_space(SPACE)
            if community is None:
                return Role.MEMBER
            try:
                return (await People(work).find(community, f"{PLATFORM}:{person.user_id}")).role
            except UserError:
                return Role.MEMBER

    async def appoint(self, person: Person, role: Role) -> None:
        await self.settled()
        async with self._app.parts.work() as work:
            community = await Communities(work).of_space(SPACE)
            if community is not None and role > Role.MEMBER:
                member = await People(work).find(community, f"{PLATFORM}:{person.user_id}")
                await People(work).set_role(member.id, role)
