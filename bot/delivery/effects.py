"""Effects: rows of the outbox that make a network agree with what members should have there."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.clock import Clock
from bot.delivery import outbox
from bot.delivery.case import Due
from bot.delivery.giving import NO_ANSWER, Came, Done, Networks
from bot.delivery.marking import CarriedOut, note_intents, note_outcomes, tell
from bot.delivery.outbox import Lease, Outcome
from bot.delivery.sending import FIRST_RETRY, LAST_RETRY
from bot.delivery.wanting import Act, Errand, Family, acts_of, load_errands
from bot.model.decisions import Reason, State
from bot.model.ports import Platform
from bot.storage.database import Database
from bot.storage.tables import deliveries
from bot.storage.work import Publish, Work

log = logging.getLogger(__name__)

EFFECT: Final = "effect"
"""The step of an effect; it belongs to no enrolment."""

IS_MESSAGE: Final = (deliveries.c.step != EFFECT) | deliveries.c.enrolment_id.is_not(None)
"""Over deliveries: all but effects, for what counts or shows what is sent to people."""

LASTS: Final = timedelta(days=1)
"""How long one is tried again; what disagrees then is found by the daily look."""

FEWEST_TRIES: Final = 8
"""So often it is tried at least, also when it is late: a process may have been down when it was due."""

ACT_SECONDS = 20.0
"""How long one act on a network may take; then it is done again later."""


def is_effect(due: Due) -> bool:
    """Whether the row is no message."""
    return due.step == EFFECT and due.enrolment_id is None


def platform_of(due: Due) -> str:
    """The network that it is about."""
    return str((due.payload or {})["channel"][0])


class _Task(Struct, frozen=True):
    """A family, its effects that are due, and what is to be done, as it was seen at `now`."""

    errand: Errand
    now: datetime
    acts: tuple[Act, ...] = ()
    one_badge: bool = False
    held: bool = False


class Effects:
    """Carries effects out. To do one twice is no fault, so that nothing about them is ever `unknown`."""

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
        self._networks = Networks(platforms, seconds)
        self._publish = publish

    async def carry_out(self, dues: Sequence[Due], lease: Lease) -> None:
        """Do what is due, claimed under `lease`, for so many families at a time as there are; all at once.

        What was looked at, is about to be done, and came of it are three steps; between them marks say that nobody
        knows, so that a process that dies leaves nothing on the network that is not looked for.
        """
        async with self._database.read() as reader:
            errands = await load_errands(reader, dues)
        tasks = [self._task(errand) for errand in errands]
        busy = [task for task in tasks if task.acts]
        intended = await self._intend(busy, lease)
        ours = [task for task in busy if any(due.id in intended.intended for due in task.errand.dues)]
        idle = [task for task in tasks if not task.acts]
        await self._settle([(task, ()) for task in idle], lease)
        done = await asyncio.gather(*(self._do(task) for task in ours))
        await self._settle(list(zip(ours, done, strict=True)), intended.lease)

    def _task(self, errand: Errand) -> _Task:
        family, now = errand.family, self._clock.now()
        if family is None:
            return _Task(errand, now)
        one_badge = self._networks.shows_one_badge(family.home.ref.platform)
        if family.home.away:
            return _Task(errand, now, one_badge=one_badge)
        acts = acts_of(family, now, one_badge=one_badge)
        if not family.home.stopped:
            return _Task(errand, now, acts, one_badge)
        taking = tuple(act for act in acts if not act.given)  # what is given waits, what is taken does not
        return _Task(errand, now, taking, one_badge, held=len(taking) < len(acts))

    async def _intend(self, tasks: Sequence[_Task], lease: Lease) -> outbox.Written:
        if not tasks:
            return outbox.Written(frozenset(), frozenset(), lease)
        now = self._clock.now()
        dues = [due for task in tasks for due in task.errand.dues]
        async with self._database.write() as transaction:
            written = await outbox.settle_and_intend(transaction, [], dues, lease, now)
            for task in tasks:
                if task.errand.family is not None and any(due.id in written.intended for due in task.errand.dues):
                    await note_intents(transaction, task.errand.family, task.acts, now)
        return written

    async def _do(self, task: _Task) -> tuple[Done, ...]:
        """One after another: what one account shows may depend on the order."""
        family = task.errand.family
        assert family is not None
        return tuple([await self._networks.do(family.home, act) for act in task.acts])

    async def _settle(self, tasks: Sequence[tuple[_Task, tuple[Done, ...]]], lease: Lease) -> None:
        """What came of it, what is known of the network now, and who hears of it, in one transaction."""
        if not tasks:
            return
        now = self._clock.now()
        async with Work(self._database, self._clock, self._publish) as work:
            transaction = await work.transaction()
            outcomes = [outcome for task, done in tasks for outcome in _outcomes(task, done, now)]
            written = await outbox.settle_and_intend(transaction, [(one, lease) for one in outcomes], [], lease, now)
            held = [one.due for one in outcomes if one.state is State.HELD and one.due.id in written.settled]
            await outbox.release_outdated(transaction, held)
            nobodys = [one.due.id for one in outcomes if one.due.member_id is None and one.state.is_final]
            if nobodys:  # whose account it was is nobody's to know any more
                await transaction.execute(
                    sa.update(deliveries).where(deliveries.c.id.in_(nobodys)).values(payload=None)
                )
            for task, done in tasks:
                family = task.errand.family
                if family is None or not any(due.id in written.settled for due in task.errand.dues):
                    continue
                given_up = not any(one.state is State.PENDING for one in outcomes if one.due in task.errand.dues)
                carried = _carried(task, family, done, given_up=given_up)
                await note_outcomes(transaction, carried, now)
                for event in await tell(transaction, carried, now):
                    work.emit(event)


def _carried(task: _Task, family: Family, done: Sequence[Done], *, given_up: bool) -> CarriedOut:
    """What is not tried again for now did not answer: that is what is told of it."""
    if given_up:
        done = [_silent(one) if one.came is Came.LATER else one for one in done]
    return CarriedOut(family, tuple(done), task.now, task.one_badge)


def _silent(one: Done) -> Done:
    return Done(one.act, Came.SILENT, NO_ANSWER)


def _outcomes(task: _Task, done: Sequence[Done], now: datetime) -> list[Outcome]:
    """That of the oldest; what waits does so once."""
    oldest, *others = sorted(task.errand.dues, key=lambda due: due.expires_at)
    first = _outcome(oldest, task, done, now)
    if first.state.is_final:
        return [first, *(replace(first, due=due) for due in others)]
    return [first, *(Outcome(due, State.SKIPPED, Reason.MERGED) for due in others)]


def _outcome(due: Due, task: _Task, done: Sequence[Done], now: datetime) -> Outcome:
    if task.errand.family is None or task.errand.family.home.away:
        return Outcome(due, State.SKIPPED, Reason.NO_ROUTE)
    later = [one for one in done if one.came is Came.LATER]
    refused = [one for one in done if one.came is Came.REFUSED]
    asked = [one.retry_at for one in later if one.retry_at is not None]
    if later and (again := try_again_at(due, asked, now)):
        return Outcome(due, State.PENDING, Reason.RETRY, again)
    if later or refused:
        detail = tuple((one.act.thing.ref, one.problem.key if one.problem else "later") for one in (*refused, *later))
        return Outcome(due, State.FAILED, Reason.REFUSED, detail=detail)
    if task.held:
        return Outcome(due, State.HELD, Reason.ALL_STOPPED)
    return Outcome(due, State.SENT, Reason.DUE) if done else Outcome(due, State.SKIPPED, Reason.SATISFIED)


def try_again_at(due: Due, asked: Sequence[datetime], now: datetime) -> datetime | None:
    """When to try once more, later each time, or when networks asked for it; None when it was tried for long enough."""
    wait = min(FIRST_RETRY * 2 ** min(due.attempts - 1, 10), LAST_RETRY)
    again = max([*asked, now + (timedelta(seconds=1) if asked else wait)])
    return again if again < due.expires_at or due.attempts < FEWEST_TRIES else None
