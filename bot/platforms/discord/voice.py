"""How long people were in voice and on stages, to the second: also over a gap, where it was one and the same visit."""

import json
from datetime import datetime, timedelta

import discord
from msgspec import Struct

from bot.model.identity import AccountRef, SpaceRef
from bot.model.incoming import Presence, PresenceKind
from bot.model.ports import Memory, Sink
from bot.platforms.discord.gaps import Gaps
from bot.platforms.discord.incoming import PLATFORM
from bot.platforms.discord.line import Line
from bot.platforms.discord.outcomes import EXPECTED

FLUSHED_EVERY = timedelta(minutes=1)  # so much a crash may lose
ASKED_AT_ONCE = 100  # people whose names Discord tells in one answer
VOICE = "voice:"  # begins the names under which the memory knows who was in a server's voice channels


class _Visit(Struct):
    """Somebody is in voice, and counted up to `since`. `session` is Discord's own name of the visit."""

    name: str
    session: str
    since: datetime


class Voice:
    """Notes presence for everybody in voice, by ids: without the members intent hardly anybody is cached."""

    def __init__(self, line: Line, memory: Memory, sink: Sink, gaps: Gaps) -> None:
        self._line = line
        self._memory = memory
        self._sink = sink
        self._gaps = gaps
        self._visits: dict[int, dict[int, _Visit]] = {}
        self._flushed_at = line.clock.now()

    def changed(self, member: discord.Member, after: discord.VoiceState) -> None:
        """Somebody came, left, or moved; being deaf, muted or elsewhere in the server changes nothing."""
        visits = self._visits.setdefault(member.guild.id, {})
        counts = after.channel is not None and not member.bot and not _is_afk(member.guild, after.channel.id)
        visit = visits.get(member.id)
        if visit is not None and not counts:
            del visits[member.id]
            self._note(member.guild.id, member.id, visit, self._line.clock.now())
        elif visit is None and counts:
            visits[member.id] = _Visit(member.display_name, _session(after), self._line.clock.now())

    async def look(self, guild: discord.Guild) -> None:
        """A new session: compare who is there with who was there when we last knew."""
        recalled = {} if guild.id in self._visits else await self._recalled(guild.id)
        known = {*recalled, *self._visits.get(guild.id, {})}
        names = await self._names(guild, [user for user in _there(guild) if user not in known])
        # From here on nothing is waited for, so that nobody comes or goes meanwhile.
        before, visits = recalled | self._visits.get(guild.id, {}), {}
        for user, state in _there(guild).items():
            visit = before.get(user)
            if visit is not None and visit.session == _session(state):
                visits[user] = before.pop(user)  # it never ended
            elif visit is not None or user in names:
                name = visit.name if visit is not None else names[user]
                visits[user] = _Visit(name, _session(state), self._line.clock.now())
        for user, visit in before.items():
            self._note(guild.id, user, visit, self._gaps.since(guild.id) or visit.since)
        self._visits[guild.id] = visits

    async def forget(self, guild_id: int) -> None:
        """The bot is not in the server any more."""
        for user, visit in self._visits.pop(guild_id, {}).items():
            self._note(guild_id, user, visit, self._known_until(guild_id))
        await self._memory.drop(f"{VOICE}{guild_id}")

    async def flush(self, *, last: bool = False) -> None:
        """Count up to now and remember who is there; does nothing within a minute of the last time unless `last`."""
        now = self._line.clock.now()
        if now - self._flushed_at < FLUSHED_EVERY and not last:
            return
        self._flushed_at = now
        for guild, visits in list(self._visits.items()):  # a copy: people come elsewhere while something is kept
            until = self._known_until(guild)
            for user, visit in visits.items():
                self._note(guild, user, visit, until)
            kept = {str(user): [visit.name, visit.session] for user, visit in visits.items()}
            await self._memory.keep(f"{VOICE}{guild}", json.dumps({"at": until.isoformat(), "there": kept}))

    def _known_until(self, guild_id: int) -> datetime:
        """Until when it is known who is there: now, or the beginning of a gap."""
        return self._gaps.since(guild_id) or self._line.clock.now()

    async def _recalled(self, guild_id: int) -> dict[int, _Visit]:
        text = await self._memory.recall(f"{VOICE}{guild_id}")
        if text is None:
            return {}
        kept = json.loads(text)
        at = datetime.fromisoformat(kept["at"])
        return {int(user): _Visit(name, session, at) for user, (name, session) in kept["there"].items()}

    async def _names(self, guild: discord.Guild, users: list[int]) -> dict[int, str]:
        """What people are called, without bots; who is not known is asked for."""
        people = [member for user in users if (member := guild.get_member(user)) is not None]
        strange = [user for user in users if guild.get_member(user) is None]
        for start in range(0, len(strange), ASKED_AT_ONCE):
            part = strange[start : start + ASKED_AT_ONCE]
            try:
                people += await guild.query_members(user_ids=part, limit=len(part))
            except EXPECTED:
                break  # they are counted once they move
        return {person.id: person.display_name for person in people if not person.bot}

    def _note(self, guild_id: int, user_id: int, visit: _Visit, until: datetime) -> None:
        seconds = (until - visit.since).total_seconds()
        if seconds <= 0:
            return
        space, account = SpaceRef(PLATFORM, str(guild_id)), AccountRef(PLATFORM, str(user_id))
        self._sink.note(Presence(space, account, visit.name, PresenceKind.VOICE, until, seconds))
        visit.since = until


def _there(guild: discord.Guild) -> dict[int, discord.VoiceState]:
    channels = [*guild.voice_channels, *guild.stage_channels]
    counted = [channel for channel in channels if not _is_afk(guild, channel.id)]
    return {user: state for channel in counted for user, state in channel.voice_states.items()}


def _is_afk(guild: discord.Guild, channel_id: int) -> bool:
    return guild.afk_channel is not None and guild.afk_channel.id == channel_id


def _session(state: discord.VoiceState) -> str:
    return str(state.session_id or "")
