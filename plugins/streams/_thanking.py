"""Shout-outs: said at once while a stream is live, promised for the next one otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

import sqlalchemy as sa

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
    shortened,
)
from plugins.streams._tables import promises

LONGEST = 300
LOOKED_AT = 200


class Thanked(Enum):
    """What became of a shout-out."""

    POSTED = auto()
    NOT_SHOWN = auto()  # kept, but the member asked not to be shown, or there is no channel
    PROMISED = auto()


@dataclass(frozen=True, slots=True)
class Promise:
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


async def thank(ctx: Context, stream: Stream | None, member: Member, why: str) -> Thanked:
    """Thank `member` in front of everybody; without a live stream it is promised for the next one.

    Raises UserError when the reason is too long.
    """
    why = " ".join(why.split())
    if len(why) > LONGEST:
        raise UserError("streams-why-long", limit=LONGEST)
    if stream is None:
        whose = {"community_id": ctx.community.id, "member_id": member.id}
        await ctx.db.insert(sa.insert(promises).values(**whose, why=why))
        return Thanked.PROMISED
    note_id = await ctx.use(Streams).shout_out(stream.id, ctx.member.id, member.id, why)
    if (await ctx.use(Preferences).of(member.id)).hidden:
        return Thanked.NOT_SHOWN
    # A note is forgotten with its member, and on SQLite the next one may get its number; what was posted stays known.
    name = f"shoutout:{note_id}:{int(ctx.now.timestamp())}"
    posted = await ctx.use(Telling).everybody(
        name, "streams-thanks-post", accent=Accent.GLOW, who=member.name, reason=bool(why), why=why
    )
    return Thanked.POSTED if posted else Thanked.NOT_SHOWN


async def owed(ctx: Background, event: ThanksOwed) -> None:
    """Somebody earned thanks by what they did: promised for the next stream, unless they asked not to be shown."""
    if (await ctx.use(Preferences).of(event.member_id)).hidden:
        return
    whose = {"community_id": ctx.community.id, "member_id": event.member_id}
    await ctx.db.insert(sa.insert(promises).values(**whose, why=shortened(event.why, LONGEST)))


async def promised(ctx: Background, limit: int) -> Sequence[Promise]:
    """The promises that are to be kept, oldest first; not to somebody who asked not to be shown since."""
    mine = (promises.c.community_id == ctx.community.id) & promises.c.kept_at.is_(None)
    rows = await ctx.db.rows(sa.select(promises).where(mine).order_by(promises.c.id).limit(LOOKED_AT))
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
    still = sa.update(promises).where(mine, promises.c.kept_at.is_(None))
    if (await ctx.db.execute(still.values(kept_at=ctx.now))).rowcount != 1:
        raise UserError("streams-promise-kept")
    member = await ctx.use(People).get(row.member_id)
    await thank(ctx, stream, member, row.why)
    return member
