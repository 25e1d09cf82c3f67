"""A case: somebody's talk with a person of the team, how it stands, and how it is found."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Context, UserError, counts_for, drawn_stars, parts_of
from plugins.assistant._case_tables import cases

LONGEST: Final = 1000
GIVEN_BACK: Final = 1700


class State(Enum):
    """How a case stands."""

    NEW = "new"  # nobody has taken it
    WAITING = "waiting"  # somebody has, and it is for them to speak
    OPEN = "open"  # it is for the member to speak
    CLOSED = "closed"


class Closed(Enum):
    """Who ended it."""

    MEMBER = "member"
    HOST = "host"
    QUIET = "quiet"  # nobody: the member had their answer and said no more
    LEFT = "left"  # nobody: the member has left the community


class Case(Struct, frozen=True):
    """One case. `taken_by` is the host who has it; `remark` what the member wrote beside their stars.

    `owner_id` is the membership that it was begun with, of the member's linked ones: all of it goes with that one.
    """

    id: int
    member_id: int
    owner_id: int
    after_id: int | None
    state: State
    opened_at: datetime
    taken_by: int | None
    answered_at: datetime | None
    since: datetime
    remind_at: datetime | None
    reminded: int
    closed_at: datetime | None
    closed_as: str
    closed_by: int | None
    stars: int | None
    remark: str

    @property
    def name(self) -> str:
        """What tells it from all others: one that is forgotten may leave its number to the next."""
        return f"assistant-case:{self.id}:{int(self.opened_at.timestamp() * 1000)}"

    @property
    def is_open(self) -> bool:
        """Whether there is still something to be said."""
        return self.state is not State.CLOSED

    @property
    def waits(self) -> bool:
        """Whether it is for a host to do something."""
        return self.state in (State.NEW, State.WAITING)

    @property
    def shown_stars(self) -> str:
        """The stars as they are drawn; "" for none."""
        return drawn_stars(self.stars)


_OWN: Final = (
    "id", "after_id", "state", "opened_at", "answered_at", "since", "remind_at", "reminded", "closed_at",
    "closed_as", "stars", "remark",
)  # fmt: skip
_PEOPLE: Final = ("member_id", "taken_by", "closed_by")
STILL_OPEN: Final = cases.c.closed_at.is_(None)


def waiting() -> sa.ColumnElement[bool]:
    """Those with which a host has something to do, also where whoever had taken one was forgotten."""
    return STILL_OPEN & ((cases.c.state != State.OPEN.value) | cases.c.taken_by.is_(None))


async def cases_of(ctx: Background, *where: sa.ColumnElement[bool], limit: int | None = None) -> Sequence[Case]:
    """The community's for which that holds: open ones first, of those what waits longest, then the newest."""
    people = [counts_for(cases.c[name]).label(name) for name in _PEOPLE]
    people.append(cases.c.member_id.label("owner_id"))
    found = sa.select(*(cases.c[name] for name in _OWN), *people).where(cases.c.community_id == ctx.community.id)
    first = sa.case((cases.c.closed_at.is_not(None), 2), (cases.c.state == State.OPEN.value, 1), else_=0)
    longest = sa.case((STILL_OPEN, cases.c.since), else_=None)
    ordered = found.where(*where).order_by(first, longest, cases.c.closed_at.desc(), cases.c.id.desc())
    return [_read(row) for row in await ctx.db.rows(ordered.limit(limit))]


def _read(row: Any) -> Case:
    state = State(row.state)
    if state is not State.CLOSED and row.taken_by is None:
        state = State.NEW  # whoever had taken it was forgotten
    return Case(**{**row._mapping, "state": state})


async def case_of(ctx: Background, case_id: int) -> Case:
    """The case of that id. Raises UserError where it is gone."""
    found = await cases_of(ctx, cases.c.id == case_id)
    if not found:
        raise UserError("assistant-case-gone")
    return found[0]


async def held(ctx: Background, case_id: int) -> Case:
    """The same; until the work is done nobody else changes it."""
    await ctx.db.transaction()
    mine = (cases.c.id == case_id) & (cases.c.community_id == ctx.community.id)
    await ctx.db.rows(sa.select(cases.c.id).where(mine).with_for_update())
    return await case_of(ctx, case_id)


async def own(ctx: Context, case_id: int) -> Case:
    """The case, held, of whoever acts. Raises UserError where it is somebody else's."""
    case = await held(ctx, case_id)
    if case.member_id != ctx.member.id:
        raise UserError("assistant-case-gone")
    return case


async def open_case(ctx: Context) -> Case | None:
    """What whoever acts talks about with the team now, by whichever account.

    Since a link there may be two: then the one that a host has, or that was begun last.
    """
    mine = await cases_of(ctx, cases.c.member_id.in_(parts_of(ctx.member.id)), STILL_OPEN)
    return max(mine, key=lambda case: (case.taken_by is not None, case.id), default=None)


async def change(ctx: Background, case: Case, **values: Any) -> Case:
    """Write down how it stands from now on; the case is held."""
    await ctx.db.execute(sa.update(cases).where(cases.c.id == case.id).values(**values))
    return await case_of(ctx, case.id)
