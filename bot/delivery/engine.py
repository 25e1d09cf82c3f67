"""The engine: claims what is due, decides, stores the intent, sends, and stores what became of it."""

import asyncio
import logging
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from bot.clock import Clock
from bot.delivery import outbox, rolling
from bot.delivery.case import Case, Due, PluginStatus
from bot.delivery.chores import Chores, is_chore
from bot.delivery.deciding import after_push, decide
from bot.delivery.effects import Effects, is_effect, platform_of
from bot.delivery.following import write_following_steps
from bot.delivery.illustrating import has_picture
from bot.delivery.lacking import with_lacking
from bot.delivery.lanes import SendingLanes
from bot.delivery.loading import Loader
from bot.delivery.native_polls import POLL, note_lost, note_openings, poll_in
from bot.delivery.outbox import Lease, Outcome
from bot.delivery.sending import Sender, first_platform, made_available
from bot.delivery.twins import Twins, once_for_twins
from bot.guard import Failure, attempt
from bot.model.decisions import Defer, Hold, Reason, Send, Skip, State, Verdict
from bot.model.events import Event
from bot.model.journeys import StepKind
from bot.model.messages import Message
from bot.model.native import Poll
from bot.storage.database import Database, Transaction
from bot.storage.queue import enqueue
from bot.storage.work import Publish

log = logging.getLogger(__name__)

BATCH = 200
FRESH = timedelta(seconds=5)
"""How long a decision stands; what could not be sent by then is decided anew."""

SEND_SECONDS = 60.0
"""How long a send may take; then whether it arrived is unknown. Well below the lease, or others would say so first."""

PATIENCE_SECONDS = 1.0
"""In real time: how long the next batch waits for the sends of one platform before it is claimed without them."""

IN_FLIGHT = 20
"""How many sends may be under way at once, and so how many a crash can leave unknown."""

AT_A_STRETCH = 40
"""How many decisions are made before the loop may turn to something else: a few milliseconds' worth."""

Settled = tuple[Case, Outcome, Lease]
"""What became of a delivery, and the lease under which it was ours then."""

Decided = tuple[Case, Send]
Listener = Callable[[Case, Outcome], None]


class _Ready(Struct, frozen=True):
    """In words, so that what may break in a text is behind us when the intent is stored."""

    case: Case
    send: Send
    message: Message | Poll


class Engine:
    """Runs every delivery there is. One `run_due` at a time; it is woken by the clock, and by whoever knows of work."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        loader: Loader,
        sender: Sender,
        *,
        batch: int = BATCH,
        in_flight: int = IN_FLIGHT,
        send_seconds: float = SEND_SECONDS,
        effects: Effects | None = None,
        publish: Publish | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._loader = loader
        self._sender = sender
        self._effects = effects or Effects(database, clock, {})
        self._chores = Chores(database, clock, sender.edges, publish)
        self._publish = publish
        self._batch = batch
        self._send_seconds = send_seconds
        self._lanes = SendingLanes(len(sender.platforms), in_flight)
        self._running = asyncio.Lock()
        self._ending = False
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Tell `listener` of each outcome once it is stored."""
        self._listeners.append(listener)

    async def recover(self, *, alone: bool = False) -> tuple[int, int]:
        """Pick up what a dead process left: (freed, unknown). `alone`: no other process can be at work on them."""
        now = self._clock.now()
        async with self._database.write() as transaction:
            freed, unknown = await outbox.recover(transaction, now + timedelta(days=36_500) if alone else now, now)
            await self._tell(transaction, await note_lost(transaction, now), now)
        if unknown:
            log.warning(
                "%d deliveries were being sent when the process stopped; whether they arrived is unknown", unknown
            )
        return freed, unknown

    async def run_due(self, *, patience: float | None = None) -> int:
        """Deal with all that is due by now; returns how many deliveries were dealt with.

        A platform may keep the others waiting for `patience` seconds. Where time is made it is None: batches then
        follow one another whatever their sends take, and the same happens each time.
        """
        total = 0
        async with self._running, asyncio.TaskGroup() as tasks:
            if (due := await self.next_due()) is None or due > self._clock.now():
                return 0  # as most of the time: to look costs a fraction of four changes that change nothing
            await self._tidy()
            while not self._ending:
                busy = self._lanes.busy
                count = await self._one_batch(tasks, busy)
                total += count
                await self._lanes.settle(patience)
                if not count and not busy:
                    break
                if not count:
                    await self._lanes.change(patience)
                    await self._tidy()
        return total

    async def finish(self) -> None:
        """Let what is being sent right now arrive and be stored, and send nothing more; the rest stays where it is."""
        self._ending = True
        async with self._running:
            pass

    async def next_due(self) -> datetime | None:
        """When there is something to do next, or None."""
        return await outbox.next_due(self._database)

    async def _tidy(self) -> None:
        now = self._clock.now()
        async with self._database.write() as transaction:
            _, unknown = await outbox.recover(transaction, now, now)
            if unknown:
                await self._tell(transaction, await note_lost(transaction, now), now)
        more = True
        while more:
            async with self._database.write() as transaction:
                more = await outbox.lapse(transaction, now) == outbox.LAPSED_AT_ONCE

    async def _one_batch(self, tasks: asyncio.TaskGroup, busy: frozenset[str]) -> int:
        now = self._clock.now()
        dues, lease = await self._claim(now, busy)
        count = len(dues)
        if effects := [due for due in dues if is_effect(due)]:
            self._begin_effects(tasks, effects, lease)
            dues = [due for due in dues if not is_effect(due)]
        if not dues:
            return count
        async with self._database.read() as reader:
            cases = await self._loader.load(reader, dues, now)
        cases = await with_lacking(self._sender, cases)
        settled, sends = await self._decide_all(cases, lease, now)
        for platform, together in self._by_lane(sends).items():
            people = [case.recipient.person_id for case, _ in together if case.recipient is not None]
            taken_along, settled = (settled, []) if self._lanes.is_free(platform) else ([], settled)
            work = partial(self._carry_out, taken_along, together, lease, now)
            self._lanes.begin(tasks, platform, people, work)
        if settled:
            await self._write(settled, [], lease)
        return count

    def _begin_effects(self, tasks: asyncio.TaskGroup, effects: Sequence[Due], lease: Lease) -> None:
        """What is no message goes by the lane of its network as well."""
        lanes: defaultdict[str, list[Due]] = defaultdict(list)
        for due in effects:
            lanes[platform_of(due)].append(due)
        for platform, together in lanes.items():
            self._lanes.begin(tasks, platform, [], partial(self._carry_out_effects, together, lease))

    async def _carry_out_effects(self, effects: Sequence[Due], lease: Lease, waited: bool) -> None:
        for start in range(0, len(effects), self._lanes.share):
            if self._ending:
                break  # what is claimed and not begun is freed at the next start
            some = effects[start : start + self._lanes.share]
            if chores := [due for due in some if is_chore(due)]:
                await self._chores.carry_out(chores, lease)
            if grants := [due for due in some if not is_chore(due)]:
                await self._effects.carry_out(grants, lease)

    async def _claim(self, now: datetime, busy: frozenset[str]) -> tuple[list[Due], Lease]:
        """Some of what is due, but nothing that would have to wait for a `busy` platform."""
        beside = None
        if busy:
            async with self._database.read() as reader:
                running = self._sender.platforms
                beside = await outbox.due_beside(reader, now, self._batch, busy=busy, running=running)
            if not beside:
                return [], 0
        async with self._database.write() as transaction:
            return await outbox.claim(transaction, now, self._batch, beside)

    def _by_lane(self, sends: Sequence[Decided]) -> Mapping[str, list[Decided]]:
        lanes: defaultdict[str, list[Decided]] = defaultdict(list)
        for case, send in sends:
            under_way = self._lanes.of(case.recipient.person_id) if case.recipient is not None else None
            lanes[under_way or first_platform(case, send)].append((case, send))
        return lanes

    async def _decide_all(
        self, cases: Sequence[Case], lease: Lease, now: datetime
    ) -> tuple[list[Settled], list[Decided]]:
        """What needs no sending, and what does. Pushes decided a moment ago count for the same person's next."""
        settled: list[Settled] = []
        sends: list[Decided] = []
        pushed: defaultdict[int, int] = defaultdict(int)
        said: set[Twins] = set()
        for place, case in enumerate(cases):
            if place % AT_A_STRETCH == 0:
                await asyncio.sleep(0)
            person = case.recipient
            if person is not None and pushed[person.person_id]:
                for _ in range(pushed[person.person_id]):
                    person = after_push(person, now)
                case = replace(case, recipient=person)
            verdict = decide(case, now)
            if person is not None and person.linked:
                verdict = once_for_twins(case, verdict, said, now)
            if isinstance(verdict, Send) and _leaves(case, verdict):
                sends.append((case, verdict))
                if person is not None:
                    pushed[person.person_id] += 1
            else:
                settled.append((case, _without_sending(case, verdict), lease))
        return settled, sends

    async def _carry_out(
        self, settled: list[Settled], sends: Sequence[Decided], lease: Lease, decided_at: datetime, waited: bool
    ) -> None:
        """Send in groups of a lane's share; each group's outcomes are written together with the next intents."""
        sends = sends if waited else await self._placed(sends)
        for start in range(0, len(sends), self._lanes.share):
            if self._ending:
                break  # what is claimed and not begun is freed at the next start
            group = sends[start : start + self._lanes.share]
            if waited or abs(self._clock.now() - decided_at) > FRESH:
                await self._write(settled, [], lease)
                settled, group = await self._decide_again(group, lease)
            ready = []
            for case, send in group:
                rendered = await self._render(case, send)
                if isinstance(rendered, Outcome):
                    settled.append((case, rendered, lease))
                else:
                    ready.append(_Ready(case, send, rendered))
            if any(has_picture(one.case.due) for one in ready):
                ready = await self._illustrated(ready)
            written = await self._write(settled, [one.case.due for one in ready], lease)
            settled = await self._send_all([one for one in ready if one.case.due.id in written.intended], written.lease)
        await self._write(settled, [], lease)

    async def _decide_again(self, group: Sequence[Decided], lease: Lease) -> tuple[list[Settled], list[Decided]]:
        """Sends before these took long: meanwhile somebody may have withdrawn, or everything may be stopped."""
        now = self._clock.now()
        async with self._database.read() as reader:
            cases = await self._loader.load(reader, [case.due for case, _ in group], now)
        settled, sends = await self._decide_all(await with_lacking(self._sender, cases), lease, now)
        return settled, await self._placed(sends)

    async def _placed(self, sends: Sequence[Decided]) -> list[Decided]:
        cases = await self._sender.place([case for case, _ in sends])
        return [(case, send) for case, (_, send) in zip(cases, sends, strict=True)]

    async def _render(self, case: Case, send: Send) -> Message | Poll | Outcome:
        """Before the intent is stored, so that a broken text is a failure and not a send of unknown outcome."""
        done = await attempt(self._in_words(case, send), place=f"rendering {case.due.step}")
        if isinstance(done, Failure):
            return Outcome(case.due, State.FAILED, Reason.BROKEN, detail=(("incident", done.code),))
        return done

    async def _illustrated(self, ready: Sequence[_Ready]) -> list[_Ready]:
        """Pictures are drawn before the intents are stored, and while nothing is open in the database."""
        return list(await asyncio.gather(*(self._with_picture(one) for one in ready)))

    async def _with_picture(self, one: _Ready) -> _Ready:
        if isinstance(one.message, Poll):
            return one
        return replace(one, message=await self._sender.illustrate(one.case, one.message))

    async def _in_words(self, case: Case, send: Send) -> Message | Poll:
        return poll_in(case.due) or await self._sender.render(case, send)

    async def _write(self, settled: Sequence[Settled], next_up: Sequence[Due], lease: Lease) -> outbox.Written:
        """Store what became of some and that `next_up` are about to be sent.

        Nothing follows from an outcome that came too late: whoever took the delivery over has another.
        """
        now = self._clock.now()
        leased = [(outcome, lease) for _, outcome, lease in settled]
        async with self._database.write() as transaction:
            written = await outbox.settle_and_intend(transaction, leased, next_up, lease, now)
            settled = [one for one in settled if one[0].due.id in written.settled]
            held = [case.due for case, outcome, _ in settled if _may_be_outdated(case, outcome)]
            await outbox.release_outdated(transaction, held)
            await self._sender.note_doors(transaction, [outcome for _, outcome, _ in settled if outcome.shut], now)
            await rolling.note_where_they_stand(transaction, [outcome for _, outcome, _ in settled])
            if polls := [outcome for _, outcome, _ in settled if POLL in (outcome.due.payload or ())]:
                await self._tell(transaction, await note_openings(transaction, polls, now), now)
            for case, outcome, _ in settled:
                if outcome.state is State.SENT and case.step is not None and case.step.kind is not StepKind.MESSAGE:
                    await write_following_steps(transaction, case, now)
        for case, outcome, _ in settled:
            for listener in self._listeners:
                listener(case, outcome)
        return written

    async def _tell(self, transaction: Transaction, events: Sequence[Event], now: datetime) -> None:
        for event in events:
            for line in self._publish(event) if self._publish is not None else ():
                await enqueue(transaction, line, now)

    async def _send_all(self, ready: Sequence[_Ready], lease: Lease) -> list[Settled]:
        """Send them side by side. Where a send need not wait, the next follows in the same task, which costs less."""
        waiting, settled = deque(ready), list[Settled]()

        async def send_on() -> None:
            while waiting:
                one = waiting.popleft()
                settled.append((one.case, await self._send(one), lease))
                if isinstance(one.message, Poll):  # people vote at once, and their votes wait for this
                    await self._write(settled[-1:], [], lease)

        with suppress(TimeoutError):
            async with asyncio.timeout(self._send_seconds), asyncio.TaskGroup() as senders:
                while waiting:
                    senders.create_task(send_on())
                    await asyncio.sleep(0)
        return [*settled, *self._given_up(ready, settled, lease)]

    def _given_up(self, ready: Sequence[_Ready], settled: Sequence[Settled], lease: Lease) -> list[Settled]:
        """Those whose send did not end in time."""
        ended = {outcome.due.id for _, outcome, _ in settled}
        found = list[Settled]()
        for one in ready:
            if one.case.due.id not in ended:
                detail = ((first_platform(one.case, one.send), "timeout"),)
                outcome = Outcome(one.case.due, State.UNKNOWN, Reason.UNKNOWN_OUTCOME, detail=detail)
                found.append((one.case, outcome, lease))
        if found:
            log.warning(
                "%d sends did not end in %g seconds; whether they arrived is unknown", len(found), self._send_seconds
            )
        return found

    async def _send(self, one: _Ready) -> Outcome:
        sending = self._sender.send(one.case, one.send, one.message, self._clock.now())
        done = await attempt(sending, place=f"delivery {one.case.due.id}")
        if isinstance(done, Failure):
            # The edge raised in the middle of it: whether the message left cannot be known.
            detail = (("incident", done.code),)
            return Outcome(one.case.due, State.UNKNOWN, Reason.UNKNOWN_OUTCOME, detail=detail)
        return done


def _leaves(case: Case, send: Send) -> bool:
    if case.recipient is None:
        return True
    return bool(send.routes) and not send.routes[0].is_pull


def _may_be_outdated(case: Case, outcome: Outcome) -> bool:
    """Whether it was held for a reason that may have ended since: all but a plugin that is not there."""
    gone = case.enrolment is not None and case.enrolment.plugin_status is PluginStatus.GONE
    return outcome.state is State.HELD and not (gone and outcome.reason is Reason.PLUGIN_OFF)


def _without_sending(case: Case, verdict: Verdict) -> Outcome:
    match verdict:
        case Skip(reason, values):
            return Outcome(case.due, State.SKIPPED, reason, detail=values)
        case Hold(reason):
            return Outcome(case.due, State.HELD, reason)
        case Defer(reason, until):
            return Outcome(case.due, State.PENDING, reason, again=until)
        case Send(routes, variant) if routes:
            return made_available(case, routes[0], variant)
        case Send(_, variant):
            return Outcome(case.due, State.SENT, Reason.DUE, variant=variant)
