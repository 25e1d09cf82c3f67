"""How it goes, for hosts: one message that is edited as the 48 hours pass, from the first note to the report."""

from bot.api import FOLLOW_UP, Background, Kept, Markup, State, Stream, Tally, Telling, Translator, join, plain, times
from plugins.followups._hosts import yes_no
from plugins.followups._report import journeys_after
from plugins.followups._words import step_word


async def show(ctx: Background, stream: Stream, *, over: bool = False) -> None:
    """Say how far it is, where hosts have a place; nothing before anything was given, or where nothing is new."""
    found = await journeys_after(ctx, stream)
    lines = [line for kept, people in found if people for line in await _lines(ctx, kept, stream, people, over=over)]
    if not lines:
        return
    await ctx.use(Telling).rolling(
        f"followups:progress:{stream.id}",
        "followups-progress",
        hosts=True,
        only_if_there=over,
        lasts=FOLLOW_UP,
        lines=plain(join(lines)),
        over=yes_no(over),
        stream=stream.title,
        titled=yes_no(bool(stream.title)),
    )


async def _lines(ctx: Background, kept: Kept, stream: Stream, people: int, *, over: bool) -> list[Markup]:
    """One journey: what was given and what came of it, and what is next."""
    tally, reference = ctx.use(Tally), f"stream:{stream.id}"
    outcomes = await tally.outcomes(kept, reference)
    given = [one for one in outcomes if one.state.was_given]
    if not given:
        return []
    line = ctx.t(
        "followups-progress-given",
        journey=ctx.use(Translator).title(kept.name, ctx.language),
        people=people,
        given=sum(one.count for one in given),
        opened=sum(one.opened for one in given),
        answered=sum(one.answered for one in given),
        broken=sum(one.count for one in outcomes if one.state in (State.UNKNOWN, State.FAILED)),
    )
    return [line, *await _goal(ctx, kept, reference, people), *([] if over else [await _next(ctx, kept, reference)])]


async def _goal(ctx: Background, kept: Kept, reference: str, people: int) -> list[Markup]:
    reached = await ctx.use(Tally).reached_goal(kept, reference)
    if kept.journey.goal is None or not reached:
        return []
    return [ctx.t("followups-progress-goal", goal=kept.journey.goal.activity, reached=reached, people=people)]


async def _next(ctx: Background, kept: Kept, reference: str) -> Markup:
    coming = await ctx.use(Tally).to_come(kept, reference)
    if coming is None:
        return ctx.t("followups-progress-end")
    when = times.moment(coming.at, ctx.language, ctx.community.zone, now=ctx.now)
    return ctx.t("followups-progress-next", step=step_word(ctx, kept.journey.name, coming.step), when=when)
