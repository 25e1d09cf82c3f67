"""The champion of the month where it is close: shared, without competition, and at midnight in the community's zone."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.model.identity import Role
from bot.model.points import Award
from bot.platforms.local.records import Person
from bot.testing import WholeBot, whole_bot
from tests.plugins.place import Place

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 30, 23, tzinfo=UTC)
"""Where it is December in Prague."""


class Contest(Place):
    """People who earn points at the end of November."""

    def __init__(self, bot: WholeBot) -> None:
        self.bot = bot
        self.hana = bot.person("Hana", Role.OWNER)
        self.people = [bot.person(name) for name in ("Ann", "Ben", "Cid", "Dan", "Eva", "Fay")]
        self.ann, self.ben = self.people[:2]

    async def earns(self, who: Person, points: int) -> None:
        """So many points at this very moment."""
        member_id = await self.id_of(who)
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            award = Award(member_id, points, f"test:{self.bot.clock.now():%d%H%M%S}:{member_id}")
            await Ledger(work).earn(community.id, [award], "test")

    async def until(self, moment: datetime) -> None:
        await self.bot.passes(seconds=(moment - self.bot.clock.now()).total_seconds())

    async def champions(self) -> list[str]:
        """Who is one a day later, by what everybody reads of it."""
        await self.bot.passes(days=1)
        shown = [f"/badges {who.name}" for who in self.people]
        told = {text: await self.says(self.hana, text) for text in shown}
        return [text.removeprefix("/badges ") for text, said in told.items() if "Champion of the month" in said]


@pytest.fixture
async def contest() -> AsyncIterator[Contest]:
    async with whole_bot(start=NOON) as bot:
        it = Contest(bot)
        for person in (it.hana, *it.people):
            await bot.says(person, "/me")
        yield it


@pytest.mark.long
async def test_who_share_the_first_place_are_champions_both(contest: Contest) -> None:
    for who, points in zip(contest.people, (30, 30, 29), strict=False):
        await contest.earns(who, points)
    assert await contest.champions() == ["Ann", "Ben"]


@pytest.mark.long
async def test_what_more_than_five_share_nobody_has_won(contest: Contest) -> None:
    for who in contest.people:
        await contest.earns(who, 30)
    assert await contest.champions() == []


@pytest.mark.long
async def test_of_five_who_share_the_first_place_each_is_champion(contest: Contest) -> None:
    for who, points in zip(contest.people, (30, 30, 30, 30, 30, 29), strict=True):
        await contest.earns(who, points)
    assert await contest.champions() == ["Ann", "Ben", "Cid", "Dan", "Eva"]


@pytest.mark.long
async def test_where_one_alone_has_points_there_is_no_champion(contest: Contest) -> None:
    await contest.earns(contest.ann, 30)
    assert await contest.champions() == []


@pytest.mark.long
async def test_a_month_ends_at_midnight_in_the_zone_of_the_community(contest: Contest) -> None:
    for who, points in ((contest.ann, 10), (contest.ben, 11)):
        await contest.earns(who, points)
    await contest.until(MIDNIGHT.replace(hour=22, minute=59))
    await contest.earns(contest.ann, 2)
    await contest.until(MIDNIGHT)
    await contest.earns(contest.ben, 50)
    assert await contest.champions() == ["Ann"]
