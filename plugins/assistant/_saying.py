"""What is said of the AI server: to everybody what is sent to it, to hosts what it has cost today and what stops it."""

from collections.abc import Sequence

from bot.api import Background, Markup, Phrasing
from plugins.assistant._settings import AssistantSettings


async def privacy(ctx: Background) -> Sequence[Markup]:
    """What leaves the bot when somebody asks; nothing does unless the community and whoever runs the bot want it."""
    server = ctx.use(Phrasing).server
    if not server or not (await ctx.settings(AssistantSettings)).phrasing:
        return []
    return [ctx.t("assistant-sent-out", server=server)]


async def status(ctx: Background) -> Sequence[Markup]:
    """The tokens of today; or that what was switched on has no server."""
    if not (await ctx.settings(AssistantSettings)).phrasing:
        return []
    phrasing = ctx.use(Phrasing)
    if not phrasing.server:
        return [ctx.t("assistant-no-server")]
    spent = await phrasing.spent()
    used = {"tokens": spent.tokens, "budget": phrasing.budget, "questions": spent.questions, "untold": spent.untold}
    how = {"counted": "no" if spent.untold else "yes", "resting": "yes" if phrasing.is_resting else "no"}
    return [ctx.t("assistant-spent", **used, **how)]
