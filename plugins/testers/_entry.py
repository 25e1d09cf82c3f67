"""Whoever put themselves forward: where they stand, counted once however many accounts they have."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, UserError, counts_for, parts_of
from plugins.testers._call import Call
from plugins.testers._tables import calls, entries

ORIGIN: Final = "testers:"
"""What is given of a network's own for an entry has its number behind this."""


class Stand(Enum):
    """Where somebody stands with a call, the nearest to testing first."""

    REPORTED = "reported"
    TESTING = "testing"
    ASKED = "asked"  # a place is kept for them until they say yes
    LINE = "line"
    LAPSED = "lapsed"  # they did not say yes in time
    BACK = "back"  # they stepped back, or left


SEATED: Final = (Stand.REPORTED, Stand.TESTING, Stand.ASKED)
ALIVE: Final = (*SEATED, Stand.LINE)
_ORDER: Final = tuple(Stand)


class Entry(Struct, frozen=True):
    """One of them. `member_id` is the member for whom it counts by now; None: forgotten since."""

    id: int
    call_id: int
    member_id: int | None
    ticket: str
    state: Stand
    since: datetime
    until: datetime | None
    reminded_at: datetime | None
    problem: str | None

    @property
    def origin(self) -> str:
        """By what a network gave something for it."""
        return f"{ORIGIN}{self.id}"

    @property
    def name(self) -> str:
        """What tells it from all others, also from itself when somebody came once more."""
        return f"{self.id}:{int(self.since.timestamp() * 1000)}"


def _select(*where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    who = counts_for(entries.c.member_id).label("member_id")
    columns = [who if name == "member_id" else entries.c[name] for name in Entry.__struct_fields__]
    return sa.select(*columns).where(*where).order_by(entries.c.since, entries.c.id)


def _entry(row: Any) -> Entry:
    return Entry(**{**row._mapping, "state": Stand(row.state)})


def stands(*states: Stand) -> sa.ColumnElement[bool]:
    """Those that stand so."""
    return entries.c.state.in_([state.value for state in states])


async def entry_of(ctx: Background, entry_id: int) -> Entry:
    """The entry of that id in one of the community's calls. Raises UserError when there is none."""
    here = sa.select(calls.c.id).where(calls.c.community_id == ctx.community.id)
    row = await ctx.db.row(_select(entries.c.id == entry_id, entries.c.call_id.in_(here)))
    if row is None:
        raise UserError("testers-not-here")
    return _entry(row)


async def rows_of(ctx: Background, call: Call, *states: Stand) -> Sequence[Entry]:
    """All rows of a call that stand so, in the order in which they came; of two accounts both."""
    return [_entry(row) for row in await ctx.db.rows(_select(entries.c.call_id == call.id, stands(*states)))]


async def people(ctx: Background, call: Call, *states: Stand) -> Sequence[Entry]:
    """Whoever stands so, each person once, by the nearest to testing of what their accounts have."""
    best: dict[int, Entry] = {}
    for entry in await rows_of(ctx, call, *_ORDER):
        if entry.member_id is not None:
            before = best.get(entry.member_id)
            if before is None or _ORDER.index(entry.state) < _ORDER.index(before.state):
                best[entry.member_id] = entry
    return sorted((one for one in best.values() if one.state in states), key=lambda one: (one.since, one.id))


async def own_rows(ctx: Background, call: Call, member_id: int, *states: Stand) -> Sequence[Entry]:
    """The member's, by whichever of their accounts, the nearest to testing first."""
    mine = entries.c.member_id.in_(parts_of(member_id))
    found = [_entry(row) for row in await ctx.db.rows(_select(entries.c.call_id == call.id, mine))]
    chosen = [one for one in found if not states or one.state in states]
    return sorted(chosen, key=lambda one: _ORDER.index(one.state))


async def own(ctx: Background, call: Call, member_id: int) -> Entry | None:
    """Where the member stands with the call; None for nowhere."""
    return next(iter(await own_rows(ctx, call, member_id)), None)


async def in_calls(ctx: Background, member_id: int, *states: Stand) -> Sequence[Entry]:
    """The member's entries of all calls here that stand so."""
    here = sa.select(calls.c.id).where(calls.c.community_id == ctx.community.id)
    mine = entries.c.member_id.in_(parts_of(member_id)), entries.c.call_id.in_(here), stands(*states)
    return [_entry(row) for row in await ctx.db.rows(_select(*mine))]


async def by_ticket(ctx: Background, call: Call) -> dict[str, Entry]:
    """All of a call's entries by their tickets."""
    return {entry.ticket: entry for entry in await rows_of(ctx, call, *_ORDER)}


async def place(ctx: Background, entry: Entry, state: Stand, **values: Any) -> Entry:
    """Let it stand otherwise."""
    now = {"state": state.value, **values}
    await ctx.db.execute(sa.update(entries).where(entries.c.id == entry.id).values(**now))
    return await entry_of(ctx, entry.id)
