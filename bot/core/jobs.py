"""Durable jobs: claimed with a lease, run under guard, repeated a few times when they fail, never lost at a crash."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Any, LiteralString

from msgspec import Struct

from bot.community.communities import Communities
from bot.core.claiming import Claimed, claim, give_back, note_done, note_failed
from bot.core.context import Background
from bot.core.declarations import Job
from bot.core.incidents import note_incident
from bot.core.lanes import JobLanes, Lane
from bot.core.parts import Parts
from bot.core.registry import event_of
from bot.core.settings import Choices, PluginSettings, read_choices
from bot.errors import MemberGoneError
from bot.guard import Failure, attempt, failure_of
from bot.storage.queue import Line, enqueue
from bot.storage.types import from_micros

SECONDS = 240.0  # a job that is begun is over before its lease is
ATTEMPTS = 5
FIRST_WAIT = timedelta(seconds=30)

CoreJob = Callable[[Parts, Mapping[str, Any], str], Awaitable[None]]
"""A job of the core's own: it does its own short transactions, and doing it twice changes nothing.

Beside its arguments it is told what it is called among all jobs; what it queues to go on is called after that.
"""


class Repeat(Struct, frozen=True):
    """How often a job of the core's own runs, `always` also where no community is older than the stretch of time."""

    every: timedelta
    always: bool = False


class JobRunner:
    """Runs what is due. `core_jobs` are the core's own, by name; `repeated` says which of them run again and again.

    A bot that lives in real time begins what is due and lets it go on by itself, so that a job that hangs keeps no
    other plugin's waiting. Where time is made (tests, a demo, a simulation), all runs one after another: the same
    happens each time, and it is over before the clock moves.
    """

    def __init__(
        self,
        parts: Parts,
        core_jobs: Mapping[str, CoreJob],
        repeated: Mapping[str, Repeat] | None = None,
    ) -> None:
        self._parts = parts
        self._core_jobs = core_jobs
        self._core_repeated = repeated or {}
        self._stretches: dict[tuple[str, str], int] = {}
        self._lanes = JobLanes(lambda: parts.wake())
        self._ending = False

    async def recover(self) -> None:
        """Free the jobs that a dead process held; for a process that is alone with its database."""
        async with self._parts.database.write() as transaction:
            await transaction.run(
                "UPDATE jobs SET lease_until = NULL WHERE state = 'pending' AND lease_until IS NOT NULL"
            )

    async def run_due(self) -> int:
        """Run every job that is due by now, one after another; returns how many."""
        await self._queue_repeated()
        total = 0
        while claimed := await claim(self._parts.database, self._parts.clock.now()):
            await self._one_after_another(claimed)
            total += len(claimed)
        return total

    async def begin_due(self) -> int:
        """Begin every job that is due by now and may run beside what is under way; returns how many."""
        await self._queue_repeated()
        total = 0
        while not self._ending and (claimed := await self._claim_beside()):
            for lane, together in groupby(sorted(claimed, key=_lane), key=_lane):
                self._lanes.begin(lane, partial(self._one_after_another, list(together)))
            total += len(claimed)
        return total

    async def idle(self) -> None:
        """Wait until everything that was begun is done."""
        await self._lanes.idle()

    async def finish(self) -> None:
        """Begin nothing more, and wait for what is under way."""
        self._ending = True
        await self._lanes.idle()

    async def cut_short(self) -> None:
        """End what is under way and undo it; it is run at the next start."""
        self._ending = True
        await self._lanes.cut_short()

    def next_due(self, queued: Sequence[Sequence[int | None]]) -> datetime | None:
        """When the next job is due, or None; one that is repeated is due as long as its first line is not in the queue.

        `queued` are the rows of the statement `first_queued`.
        """
        repeated = [
            _begin_of(self._stretches[job] + 1, every) if job in self._stretches else _EPOCH
            for job, every in self._repeated().items()
        ]
        return min([*(from_micros(at) for (at,) in queued if at is not None), *repeated], default=None)

    async def _claim_beside(self) -> Sequence[Claimed]:
        now, lanes = self._parts.clock.now(), self._lanes
        return await claim(self._parts.database, now, full=lanes.full, busy=lanes.busy)

    async def _one_after_another(self, claimed: Sequence[Claimed]) -> None:
        """Run them in order. Those whose lease may be over before they are go back, and so does what is cut short."""
        left = list(claimed)
        try:
            while left and not self._ending and self._parts.clock.now() + timedelta(seconds=SECONDS) < left[0].lease:
                job = left.pop(0)
                try:
                    await self._run(job)
                except asyncio.CancelledError:
                    left.insert(0, job)
                    raise
        finally:
            if left:
                await give_back(self._parts.database, left)

    async def _run(self, job: Claimed) -> None:
        done = await attempt(self._perform_unless_gone(job), place=f"job {job.plugin}.{job.name}", seconds=SECONDS)
        if isinstance(done, Failure):
            # A refusal has nobody to read it here, so it counts as a fault like any other.
            await self._failed(job, done if done.refusal is None else failure_of(done.refusal))

    async def _perform_unless_gone(self, job: Claimed) -> None:
        try:
            await self._perform(job)
        except MemberGoneError:
            async with self._parts.database.write() as transaction:
                await note_done(transaction, job)

    async def _perform(self, job: Claimed) -> None:
        if job.plugin == "core":
            await self._core_jobs[job.name](self._parts, job.arguments, str(job.id))
            async with self._parts.database.write() as transaction:
                await note_done(transaction, job)
            return
        declared = self._parts.registry.jobs.get((job.plugin, job.name))
        async with self._parts.work() as work:
            if declared is not None and job.community_id is not None:
                community = await Communities(work).get(job.community_id)
                settings = PluginSettings(work, self._parts.registry, community.id)
                if await settings.is_enabled(settings.plugin(job.plugin)):
                    context = Background(self._parts, work, community, job.plugin)
                    if isinstance(declared, Job):
                        await declared.handler(context, **job.arguments)
                    else:
                        await declared.handler(context, event_of(declared, job.arguments))
            await note_done(await work.transaction(), job)

    async def _failed(self, job: Claimed, failure: Failure) -> None:
        now = self._parts.clock.now()
        again = now + FIRST_WAIT * 4 ** (job.attempts - 1) if job.attempts < ATTEMPTS else None
        async with self._parts.database.write() as transaction:
            await note_incident(transaction, failure, now, plugin=job.plugin, place=f"job {job.name}")
            await note_failed(transaction, job, failure.code, again)

    async def _queue_repeated(self) -> None:
        """Jobs that run again and again have one line for each stretch of time; a stretch that was missed is gone.

        A community is looked after from the stretch on that begins after it did: there is nothing yet to look at. Where
        the plugin is off nothing is queued, so that a quiet community leaves its disk alone.
        """
        now = self._parts.clock.now()
        due, every_of = {}, self._repeated()
        for job, every in every_of.items():
            stretch = (now - _EPOCH) // every
            if self._stretches.get(job) != stretch:
                due[job] = stretch
        if not due:
            return
        async with self._parts.work() as work:
            begun = await Communities(work).begun()
            choices = await read_choices(work) if begun else Choices({})
            lines = list[Line]()
            for (plugin, name), stretch in due.items():
                begin = _begin_of(stretch, every_of[plugin, name])
                there = [id for id, at in begun.items() if at < begin]
                for community_id in self._for_whom(plugin, name, there, choices):
                    key = f"every:{plugin}.{name}:{community_id or 0}:{stretch}"
                    lines.append(Line(plugin, name, {}, community_id=community_id, key=key))
            for line in lines:
                await enqueue(await work.transaction(), line, now)
        self._stretches |= due

    def _for_whom(self, plugin: str, name: str, there: Sequence[int], choices: Choices) -> Sequence[int | None]:
        """The communities that have a line of the job each; the core's own see to all of them at once, in one."""
        if plugin == "core":
            return [None] if there or self._core_repeated[name].always else []
        return [id for id in there if choices.is_on(id, self._parts.registry.plugins[plugin])]

    def _repeated(self) -> Mapping[tuple[str, str], timedelta]:
        plugins = self._parts.registry.jobs.items()
        own = {key: job.every for key, job in plugins if isinstance(job, Job) and job.every is not None}
        return {("core", name): repeat.every for name, repeat in self._core_repeated.items()} | own


_EPOCH = from_micros(0)


def first_queued(dialect: str) -> LiteralString:
    """A raw statement: when the first job in the queue is due that nobody has in hand."""
    later: LiteralString = "greatest" if dialect == "postgresql" else "max"
    return "SELECT min(" + later + "(due_at, coalesce(lease_until, 0))) FROM jobs WHERE state = 'pending'"


def _begin_of(stretch: int, every: timedelta) -> datetime:
    """When a stretch of time begins; they are counted from 1970 on."""
    return _EPOCH + stretch * every


def _lane(job: Claimed) -> Lane:
    return job.lane
