"""What stops the bot in a server: rights it lacks, commands it could not publish."""

from collections.abc import Collection, Sequence

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

SCOPES = ("bot", "applications.commands")


def problems(client: Client | None, space: SpaceRef, needs: Collection[str] = ()) -> tuple[Problem, ...]:
    """What is wrong in `space`, as keys and values for `locales/`.

    `needs` are the rights that switched-on plugins ask for beyond the base, by discord.py's names ("manage_roles").
    """
    if client is None or not client.is_ready():
        return (Problem("discord-problem-not-connected"),)
    server = client.get_guild(int(space.space_id)) if space.space_id.isdecimal() else None
    there = (not_there(client),) if server is None else _in_server(server, needs)
    return (*there, *_with_intents(client), *_with_commands(client))


def not_there(client: discord.Client) -> Problem:
    """The bot is not in a server, with the address that lets it in with exactly the base rights."""
    assert client.application_id is not None, "it has signed in"
    link = discord.utils.oauth_url(client.application_id, permissions=BASE_RIGHTS, scopes=SCOPES)
    return Problem("discord-problem-not-there", (("link", link),))


def _in_server(server: discord.Guild, needs: Collection[str]) -> tuple[Problem, ...]:
    """What the base lacks, and apart from it what plugins lack beside: the two are told in different places."""
    base = {name for name, needed in BASE_RIGHTS if needed}
    found = [*_lacking(server, base), *_lacking(server, set(needs) - base)]
    if "manage_roles" in needs and _is_below_all(server):
        order = (("server", server.name), ("mine", server.me.top_role.name))
        found.append(Problem("discord-problem-role-order", order))
    return tuple(found)


def _lacking(server: discord.Guild, wanted: Collection[str]) -> Sequence[Problem]:
    names = [name for name, given in server.me.guild_permissions if name in wanted and not given]
    rights = ", ".join(as_shown(name) for name in names)
    return [Problem("discord-problem-rights", (("server", server.name), ("rights", rights)))] if names else []


def _is_below_all(server: discord.Guild) -> bool:
    """Whether there are roles that people can be given, and the bot's own stands above none of them."""
    given = [role for role in server.roles if not role.managed and not role.is_default()]
    given = [role for role in given if role != server.me.top_role]
    return bool(given) and all(role > server.me.top_role for role in given) and server.owner_id != server.me.id


def _with_intents(client: Client) -> tuple[Problem, ...]:
    return () if client.intents.members else (Problem("discord-problem-members"),)


def as_shown(right: str) -> str:
    """A right as the English server settings write it: "send_messages_in_threads" is "Send Messages in Threads"."""
    if right == "manage_guild":
        return "Manage Server"  # as people call what the library and the network's own code call a guild
    return right.replace("_", " ").title().replace(" In ", " in ")


def _with_commands(client: Client) -> tuple[Problem, ...]:
    found = []
    if client.left_out:
        found.append(Problem("discord-problem-commands", (("names", ", ".join(client.left_out)),)))
    if client.unpublished:
        found.append(Problem("discord-problem-publishing", (("reason", client.unpublished),)))
    return tuple(found)
