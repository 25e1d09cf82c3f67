"""A whole bot for tests and plugin authors: real database, the local chat, a clock to move.

async with whole_bot() as bot:
    ann = bot.person("ann")
    assert await bot.says(ann, "/ping") == ["Here I am."]
"""

import contextlib
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from bot.app import App
from bot.clock import VirtualClock
from bot.config import Config, load_config
from bot.core.loader import Loaded, load_plugins
from bot.local_bot import open_local_bot
from bot.model.identity import ChannelRef, Role
from bot.model.messages import Form
from bot.owning import schema_owners
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import GENERAL, Person, Shown
from bot.storage.opening import open_database
from bot.storage.schema import SchemaOwner, bring_up_to_date
from bot.text.markup import plain

START = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
TEST_KEY = "what every bot for tests seals with, and nobody else"
"""One for all: what is compiled for one database then serves the next, which saves half of a bot's first minute."""


class WholeBot:
    """A bot that runs, with the people who talk to it."""

    def __init__(self, app: App, chat: LocalPlatform, clock: VirtualClock) -> None:
        self.app = app
        self.chat = chat
        self.clock = clock

    def person(self, name: str, role: Role = Role.MEMBER, *, language: str = "en") -> Person:
        """Introduce somebody; `role` is what the platform itself says they may do."""
        return self.chat.person(name.lower(), name=name, floor=role, language=language)

    async def says(self, person: Person, text: str, channel: ChannelRef = GENERAL) -> list[str]:
        """Say or command something; returns the texts that the person sees because of it, without markup."""
        seen = len(self.chat.shown(person))
        await self.chat.says(person, text, channel)
        return await self._news(person, seen)

    async def presses(self, person: Person, label: str) -> list[str]:
        """Press the newest button of that label; returns what the person sees because of it."""
        seen = len(self.chat.shown(person))
        await self.chat.presses(person, label)
        return await self._news(person, seen)

    async def submits(self, person: Person, form: Form | str, values: dict[str, str]) -> list[str]:
        """Fill in a form that is open for the person; returns what the person sees because of it."""
        seen = len(self.chat.shown(person))
        await self.chat.submits(person, form, values)
        return await self._news(person, seen)

    async def passes(self, **span: float) -> None:
        """Let time pass (`minutes=10`); whatever is due meanwhile happens at its own moment."""
        await self.app.live_until(self.clock, self.clock.now() + timedelta(**span))

    async def sleeps(self, **span: float) -> None:
        """Let time pass (`days=90`) while the machine is off: what fell due meanwhile is found when it wakes up.

        Living through a year of looks takes a minute, and this a moment.
        """
        self.clock.advance(timedelta(**span))
        await self.app.turn()

    def seen(self, person: Person) -> Sequence[Shown]:
        """All that the person sees, oldest first."""
        return self.chat.shown(person)

    def texts(self, person: Person) -> list[str]:
        """The texts of all that the person sees, without markup."""
        return _texts(self.seen(person))

    async def _news(self, person: Person, seen: int) -> list[str]:
        await self.app.turn()
        return _texts(self.seen(person)[seen:])


def _texts(shown: Sequence[Shown]) -> list[str]:
    return [plain(one.message.text) for one in shown]


@contextlib.asynccontextmanager
async def whole_bot(
    *,
    folder: Path | None = None,
    start: datetime = START,
    language: str = "en",
    zone: str = "Europe/Prague",
    database_url: str | None = None,
    loaded: Loaded | None = None,
    key: str = TEST_KEY,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[WholeBot]:
    """A bot on a database of its own in `folder` (a temporary one when None), with the local chat and a movable clock.

    Opening it a second time on the same folder is a restart. `environment` configures more than the rest says.
    """
    clock = VirtualClock(start)
    with contextlib.ExitStack() as stack:
        home = folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        config = _configuration(home, language, zone, database_url, key, environment or {})
        loaded = loaded or _everything()
        if database_url is None:
            tables = await _with_tables(schema_owners(loaded)[0])
            _begin_with(tables, Path(sa.make_url(config.database_url).database or ""))
        async with open_local_bot(config, clock, loaded=loaded) as (app, chat):
            yield WholeBot(app, chat, clock)


@cache
def _everything() -> Loaded:
    """Every plugin there is; which those are does not change while tests run."""
    return load_plugins()


def _configuration(
    home: Path, language: str, zone: str, database_url: str | None, key: str, more: Mapping[str, str]
) -> Config:
    environment = {
        "AFTERGLOW_DATA_FOLDER": str(home),
        "AFTERGLOW_SECRET_KEY": key,
        "AFTERGLOW_DELIVERY__QUIET_FROM": "00:00",  # none but those that somebody chooses
        "AFTERGLOW_DELIVERY__QUIET_UNTIL": "00:00",
        "AFTERGLOW_COMMUNITY__LANGUAGE": language,
        "AFTERGLOW_COMMUNITY__ZONE": zone,
    }
    if database_url is not None:
        environment["AFTERGLOW_DATABASE__URL"] = database_url
    return load_config(None, environment={**environment, **more})


_made: dict[SchemaOwner, bytes] = {}


async def _with_tables(core: SchemaOwner) -> bytes:
    """A new database with its tables. They are made once in a process: a bot then opens in a third of the time."""
    if core not in _made:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "made.db"
            database = open_database(f"sqlite:///{file}")
            await bring_up_to_date(database, [core])
            await database.close()
            _made[core] = file.read_bytes()
    return _made[core]


def _begin_with(content: bytes, file: Path) -> None:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
