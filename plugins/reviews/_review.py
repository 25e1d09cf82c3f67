"""A review: what a member says of something, what others may see of it, and how it is found."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Context, People, Preferences, Role, UserError, counts_for, drawn_stars, parts_of, plain
from plugins.reviews._tables import reviews, things


class Leave(Enum):
    """What its author lets everybody see."""

    NAMED = "named"
    NAMELESS = "nameless"
    NONE = "none"


class State(Enum):
    """What the hosts made of it."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"


class Review(Struct, frozen=True):
    """One review. `about` is "" for the community as a whole; `turn` counts what its author changed."""

    id: int
    member_id: int
    thing_id: int
    about: str
    stars: int
    text: str
    photo_id: int | None
    leave: Leave
    state: State
    turn: int
    published: bool
    at: datetime
    changed_at: datetime
    reason: str
    reply: str

    @property
    def shown_stars(self) -> str:
        """The stars as they are drawn."""
        return drawn_stars(self.stars)

    @property
    def name(self) -> str:
        """What tells it from all others: one that is forgotten with its author may leave its number to the next."""
        return f"{self.id}:{int(self.at.timestamp() * 1000)}"

    @property
    def is_shown(self) -> bool:
        """Whether everybody sees it."""
        return self.state is State.APPROVED and self.leave is not Leave.NONE


_R = reviews.c
_NAMES: Final = tuple(name for name in Review.__struct_fields__ if name not in ("member_id", "about"))
_SHOWN: Final = (_R.state == State.APPROVED.value, _R.leave != Leave.NONE.value)


def _select(ctx: Background) -> sa.Select[Any]:
    who = counts_for(_R.member_id).label("member_id")
    found = sa.select(*(_R[name] for name in _NAMES), who, things.c.title.label("about"))
    return found.join(things, things.c.id == _R.thing_id).where(_R.community_id == ctx.community.id)


def _review(row: Any) -> Review:
    read = {"leave": Leave(row.leave), "state": State(row.state), "published": bool(row.published)}
    return Review(**{**row._mapping, **read})


async def review_of(ctx: Background, review_id: int) -> Review:
    """The review of that id. Raises UserError where it was taken back, or whoever gave it is forgotten."""
    row = await ctx.db.row(_select(ctx).where(_R.id == review_id))
    if row is None:
        raise UserError("reviews-gone")
    return _review(row)


async def held(ctx: Background, review_id: int) -> Review:
    """The same; until the work is done nobody else changes it."""
    await ctx.db.transaction()
    await ctx.db.rows(sa.select(_R.id).where(_R.id == review_id).with_for_update())
    return await review_of(ctx, review_id)


async def own(ctx: Context, review_id: int) -> Review:
    """The same, as long as it is that of whoever acts. Raises UserError."""
    review = await held(ctx, review_id)
    if review.member_id != ctx.member.id:
        raise UserError("reviews-not-yours")
    return review


async def seen_by(ctx: Context, review_id: int) -> Review:
    """The review, as far as whoever acts may see it. Raises UserError."""
    review = await review_of(ctx, review_id)
    if review.is_shown or review.member_id == ctx.member.id or ctx.member.role >= Role.HOST:
        return review
    raise UserError("reviews-gone")


async def all_of(ctx: Background, member_id: int, thing_id: int | None = None) -> Sequence[Review]:
    """What a member said by any of their accounts, the newest first; of one thing, or of all."""
    mine = _select(ctx).where(_R.member_id.in_(parts_of(member_id)))
    chosen = mine if thing_id is None else mine.where(_R.thing_id == thing_id)
    return [_review(row) for row in await ctx.db.rows(chosen.order_by(_R.changed_at.desc(), _R.id.desc()))]


def _counted(ctx: Background) -> sa.Subquery:
    """Of each person the newest approved review of each thing: linked accounts are one person."""
    who = counts_for(_R.member_id).label("who")
    approved = (_R.community_id == ctx.community.id) & (_R.state == State.APPROVED.value)
    each = sa.select(_R.id, _R.thing_id, _R.stars, _R.changed_at, who).where(approved).subquery()
    order = sa.func.row_number().over(
        partition_by=[each.c.thing_id, each.c.who], order_by=[each.c.changed_at.desc(), each.c.id.desc()]
    )
    turned = sa.select(each.c.id, each.c.thing_id, each.c.stars, order.label("turn")).subquery()
    return sa.select(turned).where(turned.c.turn == 1).subquery()


async def spread(ctx: Background, thing_id: int | None) -> Counter[int]:
    """How often each number of stars was given, also by those whose words nobody sees."""
    counted = _counted(ctx)
    found = sa.select(counted.c.stars, sa.func.count()).group_by(counted.c.stars)
    rows = await ctx.db.rows(found if thing_id is None else found.where(counted.c.thing_id == thing_id))
    return Counter({int(stars): int(times) for stars, times in rows})


def _listed(ctx: Background, state: State, thing_id: int | None, *, hosts: bool) -> sa.Select[Any]:
    found = _select(ctx).where(_R.state == state.value)
    if thing_id is not None:
        found = found.where(_R.thing_id == thing_id)
    if hosts:
        return found
    return found.where(*_SHOWN, _R.id.in_(sa.select(_counted(ctx).c.id)))


async def count(ctx: Background, state: State, thing_id: int | None = None, *, hosts: bool = True) -> int:
    """How many there are that hosts, or everybody, can see."""
    found = _listed(ctx, state, thing_id, hosts=hosts).with_only_columns(_R.id).subquery()
    return int(await ctx.db.value(sa.select(sa.func.count()).select_from(found)))


async def listed(
    ctx: Background, state: State, thing_id: int | None, *, hosts: bool, limit: int, skip: int
) -> Sequence[Review]:
    """Some of them, the newest first."""
    found = _listed(ctx, state, thing_id, hosts=hosts).order_by(_R.changed_at.desc(), _R.id.desc())
    return [_review(row) for row in await ctx.db.rows(found.limit(limit).offset(skip))]


async def shown_name(ctx: Background, review: Review) -> str:
    """The name under which everybody sees it; "" where they may not see whose it is."""
    if review.leave is not Leave.NAMED or (await ctx.use(Preferences).of(review.member_id)).hidden:
        return ""
    return await ctx.use(People).name_of(review.member_id)


async def who_for(ctx: Context, review: Review) -> str:
    """Whose it is, for whoever reads it in an answer."""
    knows = ctx.member.role >= Role.HOST or review.member_id == ctx.member.id
    name = await (ctx.use(People).name_of(review.member_id) if knows else shown_name(ctx, review))
    return name or plain(ctx.t("reviews-somebody"))
