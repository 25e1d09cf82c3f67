"""The ends of things on Discord: a connection that breaks off, an edge whose process dies."""

import copy
from collections.abc import Callable
from typing import Any

import simcord
from simcord.backend import serializers

from bot.platforms.discord.connection import DiscordPlatform


class MortalDiscord(DiscordPlatform):
    """The edge of one process, which keeps nothing any more once it is dead."""

    dead = False

    async def keep(self, *, last: bool = False) -> None:
        """As the edge does it, while it lives."""
        if not self.dead:
            await super().keep(last=last)


class Gap:
    """The time in which nothing comes through; what is told meanwhile is kept for a session that goes on."""

    def __init__(self, env: simcord.Env, guild_id: int) -> None:
        self._env = env
        self._guild_id = guild_id
        self._listening = list(env.backend.subscribers)
        self._missed: list[tuple[str, Any]] = []
        env.backend.subscribers[:] = [lambda event, payload: self._missed.append((event, copy.deepcopy(payload)))]
        env.bot.dispatch("disconnect")

    async def ends(self, *, resumed: bool, at_once: Callable[[], None]) -> None:
        """The connection is back: the session goes on and what was missed is told, or a new one begins.

        What happens `at_once` is told before the edge has looked at what it missed.
        """
        backend = self._env.backend
        backend.subscribers[:] = self._listening
        if resumed:
            for event, payload in self._missed:
                backend.emit(event, payload)
            backend.emit("RESUMED", {})
        else:
            backend.emit("READY", self._ready())
            at_once()
            backend.emit(
                "GUILD_CREATE", dict(serializers.guild_create_payload(backend, backend.guilds[self._guild_id]))
            )
        await self._env.settle()

    def _ready(self) -> dict[str, Any]:
        backend = self._env.backend
        return {
            "v": 10,
            "user": dict(serializers.user_payload(backend.bot_user)),
            "guilds": [],
            "session_id": f"session-{backend.snowflake()}",
            "resume_gateway_url": "wss://nowhere",
            "application": {"id": str(backend.application_id), "flags": 0},
        }
