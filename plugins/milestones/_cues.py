"""What a host may say now: whose day it is, for whom a round number is near, and who reached one since last time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.api import (
    Attendance,
    Background,
    Facts,
    Markup,
    Member,
    People,
    Stream,
    Streams,
    families,
    names_in,
)
from plugins.milestones import _birthdays
from plugins.milestones._greeting import KINDS, line, years
from plugins.milestones._journeys import A_YEAR, POINTS, STREAMS
from plugins.milestones._tables import greetings

PEOPLE: Final = 500
NAMES: Final = 8
NEAR: Final = 25
"""Points that may come together at one stream."""

DAYS: Final = {"joined": ("joined_day", "months_known"), "ordered": ("first_order_day", "months_since_first_order")}
REACHED: Final = ("streams", "points", "tier", "veterans")

Known = Mapping[int, Mapping[str, float | str | bool]]


async def lines(ctx: Background, stream: Stream) -> list[Markup]:
    """Nobody who asked not to be shown, and no birthday that was told to the bot alone."""
    here = await ctx.use(Attendance).here(stream.id, limit=PEOPLE)
    members = await ctx.use(People).of_many([one.member_id for one in here])
    people = [members[one.member_id] for one in here if one.member_id in members]
    facts = await ctx.use(Facts).of_many(members)
    found = []
    if born := await _birthdays.today(ctx, people):
        found.append(ctx.t("milestones-cue-birthday", names=_names(ctx, born), count=len(born)))
    return [*found, *_days(ctx, people, facts), *_near(ctx, people, facts), *await _reached(ctx, people)]


def _names(ctx: Background, people: Sequence[Member]) -> str:
    return str(names_in(ctx, [member.name for member in people], NAMES))


def _days(ctx: Background, people: Sequence[Member], facts: Known) -> list[Markup]:
    """Who came, or first bought, on this day of the year."""
    found: defaultdict[tuple[str, int], list[Member]] = defaultdict(list)
    for member in people:
        mine, today = facts.get(member.id, {}), ctx.now.astimezone(ZoneInfo(member.zone)).date()
        for kind, (day, months) in DAYS.items():
            count = int(mine.get(months, 0))
            if count >= A_YEAR and _is_on(str(mine.get(day, "")), today):
                found[kind, years(count)].append(member)
    return [line(ctx, kind, number, whose) for (kind, number), whose in sorted(found.items())]


def _is_on(day: str, today: date) -> bool:
    return bool(day) and _birthdays.day_in(day, today.year) == today


def _near(ctx: Background, people: Sequence[Member], facts: Known) -> list[Markup]:
    """For whom this very stream is a round one, and who lacks so few points that it may bring them.

    Facts move when the stream is over: until then who has come for the tenth time has nine.
    """
    found = []
    for kind, fact, steps, within in (
        ("streams", "streams_attended", STREAMS, 1),
        ("points", "points_earned", POINTS, NEAR),
    ):
        for number in steps:
            near = range(number - within, number)
            if whose := [member for member in people if facts.get(member.id, {}).get(fact, 0) in near]:
                text = f"milestones-cue-{kind}"
                found.append(ctx.t(text, names=_names(ctx, whose), number=number, count=len(whose)))
    return found


async def _reached(ctx: Background, people: Sequence[Member]) -> list[Markup]:
    """What those who are here have reached since the stream before this one."""
    last = await ctx.use(Streams).newest(ctx.community.id, over=True)
    if last is None or last.ended_at is None:
        return []
    family = await families(ctx.db, [member.id for member in people])
    mine = greetings.c.member_id.in_(family) & greetings.c.kind.in_(REACHED) & (greetings.c.at >= last.ended_at)
    reached: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for row in await ctx.db.rows(sa.select(greetings).where(mine)):
        reached[KINDS.index(row.kind), row.number].add(family[row.member_id])
    return [
        line(ctx, KINDS[place], number, [member for member in people if member.id in whose])
        for (place, number), whose in sorted(reached.items())
    ]
