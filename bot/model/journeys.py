"""Journeys as data: what a moderator edits and the engine runs. Stored per community, each change a new version."""

from datetime import time, timedelta
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.model.identity import Purpose, Route
from bot.model.rules import EVERYBODY, Rule

NAME = r"^[a-z][a-z0-9_-]{0,39}$"
MESSAGE_ID = r"^[a-z][a-z0-9-]{0,59}$"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Audience(StrEnum):
    """Who a stream's journey starts from, before its rule narrows it."""

    ATTENDED = "attended"
    SIGNED_UP = "signed_up"  # asked to be reminded, then missed it


class StreamTrigger(_Part):
    """A stream's end; the anchor is the stream's last sign of life."""

    kind: Literal["stream_ended"] = "stream_ended"
    who: Audience = Audience.ATTENDED


class ActivityTrigger(_Part):
    """A member's activity; the anchor is its time."""

    kind: Literal["activity"] = "activity"
    activity: str


class DateTrigger(_Part):
    """A calendar date kept in a fact as "MM-DD"; the anchor is that day's `at` in the person's zone."""

    kind: Literal["date"] = "date"
    fact: str
    at: time = time(9)


class SegmentTrigger(_Part):
    """Entering a segment; the anchor is the moment it was seen."""

    kind: Literal["segment"] = "segment"
    segment: str


class OnceTrigger(_Part):
    """A one-off, started by hand."""

    kind: Literal["once"] = "once"


Trigger = Annotated[
    StreamTrigger | ActivityTrigger | DateTrigger | SegmentTrigger | OnceTrigger, Field(discriminator="kind")
]


class Delay(_Part):
    """A time after the anchor."""

    kind: Literal["delay"] = "delay"
    after: timedelta

    @model_validator(mode="after")
    def _not_before_the_anchor(self) -> Self:
        if self.after < timedelta(0):
            raise ValueError("a step cannot be due before its journey starts")
        return self


class LocalTime(_Part):
    """A wall-clock time in the person's zone, so many days after the anchor's local day; never before the anchor."""

    kind: Literal["local"] = "local"
    days: Annotated[int, Field(ge=0, le=400)] = 1
    at: time = time(18)


When = Annotated[Delay | LocalTime, Field(discriminator="kind")]


class Variant(_Part):
    """One way to say a step: a message id from `locales/`, or own texts by language. `weight` is its share."""

    name: Annotated[str, Field(pattern=NAME)] = "a"
    message: Annotated[str, Field(pattern=MESSAGE_ID)] | None = None
    texts: dict[str, Annotated[str, Field(min_length=1, max_length=1500)]] = {}
    weight: Annotated[int, Field(ge=0, le=100)] = 1

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.message and not self.texts:
            raise ValueError("a variant needs a message id or texts of its own")
        return self


class StepKind(StrEnum):
    """What a step does."""

    MESSAGE = "message"  # say something to the person
    TASK = "task"  # run a plugin's task for the person: grant a badge, tell a host, open a case
    WAIT = "wait"  # go on when an activity is seen, or when the time is up


class Step(_Part):
    """One step. Its delivery is decided when it is due, not when it is planned.

    A wait's `satisfied_by` names the activities it waits for; the steps behind it count from the one seen, or from the
    wait's own time when none was.
    """

    id: Annotated[str, Field(pattern=NAME)]
    on: bool = True  # a step that is switched off is left out for everybody; a wait cannot be
    kind: StepKind = StepKind.MESSAGE
    when: When
    condition: Rule = EVERYBODY
    satisfied_by: tuple[str, ...] = ()  # activities since the anchor that make the step needless
    needs: tuple[str, ...] = ()  # placeholders: where plugins fill none of them, there is nothing to say to the person
    variants: tuple[Variant, ...] = ()
    task: str | None = None  # "plugin.task"
    buttons: tuple[str, ...] = ()  # "plugin.action", pressed with the delivery's id
    routes: tuple[Route, ...] = (Route.DIRECT, Route.INBOX)
    purpose: Purpose | None = None  # the journey's, unless the step says otherwise
    expires_after: timedelta = timedelta(hours=12)  # no longer sent then; an inbox keeps it till the journey closes

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.kind is StepKind.MESSAGE and not any(variant.weight for variant in self.variants):
            raise ValueError(f"step {self.id}: a message needs a variant with a weight")
        if len({variant.name for variant in self.variants}) != len(self.variants):
            raise ValueError(f"step {self.id}: two variants have the same name")
        if self.kind is StepKind.MESSAGE and not self.routes:
            raise ValueError(f"step {self.id}: a message needs a route")
        if self.kind is StepKind.TASK and not self.task:
            raise ValueError(f"step {self.id}: a task step needs a task")
        if self.kind is StepKind.WAIT and not self.satisfied_by:
            raise ValueError(f"step {self.id}: a wait needs an activity to wait for")
        if self.expires_after <= timedelta(0):
            raise ValueError(f"step {self.id}: it must be allowed some time")
        return self


class Exit(StrEnum):
    """What ends a journey for one person. Leaving and stopping always do."""

    LIVE_AGAIN = "live_again"


class Again(StrEnum):
    """What happens when the same journey is triggered once more for the same person."""

    NEWEST = "newest"  # the newest one wins, the older ends
    EACH = "each"  # they run side by side
    ONCE = "once"  # only ever one


class Goal(_Part):
    """What the journey is measured by."""

    activity: str
    within: timedelta = timedelta(hours=48)


class Caps(_Part):
    """How many unasked pushes this journey may add to what a person gets from all journeys."""

    per_day: Annotated[int, Field(ge=0, le=20)] = 2
    per_week: Annotated[int, Field(ge=0, le=50)] = 6


class Journey(_Part):
    """A whole journey."""

    name: Annotated[str, Field(pattern=NAME)]
    trigger: Trigger
    audience: Rule = EVERYBODY
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=30)]
    exits: tuple[Exit, ...] = ()
    exit_activities: tuple[str, ...] = ()
    goal: Goal | None = None
    purpose: Purpose = Purpose.SERVICE
    holdout: Annotated[float, Field(ge=0, le=0.5)] = 0.0
    caps: Caps = Caps()
    again: Again = Again.NEWEST
    closes_after: timedelta = timedelta(hours=48)  # from the anchor; nothing is sent later

    @model_validator(mode="after")
    def _steps_are_distinct(self) -> Self:
        names = [step.id for step in self.steps]
        if len(set(names)) != len(names):
            raise ValueError("two steps have the same id")
        return self

    def step(self, step_id: str) -> Step | None:
        """The step of that id, or None."""
        for step in self.steps:
            if step.id == step_id:
                return step
        return None
