"""What stops the bot in a server: rights it lacks, commands it could not publish."""

import discord

from bot.model.identity import SpaceRef
from bot.model.results import Problem
from bot.platforms.discord.client import Client

BASE_RIGHTS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    add_reactions=True,
    create_private_threads=True,
    send_polls=True,
    pin_messages=True,
    create_events=True,
)
"""What every part of the bot may rely on; a plugin that needs more asks for it when it is switched on."""


def problems(client: Client | None, space: SpaceRef) -> tuple[Problem, ...]:
    """What is wrong in `space`, as keys and values for `locales/`."""
    if client is None or not client.is_ready():
        return (Problem("discord-problem-not-connected"),)
    return (*_in_server(client, space), *_with_commands(client))


def _in_server(client: Client, space: SpaceRef) -> tuple[Problem, ...]:
    server = client.get_guild(int(space.space_id)) if space.space_id.isdecimal() else None
    if server is None:
        return (Problem("discord-problem-not-there"),)
    mine = server.me.guild_permissions
    lacking = [as_shown(name) for name, wanted in BASE_RIGHTS if wanted and not getattr(mine, name)]
    if not lacking:
        return ()
    return (Problem("discord-problem-rights", (("server", server.name), ("rights", ", ".join(lacking)))),)


def as_shown(right: str) -> str:
    """A right as the English server settings write it: "send_messages_in_threads" is "Send Messages in Threads"."""
    return right.replace("_", " ").title().replace(" In ", " in ")


def _with_commands(client: Client) -> tuple[Problem, ...]:
    found = []
    if client.left_out:
        found.append(Problem("discord-problem-commands", (("names", ", ".join(client.left_out)),)))
    if client.unpublished:
        found.append(Problem("discord-problem-publishing", (("reason", client.unpublished),)))
    return tuple(found)
