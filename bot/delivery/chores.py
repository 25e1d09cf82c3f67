"""Chores: effects that concern no grant, each one thing asked of a network that may be asked twice.

A poll is closed, somebody who asked to come in is let in, an invite is revoked.
"""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.clock import Clock
from bot.delivery import outbox
from bot.delivery.case import Due
from bot.delivery.effects import ACT_SECONDS, try_again_at
from bot.delivery.native_polls import note_end
from bot.delivery.outbox import Lease, Outcome
from bot.delivery.posting import CHORE, CLOSE_POLL, LET_IN
from bot.guard import Failure, attempt
from bot.model.decisions import Reason, State
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.native import Natives, PollResults
from bot.model.ports import Platform
from bot.model.results import SendResult, SendStatus
from bot.storage.asking_tables import native_polls
from bot.storage.database import Database
from bot.storage.tables import communities, deliveries
from bot.storage.work import Publish, Work

SILENT: Final = SendResult(SendStatus.LATER)

GONE_TRIES: Final = 4
LOOK_AGAIN: Final = timedelta(minutes=1)
"""A poll that is closed already has told of its end, or does so in a moment."""

_NOT_NOW = (SendStatus.LATER, SendStatus.SPARED, SendStatus.UNKNOWN)


def is_chore(due: Due) -> bool:
    """Whether an effect concerns no grant."""
    return CHORE in (due.payload or {})


class _Known(Struct, frozen=True):
    """What is known when it is due."""

    poll: sa.Row[*tuple[Any, ...]] | None
    stopped: bool


class Chores:
    """Carries them out. To do one twice is no fault, so that nothing about them is ever `unknown`."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        platforms: Mapping[str, Platform],
        publish: Publish | None = None,
        *,
        seconds: float = ACT_SECONDS,
    ) -> None:
        self._database = database
        self._clock = clock
        self._platforms = platforms
        self._publish = publish
        self._seconds = seconds

    async def carry_out(self, dues: Sequence[Due], lease: Lease) -> None:
        """Do what is due, claimed under `lease`, all at once."""
        await asyncio.gather(*(self._carry_out(due, lease) for due in dues))

    async def _carry_out(self, due: Due, lease: Lease) -> None:
        payload = due.payload or {}
        known = await self._known(due)
        answer: SendResult | PollResults | None = None
        if payload[CHORE] == CLOSE_POLL:
            if known.poll is not None:
                answer = await self._asked(self._closing(due, known.poll))
            outcome = _closed(due, answer, self._clock.now())
        elif payload[CHORE] == LET_IN and known.stopped:
            outcome = Outcome(due, State.HELD, Reason.ALL_STOPPED)
        else:
            answer = await self._asked(self._about_invites(due))
            outcome = _done(due, answer, self._clock.now())
        await self._settle(due, known, answer, outcome, lease)

    async def _known(self, due: Due) -> _Known:
        stopped = sa.select(communities.c.stopped_at.is_not(None)).where(communities.c.id == due.community_id)
        about = (due.payload or {})["about"] if (due.payload or {})[CHORE] == CLOSE_POLL else 0
        is_open = native_polls.c.ended_at.is_(None) & native_polls.c.opened_at.is_not(None)
        poll = sa.select(native_polls).where(native_polls.c.id == about, is_open)
        async with self._database.read() as reader:
            return _Known(await reader.row(poll), bool(await reader.value(stopped)))

    def _natives(self, due: Due) -> tuple[Natives | None, SpaceRef]:
        platform, space, _ = (due.payload or {})["channel"]
        edge = self._platforms.get(platform)
        return (None if edge is None else edge.natives), SpaceRef(platform, space)

    def _closing(self, due: Due, poll: sa.Row[*tuple[Any, ...]]) -> Awaitable[PollResults | SendResult] | None:
        natives, space = self._natives(due)
        if natives is None or natives.polls is None:
            return None
        return natives.polls.close_poll(ChannelRef(space.platform, poll.channel, space.space_id), poll.message_id)

    def _about_invites(self, due: Due) -> Awaitable[SendResult] | None:
        natives, space = self._natives(due)
        if natives is None or natives.invites is None:
            return None
        about = (due.payload or {})["about"]
        if (due.payload or {})[CHORE] == LET_IN:
            return natives.invites.answer_request(space, AccountRef(*about), welcome=True)
        return natives.invites.revoke_invite(space, about)

    async def _asked(
        self, asking: Awaitable[PollResults | SendResult] | Awaitable[SendResult] | None
    ) -> PollResults | SendResult:
        """The answer. A network that is not set up, breaks, or takes too long is asked again later."""
        if asking is None:
            return SILENT
        answer = await attempt(asking, place="asking a network for a chore", seconds=self._seconds)
        return SILENT if isinstance(answer, Failure) else answer

    async def _settle(
        self, due: Due, known: _Known, answer: SendResult | PollResults | None, outcome: Outcome, lease: Lease
    ) -> None:
        now = self._clock.now()
        async with Work(self._database, self._clock, self._publish) as work:
            transaction = await work.transaction()
            written = await outbox.settle_and_intend(transaction, [(outcome, lease)], [], lease, now)
            if due.id not in written.settled:
                return
            if outcome.state is State.HELD:
                await outbox.release_outdated(transaction, [due])
            if not outcome.state.is_final:
                return
            if known.poll is not None:
                votes, final = (answer.votes, answer.final) if isinstance(answer, PollResults) else ((), False)
                for event in await note_end(transaction, known.poll.id, votes, now, final=final):
                    work.emit(event)
            # Whose account it was, and what led in, is nobody's to know any more.
            await transaction.execute(sa.update(deliveries).where(deliveries.c.id == due.id).values(payload=None))


def _closed(due: Due, answer: SendResult | PollResults | None, now: datetime) -> Outcome:
    if answer is None:
        return Outcome(due, State.SKIPPED, Reason.SATISFIED)
    if isinstance(answer, PollResults) and answer.final:
        return Outcome(due, State.SENT, Reason.DUE)
    if isinstance(answer, PollResults):  # the network still counts
        again = try_again_at(due, [now + LOOK_AGAIN], now)
        return Outcome(due, State.PENDING, Reason.RETRY, again) if again else Outcome(due, State.SENT, Reason.DUE)
    if answer.status in _NOT_NOW:
        return _done(due, answer, now)
    if due.attempts < GONE_TRIES:
        return Outcome(due, State.PENDING, Reason.RETRY, now + LOOK_AGAIN)
    return Outcome(due, State.SKIPPED, Reason.NO_ROUTE)


def _done(due: Due, answer: SendResult | PollResults | None, now: datetime) -> Outcome:
    assert isinstance(answer, SendResult)
    if answer.status is SendStatus.SENT:
        return Outcome(due, State.SENT, Reason.DUE)
    if answer.status is SendStatus.GONE:
        return Outcome(due, State.SKIPPED, Reason.SATISFIED)
    asked = [answer.retry_at] if answer.retry_at is not None else []
    if answer.status in _NOT_NOW and (again := try_again_at(due, asked, now)):
        return Outcome(due, State.PENDING, Reason.RETRY, again)
    return Outcome(due, State.FAILED, Reason.REFUSED, detail=((due.step, answer.status.value),))
