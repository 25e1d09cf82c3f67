"""Saying something without a name: kept so that neither the database nor the log tells whose it is, or when it came."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Context, Pseudonyms, UserError, drawn_stars, families, shortened, upsert
from plugins.feedback._giving import GIVEN_BACK, Said, from_form
from plugins.feedback._remark import About
from plugins.feedback._settings import FeedbackSettings
from plugins.feedback._tables import nameless, quota

NEWEST: Final = 5
"""So many answers are read at once by whom they are for."""


class Word(Struct, frozen=True):
    """Something that was said without a name. No `back`: no answer is wanted. No `given_on`: it waits for the hour."""

    id: str
    about: About
    text: str
    stars: int | None
    back: str | None
    given_on: str | None
    answer: str
    is_told: bool

    @property
    def shown_stars(self) -> str:
        """The stars as they are drawn; "" for none."""
        return drawn_stars(self.stars)


_COLUMNS: Final = tuple(nameless.c[name] for name in Word.__struct_fields__)


async def words(ctx: Background, *where: sa.ColumnElement[bool]) -> Sequence[Word]:
    """The community's for which that holds, in an order that says nothing."""
    found = sa.select(*_COLUMNS).where(nameless.c.community_id == ctx.community.id, *where).order_by(nameless.c.id)
    return [Word(**{**row._mapping, "about": About(row.about)}) for row in await ctx.db.rows(found)]


async def keep(ctx: Context, answers: Mapping[str, str]) -> Said:
    """Keep what was filled in, without its author. Raises UserError, with the words given back, beyond the limit.

    What comes a second time, since a network repeats it, changes nothing.
    """
    said = from_form(answers)
    await ctx.db.transaction()
    if await _is_repeated(ctx, said):
        return said
    await _count(ctx, said)
    id = secrets.token_hex(12)
    back = ctx.use(Pseudonyms).of(_matter(id), ctx.member.id) if said.may_answer else None
    row: dict[str, Any] = {"id": id, "community_id": ctx.community.id, "back": back}
    row |= {"about": said.about.value, "text": said.text, "stars": said.stars}
    await ctx.db.execute(sa.insert(nameless).values(**row))
    return said


async def _is_repeated(ctx: Context, said: Said) -> bool:
    """Whether this person has said something today, and just this waits for the hosts."""
    waits = await words(ctx, nameless.c.given_on.is_(None))
    same = [one for one in waits if (one.text, one.stars, one.about) == (said.text, said.stars, said.about)]
    return bool(same) and await _times(ctx) > 0


async def _count(ctx: Context, said: Said) -> None:
    """Count it for today. Raises UserError for one more than somebody may say in a day."""
    most = (await ctx.settings(FeedbackSettings)).most_nameless
    if await _times(ctx) >= most:
        raise UserError("feedback-nameless-enough", most=most, text=shortened(said.text, GIVEN_BACK))
    row = {"who": _mark(ctx, ctx.member.id), "community_id": ctx.community.id, "day": today(ctx), "times": 1}
    more = {"times": quota.c.times + 1}
    new = upsert(ctx.db.dialect, quota).values(**row)
    await ctx.db.execute(new.on_conflict_do_update(index_elements=[quota.c.who], set_=more))


async def _times(ctx: Context) -> int:
    """How often they said something without a name today, by whichever of their accounts."""
    marks = [_mark(ctx, id) for id in await families(ctx.db, [ctx.member.id])]
    return int(
        await ctx.db.value(sa.select(sa.func.coalesce(sa.func.sum(quota.c.times), 0)).where(quota.c.who.in_(marks)))
    )


def _mark(ctx: Context, member_id: int) -> str:
    """Who they are on this day; on another somebody else."""
    return ctx.use(Pseudonyms).of(f"feedback-day:{today(ctx)}", member_id)


def today(ctx: Background) -> str:
    """The day: no moment is kept that says more."""
    return ctx.now.date().isoformat()


def _matter(id: str) -> str:
    return f"feedback-word:{id}"


async def answered_for(ctx: Context) -> Sequence[Word]:
    """What whoever acts said without a name and hosts answered: found by them alone, and nothing of it is noted."""
    marks = ctx.use(Pseudonyms)
    accounts = list(await families(ctx.db, [ctx.member.id]))
    found = await words(ctx, nameless.c.back.is_not(None))
    mine = [one for one in found if one.answer and one.back in {marks.of(_matter(one.id), id) for id in accounts}]
    return sorted(mine, key=lambda one: one.given_on or "", reverse=True)[:NEWEST]
