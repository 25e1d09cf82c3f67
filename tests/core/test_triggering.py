"""What starts journeys beside a stream's end: dates, segments, a person's word; and what is too old to start one."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.api import (
    ORDERED,
    Activities,
    ActivityTrigger,
    Again,
    Condition,
    Context,
    DateTrigger,
    Delay,
    FactSpec,
    Journey,
    JourneyStatus,
    OnceTrigger,
    Plugin,
    PluginSettings,
    Role,
    Route,
    Scope,
    SegmentTrigger,
    Step,
    Variant,
    escape,
)
from bot.core.moving import move
from bot.delivery.journeys import Journeys
from bot.platforms.local.records import Person
from bot.storage.tables import activities, deliveries, enrolments, members, persons
from bot.testing import START, WholeBot, whole_bot
from tests.core.lab import loaded

BORN = "born"


def born_on(scope: Scope) -> sa.Select[int, str]:
    """The date that a member told."""
    told = activities.c.kind == BORN
    return (
        sa.select(scope.people.c.member_id, sa.func.max(activities.c.reference))
        .join(activities, scope.theirs(activities.c.member_id) & told)
        .group_by(scope.people.c.member_id)
    )


def _message(after: timedelta = timedelta(0)) -> Step:
    says = Variant(texts={"en": "Hello, { $name }."})
    return Step(id="hello", when=Delay(after=after), variants=(says,), routes=(Route.INBOX,))


def village(*, keen: bool = True) -> Plugin:
    """A plugin with a journey for each trigger; `keen` says whether the one for a segment is among them."""
    plugin = Plugin(
        "village",
        activities=(BORN,),
        facts=(FactSpec("born_on", "text", born_on, (BORN,)),),
        segments={"keen": Condition(fact="orders", value=2)} if keen else {},
        journeys=(
            *((Journey(name="keen", trigger=SegmentTrigger(segment="keen"), steps=(_message(),)),) if keen else ()),
            Journey(name="birthday", trigger=DateTrigger(fact="born_on"), steps=(_message(),), again=Again.EACH),
            Journey(name="letter", trigger=OnceTrigger(), steps=(_message(),), audience=Condition(fact="orders")),
            Journey(name="order", trigger=ActivityTrigger(activity=ORDERED), steps=(_message(),)),
        ),
    )

    @plugin.command()
    async def hello(ctx: Context) -> None:
        """Be there."""
        await ctx.reply(escape("hello"))

    @plugin.command()
    async def born(ctx: Context, date: str) -> None:
        """Tell when you were born."""
        await ctx.use(Activities).record(ctx.community.id, ctx.member.id, BORN, date)
        await ctx.reply(escape("noted"))

    @plugin.command()
    async def buy(ctx: Context, number: int, days_ago: int = 0) -> None:
        """Buy something."""
        at = ctx.now - timedelta(days=days_ago)
        await ctx.use(Activities).record(ctx.community.id, ctx.member.id, ORDERED, f"A-{number}", at=at)
        await ctx.reply(escape("bought"))

    @plugin.command()
    async def regret(ctx: Context) -> None:
        """Take an order back, as if it had never been."""
        mine = (activities.c.member_id == ctx.member.id) & (activities.c.kind == ORDERED)
        newest = sa.select(sa.func.max(activities.c.id)).where(mine).scalar_subquery()
        await ctx.db.execute(sa.delete(activities).where(activities.c.id == newest))
        await ctx.reply(escape("regretted"))

    return plugin


@dataclass(frozen=True, slots=True)
class Village:
    """A bot with that plugin, whose journeys run."""

    bot: WholeBot

    async def settles(self, name: str, zone: str | None = None) -> Person:
        """Somebody joins; lives by a clock of their own where a zone is given."""
        person = self.bot.person(name)
        await self.bot.says(person, "/hello")
        async with self.bot.app.parts.work() as work:
            theirs = sa.select(members.c.person_id).where(members.c.name == name)
            await work.execute(sa.update(persons).where(persons.c.id.in_(theirs)).values(zone=zone))
        return person

    async def planned(self, journey: str) -> list[tuple[str, datetime]]:
        """Who got that journey, and when."""
        async with self.bot.app.parts.work() as work:
            kept = await Journeys(work).get(1, journey)
            query = (
                sa.select(members.c.name, deliveries.c.due_at)
                .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
                .join(members, members.c.id == deliveries.c.member_id)
                .where(enrolments.c.journey_id == kept.id)
                .order_by(deliveries.c.id)
            )
            return [(name, at) for name, at in await work.rows(query)]

    async def id_of(self, name: str) -> int:
        """The member of that name."""
        async with self.bot.app.parts.work() as work:
            return int(await work.value(sa.select(members.c.id).where(members.c.name == name)))

    async def who(self, journey: str) -> list[str]:
        """Who got that journey."""
        return [name for name, _ in await self.planned(journey)]


@contextlib.asynccontextmanager
async def settled(
    folder: Path | None = None, start: datetime = START, *, plugin: Plugin | None = None
) -> AsyncIterator[Village]:
    """The village with its journeys let go, and its segments watched."""
    async with whole_bot(loaded=loaded(plugin or village()), folder=folder, start=start) as bot:
        await bot.says(bot.person("Mia", Role.MODERATOR), "/hello")
        async with bot.app.parts.work() as work:
            for kept in await Journeys(work).all(1):
                if kept.journey.trigger.kind != "once":
                    await Journeys(work).set_status(kept, JourneyStatus.RUNNING, None)
        await bot.passes(hours=6)
        yield Village(bot)


@pytest.mark.long
async def test_a_date_begins_by_the_clock_on_each_persons_own_wall() -> None:
    async with settled() as place:
        for name, zone in (
            ("Ann", None),
            ("Bob", "America/New_York"),
            ("Cid", "Pacific/Kiritimati"),
            ("Dan", "Mars/X"),
        ):
            await place.bot.says(await place.settles(name, zone), "/born 11-22")
        await place.bot.passes(days=3)
        assert sorted(await place.planned("birthday")) == [
            ("Ann", datetime(2026, 11, 22, 8, tzinfo=UTC)),
            ("Bob", datetime(2026, 11, 22, 14, tzinfo=UTC)),
            ("Cid", datetime(2026, 11, 21, 19, tzinfo=UTC)),
            ("Dan", datetime(2026, 11, 22, 8, tzinfo=UTC)),  # a zone that nobody knows: the community's
        ]


@pytest.mark.long
async def test_a_date_comes_once_a_year_and_every_year() -> None:
    async with settled() as place:
        await place.bot.says(await place.settles("Ann"), "/born 11-22")
        await place.bot.passes(days=4)
        assert await place.who("birthday") == ["Ann"]
        place.bot.clock.advance(timedelta(days=360))
        await place.bot.passes(days=4)
        assert await place.who("birthday") == ["Ann", "Ann"]


@pytest.mark.long
async def test_whoever_was_born_on_a_leap_day_has_it_on_the_28th_in_other_years() -> None:
    async with settled(start=datetime(2027, 2, 20, tzinfo=UTC)) as place:
        await place.bot.says(await place.settles("Ann"), "/born 02-29")
        await place.bot.passes(days=12)
        assert await place.planned("birthday") == [("Ann", datetime(2027, 2, 28, 8, tzinfo=UTC))]
    async with settled(start=datetime(2028, 2, 20, tzinfo=UTC)) as place:
        await place.bot.says(await place.settles("Ann"), "/born 02-29")
        await place.bot.passes(days=12)
        assert await place.planned("birthday") == [("Ann", datetime(2028, 2, 29, 8, tzinfo=UTC))]


@pytest.mark.long
async def test_a_date_during_which_the_bot_was_down_is_planned_within_a_day(tmp_path: Path) -> None:
    async with settled(tmp_path) as place:
        await place.bot.says(await place.settles("Ann"), "/born 11-22")
        await place.bot.says(await place.settles("Bob"), "/born 11-21")
    async with whole_bot(
        loaded=loaded(village()), folder=tmp_path, start=datetime(2026, 11, 22, 20, tzinfo=UTC)
    ) as bot:
        await bot.app.turn()
        assert await Village(bot).planned("birthday") == [("Ann", datetime(2026, 11, 22, 8, tzinfo=UTC))]


@pytest.mark.long
async def test_who_enters_a_segment_is_taken_in_and_who_was_in_it_is_not() -> None:
    async with settled() as place:
        ann, bob = await place.settles("Ann"), await place.settles("Bob")
        await place.bot.says(ann, "/buy 1")
        assert await place.who("keen") == []
        await place.bot.passes(minutes=5)
        await place.bot.says(ann, "/buy 2")
        assert await place.planned("keen") == [("Ann", place.bot.clock.now())]
        await place.bot.says(ann, "/buy 3")
        await place.bot.says(bob, "/buy 4")
        assert await place.who("keen") == ["Ann"]


@pytest.mark.long
async def test_who_is_in_a_segment_when_it_is_first_looked_at_has_not_entered_it(tmp_path: Path) -> None:
    async with settled(tmp_path, plugin=village(keen=False)) as place:
        ann = await place.settles("Ann")
        for number in (1, 2):
            await place.bot.says(ann, f"/buy {number}")
    async with settled(tmp_path, start=START + timedelta(hours=12)) as place:
        bob = await place.settles("Bob")
        for number in (3, 4):
            await place.bot.says(bob, f"/buy {number}")
        await place.bot.says(place.bot.person("Ann"), "/buy 5")
        await place.bot.passes(days=2)
        assert await place.who("keen") == ["Bob"]


@pytest.mark.long
async def test_who_left_a_segment_may_enter_it_again() -> None:
    async with settled() as place:
        ann = await place.settles("Ann")
        for number in (1, 2):
            await place.bot.says(ann, f"/buy {number}")
        await place.bot.passes(minutes=5)
        await place.bot.says(ann, "/regret")
        async with place.bot.app.parts.work() as work:
            await move(work, place.bot.app.parts.registry, 1, [await place.id_of("Ann")], ["orders"])
        await place.bot.says(ann, "/buy 3")
        assert await place.who("keen") == ["Ann", "Ann"]


@pytest.mark.long
async def test_a_one_off_journey_begins_when_a_person_says_so_and_waits_for_approval() -> None:
    async with settled() as place:
        ann, bob = await place.settles("Ann"), await place.settles("Bob")
        await place.bot.says(ann, "/buy 1")
        await place.bot.passes(hours=1)
        assert await place.who("letter") == []
        async with place.bot.app.parts.work() as work:
            await Journeys(work).start(await Journeys(work).get(1, "letter"), None)
        await place.bot.says(bob, "/buy 2")
        await place.bot.passes(minutes=1)
        assert await place.who("letter") == ["Ann"]
        assert await states(place, "letter") == [("held", "shadow")]
        async with place.bot.app.parts.work() as work:
            await Journeys(work).set_status(await Journeys(work).get(1, "letter"), JourneyStatus.RUNNING, None)
        await place.bot.passes(minutes=1)
        assert await states(place, "letter") == [("available", "due")]


async def test_what_happened_long_ago_starts_nothing() -> None:
    async with settled() as place:
        ann = await place.settles("Ann")
        await place.bot.says(ann, "/buy 1 3")
        assert await place.who("order") == []
        await place.bot.says(ann, "/buy 2 1")
        assert await place.who("order") == ["Ann"]


@pytest.mark.long
async def test_a_plugin_that_is_off_starts_nothing() -> None:
    async with settled() as place:
        ann = await place.settles("Ann")
        await place.bot.says(ann, "/buy 1")
        await place.bot.says(ann, "/born 11-22")
        async with place.bot.app.parts.work() as work:
            await Journeys(work).start(await Journeys(work).get(1, "letter"), None)
            settings = PluginSettings(work, place.bot.app.parts.registry, 1)
            await settings.enable(settings.plugin("village"), None, enabled=False)
        await place.bot.passes(days=3)
        assert [await place.who(name) for name in ("birthday", "letter")] == [[], []]


async def states(place: Village, journey: str) -> list[tuple[str, str | None]]:
    """Where each delivery of that journey stands, and why."""
    async with place.bot.app.parts.work() as work:
        kept = await Journeys(work).get(1, journey)
        query = (
            sa.select(deliveries.c.state, deliveries.c.reason)
            .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
            .where(enrolments.c.journey_id == kept.id)
        )
        return [(state, reason) for state, reason in await work.rows(query)]
