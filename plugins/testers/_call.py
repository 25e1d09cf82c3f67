"""A call for testers: what is to be tested, by how many, until when, and how it is found."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Audit, Background, Context, Member, Native, NativeKind, Rule, UserError, read_rule, times
from plugins.testers._tables import calls

MOST_SEATS: Final = 100


class Way(Enum):
    """How testers are picked."""

    FIRST = "first"  # whoever comes first
    LOT = "lot"  # drawn, so that anybody can check it
    HAND = "hand"  # by hosts


class State(Enum):
    """Where a call stands."""

    DRAFT = "draft"
    OPEN = "open"  # people put themselves forward
    PICKING = "picking"  # the list stands; a draw is about to come, or hosts choose
    RUNNING = "running"  # they test
    OVER = "over"

    @property
    def is_shown(self) -> bool:
        """Whether members see it as something that is under way."""
        return self in (State.OPEN, State.PICKING, State.RUNNING)


class Call(Struct, frozen=True):
    """One call. `until`, `due` and `ends` are known once it is posted; `ref` is the place that testers are let into."""

    id: int
    made_by: int | None
    title: str
    about: str
    seats: int
    way: Way
    state: State
    rule: Rule | None
    until: datetime | None
    due: datetime | None
    ends: datetime | None
    closed_at: datetime | None
    space_id: int | None
    ref: str | None
    ref_name: str
    secret: str
    commitment: str
    published: str | None
    stands_at: datetime | None
    picked_at: datetime | None
    is_due: bool
    soon_told: bool
    due_told: bool
    nudged: bool

    @property
    def native(self) -> Native | None:
        """The place as networks' things are named."""
        if self.space_id is None or self.ref is None:
            return None
        return Native(self.space_id, NativeKind.DOOR, self.ref)

    @property
    def is_drawn(self) -> bool:
        """Whether its testers were drawn, and the secret may be told."""
        return self.way is Way.LOT and self.picked_at is not None

    def takes_volunteers(self, now: datetime) -> bool:
        """Whether somebody can put themselves forward."""
        return self.state is State.OPEN and (self.until is None or now < self.until)


COLUMNS: Final = tuple(calls.c[name] for name in Call.__struct_fields__)


def _call(row: Any) -> Call:
    values = {name: row[place] for place, name in enumerate(Call.__struct_fields__)}
    known = {"way": Way(values["way"]), "state": State(values["state"])}
    rule = read_rule(values["rule"]) if values["rule"] else None
    return Call(**{**values, **known, "rule": rule})


def _here(ctx: Background) -> sa.Select[Any]:
    return sa.select(*COLUMNS).where(calls.c.community_id == ctx.community.id)


async def call_of(ctx: Background, call_id: int) -> Call:
    """The community's call of that id. Raises UserError when there is none."""
    row = await ctx.db.row(_here(ctx).where(calls.c.id == call_id))
    if row is None:
        raise UserError("testers-not-here")
    return _call(row)


async def locked(ctx: Background, call_id: int) -> Call:
    """The same; until the work is done nobody else gives its places away."""
    await ctx.db.transaction()
    row = await ctx.db.row(_here(ctx).where(calls.c.id == call_id).with_for_update())
    if row is None:
        raise UserError("testers-not-here")
    return _call(row)


async def calls_in(ctx: Background, *states: State, limit: int = 200, skip: int = 0) -> Sequence[Call]:
    """The community's calls in these states, the newest first."""
    found = _here(ctx).where(_are_in(states)).order_by(calls.c.id.desc()).limit(limit).offset(skip)
    return [_call(row) for row in await ctx.db.rows(found)]


async def count_calls(ctx: Background, *states: State) -> int:
    """How many there are."""
    which = (calls.c.community_id == ctx.community.id) & _are_in(states)
    return int(await ctx.db.value(sa.select(sa.func.count()).select_from(calls).where(which)))


def _are_in(states: Sequence[State]) -> sa.ColumnElement[bool]:
    return calls.c.state.in_([state.value for state in states])


async def change(ctx: Background, call: Call, **values: Any) -> Call:
    """Change some of what a call is; returns it as it is then."""
    await ctx.db.execute(sa.update(calls).where(calls.c.id == call.id).values(**values))
    return await call_of(ctx, call.id)


async def note(ctx: Context, action: str, call: Call) -> None:
    """A line in the list of changes."""
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, action, f"testers:{call.id}", None, call.title)


def moment(ctx: Background, at: datetime | None, reader: Member | None = None) -> str:
    """When it is for that reader, or whoever acts, else for everybody; "" for never."""
    if at is None:
        return ""
    who = reader or (ctx.member if isinstance(ctx, Context) else None)
    if who is None:
        return home_moment(ctx, at)
    return times.moment(at, who.language, who.zone, now=ctx.now, home_zone=ctx.community.zone)


def home_moment(ctx: Background, at: datetime | None) -> str:
    """When it is for everybody: in the community's language and zone."""
    return "" if at is None else times.moment(at, ctx.community.language, ctx.community.zone, now=ctx.now)
