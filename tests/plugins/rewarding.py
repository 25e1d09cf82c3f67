"""A community with rewards, as the tests of that plugin tell of it."""

import contextlib
import re
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from bot.community.ledger import Ledger
from bot.model.identity import Role
from bot.platforms.local.records import HOSTS, Person
from bot.storage.tables import incidents
from bot.testing import START, WholeBot
from bot.text.markup import plain
from plugins.rewards._tables import grants
from tests.plugins.acquainted import acquainted
from tests.plugins.place import Place
from tests.snapshots.compare import screen

CODE, YES = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b"), "Yes, both are me"


class Shop(Place):
    """Mona moderates, Hana hosts; Ann, Ben and Cid are members."""

    def __init__(self, bot: WholeBot, language: str) -> None:
        self.bot = bot
        self.mona = bot.person("Mona", Role.MODERATOR, language=language)
        self.hana = bot.person("Hana", Role.HOST, language=language)
        self.ann, self.ben, self.cid = (bot.person(name, language=language) for name in ("Ann", "Ben", "Cid"))
        self.given = 0

    async def fill(self, person: Person, **values: str) -> str:
        """Send the newest form."""
        return await self.fills(person, values)

    async def screen(self, person: Person, text: str) -> str:
        """All that somebody sees after a command, with its buttons."""
        seen = len(self.bot.seen(person))
        await self.bot.says(person, text)
        return self.since(person, seen)

    def since(self, person: Person, seen: int) -> str:
        """The screen of what came since so many messages."""
        return screen(self.bot.seen(person)[seen:])

    def told(self, person: Person) -> list[str]:
        """What was written to the person unasked."""
        return [plain(shown.message.text) for shown in self.bot.seen(person) if shown.private and shown.key]

    def hosts(self) -> list[str]:
        """What stands in the hosts' channel."""
        return [plain(shown.message.text) for shown in self.bot.seen(self.hana) if shown.channel == HOSTS]

    async def make(self, kind: str, title: str, **values: str) -> None:
        """Make a reward and put it on offer; `values` are fields of its forms."""
        await self.says(self.mona, f"/reward create {kind} {title}")
        forms = {"Words": ("about", "content"), "Numbers": ("price", "stock", "per_member", "lasts_days", "cost")}
        forms["Window"] = ("opens_at", "closes_at", "hold_minutes", "can_gift")
        for form, names in forms.items():
            if chosen := {name: values[name] for name in names if name in values}:
                await self.presses(self.mona, form)
                assert "Saved." in await self.fill(self.mona, **chosen)
        if codes := values.get("codes"):
            await self.says(self.mona, f"/reward codes {title}")
            await self.fill(self.mona, codes=codes)
        await self.says(self.mona, f"/reward show {title}")

    async def offer(self, kind: str, title: str, **values: str) -> None:
        """The same, and put it on offer."""
        await self.make(kind, title, **values)
        assert "is on offer" in await self.presses(self.mona, "Put on offer")

    async def link(self, one: Person, *, into: Person) -> None:
        """Both say that they are one."""
        code = CODE.search(await self.says(into, "/link"))
        assert code is not None
        await self.says(one, f"/link {code[0]}")
        await self.presses(one, YES)
        await self.presses(into, YES)

    async def points(self, person: Person, amount: int) -> None:
        """Give points."""
        self.given += 1
        async with self.bot.app.parts.work() as work:
            reference = f"test:{self.given}"
            await Ledger(work).adjust(1, await self.id_of(person), amount, "loyalty-by-hand", reference, note="test")

    async def has(self, person: Person) -> int:
        """How many points."""
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            return (await Ledger(work).balance(member_id)).posted

    async def states(self, title: str | None = None) -> list[str]:
        """The states of all grants, oldest first."""
        async with self.bot.app.parts.work() as work:
            return [state for (state,) in await work.rows(sa.select(grants.c.state).order_by(grants.c.id))]


@contextlib.asynccontextmanager
async def shop(
    *,
    language: str = "en",
    folder: Path | None = None,
    database_url: str | None = None,
    start: datetime = START,
    broken: str = "",
) -> AsyncIterator[Shop]:
    """A bot with everybody introduced; fails when anything in it broke meanwhile but what is called `broken`."""
    everybody = acquainted(
        Shop,
        lambda here: (here.mona, here.hana, here.ann, here.ben, here.cid),
        language=language,
        folder=folder,
        database_url=database_url,
        start=start,
    )
    async with everybody as here:
        yield here
        async with here.bot.app.parts.work() as work:
            found = await work.rows(sa.select(incidents.c.place, incidents.c.error))
        assert [row for row in found if not broken or not re.search(broken, row.place)] == []
