"""Preferences: what a person chose for themself, and what of it belongs to their membership alone."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import families, parts_of
from bot.errors import MemberGoneError
from bot.model.cards import Look
from bot.storage.tables import members, persons
from bot.storage.work import Work


class Preferred(Struct, frozen=True):
    """What a member chose; None: as in the community. `joined_at` is since when they are here (aware UTC)."""

    joined_at: datetime
    language: str | None
    zone: str | None
    pushes_per_day: int | None
    hidden: bool
    look: Look | None = None


class Preferences:
    """Reads and changes preferences within one piece of work."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, member_id: int) -> Preferred:
        """What the member prefers. Quiet hours stand in `Member`."""
        chosen = (persons.c.language, persons.c.zone, persons.c.pushes_per_day, persons.c.look)
        query = (
            sa.select(members.c.joined_at, members.c.hidden, members.c.counts_for, *chosen)
            .join(persons, persons.c.id == members.c.person_id)
            .where(members.c.id.in_(parts_of(member_id)))
        )
        rows = await self._work.rows(query)
        acting = next((row for row in rows if row.counts_for is None), None)
        if acting is None:
            raise MemberGoneError(f"member {member_id} was erased")
        since, hidden = min(row.joined_at for row in rows), any(row.hidden for row in rows)
        look = None if acting.look is None else Look(acting.look)
        return Preferred(since, acting.language, acting.zone, acting.pushes_per_day, hidden, look)

    async def hidden(self, member_ids: Collection[int]) -> frozenset[int]:
        """Those of these members who asked not to be shown, by whichever of their accounts."""
        family = await families(self._work, member_ids)
        asked = sa.select(members.c.id).where(members.c.id.in_(family), members.c.hidden)
        hidden = {family[id] for (id,) in await self._work.rows(asked)}
        return frozenset(id for id in member_ids if family.get(id) in hidden)

    async def prefer(self, person_id: int, **values: str | int | None) -> None:
        """Set the person's language, zone, quiet_from or quiet_until (minutes after midnight), pushes_per_day or look.

        None goes back to what holds for everybody. It holds in every community the person is in.
        """
        await self._work.execute(sa.update(persons).where(persons.c.id == person_id).values(**values))

    async def hide(self, member_id: int, *, hidden: bool) -> None:
        """Whether the member is left out of what others see of this community's people."""
        await self._work.execute(sa.update(members).where(members.c.id.in_(parts_of(member_id))).values(hidden=hidden))
