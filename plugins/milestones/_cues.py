"""What a host may say now: whose birthday it is, and for whom this very stream is a round one."""

from collections.abc import Sequence
from datetime import timedelta

from bot.api import Attendance, Background, Facts, Markup, People, Stream, times
from plugins.milestones import _birthdays
from plugins.milestones._journeys import STREAMS

HERE_NOW = timedelta(minutes=20)
PEOPLE = 500
NAMES = 8


async def lines(ctx: Background, stream: Stream) -> list[Markup]:
    """Nobody who asked not to be shown, and no birthday that was told to the bot alone."""
    seen = await ctx.use(Attendance).people(stream.id, guests=True, limit=PEOPLE)
    here = [one for one in seen if not one.hidden and one.last_at >= ctx.now - HERE_NOW]
    members = [await ctx.use(People).get(one.member_id) for one in here]
    found = []
    if names := [member.name for member in await _birthdays.today(ctx, members)]:
        found.append(ctx.t("milestones-cue-birthday", names=_named(ctx, names), count=len(names)))
    facts = await ctx.use(Facts).of_many(one.member_id for one in here)
    for number in STREAMS:
        # Facts move when the stream is over: until then who has come for the tenth time has nine.
        names = [one.name for one in here if facts.get(one.member_id, {}).get("streams_attended") == number - 1]
        if names:
            found.append(ctx.t("milestones-cue-streams", names=_named(ctx, names), number=number, count=len(names)))
    return found


def _named(ctx: Background, names: Sequence[str]) -> str:
    shown = list(names[:NAMES])
    if len(names) > NAMES:
        shown.append(str(ctx.t("milestones-more", count=len(names) - NAMES)))
    return times.names(shown, ctx.language)
