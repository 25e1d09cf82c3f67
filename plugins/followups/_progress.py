"""How it goes, for hosts: one message that is edited as the 48 hours pass, from the first note to the report."""

from collections.abc import Sequence

from bot.api import FOLLOW_UP, Background, Markup, State, Stream, Tally, Telling, Translator, join, plain, times
from plugins.followups._followed import Followed, goal_lines
from plugins.followups._hosts import yes_no
from plugins.followups._words import step_word


async def show(ctx: Background, stream: Stream, found: Sequence[Followed], *, over: bool = False) -> None:
    """Say how far it is, where hosts have a place; nothing before anything was given, or where nothing is new."""
    lines = [line for followed in found for line in await _lines(ctx, followed, over=over)]
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


async def _lines(ctx: Background, followed: Followed, *, over: bool) -> list[Markup]:
    """One journey: what was given and what came of it, and what is next."""
    given = [one for one in followed.outcomes if one.state.was_given]
    if not given:
        return []
    line = ctx.t(
        "followups-progress-given",
        journey=ctx.use(Translator).title(followed.kept.name, ctx.language),
        people=followed.people,
        given=sum(one.count for one in given),
        opened=sum(one.opened for one in given),
        answered=sum(one.answered for one in given),
        broken=sum(one.count for one in followed.outcomes if one.state in (State.UNKNOWN, State.FAILED)),
    )
    return [line, *await goal_lines(ctx, followed), *([] if over else [await _next(ctx, followed)])]


async def _next(ctx: Background, followed: Followed) -> Markup:
    coming = await ctx.use(Tally).to_come(followed.kept, followed.trigger)
    if coming is None:
        return ctx.t("followups-progress-end")
    when = times.moment(coming.at, ctx.language, ctx.community.zone, now=ctx.now)
    return ctx.t("followups-progress-next", step=step_word(ctx, followed.kept.journey.name, coming.step), when=when)
