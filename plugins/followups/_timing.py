"""When the things around a journey happen: the post, the hosts' messages, the report."""

from datetime import datetime, timedelta
from typing import Final

from bot.api import FOLLOW_UP, Delay, Journey, Step, StepKind, Stream

PLANNED_AFTER: Final = timedelta(minutes=1)
"""By then the core has usually planned everybody; while it has not, the hosts' message waits for it."""

PLANNED_TRIES: Final = 30

POST_WAITS: Final = timedelta(minutes=5)
"""How long the post waits before it looks again whether the stream that is live is over."""

REPORT_AFTER: Final = FOLLOW_UP + timedelta(minutes=5)

PROGRESS_AFTER: Final = timedelta(minutes=15)
PROGRESS_EVERY: Final = timedelta(minutes=30)
"""How often the hosts' message on how it goes is looked at; it is edited only when something is new."""


def first_message(journey: Journey) -> Step | None:
    """The first step that says something and is on."""
    return next((step for step in journey.steps if step.kind is StepKind.MESSAGE and step.on), None)


def next_look(stream: Stream, now: datetime) -> datetime:
    """When how it goes is looked at after `now` (both aware UTC)."""
    assert stream.ended_at is not None
    first = stream.ended_at + PROGRESS_AFTER
    return first if now < first else first + PROGRESS_EVERY * ((now - first) // PROGRESS_EVERY + 1)


def next_look_for_anybody(stream: Stream, now: datetime) -> datetime:
    """The same where nobody was followed up so far: who was seen late may still be, but each time it is less likely.

    So each look takes twice as long to come as the one before, counted from the stream's end.
    """
    assert stream.ended_at is not None
    return next_look(stream, stream.ended_at + 2 * (now - stream.ended_at))


def post_at(journey: Journey, stream: Stream) -> datetime:
    """When the first message of the journey is due (aware UTC), where it counts from the stream's end; else its end."""
    assert stream.ended_at is not None
    step = first_message(journey)
    after = step.when.after if step is not None and isinstance(step.when, Delay) else timedelta(0)
    return stream.ended_at + after
