"""Greetings for everybody: those of half an hour are said together, in the place that the community chose."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from enum import Enum
from typing import Final

import sqlalchemy as sa
from pydantic import BaseModel

from bot.api import Accent, Background, Case, Inbox, Member, People, Preferences, Telling, names_in, plain
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
    """Somebody reached something: keep the greeting, to be said with the others of the next half hour."""
    case = await ctx.use(Inbox).case(delivery_id, member_id)
    if case is None or case.enrolment is None or (await ctx.settings(Settings)).greet is Where.NOWHERE:
        return
    kind = kind_of(case)
    birthday = await _birthdays.of(ctx, member_id) if kind == _birthdays.BIRTHDAY else None
    if kind not in KINDS or (birthday is not None and not birthday.shown):
        return
    row = {"community_id": ctx.community.id, "member_id": member_id, "kind": kind, "number": number_of(case)}
    await ctx.db.execute(sa.insert(greetings).values(**row, at=ctx.now))
    turn = int(ctx.now.timestamp() // TOGETHER.total_seconds())
    await ctx.later(say, after=TOGETHER, key=f"{ctx.community.id}:{turn}", turn=turn)


async def say(ctx: Background, turn: int) -> None:
    """Greet all who wait, in one post. Who hid themself meanwhile is not named."""
    mine = (greetings.c.community_id == ctx.community.id) & greetings.c.posted_at.is_(None)
    await ctx.db.transaction()
    rows = await ctx.db.rows(sa.select(greetings).where(mine).order_by(greetings.c.id))
    ids = {row.member_id for row in rows}
    people, hidden = await ctx.use(People).of_many(ids), await ctx.use(Preferences).hidden(ids)
    reached: defaultdict[tuple[int, int], list[Member]] = defaultdict(list)
    for row in rows:
        if row.member_id in people and row.member_id not in hidden:
            reached[KINDS.index(row.kind), row.number].append(people[row.member_id])
    await ctx.db.execute(sa.update(greetings).where(mine).values(posted_at=ctx.now))
    if reached:
        lines = [_line(ctx, KINDS[place], number, people) for (place, number), people in sorted(reached.items())]
        hosts = (await ctx.settings(Settings)).greet is Where.HOSTS
        key, text = f"milestones:{turn}", "\n".join(lines)
        await ctx.use(Telling).everybody(key, "milestones-post", accent=Accent.GLOW, hosts=hosts, text=text)


def _line(ctx: Background, kind: str, number: int, people: Sequence[Member]) -> str:
    names = names_in(ctx, [member.name for member in people], NAMES)
    return plain(ctx.t(f"milestones-post-{kind}", names=names, count=len(people), number=number))


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
        return (int(case.recipient.facts.get(months, 0)) + 1) // 12
    return int(number) if number.isdecimal() else 0
