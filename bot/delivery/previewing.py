"""A journey's dry run: who would get what, when by their own clock, by which route, and who would not and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from msgspec import Struct, field
from msgspec.structs import replace

from bot.community.linked import parts_of
from bot.delivery.audience import Plan
from bot.delivery.case import Case, Due, Enrolment, JourneyStatus, Later
from bot.delivery.deciding import is_for
from bot.delivery.inbox import due_of
from bot.delivery.lacking import with_lacking
from bot.delivery.loading import Loader
from bot.delivery.sending import Sender
from bot.delivery.standing import Standing, people_of, standings
from bot.delivery.walking import stretch, walk
from bot.model.decisions import Defer, Hold, Send, Skip, State, Verdict
from bot.model.journeys import StepKind
from bot.model.messages import Message
from bot.storage.database import Database, Reader
from bot.storage.tables import deliveries
from bot.storage.work import Work

PEOPLE_AT_ONCE = 500
LOOKED_AT = 3_000
"""How many people a preview goes through, about a second's worth; of more it takes an even share."""


class Sample(Struct, frozen=True):
    """One message as one person would see it; `at` is when (aware UTC), `zone` that person's."""

    step: str
    name: str
    at: datetime
    zone: str
    route: str
    message: Message


class Preview(Struct):
    """The sum of a dry run: what is still to come. All counts are keyed by step and route, or step and reason.

    `people` is how many the plan means; the counts are of those that were `looked_at`. What was given already, or left
    out by then, is counted apart.
    """

    people: int = 0
    looked_at: int = 0
    by_route: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    given_before: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out_before: Counter[tuple[str, str]] = field(default_factory=Counter)
    samples: list[Sample] = field(default_factory=list)


def of_step(counts: Counter[tuple[str, str]], step: str) -> Counter[str]:
    """One of the counts of a preview, by route or by reason, for one step."""
    return Counter({what: count for (id, what), count in counts.items() if id == step})


class _Walker(Struct, frozen=True):
    """Somebody in the journey: what is known of them, and what waits for them."""

    case: Case
    waiting: Sequence[Later]


class Previewer:
    """Plans and decides as the engine would, on a clock of its own, and writes nothing."""

    def __init__(self, database: Database, loader: Loader, sender: Sender) -> None:
        self._database = database
        self._loader = loader
        self._sender = sender

    async def preview(self, plan: Plan, now: datetime, *, samples: int = 3, at_most: int = LOOKED_AT) -> Preview:
        """Go through those whom the plan means, with what is known of them now: all, or about `at_most` of more."""
        result = Preview(people=await self.people(plan))
        looked_at = await self._chosen(plan, every=max(1, -(-result.people // at_most)))
        for start in range(0, len(looked_at), PEOPLE_AT_ONCE):
            ids = looked_at[start : start + PEOPLE_AT_ONCE]
            async with self._database.read() as reader:
                stand = await standings(reader, plan, ids)
                walkers = await self._walkers(reader, plan, ids, stand, now)
            walkers = await self._informed(walkers)
            _count_settled(stand, result)
            for walker in walkers:
                await self._one_person(walker, now, result, samples)
            result.looked_at += len(ids)
        return result

    async def people(self, plan: Plan) -> int:
        """How many the plan means, together with those who are in it already."""
        async with self._database.read() as reader:
            return int(await reader.value(sa.select(sa.func.count()).select_from(people_of(plan, reader.dialect))))

    async def _chosen(self, plan: Plan, *, every: int) -> Sequence[int]:
        """The ids of those to look at: whose number `every` divides. Never many more than a preview goes through."""
        whom = people_of(plan, self._database.dialect, every=every)
        async with self._database.read() as reader:
            return [row[0] for row in await reader.rows(sa.select(whom).order_by(whom.c.id))]

    async def _one_person(self, walker: _Walker, now: datetime, result: Preview, samples: int) -> None:
        wanted = len({sample.name for sample in result.samples}) < samples
        for case, verdict, at in walk(walker.case, walker.waiting, now):
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
        async with work.reading() if work is not None else self._database.read() as reader:
            stand = await standings(reader, plan, [member_id])
            walkers = await self._walkers(reader, plan, [member_id], stand, now)
        walkers = await self._informed(walkers)
        return [step for walker in walkers for step in walk(walker.case, walker.waiting, now)]

    async def _walkers(
        self, reader: Reader, plan: Plan, ids: Sequence[int], stand: Mapping[int, Standing], now: datetime
    ) -> list[_Walker]:
        """Those of these members for whom something is still to come."""
        settled = {id for id, one in stand.items() if not one.waiting}
        left = [id for id in ids if id not in settled]
        dues = [stand[id].waiting[0] if id in stand else _first_due(plan, id) for id in left]
        cases = await self._loader.load(reader, dues, now, trigger=plan.occasion.reference)
        return [_walker(plan, case, stand.get(id)) for id, case in zip(left, cases, strict=True)]

    async def _informed(self, walkers: Sequence[_Walker]) -> list[_Walker]:
        """The same, knowing the steps that have nothing to say to them."""
        cases = await with_lacking(self._sender, [walker.case for walker in walkers], whole=True)
        return [replace(walker, case=case) for walker, case in zip(walkers, cases, strict=True)]

    async def for_other_cases(self, work: Work, member_id: int) -> frozenset[int]:
        """The ids of the member's deliveries to come whose steps, as things stand, are not for them."""
        to_come = deliveries.c.state.in_([State.PENDING.value, State.HELD.value])
        mine = deliveries.c.member_id.in_(parts_of(member_id)) & deliveries.c.enrolment_id.is_not(None)
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


def _walker(plan: Plan, case: Case, stand: Standing | None) -> _Walker:
    """Who is in the journey goes on with the version they began with; who is not would begin now."""
    if stand is not None:
        journey = case.enrolment.journey if case.enrolment is not None else plan.journey
        steps = [(due, journey.step(due.step)) for due in stand.waiting]
        return _Walker(case, [Later(due, step) for due, step in steps if step is not None])
    enrolment = Enrolment(
        plan.journey_id,
        plan.journey,
        JourneyStatus.RUNNING,
        plan.occasion.reference,
        plan.anchor,
        plugin=plan.plugin,
    )
    case = replace(case, enrolment=enrolment, step=plan.journey.steps[0], newest_start=None)
    zone = case.recipient.zone if case.recipient is not None else plan.community.zone
    return _Walker(case, stretch(enrolment, case.due, zone, plan.journey.steps, plan.anchor))


def _count_settled(stand: Mapping[int, Standing], result: Preview) -> None:
    for settled in (settled for one in stand.values() for settled in one.settled):
        if settled.route is not None:
            result.given_before[settled.step, settled.route.value] += 1
        elif settled.reason is not None:
            result.left_out_before[settled.step, settled.reason.value] += 1


def _first_due(plan: Plan, member_id: int) -> Due:
    return Due(
        id=0,
        community_id=plan.community.id,
        member_id=member_id,
        enrolment_id=None,
        step=plan.journey.steps[0].id,
        purpose=plan.journey.purpose,
        due_at=plan.anchor,
        expires_at=plan.anchor,
    )
