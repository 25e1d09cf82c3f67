"""Who was followed up after a stream, by journey: what the hosts' message on how it goes and the report begin with."""

from collections.abc import Sequence

from msgspec import Struct

from bot.api import Background, Journeys, Kept, Markup, Stream, Tallied, Tally
from plugins.followups._journeys import AFTER_STREAM, MISSED_IT


class Followed(Struct, frozen=True):
    """A journey after the stream of `trigger`: how many people are in it, and what became of its deliveries so far."""

    kept: Kept
    trigger: str
    people: int
    outcomes: Sequence[Tallied]


async def followed_after(ctx: Background, stream: Stream) -> Sequence[Followed]:
    """The journeys that somebody is in since the stream's end."""
    journeys, trigger, found = ctx.use(Journeys), f"stream:{stream.id}", []
    for name in (AFTER_STREAM, MISSED_IT):
        kept = await journeys.get(ctx.community.id, f"followups.{name}")
        if people := await journeys.enrolled(kept, trigger):
            found.append(Followed(kept, trigger, people, await ctx.use(Tally).outcomes(kept, trigger)))
    return found


async def goal_lines(ctx: Background, followed: Followed) -> Sequence[Markup]:
    """How many reached the journey's goal by now; nothing where nobody did."""
    goal = followed.kept.journey.goal
    reached = await ctx.use(Tally).reached_goal(followed.kept, followed.trigger)
    if goal is None or not reached:
        return []
    return [ctx.t("followups-goal", goal=goal.activity, reached=reached, people=followed.people)]
