"""Activities: the append-only lines about what members did, which badges, rules and figures read."""

from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import counts_for, is_known, parts_of
from bot.model.events import ActivityRecorded
from bot.storage.dialect import upsert
from bot.storage.tables import activities
from bot.storage.types import from_micros
from bot.storage.work import Work

ORDERED = "ordered"  # `reference` is the order, `value` its amount in the community's currency
FEEDBACK_GIVEN = "feedback_given"
SIGNED_UP = "signed_up"  # `reference` is the planned stream that the member wants to be reminded of
UNHAPPY = "unhappy"  # no marketing from a journey under way
ATTENDED = "attended"  # `reference` is "stream:<id>", `value` the number of ten-minute slots
STOPPED = "stopped"
CHECKED_IN = "checked_in"  # `reference` is "stream:<id>" for the go-live post, "drop:<id>" for a timed check-in
IDEA_GIVEN = "idea_given"  # `reference` is "idea:<id>"
ORDER_REFUNDED = "order_refunded"  # the whole of it; `reference` is the order's
REFERRED = "referral_qualified"  # somebody whom they brought is one of us for good; `reference` is "referral:<id>"
UNREFERRED = "referral_taken_back"  # that does not hold after all, `reference` as above
IDEA_ADOPTED = "idea_adopted"  # the hosts plan it, or it is done: once for each idea, `reference` as above
POINTED = "pointed"  # there is something to read on what they asked in a stream; `reference` is the end's key
CORE_ACTIVITIES = frozenset(
    {ORDERED, ORDER_REFUNDED, FEEDBACK_GIVEN, SIGNED_UP, UNHAPPY, ATTENDED, STOPPED, CHECKED_IN, POINTED}
)
"""The kinds that the core knows by name, whichever plugin records them."""


class Activity(Struct, frozen=True):
    """One thing that a member did. `reference` tells it from others of its kind; `detail` is any JSON value."""

    id: int
    kind: str
    at: datetime
    reference: str
    value: float | None
    detail: Any


class Activities:
    """Records and lists what members did."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def record(
        self,
        community_id: int,
        member_id: int,
        kind: str,
        reference: str,
        *,
        at: datetime | None = None,
        value: float | None = None,
        detail: Any = None,
    ) -> bool:
        """Note that a member did something, `at` (aware; now when None), and emit ActivityRecorded.

        False, and no event, when the same member, kind and reference is known already: the first line stays as it is.
        Whether it came by another of their linked accounts makes no difference.
        """
        when = at or self._work.now
        await self._work.transaction()
        known = is_known(activities, member_id, reference, activities.c.kind == kind)
        [(member_id, was_recorded)] = await self._work.rows(sa.select(counts_for(member_id), known))
        if was_recorded:
            return False
        line = {"community_id": community_id, "member_id": member_id, "kind": kind, "reference": reference}
        insert = upsert(self._work.dialect, activities).values(**line, at=when, value=value, detail=detail)
        if (await self._work.execute(insert.on_conflict_do_nothing())).rowcount != 1:
            return False
        self._work.emit(
            ActivityRecorded(
                community_id=community_id, member_id=member_id, kind=kind, reference=reference, at=when, value=value
            )
        )
        return True

    async def of(self, member_id: int, limit: int = 20, before: Activity | None = None) -> list[Activity]:
        """The member's newest activities, newest first; `before` is the last one of the page before."""
        query = (
            sa.select(*(activities.c[name] for name in ("id", "kind", "at", "reference", "value", "detail")))
            .where(activities.c.member_id.in_(parts_of(member_id)), _is_first(member_id))
            .order_by(activities.c.at.desc(), activities.c.id.desc())
            .limit(limit)
        )
        if before is not None:
            query = query.where(sa.tuple_(activities.c.at, activities.c.id) < (before.at, before.id))
        return [Activity(*row) for row in await self._work.rows(query)]

    async def count(self, member_id: int, kind: str, since: datetime | None = None) -> int:
        """How many activities of a kind the member has, from `since` (aware) on when it is given."""
        mine = activities.c.member_id.in_(parts_of(member_id)) & (activities.c.kind == kind)
        query = sa.select(sa.func.count(activities.c.reference.distinct())).where(mine)
        if since is not None:
            query = query.where(activities.c.at >= since)
        return int(await self._work.value(query))

    async def each(self, member_id: int, kind: str, since: datetime) -> list[tuple[int, str]]:
        """Those that `count` counts, the oldest first: by whose membership itself each came, and its reference."""
        query = (
            sa.select(activities.c.member_id, activities.c.reference)
            .where(activities.c.member_id.in_(parts_of(member_id)), activities.c.kind == kind, activities.c.at >= since)
            .order_by(activities.c.at, activities.c.id)
        )
        first: dict[str, int] = {}
        for whose, reference in await self._work.rows(query):
            first.setdefault(reference, whose)
        return [(whose, reference) for reference, whose in first.items()]

    async def values(self, community_id: int, kind: str, since: datetime) -> list[tuple[datetime, float, int]]:
        """How often each value of a kind was given from `since` (aware) on, a line for each hour, the oldest first.

        What linked accounts both gave counts once.
        """
        hour = sa.type_coerce(activities.c.at, sa.BigInteger) // sa.literal_column(str(_HOUR), sa.BigInteger)
        times = sa.func.count()
        query = (
            sa.select(hour, activities.c.value, times)
            .where(activities.c.community_id == community_id, activities.c.kind == kind, activities.c.at >= since)
            .where(activities.c.value.is_not(None), _is_first(activities.c.member_id))
            .group_by(hour, activities.c.value)
            .order_by(hour, activities.c.value)
        )
        return [(from_micros(int(at) * _HOUR), value, count) for at, value, count in await self._work.rows(query)]

    async def people(self, kind: str, reference: str) -> int:
        """How many people did it, each counted once."""
        did = (activities.c.kind == kind) & (activities.c.reference == reference)
        return int(
            await self._work.value(sa.select(sa.func.count(counts_for(activities.c.member_id).distinct())).where(did))
        )


_HOUR: Final = 3_600_000_000
"""In microseconds."""

_OLDER: Final = activities.alias("older")


def _is_first(member_id: sa.ColumnElement[int] | int) -> sa.ColumnElement[bool]:
    """What linked accounts both did before they were linked happened once: the older line counts."""
    earlier = sa.tuple_(_OLDER.c.at, _OLDER.c.id) < sa.tuple_(activities.c.at, activities.c.id)
    return ~sa.exists().where(
        _OLDER.c.member_id.in_(parts_of(member_id)),
        _OLDER.c.kind == activities.c.kind,
        _OLDER.c.reference == activities.c.reference,
        earlier,
    )
