"""Greetings for everybody: those of half an hour are said together, in the place that the community chose."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from enum import Enum
from typing import Final

import sqlalchemy as sa
from pydantic import BaseModel

from bot.api import Accent, Background, Case, Inbox, Markup, Member, People, Preferences, Telling, names_in, plain
from plugins.milestones import _birthdays
from plugins.milestones._tables import greetings

NAMES: Final = 12
TOGETHER: Final = timedelta(minutes=30)
KINDS: Final = ("birthday", "joined", "ordered", "streams", "points", "tier", "veterans")
"""In this order they are said."""


class Where(Enum):
    """Where milestones are greeted."""

    POST = "post"
    HOSTS = "hosts"
    NOWHERE = "nowhere"


class Settings(BaseModel):
    """Beside the word to the person, which is a journey of its own, and the host's cue card."""

    greet: Where = Where.POST


async def note(ctx: Background, member_id: int, delivery_id: int) -> None:
    """Somebody reached something: keep the greeting, to be said with the others of the next half hour.

    Where nobody is to be greeted it is kept all the same, for the hosts' cue card.
    """
    case = await ctx.use(Inbox).case(delivery_id, member_id)
    if case is None or case.enrolment is None or (kind := kind_of(case)) not in KINDS:
        return
    if kind == _birthdays.BIRTHDAY and not await _birthdays.today(ctx, [await ctx.use(People).get(member_id)]):
        return
    nowhere = (await ctx.settings(Settings)).greet is Where.NOWHERE
    row = {"community_id": ctx.community.id, "member_id": member_id, "kind": kind, "number": number_of(case)}
    said = ctx.now if nowhere else None
    await ctx.db.execute(sa.insert(greetings).values(**row, at=ctx.now, posted_at=said))
    if not nowhere:
        turn = int(ctx.now.timestamp() // TOGETHER.total_seconds())
        await ctx.later(say, after=TOGETHER, key=f"{ctx.community.id}:{turn}", turn=turn)


async def say(ctx: Background, turn: int) -> None:
    """Greet all who wait, in one post; not who hid themself, or took their birthday back, meanwhile."""
    mine = (greetings.c.community_id == ctx.community.id) & greetings.c.posted_at.is_(None)
    await ctx.db.transaction()
    rows = await ctx.db.rows(sa.select(greetings).where(mine).order_by(greetings.c.id))
    ids = {row.member_id for row in rows}
    people, hidden = await ctx.use(People).of_many(ids), await ctx.use(Preferences).hidden(ids)
    born = {member.id for member in await _birthdays.today(ctx, people.values())}
    reached: defaultdict[tuple[int, int], list[Member]] = defaultdict(list)
    for row in rows:
        may_be_told = row.kind != _birthdays.BIRTHDAY or row.member_id in born
        if row.member_id in people and row.member_id not in hidden and may_be_told:
            reached[KINDS.index(row.kind), row.number].append(people[row.member_id])
    await ctx.db.execute(sa.update(greetings).where(mine).values(posted_at=ctx.now))
    if reached:
        lines = [line(ctx, KINDS[place], number, people) for (place, number), people in sorted(reached.items())]
        hosts = (await ctx.settings(Settings)).greet is Where.HOSTS
        key, text = f"milestones:{turn}", "\n".join(map(plain, lines))
        await ctx.use(Telling).everybody(key, "milestones-post", accent=Accent.GLOW, hosts=hosts, text=text)


def line(ctx: Background, kind: str, number: int, people: Sequence[Member]) -> Markup:
    """That these people reached it, in a sentence."""
    names = names_in(ctx, [member.name for member in people], NAMES)
    return ctx.t(f"milestones-post-{kind}", names=names, count=len(people), number=number)


def kind_of(case: Case) -> str:
    """Which milestone the journey is about: "streams" of "streams-25"."""
    return case.enrolment.journey.name.partition("-")[0] if case.enrolment is not None else ""


def number_of(case: Case) -> int:
    """The number that was reached: streams, points, or years since somebody joined or first bought; else 0."""
    if case.enrolment is None or case.recipient is None:
        return 0
    kind, _, number = case.enrolment.journey.name.partition("-")
    months = {"joined": "months_known", "ordered": "months_since_first_order"}.get(kind)
    if months is not None:
        return years(int(case.recipient.facts.get(months, 0)))
    return int(number) if number.isdecimal() else 0


def years(months: int) -> int:
    """On the day itself a mean month is short of some of them, see A_YEAR."""
    return (months + 1) // 12
