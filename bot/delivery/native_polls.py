"""Polls of the networks' own: opened and closed through the outbox, and known by where they stand."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct, convert

from bot.delivery import outbox
from bot.delivery.case import Due
from bot.delivery.outbox import Outcome
from bot.delivery.posting import CLOSE_POLL, post_chore
from bot.errors import BotError
from bot.model.decisions import Reason, State
from bot.model.events import NativePollEnded, NativePollFailed
from bot.model.identity import ChannelRef, Purpose, Space
from bot.model.native import Poll
from bot.model.ports import Platform
from bot.model.results import Problem
from bot.storage.asking_tables import native_polls
from bot.storage.database import Transaction
from bot.storage.tables import deliveries
from bot.storage.types import to_parts
from bot.storage.work import Work

POLL: Final = "poll"
"""The key in a delivery's payload under which a poll stands that it opens."""

LASTS: Final = timedelta(hours=6)
"""For how long it is tried to open one, unless it would be over before."""

NONE: Final = Problem("core-poll-none")
NO_PLACE: Final = Problem("core-poll-no-place")

_P: Final = native_polls.c
_WAITS: Final = _P.opened_at.is_(None) & _P.ended_at.is_(None)


class NativePoll(Struct, frozen=True):
    """How a poll of a network's own stands. Not opened and over: it could not be opened, or nobody knows."""

    name: str
    space_id: int
    closes_at: datetime
    opened_at: datetime | None
    ended_at: datetime | None
    votes: tuple[int, ...]  # for each option, once the network told them

    @property
    def is_open(self) -> bool:
        """Whether people can vote in it, as far as is known."""
        return self.opened_at is not None and self.ended_at is None


class NativePolls:
    """Opens and closes them within one piece of work.

    Each vote runs the action that the poll was opened with, with its arguments, for the member who voted; the action's
    parameter of the type `Chosen` takes all that they chose by now. What it replies is shown to nobody. The end is told
    by `NativePollEnded`, once, and that one could not be opened by `NativePollFailed`.
    """

    def __init__(
        self,
        work: Work,
        community_id: int,
        platforms: Mapping[str, Platform],
        runs: Callable[[str], bool] = lambda action: False,
    ) -> None:
        """`runs`: whether votes can run an action. Networks show and keep votes, so an unkept one is none."""
        self._work = work
        self._community_id = community_id
        self._platforms = platforms
        self._runs = runs

    async def fits(self, space: Space, poll: Poll) -> Problem | None:
        """Why the network of that space cannot have this poll; None where it can. No network is asked."""
        platform = self._platforms.get(space.ref.platform)
        polls = platform.natives.polls if platform is not None else None
        if polls is None:
            return NONE
        if space.post_channel is None:
            return NO_PLACE
        return (await polls.limits(_channel(space, space.post_channel))).misfit(poll, self._work.now)

    async def open(
        self, name: str, space: Space, poll: Poll, *, action: str, arguments: Sequence[int | str] = ()
    ) -> Problem | None:
        """Open one where the space's posts are; why not, where it does not fit. Of one name there is never a second."""
        if not self._runs(action):
            raise BotError(f"there is no action {action} that a vote could run")
        if (problem := await self.fits(space, poll)) is not None:
            return problem
        assert space.post_channel is not None, "else it does not fit"
        transaction, now = await self._work.transaction(), self._work.now
        key = f"{self._community_id}:native-poll:{name}"
        shown = to_parts(poll)
        payload = {POLL: shown, "channel": [space.ref.platform, space.ref.space_id, space.post_channel]}
        is_new = await outbox.post(
            transaction,
            key=key,
            community_id=self._community_id,
            purpose=Purpose.SERVICE,
            due=now,
            expires=min(now + LASTS, poll.closes_at),
            payload=payload,
        )
        if is_new:
            delivery_id = await transaction.value(sa.select(deliveries.c.id).where(deliveries.c.key == key))
            values = {"name": name, "space_id": space.id, "platform": space.ref.platform, "options": len(poll.options)}
            values |= {"action": action, "arguments": list(arguments), "closes_at": poll.closes_at}
            values |= {"channel": space.post_channel, "delivery_id": delivery_id, "community_id": self._community_id}
            await transaction.execute(sa.insert(native_polls).values(**values))
        return None

    async def close(self, name: str) -> bool:
        """End it before its time. One that has not left is taken back, and ended without a vote; False where none is.

        Each ends by itself at its time, also where the network knows whole hours only.
        """
        await self._work.transaction()
        query = sa.select(native_polls).where(self._is(name), _P.ended_at.is_(None)).with_for_update()
        row = await self._work.row(query)
        if row is None:
            return False
        if row.opened_at is not None:
            await post_closing(await self._work.transaction(), row.delivery_id, self._work.now)
        elif await self._take_back(row.delivery_id):
            none = (0,) * row.options
            for event in await note_end(await self._work.transaction(), row.id, none, self._work.now, final=True):
                self._work.emit(event)
        else:  # it is on its way, and closed once it is there
            await self._work.execute(sa.update(native_polls).where(_P.id == row.id).values(closes_at=self._work.now))
        return True

    async def find(self, name: str) -> NativePoll | None:
        """How the poll of that name stands; None where none was opened."""
        row = await self._work.row(sa.select(native_polls).where(self._is(name)))
        if row is None:
            return None
        votes = tuple(row.votes or ())
        return NativePoll(row.name, row.space_id, row.closes_at, row.opened_at, row.ended_at, votes)

    def _is(self, name: str) -> sa.ColumnElement[bool]:
        return (_P.community_id == self._community_id) & (_P.name == name)

    async def _take_back(self, delivery_id: int) -> bool:
        waits = deliveries.c.state.in_((State.PENDING.value, State.HELD.value))
        change = sa.update(deliveries).where(deliveries.c.id == delivery_id, waits)
        cancelled = {"state": State.SKIPPED.value, "reason": Reason.CANCELLED.value, "settled_at": self._work.now}
        return bool((await self._work.execute(change.values(**cancelled))).rowcount)


def poll_in(due: Due) -> Poll | None:
    """The poll that a delivery opens; None for a message."""
    known = (due.payload or {}).get(POLL)
    if known is None:
        return None
    return convert(known, Poll)


async def note_openings(
    transaction: Transaction, outcomes: Sequence[Outcome], now: datetime
) -> Sequence[NativePollFailed]:
    """Where polls stand that were just opened, and when each is to be closed; and those that are not there."""
    events = []
    for outcome in outcomes:
        if outcome.state is State.SENT:
            await _note_opened(transaction, outcome, now)
        elif outcome.state.is_final:
            events += await _give_up(transaction, _P.delivery_id == outcome.due.id, now, outcome.reason.value)
    return events


async def _note_opened(transaction: Transaction, outcome: Outcome, now: datetime) -> None:
    message_id = (outcome.message_ref or "").rpartition(":")[2]
    opened = {"opened_at": now, "message_id": message_id, "reference": outcome.reference}
    change = sa.update(native_polls).where(_P.delivery_id == outcome.due.id, _WAITS).values(**opened)
    for row in (await transaction.execute(change.returning(_P.closes_at))).all():
        await post_closing(transaction, outcome.due.id, max(now, row.closes_at))


async def note_lost(transaction: Transaction, now: datetime) -> Sequence[NativePollFailed]:
    """Polls whose delivery somebody else gave up: a process that died while it was being opened."""
    over = (State.UNKNOWN.value, State.FAILED.value, State.SKIPPED.value)
    lost = sa.exists().where(deliveries.c.id == _P.delivery_id, deliveries.c.state.in_(over))
    return await _give_up(transaction, lost, now, None)


async def _give_up(
    transaction: Transaction, which: sa.ColumnElement[bool], now: datetime, why: str | None
) -> list[NativePollFailed]:
    change = sa.update(native_polls).where(which, _WAITS).values(ended_at=now)
    said = sa.select(deliveries.c.reason).where(deliveries.c.id == _P.delivery_id).scalar_subquery()
    rows = (await transaction.execute(change.returning(_P.id, _P.community_id, _P.name, said.label("said")))).all()
    return [
        NativePollFailed(
            community_id=row.community_id, at=now, name=row.name, why=why or row.said or "", poll_id=row.id
        )
        for row in rows
    ]


async def note_end(
    transaction: Transaction, poll_id: int, votes: Sequence[int], now: datetime, *, final: bool
) -> Sequence[NativePollEnded]:
    """It has ended with these votes; the event that says so, or none where it was known."""
    change = sa.update(native_polls).where(_P.id == poll_id, _P.ended_at.is_(None))
    change = change.values(ended_at=now, votes=list(votes))
    rows = (await transaction.execute(change.returning(_P.community_id, _P.name))).all()
    told = tuple(votes)
    return [
        NativePollEnded(community_id=row.community_id, at=now, name=row.name, votes=told, final=final, poll_id=poll_id)
        for row in rows
    ]


async def close_all_in(work: Work, space_id: int) -> None:
    """A space goes its own way: polls in it end, and those that have not left yet are not opened."""
    transaction = await work.transaction()
    is_open = _P.opened_at.is_not(None) & _P.ended_at.is_(None) & (_P.space_id == space_id)
    for (delivery_id,) in await work.rows(sa.select(_P.delivery_id).where(is_open)):
        await post_closing(transaction, delivery_id, work.now)
    for event in await note_lost(transaction, work.now):
        work.emit(event)


async def post_closing(transaction: Transaction, delivery_id: int, due: datetime) -> None:
    """Let it be closed then; one that ended before is left as it is."""
    row = await transaction.row(sa.select(native_polls).where(_P.delivery_id == delivery_id))
    payload: Any = await transaction.value(sa.select(deliveries.c.payload).where(deliveries.c.id == delivery_id))
    assert row is not None
    place = [row.platform, (payload or {}).get("channel", ["", "", ""])[1]]
    await post_chore(transaction, row.community_id, row.space_id, place, CLOSE_POLL, due, about=row.id)


def _channel(space: Space, channel: str) -> ChannelRef:
    return ChannelRef(space.ref.platform, channel, space.ref.space_id)
