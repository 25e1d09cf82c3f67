"""The plugin itself, and what happens in it without anybody's doing."""

from collections.abc import Sequence

from bot.api import Background, FactSpec, Markup, Plugin, Stream, StreamEnded, activity_count
from plugins.challenges import _posting
from plugins.challenges._challenge import State, some
from plugins.challenges._entering import ENTERED
from plugins.challenges._entry import ranked, waiting
from plugins.challenges._posting import WON
from plugins.challenges._settings import ChallengeSettings
from plugins.challenges._tables import tables

LOOKED_AT = 10

plugin = Plugin(
    "challenges",
    settings=ChallengeSettings,
    facts=(
        FactSpec("challenges_entered", "number", activity_count(ENTERED), (ENTERED,)),
        FactSpec("challenges_won", "number", activity_count(WON), (WON,)),
    ),
    activities=(ENTERED, WON),
    tables=tables,
)

plugin.job()(_posting.look)
plugin.job()(_posting.close_due)


@plugin.on(StreamEnded)
async def stream_ended(ctx: Background, event: StreamEnded) -> None:
    """Close what was to be open as long as the stream."""
    await _posting.close_with(ctx, event.stream_id)


@plugin.contributes("status")
async def status(ctx: Background) -> Sequence[Markup]:
    """What waits for a host's word."""
    count = await waiting(ctx)
    return [ctx.t("challenges-waiting", count=count)] if count else []


@plugin.contributes("cue")
async def cue(ctx: Background, stream: Stream) -> Sequence[Markup]:
    """The same while a stream is on."""
    return await status(ctx)


@plugin.contributes("recap")
async def in_recap(ctx: Background, stream: Stream) -> Sequence[Markup]:
    """What the challenges of the stream came to; whoever won has a post of their own."""
    lines = []
    for challenge in reversed(await some(ctx, limit=LOOKED_AT, skip=0)):
        if challenge.stream_id == stream.id and challenge.state is State.CLOSED:
            there = await ranked(ctx, challenge.id)
            cast = sum(entry.votes or 0 for entry in there)
            lines.append(ctx.t("challenges-recap", theme=challenge.theme, entries=len(there), votes=cast))
    return lines
