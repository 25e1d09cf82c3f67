"""A journey's dry run: who would get what, when by their own clock, by which route, and who would not and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import sqlalchemy as sa

from bot.delivery.audience import Plan, audience
from bot.delivery.case import Case, Due, Enrolment, JourneyStatus, Later, Recipient
from bot.delivery.deciding import after_push, decide, is_for
from bot.delivery.following import goes_on_from
from bot.delivery.inbox import due_of
from bot.delivery.loading import Loader
from bot.delivery.planning import due_and_expiry, first_stretch
from bot.delivery.sending import Sender
from bot.model.decisions import Defer, Hold, Send, Skip, State, Verdict
from bot.model.journeys import Step, StepKind
from bot.model.messages import Message
from bot.storage.database import Database
from bot.storage.tables import deliveries, members
from bot.storage.work import Work

PEOPLE_AT_ONCE = 500
DEFERRALS = 10

LOOKED_AT = 3_000
"""How many people a preview goes through, about a second's worth; of more it takes an even share."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One message as one person would see it; `at` is when (aware UTC), `zone` that person's."""

    step: str
    name: str
    at: datetime
    zone: str
    route: str
    message: Message


@dataclass(slots=True)
class Preview:
    """The sum of a dry run. `by_route` and `left_out` are keyed by step and route, or step and reason.

    `people` is how many the plan means; the counts are of those that were `looked_at`.
    """

    people: int = 0
    looked_at: int = 0
    by_route: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    samples: list[Sample] = field(default_factory=list)


class Previewer:
    """Plans and decides as the engine would, on a clock of its own, and writes nothing."""

    def __init__(self, database: Database, loader: Loader, sender: Sender) -> None:
        self._database = database
        self._loader = loader
        self._sender = sender

    async def preview(self, plan: Plan, now: datetime, *, samples: int = 3, at_most: int = LOOKED_AT) -> Preview:
        """Go through those whom the plan means, with what is known of them now: all, or about `at_most` of more."""
        result, after = Preview(people=await self.people(plan)), 0
        every = max(1, -(-result.people // at_most))
        while ids := await self._chunk(plan, after, every):
            for loaded in await self._load(plan, ids, now):
                await self._one_person(plan, loaded, now, result, samples)
            after = ids[-1]
            result.looked_at += len(ids)
        return result

    async def people(self, plan: Plan) -> int:
        """How many the plan means."""
        async with self._database.read() as reader:
            whom = audience(plan, reader.dialect).subquery()
            return int(await reader.value(sa.select(sa.func.count()).select_from(whom)))

    async def _chunk(self, plan: Plan, after: int, every: int) -> Sequence[int]:
        """The next people to look at behind the id `after`: those whose number the share divides."""
        whom = audience(plan, self._database.dialect).where(members.c.id > after)
        if every > 1:
            whom = whom.where(members.c.id % every == 0)
        async with self._database.read() as reader:
            return [row[0] for row in await reader.rows(whom.order_by(members.c.id).limit(PEOPLE_AT_ONCE))]

    async def _one_person(self, plan: Plan, loaded: Case, now: datetime, result: Preview, samples: int) -> None:
        wanted = len({sample.name for sample in result.samples}) < samples
        for case, verdict, at in walk(plan, loaded, now):
            match verdict:
                case Send(routes, _) if case.step is not None and case.step.kind is StepKind.MESSAGE:
                    result.by_route[case.due.step, routes[0].value] += 1
                    if wanted and case.recipient is not None:
                        message = await self._sender.render(case, verdict)
                        person = case.recipient
                        result.samples.append(
                            Sample(case.due.step, person.name, at, person.zone, routes[0].value, message)
                        )
                case Skip(reason, _) | Hold(reason) | Defer(reason, _):
                    result.left_out[case.due.step, reason.value] += 1
                case _:
                    pass

    async def one(
        self, plan: Plan, member_id: int, now: datetime, *, work: Work | None = None
    ) -> list[tuple[Case, Verdict, datetime]]:
        """The same for one member in full: each step's case, what would be decided, and when (aware UTC).

        It is read within `work` where that is given, which may be what the member was first seen in.
        """
        if work is None:
            [loaded] = await self._load(plan, [member_id], now)
        else:
            dues = [_first_due(plan, member_id)]
            async with work.reading() as reader:
                [loaded] = await self._loader.load(reader, dues, now, trigger=plan.trigger)
        return walk(plan, loaded, now)

    async def for_other_cases(self, work: Work, member_id: int) -> frozenset[int]:
        """The ids of the member's deliveries to come whose steps, as things stand, are not for them."""
        to_come = deliveries.c.state.in_([State.PENDING.value, State.HELD.value])
        mine = (deliveries.c.member_id == member_id) & deliveries.c.enrolment_id.is_not(None)
        rows = await work.rows(sa.select(deliveries).where(mine, to_come).limit(PEOPLE_AT_ONCE))
        if not rows:
            return frozenset()
        async with work.reading() as reader:
            cases = await self._loader.load(reader, [due_of(row) for row in rows], work.now)
        return frozenset(
            case.due.id
            for case in cases
            if case.step is not None and case.recipient is not None and not is_for(case.step, case.recipient)
        )

    async def _load(self, plan: Plan, ids: Sequence[int], now: datetime) -> list[Case]:
        dues = [_first_due(plan, id) for id in ids]
        async with self._database.read() as reader:
            return await self._loader.load(reader, dues, now, trigger=plan.trigger)


def _first_due(plan: Plan, member_id: int) -> Due:
    return _due(plan, member_id, plan.journey.steps[0].id, plan.anchor, plan.anchor)


def walk(plan: Plan, loaded: Case, now: datetime) -> list[tuple[Case, Verdict, datetime]]:
    """Go through the journey with one person as the engine would, from `now` (aware UTC) on, each step at its time.

    It answers what happens once it is let go: nothing counts as held, be it the journey, its plugin or everything.
    """
    if loaded.recipient is None:
        return []
    person, walked = loaded.recipient, []
    enrolment = Enrolment(plan.journey_id, plan.journey, JourneyStatus.RUNNING, plan.trigger, plan.anchor)
    waiting = _stretch(plan, person, plan.journey.steps, plan.anchor)
    deferred: Counter[str] = Counter()
    while waiting:
        first = min(waiting, key=lambda one: (one.due.due_at, _place(plan, one)))
        now = max(now, first.due.due_at)
        later = tuple(one for one in waiting if one.due.due_at <= now and _place(plan, one) > _place(plan, first))
        messages = tuple(one for one in later if one.step.kind is StepKind.MESSAGE)
        case = replace(
            loaded,
            due=first.due,
            step=first.step,
            recipient=person,
            enrolment=enrolment,
            community_stopped=False,
            later=messages,
            newest_start=None,
            on_air_since=None,
        )
        verdict = decide(case, now)
        waiting.remove(first)
        if isinstance(verdict, Defer) and deferred[first.step.id] < DEFERRALS:
            deferred[first.step.id] += 1
            waiting.append(replace(first, due=replace(first.due, due_at=verdict.until)))
            continue
        walked.append((case, verdict, now))
        if isinstance(verdict, Send) and verdict.routes and not verdict.routes[0].is_pull:
            person = after_push(person, now)
        elif isinstance(verdict, Send) and first.step.kind is StepKind.WAIT:
            waiting += _stretch(plan, person, plan.journey.steps[_place(plan, first) + 1 :], goes_on_from(case))
    return walked


def _stretch(plan: Plan, person: Recipient, steps: Sequence[Step], base: datetime) -> list[Later]:
    """What would be planned at once, up to the next wait."""
    planned = []
    for step in first_stretch(steps):
        due, expires = due_and_expiry(step, plan.journey, plan.anchor, base, person.zone)
        row = _due(plan, person.member_id, step.id, due, expires)
        planned.append(Later(replace(row, purpose=step.purpose or plan.journey.purpose), step))
    return planned


def _place(plan: Plan, planned: Later) -> int:
    # By their ids, since to compare whole steps costs more than all the rest of a preview.
    return next(place for place, step in enumerate(plan.journey.steps) if step.id == planned.step.id)


def _due(plan: Plan, member_id: int, step: str, due: datetime, expires: datetime) -> Due:
    return Due(
        id=0,
        community_id=plan.community.id,
        member_id=member_id,
        enrolment_id=None,
        step=step,
        purpose=plan.journey.purpose,
        due_at=due,
        expires_at=expires,
    )
