"""Consent: which purposes may use which routes to a member, and the one tap that stops everything."""

from collections.abc import Mapping

import sqlalchemy as sa

from bot.community.activities import STOPPED, Activities
from bot.model.identity import Purpose, Route
from bot.storage.dialect import upsert
from bot.storage.tables import consents, members
from bot.storage.work import Work


class Consents:
    """Gives, withdraws and reads consent within one piece of work."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def give(self, member_id: int, purpose: Purpose, route: Route, *, source: str) -> None:
        """The member agrees to be written to; `source` says where they did so. Undoes an earlier stop."""
        await self._set(member_id, purpose, route, granted=True, source=source)
        await self._work.execute(sa.update(members).where(members.c.id == member_id).values(stopped_at=None))

    async def withdraw(self, member_id: int, purpose: Purpose, route: Route, *, source: str) -> None:
        """The member no longer agrees; checked at each send, so it holds from now on."""
        await self._set(member_id, purpose, route, granted=False, source=source)

    async def stop(self, member_id: int, community_id: int) -> None:
        """No unasked message of any kind, until the member says otherwise. What was agreed to before is remembered."""
        await self._work.execute(sa.update(members).where(members.c.id == member_id).values(stopped_at=self._work.now))
        reference = f"stop:{int(self._work.now.timestamp())}"
        await Activities(self._work).record(community_id, member_id, STOPPED, reference)

    async def resume(self, member_id: int) -> None:
        """Undo the stop; each consent stands as it was."""
        await self._work.execute(sa.update(members).where(members.c.id == member_id).values(stopped_at=None))

    async def is_stopped(self, member_id: int) -> bool:
        """Whether the member stopped everything."""
        return await self._work.value(sa.select(members.c.stopped_at).where(members.c.id == member_id)) is not None

    async def of(self, member_id: int) -> Mapping[tuple[Purpose, Route], bool]:
        """What the member decided so far; what is missing counts as no."""
        query = sa.select(consents.c.purpose, consents.c.route, consents.c.granted)
        rows = await self._work.rows(query.where(consents.c.member_id == member_id))
        return {(Purpose(purpose), Route(route)): granted for purpose, route, granted in rows}

    async def _set(self, member_id: int, purpose: Purpose, route: Route, *, granted: bool, source: str) -> None:
        if route.is_pull:
            raise ValueError(f"{route} is opened by the person; it needs no consent")
        values = {"granted": granted, "at": self._work.now, "source": source}
        row = upsert(self._work.dialect, consents).values(
            member_id=member_id, purpose=purpose.value, route=route.value, **values
        )
        key = [consents.c.member_id, consents.c.purpose, consents.c.route]
        await self._work.execute(row.on_conflict_do_update(index_elements=key, set_=values))
