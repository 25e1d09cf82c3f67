"""The milestones as journeys: what begins each, what the person is told, and that others may hear of it."""

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Final

from bot.api import (
    ActivityTrigger,
    Again,
    AllOf,
    Comparison,
    Condition,
    DateTrigger,
    Delay,
    Journey,
    Rule,
    SegmentTrigger,
    Step,
    StepKind,
    Trigger,
    Variant,
)
from plugins.milestones._birthdays import BIRTHDAY

A_YEAR: Final = 11
"""Months: of mean length twelve are a little longer than most years, so that the day itself falls into the twelfth."""

STREAMS: Final = (10, 25, 50, 100)
POINTS: Final = (1_000, 5_000)
VETERANS: Final = "veterans"
TIER_REACHED: Final = "tier_reached"

SEGMENTS: Final[dict[str, Rule]] = {
    **{f"streams-{count}": Condition(fact="streams_attended", value=count) for count in STREAMS},
    **{f"points-{count}": Condition(fact="points_earned", value=count) for count in POINTS},
    VETERANS: Condition(fact="badges.veteran", value=1),
}
"""Whoever enters one has reached it. Veterans are those who have that badge: so its rule is the only one there is."""


def _journey(name: str, trigger: Trigger, *variants: str, audience: Rule | None = None, again: Again) -> Journey:
    """A word to the person, and the public greeting where the community has chosen one."""
    told = tuple(
        Variant(name=letter, message=f"milestones-{message}") for letter, message in zip("ab", variants, strict=False)
    )
    now = Delay(after=timedelta(0))
    return Journey(
        name=name,
        trigger=trigger,
        audience=audience or AllOf(),
        again=again,
        closes_after=timedelta(days=3),
        steps=(
            Step(id="word", when=now, variants=told, expires_after=timedelta(hours=14)),
            Step(
                id="greeting", when=now, kind=StepKind.TASK, task="milestones.greet", expires_after=timedelta(hours=14)
            ),
        ),
    )


JOURNEYS: Final[Sequence[Journey]] = (
    _journey("birthday", ActivityTrigger(activity=BIRTHDAY), "birthday-a", "birthday-b", again=Again.EACH),
    _journey(
        "joined",
        DateTrigger(fact="joined_day", at=time(10)),
        "joined",
        audience=Condition(fact="months_known", value=A_YEAR),
        again=Again.EACH,
    ),
    _journey(
        "ordered",
        DateTrigger(fact="first_order_day", at=time(10)),
        "ordered",
        audience=Condition(fact="months_since_first_order", value=A_YEAR),
        again=Again.EACH,
    ),
    *(
        _journey(name, SegmentTrigger(segment=name), "streams", again=Again.ONCE)
        for name in SEGMENTS
        if "streams" in name
    ),
    *(
        _journey(name, SegmentTrigger(segment=name), "points", again=Again.ONCE)
        for name in SEGMENTS
        if "points" in name
    ),
    _journey(
        "tier",
        ActivityTrigger(activity=TIER_REACHED),
        "tier",
        audience=Condition(fact="tier", comparison=Comparison.IS_NOT, value=""),
        again=Again.NEWEST,
    ),
    _journey(VETERANS, SegmentTrigger(segment=VETERANS), "veteran", again=Again.ONCE),
)
