"""What is suggested while names are typed: plugins, journeys, commands."""

from collections.abc import Sequence
from typing import Annotated

from bot.api import (
    Choice,
    Context,
    Journeys,
    Permissions,
    Registry,
    Rest,
    Suggested,
    Titled,
    matching,
    plain,
    plugin_named,
)


async def plugins(ctx: Context, typed: str) -> Sequence[Choice]:
    """The plugins, by name."""
    return matching(typed, [_titled(ctx, plugin_named(name)) for name in sorted(ctx.use(Registry).plugins)])


async def journeys(ctx: Context, typed: str) -> Sequence[Choice]:
    """The community's journeys, by name."""
    every = await ctx.use(Journeys).all(ctx.community.id)
    return matching(typed, [_titled(ctx, kept.name) for kept in every])


def _titled(ctx: Context, name: Titled) -> Choice:
    return Choice(str(name), plain(ctx.t("admin-suggested", name=name)))


async def commands(ctx: Context, typed: str) -> Sequence[Choice]:
    """The commands that the person may use."""
    every = [command for _, command in sorted(ctx.use(Registry).commands.items())]
    allowed = await ctx.use(Permissions).allowed(ctx.member, every)
    return matching(typed.removeprefix("/"), [Choice(command.name, f"/{command.name}") for command in allowed])


PluginName = Annotated[str, Suggested(plugins)]
JourneyName = Annotated[str, Suggested(journeys)]
CommandName = Annotated[str, Suggested(commands)]
CommandNames = Annotated[Rest, Suggested(commands)]
