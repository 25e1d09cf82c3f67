"""Draws of a reward among those who may have it: opened, closed with a list that stands, and then drawn."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Accent, Background, Facts, Lot, Member, Telling, UserError, drawing, parts_of
from plugins.rewards._claiming import is_unlocked
from plugins.rewards._editing import lacks
from plugins.rewards._grants import free_seats
from plugins.rewards._limits import home_moment
from plugins.rewards._reward import Reward, locked
from plugins.rewards._tables import draws, entries
from plugins.rewards._waking import wake_at

CHECKED_FOR = timedelta(minutes=10)
"""So long the list stands before the secret is told, for everybody to keep it."""

MOST_WEIGHT = 10
MOST_IN_IT = 20_000


class Weights(Enum):
    """How much a ticket counts."""

    EQUAL = "equal"
    STREAMS = "streams"  # one, and one more for each stream, up to ten


class Draw(Struct, frozen=True):
    """One draw. `commitment` is the fingerprint of the secret, `list_hash` that of the list once it stands."""

    id: int
    reward_id: int
    winners: int
    weights: Weights
    secret: str
    commitment: str
    closes_at: datetime
    closed_at: datetime | None
    drawn_at: datetime | None
    called_off_at: datetime | None
    list_hash: str | None


COLUMNS = tuple(draws.c[name] for name in Draw.__struct_fields__)


def _draw(row: Any) -> Draw:
    values = {name: row[place] for place, name in enumerate(Draw.__struct_fields__)}
    return Draw(**{**values, "weights": Weights(values["weights"])})


async def start(
    ctx: Background, reward_id: int, winners: int, closes_at: datetime, weights: Weights
) -> tuple[Reward, Draw]:
    """Open a draw and tell everybody. Raises UserError when so many are not there to be won."""
    reward = await locked(ctx, reward_id)
    if reward.kind.has_times:
        raise UserError("rewards-draw-timed", title=reward.title)
    if (lacking := lacks(reward)) is not None:
        raise UserError(lacking, title=reward.title)
    if closes_at <= ctx.now:
        raise UserError("rewards-draw-past", when=home_moment(ctx, closes_at))
    left = await free_seats(ctx, reward, None)
    if left is not None and left < winners:
        raise UserError("rewards-draw-few", title=reward.title, left=left)
    secret = drawing.new_secret()
    row = {"community_id": ctx.community.id, "reward_id": reward.id, "winners": winners, "weights": weights.value}
    kept = {"secret": secret, "commitment": drawing.digest(secret), "closes_at": closes_at}
    draw = await draw_of(ctx, await ctx.db.insert(sa.insert(draws).values(**row, **kept)))
    await wake_at(ctx, closes_at)
    await ctx.use(Telling).everybody(
        f"draw-open:{draw.id}",
        "rewards-draw-open-post",
        buttons=[("rewards.enter", draw.id)],
        accent=Accent.GLOW,
        lasts=closes_at - ctx.now,
        title=reward.title,
        winners=winners,
        closes=home_moment(ctx, closes_at),
        weights=weights.value,
        commitment=draw.commitment,
    )
    return reward, draw


async def draw_of(ctx: Background, id: int) -> Draw:
    """The community's draw of that id. Raises UserError when there is none."""
    mine = (draws.c.id == id) & (draws.c.community_id == ctx.community.id)
    row = await ctx.db.row(sa.select(*COLUMNS).where(mine))
    if row is None:
        raise UserError("rewards-draw-none")
    return _draw(row)


async def newest(ctx: Background, *, is_open: bool = False) -> Draw:
    """The draw that was started last, or the last that is open. Raises UserError when there is none."""
    mine = draws.c.community_id == ctx.community.id
    if is_open:
        mine &= draws.c.closed_at.is_(None)
    row = await ctx.db.row(sa.select(*COLUMNS).where(mine).order_by(draws.c.id.desc()).limit(1))
    if row is None:
        raise UserError("rewards-draw-none")
    return _draw(row)


async def enter(ctx: Background, draw_id: int, member: Member) -> tuple[Draw, Lot, bool]:
    """A ticket for the member, and whether it is new. Raises UserError when it is closed, or not for them."""
    draw = await draw_of(ctx, draw_id)
    reward = await locked(ctx, draw.reward_id)
    draw = await draw_of(ctx, draw_id)
    if draw.called_off_at is not None:
        raise UserError("rewards-draw-off", title=reward.title)
    if draw.closed_at is not None or draw.closes_at <= ctx.now:
        raise UserError("rewards-draw-closed", title=reward.title)
    mine = (entries.c.draw_id == draw.id) & entries.c.member_id.in_(parts_of(member.id))
    known = await ctx.db.row(sa.select(entries.c.ticket, entries.c.weight).where(mine))
    if known is not None:
        return draw, Lot(*known), False
    if not await is_unlocked(ctx, reward, member.id):
        raise UserError("rewards-draw-locked", title=reward.title)
    there = sa.select(sa.func.count()).select_from(entries).where(entries.c.draw_id == draw.id)
    if int(await ctx.db.value(there)) >= MOST_IN_IT:
        raise UserError("rewards-draw-full", title=reward.title)
    lot = Lot(drawing.new_ticket(), await _weight(ctx, draw, member))
    row = {"draw_id": draw.id, "member_id": member.id, "ticket": lot.ticket, "weight": lot.weight}
    await ctx.db.insert(sa.insert(entries).values(**row))
    return draw, lot, True


async def lots_of(ctx: Background, draw: Draw) -> list[Lot]:
    """All tickets of a draw."""
    rows = await ctx.db.rows(sa.select(entries.c.ticket, entries.c.weight).where(entries.c.draw_id == draw.id))
    return [Lot(*row) for row in rows]


async def _weight(ctx: Background, draw: Draw, member: Member) -> int:
    if draw.weights is Weights.EQUAL:
        return 1
    attended = (await ctx.use(Facts).of(member.id)).get("streams_attended", 0)
    return min(MOST_WEIGHT, 1 + (int(attended) if not isinstance(attended, str) else 0))


async def close(ctx: Background, draw_id: int) -> Draw:
    """From now on the list stands; its fingerprint is told. The secret follows. Closing twice does nothing."""
    draw = await draw_of(ctx, draw_id)
    reward = await locked(ctx, draw.reward_id)
    draw = await draw_of(ctx, draw_id)
    if draw.closed_at is not None:
        return draw
    published = drawing.list_of(await lots_of(ctx, draw))
    change = sa.update(draws).where(draws.c.id == draw.id)
    await ctx.db.execute(change.values(closed_at=ctx.now, list_hash=drawing.digest(published)))
    await wake_at(ctx, ctx.now + CHECKED_FOR)
    await ctx.use(Telling).everybody(
        f"draw-closed:{draw.id}",
        "rewards-draw-closed-post",
        buttons=[("rewards.draw_check", draw.id)],
        title=reward.title,
        count=len(published.splitlines()),
        fingerprint=drawing.digest(published),
        minutes=int(CHECKED_FOR.total_seconds() // 60),
    )
    return await draw_of(ctx, draw.id)


async def due(ctx: Background) -> Sequence[int]:
    """The draws that are to be closed, or drawn, by now."""
    mine = draws.c.community_id == ctx.community.id
    late = draws.c.closed_at.is_(None) & (draws.c.closes_at <= ctx.now)
    stood = draws.c.closed_at <= ctx.now - CHECKED_FOR
    query = sa.select(draws.c.id).where(mine, draws.c.drawn_at.is_(None), late | stood)
    return [id for (id,) in await ctx.db.rows(query.order_by(draws.c.id))]
