"""A community in which members bring others along, as the tests of that plugin tell of it."""

import contextlib
import re
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.community.activities import ORDER_REFUNDED, ORDERED, Activities
from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.ledger import Ledger
from bot.core.context import Background
from bot.core.settings import PluginSettings
from bot.model.identity import Role
from bot.platforms.local.records import Person
from bot.storage.points_tables import ledger
from bot.storage.tables import incidents
from bot.testing import WholeBot
from bot.text.markup import plain
from plugins.referrals._tables import referrals
from tests.plugins.acquainted import acquainted
from tests.plugins.boarding import AGREE
from tests.plugins.place import Place
from tests.plugins.rewarding import CODE, YES
from tests.snapshots.compare import screen

OWN = re.compile(r"(?:Your code|Tvůj kód): ([0-9A-Z]{6})")
REASONS = ("referrals-for-bringing", "referrals-for-coming")


class Town(Place):
    """Mona moderates, Hana hosts; Ann and Ben are members. Others come from outside."""

    def __init__(self, bot: WholeBot, language: str) -> None:
        self.bot, self.language = bot, language
        self.mona = bot.person("Mona", Role.MODERATOR, language=language)
        self.hana = bot.person("Hana", Role.HOST, language=language)
        self.ann, self.ben = (bot.person(name, language=language) for name in ("Ann", "Ben"))

    # ---- what people do -------------------------------------------------------------------------------------------

    def outside(self, name: str) -> Person:
        """Somebody who is not in the space."""
        return self.bot.chat.person(name.lower(), name=name, language=self.language, outside=True)

    async def code(self, person: Person) -> str:
        """The code that somebody passes on."""
        found = OWN.search(await self.says(person, "/refer"))
        assert found is not None
        return found[1]

    async def invite(self, person: Person) -> str:
        """Somebody's own invite."""
        found = re.search(r"local:invite-\d+", await self.says(person, "/refer"))
        assert found is not None
        return found[0]

    async def joins(self, person: Person, by: Person | None = None) -> Person:
        """They come in, perhaps by somebody's invite."""
        await self.bot.chat.joins(person, await self.invite(by) if by is not None else "")
        await self.bot.app.turn()
        return person

    async def newcomer(self, name: str, by: Person | None = None) -> Person:
        """Somebody from outside comes in."""
        return await self.joins(self.outside(name), by)

    async def claims(self, person: Person, code: str) -> str:
        """They say who brought them, and mean it; what they are told."""
        told = await self.says(person, f"/invited {code}")
        return await self.presses(person, "Yes, so it was") if "bring you here" in told else told

    async def leaves(self, person: Person) -> None:
        """They are gone."""
        await self.bot.chat.leaves(person)
        await self.bot.app.turn()

    async def stream(self, *guests: Person) -> None:
        """A short stream that these are at."""
        await self.bot.says(self.hana, "/stream start Tea night")
        for guest in guests:
            await self.bot.says(guest, "hello")
        await self.bot.passes(minutes=10)
        await self.bot.says(self.hana, "/stream end")
        await self.bot.passes(minutes=20)

    async def settles_in(self, *people: Person) -> None:
        """They come to a stream and stay for a week: all that there is to do."""
        await self.stream(*people)
        await self.later(days=8)

    async def later(self, **span: float) -> None:
        """So much later, as if nobody had looked meanwhile: it takes a fraction of living through it."""
        self.bot.clock.advance(timedelta(**span))
        await self.bot.passes(minutes=1)

    async def orders(self, person: Person, number: int = 1, *, refunded: bool = False) -> None:
        """They order something, or it goes back."""
        async with self.background() as ctx:
            kind, value = (ORDER_REFUNDED if refunded else ORDERED), 20.0
            member_id = await self.id_of(person)
            await ctx.use(Activities).record(ctx.community.id, member_id, kind, f"order:{number}", value=value)
        await self.bot.app.turn()

    async def link(self, one: Person, *, into: Person) -> None:
        """Both say that they are one."""
        code = CODE.search(await self.says(into, "/link"))
        assert code is not None
        await self.says(one, f"/link {code[0]}")
        await self.presses(one, YES)
        await self.presses(into, YES)

    async def agrees(self, person: Person) -> None:
        """The person lets the bot write to them."""
        await self.says(person, "/start")
        await self.presses(person, AGREE[self.language])

    async def forgets(self, person: Person) -> None:
        """Nothing is left of somebody."""
        await self.says(person, "/forget")
        await self.bot.presses(person, self.bot.seen(person)[-1].buttons[0].label)
        await self.bot.passes(minutes=1)

    async def chooses(self, **values: object) -> None:
        """The community's settings."""
        async with self.background() as ctx:
            settings = ctx.use(PluginSettings)
            await settings.configure(settings.plugin("referrals"), values, None)

    async def decides(self, number: int, label: str, who: Person | None = None) -> str:
        """A moderator opens one and presses that."""
        async with self.background() as ctx:
            token = ctx.button("referrals.look_at", number).token
        await self.presses(who or self.mona, token)
        return await self.presses(who or self.mona, label)

    # ---- what there is --------------------------------------------------------------------------------------------

    @contextlib.asynccontextmanager
    async def background(self) -> AsyncIterator[Background]:
        """A piece of the plugin's work; what it does is kept when the block is left."""
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            yield Background(self.bot.app.parts, work, community, "referrals")

    async def all(self) -> Sequence[Any]:
        """All referrals, the oldest first."""
        async with self.bot.app.parts.work() as work:
            return await work.rows(sa.select(referrals).order_by(referrals.c.id))

    async def states(self) -> list[tuple[str, str | None]]:
        """How each stands, and why."""
        return [(row.state, row.reason) for row in await self.all()]

    async def paid(self, person: Person) -> int:
        """How many points that count somebody has for bringing and coming, whatever was taken back."""
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            lines = await Ledger(work).history(member_id, limit=500)
            balance = await Ledger(work).balance(member_id)
        total = sum(line.amount for line in lines if line.state == "posted" and line.reason in REASONS)
        return total - balance.owed

    async def pending(self, person: Person) -> int:
        """How many points for bringing and coming are on their way to somebody."""
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            lines = await Ledger(work).history(member_id, limit=500)
        return sum(line.amount for line in lines if line.state == "pending" and line.reason in REASONS)

    async def sums_are_right(self) -> None:
        """Nobody has less than nothing, and every balance is the sum of its lines."""
        async with self.bot.app.parts.work() as work:
            query = sa.select(ledger.c.member_id, sa.func.sum(ledger.c.amount)).where(ledger.c.state == "posted")
            for member_id, total in await work.rows(query.group_by(ledger.c.member_id)):
                assert int(total) >= 0
                assert (await Ledger(work).balance(member_id)).posted >= 0

    async def brought(self, person: Person) -> object:
        """The fact that the badge reads."""
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            return (await Facts(work, self.bot.app.parts.registry.facts).of(member_id)).get("badges_referrals", 0)

    def told(self, person: Person) -> list[str]:
        """What was written to the person unasked."""
        return [plain(shown.message.text) for shown in self.bot.seen(person) if shown.private and shown.key]

    async def screen(self, person: Person, text: str) -> str:
        """All that somebody sees after a command, with its buttons."""
        seen = len(self.bot.seen(person))
        await self.bot.says(person, text)
        return screen(self.bot.seen(person)[seen:])

    async def taps(self, person: Person, label: str) -> str:
        """The same after a press."""
        seen = len(self.bot.seen(person))
        await self.bot.presses(person, label)
        return screen(self.bot.seen(person)[seen:])


@contextlib.asynccontextmanager
async def town(
    *, language: str = "en", folder: Path | None = None, database_url: str | None = None
) -> AsyncIterator[Town]:
    """A bot with everybody introduced, who have been here for a while; fails when anything in it broke meanwhile."""
    everybody = acquainted(
        Town,
        lambda here: (here.mona, here.hana, here.ann, here.ben),
        language=language,
        folder=folder,
        database_url=database_url,
    )
    async with everybody as here:
        yield here
        async with here.bot.app.parts.work() as work:
            assert await work.rows(sa.select(incidents.c.place, incidents.c.error, incidents.c.trace)) == []
