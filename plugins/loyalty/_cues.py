"""On the hosts' cue card: who is here and so near to a tier that this very stream may bring them there."""

from typing import Final

from bot.api import Attendance, Background, Leaderboard, Markup, Stream, names_in
from plugins.loyalty import _tiers
from plugins.loyalty._rules import LoyaltySettings

PEOPLE: Final = 500
NAMES: Final = 8


async def near(ctx: Background, stream: Stream) -> list[Markup]:
    """A line for each tier; nobody who asked not to be shown."""
    steps = await _tiers.ladder(ctx)
    here = await ctx.use(Attendance).here(stream.id, limit=PEOPLE) if steps else ()
    scores = await ctx.use(Leaderboard).scores([one.member_id for one in here], await _tiers.window(ctx))
    within = (await ctx.settings(LoyaltySettings)).at_one_stream
    lines = []
    for tier in steps:
        names = [one.name for one in here if 0 < tier.threshold - scores.get(one.member_id, 0) <= within]
        if names:
            lines.append(ctx.t("loyalty-cue-near", tier=tier.name, names=names_in(ctx, names, NAMES)))
    return lines
