"""Birthdays: given by the member, kept sealed, and noticed when the day begins on their own wall."""

import calendar
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Activities,
    Background,
    Context,
    Member,
    People,
    UserError,
    counts_for,
    families,
    parts_of,
    wall_clock,
)
from plugins.milestones._tables import birthdays

BIRTHDAY = "birthday"
"""The activity; its reference is the year."""

MORNING = time(9)
LOOK_AHEAD = timedelta(hours=36)
LATE = timedelta(hours=14)  # who says on the day itself that it is today is greeted too; the next morning is too late
A_LEAP_YEAR = 2000
A_WHOLE_YEAR = timedelta(days=366)
AT_ONCE = 2_000


class Month(Enum):
    """The months, by the names that people type."""

    JANUARY = "january"
    FEBRUARY = "february"
    MARCH = "march"
    APRIL = "april"
    MAY = "may"
    JUNE = "june"
    JULY = "july"
    AUGUST = "august"
    SEPTEMBER = "september"
    OCTOBER = "october"
    NOVEMBER = "november"
    DECEMBER = "december"

    @property
    def number(self) -> int:
        return list(Month).index(self) + 1


class Birthday(Struct, frozen=True):
    """Somebody's day; `shown`: others may know."""

    day: str
    shown: bool

    def on(self, year: int) -> date:
        """The day in that year."""
        return day_in(self.day, year)


def day_in(day: str, year: int) -> date:
    """The day "MM-DD" in that year; in most of them 28 February for the 29th."""
    month, number = map(int, day.split("-"))
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))


def day_from(day: int, month: Month) -> str:
    """The day as it is kept. Raises UserError for one that no year has."""
    longest = calendar.monthrange(A_LEAP_YEAR, month.number)[1]
    if not 1 <= day <= longest:
        raise UserError("milestones-no-such-day", day=day, month=month.number, longest=longest)
    return f"{month.number:02}-{day:02}"


async def of(ctx: Background, member_id: int) -> Birthday | None:
    """The member's birthday; of linked accounts the one that was said last."""
    query = sa.select(birthdays.c.day, birthdays.c.shown).where(birthdays.c.member_id.in_(parts_of(member_id)))
    row = await ctx.db.row(query.order_by(birthdays.c.confirmed_at.desc()).limit(1))
    return None if row is None else Birthday(row.day, row.shown)


async def keep(ctx: Context, day: str, *, shown: bool) -> None:
    """Keep it, and greet at once whose day it is."""
    await drop(ctx)
    row = {"member_id": ctx.member.id, "community_id": ctx.community.id, "day": day, "shown": shown}
    await ctx.db.execute(sa.insert(birthdays).values(**row, confirmed_at=ctx.now))
    await _expect(ctx, ctx.member, Birthday(day, shown))


async def drop(ctx: Context) -> bool:
    """Keep it no longer; False when there was none."""
    mine = sa.delete(birthdays).where(birthdays.c.member_id.in_(parts_of(ctx.member.id)))
    return (await ctx.db.execute(mine)).rowcount > 0


async def look_ahead(ctx: Background) -> None:
    """Wait for each birthday that begins soon.

    Days are sealed, so all of them are opened and looked at: a hundred thousand take about a second.
    """
    today = ctx.now.date()
    near = {f"{today + timedelta(days=number):%m-%d}" for number in range(-1, 3)}
    after = 0
    while True:
        mine = (birthdays.c.community_id == ctx.community.id) & (birthdays.c.member_id > after)
        query = sa.select(birthdays).where(mine).order_by(birthdays.c.member_id).limit(AT_ONCE)
        rows = await ctx.db.rows(query)
        for row in rows:
            if near & {row.day, "02-28" if row.day == "02-29" else row.day}:
                member_id = await ctx.db.value(sa.select(counts_for(row.member_id)))
                await _expect(ctx, await ctx.use(People).get(member_id), Birthday(row.day, row.shown))
        if len(rows) < AT_ONCE:
            return
        after = rows[-1].member_id


async def _expect(ctx: Background, member: Member, birthday: Birthday) -> None:
    for year in (ctx.now.year - 1, ctx.now.year, ctx.now.year + 1):
        begins = wall_clock(datetime.combine(birthday.on(year), MORNING), member.zone)
        if ctx.now - LATE < begins < ctx.now + LOOK_AHEAD:
            key = f"{member.id}:{year}:{birthday.day}"
            await ctx.later(celebrate, at=max(begins, ctx.now), key=key, member_id=member.id, year=year)


async def celebrate(ctx: Background, member_id: int, year: int) -> None:
    """The day has begun: journeys hear of it, unless it is another day by now."""
    birthday = await of(ctx, member_id)
    member = await ctx.use(People).get(member_id)
    if birthday is not None and ctx.now.astimezone(ZoneInfo(member.zone)).date() == birthday.on(year):
        await ctx.use(Activities).record(ctx.community.id, member_id, BIRTHDAY, str(year))


async def today(ctx: Background, members: Iterable[Member]) -> list[Member]:
    """Those among these members whose birthday it is, and who let others know.

    Not whoever had one this year already: who says another day then is not greeted anew each time.
    """
    by_id = {member.id: member for member in members}
    family = await families(ctx.db, by_id)
    every = sa.select(birthdays).where(birthdays.c.member_id.in_(family)).order_by(birthdays.c.confirmed_at)
    said = {family[row.member_id]: Birthday(row.day, row.shown) for row in await ctx.db.rows(every)}  # the last one
    found = []
    for id, birthday in sorted(said.items()):
        local = ctx.now.astimezone(ZoneInfo(by_id[id].zone))
        is_today = birthday.shown and birthday.on(local.year) == local.date()
        if is_today and not await _had_one_before(ctx, id, local):
            found.append(by_id[id])
    return found


async def _had_one_before(ctx: Background, member_id: int, local: datetime) -> bool:
    """Whether the birthday of this year was on an earlier day."""
    begins = local.replace(hour=0, minute=0, second=0, microsecond=0)
    activities, year = ctx.use(Activities), str(local.year)
    known = [
        {reference for _, reference in await activities.each(member_id, BIRTHDAY, since)}
        for since in (begins - A_WHOLE_YEAR, begins)
    ]
    return year in known[0] - known[1]
