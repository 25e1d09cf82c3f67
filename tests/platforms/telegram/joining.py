"""Two groups that may become one community, and those who own them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.app import App
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.model.identity import Role, SpaceRef
from bot.storage.tables import incidents, members
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot
from tests.platforms.telegram.world import Group, Person


@dataclass
class Groups:
    """Olga owns Tea, which stays; Sam owns Soap, which is young. Ann is in both, Ben in Soap alone."""

    app: App
    clock: VirtualClock
    server: TelegramServer
    tea: Group
    soap: Group
    olga: Person
    sam: Person
    ann: Person
    ben: Person

    async def says(self, who: Person, text: str, in_: Group | None = None) -> str:
        """What they read in private after they wrote there; nothing where they are not answered there."""
        return await self.read(who, who.says(text, in_=in_))

    async def presses(self, who: Person, label: str) -> str:
        """What they read after they pressed the newest button of that label."""
        newest = next(one for one in reversed(who.inbox) if label in one.labels)
        return await self.read(who, who.presses(newest, label))

    async def read(self, who: Person, acting: object) -> str:
        seen = len(who.inbox)
        await acting  # type: ignore[misc]
        await self.app.turn()
        return "\n".join(posted.text for posted in who.inbox[seen:])

    async def code(self, who: Person | None = None, in_: Group | None = None) -> str:
        """A code that is shown in Tea to its owner."""
        shown = await self.says(who or self.olga, "/setup join", in_ or self.tea)
        return shown.split("/setup join ")[1].split()[0]

    async def join(self) -> str:
        """Soap joins Tea."""
        await self.says(self.sam, f"/setup join {await self.code()}", self.soap)
        return await self.presses(self.sam, "Join")

    async def home(self, group: Group) -> int:
        """The community that a group is a space of."""
        async with self.app.parts.work() as work:
            found = await Communities(work).of_space(SpaceRef("telegram", str(group.id)))
        assert found is not None
        return found.id

    async def are_apart(self) -> bool:
        return (await self.home(self.tea), await self.home(self.soap)) == (1, 2)

    async def people(self, community: int) -> dict[str, Role]:
        """Who is here in a community, and as what by its own word."""
        async with self.app.parts.work() as work:
            here = (members.c.community_id == community) & members.c.left_at.is_(None)
            rows = await work.rows(sa.select(members.c.name, members.c.role).where(here).order_by("name"))
        return {str(name): Role(role) for name, role in rows}

    async def passes(self, **span: float) -> None:
        await self.app.live_until(self.clock, self.clock.now() + timedelta(**span))


@asynccontextmanager
async def groups(server: TelegramServer, folder: Path, clock: VirtualClock) -> AsyncIterator[Groups]:
    olga, sam, ann, ben = (server.person(name, started=True) for name in ("Olga", "Sam", "Ann", "Ben"))
    tea, soap = server.group("Tea", owner=olga, members=(ann,)), server.group("Soap", owner=sam, members=(ann, ben))
    async with telegram_bot(server, folder, clock) as app:
        it = Groups(app, clock, server, tea, soap, olga, sam, ann, ben)
        for group in (tea, soap):
            await group.has_bot(inside=True)
            await app.turn()
        for who, group in ((olga, tea), (ann, tea), (sam, soap), (ann, soap), (ben, soap)):
            await it.says(who, "/ping", group)
        assert await it.are_apart()
        yield it
        async with app.parts.work() as work:
            broken = await work.rows(sa.select(incidents.c.place, incidents.c.error))
        assert not broken
