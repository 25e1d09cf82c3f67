"""Decide at the moment of sending: a pure function from what is known to send, skip, defer or hold."""

import hashlib
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.clock import wall_clock
from bot.community.activities import UNHAPPY
from bot.community.rules import holds
from bot.delivery.case import Case, Due, Enrolment, JourneyStatus, PluginStatus, Recipient
from bot.model.decisions import Defer, Hold, Reason, Send, Skip, Verdict
from bot.model.identity import Purpose, Route
from bot.model.journeys import Caps, Exit, Step, StepKind

_HELD = {
    JourneyStatus.PAUSED: Reason.PAUSED,
    JourneyStatus.SHADOW: Reason.SHADOW,
    JourneyStatus.WAITING: Reason.NEEDS_APPROVAL,
}


LOOK_AGAIN: Final = timedelta(seconds=10)
"""When to look again whether the same message went to another of the person's accounts, which is on its way there."""


def decide(case: Case, now: datetime) -> Verdict:
    """What to do with a due delivery at `now` (aware UTC), and why. The first rule that applies wins:

    everything stopped; the enrolment over; its stream's end taken back or moved; its journey over; expired; the
    journey's plugin off, the journey paused or waiting for a person; the person gone or stopped; exits; holdout;
    satisfied; the step's condition, and that it has something to say; no marketing for the unhappy; said to another of
    the person's accounts; then routes: consent, open doors, quiet hours in the person's own zone, caps. What could be
    said then gives way to a later message of the same journey that can be said now. What has expired was too late only
    for whom it would have been: what the step says otherwise (off, satisfied, its condition, unhappy) is the reason
    then.
    """
    if case.community_stopped:
        return Hold(Reason.ALL_STOPPED)
    if case.recipient is None and case.superseded:
        return Skip(Reason.MERGED)
    if case.recipient is None:
        return Skip(Reason.EXPIRED) if now >= case.due.expires_at else Send((), "")
    if case.due.enrolment_id is None and case.enrolment is None:
        return _beyond_journeys(case.due, case.recipient, now)
    if case.enrolment is None or case.step is None:
        return Skip(Reason.BROKEN)
    verdict = _in_journey(case, case.due, case.enrolment, case.step, case.recipient, now)
    is_message = case.step.kind is StepKind.MESSAGE and isinstance(verdict, Send | Defer)
    return Skip(Reason.MERGED) if is_message and _is_overtaken(case, now) else verdict


def _in_journey(case: Case, due: Due, enrolment: Enrolment, step: Step, person: Recipient, now: datetime) -> Verdict:
    if enrolment.ended is None and case.twin.newer:
        return Skip(Reason.SUPERSEDED)
    if enrolment.ended is None and not case.anchor_stands:
        return Hold(Reason.ON_AIR)  # it will count from another moment, and is planned anew then
    verdict = _journey_says(case, due, enrolment, step, person, now) or _person_says(case, enrolment, person)
    verdict = verdict or _step_says(case, due, enrolment, step, person)
    if verdict is None and due is case.due and step.kind is not StepKind.WAIT:
        verdict = _other_account_says(case, now)
    if verdict is not None:
        return verdict
    variant = pick_variant(enrolment, step, person.member_id)
    if step.kind is not StepKind.MESSAGE:
        return Send((), variant)
    pulls = tuple(route for route in step.routes if route.is_pull) or (Route.INBOX,)
    routes = pulls if case.pull_only else step.routes
    return _by_route(routes, due, person, enrolment.journey.caps, variant, now)


def _is_overtaken(case: Case, now: datetime) -> bool:
    """Whether a later message of the journey can be said now. One that is not for this person overtakes nothing."""
    assert case.enrolment is not None and case.recipient is not None
    return any(
        isinstance(_in_journey(case, later.due, case.enrolment, later.step, case.recipient, now), Send)
        for later in case.later
    )


def _beyond_journeys(due: Due, person: Recipient, now: datetime) -> Verdict:
    """A delivery of its own: a reminder that was asked for, an alert to a moderator, an effect."""
    if now >= due.expires_at:
        return Skip(Reason.EXPIRED)
    if person.left:
        return Skip(Reason.LEFT)
    payload = due.payload or {}
    routes = tuple(Route(route) for route in payload.get("routes", ()))
    if not routes:
        return Send((), "")
    if payload.get("asked"):  # the person asked for this very message: its own consent, whatever the hour
        open_routes = tuple(route for route in routes if _door(person, route))
        return Send(open_routes, "") if open_routes else Skip(Reason.NO_ROUTE)
    if person.stopped:
        return Skip(Reason.STOPPED)
    return _by_route(routes, due, person, Caps(), "", now)


def _journey_says(
    case: Case, due: Due, enrolment: Enrolment, step: Step, person: Recipient, now: datetime
) -> Verdict | None:
    if enrolment.ended is not None:
        return Skip(enrolment.ended)
    if enrolment.status is JourneyStatus.STOPPED:
        return Skip(Reason.CANCELLED)
    if now >= due.expires_at:
        return _step_says(case, due, enrolment, step, person) or Skip(Reason.EXPIRED)
    if enrolment.plugin_status is not PluginStatus.ON:
        return Hold(Reason.PLUGIN_OFF)
    held = _HELD.get(enrolment.status)
    return Hold(held) if held else None


def _person_says(case: Case, enrolment: Enrolment, person: Recipient) -> Verdict | None:
    if person.left:
        return Skip(Reason.LEFT)
    if person.stopped:
        return Skip(Reason.STOPPED)
    journey = enrolment.journey
    if Exit.LIVE_AGAIN in journey.exits and (verdict := _streams_say(case, enrolment.anchor)):
        return verdict
    for activity in journey.exit_activities:
        if _did(person, activity, enrolment):
            return Skip(Reason.EXITED, (("activity", activity),))
    if journey.holdout and share("holdout", journey.name, person.member_id) < journey.holdout:
        return Skip(Reason.HOLDOUT)
    return None


def _other_account_says(case: Case, now: datetime) -> Verdict | None:
    if case.twin.given:
        return Skip(Reason.SAME_PERSON)
    return Defer(Reason.SAME_PERSON, now + LOOK_AGAIN) if case.twin.under_way else None


def _streams_say(case: Case, anchor: datetime) -> Verdict | None:
    """A newer stream ends the journey once it is over and counts; while it is on, nobody knows whether it will."""
    if case.newest_start is not None and case.newest_start > anchor:
        return Skip(Reason.LIVE_AGAIN)
    if case.on_air_since is not None and case.on_air_since > anchor:
        return Hold(Reason.ON_AIR)
    return None


def _step_says(case: Case, due: Due, enrolment: Enrolment, step: Step, person: Recipient) -> Verdict | None:
    if step.kind is StepKind.WAIT:
        return None
    if not step.on:
        return Skip(Reason.NOT_FOR_THEM)  # before what was done: nobody is told that it was not needed
    for activity in step.satisfied_by:
        if _did(person, activity, enrolment):
            return Skip(Reason.SATISFIED, (("activity", activity),))
    if not is_for(step, person) or step.id in case.lacking:
        return Skip(Reason.NOT_FOR_THEM)
    unhappy = due.purpose is Purpose.MARKETING and _did(person, UNHAPPY, enrolment)
    return Skip(Reason.UNHAPPY) if unhappy else None


def is_for(step: Step, person: Recipient) -> bool:
    """Whether a step is meant for the person, as far as is known now; a wait is for everybody."""
    return step.kind is StepKind.WAIT or (step.on and holds(step.condition, person.facts))


def _did(person: Recipient, activity: str, enrolment: Enrolment) -> bool:
    at = person.done.get(activity)
    return at is not None and at >= enrolment.anchor


def _by_route(
    routes: tuple[Route, ...], due: Due, person: Recipient, caps: Caps, variant: str, now: datetime
) -> Verdict:
    with_door = [route for route in routes if _door(person, route)]
    allowed = [route for route in with_door if route.is_pull or _agreed(person, due.purpose, route)]
    if not allowed:
        return Skip(Reason.NO_CONSENT if with_door else Reason.NO_ROUTE)
    if allowed[0].is_pull:
        return Send(tuple(allowed), variant)
    wait = _quiet_until(person, now)
    why = Reason.QUIET_HOURS
    if wait is None:
        wait, why = _cap_free_at(person, caps, now), Reason.CAP_WAIT
    if wait is None:
        return Send(tuple(allowed), variant)
    if wait < due.expires_at:
        return Defer(why, wait)
    pulls = tuple(route for route in allowed if route.is_pull)
    if pulls:  # a push would come too late; what the person opens at will disturbs nobody
        return Send(pulls, variant)
    return Skip(Reason.CAPPED if why is Reason.CAP_WAIT else Reason.QUIET_HOURS)


def _door(person: Recipient, route: Route) -> bool:
    if route.is_pull:
        return any(door.inbox for door in person.doors)
    return any(door.opens(route) for door in person.doors)


def _agreed(person: Recipient, purpose: Purpose, route: Route) -> bool:
    """Of linked accounts, one that can be reached by this route has to have agreed for itself."""
    doors = (door for door in person.doors if door.opens(route))
    return (purpose, route) in person.consents and any(door.allows(purpose, route) for door in doors)


def _quiet_until(person: Recipient, now: datetime) -> datetime | None:
    """The end of the quiet hours that `now` falls into, by the person's own wall clock."""
    start, end = person.quiet_from, person.quiet_until
    if start is None or end is None or start == end:
        return None
    local = now.astimezone(ZoneInfo(person.zone))
    clock = local.time().replace(tzinfo=None)
    overnight = start > end
    inside = (clock >= start or clock < end) if overnight else (start <= clock < end)
    if not inside:
        return None
    day = local.date() + timedelta(days=1) if overnight and clock >= start else local.date()
    until = wall_clock(datetime.combine(day, end), person.zone)
    if until > now:
        return until
    # In the doubled hour of autumn the clock comes by the end a second time; until then it still says that it is quiet.
    return datetime.combine(day, end, ZoneInfo(person.zone)).replace(fold=1).astimezone(UTC)


def _cap_free_at(person: Recipient, caps: Caps, now: datetime) -> datetime | None:
    """When the next push fits under the caps, the person's own included; None when it fits now. Days are theirs."""
    per_day = caps.per_day if person.pushes_per_day is None else min(caps.per_day, person.pushes_per_day)
    if len(person.pushes) < min(per_day, caps.per_week):
        return None
    zone = ZoneInfo(person.zone)
    today = now.astimezone(zone).date()
    if sum(at.astimezone(zone).date() == today for at in person.pushes) >= per_day:
        return wall_clock(datetime.combine(today + timedelta(days=1), person.quiet_until or time(8)), person.zone)
    in_week = sorted(at for at in person.pushes if at > now - timedelta(days=7))
    if len(in_week) >= caps.per_week:
        oldest = in_week[-caps.per_week] if caps.per_week else now
        return oldest + timedelta(days=7)
    return None


def share(purpose: str, journey: str, member_id: int) -> float:
    """A number in [0, 1) that is always the same for a member and a journey: assignment without a stored draw."""
    digest = hashlib.blake2b(f"{purpose}:{journey}:{member_id}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def pick_variant(enrolment: Enrolment, step: Step, member_id: int) -> str:
    """The step's variant for this member, by weight; "" where the step has none."""
    weighted = [variant for variant in step.variants if variant.weight]
    if len(weighted) < 2:
        return weighted[0].name if weighted else ""
    drawn = share(f"variant:{step.id}", enrolment.journey.name, member_id) * sum(v.weight for v in weighted)
    for variant in weighted:
        drawn -= variant.weight
        if drawn < 0:
            return variant.name
    return weighted[-1].name


def after_push(person: Recipient, now: datetime) -> Recipient:
    """The same person with one more push, so that the next decision of the same batch knows of it."""
    return replace(person, pushes=(*person.pushes, now))
