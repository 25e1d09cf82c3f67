"""A remark: what a member said about something, and how far the hosts are with it."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, UserError, counts_for, drawn_stars
from plugins.feedback._tables import remarks


class About(Enum):
    """What it is about."""

    STREAM = "stream"
    COMMUNITY = "community"
    GOODS = "goods"
    BOT = "bot"
    OTHER = "other"


class State(Enum):
    """How far the hosts are with it."""

    NEW = "new"
    READ = "read"
    ANSWERED = "answered"


class Which(Enum):
    """Which remarks are listed."""

    OPEN = "open"
    ANSWERED = "answered"
    ALL = "all"


class Remark(Struct, frozen=True):
    """One remark. `member_id` is None where nobody knows whose it is; `stars` are 1 to 5."""

    id: int
    member_id: int | None
    at: datetime
    about: About
    text: str
    stars: int | None
    may_answer: bool
    state: State
    answer: str
    handled_by: int | None

    @property
    def shown_stars(self) -> str:
        """The stars as they are drawn; "" for none."""
        return drawn_stars(self.stars)

    @property
    def name(self) -> str:
        """What tells it from all others: one that is forgotten with its member may leave its number to the next."""
        return f"{self.id}:{int(self.at.timestamp() * 1000)}"


_NAMES: Final = ("at", "about", "text", "stars", "may_answer", "state", "answer", "handled_by")


def _select(ctx: Background) -> sa.Select[Any]:
    who = counts_for(remarks.c.member_id).label("member_id")
    found = sa.select(remarks.c.id, who, *(remarks.c[name] for name in _NAMES))
    return found.where(remarks.c.community_id == ctx.community.id)


def _remark(row: Any) -> Remark:
    read = {"about": About(row.about), "state": State(row.state), "may_answer": bool(row.may_answer)}
    return Remark(**{**row._mapping, **read})


async def remark_of(ctx: Background, remark_id: int) -> Remark:
    """The remark of that id. Raises UserError where it is gone, as with whoever made it."""
    row = await ctx.db.row(_select(ctx).where(remarks.c.id == remark_id))
    if row is None:
        raise UserError("feedback-gone")
    return _remark(row)


def _those(which: Which) -> sa.ColumnElement[bool]:
    match which:
        case Which.OPEN:
            return remarks.c.state != State.ANSWERED.value
        case Which.ANSWERED:
            return remarks.c.state == State.ANSWERED.value
        case Which.ALL:
            return sa.true()


async def count(ctx: Background, *where: sa.ColumnElement[bool]) -> int:
    """How many there are."""
    here = remarks.c.community_id == ctx.community.id
    return int(await ctx.db.value(sa.select(sa.func.count()).select_from(remarks).where(here, *where)))


async def listed(ctx: Background, which: Which, *, limit: int, skip: int) -> Sequence[Remark]:
    """Some of them, the newest first."""
    found = _select(ctx).where(_those(which)).order_by(remarks.c.id.desc())
    return [_remark(row) for row in await ctx.db.rows(found.limit(limit).offset(skip))]


async def since(ctx: Background, moment: datetime) -> Sequence[Remark]:
    """All that came since then, the oldest first."""
    return [
        _remark(row) for row in await ctx.db.rows(_select(ctx).where(remarks.c.at >= moment).order_by(remarks.c.id))
    ]


async def count_of(ctx: Background, which: Which) -> int:
    """How many of those there are."""
    return await count(ctx, _those(which))
