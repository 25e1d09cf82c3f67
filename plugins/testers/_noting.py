"""What others show of testing: a cue while a stream is on, a line of somebody's card, the fact, and what waits."""

from collections.abc import Sequence
from typing import Final

from bot.api import Background, Facts, FactSpec, Markup, Member, Stream, activity_count
from plugins.testers._call import State, Way, calls_in
from plugins.testers._entry import SEATED, Stand, people
from plugins.testers._tending import TESTED

FACT: Final = "testers_done"
FACTS: Final = (FactSpec(FACT, "number", activity_count(TESTED), (TESTED,)),)
SHOWN: Final = 3


async def cue(ctx: Background, stream: Stream) -> Sequence[Markup]:
    """Calls that take volunteers now, for hosts to speak of."""
    lines = []
    for call in await calls_in(ctx, State.OPEN, limit=SHOWN):
        seated, waiting = await people(ctx, call, *SEATED), await people(ctx, call, Stand.LINE)
        values = {"title": call.title, "seats": call.seats, "count": len(seated) + len(waiting)}
        lines.append(ctx.t("testers-cue", **values))
    return lines


async def status(ctx: Background) -> Sequence[Markup]:
    """How many calls wait for a host to choose."""
    waits = [call for call in await calls_in(ctx, State.PICKING) if call.way is Way.HAND]
    return [ctx.t("testers-status", count=len(waits))] if waits else []


async def on_card(ctx: Background, member: Member) -> Sequence[Markup]:
    """How often somebody tested something."""
    count = (await ctx.use(Facts).of(member.id)).get(FACT, 0)
    return [ctx.t("testers-profile", count=count)] if count else []
