"""What a host may say now: whose birthday it is, and for whom this very stream is a round one."""

from bot.api import Attendance, Background, Facts, Markup, People, Stream, names_in
from plugins.milestones import _birthdays
from plugins.milestones._journeys import STREAMS

PEOPLE = 500
NAMES = 8


async def lines(ctx: Background, stream: Stream) -> list[Markup]:
    """Nobody who asked not to be shown, and no birthday that was told to the bot alone."""
    here = await ctx.use(Attendance).here(stream.id, limit=PEOPLE)
    members = await ctx.use(People).of_many([one.member_id for one in here])
    found = []
    if names := [member.name for member in await _birthdays.today(ctx, members.values())]:
        found.append(ctx.t("milestones-cue-birthday", names=names_in(ctx, names, NAMES), count=len(names)))
    facts = await ctx.use(Facts).of_many(one.member_id for one in here)
    for number in STREAMS:
        # Facts move when the stream is over: until then who has come for the tenth time has nine.
        names = [one.name for one in here if facts.get(one.member_id, {}).get("streams_attended") == number - 1]
        if names:
            found.append(
                ctx.t("milestones-cue-streams", names=names_in(ctx, names, NAMES), number=number, count=len(names))
            )
    return found
