"""A challenge: its theme, how long it runs, and how it is found."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, UserError, times
from plugins.challenges._tables import challenges


class State(Enum):
    """Where it stands."""

    OPEN = "open"
    CLOSED = "closed"


class Challenge(Struct, frozen=True):
    """One of them. `with_stream`: it closes with the stream `stream_id`."""

    id: int
    theme: str
    state: State
    stream_id: int | None
    with_stream: bool
    made_at: datetime
    closes_at: datetime | None
    closed_at: datetime | None
    is_due: bool

    def is_open(self, now: datetime) -> bool:
        """Whether something can be handed in, or voted for; what closes at that moment is closed."""
        return self.state is State.OPEN and (self.closes_at is None or now < self.closes_at)

    @property
    def ends(self) -> str:
        """How it ends, as texts choose their words by it."""
        if self.state is State.CLOSED:
            return "closed"
        if self.with_stream:
            return "stream"
        return "hand" if self.closes_at is None else "time"


_C = challenges.c
_NAMES: Final = tuple(Challenge.__struct_fields__)


def _select(ctx: Background) -> sa.Select[Any]:
    return sa.select(*(_C[name] for name in _NAMES)).where(_C.community_id == ctx.community.id)


def _challenge(row: Any) -> Challenge:
    return Challenge(**{**row._mapping, "state": State(row.state), "with_stream": bool(row.with_stream)})


async def challenge_of(ctx: Background, challenge_id: int) -> Challenge:
    """The challenge of that id. Raises UserError when there is none."""
    return _found(await ctx.db.row(_select(ctx).where(_C.id == challenge_id)))


async def locked(ctx: Background, challenge_id: int) -> Challenge:
    """The same; until the work is done nobody else hands in, votes or closes it."""
    await ctx.db.transaction()
    return _found(await ctx.db.row(_select(ctx).where(_C.id == challenge_id).with_for_update()))


async def open_one(ctx: Background, challenge_id: int) -> Challenge:
    """The challenge, locked, as long as it is open. Raises UserError."""
    challenge = await locked(ctx, challenge_id)
    if not challenge.is_open(ctx.now):
        raise UserError("challenges-over", theme=challenge.theme)
    return challenge


def _found(row: sa.Row[Any] | None) -> Challenge:
    if row is None:
        raise UserError("challenges-not-here")
    return _challenge(row)


async def all_open(ctx: Background) -> Sequence[Challenge]:
    """Those that are open, the newest first."""
    found = _select(ctx).where(_C.state == State.OPEN.value).order_by(_C.id.desc())
    return [_challenge(row) for row in await ctx.db.rows(found)]


async def some(ctx: Background, *, limit: int, skip: int) -> Sequence[Challenge]:
    """A piece of all of them, the newest first."""
    found = _select(ctx).order_by(_C.id.desc()).limit(limit).offset(skip)
    return [_challenge(row) for row in await ctx.db.rows(found)]


async def count(ctx: Background) -> int:
    """How many there were."""
    mine = sa.select(sa.func.count()).select_from(challenges).where(_C.community_id == ctx.community.id)
    return int(await ctx.db.value(mine))


async def change(ctx: Background, challenge_id: int, **values: Any) -> None:
    """Change some of what it is."""
    await ctx.db.execute(sa.update(challenges).where(_C.id == challenge_id).values(**values))


def until(ctx: Background, challenge: Challenge, zone: str | None = None) -> str:
    """When it ends, or ended, for whoever reads it; "" where nobody knows."""
    at = challenge.closed_at or challenge.closes_at
    return "" if at is None else times.moment(at, ctx.language, zone or ctx.community.zone, now=ctx.now)
