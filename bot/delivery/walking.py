"""Go through a journey with one person as the engine would, and write nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from bot.delivery.case import Case, Due, Enrolment, JourneyStatus, Later, PluginStatus
from bot.delivery.deciding import after_push, decide
from bot.delivery.following import goes_on_from
from bot.delivery.planning import due_and_expiry, first_stretch
from bot.model.decisions import Defer, Send, Verdict
from bot.model.journeys import Journey, Step, StepKind

DEFERRALS = 10


def walk(loaded: Case, waiting: Sequence[Later], now: datetime) -> list[tuple[Case, Verdict, datetime]]:
    """What becomes from `now` (aware UTC) on of what waits for the person of the case, and of what follows it.

    It answers what happens once it is let go: nothing counts as held, be it the journey, its plugin, everything, or
    the stream that is on.
    """
    if loaded.recipient is None or loaded.enrolment is None:
        return []
    enrolment = replace(loaded.enrolment, status=JourneyStatus.RUNNING, plugin_status=PluginStatus.ON)
    let_go = replace(loaded, enrolment=enrolment, community_stopped=False, on_air_since=None, anchor_stands=True)
    person, walked, left = loaded.recipient, [], list(waiting)
    deferred: Counter[str] = Counter()
    while left:
        # What is due by now is decided together, whichever of it has been due for longer.
        first = min(left, key=lambda one: (max(now, one.due.due_at), _place(enrolment.journey, one)))
        now = max(now, first.due.due_at)
        left.remove(first)
        messages = _behind(enrolment.journey, first, left, now)
        case = replace(let_go, due=first.due, step=first.step, recipient=person, later=messages)
        verdict = decide(case, now)
        if isinstance(verdict, Defer) and deferred[first.step.id] < DEFERRALS:
            deferred[first.step.id] += 1
            left.append(replace(first, due=replace(first.due, due_at=verdict.until)))
            continue
        walked.append((case, verdict, now))
        if isinstance(verdict, Send) and verdict.routes and not verdict.routes[0].is_pull:
            person = after_push(person, now)
        elif isinstance(verdict, Send) and first.step.kind is StepKind.WAIT:
            behind = enrolment.journey.steps[_place(enrolment.journey, first) + 1 :]
            left += stretch(enrolment, first.due, person.zone, behind, goes_on_from(case))
    return walked


def stretch(enrolment: Enrolment, like: Due, zone: str, steps: Sequence[Step], base: datetime) -> list[Later]:
    """What would be planned at once of these steps, up to the next wait, for the person that the row `like` is for."""
    planned = []
    for step in first_stretch(steps):
        due, expires = due_and_expiry(step, enrolment.journey, enrolment.anchor, base, zone)
        purpose = step.purpose or enrolment.journey.purpose
        planned.append(Later(replace(like, step=step.id, purpose=purpose, due_at=due, expires_at=expires), step))
    return planned


def _behind(journey: Journey, first: Later, left: Sequence[Later], now: datetime) -> tuple[Later, ...]:
    """The messages of later steps that are due as well."""
    place = _place(journey, first)
    return tuple(
        one
        for one in left
        if one.due.due_at <= now and one.step.kind is StepKind.MESSAGE and _place(journey, one) > place
    )


def _place(journey: Journey, planned: Later) -> int:
    # By their ids, since to compare whole steps costs more than all the rest of a preview.
    return next(place for place, step in enumerate(journey.steps) if step.id == planned.step.id)
