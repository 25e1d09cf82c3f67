"""Consent: which purposes may use which routes to a member, and the one tap that stops everything."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from bot.community.activities import STOPPED, Activities
from bot.community.linked import parts_of
from bot.model.identity import Member, Purpose, Route
from bot.storage.dialect import upsert
from bot.storage.tables import consents, members
from bot.storage.work import Work


class Consents:
    """Gives, withdraws and reads consent within one piece of work.

    Linked accounts stay apart in what they allow, since each of them only ever agreed to messages to itself: what is
    given holds for the account it is given by. What is withdrawn or stopped holds for all of them.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    async def give(self, member: Member | int, purpose: Purpose, route: Route, *, source: str) -> None:
        """The member agrees to be written to; `source` says where they did so. Undoes an earlier stop.

        The `member` who acts tells by which account it is meant; an id alone means that very membership.
        """
        side = member if isinstance(member, int) else member.side or member.id
        await self._set(side, purpose, route, granted=True, source=source)
        await self.resume(side)

    async def withdraw(self, member_id: int, purpose: Purpose, route: Route, *, source: str) -> None:
        """The member no longer agrees; checked at each send, so it holds from now on."""
        others = sa.select(consents.c.member_id).where(
            consents.c.member_id.in_(parts_of(member_id)), consents.c.purpose == purpose.value, consents.c.granted
        )
        given = [id for (id,) in await self._work.rows(others.where(consents.c.route == route.value))]
        for id in sorted({member_id, *given}):
            await self._set(id, purpose, route, granted=False, source=source)

    async def stop(self, member_id: int, community_id: int) -> None:
        """No unasked message of any kind, until the member says otherwise. What was agreed to before is remembered."""
        await self._work.execute(
            sa.update(members).where(members.c.id.in_(parts_of(member_id))).values(stopped_at=self._work.now)
        )
        reference = f"stop:{int(self._work.now.timestamp())}"
        await Activities(self._work).record(community_id, member_id, STOPPED, reference)

    async def resume(self, member_id: int) -> None:
        """Undo the stop; each consent stands as it was."""
        await self._work.execute(
            sa.update(members).where(members.c.id.in_(parts_of(member_id))).values(stopped_at=None)
        )

    async def is_stopped(self, member_id: int) -> bool:
        """Whether the member stopped everything."""
        stopped = sa.select(members.c.id).where(
            members.c.id.in_(parts_of(member_id)), members.c.stopped_at.is_not(None)
        )
        return await self._work.row(stopped) is not None

    async def of(self, member_id: int) -> Mapping[tuple[Purpose, Route], bool]:
        """What the member decided so far, by any account; what is missing counts as no."""
        query = sa.select(consents.c.purpose, consents.c.route, consents.c.granted)
        rows = await self._work.rows(query.where(consents.c.member_id.in_(parts_of(member_id))))
        return _any_of(rows)

    async def of_side(self, member: Member) -> Mapping[tuple[Purpose, Route], bool]:
        """The same for the account by which the member acts, alone."""
        query = sa.select(consents.c.purpose, consents.c.route, consents.c.granted)
        return _any_of(await self._work.rows(query.where(consents.c.member_id == (member.side or member.id))))

    async def _set(self, member_id: int, purpose: Purpose, route: Route, *, granted: bool, source: str) -> None:
        if route.is_pull:
            raise ValueError(f"{route} is opened by the person; it needs no consent")
        values = {"granted": granted, "at": self._work.now, "source": source}
        row = upsert(self._work.dialect, consents).values(
            member_id=member_id, purpose=purpose.value, route=route.value, **values
        )
        key = [consents.c.member_id, consents.c.purpose, consents.c.route]
        await self._work.execute(row.on_conflict_do_update(index_elements=key, set_=values))


def _any_of(rows: Iterable[sa.Row[*tuple[Any, ...]]]) -> Mapping[tuple[Purpose, Route], bool]:
    found: dict[tuple[Purpose, Route], bool] = {}
    for purpose, route, granted in rows:
        key = (Purpose(purpose), Route(route))
        found[key] = granted or found.get(key, False)
    return found
