"""Plain chat is heard before the library makes objects of it; the one place that reaches into the library's inside.

A flood is nearly all plain messages, of which nothing is wanted but who wrote when, unless they name the bot. Where the
library no longer looks inside as it did, nothing is changed, and messages come the public way (`Client.dispatch`), at
about three times the cost. `tests/platforms/discord/test_thinning.py` fails when that happens.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import discord

log = logging.getLogger(__name__)

EVENT = "MESSAGE_CREATE"
PLAIN = frozenset({0, 19})  # a message, and a reply, by Discord's numbers

Heard = Callable[[int, int, int, int, str], None]
"""Told of each plain message: server, channel, message, author, and what the author is called."""


def thin(client: discord.Client, heard: Heard) -> bool:
    """Let `heard` have the plain messages of people in servers, the library all others; whether that was possible."""
    parsers = getattr(getattr(client, "_connection", None), "parsers", None)
    parse = parsers.get(EVENT) if isinstance(parsers, dict) else None
    if not isinstance(parsers, dict) or not callable(parse):
        log.warning("chat on Discord is taken the slower way: this discord.py has changed inside")
        return False

    def parse_message(data: Mapping[str, Any]) -> None:
        author = data["author"]
        plain = data.get("type") in PLAIN and "guild_id" in data and "webhook_id" not in data
        if plain and not author.get("bot") and not _names(data.get("mentions"), client.user):
            name = (data.get("member") or {}).get("nick") or author.get("global_name") or author["username"]
            heard(int(data["guild_id"]), int(data["channel_id"]), int(data["id"]), int(author["id"]), name)
        else:
            parse(data)

    parsers[EVENT] = parse_message
    return True


def _names(mentions: Sequence[Mapping[str, Any]] | None, me: discord.ClientUser | None) -> bool:
    """Whether the bot is among those whom a message names."""
    return bool(mentions) and me is not None and any(int(one["id"]) == me.id for one in mentions or ())
