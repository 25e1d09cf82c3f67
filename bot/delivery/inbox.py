"""A member's inbox: what waits to be opened, and what came of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.community.linked import parts_of
from bot.delivery.case import Case, Due
from bot.delivery.loading import Loader
from bot.model.decisions import State
from bot.model.identity import Purpose, Route
from bot.storage.tables import deliveries
from bot.storage.work import Work

KEPT = (State.AVAILABLE, State.OPENED, State.ANSWERED, State.SENT)
"""The states in which a message was given to the person, so that buttons under it may still be pressed."""


class Inbox:
    """Opens and answers a member's own deliveries within one piece of work."""

    def __init__(self, work: Work, loader: Loader) -> None:
        self._work = work
        self._loader = loader

    async def waiting(self, member_id: int) -> int:
        """How many messages wait to be opened."""
        query = sa.select(sa.func.count()).select_from(deliveries).where(_open(member_id, self._work.now))
        return int(await self._work.value(query))

    async def unopened(self, member_id: int, *, limit: int = 5) -> Sequence[tuple[Case, str]]:
        """The messages that wait, oldest first, as cases with their variants. Once they are rendered, `open` them."""
        query = sa.select(deliveries).where(_open(member_id, self._work.now)).order_by(deliveries.c.due_at).limit(limit)
        return await self._cases(await self._work.rows(query))

    async def open(self, cases: Sequence[Case]) -> None:
        """Note that these were opened."""
        waiting = deliveries.c.id.in_([case.due.id for case in cases]) & _UNOPENED
        change = sa.update(deliveries).where(waiting)
        await self._work.execute(change.values(state=State.OPENED.value, opened_at=self._work.now))

    async def opened(self, member_id: int, *, limit: int = 5) -> Sequence[tuple[Case, str]]:
        """The same for messages that were opened before and have not expired: the newest ones, oldest of them first."""
        mine = deliveries.c.member_id.in_(parts_of(member_id)) & deliveries.c.opened_at.is_not(None)
        query = sa.select(deliveries).where(mine, deliveries.c.expires_at > self._work.now)
        rows = await self._work.rows(query.order_by(deliveries.c.due_at.desc()).limit(limit))
        return await self._cases(rows[::-1])

    async def for_stage(self, community_id: int, *, limit: int = 5) -> Sequence[tuple[Case, str]]:
        """What waits for a host to say it in the stream, oldest first, as cases with their variants."""
        waiting = (deliveries.c.community_id == community_id) & _on_stage(self._work.now)
        query = sa.select(deliveries).where(waiting).order_by(deliveries.c.due_at).limit(limit)
        return await self._cases(await self._work.rows(query))

    async def said(self, community_id: int, delivery_id: int) -> bool:
        """Note that a host said it; False when it was said before, or is none of this community's."""
        mine = (deliveries.c.community_id == community_id) & (deliveries.c.id == delivery_id)
        change = sa.update(deliveries).where(mine, _on_stage(self._work.now))
        done = await self._work.execute(change.values(state=State.OPENED.value, opened_at=self._work.now))
        return done.rowcount == 1

    async def _cases(self, rows: Sequence[sa.Row[*tuple[Any, ...]]]) -> Sequence[tuple[Case, str]]:
        async with self._work.reading() as reader:
            cases = await self._loader.load(reader, [due_of(row) for row in rows], self._work.now)
        return [(case, row.variant or "") for case, row in zip(cases, rows, strict=True)]

    async def case(self, delivery_id: int, member_id: int) -> Case | None:
        """The member's own delivery under a pressed button, or None when it is not theirs or was never given."""
        mine = (deliveries.c.id == delivery_id) & deliveries.c.member_id.in_(parts_of(member_id))
        given = deliveries.c.state.in_([state.value for state in KEPT])
        row = await self._work.row(sa.select(deliveries).where(mine, given))
        if row is None:
            return None
        async with self._work.reading() as reader:
            [case] = await self._loader.load(reader, [due_of(row)], self._work.now)
        return case

    async def answered(self, delivery_id: int) -> bool:
        """Note that the person answered; False when it was noted before."""
        change = sa.update(deliveries).where(deliveries.c.id == delivery_id, deliveries.c.answered_at.is_(None))
        done = await self._work.execute(change.values(state=State.ANSWERED.value, answered_at=self._work.now))
        return done.rowcount == 1


_UNOPENED = sa.or_(
    # What waits for the host to say it on stage is available too, but not to be read here.
    (deliveries.c.state == State.AVAILABLE.value) & (deliveries.c.route == Route.INBOX.value),
    # A mention says only that something waits.
    (deliveries.c.state == State.SENT.value) & (deliveries.c.route == Route.MENTION.value),
)


def _open(member_id: int, now: datetime) -> sa.ColumnElement[bool]:
    return deliveries.c.member_id.in_(parts_of(member_id)) & _UNOPENED & (deliveries.c.expires_at > now)


def _on_stage(now: datetime) -> sa.ColumnElement[bool]:
    waiting = (deliveries.c.state == State.AVAILABLE.value) & (deliveries.c.route == Route.STAGE.value)
    return waiting & (deliveries.c.expires_at > now)


def due_of(row: sa.Row[*tuple[Any, ...]]) -> Due:
    """A row of the outbox that nobody has claimed, to be looked at only."""
    return Due(
        id=row.id,
        community_id=row.community_id,
        member_id=row.member_id,
        enrolment_id=row.enrolment_id,
        step=row.step,
        purpose=Purpose(row.purpose),
        due_at=row.due_at,
        expires_at=row.expires_at,
        attempts=row.attempts,
        payload=row.payload,
    )
