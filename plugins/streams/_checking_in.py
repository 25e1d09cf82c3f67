"""Check-ins: "I'm here" under the go-live post, and drops, which are open for a few minutes and have a spoken code."""

import secrets
from datetime import datetime, timedelta

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    CHECKED_IN,
    Accent,
    Activities,
    Attendance,
    Background,
    Consents,
    Context,
    Purpose,
    Route,
    Stream,
    Streams,
    Telling,
    UserError,
    echoed,
)
from plugins.streams._common import title_of
from plugins.streams._tables import drops

_CONSONANTS, _VOWELS = "dflmnrstv", "aeiou"  # syllables that are said and heard alike in most languages


class Drop(Struct, frozen=True):
    """One timed check-in."""

    id: int
    stream_id: int
    code: str
    closes_at: datetime


async def arrive(ctx: Context, stream: Stream) -> bool:
    """Count the person as present at the stream, once; False when they were counted before."""
    return await _count(ctx, stream, f"stream:{stream.id}")


async def open_drop(ctx: Context, stream: Stream, minutes: int) -> tuple[Drop, bool]:
    """Open a check-in for so many minutes; the one that is open already when there is one, and whether it is new."""
    await ctx.db.transaction()
    current = await _open(ctx, stream.id)
    if current is not None:
        return current, False
    lasts = timedelta(minutes=minutes)
    values = {"stream_id": stream.id, "code": new_code(), "closes_at": ctx.now + lasts}
    await ctx.use(Streams).shows_life(stream.id)
    drop_id = await ctx.db.insert(sa.insert(drops).values(**values))
    await ctx.use(Telling).everybody(
        f"drop:{drop_id}",
        "streams-drop-post",
        buttons=[("streams.at_drop", drop_id)],
        accent=Accent.GLOW,
        lasts=lasts,
        minutes=minutes,
    )
    return await drop_of(ctx, drop_id), True


async def drop_of(ctx: Background, drop_id: int) -> Drop:
    """The drop of that id. Raises UserError when there is none."""
    row = await ctx.db.row(sa.select(drops).where(drops.c.id == drop_id))
    if row is None:
        raise UserError("streams-not-here")
    return Drop(*row)


async def drops_of(ctx: Background, stream_id: int) -> list[Drop]:
    """Every drop of the stream, oldest first."""
    query = sa.select(drops).where(drops.c.stream_id == stream_id).order_by(drops.c.id)
    return [Drop(*row) for row in await ctx.db.rows(query)]


async def by_code(ctx: Context, stream: Stream, code: str) -> Drop:
    """The drop that the spoken code opens now. Raises UserError when none is open, or it has another code."""
    current = await _open(ctx, stream.id)
    said = _heard(code)
    if current is not None and said == current.code:
        return current
    if said in [drop.code for drop in await drops_of(ctx, stream.id)]:
        raise UserError("streams-drop-late")
    raise UserError("streams-code-wrong" if current else "streams-drop-none", code=echoed(code))


async def be_counted(ctx: Context, drop: Drop, stream: Stream) -> bool:
    """Count the person as present at the drop, once. Raises UserError when it is over."""
    if drop.closes_at <= ctx.now:
        raise UserError("streams-drop-late")
    return await _count(ctx, stream, f"drop:{drop.id}")


async def present(ctx: Background, drop: Drop) -> int:
    """How many people have been counted."""
    return await ctx.use(Activities).people(CHECKED_IN, f"drop:{drop.id}")


async def report_drop(ctx: Background, drop: Drop, stream: Stream) -> None:
    """Tell the hosts how many came."""
    await ctx.use(Telling).everybody(
        f"drop-over:{drop.id}",
        "streams-drop-over",
        hosts=True,
        lasts=timedelta(hours=1),
        title=title_of(ctx, stream, ctx.community.language),
        present=await present(ctx, drop),
    )


async def agree(ctx: Context, stream: Stream) -> bool:
    """Note that the person wants to be written to after streams; False when they agreed before and nothing changed."""
    consents = ctx.use(Consents)
    known = (await consents.of_side(ctx.member)).get((Purpose.SERVICE, Route.DIRECT), False)
    if known and not await consents.is_stopped(ctx.member.id):
        return False
    await consents.give(ctx.member, Purpose.SERVICE, Route.DIRECT, source=f"stream:{stream.id}")
    return True


async def disagree(ctx: Context) -> None:
    """Take that back; holds from the next message on."""
    await ctx.use(Consents).withdraw(ctx.member.id, Purpose.SERVICE, Route.DIRECT, source="streams")


def new_code() -> str:
    """Three syllables to say aloud: "nilota"."""
    return "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(3))


def _heard(code: str) -> str:
    return "".join(letter for letter in code.casefold() if letter.isalpha())


async def _open(ctx: Background, stream_id: int) -> Drop | None:
    query = sa.select(drops).where(drops.c.stream_id == stream_id, drops.c.closes_at > ctx.now)
    row = await ctx.db.row(query.order_by(drops.c.id.desc()).limit(1))
    return None if row is None else Drop(*row)


async def _count(ctx: Context, stream: Stream, reference: str) -> bool:
    new = await ctx.use(Activities).record(ctx.community.id, ctx.member.id, CHECKED_IN, reference)
    if new:
        await ctx.use(Attendance).check_in(stream, ctx.member)
    return new
