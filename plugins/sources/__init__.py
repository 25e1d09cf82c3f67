"""Sources: channels on Twitch, YouTube and Kick that moderators have watched, so that streams begin by themselves."""

from bot.api import Context, Plugin, Role, Watches
from plugins.sources import _channels
from plugins.sources._channels import Service

plugin = Plugin("sources", locked=True, settings=Watches)

plugin.contributes("status")(_channels.lines)


@plugin.command("source list", least=Role.MODERATOR)
async def source_list(ctx: Context) -> None:
    """See which channels are watched for streams."""
    await ctx.reply(await _channels.listing(ctx))


@plugin.command(
    "source add", least=Role.MODERATOR, examples=["/source add twitch tea_night", "/source add youtube @teanight"]
)
async def source_add(ctx: Context, service: Service, channel: str) -> None:
    """Watch a channel, so that its streams begin here by themselves."""
    text, buttons = await _channels.add(ctx, service, channel)
    await ctx.reply(text, buttons)


@plugin.command("source remove", least=Role.MODERATOR, examples=["/source remove twitch tea_night"])
async def source_remove(ctx: Context, service: Service, channel: str) -> None:
    """Watch a channel no more."""
    text, buttons = await _channels.remove(ctx, service, channel)
    await ctx.reply(text, buttons)
