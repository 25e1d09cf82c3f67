"""Clocks change, jump and stand still: seats are when the wall says, reminded of in time, and once."""

import contextlib
import re
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.points_tables import ledger
from bot.storage.tables import deliveries
from bot.storage.types import to_micros
from bot.testing import WholeBot, whole_bot
from plugins.rewards._tables import grants, times
from tests.plugins.reward_rules import QUERIES, late, shelf, unsound
from tests.plugins.rewarding import Shop

Span = tuple[datetime, datetime]
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
PRICE, WEEKS = 5, 3
NIGHTS = {
    "Europe/Prague": (date(2027, 3, 28), date(2026, 10, 25)),
    "America/New_York": (date(2027, 3, 14), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2026, 10, 4), date(2027, 4, 4)),  # by half an hour
    "Asia/Kolkata": (date(2027, 1, 1),),  # never
}
"""On these nights the clocks of a place change."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Weekly times, the second of them in a night in which clocks change, and what time does meanwhile."""

    zone: str
    first: datetime  # on the wall
    minutes: int
    steps: tuple[tuple[str, int], ...]  # what happens, and for how many minutes

    @property
    def walls(self) -> list[datetime]:
        return [self.first + timedelta(weeks=week) for week in range(WEEKS)]


STEPS = st.one_of(
    st.tuples(st.just("pass"), st.integers(1, 4000)),
    st.tuples(st.just("down"), st.integers(1, 4000)),
    st.tuples(st.just("back"), st.integers(1, 90)),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    zone = draw(st.sampled_from(sorted(NIGHTS)))
    night, minute = draw(st.sampled_from(NIGHTS[zone])), draw(st.integers(0, 4 * 60))
    first = datetime.combine(night - timedelta(weeks=1), datetime.min.time()) + minute * MINUTE
    return Plan(zone, first, draw(st.integers(10, 300)), tuple(draw(st.lists(STEPS, max_size=8))))


def on_the_wall(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def when(wall: datetime, zone: str) -> datetime:
    """By looking at the clock each minute: the first moment at which it shows this, or as long after the jump over it
    as it would have been after the hour at which it jumped.
    """
    start = wall.replace(tzinfo=UTC) - DAY
    minutes = [start + number * MINUTE for number in range(2 * 24 * 60)]
    shown = [moment for moment in minutes if on_the_wall(moment, zone) == wall]
    if shown:
        return shown[0]
    before, after = next(
        (one, two) for one, two in pairwise(minutes) if on_the_wall(one, zone) < wall < on_the_wall(two, zone)
    )
    return after + (wall - on_the_wall(before, zone) - MINUTE)


@contextlib.asynccontextmanager
async def opened(folder: Path, plan: Plan, now: datetime) -> AsyncIterator[Shop]:
    async with whole_bot(folder=folder, zone=plan.zone, start=now) as bot:
        yield Shop(bot, "en")


async def book_all(here: Shop, plan: Plan) -> None:
    """Ann has a seat at each of the times."""
    for person in (here.mona, here.hana, here.ann):
        await here.bot.says(person, "/ping")
    for plugin in ("feedback", "badges", "triage", "milestones"):  # which would look after themselves all these weeks
        assert "off" in await here.says(here.mona, f"/plugin disable {plugin}")
    await here.offer("event", "Tea", price=str(PRICE), per_member=str(WEEKS))
    typed = f"/reward times Tea {plan.first:%Y-%m-%d} {plan.first:%H:%M} {plan.minutes} 5 {WEEKS}"
    assert f"{WEEKS} times added." in await here.says(here.mona, typed)
    await here.points(here.ann, WEEKS * PRICE)
    for place in range(WEEKS):
        await here.says(here.ann, "/rewards Tea")
        labels = [one.label for one in here.bot.seen(here.ann)[-1].buttons if re.search(r"\d:\d\d \(", one.label)]
        assert "kept for you" in await here.presses(here.ann, labels[0]), (labels, place)
        await here.presses(here.ann, f"Yes, for {PRICE} points")


async def live(folder: Path, plan: Plan, now: datetime, end: datetime) -> list[Span]:
    """Until all of it is over; returns while which times the bot was down."""
    down: list[Span] = []
    steps = list(plan.steps)
    while now < end:
        async with opened(folder, plan, now) as here:
            while steps and steps[0][0] != "down":
                what, minutes = steps.pop(0)
                if what == "back":
                    here.bot.clock.advance(-minutes * MINUTE)
                else:
                    await here.bot.passes(minutes=minutes)
                await whatever_is_there_is_sound(here)
            if not steps:
                await here.bot.passes(minutes=max(0, (end - here.bot.clock.now()) / MINUTE))
                await whatever_is_there_is_sound(here)
            now = here.bot.clock.now()
        if steps:
            down.append((now, now + steps.pop(0)[1] * MINUTE))
            now = down[-1][1]
    return down


@pytest.mark.long
@pytest.mark.timeout(600)
@settings(max_examples=20)  # each lives through three weeks
@given(plan=plans())
async def test_whatever_clocks_do_each_seat_is_at_its_hour_reminded_of_once_and_paid_once(plan: Plan) -> None:
    starts = [when(wall, plan.zone) for wall in plan.walls]
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder), plan, starts[0] - 3 * DAY) as here:
            await book_all(here, plan)
            now = here.bot.clock.now()
        down = await live(Path(folder), plan, now, starts[-1] + DAY)
        async with opened(Path(folder), plan, max(starts[-1] + DAY, *(end for _, end in down), now)) as here:
            await everything_was_in_time(here.bot, plan, starts, down)


async def whatever_is_there_is_sound(here: Shop) -> None:
    async with here.bot.app.parts.database.read() as reader:
        it = shelf({part: await reader.rows(sa.text(sql)) for part, (_, sql) in QUERIES.items()})
    assert not list(unsound(it))
    assert not list(late(it, to_micros(here.bot.clock.now())))


async def everything_was_in_time(bot: WholeBot, plan: Plan, starts: list[datetime], down: list[Span]) -> None:
    async with bot.app.parts.database.read() as reader:
        assert [at for (at,) in await reader.rows(sa.select(times.c.starts_at).order_by(times.c.id))] == starts
        had = await reader.rows(sa.select(grants.c.id, grants.c.state, times.c.starts_at).join(times))
        paid = await reader.rows(sa.select(ledger.c.amount).where(ledger.c.amount < 0))
        told = dict(await reader.rows(sa.select(deliveries.c.key, deliveries.c.settled_at)))
    assert {start: state for _, state, start in had} == dict.fromkeys(starts, "granted")
    assert [amount for (amount,) in paid] == [-PRICE] * WEEKS
    for grant_id, _, start in had:
        for note, ahead in (("rewards-tomorrow", DAY), ("rewards-soon", 60 * MINUTE)):
            sent = [at for key, at in told.items() if key and f"{note}:{grant_id}:" in key]
            assert len(sent) <= 1, (note, sent)
            assert all(start - ahead <= at < start for at in sent), (note, start, sent)
            if not any(begin <= start - ahead <= end for begin, end in down):
                assert sent == [start - ahead], (note, start, sent)
