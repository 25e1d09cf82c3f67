"""Ping: see whether the bot is awake. The smallest plugin there can be."""

from bot.api import Context, Plugin

plugin = Plugin("ping")


@plugin.command()
async def ping(ctx: Context) -> None:
    """See whether the bot is awake."""
    await ctx.reply(ctx.t("ping-answer"))
