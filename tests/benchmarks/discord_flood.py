"""A chat flood as Discord's gateway tells of it, and the bare library that takes it; nothing here is the bot's."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, cast

import discord
import msgspec
from discord.gateway import DiscordWebSocket

PEOPLE = 2_000
PER_SECOND = 25_000
MENTIONS = 50  # one in so many messages mentions the bot
GUILD, CHANNEL, ME = 200, 201, 17
STARTED = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
MESSAGE = "MESSAGE_CREATE"
_BEGUN = int((STARTED - datetime(2015, 1, 1, tzinfo=UTC)).total_seconds() * 1000)

Feed = Callable[[str], Awaitable[None]]


class Bare(discord.Client):
    """The library with a handler that does nothing."""

    async def on_message(self, message: discord.Message) -> None:
        """Nothing."""


def message_text(number: int) -> str:
    """The message of that number, as the gateway tells of it. All people speak, in no order."""
    return msgspec.json.encode(_message(number)).decode()


def flood_of(messages: int) -> list[str]:
    """So many messages."""
    return [message_text(number) for number in range(messages)]


def _message(number: int) -> dict[str, Any]:
    person = number * 1_237 % PEOPLE
    user = {
        "id": str(5_000_000 + person),
        "username": f"guest{person}",
        "global_name": f"Guest {person}",
        "discriminator": "0",
        "avatar": None,
    }
    member = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
    mentioned = [{**user, "id": str(ME), "username": "afterglow", "member": member}] if number % MENTIONS == 0 else []
    empty: dict[str, list[Any]] = {"embeds": [], "attachments": [], "mention_roles": [], "components": []}
    data = {
        "id": str((_BEGUN + number * 1000 // PER_SECOND << 22) + number),
        "type": 0,
        "guild_id": str(GUILD),
        "channel_id": str(CHANNEL),
        "author": user,
        "member": member,
        "content": "",
        "timestamp": "2026-11-22T19:30:00.000000+00:00",
        "edited_timestamp": None,
        "mentions": mentioned,
        **dict.fromkeys(("tts", "mention_everyone", "pinned"), False),
        **empty,
    }
    return {"op": 0, "t": MESSAGE, "s": number + 1, "d": data}


def guild_text() -> str:
    """A server with one channel, as the gateway tells of it."""
    everybody = {"id": str(GUILD), "name": "@everyone", "permissions": "8", "position": 0, "color": 0, "hoist": False}
    lists = ("emojis", "stickers", "features", "threads", "stage_instances", "guild_scheduled_events", "presences")
    data = {
        "id": str(GUILD),
        "name": "Kiln and Glaze",
        "owner_id": "1",
        "roles": [{**everybody, "managed": False, "mentionable": False}],
        "members": [],
        "channels": [
            {"id": str(CHANNEL), "type": 0, "name": "general", "position": 0, "permission_overwrites": []},
        ],
        "voice_states": [],
        "member_count": PEOPLE,
        **{name: [] for name in lists},
    }
    return msgspec.json.encode({"op": 0, "t": "GUILD_CREATE", "s": 1, "d": data}).decode()


def wire(client: discord.Client) -> Feed:
    """The library's own way in for what the gateway says, without a gateway."""
    inside = client._connection
    socket = DiscordWebSocket(cast(Any, None), loop=asyncio.get_running_loop())
    socket._discord_parsers = inside.parsers
    socket._dispatch = client.dispatch
    socket.shard_id = None
    return socket.received_message
