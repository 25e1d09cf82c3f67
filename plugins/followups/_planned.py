"""Tell the hosts what was planned after a stream: how many people, by which route, and whether it waits for a yes."""

from collections import Counter
from datetime import timedelta

from bot.api import (
    Attendance,
    Background,
    Journeys,
    JourneyStatus,
    Kept,
    Plan,
    Previewer,
    Stream,
    Telling,
    join,
    plain,
)
from plugins.followups._hosts import yes_no
from plugins.followups._journeys import AFTER_STREAM, MISSED_IT
from plugins.followups._timing import first_message
from plugins.followups._words import left_out_words, step_word


async def is_planned(ctx: Background, stream: Stream) -> bool:
    """Whether the core has enrolled those who were there."""
    kept = await ctx.use(Journeys).get(ctx.community.id, f"followups.{AFTER_STREAM}")
    seen = await ctx.use(Attendance).summary(stream.id)
    return not seen.people or await ctx.use(Journeys).enrolled(kept, f"stream:{stream.id}") > 0


async def tell_planned(ctx: Background, stream: Stream) -> None:
    """One message for each journey that somebody is in; nothing for a stopped one."""
    found = []
    for name in (AFTER_STREAM, MISSED_IT):
        kept = await ctx.use(Journeys).get(ctx.community.id, f"followups.{name}")
        people = await ctx.use(Journeys).enrolled(kept, f"stream:{stream.id}")
        if people and kept.status is not JourneyStatus.STOPPED:
            found.append((kept, people, await _details(ctx, stream, kept, people)))
    for kept, people, details in found:  # all that takes long comes before the first write
        await _tell(ctx, stream, kept, people, details)


async def _tell(ctx: Background, stream: Stream, kept: Kept, people: int, details: str) -> None:
    asks = kept.status in (JourneyStatus.SHADOW, JourneyStatus.WAITING)
    look = ("admin.preview", kept.id)
    buttons = [[look, ("admin.approve", kept.id, kept.version)] if asks else [look]]
    await ctx.use(Telling).everybody(
        f"followups:planned:{kept.id}:{stream.id}",
        f"followups-planned-{kept.journey.name}",
        buttons=buttons,
        hosts=True,
        lasts=timedelta(hours=24),
        people=people,
        status=kept.status.value,
        details=details,
        stream=stream.title,
        titled=yes_no(bool(stream.title)),
    )


async def _details(ctx: Background, stream: Stream, kept: Kept, people: int) -> str:
    """When the first message leaves, by which routes, and who is left out of it."""
    assert stream.ended_at is not None
    step = first_message(kept.journey)
    if step is None:
        return ""
    plan = Plan(ctx.community, kept.id, kept.version, kept.journey, f"stream:{stream.id}", stream.ended_at)
    found = await ctx.use(Previewer).preview(plan, ctx.now, samples=0)
    lines = []
    if found.looked_at < found.people:
        lines.append(ctx.t("followups-planned-share", people=found.looked_at))
    for planned in kept.journey.steps:
        routes = Counter({route: count for (id, route), count in found.by_route.items() if id == planned.id})
        left_out = Counter({reason: count for (id, reason), count in found.left_out.items() if id == planned.id})
        if routes:
            by_route = [ctx.t("followups-by-route", route=route, count=count) for route, count in routes.most_common()]
            line = ctx.t(
                "followups-planned-step",
                step=step_word(ctx, kept.journey.name, planned.id),
                routes=join(by_route, ", "),
            )
            lines.append(join([line, *left_out_words(ctx, left_out)], ""))
    return "\n" + plain(join(lines)) if lines else ""
