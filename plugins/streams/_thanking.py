"""Shout-outs: said at once while a stream is live, promised for the next one otherwise."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Accent,
    Background,
    Context,
    Member,
    People,
    Preferences,
    Stream,
    Streams,
    Telling,
    ThanksOwed,
    UserError,
    echoed,
    parts_of,
    shortened,
)
from plugins.streams._tables import promises

LONGEST = 300
LOOKED_AT = 200
_STANDS: Final = (promises.c.kept_at.is_(None), promises.c.dropped_at.is_(None))


class Thanked(Enum):
    """What became of a shout-out."""

    POSTED = auto()
    NOT_SHOWN = auto()  # kept, but the member asked not to be shown, or there is no channel


class Promise(Struct, frozen=True):
    """A shout-out that a host still has to say."""

    id: int
    member: Member
    why: str


async def whom(ctx: Context, named: str, why: str) -> Member:
    """The member meant in a form. Raises UserError that gives the reason back, for it to be used again."""
    try:
        return await ctx.use(People).find(ctx.community, named)
    except UserError as refused:
        if not why.strip():
            raise
        kept = shortened(why.strip(), LONGEST)
        told = {"several": refused.key == "member-ambiguous", "candidates": refused.values.get("candidates", "")}
        raise UserError("streams-thank-whom", asked=echoed(named), why=kept, **told) from None


async def thank(ctx: Context, stream: Stream, member: Member, why: str) -> Thanked:
    """Thank `member` in front of everybody. Raises UserError when the reason is too long."""
    why = _checked(why)
    note_id = await ctx.use(Streams).shout_out(stream.id, ctx.member.id, member.id, why)
    if (await ctx.use(Preferences).of(member.id)).hidden:
        return Thanked.NOT_SHOWN
    # A note is forgotten with its member, and on SQLite the next one may get its number; what was posted stays known.
    name = f"shoutout:{note_id}:{int(ctx.now.timestamp())}"
    posted = await ctx.use(Telling).everybody(
        name, "streams-thanks-post", accent=Accent.GLOW, who=member.name, reason=bool(why), why=why
    )
    return Thanked.POSTED if posted else Thanked.NOT_SHOWN


def _checked(why: str) -> str:
    why = " ".join(why.split())
    if len(why) > LONGEST:
        raise UserError("streams-why-long", limit=LONGEST)
    return why


async def promise(ctx: Context, member: Member, why: str) -> int:
    """Thank `member` in the next stream; returns the promise's id. Raises UserError when the reason is too long."""
    whose = {"community_id": ctx.community.id, "member_id": member.id}
    return await ctx.db.insert(sa.insert(promises).values(**whose, why=_checked(why)))


async def turn(ctx: Context, promise_id: int, *, on: bool) -> Member:
    """Take a promise back, or let it stand after all. Raises UserError for one that was kept before."""
    mine = (promises.c.id == promise_id) & (promises.c.community_id == ctx.community.id)
    change = sa.update(promises).where(mine, promises.c.kept_at.is_(None)).values(dropped_at=None if on else ctx.now)
    member_id = (await ctx.db.execute(change.returning(promises.c.member_id))).scalar()
    if member_id is None:
        raise UserError("streams-promise-kept")
    return await ctx.use(People).get(member_id)


async def owed(ctx: Background, event: ThanksOwed) -> None:
    """Somebody earned thanks by what they did: promised for the next stream, unless they asked not to be shown."""
    if event.turn != "owed":
        theirs = promises.c.member_id.in_(parts_of(event.member_id)) & promises.c.kept_at.is_(None)
        theirs &= promises.c.about.startswith(event.about, autoescape=True)
        dropped_at = ctx.now if event.turn == "off" else None
        await ctx.db.execute(sa.update(promises).where(theirs).values(dropped_at=dropped_at))
    elif not (await ctx.use(Preferences).of(event.member_id)).hidden:
        whose = {"community_id": ctx.community.id, "member_id": event.member_id}
        what = {"why": shortened(event.why, LONGEST), "about": event.about}
        await ctx.db.insert(sa.insert(promises).values(**whose, **what))


async def promised(ctx: Background, limit: int) -> Sequence[Promise]:
    """The promises that are to be kept, oldest first; not to somebody who asked not to be shown since."""
    mine = promises.c.community_id == ctx.community.id
    rows = await ctx.db.rows(sa.select(promises).where(mine, *_STANDS).order_by(promises.c.id).limit(LOOKED_AT))
    found: list[Promise] = []
    for row in rows:
        if len(found) < limit and not (await ctx.use(Preferences).of(row.member_id)).hidden:
            found.append(Promise(row.id, await ctx.use(People).get(row.member_id), row.why))
    return found


async def keep(ctx: Context, stream: Stream, promise_id: int) -> Member:
    """The host said it: the promise becomes a shout-out of the stream. Raises UserError when it was kept before."""
    mine = (promises.c.id == promise_id) & (promises.c.community_id == ctx.community.id)
    row = await ctx.db.row(sa.select(promises).where(mine))
    if row is None:
        raise UserError("streams-not-here")
    if row.dropped_at is not None:
        raise UserError("streams-promise-off")
    still = sa.update(promises).where(mine, *_STANDS)
    if (await ctx.db.execute(still.values(kept_at=ctx.now))).rowcount != 1:
        raise UserError("streams-promise-kept")
    member = await ctx.use(People).get(row.member_id)
    await thank(ctx, stream, member, row.why)
    return member
