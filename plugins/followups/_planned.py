"""Tell the hosts what was planned after a stream: how many people, by which route, and whether it waits for a yes."""

from collections import Counter
from datetime import timedelta

from msgspec import Struct

from bot.api import (
    Attendance,
    Background,
    Journeys,
    JourneyStatus,
    Kept,
    Markup,
    Plan,
    Preview,
    Previewer,
    Stream,
    StreamOver,
    Telling,
    join,
    of_step,
    plain,
)
from plugins.followups._hosts import yes_no
from plugins.followups._journeys import AFTER_STREAM, MISSED_IT
from plugins.followups._timing import first_message
from plugins.followups._words import left_out_words, step_word


class _Foreseen(Struct, frozen=True):
    """What comes of it as things stand: step by step, and whom it reaches, a word for selectors in texts."""

    details: str
    reaches: str  # "some"; else "nobody", when the details say why, "for-others" (no step is for these people) or "off"


async def is_planned(ctx: Background, stream: Stream) -> bool:
    """Whether the core has enrolled those who were there."""
    kept = await ctx.use(Journeys).get(ctx.community.id, f"followups.{AFTER_STREAM}")
    seen = await ctx.use(Attendance).summary(stream.id, guests=True)
    return not seen.people or await ctx.use(Journeys).enrolled(kept, f"stream:{stream.id}") > 0


async def tell_planned(ctx: Background, stream: Stream) -> None:
    """One message for each journey that somebody is in; nothing for a stopped one."""
    found = []
    for name in (AFTER_STREAM, MISSED_IT):
        kept = await ctx.use(Journeys).get(ctx.community.id, f"followups.{name}")
        people = await ctx.use(Journeys).enrolled(kept, f"stream:{stream.id}")
        if people and kept.status is not JourneyStatus.STOPPED:
            found.append((kept, people, await _foreseen(ctx, stream, kept)))
    for kept, people, foreseen in found:  # all that takes long comes before the first write
        await _tell(ctx, stream, kept, people, foreseen)


async def _tell(ctx: Background, stream: Stream, kept: Kept, people: int, foreseen: _Foreseen) -> None:
    asks = kept.status in (JourneyStatus.SHADOW, JourneyStatus.WAITING)
    look = ("admin.preview", kept.id)
    buttons = [[look, ("admin.approve", kept.id, kept.version)] if asks else [look]]
    await ctx.use(Telling).everybody(
        f"followups:planned:{kept.id}:{stream.id}:{int(stream.ended_at.timestamp()) if stream.ended_at else 0}",
        f"followups-planned-{kept.journey.name}",
        buttons=buttons,
        hosts=True,
        lasts=timedelta(hours=24),
        people=people,
        status=kept.status.value,
        details=foreseen.details,
        reaches=foreseen.reaches,
        stream=stream.title,
        titled=yes_no(bool(stream.title)),
    )


async def _foreseen(ctx: Background, stream: Stream, kept: Kept) -> _Foreseen:
    """When the first message leaves, by which routes, and who is left out of it."""
    assert stream.ended_at is not None
    if first_message(kept.journey) is None:
        return _Foreseen("", "off")
    occasion = StreamOver(stream.id)
    plan = Plan(ctx.community, kept.plugin, kept.id, kept.version, kept.journey, occasion, stream.ended_at)
    found = await ctx.use(Previewer).preview(plan, ctx.now, samples=0)
    is_share = found.looked_at < found.people
    lines = [ctx.t("followups-planned-share", people=found.looked_at)] if is_share else []
    nobody = (
        not found.by_route and not found.given_before and not is_share
    )  # a share that nobody of is reached proves nothing
    steps = [line for step in kept.journey.steps if (line := _step_line(ctx, kept, found, step.id, nobody=nobody))]
    reaches = "some" if not nobody else "nobody" if steps else "for-others"
    return _Foreseen("\n" + plain(join([*lines, *steps])) if steps else "", reaches)


def _step_line(ctx: Background, kept: Kept, found: Preview, step: str, *, nobody: bool) -> Markup | None:
    """One step's routes and those left out; None where it reaches nobody, unless that is what has to be explained.

    What was given before the hosts hear of it is no plan any more, and is told apart.
    """
    to_come, given = _routes(ctx, found.by_route, step), _routes(ctx, found.given_before, step)
    left_out = left_out_words(ctx, of_step(found.left_out, step) + of_step(found.left_out_before, step))
    if not to_come and not given and not (nobody and left_out):
        return None
    told = to_come or [ctx.t("followups-by-no-route")] * (not given)
    told += [ctx.t("followups-planned-given", routes=join(given, ", "))] if given else []
    line = ctx.t("followups-planned-step", step=step_word(ctx, kept.journey.name, step), routes=join(told, ", "))
    return join([line, *left_out], "")


def _routes(ctx: Background, counts: Counter[tuple[str, str]], step: str) -> list[Markup]:
    by_route = of_step(counts, step).most_common()
    return [ctx.t("followups-by-route", route=route, count=count) for route, count in by_route]
