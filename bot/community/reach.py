"""Reach: how many of a community's people can be reached by which way, and what they agreed to."""

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import is_here
from bot.model.identity import Purpose, Route
from bot.storage.tables import accounts, consents, members
from bot.storage.work import Work


class Reach(Struct, frozen=True):
    """Of `people` who are here: `service` and `marketing` agreed to direct messages; `open` have a door that is known
    to be open, `shut` only shut ones, the rest was not tried yet. `stopped` want nothing."""

    people: int
    service: int
    marketing: int
    open: int
    shut: int
    stopped: int


async def reach_of(work: Work, community_id: int) -> Reach:
    """Counted in the database, however many they are."""
    here = (members.c.community_id == community_id) & is_here()
    row = await work.row(sa.select(sa.func.count(), sa.func.count(members.c.stopped_at)).where(here))
    assert row is not None
    agreed = (
        sa.select(consents.c.purpose, sa.func.count())
        .join(members, members.c.id == consents.c.member_id)
        .where(here, consents.c.route == Route.DIRECT.value, consents.c.granted, members.c.stopped_at.is_(None))
        .group_by(consents.c.purpose)
    )
    purposes = dict[str, int]((row[0], row[1]) for row in await work.rows(agreed))
    doors = (
        sa.select(sa.func.max(sa.case((accounts.c.direct.is_(True), 2), (accounts.c.direct.is_(None), 1), else_=0)))
        .join(members, members.c.person_id == accounts.c.person_id)
        .where(here)
        .group_by(members.c.id)
        .subquery()
    )
    by_door = sa.select(doors.c[0], sa.func.count()).group_by(doors.c[0])
    kinds = dict[int, int]((row[0], row[1]) for row in await work.rows(by_door))
    return Reach(
        people=row[0],
        service=purposes.get(Purpose.SERVICE.value, 0),
        marketing=purposes.get(Purpose.MARKETING.value, 0),
        open=kinds.get(2, 0),
        shut=kinds.get(0, 0),
        stopped=row[1],
    )
