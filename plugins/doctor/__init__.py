"""Doctor: what is wrong here, the worst first, each with its cure and, where I can mend it myself, a button."""

from bot.api import Context, Plugin, Role
from plugins.doctor import _looking, _mending

plugin = Plugin("doctor", locked=True)


@plugin.command(least=Role.MODERATOR)
async def doctor(ctx: Context) -> None:
    """See what is wrong here, and how it is mended."""
    await _looking.show(ctx, 1)


@plugin.action("doctor-look", least=Role.MODERATOR)
async def look(ctx: Context) -> None:
    """Look once more."""
    await _looking.show(ctx, 1)


@plugin.action("doctor-page", least=Role.MODERATOR)
async def page(ctx: Context, number: int) -> None:
    """Another page of what was found."""
    await _looking.show(ctx, number)


@plugin.action("doctor-mend", least=Role.MODERATOR)
async def mend_place(ctx: Context, space: int) -> None:
    """Post in the first channel of that space that is open to everybody and to the bot."""
    await _mending.mend_place(ctx, space)


@plugin.action("doctor-mend", least=Role.MODERATOR)
async def mend_hosts(ctx: Context, space: int) -> None:
    """Tell hosts privately, since everybody reads their place."""
    await _mending.mend_hosts(ctx, space)


@plugin.action("doctor-give-again", least=Role.MODERATOR)
async def give_again(ctx: Context, what: str) -> None:
    """Try again to give and take what the network refused."""
    await _mending.give_again(ctx, what)
