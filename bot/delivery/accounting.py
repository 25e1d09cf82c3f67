"""The account of a stream's follow-ups: what became of each delivery that was planned because of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from msgspec import Struct, field

from bot.community.attendance import Attendance
from bot.community.linked import counts_for
from bot.delivery.journeys import Journeys
from bot.delivery.tallying import Tallied, Tally
from bot.model.decisions import State
from bot.storage.tables import enrolments
from bot.storage.types import to_parts
from bot.storage.work import Work


class Deliveries(Struct):
    """What became of the follow-ups; once the 48 hours are over, `planned` is the sum of the others."""

    planned: int = 0
    sent: int = 0
    available: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    unknown: int = 0
    failed: int = 0


class Report(Struct):
    """A stream and what followed it. `person_slots` are ten minutes of one person each."""

    people: int = 0
    messages: int = 0
    questions: int = 0
    askers: int = 0
    person_slots: int = 0
    broken_lines: int = 0
    enrolled: int = 0
    deliveries: Deliveries = field(default_factory=Deliveries)

    def as_json(self) -> dict[str, object]:
        """The report as one JSON object."""
        return to_parts(self)


async def report_on(work: Work, stream_id: int, outcomes: Iterable[Tallied], *, broken_lines: int = 0) -> Report:
    """Who was at a stream, and the account of the `outcomes` of its follow-ups."""
    there = await Attendance(work).summary(stream_id)
    return Report(
        people=there.people,
        messages=there.messages,
        questions=there.questions,
        askers=there.askers,
        person_slots=there.person_slots,
        broken_lines=broken_lines,
        enrolled=await _people_followed_up(work, stream_id),
        deliveries=account_of(outcomes),
    )


async def follow_ups(work: Work, community_id: int, stream_id: int) -> Sequence[Tallied]:
    """The outcomes of all journeys that a stream's end began."""
    kept = await Journeys(work).all(community_id)
    return [outcome for one in kept for outcome in await Tally(work).outcomes(one, f"stream:{stream_id}")]


async def _people_followed_up(work: Work, stream_id: int) -> int:
    """How many members a stream's end enrolled, in whatever journey."""
    people = sa.select(sa.func.count(counts_for(enrolments.c.member_id).distinct()))
    return int(await work.value(people.where(enrolments.c.trigger == f"stream:{stream_id}")))


def account_of(outcomes: Iterable[Tallied]) -> Deliveries:
    """The sum of it. A message counts by the way it was given, also once it is opened or answered."""
    account = Deliveries()
    skipped: Counter[str] = Counter()
    for one in outcomes:
        account.planned += one.count
        if one.state is State.SKIPPED:
            skipped[one.reason.value if one.reason else ""] += one.count
        elif one.state is State.UNKNOWN:
            account.unknown += one.count
        elif one.state is State.FAILED:
            account.failed += one.count
        elif one.state.was_given and one.route is not None and one.route.is_pull:
            account.available += one.count
        elif one.state.was_given:
            account.sent += one.count
    account.skipped = dict(sorted(skipped.items()))
    return account
