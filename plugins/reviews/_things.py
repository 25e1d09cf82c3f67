"""What reviews are about: the community as a whole, or something that somebody named."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Choice, Context, UserError, folded, in_a_line, matching, shortened, upsert
from plugins.reviews._tables import reviews, things

LONGEST: Final = 60
MOST: Final = 200


class Thing(Struct, frozen=True):
    """One of them; the whole has no title."""

    id: int
    title: str


async def every(ctx: Background) -> Sequence[Thing]:
    """All of them, the whole first."""
    mine = sa.select(things.c.id, things.c.title).where(things.c.community_id == ctx.community.id)
    return [Thing(*row) for row in await ctx.db.rows(mine.order_by(things.c.place))]


async def named(ctx: Background, typed: str) -> Thing | None:
    """The one that is called so, whatever its capitals and accents; None where there is none yet."""
    wanted = folded(in_a_line(typed))
    return next((thing for thing in await every(ctx) if folded(thing.title) == wanted), None)


async def named_or_new(ctx: Background, typed: str) -> Thing:
    """The same, made where there is none. Until the work is done nobody else names or reviews anything here.

    Raises UserError where there are too many, or the name is too long.
    """
    title = read(typed)
    await _hold(ctx)
    there = await every(ctx)
    found = next((thing for thing in there if folded(thing.title) == folded(title)), None)
    if found is not None:
        return found
    if len(there) > MOST:
        raise UserError("reviews-too-many-things", about=title)
    last = sa.select(sa.func.max(things.c.place)).where(things.c.community_id == ctx.community.id)
    row = {"community_id": ctx.community.id, "place": int(await ctx.db.value(last)) + 1, "title": title}
    return Thing(await ctx.db.insert(sa.insert(things).values(**row)), title)


def read(typed: str) -> str:
    """A name as it is kept; "" for the whole. Raises UserError for one that is too long."""
    title = in_a_line(typed)
    if len(title) > LONGEST:
        raise UserError("reviews-about-long", most=LONGEST, about=shortened(title, 2 * LONGEST))
    return title


async def _hold(ctx: Background) -> None:
    """Take hold of the whole, which is there from the first review on."""
    await ctx.db.transaction()
    whole = {"community_id": ctx.community.id, "place": 0}
    new = upsert(ctx.db.dialect, things).values(**whole, title="")
    await ctx.db.execute(new.on_conflict_do_nothing(index_elements=[things.c.community_id, things.c.place]))
    mine = (things.c.community_id == ctx.community.id) & (things.c.place == 0)
    await ctx.db.rows(sa.select(things.c.id).where(mine).with_for_update())


async def tidy(ctx: Background) -> None:
    """What nobody reviews any more has no name here."""
    await _hold(ctx)
    mine = (things.c.community_id == ctx.community.id) & (things.c.place > 0)
    await ctx.db.execute(sa.delete(things).where(mine, ~sa.exists().where(reviews.c.thing_id == things.c.id)))


async def suggest(ctx: Context, typed: str) -> Sequence[Choice]:
    """Those that fit what somebody typed."""
    return matching(typed, [Choice(thing.title, thing.title) for thing in await every(ctx) if thing.title])
