"""Journeys and their steps in a few words."""

from datetime import time, timedelta
from typing import Any

from bot.model.identity import Route
from bot.model.journeys import Delay, Journey, LocalTime, Step, StepKind, StreamTrigger, Variant
from bot.model.rules import Condition


def message(id: str = "thanks", *, hours: float = 1, text: str = "world-thanks", **more: Any) -> Step:
    """A message so many hours after the anchor."""
    more = {"when": Delay(after=timedelta(hours=hours)), "variants": (Variant(message=text),), **more}
    return Step(id=id, **more)


def pushed(id: str = "thanks", **more: Any) -> Step:
    """A message that has no other way than a direct one."""
    return message(id, routes=(Route.DIRECT,), **more)


def local(days: int, at: time) -> LocalTime:
    """A time on the person's own wall."""
    return LocalTime(days=days, at=at)


def task(id: str = "grant", *, hours: float = 1, **more: Any) -> Step:
    """A task that grants something."""
    return Step(id=id, kind=StepKind.TASK, task="badges.grant", when=Delay(after=timedelta(hours=hours)), **more)


def wait(id: str = "wait", *, hours: float = 24, until: str = "ordered", **more: Any) -> Step:
    """A wait for an activity, so many hours at most."""
    when = Delay(after=timedelta(hours=hours))
    return Step(id=id, kind=StepKind.WAIT, satisfied_by=(until,), when=when, **more)


def journey(*steps: Step, **more: Any) -> Journey:
    """A journey after a stream."""
    more = {"name": "after-stream", "trigger": StreamTrigger(), **more}
    return Journey(steps=steps, **more)


REGULAR = Condition(fact="streams_attended", value=2)
"""Holds for nobody whose facts were not set."""
