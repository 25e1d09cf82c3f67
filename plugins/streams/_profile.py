"""The profile card's lines about streams."""

from bot.api import Background, Facts, Markup, Member


async def lines(ctx: Background, member: Member) -> list[Markup]:
    """How many streams the member was at, and how many in a row."""
    facts = await ctx.use(Facts).of(member.id)
    count, streak, last = (facts.get(name, 0) for name in ("streams_attended", "streak", "last_stream"))
    if not count:
        return []
    lines = [ctx.t("streams-profile-attended", count=count, last=last)]
    return lines if streak in (0, 1) else [*lines, ctx.t("streams-profile-streak", count=streak)]
