"""The default journeys: the 48 hours for those who were there, and a kind word for those who wanted to be."""

from datetime import time, timedelta

from bot.api import (
    FEEDBACK_GIVEN,
    ORDERED,
    POINTED,
    SCORES,
    SIGNED_UP,
    STARS,
    AllOf,
    AnyOf,
    Audience,
    Comparison,
    Condition,
    Delay,
    Exit,
    Goal,
    Journey,
    LocalTime,
    Not,
    Purpose,
    Rule,
    Step,
    StreamTrigger,
    Variant,
)

AFTER_STREAM = "after-stream"
MISSED_IT = "missed-it"

BOUGHT = Condition(fact=f"since.{ORDERED}", comparison=Comparison.IS, value=True)
HAS_NOTES = Condition(fact="stream.notes")
HAS_CONTENT = Condition(fact=f"since.{POINTED}", comparison=Comparison.IS, value=True)
HAS_NEXT = Condition(fact="stream.upcoming")
SCORE_IS_DUE: Rule = AnyOf(
    parts=(
        Condition(fact="followups_days_since_score", comparison=Comparison.IS, value=0),  # 0: never asked before
        Condition(fact="followups_days_since_score", value=30),
    )
)


def _says(message: str, name: str = "a") -> Variant:
    return Variant(name=name, message=f"followups-{message}")


_NEXT_EVENING = LocalTime(days=1, at=time(18))
_DONE = (SCORES.name, STARS.name, FEEDBACK_GIVEN)

after_stream = Journey(
    name=AFTER_STREAM,
    trigger=StreamTrigger(),
    exits=(Exit.LIVE_AGAIN,),
    goal=Goal(activity=ORDERED),
    steps=(
        Step(
            id="thanks",
            when=Delay(after=timedelta(minutes=10)),
            variants=(_says("thanks-a"), _says("thanks-b", "b")),
        ),
        Step(
            id="care",
            when=Delay(after=timedelta(hours=3)),
            condition=BOUGHT,
            variants=(_says("care"),),
            buttons=("followups.ask",),
        ),
        Step(
            id="highlights",
            when=Delay(after=timedelta(hours=3)),
            condition=AllOf(parts=(Not(part=BOUGHT), AnyOf(parts=(HAS_NOTES, HAS_CONTENT)))),
            variants=(_says("highlights"),),
        ),
        Step(
            id="feedback",
            when=_NEXT_EVENING,
            condition=SCORE_IS_DUE,
            satisfied_by=_DONE,
            variants=(_says("feedback"),),
            buttons=("followups.score",),
        ),
        Step(
            id="stars",
            when=_NEXT_EVENING,
            condition=Not(part=SCORE_IS_DUE),
            satisfied_by=_DONE,
            variants=(_says("stars"),),
            buttons=("followups.stars",),
        ),
        Step(
            id="last-call",
            when=Delay(after=timedelta(hours=44)),
            purpose=Purpose.MARKETING,
            condition=HAS_NEXT,
            satisfied_by=(SIGNED_UP,),
            variants=(_says("last-call"),),
            buttons=("followups.remind",),
        ),
        Step(
            id="last-offer",
            when=Delay(after=timedelta(hours=44)),
            purpose=Purpose.MARKETING,
            condition=Not(part=HAS_NEXT),
            satisfied_by=("reward_claimed",),
            needs=("next_reward",),  # to be asked for friends alone after every stream would be spam
            variants=(_says("last-offer"),),
        ),
    ),
)

missed_it = Journey(
    name=MISSED_IT,
    trigger=StreamTrigger(who=Audience.SIGNED_UP),
    exits=(Exit.LIVE_AGAIN,),
    steps=(
        Step(
            id="missed",
            when=LocalTime(days=1, at=time(11)),
            condition=HAS_NEXT,
            satisfied_by=(SIGNED_UP,),
            variants=(_says("missed"),),
            buttons=("followups.remind",),
        ),
        Step(
            id="missed-moments",
            when=LocalTime(days=1, at=time(11)),
            condition=AllOf(parts=(HAS_NOTES, Not(part=HAS_NEXT))),
            variants=(_says("missed-moments"),),
        ),
    ),
)
